//! Providers of others: child processes that read questions and write answers, a line of JSON each.
//!
//! `docs/launcher-providers.md` is the description for who writes one. Nothing that a child says or does harms more than
//! its own answers: what is no answer, comes too late or too much ends it, and it is started anew after a while that
//! grows with every failure.

mod line;

use super::{Ask, Finding, Provider};

use candela_shared::Directories;
use candela_shared::registry::launch::ours;
use line::{Reply, question};

use std::ffi::OsString;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Where manifests lie, below every data directory.
const FOLDER: &str = "candela/launcher-providers";
/// The longest line that is read, in bytes.
const LONGEST: u64 = 64 << 10;
/// So many lines may answer one question.
const MOST_LINES: u32 = 500;
/// How many findings of one provider are listed.
const MOST: usize = 8;
/// How long a provider that failed is left alone; doubled with every failure.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// A provider of somebody else's, started when the first query comes.
#[derive(Debug)]
pub struct External {
    name: String,
    command: Vec<OsString>,
    state: Arc<Mutex<State>>,
}

/// What the provider's thread and the one that reads share.
#[derive(Debug, Default)]
struct State {
    child: Option<(Child, ChildStdin)>,
    /// Which start of the child it is: what an earlier one still says means nothing.
    start: u64,
    /// The question that is open.
    open: Option<Open>,
    /// The number of the last question.
    last: u64,
    failures: u32,
    rests_until: Option<Instant>,
}

#[derive(Debug)]
struct Open {
    id: u64,
    ask: Ask,
    found: Vec<Finding>,
    lines: u32,
}

impl External {
    /// Makes one that runs this command.
    pub fn new(name: &str, command: Vec<OsString>) -> Self {
        Self { name: name.to_owned(), command, state: Arc::default() }
    }

    /// Starts the child where it does not run and its pause is over.
    fn start(&self, state: &mut State) -> io::Result<()> {
        let Some((program, arguments)) = self.command.split_first() else {
            return Err(io::ErrorKind::InvalidInput.into());
        };
        let mut command = Command::new(program);
        ours::keep_from(&mut command);
        let _same = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        // One that does not read must not hold us up.
        rustix::io::ioctl_fionbio(&input, true)?;
        state.start += 1;
        state.child = Some((child, input));
        let (start, name, shared) = (state.start, self.name.clone(), Arc::clone(&self.state));
        let read = move || read(output, start, &name, &shared);
        let _thread = thread::Builder::new().name("external".into()).spawn(read)?;
        Ok(())
    }
}

impl Provider for External {
    fn find(&mut self, ask: Ask) {
        let mut state = lock(&self.state);
        state.close();
        let is_resting = state.rests_until.is_some_and(|until| Instant::now() < until);
        if state.child.is_none() && is_resting {
            return;
        }
        if state.child.is_none() && self.start(&mut state).is_err() {
            return state.fail();
        }
        state.last += 1;
        let id = state.last;
        let line = question(id, ask.query());
        state.open = Some(Open { id, ask, found: Vec::new(), lines: 0 });
        if state.say(&line).is_err() {
            state.fail();
        }
    }
}

impl Drop for External {
    fn drop(&mut self) {
        lock(&self.state).end();
    }
}

impl State {
    /// Takes back the question that is open. Not to have answered it in time is a failure.
    fn close(&mut self) {
        let Some(open) = self.open.take() else {
            return;
        };
        if open.ask.left().is_zero() || self.say(&line::cancel(open.id)).is_err() {
            self.fail();
        }
    }

    fn say(&mut self, line: &str) -> io::Result<()> {
        let (_, input) = self.child.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        input.write_all(line.as_bytes())
    }

    /// Takes a line of the child's in; `Err` where it is none that answers.
    fn hear(&mut self, line: &[u8], name: &str) -> Result<(), line::Rubbish> {
        let reply = Reply::parse(line)?;
        let Some(open) = self.open.as_mut() else {
            return Ok(());
        };
        open.lines += 1;
        if open.lines > MOST_LINES {
            return Err(line::Rubbish);
        }
        if reply.id != open.id {
            return Ok(());
        }
        let room = MOST.saturating_sub(open.found.len());
        open.found.extend(reply.findings(name).take(room));
        open.ask.tell(open.found.clone());
        if !reply.more {
            self.open = None;
            self.failures = 0;
        }
        Ok(())
    }

    /// Ends the child and leaves it alone for a while.
    fn fail(&mut self) {
        self.end();
        let pause = FIRST_PAUSE.saturating_mul(1 << self.failures.min(10)).min(LONGEST_PAUSE);
        self.failures += 1;
        self.rests_until = Some(Instant::now() + pause);
    }

    fn end(&mut self) {
        self.open = None;
        if let Some((mut child, input)) = self.child.take() {
            drop(input);
            // It may be gone already; either way nobody stays a zombie.
            let _gone = child.kill();
            let _status = child.wait();
        }
    }
}

/// Reads what a child says until it ends or says what is no answer.
fn read(output: ChildStdout, start: u64, name: &str, shared: &Mutex<State>) {
    let mut output = BufReader::new(output);
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = output.by_ref().take(LONGEST).read_until(b'\n', &mut line);
        let mut state = lock(shared);
        if state.start != start || state.child.is_none() {
            return;
        }
        let is_line = read.is_ok() && line.ends_with(b"\n");
        if !is_line || state.hear(&line, name).is_err() {
            return state.fail();
        }
    }
}

/// A thread that panicked held nothing that is not whole.
fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The providers whose manifests lie in the data directories, by their file names; the first of a name counts. One that
/// cannot be read is left out.
pub fn installed(directories: &Directories) -> Vec<External> {
    let mut found: Vec<(OsString, PathBuf)> = Vec::new();
    for folder in directories.all_data() {
        let entries = fs::read_dir(folder.join(FOLDER)).into_iter().flatten().flatten();
        let manifests = entries.map(|entry| (entry.file_name(), entry.path()));
        let manifests = manifests.filter(|(_, path)| path.extension().is_some_and(|ending| ending == "toml"));
        let new: Vec<_> = manifests.filter(|(name, _)| !found.iter().any(|(known, _)| known == name)).collect();
        found.extend(new);
    }
    found.sort();
    found.iter().filter_map(|(_, path)| manifest(&fs::read_to_string(path).ok()?, path)).collect()
}

/// Reads `name = "Notes"` and `command = ["program", "argument"]`; `./` is the folder of the manifest.
fn manifest(text: &str, path: &Path) -> Option<External> {
    let document: toml_edit::DocumentMut = text.parse().ok()?;
    let name = document.get("name")?.as_str()?;
    let words = document.get("command")?.as_array()?.iter().map(|word| word.as_str());
    let mut words = words.collect::<Option<Vec<&str>>>()?.into_iter();
    let program = words.next()?;
    let program = match (program.strip_prefix("./"), path.parent()) {
        (Some(rest), Some(folder)) => folder.join(rest).into_os_string(),
        _ => program.into(),
    };
    Some(External::new(name, [program].into_iter().chain(words.map(OsString::from)).collect()))
}

#[cfg(test)]
mod tests;
