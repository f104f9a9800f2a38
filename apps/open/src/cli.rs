//! The command line: arguments and environment are read here, once; what needs no window runs here.

mod arguments;
mod print;

pub use print::commands as print_commands;

use crate::app::Subject;
use crate::notice;
use arguments::{Command, How, Usage};

use candela_open_core::{Choices, Desktop, Opening, Plan, plan, plan_with};
use candela_shared::display_name::single_line;
use candela_shared::i18n::{Medium, Words};
use candela_shared::notice::Failure;
use candela_shared::registry::launch::Request;
use candela_shared::registry::mime_applications::{self, Change};
use candela_shared::registry::{Context, Target, exec, start};
use candela_shared::tr;

use std::ffi::{OsStr, OsString};
use std::process::ExitCode;
use std::time::SystemTime;

/// Exit status of a command that failed, be it in part.
const FAILED: u8 = 1;
/// Exit status of a command line that means nothing.
const WRONG_USAGE: u8 = 2;

/// Opens what these arguments name (without the program's own name).
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let words = Words::from_environment("open", Medium::Terminal);
    let command = match arguments::parse(arguments) {
        Ok(command) => command,
        Err(usage) => return fail(&usage_words(&words, &usage), WRONG_USAGE),
    };
    match command {
        Command::Help => print::line(&tr!(words, "open-help")),
        Command::Version => print::line(concat!("candela-open ", env!("CARGO_PKG_VERSION"))),
        Command::Open { how, is_dry, targets } => open(&words, &how, is_dry, &targets),
        Command::Type(file) => mime_type(&words, &file),
        Command::Default(mime_type) => default(&words, &mime_type),
        Command::Applications(mime_type) => applications(&words, &mime_type),
        Command::SetDefault { id, mime_type } => set_default(&words, &id, &mime_type),
    }
}

fn desktop() -> Desktop {
    Desktop::read(Context::from_environment(), SystemTime::now())
}

/// Reads a word of the command line.
fn target(word: &OsStr) -> Target {
    Target::new(word, &std::env::current_dir().unwrap_or_default())
}

fn open(words: &Words, how: &How, is_dry: bool, targets: &[OsString]) -> ExitCode {
    let desktop = desktop();
    let targets = targets.iter().map(|word| target(word)).collect();
    let Plan { openings, failures } = match how {
        How::Choose => return choose(words, targets, &desktop, is_dry),
        How::Default => plan(targets, &desktop),
        How::With(id) => match desktop.application(id) {
            Some(entry) => plan_with(entry, targets, &desktop),
            None => return fail(&tr!(words, "open-error-unknown", id = single_line(id)), FAILED),
        },
    };
    let mut is_done = failures.is_empty();
    failures.iter().for_each(|error| warn(&notice::cannot_open(words, error)));
    for opening in &openings {
        let outcome = if is_dry { show(opening, &desktop) } else { start(opening, &desktop) };
        if let Err(failure) = outcome {
            warn(&notice::cannot_start(words, opening, &failure));
            is_done = false;
        }
        is_done &= left_out(words, opening);
    }
    if is_done { ExitCode::SUCCESS } else { ExitCode::from(FAILED) }
}

/// Asks in a window which application is to open what is there.
fn choose(words: &Words, targets: Vec<Target>, desktop: &Desktop, is_dry: bool) -> ExitCode {
    let (mut found, mut types, mut is_done) = (Vec::new(), Vec::new(), true);
    for target in targets {
        match desktop.mime_type(&target) {
            Ok(mime_type) => {
                found.push(target);
                types.push(mime_type);
            }
            Err(error) => {
                warn(&notice::cannot_open(words, &error));
                is_done = false;
            }
        }
    }
    if found.is_empty() {
        return ExitCode::from(FAILED);
    }
    types.dedup();
    let mime_type = if types.len() == 1 { types.pop() } else { None };
    let choices = Choices::new(mime_type.as_deref().unwrap_or_default(), desktop);
    match crate::start::start(Subject { targets: found, mime_type }, choices, is_dry) {
        Ok(is_opened) if is_opened && is_done => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(FAILED),
        Err(text) => fail(&text, FAILED),
    }
}

/// Prints the commands of an opening.
fn show(opening: &Opening, desktop: &Desktop) -> Result<(), Failure> {
    let launches = exec::expand(&opening.entry, None, &opening.targets, &desktop.context)?;
    let _ = print::commands(&launches);
    Ok(())
}

