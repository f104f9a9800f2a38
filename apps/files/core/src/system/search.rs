//! Finds files below a folder by their names or by what they hold. Symbolic links are found, and not followed.

use super::FolderReader;
use crate::PathError;
use crate::entry::{Entry, Kind};
use crate::folder::{Hidden, Matcher};

use grep_regex::{RegexMatcher, RegexMatcherBuilder};
use grep_searcher::{BinaryDetection, Searcher, SearcherBuilder, Sink, SinkMatch};
use ignore::{DirEntry, WalkBuilder, WalkState};

use std::fs::{File, FileType};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::os::unix::fs::FileTypeExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// More than this is not looked through by eye.
pub const MOST: usize = 100_000;
/// It is asked so often whether anybody still waits, even where nothing is found.
const ASKED: Duration = Duration::from_millis(50);

/// What files must have.
#[derive(Debug, Clone)]
pub enum Wanted {
    /// This in their names.
    Name(Matcher),
    /// This in what they hold.
    Contents(RegexMatcher),
}

impl Wanted {
    /// Files with that in their names.
    pub fn name(part: &str) -> Self {
        Self::Name(Matcher::new(part))
    }

    /// Files that hold that, letter case aside. What is no text is not looked into.
    pub fn contents(part: &str) -> Self {
        let mut builder = RegexMatcherBuilder::new();
        let builder = builder.case_insensitive(true).fixed_strings(true).line_terminator(Some(b'\n'));
        // A line cannot hold its end: nothing is found then.
        builder.build(part).map_or_else(|_| Self::Name(Matcher::new("\n")), Self::Contents)
    }
}

/// Finds what is wanted below a folder; each entry is named by its path from there.
///
/// `look` sees what was found so far, again and again, and may end the search. What cannot be read below is passed over.
///
/// # Errors
/// Where the folder itself cannot be read.
pub fn search(
    folder: &Path,
    wanted: &Wanted,
    hidden: Hidden,
    mut look: impl FnMut(&[Entry]) -> ControlFlow<()>,
) -> Result<Vec<Entry>, PathError> {
    drop(FolderReader::open(folder)?);
    let is_over = AtomicBool::new(false);
    let (tell, told) = channel();
    let mut found = Vec::new();
    thread::scope(|scope| {
        let _walker = scope.spawn(|| walk(folder, wanted, hidden, &is_over, tell));
        loop {
            match told.recv_timeout(ASKED) {
                Ok(entry) => found.push(entry),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            found.extend(told.try_iter().take(MOST));
            if found.len() >= MOST || look(&found).is_break() {
                is_over.store(true, Ordering::Relaxed);
                break;
            }
        }
    });
    found.truncate(MOST);
    Ok(found)
}

fn walk(folder: &Path, wanted: &Wanted, hidden: Hidden, is_over: &AtomicBool, tell: Sender<Entry>) {
    // What git ignores is searched too: a file manager knows no files that are not there.
    let walk = WalkBuilder::new(folder)
        .standard_filters(false)
        .hidden(hidden == Hidden::Omitted)
        .threads(thread::available_parallelism().map_or(1, usize::from))
        .build_parallel();
    walk.run(|| {
        let (tell, mut searcher) = (tell.clone(), searcher());
        Box::new(move |entry| {
            if is_over.load(Ordering::Relaxed) {
                return WalkState::Quit;
            }
            // What cannot be read is passed over.
            let found = entry.ok().and_then(|entry| self::entry(folder, &entry, wanted, &mut searcher, is_over));
            let is_gone = found.is_some_and(|found| tell.send(found).is_err());
            if is_gone { WalkState::Quit } else { WalkState::Continue }
        })
    });
}

fn entry(
    folder: &Path,
    found: &DirEntry,
    wanted: &Wanted,
    searcher: &mut Searcher,
    is_over: &AtomicBool,
) -> Option<Entry> {
    // The folder itself is not below itself.
    let name = found.path().strip_prefix(folder).ok().filter(|_| found.depth() > 0)?;
    let kind = found.file_type().map_or(Kind::Unknown, kind);
    let is_found = match wanted {
        Wanted::Name(matcher) => matcher.is_in(found.file_name()),
        Wanted::Contents(matcher) => kind == Kind::File && holds(found.path(), matcher, searcher, is_over),
    };
    is_found.then(|| Entry { name: name.as_os_str().to_owned(), kind, facts: None })
}

fn kind(of: FileType) -> Kind {
    match of {
        of if of.is_dir() => Kind::Folder,
        of if of.is_file() => Kind::File,
        of if of.is_symlink() => Kind::Symlink,
        of if of.is_fifo() => Kind::Fifo,
        of if of.is_socket() => Kind::Socket,
        of if of.is_block_device() => Kind::Block,
        of if of.is_char_device() => Kind::Char,
        _ => Kind::Unknown,
    }
}

fn searcher() -> Searcher {
    SearcherBuilder::new().binary_detection(BinaryDetection::quit(0)).line_number(false).build()
}

/// Whether a file holds what is wanted: its first line is enough. What cannot be read holds nothing.
fn holds(path: &Path, matcher: &RegexMatcher, searcher: &mut Searcher, is_over: &AtomicBool) -> bool {
    let mut first = First(false);
    let read = File::open(path).and_then(|file| {
        // Not by its path: a large file must be left when nobody waits any more.
        searcher.search_reader(matcher, Wanting { file, is_over }, &mut first)
    });
    read.is_ok() && first.0
}

/// A file that ends with an error when nobody waits for what it holds.
struct Wanting<'a> {
    file: File,
    is_over: &'a AtomicBool,
}

