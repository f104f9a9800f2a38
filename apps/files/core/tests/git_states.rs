//! What git tells of each name agrees with `git status`, over repositories made at random by the real git.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

mod git_states {
    pub mod corners;
}

use candela_files_core::git::{Letter, Letters};
use candela_files_core::system::git::{Reach, Repository};

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Repositories made; each is looked at after every few changes.
const REPOSITORIES: u64 = 24;

/// A small generator of numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.next(of.len())]
    }
}

/// A repository under test, driven by the real git.
struct Made {
    root: tempfile::TempDir,
    dice: Dice,
}

/// In these names `ÿ` stands for a byte that is no text.
const FOLDERS: &[&str] = &["", "a", "a/b", "c", "c/d/e", "ignored", "weird [x]*", "A", "ÿ/x"];
const NAMES: &[&str] = &["one", "two", "three.o", "ä ö.txt", "[x]", "-dash", ".hidden", "One", "ÿ.txt", "a\nb"];

/// The name that is meant.
fn meant(name: &str) -> OsString {
    let bytes = name.chars().flat_map(|letter| match letter {
        'ÿ' => vec![0xFF],
        letter => letter.to_string().into_bytes(),
    });
    OsString::from_vec(bytes.collect())
}

impl Made {
    fn new(seed: u64) -> Self {
        let made =
            Self { root: tempfile::tempdir().unwrap(), dice: Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1) };
        drop(made.git(&["init", "-q", "-b", "main"]));
        fs::write(made.path(".gitignore"), "*.o\n/ignored/\n!keep.o\n").unwrap();
        made
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(meant(name))
    }

    /// Runs git with nobody's configuration; what it refuses is no step.
    fn git(&self, arguments: &[&str]) -> Vec<u8> {
        let output = Command::new("git")
            .args(["-c", "user.name=t", "-c", "user.email=t@t", "-c", "protocol.file.allow=always"])
            .args(arguments.iter().map(|argument| meant(argument)))
            .current_dir(self.root.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .output()
            .unwrap();
        output.stdout
    }

    fn some_file(&mut self) -> String {
        let (folder, name) = (self.dice.one(FOLDERS), self.dice.one(NAMES));
        if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
    }

    fn contents(&mut self) -> String {
        let lines = self.dice.next(24);
        let kind = self.dice.next(3);
        let end = if self.dice.next(6) == 0 { "\r\n" } else { "\n" };
        (0..lines).map(|line| format!("line {line} of kind {kind}, {}{end}", self.dice.next(3))).collect()
    }

    fn write(&mut self, name: &str) {
        let (path, contents) = (self.path(name), self.contents());
        let is_free = !path.is_dir() && fs::create_dir_all(path.parent().unwrap()).is_ok();
        if is_free {
            let _is_link_to_nothing = fs::write(path, contents);
        }
    }

    /// Changes something, as a user would.
    fn step(&mut self) {
        let (one, other) = (self.some_file(), self.some_file());
        match self.dice.next(48) {
            0..=4 => self.write(&one),
            5 => drop(self.git(&["add", "-A"])),
            6 | 7 => drop(self.git(&["add", "--", &one])),
            8 => drop(self.git(&["add", "-f", "--", &one])),
            9 => drop(self.git(&["commit", "-q", "-m", "x"])),
            10 => drop(self.git(&["mv", "-k", "--", &one, &other])),
            11 => drop(self.git(&["rm", "-q", "--cached", "--", &one])),
            12 => drop(fs::remove_file(self.path(&one))),
            13 => self.replace_by_link(&one),
            14 => drop(self.git(&["update-index", "--chmod=+x", "--", &one])),
            15 => drop(self.git(&["add", "-N", "--", &one])),
            16 => drop(fs::create_dir_all(self.path(&one))),
            17 => self.merge(&one),
            18 => self.nest(&one, &other),
            20..=23 => self.reshape(&one, &other),
            19 => drop(self.git(&["commit", "-q", "-a", "-m", "all"])),
            24..=27 => self.append(&one),
            28 => drop(self.git(&["update-index", "--assume-unchanged", "--", &one])),
            29 => drop(self.git(&["update-index", "--skip-worktree", "--", &one])),
            30 => drop(self.git(&["update-index", "--no-skip-worktree", "--no-assume-unchanged", "--", &one])),
            31 => self.make_program(&one),
            32 => self.ignore(&one),
            33 => self.turn_over(&one),
            34 => drop(self.git(&["rm", "-q", "-f", "--", &one])),
            35 => drop(self.git(&["reset", "-q", "--", &one])),
            36 => drop(self.git(&["stash", "-q"])),
            37 => drop(self.git(&["stash", "pop", "-q"])),
            38 => self.intend(&one, &other),
            39 => drop(fs::copy(self.path(&one), self.path(&other))),
            40 => self.begin_anew(),
            41 => self.attend(),
            42 => self.sparse(),
            43 => self.disturb(&one),
            44 => drop(self.git(&["commit", "-q", "--amend", "-m", "again"])),
            45 => drop(self.git(&["checkout", "-q", "--detach"])),
            46 => drop(self.git(&["worktree", "add", "-q", "--detach", &one])),
            _ => drop(self.git(&["checkout", "-q", "-f", "--", &one])),
        }
    }

    /// Goes to a branch without commits.
    fn begin_anew(&mut self) {
        let branch = format!("branch{}", self.dice.next(999));
        drop(self.git(&["checkout", "-q", "--orphan", &branch]));
    }

    fn make_program(&self, name: &str) {
        let path = self.path(name);
        if path.symlink_metadata().is_ok_and(|facts| facts.is_file()) {
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
        }
    }

    /// Writes rules beside a file.
    fn ignore(&mut self, name: &str) {
        const RULES: &[&str] = &[
            "*.txt\n",
            "one\n!two\n",
            "/b/\n",
            "*\n!*/\n!one\n",
            "d/**\n",
            "# nothing\n\\[x]\n",
            "*/\n!a/\n",
            "**/e\n",
            "[[:upper:]]*\n",
        ];
        let (folder, rules) = (self.path(name), self.dice.one(RULES));
        if self.dice.next(3) == 0 {
            fs::write(self.root.path().join(".git/info/exclude"), rules).unwrap();
        } else if folder.parent().is_some_and(Path::is_dir) {
            let _is_a_folder = fs::write(folder.with_file_name(".gitignore"), rules);
        }
    }

    /// Makes a folder of a file, and a file of a folder.
    fn turn_over(&mut self, name: &str) {
        let path = self.path(name);
        let Ok(facts) = path.symlink_metadata() else {
            return;
        };
        if facts.is_dir() {
            fs::remove_dir_all(&path).unwrap();
            fs::write(&path, self.contents()).unwrap();
        } else {
            fs::remove_file(&path).unwrap();
            match self.dice.next(2) {
                0 => symlink("../a", &path).unwrap(),
                _ => {
                    fs::create_dir(&path).unwrap();
                    fs::write(path.join("within"), self.contents()).unwrap();
                }
            }
        }
    }

    /// Renames a file and says no more than that the new name is meant to be added.
    fn intend(&self, name: &str, other: &str) {
        let is_free = self.path(other).symlink_metadata().is_err();
        if is_free && fs::rename(self.path(name), self.path(other)).is_ok() {
            drop(self.git(&["add", "-N", "--", other]));
        }
    }

    /// Says how lines end, or that the bits of programs mean nothing.
    fn attend(&mut self) {
        match self.dice.next(4) {
            0 => drop(self.git(&["config", "core.fileMode", "false"])),
            1 => drop(self.git(&["config", "core.autocrlf", "input"])),
            2 => fs::write(self.path(".gitattributes"), "*.txt text\none -text\n").unwrap(),
            _ => drop(self.git(&["config", "status.renames", "false"])),
        }
    }

    fn sparse(&mut self) {
        match self.dice.next(3) {
            0 => drop(self.git(&["sparse-checkout", "set", "a", "c/d"])),
            1 => drop(self.git(&["sparse-checkout", "set", "--no-cone", "/*", "!/c/"])),
            _ => drop(self.git(&["sparse-checkout", "disable"])),
        }
    }

    /// Changes something in a repository below.
    fn disturb(&mut self, name: &str) {
        let nested = self.path(name);
        if !nested.join(".git").exists() {
            return;
        }
        match self.dice.next(3) {
            0 => fs::write(nested.join("inner"), self.contents()).unwrap(),
            1 => fs::write(nested.join("new"), self.contents()).unwrap(),
            _ => drop(self.git(&["-C", name, "commit", "-q", "--allow-empty", "-m", "more"])),
        }
    }

    /// Gives a file another name and keeps a part of it alone.
    fn reshape(&mut self, name: &str, other: &str) {
        let Ok(contents) = fs::read_to_string(self.path(name)) else {
            return;
        };
        let lines: Vec<&str> = contents.lines().collect();
        let kept = self.dice.next(lines.len() + 1);
        let rest = lines[kept..].join("\n");
        if fs::create_dir_all(self.path(other).parent().unwrap()).is_ok() && !self.path(other).exists() {
            let _is_there =
                fs::write(self.path(other), rest + "\nanother end\n").and_then(|()| fs::remove_file(self.path(name)));
            drop(self.git(&["add", "-A"]));
        }
    }

    fn replace_by_link(&self, name: &str) {
        let path = self.path(name);
        if fs::remove_file(&path).is_ok() {
            symlink("one", path).unwrap();
        }
    }

    /// Changes a file on two branches and merges them, which leaves a conflict at times.
    fn merge(&mut self, name: &str) {
        for steps in [&["commit", "-q", "-a", "-m", "base"][..], &["checkout", "-q", "-B", "side"]] {
            drop(self.git(steps));
        }
        self.write(name);
        for steps in [&["add", "--", name][..], &["commit", "-q", "-m", "side"], &["checkout", "-q", "main"]] {
            drop(self.git(steps));
        }
        match self.dice.next(3) {
            0 => drop(self.git(&["rm", "-q", "--", name])),
            _ => self.write(name),
        }
        for steps in [&["add", "--", name][..], &["commit", "-q", "-m", "main"], &["merge", "-q", "side"]] {
            drop(self.git(steps));
        }
    }

    /// Puts a repository of its own below, as a submodule at times.
    fn nest(&mut self, name: &str, file: &str) {
        let nested = self.path(name);
        if fs::create_dir_all(&nested).is_err() {
            return;
        }
        drop(self.git(&["init", "-q", "--", name]));
        fs::write(nested.join("inner"), self.contents()).unwrap();
        drop(self.git(&["-C", name, "add", "inner"]));
        drop(self.git(&["-C", name, "commit", "-q", "-m", "inner"]));
        match self.dice.next(4) {
            0 => drop(self.git(&["submodule", "add", "-q", "./", file])),
            1 => drop(self.git(&["add", "--", name])),
            2 => fs::write(nested.join("inner"), self.contents()).unwrap(),
            _ => {}
        }
    }

    fn append(&self, name: &str) {
        if let Ok(before) = fs::read_to_string(self.path(name)) {
            fs::write(self.path(name), before + "one more line\n").unwrap();
        }
    }

    /// What `git status` tells of every path.
    fn told(&self) -> Vec<(Vec<u8>, Letters)> {
        parse(&self.git(&["status", "--porcelain=v1", "-z", "--ignored", "--untracked-files=all"]))
    }

    /// Compares every name in every folder; returns how many were looked at.
    fn compare(&self, case: &str) -> usize {
        let told = self.told();
        let tracked: Vec<_> = self.git(&["ls-files", "-z"]).split(|byte| *byte == 0).map(<[u8]>::to_vec).collect();
        let mut looked_at = 0;
        let mut folders = vec![self.root.path().to_owned()];
        while let Some(folder) = folders.pop() {
            let repository = Repository::discover(&folder).unwrap().expect("a repository");
            let states = repository.states(&folder).unwrap();
            for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
                if entry.file_name() == ".git" {
                    continue;
                }
                let path = entry.path();
                let is_folder = entry.file_type().unwrap().is_dir();
                let place = path.strip_prefix(self.root.path()).unwrap();
                let expected = expected(&told, &tracked, place, is_folder);
                assert_eq!(states.of(&entry.file_name()), expected, "{case}: {place:?} in\n{}", self.shown(&told));
                looked_at += 1;
                // A repository in the repository tells of itself.
                folders.extend((is_folder && !path.join(".git").exists()).then_some(path));
            }
        }
        looked_at
    }

    /// Compares the list of what is changed.
    fn compare_changes(&self, case: &str) {
        let status = self.git(&["status", "--porcelain=v1", "-z"]);
        let mut expected: BTreeMap<Vec<u8>, Letters> = BTreeMap::new();
        for (path, letters) in parse(&status) {
            let known = expected.entry(path).or_default();
            *known = known.or_worse(letters);
        }
        let repository = Repository::discover(self.root.path()).unwrap().expect("a repository");
        let changes = repository.changes().unwrap().into_iter();
        let changes: BTreeMap<_, _> =
            changes.map(|(path, letters)| (path.into_os_string().into_vec(), letters)).collect();
        assert_eq!(changes, expected, "{case}");
    }

    fn shown(&self, told: &[(Vec<u8>, Letters)]) -> String {
        let lines: BTreeMap<_, _> =
            told.iter().map(|(path, letters)| (String::from_utf8_lossy(path), letters)).collect();
        lines
            .iter()
            .map(|(path, letters)| format!("{}{} {path}\n", letters.index.letter(), letters.worktree.letter()))
            .collect()
    }
}

