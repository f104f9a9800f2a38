//! What the arguments mean.

use lexopt::Arg::{Long, Short, Value};
use lexopt::Parser;

use std::ffi::OsString;
use std::path::PathBuf;

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Say how it is used.
    Help,
    /// Say which version this is.
    Version,
    /// Run a session until it ends.
    Run,
    /// Manage one for the process that watches over it.
    Manage {
        /// Its log.
        log: PathBuf,
        /// Without the user's settings and autostart.
        is_safe_mode: bool,
    },
    /// End what a session left that was killed.
    Sweep {
        /// The mark that it bears.
        mark: OsString,
    },
    /// Say how the running session is.
    Status {
        /// As JSON.
        is_json: bool,
    },
    /// End the running session.
    Logout {
        /// Whatever does not close.
        is_forced: bool,
        /// The process whose windows are not asked.
        spared: Option<u32>,
        /// As JSON.
        is_json: bool,
    },
    /// Have every window closed.
    CloseWindows {
        /// Whoever asked to wait.
        is_forced: bool,
        /// The process whose windows are not asked.
        spared: Option<u32>,
        /// As JSON.
        is_json: bool,
    },
    /// Start a component anew.
    Restart {
        /// Its name.
        component: String,
        /// As JSON.
        is_json: bool,
    },
    /// Keep the session from ending while a command runs.
    Inhibit {
        /// Why, for the user.
        why: String,
        /// The command; never empty.
        command: Vec<OsString>,
    },
    /// Show a picture behind everything.
    Wallpaper {
        /// The picture.
        file: PathBuf,
    },
    /// Print the menu of the desktop, as window managers read it.
    Menu,
    /// Start the terminal emulator.
    Terminal,
    /// Take a picture of the screen.
    Screenshot {
        /// Of which part.
        area: Area,
    },
    /// Take over what another desktop was set to.
    ImportLumina {
        /// Only say what would be.
        is_dry: bool,
        /// As JSON.
        is_json: bool,
    },
}

/// A part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// All of it.
    Screen,
    /// The window that has the keyboard.
    Window,
}

/// Why the arguments mean nothing.
#[derive(Debug, PartialEq, Eq)]
pub enum Usage {
    /// No such option here.
    UnknownOption(String),
    /// An option without its value.
    MissingValue(String),
    /// A value the option cannot have.
    BadValue {
        /// The option.
        option: String,
        /// The value.
        value: String,
    },
    /// An argument too many.
    Unexpected(String),
    /// A command without what it needs.
    MissingArgument {
        /// The command.
        command: &'static str,
        /// What it needs.
        argument: &'static str,
    },
    /// No such command.
    UnknownCommand(String),
}

/// Reads the arguments, without the program's own name.
///
/// # Errors
/// The first thing that means nothing.
pub fn parse(arguments: Vec<OsString>) -> Result<Command, Usage> {
    command(arguments).or_else(help_or)
}

fn command(arguments: Vec<OsString>) -> Result<Command, Usage> {
    let mut parser = Parser::from_args(arguments);
    let Some(first) = parser.next().map_err(usage)? else {
        return Ok(Command::Run);
    };
    match first {
        Long("manage") => manage(parser),
        Long("sweep") => Ok(Command::Sweep { mark: value(&mut parser, "--sweep", "MARK")? }),
        Value(name) => match name.to_str() {
            Some("status") => Ok(Command::Status { is_json: flags(&mut parser, ["json"])?[0] }),
            Some("logout") => {
                let Closing { is_forced, spared, is_json } = closing(parser)?;
                Ok(Command::Logout { is_forced, spared, is_json })
            }
            Some("close-windows") => {
                let Closing { is_forced, spared, is_json } = closing(parser)?;
                Ok(Command::CloseWindows { is_forced, spared, is_json })
            }
            Some("restart") => restart(parser),
            Some("inhibit") => inhibit(parser),
            Some("wallpaper") => wallpaper(parser),
            Some("menu") => flags(&mut parser, []).map(|[]| Command::Menu),
            Some("terminal") => flags(&mut parser, []).map(|[]| Command::Terminal),
            Some("screenshot") => {
                let [is_window] = flags(&mut parser, ["window"])?;
                Ok(Command::Screenshot { area: if is_window { Area::Window } else { Area::Screen } })
            }
            Some("import") => import(parser),
            _ => Err(Usage::UnknownCommand(name.to_string_lossy().into_owned())),
        },
        other => common(other),
    }
}

