//! Check boxes and switches: the mark stands where a line begins, the whole line is the target, and both mirror.

use super::motion::Glide;
use super::text;
use crate::icon::Glyph;
use crate::theme::toggle::{self as style, Status};
use crate::tokens::{size, space, text as steps, time};
use crate::{Element, Look, Theme};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::{Event, Length, Point, Rectangle, Renderer, Size, touch, window};

/// What a check box says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// No.
    Off,
    /// Yes.
    On,
    /// Of what it stands for, some is and some is not.
    Mixed,
}

impl From<bool> for Checked {
    fn from(is_on: bool) -> Self {
        if is_on { Self::On } else { Self::Off }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Check(Checked),
    Switch(bool),
}

impl Mark {
    fn size(self) -> Size {
        match self {
            Self::Check(_) => Size::new(size::MARK, size::MARK),
            Self::Switch(_) => Size::new(size::SWITCH, size::SWITCH_HEIGHT),
        }
    }
}

/// A check box or a switch, with or without words. Without [`on_press`](Self::on_press) it cannot be changed.
pub struct Toggle<'a, Message> {
    mark: Mark,
    words: Option<Element<'a, Message>>,
    on_press: Option<Message>,
    width: Length,
    look: Look,
}

/// A check box with its words.
pub fn check<'a, Message: 'a>(
    look: &Look,
    checked: impl Into<Checked>,
    label: impl Into<String>,
) -> Toggle<'a, Message> {
    let words = Some(text::body(look, label).into());
    Toggle { words, ..Toggle::new(look, Mark::Check(checked.into())) }
}

/// A check box without words, for a row that has them.
pub fn check_alone<'a, Message: 'a>(look: &Look, checked: impl Into<Checked>) -> Toggle<'a, Message> {
    Toggle::new(look, Mark::Check(checked.into()))
}

/// A switch; it acts at once.
pub fn switch<'a, Message: 'a>(look: &Look, is_on: bool) -> Toggle<'a, Message> {
    Toggle::new(look, Mark::Switch(is_on))
}

impl<Message> Toggle<'_, Message> {
    fn new(look: &Look, mark: Mark) -> Self {
        Self { mark, words: None, on_press: None, width: Length::Shrink, look: *look }
    }

    /// What pressing it says; the application turns the value over.
    pub fn on_press(self, message: Message) -> Self {
        self.on_press_maybe(Some(message))
    }

    /// The same, where it may be that it cannot be changed now.
    pub fn on_press_maybe(self, on_press: Option<Message>) -> Self {
        Self { on_press, ..self }
    }

    /// How wide the target is; its words and mark unless set.
    pub fn width(self, width: impl Into<Length>) -> Self {
        Self { width: width.into(), ..self }
    }

    fn status(&self, state: &State, is_over: bool) -> Status {
        match (self.on_press.is_some(), is_over, state.is_pressed) {
            (false, _, _) => Status::Disabled,
            (true, true, true) => Status::Pressed,
            (true, true, false) => Status::Hovered,
            (true, false, _) => Status::Rest,
        }
    }
}

