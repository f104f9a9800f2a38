//! Commands: a line whose first word is an installed program.

use super::{Control, Deed, Finding, Provider, Sort};

use candela_shared::registry::program::Programs;

use std::ffi::OsString;
use std::path::PathBuf;

/// A command is listed behind every application.
const SCORE: u32 = 10;

/// Finds the program that a line begins with. Its words stand apart by blanks; no shell ever reads it.
#[derive(Debug)]
pub struct Commands {
    path: Vec<PathBuf>,
}

impl Commands {
    /// Looks for programs in these folders, as `PATH` names them.
    pub const fn new(path: Vec<PathBuf>) -> Self {
        Self { path }
    }
}

impl Provider for Commands {
    fn find(&mut self, query: &str, _control: &Control) -> Vec<Finding> {
        let words: Vec<&str> = query.split_whitespace().collect();
        let Some(program) = words.first().and_then(|program| Programs::new(&self.path).find(program)) else {
            return Vec::new();
        };
        let line = words.join(" ");
        let detail = program.to_string_lossy().into_owned();
        let deed = Deed::Run(words.into_iter().map(OsString::from).collect());
        vec![Finding { sort: Sort::Command, id: line.clone(), name: line, detail, score: SCORE, deed }]
    }
}
