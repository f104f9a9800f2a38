//! How an input is laid out, drawn and told about events.

use super::Input;
use super::caret::Caret;
use super::event::Pointer;
use super::state::{State, blink};
use crate::Theme;
use iced::advanced::text::Renderer as _;
use iced::advanced::widget::{Operation, Tree, operation, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay, renderer};
use iced::widget::text_input::{Status, Style};
use iced::{Color, Event, Length, Point, Rectangle, Renderer, Size, Vector, keyboard, window};
use std::ops::Range;
use std::time::Instant;

fn state(tree: &mut Tree) -> &mut State {
    tree.state.downcast_mut::<State>()
}

fn room(layout: Layout<'_>) -> Rectangle {
    layout.children().next().map_or(layout.bounds(), |room| room.bounds())
}

impl<Message: Clone> Input<'_, Message> {
    fn status(&self, state: &State) -> Status {
        match (&self.on_input, &state.focus) {
            (None, _) => Status::Disabled,
            (Some(_), Some(_)) => Status::Focused { is_hovered: state.is_hovered },
            (Some(_), None) if state.is_hovered => Status::Hovered,
            (Some(_), None) => Status::Active,
        }
    }

    fn draw_text(
        &self,
        state: &State,
        renderer: &mut Renderer,
        style: &Style,
        room: Rectangle,
        viewport: &Rectangle,
        mark_color: Color,
    ) {
        let Some(visible) = room.intersection(viewport) else {
            return;
        };
        let is_composing = state.preedit.as_ref().is_some_and(|preedit| !preedit.content.is_empty());
        let is_empty = state.editor.text().is_empty();
        let line = if is_empty { &state.placeholder } else { &state.line };
        let left = room.x + state.origin(line);
        let focus = state.focus.as_ref().filter(|_| !state.is_window_inactive);
        if state.focus.is_some() && !is_empty {
            for (from, to) in line.cells().stretches(&state.editor.selection()) {
                let (from, to) = ((left + from).round(), (left + to).round());
                let stretch = Rectangle { x: from, width: to - from, ..room };
                if let Some(bounds) = stretch.intersection(&visible) {
                    renderer.fill_quad(renderer::Quad { bounds, ..renderer::Quad::default() }, style.selection);
                }
            }
        }
        if !(is_empty && is_composing) {
            let fits = left >= room.x && line.cells().width() <= state.room;
            // A clip costs tiny-skia a mask: only where the line is longer than its room.
            let clip = if fits { *viewport } else { visible };
            let color = if is_empty { style.placeholder } else { style.value };
            renderer.fill_paragraph(line.paragraph(), Point::new(left.round(), room.y), color, clip);
        }
        if let Some(mark) = self.mark.as_ref().filter(|_| !is_empty) {
            draw_mark(mark, state, renderer, mark_color, Rectangle { x: left, ..room }, &visible);
        }
        let is_selecting = !state.editor.selection().is_empty();
        if let Some(focus) = focus.filter(|_| !is_selecting) {
            let (is_shown, _) = blink(focus.now.saturating_duration_since(focus.since));
            if is_shown || !self.blinks {
                let bounds = Rectangle { x: room.x + state.caret_x(), width: state.caret_width(), ..room };
                renderer.fill_quad(renderer::Quad { bounds, ..renderer::Quad::default() }, style.value);
            }
        }
    }
}

