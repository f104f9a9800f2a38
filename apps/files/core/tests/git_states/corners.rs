//! Repositories that random steps seldom make, each by a few lines of shell; every name is compared with `git status`.

use crate::Made;

use candela_files_core::git::{Letter, Letters};
use candela_files_core::system::git::Repository;

use std::process::Command;

/// What is done in a new repository with a first commit of `one`, `a/two` and `a/b/three`, by its name.
const CORNERS: &[(&str, &str)] = &[
    ("folders alone are ignored", "printf '*/\\n' > .git/info/exclude; echo x > file; mkdir d; echo x > d/e"),
    ("all but a folder is ignored", "printf '*\\n!a/\\n!a/one\\n' > .gitignore; echo x > a/one; echo x > a/new"),
    ("rules with blanks at their end", "printf 'x \\ny\\\\ \\n' > .gitignore; touch x 'x ' y 'y '"),
    (
        "rules with two stars",
        "printf '**/x\\nk/**/l\\nm/**\\n' > .gitignore; mkdir -p k/o/p m/n x; touch k/l k/o/p/l m/n/x x/y",
    ),
    ("classes in rules", "printf '[[:upper:]]*\\n[!a-z]\\n[]]x\\n' > .gitignore; touch Upper 1 q ]x [x"),
    (
        "nothing comes back from an ignored folder",
        "printf 'd/\\n' > .gitignore; mkdir d; printf '!e\\n' > d/.gitignore; touch d/e",
    ),
    ("what is tracked in an ignored folder", "printf '/a/\\n' > .gitignore; echo x >> a/two; touch a/new a/b/new"),
    ("a link for a file of rules", "printf '*\\n' > rules; ln -s rules .gitignore; touch new"),
    (
        "rules of a file that a sparse tree leaves out",
        "printf 'new\\n' > a/.gitignore; git add a; git commit -qm r; git sparse-checkout set --no-cone '/*' '!/a/.gitignore'; touch a/new",
    ),
    ("a file where a folder was", "rm -r a; echo x > a"),
    ("a staged file where a folder was", "rm -r a; echo x > a; git add -A"),
    ("a folder where a file was", "rm one; mkdir one; echo x > one/new"),
    ("a link where a folder was", "mv a moved; ln -s moved a"),
    (
        "a folder whose name ends with a blank",
        "mkdir 'd '; echo x > 'd /x'; git add -A; echo y > 'd /x'; mkdir 'd /e'; touch 'd /e/f'",
    ),
    (
        "a folder of a name with signs, deep",
        "mkdir -p 'a/b/[c]/d'; touch 'a/b/[c]/d/e'; git add -A; rm 'a/b/[c]/d/e'; touch a/b/x",
    ),
    ("an empty .git", "mkdir -p d/.git e/.git; touch e/f"),
    ("a .git that leads nowhere", "mkdir d e; echo 'gitdir: /nowhere' | tee d/.git > e/.git; touch e/f"),
    ("repositories in ignored folders", "printf 'd/\\n' > .gitignore; git init -q d/e; git init -q f"),
    ("a pipe and an empty folder", "mkfifo pipe; mkdir -p d/e; mkfifo d/pipe"),
    ("left out, but there and changed", "git sparse-checkout set --no-cone /one; mkdir -p a; echo changed > a/two"),
    ("a link there that is left out", "git sparse-checkout set --no-cone /one; mkdir -p a; ln -s x a/two"),
    ("the last commit in another one's place", "echo x > one; git commit -qam x; git replace HEAD HEAD~1"),
    (
        "a split index",
        "git update-index --split-index; echo x > one; git rm -q --cached a/two; git add one; echo new > a/new; git add a/new; echo y > a/b/three",
    ),
    (
        "a split index with a conflict",
        "git update-index --split-index; git checkout -qb side; echo s > one; git commit -qam s; git checkout -q main; echo m > one; git commit -qam m; git merge -q side || true; rm a/two",
    ),
    (
        "a split index of the fourth version",
        "git update-index --index-version 4; git update-index --split-index; echo x >> a/two; git add a/two; rm one",
    ),
    ("an index of the fourth version", "git update-index --index-version 4; echo x >> a/two; git add a/two; rm one"),
    ("an index without a sum", "git config index.skipHash true; echo x >> a/two; git add a/two; rm one"),
    (
        "a sparse index",
        "mkdir d; echo x > d/e; git add d; git commit -qm d; git sparse-checkout set --cone --sparse-index d; echo y > d/e; touch d/f; mkdir a; echo z > a/two",
    ),
    (
        "a file of another name that is meant to be added",
        "seq 99 > one; git commit -qam one; mkdir d; mv one d/new; echo more >> d/new; git add -N d/new",
    ),
    (
        "another name, a little of it the same",
        "seq 99 > one; git commit -qam one; head -20 one > new; rm one; git add -N new",
    ),
    (
        "a link of another name that is meant to be added",
        "ln -s a/two link; git add link; git commit -qm l; mv link other; git add -N other",
    ),
    ("a file that is meant to be added where another one was, seen from there", "mv a/b/three new; git add -N new"),
    (
        "files that are only meant to be added again",
        "touch empty; git add empty; git commit -qm e; git rm -q --cached empty one a/two; git add -N .; rm a/two",
    ),
    (
        "what is only meant to be added has come from nothing that is staged",
        "seq 99 > a/two; git commit -qam x; git rm -q --cached a/two; cp a/two other; git add -N a/two other; cp other third; git add third",
    ),
    (
        "staged, and assumed to be unchanged since",
        "echo x > new; echo y > other; git add .; git update-index --assume-unchanged new; git update-index --skip-worktree other; rm new; echo y > one; git add one; git update-index --assume-unchanged one; echo z > one",
    ),
    ("moved, and assumed to be unchanged since", "git mv one a/b/new; git update-index --assume-unchanged a/b/new"),
    (
        "a conflict that looks like a file that is gone",
        "git checkout -qb side; git rm -q one; git commit -qm s; git checkout -q main; echo m > one; git commit -qam m; git merge -q side || true; mv a/two one",
    ),
    (
        "a file like one that a merge left to decide",
        "git checkout -qb side; echo s > one; git commit -qam s; git checkout -q main; echo m > one; git commit -qam m; git merge -q side || true; echo m > a/new; git add a/new",
    ),
    (
        "repositories where files were",
        "rm one a/two; git init -q one; touch one/x; git init -q a/two; git -C a/two commit -q --allow-empty -m x; touch a/two/x",
    ),
    (
        "a repository that is meant to be added",
        "git init -q d/e; git -C d/e commit -q --allow-empty -m x; touch d/e/x; git add -N d/e; echo x > f; git add -N f; rm f; git init -q f; git -C f commit -q --allow-empty -m x; touch f/x",
    ),
    (
        "files in the place of a submodule",
        "git init -q d; touch d/x d/y.o; git -C d add x; git -C d commit -qm x; git add d; git commit -qm d; rm -rf d/.git; echo '*.o' > .git/info/exclude",
    ),
    (
        "copies, and a file that went to several places",
        "git config status.renames copies; seq 99 > one; seq 50 > a/two; git commit -qam x; cp one a/copy; echo more >> one; (cat a/two; echo x) > first; cp a/two second; git rm -qf a/two; git add -A",
    ),
    (
        "copies of files that are meant to be added",
        "git config diff.renames copies; cp one copy; git add -N copy; echo more >> one",
    ),
    (
        "more files than renames are looked for in",
        "git config diff.renameLimit 1; seq 99 > one; seq 200 300 > a/two; git commit -qam x; git mv one x; git mv a/two y; echo more | tee -a x >> y; git add -A",
    ),
    (
        "many like one",
        "for i in 1 2 3 4 5 6 7; do seq 30 > a/$i; done; seq 50 70 >> a/1; git add a; git commit -qm x; seq 28 > a/b/x; seq 31 > a/b/y; git rm -q 'a/[0-9]'; git add -A",
    ),
    (
        "a binary file like one that is not",
        "printf '*.bin binary\\n' > .gitattributes; seq 9 | sed 's/$/\\r/' > one; git add .; git commit -qm x; git mv one a/x.bin; echo more >> a/x.bin; git add -A",
    ),
    (
        "a conflict whose file has another name that is meant to be added",
        "git checkout -qb side; git rm -q one; git commit -qm s; git checkout -q main; echo m > one; git commit -qam m; git merge -q side || true; mv one a/b/new; git add -N a/b/new",
    ),
    (
        "a sparse index that leaves out a folder whose name is no text",
        "mkdir d; echo x > d/e; mkdir \"a/$(printf '\\377')\"; echo x > \"a/$(printf '\\377')/y\"; git add .; git commit -qm d; git sparse-checkout set --cone --sparse-index d; echo y > d/e",
    ),
    (
        "rules that libgit2 would read for ever",
        "mkdir d; for i in b c e f g l m; do echo $i > d/$i; done; ln -s x d/s; git add -A; git commit -qm x; printf '\\fx\\n' > d/.gitignore; git add .; echo y > d/b; rm d/c d/f d/g d/l d/s; mkdir d/f; ln -s x d/g; chmod +x d/e; touch d/m; ln -s y d/s; echo x > d/x; git add -N d/x",
    ),
    (
        "a repository in a folder whose name has two lines",
        "git init -q a/s; git -C a/s commit -q --allow-empty -m x; git add -A; git commit -qm x; mkdir 'd\ne'; git mv a/s 'd\ne/t'",
    ),
];

