//! Rows below each other, all as wide as the widest.

use crate::{Element, Theme};
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Event, Length, Point, Rectangle, Renderer, Size, Vector};

/// A column whose width is that of its widest row, and `least` at least.
pub(super) struct Even<'a, Message> {
    rows: Vec<Element<'a, Message>>,
    least: f32,
}

impl<'a, Message> Even<'a, Message> {
    pub fn new(rows: Vec<Element<'a, Message>>, least: f32) -> Self {
        Self { rows, least }
    }

    fn lay_out(
        &mut self,
        tree: &mut Tree,
        renderer: &Renderer,
        limits: &layout::Limits,
        is_asked: impl Fn(Length) -> bool,
    ) -> Vec<layout::Node> {
        let rows = self.rows.iter_mut().zip(&mut tree.children);
        let asked = rows.filter(|(row, _)| is_asked(row.as_widget().size().width));
        asked.map(|(row, tree)| row.as_widget_mut().layout(tree, renderer, limits)).collect()
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Even<'_, Message> {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Shrink, Length::Shrink)
    }

    fn children(&self) -> Vec<Tree> {
        self.rows.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.rows);
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let room = Size::new(limits.max().width, f32::INFINITY);
        let natural = self.lay_out(tree, renderer, &layout::Limits::new(Size::ZERO, room), |width| !width.is_fill());
        // A pixel more than they need: words that have exactly the width they were measured with may wrap.
        let widest = natural.iter().map(|node| node.size().width.ceil() + 1.0).fold(self.least, f32::max);
        let width = widest.clamp(limits.min().width, limits.max().width.max(limits.min().width));
        let exact = layout::Limits::new(Size::new(width, 0.0), Size::new(width, f32::INFINITY));
        let mut y = 0.0;
        let nodes = self.lay_out(tree, renderer, &exact, |_| true).into_iter().map(|node| {
            let at = Point::new(0.0, y);
            y += node.size().height;
            node.move_to(at)
        });
        let nodes = nodes.collect();
        layout::Node::with_children(Size::new(width, y), nodes)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            for ((row, tree), place) in self.rows.iter_mut().zip(&mut tree.children).zip(layout.children()) {
                row.as_widget_mut().operate(tree, place, renderer, operation);
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
        for ((row, tree), place) in self.rows.iter_mut().zip(&mut tree.children).zip(layout.children()) {
            row.as_widget_mut().update(tree, event, place, cursor, renderer, clipboard, shell, viewport);
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
        let rows = self.rows.iter().zip(&tree.children).zip(layout.children());
        let each =
            rows.map(|((row, tree), place)| row.as_widget().mouse_interaction(tree, place, cursor, viewport, renderer));
        each.max().unwrap_or_default()
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
        for ((row, tree), place) in self.rows.iter().zip(&tree.children).zip(layout.children()) {
            row.as_widget().draw(tree, renderer, theme, style, place, cursor, viewport);
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
        overlay::from_children(&mut self.rows, tree, layout, renderer, viewport, translation)
    }
}

impl<'a, Message: 'a> From<Even<'a, Message>> for Element<'a, Message> {
    fn from(even: Even<'a, Message>) -> Self {
        Element::new(even)
    }
}
