//! The graph: functions and facts on one side, the plot on the other.

use super::display::small;
use super::plot::{Plot, curve_color};
use crate::app::{App, Message, Page};
use crate::notice::sentence;
use crate::screen::graph::{self, FIELD, Facts, Kind, MOST, PLOT, Plotted, letter};

use candela_calculator_core::graph::{Mark, MarkKind};
use candela_shared::tr;
use candela_ui::focus::{focusable, pressable};
use candela_ui::icon::Glyph;
use candela_ui::theme::{button as buttons, container as boxes, text as colors};
use candela_ui::tokens::{radius, size, space, text as steps};
use candela_ui::widget::{button_with, fill, gap, input, line, raised, scroll, start, text};
use candela_ui::{Column, Element};

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{canvas, column, container, stack};
use iced::{Alignment, Length, Padding, Pixels};

/// Width of the list.
const LIST: f32 = 264.0;
/// Height of a function.
const ROW: f32 = 40.0;
/// Diameter of the dot with the letter of a curve.
const DOT: f32 = 20.0;

pub fn view(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let is_narrow = app.size.width < size::NARROW;
    if !is_narrow {
        let side = container(scroll(list(app))).width(LIST).height(Length::Fill);
        let plot = container(plot(app)).padding(look.inset(0.0, space::S, space::S, 0.0));
        return line(look, vec![side.into(), plot.into()], 0.0).height(Length::Fill).into();
    }
    let pages = container(pages(app)).padding(Padding::from([0.0, space::M]));
    let content: Element<'_, Message> = match app.page {
        Page::Digits => container(plot(app)).padding(Padding { top: 0.0, ..Padding::new(space::S) }).into(),
        Page::Others => scroll(list(app)).into(),
    };
    column![pages, content].spacing(space::S).into()
}

fn pages(app: &App) -> Element<'_, Message> {
    use candela_ui::widget::choice::{Part, segments};
    let parts = vec![
        Part::word(tr!(app.words, "calculator-graph-plot"), Message::ChoosePage(Page::Digits)),
        Part::word(tr!(app.words, "calculator-page-functions"), Message::ChoosePage(Page::Others)),
    ];
    segments(&app.look, usize::from(app.page == Page::Others), parts).into()
}

fn list(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let rows = app.graph.functions.iter().enumerate().map(|(at, plotted)| function(app, at, plotted));
    let mut content = Column::with_children(rows);
    if app.graph.functions.len() < MOST {
        let add = button_with(look, Glyph::Plus, tr!(app.words, "calculator-graph-add")).style(buttons::quiet);
        let add = pressable(add, Message::Graph(graph::Message::Add));
        content = content
            .push(container(add).width(Length::Fill).align_x(look.start()).padding(Padding::from([space::XS, 0.0])));
    }
    content = content.extend(app.graph.facts().as_ref().map(|facts| facts_of(app, facts)));
    container(content).padding(Padding { top: 0.0, right: space::S, bottom: space::S, left: space::S }).into()
}

/// A function: its letter in the colour of its curve, its text, and what can be done with it.
fn function<'a>(app: &'a App, at: usize, plotted: &'a Plotted) -> Element<'a, Message> {
    let look = &app.look;
    let is_chosen = at == app.graph.chosen;
    let color = curve_color(&look.palette, at);
    let name = text::label(look, steps::MARK, letter(at)).color(look.palette.surface);
    let dot = container(name).center(DOT).style(move |_| boxes::fill(color, DOT / 2.0));
    let dot = iced::widget::button(dot).padding(space::XS).style(buttons::bare);
    let dot = pressable(dot, Message::Graph(graph::Message::Choose(at))).corner(radius::PILL);
    let error = plotted.function.as_ref().and_then(|function| function.as_ref().err());
    let mark = error.and_then(|error| error.span).map(candela_calculator_core::Span::range);
    let field = input::input(look, tr!(app.words, "calculator-graph-hint"), plotted.text.as_str())
        .bare()
        .sides(space::HAIR)
        .mark(mark)
        .on_input(move |text| Message::Graph(graph::Message::Typed(at, text)))
        .on_select(move |_, _| Message::Graph(graph::Message::Choose(at)));
    let field = if is_chosen { field.id(FIELD) } else { field };
    let (eye, name) = match plotted.is_shown {
        true => (Glyph::Eye, tr!(app.words, "calculator-graph-hide")),
        false => (Glyph::EyeSlash, tr!(app.words, "calculator-graph-show")),
    };
    let eye = small(app, eye, name, Message::Graph(graph::Message::ToggleShown(at)));
    let remove =
        small(app, Glyph::X, tr!(app.words, "calculator-graph-remove"), Message::Graph(graph::Message::Remove(at)));
    let row = container(line(look, vec![dot.into(), field.into(), eye, remove], space::HAIR))
        .padding(Padding::from([0.0, space::XS]))
        .center_y(look.scaled(ROW));
    let row = if is_chosen {
        row.style(|theme: &candela_ui::Theme| boxes::fill(theme.palette().selection_idle, radius::CONTROL))
    } else {
        row
    };
    let wrong = error.map(|error| {
        let words = text::label(look, steps::CAPTION, sentence(&error.kind, &app.words)).style(colors::danger);
        container(start(look, words)).padding(look.inset(0.0, space::S, space::XS, ROW)).into()
    });
    column![row].extend(wrong).into()
}

