//! `make install` puts the suite in place, and `make uninstall` takes away exactly that.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use candela_tests::candela;
use tempfile::TempDir;

/// Every file and link below a folder, by its path there.
fn files(root: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                assert!(found.insert(entry.path().strip_prefix(root).unwrap().to_owned()));
            }
        }
    }
    found
}

/// The makes there are: one of them is GNU's, the other BSD's.
fn makes() -> Vec<&'static str> {
    let path = std::env::var_os("PATH").unwrap();
    let is_there = |name: &&str| std::env::split_paths(&path).any(|folder| folder.join(name).exists());
    let found: Vec<&str> = ["make", "bmake", "gmake"].into_iter().filter(is_there).collect();
    assert!(found.len() >= 2, "only {found:?} is here; `make set-up` installs another");
    found
}

/// Runs a target of the Makefile into `root`, with the binary that the tests use as the release.
fn make(name: &str, target: &str, root: &Path, variables: &[&str]) {
    let built = root.parent().unwrap().join("built");
    fs::create_dir_all(built.join("release")).unwrap();
    let _bytes = fs::copy(candela(), built.join("release/candela")).unwrap();
    // Which program lies there does not matter to the installation.
    let _bytes = fs::copy(candela(), built.join("release/candela-update-helper")).unwrap();
    let status = Command::new(name)
        .arg(target)
        .arg(format!("DESTDIR={}", root.display()))
        .args(variables)
        .env("CARGO_TARGET_DIR", &built)
        .env_remove("MAKEFLAGS")
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .status();
    assert!(status.unwrap().success(), "{name} {target}");
}

fn strangers(root: &Path) -> BTreeSet<PathBuf> {
    for stranger in ["usr/local/bin/other", "usr/local/share/applications/other.desktop"] {
        fs::create_dir_all(root.join(stranger).parent().unwrap()).unwrap();
        fs::write(root.join(stranger), "somebody else's").unwrap();
    }
    files(root)
}

#[test]
fn what_was_installed_is_all_there_and_uninstalling_leaves_only_strangers() {
    makes().into_iter().for_each(install_and_uninstall);
}

fn install_and_uninstall(name: &str) {
    let temporary = TempDir::new().unwrap();
    let root = temporary.path().join("root");
    let before = strangers(&root);

    make(name, "install", &root, &[]);
    let installed = files(&root);
    for file in [
        "bin/candela",
        "bin/candela-launcher",
        "bin/candela-open",
        "bin/candela-session",
        "bin/start-candela-desktop",
        "share/xsessions/candela.desktop",
        "share/wayland-sessions/candela.desktop",
        "share/metainfo/candela-launcher.metainfo.xml",
        "share/icons/hicolor/symbolic/apps/candela-launcher-symbolic.svg",
        "share/bash-completion/completions/candela-launcher",
        "share/zsh/site-functions/_candela-launcher",
        "share/fish/vendor_completions.d/candela-launcher.fish",
        "share/applications/candela-launcher.desktop",
        "share/icons/hicolor/scalable/apps/candela-launcher.svg",
        "share/man/man1/candela-launcher.1",
        "bin/candela-shutdown",
        "libexec/candela-update-helper",
        "share/polkit-1/actions/candela.updates.policy",
        "share/examples/candela/doas.conf.sample",
        "share/man/man8/candela-update-helper.8",
        "share/doc/candela/LICENSE",
        "share/doc/candela/LICENSE-inter",
        "share/doc/candela/LICENSE-phosphor",
    ] {
        assert!(installed.contains(&Path::new("usr/local").join(file)), "{file} in {installed:#?}");
    }
    let expected = list_for("/usr/local", &PARTS, std::env::consts::OS);
    // What only an archive of a release has.
    let is_there = |file: &String| !file.ends_with("/LICENCES");
    let expected: BTreeSet<PathBuf> = expected.into_iter().filter(is_there).map(|file| file[1..].into()).collect();
    assert_eq!(installed.difference(&before).cloned().collect::<BTreeSet<_>>(), expected);
    let link = fs::read_link(root.join("usr/local/bin/candela-launcher")).unwrap();
    assert_eq!(link, Path::new("candela"), "a link that stays right when the folder moves");

    make(name, "uninstall", &root, &[]);
    assert_eq!(files(&root), before);
    assert!(!root.join("usr/local/share/doc/candela").exists());
}

