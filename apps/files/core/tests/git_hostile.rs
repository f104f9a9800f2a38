//! Looking at a repository runs nothing that it names, however it asks for that; and one that cannot be read says so.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use candela_files_core::git::{Letter, Letters};
use candela_files_core::system::git::{GitError, Repository};

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

fn git(folder: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=t", "-c", "user.email=t@t"])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A repository with one committed file that was changed since.
fn repository() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    git(root.path(), &["init", "-q", "-b", "main"]);
    fs::write(root.path().join("file.x"), "one\n").unwrap();
    git(root.path(), &["add", "file.x"]);
    git(root.path(), &["commit", "-q", "-m", "one"]);
    fs::write(root.path().join("file.x"), "two\n").unwrap();
    root
}

fn states(folder: &Path) -> Result<Option<Letters>, GitError> {
    let Some(repository) = Repository::discover(folder)? else {
        return Ok(None);
    };
    let (_summary, _branches) = (repository.summary()?, repository.branches()?);
    let file = Path::new("file.x");
    if repository.top().join(file).is_file() {
        let (_changes, _log) = (repository.changes()?, repository.log(file)?);
        let _lines = (repository.difference(file)?, repository.blame(file)?);
    }
    Ok(Some(repository.states(folder)?.of(OsStr::new("file.x"))))
}

#[test]
fn no_program_that_a_repository_names_is_run() {
    let root = repository();
    let marker = root.path().join("marker");
    let trap = root.path().join("trap.sh");
    fs::write(&trap, format!("#!/bin/sh\ntouch {}\ncat\n", marker.display())).unwrap();
    fs::set_permissions(&trap, PermissionsExt::from_mode(0o755)).unwrap();
    let trap = trap.to_str().unwrap();
    for key in [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.gitProxy",
        "core.editor",
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
        "diff.evil.textconv",
        "diff.evil.command",
        "diff.external",
        "credential.helper",
        "gpg.program",
        "uploadpack.packObjectsHook",
        "alias.status",
    ] {
        git(root.path(), &["config", key, trap]);
    }
    fs::write(root.path().join(".gitattributes"), "*.x filter=evil diff=evil text\n").unwrap();
    for hook in ["post-index-change", "fsmonitor-watchman", "post-checkout", "pre-commit"] {
        let hook = root.path().join(".git/hooks").join(hook);
        let _bytes = fs::copy(trap, hook).unwrap();
    }
    assert_eq!(states(root.path()).unwrap().unwrap().worktree, Letter::Modified);
    assert!(!marker.exists(), "something was run");
    let _status = Command::new("git").arg("status").current_dir(root.path()).output().unwrap();
    assert!(marker.exists(), "the trap works: git itself walks into it");
}

#[test]
fn what_is_no_working_tree_has_no_states() {
    let root = repository();
    assert_eq!(states(&root.path().join(".git")), Ok(None));
    assert_eq!(states(&root.path().join(".git/refs/heads")), Ok(None));
    let bare = tempfile::tempdir().unwrap();
    git(bare.path(), &["init", "-q", "--bare"]);
    assert_eq!(states(bare.path()), Ok(None));
    assert_eq!(states(tempfile::tempdir().unwrap().path()), Ok(None));
}

#[test]
fn a_repository_that_is_damaged_says_so() {
    type Damage = fn(&Path);
    let cases: [(&str, Damage); 4] = [
        ("index", |git| fs::write(git.join("index"), "DIRC nonsense").unwrap()),
        ("configuration", |git| fs::write(git.join("config"), "[core\nbroken").unwrap()),
        ("objects", |git| {
            fs::remove_dir_all(git.join("objects")).and_then(|()| fs::create_dir(git.join("objects"))).unwrap();
        }),
        ("branch", |git| fs::write(git.join("refs/heads/main"), "not a commit\n").unwrap()),
    ];
    for (name, damage) in cases {
        let root = repository();
        damage(&root.path().join(".git"));
        assert!(matches!(states(root.path()), Err(GitError::Unreadable { .. })), "{name}: {:?}", states(root.path()));
    }
}

#[test]
fn a_linked_working_tree_and_a_link_into_one_are_seen_as_what_they_are() {
    let root = repository();
    let beside = tempfile::tempdir().unwrap();
    let tree = beside.path().join("tree");
    git(root.path(), &["worktree", "add", "-q", tree.to_str().unwrap(), "-b", "side"]);
    assert_eq!(states(&tree).unwrap(), Some(Letters::default()));
    let link = beside.path().join("link");
    std::os::unix::fs::symlink(root.path(), &link).unwrap();
    assert_eq!(states(&link).unwrap().unwrap().worktree, Letter::Modified);
    assert_eq!(Repository::discover(&tree).unwrap().unwrap().summary().unwrap().branch, "side");
}
