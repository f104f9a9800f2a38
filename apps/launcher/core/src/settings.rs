//! How the launcher behaves: `launcher.toml` in the configuration folder of the suite.
//!
//! ```toml
//! home = "grid"              # how applications stand before anything is typed: grid, list
//! hide-on-focus-loss = true
//! stay = false               # wait unseen after a start, even where nobody toggled
//! remember = true            # learn what is started
//! recent-files = true        # show the files used last
//!
//! [sources]                  # what is searched besides applications
//! calculation = true         # and so: session, windows, files, characters, commands, web, external
//!
//! [[search]]                 # the first is offered where nothing is found
//! name = "DuckDuckGo"
//! address = "https://duckduckgo.com/?q={query}"
//! key = "w"                  # "w cats" searches for cats
//! ```
//!
//! Pure: text in, settings out, or the line that is wrong. Unknown keys are those of another version and say nothing.

use crate::list::Shape;

use thiserror::Error;
use toml_edit::{Document, DocumentMut, Item, Table, TableLike, Value};

use std::ops::Range;

/// Where the query goes in the address of an engine.
const QUERY: &str = "{query}";

/// What the user chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How applications stand before anything is typed.
    pub home: Shape,
    /// Whether the window hides when another gets the keyboard.
    pub hides_on_focus_loss: bool,
    /// Whether it waits unseen after it was left, instead of ending.
    pub stays: bool,
    /// Whether what is started is remembered.
    pub remembers: bool,
    /// Whether the files used last are shown.
    pub shows_recent_files: bool,
    /// The sources that are switched off.
    off: Vec<Source>,
    /// The search engines, the one to offer first.
    pub engines: Vec<Engine>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            home: Shape::Tiles,
            hides_on_focus_loss: true,
            stays: false,
            remembers: true,
            shows_recent_files: true,
            off: Vec::new(),
            engines: vec![Engine {
                name: "DuckDuckGo".to_owned(),
                address: "https://duckduckgo.com/?q={query}".to_owned(),
                key: None,
            }],
        }
    }
}

/// What is searched besides applications.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Sums.
    Calculation,
    /// Lock, shut down.
    Session,
    /// Open windows.
    Windows,
    /// Files by name.
    Files,
    /// Characters of Unicode.
    Characters,
    /// Programs with arguments.
    Commands,
    /// Searches on the web.
    Web,
    /// Providers of others.
    External,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 8] = [
        Self::Calculation,
        Self::Session,
        Self::Windows,
        Self::Files,
        Self::Characters,
        Self::Commands,
        Self::Web,
        Self::External,
    ];

    /// Its key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Calculation => "calculation",
            Self::Session => "session",
            Self::Windows => "windows",
            Self::Files => "files",
            Self::Characters => "characters",
            Self::Commands => "commands",
            Self::Web => "web",
            Self::External => "external",
        }
    }
}

/// A search engine of the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engine {
    /// What it is called.
    pub name: String,
    /// Where it searches, with `{query}` for what is searched for.
    pub address: String,
    /// The word that begins a query for it.
    pub key: Option<String>,
}

impl Engine {
    /// The address of a search, every letter of the text encoded that is not safe.
    ///
    /// Spec: RFC 3986, "Unreserved Characters".
    pub fn address_for(&self, text: &str) -> String {
        let encode = |byte: u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        };
        self.address.replace(QUERY, &text.bytes().map(encode).collect::<String>())
    }
}

