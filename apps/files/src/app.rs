//! The window: what it shows, what happened, and what is to be done next.

pub mod access;
mod action;
pub mod archive;
mod browse;
pub mod bulk;
mod choose;
pub mod clone;
pub mod device;
pub mod git;
mod look;
mod message;
mod operate;
mod outcome;
pub mod palette;
pub mod path;
mod present;
mod preview;
pub mod properties;
pub mod running;
pub mod tree;
pub mod usage;
pub mod versions;

pub use action::Action;
pub use clone::{CloneDialog, Cloning};
use present::arrive;
pub use usage::{Part, Usage};
pub use versions::Versions;

pub use message::{Answer, Clip, Dialog, Extent, Held, Message, Naming, Pace, Read, Seen, Turn, Turns};

use crate::command::Command;
use crate::conflict::Question;
use crate::git_panel::Panel;
use crate::job::{Job, JobId};
use crate::key::{Meaning, Pressed};
use crate::keys::Keys;
use crate::notice;
use crate::tab::{Reading, Tab, TabId, row_more};

use candela_files_core::folder::Hidden;
use candela_files_core::history::Stop;
use candela_files_core::memory::{Searches, Session, Views, WithoutGit};
use candela_files_core::operation::Operation;
use candela_files_core::presentation::Presentation;
use candela_files_core::search::Search;
use candela_files_core::settings::Wrong;
use candela_files_core::system::places::Places;
use candela_shared::display_name::single_line;
use candela_shared::i18n::{Collator, Words};
use candela_shared::tr;
use candela_ui::Look;
use candela_ui::desktop::Desktop;
use candela_ui::settings::Settings;
use candela_ui::tokens::{size, space};

use iced::keyboard::Modifiers;
use iced::{Point, Size};
use jiff::Zoned;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Instant;

/// The widths of the panels beside the rows, in logical pixels.
pub const GIT: f32 = 340.0;
/// That of the previews.
pub const PREVIEW: f32 = 300.0;

/// Something said at the foot of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    number: u64,
    pub(crate) tone: Tone,
    pub(crate) text: String,
    /// What failed, and may go well another time.
    pub(crate) again: Option<Operation>,
}

/// What a notice says, and what it offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It was done, and can be undone.
    Undoable,
    /// It is so.
    Fact,
    /// It failed: it stays until it is dismissed.
    Failure,
}

/// Tabs, of which one is shown.
#[derive(Debug)]
pub struct Pane {
    pub(crate) tabs: Vec<Tab>,
    pub(crate) current: usize,
}

impl Pane {
    /// The tab on show.
    pub fn tab(&self) -> &Tab {
        &self.tabs[self.current]
    }
}

/// The field in the place of the path or above the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// The path, as it is typed.
    Path(Typing),
    /// What names must contain, as it is typed.
    Filter(String),
    /// What is searched for below the folder, as it is typed.
    Search(Search),
}

/// A path that is being typed, and the folders that it may become.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typing {
    pub(crate) text: String,
    pub(crate) offers: Vec<String>,
    /// The offer the keyboard is on.
    pub(crate) chosen: Option<usize>,
}

/// The pane beside the rows that shows the file the keyboard is on.
#[derive(Debug, Default)]
pub struct Preview {
    /// The entry and its path; nothing where the keyboard is on none.
    pub(crate) of: Option<(u32, PathBuf)>,
    pub(crate) seen: Seen,
    /// Whether it has a panel beside the rows, and not only a column among them.
    pub(crate) is_panel: bool,
}

/// What floats over the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Menu {
    /// The menu of the window.
    Main,
    /// The parts of the path that find no room.
    Path,
    /// The places one came from.
    Before,
    /// The places one went back from.
    After,
    /// The columns of a pane.
    Columns(usize),
    /// The branches of the repository that a pane shows.
    Branches(usize),
    /// That of what is selected, at a point of the window.
    Context(Point),
}

/// Letters typed to find a name.
#[derive(Debug)]
struct Typed {
    letters: String,
    at: Instant,
}

