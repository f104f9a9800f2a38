//! The launcher without a window: what scripts see, and that bad input costs only itself.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use candela_tests::{Finished, Tree, run};
use serde_json::Value;

/// The document that a command printed, and nothing else.
fn json(finished: &Finished) -> Value {
    assert_eq!(finished.status.code(), Some(0), "{}", finished.stderr);
    serde_json::from_str(&finished.stdout).expect("one JSON document")
}

fn ids(document: &Value) -> BTreeSet<String> {
    let entries = document.as_array().expect("an array");
    entries.iter().map(|entry| entry["id"].as_str().expect("an id").to_owned()).collect()
}

/// A failed command says why in one line with the program's name, and nothing about our own insides.
fn complains_about(finished: &Finished, cause: &str) {
    assert_eq!(finished.status.code(), Some(1), "{finished:?}");
    assert_eq!(finished.stdout, "");
    let lines: Vec<_> = finished.stderr.lines().collect();
    assert_eq!(lines.len(), 1, "{finished:?}");
    assert!(lines[0].starts_with("candela-launcher: ") && lines[0].contains(cause), "{finished:?}");
}

fn editor(tree: &Tree) {
    let editor = tree.application("org.example.Editor", "Text Editor", "%U");
    let editor = editor.with("Name[de]", "Textbearbeitung").with("Icon", "editor").with("Categories", "Utility;");
    let _path = editor.with_action("new-window", "New Window", "--new-window").install();
}

#[test]
fn list_describes_an_application_as_the_command_line_promises() {
    let tree = Tree::new();
    editor(&tree);
    let document = json(&tree.run(["launcher", "list", "--json"]));
    let entry = &document[0];
    assert_eq!(entry["id"], "org.example.Editor.desktop");
    assert_eq!(entry["path"], tree.path("data/applications/org.example.Editor.desktop").to_str().unwrap());
    assert_eq!(entry["name"], "Text Editor");
    assert_eq!(entry["exec"], tree.exec("org.example.Editor", "%U"));
    assert_eq!(entry["categories"], serde_json::json!(["Utility"]));
    assert_eq!(entry["actions"], serde_json::json!({"new-window": "New Window"}));
    for absent in ["generic_name", "comment", "hidden_by", "startup_wm_class"] {
        assert_eq!(entry[absent], Value::Null, "{absent}");
    }
    for empty in ["keywords", "mime_types"] {
        assert_eq!(entry[empty], serde_json::json!([]), "{empty}");
    }
    assert_eq!(
        (&entry["terminal"], &entry["no_display"], &entry["should_show"]),
        (&false.into(), &false.into(), &true.into())
    );
}

#[test]
fn list_speaks_the_language_of_the_environment() {
    let tree = Tree::new();
    editor(&tree);
    for (variables, name) in [
        (&[("LANG", "de_DE.UTF-8")][..], "Textbearbeitung"),
        (&[("LANG", "fr_FR.UTF-8"), ("LC_MESSAGES", "de_AT.UTF-8")], "Textbearbeitung"),
        (&[("LANG", "en_GB.UTF-8"), ("LANGUAGE", "fr:de")], "Textbearbeitung"),
        (&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "C")], "Text Editor"),
        (&[("LANG", "xx_YY.NOT-A-CHARSET@nowhere")], "Text Editor"),
        (&[("LANG", "")], "Text Editor"),
        (&[("LANG", "../../etc/passwd")], "Text Editor"),
    ] {
        let mut command = tree.command(["launcher", "list", "--json"]);
        let _same = command.envs(variables.iter().copied());
        assert_eq!(json(&run(command))[0]["name"], name, "{variables:?}");
    }
}

#[test]
fn launch_starts_the_application_with_what_it_was_given() {
    let tree = Tree::new();
    editor(&tree);
    let finished =
        tree.run(["launcher", "launch", "org.example.Editor.desktop", "/tmp/a b", "https://example.org/?q=1&r"]);
    assert_eq!(finished.status.code(), Some(0), "{finished:?}");
    let started = tree.started();
    assert_eq!(started.id, "org.example.Editor");
    assert_eq!(started.arguments, ["file:///tmp/a%20b", "https://example.org/?q=1&r"]);
}

#[test]
fn launch_starts_an_action() {
    let tree = Tree::new();
    editor(&tree);
    let finished = tree.run(["launcher", "launch", "org.example.Editor.desktop", "--action", "new-window"]);
    assert_eq!(finished.status.code(), Some(0), "{finished:?}");
    assert_eq!(tree.started().arguments, ["--new-window"]);
}

