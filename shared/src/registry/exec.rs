//! From a desktop entry and what to open, the commands to run: vectors of arguments, never a line for a shell.
//!
//! Spec: Desktop Entry 1.5, "The Exec key" (rules D11 to D13). What fills a field code in never makes a second argument
//! by being split: a name with blanks stays one.

mod word;

use crate::registry::context::Context;
use crate::registry::entry::{Entry, Kind};
use crate::registry::program::Programs;
use crate::registry::terminal;

pub use crate::registry::target::Target;

use thiserror::Error;
use word::{Part, Word};

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// A command, ready to be started.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Launch {
    /// The program and its arguments; never empty. A program without a slash is looked up in `PATH`.
    pub arguments: Vec<OsString>,
    /// Where it is started; `None` for the user's home.
    pub working_directory: Option<PathBuf>,
    /// What is added to the environment.
    pub environment: Vec<(OsString, OsString)>,
}

/// Why an entry gives no command.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// It is a link or a folder.
    #[error("is no application")]
    NotAnApplication,
    /// It, or the action, has no `Exec`.
    #[error("has no command to run")]
    NoCommand,
    /// It has no action of that name.
    #[error("has no action {0:?}")]
    UnknownAction(Box<str>),
    /// `TryExec` names a program that is not there.
    #[error("is not installed: there is no program {0:?}")]
    NotInstalled(Box<str>),
    /// A quote in `Exec` is not closed.
    #[error("its command has an open quote")]
    UnmatchedQuote,
    /// `Exec` has a field code that means nothing.
    #[error("its command has the unknown field code {0:?}")]
    FieldCode(Box<str>),
    /// The program's name is empty or has an equals sign.
    #[error("its command has no program that could be run: {0:?}")]
    Program(OsString),
    /// It takes files of this machine only, and none of the targets is one.
    #[error("cannot open what is not on this machine: {0}")]
    RemoteTarget(String),
    /// It runs in a terminal, and there is none.
    #[error("needs a terminal emulator, and none is installed")]
    NoTerminal,
}

/// Returns the commands that start an application, or one of its actions, on the targets.
///
/// There is one command unless it takes one file at a time: then there is one for each. Targets that it cannot take
/// ([`unusable`]) are left out. A program of `Terminal=true` comes wrapped in a terminal emulator.
///
/// # Errors
///
/// Those of [`Error`]; [`Error::RemoteTarget`] only where no target is left.
pub fn expand(
    entry: &Entry,
    action: Option<&str>,
    targets: &[Target],
    context: &Context,
) -> Result<Vec<Launch>, Error> {
    let words = words(entry, action)?;
    if let Some(program) = entry.try_exec.as_deref().filter(|program| !program.is_empty())
        && !Programs::new(&context.path).has(program)
    {
        return Err(Error::NotInstalled(program.into()));
    }
    let usable: Vec<&Target> = targets.iter().filter(|target| is_usable(&words, target)).collect();
    if let (true, Some(target)) = (usable.is_empty(), targets.first()) {
        return Err(Error::RemoteTarget(target.uri()));
    }
    let terminal = if entry.is_terminal { terminal::command(context)? } else { Vec::new() };
    let command = |targets: &[&Target]| {
        let arguments = fill(&words, entry, targets)?;
        Ok(launch(entry, terminal.iter().cloned().chain(arguments).collect()))
    };
    if takes_many(&words) || usable.is_empty() {
        return Ok(vec![command(&usable)?]);
    }
    usable.iter().map(|target| command(&[*target])).collect()
}

/// Returns the targets that the application cannot take: what is not on this machine, where it wants files.
///
/// # Errors
///
/// As [`expand`].
pub fn unusable<'a>(entry: &Entry, action: Option<&str>, targets: &'a [Target]) -> Result<Vec<&'a Target>, Error> {
    let words = words(entry, action)?;
    Ok(targets.iter().filter(|target| !is_usable(&words, target)).collect())
}

/// Returns the program that an application runs, as its `Exec` names it.
///
/// # Errors
///
/// As [`expand`].
pub fn program(entry: &Entry) -> Result<OsString, Error> {
    Ok(fill(&words(entry, None)?, entry, &[])?.swap_remove(0))
}