/// The state of the window.
#[derive(Debug)]
pub struct App {
    pub(crate) words: Words,
    pub(crate) look: Look,
    /// Which keys mean which command.
    pub(crate) keys: Keys,
    settings: Settings,
    pub(crate) panes: Vec<Pane>,
    pub(crate) active: usize,
    pub(crate) places: Places,
    pub(crate) home: Option<PathBuf>,
    pub(crate) trash: Option<PathBuf>,
    pub(crate) is_sidebar_shown: bool,
    pub(crate) field: Option<Field>,
    pub(crate) menu: Option<Menu>,
    pub(crate) notice: Option<Notice>,
    pub(crate) dialog: Option<Dialog>,
    /// Questions that wait until another one is answered.
    waiting: Vec<Question>,
    pub(crate) turns: Option<Turns>,
    pub(crate) clip: Option<Clip>,
    pub(crate) panel: Option<Panel>,
    pub(crate) preview: Option<Preview>,
    pub(crate) tree: tree::Tree,
    /// The branches in the menu; nothing before they were read.
    pub(crate) branches: Option<Vec<String>>,
    without_git: WithoutGit,
    pub(crate) searches: Searches,
    /// Whether properties are shown as soon as the first folder was read.
    is_explaining: bool,
    /// The number of the newest dialog that reads something, for the threads of older ones to see that they can end.
    pub(crate) asking: Arc<AtomicU64>,
    pub(crate) jobs: Vec<Job>,
    next_job: u64,
    next_notice: u64,
    /// What was wrong with the settings when that was last told.
    told_settings: Option<Wrong>,
    pub(crate) size: Size,
    pub(crate) now: Zoned,
    /// The order of names in the language of the window.
    collator: Collator,
    /// What types are called, of those that were in sight.
    type_names: HashMap<String, &'static str>,
    held: Modifiers,
    typed: Typed,
    is_up: bool,
    next_tab: u64,
    views: Views,
    /// What was kept of the window last; nothing where it was opened for a folder, and none of it is kept.
    session: Option<Kept>,
}

/// What was kept of a window.
#[derive(Debug, Default)]
struct Kept {
    number: u64,
    session: Session,
}

/// What a window begins with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Start {
    /// The folders to show, a tab each.
    pub folders: Vec<PathBuf>,
    /// The files to select there.
    pub selected: Vec<PathBuf>,
    /// Whether it is shown what is known of the selected files.
    pub are_explained: bool,
    /// The home directory.
    pub home: Option<PathBuf>,
    /// The folder of the trash at home that holds the files.
    pub trash: Option<PathBuf>,
    /// What the last window showed, where this one shall show that again.
    pub session: Option<Session>,
    /// Folders with a view of their own.
    pub views: Views,
    /// Where git is not looked at.
    pub without_git: WithoutGit,
    /// Searches that were kept.
    pub searches: Searches,
    /// Which keys mean which command.
    pub keys: Keys,
    /// What is wrong with the keys the user chose.
    pub wrong_keys: Vec<String>,
}

impl App {
    /// Makes the window, its folders still to be read.
    pub fn new(words: Words, settings: Settings, start: Start, now: Zoned) -> (Self, Action) {
        let (direction, collator) = (words.direction(), Collator::new(&words.language()));
        let mut app = Self {
            words,
            look: settings.look(&Desktop::default(), direction),
            keys: start.keys,
            settings,
            panes: vec![Pane { tabs: Vec::new(), current: 0 }],
            active: 0,
            places: Places::default(),
            home: start.home.clone(),
            trash: start.trash.clone(),
            is_sidebar_shown: true,
            field: None,
            menu: None,
            notice: None,
            dialog: None,
            waiting: Vec::new(),
            turns: None,
            clip: None,
            panel: None,
            preview: None,
            tree: tree::Tree::default(),
            branches: None,
            without_git: start.without_git,
            searches: start.searches,
            is_explaining: start.are_explained,
            asking: Arc::default(),
            jobs: Vec::new(),
            next_job: 0,
            next_notice: 0,
            told_settings: None,
            size: crate::window::SIZE,
            now: now.clone(),
            collator,
            type_names: HashMap::new(),
            held: Modifiers::empty(),
            typed: Typed { letters: String::new(), at: Instant::now() },
            is_up: false,
            next_tab: 0,
            views: start.views,
            session: start.session.is_some().then(Kept::default),
        };
        let mut actions = vec![Action::ReadPlaces, Action::FindInterrupted];
        if let Some(detail) = start.wrong_keys.first() {
            let said = tr!(app.words, "files-wrong-key", detail = single_line(detail).into_owned());
            actions.push(app.say(Tone::Failure, said));
        }
        for folder in start.folders {
            let selected = start.selected.iter().filter(|file| file.parent() == Some(&folder));
            let names = selected.filter_map(|file| Some(file.file_name()?.to_owned())).collect();
            let mut tab = app.make_tab(folder, Presentation::default(), Hidden::default());
            arrive(&app.views, &mut tab, names);
            actions.push(read(&mut tab));
            app.panes[0].tabs.push(tab);
        }
        if app.panes[0].tabs.is_empty() {
            actions.push(app.restore_session(&start.session.unwrap_or_default()));
        }
        app.lay_out();
        (app, Action::All(actions))
    }

