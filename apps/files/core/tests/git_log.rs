//! The commits that changed a file, who wrote its lines, and branches: as git itself tells them.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use candela_files_core::system::git::{GitError, Repository};

use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs git at that second, and returns what it says.
fn git(folder: &Path, second: u64, arguments: &[&str]) -> String {
    let date = format!("{} +0000", 1_700_000_000 + second);
    let mut command = Command::new("git");
    let output = command
        .args(arguments)
        .current_dir(folder)
        .env("GIT_AUTHOR_DATE", &date)
        .env("GIT_COMMITTER_DATE", &date)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn run(folder: &Path, second: u64, arguments: &[&str]) {
    let _said = git(folder, second, arguments);
}

/// A repository whose branches change `a.txt` and `d/b.txt`, with a merge that only one side of changed `a.txt`.
fn repository() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    let path = root.path();
    let write = |name: &str, text: &str| fs::write(path.join(name), text).unwrap();
    run(path, 0, &["init", "-q", "-b", "main"]);
    run(path, 0, &["config", "user.name", "Ada"]);
    run(path, 0, &["config", "user.email", "ada@example.org"]);
    fs::create_dir(path.join("d")).unwrap();
    write("a.txt", "one\ntwo\n");
    write("d/b.txt", "b\n");
    run(path, 1, &["add", "."]);
    run(path, 1, &["commit", "-q", "-m", "first"]);
    run(path, 2, &["switch", "-q", "-c", "side"]);
    write("d/b.txt", "b of side\n");
    run(path, 3, &["commit", "-q", "-a", "-m", "side changes b"]);
    run(path, 4, &["switch", "-q", "main"]);
    write("a.txt", "one\ntwo and a half\n");
    run(path, 5, &["-c", "user.name=Bob", "commit", "-q", "-a", "-m", "main changes a"]);
    run(path, 6, &["merge", "-q", "--no-edit", "side"]);
    write("d/b.txt", "b of side\nmore\n");
    run(path, 7, &["commit", "-q", "-a", "-m", "main changes b"]);
    root
}

fn open(root: &Path) -> Repository {
    Repository::discover(root).unwrap().unwrap()
}

#[test]
fn a_log_has_the_commits_that_git_tells_of() {
    let root = repository();
    let repository = open(root.path());
    for path in ["a.txt", "d/b.txt", "d", ""] {
        let mut arguments = vec!["log", "--format=%H %an %at %s"];
        if !path.is_empty() {
            arguments.extend(["--", path]);
        }
        let expected = git(root.path(), 9, &arguments);
        let told = repository.log(Path::new(path)).unwrap();
        let told = told.iter().map(|one| format!("{} {} {} {}\n", one.id, one.author, one.seconds, one.summary));
        let merges = |line: &&str| !line.contains("Merge branch");
        let told: String = told.collect();
        let (told, expected): (Vec<&str>, Vec<&str>) =
            (told.lines().filter(merges).collect(), expected.lines().filter(merges).collect());
        assert_eq!(told, expected, "{path:?}");
        assert!(!told.is_empty(), "{path:?}");
    }
    assert_eq!(repository.log(Path::new("gone")).unwrap(), []);
}

#[test]
fn a_commit_tells_what_it_changed() {
    let root = repository();
    let repository = open(root.path());
    let log = repository.log(Path::new("d/b.txt")).unwrap();
    let lines = repository.difference_in(&log[0].id, Path::new("d/b.txt")).unwrap();
    let texts: Vec<&str> = lines.iter().skip(1).map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["b of side", "more"]);
    let first = repository.difference_in(&log[2].id, Path::new("")).unwrap();
    assert!(first.iter().any(|line| line.text == "two"), "the first commit is against nothing: {first:?}");
}

#[test]
fn lines_are_those_of_their_commits_and_new_ones_of_none() {
    let root = repository();
    fs::write(root.path().join("a.txt"), "new\none\ntwo and a half\n").unwrap();
    let lines = open(root.path()).blame(Path::new("a.txt")).unwrap();
    let author = |at: usize| lines[at].commit.as_ref().map(|commit| commit.author.as_str());
    assert_eq!((author(0), author(1), author(2)), (None, Some("Ada"), Some("Bob")));
    assert_eq!(lines[2].text, "two and a half");
    assert!(matches!(open(root.path()).blame(Path::new("no.txt")), Err(GitError::Unreadable { .. })));
}

#[test]
fn branches_are_switched_by_git_which_keeps_what_is_not_committed() {
    let root = repository();
    let repository = open(root.path());
    assert_eq!(repository.branches().unwrap(), ["main", "side"]);
    fs::write(root.path().join("d/b.txt"), "not committed\n").unwrap();
    assert!(matches!(repository.switch("side"), Err(GitError::Refused(words)) if words.contains("d/b.txt")));
    run(root.path(), 9, &["stash", "-q"]);
    assert_eq!(repository.summary().unwrap().stashed, 1);
    repository.switch("side").unwrap();
    assert_eq!(repository.summary().unwrap().branch, "side");
    assert!(matches!(repository.switch("--orphan"), Err(GitError::Refused(_))));
}
