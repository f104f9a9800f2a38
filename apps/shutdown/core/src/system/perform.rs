//! Carries a plan out: step by step, the first failure ends it, and what can be taken back is.

use super::means::Means;
use super::{closing, tool};
use crate::plan::{Call, Ending, Plan, Step, words};
use crate::{Error, text};

use std::collections::VecDeque;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::mpsc::channel;
use std::time::Duration;

/// The folder a link of PackageKit's leads to.
const PACKAGEKIT: &str = "var/lib/PackageKit";
/// How long lines are still taken in after a program has ended: a service it started may keep its output open.
const DRAIN: Duration = Duration::from_millis(100);
/// How `bectl check` says that there are no boot environments here.
const NO_BOOT_ENVIRONMENTS: i32 = 255;
/// What happens while a plan is carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// This step of so many begins, counted from 1.
    Step(usize, usize),
    /// A program said this.
    Line(String),
}

/// How a plan ended well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was done.
    Done,
    /// The steps were not allowed, and the computer goes down without stopping its services.
    Abruptly,
}

/// What calls methods on the system bus.
pub trait Caller {
    /// Calls a method and waits for its answer.
    ///
    /// # Errors
    /// Where there is no bus, the service says no, or does not answer.
    fn call(&self, call: &Call) -> Result<(), Error>;

    /// Reads a property, named in the place of a method; `None` where nobody says it.
    fn truth(&self, property: &Call) -> Option<bool>;
}

/// A system without a bus.
#[derive(Debug, Clone, Copy)]
pub struct NoBus;

impl Caller for NoBus {
    fn call(&self, _call: &Call) -> Result<(), Error> {
        Err(Error::NoBus)
    }

    fn truth(&self, _property: &Call) -> Option<bool> {
        None
    }
}

/// Carries a plan out, its ending too.
///
/// # Errors
/// The first step that failed; the computer stays on, and what was ordered for its next start is taken back.
pub fn carry_out(
    plan: &Plan,
    means: &Means,
    caller: &dyn Caller,
    say: &mut dyn FnMut(Progress),
) -> Result<Outcome, Error> {
    match prepare(plan, means, caller, say) {
        Ok(()) => finish(plan, plan.ending, means, caller, say).map(|()| Outcome::Done),
        Err(error) if error.is_denied() => match plan.if_denied {
            Some(ending) => finish(plan, ending, means, caller, say).map(|()| Outcome::Abruptly),
            None => Err(error),
        },
        Err(error) => Err(error),
    }
}

/// Does the steps of a plan, and leaves the computer on.
///
/// # Errors
/// The first step that failed; those before it are taken back.
pub fn prepare(plan: &Plan, means: &Means, caller: &dyn Caller, say: &mut dyn FnMut(Progress)) -> Result<(), Error> {
    let steps = means.resolve(plan);
    for (at, step) in steps.iter().enumerate() {
        say(Progress::Step(at + 1, steps.len()));
        if let Err(error) = perform(step, caller, say) {
            if at > 0 {
                take_back(plan, means, caller, say);
            }
            return Err(error);
        }
    }
    Ok(())
}

/// Takes back what the steps of a plan ordered, as far as that can be done.
///
/// Best effort: it follows a failure or a change of mind, which are what is said.
pub fn take_back(plan: &Plan, means: &Means, caller: &dyn Caller, say: &mut dyn FnMut(Progress)) {
    for step in plan.undo.iter().filter(|step| means.is_root || !step.needs_root()) {
        if let Err(error) = perform(step, caller, say) {
            say(Progress::Line(error.to_string()));
        }
    }
}

fn finish(
    plan: &Plan,
    ending: Ending,
    means: &Means,
    caller: &dyn Caller,
    say: &mut dyn FnMut(Progress),
) -> Result<(), Error> {
    let Some(step) = means.switch.step(ending, &means.root) else {
        return Ok(());
    };
    perform(&step, caller, say).inspect_err(|_| take_back(plan, means, caller, say))
}

/// Does one step.
///
/// # Errors
/// Why it could not be done.
pub fn perform(step: &Step, caller: &dyn Caller, say: &mut dyn FnMut(Progress)) -> Result<(), Error> {
    match step {
        Step::Run(command) | Step::RunAsRoot(command) => run(command, say),
        Step::AskSession(command) => closing::ask(command),
        Step::BootEnvironment { bectl, name } => boot_environment(bectl, name, say),
        Step::Move { from, to } => move_file(from, to),
        Step::Call(call) => caller.call(call),
        Step::CheckTrigger { link, property } => check_trigger(link, property, caller),
    }
}

fn run(command: &[OsString], say: &mut dyn FnMut(Progress)) -> Result<(), Error> {
    let ended = watch(command, say)?;
    if ended.status == 0 { Ok(()) } else { Err(failure(command, &ended)) }
}

/// How a program ended, and the last thing it said.
struct Ended {
    status: i32,
    last: String,
}

/// What comes from a program that runs.
enum Event {
    Line(String),
    Ended(io::Result<std::process::ExitStatus>),
}

