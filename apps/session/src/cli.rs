//! The command line: arguments and environment are read here, once.

mod arguments;
mod commands;
mod menu;
mod print;

use crate::notice;
use arguments::{Command, Usage};

use candela_session_core::notice::Outcome;
use candela_session_core::plan::Kind;
use candela_session_core::protocol::{Answer, Request};
use candela_session_core::system::bus::Buses;
use candela_session_core::system::client::Client;
use candela_session_core::system::display;
use candela_session_core::system::guardian::{self, Orders};
use candela_session_core::system::log::Words as LogWords;
use candela_session_core::system::manager::{self, Place};
use candela_shared::Directories;
use candela_shared::i18n::{Medium, Words};
use candela_shared::registry::Context;
use candela_shared::tr;

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Exit status of a command that failed.
const FAILED: u8 = 1;
/// Exit status of a command line that means nothing, after `sysexits.h`.
const WRONG_USAGE: u8 = 64;

/// Runs the session, or asks a running one, with these arguments (without the program's own name).
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let words = Words::from_environment("session", Medium::Terminal);
    let command = match arguments::parse(arguments) {
        Ok(command) => command,
        Err(usage) => return fail(&usage_words(&words, &usage), WRONG_USAGE),
    };
    match command {
        Command::Help => print::line(&tr!(words, "session-help")),
        Command::Version => print::line(concat!("candela-session ", env!("CARGO_PKG_VERSION"))),
        Command::Run => run_session(&words),
        Command::Manage { log, is_safe_mode } => manage(&words, &Orders { log, is_safe_mode }),
        Command::Sweep { mark } => sweep(&words, &mark),
        Command::Status { is_json } => status(&words, is_json),
        Command::Logout { is_forced, spared, is_json } => {
            logout(&words, &Request::Logout { is_forced, spared }, is_json)
        }
        Command::CloseWindows { is_forced, spared, is_json } => {
            close_windows(&words, &Request::CloseWindows { is_forced, spared }, is_json)
        }
        Command::Restart { component, is_json } => restart(&words, component, is_json),
        Command::Inhibit { why, command } => commands::inhibit(&words, why, &command),
        Command::Wallpaper { file } => commands::wallpaper(&words, &file),
        Command::Menu => print::line(&menu::text(&words)),
        Command::Terminal => commands::terminal(&words),
        Command::Screenshot { area } => commands::screenshot(&words, area),
        Command::ImportLumina { is_dry, is_json } => commands::import_lumina(&words, is_dry, is_json),
    }
}

/// Where the session is to run, as the environment says.
fn place(words: &Words) -> Result<Place, Outcome> {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let buses = Buses { session: variable("DBUS_SESSION_BUS_ADDRESS"), system: system_bus(&variable) };
    // In a window of another desktop, or far from any seat, the button is somebody else's.
    let has_seat = variable("XDG_SEAT").is_some() && variable("XDG_SESSION_ID").is_some();
    let power_key = has_seat.then(|| tr!(words, "session-power-key"));
    let herald = std::env::var_os("CANDELA_SESSION_HERALD").map(PathBuf::from).filter(|path| path.is_absolute());
    if variable("XDG_SESSION_TYPE").as_deref() == Some("wayland") {
        let session = variable("XDG_SESSION_ID").or_else(|| variable("XDG_VTNR")).unwrap_or_default();
        return Ok(Place { kind: Kind::Wayland, display: format!("wayland{session}"), buses, herald, power_key });
    }
    let display = variable("DISPLAY").unwrap_or_default();
    let none = |error: io::Error| Outcome::NoDisplay { display: display.clone(), reason: error.to_string() };
    Ok(Place { kind: Kind::X11, display: display::name(&display).map_err(none)?, buses, herald, power_key })
}

/// The address of the system's bus: what the environment says, else its usual socket.
fn system_bus(variable: &impl Fn(&str) -> Option<String>) -> Option<String> {
    let usual = || {
        let sockets = ["/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket"];
        sockets.into_iter().find(|socket| Path::new(socket).exists()).map(|socket| format!("unix:path={socket}"))
    };
    variable("DBUS_SYSTEM_BUS_ADDRESS").or_else(usual)
}

