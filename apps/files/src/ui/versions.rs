//! Earlier versions of something, from snapshots.

use super::FIELD;
use super::question::frame;
use crate::app::{self, Answer, App, Message, Versions};
use crate::notice::shown;
use crate::wording;

use candela_shared::display_name::single_line;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::theme::button as kind;
use candela_ui::widget::dialog::{self, dialog_buttons};
use candela_ui::widget::slider::{Scale, slider};
use candela_ui::widget::{start, text};

use iced::widget::column;

use std::path::Path;

pub fn view<'a>(app: &'a App, versions: &'a Versions) -> Element<'a, Message> {
    let look = &app.look;
    let name = shown(versions.path.file_name().map_or(&*versions.path, Path::new));
    let heading = text::heading(look, tr!(app.words, "files-versions-title", name = name));
    let version = &versions.all[versions.chosen];
    let moment = wording::moment(&app.words, version.modified, &app.now);
    let size = wording::size(&app.words, version.size);
    let snapshot = single_line(&version.snapshot).into_owned();
    let told = tr!(app.words, "files-versions-told", moment = moment, size = size, snapshot = snapshot);
    let last = versions.all.len() - 1;
    // Time runs in reading direction: the newest is at the end.
    let chosen = move |value: f32| {
        Message::Versions(app::versions::Message::Choose(last.saturating_sub(value.round() as usize)))
    };
    let ruler = (last > 0).then(|| {
        let scale = Scale::new(0.0..=last as f32, 1.0);
        slider(look, scale, (last - versions.chosen) as f32, String::new(), chosen).focusable()
    });
    let answer = |label, message| dialog::Answer::new(look, label, Some(message));
    let cancel = answer(tr!(app.words, "files-cancel"), Message::Answered(Answer::No));
    let open = answer(tr!(app.words, "files-command-open"), Message::Versions(app::versions::Message::Open));
    let back = answer(tr!(app.words, "files-versions-back"), Message::Answered(Answer::Yes));
    let back = back.style(kind::primary).id(FIELD);
    let buttons = dialog_buttons(look, app.size.width, Some(cancel), vec![open, back]);
    let content = column![start(look, heading), start(look, text::body(look, told))].push(ruler).push(buttons);
    frame(content)
}