    /// Takes in what happened and says what must be done.
    pub fn update(&mut self, message: Message) -> Action {
        let action = self.take_in(message);
        let more = [self.ask_next(), self.follow_preview(), self.follow_panel(), self.keep_session()];
        let more: Vec<Action> = more.into_iter().filter(|action| *action != Action::None).collect();
        if more.is_empty() { action } else { Action::All([action].into_iter().chain(more).collect()) }
    }

    fn take_in(&mut self, message: Message) -> Action {
        match message {
            Message::WindowOpened => self.opened(),
            Message::WindowResized(size) => self.resize(size),
            Message::Pressed(pressed) => self.press(&pressed),
            Message::Held(modifiers) => self.hold(modifiers),
            Message::Command(command) => self.command(command),
            Message::Go(path) => self.go(path),
            Message::GoRecent => self.go(Stop { path: self.recent_folder(), search: Some(Search::recent()) }),
            Message::GoTo(stop) => self.go(stop),
            Message::Travel(steps) => self.travel(steps),
            Message::SearchWithin(within) => self.search_within(within),
            Message::RowPressed { pane, row, press } => self.row_pressed(pane, row, &press),
            Message::Scrolled { pane, view } => self.scrolled(pane, view),
            Message::Sort { pane, column } => self.sort(pane, column),
            Message::Widen { pane, fact, by } => self.widen(pane, fact, by),
            Message::ShowTab { pane, tab } => self.show_tab(pane, tab),
            Message::FieldEdited(text) => self.edit_field(text),
            Message::FieldSubmitted => self.submit_field(),
            Message::Close => self.leave(),
            Message::NotKept(error) => self.say(Tone::Failure, notice::cannot_write(&self.words, &error)),
            Message::Menu(menu) => self.show_menu(menu),
            Message::ReadingLasts(reading) => self.say_reading(reading),
            Message::FolderRead { reading, outcome } => self.folder_read(reading, outcome),
            Message::AboveRead { reading, read } => self.above_read(reading, read),
            Message::AboveScrolled { pane, view } => self.above_scrolled(pane, view),
            Message::Arranged { reading, arrangement, folder, rows, groups } => {
                self.arranged(reading, &arrangement, &folder, rows, groups)
            }
            Message::DetailsRead { reading, details, types, now } => {
                self.type_names.extend(types);
                self.details_read(reading, details, now)
            }
            Message::ThumbnailRead { reading, entry, picture } => self.thumbnail_read(reading, entry, picture),
            Message::Path(message) => self.path(message),
            Message::Palette(message) => self.palette(message),
            Message::Git(message) => self.git(message),
            Message::Device(message) => self.device(message),
            Message::Usage(message) => self.usage(message),
            Message::Versions(message) => self.versions(message),
            Message::Clone(message) => self.cloning(message),
            Message::Properties(message) => self.property(message),
            Message::Tree(message) => self.tree(message),
            Message::Bulk(message) => self.bulk(message),
            Message::Archive(message) => self.archive(message),
            Message::Run(message) => self.running(message),
            Message::NewFrom(template) => self.new_from(template),
            Message::RunCustom(number) => self.run_custom(number),
            Message::Seen { path, seen } => self.seen(&path, &seen),
            Message::SlideEnded(path) => self.next_slide(&path),
            Message::Banded { pane, band } => self.banded(pane, band),
            Message::SpaceRead { reading, space } => self.space_read(reading, space),
            Message::PlacesRead(places) => self.places_read(places),
            Message::ClipRead { target, held } => self.clip_read(&target, held),
            Message::Compared { item, sides } => self.compared(&item, sides),
            Message::WindowFocused => Action::ReadPlaces,
            Message::TurnsRead(turns) => self.turns_read(turns),
            Message::FolderChanged { path, names } => self.folder_changed(&path, names.as_deref()),
            Message::LookedAgain { reading, changes } => self.looked_again(reading, changes),
            Message::Opened { path, outcome } => self.file_opened(&path, outcome),
            Message::DialogEdited(text) => self.edit_dialog(text),
            Message::Answered(answer) => self.answer(answer),
            Message::InterruptedFound(count) => self.ask_recovery(count),
            Message::SettingsWrong(wrong) => self.tell_settings(wrong),
            Message::Ticked(now) => self.tick(now),
            Message::SwitchJob(job) => self.switch_job(job),
            Message::CancelJob(job) => self.cancel_job(job),
            Message::Ended { job, operation, outcome } => self.ended(job, operation, &outcome),
            Message::Panel(message) => self.panelled(message),
            Message::NoticeExpired(number) => self.expire(number),
            Message::Retry => self.retry(),
            Message::Dropped(path) => self.dropped(path),
            Message::DesktopAsked(desktop) => self.follow(&desktop),
        }
    }

