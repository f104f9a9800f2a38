//! What went wrong, in the user's words.

use crate::rates;

use candela_calculator_core::{ErrorKind, history};
use candela_shared::display_name::display_bytes;
use candela_shared::i18n::Words;
use candela_shared::tr;

use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Returns one sentence for an error.
pub(crate) fn sentence(kind: &ErrorKind, words: &Words) -> String {
    match kind {
        ErrorKind::LineTooLong => tr!(words, "calculator-error-line-too-long"),
        ErrorKind::TooManyTokens => tr!(words, "calculator-error-too-many-parts"),
        ErrorKind::TooDeep => tr!(words, "calculator-error-too-deep"),
        ErrorKind::Empty => tr!(words, "calculator-error-empty"),
        ErrorKind::UnexpectedCharacter(letter) => {
            tr!(words, "calculator-error-character", character = letter.to_string())
        }
        ErrorKind::MalformedNumber => tr!(words, "calculator-error-number"),
        ErrorKind::NoSuchDate => tr!(words, "calculator-error-date"),
        ErrorKind::OperandExpected => tr!(words, "calculator-error-operand-missing"),
        ErrorKind::OperatorExpected => tr!(words, "calculator-error-operator-missing"),
        ErrorKind::NotClosed => tr!(words, "calculator-error-not-closed"),
        ErrorKind::NotOpened => tr!(words, "calculator-error-not-opened"),
        ErrorKind::UnexpectedSeparator => tr!(words, "calculator-error-separator"),
        ErrorKind::UnknownName(name) => tr!(words, "calculator-error-unknown-name", name = name.as_str()),
        ErrorKind::UnknownTarget => tr!(words, "calculator-error-unknown-target"),
        ErrorKind::NameTaken(name) => tr!(words, "calculator-error-name-taken", name = name.as_str()),
        ErrorKind::ArgumentCount { name, least, most, given } => arguments(name, *least, *most, *given, words),
        ErrorKind::NoResult(number) => tr!(words, "calculator-error-no-result", number = number.to_string()),
        ErrorKind::DivisionByZero => tr!(words, "calculator-error-division-by-zero"),
        ErrorKind::Undefined(name) => tr!(words, "calculator-error-undefined", name = *name),
        ErrorKind::ComplexResult => tr!(words, "calculator-error-complex-result"),
        ErrorKind::RealNeeded => tr!(words, "calculator-error-real-needed"),
        ErrorKind::IntegerNeeded => tr!(words, "calculator-error-integer-needed"),
        ErrorKind::NaturalNeeded => tr!(words, "calculator-error-natural-needed"),
        ErrorKind::NumberNeeded => tr!(words, "calculator-error-number-needed"),
        ErrorKind::TruthNeeded => tr!(words, "calculator-error-truth-needed"),
        ErrorKind::ListNeeded(count) => tr!(words, "calculator-error-list-needed", count = *count),
        ErrorKind::KindMismatch => tr!(words, "calculator-error-kind-mismatch"),
        ErrorKind::DimensionMismatch { left, right } => dimensions(left, right, words),
        ErrorKind::AffineTemperature => tr!(words, "calculator-error-temperature"),
        ErrorKind::UnitPower => tr!(words, "calculator-error-unit-power"),
        ErrorKind::NoRate(code) => tr!(words, "calculator-error-no-rate", currency = code.as_str()),
        ErrorKind::WordNeeded => tr!(words, "calculator-error-word-needed"),
        ErrorKind::ShiftRange => tr!(words, "calculator-error-shift-range"),
        ErrorKind::UndecidableZero => tr!(words, "calculator-error-undecidable-zero"),
        ErrorKind::Undecidable => tr!(words, "calculator-error-undecidable"),
        ErrorKind::TooLarge => tr!(words, "calculator-error-too-large"),
        ErrorKind::TooComplex => tr!(words, "calculator-error-too-complex"),
        ErrorKind::TimeOver => tr!(words, "calculator-error-time-over"),
        ErrorKind::Cancelled => tr!(words, "calculator-error-cancelled"),
        ErrorKind::Recursion => tr!(words, "calculator-error-recursion"),
    }
}

fn arguments(name: &str, least: usize, most: Option<usize>, given: usize, words: &Words) -> String {
    match most {
        Some(most) if most == least => {
            tr!(words, "calculator-error-arguments", name = name, least = least, given = given)
        }
        Some(most) => {
            tr!(words, "calculator-error-arguments-range", name = name, least = least, most = most, given = given)
        }
        None => tr!(words, "calculator-error-arguments-least", name = name, least = least, given = given),
    }
}

fn dimensions(left: &str, right: &str, words: &Words) -> String {
    let named =
        |unit: &str| if unit.is_empty() { tr!(words, "calculator-error-plain-number") } else { unit.to_owned() };
    tr!(words, "calculator-error-dimension-mismatch", left = named(left), right = named(right))
}

/// Says in one sentence why there are no newer exchange rates.
pub(crate) fn rates_failed(error: &rates::Error, words: &Words) -> String {
    let named = |path: &Path| display_bytes(path.as_os_str().as_bytes()).into_owned();
    match error {
        rates::Error::Read { path, kind } => {
            tr!(words, "calculator-rates-failed-read", file = named(path), detail = kind.to_string())
        }
        rates::Error::NoFetcher => tr!(words, "calculator-rates-failed-fetcher"),
        rates::Error::Fetch { detail } => tr!(words, "calculator-rates-failed-fetch", detail = detail.as_str()),
        rates::Error::NoRates => tr!(words, "calculator-rates-failed-format"),
        rates::Error::Write { path, kind } => {
            tr!(words, "calculator-rates-failed-write", file = named(path), detail = kind.to_string())
        }
    }
}

/// What could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The history.
    History(history::Error),
    /// The settings.
    Settings(history::Error),
}

impl Failure {
    /// What happened.
    pub fn title(&self, words: &Words) -> String {
        match self {
            Self::History(history::Error::Read { .. }) => tr!(words, "calculator-failed-history-read"),
            Self::History(history::Error::Write { .. }) => tr!(words, "calculator-failed-history-write"),
            Self::Settings(_) => tr!(words, "calculator-failed-settings-write"),
        }
    }

    /// Why, and of which file.
    pub fn detail(&self, words: &Words) -> String {
        let (Self::History(error) | Self::Settings(error)) = self;
        let (history::Error::Read { path, kind } | history::Error::Write { path, kind }) = error;
        let file = display_bytes(path.as_os_str().as_bytes()).into_owned();
        tr!(words, "calculator-failed-detail", file = file, detail = kind.to_string())
    }
}
