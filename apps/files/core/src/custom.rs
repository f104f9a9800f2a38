//! Actions a user made: a name in the menu, and the command it runs with what is selected.
//!
//! ```toml
//! [[action]]
//! name = "Scale to 1024"
//! command = ["mogrify", "-resize", "1024x1024", "%F"]   # %F all files, %f one after the other, %d their folder
//! types = ["image/*"]                                   # without it, files of every type
//! folders = false                                       # whether folders count as files
//! ```

use serde::Deserialize;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Custom {
    /// Its name in the menu.
    pub name: String,
    /// The program and its arguments.
    pub command: Vec<String>,
    /// The types of files it is for, `image/*` for all pictures; none for all types.
    #[serde(default)]
    pub types: Vec<String>,
    /// Whether it is for folders too.
    #[serde(default)]
    pub folders: bool,
}

/// Reads the actions of a file; those that make no sense are left out, and told of by their place and why.
pub fn parse(text: &str) -> (Vec<Custom>, Vec<String>) {
    let table: toml::Table = match text.parse() {
        Ok(table) => table,
        Err(error) => return (Vec::new(), vec![error.message().to_owned()]),
    };
    let all = table.get("action").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let (mut good, mut wrong) = (Vec::new(), Vec::new());
    for (number, value) in (1..).zip(all) {
        match value.try_into::<Custom>() {
            Ok(action) if action.command.is_empty() => wrong.push(format!("{number}: command is empty")),
            Ok(action) => good.push(action),
            Err(error) => wrong.push(format!("{number}: {}", error.message())),
        }
    }
    (good, wrong)
}

/// Something that is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind<'a> {
    /// A folder.
    Folder,
    /// A file of that type.
    File(&'a str),
}

impl Custom {
    /// Whether it is for all of these.
    pub fn fits<'a>(&self, selected: impl IntoIterator<Item = Kind<'a>>) -> bool {
        let is_of = |mime_type: &str, pattern: &String| match pattern.strip_suffix("/*") {
            Some(group) => mime_type.split('/').next() == Some(group),
            None => mime_type == pattern,
        };
        selected.into_iter().all(|one| match one {
            Kind::Folder => self.folders,
            Kind::File(mime_type) => {
                self.types.is_empty() || self.types.iter().any(|pattern| is_of(mime_type, pattern))
            }
        })
    }

    /// The argument vectors to run with these files: one, or one for each file where `%f` stands for one of them.
    pub fn commands(&self, files: &[PathBuf], folder: &Path) -> Vec<Vec<OsString>> {
        let is_each = self.command.iter().any(|word| word == "%f");
        let runs: Vec<&[PathBuf]> = if is_each { files.chunks(1).collect() } else { vec![files] };
        runs.into_iter().map(|files| self.command_with(files, folder)).collect()
    }

    fn command_with(&self, files: &[PathBuf], folder: &Path) -> Vec<OsString> {
        let mut words = Vec::new();
        for word in &self.command {
            match word.as_str() {
                "%f" | "%F" => words.extend(files.iter().map(|file| file.as_os_str().to_owned())),
                "%d" => words.push(folder.as_os_str().to_owned()),
                "%%" => words.push("%".into()),
                word => words.push(word.into()),
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(text: &str) -> Custom {
        parse(&format!("[[action]]\nname = \"x\"\n{text}")).0.remove(0)
    }

    #[test]
    fn actions_that_make_no_sense_are_told_of_and_the_others_stay() {
        let text = "[[action]]\nname = \"a\"\ncommand = [\"true\"]\n[[action]]\nname = \"b\"\n\
                    [[action]]\nname = \"c\"\ncommand = []\n[[action]]\nname = \"d\"\ncommand = [\"x\"]\nfoo = 1";
        let (good, wrong) = parse(text);
        assert_eq!((good.len(), wrong.len()), (1, 3), "{wrong:?}");
        assert!(wrong[0].starts_with("2: ") && wrong[2].starts_with("4: "), "{wrong:?}");
        assert_eq!(parse("[[").1.len(), 1);
    }

    #[test]
    fn files_become_words_and_never_options_or_parts_of_words() {
        let files: Vec<PathBuf> = vec!["/d/a b".into(), "/d/c".into()];
        let all = action("command = [\"pack\", \"%d\", \"%F\", \"x%f\", \"%%\"]");
        assert_eq!(all.commands(&files, Path::new("/d")), [["pack", "/d", "/d/a b", "/d/c", "x%f", "%"]]);
        let each = action("command = [\"show\", \"%f\"]");
        assert_eq!(each.commands(&files, Path::new("/d")), [["show", "/d/a b"], ["show", "/d/c"]]);
        let none = action("command = [\"here\"]");
        assert_eq!(none.commands(&[], Path::new("/d")), [["here"]]);
    }

    #[test]
    fn an_action_is_for_its_types_alone() {
        let pictures = action("command = [\"x\"]\ntypes = [\"image/*\", \"text/plain\"]");
        let cases = [
            (vec![Kind::File("image/png")], true),
            (vec![Kind::File("image/png"), Kind::File("text/plain")], true),
            (vec![Kind::File("image/png"), Kind::File("text/html")], false),
            (vec![Kind::File("imagery/png")], false),
            (vec![Kind::Folder], false),
        ];
        for (selected, expected) in cases {
            assert_eq!(pictures.fits(selected.clone()), expected, "{selected:?}");
        }
        assert!(action("command = [\"x\"]\nfolders = true").fits([Kind::Folder, Kind::File("a/b")]));
    }
}
