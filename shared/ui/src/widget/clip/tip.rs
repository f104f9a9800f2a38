//! The tooltip that shows the whole of a cut text.

use super::Format;
use super::shape::unbounded;
use crate::cells::Paragraph;
use iced::advanced::overlay::{self, Overlay};
use iced::advanced::text::{self, Paragraph as _, Renderer as _};
use iced::advanced::{Layout, Renderer as _, Shell, layout, mouse, renderer};
use iced::{Border, Color, Event, Point, Rectangle, Renderer, Size, Vector, window};
use std::time::{Duration, Instant};

/// How long the pointer rests before the tooltip comes.
const DELAY: Duration = Duration::from_millis(600);
const WIDEST: f32 = 480.0;
const GAP: f32 = 4.0;

/// How a tooltip is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tip {
    /// Its fill.
    pub background: Color,
    /// Its text.
    pub color: Color,
    /// How its text is set.
    pub format: Format,
    /// Corner radius in logical pixels.
    pub radius: f32,
    /// Room at the left and right of the text, and above and below it.
    pub padding: Size,
}

/// Whether the pointer rests on the text.
#[derive(Default)]
pub(super) struct Hover {
    phase: Phase,
    paragraph: Paragraph,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Phase {
    #[default]
    Away,
    Resting(Instant),
    Open(Point),
}

impl Hover {
    /// Notes where the pointer is over a cut text, `None` elsewhere.
    pub fn follow<Message>(&mut self, event: &Event, over: Option<Point>, shell: &mut Shell<'_, Message>) {
        let now = match event {
            Event::Window(window::Event::RedrawRequested(now)) => *now,
            _ => Instant::now(),
        };
        let phase = match (self.phase, over) {
            (_, None) => Phase::Away,
            (_, Some(_)) if matches!(event, Event::Mouse(mouse::Event::ButtonPressed(_))) => Phase::Away,
            (Phase::Away, Some(_)) if !matches!(event, Event::Mouse(mouse::Event::CursorMoved { .. })) => Phase::Away,
            (Phase::Away, Some(_)) => Phase::Resting(now),
            (Phase::Resting(since), Some(at)) if now >= since + DELAY => Phase::Open(at),
            (phase, Some(_)) => phase,
        };
        if let Phase::Resting(since) = phase {
            shell.request_redraw_at(since + DELAY);
        }
        if phase != self.phase && (matches!(phase, Phase::Open(_)) || matches!(self.phase, Phase::Open(_))) {
            shell.invalidate_layout();
            shell.request_redraw();
        }
        self.phase = phase;
    }

    pub fn overlay<'b, Message, Theme>(
        &'b mut self,
        tip: Tip,
        content: &'b str,
        below: Rectangle,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let Phase::Open(pointer) = self.phase else {
            return None;
        };
        let shown = Shown { tip, content, below, pointer, paragraph: &mut self.paragraph };
        Some(overlay::Element::new(Box::new(shown)))
    }
}

struct Shown<'b> {
    tip: Tip,
    content: &'b str,
    below: Rectangle,
    pointer: Point,
    paragraph: &'b mut Paragraph,
}

impl<Message, Theme> Overlay<Message, Theme, Renderer> for Shown<'_> {
    fn layout(&mut self, _: &Renderer, window: Size) -> layout::Node {
        let padding = self.tip.padding;
        let room = (window.width - 2.0 * padding.width - 2.0 * GAP).clamp(1.0, WIDEST);
        *self.paragraph = text::Paragraph::with_text(text::Text {
            bounds: Size::new(room, f32::INFINITY),
            wrapping: text::Wrapping::WordOrGlyph,
            ..unbounded(self.tip.format, self.content)
        });
        let inside = self.paragraph.min_bounds();
        let size = Size::new(inside.width + 2.0 * padding.width, inside.height + 2.0 * padding.height);
        let x = self.pointer.x.clamp(self.below.x, self.below.x + self.below.width);
        let x = x.min(window.width - size.width - GAP).max(GAP);
        let under = self.below.y + self.below.height + GAP;
        let y = if under + size.height > window.height { self.below.y - size.height - GAP } else { under };
        layout::Node::new(size).move_to(Point::new(x.round(), y.max(0.0).round()))
    }

    fn draw(&self, renderer: &mut Renderer, _: &Theme, _: &renderer::Style, layout: Layout<'_>, _: mouse::Cursor) {
        let bounds = layout.bounds();
        let border = Border { radius: self.tip.radius.into(), ..Border::default() };
        renderer.fill_quad(renderer::Quad { bounds, border, ..renderer::Quad::default() }, self.tip.background);
        let at = bounds.position() + Vector::new(self.tip.padding.width, self.tip.padding.height);
        renderer.fill_paragraph(self.paragraph, at, self.tip.color, bounds);
    }
}
