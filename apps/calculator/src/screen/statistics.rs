//! A list of numbers, and everything that is said of such lists.

use crate::ask::Shown;

use candela_calculator_core::Error;
use candela_calculator_core::locale::{Notation, digit_value};
use candela_calculator_core::tape::paste;
use candela_ui::widget::list::{Heights, View};

/// The field that numbers are typed into.
pub const NUMBERS: &str = "calculator-numbers";
/// Height of a number in the list, at 100 %.
pub const ROW: f32 = 32.0;
/// The most numbers: a line of the calculator has no more parts.
const MOST: usize = 1500;

/// What is said of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Count,
    Sum,
    Mean,
    Median,
    Mode,
    Minimum,
    Maximum,
    Range,
    Deviation,
    PopulationDeviation,
    Variance,
    PopulationVariance,
    GeometricMean,
    HarmonicMean,
    Squares,
}

impl Measure {
    /// All of them, the most wanted first.
    pub const ALL: [Self; 15] = [
        Self::Count,
        Self::Sum,
        Self::Mean,
        Self::Median,
        Self::Mode,
        Self::Minimum,
        Self::Maximum,
        Self::Range,
        Self::Deviation,
        Self::PopulationDeviation,
        Self::Variance,
        Self::PopulationVariance,
        Self::GeometricMean,
        Self::HarmonicMean,
        Self::Squares,
    ];

    fn line(self, numbers: &[String]) -> String {
        let list = numbers.join("; ");
        let function = match self {
            Self::Count => "count",
            Self::Sum => "sum",
            Self::Mean => "mean",
            Self::Median => "median",
            Self::Mode => "mode",
            Self::Minimum => "min",
            Self::Maximum => "max",
            Self::Deviation => "stdev",
            Self::PopulationDeviation => "stdevp",
            Self::Variance => "var",
            Self::PopulationVariance => "varp",
            Self::GeometricMean => "geomean",
            Self::HarmonicMean => "harmean",
            Self::Range => return format!("max({list}) - min({list})"),
            Self::Squares => {
                let squares: Vec<String> = numbers.iter().map(|number| format!("({number})^2")).collect();
                return format!("sum({})", squares.join("; "));
            }
        };
        format!("{function}({list})")
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    Typed(String),
    Add,
    Remove(usize),
    Clear,
    Scrolled(View),
}

/// What must be done next.
#[derive(Debug, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Work out what is said of the list.
    Ask,
}

/// The state of the statistics.
#[derive(Debug)]
pub struct Statistics {
    /// What is typed.
    pub text: String,
    /// The numbers, as they were typed.
    pub numbers: Vec<String>,
    /// What is said of them, in the order of [`Measure::ALL`].
    pub results: Vec<Result<Shown, Error>>,
    /// How high the numbers are listed.
    pub heights: Heights,
    /// The part of the list in sight.
    pub view: View,
}

impl Default for Statistics {
    fn default() -> Self {
        Self {
            text: String::new(),
            numbers: Vec::new(),
            results: Vec::new(),
            heights: Heights::same(0, ROW),
            view: View::of_height(400.0),
        }
    }
}

impl Statistics {
    /// Takes in what happened.
    pub fn update(&mut self, message: Message, notation: &Notation) -> Action {
        match message {
            Message::Typed(text) => {
                self.text = text;
                return Action::None;
            }
            Message::Scrolled(view) => {
                self.view = view;
                return Action::None;
            }
            Message::Add => {
                let text = std::mem::take(&mut self.text);
                self.numbers.extend(split(&text, notation));
                self.numbers.truncate(MOST);
            }
            Message::Remove(at) if at < self.numbers.len() => drop(self.numbers.remove(at)),
            Message::Remove(_) => {}
            Message::Clear => self.numbers.clear(),
        }
        self.heights = Heights::same(self.numbers.len(), ROW);
        if self.numbers.is_empty() {
            self.results.clear();
        }
        Action::Ask
    }

