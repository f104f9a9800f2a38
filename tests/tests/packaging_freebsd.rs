//! FreeBSD's ports, evaluated and staged by BSD make with a stub of the framework: what they say is what is.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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
