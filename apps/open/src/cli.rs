//! The command line: arguments and environment are read here, once; what needs no window runs here.

mod arguments;
mod print;

pub use print::commands as print_commands;

use crate::app::Subject;
use crate::notice;
use crate::trouble::{Trouble, Way};
use arguments::{Command, How, Usage};

use candela_open_core::{Answer, Choices, Desktop, Opening, Plan, Untrusted, plan, plan_with, vouch};
use candela_shared::display_name::single_line;
use candela_shared::i18n::{Medium, Words};
use candela_shared::notice::{Failure, reason};
use candela_shared::registry::launch::{self, Request};
use candela_shared::registry::mime_applications::{self, Change};
use candela_shared::registry::{Context, Target, exec, start};
use candela_shared::tr;
use candela_ui::program;

use std::ffi::{OsStr, OsString};
use std::io::IsTerminal;
use std::process::ExitCode;
use std::time::SystemTime;

/// Exit status of a command that failed, be it in part.
const FAILED: u8 = 1;
/// Exit status of a command line that means nothing.
const WRONG_USAGE: u8 = 2;

/// Opens what these arguments name (without the program's own name).
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    program::prepare();
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

/// What this process was started with.
fn tokens() -> Request {
    Request::inherited(|name| std::env::var_os(name))
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
    let failed = carry_out(words, &plan, &desktop, is_dry, tokens());
    let mut is_done = failed.is_empty();
    if !untrusted.is_empty() {
        is_done =
            carry_out(words, &ask(words, untrusted, &desktop), &desktop, is_dry, tokens().after_window()).is_empty();
        // A process has one window: what is to be told beside the question is told by another.
        let again = failed.into_iter().filter_map(|trouble| trouble.target).collect();
        is_done &= open_in_another(&["--"], again);
    } else if !is_dry {
        is_done = is_done || tell(words, failed, &desktop);
    }
    if is_done { ExitCode::SUCCESS } else { ExitCode::from(FAILED) }
}

/// Tells in a window what could not be opened, and goes the way that the user chooses; whether all is open then.
///
/// Without a display, and in a terminal, the lines that were written must do.
fn tell(words: &Words, troubles: Vec<Trouble>, desktop: &Desktop) -> bool {
    if !crate::start::has_display() || std::io::stderr().is_terminal() {
        return false;
    }
    match crate::start::tell(words, troubles) {
        Ok(Way::Choose(targets)) => return open_in_another(&["--choose", "--"], targets),
        Ok(Way::Search) => search(words, &desktop.context),
        Ok(Way::Show(folder)) => {
            let plan = plan(vec![Target::Path(folder)], desktop);
            let _failed = carry_out(words, &plan, desktop, false, tokens().after_window());
        }
        Ok(Way::Close) => {}
        Err(text) => warn(&text),
    }
    false
}

/// Has another process of this program open something, with a window of its own, and waits for it; whether it did.
fn open_in_another(options: &[&str], targets: Vec<Target>) -> bool {
    if targets.is_empty() {
        return true;
    }
    let targets = targets.into_iter().map(|target| match target {
        Target::Path(path) => path.into_os_string(),
        Target::Uri(uri) => uri.into(),
    });
    let status = std::env::current_exe().and_then(|program| {
        let mut command = std::process::Command::new(program);
        launch::ours::keep_from(&mut command);
        command.arg("open").args(options).args(targets).status()
    });
    status.is_ok_and(|status| status.success())
}

/// Shows the launcher, which this program is too.
fn search(words: &Words, context: &Context) {
    let own = std::env::current_exe().unwrap_or_default();
    let command = exec::Launch { arguments: vec![own.into(), "launcher".into()], ..exec::Launch::default() };
    if let Err(error) = launch::start(&command, context, &Request::default()) {
        warn(&reason(words, &error.into()));
    }
}

/// Asks about desktop entries that nobody vouches for; what is to be done then.
fn ask(words: &Words, untrusted: Vec<Untrusted>, desktop: &Desktop) -> Plan {
    let answers = crate::start::ask(words, untrusted.clone()).unwrap_or_else(|text| {
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

/// Starts or prints what is planned, and tells of what cannot be opened, which it returns.
///
/// The tokens bring one window to the front: the first.
fn carry_out(words: &Words, plan: &Plan, desktop: &Desktop, is_dry: bool, mut tokens: Request) -> Vec<Trouble> {
    let of_window = words.in_medium(Medium::Window);
    let mut failed: Vec<Trouble> =
        plan.failures.iter().map(|error| notice::trouble(&of_window, desktop, error)).collect();
    plan.failures.iter().for_each(|error| warn(&notice::cannot_open(words, error)));
    for opening in &plan.openings {
        let request = Request { id: Some(opening.entry.id.to_string()), ..std::mem::take(&mut tokens) };
        let outcome = if is_dry { show(opening, desktop) } else { start(opening, desktop, &request) };
        let mut failures: Vec<Failure> = outcome.err().into_iter().collect();
        failures.extend(left_out(opening));
        for failure in failures {
            warn(&notice::cannot_start(words, opening, &failure));
            failed.push(notice::trouble_at_start(&of_window, opening, &failure));
        }
    }
    failed
}

/// Asks in a window which application is to open what is there.
fn choose(words: &Words, targets: Vec<Target>, desktop: &Desktop, is_dry: bool) -> ExitCode {
    let (mut found, mut types, mut failures) = (Vec::new(), Vec::new(), Vec::new());
    for target in targets {
        match desktop.mime_type(&target) {
            Ok(mime_type) => {
                found.push(target);
                types.push(mime_type);
            }
            Err(error) => failures.push(error),
        }
    }
    let failed = carry_out(words, &Plan { openings: Vec::new(), failures }, desktop, is_dry, tokens());
    if found.is_empty() {
        return if tell(words, failed, desktop) { ExitCode::SUCCESS } else { ExitCode::from(FAILED) };
    }
    let is_done = failed.is_empty();
    types.dedup();
    let mime_type = if types.len() == 1 { types.pop() } else { None };
    let choices = Choices::new(mime_type.as_deref().unwrap_or_default(), desktop);
    let kind = mime_type.as_deref().map(|mime_type| notice::kind(words, desktop, mime_type)).unwrap_or_default();
    match crate::start::start(words, Subject { targets: found, mime_type, kind }, choices, is_dry) {
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

fn start(opening: &Opening, desktop: &Desktop, request: &Request) -> Result<(), Failure> {
    let _programs = start::start(&opening.entry, None, &opening.targets, &desktop.context, request)?;
    Ok(())
}

/// The targets that the application cannot take, which were left out, each as a failure of its own.
fn left_out(opening: &Opening) -> Vec<Failure> {
    let left_out = exec::unusable(&opening.entry, None, &opening.targets).unwrap_or_default();
    // Where all of them are left out, the opening itself has failed, and said so.
    if left_out.len() == opening.targets.len() {
        return Vec::new();
    }
    left_out.iter().map(|target| exec::Error::RemoteTarget(target.uri()).into()).collect()
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