    /// The tab on show in the active pane.
    pub(crate) fn tab(&self) -> &Tab {
        self.panes[self.active].tab()
    }

    pub(crate) fn tab_mut(&mut self) -> &mut Tab {
        self.tab_of(self.active)
    }

    fn tab_of(&mut self, pane: usize) -> &mut Tab {
        let pane = &mut self.panes[pane];
        &mut pane.tabs[pane.current]
    }

    /// The tab of that name, wherever it is.
    pub(crate) fn find(&self, id: TabId) -> Option<&Tab> {
        self.panes.iter().flat_map(|pane| &pane.tabs).find(|tab| tab.id == id)
    }

    fn find_mut(&mut self, reading: Reading) -> Option<&mut Tab> {
        let mut tabs = self.panes.iter_mut().flat_map(|pane| &mut pane.tabs);
        tabs.find(|tab| tab.reading() == reading)
    }

    /// What a type is called, once that was read.
    pub(crate) fn type_name<'a>(&'a self, mime_type: &'a str) -> &'a str {
        self.type_names.get(mime_type).copied().unwrap_or(mime_type)
    }

    /// The job of that name, while it runs.
    pub(crate) fn job(&self, id: JobId) -> Option<&Job> {
        self.jobs.iter().find(|job| job.id == id)
    }

    /// Every folder on show.
    pub(crate) fn folders(&self) -> Vec<PathBuf> {
        let mut folders: Vec<PathBuf> = self.panes.iter().map(|pane| pane.tab().path().to_owned()).collect();
        folders.sort();
        folders.dedup();
        folders
    }

    /// Whether the window has been seen: what may take its time is asked only then.
    pub(crate) fn is_up(&self) -> bool {
        self.is_up
    }

    /// Whether the sidebar has no room beside the rows.
    pub(crate) fn is_narrow(&self) -> bool {
        self.size.width < size::NARROW
    }

    /// Whether rows are as high as a finger needs them.
    pub(crate) fn is_very_narrow(&self) -> bool {
        self.size.width < size::VERY_NARROW
    }

    /// The height of a row of a tab.
    pub(crate) fn row_height(&self, tab: &Tab) -> f32 {
        self.plain_row_height() + self.look.scaled(row_more(tab.zoom))
    }

    fn plain_row_height(&self) -> f32 {
        match (self.panes.len(), self.is_very_narrow()) {
            (1, false) => self.look.row(),
            (1, true) => self.look.scaled(size::ROW_TOUCH),
            _ => self.look.scaled(size::ROW_COMPACT),
        }
    }

    fn make_tab(&mut self, folder: PathBuf, own: Presentation, hidden: Hidden) -> Tab {
        self.next_tab += 1;
        Tab::new(TabId(self.next_tab), folder, own, hidden)
    }

    fn opened(&mut self) -> Action {
        self.is_up = true;
        Action::None
    }

    fn resize(&mut self, size: Size) -> Action {
        let was_narrow = self.is_narrow();
        self.size = size;
        if was_narrow != self.is_narrow() {
            self.is_sidebar_shown = !self.is_narrow();
        }
        self.lay_out();
        self.look_at_all()
    }

    /// Whether a panel of previews stands beside the rows.
    pub(crate) fn has_preview(&self) -> bool {
        self.preview.as_ref().is_some_and(|preview| preview.is_panel)
    }

