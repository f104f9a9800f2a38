//! What the user has changed about applications, beside the system's files and never in them.
//!
//! Kept in `applications.toml` in the configuration folder of the suite, a table for each desktop file ID:
//!
//! ```toml
//! ["org.example.Editor.desktop"]
//! alias = ["ed"]
//! keywords = ["novel"]
//! hidden = false
//! name = "My editor"
//! environment = { LANG = "C" }
//! pinned = true
//! ```

use crate::directories::Directories;
use crate::replace;

use thiserror::Error;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, TableLike, TomlError, Value};

use std::fs;
use std::io;
use std::path::PathBuf;

/// What the user chose for one application.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// `alias`: names of the user's own to find it by.
    pub alias: Vec<String>,
    /// `keywords`: further keywords.
    pub keywords: Vec<String>,
    /// `hidden`: not to be shown.
    pub is_hidden: bool,
    /// `name`: what to call it.
    pub name: Option<String>,
    /// `environment`: what to add to its environment.
    pub environment: Vec<(String, String)>,
    /// `pinned`: to be kept at hand.
    pub is_pinned: bool,
}

/// The user's choices, and the text they stand in.
#[derive(Debug, Clone, Default)]
pub struct Overlay {
    path: Option<PathBuf>,
    document: DocumentMut,
}

/// Why the choices could not be read or kept.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// The file is there and cannot be read.
    #[error("cannot read {path:?}: {kind}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// The file is no TOML; it is left as it is.
    #[error("cannot understand {path:?}: {reason}")]
    Syntax {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        reason: String,
    },
    /// The file cannot be written.
    #[error("cannot write {path:?}: {kind}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// There is no configuration folder.
    #[error("there is no folder for settings")]
    NoFolder,
}

impl Overlay {
    /// Returns the file; `None` where there is no folder for settings.
    pub fn file(directories: &Directories) -> Option<PathBuf> {
        Some(directories.config_home.as_ref()?.join("candela/applications.toml"))
    }

    /// Reads the user's choices; there are none where there is no file.
    ///
    /// # Errors
    ///
    /// [`Error::Read`] and [`Error::Syntax`]: nothing can be changed then, so that nothing is lost.
    pub fn read(directories: &Directories) -> Result<Self, Error> {
        let Some(path) = Self::file(directories) else {
            return Ok(Self::default());
        };
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                String::new()
            }
            Err(error) => return Err(Error::Read { path, kind: error.kind() }),
        };
        match text.parse() {
            Ok(document) => Ok(Self { path: Some(path), document }),
            Err(error) => Err(Error::Syntax { path, reason: TomlError::to_string(&error) }),
        }
    }

    /// Returns the choice for an ID; `None` where the user chose nothing. A value of the wrong kind is none.
    pub fn choice(&self, id: &str) -> Option<Choice> {
        self.document.get(id)?.as_table_like().map(read_choice)
    }

    /// Returns every ID that the user chose something for, with the choice, in the order of the file.
    pub fn choices(&self) -> impl Iterator<Item = (&str, Choice)> {
        self.document.iter().filter_map(|(id, item)| Some((id, read_choice(item.as_table_like()?))))
    }

    /// Puts a choice in the place of another; what else stands in the file stays, comments too.
    pub fn set(&mut self, id: &str, choice: &Choice) {
        let item = self.document.entry(id).or_insert_with(|| Item::Table(Table::new()));
        if !item.is_table_like() {
            *item = Item::Table(Table::new());
        }
        if let Some(table) = item.as_table_like_mut() {
            write_choice(table, choice);
            if table.is_empty() {
                let _ = self.document.remove(id);
            }
        }
    }

    /// Writes the file, as a whole or not at all.
    ///
    /// # Errors
    ///
    /// [`Error::Write`] and [`Error::NoFolder`].
    pub fn save(&self) -> Result<(), Error> {
        let path = self.path.clone().ok_or(Error::NoFolder)?;
        replace::write(&path, self.document.to_string().as_bytes())
            .map_err(|error| Error::Write { path, kind: error.kind() })
    }
}