/// Runs a program to its end, however long that takes, and passes on what it says.
fn watch(command: &[OsString], say: &mut dyn FnMut(Progress)) -> Result<Ended, Error> {
    let (program, arguments) = command.split_first().ok_or_else(|| Error::Missing { tool: PathBuf::new() })?;
    let program = Path::new(program);
    let cannot = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Error::Missing { tool: program.into() },
        kind => Error::File { path: program.into(), kind },
    };
    let (reader, writer) = io::pipe().map_err(cannot)?;
    let mut prepared = tool::command(program);
    let _configured = prepared.args(arguments).stdout(writer.try_clone().map_err(cannot)?).stderr(Stdio::from(writer));
    let mut child = prepared.spawn().map_err(cannot)?;
    // It holds our end of the pipe.
    drop(prepared);
    let (sender, events) = channel();
    let lines = sender.clone();
    let _reader = std::thread::spawn(move || pass_on(reader, &lines));
    let _waiter = std::thread::spawn(move || sender.send(Event::Ended(child.wait())));
    let mut last = String::new();
    let mut take = |line: String| {
        last.clone_from(&line);
        say(Progress::Line(line));
    };
    let status = loop {
        match events.recv() {
            Ok(Event::Line(line)) => take(line),
            Ok(Event::Ended(status)) => break status.map_err(cannot)?,
            Err(_) => return Err(cannot(io::ErrorKind::BrokenPipe.into())),
        }
    };
    while let Ok(Event::Line(line)) = events.recv_timeout(DRAIN) {
        take(line);
    }
    Ok(Ended { status: tool::status(status), last })
}

fn pass_on(reader: io::PipeReader, lines: &std::sync::mpsc::Sender<Event>) {
    let mut reader = BufReader::new(reader);
    let mut line = Vec::new();
    while matches!(reader.read_until(b'\n', &mut line), Ok(length) if length > 0) {
        let shown = text::line(&line);
        line.clear();
        if !shown.is_empty() && lines.send(Event::Line(shown)).is_err() {
            return;
        }
    }
}

/// Tells a program that failed from one that was not allowed to run.
fn failure(command: &[OsString], ended: &Ended) -> Error {
    let program = tool::name(Path::new(&command[0]));
    let is_denied = match &*program {
        "pkexec" => matches!(ended.status, 126 | 127),
        "doas" | "sudo" => ended.last.starts_with(&format!("{program}:")),
        // Without anything that asks for root's rights the helper itself says so.
        _ => false,
    };
    let is_helper = command.iter().any(|word| Path::new(word).file_name() == Some(crate::helper::NAME.as_ref()));
    match ended.status {
        status if is_helper && status == i32::from(crate::decide::status::NOT_AUTHORISED) => denied(ended),
        status if is_helper && status == i32::from(crate::decide::status::BUSY) => Error::Running,
        _ if is_denied => denied(ended),
        status => Error::Failed { program, status, detail: ended.last.clone() },
    }
}

fn denied(ended: &Ended) -> Error {
    Error::NotAuthorised { detail: ended.last.clone() }
}

/// Where boot environments are to be had, the update is not begun without one.
fn boot_environment(bectl: &Path, name: &str, say: &mut dyn FnMut(Progress)) -> Result<(), Error> {
    let check = words([bectl.as_os_str(), "check".as_ref()]);
    let ended = watch(&check, say)?;
    match ended.status {
        0 => run(&words([bectl.as_os_str(), "create".as_ref(), name.as_ref()]), say),
        NO_BOOT_ENVIRONMENTS => Ok(()),
        _ => Err(failure(&check, &ended)),
    }
}

/// Moves a file, over the border of a file system too; one that is gone is where it should be.
fn move_file(from: &Path, to: &Path) -> Result<(), Error> {
    let cannot = |error: &io::Error| Error::File { path: from.into(), kind: error.kind() };
    match fs::rename(from, to) {
        Ok(()) => sync_folder(to),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !is_there(from) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            let bytes = read_no_link(from).map_err(|error| cannot(&error))?;
            candela_shared::replace::write(to, &bytes)
                .map_err(|error| Error::File { path: to.into(), kind: error.kind() })?;
            fs::remove_file(from).map_err(|error| cannot(&error))
        }
        Err(error) => Err(cannot(&error)),
    }
}

/// Reads a file that is no link: what a link leads to is somebody else's.
fn read_no_link(path: &Path) -> io::Result<Vec<u8>> {
    let no_follow = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
    let mut bytes = Vec::new();
    let _length = File::options().read(true).custom_flags(no_follow).open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Makes a move last: what was withdrawn must not come back after a power cut.
fn sync_folder(path: &Path) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(path);
    let synced = File::open(folder).and_then(|open| open.sync_all());
    synced.map_err(|error| Error::File { path: folder.into(), kind: error.kind() })
}

/// The link tells; where it lies elsewhere, PackageKit itself does.
fn check_trigger(link: &Path, property: &Call, caller: &dyn Caller) -> Result<(), Error> {
    match fs::read_link(link) {
        Ok(target) if target.to_string_lossy().contains(PACKAGEKIT) => Ok(()),
        Ok(target) => {
            let target = text::line(target.as_os_str().as_encoded_bytes());
            Err(Error::Obstacle(crate::Obstacle::AnotherUpdater(target)))
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Error::File { path: link.into(), kind: error.kind() })
        }
        Err(_) if caller.truth(property) == Some(true) => Ok(()),
        Err(_) => Err(Error::NotDone { detail: format!("{} was not made", link.display()) }),
    }
}

/// The last lines a program said, for whoever wants to know why it failed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    lines: VecDeque<String>,
}

impl Log {
    /// How many lines are kept.
    const MOST: usize = 500;

    /// Takes in a line.
    pub fn push(&mut self, line: String) {
        if self.lines.len() == Self::MOST {
            let _oldest = self.lines.pop_front();
        }
        self.lines.push_back(line);
    }

    /// The lines, oldest first.
    pub fn lines(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.lines.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests;
