//! Embeds the messages below `i18n/`: writes the table that `i18n::catalogue` includes.
//!
//! With `CANDELA_NLS=no` in the environment English alone.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Files whose words no program shows.
const NOT_SHOWN: [&str; 1] = ["packaging"];

fn main() -> io::Result<()> {
    let root = Path::new("../i18n").canonicalize()?;
    println!("cargo::rerun-if-changed={}", root.display());
    println!("cargo::rerun-if-env-changed=CANDELA_NLS");
    let has_translations = env::var_os("CANDELA_NLS").is_none_or(|value| value != "no");
    let mut table = String::from("&[\n");
    for language in sorted(&root)? {
        let name = file_name(&language);
        if !language.is_dir() || (name != "en" && !has_translations) {
            continue;
        }
        for file in sorted(&language)? {
            if let Some(stem) = file_name(&file).strip_suffix(".ftl").filter(|stem| !NOT_SHOWN.contains(stem)) {
                writeln!(table, "    ({name:?}, {stem:?}, include_str!({:?})),", file.display().to_string())
                    .map_err(io::Error::other)?;
            }
        }
    }
    table.push(']');
    let target = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no OUT_DIR"))?);
    fs::write(target.join("messages.rs"), table)
}

fn sorted(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(directory)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