#[test]
fn a_dry_run_prints_the_arguments_and_starts_nothing() {
    let tree = Tree::new();
    editor(&tree);
    let finished =
        tree.run(["launcher", "launch", "org.example.Editor.desktop", "--action", "new-window", "--dry-run"]);
    let arguments: Vec<String> = serde_json::from_str(finished.stdout.trim_end()).unwrap();
    assert_eq!(arguments[1..], [tree.path("starts").to_str().unwrap(), "org.example.Editor", "--new-window"]);
    assert!(tree.nothing_started());
}

/// What a query finds, as kind and name, best first.
fn found(tree: &Tree, query: &str) -> Vec<(String, String)> {
    let document = json(&tree.run(["launcher", "search", query, "--json"]));
    let text = |hit: &Value, key: &str| hit[key].as_str().expect("a text").to_owned();
    document.as_array().expect("an array").iter().map(|hit| (text(hit, "kind"), text(hit, "name"))).collect()
}

#[test]
fn search_answers_sums_and_finds_files_and_commands_besides_applications() {
    let tree = Tree::new();
    editor(&tree);
    let file = tree.write("home/Documents/2024/Text plan.odt", "");
    let pair = |kind: &str, name: &str| (kind.to_owned(), name.to_owned());
    assert_eq!(found(&tree, "2+3"), [pair("calculation", "5")]);
    assert_eq!(found(&tree, "text"), [pair("application", "Text Editor"), pair("file", "Text plan.odt")]);
    assert_eq!(found(&tree, "sh -c true"), [pair("command", "sh -c true")]);
    assert_eq!(found(&tree, "qqqq"), []);
    let document = json(&tree.run(["launcher", "search", "plan", "--json"]));
    assert_eq!(document[0]["id"], file.to_str().unwrap());
}

#[test]
fn what_was_chosen_for_a_query_comes_first_and_a_spoilt_history_changes_nothing() {
    let tree = Tree::new();
    for name in ["Alpha", "Alphabet"] {
        let _path = tree.application(&format!("org.example.{name}"), name, "").install();
    }
    let first = || found(&tree, "alpha")[0].1.clone();
    assert_eq!(first(), "Alpha");
    let history = "candela-launcher-history 1\nchoice\talpha\torg.example.Alphabet.desktop\t3000\t4000000000\n";
    let _path = tree.write("state/candela/launcher-history", history);
    assert_eq!(first(), "Alphabet");
    let _path = tree.write("state/candela/launcher-history", [0xff; 4096]);
    assert_eq!(first(), "Alpha");
}

#[test]
fn a_missing_program_is_told_with_its_name() {
    let tree = Tree::new();
    let entry = "[Desktop Entry]\nType=Application\nName=Gone\nExec=no-such-program-here --now\n";
    let _path = tree.write("data/applications/gone.desktop", entry);
    complains_about(&tree.run(["launcher", "launch", "gone.desktop"]), "no-such-program-here");
}

#[test]
fn an_unknown_application_is_told_with_its_name() {
    let tree = Tree::new();
    complains_about(&tree.run(["launcher", "launch", "org.example.Nothing.desktop"]), "org.example.Nothing.desktop");
}

#[test]
fn wrong_usage_is_told_apart_from_failure() {
    let tree = Tree::new();
    for arguments in [&["launcher", "frobnicate"][..], &["launcher", "launch"], &["launcher", "list", "--jsn"]] {
        let finished = tree.run(arguments);
        assert_eq!(finished.status.code(), Some(2), "{arguments:?}: {finished:?}");
        assert!(finished.stderr.starts_with("candela-launcher: "), "{arguments:?}: {finished:?}");
    }
}

