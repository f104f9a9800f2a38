//! Why an application is shown or not, in the terms of the rules: every copy found, and what each does to the next.

use crate::registry::context::Context;
use crate::registry::index::{FileError, Reader};
use crate::registry::parser::{Fault, FaultKind};
use crate::registry::source::{self, Source};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;

use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// All that is known of one ID.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The ID, with its `.desktop`.
    pub id: String,
    /// What it is called; `None` where the winner holds no entry.
    pub name: Option<String>,
    /// Whether it is shown in lists of applications.
    pub shown: bool,
    /// The key of the desktop entry that hides it, or `user`; `None` where nothing hides it or there is no entry.
    pub hidden_by: Option<&'static str>,
    /// Every file of that ID, the winner first, each masking all after it.
    pub copies: Vec<Copy>,
}

/// One file of an ID.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Copy {
    /// The file.
    #[serde(flatten)]
    pub path: Location,
    /// The file that wins in its stead; `None` for the winner.
    pub masked_by: Option<Location>,
    /// Why it holds no entry; `None` where it holds one.
    pub error: Option<String>,
    /// The key that would hide it, whether or not it is masked.
    pub hidden_by: Option<&'static str>,
    /// The lines that are not as they should be, and were read all the same.
    pub mended: Vec<Mended>,
}

/// A path as JSON shows it: as text, and as its bytes where it is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Location {
    /// The path; what is not UTF-8 in it is replaced.
    pub path: String,
    /// The bytes of the path in base64, where it is not UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path_base64: Option<String>,
}

/// A line that was mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Mended {
    /// Its number, from 1.
    pub line: u32,
    /// The rule it breaks, as our tests name it: `D1`, `D5` ...
    pub rule: &'static str,
    /// What is wrong with it.
    pub fault: FaultKind,
}

impl From<&Path> for Location {
    fn from(path: &Path) -> Self {
        let path_base64 = path.to_str().is_none().then(|| BASE64_STANDARD.encode(path.as_os_str().as_bytes()));
        Self { path: path.to_string_lossy().into_owned(), path_base64 }
    }
}

impl From<Fault> for Mended {
    fn from(fault: Fault) -> Self {
        Self { line: fault.line, rule: fault.kind.rule(), fault: fault.kind }
    }
}

/// Explains an ID, given with or without its `.desktop`; `None` where no file has it.
pub fn explain(context: &Context, id: &str) -> Option<Explanation> {
    let sources = source::find(&context.directories).sources;
    let is_there = |id: &str| sources.iter().any(|source| *source.id == *id);
    let id = [id.to_owned(), format!("{id}.desktop")].into_iter().find(|id| is_there(id))?;
    let mut reader = Reader::new(context);
    let mut explanation = Explanation { id, name: None, shown: false, hidden_by: None, copies: Vec::new() };
    let mut winner: Option<PathBuf> = None;
    for source in sources.iter().filter(|source| *source.id == *explanation.id) {
        let (copy, name) = copy(&mut reader, source, winner.as_deref());
        if winner.is_none() {
            winner = Some(source.path.clone());
            explanation.shown = copy.error.is_none() && copy.hidden_by.is_none();
            explanation.hidden_by = copy.hidden_by;
            explanation.name = name;
        }
        explanation.copies.push(copy);
    }
    Some(explanation)
}

fn copy(reader: &mut Reader<'_>, source: &Source, winner: Option<&Path>) -> (Copy, Option<String>) {
    let mut faults = Vec::new();
    let outcome = reader.read(source, &mut faults);
    let error = outcome.as_ref().err().map(FileError::to_string);
    let copy = Copy {
        path: source.path.as_path().into(),
        masked_by: winner.map(Location::from),
        error,
        hidden_by: outcome.as_ref().ok().and_then(|entry| Some(entry.hidden_by?.key())),
        mended: faults.into_iter().map(Mended::from).collect(),
    };
    (copy, outcome.ok().map(|entry| entry.display_name().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directories::Directories;
    use std::fs;

    #[test]
    fn every_copy_is_told_with_what_masks_it_and_which_lines_were_mended() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().join("home/applications/a.desktop");
        let system = folder.path().join("usr/applications/a.desktop");
        for (path, text) in [
            (&home, "[Desktop Entry]\nType=Application\nName=Mine\nExec=x\nNoDisplay=1\njunk\n"),
            (&system, "[Other]\n"),
        ] {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let data = |name: &str| folder.path().join(name);
        let directories =
            Directories { data_home: Some(data("home")), data_dirs: vec![data("usr")], ..Directories::default() };
        let context = Context { directories, ..Context::default() };
        let mended = |line, rule, fault| Mended { line, rule, fault };
        let expected = Explanation {
            id: "a.desktop".into(),
            name: Some("Mine".into()),
            shown: false,
            hidden_by: Some("NoDisplay"),
            copies: vec![
                Copy {
                    path: home.as_path().into(),
                    masked_by: None,
                    error: None,
                    hidden_by: Some("NoDisplay"),
                    mended: vec![mended(5, "D6", FaultKind::Boolean), mended(6, "D1", FaultKind::Junk)],
                },
                Copy {
                    path: system.as_path().into(),
                    masked_by: Some(home.as_path().into()),
                    error: Some("is no desktop entry: the first group is not [Desktop Entry]".into()),
                    hidden_by: None,
                    mended: vec![],
                },
            ],
        };
        assert_eq!(explain(&context, "a.desktop"), Some(expected.clone()));
        assert_eq!(explain(&context, "a"), Some(expected));
        assert_eq!(explain(&context, "b"), None);
    }

    #[test]
    fn a_path_that_is_no_text_is_given_as_bytes_too() {
        let path = Path::new(std::ffi::OsStr::from_bytes(b"/\xff"));
        assert_eq!(Location::from(path).path_base64.as_deref(), Some("L/8="));
        assert_eq!(Location::from(Path::new("/a")).path_base64, None);
    }
}
