//! The root of a window or dialog: moves the focus inside it.

use super::as_content;
use crate::{Element, Theme};
use iced::advanced::widget::operation::scrollable::{AbsoluteOffset, Scrollable};
use iced::advanced::widget::operation::{Focusable, TextInput};
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key, Modifiers};
use iced::{Event, Length, Rectangle, Renderer, Size, Vector, touch};

/// Content in which Tab moves the focus; see [`scope`].
pub struct Scope<'a, Message> {
    content: Element<'a, Message>,
    on_escape: Option<Message>,
    arrows: Arrows,
}

#[derive(Clone, Copy, PartialEq)]
enum Arrows {
    /// They are the content's own.
    Left,
    /// They walk it as Tab does, Home and End to its ends.
    Walk,
}

/// Makes Tab and Shift+Tab move the focus around inside `content`, from the last to the first and back; what gets it is
/// scrolled into sight. A press of the mouse that gives the focus to one takes it from the one that had it.
pub fn scope<'a, Message>(content: impl Into<Element<'a, Message>>) -> Scope<'a, Message> {
    Scope { content: content.into(), on_escape: None, arrows: Arrows::Left }
}

impl<Message> Scope<'_, Message> {
    /// What an Escape that nothing inside used tells the application.
    pub fn on_escape(self, message: Message) -> Self {
        Self { on_escape: Some(message), ..self }
    }

    /// Lets the arrows up and down move the focus as Tab does, and Home and End to the first and the last: in a menu.
    pub fn walked_by_arrows(self) -> Self {
        Self { arrows: Arrows::Walk, ..self }
    }
}

/// Counts the focusable widgets and notes which have the focus.
#[derive(Default)]
struct Survey {
    count: usize,
    focused: Vec<usize>,
}

impl Operation for Survey {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.focused.push(self.count);
        }
        self.count += 1;
    }
}

/// Gives the focus to the widget of that number alone, and notes where it stands.
struct Give {
    to: usize,
    at: usize,
    /// Tab selects what a text input holds, so that typing replaces it.
    selects: bool,
    scrolls: Scrolls,
    target: Option<(Rectangle, Vec<Frame>)>,
}

/// A scrolling area around something, as it was met.
#[derive(Debug, Clone, PartialEq)]
struct Frame {
    number: usize,
    bounds: Rectangle,
    content: Rectangle,
    offset: f32,
}

/// The scrolling areas met so far, and those one is inside of.
#[derive(Default)]
struct Scrolls {
    count: usize,
    met: Option<Frame>,
    inside: Vec<Frame>,
}

impl Operation for Give {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        let depth = self.scrolls.inside.len();
        let met = self.scrolls.met.take();
        self.scrolls.inside.extend(met);
        operate(self);
        self.scrolls.inside.truncate(depth);
    }

    fn scrollable(
        &mut self,
        _: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        _: &mut dyn Scrollable,
    ) {
        let number = self.scrolls.count;
        self.scrolls.met = Some(Frame { number, bounds, content, offset: translation.y });
        self.scrolls.count += 1;
    }

    fn text_input(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn TextInput) {
        if self.selects && self.at == self.to {
            state.select_all();
        }
    }

    fn focusable(&mut self, _: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        match (self.at == self.to, state.is_focused()) {
            (true, false) => state.focus(),
            (false, true) => state.unfocus(),
            (true, true) | (false, false) => {}
        }
        if self.at == self.to {
            self.target = Some((bounds, self.scrolls.inside.clone()));
        }
        self.at += 1;
    }
}

/// Scrolls areas by distances down.
struct Scroll {
    by: Vec<(usize, f32)>,
    at: usize,
}

impl Operation for Scroll {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        _: Vector,
        state: &mut dyn Scrollable,
    ) {
        if let Some((_, y)) = self.by.iter().find(|(number, _)| *number == self.at) {
            state.scroll_by(AbsoluteOffset { x: 0.0, y: *y }, bounds, content);
        }
        self.at += 1;
    }
}

/// How far each area must scroll, the innermost first, so that `target` and its ring can be seen.
fn reveal(target: Rectangle, inside: &[Frame]) -> Vec<(usize, f32)> {
    const MARGIN: f32 = 12.0;
    let mut top = target.y - MARGIN;
    let height = target.height + 2.0 * MARGIN;
    let mut by = Vec::new();
    for frame in inside.iter().rev() {
        top -= frame.offset;
        let below = top + height - (frame.bounds.y + frame.bounds.height);
        let above = top - frame.bounds.y;
        let wanted = if above < 0.0 || height > frame.bounds.height { above } else { below.max(0.0) };
        let lowest = (frame.content.height - frame.bounds.height).max(0.0);
        let distance = (frame.offset + wanted).clamp(0.0, lowest) - frame.offset;
        if distance != 0.0 {
            by.push((frame.number, distance));
        }
        top -= distance;
    }
    by
}

/// Where a key leads.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    On,
    Back,
    First,
    Last,
}

