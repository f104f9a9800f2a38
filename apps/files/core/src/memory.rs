//! What the file manager remembers: the folders a window showed last, and folders that have a view of their own.

use crate::folder::Hidden;
use crate::history::Stop;
use crate::presentation::Presentation;
use crate::search::{Search, Within};

use candela_shared::registry::Target;
use candela_shared::registry::target::file_uri;

use serde::{Deserialize, Serialize};

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What a window shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Session {
    /// Whether the sidebar is hidden.
    pub no_sidebar: bool,
    /// Whether hidden entries are shown.
    pub hidden: bool,
    /// The pane that has the keys, from 0.
    pub active: usize,
    /// The panes.
    #[serde(rename = "pane")]
    pub panes: Vec<Pane>,
}

/// A pane of a window.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Pane {
    /// The tab on show, from 0.
    pub current: usize,
    /// Its tabs.
    #[serde(rename = "tab")]
    pub tabs: Vec<Tab>,
}

/// A tab of a pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Tab {
    /// The folder, as a `file` URI.
    pub folder: String,
    /// How folders are shown that have no view of their own.
    #[serde(default)]
    pub view: Presentation,
}

impl Tab {
    /// Makes one.
    pub fn new(folder: &Path, view: Presentation) -> Self {
        Self { folder: file_uri(folder), view }
    }

    /// The folder; nothing where the URI names none of this machine.
    pub fn path(&self) -> Option<PathBuf> {
        Target::from_uri(&self.folder).path().map(Path::to_owned)
    }
}

impl Session {
    /// What its text says; parts that mean nothing are left out, and nothing of it is an error.
    pub fn parse(text: &str) -> Self {
        let mut session: Self = toml::from_str(text).unwrap_or_default();
        for pane in &mut session.panes {
            pane.tabs.retain(|tab| tab.path().is_some_and(|path| path.is_absolute()));
            pane.current = pane.current.min(pane.tabs.len().saturating_sub(1));
        }
        session.panes.retain(|pane| !pane.tabs.is_empty());
        session.panes.truncate(2);
        session.active = session.active.min(session.panes.len().saturating_sub(1));
        session
    }

    /// Its text.
    pub fn text(&self) -> String {
        toml::to_string(self).expect("numbers, words and tables can be written")
    }

    /// Whether names with a dot are shown.
    pub fn hidden(&self) -> Hidden {
        if self.hidden { Hidden::Shown } else { Hidden::Omitted }
    }
}

/// Folders with a view of their own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Views {
    /// The views by the `file` URIs of their folders.
    folder: BTreeMap<String, Presentation>,
}

impl Views {
    /// What their text says; what means nothing is left out.
    pub fn parse(text: &str) -> Self {
        let table: toml::Table = text.parse().unwrap_or_default();
        let folders = table.get("folder").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        let view = |(uri, view): (String, toml::Value)| Some((uri, view.try_into().ok()?));
        Self { folder: folders.into_iter().filter_map(view).collect() }
    }

    /// Their text.
    pub fn text(&self) -> String {
        toml::to_string(self).expect("numbers, words and tables can be written")
    }

    /// The view of a folder, where it has one of its own.
    pub fn of(&self, folder: &Path) -> Option<&Presentation> {
        self.folder.get(&file_uri(folder))
    }

    /// Gives a folder a view of its own, or takes it.
    pub fn keep(&mut self, folder: &Path, view: Option<Presentation>) {
        let uri = file_uri(folder);
        let _before = match view {
            Some(view) => self.folder.insert(uri, view),
            None => self.folder.remove(&uri),
        };
    }
}

/// Where git is not looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct WithoutGit {
    anywhere: bool,
    /// The `file` URIs of folders below which it is not looked at.
    folders: BTreeSet<String>,
}

impl WithoutGit {
    /// What its text says; what means nothing says nothing.
    pub fn parse(text: &str) -> Self {
        toml::from_str(text).unwrap_or_default()
    }

    /// Its text.
    pub fn text(&self) -> String {
        toml::to_string(self).expect("words and switches can be written")
    }

    /// Whether git is not looked at in a folder.
    pub fn has(&self, folder: &Path) -> bool {
        self.anywhere || folder.ancestors().any(|above| self.folders.contains(&file_uri(above)))
    }

    /// Looks at git anywhere no longer, or again.
    pub fn switch_anywhere(&mut self) {
        self.anywhere = !self.anywhere;
    }

    /// Looks at git in a folder and below no longer, or again: then in what is above too.
    pub fn switch(&mut self, folder: &Path) {
        let above: Vec<String> = folder.ancestors().map(file_uri).collect();
        let before = self.folders.len();
        self.folders.retain(|known| !above.contains(known));
        if self.folders.len() == before {
            let _is_new = self.folders.insert(file_uri(folder));
        }
    }
}

/// Searches that were kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Searches {
    search: Vec<KeptSearch>,
}

/// A search that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct KeptSearch {
    /// The folder it looks below, as a `file` URI.
    folder: String,
    text: String,
    /// Whether the contents of files are looked at.
    #[serde(default)]
    contents: bool,
}

impl KeptSearch {
    fn new(stop: &Stop) -> Option<Self> {
        let search = stop.search.as_ref().filter(|search| search.within != Within::Recent && !search.is_nothing())?;
        let contents = search.within == Within::Contents;
        Some(Self { folder: file_uri(&stop.path), text: search.text.clone(), contents })
    }

