//! How long the lines of the tests take one by one: the half, and all but one in a hundred, are below what is printed.

use candela_calculator_core::date::Date;
use candela_calculator_core::{Budget, Calculator, Settings};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How often each line is worked out; the fastest counts, as other programs run, too.
const RUNS: usize = 20;

fn main() {
    let rows = include_str!("../tests/expressions.txt").lines().filter(|row| !row.starts_with('#'));
    let lines: Vec<&str> = rows.filter_map(|row| row.split('\t').next()).collect();
    let calculator = Calculator::new(Settings::default(), None, Date::new(2026, 11, 24).expect("the day exists"));
    let mut times: Vec<(Duration, &str)> = lines.iter().map(|line| (time(&calculator, line), *line)).collect();
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    for (name, (time, line)) in [("p50", at(50)), ("p90", at(90)), ("p99", at(99)), ("most", at(100))] {
        print(&format!("{name} of {} lines: {time:?} ({line})", times.len()));
    }
}

fn time(calculator: &Calculator, line: &str) -> Duration {
    let once = || {
        let begin = Instant::now();
        drop(black_box(calculator.preview(black_box(line), &Budget::default())));
        begin.elapsed()
    };
    (0..RUNS).map(|_| once()).min().unwrap_or_default()
}

#[expect(clippy::print_stdout, reason = "what it has measured")]
fn print(line: &str) {
    println!("{line}");
}
