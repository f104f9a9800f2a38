//! The launcher's window: what it shows, what happened, and what is to be done next.

mod panel;

pub use panel::{Line, Panel};

use crate::icons::Icons;
use crate::key::Pressed;
use crate::lines::Lines;
use crate::notice::{Failure, Notice};

use candela_launcher_core::list::Found;
use candela_launcher_core::list::Step;
use candela_launcher_core::provider::{Deed, Providers};
use candela_launcher_core::system::history;
use candela_launcher_core::system::instance::Request;
use candela_launcher_core::{Catalogue, Finding, History, Hit, Items, Kind};
use candela_shared::i18n::Words;
use candela_ui::Look;
use candela_ui::desktop::Desktop;
use candela_ui::icon::Raster;
use candela_ui::settings::Settings;
use candela_ui::tokens::icon;
use candela_ui::widget::list::View;

use iced::{Size, window};

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// The most hits a query lists; more are never looked through by eye.
pub const HITS: usize = 50;

/// What happened: the user's choice, or the outcome of an [`Action`].
#[derive(Debug, Clone)]
pub enum Message {
    /// The window came up.
    WindowOpened(window::Id),
    /// A key was pressed.
    Pressed(Pressed),
    /// The window has this size.
    WindowResized(Size),
    /// Reading the installed applications takes so long that it must be said.
    LoadingLasts,
    /// The installed applications were read.
    CatalogueRead(Arc<Catalogue>),
    /// The query was edited.
    QueryChanged(String),
    /// A query was searched for.
    Searched {
        /// That query.
        query: String,
        /// What was searched.
        catalogue: Arc<Catalogue>,
        /// What it found.
        hits: Vec<Hit>,
    },
    /// A provider answered a query.
    Found {
        /// That query.
        query: String,
        /// What it found.
        findings: Vec<Finding>,
        /// How many providers have still to answer.
        left: usize,
    },
    /// What was started before was read, or kept.
    HistoryRead(Result<History, history::Error>),
    /// Move the selection.
    Move(Step),
    /// Go on in reading direction: the next tile, or the actions of the selected hit.
    GoForward,
    /// Go back in reading direction: the tile before, or out of the actions.
    GoBackward,
    /// Show the actions of the selected application, or leave them.
    SwitchActions,
    /// Start what is selected.
    Open,
    /// Start that item, counted from 0.
    OpenItem(usize),
    /// Leave the innermost thing: failure, actions, query, window.
    Leave,
    /// Empty the query.
    Clear,
    /// Take the failure off the window.
    Dismiss,
    /// Read the installed applications again.
    Retry,
    /// Another part of the list is in sight.
    Scrolled(View),
    /// The icon of an application was looked for.
    IconRead {
        /// The application's position in the index.
        entry: usize,
        /// The side it is drawn at, in logical pixels.
        side: u32,
        /// What was found.
        picture: Option<Raster>,
    },
    /// The window has so many pixels to a logical one.
    Rescaled(f32),
    /// An application was started, or could not be.
    Started {
        /// Its name.
        name: String,
        /// Why not.
        outcome: Result<(), Failure>,
    },
    /// A started application lived, or died at once.
    Settled {
        /// Its name.
        name: String,
        /// How it died.
        outcome: Result<(), Failure>,
    },
    /// Another launcher was started and asks this of us.
    Requested(Request),
    /// The desktop wants windows to look so.
    DesktopAsked(Desktop),
}

/// What must be done next.
#[derive(Debug, PartialEq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// These, in order.
    All(Vec<Action>),
    /// Read the installed applications.
    ReadCatalogue,
    /// Search for a query.
    Search(String),
    /// Start an application, or one of its actions.
    Launch {
        /// Its position in the index.
        entry: usize,
        /// Which.
        kind: Kind,
    },
    /// Start an application in a terminal; by its position in the index.
    LaunchInTerminal(usize),
    /// Show a file in the file manager.
    ShowFile(PathBuf),
    /// Do what a finding of that name says.
    Do {
        /// Its name.
        name: String,
        /// What it says.
        deed: Deed,
    },
    /// Put a text on the clipboard.
    Copy(String),
    /// Forget that an application was started; by its ID.
    Forget(String),
    /// Read the icons of these applications.
    ReadIcons {
        /// Their positions in the index.
        entries: Vec<usize>,
        /// The side they are drawn at, in logical pixels.
        side: u32,
    },
    /// Scroll the list to that offset, in logical pixels.
    Scroll(f32),
    /// Put the keyboard into the query.
    FocusQuery,
    /// Fit the window to the screen it came up on.
    Fit(window::Id),
    /// Hide the window.
    Hide(window::Id),
    /// Show the window again, in front.
    Show(window::Id),
    /// End.
    Quit,
}

