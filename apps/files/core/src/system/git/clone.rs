//! Clones a repository by the user's own git, with the credentials that has; only ever when asked to.

use super::GitError;
use super::act::OF_ANOTHER;

use candela_shared::registry::launch::ours;
use rustix::process::{Pid, Signal, kill_process};

use std::io::{BufRead, BufReader};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// It is asked so often whether anybody still waits.
const ASKED: Duration = Duration::from_millis(100);
/// So much of what git says last is kept for the user, in bytes.
const KEPT: usize = 2_000;

/// The name of the folder that a clone of a URL gets, as git chooses it; nothing where the URL has none.
pub fn name_of(url: &str) -> Option<String> {
    let url = url.trim().trim_end_matches('/');
    let url = url.strip_suffix("/.git").unwrap_or(url);
    let last = url.rsplit(['/', ':']).next()?;
    let name = last.strip_suffix(".git").unwrap_or(last);
    (!name.is_empty() && name != "." && name != "..").then(|| name.to_owned())
}

/// Clones a repository into a folder of its own below `folder`, and returns that one.
///
/// `look` hears how much of it is there, in percent, as far as git tells, and may end it: then git takes away what it made.
///
/// # Errors
/// [`GitError::Refused`] with git's own words, or [`GitError::NoGit`].
pub fn clone(
    url: &str,
    folder: &Path,
    mut look: impl FnMut(Option<u8>) -> ControlFlow<()>,
) -> Result<PathBuf, GitError> {
    let name = name_of(url).ok_or_else(|| GitError::Refused(url.to_owned()))?;
    let mut command = Command::new("git");
    ours::keep_from(&mut command);
    for variable in OF_ANOTHER {
        let _removed = command.env_remove(variable);
    }
    let command = command.args(["clone", "--progress", "--", url.trim(), &name]).current_dir(folder);
    let command = command.env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C");
    let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|_| GitError::NoGit)?;
    let (tell, told) = channel();
    let pipe = child.stderr.take();
    let reader = std::thread::spawn(move || pipe.map(|pipe| read(BufReader::new(pipe), &tell)).unwrap_or_default());
    let mut percent = None;
    loop {
        match told.recv_timeout(ASKED) {
            Ok(more) => percent = Some(more),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if look(percent).is_break() {
            end(&child);
            break;
        }
    }
    let words = reader.join().unwrap_or_default();
    match child.wait() {
        Ok(status) if status.success() => Ok(folder.join(name)),
        Ok(_) | Err(_) => Err(GitError::Refused(words)),
    }
}

/// Asks git to end: it takes away what it made.
fn end(child: &Child) {
    // One that is gone already needs no asking.
    let _is_gone = kill_process(Pid::from_child(child), Signal::TERM);
}

/// Reads what git says, tells its percents, and returns its last words.
fn read(pipe: impl BufRead, tell: &Sender<u8>) -> String {
    let (mut line, mut words) = (Vec::new(), String::new());
    for byte in pipe.bytes().map_while(Result::ok) {
        if byte != b'\r' && byte != b'\n' {
            line.push(byte);
            continue;
        }
        let text = String::from_utf8_lossy(&line).into_owned();
        line.clear();
        match percent(&text) {
            // Nobody waits any more: git has been asked to end.
            Some(more) => drop(tell.send(more)),
            None if text.starts_with("Cloning into") || text.starts_with("remote: ") || text.is_empty() => {}
            None if words.len() < KEPT => words.push_str(&format!("{text}\n")),
            None => {}
        }
    }
    words.trim().to_owned()
}

/// The percents of a line that tells how much was received.
fn percent(line: &str) -> Option<u8> {
    let told = line.strip_prefix("Receiving objects:")?;
    told.split('%').next()?.trim().parse().ok().filter(|percent| *percent <= 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clone_has_the_name_that_git_gives_it() {
        let cases = [
            ("https://example.org/ada/engine.git", Some("engine")),
            ("git@example.org:ada/notes", Some("notes")),
            ("host:one.git", Some("one")),
            ("/srv/git/two/.git", Some("two")),
            (" ssh://host/three/ ", Some("three")),
            ("/", None),
            ("", None),
            ("https://example.org/..", None),
        ];
        for (url, expected) in cases {
            assert_eq!(name_of(url).as_deref(), expected, "{url}");
        }
        assert_eq!(percent("Receiving objects:  45% (9/20), 1.00 MiB | 2.00 MiB/s"), Some(45));
        assert_eq!((percent("remote: Counting objects: 100%"), percent("Receiving objects: x%")), (None, None));
    }

    #[test]
    fn what_git_refuses_is_told_in_its_words_and_a_clone_lies_where_it_says() {
        let root = tempfile::tempdir().unwrap();
        let refused = clone("/no/such/place", root.path(), |_| ControlFlow::Continue(()));
        assert!(matches!(refused, Err(GitError::Refused(words)) if words.contains("/no/such/place")));
        let source = root.path().join("source");
        let made = Command::new("git").args(["init", "-q"]).arg(&source).status().unwrap();
        assert!(made.success());
        let target = root.path().join("target");
        std::fs::create_dir(&target).unwrap();
        let cloned = clone(source.to_str().unwrap(), &target, |_| ControlFlow::Continue(())).unwrap();
        assert_eq!(cloned, target.join("source"));
        assert!(cloned.join(".git").is_dir());
        let option = clone("--upload-pack=touch /tmp/x", &target, |_| ControlFlow::Continue(()));
        assert!(matches!(option, Err(GitError::Refused(_))), "a URL is no option");
    }
}
