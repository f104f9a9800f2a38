//! One row of a menu: current while the pointer or the focus is on it.

use super::MenuRow;
use crate::focus::Modality;
use crate::icon::Glyph;
use crate::tokens::{icon as side, radius, space, text as steps};
use crate::widget::text;
use crate::{Element, Look, Palette, Theme};
use iced::advanced::widget::{Operation, Tree, operation, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key};
use iced::{Color, Event, Length, Point, Rectangle, Renderer, Size, border, touch};

/// Between the words of a row and its keys, at the least.
const BETWEEN: f32 = space::XL;

/// A row that can be pressed.
pub(super) struct Target<'a, Message> {
    look: Look,
    glyph: Option<Glyph>,
    /// Whether room is kept for a glyph.
    has_glyphs: bool,
    label: Element<'a, Message>,
    keys: Element<'a, Message>,
    message: Option<Message>,
    is_current: bool,
    is_destructive: bool,
}

impl<'a, Message: Clone + 'a> Target<'a, Message> {
    pub fn new(look: &Look, row: MenuRow<Message>, has_glyphs: bool) -> Self {
        Self {
            look: *look,
            glyph: row.glyph,
            has_glyphs,
            label: text::body(look, row.label).into(),
            keys: text::label(look, steps::CAPTION, row.keys).into(),
            message: row.message,
            is_current: row.is_current,
            is_destructive: row.is_destructive,
        }
    }

    fn status(&self, state: &State) -> Status {
        let has_focus = state.is_focused && state.modality == Modality::Keys;
        match (self.message.is_some(), self.is_current || state.is_hovered || has_focus) {
            (false, _) => Status::Disabled,
            (true, true) => Status::Current,
            (true, false) => Status::Rest,
        }
    }

    /// The colours of the words, and of what stands beside them.
    fn ink(&self, c: &Palette, status: Status) -> (Color, Color) {
        match status {
            Status::Disabled => (c.disabled, c.disabled),
            Status::Current if self.is_destructive => (c.on(true, c.danger), c.on(true, c.danger)),
            Status::Current => (c.on_selection, c.on_selection),
            Status::Rest if self.is_destructive => (c.danger, c.danger),
            Status::Rest => (c.text, c.muted),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Rest,
    Current,
    Disabled,
}

#[derive(Default)]
struct State {
    is_focused: bool,
    is_hovered: bool,
    is_pressed: bool,
    modality: Modality,
}

impl operation::Focusable for State {
    fn is_focused(&self) -> bool {
        self.is_focused
    }

    fn focus(&mut self) {
        self.is_focused = true;
        // The keys lead on from where the pointer was, which is no longer meant.
        self.is_hovered = false;
    }

    fn unfocus(&mut self) {
        self.is_focused = false;
    }
}

impl<'a, Message: Clone + 'a> Widget<Message, Theme, Renderer> for Target<'a, Message> {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Shrink, Length::Shrink)
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.label), Tree::new(&self.keys)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&[&self.label, &self.keys]);
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let [label_tree, keys_tree] = tree.children.as_mut_slice() else { return layout::Node::default() };
        let before = space::ICON + if self.has_glyphs { side::CONTROL + space::ICON } else { 0.0 };
        let room = |width: f32| layout::Limits::new(Size::ZERO, Size::new(width.max(0.0), f32::INFINITY));
        let keys = self.keys.as_widget_mut().layout(keys_tree, renderer, &room(limits.max().width));
        let behind = space::ICON + if keys.size().width > 0.0 { keys.size().width + BETWEEN } else { 0.0 };
        let label_room = room(limits.max().width - before - behind);
        let label = self.label.as_widget_mut().layout(label_tree, renderer, &label_room);
        let width = (before + label.size().width + behind).max(limits.min().width);
        // Words too long for the window wrap, and the row grows with them.
        let above = (self.look.menu_row() - self.look.line(steps::BODY)) / 2.0;
        let height = label.size().height + 2.0 * above;
        let place = |node: layout::Node, from_start: f32| {
            let x = if self.look.is_mirrored() { width - from_start - node.size().width } else { from_start };
            let y = ((height - node.size().height) / 2.0).round();
            node.move_to(Point::new(x, y))
        };
        let keys_at = width - space::ICON - keys.size().width;
        layout::Node::with_children(Size::new(width, height), vec![place(label, before), place(keys, keys_at)])
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        if self.message.is_some() {
            operation.focusable(None, layout.bounds(), tree.state.downcast_mut::<State>());
        }
        operation.traverse(&mut |operation| {
            let parts = [&mut self.label, &mut self.keys].into_iter().zip(&mut tree.children).zip(layout.children());
            for ((part, tree), place) in parts {
                part.as_widget_mut().operate(tree, place, renderer, operation);
            }
        });
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
        let before = self.status(state);
        let is_over = cursor.is_over(layout.bounds());
        if let Some(modality) = Modality::of(event) {
            state.modality = modality;
        }
        match event {
            Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::CursorLeft) => {
                state.is_hovered = is_over;
                state.is_focused &= !is_over || state.modality == Modality::Keys;
            }
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => state.is_pressed = is_over,
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. })
                if state.is_pressed =>
            {
                state.is_pressed = false;
                if let (true, Some(message)) = (is_over, &self.message) {
                    shell.publish(message.clone());
                    shell.capture_event();
                }
            }
            Event::Keyboard(keyboard::Event::KeyPressed {
                key: Key::Named(Named::Enter | Named::Space),
                repeat: false,
                ..
            }) if state.is_focused && !shell.is_event_captured() => {
                if let Some(message) = &self.message {
                    shell.publish(message.clone());
                    shell.capture_event();
                }
            }
            _ => {}
        }
        if self.status(state) != before {
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
        let can_be_pressed = self.message.is_some() && cursor.is_over(layout.bounds());
        if can_be_pressed { mouse::Interaction::Pointer } else { mouse::Interaction::default() }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let c = theme.palette();
        let status = self.status(tree.state.downcast_ref());
        let bounds = layout.bounds();
        if status == Status::Current {
            let border = border::rounded(radius::CONTROL);
            renderer.fill_quad(renderer::Quad { bounds, border, ..renderer::Quad::default() }, c.selection);
        }
        let (words, beside) = self.ink(c, status);
        if let Some(glyph) = self.glyph {
            let end = bounds.width - space::ICON - side::CONTROL;
            let x = bounds.x + if self.look.is_mirrored() { end } else { space::ICON };
            let y = bounds.y + ((bounds.height - side::CONTROL) / 2.0).round();
            let place = Rectangle { x, y, width: side::CONTROL, height: side::CONTROL };
            glyph.drawing().draw(renderer, theme, Some(beside), place);
        }
        let parts = [(&self.label, words), (&self.keys, beside)].into_iter().zip(&tree.children).zip(layout.children());
        for (((part, text_color), tree), place) in parts {
            let style = renderer::Style { text_color };
            part.as_widget().draw(tree, renderer, theme, &style, place, cursor, viewport);
        }
    }
}

impl<'a, Message: Clone + 'a> From<Target<'a, Message>> for Element<'a, Message> {
    fn from(target: Target<'a, Message>) -> Self {
        Element::new(target)
    }
}
