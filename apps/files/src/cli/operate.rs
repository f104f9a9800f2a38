//! What all commands share that carry operations out: the engine, signals, progress, and what is said at the end.

use super::supervise::{LOOK, Patience, cancel_with_supervisor, is_supervised, tell_heard};
use super::{FAILED, Stop, output};
use crate::notice::operation::{Verb, lines, reason, settings, unanswered};

use candela_files_core::operation::{Control, Operation, Outcome, Phase, Progress, Reason};
use candela_files_core::system::context::Context;
use candela_files_core::system::file_system::Real;
use candela_files_core::system::run::Engine;
use candela_shared::Directories;
use candela_shared::i18n::{Medium, Words};
use candela_shared::tr;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Once};
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

/// Gives the engine of this process to a function; signals that end a process cancel its work first. Where the work
/// does not hear of it in time, the process ends all the same, and the journal keeps what was begun.
pub fn with_engine<T>(control: &Arc<Control>, run: impl FnOnce(Engine<'_>) -> T) -> T {
    let context = Context::new(&Directories::from_environment(), SystemTime::now());
    tell_settings(&context);
    if is_supervised() {
        cancel_with_supervisor(control);
    }
    // A file that becomes too large is an error like others, not the end of the process.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
    let signals = Signals::new([SIGHUP, SIGINT, SIGTERM]).ok();
    let handle = signals.as_ref().map(Signals::handle);
    let (end, ended) = mpsc::channel::<()>();
    let watcher = signals.map(|signals| {
        let control = Arc::clone(control);
        thread::spawn(move || cancel_when_told(signals, &control, &ended))
    });
    let outcome = run(Engine { system: &Real, context: &context, control });
    if let (Some(handle), Some(watcher)) = (handle, watcher) {
        drop(end);
        handle.close();
        // It ends with its loop, and has nothing to say.
        let _ = watcher.join();
    }
    outcome
}

/// What is wrong with the settings is told once, however often they are read.
fn tell_settings(context: &Context) {
    static TOLD: Once = Once::new();
    if let Some(wrong) = &context.wrong_settings {
        TOLD.call_once(|| output::warn(&settings(&Words::from_environment("files", Medium::Terminal), wrong)));
    }
}

fn cancel_when_told(mut signals: Signals, control: &Control, ended: &Receiver<()>) {
    if signals.forever().next().is_none() {
        return;
    }
    control.cancel();
    let mut patience = Patience::new(std::process::id());
    loop {
        patience.is_heeded = control.is_heeded();
        match (is_supervised(), patience.is_heeded) {
            (true, true) => return tell_heard(),
            (false, _) if patience.is_over() => break,
            _ => {}
        }
        if ended.recv_timeout(LOOK) == Err(RecvTimeoutError::Disconnected) {
            return;
        }
    }
    let words = Words::from_environment("files", Medium::Terminal);
    output::warn(&unanswered(&words, &control.progress().current));
    std::process::exit(FAILED.into());
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
fn tell(text: &str, end: End) {
    static LONGEST: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    if !io::stderr().is_terminal() {
        let _ = writeln!(io::stderr(), "{text}");
        return;
    }
    let width = text.chars().count();
    let longest = LONGEST.fetch_max(width, Ordering::Relaxed).max(width);
    // A terminal that has gone needs no progress.
    let _ = write!(io::stderr(), "\r{text:longest$}{}", if end == End::Last { "\n" } else { "" });
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
