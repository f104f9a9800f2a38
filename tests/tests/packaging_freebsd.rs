//! FreeBSD's ports, evaluated and staged by BSD make with a stub of the framework: what they say is what is.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use regex::Regex;
use serde::Deserialize;
use tempfile::TempDir;

/// Every port but the one that only depends on the others.
const PORTS: [&str; 7] = [
    "x11/candela-core",
    "x11/candela-launcher",
    "x11/candela-open",
    "x11/candela-session",
    "sysutils/candela-shutdown",
    "deskutils/candela-calculator",
    "deskutils/candela-files",
];

#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    checksum: Option<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// A ports tree with the ports of this version.
fn ports() -> TempDir {
    let tree = TempDir::new().unwrap();
    let written = Command::new(root().join("make/port.sh"))
        .arg(tree.path())
        .env("PACKAGING", env!("CARGO_BIN_EXE_packaging"))
        .output()
        .unwrap();
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    tree
}

/// BSD make on a port, with the stub and a build that is done.
fn bsd_make(port: &Path, arguments: &[&str]) -> String {
    let name = if Path::new("/usr/bin/bmake").exists() { "bmake" } else { "make" };
    let built = port.join("target");
    let release = built.join("x86_64-unknown-freebsd/release");
    fs::create_dir_all(&release).unwrap();
    for program in ["candela", "candela-update-helper"] {
        fs::write(release.join(program), "as built").unwrap();
    }
    let made = Command::new(name)
        .args(["-m", "tests/freebsd", "-m", "/usr/share/mk", "-C"].map(|word| word.replace("tests", &tests())))
        .arg(port)
        .arg(format!("WRKSRC={}", root().display()))
        .arg(format!("STAGEDIR={}", port.join("stage").display()))
        .arg(format!("CARGO_TARGET_DIR={}", built.display()))
        .args(arguments)
        .env_remove("MAKEFLAGS")
        .output()
        .unwrap();
    assert!(made.status.success(), "{}: {}", port.display(), String::from_utf8_lossy(&made.stderr));
    String::from_utf8(made.stdout).unwrap().trim().to_owned()
}

fn tests() -> String {
    root().join("tests").display().to_string()
}

/// Every file below a folder, as a packing list names it.
fn staged(folder: &Path, below: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            staged(&entry.path(), below, found);
        } else {
            let name = entry.path().strip_prefix(below).unwrap().display().to_string();
            // The framework compresses manuals once all is staged.
            let is_manual = name.starts_with("share/man/");
            assert!(found.insert(if is_manual { format!("{name}.gz") } else { name }));
        }
    }
}

#[test]
fn every_port_stages_what_its_packing_list_says() {
    let tree = ports();
    for name in PORTS {
        let port = tree.path().join(name);
        let _said = bsd_make(&port, &["stage"]);
        let mut found = BTreeSet::new();
        let prefix = port.join("stage/usr/local");
        staged(&prefix, &prefix, &mut found);
        let list = fs::read_to_string(port.join("pkg-plist")).unwrap();
        let mut listed: BTreeSet<String> =
            list.lines().map(|line| line.trim_start_matches("@sample ").to_owned()).collect();
        // Only an archive of a release brings these along.
        if !root().join("LICENCES").exists() {
            let _there = listed.remove("share/doc/candela/LICENCES");
        }
        assert!(!listed.is_empty(), "{name}");
        assert_eq!(found, listed, "{name}");
    }
}

#[test]
fn every_port_has_a_name_a_version_and_a_description() {
    let tree = ports();
    for name in PORTS.into_iter().chain(["x11/candela"]) {
        let port = tree.path().join(name);
        let package = bsd_make(&port, &["-V", "${PKGNAME}"]);
        let wanted = format!("{}-{}", name.rsplit('/').next().unwrap(), env!("CARGO_PKG_VERSION"));
        assert_eq!(package, wanted);
        let comment = bsd_make(&port, &["-V", "${COMMENT}"]);
        assert!(comment.len() <= 70 && !comment.ends_with('.'), "{name}: {comment}");
        assert!(port.join("pkg-descr").is_file(), "{name}");
    }
}

#[test]
fn the_metaport_brings_every_port() {
    let tree = ports();
    let wanted = bsd_make(&tree.path().join("x11/candela"), &["-V", "${RUN_DEPENDS}"]);
    for name in PORTS.into_iter().filter(|name| !name.ends_with("-core")) {
        assert!(wanted.split_whitespace().any(|need| need.ends_with(&format!(":{name}"))), "{name} in {wanted}");
        let needs = bsd_make(&tree.path().join(name), &["-V", "${RUN_DEPENDS}"]);
        assert!(needs.contains("candela:x11/candela-core"), "{name} in {needs}");
    }
}

