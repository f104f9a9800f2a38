//! What the pointer can press with either button, once or twice: a row, a cell, the room beside them.

use candela_ui::tokens::radius;
use candela_ui::widget::ring;
use candela_ui::{Element, Theme};

use iced::advanced::mouse::click::{Click, Kind};
use iced::advanced::widget::Tree;
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, mouse, renderer};
use iced::{Color, Event, Point, Rectangle, Renderer, border};

/// How something was pressed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Press {
    /// With which button.
    pub button: Button,
    /// Whether the press before was there a moment ago.
    pub is_double: bool,
    /// Where, in the window.
    pub at: Point,
}

/// A button of the pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// The one that chooses.
    Primary,
    /// The one that asks for the menu.
    Secondary,
}

/// How a target is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Not at all.
    Bare,
    /// A row: whether it is selected, in a pane that is active, and whether the keyboard is on it.
    Row {
        /// Whether it is selected.
        is_selected: bool,
        /// Whether the keys go to its pane.
        is_active: bool,
        /// Whether the keyboard is on it.
        is_cursor: bool,
    },
}

/// Content that can be pressed; see [`target`].
pub struct Target<'a, Message> {
    content: Element<'a, Message>,
    face: Face,
    on_press: Box<dyn Fn(Press) -> Message + 'a>,
}

/// Lets content be pressed.
pub fn target<'a, Message>(
    content: impl Into<Element<'a, Message>>,
    face: Face,
    on_press: impl Fn(Press) -> Message + 'a,
) -> Target<'a, Message> {
    Target { content: content.into(), face, on_press: Box::new(on_press) }
}

#[derive(Default)]
struct State {
    last: Option<Click>,
    is_hovered: bool,
}

impl<Message> Target<'_, Message> {
    fn colors(&self, theme: &Theme, is_hovered: bool) -> (Color, Option<Color>) {
        let c = theme.palette();
        match self.face {
            Face::Row { is_selected: true, is_active: true, .. } => (c.selection, Some(c.on_selection)),
            Face::Row { is_selected: true, is_active: false, .. } => (c.selection_idle, None),
            Face::Row { is_selected: false, .. } if is_hovered => (c.veil(0.05), None),
            Face::Row { .. } | Face::Bare => (Color::TRANSPARENT, None),
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Target<'_, Message> {
    candela_ui::around_content!(State);

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
        let Some(inside) = layout.children().next() else { return };
        let content = self.content.as_widget_mut();
        content.update(&mut tree.children[0], event, inside, cursor, renderer, clipboard, shell, viewport);
        if shell.is_event_captured() {
            return;
        }
        let state = tree.state.downcast_mut::<State>();
        let over = cursor.position_over(layout.bounds().intersection(viewport).unwrap_or_default());
        if matches!(event, Event::Mouse(_)) && self.face != Face::Bare && state.is_hovered != over.is_some() {
            state.is_hovered = over.is_some();
            shell.request_redraw();
        }
        let (Event::Mouse(mouse::Event::ButtonPressed(button)), Some(at)) = (event, over) else { return };
        let button = match button {
            mouse::Button::Left => Button::Primary,
            mouse::Button::Right => Button::Secondary,
            _ => return,
        };
        let click = Click::new(at, mouse::Button::Left, state.last);
        state.last = Some(click);
        let is_double = button == Button::Primary && click.kind() == Kind::Double;
        shell.publish((self.on_press)(Press { button, is_double, at }));
        shell.capture_event();
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
        let Some(inside) = layout.children().next() else { return };
        let bounds = layout.bounds();
        let (fill, ink) = self.colors(theme, tree.state.downcast_ref::<State>().is_hovered);
        if fill.a > 0.0 {
            let quad = renderer::Quad { bounds, border: border::rounded(radius::CONTROL), ..renderer::Quad::default() };
            renderer.fill_quad(quad, fill);
        }
        let style = renderer::Style { text_color: ink.unwrap_or(style.text_color) };
        let content = self.content.as_widget();
        content.draw(&tree.children[0], renderer, theme, &style, inside, cursor, viewport);
        if let Face::Row { is_cursor: true, is_selected, is_active: true } = self.face {
            ring::draw_inside(renderer, theme.palette(), bounds, radius::CONTROL, is_selected);
        }
    }
}

impl<'a, Message: 'a> From<Target<'a, Message>> for Element<'a, Message> {
    fn from(target: Target<'a, Message>) -> Self {
        Self::new(target)
    }
}