/// Notices in the user's language, looked up when there is one to say: that is seldom, and on any thread.
fn log_words() -> LogWords {
    Box::new(|notice| notice::words(&Words::from_environment("session", Medium::Terminal), notice))
}

fn run_session(words: &Words) -> ExitCode {
    let directories = Directories::from_environment();
    let notes = std::env::var("CANDELA_SESSION_NOTES").unwrap_or_default();
    let outcome = place(words).and_then(|place| guardian::run(&directories, &place.display, &notes, log_words()));
    match outcome {
        Ok(status) => ExitCode::from(status),
        Err(outcome) => fail(&notice::outcome(words, &outcome), outcome.status()),
    }
}

fn sweep(words: &Words, mark: &OsStr) -> ExitCode {
    let directories = Directories::from_environment();
    let outcome = place(words).and_then(|place| guardian::end_marked(&directories, &place.display, mark));
    outcome.map_or_else(|outcome| fail(&notice::outcome(words, &outcome), outcome.status()), |()| ExitCode::SUCCESS)
}

/// What it came to the log and standard error have heard already.
fn manage(words: &Words, orders: &Orders) -> ExitCode {
    let context = Context::from_environment();
    let outcome = place(words).and_then(|place| manager::run(&context, place, orders, log_words()));
    ExitCode::from(outcome.unwrap_or_else(|outcome| outcome).status())
}

fn client() -> Option<Client> {
    Client::connect(&Directories::from_environment(), |name| std::env::var_os(name))
}

/// Asks the running session, and answers in its stead where there is none.
fn ask(words: &Words, request: &Request, is_json: bool, then: impl FnOnce(Client, Answer) -> ExitCode) -> ExitCode {
    let Some(client) = client() else {
        if is_json {
            let _written = print::json(&serde_json::json!({ "state": "not-running" }));
        }
        return fail(&tr!(words, "session-none"), FAILED);
    };
    match client.ask(request) {
        Ok(answer) => then(client, answer),
        Err(error) => fail(&tr!(words, "session-no-answer", detail = error.to_string()), FAILED),
    }
}

fn status(words: &Words, is_json: bool) -> ExitCode {
    ask(words, &Request::Status, is_json, |_, answer| match answer {
        Answer::Status(status) if is_json => print::json(&status),
        Answer::Status(status) => print::status(words, &status),
        other => refused(words, &other, is_json),
    })
}

fn logout(words: &Words, request: &Request, is_json: bool) -> ExitCode {
    ask(words, request, is_json, |client, answer| match answer {
        Answer::Ending => match client.wait() {
            Ok(()) if is_json => print::json(&answer),
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&tr!(words, "session-no-answer", detail = error.to_string()), FAILED),
        },
        Answer::Refused { .. } => {
            let refused = refused(words, &answer, is_json);
            let _hint = fail(&tr!(words, "session-insist"), FAILED);
            refused
        }
        other => refused(words, &other, is_json),
    })
}

fn close_windows(words: &Words, request: &Request, is_json: bool) -> ExitCode {
    ask(words, request, is_json, |_, answer| match answer {
        Answer::Closed if is_json => print::json(&answer),
        Answer::Closed => ExitCode::SUCCESS,
        other => refused(words, &other, is_json),
    })
}

fn restart(words: &Words, component: String, is_json: bool) -> ExitCode {
    ask(words, &Request::Restart { component }, is_json, |_, answer| match &answer {
        Answer::Restarted { .. } if is_json => print::json(&answer),
        Answer::Restarted { component, pid } => {
            print::line(&tr!(words, "session-restarted", component = component.as_str(), pid = pid.to_string()))
        }
        _ => refused(words, &answer, is_json),
    })
}

fn refused(words: &Words, answer: &Answer, is_json: bool) -> ExitCode {
    if is_json {
        let _written = print::json(answer);
    }
    fail(&notice::refusal(words, answer).unwrap_or_default(), FAILED)
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

/// Says what went wrong, a line each, and returns that status.
#[expect(clippy::print_stderr, reason = "errors of the command line go to stderr")]
fn fail(text: &str, status: u8) -> ExitCode {
    for line in text.lines() {
        eprintln!("candela-session: {line}");
    }
    ExitCode::from(status)
}
