//! Progress bars: they fill from where reading starts, and say "paused" by their colour and a word beside them.

use super::motion::Glide;
use crate::tokens::{radius, size, time};
use crate::{Element, Look, Motion, Theme};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::{Color, Event, Length, Rectangle, Renderer, Size, border, window};
use std::time::{Duration, Instant};

/// How far something has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Progress {
    /// That part of it (0 to 1), and it goes on.
    Running(f32),
    /// That part of it, and it stands still; a word must say so too.
    Paused(f32),
    /// Nobody knows how far. Beside it stands a word, since with less motion nothing moves.
    Unknown,
}

/// A progress bar over the whole width.
pub struct ProgressBar {
    progress: Progress,
    thickness: f32,
    look: Look,
}

/// A progress bar, 4 pixels thick.
pub fn progress(look: &Look, progress: Progress) -> ProgressBar {
    ProgressBar { progress, thickness: size::RAIL, look: *look }
}

impl ProgressBar {
    /// 3 pixels thick: under a label, as a countdown.
    pub fn thin(self) -> Self {
        Self { thickness: size::RAIL_THIN, ..self }
    }

    /// Where the filled part begins and how long it is, both as parts of the rail in reading direction.
    fn filled(&self, state: &State) -> (f32, f32) {
        match self.progress {
            Progress::Running(part) | Progress::Paused(part) => (0.0, state.part.at().unwrap_or_else(|| share(part))),
            Progress::Unknown => match self.look.motion {
                Motion::Full => (state.sweep() * (1.0 - THIRD), THIRD),
                Motion::Less => (THIRD, THIRD),
            },
        }
    }
}

/// How much of the rail moves where nobody knows how far.
const THIRD: f32 = 1.0 / 3.0;
/// One way of it, and how long a step takes: it need not be smooth, a repaint each frame would cost a core.
const SWEEP: Duration = Duration::from_millis(1_200);
const SWEEP_STEP: Duration = Duration::from_millis(50);

/// A part that can be drawn, whatever came in.
fn share(part: f32) -> f32 {
    if part.is_nan() { 0.0 } else { part.clamp(0.0, 1.0) }
}

#[derive(Default)]
struct State {
    part: Glide,
    since: Option<Instant>,
    gone: Duration,
}

impl State {
    /// There and back, 0 to 1.
    fn sweep(&self) -> f32 {
        let turn = self.gone.as_secs_f32() / SWEEP.as_secs_f32() % 2.0;
        if turn > 1.0 { 2.0 - turn } else { turn }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for ProgressBar {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fixed(self.thickness))
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn layout(&mut self, _: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, Length::Fill, self.thickness)
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
        let state = tree.state.downcast_mut::<State>();
        match self.progress {
            Progress::Running(part) | Progress::Paused(part) => {
                state.part.go(share(part), *now, self.look.duration(time::MOVE), shell);
            }
            Progress::Unknown if self.look.motion == Motion::Full => {
                state.gone = now.saturating_duration_since(*state.since.get_or_insert(*now));
                shell.request_redraw_at(*now + SWEEP_STEP);
            }
            Progress::Unknown => {}
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        _: &Rectangle,
    ) {
        let c = theme.palette();
        let rail = layout.bounds();
        let mut fill = |bounds: Rectangle, color: Color| {
            let border = border::rounded(radius::PILL);
            renderer.fill_quad(renderer::Quad { bounds, border, ..renderer::Quad::default() }, color);
        };
        fill(rail, c.rail());
        let (from, part) = self.filled(tree.state.downcast_ref());
        if part <= 0.0 {
            return;
        }
        // Never shorter than it is thick: a first sign of life.
        let width = (rail.width * part).max(rail.height);
        let from = if self.look.is_mirrored() { rail.width - width - rail.width * from } else { rail.width * from };
        let color = if matches!(self.progress, Progress::Paused(_)) { c.border_strong } else { c.accent };
        fill(Rectangle { x: rail.x + from, width, ..rail }, color);
    }
}

impl<'a, Message: 'a> From<ProgressBar> for Element<'a, Message> {
    fn from(bar: ProgressBar) -> Self {
        Self::new(bar)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_number_gives_a_part_that_can_be_drawn() {
        for (asked, drawn) in [(0.5, 0.5), (-1.0, 0.0), (7.0, 1.0), (f32::NAN, 0.0), (f32::INFINITY, 1.0)] {
            assert_eq!(share(asked), drawn, "{asked}");
        }
    }

    #[test]
    fn what_nobody_knows_goes_there_and_back() {
        let at = |ms| State { gone: Duration::from_millis(ms), ..State::default() }.sweep();
        for (milliseconds, place) in [(0, 0.0), (600, 0.5), (1_200, 1.0), (1_800, 0.5), (2_400, 0.0)] {
            assert!((at(milliseconds) - place).abs() < 1e-5, "{} after {milliseconds} ms", at(milliseconds));
        }
    }
}
