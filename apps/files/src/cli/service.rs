//! `--service`: shows what other programs ask for over the session bus, each in a window of its own.

use super::Stop;

use candela_files_core::system::file_manager::{self, Request};
use candela_shared::i18n::Words;
use candela_shared::tr;

use lexopt::Parser;

use std::io;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Duration;

/// The bus starts the service anew when it is needed.
const IDLE: Duration = Duration::from_secs(30);

/// Serves until nothing is asked for any more.
pub fn run(words: &Words, _parser: Parser) -> Result<ExitCode, Stop> {
    let mut windows: Vec<Child> = Vec::new();
    let served = file_manager::serve(IDLE, |request| {
        // Those that were closed are let go.
        windows.retain_mut(|window| matches!(window.try_wait(), Ok(None)));
        match open(&request) {
            Ok(window) => windows.push(window),
            Err(error) => super::warn(&error.to_string()),
        }
    });
    match served {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(detail) => Err(Stop::Failed(tr!(words, "files-service-failed", detail = detail))),
    }
}

/// Opens a window for a request; it lives on when the service ends.
fn open(request: &Request) -> io::Result<Child> {
    let (option, paths): (Option<&str>, &[PathBuf]) = match request {
        Request::Folders(paths) => (None, paths),
        Request::Items(paths) => (Some("--select"), paths),
        Request::Properties(paths) => (Some("--properties"), paths),
    };
    let mut command = Command::new(std::env::current_exe()?);
    let command = command.arg0("candela-files").args(option).args(paths);
    command.process_group(0).stdin(Stdio::null()).stdout(Stdio::null()).spawn()
}
