//! Opening without a window: which application gets what, and what scripts see.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;

use candela_tests::{Finished, Started, Tree, run};

/// An editor, a viewer, a file manager and a mail program, with a database that knows three types.
fn desktop() -> Tree {
    let tree = Tree::new();
    let globs = "50:text/plain:*.txt\n50:image/png:*.png\n50:application/x-desktop:*.desktop\n50:x/unknown:*.what\n";
    let _path = tree.write("data/mime/globs2", globs);
    for (id, arguments, types) in [
        ("editor", "%F", "text/plain;"),
        ("viewer", "%f", "image/png;"),
        ("files", "%u", "inode/directory;"),
        ("mail", "%u", "x-scheme-handler/mailto;"),
        ("web", "%U", "x-scheme-handler/https;text/plain;"),
    ] {
        let _path = tree.application(id, id, arguments).with("MimeType", types).install();
    }
    let _path = tree.write("config/mimeapps.list", "[Default Applications]\ntext/plain=editor.desktop\n");
    for name in ["a.txt", "b.txt", "c.png", "d.png", "e.what"] {
        // An empty file is text, whatever its name.
        let _path = tree.write(&format!("home/{name}"), [0, 1, 2]);
    }
    tree
}

fn open(tree: &Tree, arguments: &[&str]) -> Finished {
    run(tree.command(["open"].iter().chain(arguments)))
}

/// What a dry run prints: the ID and the arguments of each start.
fn starts(finished: &Finished) -> Vec<Started> {
    let command = |line: &str| -> Vec<String> { serde_json::from_str(line).unwrap() };
    let started = |mut command: Vec<String>| Started { id: command.remove(2), arguments: command.split_off(2) };
    finished.stdout.lines().map(command).map(started).collect()
}

fn started(id: &str, arguments: &[&str]) -> Started {
    Started { id: id.to_owned(), arguments: arguments.iter().map(|text| (*text).to_owned()).collect() }
}

fn home(tree: &Tree, name: &str) -> String {
    tree.path(format!("home/{name}")).to_str().unwrap().to_owned()
}

/// A failed command says why, a line for each cause, with the program's name.
fn complains(finished: &Finished, status: i32, causes: &[&str]) {
    assert_eq!(finished.status.code(), Some(status), "{finished:?}");
    let lines: Vec<_> = finished.stderr.lines().collect();
    assert_eq!(lines.len(), causes.len(), "{finished:?}");
    for (line, cause) in lines.iter().zip(causes) {
        assert!(line.starts_with("candela-open: ") && line.contains(cause), "{line:?} does not tell of {cause:?}");
    }
}

#[test]
fn targets_go_to_the_default_of_their_type_those_of_one_application_together() {
    let tree = desktop();
    let targets = ["a.txt", "mailto:me@example.org", "c.png", "b.txt", "d.png", "https://example.org/?q=a%20b", "."];
    let finished = open(&tree, &[&["--dry-run"], &targets[..]].concat());
    assert_eq!((finished.status.code(), finished.stderr.as_str()), (Some(0), ""));
    let [a, b, c, d] = ["a.txt", "b.txt", "c.png", "d.png"].map(|name| home(&tree, name));
    let folder = format!("file://{}", tree.path("home").display());
    let expected = [
        started("editor", &[&a, &b]),
        started("mail", &["mailto:me@example.org"]),
        started("viewer", &[&c]),
        started("viewer", &[&d]),
        started("web", &["https://example.org/?q=a%20b"]),
        started("files", &[&folder]),
    ];
    assert_eq!(starts(&finished), expected);
    assert!(tree.nothing_started(), "a dry run starts nothing");
    let finished = open(&tree, &["a.txt", &format!("file://{b}")]);
    assert_eq!((finished.status.code(), finished.stdout.as_str()), (Some(0), ""), "{}", finished.stderr);
    assert_eq!(tree.started(), started("editor", &[&a, &b]));
}

#[test]
fn names_are_any_bytes_and_options_end_at_two_dashes() {
    let tree = desktop();
    let name = OsStr::from_bytes(b"--\xff.txt");
    fs::write(tree.path("home").join(name), "x").unwrap();
    let arguments = [OsStr::new("open"), OsStr::new("--dry-run"), OsStr::new("--"), name];
    let finished = tree.run(arguments);
    assert_eq!(finished.status.code(), Some(0), "{}", finished.stderr);
    assert_eq!(starts(&finished)[0].id, "editor");
    assert_eq!(tree.run([OsStr::new("open"), OsStr::new("--type"), OsStr::new("./"),]).stdout, "inode/directory\n");
}

#[test]
fn an_application_that_is_named_opens_everything() {
    let tree = desktop();
    for id in ["viewer", "viewer.desktop"] {
        let finished = open(&tree, &["--with", id, "--dry-run", "a.txt"]);
        assert_eq!(starts(&finished), [started("viewer", &[&home(&tree, "a.txt")])], "{id}");
    }
    complains(&open(&tree, &["--with", "nobody", "a.txt"]), 1, &["no application \"nobody\""]);
    // What takes local files only is not handed an address; what can be opened is.
    let finished = open(&tree, &["--with", "viewer", "--dry-run", "a.txt", "https://example.org/"]);
    assert_eq!(starts(&finished), [started("viewer", &[&home(&tree, "a.txt")])]);
    complains(&finished, 1, &["https://example.org/"]);
}

