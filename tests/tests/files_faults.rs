//! The real program under strace: calls of the kernel fail, and the process is killed at them. Nothing is lost, no name
//! stands for a part, success is only said of what is done, and `recover` ends both ways as it says.
//!
//! `cargo test -p candela-tests --test files_faults -- --ignored` tries each seventh call, and with
//! `CANDELA_EVERY_FAULT=1` every one.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use candela_tests::{Finished, Tree, candela, run};

/// The calls that change something, and those that come before them.
const CALLS: &str = "write,renameat2,linkat,fsync,syncfs,openat,unlinkat,copy_file_range,ftruncate,fchmod,utimensat,\
                     fchown,mkdirat,symlinkat,read,newfstatat,getdents64,flock,lseek";
const ERRORS: [&str; 6] = ["ENOSPC", "EIO", "EACCES", "EMFILE", "EROFS", "EFBIG"];

/// What is done before, and what is done then; `MEM` is a folder on another file system.
const CASES: &[(&[&[&str]], &[&str])] = &[
    (&[], &["copy", "src/new", "dst/file", "--conflict", "replace"]),
    (&[], &["copy", "src/tree", "dst", "--conflict", "replace"]),
    (&[], &["move", "src/tree", "MEM"]),
    (&[], &["move", "src/new", "MEM/new"]),
    (&[], &["move", "src/new", "dst/file", "--conflict", "replace"]),
    (&[], &["trash", "src/tree", "dst/file"]),
    (&[&["trash", "src/tree"]], &["restore", "src/tree"]),
    (&[], &["rename", "src/new", "newer"]),
    (&[], &["bulk-rename", "--regex", "^(.)$", "--with", "$1$1", "src/tree/a", "src/tree/b"]),
    (&[], &["permissions", "go=", "src", "--recursive"]),
    (&[], &["compress", "src/tree", "dst/tree.tar"]),
    (&[&["copy", "src/new", "dst/file", "--conflict", "replace"]], &["undo"]),
    (&[&["move", "src/tree", "MEM"]], &["undo"]),
    (&[&["copy", "src/new", "dst/file", "--conflict", "replace"], &["undo"]], &["redo"]),
];

/// What stands under each name: permissions and content. Archives hold moments, and count as being there.
type Picture = BTreeMap<PathBuf, (u32, String)>;

struct Scene {
    tree: Tree,
    memory: tempfile::TempDir,
}

impl Scene {
    fn new(before: &[&[&str]]) -> Self {
        let memory = tempfile::Builder::new().prefix("candela-faults-").tempdir_in("/dev/shm").unwrap();
        let scene = Self { tree: Tree::new(), memory };
        for (name, text) in [("src/new", "new"), ("src/tree/a", "a"), ("src/tree/b", "b"), ("src/tree/c/d", "d")] {
            let _path = scene.tree.write(&format!("home/{name}"), text.repeat(500));
        }
        for (name, text) in [("dst/file", "old"), ("dst/tree/a", "old a")] {
            let _path = scene.tree.write(&format!("home/{name}"), text);
        }
        fs::write(scene.memory.path().join("file"), "old in memory").unwrap();
        for words in before {
            let finished = scene.run(words);
            assert!(finished.status.success(), "{words:?}: {finished:?}");
        }
        scene
    }

    fn words(&self, words: &[&str]) -> Vec<String> {
        let memory = self.memory.path().to_str().unwrap();
        ["files"].iter().chain(words).map(|word| word.replace("MEM", memory)).collect()
    }

    fn run(&self, words: &[&str]) -> Finished {
        self.tree.run(self.words(words))
    }

    /// Runs a command with that told to strace, which writes to `log`.
    fn traced(&self, words: &[&str], log: &Path, told: &[String]) -> Finished {
        let mut arguments = vec!["-f".to_owned(), "-qq".to_owned(), "-o".to_owned(), log.to_str().unwrap().to_owned()];
        arguments.extend(told.iter().flat_map(|told| ["-e".to_owned(), told.clone()]));
        arguments.push(candela().to_str().unwrap().to_owned());
        arguments.extend(self.words(words));
        run(self.tree.command_of("strace".as_ref(), arguments))
    }

    fn picture(&self) -> Picture {
        let mut picture = Picture::new();
        let trash = self.tree.path("data/Trash/files");
        for (name, root) in [("home", self.tree.path("home")), ("memory", self.memory.path().into()), ("trash", trash)]
        {
            look(&root, Path::new(name), &mut picture);
        }
        // Whether there is a trash already does not matter.
        let _folder = picture.remove(Path::new("trash"));
        picture
    }
}

