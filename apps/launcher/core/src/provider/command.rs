//! Commands: a line whose first word is an installed program, or begins the name of one.

use super::{Ask, Deed, Finding, Provider, Sort};

use candela_shared::registry::program::Programs;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// A command is listed behind every application.
const SCORE: u32 = 10;
/// Letters from which programs that begin so are listed.
const LEAST: usize = 3;
/// How many of them.
const MOST: usize = 5;

/// Finds the program that a line begins with. Its words stand apart by blanks; no shell ever reads it.
#[derive(Debug)]
pub struct Commands {
    path: Vec<PathBuf>,
    /// The names of all programs, read when they are first needed.
    names: Option<Vec<String>>,
}

impl Commands {
    /// Looks for programs in these folders, as `PATH` names them.
    pub const fn new(path: Vec<PathBuf>) -> Self {
        Self { path, names: None }
    }

    fn begun(&mut self, word: &str) -> Vec<Finding> {
        if word.chars().count() < LEAST || word.contains('/') {
            return Vec::new();
        }
        let path = &self.path;
        let names = self.names.get_or_insert_with(|| names(path));
        let from = names.partition_point(|name| name.as_str() < word);
        let begun = names[from..].iter().take_while(|name| name.starts_with(word)).filter(|name| *name != word);
        begun.take(MOST).map(|name| self::begun(name)).collect()
    }
}

impl Provider for Commands {
    fn find(&mut self, ask: Ask) {
        let words: Vec<&str> = ask.query().split_whitespace().collect();
        let Some(first) = words.first() else {
            return;
        };
        let program = Programs::new(&self.path).find(*first);
        let mut found: Vec<Finding> = program.map(|program| command(&words, &program)).into_iter().collect();
        if let [word] = words[..]
            && !ask.query().ends_with(char::is_whitespace)
        {
            found.extend(self.begun(word));
        }
        ask.finish(found);
    }
}

fn command(words: &[&str], program: &Path) -> Finding {
    let line = words.join(" ");
    let detail = program.to_string_lossy().into_owned();
    let deed = Deed::Run(words.iter().map(OsString::from).collect());
    Finding { sort: Sort::Command, id: line.clone(), name: line, detail, score: SCORE, deed }
}

fn begun(name: &str) -> Finding {
    let (id, name, detail) = (name.to_owned(), name.to_owned(), String::new());
    let deed = Deed::Complete(format!("{name} "));
    Finding { sort: Sort::Command, id, name, detail, score: 0, deed }
}

/// The names of the programs in these folders, sorted.
fn names(path: &[PathBuf]) -> Vec<String> {
    // A folder that cannot be read hides only what lies in it.
    let entries = path.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let names: BTreeSet<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.into_iter().collect()
}

/// Completes the last word of a command line as far as it is sure: a program's name, or the path of a file. Blocks.
///
/// Returns the whole line; a name that is complete gets a blank behind it, a folder a slash. Blanks in names cannot be
/// typed here, so that files with them are passed over.
pub fn complete(line: &str, path: &[PathBuf], home: Option<&Path>) -> String {
    let start =
        line.rfind(char::is_whitespace).map_or(0, |at| at + line[at..].chars().next().map_or(1, char::len_utf8));
    let (before, word) = line.split_at(start);
    let is_program = before.trim().is_empty() && !word.contains('/');
    let candidates = if is_program { programs(word, path) } else { files(word, home) };
    let Some(common) =
        common_beginning(&candidates).filter(|common| common.len() > word.len() || candidates.len() == 1)
    else {
        return line.to_owned();
    };
    let end = if candidates.len() == 1 && !common.ends_with('/') { " " } else { "" };
    format!("{before}{common}{end}")
}

fn programs(word: &str, path: &[PathBuf]) -> Vec<String> {
    let is_there = |name: &String| !word.is_empty() && name.starts_with(word);
    names(path).into_iter().filter(is_there).collect()
}

fn files(word: &str, home: Option<&Path>) -> Vec<String> {
    let (folder, begun) = word.rsplit_once('/').map_or(("", word), |(folder, begun)| (&word[..=folder.len()], begun));
    let real = match (folder.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => home.unwrap_or(Path::new("/")).join(folder),
    };
    let entries = fs::read_dir(real).into_iter().flatten().flatten();
    let fitting = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let is_shown = begun.starts_with('.') || !name.starts_with('.');
        let fits = name.starts_with(begun) && is_shown && !name.contains(char::is_whitespace);
        let slash = if entry.path().is_dir() { "/" } else { "" };
        fits.then(|| format!("{folder}{name}{slash}"))
    });
    fitting.collect()
}

fn common_beginning(texts: &[String]) -> Option<String> {
    let (first, others) = texts.split_first()?;
    let common = others.iter().fold(first.as_str(), |common, text| {
        let same = common.chars().zip(text.chars()).take_while(|(one, other)| one == other);
        &common[..same.map(|(letter, _)| letter.len_utf8()).sum()]
    });
    Some(common.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::Providers;
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn make_program(path: &Path) {
        fs::write(path, "").unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn a_command_is_found_and_those_that_begin_like_it() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["paint", "painter", "paintress", "other"] {
            make_program(&folder.path().join(name));
        }
        let providers = Providers::start(vec![Box::new(Commands::new(vec![folder.path().into()]))]);
        let found = |query| {
            let found = providers.all(query).into_iter().flat_map(|(_, findings)| findings);
            found.map(|finding| finding.deed).collect::<Vec<_>>()
        };
        let run = |words: &[&str]| Deed::Run(words.iter().map(OsString::from).collect());
        let complete = |text: &str| Deed::Complete(text.to_owned());
        assert_eq!(found("paint"), [run(&["paint"]), complete("painter "), complete("paintress ")]);
        assert_eq!(found("paint  a b"), [run(&["paint", "a", "b"])]);
        assert_eq!(found("painte"), [complete("painter ")]);
        for query in ["pa", "", "   ", "zzz"] {
            assert_eq!(found(query), [], "{query}");
        }
    }

    #[test]
    fn the_last_word_is_completed_as_far_as_it_is_sure() {
        let folder = tempfile::tempdir().unwrap();
        let (bin, home) = (folder.path().join("bin"), folder.path().join("home"));
        for path in [&bin, &home.join("Documents"), &home.join("Downloads"), &home.join("a b")] {
            fs::create_dir_all(path).unwrap();
        }
        for name in ["paint", "painter", "grep"] {
            make_program(&bin.join(name));
        }
        for name in [".hidden", "Documents/näher.txt", "Documents/nächste.txt"] {
            fs::write(home.join(name), "").unwrap();
        }
        let path = [bin];
        let cases = [
            ("pa", "paint"),
            ("paint", "paint"),
            ("gr", "grep "),
            ("zz", "zz"),
            ("", ""),
            ("grep D", "grep Do"),
            ("grep Doc", "grep Documents/"),
            ("grep Documents/n", "grep Documents/nä"),
            ("grep ~/Documents/näh", "grep ~/Documents/näher.txt "),
            ("grep .h", "grep .hidden "),
            ("grep a", "grep a"),
            ("grep x/y/z", "grep x/y/z"),
        ];
        for (line, expected) in cases {
            assert_eq!(complete(line, &path, Some(&home)), expected, "{line}");
        }
    }
}
