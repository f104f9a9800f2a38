//! The sidebar: the user's folders, bookmarks, and the whole machine.

use super::{SIDEBAR, name_of, stop_name};
use crate::app::tree::{self, Branch};
use crate::app::{self, App, Message};
use crate::wording;

use candela_files_core::device::{Mount, Origin};
use candela_files_core::history::Stop;
use candela_files_core::place::UserFolder;
use candela_files_core::search::Within;
use candela_files_core::system::device::Device;
use candela_files_core::system::volume::{Name, Volume};
use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::tr;
use candela_ui::icon::{self, Glyph};
use candela_ui::theme::{button as kind, container as boxes};
use candela_ui::tokens::{icon as size, space};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::row::{list_row, sidebar_head, sidebar_place, sidebar_row, sidebar_row_with};
use candela_ui::widget::scroller::sided;
use candela_ui::widget::{gap, icon_button, icon_button_sized, line, scroll, tooltip};
use candela_ui::{Column, Element};

use iced::widget::container;
use iced::{Length, Padding};

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

pub fn view(app: &App) -> Element<'_, Message> {
    let mut rows: Vec<Element<'_, Message>> = Vec::new();
    for (folder, path) in &app.places.folders {
        rows.push(place(app, glyph(*folder), name(app, *folder), path));
        if *folder == UserFolder::Home {
            rows.push(recent(app));
        }
    }
    if let Some(trash) = &app.trash {
        rows.push(place(app, Glyph::Trash, tr!(app.words, "files-place-trash"), trash));
    }
    if !app.places.bookmarks.is_empty() {
        rows.push(sidebar_head(&app.look, tr!(app.words, "files-sidebar-bookmarks")));
    }
    for bookmark in &app.places.bookmarks {
        rows.push(place(app, Glyph::BookmarkSimple, single_line(&bookmark.name).into_owned(), &bookmark.path));
    }
    let searches: Vec<Element<'_, Message>> = app.searches.stops().map(|stop| search(app, stop)).collect();
    if !searches.is_empty() {
        rows.push(sidebar_head(&app.look, tr!(app.words, "files-sidebar-searches")));
        rows.extend(searches);
    }
    rows.push(sidebar_head(&app.look, tr!(app.words, "files-sidebar-devices")));
    rows.extend(app.places.devices.iter().map(|device| self::device(app, device)));
    rows.extend(app.places.volumes.iter().map(|volume| self::volume(app, volume)));
    rows.push(sidebar_head(&app.look, tr!(app.words, "files-sidebar-tree")));
    let roots = app.home.as_deref().into_iter().chain([Path::new("/")]);
    rows.extend(app.tree.branches(roots).into_iter().map(|branch| self::branch(app, branch)));
    let list = Column::with_children(rows).spacing(1);
    container(sided(&app.look, scroll(container(list).padding(Padding::from([space::XS, space::S])))))
        .width(SIDEBAR)
        .height(Length::Fill)
        .style(boxes::background)
        .into()
}

/// A folder of the tree: its caret opens it, its name goes there.
fn branch<'a>(app: &'a App, branch: Branch<'_>) -> Element<'a, Message> {
    /// How far what lies in a folder stands behind it; deeper than that many there is no more room.
    const STEP: f32 = 12.0;
    const DEEPEST: usize = 7;
    let (look, path) = (&app.look, branch.path);
    let caret = if branch.is_open { Glyph::CaretDownBold } else { icon::deeper(look) };
    let caret = icon_button_sized(look, caret, 20.0, size::CARET);
    let switch = Message::Tree(tree::Message::Switch(path.to_owned()));
    let caret = caret.on_press_maybe((!branch.is_empty).then_some(switch));
    let is_current = app.tab().path() == path && !is_recent(app);
    let name = match path.file_name() {
        None => tr!(app.words, "files-place-system"),
        Some(_) => name_of(app, path),
    };
    let name = Clip::name(look, name).color(look.palette.text);
    let row = list_row(look, vec![container(name).width(Length::Fill).into()], is_current);
    let row = row.padding(Padding::from([0.0, space::XS])).height(look.sidebar_row());
    let row = if is_current { row.style(kind::current) } else { row.style(kind::row(false)) };
    let row = row.on_press(Message::Go(path.to_owned()));
    let indent = gap(STEP * branch.depth.min(DEEPEST) as f32 + 1.0, 0.0);
    line(look, vec![indent, caret.into(), row.into()], 0.0).into()
}

fn is_recent(app: &App) -> bool {
    app.tab().search().is_some_and(|search| search.within == Within::Recent)
}