fn look(path: &Path, name: &Path, picture: &mut Picture) {
    let Ok(stat) = path.symlink_metadata() else { return };
    let is_archive = name.extension().is_some_and(|ending| ending == "tar");
    let content = match stat.is_file() && !is_archive {
        true => fs::read_to_string(path).unwrap(),
        false => String::new(),
    };
    let name_there = name.to_string_lossy().replace(" (2)", "");
    let _ = picture.insert(name_there.into(), (stat.permissions().mode(), content));
    if stat.is_dir() {
        for entry in fs::read_dir(path).unwrap().map(Result::unwrap) {
            look(&entry.path(), &name.join(entry.file_name()), picture);
        }
    }
}

fn contents(picture: &Picture) -> BTreeSet<&str> {
    picture.values().map(|(_, content)| content.as_str()).collect()
}

/// How often the process itself, not a thread of it, makes each call before and after it looks at files by itself.
fn counts(log: &Path) -> BTreeMap<String, (usize, usize)> {
    let text = fs::read_to_string(log).unwrap();
    let process = text.split_whitespace().next().unwrap_or_default().to_owned();
    let mut counts = BTreeMap::new();
    let mut has_begun = false;
    for line in text.lines().filter_map(|line| line.strip_prefix(&process)) {
        let Some((call, _)) = line.trim_start().split_once('(') else { continue };
        has_begun |= line.contains("O_PATH");
        let (before, all): &mut (usize, usize) = counts.entry(call.to_owned()).or_default();
        *all += 1;
        if !has_begun {
            *before += 1;
        }
    }
    counts
}

#[test]
#[ignore = "takes minutes, and strace that may trace"]
fn whichever_call_of_the_kernel_fails_or_is_the_last_nothing_is_lost() {
    let log = tempfile::tempdir().unwrap();
    let log = log.path().join("log");
    let traced = Command::new("strace").args(["-o", "/dev/null", "true"]).status();
    if !traced.is_ok_and(|status| status.success()) || !Path::new("/dev/shm").is_dir() {
        assert!(
            std::env::var_os("CANDELA_EVERY_FAULT").is_none(),
            "not done: strace is not installed, or may not trace"
        );
        return;
    }
    let every = if std::env::var_os("CANDELA_EVERY_FAULT").is_some() { 1 } else { 7 };
    let mut number = 0;
    for (before, words) in CASES {
        let scene = Scene::new(before);
        let was = scene.picture();
        let finished = scene.traced(words, &log, &[format!("trace={CALLS}")]);
        assert!(finished.status.success(), "{words:?}: {finished:?}");
        let is = scene.picture();
        for (call, (first, all)) in counts(&log) {
            for at in first + 1..=all {
                number += 1;
                if number % every != 0 {
                    continue;
                }
                let error = ERRORS[number / every % ERRORS.len()];
                let way = ["--resume", "--roll-back"][number / every % 2];
                one(before, words, &format!("{call}:error={error}:when={at}"), way, (&was, &is));
                one(before, words, &format!("{call}:signal=KILL:when={at}"), way, (&was, &is));
            }
        }
    }
    assert!(number > 500, "calls were counted: {number}");
}

fn one(before: &[&[&str]], words: &[&str], fault: &str, way: &str, (was, is): (&Picture, &Picture)) {
    let case = format!("{before:?} {words:?} {fault} {way}");
    let scene = Scene::new(before);
    let call = fault.split(':').next().unwrap_or_default();
    let finished = scene.traced(words, Path::new("/dev/null"), &[format!("trace={call}"), format!("inject={fault}")]);
    let case = format!("{case}: {finished:?}");
    let now = scene.picture();
    assert!(contents(was).is_subset(&contents(&now)), "{case}: lost");
    let is_hidden = |name: &Path| name.to_string_lossy().contains("/.candela-");
    let seen: Picture = now.clone().into_iter().filter(|(name, _)| !is_hidden(name)).collect();
    let known: BTreeSet<_> = contents(was).union(&contents(is)).copied().collect();
    assert!(contents(&seen).is_subset(&known), "{case}: a part under a name");
    let listed = scene.run(&["recover", "--list"]);
    assert!(listed.status.success(), "{case}: {listed:?}");
    let was_interrupted = !listed.stdout.is_empty();
    if !fault.contains("KILL") {
        match finished.status.code() {
            Some(0) => assert_eq!(&now, is, "{case}: says it is done"),
            Some(1) => assert!(!finished.stderr.is_empty(), "{case}: says nothing"),
            _ => panic!("{case}"),
        }
    } else if !was_interrupted {
        assert!(now == *was || now == *is, "{case}: neither before nor after: {now:?}");
    }
    let recovered = scene.run(&["recover", way]);
    let end = scene.picture();
    assert_eq!(end.keys().find(|name| is_hidden(name)), None, "{case}: left behind");
    if was_interrupted {
        assert!(recovered.status.success(), "{case}: {recovered:?}");
        assert_eq!(&end, if way == "--resume" { is } else { was }, "{case}: recovered");
    }
}
