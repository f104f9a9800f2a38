//! Reads and counts what the dialog of properties tells; each ends when another dialog is asked for.

use super::{launch, on_thread, send};
use crate::app::properties::Message as Property;
use crate::app::{self, App, Message, Part, access as page};

use candela_files_core::checksum::Checksums;
use candela_files_core::system::known::known;
use candela_files_core::system::{access, count};

use iced::Task;

use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// What was counted is told of this often.
const TOLD: Duration = Duration::from_millis(150);

/// Whether the dialog of that number still waits.
fn waits(app: &App, number: u64) -> impl Fn() -> ControlFlow<()> + Send + 'static {
    let newest = Arc::clone(&app.asking);
    move || if newest.load(Ordering::Relaxed) == number { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
}

/// Reads what else is known of a file.
pub fn read(number: u64, path: PathBuf) -> Task<Message> {
    on_thread(move |sender| {
        // What is gone meanwhile has nothing more to tell.
        let known = known(&path).unwrap_or_default();
        let opens_with = launch::opens_with(&path);
        send(&sender, Message::Properties(Property::Known { number, known, opens_with }));
    })
}

/// Reads who may do what with files.
pub fn access(number: u64, paths: Vec<PathBuf>) -> Task<Message> {
    on_thread(move |sender| {
        let read = page::Message::Read { number, access: access::access(&paths) };
        send(&sender, Message::Properties(Property::Access(read)));
    })
}

/// Counts what lies in these paths.
pub fn count(app: &App, number: u64, paths: Vec<PathBuf>) -> Task<Message> {
    let waits = waits(app, number);
    on_thread(move |sender| {
        let mut told = Instant::now();
        let count = count::count(&paths, |count| {
            if told.elapsed() > TOLD {
                told = Instant::now();
                send(&sender, Message::Properties(Property::Counted { number, count, is_over: false }));
            }
            waits()
        });
        send(&sender, Message::Properties(Property::Counted { number, count, is_over: true }));
    })
}

/// Counts how much lies in each part of a folder, and tells of it again and again.
pub fn usage(app: &App, number: u64, folder: PathBuf) -> Task<Message> {
    let waits = waits(app, number);
    on_thread(move |sender| {
        let tell = |parts: &[Part], is_over| {
            let mut parts = parts.to_vec();
            parts.sort_by_key(|part| std::cmp::Reverse(part.bytes));
            send(&sender, Message::Usage(app::usage::Message::Read { number, parts, is_over }));
        };
        let (mut parts, mut told) = (Vec::new(), Instant::now());
        // What cannot be read has no parts; the rows below say why.
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let count = count::count(&[entry.path()], |_| waits());
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            parts.push(Part { name: entry.file_name(), bytes: count.bytes, is_folder });
            if waits().is_break() {
                return;
            }
            if told.elapsed() > TOLD {
                told = Instant::now();
                tell(&parts, false);
            }
        }
        tell(&parts, true);
    })
}

/// Reads the checksums of a regular file.
pub fn sum(app: &App, number: u64, path: PathBuf) -> Task<Message> {
    let waits = waits(app, number);
    on_thread(move |sender| {
        let summed = summed(&path, waits).map_err(|error| error.kind());
        if let Some(outcome) = summed.transpose() {
            send(&sender, Message::Properties(Property::Summed { number, outcome }));
        }
    })
}

fn summed(path: &Path, waits: impl Fn() -> ControlFlow<()>) -> io::Result<Option<Checksums>> {
    if !path.metadata()?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    Checksums::read(File::open(path)?, |_| waits())
}
