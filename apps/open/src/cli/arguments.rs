//! What the arguments mean.

use lexopt::Arg::{Long, Short, Value};
use lexopt::Parser;

use std::ffi::OsString;

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Say how it is used.
    Help,
    /// Say which version this is.
    Version,
    /// Open something.
    Open {
        /// With which application.
        how: How,
        /// Only say what would be run.
        is_dry: bool,
        /// Files and URIs, any bytes; one at least.
        targets: Vec<OsString>,
    },
    /// Print the type of a file.
    Type(OsString),
    /// Print what opens a type.
    Default(String),
    /// Print all that can open a type.
    Applications(String),
    /// Have an application open a type from now on.
    SetDefault {
        /// Its desktop file ID.
        id: String,
        /// The type.
        mime_type: String,
    },
}

/// With which application to open.
#[derive(Debug, PartialEq, Eq)]
pub enum How {
    /// With the default one of each target.
    Default,
    /// With that one.
    With(String),
    /// With the one the user chooses.
    Choose,
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
    /// An argument too many, or two that exclude each other.
    Unexpected(String),
    /// Something is missing.
    MissingArgument {
        /// What it belongs to.
        command: &'static str,
        /// What is missing.
        argument: &'static str,
    },
}

/// Reads the arguments, without the program's own name.
///
/// # Errors
/// The first thing that means nothing.
pub fn parse(arguments: Vec<OsString>) -> Result<Command, Usage> {
    let mut parser = Parser::from_args(arguments);
    let (mut how, mut is_dry, mut targets) = (How::Default, false, Vec::new());
    let mut query = None;
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("version") => return Ok(Command::Version),
            Long("dry-run") => is_dry = true,
            Long("with") => how = excluding(how, How::With(text(&mut parser)?), "--with")?,
            Long("choose") => how = excluding(how, How::Choose, "--choose")?,
            Long(name @ ("type" | "default" | "applications" | "set-default")) if query.is_some() => {
                return Err(Usage::Unexpected(format!("--{name}")));
            }
            Long("type") => query = Some(Command::Type(parser.value().map_err(usage)?)),
            Long("default") => query = Some(Command::Default(text(&mut parser)?)),
            Long("applications") => query = Some(Command::Applications(text(&mut parser)?)),
            Long("set-default") => {
                let (id, mime_type) = (text(&mut parser)?, text(&mut parser).map_err(|_| NO_MIME)?);
                query = Some(Command::SetDefault { id, mime_type });
            }
            Value(value) => targets.push(value),
            Long(name) => return Err(Usage::UnknownOption(format!("--{name}"))),
            Short(letter) => return Err(Usage::UnknownOption(format!("-{letter}"))),
        }
    }
    finish(query, how, is_dry, targets)
}

const NO_MIME: Usage = Usage::MissingArgument { command: "--set-default", argument: "MIME" };

/// A question takes nothing beside it; without one there must be something to open.
fn finish(query: Option<Command>, how: How, is_dry: bool, targets: Vec<OsString>) -> Result<Command, Usage> {
    let Some(query) = query else {
        if targets.is_empty() {
            return Err(Usage::MissingArgument { command: "candela-open", argument: "TARGET" });
        }
        return Ok(Command::Open { how, is_dry, targets });
    };
    let extra = match how {
        How::Default => is_dry.then(|| "--dry-run".to_owned()),
        How::With(_) => Some("--with".to_owned()),
        How::Choose => Some("--choose".to_owned()),
    };
    match targets.first().map(|target| target.to_string_lossy().into_owned()).or(extra) {
        Some(extra) => Err(Usage::Unexpected(extra)),
        None => Ok(query),
    }
}

fn excluding(before: How, how: How, option: &str) -> Result<How, Usage> {
    if before == How::Default { Ok(how) } else { Err(Usage::Unexpected(option.to_owned())) }
}

fn text(parser: &mut Parser) -> Result<String, Usage> {
    Ok(parser.value().map_err(usage)?.to_string_lossy().into_owned())
}

fn usage(error: lexopt::Error) -> Usage {
    match error {
        lexopt::Error::MissingValue { option } => Usage::MissingValue(option.unwrap_or_default()),
        lexopt::Error::UnexpectedValue { option, value } => {
            Usage::BadValue { option, value: value.to_string_lossy().into_owned() }
        }
        other => Usage::Unexpected(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, Usage> {
        parse(line.split_whitespace().map(OsString::from).collect())
    }

    #[test]
    fn the_documented_calls_mean_what_is_documented() {
        let open = |how, is_dry, targets: &[&str]| Command::Open {
            how,
            is_dry,
            targets: targets.iter().map(OsString::from).collect(),
        };
        let cases = [
            ("--help", Command::Help),
            ("a --version", Command::Version),
            ("a b", open(How::Default, false, &["a", "b"])),
            ("--dry-run a", open(How::Default, true, &["a"])),
            ("a --dry-run --with x.desktop b", open(How::With("x.desktop".into()), true, &["a", "b"])),
            ("--choose a", open(How::Choose, false, &["a"])),
            ("-- --choose", open(How::Default, false, &["--choose"])),
            ("--type a", Command::Type("a".into())),
            ("--default a/b", Command::Default("a/b".into())),
            ("--applications=a/b", Command::Applications("a/b".into())),
            ("--set-default x.desktop a/b", Command::SetDefault { id: "x.desktop".into(), mime_type: "a/b".into() }),
        ];
        for (line, expected) in cases {
            assert_eq!(read(line), Ok(expected), "{line}");
        }
    }

    #[test]
    fn what_means_nothing_is_named() {
        let missing = |command, argument| Usage::MissingArgument { command, argument };
        let unexpected = |text: &str| Usage::Unexpected(text.to_owned());
        let cases = [
            ("", missing("candela-open", "TARGET")),
            ("--dry-run", missing("candela-open", "TARGET")),
            ("--nope a", Usage::UnknownOption("--nope".to_owned())),
            ("-x a", Usage::UnknownOption("-x".to_owned())),
            ("--with", Usage::MissingValue("--with".to_owned())),
            ("--choose --with x a", unexpected("--with")),
            ("--type a b", unexpected("b")),
            ("--default a/b --dry-run", unexpected("--dry-run")),
            ("--type a --default a/b", unexpected("--default")),
            ("--set-default x", missing("--set-default", "MIME")),
            ("--choose=x a", Usage::BadValue { option: "--choose".to_owned(), value: "x".to_owned() }),
        ];
        for (line, expected) in cases {
            assert_eq!(read(line), Err(expected), "{line}");
        }
    }
}
