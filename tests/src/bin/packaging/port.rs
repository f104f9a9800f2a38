//! What FreeBSD's port fetches: every crate of `Cargo.lock`, in `Makefile.crates` and `distinfo`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

use crate::{Failure, Made};

/// What `Cargo.lock` says.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

/// A package of `Cargo.lock`; ours have no checksum.
#[derive(Deserialize)]
pub struct Locked {
    pub name: String,
    pub version: String,
    pub checksum: Option<String>,
}

impl Locked {
    fn archive(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }
}

/// Every package of `Cargo.lock`, sorted by name.
pub fn locked(root: &Path) -> Result<Vec<Locked>, Failure> {
    let lock: Lock = toml::from_str(&fs::read_to_string(root.join("Cargo.lock"))?)?;
    Ok(lock.package)
}

/// The two files, for the folder of the port.
pub fn made(root: &Path, port: &Path) -> Result<Vec<Made>, Failure> {
    let crates: Vec<Locked> = locked(root)?.into_iter().filter(|package| package.checksum.is_some()).collect();
    Ok(vec![
        Made { path: port.join("Makefile.crates"), text: makefile(&crates) },
        Made { path: port.join("distinfo"), text: distinfo(&crates)? },
    ])
}

fn makefile(crates: &[Locked]) -> String {
    let names: Vec<String> = crates.iter().map(Locked::archive).collect();
    format!("CARGO_CRATES=\t{}\n", names.join(" \\\n\t\t"))
}

fn distinfo(crates: &[Locked]) -> Result<String, Failure> {
    let mut text = String::new();
    for package in crates {
        let file = format!("rust/crates/{}.crate", package.archive());
        writeln!(text, "SHA256 ({file}) = {}", package.checksum.as_deref().unwrap_or_default())?;
        writeln!(text, "SIZE ({file}) = {}", size(&package.archive())?)?;
    }
    Ok(text)
}

/// The size in bytes of the archive that cargo fetched.
fn size(archive: &str) -> Result<u64, Failure> {
    let file = fetched(archive).ok_or_else(|| format!("{archive} was never fetched: type cargo fetch first"))?;
    Ok(fs::metadata(file)?.len())
}

fn fetched(archive: &str) -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo"))).unwrap_or_default();
    let registries = fs::read_dir(home.join("registry/cache")).into_iter().flatten().flatten();
    registries.map(|entry| entry.path().join(format!("{archive}.crate"))).find(|path| path.is_file())
}

/// The checksum of every crate, by its name and version.
pub fn checksums(root: &Path) -> Result<BTreeMap<(String, String), String>, Failure> {
    let known = locked(root)?.into_iter();
    Ok(known.filter_map(|package| Some(((package.name, package.version), package.checksum?))).collect())
}