#[test]
fn options_decide_what_is_built_in_and_brought_along() {
    let tree = ports();
    let core = tree.path().join("x11/candela-core");
    assert_eq!(bsd_make(&core, &["-V", "${MAKE_ENV}"]), "");
    assert_eq!(bsd_make(&core, &["WITH=X11", "-V", "${MAKE_ENV}"]), "CANDELA_NLS=no");
    assert!(bsd_make(&core, &["-V", "${LIB_DEPENDS}"]).contains("libwayland-client.so"));
    assert!(!bsd_make(&core, &["WITH=X11", "-V", "${LIB_DEPENDS}"]).contains("libwayland-client.so"));

    let shutdown = tree.path().join("sysutils/candela-shutdown");
    for (with, backend) in [("WITH=", "freebsd-update"), ("WITH=TRUEOS", "trueos")] {
        let _said = bsd_make(&shutdown, &[with, "stage"]);
        let settings = shutdown.join("stage/usr/local/etc/xdg/candela/shutdown.toml.sample");
        let settings: toml::Table = fs::read_to_string(settings).unwrap().parse().unwrap();
        assert_eq!(settings["updates"]["backends"][0].as_str(), Some(backend), "{with}");
    }
}

#[test]
fn the_crates_are_those_of_the_lock_file_with_their_sums() {
    let tree = ports();
    let core = tree.path().join("x11/candela-core");
    let named = bsd_make(&core, &["-V", "${CARGO_CRATES}"]);
    let named: BTreeSet<&str> = named.split_whitespace().collect();
    let sums = fs::read_to_string(core.join("distinfo")).unwrap();
    let lock: Lock = toml::from_str(&fs::read_to_string(root().join("Cargo.lock")).unwrap()).unwrap();
    let mut wanted = BTreeSet::new();
    for package in lock.package {
        let Some(checksum) = package.checksum else { continue };
        let archive = format!("{}-{}", package.name, package.version);
        assert!(named.contains(archive.as_str()), "{archive}");
        let line = format!("SHA256 (rust/crates/{archive}.crate) = {checksum}\nSIZE (rust/crates/{archive}.crate) = ");
        assert!(sums.contains(&line), "{line}");
        assert!(wanted.insert(archive));
    }
    assert_eq!(named.len(), wanted.len());
}

#[test]
fn what_the_ports_install_lies_where_the_programs_look_for_it() {
    let tree = ports();
    let looked_for = [
        ("x11/candela-core", "libexec/candela-update-helper", "apps/shutdown/core/src/system/means.rs", "\"{}\""),
        (
            "sysutils/candela-shutdown",
            "etc/xdg/candela/shutdown.toml.sample",
            "shared/src/platform.rs",
            "/usr/local/etc/xdg",
        ),
        ("sysutils/candela-shutdown", "etc/periodic/daily/500.candela-updates", "", ""),
        ("sysutils/candela-shutdown", "etc/rc.d/candela_updates", "", ""),
        ("x11/candela-session", "share/xsessions/candela.desktop", "", ""),
        ("x11/candela-session", "share/wayland-sessions/candela.desktop", "", ""),
        ("x11/candela-session", "share/candela/session/openbox/rc.xml", "", ""),
    ];
    for (port, file, source, text) in looked_for {
        let list = fs::read_to_string(tree.path().join(port).join("pkg-plist")).unwrap();
        assert!(list.lines().any(|line| line.trim_start_matches("@sample ") == file), "{file} of {port}");
        if !text.is_empty() {
            let wanted = text.replace("{}", &format!("/usr/local/{file}"));
            assert!(fs::read_to_string(root().join(source)).unwrap().contains(&wanted), "{wanted} in {source}");
        }
    }
}

/// Every Rust source below a folder, without build output.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() && entry.file_name() != "target" {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// What the last column of the table in `docs/freebsd.md` names: for each file its items.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(root().join("docs/freebsd.md")).unwrap();
    let mut table: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for cell in text.lines().filter_map(|line| line.trim_end_matches(" |").rsplit("| ").next()) {
        let Some((file, items)) = cell.split_once(": ").filter(|(file, _)| file.ends_with("platform.rs`")) else {
            continue;
        };
        let items = items.split(", ").map(|item| item.trim_matches('`').to_owned());
        table.entry(file.trim_matches('`').to_owned()).or_default().extend(items);
    }
    table
}

#[test]
fn the_table_of_differences_names_every_item_that_holds_one_and_no_other() {
    let item = Regex::new(r"(?m)^ *pub (?:fn|const|static) (\w+)").unwrap();
    let mut files = Vec::new();
    ["apps", "shared", "tests"].iter().for_each(|folder| sources(&root().join(folder), &mut files));
    let mut found = BTreeMap::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        // In pieces, so that this file is not one of them.
        if text.contains(concat!("target_os", " =")) {
            let name = file.strip_prefix(root()).unwrap().display().to_string();
            let items: BTreeSet<String> = item.captures_iter(&text).map(|found| found[1].to_owned()).collect();
            assert!(found.insert(name, items).is_none());
        }
    }
    assert_eq!(table(), found, "what the table says is on the left, what the sources have on the right");
}