/// Whether the application takes URIs, so that it can be given what is not on this machine.
///
/// # Errors
///
/// As [`expand`].
pub fn takes_uris(entry: &Entry) -> Result<bool, Error> {
    Ok(words(entry, None)?.iter().flat_map(Word::codes).any(|code| matches!(code, 'u' | 'U')))
}

fn words(entry: &Entry, action: Option<&str>) -> Result<Vec<Word>, Error> {
    if entry.kind != Kind::Application {
        return Err(Error::NotAnApplication);
    }
    let exec = match action {
        Some(id) => &entry.action(id).ok_or_else(|| Error::UnknownAction(id.into()))?.exec,
        None => &entry.exec,
    };
    let mut words = word::split(exec.as_deref().ok_or(Error::NoCommand)?)?;
    if words.is_empty() {
        return Err(Error::NoCommand);
    }
    // An application that says nothing of files is given them all the same, one at a time, as GLib and KDE do.
    if !words.iter().flat_map(Word::codes).any(is_for_targets) {
        words.push(Word { parts: vec![Part::Code('f')] });
    }
    Ok(words)
}

fn is_for_targets(code: char) -> bool {
    matches!(code, 'f' | 'F' | 'u' | 'U')
}

fn takes_many(words: &[Word]) -> bool {
    words.iter().all(|word| match word.only_code() {
        Some('F' | 'U') => true,
        _ => !word.codes().any(is_for_targets),
    })
}

fn is_usable(words: &[Word], target: &Target) -> bool {
    let wants_files = words.iter().flat_map(Word::codes).any(|code| matches!(code, 'f' | 'F'));
    !wants_files || target.path().is_some()
}

fn fill(words: &[Word], entry: &Entry, targets: &[&Target]) -> Result<Vec<OsString>, Error> {
    let mut arguments = Vec::with_capacity(words.len() + targets.len());
    for word in words {
        match word.only_code() {
            Some(code @ ('F' | 'U')) => arguments.extend(targets.iter().filter_map(|target| value(code, target))),
            Some('i') => {
                let icon = entry.icon.as_deref().filter(|icon| !icon.is_empty());
                arguments.extend(icon.into_iter().flat_map(|icon| ["--icon".into(), icon.into()]));
            }
            _ => arguments.extend(argument(word, entry, targets)),
        }
    }
    let program = arguments.first().cloned().unwrap_or_default();
    if program.is_empty() || program.as_encoded_bytes().contains(&b'=') {
        return Err(Error::Program(program));
    }
    Ok(arguments)
}

/// Joins the parts of a word; what consists of codes alone and comes out empty is no argument.
fn argument(word: &Word, entry: &Entry, targets: &[&Target]) -> Option<OsString> {
    let mut argument = OsString::new();
    for part in &word.parts {
        match part {
            Part::Text(text) => argument.push(text),
            Part::Code(code) if is_for_targets(*code) => {
                argument.push(targets.first().and_then(|target| value(*code, target)).unwrap_or_default());
            }
            Part::Code('i') => argument.push(entry.icon.as_deref().unwrap_or_default()),
            Part::Code('c') => argument.push(entry.display_name()),
            Part::Code('k') => argument.push(&entry.path),
            Part::Code(_deprecated) => {}
        }
    }
    let is_nothing = argument.is_empty() && word.codes().next().is_some();
    (!is_nothing).then_some(argument)
}

fn value(code: char, target: &Target) -> Option<OsString> {
    match code {
        'f' | 'F' => target.path().map(|path| path.as_os_str().to_owned()),
        _ => Some(target.uri().into()),
    }
}

fn launch(entry: &Entry, arguments: Vec<OsString>) -> Launch {
    let directory = entry.working_directory.as_deref().map(Path::new).filter(|path| path.is_absolute());
    let mut environment = Vec::new();
    if entry.prefers_non_default_gpu {
        // What Mesa understands; it changes nothing where there is one GPU. `start` knows better where it can.
        environment.push(("DRI_PRIME".into(), "1".into()));
    }
    let chosen = entry.choice.iter().flat_map(|choice| &choice.environment);
    environment.extend(chosen.map(|(name, value)| (name.into(), value.into())));
    Launch { arguments, working_directory: directory.map(Path::to_owned), environment }
}

#[cfg(test)]
mod tests;
