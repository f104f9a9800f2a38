//! The display: the end of the tape, the line, and its result or what is wrong with it.

use crate::app::{App, LINE, Message, Step};
use crate::mode::Mode;
use crate::notice::sentence;
use crate::widget::fitting::fitting;

use candela_calculator_core::tape::Line;
use candela_shared::tr;
use candela_ui::focus::pressable;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as buttons, container as boxes, scrollable as bars, text as colors};
use candela_ui::tokens::{icon, size, space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::{input, line, text};
use candela_ui::{Column, Element};

use iced::mouse::ScrollDelta;
use iced::widget::{column, container, mouse_area, responsive, scrollable};
use iced::{Alignment, Length, Padding, Size};

/// The tape in the display, to scroll it.
pub const TAPE: &str = "calculator-tape";
/// From the sides of the sheet to what stands on it.
const SIDES: f32 = 18.0;
/// Above and below a line of the tape.
const ABOVE_ROW: f32 = 1.0;
/// Lines of the tape that are built; the history has all of them.
const LINES: usize = 40;

/// The display, as high as it is wanted.
pub fn view(app: &App, height: Length) -> Element<'_, Message> {
    container(content(app)).width(Length::Fill).height(height).style(boxes::sheet).into()
}

/// What stands on its sheet.
pub fn content(app: &App) -> Element<'_, Message> {
    let inset = if is_low(app) { space::XS } else { space::S };
    container(column![tape(app), sum(app), result(app)].spacing(space::HAIR))
        .padding(Padding { top: inset, right: SIDES, bottom: inset, left: SIDES })
        .into()
}

/// Whether the window is too low for a large result: bases stand below it.
fn is_low(app: &App) -> bool {
    /// Lower than this, in logical pixels.
    const LOW: f32 = 560.0;
    app.settings.mode == Mode::Programmer && app.size.height < LOW
}

/// The height of the result.
fn result_height(app: &App) -> f32 {
    app.look.line(if is_low(app) { steps::DISPLAY_SMALL } else { steps::DISPLAY })
}

/// The last lines, the newest at the foot, as many whole ones as there is room for.
fn tape(app: &App) -> Element<'_, Message> {
    let row = app.look.line(steps::BODY) + 2.0 * ABOVE_ROW;
    let whole = move |size: Size| (size.height / row).floor() * row;
    let sized = responsive(move |size| {
        let height = Length::Fixed(whole(size));
        container(container(lines(app)).height(height)).height(Length::Fill).align_y(Alignment::End).into()
    });
    container(sized).height(Length::Fill).width(Length::Fill).into()
}

/// The lines of the tape. The one whose result is shown large is left out.
fn lines(app: &App) -> Element<'_, Message> {
    let lines = app.tape.lines();
    let is_shown_large = app.line_text().trim().is_empty() && app.line.shown.is_some();
    let end = lines.len() - usize::from(is_shown_large && !lines.is_empty());
    let start = end.saturating_sub(LINES);
    let rows = lines[start..end].iter().map(|line| row(app, line));
    let content = Column::with_children(rows).width(Length::Fill).align_x(Alignment::End);
    let bar = scrollable::Scrollbar::new().width(size::SCROLLER_MARGIN).scroller_width(size::SCROLLER_MARGIN);
    let scroll = scrollable(content)
        .id(TAPE)
        .direction(scrollable::Direction::Vertical(bar))
        .anchor_bottom()
        .style(bars::thin)
        .width(Length::Fill);
    container(scroll).height(Length::Fill).align_y(Alignment::End).width(Length::Fill).into()
}

/// A line: pressing the sum takes it up again, pressing the result puts it into the line.
fn row<'a>(app: &'a App, of: &'a Line) -> Element<'a, Message> {
    let look = &app.look;
    let face = |content: String, message| {
        let label = Clip::new(look, steps::BODY, content).color(look.palette.muted).width(Length::Shrink);
        iced::widget::button(label)
            .padding(Padding::from([ABOVE_ROW, space::HAIR]))
            .style(buttons::crumb(false))
            .on_press(message)
    };
    let sign = text::muted(look, equals(of));
    let parts: Vec<Element<'a, Message>> = vec![
        face(pretty(&of.text), Message::Reuse(of.number)).into(),
        sign.into(),
        face(worth(app, of), Message::ReuseResult(of.number)).into(),
    ];
    // Sums read from left to right in every language.
    iced::widget::Row::with_children(parts).spacing(space::HAIR).align_y(Alignment::Center).into()
}

/// "=" where the result is exact, "≈" where it is rounded.
pub fn equals(line: &Line) -> &'static str {
    match line.result() {
        Some(text) if !text.is_exact => "≈",
        _ => "=",
    }
}