fn head<'a>(app: &App, words: String) -> Element<'a, Message> {
    container(start(&app.look, text::section(&app.look, words)))
        .padding(Padding { top: 18.0, right: space::ICON, bottom: 6.0, left: space::ICON })
        .into()
}

fn fact<'a>(app: &App, name: String, value: String) -> Element<'a, Message> {
    let look = &app.look;
    let parts = vec![text::muted(look, name).into(), fill(), text::body(look, value).into()];
    container(line(look, parts, space::S)).padding(Padding::from([3.0, space::ICON])).into()
}

/// A number of the graph as the user's language writes it.
fn number(app: &App, value: f64) -> String {
    if !value.is_finite() {
        return tr!(app.words, "calculator-graph-no-value");
    }
    app.notation.localise(&app.graph.view.written(value))
}

fn facts_of<'a>(app: &'a App, facts: &Facts) -> Element<'a, Message> {
    let (x, y) = facts.point;
    let name = letter(app.graph.chosen);
    let at = tr!(app.words, "calculator-graph-at", name = name.as_str(), x = number(app, x).as_str());
    let mut rows = vec![
        head(app, at),
        fact(app, tr!(app.words, "calculator-graph-value"), number(app, y)),
        fact(app, tr!(app.words, "calculator-graph-slope"), number(app, facts.slope)),
    ];
    if let Some(kind) = kind_name(app, facts.kind) {
        rows.push(fact(app, tr!(app.words, "calculator-graph-kind"), kind));
    }
    if !facts.near.is_empty() {
        rows.push(head(app, tr!(app.words, "calculator-graph-next")));
        rows.extend(facts.near.iter().map(|mark| near(app, mark)));
    }
    Column::with_children(rows).into()
}

fn kind_name(app: &App, kind: Kind) -> Option<String> {
    Some(match kind {
        Kind::Mark(MarkKind::Zero) => tr!(app.words, "calculator-graph-kind-zero"),
        Kind::Mark(MarkKind::Maximum) => tr!(app.words, "calculator-graph-kind-maximum"),
        Kind::Mark(MarkKind::Minimum) => tr!(app.words, "calculator-graph-kind-minimum"),
        Kind::Mark(MarkKind::Crossing(_)) => tr!(app.words, "calculator-graph-kind-crossing"),
        Kind::Rising => tr!(app.words, "calculator-graph-kind-rising"),
        Kind::Falling => tr!(app.words, "calculator-graph-kind-falling"),
        Kind::Flat => tr!(app.words, "calculator-graph-kind-flat"),
        Kind::None => return None,
    })
}

fn near<'a>(app: &'a App, mark: &Mark) -> Element<'a, Message> {
    let name = match mark.kind {
        MarkKind::Zero => tr!(app.words, "calculator-graph-zero"),
        MarkKind::Maximum => tr!(app.words, "calculator-graph-maximum"),
        MarkKind::Minimum => tr!(app.words, "calculator-graph-minimum"),
        MarkKind::Crossing(other) => format!("{} = {}", letter(app.graph.chosen), letter(other)),
    };
    fact(app, name, format!("x = {}", number(app, mark.point.0)))
}

