//! A table of lines and what they are worth, and where the caret stands under those that are wrong.

use candela_calculator_core::date::Date;
use candela_calculator_core::{Budget, Calculator, Settings};

fn calculator(settings: Settings) -> Calculator {
    Calculator::new(settings, None, Date::new(2026, 11, 24).expect("the day exists"))
}

fn answer(line: &str) -> String {
    match calculator(Settings::default()).enter(line, &Budget::default()) {
        Ok(answer) => answer.text.text,
        Err(error) => format!("error {}", error.span.map_or(usize::MAX, |span| span.start)),
    }
}

#[test]
fn every_line_of_the_table_is_worth_what_it_says() {
    let table = include_str!("expressions.txt");
    let rows = table.lines().filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'));
    let wrong: Vec<String> = rows
        .map(|(line, expected)| (line, expected, answer(line)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(line, expected, found)| format!("{line}: expected {expected}, found {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn variables_functions_and_results_outlive_their_line() {
    let mut calculator = calculator(Settings::default());
    let lines = [
        ("x = 5", "5"),
        ("2x + 1", "11"),
        ("ans * 2", "22"),
        ("#1 + #3", "27"),
        ("f(a, b) = a^2 + b", "f(a, b)"),
        ("f(3, x)", "14"),
        ("m = 3", "3"),
        ("2m", "6"),
        ("total = 100 + 19%", "119"),
        ("Ans * 2", "238"),
        ("list := [1, 2, 6]", "[1, 2, 6]"),
        ("mean(list)", "3"),
    ];
    for (line, expected) in lines {
        assert_eq!(calculator.enter(line, &Budget::default()).unwrap().text.text, expected, "{line}");
    }
}

#[test]
fn functions_that_call_themselves_are_refused() {
    let mut calculator = calculator(Settings::default());
    let budget = Budget::default();
    let mut outcome = |line: &str| match calculator.enter(line, &budget) {
        Ok(answer) => answer.text.text,
        Err(error) => format!("{:?}", error.kind),
    };
    for (line, expected) in [
        ("f(x) = f(x) + 1", "Recursion"),
        // Its own name is the function in its body, not the hour, the value or the function it was before.
        ("h(n) = n * h(n - 1)", "Recursion"),
        ("x = 5", "5"),
        ("x(n) = n + x(n - 1)", "Recursion"),
        ("fac(n) = if(n < 2, 1, n * fac(n - 1))", "fac(n)"),
        ("fac(5)", "120"),
        ("a(x) = x", "a(x)"),
        ("b(x) = a(x)", "b(x)"),
        ("a(x) = b(x)", "a(x)"),
        ("a(1)", "Recursion"),
    ] {
        assert_eq!(outcome(line), expected, "{line}");
    }
}
