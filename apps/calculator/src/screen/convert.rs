//! From one unit to another.

use crate::ask::Shown;

use candela_calculator_core::Error;
use candela_calculator_core::keypad::{Entry, Key, Setting, closed};
use candela_calculator_core::locale::Notation;

use std::ops::Range;

/// The field of the value.
pub const VALUE: &str = "calculator-value";

/// What is converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Category {
    #[default]
    Length,
    Area,
    Volume,
    Mass,
    Time,
    Speed,
    Temperature,
    Data,
    Energy,
    Power,
    Pressure,
    Angle,
    Currency,
}

impl Category {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 13] = [
        Self::Length,
        Self::Area,
        Self::Volume,
        Self::Mass,
        Self::Time,
        Self::Speed,
        Self::Temperature,
        Self::Data,
        Self::Energy,
        Self::Power,
        Self::Pressure,
        Self::Angle,
        Self::Currency,
    ];

    /// The units, by their symbols; those that are converted most stand first.
    pub fn units(self) -> &'static [&'static str] {
        match self {
            Self::Length => &["km", "mi", "m", "ft", "cm", "in", "mm", "yd", "nmi", "µm", "nm", "ly", "au"],
            Self::Area => &["m²", "ft²", "km²", "mi²", "ha", "acre", "a", "cm²", "in²"],
            Self::Volume => &["L", "gal", "mL", "floz", "m³", "cm³", "qt", "pint", "cup", "tbsp", "tsp", "impgal"],
            Self::Mass => &["kg", "lb", "g", "oz", "mg", "t", "ton", "st", "ct"],
            Self::Time => &["h", "min", "s", "ms", "d", "wk", "yr"],
            Self::Speed => &["km/h", "mph", "m/s", "kn", "ft/s", "c"],
            Self::Temperature => &["°C", "°F", "K"],
            Self::Data => &["MB", "MiB", "GB", "GiB", "kB", "KiB", "TB", "TiB", "B", "bit"],
            Self::Energy => &["kWh", "kJ", "J", "Wh", "kcal", "cal", "eV", "BTU"],
            Self::Power => &["kW", "hp", "PS", "W", "MW"],
            Self::Pressure => &["bar", "psi", "Pa", "hPa", "kPa", "atm", "mmHg"],
            Self::Angle => &["deg", "rad", "grad", "arcmin", "arcsec", "turn"],
            Self::Currency => {
                &["EUR", "USD", "GBP", "JPY", "CHF", "CNY", "AUD", "CAD", "INR", "SEK", "NOK", "DKK", "PLN", "BRL"]
            }
        }
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    Typed(String),
    Selected { text: String, range: Range<usize> },
    Choose(Category),
    ChooseFrom(usize),
    ChooseTo(usize),
    Swap,
}

/// The state of the conversions.
#[derive(Debug)]
pub struct Convert {
    /// What is converted.
    pub category: Category,
    /// The position of the unit it comes in.
    pub from: usize,
    /// The position of the unit it goes to.
    pub to: usize,
    /// The value.
    pub value: Entry,
    /// What it is in the other unit.
    pub result: Option<Result<Shown, Error>>,
    line: Option<String>,
}

impl Default for Convert {
    fn default() -> Self {
        let value = Entry::new("1");
        let mut own = Self { category: Category::Length, from: 0, to: 1, value, result: None, line: None };
        own.write(&Notation::default());
        own
    }
}

impl Convert {
    /// Takes in what happened; whether the keys stay where they are.
    pub fn update(&mut self, message: Message, notation: &Notation) -> bool {
        let is_typing = matches!(message, Message::Typed(_) | Message::Selected { .. });
        match message {
            Message::Typed(text) => self.value.type_line(&text, &setting(notation)),
            Message::Selected { text, range } if text == self.value.text() => self.value.select(range),
            Message::Selected { .. } => {}
            Message::Choose(category) => (self.category, self.from, self.to) = (category, 0, 1),
            Message::ChooseFrom(at) if at == self.to => (self.from, self.to) = (self.to, self.from),
            Message::ChooseFrom(at) => self.from = at,
            Message::ChooseTo(at) if at == self.from => (self.from, self.to) = (self.to, self.from),
            Message::ChooseTo(at) => self.to = at,
            Message::Swap => (self.from, self.to) = (self.to, self.from),
        }
        self.write(notation);
        is_typing
    }

    /// A key of the keypad.
    pub fn press(&mut self, key: Key, setting: &Setting) {
        self.value.press(key, setting);
        self.write(&setting.notation);
    }

    /// The symbols of both units.
    pub fn units(&self) -> (&'static str, &'static str) {
        let units = self.category.units();
        (units[self.from], units[self.to])
    }

    /// The line that says it; `None` where there is no value.
    pub fn line(&self) -> Option<String> {
        self.line.clone()
    }

    fn write(&mut self, notation: &Notation) {
        let text = closed(self.value.text().trim(), notation);
        let (from, to) = self.units();
        let is_number = text.chars().all(|letter| letter.is_numeric() || notation.is_decimal(letter) || letter == '-');
        // A sum is in brackets; a temperature must not be: it would be multiplied.
        let value = if is_number { text.clone() } else { format!("({text})") };
        self.line = (!text.is_empty()).then(|| format!("{value} {from} to {to}"));
        self.result = self.result.take().filter(|_| self.line.is_some());
    }

    /// Takes in what the line is worth.
    pub fn told(&mut self, mut outcomes: Vec<Result<Shown, Error>>) {
        self.result = outcomes.pop();
    }
}

fn setting(notation: &Notation) -> Setting {
    Setting { notation: notation.clone(), base: 10, has_answer: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_calculator_core::date::Date;
    use candela_calculator_core::{Budget, Calculator, Settings};

    #[test]
    fn every_unit_converts_into_its_neighbour() {
        let calculator = Calculator::new(Settings::default(), None, Date::new(2026, 11, 25).unwrap());
        let mut convert = Convert::default();
        for category in Category::ALL.into_iter().filter(|category| *category != Category::Currency) {
            let _typing = convert.update(Message::Choose(category), &Notation::default());
            for at in 0..category.units().len() {
                let _typing = convert.update(Message::ChooseFrom(at), &Notation::default());
                let line = convert.line().unwrap();
                assert!(calculator.preview(&line, &Budget::default()).is_ok(), "{line}");
            }
        }
    }

    #[test]
    fn sums_are_converted_as_a_whole_and_choosing_the_other_unit_swaps() {
        let mut convert = Convert::default();
        let notation = Notation::default();
        let _typing = convert.update(Message::Typed("1+2".to_owned()), &notation);
        assert_eq!(convert.line().as_deref(), Some("(1+2) km to mi"));
        let _typing = convert.update(Message::ChooseFrom(1), &notation);
        assert_eq!(convert.line().as_deref(), Some("(1+2) mi to km"));
        let _typing = convert.update(Message::Swap, &notation);
        assert_eq!(convert.units(), ("km", "mi"));
        let _typing = convert.update(Message::Choose(Category::Temperature), &notation);
        let _typing = convert.update(Message::Typed("-40".to_owned()), &notation);
        assert_eq!(convert.line().as_deref(), Some("-40 °C to °F"));
        let _typing = convert.update(Message::Typed(String::new()), &notation);
        assert_eq!(convert.line(), None);
    }
}
