//! Text on one line, or on two under a picture, that is cut to its room with "…".
//!
//! iced has no ellipsis: text that is not wrapped is drawn out of its box. A [`Clip`] measures its text by shaped
//! paragraphs, cuts it by grapheme clusters and keeps the result until text, room or fonts change, so that a frame in
//! which nothing changed costs a comparison and no allocation. A cut text shows its whole in a tooltip.
//!
//! Matched letters ([`Clip::marks`]) get a heavier face where the interface font has the script (Latin, Greek,
//! Cyrillic). Everywhere else they are underlined: in Arabic a change of face in a word would tear its joined letters
//! apart, and most fallback fonts lack the weight (one in Arabic came out monospaced). Both show on any fill, and
//! neither is a colour, which the high-contrast looks could not draw on a selection.

mod cut;
mod shape;

use super::tip::{self, Tip};
use crate::cells::Paragraph;
use crate::tokens::{Step, text as steps};
use crate::{Look, font};
use candela_shared::display_name::single_line;
pub use cut::Cut;
use iced::advanced::text::Renderer as _;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay, renderer, text};
use iced::{Color, Element, Event, Font, Length, Point, Rectangle, Renderer, Size, Vector, window};
pub(crate) use shape::unbounded;
use shape::{Lines, Shaper};
use std::borrow::Cow;
use std::ops::Range;

/// Size, height of a line (both in logical pixels) and face of a text.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Format {
    pub size: f32,
    pub line_height: f32,
    pub font: Font,
}

impl Format {
    pub fn new(look: &Look, step: Step, content: &str) -> Self {
        let size = look.text_size(step).0;
        Self { size, line_height: look.line(step), font: font::face(content, step.weight, size) }
    }
}

/// A text that is cut to its room.
pub struct Clip<'a> {
    content: Cow<'a, str>,
    format: Format,
    cut: Cut,
    width: Length,
    color: Option<Color>,
    rows: Rows,
    is_mirrored: bool,
    marks: &'a [Range<usize>],
    tip: Tip,
}

/// By so little a clip is narrower than the text, in logical pixels, so that it counts.
const SLIVER: f32 = 0.01;
/// The face of matched letters.
const HEAVY: Font = Font { weight: iced::font::Weight::Semibold, ..font::REGULAR };

/// On how many lines, and where on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Rows {
    /// One, at the side where reading starts.
    #[default]
    One,
    /// Two at most, centred.
    Two,
    /// As many as it takes, centred.
    Every,
}

impl<'a> Clip<'a> {
    /// Shows the text on one line, cut at its end, as wide as there is room. Controls in it are shown as pictures.
    pub fn new(look: &Look, step: Step, content: impl Into<Cow<'a, str>>) -> Self {
        let content = match content.into() {
            Cow::Borrowed(text) => single_line(text),
            Cow::Owned(text) => Cow::Owned(match single_line(&text) {
                Cow::Owned(clean) => clean,
                Cow::Borrowed(_) => text,
            }),
        };
        Self {
            format: Format::new(look, step, &content),
            tip: Tip::new(look, &content),
            content,
            cut: Cut::End,
            width: Length::Fill,
            color: None,
            rows: Rows::One,
            is_mirrored: look.is_mirrored(),
            marks: &[],
        }
    }

    /// Shows the name of a file as body text, cut in the middle.
    pub fn name(look: &Look, name: impl Into<Cow<'a, str>>) -> Self {
        Self::new(look, steps::BODY, name).cut(Cut::NAME)
    }

    /// Where it is cut.
    pub fn cut(self, cut: Cut) -> Self {
        Self { cut, ..self }
    }

    /// Its width; with [`Length::Shrink`] it takes what the text needs.
    pub fn width(self, width: impl Into<Length>) -> Self {
        Self { width: width.into(), ..self }
    }

    /// Its colour; else the one of the text around it.
    pub fn color(self, color: Color) -> Self {
        Self { color: Some(color), ..self }
    }

    /// A name under a picture: centred, on two lines at most. A line may end before "." and after "-" and "_".
    pub fn two_lines(self) -> Self {
        Self { rows: Rows::Two, ..self }
    }

    /// A sentence in the middle of an empty place: on as many lines as it takes, each of them centred. (Text that iced
    /// aligns leaves its box where it is read from right to left.)
    pub fn centred(self) -> Self {
        Self { rows: Rows::Every, width: Length::Shrink, ..self }
    }

    /// Marks the bytes that were matched; on one line only. The ranges are in order and do not overlap; one that does
    /// not lie on letters is not marked.
    pub fn marks(self, marks: &'a [Range<usize>]) -> Self {
        Self { marks, ..self }
    }

