//! The real program under strace: calls of the kernel fail, and the process is killed at them. Nothing is lost, no name
//! stands for a part, success is only said of what is done, and `recover` ends both ways as it says.
//!
//! Of each kind of call in each case one fails, and with `CANDELA_EVERY_FAULT=1` every one: that takes many
//! minutes. Each number from 1 to 6 tries other errors.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use candela_tests::{Finished, Tree, candela, run};

/// The calls that change something, and those that come before them.
const CALLS: &str = "write,renameat2,linkat,fsync,syncfs,openat,openat2,unlinkat,copy_file_range,ftruncate,fchmod,utimensat,\
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
        let mut arguments = ["-f", "--seccomp-bpf", "-qq", "-o", log.to_str().unwrap()].map(str::to_owned).to_vec();
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

/// A case with what is there before it and after it.
struct Known {
    number: usize,
    was: Picture,
    is: Picture,
}

/// One fault: in which case, which, and how what it leaves is ended.
struct Fault {
    case: usize,
    told: String,
    way: &'static str,
}

/// All faults of a case, or of each call one of each kind, where not every one is asked for.
fn faults(case: usize, log: &Path, every: Option<usize>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, (call, (first, all))) in counts(log).into_iter().enumerate() {
        let turn = case * ERRORS.len() + case + number + every.unwrap_or(0);
        let one = first + 1 + (turn * 7) % (all - first).max(1);
        for at in (first + 1..=all).filter(|at| every.is_some() || *at == one) {
            let error = ERRORS[(turn + at) % ERRORS.len()];
            let way = ["--resume", "--roll-back"][(turn + at / ERRORS.len()) % 2];
            for how in [format!("error={error}"), "signal=KILL".to_owned()] {
                faults.push(Fault { case, told: format!("{call}:{how}:when={at}"), way });
            }
        }
    }
    faults
}

#[test]
fn whichever_call_of_the_kernel_fails_or_is_the_last_nothing_is_lost() {
    let every = std::env::var("CANDELA_EVERY_FAULT").ok().map(|number| number.parse().unwrap());
    let traced = Command::new("strace").args(["-o", "/dev/null", "true"]).status();
    if !traced.is_ok_and(|status| status.success()) || !Path::new("/dev/shm").is_dir() {
        assert!(every.is_none(), "not done: strace is not installed, or may not trace");
        return;
    }
    let log = tempfile::tempdir().unwrap();
    let log = log.path().join("log");
    let (mut known, mut all) = (Vec::new(), Vec::new());
    for (number, (before, words)) in CASES.iter().enumerate() {
        let scene = Scene::new(before);
        let was = scene.picture();
        let finished = scene.traced(words, &log, &[format!("trace={CALLS}")]);
        assert!(finished.status.success(), "{words:?}: {finished:?}");
        known.push(Known { number, was, is: scene.picture() });
        all.extend(faults(number, &log, every));
    }
    assert!(all.len() > 200, "calls were counted: {}", all.len());
    let wrong = tried(&all, &known);
    assert!(wrong.is_empty(), "{} of {} faults:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

/// Tries all faults, on as many threads as there are processors, and says what went wrong.
fn tried(faults: &[Fault], known: &[Known]) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut wrong = Vec::new();
        while let Some(fault) = faults.get(next.fetch_add(1, Ordering::Relaxed)) {
            wrong.extend(one(&known[fault.case], fault).err());
        }
        wrong
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

fn one(known: &Known, fault: &Fault) -> Result<(), String> {
    let (before, words) = CASES[known.number];
    let scene = Scene::new(before);
    let call = fault.told.split(':').next().unwrap_or_default();
    let told = [format!("trace={call}"), format!("inject={}", fault.told)];
    let finished = scene.traced(words, Path::new("/dev/null"), &told);
    let now = scene.picture();
    let listed = scene.run(&["recover", "--list"]);
    let was_interrupted = !listed.stdout.is_empty();
    let recovered = scene.run(&["recover", fault.way]);
    let end = scene.picture();
    let wrong = |what: &str| {
        let case = format!("{before:?} {words:?} {} {}", fault.told, fault.way);
        Err(format!("{case}: {what}\n  {finished:?}\n  {recovered:?}\n  then {now:?}\n  at last {end:?}"))
    };
    let is_hidden = |name: &Path| name.to_string_lossy().contains("/.candela-");
    let seen: Picture = now.clone().into_iter().filter(|(name, _)| !is_hidden(name)).collect();
    let contents_known: BTreeSet<_> = contents(&known.was).union(&contents(&known.is)).copied().collect();
    let is_killed = fault.told.contains("KILL");
    let status = finished.status.code();
    if !contents(&known.was).is_subset(&contents(&now)) || !contents(&known.was).is_subset(&contents(&end)) {
        return wrong("lost");
    }
    if !contents(&seen).is_subset(&contents_known) {
        return wrong("a part under a name");
    }
    if !listed.status.success() {
        return wrong("cannot be listed");
    }
    if !is_killed && !matches!(status, Some(0 | 1)) {
        return wrong("ends otherwise");
    }
    if status == Some(0) && now != known.is {
        return wrong("says it is done");
    }
    if status == Some(1) && finished.stderr.is_empty() && call != "write" {
        return wrong("says nothing");
    }
    if is_killed && !was_interrupted && now != known.was && now != known.is {
        return wrong("neither before nor after");
    }
    if end.keys().any(|name| is_hidden(name)) {
        return wrong("left behind");
    }
    if was_interrupted && !recovered.status.success() {
        return wrong("not recovered");
    }
    if was_interrupted && end != *(if fault.way == "--resume" { &known.is } else { &known.was }) {
        return wrong("recovered to something else");
    }
    Ok(())
}