/// The result of a line, or what is wrong with it.
pub fn worth(app: &App, line: &Line) -> String {
    match (&line.outcome, line.result()) {
        (Some(Err(error)), _) => sentence(&error.kind, &app.words),
        (_, Some(text)) => text.text.clone(),
        (_, None) => "…".to_owned(),
    }
}

/// A sum with the signs of print.
pub fn pretty(text: &str) -> String {
    text.replace('*', "×").replace('-', "−")
}

/// The line that is entered; while it is empty, the last one stands there.
fn sum(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let last = app.tape.lines().last().map(|line| pretty(&line.text));
    let hint = last.filter(|_| app.line.shown.is_some()).unwrap_or_else(|| tr!(app.words, "calculator-line-hint"));
    let mark = app.line.trouble().and_then(|trouble| trouble.error.span).map(|span| {
        let length = app.line_text().len();
        span.start.min(length)..span.end.min(length)
    });
    input::input(look, hint, app.line_text())
        .id(LINE)
        .bare()
        .step(look, steps::SUM)
        .at_right()
        .sides(0.0)
        .height(look.line(steps::SUM))
        .mark(mark)
        .on_input(Message::Typed)
        .on_select(|text, range| Message::Selected { text: text.to_owned(), range })
        .on_submit(Message::Enter)
        .clear_on_submit()
        .into()
}

/// The result; turning the wheel on it asks for more digits.
fn result(app: &App) -> Element<'_, Message> {
    let content: Element<'_, Message> = if let Some(trouble) = app.line.trouble() {
        trouble_of(app, sentence(&trouble.error.kind, &app.words), trouble.is_told)
    } else if let Some(shown) = &app.line.shown {
        let written = shown.in_form(app.line.form);
        let in_base = super::programmer::in_base(app, shown);
        number(app, in_base.unwrap_or(&written.text.text), written.text.is_exact)
    } else if app.is_working() && !app.line_text().trim().is_empty() {
        trouble_of(app, tr!(app.words, "calculator-working"), false)
    } else {
        candela_ui::widget::gap(1.0, result_height(app))
    };
    let content = container(content).width(Length::Fill).align_y(Alignment::Center);
    let area = mouse_area(container(content).max_height(result_height(app) * 3.0));
    area.on_scroll(|delta| {
        let (ScrollDelta::Lines { y, .. } | ScrollDelta::Pixels { y, .. }) = delta;
        Message::TurnDigits(if y < 0.0 { Step::On } else { Step::Back })
    })
    .into()
}

fn number<'a>(app: &'a App, content: &'a str, is_exact: bool) -> Element<'a, Message> {
    let look = &app.look;
    // It scrolls where not even its smallest size has room.
    let digits = container(fitting(look, content).small(is_low(app))).width(Length::Fill);
    let bar = scrollable::Scrollbar::new().width(size::SCROLLER_MARGIN).scroller_width(size::SCROLLER_MARGIN);
    let digits = scrollable(digits).direction(scrollable::Direction::Vertical(bar)).style(bars::thin);
    let mut parts: Vec<Element<'a, Message>> = Vec::new();
    if let Some(copied) = &app.line.copied {
        parts.push(copied_note(app, copied));
    }
    let about = if is_exact { String::new() } else { "≈".to_owned() };
    let about = text::label(look, steps::HEADING, about).style(colors::muted);
    let digits = iced::widget::row![about, digits].align_y(Alignment::Center).height(Length::Shrink);
    parts.insert(0, container(digits).center_y(result_height(app)).height(Length::Shrink).into());
    Column::with_children(parts).into()
}

fn copied_note<'a>(app: &'a App, copied: &'a str) -> Element<'a, Message> {
    let look = &app.look;
    let words = tr!(app.words, "calculator-copied", text = copied);
    let note = line(
        look,
        vec![glyph(Glyph::Check, icon::WINDOW).style(colors::success).into(), text::caption(look, words).into()],
        space::XS,
    );
    container(note).width(Length::Fill).align_x(Alignment::End).into()
}

fn trouble_of<'a>(app: &'a App, words: String, is_told: bool) -> Element<'a, Message> {
    let look = &app.look;
    let style = if is_told { colors::danger } else { colors::muted };
    let mut parts: Vec<Element<'a, Message>> = Vec::new();
    if is_told {
        parts.push(glyph(Glyph::WarningCircleFill, icon::CONTROL).style(style).into());
    }
    parts.push(text::body(look, words).style(style).into());
    let content = line(look, parts, space::S);
    container(container(content).width(Length::Fill).align_x(Alignment::End)).center_y(result_height(app)).into()
}

/// A small button with a glyph and a name, for rows.
pub fn small<'a>(app: &'a App, sign: Glyph, name: String, message: Message) -> Element<'a, Message> {
    let button = candela_ui::widget::icon_button_sized(&app.look, sign, size::CONTROL_SMALL, icon::CONTROL);
    candela_ui::widget::tooltip(&app.look, pressable(button, message), name).into()
}
