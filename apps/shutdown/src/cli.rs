//! The command line: arguments and environment are read here, once; what needs no window runs here.

mod arguments;
mod print;

pub use print::commands as print_commands;

use crate::app::Subject;
use crate::{notice, start, terminal};
use arguments::{Command, Options, Usage};

use candela_shared::Directories;
use candela_shared::display_name::display_name;
use candela_shared::i18n::{Medium, Words};
use candela_shared::tr;
use candela_shutdown_core::backend::{self, Backend};
use candela_shutdown_core::circumstances::{Deed, Wishes};
use candela_shutdown_core::decide::{decide, status, status_of, status_of_error};
use candela_shutdown_core::plan::{Answer, Plan, Power, Step};
use candela_shutdown_core::system::machine::{Look, Machine};
use candela_shutdown_core::system::perform::{Outcome, Progress, perform};
use candela_shutdown_core::system::{circumstances, prompter, told};
use candela_shutdown_core::{Error, Root, Settings};
use candela_ui::program;

use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the prompt with these arguments (without its own name).
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    program::prepare();
    let words = Words::from_environment("shutdown", Medium::Terminal);
    let (command, options) = match arguments::parse(arguments) {
        Ok(parsed) => parsed,
        Err(usage) => return fail(&usage_words(&words, &usage), status::WRONG_USAGE),
    };
    match command {
        Command::Help => return print::line(&tr!(words, "shutdown-help")),
        Command::Version => return print::line(concat!("candela-shutdown ", env!("CARGO_PKG_VERSION"))),
        Command::ListBackends => return print::lines(backend::all().map(Backend::name)),
        Command::ListDeeds
        | Command::Detect { .. }
        | Command::Result { .. }
        | Command::Do { .. }
        | Command::Ask { .. } => {}
    }
    let machine = match machine(&words, options) {
        Ok(machine) => machine,
        Err(status) => return status,
    };
    match command {
        Command::ListDeeds => {
            let found = circumstances::read(&machine, &start::session(&machine.root));
            print::lines(found.permitted.into_iter().map(Deed::word))
        }
        Command::Detect { is_json } => detect(&words, &machine, is_json),
        Command::Result { is_once } => Session { words, machine, is_dry: false }.tell_result(is_once),
        Command::Do { deed, is_dry } => Session { words, machine, is_dry }.do_with_session(deed),
        Command::Ask { power, answer: Some(answer), is_dry } => {
            Session { words, machine, is_dry }.answer(power.unwrap_or(Power::PowerOff), answer)
        }
        Command::Ask { power, answer: None, is_dry } => Session { words, machine, is_dry }.ask(power),
        Command::Help | Command::Version | Command::ListBackends => ExitCode::SUCCESS,
    }
}

/// Where to look and whom to ask, as the command line and the environment say.
fn machine(words: &Words, options: Options) -> Result<Machine, ExitCode> {
    let root = match options.root {
        None => Root::system(),
        Some(folder) => match std::path::absolute(&folder).ok().filter(|folder| folder.is_dir()) {
            Some(folder) => Root::below(folder),
            None => {
                let folder = display_name(&folder.to_string_lossy()).into_owned();
                return Err(fail(&tr!(words, "shutdown-usage-root", folder = folder), status::WRONG_USAGE));
            }
        },
    };
    let directories = Directories::from_environment();
    let (settings, wrong) =
        if root.is_system() { Settings::read(&directories) } else { Settings::read_for(&root, &directories) };
    wrong.iter().for_each(|error| warn(&notice::settings(words, error)));
    let bus = Machine::bus_address(&root, std::env::var("DBUS_SYSTEM_BUS_ADDRESS").ok());
    Ok(Machine { root, settings, only: options.backend, bus, is_interactive: false })
}

fn detect(words: &Words, machine: &Machine, is_json: bool) -> ExitCode {
    let found = machine.look().report;
    let printed = if is_json { print::json(&found) } else { print::line(&notice::detected(words, &found)) };
    if printed == ExitCode::SUCCESS { ExitCode::from(status_of(&found.detection)) } else { printed }
}

/// One run that ends with an answer.
struct Session {
    words: Words,
    machine: Machine,
    is_dry: bool,
}

impl Session {
    /// Asks by a window, else on the terminal, else as the settings say.
    fn ask(self, power: Option<Power>) -> ExitCode {
        if candela_ui::display::find().is_ok() {
            return self.ask_by_window(power);
        }
        let power = power.unwrap_or(Power::PowerOff);
        let look = self.machine.look();
        match terminal::ask(&self.words, &look.report, power) {
            Some(terminal::Reply::Answer(answer)) => self.act(power, answer, &look),
            Some(terminal::Reply::GoInTheDark) => self.perform(&Plan::only(power), &look, status::SKIP),
            None => self.act(power, self.machine.settings.policy, &look),
        }
    }