/// `--help` and `--version` stand anywhere, and travel as the usage that they are not.
fn help_or(usage: Usage) -> Result<Command, Usage> {
    match &usage {
        Usage::UnknownOption(option) if option == "--help" || option == "-h" => Ok(Command::Help),
        Usage::UnknownOption(option) if option == "--version" => Ok(Command::Version),
        _ => Err(usage),
    }
}

fn common<T>(argument: lexopt::Arg<'_>) -> Result<T, Usage> {
    Err(match argument {
        Value(value) => Usage::Unexpected(value.to_string_lossy().into_owned()),
        Long(name) => Usage::UnknownOption(format!("--{name}")),
        Short(letter) => Usage::UnknownOption(format!("-{letter}")),
    })
}

/// Reads options without values, and nothing else.
fn flags<const N: usize>(parser: &mut Parser, names: [&str; N]) -> Result<[bool; N], Usage> {
    let mut found = [false; N];
    while let Some(argument) = parser.next().map_err(usage)? {
        let place = match &argument {
            Long(name) => names.iter().position(|known| known == name),
            Short(_) | Value(_) => None,
        };
        match place {
            Some(place) => found[place] = true,
            None => return common(argument),
        }
    }
    Ok(found)
}

fn value(parser: &mut Parser, command: &'static str, argument: &'static str) -> Result<OsString, Usage> {
    match parser.next().map_err(usage)? {
        Some(Value(value)) => Ok(value),
        Some(other) => common(other),
        None => Err(Usage::MissingArgument { command, argument }),
    }
}

fn manage(mut parser: Parser) -> Result<Command, Usage> {
    let log = value(&mut parser, "--manage", "LOG")?.into();
    let [is_safe_mode] = flags(&mut parser, ["safe-mode"])?;
    Ok(Command::Manage { log, is_safe_mode })
}

/// How windows are to be closed.
#[derive(Default)]
struct Closing {
    is_forced: bool,
    spared: Option<u32>,
    is_json: bool,
}

fn closing(mut parser: Parser) -> Result<Closing, Usage> {
    let mut closing = Closing::default();
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("force") => closing.is_forced = true,
            Long("json") => closing.is_json = true,
            Long("spare") => closing.spared = Some(process(&parser.value().map_err(usage)?)?),
            other => return common(other),
        }
    }
    Ok(closing)
}

fn process(value: &OsString) -> Result<u32, Usage> {
    let number = value.to_str().and_then(|text| text.parse().ok());
    number.ok_or_else(|| Usage::BadValue { option: "--spare".into(), value: value.to_string_lossy().into_owned() })
}

fn restart(mut parser: Parser) -> Result<Command, Usage> {
    let (mut component, mut is_json) = (None, false);
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("json") => is_json = true,
            Value(name) if component.is_none() => component = Some(name.to_string_lossy().into_owned()),
            other => return common(other),
        }
    }
    let component = component.ok_or(Usage::MissingArgument { command: "restart", argument: "COMPONENT" })?;
    Ok(Command::Restart { component, is_json })
}

fn inhibit(mut parser: Parser) -> Result<Command, Usage> {
    let mut why = String::new();
    loop {
        match parser.next().map_err(usage)? {
            Some(Long("why")) => why = parser.value().map_err(usage)?.to_string_lossy().into_owned(),
            Some(Value(program)) => {
                let rest = parser.raw_args().map_err(usage)?;
                return Ok(Command::Inhibit { why, command: [program].into_iter().chain(rest).collect() });
            }
            Some(other) => return common(other),
            None => return Err(Usage::MissingArgument { command: "inhibit", argument: "COMMAND" }),
        }
    }
}

