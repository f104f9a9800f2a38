//! Motion: a value that glides to its target, and the spinner.

use crate::icon::Glyph;
use crate::theme::text as ink;
use crate::tokens::time;
use crate::{Element, Look, Motion, Theme};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::widget::text::Style;
use iced::{Event, Length, Radians, Rectangle, Renderer, Size, window};
use std::time::{Duration, Instant};

/// A value on its way to where it should be. It is where it should be at its first sight.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Glide {
    way: Option<Way>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Way {
    from: f32,
    to: f32,
    since: Instant,
    now: Instant,
    takes: Duration,
}

impl Way {
    fn at(&self) -> f32 {
        let gone = self.now.saturating_duration_since(self.since);
        if gone >= self.takes {
            return self.to;
        }
        let part = gone.as_secs_f32() / self.takes.as_secs_f32();
        // Fast first: what was pressed answers at once.
        let eased = 1.0 - (1.0 - part) * (1.0 - part);
        self.from + (self.to - self.from) * eased
    }

    fn is_over(&self) -> bool {
        self.now.saturating_duration_since(self.since) >= self.takes
    }
}

impl Glide {
    /// Heads for `target`, taking that long, and asks for the next frame until it is there.
    pub(super) fn go<Message>(&mut self, target: f32, now: Instant, takes: Duration, shell: &mut Shell<'_, Message>) {
        if self.step(target, now, takes) {
            shell.request_redraw();
        }
    }

    /// The same without a shell: whether it is still under way.
    fn step(&mut self, target: f32, now: Instant, takes: Duration) -> bool {
        let way = match self.way {
            None => Way { from: target, to: target, since: now, now, takes: Duration::ZERO },
            Some(way) if way.to != target => Way { from: way.at(), to: target, since: now, now, takes },
            Some(way) => Way { now, ..way },
        };
        self.way = Some(way);
        !way.is_over()
    }

    /// Where it is now; `None` before it was ever sent anywhere.
    pub(super) fn at(&self) -> Option<f32> {
        self.way.map(|way| way.at())
    }
}

/// A spinner: eight steps a turn, one turn a second, not shown before 300 ms of waiting; still where motion is unwanted.
pub struct Spinner<'a> {
    side: f32,
    motion: Motion,
    ink: Box<dyn Fn(&Theme) -> Style + 'a>,
}

/// A spinner as large as the glyph it stands for.
pub fn spinner<'a>(look: &Look, side: f32) -> Spinner<'a> {
    Spinner { side, motion: look.motion, ink: Box::new(ink::inherited) }
}

impl<'a> Spinner<'a> {
    /// Colours it by role.
    pub fn style(self, ink: impl Fn(&Theme) -> Style + 'a) -> Self {
        Self { ink: Box::new(ink), ..self }
    }
}

#[derive(Default)]
struct Turning {
    since: Option<Instant>,
    waited: Duration,
}

impl Turning {
    /// How often an eighth of a turn was made; `None` while one can still wait without being told.
    fn steps(&self) -> Option<u64> {
        let waited = u64::try_from(self.waited.as_millis()).unwrap_or(u64::MAX);
        Some(waited.checked_sub(time::PATIENCE)? / time::SPINNER_STEP)
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Spinner<'_> {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fixed(self.side), Length::Fixed(self.side))
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Turning>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Turning::default())
    }

    fn layout(&mut self, _: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, self.side, self.side)
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        _: Layout<'_>,
        _: mouse::Cursor,
        _: &Renderer,
        _: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _: &Rectangle,
    ) {
        let Event::Window(window::Event::RedrawRequested(now)) = event else { return };
        let state = tree.state.downcast_mut::<Turning>();
        let since = *state.since.get_or_insert(*now);
        state.waited = now.saturating_duration_since(since);
        let next = match (state.steps(), self.motion) {
            (None, _) => time::PATIENCE,
            (Some(steps), Motion::Full) => time::PATIENCE + (steps + 1) * time::SPINNER_STEP,
            (Some(_), Motion::Less) => return,
        };
        shell.request_redraw_at(since + Duration::from_millis(next));
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        _: &Rectangle,
    ) {
        let Some(steps) = tree.state.downcast_ref::<Turning>().steps() else { return };
        let bounds = layout.bounds();
        let color = (self.ink)(theme).color.unwrap_or(style.text_color);
        match self.motion {
            Motion::Full => {
                let turned = (steps % 8) as f32 * std::f32::consts::FRAC_PI_4;
                Glyph::SpinnerGap.drawing().draw_turned(renderer, theme, Some(color), bounds, Radians(turned));
            }
            Motion::Less => draw_dots(renderer, bounds, color),
        }
    }
}

/// The three dots that stand for a spinner that must not turn.
fn draw_dots(renderer: &mut Renderer, bounds: Rectangle, color: iced::Color) {
    let side = (bounds.width / 6.0).round().max(2.0);
    for part in [0.2, 0.5, 0.8] {
        let x = bounds.x + bounds.width * part - side / 2.0;
        let dot = Rectangle { x, y: bounds.center_y() - side / 2.0, width: side, height: side };
        let round = iced::border::rounded(side / 2.0);
        renderer.fill_quad(renderer::Quad { bounds: dot, border: round, ..renderer::Quad::default() }, color);
    }
}

impl<'a, Message: 'a> From<Spinner<'a>> for Element<'a, Message> {
    fn from(spinner: Spinner<'a>) -> Self {
        Self::new(spinner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_glides_when_its_target_moves_and_not_at_first_sight() {
        let start = Instant::now();
        let takes = Duration::from_millis(100);
        let mut knob = Glide::default();
        assert!(!knob.step(1.0, start, takes), "at once where it should be");
        assert_eq!(knob.at(), Some(1.0));
        assert!(knob.step(0.0, start, takes));
        assert_eq!(knob.at(), Some(1.0));
        assert!(knob.step(0.0, start + takes / 2, takes));
        assert_eq!(knob.at(), Some(0.25), "three quarters of the way in half the time");
        assert!(!knob.step(0.0, start + takes, takes), "asks for no frame more");
        assert_eq!(knob.at(), Some(0.0));
    }

    #[test]
    fn without_motion_a_value_jumps() {
        let start = Instant::now();
        let mut knob = Glide::default();
        let _ = knob.step(0.0, start, Duration::ZERO);
        assert!(!knob.step(1.0, start, Duration::ZERO));
        assert_eq!(knob.at(), Some(1.0));
    }

    #[test]
    fn a_spinner_shows_itself_only_after_300_ms_and_turns_eight_times_a_second() {
        let waited = |ms| Turning { since: None, waited: Duration::from_millis(ms) }.steps();
        assert_eq!(
            [waited(0), waited(299), waited(300), waited(425), waited(1300)],
            [None, None, Some(0), Some(1), Some(8)]
        );
    }
}