/// Makes a repository with a first commit, and does more there.
fn made(name: &str, script: &str) -> Made {
    let made = Made::new(1);
    let first = "rm .gitignore; mkdir -p a/b; for f in one a/two a/b/three; do echo $f > $f; done; git add -A; git commit -qm first; ";
    let output = Command::new("sh")
        .args(["-ec", &[first, script].concat()])
        .current_dir(made.root.path())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .envs(
            ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"].map(|key| (key, "t")),
        )
        .output()
        .unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    made
}

#[test]
fn corners_are_told_of_as_git_does() {
    for (name, script) in CORNERS {
        let made = made(name, script);
        let before = made.git(&["count-objects"]);
        assert!(made.compare(name) > 0, "{name}");
        made.compare_changes(name);
        let objects = made.git(&["count-objects"]);
        assert_eq!(objects, before, "{name}: something was written");
    }
}

#[test]
fn a_further_working_tree_is_where_it_was_moved_to() {
    let made = made("moved", "git worktree add -q --detach further; mv further moved; echo new > moved/new");
    let moved = made.path("moved");
    let states = Repository::discover(&moved).unwrap().expect("a repository").states(&moved).unwrap();
    assert_eq!(states.of("new".as_ref()), Letters::both(Letter::Untracked));
}

#[test]
fn a_file_that_is_not_here_is_like_none() {
    let script = "seq 99 > one; git commit -qam x; git mv one new; echo x >> new; git add new; ";
    let made = made("missing", &[script, "rm .git/objects/$(git rev-parse HEAD:one | sed 's,..,&/,')"].concat());
    let states = Repository::discover(made.root.path()).unwrap().expect("a repository").states(made.root.path());
    let added = Letters { index: Letter::Added, worktree: Letter::Unmodified };
    assert_eq!(states.unwrap().of("new".as_ref()), added);
}

#[test]
fn a_submodule_that_is_nowhere_does_not_end_the_program() {
    let with = |key: &str| made(key, &format!(r#"printf '[submodule "x"]\n\t{key}\n' > .gitmodules"#));
    assert!(Repository::discover(with("path").root.path()).is_err());
    assert!(with("fetchRecurseSubmodules").compare("another key without a value") > 0);
}
