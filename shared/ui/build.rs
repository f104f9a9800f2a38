//! Finds libxkbcommon for the linker: windows on Wayland's layers need it, and where programs run it is there without the
//! files that are meant for building. Without this, only a system with those too could build the programs.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What the linker looks for, and what programs load.
const NAMES: (&str, &str) = ("libxkbcommon.so", "libxkbcommon.so.0");

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    let of = |name: &str| env::var(name).unwrap_or_default();
    let is_wanted = env::var_os("CARGO_FEATURE_WAYLAND").is_some();
    if !is_wanted || of("HOST") != of("TARGET") {
        return Ok(());
    }
    let triple = format!("{}-{}-gnu", of("CARGO_CFG_TARGET_ARCH"), of("CARGO_CFG_TARGET_OS"));
    let system = [format!("/usr/lib/{triple}"), format!("/lib/{triple}"), "/usr/lib64".into(), "/usr/lib".into()];
    let has = |folder: &str, name: &str| Path::new(folder).join(name).exists();
    if system.iter().any(|folder| has(folder, NAMES.0)) {
        return Ok(());
    }
    if has("/usr/local/lib", NAMES.0) {
        println!("cargo:rustc-link-search=native=/usr/local/lib");
    } else if let Some(folder) = system.iter().find(|folder| has(folder, NAMES.1)) {
        let out = PathBuf::from(of("OUT_DIR"));
        let link = out.join(NAMES.0);
        let _before = fs::remove_file(&link);
        std::os::unix::fs::symlink(Path::new(folder).join(NAMES.1), link)?;
        println!("cargo:rustc-link-search=native={}", out.display());
    }
    Ok(())
}