/// What is wrong with the text, and in which line (from 1).
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Wrong {
    /// It is no TOML.
    #[error("line {line}: {message}")]
    Syntax {
        /// The line.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// A key has a value it cannot have.
    #[error("line {line}: {key} cannot be {value}")]
    Value {
        /// The line.
        line: usize,
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
}

/// One thing to change, for who shows the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// How applications stand.
    Home(Shape),
    /// Whether to hide when the keyboard goes elsewhere.
    HideOnFocusLoss(bool),
    /// Whether to wait unseen.
    Stay(bool),
    /// Whether to remember.
    Remember(bool),
    /// Whether to show the files used last.
    RecentFiles(bool),
    /// Whether to search there.
    Source(Source, bool),
}

impl Settings {
    /// Whether a source is searched.
    pub fn has(&self, source: Source) -> bool {
        !self.off.contains(&source)
    }

    /// Reads the text of a settings file.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let document: Document<&str> = Document::parse(text).map_err(|error| syntax(text, &error))?;
        let reader = Reader { text };
        let table = document.as_table();
        let truth = |key: &str, usual: bool| reader.truth(table, key).map(|value| value.unwrap_or(usual));
        let usual = Self::default();
        Ok(Self {
            home: reader.home(table)?.unwrap_or_default(),
            hides_on_focus_loss: truth("hide-on-focus-loss", usual.hides_on_focus_loss)?,
            stays: truth("stay", usual.stays)?,
            remembers: truth("remember", usual.remembers)?,
            shows_recent_files: truth("recent-files", usual.shows_recent_files)?,
            off: reader.off(table)?,
            engines: reader.engines(table)?.unwrap_or(usual.engines),
        })
    }

    /// Puts one change into a text, which keeps its comments and all else.
    ///
    /// # Errors
    /// [`Wrong::Syntax`]: what cannot be read is not changed.
    pub fn change(text: &str, change: Change) -> Result<String, Wrong> {
        let mut document: DocumentMut = text.parse().map_err(|error| syntax(text, &error))?;
        let (table, key, value): (&str, &str, Value) = match change {
            Change::Home(Shape::Tiles) => ("", "home", "grid".into()),
            Change::Home(Shape::Rows) => ("", "home", "list".into()),
            Change::HideOnFocusLoss(is_on) => ("", "hide-on-focus-loss", is_on.into()),
            Change::Stay(is_on) => ("", "stay", is_on.into()),
            Change::Remember(is_on) => ("", "remember", is_on.into()),
            Change::RecentFiles(is_on) => ("", "recent-files", is_on.into()),
            Change::Source(source, is_on) => ("sources", source.key(), is_on.into()),
        };
        let root = document.as_table_mut();
        let parent: &mut dyn TableLike = if table.is_empty() {
            root
        } else {
            let item = root.entry(table).or_insert_with(|| Item::Table(Table::new()));
            if !item.is_table_like() {
                *item = Item::Table(Table::new());
            }
            item.as_table_like_mut().expect("it was just made a table")
        };
        put(parent, key, value);
        Ok(document.to_string())
    }
}

/// Puts a value in the place of another, whose comments stay.
fn put(table: &mut dyn TableLike, key: &str, mut value: Value) {
    if let Some(before) = table.get_mut(key).and_then(Item::as_value_mut) {
        *value.decor_mut() = before.decor().clone();
        *before = value;
    } else {
        let _before = table.insert(key, Item::Value(value));
    }
}

fn syntax(text: &str, error: &toml_edit::TomlError) -> Wrong {
    let at = error.span().map_or(0, |span| span.start);
    Wrong::Syntax { line: line(text, at), message: error.message().to_owned() }
}

fn line(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

/// Reads values, and says where they are wrong.
struct Reader<'a> {
    text: &'a str,
}

impl Reader<'_> {
    fn wrong(&self, key: &str, item: &Item) -> Wrong {
        let span: Range<usize> = item.span().unwrap_or(0..0);
        let value = self.text.get(span.clone()).unwrap_or_default().lines().next().unwrap_or_default();
        Wrong::Value { line: line(self.text, span.start), key: key.to_owned(), value: value.to_owned() }
    }

    fn truth(&self, table: &dyn TableLike, key: &str) -> Result<Option<bool>, Wrong> {
        let Some(item) = table.get(key) else {
            return Ok(None);
        };
        item.as_bool().map(Some).ok_or_else(|| self.wrong(key, item))
    }

    fn words(&self, table: &dyn TableLike, key: &str) -> Result<Option<String>, Wrong> {
        let Some(item) = table.get(key) else {
            return Ok(None);
        };
        let text = item.as_str().filter(|text| !text.trim().is_empty());
        text.map(|text| Some(text.to_owned())).ok_or_else(|| self.wrong(key, item))
    }

    fn home(&self, table: &dyn TableLike) -> Result<Option<Shape>, Wrong> {
        match table.get("home").map(|item| (item, item.as_str())) {
            None => Ok(None),
            Some((_, Some("grid"))) => Ok(Some(Shape::Tiles)),
            Some((_, Some("list"))) => Ok(Some(Shape::Rows)),
            Some((item, _)) => Err(self.wrong("home", item)),
        }
    }

    fn off(&self, table: &dyn TableLike) -> Result<Vec<Source>, Wrong> {
        let Some(item) = table.get("sources") else {
            return Ok(Vec::new());
        };
        let sources = item.as_table_like().ok_or_else(|| self.wrong("sources", item))?;
        let mut off = Vec::new();
        for source in Source::ALL {
            if self.truth(sources, source.key())? == Some(false) {
                off.push(source);
            }
        }
        Ok(off)
    }

    fn engines(&self, table: &dyn TableLike) -> Result<Option<Vec<Engine>>, Wrong> {
        let Some(item) = table.get("search") else {
            return Ok(None);
        };
        let tables = item.as_array_of_tables().ok_or_else(|| self.wrong("search", item))?;
        let engines = tables.iter().map(|engine| {
            let name = self.words(engine, "name")?;
            let address = self.words(engine, "address")?.filter(|address| is_address(address));
            let (Some(name), Some(address)) = (name, address) else {
                let at = engine.get("address").or(engine.get("name")).unwrap_or(item);
                return Err(self.wrong("address", at));
            };
            let key = self.words(engine, "key")?;
            Ok(Engine { name, address, key })
        });
        engines.collect::<Result<Vec<_>, _>>().map(Some)
    }
}

