//! Command lines that mean nothing, and the words for them.

use crate::i18n::Words;
use crate::tr;

use lexopt::Arg;

/// Why arguments mean nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Usage {
    /// No such option here.
    UnknownOption(String),
    /// An option without its value.
    MissingValue(String),
    /// A value the option cannot have.
    BadValue {
        /// The option, with its dashes.
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
        /// What it needs, as the help names it.
        argument: &'static str,
    },
    /// No such command.
    UnknownCommand(String),
}

impl Usage {
    /// Says that this argument has no meaning where it stands.
    pub fn of(argument: Arg<'_>) -> Self {
        match argument {
            Arg::Value(value) => Self::Unexpected(value.to_string_lossy().into_owned()),
            Arg::Long(name) => Self::UnknownOption(format!("--{name}")),
            Arg::Short(letter) => Self::UnknownOption(format!("-{letter}")),
        }
    }

    /// The words for the user, one line.
    pub fn words(&self, words: &Words) -> String {
        match self {
            Self::UnknownOption(option) => tr!(words, "shared-usage-unknown-option", option = option.as_str()),
            Self::MissingValue(option) => tr!(words, "shared-usage-missing-value", option = option.as_str()),
            Self::BadValue { option, value } => {
                tr!(words, "shared-usage-bad-value", option = option.as_str(), value = value.as_str())
            }
            Self::Unexpected(argument) => tr!(words, "shared-usage-unexpected", argument = argument.as_str()),
            Self::MissingArgument { command, argument } => {
                tr!(words, "shared-usage-missing-argument", command = *command, argument = *argument)
            }
            Self::UnknownCommand(command) => tr!(words, "shared-usage-unknown-command", command = command.as_str()),
        }
    }
}

impl From<lexopt::Error> for Usage {
    fn from(error: lexopt::Error) -> Self {
        match error {
            lexopt::Error::MissingValue { option } => Self::MissingValue(option.unwrap_or_default()),
            lexopt::Error::UnexpectedValue { option, value } => {
                Self::BadValue { option, value: value.to_string_lossy().into_owned() }
            }
            other => Self::Unexpected(other.to_string()),
        }
    }
}
