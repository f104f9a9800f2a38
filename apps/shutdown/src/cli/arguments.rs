//! What the arguments mean.

use candela_shutdown_core::backend::{self, Backend};
use candela_shutdown_core::circumstances::Deed;
use candela_shutdown_core::plan::{Answer, Power};

use lexopt::Arg::{Long, Short, Value};
use lexopt::Parser;

use std::ffi::OsString;
use std::path::PathBuf;

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Say how it is used.
    Help,
    /// Say which version this is.
    Version,
    /// Name the sources of updates.
    ListBackends,
    /// Name what can be done with the session.
    ListDeeds,
    /// Say what waits.
    Detect {
        /// As JSON.
        is_json: bool,
    },
    /// Say how the last update ended.
    Result {
        /// In a window where there is one, and only what was not said before.
        is_once: bool,
    },
    /// Do something with the session, and ask nobody.
    Do {
        /// What.
        deed: Deed,
        /// Only print what would be run.
        is_dry: bool,
    },
    /// Ask, and go down.
    Ask {
        /// How; `None` asks that too.
        power: Option<Power>,
        /// The answer, given in advance.
        answer: Option<Answer>,
        /// Only print what would be run.
        is_dry: bool,
    },
}

/// Where to look.
#[derive(Default)]
pub struct Options {
    /// Below which folder.
    pub root: Option<PathBuf>,
    /// The one source to ask.
    pub backend: Option<&'static dyn Backend>,
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
    /// No such command.
    UnknownCommand(String),
    /// No such source of updates.
    UnknownBackend(String),
}

/// What was read so far; commands and options may stand in any order.
#[derive(Default)]
struct Read {
    word: Option<Word>,
    listing: Option<Listing>,
    is_json: bool,
    is_dry: bool,
    is_once: bool,
    answer: Option<Answer>,
    options: Options,
}

/// An option that asks for names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listing {
    Backends,
    Deeds,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Detect,
    Result,
    Go(Power),
    Do(Deed),
}

/// Reads the arguments, without the program's own name.
///
/// # Errors
/// The first thing that means nothing.
pub fn parse(arguments: Vec<OsString>) -> Result<(Command, Options), Usage> {
    let mut parser = Parser::from_args(arguments);
    let mut read = Read::default();
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("help") | Short('h') => return Ok((Command::Help, Options::default())),
            Long("version") => return Ok((Command::Version, Options::default())),
            Long("list-backends") => read.listing = Some(Listing::Backends),
            Long("list-deeds") => read.listing = Some(Listing::Deeds),
            Long("json") => read.is_json = true,
            Long("once") => read.is_once = true,
            Long("dry-run") => read.is_dry = true,
            Long("answer") => read.answer = Some(answer(&text(&mut parser)?)?),
            Long("root") => read.options.root = Some(parser.value().map_err(usage)?.into()),
            Long("backend") => read.options.backend = Some(source(&text(&mut parser)?)?),
            Value(value) if read.word.is_none() => read.word = Some(word(&value)?),
            Value(value) => return Err(Usage::Unexpected(value.to_string_lossy().into_owned())),
            Long(name) => return Err(Usage::UnknownOption(format!("--{name}"))),
            Short(letter) => return Err(Usage::UnknownOption(format!("-{letter}"))),
        }
    }
    read.command()
}

impl Read {
    /// The command, if what was read goes together.
    fn command(self) -> Result<(Command, Options), Usage> {
        let strange = |option: &str| Err(Usage::Unexpected(option.to_owned()));
        let command = match (self.word, self.listing) {
            (Some(Word::Detect | Word::Result), _) if self.answer.is_some() => return strange("--answer"),
            (Some(Word::Detect | Word::Result), _) if self.is_dry => return strange("--dry-run"),
            (word, _) if self.is_once && word != Some(Word::Result) => return strange("--once"),
            (Some(Word::Detect), None) => Command::Detect { is_json: self.is_json },
            _ if self.is_json => return strange("--json"),
            (Some(Word::Result), None) => Command::Result { is_once: self.is_once },
            (Some(Word::Do(_)), _) if self.answer.is_some() => return strange("--answer"),
            (Some(Word::Do(deed)), None) => Command::Do { deed, is_dry: self.is_dry },
            (None, Some(Listing::Backends)) => Command::ListBackends,
            (None, Some(Listing::Deeds)) => Command::ListDeeds,
            (Some(_), Some(Listing::Backends)) => return strange("--list-backends"),
            (Some(_), Some(Listing::Deeds)) => return strange("--list-deeds"),
            (None, None) => Command::Ask { power: None, answer: self.answer, is_dry: self.is_dry },
            (Some(Word::Go(power)), None) => {
                Command::Ask { power: Some(power), answer: self.answer, is_dry: self.is_dry }
            }
        };
        Ok((command, self.options))
    }
}