/// Files that are no sound desktop entries, by file name.
fn bad_files() -> Vec<(&'static str, Vec<u8>)> {
    let head = b"[Desktop Entry]\nType=Application\nName=Huge\nExec=true\n";
    vec![
        ("empty.desktop", Vec::new()),
        ("binary.desktop", (0..=u8::MAX).cycle().take(100_000).collect()),
        ("zeros.desktop", vec![0; 4096]),
        ("half.desktop", b"[Desktop Entry]\nType=Application\nNa".to_vec()),
        ("no-group.desktop", b"Type=Application\nName=No group\nExec=true\n".to_vec()),
        ("latin1.desktop", b"[Desktop Entry]\nType=Application\nName=Caf\xe9\nExec=true\n".to_vec()),
        ("utf16.desktop", "[Desktop Entry]\nName=Wide\n".encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("huge-line.desktop", [&head[..], b"Comment=", &vec![b'x'; 10 << 20]].concat()),
        ("huge-file.desktop", [&head[..], &b"X-Nothing=nothing\n".repeat(600_000)].concat()),
        ("deep.desktop", [&head[..], &b"[".repeat(1 << 20)].concat()),
        (
            "loop.desktop",
            b"[Desktop Entry]\nType=Application\nName=Loop\nExec=candela-launcher launch loop.desktop\n".to_vec(),
        ),
    ]
}

#[test]
fn bad_entries_cost_only_themselves() {
    let tree = Tree::new();
    editor(&tree);
    for (name, bytes) in bad_files() {
        let _path = tree.write(&format!("data/applications/{name}"), bytes);
    }
    let finished = tree.run(["launcher", "list", "--json"]);
    assert!(ids(&json(&finished)).contains("org.example.Editor.desktop"), "{finished:?}");
    assert!(!finished.stderr.contains("panicked"), "{}", finished.stderr);
    for (name, _) in bad_files() {
        let finished = tree.run(["launcher", "explain", name, "--json"]);
        assert!(!finished.stderr.contains("panicked"), "{name}: {}", finished.stderr);
        assert!(finished.stdout.contains(name), "explain knows nothing of {name}: {finished:?}");
    }
}

#[test]
fn what_cannot_be_read_as_a_file_costs_only_itself() {
    let tree = Tree::new();
    editor(&tree);
    let applications = tree.path("data/applications");
    fs::create_dir(applications.join("folder.desktop")).unwrap();
    symlink("nowhere", applications.join("dangling.desktop")).unwrap();
    symlink("loop.desktop", applications.join("loop.desktop")).unwrap();
    symlink(".", applications.join("again")).unwrap();
    symlink("/dev/zero", applications.join("endless.desktop")).unwrap();
    // A FIFO would hold up for ever whoever opens it to read.
    symlink(tree.path("starts"), applications.join("fifo.desktop")).unwrap();
    fs::write(applications.join(OsStr::from_bytes(b"\xff\xfe.desktop")), "[Desktop Entry]\nName=Bytes\n").unwrap();
    let locked =
        tree.write("data/applications/locked.desktop", "[Desktop Entry]\nType=Application\nName=Locked\nExec=true\n");
    fs::set_permissions(locked, fs::Permissions::from_mode(0o000)).unwrap();

    let finished = tree.run(["launcher", "list", "--all", "--json"]);
    assert!(ids(&json(&finished)).contains("org.example.Editor.desktop"), "{finished:?}");
    assert!(!finished.stderr.contains("panicked"), "{}", finished.stderr);
}

#[test]
fn an_odd_environment_still_lists_what_the_system_has() {
    let tree = Tree::new();
    let entry = "[Desktop Entry]\nType=Application\nName=System\nExec=true\n";
    let _path = tree.write("system/applications/system.desktop", entry);
    let all =
        ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "LANG"];
    for (removed, changed) in [
        (&all[..], &[][..]),
        (&["HOME"], &[]),
        (&[], &[("HOME", "")]),
        (&[], &[("HOME", "/nonexistent/home")]),
        (&[], &[("XDG_DATA_HOME", "relative/data"), ("XDG_CONFIG_HOME", "."), ("XDG_CACHE_HOME", "..")]),
        (&[], &[("XDG_RUNTIME_DIR", "/nonexistent")]),
        (&[], &[("PATH", "")]),
    ] {
        let mut command = tree.command(["launcher", "list", "--json"]);
        for name in removed {
            let _same = command.env_remove(name);
        }
        let _same = command.envs(changed.iter().copied());
        let finished = run(command);
        assert!(
            ids(&json(&finished)).contains("system.desktop"),
            "without {removed:?}, with {changed:?}: {finished:?}"
        );
    }
}

#[test]
fn relative_and_repeated_data_folders_are_passed_over() {
    let tree = Tree::new();
    let entry = "[Desktop Entry]\nType=Application\nName=Here\nExec=true\n";
    let _path = tree.write("home/relative/applications/relative.desktop", entry);
    let _path = tree.write("system/applications/system.desktop", entry);
    let system = tree.path("system");
    let folders = format!("relative::{0}:/nonexistent:{0}/:{0}", system.display());
    let mut command = tree.command(["launcher", "list", "--json"]);
    let _same = command.env("XDG_DATA_DIRS", folders);
    assert_eq!(ids(&json(&run(command))), BTreeSet::from(["system.desktop".to_owned()]));
}

/// Every file below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn a_spoilt_cache_changes_nothing() {
    let tree = Tree::new();
    editor(&tree);
    let whole = json(&tree.run(["launcher", "list", "--json"]));
    for spoilt in [&b""[..], b"not a cache", &[0xff; 4096]] {
        for file in files_below(&tree.path("cache")) {
            fs::write(file, spoilt).expect("the cache is ours");
        }
        assert_eq!(json(&tree.run(["launcher", "list", "--json"])), whole, "{} bytes", spoilt.len());
    }
    fs::remove_dir_all(tree.path("cache")).expect("the cache is ours");
    let _path = tree.write("cache", "a file where the folder should be");
    assert_eq!(json(&tree.run(["launcher", "list", "--json"])), whole);
}