fn start(opening: &Opening, desktop: &Desktop) -> Result<(), Failure> {
    let request = Request { id: Some(opening.entry.id.to_string()), ..Request::default() };
    let _programs = start::start(&opening.entry, None, &opening.targets, &desktop.context, &request)?;
    Ok(())
}

/// Tells of the targets that the application cannot take, which were left out; whether there was none.
fn left_out(words: &Words, opening: &Opening) -> bool {
    let left_out = exec::unusable(&opening.entry, None, &opening.targets).unwrap_or_default();
    // Where all of them are left out, the opening itself has failed, and said so.
    let is_told = left_out.is_empty() || left_out.len() == opening.targets.len();
    if !is_told {
        for target in &left_out {
            let failure = exec::Error::RemoteTarget(target.uri()).into();
            warn(&notice::cannot_start(words, opening, &failure));
        }
    }
    is_told
}

fn mime_type(words: &Words, file: &OsStr) -> ExitCode {
    match desktop().mime_type(&target(file)) {
        Ok(mime_type) => print::line(&mime_type),
        Err(error) => fail(&notice::cannot_open(words, &error), FAILED),
    }
}

fn default(words: &Words, mime_type: &str) -> ExitCode {
    match desktop().applications.default(mime_type) {
        Some(entry) => print::line(&entry.id),
        None => no_default(words, mime_type),
    }
}

fn applications(words: &Words, mime_type: &str) -> ExitCode {
    let desktop = desktop();
    let found = desktop.applications.all(mime_type);
    if found.is_empty() {
        return no_default(words, mime_type);
    }
    print::lines(found.iter().map(|entry| &entry.id))
}

fn no_default(words: &Words, mime_type: &str) -> ExitCode {
    let mime_type = single_line(mime_type);
    if mime_type.contains('/') {
        fail(&tr!(words, "open-error-no-default", mime = mime_type), FAILED)
    } else {
        fail(&tr!(words, "open-error-not-a-type", mime = mime_type), FAILED)
    }
}

fn set_default(words: &Words, id: &str, mime_type: &str) -> ExitCode {
    if !is_mime_type(mime_type) {
        return fail(&tr!(words, "open-error-not-a-type", mime = single_line(mime_type)), FAILED);
    }
    let before = desktop();
    let Some(id) = before.application(id).map(|entry| entry.id.clone()) else {
        return fail(&tr!(words, "open-error-unknown", id = single_line(id)), FAILED);
    };
    let types = before.applications.types();
    if let Err(error) = mime_applications::change(&before.context, types, &id, mime_type, Change::SetDefault) {
        return fail(&notice::cannot_keep(words, &error), FAILED);
    }
    if let Some(other) = desktop().applications.default(mime_type).filter(|entry| entry.id != id) {
        warn(&tr!(words, "open-warning-overruled", id = &*other.id, mime = mime_type));
    }
    ExitCode::SUCCESS
}

/// Whether it has the form of a type: two words of printing characters, a slash between.
fn is_mime_type(text: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_graphic() && !b"=[];#/".contains(&byte));
    text.split_once('/').is_some_and(|(kind, name)| is_word(kind) && is_word(name))
}

fn usage_words(words: &Words, usage: &Usage) -> String {
    match usage {
        Usage::UnknownOption(option) => tr!(words, "shared-usage-unknown-option", option = option.as_str()),
        Usage::MissingValue(option) => tr!(words, "shared-usage-missing-value", option = option.as_str()),
        Usage::BadValue { option, value } => {
            tr!(words, "shared-usage-bad-value", option = option.as_str(), value = value.as_str())
        }
        Usage::Unexpected(argument) => tr!(words, "shared-usage-unexpected", argument = argument.as_str()),
        Usage::MissingArgument { command, argument } => {
            tr!(words, "shared-usage-missing-argument", command = *command, argument = *argument)
        }
    }
}

/// Says what went wrong, and returns that status.
fn fail(text: &str, status: u8) -> ExitCode {
    warn(text);
    ExitCode::from(status)
}

/// Says what went wrong, a line each.
#[expect(clippy::print_stderr, reason = "errors of the command line go to stderr")]
pub fn warn(text: &str) {
    for line in text.lines() {
        eprintln!("candela-open: {line}");
    }
}
