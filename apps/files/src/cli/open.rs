//! `[DIR ...]` and `--select FILE ...`: shows folders in a window.

use super::{Stop, common};
use crate::app::Start;
use crate::keys::file;
use crate::start;

use candela_files_core::system::{memory, resolve};
use candela_shared::Directories;
use candela_shared::i18n::Words;
use candela_shared::registry::Target;

use lexopt::Arg::{Long, Value};
use lexopt::Parser;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Opens a window, and stays until it is closed.
pub fn run(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    let here = std::env::current_dir().unwrap_or_else(|_| "/".into());
    let directories = Directories::from_environment();
    let mut begin = parse(parser, &here, directories.home.as_deref())?;
    if begin.folders.is_empty() {
        begin.session = Some(memory::session(&directories));
    }
    begin.views = memory::views(&directories);
    begin.without_git = memory::without_git(&directories);
    begin.searches = memory::searches(&directories);
    (begin.keys, begin.wrong_keys) = file::read(&directories);
    begin.trash = directories.data_home.map(|data| resolve(&data.join("Trash/files")));
    match start::start(words, begin) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(text) => Err(Stop::Failed(text)),
    }
}

fn parse(mut parser: Parser, here: &Path, home: Option<&Path>) -> Result<Start, Stop> {
    let mut start = Start { home: home.map(Path::to_owned), ..Start::default() };
    let mut are_selected = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("select") => are_selected = true,
            Long("properties") => (are_selected, start.are_explained) = (true, true),
            Value(word) if are_selected => select(&mut start, &path(word, here)),
            Value(word) => {
                let path = path(word, here);
                // A file is shown where it lies.
                if path.is_file() { select(&mut start, &path) } else { add(&mut start.folders, path) }
            }
            other => return Err(common(other)),
        }
    }
    Ok(start)
}

fn select(start: &mut Start, file: &Path) {
    add(&mut start.folders, file.parent().unwrap_or(file).to_owned());
    start.selected.push(file.to_owned());
}

fn add(folders: &mut Vec<PathBuf>, folder: PathBuf) {
    if !folders.contains(&folder) {
        folders.push(folder);
    }
}

/// The path a word stands for, absolute; a `file` URI is one too.
fn path(word: OsString, here: &Path) -> PathBuf {
    let target = Target::new(&word, here);
    target.path().map_or_else(|| here.join(&word), Path::to_owned).components().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opens(words: &[&str]) -> Start {
        let parser = Parser::from_args(words.iter().map(OsString::from));
        match parse(parser, Path::new("/here"), Some(Path::new("/home/ada"))) {
            Ok(start) => start,
            Err(_) => panic!("{words:?} means nothing"),
        }
    }

    fn paths(names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn folders_open_as_tabs_and_files_are_selected_where_they_lie() {
        assert_eq!(opens(&[]).folders, paths(&[]), "without a word, what was open last");
        assert_eq!(opens(&["a/../b", "/c/", "/c"]).folders, paths(&["/here/a/../b", "/c"]));
        let start = opens(&["--select", "x/one", "x/two", "file:///y/three%20"]);
        assert_eq!(start.folders, paths(&["/here/x", "/y"]));
        assert_eq!(start.selected, paths(&["/here/x/one", "/here/x/two", "/y/three "]));
    }
}
