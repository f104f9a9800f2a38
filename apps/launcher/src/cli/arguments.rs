//! What the arguments mean.

use lexopt::Arg::{Long, Short, Value};
use lexopt::{Parser, ValueExt};

use std::ffi::OsString;

/// Hits a search lists where nobody says how many.
const LIMIT: usize = 50;

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Say how it is used.
    Help,
    /// Say which version this is.
    Version,
    /// Open the window, or show the one that is open.
    Open,
    /// Show or hide the window.
    Toggle,
    /// List applications.
    List {
        /// Every desktop entry, not only those to show.
        is_all: bool,
        /// As JSON.
        is_json: bool,
    },
    /// List what a query finds.
    Search {
        /// What was typed.
        query: String,
        /// How many at the most.
        limit: usize,
        /// As JSON.
        is_json: bool,
    },
    /// Start an application.
    Launch {
        /// Its desktop file ID.
        id: String,
        /// The action to start instead of the application itself.
        action: Option<String>,
        /// Only say what would be run.
        is_dry: bool,
        /// Files and URIs to open, any bytes.
        targets: Vec<OsString>,
    },
    /// Say why an entry is as it is.
    Explain {
        /// Its desktop file ID.
        id: String,
        /// As JSON.
        is_json: bool,
    },
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
    let mut parser = Parser::from_args(arguments);
    let mut command = Command::Open;
    let Some(first) = parser.next().map_err(usage)? else {
        return Ok(command);
    };
    match first {
        Long("toggle") => command = Command::Toggle,
        Value(name) => match name.to_str() {
            Some("list") => return list(parser),
            Some("search") => return search(parser),
            Some("launch") => return launch(parser),
            Some("explain") => return explain(parser),
            _ => return Err(Usage::UnknownCommand(name.to_string_lossy().into_owned())),
        },
        other => return common(other),
    }
    match parser.next().map_err(usage)? {
        None => Ok(command),
        Some(Value(value)) => Err(Usage::Unexpected(value.to_string_lossy().into_owned())),
        Some(other) => common(other),
    }
}

/// `--help` and `--version`, which stand anywhere; everything else is unknown where it stands.
fn common(argument: lexopt::Arg<'_>) -> Result<Command, Usage> {
    match argument {
        Long("help") | Short('h') => Ok(Command::Help),
        Long("version") => Ok(Command::Version),
        Value(value) => Err(Usage::Unexpected(value.to_string_lossy().into_owned())),
        Long(name) => Err(Usage::UnknownOption(format!("--{name}"))),
        Short(letter) => Err(Usage::UnknownOption(format!("-{letter}"))),
    }
}

fn list(mut parser: Parser) -> Result<Command, Usage> {
    let (mut is_all, mut is_json) = (false, false);
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("all") => is_all = true,
            Long("json") => is_json = true,
            other => return common(other),
        }
    }
    Ok(Command::List { is_all, is_json })
}

fn search(mut parser: Parser) -> Result<Command, Usage> {
    let (mut query, mut limit, mut is_json) = (None, LIMIT, false);
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("json") => is_json = true,
            Long("limit") => {
                let value = parser.value().map_err(usage)?;
                limit = value.parse().map_err(|_| Usage::BadValue {
                    option: "--limit".to_owned(),
                    value: value.to_string_lossy().into_owned(),
                })?;
            }
            Value(value) if query.is_none() => query = Some(value.to_string_lossy().into_owned()),
            other => return common(other),
        }
    }
    let query = query.ok_or(Usage::MissingArgument { command: "search", argument: "QUERY" })?;
    Ok(Command::Search { query, limit, is_json })
}

fn launch(mut parser: Parser) -> Result<Command, Usage> {
    let (mut id, mut action, mut is_dry, mut targets) = (None, None, false, Vec::new());
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("action") => action = Some(parser.value().map_err(usage)?.to_string_lossy().into_owned()),
            Long("dry-run") => is_dry = true,
            Value(value) if id.is_none() => id = Some(value.to_string_lossy().into_owned()),
            Value(value) => targets.push(value),
            other => return common(other),
        }
    }
    let id = id.ok_or(Usage::MissingArgument { command: "launch", argument: "ID" })?;
    Ok(Command::Launch { id, action, is_dry, targets })
}

fn explain(mut parser: Parser) -> Result<Command, Usage> {
    let (mut id, mut is_json) = (None, false);
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("json") => is_json = true,
            Value(value) if id.is_none() => id = Some(value.to_string_lossy().into_owned()),
            other => return common(other),
        }
    }
    let id = id.ok_or(Usage::MissingArgument { command: "explain", argument: "ID" })?;
    Ok(Command::Explain { id, is_json })
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
        let launch = |targets: &[&str], action: Option<&str>, is_dry| Command::Launch {
            id: "x.desktop".to_owned(),
            action: action.map(str::to_owned),
            is_dry,
            targets: targets.iter().map(OsString::from).collect(),
        };
        let search = |limit, is_json| Command::Search { query: "q".to_owned(), limit, is_json };
        let cases = [
            ("", Command::Open),
            ("--toggle", Command::Toggle),
            ("--help", Command::Help),
            ("list --help", Command::Help),
            ("--version", Command::Version),
            ("list", Command::List { is_all: false, is_json: false }),
            ("list --json --all", Command::List { is_all: true, is_json: true }),
            ("search q", search(LIMIT, false)),
            ("search --limit 3 q --json", search(3, true)),
            ("search --limit=3 q", search(3, false)),
            ("launch x.desktop", launch(&[], None, false)),
            ("launch x.desktop --action new a b --dry-run", launch(&["a", "b"], Some("new"), true)),
            ("launch x.desktop -- --dry-run", launch(&["--dry-run"], None, false)),
            ("explain x.desktop --json", Command::Explain { id: "x.desktop".to_owned(), is_json: true }),
        ];
        for (line, expected) in cases {
            assert_eq!(read(line), Ok(expected), "{line}");
        }
    }

    #[test]
    fn what_means_nothing_is_named() {
        let cases = [
            ("--nope", Usage::UnknownOption("--nope".to_owned())),
            ("-x", Usage::UnknownOption("-x".to_owned())),
            ("nope", Usage::UnknownCommand("nope".to_owned())),
            ("--toggle extra", Usage::Unexpected("extra".to_owned())),
            ("list extra", Usage::Unexpected("extra".to_owned())),
            ("search", Usage::MissingArgument { command: "search", argument: "QUERY" }),
            ("search a b", Usage::Unexpected("b".to_owned())),
            ("search a --limit", Usage::MissingValue("--limit".to_owned())),
            ("search a --limit x", Usage::BadValue { option: "--limit".to_owned(), value: "x".to_owned() }),
            ("list --json=yes", Usage::BadValue { option: "--json".to_owned(), value: "yes".to_owned() }),
            ("launch", Usage::MissingArgument { command: "launch", argument: "ID" }),
            ("explain a b", Usage::Unexpected("b".to_owned())),
        ];
        for (line, expected) in cases {
            assert_eq!(read(line), Err(expected), "{line}");
        }
    }
}
