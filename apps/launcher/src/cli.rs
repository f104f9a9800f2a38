//! The command line: arguments and environment are read here, once; the commands that need no window run here.

mod arguments;
mod print;

use crate::{notice, session};
use arguments::{Command, Usage};

use candela_launcher_core::provider::{self, Providers, Surroundings};
use candela_launcher_core::system::instance::Request as Wanted;
use candela_launcher_core::system::{history, settings};
use candela_launcher_core::{Catalogue, Settings, list};
use candela_shared::display_name::single_line;
use candela_shared::i18n::{Medium, Words};
use candela_shared::registry::launch::Request;
use candela_shared::registry::{Context, Index, Target, exec, explain, start};
use candela_shared::tr;
use candela_ui::program;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::SystemTime;

/// Exit status of a command that failed.
const FAILED: u8 = 1;
/// Exit status of a command line that means nothing.
const WRONG_USAGE: u8 = 2;

/// Runs the launcher with these arguments (without its own name).
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    program::prepare();
    let words = Words::from_environment("launcher", Medium::Terminal);
    let command = match arguments::parse(arguments) {
        Ok(command) => command,
        Err(usage) => return fail(&usage_words(&words, &usage), WRONG_USAGE),
    };
    match command {
        Command::Help => print::line(&tr!(words, "launcher-help")),
        Command::Version => print::line(concat!("candela-launcher ", env!("CARGO_PKG_VERSION"))),
        Command::Open => open(&words, Wanted::Show),
        Command::Toggle => open(&words, Wanted::Toggle),
        Command::List { is_all, is_json } => list_all(is_all, is_json),
        Command::Search { query, limit, is_json } => search(&words, &query, limit, is_json),
        Command::Launch { id, action, is_dry, targets } => launch(&words, &id, action.as_deref(), is_dry, &targets),
        Command::Explain { id, is_json } => explain_entry(&words, &id, is_json),
    }
}

fn open(words: &Words, request: Wanted) -> ExitCode {
    match crate::start::start(words, request) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error, FAILED),
    }
}

fn list_all(is_all: bool, is_json: bool) -> ExitCode {
    let index = Index::open(&Context::from_environment(), SystemTime::now());
    let entries: Vec<_> = index.entries().iter().filter(|entry| is_all || entry.is_shown()).collect();
    if is_json {
        return print::json(&entries.into_iter().map(print::Listed).collect::<Vec<_>>());
    }
    print::entries(&entries)
}

fn search(words: &Words, query: &str, limit: usize, is_json: bool) -> ExitCode {
    let context = Context::from_environment();
    let catalogue = Catalogue::new(Arc::new(Index::open(&context, SystemTime::now())), &words.language());
    // A history that cannot be read only means that nothing is known.
    let history = history::read(&context.directories).unwrap_or_default();
    let settings = settings::read(&context.directories).unwrap_or_else(|error| {
        warn(&notice::wrong_settings(words, &error));
        Settings::default()
    });
    let providers = Providers::start(provider::all(&Surroundings {
        directories: context.directories,
        path: context.path,
        language: words.language(),
        display: context.display,
        session: session::steps(words),
        settings,
    }));
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let hits = catalogue.search_with(query, limit, &history, now);
    let mut listed = list::Found::new(hits);
    providers.all(query).into_iter().for_each(|(provider, findings)| listed.put(provider, findings));
    let listed = listed.items();
    let found: Vec<_> = listed.iter().take(limit).filter_map(|item| print::Found::new(&catalogue, item)).collect();
    if is_json { print::json(&found) } else { print::found(&found) }
}

fn launch(words: &Words, id: &str, action: Option<&str>, is_dry: bool, targets: &[OsString]) -> ExitCode {
    let context = Context::from_environment();
    let index = Index::open(&context, SystemTime::now());
    let Some(entry) = index.get(id) else {
        return fail(&tr!(words, "launcher-error-unknown", id = single_line(id)), FAILED);
    };
    let here = std::env::current_dir().unwrap_or_default();
    let targets: Vec<Target> = targets.iter().map(|word| Target::new(word, &here)).collect();
    if is_dry {
        return match exec::expand(entry, action, &targets, &context) {
            Ok(launches) => print::commands(&launches),
            Err(error) => fail(&notice::cannot_start(words, id, &error.into()), FAILED),
        };
    }
    let request = Request { id: Some(entry.id.to_string()), ..Request::inherited(|name| std::env::var_os(name)) };
    match start::start(entry, action, &targets, &context, &request) {
        Ok(_started) => ExitCode::SUCCESS,
        Err(error) => fail(&notice::cannot_start(words, id, &error.into()), FAILED),
    }
}

fn explain_entry(words: &Words, id: &str, is_json: bool) -> ExitCode {
    match explain::explain(&Context::from_environment(), id) {
        None => fail(&tr!(words, "launcher-error-unknown", id = single_line(id)), FAILED),
        Some(explanation) if is_json => print::json(&explanation),
        Some(explanation) => print::explanation(words, &explanation),
    }
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
        Usage::UnknownCommand(command) => tr!(words, "shared-usage-unknown-command", command = command.as_str()),
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
        eprintln!("candela-launcher: {line}");
    }
}
