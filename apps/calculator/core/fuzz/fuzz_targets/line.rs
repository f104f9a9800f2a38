//! Any line is answered or refused within its time, in any notation, whatever is set; a refusal has its place in the line.
#![no_main]

use candela_calculator_core::date::Date;
use candela_calculator_core::locale::Notation;
use candela_calculator_core::{Angle, Budget, Calculator, Settings, Word};
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;
use std::time::{Duration, Instant};

fuzz_target!(|data: &[u8]| {
    let Some((&[choice, other], rest)) = data.split_first_chunk() else { return };
    let Ok(lines) = std::str::from_utf8(rest) else { return };
    let tag = ["en", "de", "ar-EG", "hi", "fr"][usize::from(choice) % 5];
    let settings = Settings {
        notation: if choice % 7 == 0 { Notation::default() } else { Notation::of_language(tag).unwrap_or_default() },
        is_complex: choice > 127,
        is_exact: choice % 2 == 1,
        angle: [Angle::Radian, Angle::Degree, Angle::Gradian][usize::from(other) % 3],
        base: [10, 10, 2, 16, 36][usize::from(other) % 5],
        word: (other > 200).then_some(Word { bits: [8, 64][usize::from(other) % 2], is_signed: other % 4 > 1 }),
        ..Settings::default()
    };
    let Some(now) = Date::new(2026, 11, 24) else { return };
    let mut calculator = Calculator::new(settings, None, now);
    for line in lines.lines().take(4) {
        let budget = Budget::new(Arc::default(), Some(Instant::now() + Duration::from_secs(1)));
        if let Err(error) = calculator.enter(line, &budget) {
            let span = error.span.unwrap_or_default();
            assert!(line.is_char_boundary(span.start) && line.is_char_boundary(span.end), "{error:?}");
        }
    }
});
