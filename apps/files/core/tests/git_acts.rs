//! Staging, unstaging, restoring and committing, and what has changed inside of files.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use candela_files_core::git::{Letter, Letters};
use candela_files_core::system::git::{Act, Difference, GitError, Repository};

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    let command = command.args(arguments).current_dir(folder).env_remove("GIT_DIR").env_remove("GIT_INDEX_FILE");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn repository() -> (tempfile::TempDir, Repository) {
    let root = tempfile::tempdir().unwrap();
    git(root.path(), &["init", "-q", "-b", "main"]);
    git(root.path(), &["config", "user.name", "t"]);
    git(root.path(), &["config", "user.email", "t@t"]);
    fs::create_dir(root.path().join("d")).unwrap();
    fs::write(root.path().join("d/[x]*.txt"), "one\ntwo\n").unwrap();
    let found = Repository::discover(root.path()).unwrap().unwrap();
    (root, found)
}

fn letters(repository: &Repository) -> Vec<(PathBuf, Letter, Letter)> {
    let changes = repository.changes().unwrap();
    changes.into_iter().map(|(path, Letters { index, worktree })| (path, index, worktree)).collect()
}

#[test]
fn a_file_goes_through_the_index_into_a_commit_and_back() {
    use Letter::{Added, Modified, Unmodified, Untracked};
    let (root, repository) = repository();
    let (file, place) = (root.path().join("d/[x]*.txt"), PathBuf::from("d/[x]*.txt"));
    assert_eq!(letters(&repository), [("d/".into(), Untracked, Untracked)]);
    repository.act(Act::Stage, std::slice::from_ref(&file)).unwrap();
    assert_eq!(letters(&repository), [(place.clone(), Added, Unmodified)]);
    repository.act(Act::Unstage, std::slice::from_ref(&file)).unwrap();
    assert_eq!(letters(&repository), [("d/".into(), Untracked, Untracked)], "before the first commit too");
    repository.act(Act::Stage, &[root.path().join("d")]).unwrap();
    repository.commit("the first").unwrap();
    assert_eq!(letters(&repository), []);
    fs::write(&file, "one\nthree\n").unwrap();
    repository.act(Act::Stage, std::slice::from_ref(&file)).unwrap();
    fs::write(&file, "one\nthree\nfour\n").unwrap();
    assert_eq!(letters(&repository), [(place.clone(), Modified, Modified)]);
    let lines = repository.difference(&place).unwrap();
    let changed: Vec<_> = lines.iter().filter(|line| line.difference != Difference::Place).collect();
    let shown: Vec<_> = changed.iter().map(|line| (line.difference, line.text.as_str())).collect();
    use Difference::{Added as New, Removed, Same};
    assert_eq!(shown, [(Same, "one"), (Removed, "two"), (New, "three"), (New, "four")]);
    repository.act(Act::Unstage, std::slice::from_ref(&file)).unwrap();
    repository.act(Act::Restore, std::slice::from_ref(&file)).unwrap();
    assert_eq!((letters(&repository), fs::read_to_string(&file).unwrap().as_str()), (vec![], "one\ntwo\n"));
}

#[test]
fn a_file_of_another_name_differs_from_what_it_was() {
    let (root, repository) = repository();
    let numbered = |last: &str| (1..40).map(|number| format!("line {number}\n")).collect::<String>() + last;
    let (old, new) = (root.path().join("d/old"), root.path().join("new"));
    fs::write(&old, numbered("the end\n")).unwrap();
    repository.act(Act::Stage, &[root.path().join("d")]).unwrap();
    repository.commit("the first").unwrap();
    fs::rename(&old, &new).unwrap();
    fs::write(&new, numbered("an end\n")).unwrap();
    repository.act(Act::Stage, &[old, new]).unwrap();
    assert_eq!(letters(&repository), [(PathBuf::from("new"), Letter::Renamed, Letter::Unmodified)]);
    let lines = repository.difference(Path::new("new")).unwrap();
    let of = |wanted: Difference| -> Vec<&str> {
        lines.iter().filter(|line| line.difference == wanted).map(|line| line.text.as_str()).collect()
    };
    assert_eq!((of(Difference::Removed), of(Difference::Added)), (vec!["the end"], vec!["an end"]));
}

#[test]
fn what_git_refuses_is_told_in_its_words() {
    let (root, repository) = repository();
    fs::write(root.path().join(".git/index.lock"), "").unwrap();
    let refused = repository.act(Act::Stage, &[root.path().join("d")]);
    assert!(matches!(&refused, Err(GitError::Refused(said)) if said.contains("index.lock")), "{refused:?}");
}

#[test]
fn paths_that_look_like_words_of_git_are_taken_as_they_are() {
    let (root, repository) = repository();
    repository.act(Act::Stage, &[root.path().join("d")]).unwrap();
    repository.commit("-m").unwrap();
    for name in ["--all", ":(top)", "*", "-f"] {
        let file = root.path().join(name);
        fs::write(&file, "x\n").unwrap();
        fs::write(root.path().join("d/[x]*.txt"), "changed\n").unwrap();
        repository.act(Act::Stage, std::slice::from_ref(&file)).unwrap();
        let staged: Vec<_> = letters(&repository).into_iter().filter(|(_, index, _)| *index == Letter::Added).collect();
        assert_eq!(staged, [(name.into(), Letter::Added, Letter::Unmodified)]);
        repository.act(Act::Unstage, std::slice::from_ref(&file)).unwrap();
        fs::remove_file(&file).unwrap();
    }
}

#[test]
fn another_repository_in_the_environment_leads_nowhere_else() {
    let other = tempfile::tempdir().unwrap();
    git(other.path(), &["init", "-q"]);
    let git_folder = other.path().join(".git");
    // This program again, as a hook of the other repository would start it.
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_file_goes_through_the_index_into_a_commit_and_back"])
        .env("GIT_DIR", &git_folder)
        .env("GIT_INDEX_FILE", git_folder.join("index"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "it was run");
    assert!(!git_folder.join("index").exists(), "the other repository was touched");
}