/// Underlines a part of the line, which begins at the left of `line`; of an empty part, its place.
fn draw_mark(
    mark: &Range<usize>,
    state: &State,
    renderer: &mut Renderer,
    color: Color,
    line: Rectangle,
    visible: &Rectangle,
) {
    /// Thickness, and the least length.
    const SIZE: Size = Size::new(8.0, 2.0);
    let cells = state.line.cells();
    let mut stretches = cells.stretches(mark);
    if stretches.is_empty() {
        let x = Caret::after(mark.start.min(state.editor.text().len())).x(cells);
        stretches.push((x - SIZE.width / 2.0, x + SIZE.width / 2.0));
    }
    for (from, to) in stretches {
        let y = line.y + line.height - SIZE.height;
        let width = (to - from).max(SIZE.width);
        let bounds = Rectangle::new(Point::new((line.x + from).round(), y), Size::new(width.round(), SIZE.height));
        if let Some(bounds) = bounds.intersection(visible) {
            renderer.fill_quad(renderer::Quad { bounds, ..renderer::Quad::default() }, color);
        }
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Input<'_, Message> {
    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Fixed(self.height))
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        let editor = super::editor::Editor::new(&self.value);
        tree::State::new(State { editor, is_enabled: self.on_input.is_some(), ..State::default() })
    }

    fn children(&self) -> Vec<Tree> {
        self.parts().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.parts().collect::<Vec<_>>());
        let state = state(tree);
        state.is_enabled = self.on_input.is_some();
        if !state.is_enabled {
            operation::Focusable::unfocus(state);
        }
        // A view is built after every message: the text is the application's, whatever was typed.
        if state.editor.text() != self.value {
            state.editor.set(&self.value);
        }
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let size = limits.width(self.width).height(self.height).resolve(self.width, self.height, Size::ZERO);
        let (height, gap, is_mirrored) = (size.height, self.gap, self.is_mirrored);
        let (mut left, mut right) = (self.sides, size.width - self.sides);
        if self.is_clear_shown {
            // Its target is larger than its glyph: the glyph keeps its place.
            let overhang = (super::CLEAR - crate::tokens::icon::CONTROL) / 2.0;
            if is_mirrored { left -= overhang } else { right += overhang }
        }
        let limits = layout::Limits::new(Size::ZERO, Size::new(size.width, height));
        let has_lead = self.lead.is_some();
        let mut nodes = vec![layout::Node::default()];
        for (index, (part, tree)) in self.parts_mut().zip(&mut tree.children).enumerate() {
            let node = part.as_widget_mut().layout(tree, renderer, &limits);
            let (width, y) = (node.size().width, ((height - node.size().height) / 2.0).round());
            let is_left = (index == 0 && has_lead) != is_mirrored;
            let x = if is_left { left } else { right - width };
            if is_left {
                left += width + gap;
            } else {
                right -= width + gap;
            }
            nodes.push(node.move_to(Point::new(x, y)));
        }
        let state = state(tree);
        state.format = self.format;
        state.is_mirrored = is_mirrored;
        state.room = (right - left).max(0.0);
        state.placeholder.set(&self.placeholder, self.format);
        state.refresh();
        let line = self.format.line_height;
        nodes[0] =
            layout::Node::new(Size::new(state.room, line)).move_to(Point::new(left, ((height - line) / 2.0).round()));
        layout::Node::with_children(size, nodes)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let state = state(tree);
        operation.text_input(self.id.as_ref(), layout.bounds(), state);
        if self.on_input.is_some() {
            operation.focusable(self.id.as_ref(), layout.bounds(), state);
        }
        operation.traverse(&mut |operation| {
            let layouts = layout.children().skip(1);
            for ((part, tree), layout) in self.parts_mut().zip(&mut tree.children).zip(layouts) {
                part.as_widget_mut().operate(tree, layout, renderer, operation);
            }
        });
    }

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
        let layouts = layout.children().skip(1);
        for ((part, tree), layout) in self.parts_mut().zip(&mut tree.children).zip(layouts) {
            part.as_widget_mut().update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        }
        if shell.is_event_captured() || self.on_input.is_none() {
            return;
        }
        let room = room(layout);
        let is_over = cursor.is_over(layout.bounds());
        let state = state(tree);
        let selected = state.editor.selection();
        if state.is_hovered != is_over && matches!(event, Event::Mouse(_)) {
            state.is_hovered = is_over;
            shell.request_redraw();
        }
        match event {
            Event::Mouse(_) | Event::Touch(_) => {
                if let Some(at) = cursor.land().position() {
                    let pointer = Pointer { at, x: at.x - room.x, is_over };
                    self.on_mouse(state, event, pointer, clipboard, shell);
                }
            }
            Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)) => state.modifiers = *modifiers,
            Event::Keyboard(event) if state.focus.is_some() => self.on_key(state, event, clipboard, shell),
            Event::InputMethod(event) if state.focus.is_some() => self.on_input_method(state, event, shell),
            Event::Window(window::Event::RedrawRequested(now)) => self.on_frame(state, *now, room, shell),
            Event::Window(event @ (window::Event::Focused | window::Event::Unfocused)) => {
                state.is_window_inactive = matches!(event, window::Event::Unfocused);
                if state.focus.is_some() {
                    shell.request_redraw();
                }
                state.touch(Instant::now());
            }
            _ => {}
        }
        if let Some(on_select) = self.on_select.as_ref().filter(|_| state.editor.selection() != selected) {
            shell.publish(on_select(state.editor.text(), state.editor.selection()));
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let layouts = layout.children().skip(1);
        let parts = self.parts().zip(&tree.children).zip(layouts);
        let inside = parts
            .map(|((part, tree), layout)| part.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer));
        let own = if self.on_input.is_some() { mouse::Interaction::Text } else { mouse::Interaction::None };
        let inside = inside.max().filter(|inside| *inside != mouse::Interaction::None);
        if cursor.is_over(layout.bounds()) { inside.unwrap_or(own) } else { mouse::Interaction::None }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        inherited: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let style = (self.style)(theme, self.status(state));
        let quad = renderer::Quad { bounds: layout.bounds(), border: style.border, ..renderer::Quad::default() };
        renderer.fill_quad(quad, style.background);
        self.draw_text(state, renderer, &style, room(layout), viewport, theme.palette().danger);
        let layouts = layout.children().skip(1);
        for ((part, tree), layout) in self.parts().zip(&tree.children).zip(layouts) {
            part.as_widget().draw(tree, renderer, theme, inherited, layout, cursor, viewport);
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let layouts = layout.children().skip(1);
        let parts = self.parts_mut().zip(&mut tree.children).zip(layouts);
        let overlays = parts.filter_map(|((part, tree), layout)| {
            part.as_widget_mut().overlay(tree, layout, renderer, viewport, translation)
        });
        let overlays: Vec<_> = overlays.collect();
        (!overlays.is_empty()).then(|| overlay::Group::with_children(overlays).overlay())
    }
}
