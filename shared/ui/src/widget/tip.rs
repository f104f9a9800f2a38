//! Tooltips: how one is drawn, and when it comes. [`tooltip`](super::tooltip) and cut texts show them.

use super::clip::{Format, unbounded};
use crate::Look;
use crate::cells::Paragraph;
use crate::tokens::{radius, space, text as steps, time};
use iced::advanced::overlay::{self, Overlay};
use iced::advanced::text::{self, Paragraph as _, Renderer as _};
use iced::advanced::widget::Operation;
use iced::advanced::{Layout, Renderer as _, Shell, layout, mouse, renderer};
use iced::{Border, Color, Event, Point, Rectangle, Renderer, Size, Vector, window};
use std::cell::Cell;
use std::time::{Duration, Instant};

/// How long the pointer rests before the tooltip comes.
const DELAY: Duration = Duration::from_millis(time::TOOLTIP);
/// So long after one was shown the next comes at once.
const WARM: Duration = Duration::from_millis(time::TOOLTIP);
const WIDEST: f32 = 480.0;
const GAP: f32 = 4.0;

thread_local! {
    /// When the last tooltip went: the pointer is one, whatever window it is in.
    static LAST_SHOWN: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// How a tooltip is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tip {
    background: Color,
    color: Color,
    format: Format,
}

/// Room at the left and right of its text, and above and below it.
const PADDING: Size = Size::new(space::S, space::XS);

impl Tip {
    pub fn new(look: &Look, content: &str) -> Self {
        let format = Format::new(look, steps::CAPTION, content);
        Self { background: look.palette.text, color: look.palette.surface, format }
    }
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
        let is_warm = LAST_SHOWN.get().is_some_and(|last| now < last + WARM);
        let phase = match (self.phase, over) {
            (_, None) => Phase::Away,
            (_, Some(_)) if matches!(event, Event::Mouse(mouse::Event::ButtonPressed(_))) => Phase::Away,
            (Phase::Away, Some(_)) if !matches!(event, Event::Mouse(mouse::Event::CursorMoved { .. })) => Phase::Away,
            (Phase::Away, Some(at)) if is_warm => Phase::Open(at),
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
        if matches!(self.phase, Phase::Open(_)) && phase == Phase::Away {
            LAST_SHOWN.set(Some(now));
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
        let shown = Shown { tip, content, of: below, place: Place::Under(pointer), paragraph: &mut self.paragraph };
        Some(overlay::Element::new(Box::new(shown)))
    }
}

/// A tip beside what it tells of: on the other side where there is no room.
struct Shown<'b> {
    tip: Tip,
    content: &'b str,
    /// What it tells of.
    of: Rectangle,
    place: Place,
    paragraph: &'b mut Paragraph,
}

enum Place {
    /// Begins at the pointer, under what it tells of.
    Under(Point),
    /// Stands over the middle of it.
    Above,
}

/// A tip over the middle of what it tells of.
pub(super) fn above<'b, Message, Theme>(
    tip: Tip,
    content: &'b str,
    of: Rectangle,
    paragraph: &'b mut Paragraph,
) -> overlay::Element<'b, Message, Theme, Renderer> {
    overlay::Element::new(Box::new(Shown { tip, content, of, place: Place::Above, paragraph }))
}

impl<Message, Theme> Overlay<Message, Theme, Renderer> for Shown<'_> {
    fn layout(&mut self, _: &Renderer, window: Size) -> layout::Node {
        let room = (window.width - 2.0 * PADDING.width - 2.0 * GAP).clamp(1.0, WIDEST);
        *self.paragraph = text::Paragraph::with_text(text::Text {
            bounds: Size::new(room, f32::INFINITY),
            wrapping: text::Wrapping::WordOrGlyph,
            ..unbounded(self.tip.format, self.content)
        });
        let inside = self.paragraph.min_bounds();
        let size = Size::new(inside.width + 2.0 * PADDING.width, inside.height + 2.0 * PADDING.height);
        let (under, over) = (self.of.y + self.of.height + GAP, self.of.y - size.height - GAP);
        let (x, y) = match self.place {
            Place::Under(pointer) => {
                let x = pointer.x.clamp(self.of.x, self.of.x + self.of.width);
                (x, if under + size.height > window.height { over } else { under })
            }
            Place::Above => (self.of.center_x() - size.width / 2.0, if over < 0.0 { under } else { over }),
        };
        let x = x.min(window.width - size.width - GAP).max(GAP);
        layout::Node::new(size).move_to(Point::new(x.round(), y.max(0.0).round()))
    }

    fn operate(&mut self, layout: Layout<'_>, _: &Renderer, operation: &mut dyn Operation) {
        operation.text(None, layout.bounds(), self.content);
    }

    fn draw(&self, renderer: &mut Renderer, _: &Theme, _: &renderer::Style, layout: Layout<'_>, _: mouse::Cursor) {
        let bounds = layout.bounds();
        let border = Border { radius: radius::INNER.into(), ..Border::default() };
        renderer.fill_quad(renderer::Quad { bounds, border, ..renderer::Quad::default() }, self.tip.background);
        let at = bounds.position() + Vector::new(PADDING.width, PADDING.height);
        renderer.fill_paragraph(self.paragraph, at, self.tip.color, bounds);
    }
}
