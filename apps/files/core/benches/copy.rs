//! Copies beside `cp`, and syncs everything before `cp` or after: `cargo bench -p candela-files-core --bench copy`.
//!
//! `CANDELA_BENCH_FOLDER` is where it is done, `CANDELA_BENCH_MIB` the size of the one large file (4096).
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench talks to whoever runs it")]

use candela_files_core::operation::{Control, Durability, Item, Operation, Options};
use candela_files_core::system::context::Context;
use candela_files_core::system::file_system::Real;
use candela_files_core::system::run::Engine;
use candela_shared::Directories;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};

/// How many files the tree has, and how many a folder.
const FILES: usize = 50_000;
const IN_A_FOLDER: usize = 100;
/// Of each way the fastest of so many runs counts.
const ROUNDS: usize = 3;

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let folder =
        std::env::var_os("CANDELA_BENCH_FOLDER").map_or_else(|| env!("CARGO_TARGET_TMPDIR").into(), PathBuf::from);
    let folder = tempfile::tempdir_in(folder).unwrap();
    let root = folder.path().canonicalize().unwrap();
    let mebibytes = std::env::var("CANDELA_BENCH_MIB").ok().and_then(|text| text.parse().ok()).unwrap_or(4096);
    large(&root.join("large"), mebibytes);
    compare(&root, "large", &["--reflink=auto"]);
    fs::remove_file(root.join("large")).unwrap();
    tree(&root.join("tree"));
    compare(&root, "tree", &["-a"]);
}

fn large(path: &Path, mebibytes: usize) {
    let mut file = fs::File::create(path).unwrap();
    let block: Vec<u8> = (0..1 << 20).map(|at: usize| (at * 7 + at / 251) as u8).collect();
    (0..mebibytes).for_each(|_| file.write_all(&block).unwrap());
}

fn tree(root: &Path) {
    for number in 0..FILES {
        let folder = root.join((number / IN_A_FOLDER).to_string());
        if number % IN_A_FOLDER == 0 {
            fs::create_dir_all(&folder).unwrap();
        }
        fs::write(folder.join(number.to_string()), [b'x'; 1024]).unwrap();
    }
}

/// Each way in turn, so that what changes on the machine changes for all.
fn compare(root: &Path, name: &str, of_cp: &[&str]) {
    let (from, to) = (root.join(name), root.join("copy"));
    let mut best = [Duration::MAX; 3];
    for _ in 0..ROUNDS {
        let ways: [&dyn Fn(); 3] = [
            &|| assert!(Command::new("cp").args(of_cp).arg(&from).arg(&to).status().unwrap().success()),
            &|| ours(root, &from, &to, Durability::WhereNeeded),
            &|| ours(root, &from, &to, Durability::Always),
        ];
        for (way, best) in ways.iter().zip(&mut best) {
            rustix::fs::sync();
            let begun = Instant::now();
            way();
            *best = begun.elapsed().min(*best);
            assert!(Command::new("rm").arg("-r").arg(&to).status().unwrap().success());
        }
    }
    let [cp, plain, durable] = best.map(|best| best.as_secs_f64());
    println!("{name}: cp {cp:.2} s, ours {plain:.2} s ({:.2} x as fast), durable {durable:.2} s", cp / plain);
}

fn ours(root: &Path, from: &Path, to: &Path, durability: Durability) {
    let directories = Directories {
        state_home: Some(root.join("state")),
        data_home: Some(root.join("data")),
        ..Directories::default()
    };
    let context = Context::new(&directories, SystemTime::now());
    let control = Control::default();
    let items = vec![Item { from: from.to_owned(), to: to.to_owned() }];
    let options = Options { durability, ..Options::default() };
    let outcome =
        Engine { system: &Real, context: &context, control: &control }.run(Operation::Copy { items, options });
    assert!(outcome.is_complete(), "{:?}", outcome.failed.first());
}
