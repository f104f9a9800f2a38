//! A plan that is being carried out: how far it is, and what the programs say.

use crate::app::{App, Message};

use candela_shared::tr;
use candela_shutdown_core::system::perform::Log;
use candela_ui::icon::Glyph;
use candela_ui::theme::container as boxes;
use candela_ui::tokens::{space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::dialog::dialog_head;
use candela_ui::widget::progress::{Progress, progress};
use candela_ui::widget::{start, text};
use candela_ui::{Column, Element};

use iced::Length;
use iced::widget::container;

/// The lines shown of what the programs say.
const LINES: usize = 8;

pub fn parts<'a>(app: &'a App, step: (usize, usize), log: &'a Log) -> Vec<Element<'a, Message>> {
    let (look, words) = (&app.look, &app.words);
    let (at, total) = step;
    let head =
        dialog_head(look, Glyph::Package, tr!(words, "shutdown-working-title"), tr!(words, "shutdown-working-detail"));
    let mut parts = vec![head, progress(look, Progress::Unknown).into()];
    if total > 1 {
        parts.push(start(look, text::caption(look, tr!(words, "shutdown-step", at = at, total = total))));
    }
    parts.extend(lines(app, log));
    parts
}

pub fn leaving(app: &App) -> Vec<Element<'_, Message>> {
    let (look, words) = (&app.look, &app.words);
    let (title, detail) = (tr!(words, "shutdown-leaving-title"), tr!(words, "shutdown-leaving-detail"));
    vec![dialog_head(look, Glyph::Power, title, detail), progress(look, Progress::Unknown).into()]
}

/// The last lines that the programs said; `None` where they said nothing.
pub fn lines<'a>(app: &'a App, log: &'a Log) -> Option<Element<'a, Message>> {
    let mut lines: Vec<&str> = log.lines().rev().take(LINES).collect();
    lines.reverse();
    let rows = lines.iter().map(|line| Clip::new(&app.look, steps::CAPTION, *line).into());
    let card = container(Column::with_children(rows).spacing(space::HAIR)).padding(space::M);
    (!lines.is_empty()).then(|| card.width(Length::Fill).style(boxes::card).into())
}
