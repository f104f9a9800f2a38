//! The session's log: new for each session, the last few kept, and never larger than a few megabytes.

use crate::notice::Notice;
use crate::system::clock;

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

/// So many logs are kept, the present one among them.
pub const KEPT: usize = 5;
/// A log that is larger than this, in bytes, is put aside and a new one begun.
const LARGEST: u64 = 5 << 20;
/// A line that is longer than this, in bytes, is cut.
const LONGEST_LINE: usize = 8 << 10;

/// How a notice is said to the user; `None` for what is for the log alone.
pub type Words = Box<dyn Fn(&Notice) -> Option<String> + Send>;

/// A log that several threads write.
#[derive(Clone)]
pub struct Log {
    path: PathBuf,
    open: Arc<Mutex<Open>>,
}

struct Open {
    file: File,
    size: u64,
    words: Words,
}

impl Log {
    /// Puts the log of the session before aside, and begins a new one.
    ///
    /// # Errors
    /// What the system says where the new one cannot be made.
    pub fn begin(folder: &Path, words: Words) -> io::Result<Self> {
        let path = name(folder, 0);
        rotate(folder)?;
        Ok(Self::of(&path, create(&path)?, 0, words))
    }

    /// Goes on with a log that another process began.
    ///
    /// # Errors
    /// What the system says.
    pub fn go_on(path: &Path, words: Words) -> io::Result<Self> {
        let no_follow = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
        let file = File::options().append(true).create(true).mode(0o600).custom_flags(no_follow).open(path)?;
        let size = file.metadata()?.len();
        Ok(Self::of(path, file, size, words))
    }

    fn of(path: &Path, file: File, size: u64, words: Words) -> Self {
        Self { path: path.to_owned(), open: Arc::new(Mutex::new(Open { file, size, words })) }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a notice down, and says it on standard error where it is for the user.
    pub fn say(&self, notice: &Notice) {
        self.line("candela-session", notice.to_string().as_bytes());
        let said = (self.lock().words)(notice);
        if let Some(text) = said {
            // Nobody may be listening; the log has it.
            let _ = writeln!(io::stderr(), "candela-session: {text}");
        }
    }

    /// Writes a line of somebody's down; what is no printable text is written as a mark.
    pub fn line(&self, who: &str, text: &[u8]) {
        let cut = &text[..text.len().min(LONGEST_LINE)];
        let text: String = String::from_utf8_lossy(cut)
            .chars()
            .map(|letter| if is_plain(letter) { letter } else { '\u{fffd}' })
            .collect();
        let line = format!("{} {who}: {text}\n", clock::stamp(SystemTime::now()));
        let mut open = self.lock();
        if open.size > LARGEST
            && let Ok(file) = self.path.parent().map_or(Ok(()), rotate).and_then(|()| create(&self.path))
        {
            (open.file, open.size) = (file, 0);
        }
        // A full disk costs the line, not the session.
        if open.file.write_all(line.as_bytes()).is_ok() {
            open.size += line.len() as u64;
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a terminal that shows the log does nothing else with.
fn is_plain(letter: char) -> bool {
    letter == '\t' || !letter.is_control()
}

fn name(folder: &Path, age: usize) -> PathBuf {
    folder.join(if age == 0 { "session.log".to_owned() } else { format!("session.{age}.log") })
}

/// Makes every log one older; the oldest goes.
fn rotate(folder: &Path) -> io::Result<()> {
    for age in (0..KEPT - 1).rev() {
        match fs::rename(name(folder, age), name(folder, age + 1)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

fn create(path: &Path) -> io::Result<File> {
    File::options().append(true).create_new(true).mode(0o600).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::MetadataExt;

    fn log(folder: &Path) -> Log {
        Log::begin(folder, Box::new(|_| None)).unwrap()
    }

    #[test]
    fn each_session_has_a_log_of_its_own_and_the_last_few_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        for session in 1..=7 {
            log(folder.path()).line("it", format!("session {session}").as_bytes());
        }
        let text = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(text("session.log").ends_with("Z it: session 7\n"));
        assert!(text("session.4.log").ends_with("Z it: session 3\n"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), KEPT);
        assert_eq!(fs::metadata(folder.path().join("session.log")).unwrap().mode() & 0o777, 0o600);
    }

    #[test]
    fn what_runs_away_is_put_aside_and_kept_small() {
        let folder = tempfile::tempdir().unwrap();
        let log = log(folder.path());
        let line = vec![b'x'; 100_000];
        for _ in 0..2 * LARGEST / LONGEST_LINE as u64 {
            log.line("it", &line);
        }
        let sizes: Vec<u64> =
            fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).collect();
        assert!(
            sizes.len() > 1 && sizes.len() <= KEPT && sizes.iter().all(|size| *size < LARGEST + 20_000),
            "{sizes:?}"
        );
    }

    #[test]
    fn a_link_in_the_place_of_the_log_is_put_aside_and_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let victim = folder.path().join("victim");
        std::os::unix::fs::symlink(&victim, folder.path().join("session.log")).unwrap();
        log(folder.path()).line("it", b"x");
        assert!(!victim.exists());
    }

    #[test]
    fn control_characters_are_not_written() {
        let folder = tempfile::tempdir().unwrap();
        log(folder.path()).line("it", b"\x1b[31ma\tb\xff\r");
        let text = fs::read_to_string(folder.path().join("session.log")).unwrap();
        assert!(text.ends_with("Z it: \u{fffd}[31ma\tb\u{fffd}\u{fffd}\n"), "{text:?}");
    }
}
