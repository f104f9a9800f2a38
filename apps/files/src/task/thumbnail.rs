//! Thumbnails of what is in sight: from the shared cache, or made by a process of its own that may die of a bomb.

use super::{on_thread, send};
use crate::app::Message;
use crate::tab::Tab;

use candela_files_core::system::thumbnail::{self, Cached, Pixels};
use candela_files_core::thumbnail::Place;
use candela_shared::Directories;

use iced::Task;
use iced::widget::image::Handle;

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

/// What this program is called as, and the command that makes a thumbnail; nobody else calls that.
const PROGRAM: &str = "candela-files";
pub const MAKE: &str = "--make-thumbnail";

/// Reads or makes the thumbnails of these entries of a tab, until others are in sight.
pub fn read(tab: &Tab, entries: Vec<u32>) -> Task<Message> {
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
            let picture = picture(&cache, &folder.path_of(entry));
            let picture = picture.map(|pixels| Handle::from_rgba(pixels.width, pixels.height, pixels.bytes));
            send(&sender, Message::ThumbnailRead { reading, entry, picture });
        }
    })
}

fn picture(cache: &Path, path: &Path) -> Option<Pixels> {
    /// One at a time: decoders take memory, and a disk reads one file best.
    static MAKING: Mutex<()> = Mutex::new(());
    let place = thumbnail::place(cache, path)?;
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

fn make(path: &Path, place: &Place) {
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let mut command = Command::new(program);
    let _quiet =
        command.arg0(PROGRAM).arg(MAKE).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if command.status().is_ok_and(|status| !status.success()) {
        // Where it cannot even be noted, it is tried again the next time.
        let _unnoted = thumbnail::note_failure(place);
    }
}
