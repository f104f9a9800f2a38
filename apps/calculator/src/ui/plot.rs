//! The plot: grid, axes, curves and the traced point, drawn on a canvas. It is not mirrored.

use super::graph::COORDINATE;
use crate::app::{App, Message};
use crate::screen::graph::{self, Graph};

use candela_calculator_core::locale::Notation;
use candela_ui::palette::Palette;
use candela_ui::tokens::radius;
use candela_ui::{Theme, font};

use iced::mouse::{self, Cursor, ScrollDelta};
use iced::widget::Action;
use iced::widget::canvas::{self, Event, Fill, Frame, Geometry, LineDash, Path, Stroke, Text};
use iced::{Color, Point, Rectangle, Renderer, Size};

/// How much one notch of the wheel brings closer.
const NOTCH: f64 = 1.15;
/// A press that moves less than this is a click.
const CLICK: f32 = 3.0;
/// Thickness of curves.
const CURVE: f32 = 2.0;
const CHOSEN: f32 = 3.0;
/// The traced point, and the halo that sets it off.
const POINT: f32 = 5.0;
const HALO: f32 = 7.0;
/// A point of interest.
const MARK: f32 = 3.0;

/// What is drawn.
pub struct Plot<'a> {
    graph: &'a Graph,
    notation: &'a Notation,
    /// How large text is, 1.0 for 100 %.
    text_scale: f32,
}

impl<'a> Plot<'a> {
    /// The plot of a window.
    pub fn new(app: &'a App) -> Self {
        Self { graph: &app.graph, notation: &app.notation, text_scale: app.look.text_scale }
    }
}

/// The colour of a curve: one of the roles that can be told apart on a sheet.
pub fn curve_color(palette: &Palette, at: usize) -> Color {
    let colors =
        [palette.accent, palette.danger, palette.success, palette.git_renamed, palette.warning, palette.git_untracked];
    colors[at % colors.len()]
}

/// What the pointer does.
#[derive(Debug, Default)]
pub struct State {
    /// Where the plane is held, and whether it was moved.
    held: Option<(Point, bool)>,
    size: Size,
}

impl canvas::Program<Message, Theme> for Plot<'_> {
    type State = State;

    fn update(&self, state: &mut State, event: &Event, bounds: Rectangle, cursor: Cursor) -> Option<Action<Message>> {
        let tell = |message| Some(Action::publish(Message::Graph(message)));
        if state.size != bounds.size() && matches!(event, Event::Window(iced::window::Event::RedrawRequested(_))) {
            state.size = bounds.size();
            return tell(graph::Message::Resized(bounds.width.into(), bounds.height.into()));
        }
        let place = cursor.position_in(bounds);
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                state.held = Some((place?, false));
                None
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => {
                let (_, was_moved) = state.held.take()?;
                let place = place.filter(|_| !was_moved)?;
                tell(graph::Message::Pointed(place.x.into()))
            }
            Event::Mouse(mouse::Event::CursorMoved { .. }) => match state.held {
                Some((from, was_moved)) => {
                    let at = cursor.position_from(bounds.position())?;
                    let (right, down) = (at.x - from.x, at.y - from.y);
                    if !was_moved && right.abs().max(down.abs()) < CLICK {
                        return None;
                    }
                    state.held = Some((at, true));
                    tell(graph::Message::Panned(right.into(), down.into()))
                }
                None => tell(graph::Message::Pointed(place?.x.into())),
            },
            Event::Mouse(mouse::Event::WheelScrolled { delta }) => {
                let at = place?;
                let notches = match delta {
                    ScrollDelta::Lines { y, .. } => f64::from(*y),
                    ScrollDelta::Pixels { y, .. } => f64::from(*y) / 40.0,
                };
                let zoom = graph::Message::Zoomed(NOTCH.powf(notches), at.x.into(), at.y.into());
                Some(Action::publish(Message::Graph(zoom)).and_capture())
            }
            _ => None,
        }
    }

    fn draw(&self, _: &State, renderer: &Renderer, theme: &Theme, bounds: Rectangle, _: Cursor) -> Vec<Geometry> {
        let palette = theme.palette();
        let drawn = self.graph.cache.draw(renderer, bounds.size(), |frame| {
            frame.fill_rectangle(Point::ORIGIN, frame.size(), palette.surface);
            self.draw_grid(frame, palette);
            self.draw_curves(frame, palette);
            self.draw_coordinates(frame, palette);
            self.draw_trace(frame, palette);
            draw_corners(frame, palette.background);
        });
        vec![drawn]
    }

    fn mouse_interaction(&self, state: &State, bounds: Rectangle, cursor: Cursor) -> mouse::Interaction {
        match state.held {
            Some((_, true)) => mouse::Interaction::Grabbing,
            _ if cursor.is_over(bounds) => mouse::Interaction::Crosshair,
            _ => mouse::Interaction::None,
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "places of a picture; far ones are not drawn")]
fn point((x, y): (f64, f64)) -> Point {
    /// Farther out nothing is seen, and the rasteriser must not be troubled.
    const FAR: f64 = 1e5;
    Point::new(x.clamp(-FAR, FAR) as f32, y.clamp(-FAR, FAR) as f32)
}

fn stroke<'a>(color: Color, width: f32) -> Stroke<'a> {
    Stroke::default().with_color(color).with_width(width)
}

