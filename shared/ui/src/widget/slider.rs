//! Sliders: a rail with a knob, for a number whose exact value matters less than how it looks or sounds.
//!
//! Dragged or pressed anywhere on its line, moved by the wheel; with the focus the arrows go a step, Page keys ten, Home
//! and End to the ends. Right is more, left where the window is mirrored; up is always more.

use super::tip::{self, Tip};
use crate::cells::Paragraph;
use crate::focus::{Focusable, focusable};
use crate::tokens::{radius, size, space};
use crate::{Element, Look, Theme};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::{Color, Event, Length, Rectangle, Renderer, Size, Vector, border, touch};
use std::ops::RangeInclusive;
use std::rc::Rc;

/// The numbers a slider runs over.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    range: RangeInclusive<f32>,
    step: f32,
}

/// So many steps a Page key goes.
const PAGE: f32 = 10.0;

impl Scale {
    /// From one number to another in steps of `step`, which is greater than 0.
    pub fn new(range: RangeInclusive<f32>, step: f32) -> Self {
        Self { range, step }
    }

    /// The number nearest to `value` that can be chosen.
    pub fn nearest(&self, value: f32) -> f32 {
        let (least, most) = (*self.range.start(), *self.range.end());
        if value.is_nan() {
            return least;
        }
        (least + ((value - least) / self.step).round() * self.step).clamp(least, most)
    }

    /// How far `value` lies along the rail, 0 to 1.
    fn part(&self, value: f32) -> f32 {
        let length = self.range.end() - self.range.start();
        if length > 0.0 { ((value - self.range.start()) / length).clamp(0.0, 1.0) } else { 0.0 }
    }

    fn at(&self, part: f32) -> f32 {
        self.nearest(self.range.start() + part.clamp(0.0, 1.0) * (self.range.end() - self.range.start()))
    }

    /// The number a key leads to; `None` for keys that move nothing.
    pub fn after(&self, value: f32, key: &Key, is_mirrored: bool) -> Option<f32> {
        let Key::Named(key) = key else { return None };
        let steps = match key {
            Named::ArrowUp => 1.0,
            Named::ArrowDown => -1.0,
            Named::ArrowRight => {
                if is_mirrored {
                    -1.0
                } else {
                    1.0
                }
            }
            Named::ArrowLeft => {
                if is_mirrored {
                    1.0
                } else {
                    -1.0
                }
            }
            Named::PageUp => PAGE,
            Named::PageDown => -PAGE,
            Named::Home => return Some(*self.range.start()),
            Named::End => return Some(*self.range.end()),
            _ => return None,
        };
        Some(self.nearest(value + steps * self.step))
    }
}

type OnChange<'a, Message> = Rc<dyn Fn(f32) -> Message + 'a>;

/// A slider; see [`slider`].
pub struct Slider<'a, Message> {
    scale: Scale,
    value: f32,
    on_change: OnChange<'a, Message>,
    on_release: Option<Message>,
    words: String,
    tip: Tip,
    look: Look,
    width: Length,
}

/// A slider at `value`, over the whole width. `words` say the value, with its unit, beside the knob while it is dragged.
pub fn slider<'a, Message: Clone + 'a>(
    look: &Look,
    scale: Scale,
    value: f32,
    words: impl Into<String>,
    on_change: impl Fn(f32) -> Message + 'a,
) -> Slider<'a, Message> {
    let words = words.into();
    Slider {
        value: scale.nearest(value),
        scale,
        on_change: Rc::new(on_change),
        on_release: None,
        tip: Tip::new(look, &words),
        words,
        look: *look,
        width: Length::Fill,
    }
}

impl<'a, Message: Clone + 'a> Slider<'a, Message> {
    /// What letting the knob go says: the time to do what is dear.
    pub fn on_release(self, message: Message) -> Self {
        Self { on_release: Some(message), ..self }
    }

    /// How wide it is.
    pub fn width(self, width: impl Into<Length>) -> Self {
        Self { width: width.into(), ..self }
    }

    /// The same, to be reached by Tab and moved by keys.
    pub fn focusable(self) -> Focusable<'a, Message> {
        let (scale, value, is_mirrored) = (self.scale.clone(), self.value, self.look.is_mirrored());
        let on_change = Rc::clone(&self.on_change);
        let on_key = move |key: &Key, modifiers: iced::keyboard::Modifiers| {
            let next = scale.after(value, key, is_mirrored).filter(|_| modifiers.is_empty())?;
            Some(on_change(next))
        };
        focusable(Element::new(self)).on_key(on_key).focus_on_click()
    }

    /// The value under a point, of a slider with those bounds.
    fn under(&self, x: f32, bounds: Rectangle) -> f32 {
        let room = bounds.width - size::KNOB;
        let part = if room > 0.0 { (x - bounds.x - size::KNOB / 2.0) / room } else { 0.0 };
        self.scale.at(if self.look.is_mirrored() { 1.0 - part } else { part })
    }

    fn knob(&self, bounds: Rectangle) -> Rectangle {
        let part = self.scale.part(self.value);
        let part = if self.look.is_mirrored() { 1.0 - part } else { part };
        let x = bounds.x + ((bounds.width - size::KNOB).max(0.0) * part).round();
        let y = bounds.y + ((bounds.height - size::KNOB) / 2.0).round();
        Rectangle { x, y, width: size::KNOB, height: size::KNOB }
    }

    fn change(&self, value: f32, shell: &mut Shell<'_, Message>) {
        if value != self.value {
            shell.publish((self.on_change)(value));
        }
        shell.capture_event();
    }
}

