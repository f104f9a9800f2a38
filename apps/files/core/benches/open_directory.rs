//! What a user waits for when a large folder is opened: its names, their order, its git states.
#![expect(clippy::unwrap_used, reason = "a bench that cannot begin should fail loudly")]

use candela_files_core::entry::{Entry, Kind};
use candela_files_core::folder::{Arrangement, Folder};
use candela_files_core::system::FolderReader;
use candela_files_core::system::git::{Reach, Repository};
use candela_shared::i18n::Collator;

use criterion::{Criterion, criterion_group, criterion_main};

use std::fs::{self, File};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const NAMES: usize = 100_000;
const MANY: usize = 1_000_000;
const TRACKED: usize = 50_000;
/// Files in each folder of the repository.
const IN_FOLDER: usize = 500;

fn name(number: usize) -> String {
    let words = ["report", "Photo", "Übersicht", "track", "draft v", "日本"];
    format!("{} {}.txt", words[number % words.len()], number.wrapping_mul(7_919) % 10_000_019)
}

/// A folder of so many empty files.
fn folder(count: usize) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    (0..count).for_each(|number| drop(File::create(root.path().join(name(number))).unwrap()));
    root
}

fn read(path: &Path) -> Vec<Entry> {
    FolderReader::open(path).unwrap().entries().unwrap().map(Result::unwrap).collect()
}

fn open(path: &Path, collator: &Collator) -> usize {
    let folder = Folder::new(PathBuf::from(path), read(path), collator);
    folder.arrange(&Arrangement::default(), |_| "").len()
}

fn folders(criterion: &mut Criterion) {
    let collator = Collator::new("en");
    let root = folder(NAMES);
    let mut group = criterion.benchmark_group("100,000 names");
    let _group = group.sample_size(10);
    let _read = group.bench_function("read", |bench| bench.iter(|| black_box(read(root.path()).len())));
    let _open = group.bench_function("read and sorted", |bench| bench.iter(|| black_box(open(root.path(), &collator))));
    let whole = Folder::new(root.path().into(), read(root.path()), &collator);
    let _again = group.bench_function("sorted again", |bench| {
        bench.iter(|| black_box(whole.arrange(&Arrangement::default(), |_| "").len()));
    });
    let wanted = Arrangement { filter: "over".to_owned(), ..Arrangement::default() };
    let _filter =
        group.bench_function("filtered", |bench| bench.iter(|| black_box(whole.arrange(&wanted, |_| "").len())));
    let (mut rows, name) = (whole.arrange(&Arrangement::default(), |_| ""), "report new.txt");
    let mut followed = whole.clone();
    let entry = Entry { name: name.into(), kind: Kind::File, facts: None };
    let _change = group.bench_function("a file comes and goes", |bench| {
        bench.iter(|| {
            for now in [Some(entry.clone()), None] {
                let change = (name.into(), now);
                let _row = black_box(followed.follow(change, &mut rows, &Arrangement::default(), &collator));
            }
        });
    });
    let _names = group.bench_function("peer: ls -f", |bench| bench.iter(|| run(root.path(), "ls", &["-f"])));
    let _sorted = group.bench_function("peer: ls", |bench| bench.iter(|| run(root.path(), "ls", &[])));
    let reader = FolderReader::open(root.path()).unwrap();
    let _facts = group.bench_function("facts of a screen", |bench| {
        bench.iter(|| whole.entries()[..40].iter().filter(|entry| reader.facts(&entry.name).is_ok()).count());
    });
    group.finish();
    drop(root);
    let root = folder(MANY);
    let mut group = criterion.benchmark_group("1,000,000 names");
    let _group = group.sample_size(10);
    let _open = group.bench_function("read and sorted", |bench| bench.iter(|| black_box(open(root.path(), &collator))));
    group.finish();
}

/// Runs a peer in a folder to its end; what it says goes nowhere.
fn run(folder: &Path, program: &str, arguments: &[&str]) {
    let mut command = Command::new(program);
    let _quiet = command.args(arguments).current_dir(folder).stdout(Stdio::null());
    assert!(command.status().unwrap().success(), "{program} {arguments:?}");
}

fn git(root: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    let _command = command.args(["-c", "user.name=t", "-c", "user.email=t@t"]).args(arguments);
    assert!(command.current_dir(root).status().unwrap().success(), "{arguments:?}");
}

fn states(criterion: &mut Criterion) {
    let root = tempfile::tempdir().unwrap();
    git(root.path(), &["init", "-q"]);
    for number in 0..TRACKED {
        let folder = root.path().join(format!("folder {}", number / IN_FOLDER));
        if number % IN_FOLDER == 0 {
            fs::create_dir(&folder).unwrap();
        }
        fs::write(folder.join(name(number)), "x").unwrap();
    }
    git(root.path(), &["add", "-A"]);
    git(root.path(), &["commit", "-q", "-m", "x"]);
    let inner = root.path().join("folder 50");
    fs::write(inner.join("new"), "x").unwrap();
    let mut group = criterion.benchmark_group("git, 50,000 files");
    let _group = group.sample_size(10);
    let repository = Repository::discover(root.path()).unwrap().unwrap();
    let _inner = group.bench_function("states of a folder", |bench| {
        bench.iter(|| black_box(repository.states(&inner).unwrap()));
    });
    let _fresh = group.bench_function("found and states of a folder", |bench| {
        bench.iter(|| black_box(Repository::discover(&inner).unwrap().unwrap().states(&inner).unwrap()));
    });
    let _files = group.bench_function("states of the files of a folder", |bench| {
        bench.iter(|| black_box(repository.states_within(&inner, Reach::Files).unwrap()));
    });
    let arguments = ["status", "--porcelain", "--ignored", "."];
    let _peer =
        group.bench_function("peer: git status of a folder", |bench| bench.iter(|| run(&inner, "git", &arguments)));
    let _peer =
        group.bench_function("peer: git status of the top", |bench| bench.iter(|| run(root.path(), "git", &arguments)));
    let _whole = group.bench_function("states of the top", |bench| {
        bench.iter(|| black_box(repository.states(root.path()).unwrap()));
    });
    group.finish();
}

criterion_group!(benches, folders, states);
criterion_main!(benches);