fn plot(app: &App) -> Element<'_, Message> {
    let drawn = canvas(Plot::new(app)).width(Length::Fill).height(Length::Fill);
    let drawn = focusable(drawn).id(PLOT).on_key(key).focus_on_click().inside(radius::CARD, false);
    let edge = container(gap(1.0, 1.0)).width(Length::Fill).height(Length::Fill);
    let edge = edge.style(|theme: &candela_ui::Theme| boxes::outline(theme.palette().border, 1.0, radius::CARD));
    let layers = stack![drawn].extend(tip(app)).push(edge).push(zoom(app));
    container(layers).width(Length::Fill).height(Length::Fill).clip(true).into()
}

/// What a key does while the plot has the focus.
fn key(key: &Key, modifiers: Modifiers) -> Option<Message> {
    use graph::Message as To;
    let is_pan = modifiers.shift();
    let message = match key.as_ref() {
        Key::Named(Named::ArrowLeft) if is_pan => To::Pan(1.0, 0.0),
        Key::Named(Named::ArrowRight) if is_pan => To::Pan(-1.0, 0.0),
        Key::Named(Named::ArrowUp) if is_pan => To::Pan(0.0, 1.0),
        Key::Named(Named::ArrowDown) if is_pan => To::Pan(0.0, -1.0),
        Key::Named(Named::ArrowLeft) => To::Trace(-1.0),
        Key::Named(Named::ArrowRight) => To::Trace(1.0),
        Key::Named(Named::PageUp) => To::Trace(-10.0),
        Key::Named(Named::PageDown) => To::Trace(10.0),
        Key::Named(Named::ArrowUp) => To::PreviousCurve,
        Key::Named(Named::ArrowDown) => To::NextCurve,
        Key::Named(Named::Home) => To::Reset,
        Key::Character("+" | "=") => To::ZoomIn,
        Key::Character("-" | "−") => To::ZoomOut,
        Key::Character("0") => To::Reset,
        _ => return None,
    };
    Some(Message::Graph(message))
}

/// The coordinates of the traced point, beside it.
fn tip(app: &App) -> Option<Element<'_, Message>> {
    /// Room that a tip takes.
    const TIP: (f64, f64) = (120.0, 44.0);
    let facts = app.graph.facts()?;
    let view = &app.graph.view;
    let (x, y) = view.place(facts.point);
    if !(0.0..=view.size.0).contains(&x) || !(0.0..=view.size.1).contains(&y) {
        return None;
    }
    let mark = if app.notation.comma_is_decimal() { ";" } else { "," };
    let words = format!("({}{mark} {})", number(app, facts.point.0), number(app, facts.point.1));
    let label = text::label(&app.look, steps::CAPTION_STRONG, words);
    let tip = raised(container(label).padding(Padding::from([space::XS, space::ICON])), radius::CONTROL);
    let left = (x + 14.0).min(view.size.0 - TIP.0).max(0.0);
    let top = (y - TIP.1).max(0.0);
    #[expect(clippy::cast_possible_truncation, reason = "places in a window")]
    let place = Padding { top: top as f32, left: left as f32, ..Padding::ZERO };
    Some(container(tip).padding(place).into())
}

fn zoom(app: &App) -> Element<'_, Message> {
    let tool = |glyph, name, message| small(app, glyph, name, Message::Graph(message));
    let tools = iced::widget::Row::with_children([
        tool(Glyph::Minus, tr!(app.words, "calculator-graph-zoom-out"), graph::Message::ZoomOut),
        tool(Glyph::Plus, tr!(app.words, "calculator-graph-zoom-in"), graph::Message::ZoomIn),
        tool(Glyph::Crosshair, tr!(app.words, "calculator-graph-zoom-reset"), graph::Message::Reset),
    ]);
    let tools = raised(container(tools.align_y(Alignment::Center)).padding(space::HAIR), radius::CONTROL);
    container(tools).padding(space::M).align_right(Length::Fill).align_bottom(Length::Fill).into()
}

/// The size of coordinates along the axes.
pub const COORDINATE: Pixels = Pixels(11.0);