fn word(value: &OsString) -> Result<Word, Usage> {
    match value.to_str() {
        Some("detect") => Ok(Word::Detect),
        Some("result") => Ok(Word::Result),
        Some(other) => match Deed::ALL.into_iter().find(|deed| deed.word() == other) {
            Some(Deed::Power(power)) => Ok(Word::Go(power)),
            Some(deed) => Ok(Word::Do(deed)),
            None => Err(Usage::UnknownCommand(other.to_owned())),
        },
        None => Err(Usage::UnknownCommand(value.to_string_lossy().into_owned())),
    }
}

fn text(parser: &mut Parser) -> Result<String, Usage> {
    Ok(parser.value().map_err(usage)?.to_string_lossy().into_owned())
}

fn answer(value: &str) -> Result<Answer, Usage> {
    Answer::named(value).ok_or_else(|| Usage::BadValue { option: "--answer".to_owned(), value: value.to_owned() })
}

fn source(value: &str) -> Result<&'static dyn Backend, Usage> {
    backend::named(value).ok_or_else(|| Usage::UnknownBackend(value.to_owned()))
}

fn usage(error: lexopt::Error) -> Usage {
    match error {
        lexopt::Error::MissingValue { option } => Usage::MissingValue(option.unwrap_or_default()),
        lexopt::Error::UnexpectedValue { option, value } => {
            Usage::BadValue { option, value: value.to_string_lossy().into_owned() }
        }
        lexopt::Error::UnexpectedOption(option) => Usage::UnknownOption(option),
        other => Usage::Unexpected(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, Usage> {
        parse(line.split_whitespace().map(OsString::from).collect()).map(|(command, _)| command)
    }

    fn ask(power: Option<Power>, answer: Option<Answer>, is_dry: bool) -> Result<Command, Usage> {
        Ok(Command::Ask { power, answer, is_dry })
    }

    #[test]
    fn every_call_of_the_manual_is_understood_in_any_order() {
        let (off, again) = (Some(Power::PowerOff), Some(Power::Reboot));
        let cases = [
            ("", ask(None, None, false)),
            ("power-off", ask(off, None, false)),
            ("reboot --answer install", ask(again, Some(Answer::Install), false)),
            ("--answer=skip --dry-run --root / power-off", ask(off, Some(Answer::Skip), true)),
            ("--answer cancel", ask(None, Some(Answer::Cancel), false)),
            ("detect", Ok(Command::Detect { is_json: false })),
            ("lock", Ok(Command::Do { deed: Deed::Lock, is_dry: false })),
            ("--dry-run log-out", Ok(Command::Do { deed: Deed::LogOut, is_dry: true })),
            ("suspend --dry-run", Ok(Command::Do { deed: Deed::Sleep, is_dry: true })),
            ("--json --backend apt detect", Ok(Command::Detect { is_json: true })),
            ("result", Ok(Command::Result { is_once: false })),
            ("--once result", Ok(Command::Result { is_once: true })),
            ("--list-backends", Ok(Command::ListBackends)),
            ("--list-deeds", Ok(Command::ListDeeds)),
            ("detect --help", Ok(Command::Help)),
            ("--version", Ok(Command::Version)),
        ];
        for (line, expected) in cases {
            assert_eq!(parsed(line), expected, "{line}");
        }
    }

    #[test]
    fn what_means_nothing_is_named() {
        let text = str::to_owned;
        let cases = [
            ("poweroff", Usage::UnknownCommand(text("poweroff"))),
            ("lock --answer skip", Usage::Unexpected(text("--answer"))),
            ("lock --json", Usage::Unexpected(text("--json"))),
            ("suspend --list-backends", Usage::Unexpected(text("--list-backends"))),
            ("--list-deeds lock", Usage::Unexpected(text("--list-deeds"))),
            ("reboot now", Usage::Unexpected(text("now"))),
            ("--answer", Usage::MissingValue(text("--answer"))),
            ("--answer yes", Usage::BadValue { option: text("--answer"), value: text("yes") }),
            ("--backend yum detect", Usage::UnknownBackend(text("yum"))),
            ("--json", Usage::Unexpected(text("--json"))),
            ("detect --answer skip", Usage::Unexpected(text("--answer"))),
            ("detect --once", Usage::Unexpected(text("--once"))),
            ("result --json", Usage::Unexpected(text("--json"))),
            ("detect --dry-run", Usage::Unexpected(text("--dry-run"))),
            ("-x", Usage::UnknownOption(text("-x"))),
            ("--dry-run=1", Usage::BadValue { option: text("--dry-run"), value: text("1") }),
        ];
        for (line, expected) in cases {
            assert_eq!(parsed(line), Err(expected), "{line}");
        }
    }
}
