//! The command line: arguments and environment are read here, once; what needs no window runs here.

mod arguments;
mod print;

pub use print::commands as print_commands;

use crate::app::Subject;
use crate::notice;
use arguments::{Command, How, Usage};

use candela_open_core::{Answer, Choices, Desktop, Opening, Plan, Untrusted, plan, plan_with, vouch};
use candela_shared::display_name::single_line;
use candela_shared::i18n::{Medium, Words};
use candela_shared::notice::Failure;
use candela_shared::registry::launch::Request;
use candela_shared::registry::mime_applications::{self, Change};
use candela_shared::registry::{Context, Target, exec, mime_type, start};
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
        Command::Type(file) => type_of(&words, &file),
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
    let mut plan = match how {
        How::Choose => return choose(words, targets, &desktop, is_dry),
        How::Default => plan(targets, &desktop),
        How::With(id) => match desktop.application(id) {
            Some(entry) => plan_with(entry, targets, &desktop),
            None => return fail(&tr!(words, "open-error-unknown", id = single_line(id)), FAILED),
        },
    };
    let can_ask = !is_dry && crate::start::has_display();
    let untrusted = if can_ask { plan.take_untrusted() } else { Vec::new() };
    let mut is_done = carry_out(words, &plan, &desktop, is_dry);
    if !untrusted.is_empty() {
        is_done &= carry_out(words, &ask(words, untrusted, &desktop), &desktop, is_dry);
    }
    if is_done { ExitCode::SUCCESS } else { ExitCode::from(FAILED) }
}

/// Asks about desktop entries that nobody vouches for; what is to be done then.
fn ask(words: &Words, untrusted: Vec<Untrusted>, desktop: &Desktop) -> Plan {
    let answers = crate::start::ask(untrusted.clone()).unwrap_or_else(|text| {
        warn(&text);
        vec![Answer::Leave; untrusted.len()]
    });
    let mut plan = Plan::default();
    for (untrusted, answer) in untrusted.into_iter().zip(answers) {
        if answer == Answer::Trust
            && let Err(error) = vouch(&untrusted.path)
        {
            warn(&notice::cannot_trust(words, &untrusted.path, &error));
        }
        plan.answer(untrusted, answer, desktop);
    }
    plan
}

/// Starts or prints what is planned, and tells of what cannot be opened; whether everything was.
fn carry_out(words: &Words, plan: &Plan, desktop: &Desktop, is_dry: bool) -> bool {
    let mut is_done = plan.failures.is_empty();
    plan.failures.iter().for_each(|error| warn(&notice::cannot_open(words, error)));
    // What this process was started with brings one window to the front: the first.
    let mut tokens = Request::inherited(|name| std::env::var_os(name));
    for opening in &plan.openings {
        let request = Request { id: Some(opening.entry.id.to_string()), ..std::mem::take(&mut tokens) };
        let outcome = if is_dry { show(opening, desktop) } else { start(opening, desktop, &request) };
        if let Err(failure) = outcome {
            warn(&notice::cannot_start(words, opening, &failure));
            is_done = false;
        }
        is_done &= left_out(words, opening);
    }
    is_done
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
    let kind = mime_type.as_deref().map(|mime_type| kind(words, desktop, mime_type)).unwrap_or_default();
    match crate::start::start(Subject { targets: found, mime_type, kind }, choices, is_dry) {
        Ok(is_opened) if is_opened && is_done => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(FAILED),
        Err(text) => fail(&text, FAILED),
    }
}

/// What a type is called: as the database says, a scheme by its name, else the type itself.
fn kind(words: &Words, desktop: &Desktop, mime_type: &str) -> String {
    let Context { directories, locales, .. } = &desktop.context;
    mime_type::comment(desktop.applications.types(), directories, locales, mime_type).unwrap_or_else(|| {
        let scheme = mime_type.strip_prefix("x-scheme-handler/");
        scheme.map_or_else(|| mime_type.to_owned(), |scheme| tr!(words, "open-scheme", scheme = single_line(scheme)))
    })
}

/// Prints the commands of an opening.
fn show(opening: &Opening, desktop: &Desktop) -> Result<(), Failure> {
    let launches = exec::expand(&opening.entry, None, &opening.targets, &desktop.context)?;
    let _ = print::commands(&launches);
    Ok(())
}

fn start(opening: &Opening, desktop: &Desktop, request: &Request) -> Result<(), Failure> {
    let _programs = start::start(&opening.entry, None, &opening.targets, &desktop.context, request)?;
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

fn type_of(words: &Words, file: &OsStr) -> ExitCode {
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
