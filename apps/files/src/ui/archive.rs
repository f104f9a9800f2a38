//! What a new archive is called, and where others are extracted to.

use super::FIELD;
use super::question::{cancel, frame};
use crate::app::archive::{Extracting, Message as Archived, Packing};
use crate::app::{App, Message};

use candela_shared::tr;
use candela_ui::Element;
use candela_ui::theme::button as kind;
use candela_ui::tokens::space;
use candela_ui::widget::choice::{Part, segments};
use candela_ui::widget::dialog::{self, dialog_buttons};
use candela_ui::widget::{input, start, text};

use iced::widget::column;

/// The dialog of a new archive.
pub fn pack<'a>(app: &'a App, packing: &'a Packing) -> Element<'a, Message> {
    let (look, words) = (&app.look, &app.words);
    let heading = start(look, text::heading(look, tr!(words, "files-pack-title")));
    let wrong = match packing.name.contains('/') {
        true => Some(tr!(words, "files-name-slash")),
        false => packing.is_taken.then(|| tr!(words, "files-name-taken")),
    };
    let is_good = wrong.is_none() && packing.file_name().is_some();
    let field = input::input(look, tr!(words, "files-name-hint"), packing.name.as_str())
        .id(FIELD)
        .on_input(|name| Message::Archive(Archived::Edited(name)))
        .on_submit(Message::Archive(Archived::Done));
    let part = |(format, ending): &(_, &str)| Part::word(*ending, Message::Archive(Archived::Choose(*format)));
    let chosen = Packing::FORMATS.iter().position(|(format, _)| *format == packing.format);
    let formats = segments(look, chosen.unwrap_or(0), Packing::FORMATS.iter().map(part).collect());
    let yes = is_good.then_some(Message::Archive(Archived::Done));
    let yes = dialog::Answer::new(look, tr!(words, "files-folder-yes"), yes).style(kind::primary);
    let buttons = dialog_buttons(look, app.size.width, None, vec![cancel(app), yes]);
    let fields = column![input::explained(look, field, wrong), start(look, formats)].spacing(space::M);
    frame(column![heading, fields, buttons])
}

/// The dialog of archives that are extracted.
pub fn extract<'a>(app: &'a App, extracting: &'a Extracting) -> Element<'a, Message> {
    let (look, words) = (&app.look, &app.words);
    let title = tr!(words, "files-extract-title");
    let field = input::input(look, tr!(words, "files-path-hint"), extracting.to.as_str())
        .id(FIELD)
        .on_input(|to| Message::Archive(Archived::Edited(to)))
        .on_submit(Message::Archive(Archived::Done));
    let yes = (!extracting.to.trim().is_empty()).then_some(Message::Archive(Archived::Done));
    let yes = dialog::Answer::new(look, tr!(words, "files-extract-yes"), yes).style(kind::primary);
    let buttons = dialog_buttons(look, app.size.width, None, vec![cancel(app), yes]);
    let note = start(look, text::muted(look, tr!(words, "files-extract-note")));
    let heading = start(look, text::heading(look, title));
    frame(column![column![heading, note].spacing(space::XS), field, buttons])
}