/// A search that was kept.
fn search<'a>(app: &App, stop: Stop) -> Element<'a, Message> {
    let tab = app.tab();
    let is_current = tab.path() == stop.path && tab.search() == stop.search.as_ref();
    let text = stop.search.as_ref().map(|search| single_line(&search.text).into_owned()).unwrap_or_default();
    let row = sidebar_row(&app.look, Glyph::MagnifyingGlass, text, is_current);
    let told = stop_name(app, &stop);
    tooltip(&app.look, row.on_press(Message::GoTo(stop)), told).into()
}

fn recent<'a>(app: &App) -> Element<'a, Message> {
    let (name, is_current) = (tr!(app.words, "files-place-recent"), is_recent(app));
    let glyph = if is_current { filled(Glyph::ClockCounterClockwise) } else { Glyph::ClockCounterClockwise };
    sidebar_row(&app.look, glyph, name, is_current).on_press(Message::GoRecent).into()
}

fn place<'a>(app: &App, glyph: Glyph, name: String, path: &Path) -> Element<'a, Message> {
    let is_current = app.tab().path() == path && !is_recent(app);
    let glyph = if is_current { filled(glyph) } else { glyph };
    sidebar_row(&app.look, glyph, name, is_current).on_press(Message::Go(path.to_owned())).into()
}

/// A device with how full it is, and what lets it go.
fn device<'a>(app: &'a App, device: &Device) -> Element<'a, Message> {
    let (look, mount) = (&app.look, &device.mount);
    let is_current = app.tab().path() == mount.path;
    let (glyph, end) = match mount.origin {
        Origin::Disk => (Glyph::HardDrive, Vec::new()),
        Origin::Network => (Glyph::Cloud, Vec::new()),
        Origin::Removable => (Glyph::Usb, vec![eject(app, mount)]),
    };
    let name = match mount.path.file_name() {
        Some(name) => display_bytes(name.as_bytes()).into_owned(),
        None => tr!(app.words, "files-place-system"),
    };
    let row = sidebar_row_with(look, if is_current { filled(glyph) } else { glyph }, name, end, is_current);
    let row = row.on_press(Message::Go(mount.path.clone()));
    match device.space.filter(|space| space.total > 0) {
        Some(space) => sidebar_place(look, row, 1.0 - (space.free as f64 / space.total as f64) as f32),
        None => row.into(),
    }
}

/// What could be mounted: pressing it does so, and goes there.
fn volume<'a>(app: &App, volume: &Volume) -> Element<'a, Message> {
    let name = match &volume.name {
        Name::Label(label) => single_line(label).into_owned(),
        Name::Size(bytes) => tr!(app.words, "files-volume", size = wording::size(&app.words, *bytes)),
    };
    let row = sidebar_row(&app.look, Glyph::Plug, name, false)
        .on_press(Message::Device(app::device::Message::Mount(volume.clone())));
    tooltip(&app.look, row, tr!(app.words, "files-mount")).into()
}

fn eject<'a>(app: &'a App, mount: &Mount) -> Element<'a, Message> {
    let button =
        icon_button(&app.look, Glyph::Eject).on_press(Message::Device(app::device::Message::Eject(mount.clone())));
    tooltip(&app.look, button, tr!(app.words, "files-eject")).into()
}

fn glyph(folder: UserFolder) -> Glyph {
    match folder {
        UserFolder::Home => Glyph::House,
        UserFolder::Desktop => Glyph::Desktop,
        UserFolder::Documents => Glyph::FileText,
        UserFolder::Downloads => Glyph::DownloadSimple,
        UserFolder::Pictures => Glyph::Image,
        UserFolder::Music => Glyph::MusicNotes,
        UserFolder::Videos => Glyph::FilmStrip,
    }
}

fn filled(glyph: Glyph) -> Glyph {
    Glyph::by_name(&format!("{}-fill", glyph.name())).unwrap_or(glyph)
}

fn name(app: &App, folder: UserFolder) -> String {
    match folder {
        UserFolder::Home => tr!(app.words, "files-place-home"),
        UserFolder::Desktop => tr!(app.words, "files-place-desktop"),
        UserFolder::Documents => tr!(app.words, "files-place-documents"),
        UserFolder::Downloads => tr!(app.words, "files-place-downloads"),
        UserFolder::Pictures => tr!(app.words, "files-place-pictures"),
        UserFolder::Music => tr!(app.words, "files-place-music"),
        UserFolder::Videos => tr!(app.words, "files-place-videos"),
    }
}