#[test]
fn packagers_choose_the_folders() {
    let temporary = TempDir::new().unwrap();
    let root = temporary.path().join("root");
    fs::create_dir(&root).unwrap();
    let variables = ["PREFIX=/opt/candela", "BINDIR=/opt/programs"];
    make("make", "install", &root, &variables);
    assert!(root.join("opt/programs/candela").is_file());
    assert!(root.join("opt/candela/share/applications/candela-launcher.desktop").is_file());
    make("make", "uninstall", &root, &variables);
    assert_eq!(files(&root), BTreeSet::new());
}

/// The parts of the suite.
const PARTS: [&str; 7] = ["core", "calculator", "files", "launcher", "open", "session", "shutdown"];

/// What the list says is installed of a part, on a system.
fn list(part: &str, system: &str) -> BTreeSet<String> {
    let listed = list_for("", &[part], system);
    listed.into_iter().map(|file| file.trim_start_matches('/').to_owned()).collect()
}

/// What the list says is installed of these parts below a prefix.
fn list_for(prefix: &str, parts: &[&str], system: &str) -> BTreeSet<String> {
    let below = |folder: &str| format!("{prefix}/{folder}");
    let system = if system.eq_ignore_ascii_case("freebsd") { "FreeBSD" } else { "Linux" };
    let listed = Command::new("make/install.sh")
        .arg("list")
        .args(parts)
        .envs([("BINDIR", below("bin")), ("LIBEXECDIR", below("libexec")), ("DATADIR", below("share"))])
        .envs([("MANDIR", below("share/man")), ("SYSCONFDIR", below("etc"))])
        .envs([("DESTDIR", ""), ("SYSTEM", system)])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .unwrap();
    assert!(listed.status.success());
    String::from_utf8(listed.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn every_file_belongs_to_one_part_and_a_program_to_its_own() {
    let mut seen = BTreeSet::new();
    for part in PARTS {
        let files = list(part, "Linux");
        if part != "core" {
            assert!(files.contains(&format!("bin/candela-{part}")), "{part}: {files:?}");
        }
        for file in files {
            assert!(seen.insert(file.clone()), "{file} is in two parts");
        }
    }
    assert!(list("core", "Linux").contains("bin/candela"));
    assert!(list("core", "Linux").contains("libexec/candela-update-helper"));
    assert!(list("session", "Linux").contains("bin/start-candela-desktop"));
}

#[test]
fn freebsd_gets_its_scripts_where_it_looks_for_them() {
    let more: BTreeSet<String> = list("shutdown", "FreeBSD").difference(&list("shutdown", "Linux")).cloned().collect();
    let scripts = ["etc/periodic/daily/500.candela-updates", "etc/rc.d/candela_updates"];
    assert_eq!(more, scripts.map(str::to_owned).into());
}

/// The programs that a file of settings starts: the first words of its lines `Exec=`, `TryExec=`, `ExecStart=`.
fn programs_started(text: &str) -> Vec<&str> {
    let value = |line| ["Exec=", "TryExec=", "ExecStart="].iter().find_map(|key| str::strip_prefix(line, key));
    text.lines().filter_map(value).filter_map(|command| command.split_whitespace().next()).collect()
}

#[test]
fn what_entries_services_and_policies_start_is_installed_and_every_place_is_filled_in() {
    let temporary = TempDir::new().unwrap();
    let root = temporary.path().join("root");
    fs::create_dir(&root).unwrap();
    make("make", "install", &root, &["PREFIX=/usr", "SYSCONFDIR=/etc", "LIBEXECDIR=/usr/helpers"]);
    let (mut started, mut read) = (0, 0);
    for file in files(&root) {
        let Ok(text) = fs::read_to_string(root.join(&file)) else { continue };
        for place in ["BINDIR", "LIBEXECDIR", "DATADIR", "SYSCONFDIR", "VERSION"] {
            assert!(!text.contains(&format!("@{place}@")), "{place} in {}", file.display());
        }
        read += 1;
        if !file.extension().is_some_and(|extension| extension == "desktop" || extension == "service") {
            continue;
        }
        for program in programs_started(&text) {
            let installed = root.join("usr/bin").join(program.trim_start_matches("/usr/bin/"));
            assert!(installed.exists(), "{program} of {}", file.display());
            started += 1;
        }
    }
    assert!(started >= 10 && read >= 60, "{started} programs in {read} files were looked at");
    let policy = fs::read_to_string(root.join("usr/share/polkit-1/actions/candela.updates.policy")).unwrap();
    assert!(policy.contains(">/usr/helpers/candela-update-helper<"), "{policy}");
    assert!(root.join("usr/helpers/candela-update-helper").exists());
}
