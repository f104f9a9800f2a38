//! Lines to be worked out beside the window, and what came of them.

use candela_calculator_core::format::{self, Text};
use candela_calculator_core::locale::Notation;
use candela_calculator_core::tape::form::{self, Form};
use candela_calculator_core::{Budget, Calculator, Error, ErrorKind, Settings, Value};

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The bases in which the programmer's mode shows a number.
pub const BASES: [u32; 4] = [16, 10, 8, 2];

/// Who asks: the newest question of each counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The line that is typed.
    Line,
    /// What the memory shall hold.
    Memory,
    /// A conversion.
    Convert,
    /// A list of numbers.
    Statistics,
}

/// Lines to be worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// Who asks.
    pub slot: Slot,
    /// The question's name.
    pub key: u64,
    /// The lines.
    pub lines: Vec<String>,
    /// How they are worked out and written.
    pub settings: Settings,
}

/// What came of a question.
#[derive(Debug, Clone)]
pub struct Told {
    /// Who asked.
    pub slot: Slot,
    /// The question's name.
    pub key: u64,
    /// What each line is worth.
    pub outcomes: Vec<Result<Shown, Error>>,
}

/// A result in all forms it can be shown and copied in.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The value itself.
    pub value: Value,
    /// The forms it has, the plain one first.
    pub forms: Vec<Written>,
    /// An integer in the bases of [`BASES`].
    pub bases: Vec<String>,
    /// The bits of an integer in the word that is set.
    pub bits: Option<u64>,
}

/// A result in one form.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Which.
    pub form: Form,
    /// As it is shown.
    pub text: Text,
    /// With plain digits and marks.
    pub plain: String,
}

impl Shown {
    /// Returns it in a form, or in the plain one where it does not have that.
    pub fn in_form(&self, form: Form) -> &Written {
        self.forms.iter().find(|written| written.form == form).unwrap_or(&self.forms[0])
    }
}

/// Works the lines out with what a calculator knows. Needs a stack with room for the deepest line.
pub fn answer(ask: &Ask, calculator: &Calculator, budget: impl Fn() -> Budget) -> Told {
    let mut own = calculator.clone();
    own.settings = ask.settings.clone();
    let outcomes = ask.lines.iter().map(|line| {
        // A fault in here must not take the window with it.
        let outcome = catch_unwind(AssertUnwindSafe(|| work_out(line, &own, ask.slot, &budget())));
        outcome.unwrap_or_else(|_| Err(ErrorKind::TooComplex.into()))
    });
    Told { slot: ask.slot, key: ask.key, outcomes: outcomes.collect() }
}

fn work_out(line: &str, calculator: &Calculator, slot: Slot, budget: &Budget) -> Result<Shown, Error> {
    let answer = calculator.preview(line, budget)?;
    let value = match (slot, answer.value) {
        // The unit stands beside the number there.
        (Slot::Convert, Value::Quantity(number, _)) => Value::Number(number),
        (_, value) => value,
    };
    let settings = &calculator.settings;
    let is_whole = slot == Slot::Line;
    let wanted = if is_whole { &Form::ALL[..] } else { &[Form::Plain] };
    let mut forms = Vec::new();
    if answer.defines.is_some() && value == Value::List(Vec::new()) {
        let plain = answer.text.text.clone();
        forms.push(Written { form: Form::Plain, text: answer.text, plain });
        return Ok(Shown { value, forms, bases: Vec::new(), bits: None });
    }
    let plain = Settings { notation: Notation::default(), ..settings.clone() };
    for &form in wanted {
        let text = form::write(&value, form, settings, budget);
        let text = if form == Form::Plain { text.map(Some)?.flatten() } else { text.ok().flatten() };
        let Some(text) = text else { continue };
        let plain = form::write(&value, form, &plain, budget)?.map(|text| text.text).unwrap_or_default();
        forms.push(Written { form, text, plain });
    }
    let word = settings.word.filter(|_| is_whole && form::is_integer(&value));
    let bases = word.map(|_| in_bases(&value, &plain, settings, budget)).transpose()?.unwrap_or_default();
    let bits = word.and_then(|word| form::bits(&value, word.bits));
    Ok(Shown { value, forms, bases, bits })
}

