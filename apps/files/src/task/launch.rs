//! Opens files with the applications that the registry names.

use super::{on_thread, read, send, types};
use crate::app::Message;
use crate::notice::Failure;

use candela_shared::registry::exec::Launch;
use candela_shared::registry::launch::{self, Request, Started};
use candela_shared::registry::mime_applications::MimeApplications;
use candela_shared::registry::{Context, Entry, Index, Target, start, terminal};

use iced::Task;

use std::ffi::OsString;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

/// The program that lets its user choose.
const CHOOSER: &str = "candela-open";
/// What runs in a terminal where `SHELL` says nothing.
const SHELL: &str = "/bin/sh";

/// Opens each file with the default application of its type.
pub fn files(paths: Vec<PathBuf>) -> Task<Message> {
    on_thread(move |sender| {
        let context = Context::from_environment();
        for path in paths {
            let outcome = open(&context, &path);
            send(&sender, Message::Opened { path, outcome });
        }
    })
}

/// Lets the user choose what opens files, in the window that is made for it.
pub fn choose(paths: Vec<PathBuf>) -> Task<Message> {
    on_thread(move |sender| {
        let failed = |error: io::Error| Failure::NotStarted { name: CHOOSER.to_owned(), detail: error.to_string() };
        let first = paths.first().cloned().unwrap_or_default();
        let started = std::env::current_exe().and_then(|program| {
            let mut command = Command::new(program);
            launch::ours::keep_from(&mut command);
            let _quiet = command.arg0(CHOOSER).arg("--choose").args(&paths).stdin(Stdio::null()).stdout(Stdio::null());
            command.status()
        });
        send(&sender, Message::Opened { path: first, outcome: started.map(drop).map_err(failed) });
    })
}

/// What opens what, read by the first thread that needs it.
fn applications(context: &Context) -> &'static MimeApplications {
    static APPLICATIONS: OnceLock<MimeApplications> = OnceLock::new();
    APPLICATIONS.get_or_init(|| {
        let index = Arc::new(Index::open(context, SystemTime::now()));
        MimeApplications::read(context, index, Arc::clone(read::types()))
    })
}

/// The name of the application that opens a file; nothing for folders and where there is none.
pub fn opens_with(path: &Path) -> Option<String> {
    let mime_type = read::types().of_path(path).ok().filter(|_| path.is_file())?;
    let context = Context::from_environment();
    applications(&context).default(mime_type).map(|entry| entry.display_name().to_owned())
}

fn open(context: &Context, path: &Path) -> Result<(), Failure> {
    let mime_type = read::types().of_path(path).map_err(|error| Failure::Unreadable(error.kind))?;
    let applications = applications(context);
    let entry =
        applications.default(mime_type).ok_or_else(|| Failure::NoApplication { kind: types::name(mime_type) })?;
    start(context, entry, path)
}

fn start(context: &Context, entry: &Entry, path: &Path) -> Result<(), Failure> {
    let failed = |detail: String| Failure::NotStarted { name: entry.display_name().to_owned(), detail };
    let request = Request { id: Some(entry.id.to_string()), ..Request::default() };
    let started = start::start(entry, None, &[Target::Path(path.to_owned())], context, &request)
        .map_err(|error| failed(error.to_string()))?;
    match started.programs().iter().find_map(Started::early_failure) {
        Some(end) => Err(failed(String::from_utf8_lossy(&end.words).trim().to_owned())),
        None => Ok(()),
    }
}

/// Runs a program for an action the user made, and says where it cannot be started or fails.
pub fn custom(name: String, folder: PathBuf, command: Vec<OsString>) -> Task<Message> {
    on_thread(move |sender| {
        let outcome = run_custom(&folder, &command);
        let failed = |detail| Failure::NotStarted { name: name.clone(), detail };
        send(&sender, Message::Opened { path: folder, outcome: outcome.map_err(failed) });
    })
}

fn run_custom(folder: &Path, command: &[OsString]) -> Result<(), String> {
    let (program, arguments) = command.split_first().ok_or_else(String::new)?;
    let mut command = Command::new(program);
    launch::ours::keep_from(&mut command);
    let command = command.args(arguments).current_dir(folder).process_group(0).stdin(Stdio::null());
    let output = command.stdout(Stdio::null()).stderr(Stdio::piped()).output().map_err(|error| error.to_string())?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()) }
}

/// Opens a terminal in a folder, with a command or the user's shell in it.
pub fn terminal(folder: PathBuf, command: Vec<OsString>) -> Task<Message> {
    on_thread(move |sender| {
        let outcome = start_terminal(&folder, command);
        send(&sender, Message::Opened { path: folder, outcome });
    })
}

fn start_terminal(folder: &Path, command: Vec<OsString>) -> Result<(), Failure> {
    let context = Context::from_environment();
    let failed = |detail: String| Failure::NotStarted { name: SHELL.to_owned(), detail };
    let mut arguments = terminal::command(&context).map_err(|error| failed(error.to_string()))?;
    let shell = || std::env::var_os("SHELL").filter(|shell| !shell.is_empty()).unwrap_or_else(|| SHELL.into());
    arguments.extend(if command.is_empty() { vec![shell()] } else { command });
    let launch = Launch { arguments, working_directory: Some(folder.to_owned()), environment: Vec::new() };
    let started = launch::start(&launch, &context, &Request::default());
    started.map(drop).map_err(|error| failed(error.to_string()))
}