/// What is known of the installed applications.
#[derive(Debug)]
pub enum Applications {
    /// They are being read, for a moment.
    Loading,
    /// They are being read, and it takes its time.
    StillLoading,
    /// They were read.
    Ready(Arc<Catalogue>),
}

/// Whether the window is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    /// It is being made.
    Coming,
    Shown(window::Id),
    /// It is unseen, and ends as soon as what it started is known to live.
    Leaving(window::Id),
    /// It is unseen, and waits to be shown again.
    Hidden(window::Id),
}

/// The state of the window.
#[derive(Debug)]
pub struct App {
    pub(crate) words: Words,
    pub(crate) look: Look,
    /// What the user chose of the look.
    settings: Settings,
    pub(crate) applications: Applications,
    pub(crate) query: String,
    pub(crate) items: Items,
    pub(crate) selected: usize,
    pub(crate) panel: Option<Panel>,
    pub(crate) notice: Option<Notice>,
    pub(crate) icons: Icons,
    pub(crate) size: Size,
    /// Pixels to a logical one.
    pub(crate) scale: f32,
    pub(crate) lines: Lines,
    /// The part of the list in sight.
    pub(crate) view: View,
    /// Where desktop entries may lie: shown where there are none.
    pub(crate) folders: Vec<PathBuf>,
    /// The query that `items` answer: they lag behind what is typed by one search. `None`: they answer nothing yet.
    answered: Option<String>,
    /// What providers found for the query before the applications were searched.
    early: Vec<Finding>,
    /// Whether a provider has still to answer.
    is_searching: bool,
    /// What was asked of the answer before it came: it is done as soon as it does.
    queued: Vec<Message>,
    /// What was started before.
    pub(crate) history: Arc<History>,
    /// What a query can mean besides applications, at work from the first query on.
    pub(crate) providers: Arc<OnceLock<Providers>>,
    presence: Presence,
    /// Started applications that have not settled yet.
    unsettled: usize,
}

impl App {
    /// Makes the window, its applications still to be read.
    pub fn new(words: Words, settings: Settings, folders: Vec<PathBuf>) -> (Self, Action) {
        let app = Self {
            look: settings.look(&Desktop::default(), words.direction()),
            words,
            settings,
            applications: Applications::Loading,
            query: String::new(),
            items: Items::Found(Found::default()),
            selected: 0,
            panel: None,
            notice: None,
            icons: Icons::default(),
            size: crate::window::SIZE,
            scale: 1.0,
            lines: Lines::default(),
            view: View::of_height(crate::window::SIZE.height),
            folders,
            answered: None,
            early: Vec::new(),
            is_searching: false,
            queued: Vec::new(),
            history: Arc::default(),
            providers: Arc::default(),
            presence: Presence::Coming,
            unsettled: 0,
        };
        (app, Action::All(vec![Action::ReadCatalogue, Action::FocusQuery]))
    }

