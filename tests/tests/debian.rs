//! Debian's packages: lintian has nothing against them, and installed they run, and removed they leave nothing.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use candela_tests::{Finished, build_of, candela, copy_hindrance, in_copy, run};
use tempfile::TempDir;

/// What packing needs.
const NEEDED: [&str; 3] = ["/usr/bin/dpkg-deb", "/usr/bin/dpkg-shlibdeps", "/usr/bin/lintian"];

/// The packages, packed of the binaries that the tests use: stripped, as those of a release are.
fn packed(folder: &Path) -> PathBuf {
    let built = folder.join("release");
    fs::create_dir(&built).unwrap();
    let helper = build_of("candela-shutdown-core", &["--bin", "candela-update-helper"]);
    for (from, name) in [(candela(), "candela"), (&helper, "candela-update-helper")] {
        let stripped = Command::new("strip").arg("-o").arg(built.join(name)).arg(from).status();
        assert!(stripped.unwrap().success());
    }
    let licences = Command::new(env!("CARGO_BIN_EXE_packaging")).arg("licences").output().unwrap();
    fs::write(built.join("LICENCES"), licences.stdout).unwrap();
    let mut make = Command::new("make");
    let _same = make
        .args(["-s", "deb"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .env("CARGO_TARGET_DIR", folder)
        .env("DEBEMAIL", "packager@example.org")
        // Quick rather than small.
        .envs([("DPKG_DEB_COMPRESSOR_LEVEL", "1")])
        .env_remove("MAKEFLAGS");
    let _packed = succeeds(make, "make deb");
    folder.join("deb")
}

fn succeeds(command: Command, what: &str) -> Finished {
    let finished = run(command);
    assert!(finished.status.success(), "{what}: {}{}", finished.stdout, finished.stderr);
    finished
}

#[test]
fn the_packages_are_clean_install_run_and_go_without_a_trace() {
    if let Some(missing) = NEEDED.iter().find(|path| !Path::new(path).exists()) {
        eprintln!("not done: no packages for Debian without {missing}");
        return;
    }
    let folder = TempDir::new().unwrap();
    let packages = packed(folder.path());
    let mut lintian = Command::new("lintian");
    let files = fs::read_dir(&packages).unwrap().map(|entry| entry.unwrap().path());
    let _same = lintian
        .args(["--allow-root", "--fail-on", "error,warning"])
        .args(files.filter(|file| file.extension().is_some_and(|extension| extension == "deb")));
    let _clean = succeeds(lintian, "lintian");

    if let Some(hindrance) = copy_hindrance() {
        eprintln!("not done: a copy of the system to install them in cannot be made here: {hindrance}");
        return;
    }
    let copy = TempDir::new().unwrap();
    let mut installed = in_copy(copy.path(), "deb.sh");
    let _same = installed.arg(&packages).arg(env!("CARGO_BIN_EXE_show"));
    let finished = succeeds(installed, "deb.sh");
    assert!(finished.stdout.ends_with("installed, run and removed\n"), "{finished:?}");
}