impl Way {
    fn of(key: Named, modifiers: Modifiers, arrows: Arrows) -> Option<Self> {
        let is_plain = modifiers.is_empty() && arrows == Arrows::Walk;
        match key {
            Named::Tab if modifiers.is_empty() => Some(Self::On),
            Named::Tab if modifiers == Modifiers::SHIFT => Some(Self::Back),
            Named::ArrowDown if is_plain => Some(Self::On),
            Named::ArrowUp if is_plain => Some(Self::Back),
            Named::Home if is_plain => Some(Self::First),
            Named::End if is_plain => Some(Self::Last),
            _ => None,
        }
    }
}

/// The number of the widget that a key leads to.
fn next(survey: &Survey, way: Way) -> Option<usize> {
    let last = survey.count.checked_sub(1)?;
    Some(match (survey.focused.first(), way) {
        (None, Way::On) | (_, Way::First) => 0,
        (None, Way::Back) | (_, Way::Last) => last,
        (Some(at), Way::On) => (at + 1) % survey.count,
        (Some(at), Way::Back) => at.checked_sub(1).unwrap_or(last),
    })
}

/// Gives the focus to the first of `content` that takes it.
pub(crate) fn focus_first<Message>(
    content: &mut Element<'_, Message>,
    tree: &mut Tree,
    layout: Layout<'_>,
    renderer: &Renderer,
) {
    let mut give = Give { to: 0, at: 0, selects: true, scrolls: Scrolls::default(), target: None };
    content.as_widget_mut().operate(tree, layout, renderer, &mut give);
}

impl<Message> Scope<'_, Message> {
    fn survey(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) -> Survey {
        let mut survey = Survey::default();
        self.content.as_widget_mut().operate(tree, layout, renderer, &mut survey);
        survey
    }

    fn give(&mut self, to: usize, selects: bool, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) {
        let mut give = Give { to, at: 0, selects, scrolls: Scrolls::default(), target: None };
        self.content.as_widget_mut().operate(tree, layout, renderer, &mut give);
        let by = give.target.map_or_else(Vec::new, |(target, inside)| reveal(target, &inside));
        if !by.is_empty() {
            self.content.as_widget_mut().operate(tree, layout, renderer, &mut Scroll { by, at: 0 });
        }
    }
}

fn is_press(event: &Event) -> bool {
    matches!(event, Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. }))
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Scope<'_, Message> {
    as_content!();

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let before = is_press(event).then(|| self.survey(tree, layout, renderer));
        self.content.as_widget_mut().update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        if let Some(before) = before {
            let after = self.survey(tree, layout, renderer);
            if let Some(taker) = after.focused.iter().find(|at| !before.focused.contains(at)) {
                self.give(*taker, false, tree, layout, renderer);
                shell.request_redraw();
            }
        }
        let Event::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(key), modifiers, .. }) = event else {
            return;
        };
        if shell.is_event_captured() {
            return;
        }
        if let Some(way) = Way::of(*key, *modifiers, self.arrows) {
            let survey = self.survey(tree, layout, renderer);
            if let Some(to) = next(&survey, way) {
                self.give(to, true, tree, layout, renderer);
                shell.capture_event();
                shell.request_redraw();
            }
        }
        if *key == Named::Escape
            && modifiers.is_empty()
            && let Some(message) = self.on_escape.clone()
        {
            shell.publish(message);
            shell.capture_event();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        self.content.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
    }
}

impl<'a, Message: Clone + 'a> From<Scope<'a, Message>> for Element<'a, Message> {
    fn from(scope: Scope<'a, Message>) -> Self {
        Element::new(scope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(number: usize, y: f32, height: f32, content: f32, offset: f32) -> Frame {
        let area = |height| Rectangle { x: 0.0, y, width: 100.0, height };
        Frame { number, bounds: area(height), content: area(content), offset }
    }

    fn target(y: f32) -> Rectangle {
        Rectangle { x: 0.0, y, width: 100.0, height: 32.0 }
    }

    #[test]
    fn an_area_scrolls_just_far_enough() {
        let at = |offset: f32| [frame(3, 0.0, 200.0, 1000.0, offset)];
        assert_eq!(reveal(target(100.0), &at(0.0)), [], "in sight");
        assert_eq!(reveal(target(300.0), &at(0.0)), [(3, 144.0)], "below");
        assert_eq!(reveal(target(300.0), &at(500.0)), [(3, -212.0)], "above");
        assert_eq!(reveal(target(968.0), &at(0.0)), [(3, 800.0)], "at the end nothing lies beyond");
        assert_eq!(reveal(target(0.0), &at(50.0)), [(3, -50.0)]);
    }

    #[test]
    fn an_area_within_an_area_scrolls_first() {
        let inside = [frame(0, 0.0, 100.0, 400.0, 0.0), frame(1, 150.0, 100.0, 300.0, 0.0)];
        assert_eq!(reveal(target(400.0), &inside), [(1, 194.0), (0, 150.0)]);
    }
}