    /// Takes in what happened and says what must be done.
    pub fn update(&mut self, message: Message) -> Action {
        if self.is_behind() && is_about_items(&message) {
            self.queued.push(message);
            return Action::None;
        }
        match message {
            Message::WindowOpened(id) => self.opened(id),
            Message::Pressed(pressed) => self.press(&pressed),
            Message::WindowResized(size) => self.resize(size),
            Message::LoadingLasts => self.say_loading(),
            Message::CatalogueRead(catalogue) => self.take(catalogue),
            Message::QueryChanged(query) => self.ask(query),
            Message::Searched { query, catalogue, hits } => self.answer(&query, &catalogue, hits),
            Message::Found { query, findings, left } => self.found(&query, findings, left),
            Message::HistoryRead(outcome) => self.remember(outcome),
            Message::Move(step) => self.go(step),
            Message::GoForward => self.go_forward(),
            Message::GoBackward => self.go_backward(),
            Message::SwitchActions => self.switch_actions(),
            Message::Open => self.open(),
            Message::OpenItem(item) => self.open_item(item),
            Message::Leave => self.leave(),
            Message::Clear => self.ask(String::new()),
            Message::Dismiss => self.dismiss(),
            Message::Retry => self.reload(),
            Message::Scrolled(offset) => self.scrolled(offset),
            Message::IconRead { entry, side, picture } => self.icon_read(entry, side, picture),
            Message::Rescaled(scale) => self.rescale(scale),
            Message::Started { name, outcome } => self.started(name, outcome),
            Message::Settled { name, outcome } => self.settled(name, outcome),
            Message::Requested(request) => self.requested(request),
            Message::DesktopAsked(desktop) => self.follow(&desktop),
        }
    }

    /// The catalogue, once it was read.
    pub(crate) fn catalogue(&self) -> Option<&Arc<Catalogue>> {
        match &self.applications {
            Applications::Ready(catalogue) => Some(catalogue),
            Applications::Loading | Applications::StillLoading => None,
        }
    }

    /// The application an item stands for, and which part of it.
    pub(crate) fn item(&self, item: usize) -> Option<(usize, Kind)> {
        self.items.application(item)
    }

    /// Whether it is known that the query means nothing.
    pub(crate) fn has_found_nothing(&self) -> bool {
        self.items.is_empty() && !self.query.trim().is_empty() && !self.is_behind()
    }

    fn press(&mut self, pressed: &Pressed) -> Action {
        match pressed.meaning(self.query.is_empty(), self.look.is_mirrored()) {
            Some(message) => self.update(message),
            None => Action::None,
        }
    }

    fn opened(&mut self, id: window::Id) -> Action {
        self.presence = Presence::Shown(id);
        Action::All(vec![Action::Fit(id), Action::FocusQuery])
    }

    fn resize(&mut self, size: Size) -> Action {
        self.size = size;
        self.lay_out();
        self.reveal()
    }

    fn say_loading(&mut self) -> Action {
        if matches!(self.applications, Applications::Loading) {
            self.applications = Applications::StillLoading;
        }
        Action::None
    }

    fn take(&mut self, catalogue: Arc<Catalogue>) -> Action {
        self.icons.forget();
        self.applications = Applications::Ready(catalogue);
        // What is listed names entries of the index before.
        self.items = Items::Found(Found::default());
        self.answered = None;
        self.panel = None;
        self.lay_out();
        let queued = std::mem::take(&mut self.queued);
        let asked = self.ask(self.query.clone());
        if self.is_behind() {
            self.queued = queued;
            return asked;
        }
        let done = queued.into_iter().map(|message| self.update(message));
        Action::All([asked].into_iter().chain(done.collect::<Vec<_>>()).collect())
    }

    /// Whether what is listed is not yet what the query means: where no application is found, a provider may know more.
    fn is_behind(&self) -> bool {
        let is_answered = self.answered.as_ref() == Some(&self.query);
        self.panel.is_none() && (!is_answered || (self.items.is_empty() && self.is_searching))
    }

    fn ask(&mut self, query: String) -> Action {
        self.panel = None;
        self.queued.clear();
        self.early.clear();
        self.is_searching = false;
        self.query = query;
        let Some(catalogue) = self.catalogue() else {
            return Action::None;
        };
        if self.query.trim().is_empty() {
            let all = catalogue.applications().collect();
            return self.list(Items::Tiles(all));
        }
        self.is_searching = true;
        Action::Search(self.query.clone())
    }

    fn answer(&mut self, query: &str, searched: &Arc<Catalogue>, hits: Vec<Hit>) -> Action {
        let is_current = self.catalogue().is_some_and(|catalogue| Arc::ptr_eq(catalogue, searched));
        if query != self.query || !is_current {
            return Action::None;
        }
        let early = std::mem::take(&mut self.early);
        let listed = self.list(Items::Found(Found::new(hits, early)));
        self.then_queued(listed)
    }