fn in_bases(value: &Value, plain: &Settings, own: &Settings, budget: &Budget) -> Result<Vec<String>, Error> {
    let write = |base| {
        let settings = if base == 10 { own.clone() } else { Settings { base, ..plain.clone() } };
        format::write(value, &settings, budget).map(|text| text.text)
    };
    BASES.into_iter().map(write).collect()
}

/// A question that is open, or none.
#[derive(Debug, Default)]
pub struct Wait {
    key: u64,
    cancel: Option<Arc<AtomicBool>>,
}

impl Wait {
    /// Begins to wait for a new question and stops the one before; returns its name.
    pub fn begin(&mut self) -> u64 {
        let _was_running = self.stop();
        self.key += 1;
        self.cancel = Some(Arc::default());
        self.key
    }

    /// Ends the wait for a question; whether it is the one that is waited for.
    pub fn end(&mut self, key: u64) -> bool {
        self.key == key && self.cancel.take().is_some()
    }

    /// Stops what runs; whether something did.
    pub fn stop(&mut self) -> bool {
        let Some(cancel) = self.cancel.take() else { return false };
        cancel.store(true, Ordering::Relaxed);
        true
    }

    /// Whether a question is open.
    pub fn is_running(&self) -> bool {
        self.cancel.is_some()
    }

    /// Returns the flag that stops what runs.
    pub fn flag(&self) -> Arc<AtomicBool> {
        self.cancel.clone().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_calculator_core::Word;
    use candela_calculator_core::date::Date;

    fn shown(line: &str, settings: Settings) -> Result<Shown, Error> {
        let calculator = Calculator::new(Settings::default(), None, Date::new(2026, 11, 25).unwrap());
        let ask = Ask { slot: Slot::Line, key: 1, lines: vec![line.to_owned()], settings };
        answer(&ask, &calculator, Budget::default).outcomes.remove(0)
    }

    #[test]
    fn a_result_comes_in_all_its_forms() {
        let notation = Notation::of_language("de").unwrap();
        let shown = shown("22/7", Settings { notation, digits: 5, ..Settings::default() }).unwrap();
        assert_eq!(shown.in_form(Form::Plain).text.text, "3,1429");
        assert_eq!(shown.in_form(Form::Plain).plain, "3.1429");
        assert_eq!(shown.in_form(Form::Recurring).plain, "3.(142857)");
        assert!(shown.bases.is_empty() && shown.bits.is_none());
    }

    #[test]
    fn an_integer_in_a_word_comes_with_its_bases_and_bits() {
        let word = Some(Word { bits: 16, is_signed: true });
        let shown = shown("-2", Settings { word, ..Settings::default() }).unwrap();
        assert_eq!(shown.bases, ["0xfffe", "-2", "0o177776", "0b1111111111111110"]);
        assert_eq!(shown.bits, Some(0xfffe));
    }

    #[test]
    fn a_function_is_shown_by_its_name_and_an_error_by_its_place() {
        assert_eq!(shown("f(x) = x+1", Settings::default()).unwrap().forms[0].plain, "f(x)");
        assert_eq!(shown("1/0", Settings::default()).unwrap_err().span.unwrap().start, 2);
    }

    #[test]
    fn only_the_newest_question_is_waited_for() {
        let mut wait = Wait::default();
        let (first, flag) = (wait.begin(), wait.flag());
        let second = wait.begin();
        assert!(flag.load(Ordering::Relaxed), "the first was stopped");
        assert!(!wait.end(first) && wait.is_running());
        assert!(wait.end(second) && !wait.is_running());
        assert!(!wait.end(second) && !wait.stop());
    }
}
