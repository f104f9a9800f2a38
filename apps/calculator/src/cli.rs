//! Reads the command line and answers lines.

use crate::notice::sentence;
use crate::start;
use crate::worker::Worker;
use candela_calculator_core::currency::Rates;
use candela_calculator_core::date::Date;
use candela_calculator_core::locale::Notation;
use candela_calculator_core::{Angle, Answer, Calculator, Error, Settings, Word};
use candela_shared::i18n::{Medium, Words};
use candela_ui::program;
use std::cell::LazyCell;
use std::ffi::OsString;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

const USAGE: &str = "usage: candela-calculator [-e EXPR]... [--batch [--stateful]] [--digits N] [--exact] \
[--angle rad|deg|grad] [--base 2..36] [--word i8|u8|i16|u16|i32|u32|i64|u64] [--complex] [--locale TAG] [--time S] \
[--rates FILE] [--json] [--help] [--version]\n\
Without arguments the window is opened.";

/// The most significant digits that can be asked for.
const MAX_DIGITS: usize = 1_000_000;

/// Longer lines of a batch are cut here: enough to be refused for their length.
const MAX_BATCH_LINE: usize = 128 * 1024;

struct Options {
    expressions: Vec<String>,
    is_batch: bool,
    is_stateful: bool,
    is_json: bool,
    time: Duration,
    /// The bank's file of exchange rates; `None`: the one of the user, if there is one.
    rates: Option<PathBuf>,
    settings: Settings,
}

enum Command {
    Calculate(Box<Options>),
    Open,
    Help,
    Version,
}

/// Runs the calculator with the arguments behind its name.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    program::prepare();
    match parse(arguments) {
        Ok(Command::Open) => match start::start() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                complain(&error);
                ExitCode::from(1)
            }
        },
        Ok(Command::Help) => print(USAGE),
        Ok(Command::Version) => print(concat!("candela-calculator ", env!("CARGO_PKG_VERSION"))),
        Ok(Command::Calculate(options)) => match calculate(&options) {
            Ok(code) => code,
            Err(error) => {
                complain(&error.to_string());
                ExitCode::from(1)
            }
        },
        Err(message) => {
            complain(&message);
            complain_plain(USAGE);
            ExitCode::from(2)
        }
    }
}

fn print(text: &str) -> ExitCode {
    match writeln!(std::io::stdout(), "{text}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(1),
    }
}

pub(crate) fn complain(text: &str) {
    complain_plain(&format!("candela-calculator: {text}"));
}

#[expect(clippy::print_stderr, reason = "the command line's own place for errors")]
fn complain_plain(text: &str) {
    eprintln!("{text}");
}

fn parse(arguments: Vec<OsString>) -> Result<Command, String> {
    if arguments.is_empty() {
        return Ok(Command::Open);
    }
    let mut options = Options {
        expressions: Vec::new(),
        is_batch: false,
        is_stateful: false,
        is_json: false,
        time: Duration::from_secs(1),
        rates: None,
        settings: Settings::default(),
    };
    let mut arguments = arguments.into_iter().map(|argument| argument.to_string_lossy().into_owned());
    while let Some(argument) = arguments.next() {
        let (name, attached) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name.to_owned(), Some(value.to_owned())),
            _ => (argument, None),
        };
        let mut value = || attached.clone().or_else(|| arguments.next()).ok_or_else(|| format!("{name} needs a value"));
        match name.as_str() {
            "--help" | "-h" => return Ok(Command::Help),
            "--version" => return Ok(Command::Version),
            "-e" | "--expression" => options.expressions.push(value()?),
            "--batch" => options.is_batch = true,
            "--stateful" => options.is_stateful = true,
            "--json" => options.is_json = true,
            "--rates" => options.rates = Some(value()?.into()),
            "--time" => options.time = seconds(&value()?)?,
            _ => set(&mut options.settings, &name, value)?,
        }
    }
    if options.expressions.is_empty() && !options.is_batch {
        return Err("an expression or --batch is needed".to_owned());
    }
    Ok(Command::Calculate(Box::new(options)))
}

fn set(settings: &mut Settings, name: &str, mut value: impl FnMut() -> Result<String, String>) -> Result<(), String> {
    let wrong = |value: &str| format!("{name} does not take {value:?}");
    match name {
        "--exact" => settings.is_exact = true,
        "--complex" => settings.is_complex = true,
        "--digits" => {
            let text = value()?;
            settings.digits =
                text.parse().ok().filter(|digits| (1..=MAX_DIGITS).contains(digits)).ok_or_else(|| wrong(&text))?;
        }
        "--base" => {
            let text = value()?;
            settings.base = text.parse().ok().filter(|base| (2..=36).contains(base)).ok_or_else(|| wrong(&text))?;
        }
        "--angle" => {
            let text = value()?;
            settings.angle = match text.as_str() {
                "rad" => Angle::Radian,
                "deg" => Angle::Degree,
                "grad" => Angle::Gradian,
                _ => return Err(wrong(&text)),
            };
        }
        "--word" => {
            let text = value()?;
            settings.word = Some(word(&text).ok_or_else(|| wrong(&text))?);
        }
        "--locale" => {
            let text = value()?;
            settings.notation = Notation::of_language(&text).ok_or_else(|| wrong(&text))?;
        }
        _ => return Err(format!("unknown argument {name:?}")),
    }
    Ok(())
}