    /// The width of the rows of one pane.
    pub(crate) fn pane_width(&self) -> f32 {
        let side =
            if self.is_sidebar_shown && !self.is_narrow() && self.panes.len() == 1 { size::SIDEBAR } else { 0.0 };
        let panels = [self.panel.is_some().then_some(GIT), self.has_preview().then_some(PREVIEW)];
        let panels: f32 =
            panels.into_iter().flatten().filter(|_| !self.is_narrow()).map(|width| width + space::S).sum();
        (self.size.width - side - panels) / self.panes.len() as f32
    }

    fn lay_out(&mut self) {
        let (look, width, height) = (self.look, self.pane_width(), self.plain_row_height());
        for tab in self.panes.iter_mut().flat_map(|pane| &mut pane.tabs) {
            if tab.view.height == 0.0 {
                tab.view.height = self.size.height;
            }
            tab.lay_out(&look, width, height);
        }
    }

    fn press(&mut self, pressed: &Pressed) -> Action {
        if self.dialog.is_some() {
            return self.press_in_dialog(pressed);
        }
        if let Some(done) = self.press_in_path(pressed) {
            return done;
        }
        match pressed.meaning(&self.keys) {
            // Within a name that is being typed it is a letter like others.
            Some(Meaning::Command(Command::Look)) if self.is_typing(pressed.at) => self.find_name(" ", pressed.at),
            Some(Meaning::Command(command)) => self.command(command),
            Some(Meaning::Move(step, select)) => self.move_cursor(step, select),
            Some(Meaning::Sideways(by, select)) => {
                self.move_sideways(if self.look.is_mirrored() { -by } else { by }, select)
            }
            Some(Meaning::Toggle) => self.toggle(),
            Some(Meaning::Leave) => self.leave(),
            Some(Meaning::Tab(by)) => self.turn_tabs(by),
            Some(Meaning::Type(letters)) => self.find_name(&letters, pressed.at),
            Some(Meaning::Menu) => self.show_menu(Menu::Context(self.cursor_point())),
            None => Action::None,
        }
    }

    /// The keys of a question are its own.
    fn press_in_dialog(&mut self, pressed: &Pressed) -> Action {
        if matches!(self.dialog, Some(Dialog::Palette(_))) {
            return self.press_in_palette(pressed);
        }
        match (pressed.meaning(&self.keys), &self.dialog) {
            (Some(Meaning::Leave), _) => self.leave(),
            (Some(Meaning::Command(Command::Look)), Some(Dialog::Look { .. })) => self.leave(),
            (Some(Meaning::Command(Command::Open)), Some(Dialog::Look { .. })) => self.command(Command::Open),
            (Some(Meaning::Move(step, _)), Some(Dialog::Look { .. })) => self.look_on(step),
            _ => Action::None,
        }
    }

    /// Where the row of the keyboard is, about: its menu floats there.
    fn cursor_point(&self) -> Point {
        let tab = self.tab();
        let line = tab.lines.of(tab.selection.cursor().unwrap_or(0));
        let top = (tab.heights.top(line.min(tab.heights.count())) - tab.view.offset).clamp(0.0, tab.view.height);
        let side = if self.is_sidebar_shown && !self.is_narrow() { size::SIDEBAR } else { 0.0 } + size::ROW;
        let x = if self.look.is_mirrored() { self.size.width - side - size::MENU } else { side };
        Point::new(x, size::HEADER + size::TABLE_HEAD + top + size::ROW)
    }

    fn hold(&mut self, modifiers: Modifiers) -> Action {
        self.held = modifiers;
        Action::None
    }

    fn show_menu(&mut self, menu: Menu) -> Action {
        self.menu = if self.menu == Some(menu) { None } else { Some(menu) };
        self.turns = None;
        self.branches = None;
        match self.menu {
            Some(Menu::Main) => Action::ReadTurns,
            Some(Menu::Branches(pane)) => Action::ReadBranches(self.panes[pane].tab().path().to_owned()),
            _ => Action::None,
        }
    }

    fn follow(&mut self, desktop: &Desktop) -> Action {
        self.look = self.settings.look(desktop, self.look.direction);
        self.lay_out();
        Action::None
    }
}

/// Asks for the folder a tab is on.
fn read(tab: &mut Tab) -> Action {
    let reading = tab.begin();
    let (path, arrangement, search) = (tab.path().to_owned(), tab.arrangement.clone(), tab.search().cloned());
    Action::Read { reading, path, arrangement, search }
}

#[cfg(test)]
mod tests;