fn read_choice(table: &dyn TableLike) -> Choice {
    let texts = |key: &str| -> Vec<String> {
        let values = table.get(key).and_then(Item::as_array).into_iter().flatten();
        values.filter_map(|value| value.as_str().map(str::to_owned)).collect()
    };
    let is = |key: &str| table.get(key).and_then(Item::as_bool).unwrap_or_default();
    let variables = table.get("environment").and_then(Item::as_table_like);
    Choice {
        alias: texts("alias"),
        keywords: texts("keywords"),
        is_hidden: is("hidden"),
        name: table.get("name").and_then(Item::as_str).filter(|name| !name.is_empty()).map(str::to_owned),
        environment: variables
            .into_iter()
            .flat_map(|variables| variables.iter())
            .filter(|(name, _)| is_variable(name))
            .filter_map(|(name, value)| {
                Some((name.to_owned(), value.as_str().filter(|text| !text.contains('\0'))?.into()))
            })
            .collect(),
        is_pinned: is("pinned"),
    }
}

fn is_variable(name: &str) -> bool {
    !name.is_empty() && !name.contains(['=', '\0'])
}

fn write_choice(table: &mut dyn TableLike, choice: &Choice) {
    let texts = |texts: &[String]| (!texts.is_empty()).then(|| Value::from(texts.iter().collect::<Array>()));
    let environment: InlineTable = choice.environment.iter().cloned().collect();
    let values = [
        ("alias", texts(&choice.alias)),
        ("keywords", texts(&choice.keywords)),
        ("hidden", choice.is_hidden.then_some(true.into())),
        ("name", choice.name.as_deref().map(Value::from)),
        ("environment", (!environment.is_empty()).then_some(environment.into())),
        ("pinned", choice.is_pinned.then_some(true.into())),
    ];
    // What says the same already keeps its place and its comments.
    let before = read_choice(table);
    let is_same = [
        before.alias == choice.alias,
        before.keywords == choice.keywords,
        before.is_hidden == choice.is_hidden,
        before.name == choice.name,
        before.environment == choice.environment,
        before.is_pinned == choice.is_pinned,
    ];
    for ((key, value), is_same) in values.into_iter().zip(is_same) {
        match value {
            _ if is_same => {}
            Some(value) => drop(table.insert(key, Item::Value(value))),
            None => drop(table.remove(key)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    const TEXT: &str = r#"# mine
["a.desktop"] # keep
alias = ["ed", 3]
hidden = true # because
name = "Editor"
environment = { LANG = "C", "A=B" = "x", N = 1 }
other = [1, 2]

[later]
pinned = true
"#;

    fn directories(folder: &Path) -> Directories {
        Directories { config_home: Some(folder.to_owned()), ..Directories::default() }
    }

    fn written(folder: &Path, text: &str) -> PathBuf {
        let path = Overlay::file(&directories(folder)).unwrap();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    #[test]
    fn choices_are_read_and_a_wrong_value_costs_only_itself() {
        let folder = tempfile::tempdir().unwrap();
        let _ = written(folder.path(), TEXT);
        let overlay = Overlay::read(&directories(folder.path())).unwrap();
        let expected = Choice {
            alias: vec!["ed".into()],
            is_hidden: true,
            name: Some("Editor".into()),
            environment: vec![("LANG".into(), "C".into())],
            ..Choice::default()
        };
        assert_eq!(overlay.choice("a.desktop"), Some(expected));
        assert_eq!(overlay.choice("b.desktop"), None);
        let ids: Vec<_> = overlay.choices().map(|(id, choice)| (id, choice.is_pinned)).collect();
        assert_eq!(ids, [("a.desktop", false), ("later", true)]);
    }

    #[test]
    fn a_change_keeps_all_else_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path(), TEXT);
        let mut overlay = Overlay::read(&directories(folder.path())).unwrap();
        let choice = overlay.choice("a.desktop").unwrap();
        overlay.set("a.desktop", &Choice { name: None, is_pinned: true, ..choice.clone() });
        overlay.set("later", &Choice::default());
        overlay.set("new.desktop", &choice);
        overlay.save().unwrap();
        let text = fs::read_to_string(path).unwrap();
        let expected =
            TEXT.replace("name = \"Editor\"\n", "").replace("other = [1, 2]\n", "other = [1, 2]\npinned = true\n");
        let kept = expected.split("\n[later]").next().unwrap();
        assert!(text.starts_with(kept), "{text}");
        assert!(!text.contains("later"), "{text}");
        let again = Overlay::read(&directories(folder.path())).unwrap();
        assert_eq!(again.choice("new.desktop"), Some(choice));
    }

    #[test]
    fn a_file_that_is_no_toml_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path(), "= nonsense");
        let error = Overlay::read(&directories(folder.path())).unwrap_err();
        assert!(matches!(&error, Error::Syntax { path: found, .. } if *found == path), "{error}");
        let nothing = Overlay::read(&Directories::default()).unwrap();
        assert_eq!(nothing.save(), Err(Error::NoFolder));
    }
}