/// Whether it is where a search can go: an address of the web with a place for the query.
fn is_address(address: &str) -> bool {
    (address.starts_with("https://") || address.starts_with("http://")) && address.contains(QUERY)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# mine\nhome = \"list\" # so\nstay = true\nnews = 1\n\n[sources]\nweb = false\n\n[[search]]\nname = \"W\"\naddress = \"https://w.example/{query}\"\nkey = \"w\"\n";

    #[test]
    fn what_is_chosen_counts_and_the_rest_is_as_usual() {
        let settings = Settings::parse(TEXT).unwrap();
        assert_eq!((settings.home, settings.stays, settings.remembers), (Shape::Rows, true, true));
        assert!(!settings.has(Source::Web) && settings.has(Source::Files));
        assert_eq!(settings.engines[0].address_for("a b"), "https://w.example/a%20b");
        assert_eq!(Settings::parse(""), Ok(Settings::default()));
    }

    #[test]
    fn a_wrong_line_is_named_by_its_number() {
        let cases = [
            ("stay = true\nhome = \"cloud\"\n", 2, "home"),
            ("\n\nstay = \"yes\"", 3, "stay"),
            ("[sources]\nfiles = 1", 2, "files"),
            ("sources = 1", 1, "sources"),
            ("search = 1", 1, "search"),
            ("[[search]]\nname = \"x\"\naddress = \"https://x.example/\"", 3, "address"),
            ("[[search]]\nname = \"x\"\naddress = \"file:///{query}\"", 3, "address"),
            ("[[search]]\nname = \"\"", 2, "name"),
        ];
        for (text, expected, wanted) in cases {
            let Err(Wrong::Value { line, key, .. }) = Settings::parse(text) else { panic!("{text}") };
            assert_eq!((line, key.as_str()), (expected, wanted), "{text}");
        }
        let error = Settings::parse("stay = true\nhome = \n").unwrap_err();
        assert!(matches!(error, Wrong::Syntax { line: 2, .. }), "{error}");
    }

    #[test]
    fn a_change_keeps_comments_and_all_else() {
        let changed = Settings::change(TEXT, Change::Home(Shape::Tiles)).unwrap();
        assert_eq!(changed, TEXT.replace("\"list\"", "\"grid\""));
        let changed = Settings::change(TEXT, Change::Source(Source::Web, true)).unwrap();
        assert_eq!(changed, TEXT.replace("web = false", "web = true"));
        let changed = Settings::change("", Change::Source(Source::Files, false)).unwrap();
        assert!(!Settings::parse(&changed).unwrap().has(Source::Files), "{changed}");
        for change in
            [Change::HideOnFocusLoss(false), Change::Stay(true), Change::Remember(false), Change::RecentFiles(false)]
        {
            let text = Settings::change("", change).unwrap();
            assert_ne!(Settings::parse(&text), Ok(Settings::default()), "{text}");
        }
        assert!(Settings::change("= broken", Change::Stay(true)).is_err());
    }
}