#[derive(Default)]
struct State {
    is_dragged: bool,
    is_hovered: bool,
    paragraph: Paragraph,
}

impl<'a, Message: Clone + 'a> Widget<Message, Theme, Renderer> for Slider<'a, Message> {
    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Fixed(HEIGHT))
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn layout(&mut self, _: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, self.width, HEIGHT)
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Renderer,
        _: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let bounds = layout.bounds();
        let is_over = cursor.is_over(bounds);
        if state.is_hovered != is_over && matches!(event, Event::Mouse(_)) {
            state.is_hovered = is_over;
            shell.request_redraw();
        }
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. })
                if is_over =>
            {
                state.is_dragged = true;
                shell.invalidate_layout();
                shell.request_redraw();
                if let Some(at) = cursor.position() {
                    self.change(self.under(at.x, bounds), shell);
                }
            }
            Event::Mouse(mouse::Event::CursorMoved { .. }) | Event::Touch(touch::Event::FingerMoved { .. })
                if state.is_dragged =>
            {
                if let Some(at) = cursor.land().position() {
                    self.change(self.under(at.x, bounds), shell);
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. } | touch::Event::FingerLost { .. })
                if state.is_dragged =>
            {
                state.is_dragged = false;
                shell.invalidate_layout();
                shell.request_redraw();
                if let Some(message) = &self.on_release {
                    shell.publish(message.clone());
                }
            }
            Event::Mouse(mouse::Event::WheelScrolled { delta }) if is_over && !shell.is_event_captured() => {
                let (mouse::ScrollDelta::Lines { y, .. } | mouse::ScrollDelta::Pixels { y, .. }) = delta;
                if *y != 0.0 {
                    self.change(self.scale.nearest(self.value + y.signum() * self.scale.step), shell);
                }
            }
            _ => {}
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Rectangle,
        _: &Renderer,
    ) -> mouse::Interaction {
        match (tree.state.downcast_ref::<State>().is_dragged, cursor.is_over(layout.bounds())) {
            (true, _) => mouse::Interaction::Grabbing,
            (false, true) => mouse::Interaction::Grab,
            (false, false) => mouse::Interaction::default(),
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        _: &Rectangle,
    ) {
        let c = theme.palette();
        let state = tree.state.downcast_ref::<State>();
        let bounds = layout.bounds();
        let knob = self.knob(bounds);
        let rail = Rectangle { y: knob.center_y() - size::RAIL / 2.0, height: size::RAIL, ..bounds };
        let (left, right) = (knob.center_x() - rail.x, rail.x + rail.width - knob.center_x());
        let filled = if self.look.is_mirrored() {
            Rectangle { x: knob.center_x(), width: right, ..rail }
        } else {
            Rectangle { width: left, ..rail }
        };
        let ink = match (state.is_dragged, state.is_hovered) {
            (true, _) => c.accent_pressed,
            (false, true) => c.accent_hover,
            (false, false) => c.accent,
        };
        fill(renderer, rail, c.rail());
        fill(renderer, filled, c.accent);
        let round = border::rounded(radius::PILL).width(EDGE).color(c.raised);
        renderer.fill_quad(renderer::Quad { bounds: knob, border: round, ..renderer::Quad::default() }, ink);
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _: &Renderer,
        _: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let knob = self.knob(layout.bounds()) + translation;
        let state = tree.state.downcast_mut::<State>();
        let is_shown = state.is_dragged && !self.words.is_empty();
        is_shown.then(|| tip::above(self.tip, &self.words, knob, &mut state.paragraph))
    }
}

/// The knob's edge, which sets it off from the rail.
const EDGE: f32 = 2.0;
/// Height of the line that can be pressed: the least of a target.
const HEIGHT: f32 = space::XL;

fn fill(renderer: &mut Renderer, bounds: Rectangle, color: Color) {
    let border = border::rounded(radius::PILL);
    renderer.fill_quad(renderer::Quad { bounds, border, ..renderer::Quad::default() }, color);
}

impl<'a, Message: Clone + 'a> From<Slider<'a, Message>> for Element<'a, Message> {
    fn from(slider: Slider<'a, Message>) -> Self {
        slider.focusable().into()
    }
}

#[cfg(test)]
mod tests;