#[test]
fn what_cannot_be_opened_is_told_and_the_rest_is_opened() {
    let tree = desktop();
    let finished = open(&tree, &["--dry-run", "missing.txt", "a.txt", "e.what", "nobody:this"]);
    assert_eq!(starts(&finished), [started("editor", &[&home(&tree, "a.txt")])]);
    complains(&finished, 1, &["missing.txt", "x/unknown", "x-scheme-handler/nobody"]);
    assert!(finished.stderr.contains("--set-default"), "a way out: {}", finished.stderr);
}

#[test]
fn a_desktop_entry_runs_only_where_somebody_vouches_for_it() {
    let tree = desktop();
    let recorded = tree.exec("mine", "");
    let text = format!("[Desktop Entry]\nType=Application\nName=Mine\nExec={recorded}\n");
    let path = tree.write("home/mine.desktop", text);
    complains(&open(&tree, &["mine.desktop"]), 1, &["mine.desktop"]);
    assert!(tree.nothing_started());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(open(&tree, &["mine.desktop"]).status.code(), Some(0));
    assert_eq!(tree.started(), started("mine", &[]));
    // Installed ones are vouched for by the folder they are in; links run nothing.
    let installed = tree.path("data/applications/editor.desktop");
    assert_eq!(starts(&open(&tree, &["--dry-run", installed.to_str().unwrap()])), [started("editor", &[])]);
    let _link = tree.write("home/link.desktop", "[Desktop Entry]\nType=Link\nName=L\nURL=mailto:a@b.example\n");
    assert_eq!(starts(&open(&tree, &["--dry-run", "link.desktop"])), [started("mail", &["mailto:a@b.example"])]);
}

#[test]
fn types_and_applications_are_answered() {
    let tree = desktop();
    for (arguments, expected) in [
        (["--type", "c.png"], "image/png\n"),
        (["--type", "mailto:a@b.example"], "x-scheme-handler/mailto\n"),
        (["--default", "text/plain"], "editor.desktop\n"),
        (["--applications", "text/plain"], "editor.desktop\nweb.desktop\n"),
    ] {
        let finished = open(&tree, &arguments);
        let answer = (finished.status.code(), finished.stdout.as_str(), finished.stderr.as_str());
        assert_eq!(answer, (Some(0), expected, ""), "{arguments:?}");
    }
    for arguments in [["--default", "x/unknown"], ["--applications", "x/unknown"], ["--type", "missing"]] {
        let finished = open(&tree, &arguments);
        assert_eq!(finished.stdout, "", "{arguments:?}");
        complains(&finished, 1, &[arguments[1]]);
    }
}

#[test]
fn a_default_is_written_and_all_else_in_the_list_is_kept() {
    let tree = desktop();
    let before = "# mine\n[X-Group]\nkey = value\n\n[Default Applications]\nimage/png=viewer.desktop;\nbroken line\n\
                  text/plain=editor.desktop\n";
    let list = tree.write("config/mimeapps.list", before);
    let finished = open(&tree, &["--set-default", "web.desktop", "text/plain"]);
    let answer = (finished.status.code(), finished.stdout.as_str(), finished.stderr.as_str());
    assert_eq!(answer, (Some(0), "", ""));
    assert_eq!(open(&tree, &["--default", "text/plain"]).stdout, "web.desktop\n");
    let after = fs::read_to_string(&list).unwrap();
    for line in before.lines().filter(|line| !line.starts_with("text/plain")) {
        assert!(after.lines().any(|kept| kept == line), "{line:?} is gone from {after:?}");
    }
    complains(&open(&tree, &["--set-default", "nobody.desktop", "text/plain"]), 1, &["nobody.desktop"]);
    complains(&open(&tree, &["--set-default", "web.desktop", "text"]), 1, &["\"text\""]);
    assert_eq!(fs::read_to_string(&list).unwrap(), after, "what is refused changes nothing");
}

#[test]
fn wrong_usage_ends_with_2() {
    let tree = desktop();
    for (arguments, cause) in [
        (&[][..], "TARGET"),
        (&["--nope", "a.txt"], "--nope"),
        (&["--with"], "--with"),
        (&["--choose", "--with", "editor", "a.txt"], "--with"),
        (&["--type", "a.txt", "b.txt"], "b.txt"),
        (&["--set-default", "editor"], "MIME"),
    ] {
        complains(&open(&tree, arguments), 2, &[cause]);
    }
    for option in ["--help", "--version"] {
        let finished = open(&tree, &[option]);
        assert_eq!((finished.status.code(), finished.stderr.as_str()), (Some(0), ""), "{option}");
        assert!(finished.stdout.contains("candela-open"), "{option}");
    }
}