impl Read for Wanting<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.is_over.load(Ordering::Relaxed) { Err(io::ErrorKind::Other.into()) } else { self.file.read(buffer) }
    }
}

/// Whether there was a line that matched; no other is looked for.
struct First(bool);

impl Sink for First {
    type Error = io::Error;

    fn matched(&mut self, _: &Searcher, _: &SinkMatch<'_>) -> Result<bool, io::Error> {
        self.0 = true;
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;

    fn names(found: &[Entry]) -> Vec<String> {
        let mut names: Vec<String> = found.iter().map(|entry| entry.name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn all(root: &Path, wanted: &Wanted, hidden: Hidden) -> Vec<String> {
        names(&search(root, wanted, hidden, |_| ControlFlow::Continue(())).unwrap())
    }

    #[test]
    fn names_are_found_at_any_depth_and_links_are_not_followed() {
        let root = tempfile::tempdir().unwrap();
        for path in ["a/deep/Report.txt", "report-2", ".hidden/report", "other", "a/rep"] {
            fs::create_dir_all(root.path().join(path).parent().unwrap()).unwrap();
            fs::write(root.path().join(path), "").unwrap();
        }
        symlink("..", root.path().join("a/loop report")).unwrap();
        fs::write(root.path().join(".gitignore"), "*").unwrap();
        let wanted = Wanted::name("REPORT");
        let expected = ["a/deep/Report.txt", "a/loop report", "report-2"];
        assert_eq!(all(root.path(), &wanted, Hidden::Omitted), expected, "what git ignores is there too");
        assert_eq!(all(root.path(), &wanted, Hidden::Shown).len(), 4);
        let gone = search(&root.path().join("gone"), &wanted, Hidden::Shown, |_| ControlFlow::Continue(()));
        assert_eq!(gone.unwrap_err().kind, io::ErrorKind::NotFound);
    }

    #[test]
    fn contents_are_found_in_texts_whatever_their_letter_case() {
        let root = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: &[u8]| {
            fs::create_dir_all(root.path().join(name).parent().unwrap()).unwrap();
            fs::write(root.path().join(name), bytes).unwrap();
        };
        write("a/one.txt", b"first\nthe Needle is here\n");
        write("two needle", b"only the name has it");
        write("utf-16", b"\xff\xfen\0e\0e\0d\0l\0e\0");
        write("binary", b"\0\0needle");
        write(".hidden", b"needle");
        symlink("a/one.txt", root.path().join("link")).unwrap();
        assert_eq!(all(root.path(), &Wanted::contents("nEEdle"), Hidden::Omitted), ["a/one.txt", "utf-16"]);
        assert_eq!(all(root.path(), &Wanted::contents("needle is"), Hidden::Shown), ["a/one.txt"]);
        assert_eq!(all(root.path(), &Wanted::contents("ne.dle"), Hidden::Shown), [""; 0], "a text is no pattern");
        assert_eq!(all(root.path(), &Wanted::contents("first\nthe"), Hidden::Shown), [""; 0], "a line has no end");
    }

    #[test]
    fn a_search_ends_when_nobody_wants_more() {
        let root = tempfile::tempdir().unwrap();
        for number in 0..2_000 {
            fs::create_dir_all(root.path().join(format!("x{}/x{number}", number % 7))).unwrap();
        }
        let found = search(root.path(), &Wanted::name("x"), Hidden::Shown, |_| ControlFlow::Break(()));
        assert!(found.unwrap().len() < 2_007, "the rest was not waited for");
    }
}