    fn shaper(&self) -> Shaper<'_> {
        Shaper {
            content: &self.content,
            format: self.format,
            marks: self.marks,
            cut: self.cut,
            is_kept_ltr: self.cut == Cut::Path && !self.is_mirrored,
        }
    }
}

/// What was measured, and for what.
#[derive(Default)]
struct State {
    content: String,
    marks: Vec<Range<usize>>,
    cut: Cut,
    rows: Rows,
    room: f32,
    whole: Paragraph,
    lines: Lines,
    hover: tip::Hover,
}

impl State {
    /// Whether the text is the one that was shaped; says nothing about the room.
    fn has(&self, clip: &Clip<'_>) -> bool {
        self.content == *clip.content
            && self.marks == clip.marks
            && self.cut == clip.cut
            && self.rows == clip.rows
            && text::Paragraph::compare(&self.whole, shape::unbounded(clip.format, ())) == text::Difference::None
    }

    fn measure(&mut self, clip: &Clip<'_>, room: f32) {
        let has = self.has(clip);
        if has && self.room == room {
            return;
        }
        let shaper = clip.shaper();
        if !has {
            clip.content.as_ref().clone_into(&mut self.content);
            clip.marks.clone_into(&mut self.marks);
            self.cut = clip.cut;
            self.rows = clip.rows;
            self.whole = shaper.whole();
        }
        self.room = room;
        self.lines = match clip.rows {
            Rows::One => shaper.one(&self.whole, room),
            Rows::Two => shaper.two(&self.whole, room),
            Rows::Every => shaper.every(&self.whole, room),
        };
    }
}

impl<Message, Theme> Widget<Message, Theme, Renderer> for Clip<'_> {
    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Shrink)
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn layout(&mut self, tree: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        let limits = limits.width(self.width);
        let room = limits.max().width;
        let state = tree.state.downcast_mut::<State>();
        state.measure(self, room);
        let rows = state.lines.rows.len().max(1) as f32;
        let used = Size::new(state.lines.width().min(room), rows * self.format.line_height);
        layout::Node::new(limits.resolve(self.width, Length::Shrink, used))
    }

    fn operate(&mut self, _: &mut Tree, layout: Layout<'_>, _: &Renderer, operation: &mut dyn Operation) {
        operation.text(None, layout.bounds(), &self.content);
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
        if !matches!(event, Event::Mouse(_) | Event::Window(window::Event::RedrawRequested(_))) {
            return;
        }
        let state = tree.state.downcast_mut::<State>();
        let over = cursor.position_over(layout.bounds()).filter(|_| state.lines.is_cut);
        state.hover.follow(event, over, shell);
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let color = self.color.unwrap_or(style.text_color);
        let state = tree.state.downcast_ref::<State>();
        for (index, row) in state.lines.rows.iter().enumerate() {
            let left = bounds.width - row.width;
            let x = bounds.x
                + match self.rows {
                    Rows::Two | Rows::Every => left / 2.0,
                    Rows::One if self.is_mirrored => left,
                    Rows::One => 0.0,
                };
            let at = Point::new(x.floor(), bounds.y + index as f32 * self.format.line_height);
            // iced repaints what a text measures, not what its ink covers, and clips it only where it measures more than
            // the clip: of a cut text, and of one that is too wide all the same, nothing must stay behind. Others are not
            // clipped, for a clip costs tiny-skia a mask.
            let visible = if state.lines.is_cut {
                let measured = Rectangle::new(at, Size::new(row.width - SLIVER, self.format.line_height));
                measured.intersection(&bounds).and_then(|within| within.intersection(viewport))
            } else {
                Some(*viewport)
            };
            let Some(visible) = visible else { continue };
            renderer.fill_paragraph(&row.paragraph, at, color, visible);
            for line in &row.underlines {
                let bounds = *line + Vector::new(at.x, at.y);
                renderer.fill_quad(renderer::Quad { bounds, ..renderer::Quad::default() }, color);
            }
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _: &Renderer,
        _: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let state = tree.state.downcast_mut::<State>();
        let below = layout.bounds() + translation;
        if state.lines.is_cut { state.hover.overlay(self.tip, &self.content, below) } else { None }
    }
}

impl<'a, Message: 'a, Theme: 'a> From<Clip<'a>> for Element<'a, Message, Theme, Renderer> {
    fn from(clip: Clip<'a>) -> Self {
        Element::new(clip)
    }
}

#[cfg(test)]
mod tests;
