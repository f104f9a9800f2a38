//! Another program of the suite beside this one, asked line by line.

use candela_shared::registry::launch::ours;
use rustix::event::{PollFd, PollFlags, poll};

use std::ffi::OsString;
use std::io::{self, ErrorKind, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// The longest answer that is read, in bytes: more is rubbish.
const LONGEST: usize = 64 << 10;
/// The binary that answers to every program's name.
const BINARY: &str = "candela";

/// The words that start a program of the suite: this binary under another name, or the one installed in `PATH`.
pub fn command(program: &str) -> Vec<OsString> {
    let ours = std::env::current_exe().ok().filter(|path| path.file_name().is_some_and(|name| name == BINARY));
    match ours {
        Some(binary) => vec![PathBuf::into_os_string(binary), program.into()],
        None => vec![format!("{BINARY}-{program}").into()],
    }
}

/// A running program that answers each line with one line; it ends with this.
#[derive(Debug)]
pub struct Companion {
    child: Child,
    input: ChildStdin,
    output: ChildStdout,
    /// What was read behind the last line.
    rest: Vec<u8>,
}

impl Companion {
    /// Starts a program of the suite with these arguments.
    ///
    /// # Errors
    /// Where the system does not start it.
    pub fn start(program: &str, arguments: &[&str]) -> io::Result<Self> {
        let words = command(program);
        let mut command = Command::new(&words[0]);
        ours::keep_from(&mut command);
        let _same = command.args(&words[1..]).args(arguments);
        Self::of(command)
    }

    fn of(mut command: Command) -> io::Result<Self> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(input), Some(output)) => Ok(Self { child, input, output, rest: Vec::new() }),
            _ => Err(ErrorKind::BrokenPipe.into()),
        }
    }

    /// Says a line, which must have no line break, and waits that long for the answer.
    ///
    /// # Errors
    /// Where it is gone, hangs, or says no line of text: it is of no use any more.
    pub fn answer(&mut self, line: &str, time: Duration) -> io::Result<String> {
        let end = Instant::now() + time;
        self.input.write_all(format!("{line}\n").as_bytes())?;
        loop {
            if let Some(at) = self.rest.iter().position(|byte| *byte == b'\n') {
                let line = self.rest.drain(..=at).take(at).collect();
                return String::from_utf8(line).map_err(|_| ErrorKind::InvalidData.into());
            }
            if self.rest.len() > LONGEST {
                return Err(ErrorKind::InvalidData.into());
            }
            self.read(end.saturating_duration_since(Instant::now()))?;
        }
    }

    /// Waits that long for it to end, and returns all it said.
    ///
    /// # Errors
    /// Where it hangs, fails, or says no text, or too much.
    pub fn all(mut self, time: Duration) -> io::Result<String> {
        let end = Instant::now() + time;
        loop {
            match self.read(end.saturating_duration_since(Instant::now())) {
                Ok(()) if self.rest.len() > LONGEST => return Err(ErrorKind::InvalidData.into()),
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::UnexpectedEof => break,
                Err(error) => return Err(error),
            }
        }
        // It has closed its output: what is left of it is short.
        if !self.child.wait()?.success() {
            return Err(ErrorKind::Other.into());
        }
        String::from_utf8(std::mem::take(&mut self.rest)).map_err(|_| ErrorKind::InvalidData.into())
    }

    fn read(&mut self, time: Duration) -> io::Result<()> {
        let time = time.try_into().map_err(|_| ErrorKind::InvalidInput)?;
        let ready = poll(&mut [PollFd::new(&self.output, PollFlags::IN)], Some(&time))?;
        if ready == 0 {
            return Err(ErrorKind::TimedOut.into());
        }
        let mut bytes = [0; 4096];
        match self.output.read(&mut bytes)? {
            0 => Err(ErrorKind::UnexpectedEof.into()),
            count => {
                self.rest.extend_from_slice(&bytes[..count]);
                Ok(())
            }
        }
    }
}

impl Drop for Companion {
    fn drop(&mut self) {
        // It may be gone already; either way nobody stays a zombie.
        let _gone = self.child.kill();
        let _status = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn running(program: &str, arguments: &[&str]) -> Companion {
        let mut command = Command::new(program);
        let _same = command.args(arguments);
        Companion::of(command).unwrap()
    }

    #[test]
    fn each_line_is_answered_with_one() {
        let mut echo = running("cat", &[]);
        for line in ["2+3", "", "ä"] {
            assert_eq!(echo.answer(line, Duration::from_secs(30)).unwrap(), line);
        }
    }

    #[test]
    fn all_that_one_says_is_read_unless_it_fails_or_hangs() {
        let long = Duration::from_secs(30);
        assert_eq!(running("printf", &["lock\nsuspend\n"]).all(long).unwrap(), "lock\nsuspend\n");
        let kind = |companion: Companion, time| companion.all(time).unwrap_err().kind();
        assert_eq!(kind(running("false", &[]), long), ErrorKind::Other);
        assert_eq!(kind(running("sleep", &["60"]), Duration::ZERO), ErrorKind::TimedOut);
        assert_eq!(kind(running("cat", &["/dev/zero"]), long), ErrorKind::InvalidData);
    }

    #[test]
    fn one_that_hangs_dies_floods_or_babbles_is_an_error() {
        let error = |mut companion: Companion, time| {
            // What died may do so while it is written to.
            companion.answer("x", time).unwrap_err().kind()
        };
        let long = Duration::from_secs(30);
        assert_eq!(error(running("sleep", &["60"]), Duration::ZERO), ErrorKind::TimedOut);
        assert!(matches!(error(running("true", &[]), long), ErrorKind::UnexpectedEof | ErrorKind::BrokenPipe));
        assert_eq!(error(running("cat", &["/dev/zero"]), long), ErrorKind::InvalidData, "a flood without a line");
        let babble = error(running("printf", &["\\377\\n"]), long);
        assert!(matches!(babble, ErrorKind::InvalidData | ErrorKind::BrokenPipe), "{babble}");
    }
}
