//! Any line is answered or refused within its time, in any notation.
#![no_main]

use candela_calculator_core::date::Date;
use candela_calculator_core::locale::Notation;
use candela_calculator_core::{Budget, Calculator, Settings};
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;
use std::time::{Duration, Instant};

fuzz_target!(|data: &[u8]| {
    let Some((&choice, rest)) = data.split_first() else { return };
    let Ok(line) = std::str::from_utf8(rest) else { return };
    let tag = ["en", "de", "ar-EG", "hi", "fr"][usize::from(choice) % 5];
    let notation = Notation::of_language(tag).unwrap_or_default();
    let settings = Settings { notation, is_complex: choice > 127, is_exact: choice % 2 == 1, ..Settings::default() };
    let Some(now) = Date::new(2026, 11, 24) else { return };
    let budget = Budget::new(Arc::default(), Some(Instant::now() + Duration::from_secs(1)));
    let mut calculator = Calculator::new(settings, None, now);
    drop(calculator.enter(line, &budget));
});
