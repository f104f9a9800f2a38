//! What a user waits for: a line worked out while it is typed, and numbers with many digits; fend-core beside ours.

use candela_calculator_core::date::Date;
use candela_calculator_core::graph::{Function, View, sample};
use candela_calculator_core::{Budget, Calculator, Settings};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn calculator(digits: usize) -> Calculator {
    let settings = Settings { digits, ..Settings::default() };
    Calculator::new(settings, None, Date::new(2026, 11, 24).expect("the day exists"))
}

fn lines(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("line");
    for line in ["1+1", "2*3+4*5-6/7", "1.5^2+3.25*(4-1)/2", "sqrt(2)*ln(10)", "5 miles to km", "100!"] {
        let ours = calculator(15);
        let _ = group.bench_function(format!("candela {line}"), |bencher| {
            bencher.iter(|| ours.preview(black_box(line), &Budget::default()));
        });
        let mut context = fend_core::Context::new();
        let _ = group.bench_function(format!("fend {line}"), |bencher| {
            bencher.iter(|| fend_core::evaluate(black_box(line), &mut context));
        });
    }
    group.finish();
}

/// The whole table of the tests: what a line takes is this over the number of lines.
fn table(criterion: &mut Criterion) {
    let rows = include_str!("../tests/expressions.txt").lines().filter(|row| !row.starts_with('#'));
    let lines: Vec<&str> = rows.filter_map(|row| row.split('\t').next()).collect();
    let ours = calculator(15);
    let _ = criterion.bench_function(&format!("table of {} lines", lines.len()), |bencher| {
        bencher.iter(|| lines.iter().filter(|line| ours.preview(black_box(line), &Budget::default()).is_ok()).count());
    });
}

fn graph(criterion: &mut Criterion) {
    let function = Function::new("x^3 - 2x + sin x", &calculator(15)).expect("the line is a function of x");
    let view = View::default().with_size(1_000.0, 600.0);
    let _ = criterion.bench_function("graph 1000 wide", |bencher| {
        bencher.iter(|| sample(black_box(&function), &view));
    });
}

fn digits(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("digits");
    let _ = group.sample_size(20);
    for (line, digits) in
        [("10000!", 40_000), ("sqrt(2)", 10_000), ("sin(1)", 1_000), ("ln(0.7)", 1_000), ("pi", 10_000)]
    {
        let ours = calculator(digits);
        let _ = group.bench_function(format!("{line} to {digits}"), |bencher| {
            bencher.iter(|| ours.preview(black_box(line), &Budget::default()));
        });
    }
    group.finish();
}

criterion_group!(benches, lines, table, graph, digits);
criterion_main!(benches);