    /// Takes in what a provider found; what is selected stays so, but an answer to a sum is what was meant.
    fn found(&mut self, query: &str, findings: Vec<Finding>, left: usize) -> Action {
        if query != self.query {
            return Action::None;
        }
        self.is_searching = left > 0;
        if self.answered.as_deref() != Some(query) {
            self.early.extend(findings);
            return Action::None;
        }
        if let Items::Found(found) = &mut self.items
            && !findings.is_empty()
        {
            let is_untouched = self.selected == 0;
            let (more, selected) = std::mem::take(found).with(findings, self.selected);
            *found = more;
            self.selected = if is_untouched { 0 } else { selected };
            self.lay_out();
        }
        let read = self.read_icons();
        self.then_queued(read)
    }

    /// Does what was asked before the answer came.
    fn then_queued(&mut self, first: Action) -> Action {
        if self.is_behind() {
            return first;
        }
        let queued = std::mem::take(&mut self.queued);
        let mut actions = vec![first];
        actions.extend(queued.into_iter().map(|message| self.update(message)));
        Action::All(actions)
    }

    fn remember(&mut self, outcome: Result<History, history::Error>) -> Action {
        match outcome {
            Ok(history) => self.history = Arc::new(history),
            Err(error) if self.notice.is_none() => self.notice = Some(Notice::History(error)),
            // The window has something more urgent to say.
            Err(_) => {}
        }
        Action::None
    }

    /// Lists other items, from the top.
    fn list(&mut self, items: Items) -> Action {
        self.answered = Some(self.query.clone());
        self.items = items;
        self.selected = 0;
        self.view.offset = 0.0;
        self.lay_out();
        Action::All(vec![Action::Scroll(0.0), self.read_icons()])
    }

    fn lay_out(&mut self) {
        self.lines = Lines::new(&self.items, &self.look, self.size.width);
    }

    /// Brings the selected item into sight.
    fn reveal(&mut self) -> Action {
        if self.items.is_empty() {
            return Action::None;
        }
        let row = self.items.row_of(self.selected, self.lines.columns);
        // The head above the first items comes into sight with them.
        let row = if row == 1 { 0 } else { row };
        match self.view.reveal(row, &self.lines.heights, 0.0) {
            Some(offset) => Action::All(vec![Action::Scroll(offset), self.read_icons()]),
            None => Action::None,
        }
    }

    /// Asks for the icons of the items in sight that have none yet.
    fn read_icons(&mut self) -> Action {
        let rows = self.view.rows(&self.lines.heights);
        let items = self.lines.items(rows);
        let entries: Vec<usize> = items.filter_map(|item| self.item(item)).map(|(entry, _)| entry).collect();
        let side = match self.items {
            Items::Tiles(_) => icon::TILE_LARGE,
            Items::Found(_) => icon::TILE,
        } as u32;
        let entries = self.icons.wanted(entries, side);
        if entries.is_empty() { Action::None } else { Action::ReadIcons { entries, side } }
    }

    fn go(&mut self, step: Step) -> Action {
        if let Some(Panel { entry, selected }) = self.panel {
            return self.go_in_panel(entry, selected, step);
        }
        let page = self.lines.page(self.view.height);
        if let Some(selected) = self.items.step(self.selected, step, self.lines.columns, page) {
            self.selected = selected;
        }
        self.reveal()
    }

    fn go_forward(&mut self) -> Action {
        match (&self.panel, &self.items) {
            (Some(_), _) => Action::None,
            (None, Items::Tiles(_)) => self.go(Step::Next),
            (None, Items::Found(_)) => self.switch_actions(),
        }
    }

    fn go_backward(&mut self) -> Action {
        match (&self.panel, &self.items) {
            (Some(_), _) => self.switch_actions(),
            (None, Items::Tiles(_)) => self.go(Step::Previous),
            (None, Items::Found(_)) => Action::None,
        }
    }

    fn open(&mut self) -> Action {
        match self.panel {
            Some(Panel { entry, selected }) => self.open_line(entry, selected),
            None => self.open_item(self.selected),
        }
    }

