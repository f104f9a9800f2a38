//! The history in place of the keys: every line, to be found, used again, changed or removed.

use super::display::{equals, pretty, small, worth};
use crate::app::history_ids::{EDIT, LIST, ROW, SEARCH};
use crate::app::{App, Message};
use crate::key::chord;

use candela_calculator_core::tape::Line;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::focus::pressable;
use candela_ui::icon::Glyph;
use candela_ui::theme::{button as buttons, container as boxes};
use candela_ui::tokens::{radius, space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::{fill, icon_button, input, line, list, rule, state, text, tooltip};

use iced::widget::{column, container};
use iced::{Alignment, Length, Padding};

/// Width of a line's number.
const NUMBER: f32 = 36.0;

pub fn view(app: &App) -> Element<'_, Message> {
    let content = column![tools(app), rule(), lines(app)];
    container(content).width(Length::Fill).height(Length::Fill).padding(1).style(boxes::sheet).into()
}

fn tools(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let search = input::search(look, tr!(app.words, "calculator-history-search"), app.history.query.as_str())
        .id(SEARCH)
        .on_input(Message::HistoryQueryTyped);
    let tool = |glyph, name: String, keys, message: Message, is_possible: bool| -> Element<'_, Message> {
        let face = icon_button(look, glyph);
        if !is_possible {
            return face.into();
        }
        tooltip(look, pressable(face, message), name).keys(&app.words.chord(keys)).into()
    };
    let undo = tr!(app.words, "calculator-history-undo");
    let redo = tr!(app.words, "calculator-history-redo");
    let parts = vec![
        search.into(),
        tool(Glyph::ArrowUUpLeft, undo, chord::UNDO, Message::Undo, app.tape.can_undo()),
        tool(Glyph::ArrowUUpRight, redo, chord::REDO, Message::Redo, app.tape.can_redo()),
    ];
    let mut parts = parts;
    if !app.tape.lines().is_empty() {
        parts.push(tool(Glyph::Trash, tr!(app.words, "calculator-history-clear"), "", Message::ClearHistory, true));
    }
    container(line(look, parts, space::XS)).padding(space::S).into()
}

fn lines(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    if app.tape.lines().is_empty() {
        let (title, note) =
            (tr!(app.words, "calculator-history-empty-title"), tr!(app.words, "calculator-history-empty-detail"));
        return state::empty(look, Glyph::ClockCounterClockwise, title, note, None);
    }
    if app.history.found.is_empty() {
        let query = app.history.query.trim();
        let (title, note) = (
            tr!(app.words, "calculator-history-nothing-title"),
            tr!(app.words, "calculator-history-nothing-detail", query = query),
        );
        return state::empty(look, Glyph::MagnifyingGlass, title, note, None);
    }
    list::list(LIST, &app.history.heights, app.history.view, |at| row(app, at), Message::HistoryScrolled)
        .height(Length::Fill)
        .into()
}

fn row(app: &App, at: usize) -> Element<'_, Message> {
    let Some(of) = app.history.found.get(at).and_then(|at| app.tape.lines().get(*at)) else { return fill() };
    let content = match &app.history.editing {
        Some((number, text)) if *number == of.number => editing(app, of, text),
        _ => resting(app, of),
    };
    container(content)
        .height(app.look.scaled(ROW))
        .align_y(Alignment::Center)
        .padding(app.look.inset(0.0, space::BUTTON, 0.0, space::S))
        .into()
}

fn number<'a>(app: &App, of: &Line) -> Element<'a, Message> {
    container(text::caption(&app.look, format!("#{}", of.number))).width(NUMBER).align_x(Alignment::End).into()
}

fn resting<'a>(app: &'a App, of: &'a Line) -> Element<'a, Message> {
    let look = &app.look;
    let is_wrong = matches!(of.outcome, Some(Err(_)));
    let sum = Clip::new(look, steps::BODY, pretty(&of.text)).color(look.palette.text).width(Length::Shrink);
    let ink = if is_wrong { look.palette.danger } else { look.palette.text };
    let result = Clip::new(look, steps::BODY_STRONG, worth(app, of)).color(ink).width(Length::Shrink);
    let face = |content: Clip<'a>, message| {
        let face =
            iced::widget::button(container(content).center_y(Length::Fill)).padding(Padding::from([0.0, space::XS]));
        pressable(face.height(look.control()).style(buttons::row(false)), message).inside(radius::CONTROL, false)
    };
    let sum = face(sum, Message::Reuse(of.number));
    let result = face(result, Message::ReuseResult(of.number));
    // Sums read from left to right in every language.
    let parts: Vec<Element<'a, Message>> = vec![sum.into(), text::muted(look, equals(of)).into(), result.into()];
    let content = iced::widget::Row::with_children(parts).spacing(space::HAIR).align_y(Alignment::Center);
    let content = container(content).width(Length::Fill).clip(true);
    let edit = small(app, Glyph::PencilSimple, tr!(app.words, "calculator-history-edit"), Message::EditLine(of.number));
    let remove = small(app, Glyph::X, tr!(app.words, "calculator-history-remove"), Message::RemoveLine(of.number));
    line(look, vec![number(app, of), content.into(), edit, remove], space::XS).into()
}

fn editing<'a>(app: &'a App, of: &'a Line, text: &'a str) -> Element<'a, Message> {
    let field = input::input(&app.look, "", text).id(EDIT).on_input(Message::LineEdited).on_submit(Message::KeepEdit);
    line(&app.look, vec![number(app, of), field.into()], space::XS).into()
}
