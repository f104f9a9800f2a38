//! The command line as a script meets it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn command(arguments: &[&str]) -> Command {
    let home = std::env::temp_dir().join("candela-calculator-no-such-home");
    let mut command = Command::new(env!("CARGO_BIN_EXE_candela-calculator"));
    let _ = command.args(arguments).env_clear().env("HOME", home);
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the program starts")
}

fn batch(arguments: &[&str], input: &[u8]) -> String {
    let mut child =
        command(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    child.stdin.take().expect("stdin is piped").write_all(input).expect("the program reads");
    String::from_utf8(child.wait_with_output().expect("the program starts").stdout).expect("answers are text")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("answers are text")
}

#[test]
fn each_expression_is_answered_on_a_line() {
    let output = run(&["-e", "1/3", "-e", "2^10", "--digits", "5"]);
    assert_eq!((text(&output.stdout), output.status.code()), ("0.33333\n1024\n", Some(0)));
}

#[test]
fn an_error_shows_the_line_and_the_place_and_fails() {
    let output = run(&["-e", "1+1", "-e", "√4 + 1/0"]);
    assert_eq!((text(&output.stdout), output.status.code()), ("2\n", Some(1)));
    let expected = "candela-calculator: Cannot divide by zero\n  √4 + 1/0\n         ^\n";
    assert_eq!(text(&output.stderr), expected);
}

#[test]
fn a_batch_answers_every_line_of_any_bytes() {
    assert_eq!(
        batch(&["--batch"], b"1+1\n1+\n\xff\n5 mi to km"),
        "2\nerror: A number is missing here\nerror: The character \u{201c}\u{fffd}\u{201d} means nothing here\n8.04672 km\n"
    );
}

#[test]
fn only_a_stateful_batch_remembers() {
    assert_eq!(batch(&["--batch", "--stateful"], b"x = 4\nx + ans\n#2 * 2\n"), "4\n8\n16\n");
    assert!(batch(&["--batch"], b"x = 4\nx\n").starts_with("4\nerror: "));
}

#[test]
fn every_setting_reaches_the_answer() {
    let cases: &[(&[&str], &str)] = &[
        (&["--exact", "-e", "1/3 km"], "1/3 km"),
        (&["--angle", "deg", "-e", "asin 0.5"], "30"),
        (&["--base", "16", "-e", "255"], "0xff"),
        (&["--word", "u8", "-e", "200 + 100"], "44"),
        (&["--complex", "-e", "sqrt(-4)"], "2i"),
        (&["--locale", "de", "-e", "1.234,5 * 2"], "2.469"),
        (&["--locale=ar-EG", "-e", "١٢٣٫٥ + ١"], "١٢٤٫٥"),
    ];
    for (arguments, expected) in cases {
        assert_eq!(text(&run(arguments).stdout).trim_end(), *expected, "{arguments:?}");
    }
}

#[test]
fn a_calculation_without_an_end_is_given_up() {
    let lines = b"factor((10^30+57)*(10^30+99)*(10^31+33))\n1+1\n";
    assert_eq!(batch(&["--batch", "--time", "0.05"], lines), "error: This takes too long\n2\n");
}

#[test]
fn wrong_usage_is_told_apart_from_wrong_lines() {
    for arguments in
        [&["--digits", "2"] as &[&str], &["--digits", "0", "-e", "1"], &["--base", "37", "-e", "1"], &["--frob"]]
    {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
    assert_eq!(run(&["--help"]).status.code(), Some(0));
}