    fn open_item(&mut self, item: usize) -> Action {
        if let Some(panel) = &mut self.panel {
            panel.selected = item;
            return self.open();
        }
        if let Some(finding) = self.items.finding(item).cloned() {
            self.selected = item;
            return match finding.deed {
                Deed::Copy(text) => self.copy(text),
                deed @ (Deed::Open(_) | Deed::Run(_)) => Action::Do { name: finding.name, deed },
            };
        }
        let Some((entry, kind)) = self.item(item) else {
            return Action::None;
        };
        self.selected = item;
        Action::Launch { entry, kind }
    }

    /// Puts a text on the clipboard; the window hides and stays, for the clipboard is its own.
    fn copy(&mut self, text: String) -> Action {
        Action::All(vec![Action::Copy(text), self.hide(Presence::Hidden)])
    }

    fn leave(&mut self) -> Action {
        if self.notice.is_some() {
            self.dismiss()
        } else if self.panel.is_some() {
            self.switch_actions()
        } else if !self.query.is_empty() {
            self.ask(String::new())
        } else {
            self.go_away()
        }
    }

    fn dismiss(&mut self) -> Action {
        self.notice = None;
        self.reveal()
    }

    fn reload(&mut self) -> Action {
        self.applications = Applications::Loading;
        Action::ReadCatalogue
    }

    fn scrolled(&mut self, view: View) -> Action {
        self.view = view;
        self.read_icons()
    }

    fn icon_read(&mut self, entry: usize, side: u32, picture: Option<Raster>) -> Action {
        self.icons.put(entry, side, picture);
        Action::None
    }

    fn rescale(&mut self, scale: f32) -> Action {
        self.scale = scale;
        self.icons.forget();
        self.read_icons()
    }

    fn started(&mut self, name: String, outcome: Result<(), Failure>) -> Action {
        match outcome {
            Ok(()) => {
                self.unsettled += 1;
                self.hide(Presence::Leaving)
            }
            Err(failure) => self.tell(name, failure),
        }
    }

    fn settled(&mut self, name: String, outcome: Result<(), Failure>) -> Action {
        self.unsettled = self.unsettled.saturating_sub(1);
        match (outcome, self.presence) {
            (Err(failure), _) => self.tell(name, failure),
            (Ok(()), Presence::Leaving(_)) if self.unsettled == 0 => Action::Quit,
            (Ok(()), _) => Action::None,
        }
    }

    fn tell(&mut self, name: String, failure: Failure) -> Action {
        self.notice = Some(Notice::Start { name, failure });
        self.show()
    }

    fn requested(&mut self, request: Request) -> Action {
        match (request, self.presence) {
            (Request::Toggle, Presence::Shown(_)) => self.hide(Presence::Hidden),
            (Request::Show | Request::Toggle, _) => self.show(),
        }
    }

    fn show(&mut self) -> Action {
        match self.presence {
            Presence::Coming => Action::None,
            Presence::Shown(id) | Presence::Leaving(id) | Presence::Hidden(id) => {
                self.presence = Presence::Shown(id);
                Action::All(vec![Action::Show(id), Action::FocusQuery])
            }
        }
    }

    /// Hides the window, which will come back as if just opened.
    fn hide(&mut self, unseen: fn(window::Id) -> Presence) -> Action {
        let (Presence::Shown(id) | Presence::Leaving(id) | Presence::Hidden(id)) = self.presence else {
            return Action::None;
        };
        self.presence = unseen(id);
        self.notice = None;
        Action::All(vec![Action::Hide(id), self.ask(String::new())])
    }

    fn go_away(&mut self) -> Action {
        if self.unsettled == 0 { Action::Quit } else { self.hide(Presence::Leaving) }
    }

    /// Looks as the desktop wants, as far as the user did not choose otherwise.
    fn follow(&mut self, desktop: &Desktop) -> Action {
        self.look = self.settings.look(desktop, self.look.direction);
        self.lay_out();
        self.reveal()
    }

    /// Whether the window has been seen: what may take its time is asked only then.
    pub(crate) fn is_up(&self) -> bool {
        self.presence != Presence::Coming
    }
}

/// Whether a message means what is listed, so that it must wait for the list that the user means.
fn is_about_items(message: &Message) -> bool {
    use Message::{GoBackward, GoForward, Move, Open, OpenItem, SwitchActions};
    matches!(message, Move(_) | GoForward | GoBackward | SwitchActions | Open | OpenItem(_))
}

#[cfg(test)]
mod tests;
