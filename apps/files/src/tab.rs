//! One folder on show: what was read of it, which rows there are, what is selected, and the way one came.

use crate::app::Read;
use crate::lines::Lines;

use candela_files_core::PathError;
use candela_files_core::entry::Kind;
use candela_files_core::folder::{Arrangement, Change, Folder, Followed, Hidden};
use candela_files_core::group::Group;
use candela_files_core::history::History;
use candela_files_core::presentation::{FactColumn, Layout, Presentation, Zoom};
use candela_files_core::search::Search;
use candela_files_core::selection::Selection;
use candela_files_core::system::Detail;
use candela_files_core::system::git::{FolderStates, GitError, Summary};
use candela_files_core::system::places::Space;
use candela_files_core::thumbnail;
use candela_shared::i18n::Collator;
use candela_ui::Look;
use candela_ui::scene::Scene;
use candela_ui::tokens::{icon, size, space};
use candela_ui::widget::list::{Heights, View};

use iced::Rectangle;
use iced::widget::image::Handle;

use std::collections::{HashMap, HashSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Names a tab as long as the window lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TabId(pub u64);

/// Names one reading of a folder; an outcome of an older one is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reading {
    /// The tab that asked.
    pub tab: TabId,
    /// How often it had asked before.
    pub number: u64,
}

/// What is known of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is being read, for a moment: what was there before stays on show.
    Loading,
    /// It is being read, and it takes its time.
    StillLoading,
    /// Its first entries are there, and more come.
    Growing,
    /// It is there as a whole.
    Ready,
    /// It cannot be read.
    Failed(PathError),
}

/// What git tells of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GitView {
    /// Of each name.
    pub states: FolderStates,
    /// Of the repository.
    pub summary: Summary,
}

/// The folder above the one on show.
#[derive(Debug)]
pub struct Above {
    pub(crate) folder: Arc<Folder>,
    pub(crate) rows: Arc<[u32]>,
    pub(crate) heights: Heights,
    pub(crate) view: View,
}

/// A folder on show.
#[derive(Debug)]
pub struct Tab {
    pub(crate) id: TabId,
    pub(crate) history: History,
    pub(crate) arrangement: Arrangement,
    pub(crate) layout: Layout,
    pub(crate) zoom: Zoom,
    /// What a table tells behind the names.
    pub(crate) facts: Vec<FactColumn>,
    /// How folders are shown that have no view of their own.
    pub(crate) own: Presentation,
    pub(crate) state: State,
    pub(crate) folder: Arc<Folder>,
    pub(crate) rows: Arc<[u32]>,
    /// Where groups of rows begin.
    pub(crate) groups: Arc<[(usize, Group)]>,
    pub(crate) selection: Selection,
    pub(crate) view: View,
    pub(crate) heights: Heights,
    /// Which rows stand side by side.
    pub(crate) lines: Lines,
    pub(crate) git: Result<Option<GitView>, GitError>,
    pub(crate) space: Option<Space>,
    /// What the folder above holds, once that was read for its column.
    pub(crate) above: Option<Above>,
    details: HashMap<u32, Detail>,
    asked: HashSet<u32>,
    /// How pictures look; nothing for those that cannot be shown.
    thumbnails: HashMap<u32, Option<Handle>>,
    /// Counts what was in sight, for the thread of what no longer is to see that it can end.
    pub(crate) turn: Arc<AtomicU64>,
    number: u64,
    /// Names to select as soon as the folder is there.
    wanted: Vec<OsString>,
    /// The number of the newest reading, for the threads of older ones to see that they can end.
    pub(crate) newest: Arc<AtomicU64>,
}

