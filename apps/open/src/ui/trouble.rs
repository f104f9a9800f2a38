//! The window that tells what could not be opened: what, why, and the ways on.

use crate::trouble::{Message, Told, Trouble, Way};

use candela_shared::display_name::single_line;
use candela_shared::tr;
use candela_ui::focus::scope;
use candela_ui::icon::Glyph;
use candela_ui::theme::{button as kind, container as boxes};
use candela_ui::tokens::{size, space};
use candela_ui::widget::dialog::{Answer, dialog, dialog_buttons, dialog_head, fit_beside};
use candela_ui::widget::{rule, scroll, start, text};
use candela_ui::{Column, Element};

use iced::widget::{column, container};
use iced::{Length, Padding};

/// The button that helps most.
pub const FIRST: &str = "trouble-first";

pub fn view(told: &Told) -> Element<'_, Message> {
    let (look, words) = (&told.look, &told.words);
    let (title, detail) = match &told.troubles[..] {
        [one] => (one.title.clone(), one.reason.clone()),
        several => (tr!(words, "open-trouble-several", count = several.len()), tr!(words, "open-trouble-reasons")),
    };
    let mut content = column![dialog_head(look, Glyph::Warning, title, detail), facts(told)].spacing(space::L);
    if !told.choice().is_empty() {
        content = content.push(start(look, text::muted(look, tr!(words, "open-trouble-hint"))));
    }
    let window = dialog(scroll(content), buttons(told));
    container(scope(window).on_escape(Message::Go(Way::Close))).style(boxes::background).into()
}

/// What is known: of one thing all of it, of several each with its reason.
fn facts(told: &Told) -> Element<'_, Message> {
    let rows = match &told.troubles[..] {
        [one] => of_one(told, one),
        several => several.iter().map(|one| row(told, one.name.clone(), one.reason.clone())).collect(),
    };
    let mut parts = Vec::new();
    for row in rows {
        if !parts.is_empty() {
            parts.push(rule());
        }
        parts.push(row);
    }
    container(Column::with_children(parts)).padding(1).style(boxes::card).into()
}

fn of_one<'a>(told: &'a Told, one: &Trouble) -> Vec<Element<'a, Message>> {
    let words = &told.words;
    let mut rows = vec![row(told, tr!(words, "open-trouble-what"), one.name.clone())];
    if let Some((name, mime_type)) = &one.kind {
        let both = if name == mime_type { single_line(name).into_owned() } else { format!("{name} ({mime_type})") };
        rows.push(row(told, tr!(words, "open-trouble-type"), both));
    }
    rows
}

fn row(told: &Told, label: String, value: String) -> Element<'_, Message> {
    let look = &told.look;
    let words = column![start(look, text::section(look, label)), start(look, text::body(look, value))];
    container(words).padding(Padding::from([space::M, space::BUTTON])).width(Length::Fill).into()
}

fn buttons(told: &Told) -> Element<'_, Message> {
    let (look, words) = (&told.look, &told.words);
    let close = tr!(words, "open-trouble-close");
    let mut ways = Vec::new();
    let choice = told.choice();
    if !choice.is_empty() {
        ways.push((tr!(words, "open-trouble-search"), Way::Search));
        ways.push((tr!(words, "open-list"), Way::Choose(choice)));
    } else if let Some(folder) = told.folder() {
        ways.push((tr!(words, "open-trouble-folder"), Way::Show(folder)));
    }
    let labels = ways.iter().map(|(label, _)| label.as_str()).chain([close.as_str()]);
    let is_beside = fit_beside(look, labels, told.width - 2.0 * space::XL);
    let last = ways.len().saturating_sub(1);
    let close_is_first = ways.is_empty();
    let others = ways.into_iter().enumerate().map(|(place, (label, way))| {
        let answer = Answer::new(look, label, Some(Message::Go(way)));
        if place == last { answer.style(kind::primary).id(FIRST) } else { answer }
    });
    let close_button = Answer::new(look, close.clone(), Some(Message::Go(Way::Close)));
    let close_button = if close_is_first { close_button.style(kind::primary).id(FIRST) } else { close_button };
    let width = if is_beside { size::VERY_NARROW } else { 0.0 };
    if close_is_first {
        return dialog_buttons(look, width, None, vec![close_button]);
    }
    dialog_buttons(look, width, Some(close_button), others.collect())
}