fn word(text: &str) -> Option<Word> {
    let is_signed = text.starts_with('i');
    let bits = text.strip_prefix(['i', 'u'])?.parse().ok().filter(|bits| [8, 16, 32, 64].contains(bits))?;
    Some(Word { bits, is_signed })
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds =
        text.parse::<f64>().ok().filter(|seconds| seconds.is_finite() && *seconds > 0.0 && *seconds <= 86_400.0);
    seconds.map(Duration::from_secs_f64).ok_or_else(|| format!("--time does not take {text:?}"))
}

fn calculate(options: &Options) -> std::io::Result<ExitCode> {
    let calculator = Calculator::new(options.settings.clone(), rates(options.rates.as_deref())?, now());
    // Most runs go well and need no words.
    let words: LazyCell<Words> = LazyCell::new(|| Words::from_environment("calculator", Medium::Terminal));
    let words = &words;
    // Expressions of one command line are one session; the lines of a batch only when that is asked for.
    let mut worker = Worker::new(calculator, options.is_batch && !options.is_stateful)?;
    let mut stdout = std::io::stdout().lock();
    let mut answers = Vec::new();
    let mut has_failed = false;
    for line in &options.expressions {
        let outcome = worker.work_out(line.clone(), options.time)?;
        if options.is_json {
            answers.push(document(line, &outcome, words));
            has_failed |= outcome.is_err();
            continue;
        }
        match outcome {
            Ok(answer) => writeln!(stdout, "{}", answer.text.text)?,
            Err(error) => {
                has_failed = true;
                point_out(line, &error, words);
            }
        }
    }
    if options.is_batch {
        batch(options, &mut worker, &mut stdout, &mut answers, words)?;
    }
    if options.is_json {
        writeln!(stdout, "{}", serde_json::Value::Array(answers))?;
    }
    Ok(ExitCode::from(u8::from(has_failed)))
}

fn batch(
    options: &Options,
    worker: &mut Worker,
    stdout: &mut impl Write,
    answers: &mut Vec<serde_json::Value>,
    words: &LazyCell<Words>,
) -> std::io::Result<()> {
    let mut stdin = std::io::stdin().lock();
    while let Some(line) = next_line(&mut stdin)? {
        let outcome = worker.work_out(line.clone(), options.time)?;
        if options.is_json {
            answers.push(document(&line, &outcome, words));
            continue;
        }
        match outcome {
            Ok(answer) => writeln!(stdout, "{}", answer.text.text)?,
            Err(error) => writeln!(stdout, "error: {}", sentence(&error.kind, words))?,
        }
        stdout.flush()?;
    }
    Ok(())
}

/// Reads a line of any bytes, keeping no more of it than would be refused anyway.
fn next_line(input: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let mut line = Vec::new();
    let mut has_any = false;
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            break;
        }
        has_any = true;
        let end = buffer.iter().position(|&byte| byte == b'\n');
        let part = &buffer[..end.unwrap_or(buffer.len())];
        let room = MAX_BATCH_LINE.saturating_sub(line.len());
        line.extend_from_slice(&part[..part.len().min(room)]);
        let used = end.map_or(buffer.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    Ok(has_any.then(|| String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned()))
}

/// Says what is wrong, shows the line, and points at the place.
fn point_out(line: &str, error: &Error, words: &LazyCell<Words>) {
    complain(&sentence(&error.kind, words));
    let line: String = line.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    complain_plain(&format!("  {line}"));
    let start = error.span.map_or(0, |span| span.start.min(line.len()));
    let column = line.get(..start).map_or(start, |before| before.chars().count());
    complain_plain(&format!("  {}^", " ".repeat(column)));
}

fn document(line: &str, outcome: &Result<Answer, Error>, words: &LazyCell<Words>) -> serde_json::Value {
    match outcome {
        Ok(answer) => serde_json::json!({
            "expression": line, "result": answer.text.text, "exact": answer.text.is_exact,
            "rates": answer.rates.map(|date| date.to_string()), "error": null, "start": null, "end": null,
        }),
        Err(error) => serde_json::json!({
            "expression": line, "result": null, "exact": null, "rates": null, "error": sentence(&error.kind, words),
            "start": error.span.map(|span| span.start), "end": error.span.map(|span| span.end),
        }),
    }
}

/// Reads the bank's file that was named, or the user's own: that one may be missing.
fn rates(given: Option<&Path>) -> std::io::Result<Option<Rates>> {
    let Some(path) = given else { return Ok(crate::rates::own()) };
    let unreadable = |error: std::io::Error| {
        std::io::Error::new(error.kind(), format!("cannot read {:?}: {error}", path.display().to_string()))
    };
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    Rates::parse(&text).map(Some).ok_or_else(|| unreadable(std::io::ErrorKind::InvalidData.into()))
}

/// The moment on the clock on the wall.
fn now() -> Date {
    let now = jiff::Zoned::now();
    let seconds = now.timestamp().as_second() + i64::from(now.offset().seconds());
    Date::from_seconds(seconds).expect("the clock counts years of four digits")
}