impl Tab {
    /// Makes a tab on a folder that is still to be read.
    pub fn new(id: TabId, folder: PathBuf, own: Presentation, hidden: Hidden) -> Self {
        let arrangement = Arrangement { order: own.order, hidden, filter: String::new(), grouped: own.grouped };
        Self {
            id,
            history: History::new(folder),
            arrangement,
            layout: own.layout,
            zoom: own.zoom,
            facts: own.facts.clone(),
            own,
            state: State::Loading,
            folder: Arc::default(),
            rows: Arc::default(),
            groups: Arc::default(),
            selection: Selection::default(),
            view: View::of_height(0.0),
            heights: Heights::default(),
            lines: Lines::default(),
            git: Ok(None),
            space: None,
            above: None,
            details: HashMap::new(),
            asked: HashSet::new(),
            thumbnails: HashMap::new(),
            turn: Arc::default(),
            number: 0,
            wanted: Vec::new(),
            newest: Arc::default(),
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.history.here()
    }

    /// What is searched for there; nothing where the folder itself is on show.
    pub fn search(&self) -> Option<&Search> {
        self.history.search()
    }

    /// How it is shown.
    pub fn presentation(&self) -> Presentation {
        let (layout, order, zoom) = (self.layout, self.arrangement.order, self.zoom);
        Presentation { layout, order, zoom, grouped: self.arrangement.grouped, facts: self.facts.clone() }
    }

    /// Is shown so from now on.
    pub fn present(&mut self, shown: Presentation) {
        (self.layout, self.arrangement.order, self.zoom) = (shown.layout, shown.order, shown.zoom);
        (self.facts, self.arrangement.grouped) = (shown.facts, shown.grouped);
    }

    /// The scene it makes: which rows it has, how large, and how far they are scrolled.
    pub fn scene(&self) -> Scene {
        Scene::of((self.id, self.rows.as_ptr().addr(), self.zoom.level(), self.view.offset.to_bits()))
    }

    /// Whether it was never read.
    pub fn is_new(&self) -> bool {
        self.number == 0
    }

    /// The reading it waits for or shows.
    pub fn reading(&self) -> Reading {
        Reading { tab: self.id, number: self.number }
    }

    /// Begins another reading of the folder it is on.
    pub fn begin(&mut self) -> Reading {
        self.number += 1;
        self.newest.store(self.number, Ordering::Relaxed);
        self.state = State::Loading;
        self.reading()
    }

    /// Begins with another folder: selects these names there, and forgets what was typed to filter.
    pub fn arrive(&mut self, wanted: Vec<OsString>) {
        self.wanted = wanted;
        self.arrangement.filter.clear();
        self.git = Ok(None);
        self.space = None;
    }

    /// Selects these names as soon as the folder was read again; none leaves the selection as it is.
    pub fn want(&mut self, names: Vec<OsString>) {
        self.wanted = names;
    }

    /// Takes what was read of the folder.
    pub fn take(&mut self, folder: Arc<Folder>, rows: Arc<[u32]>, state: State) {
        let is_same = folder.path() == self.folder.path();
        self.selection = match is_same {
            true => self.selection.carried(&self.folder, &folder, &self.rows, &rows),
            false => Selection::default(),
        };
        if !is_same {
            self.view.offset = 0.0;
        }
        self.details.clear();
        self.asked.clear();
        self.thumbnails.clear();
        (self.folder, self.rows, self.state) = (folder, rows, state);
        if self.state == State::Ready {
            self.select_wanted();
        }
    }

    /// Whether more is on show than a beginning: the whole of the same folder, read before.
    pub fn is_shown_whole(&self, beginning: &Read) -> bool {
        self.search().is_none() && self.state != State::Growing && self.folder.path() == beginning.folder.path()
    }

    /// Shows nothing: the folder cannot be read.
    pub fn fail(&mut self, error: PathError) {
        let empty =
            Arc::new(Folder::new(self.path().to_owned(), Vec::new(), &candela_shared::i18n::Collator::new("en")));
        self.groups = Arc::default();
        self.take(empty, Arc::default(), State::Failed(error));
    }

    fn select_wanted(&mut self) {
        let names: Vec<_> = self.wanted.iter().map(OsString::as_os_str).collect();
        let entries: HashSet<u32> =
            if names.is_empty() { HashSet::new() } else { self.folder.find(&names).into_iter().collect() };
        let mut rows = self.rows.iter().enumerate().filter(|(_, entry)| entries.contains(entry)).map(|(row, _)| row);
        if let Some(first) = rows.next() {
            self.selection.only(first, &self.rows);
            for row in rows.collect::<Vec<_>>() {
                self.selection.toggle(row, &self.rows);
            }
        }
        self.wanted.clear();
    }

    /// Whether changes can be taken one by one: not in a search, nor before the folder is there.
    pub fn can_follow(&self) -> bool {
        let is_there = self.state == State::Ready && self.folder.path() == self.path();
        is_there && self.search().is_none() && self.arrangement.can_follow() && self.wanted.is_empty()
    }

    /// Takes what stands under names that changed.
    pub fn follow(&mut self, changes: Vec<Change>, collator: &Collator) {
        let mut rows = self.rows.to_vec();
        let folder = Arc::make_mut(&mut self.folder);
        for change in changes {
            for followed in folder.follow(change, &mut rows, &self.arrangement, collator) {
                match followed {
                    Followed::Added(row) => self.selection.row_added(row),
                    Followed::Removed(row, entry) => self.selection.row_removed(row, entry, rows.len()),
                    // What was told of it is so no longer.
                    Followed::Changed(entry) => {
                        let _told = (self.details.remove(&entry), self.thumbnails.remove(&entry));
                        let _asked = self.asked.remove(&entry);
                    }
                }
            }
        }
        self.rows = rows.into();
    }

    /// The group that begins with a row, where rows stand in groups.
    pub fn group_at(&self, row: usize) -> Option<&Group> {
        if self.layout == Layout::Columns {
            return None;
        }
        self.groups.binary_search_by_key(&row, |(first, _)| *first).ok().map(|at| &self.groups[at].1)
    }

    /// Takes other rows of the same folder.
    pub fn rearrange(&mut self, rows: Arc<[u32]>) {
        self.selection = self.selection.carried(&self.folder, &self.folder, &self.rows, &rows);
        self.rows = rows;
    }

    /// Lays the rows out in a pane of that width.
    pub fn lay_out(&mut self, look: &Look, width: f32, row_height: f32) {
        let columns = match self.layout {
            Layout::Details | Layout::Columns => 1,
            Layout::Grid => columns(width, cell(self.zoom).0),
            Layout::Compact => columns(width, COMPACT),
        };
        let height = match self.layout {
            Layout::Details | Layout::Compact | Layout::Columns => row_height + look.scaled(row_more(self.zoom)),
            Layout::Grid => look.scaled(cell(self.zoom).1) + space::S,
        };
        if self.groups.is_empty() || self.layout == Layout::Columns {
            self.lines = Lines::new(columns, self.rows.len(), []);
            self.heights = Heights::same(self.lines.count(), height);
            return;
        }
        self.lines = Lines::new(columns, self.rows.len(), self.groups.iter().map(|(first, _)| *first));
        let head = look.scaled(GROUP);
        let more = |line| if self.group_at(self.lines.rows(line).start).is_some() { head } else { 0.0 };
        self.heights = Heights::each((0..self.lines.count()).map(|line| height + more(line)));
    }

    /// The rows of entries that are in sight, and a few more.
    pub fn in_sight(&self) -> std::ops::Range<usize> {
        self.lines.rows_of(self.view.rows(&self.heights))
    }

    /// The rows that a band touches; it is told from the corner of what is in sight.
    pub fn rows_in(&self, band: Rectangle, is_mirrored: bool, width: f32) -> Vec<usize> {
        let top = band.y + self.view.offset;
        let lines = self.heights.between(top.max(0.0), (top + band.height).max(0.0));
        let cell = match self.layout {
            Layout::Details | Layout::Columns => f32::INFINITY,
            Layout::Grid => cell(self.zoom).0,
            Layout::Compact => COMPACT,
        };
        let from = if is_mirrored { width - band.x - band.width } else { band.x };
        let is_touched = |column: usize| {
            let start = GRID_SIDES + column as f32 * (cell + space::XS);
            self.lines.columns() == 1 || (start < from + band.width && from < start + cell)
        };
        let columns: Vec<usize> = (0..self.lines.columns()).filter(|column| is_touched(*column)).collect();
        let rows = lines.flat_map(|line| {
            let rows = self.lines.rows(line);
            columns.iter().map(move |column| rows.start + column).filter(move |row| *row < rows.end)
        });
        rows.collect()
    }

    /// The entries in sight of which nothing was asked yet; they count as asked for from now on.
    pub fn wanted_details(&mut self) -> Vec<u32> {
        let rows = Arc::clone(&self.rows);
        rows[self.in_sight()].iter().copied().filter(|entry| self.asked.insert(*entry)).collect()
    }

    /// Keeps what was told of entries.
    pub fn put_details(&mut self, details: Vec<(u32, Detail)>) {
        self.details.extend(details);
    }

    /// The pictures in sight that are not there yet; what was asked for before is asked for no longer.
    pub fn wanted_thumbnails(&mut self) -> Vec<u32> {
        if self.layout != Layout::Grid {
            return Vec::new();
        }
        let is_picture = |entry: u32| self.detail(entry).is_some_and(|detail| thumbnail::is_shown(&detail.mime_type));
        let in_sight = self.rows[self.in_sight()].iter().copied();
        let wanted: Vec<u32> =
            in_sight.filter(|entry| is_picture(*entry) && !self.thumbnails.contains_key(entry)).collect();
        if !wanted.is_empty() {
            let _before = self.turn.fetch_add(1, Ordering::Relaxed);
        }
        wanted
    }

    /// Keeps how a picture looks; of many, only those in sight are kept.
    pub fn put_thumbnail(&mut self, entry: u32, picture: Option<Handle>) {
        /// A few screens full: 64 MB at the most.
        const KEPT: usize = 256;
        if self.thumbnails.len() >= KEPT {
            let in_sight: HashSet<u32> = self.rows[self.in_sight()].iter().copied().collect();
            self.thumbnails.retain(|entry, _| in_sight.contains(entry));
        }
        let _older = self.thumbnails.insert(entry, picture);
    }

    /// How a picture looks, once it was read.
    pub fn thumbnail(&self, entry: u32) -> Option<&Handle> {
        self.thumbnails.get(&entry)?.as_ref()
    }

    /// What is told of an entry, once it was looked at.
    pub fn detail(&self, entry: u32) -> Option<&Detail> {
        self.details.get(&entry)
    }

    /// What an entry is, symbolic links followed as far as that is known.
    pub fn kind(&self, entry: u32) -> Kind {
        self.detail(entry).map_or(self.folder.entry(entry).kind, |detail| detail.kind)
    }

    /// The entry of a row.
    pub fn entry_at(&self, row: usize) -> Option<u32> {
        self.rows.get(row).copied()
    }

    /// Keeps what the folder above holds; says how far its column is to be scrolled to have this folder in its middle.
    pub fn put_above(&mut self, folder: Arc<Folder>, rows: Arc<[u32]>, row_height: f32) -> f32 {
        let heights = Heights::same(rows.len(), row_height);
        let name = self.path().file_name();
        let here = rows.iter().position(|entry| Some(folder.entry(*entry).name.as_os_str()) == name).unwrap_or(0);
        let mut view = View::of_height(self.view.height);
        let highest = (heights.total() - view.height).max(0.0);
        view.offset = (heights.top(here) - (view.height - row_height) / 2.0).clamp(0.0, highest);
        let offset = view.offset;
        self.above = Some(Above { folder, rows, heights, view });
        offset
    }

    /// The paths of what is selected, or of the row the keyboard is on.
    pub fn chosen(&self) -> Vec<u32> {
        let selected: Vec<u32> = self.selection.entries().collect();
        match selected.is_empty() {
            true => self.selection.cursor().and_then(|row| self.entry_at(row)).into_iter().collect(),
            false => selected,
        }
    }

    /// The sizes of the selected files together, as far as they are known.
    pub fn selected_size(&self) -> Option<u64> {
        let size = |entry| match self.kind(entry) {
            Kind::File => self.detail(entry)?.facts.map(|facts| facts.size).or(Some(0)),
            _ => None,
        };
        self.selection.entries().map(size).sum()
    }
}

/// The height of the head of a group.
pub const GROUP: f32 = 32.0;

/// The square a picture of the grid stands in.
pub fn art(zoom: Zoom) -> f32 {
    [56.0, 72.0, 112.0, 152.0, 232.0][zoom.level()]
}

/// The picture of a type in the grid.
pub fn grid_icon(zoom: Zoom) -> f32 {
    [48.0, icon::GRID, 96.0, 128.0, 192.0][zoom.level()]
}

/// Width and height of a cell of the grid: the picture, and two lines of a name.
pub fn cell(zoom: Zoom) -> (f32, f32) {
    (art(zoom) + 68.0, art(zoom) + 62.0)
}

/// The picture of a type in a row.
pub fn row_icon(zoom: Zoom) -> f32 {
    [16.0, icon::ROW, 28.0, 40.0, 56.0][zoom.level()]
}

/// By how much a row is higher than others.
pub fn row_more(zoom: Zoom) -> f32 {
    [-6.0, 0.0, 6.0, 18.0, 34.0][zoom.level()]
}

/// Between the edge of the pane and its cells.
pub const GRID_SIDES: f32 = 16.0;

/// Width of a cell of names alone.
pub const COMPACT: f32 = 232.0;

fn columns(width: f32, cell: f32) -> usize {
    let room = width - 2.0 * GRID_SIDES - size::SCROLLER + space::XS;
    ((room / (cell + space::XS)) as usize).max(1)
}