    fn stop(&self) -> Option<Stop> {
        let path = Target::from_uri(&self.folder).path().filter(|path| path.is_absolute())?.to_owned();
        let within = if self.contents { Within::Contents } else { Within::Names };
        Some(Stop { path, search: Some(Search { text: self.text.clone(), within }) })
    }
}

impl Searches {
    /// What their text says; those that make no sense are left out.
    pub fn parse(text: &str) -> Self {
        let mut searches: Self = toml::from_str(text).unwrap_or_default();
        searches.search.retain(|search| search.stop().is_some());
        searches
    }

    /// Their text.
    pub fn text(&self) -> String {
        toml::to_string(self).expect("words and switches can be written")
    }

    /// The searches, the one that was kept first first.
    pub fn stops(&self) -> impl Iterator<Item = Stop> + '_ {
        self.search.iter().filter_map(KeptSearch::stop)
    }

    /// Keeps a search, once; what is no search is none.
    pub fn keep(&mut self, stop: &Stop) {
        let new = KeptSearch::new(stop).filter(|search| !self.search.contains(search));
        self.search.extend(new);
    }

    /// Keeps a search no longer.
    pub fn forget(&mut self, stop: &Stop) {
        let gone = KeptSearch::new(stop);
        self.search.retain(|search| Some(search) != gone.as_ref());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presentation::{Fact, Layout, Zoom};
    use crate::sort::{Column, Direction, Order};

    fn some() -> Presentation {
        let order = Order { column: Column::Modified, direction: Direction::Descending, ..Order::default() };
        let mut view = Presentation { layout: Layout::Grid, order, zoom: Zoom::from(3), ..Presentation::default() };
        view.switch(Fact::Type);
        view
    }

    #[test]
    fn a_session_is_read_as_it_was_written_whatever_bytes_its_folders_have() {
        use std::os::unix::ffi::OsStrExt;
        let odd = Path::new(std::ffi::OsStr::from_bytes(b"/home/\xff \"x\""));
        let tabs = vec![Tab::new(odd, some()), Tab::new(Path::new("/"), Presentation::default())];
        let session = Session { hidden: true, active: 0, no_sidebar: true, panes: vec![Pane { current: 1, tabs }] };
        let read = Session::parse(&session.text());
        assert_eq!((&read, read.panes[0].tabs[0].path().as_deref()), (&session, Some(odd)));
    }

    #[test]
    fn a_session_that_makes_no_sense_opens_what_it_can() {
        let text = "active = 7\n[[pane]]\n[[pane]]\ncurrent = 9\n[[pane.tab]]\nfolder = \"file:///a\"\n\
                    [[pane.tab]]\nfolder = \"sftp://host/x\"";
        let session = Session::parse(text);
        assert_eq!((session.active, session.panes.len(), session.panes[0].current), (0, 1, 0));
        assert_eq!(session.panes[0].tabs[0].path().as_deref(), Some(Path::new("/a")));
        assert_eq!(Session::parse("rubbish = ["), Session::default());
    }

    #[test]
    fn a_search_is_kept_once_and_forgotten() {
        let of = |text: &str, within| Stop { path: "/a b".into(), search: Some(Search { text: text.into(), within }) };
        let (names, contents) = (of("x", Within::Names), of("x", Within::Contents));
        let mut searches = Searches::default();
        for stop in [&names, &contents, &names, &of("", Within::Names), &of("x", Within::Recent)] {
            searches.keep(stop);
        }
        let read = Searches::parse(&searches.text());
        assert_eq!(read.stops().collect::<Vec<_>>(), [names.clone(), contents.clone()]);
        searches.forget(&names);
        assert_eq!(searches.stops().collect::<Vec<_>>(), [contents]);
        assert_eq!(Searches::parse("[[search]]\nfolder = \"sftp://x/y\"\ntext = \"z\"").stops().count(), 0);
    }

    #[test]
    fn git_is_off_below_a_folder_until_it_is_wanted_there_again() {
        let mut without = WithoutGit::default();
        without.switch(Path::new("/a b"));
        let read = WithoutGit::parse(&without.text());
        assert_eq!((read.has(Path::new("/a b/c")), read.has(Path::new("/a")), &read), (true, false, &without));
        without.switch(Path::new("/a b/c"));
        assert!(!without.has(Path::new("/a b")));
        without.switch_anywhere();
        assert!(without.has(Path::new("/")));
    }

    #[test]
    fn views_of_folders_are_kept_and_those_of_no_sense_left_out() {
        let mut views = Views::default();
        views.keep(Path::new("/a b"), Some(some()));
        views.keep(Path::new("/c"), Some(some()));
        views.keep(Path::new("/c"), None);
        let text = format!("{}\n[folder.\"file:///d\"]\nlayout = \"sideways\"\n", views.text());
        let read = Views::parse(&text);
        assert_eq!((read.of(Path::new("/a b")), &read), (Some(&some()), &views));
        let first = include_str!("../tests/memory/views-0.1.toml");
        assert_eq!(Views::parse(first).of(Path::new("/home/ada/Pictures")), Some(&some()), "as 0.1 wrote it");
    }
}