/// Reads what `git status --porcelain=v1 -z` prints.
fn parse(status: &[u8]) -> Vec<(Vec<u8>, Letters)> {
    let mut parts = status.split(|byte| *byte == 0).filter(|part| !part.is_empty());
    let mut told = Vec::new();
    while let Some(part) = parts.next() {
        let letters = Letters { index: letter(part[0]), worktree: letter(part[1]) };
        if [letters.index, letters.worktree].iter().any(|letter| matches!(letter, Letter::Renamed | Letter::Copied)) {
            let _old = parts.next();
        }
        told.push((part[3..].to_vec(), letters));
    }
    told
}

fn letter(byte: u8) -> Letter {
    use Letter::{Added, Copied, Deleted, Ignored, Modified, Renamed, TypeChanged, Unmerged, Unmodified, Untracked};
    [Unmodified, Ignored, Untracked, Added, Copied, Renamed, Modified, TypeChanged, Deleted, Unmerged]
        .into_iter()
        .find(|letter| letter.letter() == char::from(byte))
        .unwrap()
}

/// The letters of a path by what git tells: its own, and the worst below a folder. A folder of which git tells nothing
/// but ignored files, and in which it tracks nothing, is ignored itself: for that, whether it tracks something is asked of `git ls-files`.
fn expected(told: &[(Vec<u8>, Letters)], tracked: &[Vec<u8>], place: &Path, is_folder: bool) -> Letters {
    use std::os::unix::ffi::OsStrExt;
    let place = place.as_os_str().as_bytes();
    let is_below = |path: &[u8]| is_folder && path.starts_with(place) && path.get(place.len()) == Some(&b'/');
    let mut letters = Letters::default();
    for (path, told) in told {
        if path == place || (is_folder && path.strip_suffix(b"/") == Some(place)) {
            letters = letters.or_worse(*told);
        } else if is_below(path) {
            letters = letters.or_worse(told.seen_from_above());
        }
    }
    let is_ignored = told.iter().any(|(path, told)| is_below(path) && *told == Letters::both(Letter::Ignored));
    if letters == Letters::default() && is_ignored && !tracked.iter().any(|path| is_below(path)) {
        return Letters::both(Letter::Ignored);
    }
    letters
}

