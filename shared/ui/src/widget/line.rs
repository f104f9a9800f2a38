//! Rows in reading direction, and what stands between their parts.

use crate::theme::container as boxes;
use crate::{Element, Look, Theme};
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::widget::{Space, column, container, row};
use iced::{Alignment, Event, Length, Padding, Rectangle, Renderer, Size, Vector, alignment};

/// A row in reading direction, its parts centred, `gap` apart: the only place that mirrors.
pub fn line<'a, Message: 'a>(look: &Look, parts: Vec<Element<'a, Message>>, gap: f32) -> Line<'a, Message> {
    let is_mirrored = look.is_mirrored();
    let mut line = Line {
        children: Vec::with_capacity(parts.len()),
        width: Length::Shrink,
        height: Length::Shrink,
        gap,
        align: Alignment::Center,
        is_mirrored,
    };
    if is_mirrored {
        parts.into_iter().rev().for_each(|part| line.push(part));
    } else {
        parts.into_iter().for_each(|part| line.push(part));
    }
    line
}

/// See [`line`]. What iced's row is, but that Tab walks it in reading direction too: mirrored, from right to left.
pub struct Line<'a, Message> {
    /// From left to right.
    children: Vec<Element<'a, Message>>,
    width: Length,
    height: Length,
    gap: f32,
    align: Alignment,
    is_mirrored: bool,
}

impl<'a, Message> Line<'a, Message> {
    /// Its width.
    pub fn width(self, width: impl Into<Length>) -> Self {
        Self { width: width.into(), ..self }
    }

    /// Its height.
    pub fn height(self, height: impl Into<Length>) -> Self {
        Self { height: height.into(), ..self }
    }

    /// Where its parts stand that are less high than others.
    pub fn align_y(self, align: impl Into<alignment::Vertical>) -> Self {
        Self { align: align.into().into(), ..self }
    }

    /// Adds a part at the right; one that takes no room is left out, as iced's row does.
    fn push(&mut self, child: Element<'a, Message>) {
        let size = child.as_widget().size_hint();
        if !size.is_void() {
            self.width = self.width.enclose(size.width);
            self.height = self.height.enclose(size.height);
            self.children.push(child);
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Line<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        self.children.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.children);
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, self.height)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::flex::resolve(
            layout::flex::Axis::Horizontal,
            renderer,
            limits,
            self.width,
            self.height,
            Padding::ZERO,
            self.gap,
            self.align,
            &mut self.children,
            &mut tree.children,
        )
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            let mut operate = |((child, tree), layout): ((&mut Element<'_, Message>, &mut Tree), Layout<'_>)| {
                child.as_widget_mut().operate(tree, layout, renderer, operation);
            };
            let layouts: Vec<Layout<'_>> = layout.children().collect();
            let parts = self.children.iter_mut().zip(&mut tree.children).zip(layouts);
            if self.is_mirrored { parts.rev().for_each(&mut operate) } else { parts.for_each(&mut operate) }
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
        for ((child, tree), layout) in self.children.iter_mut().zip(&mut tree.children).zip(layout.children()) {
            child.as_widget_mut().update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
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
        let parts = self.children.iter().zip(&tree.children).zip(layout.children());
        let of = |((child, tree), layout): ((&Element<'_, Message>, &Tree), Layout<'_>)| {
            child.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer)
        };
        parts.map(of).max().unwrap_or_default()
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
        if !layout.bounds().intersects(viewport) {
            return;
        }
        let parts = self.children.iter().zip(&tree.children).zip(layout.children());
        for ((child, tree), layout) in parts.filter(|(_, layout)| layout.bounds().intersects(viewport)) {
            child.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
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
        overlay::from_children(&mut self.children, tree, layout, renderer, viewport, translation)
    }
}

impl<'a, Message: 'a> From<Line<'a, Message>> for Element<'a, Message> {
    fn from(line: Line<'a, Message>) -> Self {
        Self::new(line)
    }
}

/// Takes what is left of a row.
pub fn fill<'a, Message: 'a>() -> Element<'a, Message> {
    Space::new().width(Length::Fill).into()
}

/// Keeps that much room free; a side of 0 is left to the others.
pub fn gap<'a, Message: 'a>(width: f32, height: f32) -> Element<'a, Message> {
    // A row drops a child whose width or height is Fixed(0): leave that side to Shrink.
    let side = |length: f32| if length > 0.0 { Length::Fixed(length) } else { Length::Shrink };
    Space::new().width(side(width)).height(side(height)).into()
}

/// A line one pixel high over the whole width.
pub fn rule<'a, Message: 'a>() -> Element<'a, Message> {
    container(gap(0.0, 1.0)).width(Length::Fill).height(1.0).style(boxes::rule).into()
}

/// The edge of one pixel that a window draws around itself, over what it shows: lines, since a box with nothing but a
/// border has nothing blended over all of it.
pub fn window_edge<'a, Message: 'a>() -> Element<'a, Message> {
    let side =
        |width: Length, height: Length| container(gap(0.0, 0.0)).width(width).height(height).style(boxes::window_edge);
    let (across, down) = (|| side(Length::Fill, 1.0.into()), || side(1.0.into(), Length::Fill));
    column![across(), row![down(), fill(), down()].height(Length::Fill), across()].into()
}

/// Puts content at the start of a line: text read from right to left must not be aligned by itself.
pub fn start<'a, Message: 'a>(look: &Look, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(content).width(Length::Fill).align_x(look.start()).into()
}
