//! What all commands share that carry operations out: the engine, signals, progress, and what is said at the end.

use super::output;
use super::{FAILED, Stop};
use crate::notice::operation::{Verb, lines, reason};

use candela_files_core::operation::{Control, Operation, Outcome, Phase, Progress, Reason};
use candela_files_core::system::context::Context;
use candela_files_core::system::file_system::Real;
use candela_files_core::system::run::Engine;
use candela_shared::Directories;
use candela_shared::i18n::Words;
use candela_shared::tr;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// Between two reports of progress.
const TICK: Duration = Duration::from_millis(200);

/// Carries out one operation, and says what was left undone.
pub fn operate(words: &Words, operation: Operation, reports: Reports) -> ExitCode {
    let verb = Verb::of(&operation);
    let control = Arc::new(Control::default());
    let outcome = with_progress(words, &control, reports, || with_engine(&control, |engine| engine.run(operation)));
    finish(words, verb, &outcome)
}

/// Whether progress is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reports {
    /// It is not.
    None,
    /// It is, on stderr.
    Progress,
}

/// Gives the engine of this process to a function; signals that end a process cancel its work first.
pub fn with_engine<T>(control: &Arc<Control>, run: impl FnOnce(Engine<'_>) -> T) -> T {
    let context = Context::new(&Directories::from_environment(), SystemTime::now());
    // A file that becomes too large is an error like others, not the end of the process.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
    let signals = Signals::new([SIGHUP, SIGINT, SIGTERM]).ok();
    let handle = signals.as_ref().map(Signals::handle);
    let watcher = signals.map(|mut signals| {
        let control = Arc::clone(control);
        thread::spawn(move || signals.forever().for_each(|_| control.cancel()))
    });
    let outcome = run(Engine { system: &Real, context: &context, control });
    if let (Some(handle), Some(watcher)) = (handle, watcher) {
        handle.close();
        // It ends with its loop, and has nothing to say.
        let _ = watcher.join();
    }
    outcome
}

/// Says what was left undone; the exit status tells whether anything was.
pub fn finish(words: &Words, verb: Verb, outcome: &Outcome) -> ExitCode {
    let lines = lines(words, verb, outcome);
    let status = if outcome.is_complete() { 0 } else { FAILED };
    output::fail(&lines.join("\n"), status)
}

/// An operation that could not begin at all.
pub fn stopped(words: &Words, why: Reason) -> Stop {
    Stop::Failed(reason(words, why))
}

fn with_progress<T>(words: &Words, control: &Control, reports: Reports, run: impl FnOnce() -> T + Send) -> T
where
    T: Send,
{
    if reports == Reports::None {
        return run();
    }
    let begun = Instant::now();
    let (done, is_done) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let work = scope.spawn(move || {
            let outcome = run();
            drop(done);
            outcome
        });
        while is_done.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
            tell(&progress_words(words, &control.progress(), begun.elapsed()), End::MoreComes);
        }
        tell(&progress_words(words, &control.progress(), begun.elapsed()), End::Last);
        work.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    MoreComes,
    Last,
}

/// On a terminal each line takes the place of the one before.
#[expect(clippy::print_stderr, reason = "progress goes to stderr")]
fn tell(text: &str, end: End) {
    static LONGEST: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    if !io::stderr().is_terminal() {
        eprintln!("{text}");
        return;
    }
    let width = text.chars().count();
    let longest = LONGEST.fetch_max(width, Ordering::Relaxed).max(width);
    eprint!("\r{text:longest$}{}", if end == End::Last { "\n" } else { "" });
    // A terminal that has gone needs no progress.
    let _ = io::stderr().flush();
}

fn progress_words(words: &Words, progress: &Progress, elapsed: Duration) -> String {
    let percent = (progress.bytes * 100).checked_div(progress.bytes_in_all).unwrap_or(0).min(100);
    let phase = match progress.phase {
        Phase::Planning => tr!(words, "files-phase-planning"),
        Phase::Waiting => tr!(words, "files-phase-waiting"),
        Phase::Working => tr!(words, "files-phase-working"),
        Phase::Flushing => tr!(words, "files-phase-flushing"),
        Phase::Verifying => tr!(words, "files-phase-verifying"),
        Phase::Removing => tr!(words, "files-phase-removing"),
    };
    tr!(
        words,
        "files-progress",
        phase = phase,
        items = progress.items,
        all = progress.items_in_all,
        percent = percent,
        rate = progress.rate(elapsed) / 1_000_000,
        left = progress.left(elapsed).map_or(0, |left| left.as_secs()),
    )
}
