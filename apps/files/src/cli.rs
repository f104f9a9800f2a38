//! The command line: arguments and environment are read here, once; the commands that need no window run here.

mod archive;
mod bulk;
mod history;
mod list;
mod make;
mod open;
mod operate;
mod output;
mod permissions;
mod service;
mod single;
mod supervise;
mod thumbnail;
mod transfer;
mod trash;

pub use output::warn;
pub use thumbnail::UNABLE;

use candela_shared::i18n::{Medium, Words};
use candela_shared::tr;
use candela_shared::usage::Usage;
use candela_ui::program;

use lexopt::Arg::{Long, Short};
use lexopt::{Arg, Parser};

use std::ffi::{OsStr, OsString};
use std::process::ExitCode;

/// Exit status of a command that failed.
const FAILED: u8 = 1;
/// Exit status of a command line that means nothing.
const WRONG_USAGE: u8 = 2;

/// A command: takes the arguments behind its name.
type Run = fn(&Words, Parser) -> Result<ExitCode, Stop>;

/// Every command by its name.
const COMMANDS: &[(&str, Run)] = &[
    ("list", list::run),
    ("copy", transfer::copy),
    ("move", transfer::relocate),
    ("trash", trash::trash),
    ("trash-list", trash::list),
    ("restore", trash::restore),
    ("delete", single::delete),
    ("empty-trash", trash::empty),
    ("rename", single::rename),
    ("bulk-rename", bulk::run),
    ("make-folder", make::folder),
    ("make-file", make::file),
    ("make-link", make::link),
    ("permissions", permissions::run),
    ("compress", archive::compress),
    ("extract", archive::extract),
    ("undo", history::undo),
    ("redo", history::redo),
    ("history", history::list),
    ("recover", history::recover),
    ("--service", service::run),
    (crate::task::thumbnail::MAKE, thumbnail::make),
    (crate::task::describe::DESCRIBE, thumbnail::describe),
];

/// Why a command does nothing (more).
pub enum Stop {
    /// Its arguments mean nothing.
    Usage(Usage),
    /// It failed, said in these words, a line each.
    Failed(String),
    /// It was asked how it is used.
    Help,
    /// It was asked which version it is of.
    Version,
}

impl<T: Into<Usage>> From<T> for Stop {
    fn from(usage: T) -> Self {
        Self::Usage(usage.into())
    }
}

/// Runs the file manager with these arguments (without its own name).
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    program::prepare();
    let words = Words::from_environment("files", Medium::Terminal);
    if is_operation(&arguments)
        && let Some(status) = supervise::delegated(&words, &arguments)
    {
        return status;
    }
    match start(&words, Parser::from_args(arguments)) {
        Ok(status) => status,
        Err(Stop::Help) => output::line(&tr!(words, "files-help")),
        Err(Stop::Version) => output::line(concat!("candela-files ", env!("CARGO_PKG_VERSION"))),
        Err(Stop::Usage(usage)) => output::fail(&usage.words(&words), WRONG_USAGE),
        Err(Stop::Failed(text)) => output::fail(&text, FAILED),
    }
}

/// Whether it is a command that works on files and ends, and not a window, a service or a helper of these.
fn is_operation(arguments: &[OsString]) -> bool {
    let first = arguments.first().and_then(|first| first.to_str());
    first.is_some_and(|first| !first.starts_with('-') && first != crate::task::thumbnail::MAKE)
        && COMMANDS.iter().any(|(name, _)| Some(*name) == first)
}

fn start(words: &Words, mut parser: Parser) -> Result<ExitCode, Stop> {
    let first = parser.try_raw_args().and_then(|arguments| arguments.peek().map(ToOwned::to_owned));
    match COMMANDS.iter().find(|(name, _)| first.as_deref() == Some(OsStr::new(name))) {
        Some((_, run)) => {
            let _name = parser.next()?;
            run(words, parser)
        }
        None => open::run(words, parser),
    }
}

/// `--help` and `--version`, which stand anywhere; everything else has no meaning where it stands.
pub fn common(argument: Arg<'_>) -> Stop {
    match argument {
        Long("help") | Short('h') => Stop::Help,
        Long("version") => Stop::Version,
        other => Usage::of(other).into(),
    }
}
