//! Every digit of random expressions against an arbitrary-precision library that shares no code with ours.
//!
//! The table was made once by mpmath: 45 digits of each value. Ours are asked to 40 and 15 digits and may differ from
//! the table's by half a unit of the last place, as rounding has it, and not by more.

use candela_calculator_core::date::Date;
use candela_calculator_core::real::Real;
use candela_calculator_core::{Budget, Calculator, Settings};

/// Reads a decimal number exactly, by the calculator's own rules for rationals.
fn rational(text: &str) -> Real {
    let mut calculator = calculator(15);
    match calculator.enter(text, &Budget::default()).expect("a decimal number is a line").value {
        candela_calculator_core::Value::Number(number) => number,
        other => panic!("{text} is {other:?}"),
    }
}

fn calculator(digits: usize) -> Calculator {
    let settings = Settings { digits, ..Settings::default() };
    Calculator::new(settings, None, Date::new(2026, 11, 24).expect("the day exists"))
}

/// Whether two decimal numbers differ by at most half a unit of the last of so many digits.
fn agree(ours: &str, theirs: &str, digits: u32) -> bool {
    let budget = Budget::default();
    let (ours, theirs) = (rational(ours), rational(theirs));
    if theirs.is_zero() {
        return ours.is_zero();
    }
    let difference = ours.subtract(&theirs, &budget).and_then(|value| value.absolute(&budget));
    let places = theirs.digits(1, 10, &budget).expect("a rational has digits").exponent - i64::from(digits) + 1;
    // The table itself is rounded at its 45th digit.
    let unit = rational(&format!("0.5000001e{places}"));
    difference.and_then(|difference| difference.compare(&unit, &budget)).is_ok_and(std::cmp::Ordering::is_le)
}

#[test]
fn every_digit_is_right() {
    let rows =
        include_str!("mpmath.txt").lines().filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'));
    let mut count = 0;
    let mut wrong = Vec::new();
    for (line, expected) in rows {
        for digits in [15, 40] {
            count += 1;
            let found = calculator(digits).enter(line, &Budget::default()).map(|answer| answer.text.text);
            let is_right = found.as_ref().is_ok_and(|found| agree(found, expected, u32::try_from(digits).unwrap()));
            if !is_right {
                wrong.push(format!("{line} to {digits}: expected {expected}, found {found:?}"));
            }
        }
    }
    assert_eq!(count, 3_000);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
