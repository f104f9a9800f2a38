//! A result: as large as its room allows, at the right; where not even the smallest size fits, it wraps.

use candela_ui::cells::Paragraph;
use candela_ui::tokens::{Step, text as steps};
use candela_ui::{Look, Theme, font};

use iced::advanced::text::{self, Paragraph as _, Renderer as _};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Layout, Widget, layout, mouse, renderer};
use iced::{Color, Element, Length, Pixels, Point, Rectangle, Renderer, Size, alignment};

/// The sizes of a result, the one that is wanted first.
const STEPS: [Step; 3] = [steps::DISPLAY, steps::DISPLAY_MIDDLE, steps::DISPLAY_SMALL];

/// A text that shrinks until it fits.
pub struct Fitting<'a> {
    content: &'a str,
    look: Look,
    color: Color,
    steps: &'static [Step],
}

/// Shows a result.
pub fn fitting<'a>(look: &Look, content: &'a str) -> Fitting<'a> {
    Fitting { content, look: *look, color: look.palette.text, steps: &STEPS }
}

impl Fitting<'_> {
    /// Shows it in its smallest size: the window is low.
    pub fn small(self, is_small: bool) -> Self {
        if is_small { Self { steps: &STEPS[2..], ..self } } else { self }
    }

    fn set(&self, step: Step, width: f32, wrapping: text::Wrapping) -> Paragraph {
        let size = self.look.text_size(step);
        Paragraph::with_text(text::Text {
            content: self.content,
            bounds: Size::new(width, f32::INFINITY),
            size,
            line_height: text::LineHeight::Absolute(Pixels(self.look.line(step))),
            font: font::face(self.content, step.weight, size.0),
            align_x: text::Alignment::Default,
            align_y: alignment::Vertical::Top,
            shaping: text::Shaping::Auto,
            wrapping,
        })
    }

    /// The largest size that fits the width; the smallest wraps where it must.
    fn shaped(&self, width: f32) -> Paragraph {
        let fits = |paragraph: &Paragraph| paragraph.min_bounds().width <= width;
        let whole = |step: &Step| self.set(*step, f32::INFINITY, text::Wrapping::None);
        let found = self.steps.iter().map(whole).find(fits);
        found.unwrap_or_else(|| self.set(steps::DISPLAY_SMALL, width, text::Wrapping::Glyph))
    }
}

/// What was shaped, and for what.
#[derive(Default)]
struct State {
    key: (String, f32, f32, usize),
    paragraph: Paragraph,
}

impl<Message> Widget<Message, Theme, Renderer> for Fitting<'_> {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn layout(&mut self, tree: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        let width = limits.max().width;
        let (content, of_width, scale, steps) = &state.key;
        if content != self.content || *of_width != width || *scale != self.look.text_scale || *steps != self.steps.len()
        {
            state.paragraph = self.shaped(width);
            state.key = (self.content.to_owned(), width, self.look.text_scale, self.steps.len());
        }
        layout::Node::new(Size::new(width, state.paragraph.min_bounds().height))
    }

    fn operate(&mut self, _: &mut Tree, layout: Layout<'_>, _: &Renderer, operation: &mut dyn Operation) {
        operation.text(None, layout.bounds(), self.content);
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _: &Theme,
        _: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let bounds = layout.bounds();
        let left = bounds.x + (bounds.width - state.paragraph.min_bounds().width).max(0.0);
        renderer.fill_paragraph(&state.paragraph, Point::new(left.round(), bounds.y), self.color, *viewport);
    }
}

impl<'a, Message: 'a> From<Fitting<'a>> for Element<'a, Message, Theme> {
    fn from(fitting: Fitting<'a>) -> Self {
        Self::new(fitting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn height(content: &str, width: f32) -> f32 {
        let look = Look::default();
        fitting(&look, content).shaped(width).min_bounds().height
    }

    #[test]
    fn a_result_shrinks_twice_before_it_wraps() {
        // Other tests load the fonts at any moment, and widths are theirs.
        candela_ui::font::load();
        let look = Look::default();
        let whole = |step| fitting(&look, "1,234,567.890123").set(step, f32::INFINITY, text::Wrapping::None);
        let all = STEPS.map(|step| height("1,234,567.890123", whole(step).min_bounds().width.ceil()));
        assert_eq!(all, [48.0, 40.0, 34.0]);
        assert_eq!(height("1,234,567.890123", 140.0) % 34.0, 0.0);
        assert!(height("1,234,567.890123", 140.0) > 34.0);
    }
}