#[test]
fn what_is_installed_changed_and_removed_is_seen_at_once() {
    let tree = Tree::new();
    editor(&tree);
    let names = || {
        let document = json(&tree.run(["launcher", "list", "--json"]));
        let entries = document.as_array().expect("an array");
        entries.iter().map(|entry| entry["name"].as_str().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(), ["Text Editor"]);
    let changed = tree.application("org.example.Editor", "Best Editor", "").install();
    assert_eq!(names(), ["Best Editor"]);
    let _path = tree.application("org.example.Music", "Music", "").install();
    assert_eq!(names(), ["Best Editor", "Music"]);
    fs::remove_file(changed).expect("the tree is ours");
    assert_eq!(names(), ["Music"]);
}

/// The code blocks of the description for who writes a provider, by what they begin with.
fn blocks_of_the_description() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/launcher-providers.md");
    let text = fs::read_to_string(path).expect("the description is there");
    let parts = text.split("```").skip(1).step_by(2);
    parts.map(|block| block.split_once('\n').map_or(block, |(_, code)| code).to_owned()).collect()
}

#[test]
fn the_example_of_the_description_of_providers_works_as_it_stands() {
    let blocks = blocks_of_the_description();
    let block = |beginning: &str| blocks.iter().find(|block| block.starts_with(beginning)).unwrap();
    let (script, manifest) = (block("#!/bin/sh"), block("name ="));
    assert!(script.lines().count() <= 20, "it is as short as it says");
    let tree = Tree::new();
    let folder = "data/candela/launcher-providers";
    let program = tree.write(&format!("{folder}/notes.sh"), script);
    fs::set_permissions(program, fs::Permissions::from_mode(0o755)).unwrap();
    let _path = tree.write(&format!("{folder}/notes.toml"), manifest);
    let _path = tree.write("home/notes.txt", "buy candles\na \"quoted\" \\ thing\nother\n");
    for (query, expected) in [("candles", "buy candles"), ("THING", "a \"quoted\" \\ thing")] {
        let found = json(&tree.run(["launcher", "search", query, "--json"]));
        assert_eq!((&found[0]["kind"], &found[0]["name"]), (&"external".into(), &expected.into()), "{found}");
    }
    assert_eq!(json(&tree.run(["launcher", "search", "nothing of it", "--json"])), serde_json::json!([]));
}

#[test]
fn everything_that_is_searched_besides_applications_is_found_and_can_be_switched_off() {
    let tree = Tree::new();
    let _path = tree.write("home/Documents/candle plan.txt", "");
    let kind = |query: &str| json(&tree.run(["launcher", "search", query, "--json"]))[0]["kind"].clone();
    let queries = [
        ("candle", "file", "files"),
        ("2+3", "calculation", "calculation"),
        ("shut down", "session", "session"),
        (":snowman", "character", "characters"),
        ("sh -c true", "command", "commands"),
        ("w candles", "web", "web"),
    ];
    let engine = "[[search]]\nname = \"W\"\naddress = \"https://w.example/{query}\"\nkey = \"w\"\n";
    let _path = tree.write("config/candela/launcher.toml", engine);
    for (query, expected, _) in queries {
        assert_eq!(kind(query), expected, "{query}");
    }
    let off: String = queries.map(|(_, _, source)| format!("{source} = false\n")).concat();
    let _path = tree.write("config/candela/launcher.toml", format!("[sources]\n{off}{engine}"));
    for (query, _, _) in queries {
        assert_eq!(kind(query), Value::Null, "{query}");
    }
}

#[test]
fn a_wrong_line_of_the_settings_is_named_by_its_number() {
    let tree = Tree::new();
    let _path = tree.write("config/candela/launcher.toml", "stay = true\n\nhome = \"cloud\"\n");
    let finished = tree.run(["launcher", "search", "x", "--json"]);
    assert_eq!(finished.status.code(), Some(0));
    assert_eq!(finished.stderr.lines().count(), 1, "{finished:?}");
    assert!(finished.stderr.contains("line 3") && finished.stderr.contains("home"), "{finished:?}");
}

#[test]
fn what_is_started_has_the_compose_sequences_of_the_user() {
    let tree = Tree::new();
    let told = format!("exec {} \"${{XCOMPOSEFILE-none of its own}}\"", tree.exec("keys", ""));
    let script = tree.script("bin/keys", &told);
    let entry = format!("[Desktop Entry]\nType=Application\nName=Keys\nExec=\"{}\"\n", script.display());
    let _path = tree.write("data/applications/keys.desktop", entry);
    for (set, expected) in [(None, "none of its own"), (Some("/home/me/.compose"), "/home/me/.compose")] {
        let mut command = tree.command(["launcher", "launch", "keys.desktop"]);
        let _same = command.envs(set.map(|file| ("XCOMPOSEFILE", file)));
        assert_eq!(run(command).status.code(), Some(0));
        assert_eq!(tree.started().arguments, [expected]);
    }
}