    /// The lines that say what is said of the list; none of an empty one.
    pub fn lines(&self) -> Vec<String> {
        if self.numbers.is_empty() {
            return Vec::new();
        }
        Measure::ALL.into_iter().map(|measure| measure.line(&self.numbers)).collect()
    }

    /// Takes in what the lines are worth.
    pub fn told(&mut self, outcomes: Vec<Result<Shown, Error>>) {
        self.results = outcomes;
    }
}

/// Takes a text apart into numbers: at spaces, semicolons, line ends, and at commas that are no part of a number.
pub fn split(text: &str, notation: &Notation) -> Vec<String> {
    let mut parts = vec![String::new()];
    let letters: Vec<char> = text.chars().collect();
    for (at, &letter) in letters.iter().enumerate() {
        let is_parted = match letter {
            ';' | '\n' | '\r' | '\t' | ' ' => true,
            ',' => !is_in_number(&letters, at, notation),
            _ => false,
        };
        if is_parted {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.into_iter().map(|part| paste::number(&part, notation).unwrap_or(part)).collect()
}

/// Whether a comma is the decimal mark, or has whole groups of digits behind it.
fn is_in_number(letters: &[char], at: usize, notation: &Notation) -> bool {
    let digits = letters[at + 1..].iter().take_while(|letter| digit_value(**letter).is_some()).count();
    let is_behind_digit = at > 0 && digit_value(letters[at - 1]).is_some();
    match notation.comma_is_decimal() {
        true => is_behind_digit && digits > 0,
        false => is_behind_digit && digits == 3 && notation.is_group(','),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_calculator_core::date::Date;
    use candela_calculator_core::{Budget, Calculator, Settings};

    #[test]
    fn lists_are_taken_apart_as_they_are_meant() {
        let cases: [(&str, &str, &[&str]); 8] = [
            ("en", "3, 4.5, 7", &["3", "4.5", "7"]),
            ("en", "3,4,5", &["3", "4", "5"]),
            ("en", "1,234 5", &["1234", "5"]),
            ("en", "12\n13\r\n14\t15", &["12", "13", "14", "15"]),
            ("en", "1/3; 2^5", &["1/3", "2^5"]),
            ("de", "3; 4,5; 7", &["3", "4,5", "7"]),
            ("de", "1.234,5 2", &["1234,5", "2"]),
            ("en", " ;; ", &[]),
        ];
        for (language, text, expected) in cases {
            let notation = Notation::of_language(language).unwrap();
            assert_eq!(split(text, &notation), expected, "{language} {text:?}");
        }
    }

    #[test]
    fn everything_said_of_a_list_is_right() {
        let mut statistics = Statistics::default();
        let _typed = statistics.update(Message::Typed("2 4 4 4 5 5 7 9".to_owned()), &Notation::default());
        assert_eq!(statistics.update(Message::Add, &Notation::default()), Action::Ask);
        let settings = Settings { digits: 6, ..Settings::default() };
        let calculator = Calculator::new(settings, None, Date::new(2026, 11, 25).unwrap());
        let found: Vec<String> = statistics
            .lines()
            .iter()
            .map(|line| calculator.preview(line, &Budget::default()).unwrap().text.text)
            .collect();
        let expected =
            ["8", "40", "5", "4.5", "4", "2", "9", "7", "2.13809", "2", "4.57143", "4", "4.60322", "4.20175", "232"];
        assert_eq!(found, expected);
    }

    #[test]
    fn numbers_come_and_go() {
        let (mut statistics, notation) = (Statistics::default(), Notation::default());
        assert!(statistics.lines().is_empty());
        let _typed = statistics.update(Message::Typed("1 2 3".to_owned()), &notation);
        let _added = statistics.update(Message::Add, &notation);
        let _removed = statistics.update(Message::Remove(1), &notation);
        assert_eq!((statistics.numbers.clone(), statistics.text.as_str()), (vec!["1".to_owned(), "3".to_owned()], ""));
        let _cleared = statistics.update(Message::Clear, &notation);
        assert!(statistics.numbers.is_empty() && statistics.lines().is_empty());
    }
}
