//! The head: the picture of what is opened, and its name.

use crate::app::{App, Message};

use candela_shared::display_name::display_bytes;
use candela_shared::registry::Target;
use candela_shared::tr;
use candela_ui::icon::{Picture, picture};
use candela_ui::theme::text as colors;
use candela_ui::tokens::{icon, space};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::{line, start, text};
use candela_ui::{Column, Element};

use iced::Length;

use std::os::unix::ffi::OsStrExt;

pub fn view(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let name = Clip::name(look, name(app)).color(look.palette.muted_on(false));
    let words = Column::with_children([
        start(look, text::heading(look, tr!(app.words, "open-title")).style(colors::plain)),
        name.into(),
    ]);
    let parts = vec![picture(of_type(app), icon::TILE_LARGE).into(), words.width(Length::Fill).into()];
    line(look, parts, space::M).into()
}

/// The name of the only target, or how many there are.
fn name(app: &App) -> String {
    match &app.subject.targets[..] {
        [Target::Path(path)] => display_bytes(path.file_name().unwrap_or(path.as_os_str()).as_bytes()).into_owned(),
        [Target::Uri(uri)] => uri.clone(),
        several => tr!(app.words, "open-several", count = several.len()),
    }
}

fn of_type(app: &App) -> Picture {
    let mime_type = app.subject.mime_type.as_deref().unwrap_or_default();
    match mime_type.split_once('/') {
        Some(("image", _)) => Picture::Image,
        Some(("video", _)) => Picture::Video,
        Some(("audio", _)) => Picture::Audio,
        Some(("text", _)) => Picture::Text,
        Some(("inode", "directory")) => Picture::Folder,
        Some((_, "pdf")) => Picture::Pdf,
        Some(_) | None => Picture::Unknown,
    }
}
