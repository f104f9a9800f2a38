//! Thumbnails of what is in sight: from the shared cache, or made by a process of its own that may die of a bomb.

use super::describe::{self, Description};
use super::{on_thread, read, send};
use crate::app::{Message, Seen};
use crate::cli::UNABLE;
use crate::tab::Tab;

use candela_files_core::folder::{Arrangement, Folder};
use candela_files_core::highlight::Language;
use candela_files_core::operation::Format;
use candela_files_core::system::thumbnail::{self, Cached, Pixels};
use candela_files_core::system::{FolderReader, beginning};
use candela_files_core::thumbnail::{Place, Size, is_shown};
use candela_shared::Directories;
use candela_shared::display_name::display_bytes;
use candela_shared::i18n::{Collator, Medium, Words};

use iced::Task;
use iced::widget::image::Handle;

use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

/// What this program is called as, and the command that makes a thumbnail; nobody else calls that.
const PROGRAM: &str = "candela-files";
pub const MAKE: &str = "--make-thumbnail";

/// Reads or makes the thumbnails of these entries of a tab, until others are in sight.
pub fn in_sight(tab: &Tab, entries: Vec<u32>) -> Task<Message> {
    let (reading, folder, turn) = (tab.reading(), Arc::clone(&tab.folder), Arc::clone(&tab.turn));
    let mine = turn.load(Ordering::Relaxed);
    on_thread(move |sender| {
        let Some(cache) = Directories::from_environment().cache_home else {
            return;
        };
        for entry in entries {
            if turn.load(Ordering::Relaxed) != mine {
                break;
            }
            let picture = picture(&cache, &folder.path_of(entry), Size::Large).map(handle);
            send(&sender, Message::ThumbnailRead { reading, entry, picture });
        }
    })
}

/// Reads how a file looks or begins, to show it alone.
pub fn look(path: PathBuf) -> Task<Message> {
    on_thread(move |sender| {
        let seen = see(&path);
        send(&sender, Message::Seen { path, seen });
    })
}

/// More names are not looked through by eye.
const NAMES: usize = 200;

fn see(path: &Path) -> Seen {
    if path.is_dir() {
        return names(path);
    }
    let types = read::types();
    let Ok(mime_type) = types.of_path(path) else {
        return Seen::Nothing;
    };
    if is_shown(mime_type) {
        let picture = Directories::from_environment().cache_home.and_then(|cache| picture(&cache, path, Size::Huge));
        return picture.map_or(Seen::Nothing, |pixels| Seen::Picture(handle(pixels)));
    }
    let is_archive = path.file_name().is_some_and(|name| Format::of_name(name).is_some());
    if is_archive || mime_type.starts_with("audio/") || mime_type.starts_with("video/") {
        return described(path);
    }
    match types.is_a(mime_type, "text/plain") {
        true => beginning::beginning(path).map_or(Seen::Nothing, |text| coloured(text, mime_type)),
        false => Seen::Nothing,
    }
}

/// What an archive holds, or how long sound and pictures last.
fn described(path: &Path) -> Seen {
    match describe::describe(path) {
        Some(Description::Names(names)) => {
            Seen::Names(names.iter().map(|name| display_bytes(name).into_owned()).collect())
        }
        Some(Description::Media(media)) => Seen::Media(media),
        None => Seen::Nothing,
    }
}

/// A text with the colours of its language.
fn coloured(text: String, mime_type: &str) -> Seen {
    let parts = Language::of_type(mime_type).map(|language| language.parts(&text)).unwrap_or_default();
    Seen::Text(text.into(), parts.into())
}

/// The names in a folder, those with a dot left out.
fn names(folder: &Path) -> Seen {
    let entries = FolderReader::open(folder).and_then(|reader| reader.entries()?.collect::<Result<Vec<_>, _>>());
    let Ok(mut entries) = entries else {
        return Seen::Nothing;
    };
    entries.retain(|entry| !entry.is_hidden());
    let collator = Collator::new(&Words::from_environment("files", Medium::Window).language());
    let folder = Folder::new(folder.to_owned(), entries, &collator);
    let rows = folder.arrange(&Arrangement::default(), |_| "");
    let name = |entry: &u32| display_bytes(folder.entry(*entry).name.as_bytes()).into_owned();
    Seen::Names(rows.iter().take(NAMES).map(name).collect())
}

fn handle(pixels: Pixels) -> Handle {
    Handle::from_rgba(pixels.width, pixels.height, pixels.bytes)
}

fn picture(cache: &Path, path: &Path, size: Size) -> Option<Pixels> {
    /// One at a time: decoders take memory, and a disk reads one file best.
    static MAKING: Mutex<()> = Mutex::new(());
    let place = thumbnail::place(cache, path, size)?;
    if let Cached::Fresh(pixels) = thumbnail::cached(&place) {
        return Some(pixels);
    }
    let _alone = MAKING.lock().unwrap_or_else(PoisonError::into_inner);
    // Another thread may have made it in the meantime.
    if thumbnail::cached(&place) == Cached::Missing {
        make(path, &place);
    }
    match thumbnail::cached(&place) {
        Cached::Fresh(pixels) => Some(pixels),
        Cached::Failed | Cached::Missing => None,
    }
}

/// This program once more, to look into a file for this one.
pub fn helper() -> Option<Command> {
    let mut command = Command::new(std::env::current_exe().ok()?);
    let _quiet = command.arg0(PROGRAM).stdin(Stdio::null()).stderr(Stdio::null());
    Some(command)
}

fn make(path: &Path, place: &Place) {
    let Some(mut command) = helper() else {
        return;
    };
    let _quiet = command.arg(MAKE).arg(place.size.folder()).arg(path).stdout(Stdio::null());
    let unable = Some(i32::from(UNABLE));
    if command.status().is_ok_and(|status| !status.success() && status.code() != unable) {
        // Where it cannot even be noted, it is tried again the next time.
        let _unnoted = thumbnail::note_failure(place);
    }
}