    fn ask_by_window(self, power: Option<Power>) -> ExitCode {
        let directories = Directories::from_environment();
        let held = match prompter::claim(&directories) {
            Ok(held) => held,
            // Whoever is asked there already decides; this one does not.
            Err(Error::Running) if prompter::raise(&directories) => {
                return fail(&tr!(self.words, "shutdown-say-raised"), status::CANCELLED);
            }
            Err(error) => return fail(&notice::failed(&self.words, &error), status_of_error(&error)),
        };
        let machine = Machine { is_interactive: true, ..self.machine };
        let subject = power.map_or(Subject::Session, Subject::Power);
        match start::start(&self.words, machine, subject, self.is_dry, Some(&held)) {
            Ok(status) => ExitCode::from(status),
            Err(text) => fail(&text, status::FAILED),
        }
    }

    /// Says how the last update ended: on the terminal, or once in a window, and then only what went wrong.
    fn tell_result(self, is_once: bool) -> ExitCode {
        let result = if is_once {
            told::untold(&self.machine.root, &Directories::from_environment())
        } else {
            backend::last_result(&self.machine.root)
        };
        let Some(failure) = result.as_ref().and_then(|result| result.failure.clone()) else {
            let said = result.map(|_| tr!(self.words, "shutdown-say-succeeded"));
            return said.map_or(ExitCode::SUCCESS, |said| print::line(&said));
        };
        let is_shown = is_once
            && candela_ui::display::find().is_ok()
            && start::start(&self.words, self.machine, Subject::Result(failure.clone()), false, None).is_ok();
        if is_shown {
            return ExitCode::from(status::FAILED);
        }
        fail(&tr!(self.words, "shutdown-say-failed", detail = failure), status::FAILED)
    }

    /// Does what an answer given in advance comes to.
    fn answer(&self, power: Power, answer: Answer) -> ExitCode {
        if answer == Answer::Cancel {
            return ExitCode::from(status::CANCELLED);
        }
        self.act(power, answer, &self.machine.look())
    }

    fn act(&self, power: Power, answer: Answer, look: &Look) -> ExitCode {
        match decide(&look.report, answer, power, &look.site) {
            Err(error) => fail(&notice::failed(&self.words, &error), status_of_error(&error)),
            Ok(decision) => match &decision.plan {
                Some(plan) => self.perform(plan, look, decision.status),
                None if answer == Answer::Cancel => ExitCode::from(decision.status),
                None => fail(&notice::detected(&self.words, &look.report), decision.status),
            },
        }
    }

    /// Locks or leaves the session, or sleeps.
    fn do_with_session(&self, deed: Deed) -> ExitCode {
        let session = start::session(&self.machine.root);
        let found = circumstances::read(&self.machine, &session);
        let steps = session.steps(deed, found.service);
        if steps.is_empty() {
            return fail(&tr!(self.words, "shutdown-nobody-can"), status::FAILED);
        }
        let is_idle = deed == Deed::Lock && session.manager.is_some() && !found.permitted.contains(&deed);
        if is_idle {
            return fail(&tr!(self.words, "shutdown-nobody-locks"), status::FAILED);
        }
        if self.is_dry {
            return print::commands(&steps.iter().flat_map(Step::commands).collect::<Vec<_>>());
        }
        let caller = self.machine.caller();
        match steps.iter().try_for_each(|step| perform(step, &*caller, &mut |_| ())) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&notice::failed(&self.words, &error), status_of_error(&error)),
        }
    }

    /// Carries a plan out: where our session runs, its windows are closed first.
    fn perform(&self, plan: &Plan, look: &Look, status: u8) -> ExitCode {
        let source = look.report.source;
        let close = start::session(&self.machine.root).close_windows(Wishes::Heard);
        if self.is_dry {
            let first = close.iter().flat_map(Step::commands);
            let all: Vec<_> = first.chain(self.machine.means(source).commands(plan)).collect();
            let printed = print::commands(&all);
            return if printed == ExitCode::SUCCESS { ExitCode::from(status) } else { printed };
        }
        let outcome = prompter::claim(&Directories::from_environment()).and_then(|_held| {
            let caller = self.machine.caller();
            close.iter().try_for_each(|step| perform(step, &*caller, &mut |_| ()))?;
            self.machine.carry_out(plan, source, &mut show)
        });
        match outcome {
            Ok(Outcome::Done) => ExitCode::from(status),
            Ok(Outcome::Abruptly) => fail(&tr!(self.words, "shutdown-say-abruptly"), status),
            Err(error) => fail(&notice::failed(&self.words, &error), status_of_error(&error)),
        }
    }
}

/// Passes on what a program says. That nobody listens any more must not end an update in the middle.
fn show(progress: Progress) {
    if let Progress::Line(line) = progress {
        let _heard = print::line(&line);
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
        Usage::UnknownCommand(command) => tr!(words, "shared-usage-unknown-command", command = command.as_str()),
        Usage::UnknownBackend(name) => tr!(words, "shutdown-usage-backend", name = name.as_str()),
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
        eprintln!("candela-shutdown: {line}");
    }
}
