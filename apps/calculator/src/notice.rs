//! What went wrong, in words a person understands.

use candela_calculator_core::ErrorKind;

/// Returns one sentence for an error.
pub(crate) fn sentence(kind: &ErrorKind) -> String {
    let fixed = match kind {
        ErrorKind::UnexpectedCharacter(letter) => return format!("the character “{letter}” means nothing here"),
        ErrorKind::UnknownName(name) => return format!("“{name}” is not known"),
        ErrorKind::NameTaken(name) => return format!("the name “{name}” is taken"),
        ErrorKind::ArgumentCount { name, least, most, given } => return arguments(name, *least, *most, *given),
        ErrorKind::NoResult(number) => return format!("there is no result #{number}"),
        ErrorKind::Undefined(name) => return format!("{name} has no value there"),
        ErrorKind::ListNeeded(1) => "a list of numbers is needed",
        ErrorKind::ListNeeded(count) => return format!("a list of at least {count} numbers is needed"),
        ErrorKind::DimensionMismatch { left, right } => return dimensions(left, right),
        ErrorKind::NoRate(code) => return format!("there is no exchange rate for {code}"),
        ErrorKind::LineTooLong => "the line is too long",
        ErrorKind::TooManyTokens => "the line has too many parts",
        ErrorKind::TooDeep => "there are too many brackets in each other",
        ErrorKind::Empty => "there is nothing to calculate",
        ErrorKind::MalformedNumber => "this number cannot be read",
        ErrorKind::NoSuchDate => "there is no such date",
        ErrorKind::OperandExpected => "a number is missing here",
        ErrorKind::OperatorExpected => "an operator is missing here",
        ErrorKind::NotClosed => "this bracket is not closed",
        ErrorKind::NotOpened => "this bracket was not opened",
        ErrorKind::UnexpectedSeparator => "a separator means nothing here",
        ErrorKind::UnknownTarget => "this is nothing to convert to",
        ErrorKind::DivisionByZero => "cannot divide by zero",
        ErrorKind::ComplexResult => "the result is not a real number (--complex allows it)",
        ErrorKind::RealNeeded => "a real number is needed",
        ErrorKind::IntegerNeeded => "a whole number is needed",
        ErrorKind::NaturalNeeded => "a whole number of at least zero is needed",
        ErrorKind::NumberNeeded => "a number is needed",
        ErrorKind::TruthNeeded => "true or false is needed",
        ErrorKind::KindMismatch => "these cannot be combined",
        ErrorKind::AffineTemperature => "temperatures in °C or °F cannot be added or multiplied; K can",
        ErrorKind::UnitPower => "a unit cannot be raised to this power",
        ErrorKind::WordNeeded => "a word size is needed to rotate",
        ErrorKind::ShiftRange => "the number of bits is out of range",
        ErrorKind::UndecidableZero => "cannot tell whether this is zero",
        ErrorKind::Undecidable => "cannot tell these values apart",
        ErrorKind::TooLarge => "the result is too large",
        ErrorKind::TooComplex => "this is too complex",
        ErrorKind::TimeOver => "this takes too long",
        ErrorKind::Cancelled => "stopped",
        ErrorKind::Recursion => "this function calls itself without an end",
    };
    fixed.to_owned()
}

fn arguments(name: &str, least: usize, most: Option<usize>, given: usize) -> String {
    let wanted = match most {
        Some(most) if most == least => least.to_string(),
        Some(most) => format!("{least} to {most}"),
        None => format!("at least {least}"),
    };
    format!("{name} takes {wanted} arguments, not {given}")
}

fn dimensions(left: &str, right: &str) -> String {
    match (left, right) {
        ("", right) => format!("a plain number and {right} do not measure the same"),
        (left, "") => format!("{left} and a plain number do not measure the same"),
        (left, right) => format!("{left} and {right} do not measure the same"),
    }
}