fn wallpaper(mut parser: Parser) -> Result<Command, Usage> {
    let file = value(&mut parser, "wallpaper", "FILE")?.into();
    flags(&mut parser, []).map(|[]| Command::Wallpaper { file })
}

fn import(mut parser: Parser) -> Result<Command, Usage> {
    let desktop = value(&mut parser, "import", "lumina")?;
    if desktop != "lumina" {
        return Err(Usage::Unexpected(desktop.to_string_lossy().into_owned()));
    }
    let [is_dry, is_json] = flags(&mut parser, ["dry-run", "json"])?;
    Ok(Command::ImportLumina { is_dry, is_json })
}

fn usage(error: lexopt::Error) -> Usage {
    match error {
        lexopt::Error::MissingValue { option } => Usage::MissingValue(option.unwrap_or_default()),
        lexopt::Error::UnexpectedValue { option, .. } => Usage::Unexpected(option),
        lexopt::Error::UnexpectedOption(option) => Usage::UnknownOption(option),
        other => Usage::Unexpected(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, Usage> {
        parse(line.split_whitespace().map(OsString::from).collect())
    }

    #[test]
    fn every_command_is_understood() {
        let cases = [
            ("", Command::Run),
            ("status", Command::Status { is_json: false }),
            ("status --json", Command::Status { is_json: true }),
            ("logout --json", Command::Logout { is_forced: false, spared: None, is_json: true }),
            ("logout --force", Command::Logout { is_forced: true, spared: None, is_json: false }),
            (
                "close-windows --spare 7 --json",
                Command::CloseWindows { is_forced: false, spared: Some(7), is_json: true },
            ),
            ("restart --json panel", Command::Restart { component: "panel".into(), is_json: true }),
            ("restart panel --json", Command::Restart { component: "panel".into(), is_json: true }),
            (
                "inhibit --why copies cp -r a",
                Command::Inhibit { why: "copies".into(), command: vec!["cp".into(), "-r".into(), "a".into()] },
            ),
            ("wallpaper a.png", Command::Wallpaper { file: "a.png".into() }),
            ("menu", Command::Menu),
            ("terminal", Command::Terminal),
            ("screenshot --window", Command::Screenshot { area: Area::Window }),
            ("import lumina --dry-run", Command::ImportLumina { is_dry: true, is_json: false }),
            ("--manage /log --safe-mode", Command::Manage { log: "/log".into(), is_safe_mode: true }),
            ("--help", Command::Help),
            ("status -h", Command::Help),
            ("restart --version", Command::Version),
        ];
        for (line, expected) in cases {
            assert_eq!(parsed(line), Ok(expected), "{line}");
        }
    }

    #[test]
    fn what_means_nothing_is_wrong_usage() {
        let cases = [
            ("--loud", Usage::UnknownOption("--loud".into())),
            ("status extra", Usage::Unexpected("extra".into())),
            ("logout --spare me", Usage::BadValue { option: "--spare".into(), value: "me".into() }),
            ("status --force", Usage::UnknownOption("--force".into())),
            ("restart", Usage::MissingArgument { command: "restart", argument: "COMPONENT" }),
            ("restart a b", Usage::Unexpected("b".into())),
            ("import gnome", Usage::Unexpected("gnome".into())),
            ("import", Usage::MissingArgument { command: "import", argument: "lumina" }),
            ("inhibit --why x", Usage::MissingArgument { command: "inhibit", argument: "COMMAND" }),
            ("dance", Usage::UnknownCommand("dance".into())),
        ];
        for (line, expected) in cases {
            assert_eq!(parsed(line), Err(expected), "{line}");
        }
    }
}