impl Plot<'_> {
    fn draw_grid(&self, frame: &mut Frame, palette: &Palette) {
        let view = &self.graph.view;
        let (columns, rows) = view.grid();
        let size = frame.size();
        let (zero_x, zero_y) = view.place((0.0, 0.0));
        let upright =
            |x: f64| Path::line(point((snapped(x), 0.0)), Point::new(point((snapped(x), 0.0)).x, size.height));
        let level = |y: f64| Path::line(point((0.0, snapped(y))), Point::new(size.width, point((0.0, snapped(y))).y));
        columns.all().for_each(|(x, _)| frame.stroke(&upright(view.place((x, 0.0)).0), stroke(palette.border, 1.0)));
        rows.all().for_each(|(y, _)| frame.stroke(&level(view.place((0.0, y)).1), stroke(palette.border, 1.0)));
        frame.stroke(&upright(zero_x), stroke(palette.border_strong, 1.0));
        frame.stroke(&level(zero_y), stroke(palette.border_strong, 1.0));
    }

    fn draw_coordinates(&self, frame: &mut Frame, palette: &Palette) {
        /// Room that a number needs at the edges of the picture: text on a canvas is not clipped.
        const ROOM: f64 = 18.0;
        let room = ROOM * f64::from(self.text_scale);
        let view = &self.graph.view;
        let (columns, rows) = view.grid();
        let (zero_x, zero_y) = view.place((0.0, 0.0));
        // Where an axis is out of sight, its numbers stand at the edge.
        let x_line = (zero_y + 4.0).min(view.size.1 - room).max(4.0);
        let y_line = (zero_x + 6.0).min(view.size.0 - 3.0 * room).max(6.0);
        let mut write = |content: String, at: Point| {
            let content = self.notation.localise(&content).replace('-', "−");
            let font = font::REGULAR;
            frame.fill_text(Text {
                content,
                position: at,
                color: palette.muted,
                size: COORDINATE * self.text_scale,
                font,
                ..Text::default()
            });
        };
        for (x, text) in columns.all().filter(|(x, _)| *x != 0.0) {
            let place = view.place((x, 0.0)).0;
            if (room..view.size.0 - 2.0 * room).contains(&place) {
                write(text, point((place - 4.0, x_line)));
            }
        }
        for (y, text) in rows.all().filter(|(y, _)| *y != 0.0) {
            let place = view.place((0.0, y)).1;
            if (room..view.size.1 - room).contains(&place) {
                write(text, point((y_line, place - 7.0 * f64::from(self.text_scale))));
            }
        }
    }

    fn draw_curves(&self, frame: &mut Frame, palette: &Palette) {
        for (at, plotted) in self.graph.functions.iter().enumerate() {
            let width = if at == self.graph.chosen { CHOSEN } else { CURVE };
            for stretch in &plotted.curve.stretches {
                let path = Path::new(|path| {
                    let mut places = stretch.iter().map(|place| point(self.graph.view.place(*place)));
                    places.by_ref().take(1).for_each(|first| path.move_to(first));
                    places.for_each(|next| path.line_to(next));
                });
                frame.stroke(&path, stroke(curve_color(palette, at), width));
            }
        }
    }

    /// Points of interest of the chosen curve, and the point that is traced with a line down to the axis.
    fn draw_trace(&self, frame: &mut Frame, palette: &Palette) {
        let Some(facts) = self.graph.facts() else { return };
        let view = &self.graph.view;
        let color = curve_color(palette, self.graph.chosen);
        for mark in &facts.near {
            let at = point(view.place(mark.point));
            frame.fill(&Path::circle(at, MARK + 1.5), palette.surface);
            frame.fill(&Path::circle(at, MARK), color);
        }
        if !facts.point.1.is_finite() {
            return;
        }
        let at = point(view.place(facts.point));
        let foot = Point::new(at.x, point(view.place((0.0, 0.0))).y);
        let dashes = LineDash { segments: &[4.0, 4.0], offset: 0 };
        frame.stroke(&Path::line(at, foot), Stroke { line_dash: dashes, ..stroke(color, 1.0) });
        frame.fill(&Path::circle(at, HALO), palette.surface);
        frame.fill(&Path::circle(at, POINT), color);
    }
}

/// The middle of the nearest pixel, so that a line is one pixel wide.
fn snapped(place: f64) -> f64 {
    place.floor() + 0.5
}

/// The clip of a layer is a rectangle: the rounded corners of the sheet are painted over.
fn draw_corners(frame: &mut Frame, color: Color) {
    let size = frame.size();
    let round = radius::CARD;
    /// How far the control points of a quarter of a circle are from its ends, as a part of its radius.
    const KAPPA: f32 = 0.552;
    for (x, y, across, down) in [
        (0.0, 0.0, 1.0, 1.0),
        (size.width, 0.0, -1.0, 1.0),
        (0.0, size.height, 1.0, -1.0),
        (size.width, size.height, -1.0, -1.0),
    ] {
        let corner = Path::new(|path| {
            path.move_to(Point::new(x, y));
            path.line_to(Point::new(x + across * round, y));
            path.bezier_curve_to(
                Point::new(x + across * round * (1.0 - KAPPA), y),
                Point::new(x, y + down * round * (1.0 - KAPPA)),
                Point::new(x, y + down * round),
            );
            path.close();
        });
        frame.fill(&corner, Fill::from(color));
    }
}