#[test]
fn every_letter_is_that_of_git_status() {
    let mut looked_at = 0;
    for seed in 1..=REPOSITORIES {
        let mut made = Made::new(seed);
        for step in 0..60 {
            made.step();
            if step % 6 == 5 {
                let case = format!("repository {seed}, step {step}");
                looked_at += made.compare(&case);
                made.compare_changes(&case);
            }
        }
    }
    assert!(looked_at > 1000, "only {looked_at} names were compared");
}

#[test]
fn the_files_of_a_folder_are_told_of_without_what_lies_below() {
    let mut looked_at = 0;
    for seed in 101..=112 {
        let mut made = Made::new(seed);
        (0..40).for_each(|_| made.step());
        let repository = Repository::discover(made.root.path()).unwrap().expect("a repository");
        let tracked = made.git(&["ls-files", "-z"]).split(|byte| *byte == 0).filter(|path| !path.is_empty()).count();
        // A conflict has an entry for each side.
        assert!(repository.tracked_below(made.root.path()).unwrap() >= tracked, "{seed}");
        for folder in ["", "a", "c/d/e"] {
            let folder = made.path(folder);
            if !folder.is_dir() || folder.join(".git").is_file() {
                continue;
            }
            let (all, files) = (repository.states(&folder), repository.states_within(&folder, Reach::Files).unwrap());
            let all = all.unwrap();
            assert!(files.is_partial() && !all.is_partial());
            for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
                let name = entry.file_name();
                let is_odd = name.to_string_lossy().contains(['[', '*', '\\']);
                if entry.file_type().unwrap().is_dir() || is_odd || name == ".git" {
                    continue;
                }
                // Where it came from is not sought.
                let told = |letters: Letters| match letters.index {
                    Letter::Renamed => Letters { index: Letter::Added, ..letters },
                    _ => letters,
                };
                assert_eq!(files.of(&name), told(all.of(&name)), "{seed}: {name:?}");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 20, "only {looked_at} names were compared");
}
