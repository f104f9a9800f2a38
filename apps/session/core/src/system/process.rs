//! Starts components, each in a session of its own, with what they print going to the log.

use crate::component::Component;
use crate::platform;
use crate::system::log::Log;

use candela_shared::registry::launch::detach;
use candela_shared::registry::program::Programs;
use rustix::process::{Pid, Signal, kill_process_group};

use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufReader, Read};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

/// Enough for reading lines.
const STACK: usize = 64 << 10;
/// A line that is longer than this, in bytes, is taken for several.
const LONGEST_LINE: u64 = 8 << 10;

/// Variables that make a program do what somebody else wants, or that speak of our own start.
const UNWANTED: [&str; 12] = [
    "BASH_ENV",
    "ENV",
    "IFS",
    "CDPATH",
    "SHELLOPTS",
    "BASHOPTS",
    "PS4",
    "DESKTOP_STARTUP_ID",
    "XDG_ACTIVATION_TOKEN",
    "CANDELA_SESSION_NOTES",
    "CANDELA_SESSION_LOGIN",
    "NOTIFY_SOCKET",
];

/// Where and how components are started.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// The absolute directories of `PATH`, in order.
    pub path: Vec<PathBuf>,
    /// The user's home, where there is one.
    pub home: Option<PathBuf>,
    /// What is added to the environment.
    pub environment: Vec<(OsString, OsString)>,
}

/// Whether a variable is passed on to what a session starts.
pub fn is_passed_on(name: &OsStr) -> bool {
    let is_loaders = name.as_bytes().starts_with(b"LD_");
    let is_function = name.as_bytes().starts_with(b"BASH_FUNC_");
    !is_loaders && !is_function && UNWANTED.iter().all(|unwanted| name != *unwanted)
}

/// Starts a component, and returns its process.
///
/// It ends when the thread that called this does, at the latest.
///
/// # Errors
/// What the system says.
pub fn start(component: &Component, surroundings: &Surroundings, log: &Log) -> io::Result<u32> {
    let name = component.command.first().ok_or(io::ErrorKind::InvalidInput)?;
    let program = Programs::new(&surroundings.path).find(name);
    let program =
        program.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, format!("no program {}", name.display())))?;
    let (output, input) = io::pipe()?;
    let mut command = Command::new(program);
    let _ = command
        .args(&component.command[1..])
        .env_clear()
        .envs(std::env::vars_os().filter(|(name, _)| is_passed_on(name)))
        .envs(surroundings.environment.iter().chain(&component.environment).cloned())
        .stdin(Stdio::null())
        .stdout(input.try_clone()?)
        .stderr(input);
    let folder = component.working_directory.as_ref().or(surroundings.home.as_ref());
    if let Some(folder) = folder.filter(|folder| component.working_directory.is_some() || folder.is_dir()) {
        let _ = command.current_dir(folder);
    }
    detach::from_us(&mut command);
    end_with_us(&mut command);
    let child = command.spawn()?;
    drop(command);
    listen(component.name.clone(), output, log.clone())?;
    Ok(child.id())
}

/// Sends a signal to a component and what it started in its process group.
pub fn signal(pid: u32, signal: Signal) {
    let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) else { return };
    // One that has ended meanwhile is as it should be.
    let _ = kill_process_group(pid, signal);
    if signal == Signal::TERM {
        let _ = kill_process_group(pid, Signal::CONT);
    }
}

/// Has a command end when the thread that starts it does.
pub fn end_with_us(command: &mut Command) {
    #[expect(unsafe_code, reason = "what a child inherits from us can only be asked for by the child itself")]
    // SAFETY: between fork and exec only system calls are made, async-signal-safe ones; nothing is allocated.
    let _ = unsafe { command.pre_exec(|| platform::end_with_parent(Signal::TERM)) };
}

/// Writes what a component prints to the log, line by line, until nobody can print any more.
fn listen(name: String, output: impl Read + Send + 'static, log: Log) -> io::Result<()> {
    let read = move || {
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        while let Ok(1..) = (&mut output).take(LONGEST_LINE).read_until(b'\n', &mut line) {
            log.line(&name, line.strip_suffix(b"\n").unwrap_or(&line));
            line.clear();
        }
    };
    let _ = thread::Builder::new().name("output".into()).stack_size(STACK).spawn(read)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_programs_do_what_others_want_is_not_passed_on() {
        for name in ["LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT", "BASH_ENV", "ENV", "IFS", "BASH_FUNC_ls%%"] {
            assert!(!is_passed_on(OsStr::new(name)), "{name}");
        }
        for name in ["PATH", "HOME", "LANG", "DISPLAY", "ENVIRONMENT", "XDG_SESSION_ID"] {
            assert!(is_passed_on(OsStr::new(name)), "{name}");
        }
    }
}