#[derive(Default)]
struct State {
    is_pressed: bool,
    shown: Option<Status>,
    knob: Glide,
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Toggle<'_, Message> {
    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Shrink)
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        self.words.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(self.words.as_slice());
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let limits = limits.width(self.width);
        let mark = self.mark.size();
        let Some(words) = &mut self.words else {
            return layout::Node::with_children(mark, vec![layout::Node::new(mark)]);
        };
        let beside = mark.width + space::ICON;
        let room = limits.shrink(Size::new(beside, 0.0)).loose();
        let words = words.as_widget_mut().layout(&mut tree.children[0], renderer, &room);
        let used = Size::new(beside + words.size().width, words.size().height.max(mark.height));
        let whole = limits.resolve(self.width, Length::Shrink, used);
        // The mark stands beside the first line, however many there are.
        let first = self.look.line(steps::BODY);
        let (mark_y, words_y) = (((first - mark.height) / 2.0).max(0.0), ((mark.height - first) / 2.0).max(0.0));
        let (mark_x, words_x) = if self.look.is_mirrored() {
            (whole.width - mark.width, whole.width - beside - words.size().width)
        } else {
            (0.0, beside)
        };
        let mark = layout::Node::new(mark).move_to(Point::new(mark_x, mark_y));
        layout::Node::with_children(whole, vec![mark, words.move_to(Point::new(words_x, words_y))])
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        if let (Some(words), Some(place)) = (&mut self.words, layout.children().nth(1)) {
            words.as_widget_mut().operate(&mut tree.children[0], place, renderer, operation);
        }
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
        let is_over = cursor.is_over(layout.bounds());
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. })
                if is_over && self.on_press.is_some() =>
            {
                state.is_pressed = true;
                shell.capture_event();
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. })
                if state.is_pressed =>
            {
                state.is_pressed = false;
                if let (true, Some(message)) = (is_over, &self.on_press) {
                    shell.publish(message.clone());
                    shell.capture_event();
                }
            }
            Event::Touch(touch::Event::FingerLost { .. }) => state.is_pressed = false,
            Event::Window(window::Event::RedrawRequested(now)) => {
                if let Mark::Switch(is_on) = self.mark {
                    let target = f32::from(u8::from(is_on));
                    state.knob.go(target, *now, self.look.duration(time::MOVE), shell);
                }
            }
            _ => {}
        }
        let status = self.status(state, is_over);
        if state.shown.replace(status) != Some(status) {
            shell.request_redraw();
        }
    }

    fn mouse_interaction(
        &self,
        _: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Rectangle,
        _: &Renderer,
    ) -> mouse::Interaction {
        if self.on_press.is_some() && cursor.is_over(layout.bounds()) {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::default()
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        defaults: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let status = self.status(state, cursor.is_over(layout.bounds()));
        let mut places = layout.children();
        let Some(mark) = places.next() else { return };
        match self.mark {
            Mark::Check(checked) => draw_check(renderer, theme, mark.bounds(), checked, status),
            Mark::Switch(is_on) => {
                let along = state.knob.at().unwrap_or(f32::from(u8::from(is_on)));
                let along = if self.look.is_mirrored() { 1.0 - along } else { along };
                draw_switch(renderer, mark.bounds(), style::switch(theme, is_on, status), along);
            }
        }
        if let (Some(words), Some(place)) = (&self.words, places.next()) {
            let off = renderer::Style { text_color: theme.palette().disabled };
            let ink = if status == Status::Disabled { &off } else { defaults };
            words.as_widget().draw(&tree.children[0], renderer, theme, ink, place, cursor, viewport);
        }
    }
}

fn draw_check(renderer: &mut Renderer, theme: &Theme, bounds: Rectangle, checked: Checked, status: Status) {
    /// Side of the tick.
    const TICK: f32 = 12.0;
    let style = style::check(theme, checked != Checked::Off, status);
    renderer.fill_quad(renderer::Quad { bounds, border: style.border, ..renderer::Quad::default() }, style.fill);
    let glyph = match checked {
        Checked::Off => return,
        Checked::On => Glyph::CheckBold,
        Checked::Mixed => Glyph::MinusBold,
    };
    let edge = (bounds.width - TICK) / 2.0;
    let place = Rectangle::new(bounds.position() + iced::Vector::new(edge, edge), Size::new(TICK, TICK));
    glyph.drawing().draw(renderer, theme, Some(style.mark), place);
}

/// `along` is how far the knob stands to the right, 0 to 1.
fn draw_switch(renderer: &mut Renderer, bounds: Rectangle, style: style::Switch, along: f32) {
    /// From the track's edge to the knob, as a part of the height.
    const INSET: f32 = 0.15;
    let inset = (bounds.height * INSET).round();
    let side = bounds.height - 2.0 * inset;
    renderer.fill_quad(renderer::Quad { bounds, border: style.border, ..renderer::Quad::default() }, style.track);
    let x = bounds.x + inset + along * (bounds.width - side - 2.0 * inset);
    let knob = Rectangle::new(Point::new(x, bounds.y + inset), Size::new(side, side));
    let round = iced::border::rounded(side / 2.0);
    renderer.fill_quad(renderer::Quad { bounds: knob, border: round, ..renderer::Quad::default() }, style.knob);
}

impl<'a, Message: Clone + 'a> From<Toggle<'a, Message>> for Element<'a, Message> {
    fn from(toggle: Toggle<'a, Message>) -> Self {
        Self::new(toggle)
    }
}
