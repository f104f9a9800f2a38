//! The launcher's window: what it shows, what happened, and what is to be done next.

mod home;
mod list;
mod page;
mod panel;
mod presence;

pub use home::Place;
pub use page::{Page, Setting};
pub use panel::{Line, Panel, Subject};

use crate::icons::Icons;
use crate::key::Pressed;
use crate::lines::Lines;
use crate::notice::{Again, Failure, Notice};
use crate::stage::Stage;
use presence::Presence;

use candela_launcher_core::list::{Found, Step};
use candela_launcher_core::provider::{Answer, Deed, Providers, SessionStep, Sort};
use candela_launcher_core::settings::Change;
use candela_launcher_core::system::instance::Request;
use candela_launcher_core::system::{entry, history, settings};
use candela_launcher_core::{Catalogue, Finding, History, Hit, Items, Kind, Settings};
use candela_shared::i18n::Words;
use candela_shared::registry::explain::Explanation;
use candela_ui::Look;
use candela_ui::desktop::Desktop;
use candela_ui::icon::Raster;
use candela_ui::settings::Settings as LookSettings;
use candela_ui::widget::list::View;

use iced::{Size, window};

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

/// The most hits a query lists; more are never looked through by eye.
pub const HITS: usize = 50;

/// What happened: the user's choice, or the outcome of an [`Action`].
#[derive(Debug, Clone)]
pub enum Message {
    /// The window came up.
    WindowOpened(window::Id),
    /// The window is gone.
    WindowClosed,
    /// A key was pressed.
    Pressed(Pressed),
    /// The window has this size.
    WindowResized(Size),
    /// The window got the keyboard.
    Focused,
    /// Another window got the keyboard, at that time.
    Unfocused(Instant),
    /// The window has come to the screen for the first time.
    Seen,
    /// The window has left the screen.
    Hidden,
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
    /// The providers answered a query.
    Answered {
        /// That query.
        query: String,
        /// What they said.
        answer: Answer,
    },
    /// What was started before was read, or kept.
    HistoryRead(Result<History, history::Error>),
    /// The files used last were read.
    RecentRead(Vec<Finding>),
    /// It was asked what can be done with the session: the words of `candela-shutdown`.
    StepsRead(Vec<String>),
    /// The settings were read, or changed.
    SettingsRead(Result<Settings, settings::Error>),
    /// Move the selection.
    Move(Step),
    /// Go on in reading direction: the next tile, or the actions of the selected hit.
    GoForward,
    /// Go back in reading direction: the tile before, or out of the actions.
    GoBackward,
    /// Leave a category.
    GoUp,
    /// Show the actions of what is selected, or leave them.
    SwitchActions,
    /// Complete the selected command; of anything else, show the actions.
    Complete,
    /// A command line was completed.
    Completed {
        /// The line as it was.
        line: String,
        /// And as it is.
        completed: String,
    },
    /// Do what is selected.
    Open,
    /// Do that item, counted from 0.
    OpenItem(usize),
    /// Do the other thing that can be done: what the notice offers, a search on the web, the command in a terminal.
    OpenOtherwise,
    /// Show the settings.
    OpenSettings,
    /// The names of the user's own for an application were edited.
    AliasChanged(String),
    /// An application was explained; `None` where it is gone.
    Explained {
        /// Its position in the index.
        entry: usize,
        /// All that is known of it.
        explanation: Option<Explanation>,
    },
    /// What the user wanted of an application was kept, or not.
    Chosen(Result<(), entry::Error>),
    /// Leave the innermost thing: failure, actions, query, window.
    Leave,
    /// Empty the query.
    Clear,
    /// Take the notice off the window.
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
    /// Something was started, or could not be.
    Started {
        /// Its name.
        name: String,
        /// How to try it in a terminal.
        again: Option<Again>,
        /// Why not.
        outcome: Result<(), Failure>,
    },
    /// What was started lived, or died at once.
    Settled {
        /// Its name.
        name: String,
        /// How to try it in a terminal.
        again: Option<Again>,
        /// How it died.
        outcome: Result<(), Failure>,
    },
    /// The window of that title, which was to come to the front, is not there any more.
    Vanished(String),
    /// Another launcher was started and asks this of us, at that time.
    Requested(Request, Instant),
    /// The desktop wants windows to look so.
    DesktopAsked(Desktop),
}

/// How an application is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// As its entry says.
    AsItIs,
    /// In a terminal, so that its words can be read.
    Terminal,
    /// Drawing with the other graphics processor.
    OtherGpu,
}

/// What the user wants of an application from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Keep it at hand, or not any more.
    Pin(bool),
    /// Do not show it, or show it again.
    Hide(bool),
    /// Find it by these names, too.
    Alias(Vec<String>),
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
    /// Read the files used last.
    ReadRecent,
    /// Ask what can be done with the session.
    ReadSteps,
    /// Change the settings.
    ChangeSettings(Change),
    /// Edit the settings as text.
    EditSettings,
    /// Search for a query.
    Search(String),
    /// Start an application, or one of its actions.
    Launch {
        /// Its position in the index.
        entry: usize,
        /// Which.
        kind: Kind,
        /// How.
        way: Way,
    },
    /// Start the application of an ID in a terminal.
    LaunchInTerminal(String),
    /// Run a command in a terminal.
    RunInTerminal(Vec<OsString>),
    /// Show a file in the file manager.
    ShowFile(PathBuf),
    /// Do what a finding of that name says.
    Do {
        /// Its name.
        name: String,
        /// What it says.
        deed: Deed,
    },
    /// Complete a command line.
    Complete(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Forget that an application was started; by its ID.
    Forget(String),
    /// Keep what the user wants of the application of an ID.
    Choose(String, Wish),
    /// Edit a copy of an application's entry; by its position in the index.
    EditCopy(usize),
    /// Explain an application; by its position in the index.
    Explain(usize),
    /// Read the icons of these applications.
    ReadIcons {
        /// Their positions in the index.
        entries: Vec<usize>,
        /// The side they are drawn at, in logical pixels.
        side: u32,
    },
    /// Scroll the list to that offset, in logical pixels.
    Scroll(f32),
    /// Scroll the page to that offset, in logical pixels.
    ScrollPage(f32),
    /// Put the keyboard into the query.
    FocusQuery,
    /// Put the keyboard into the names of the user's own.
    FocusAlias,
    /// Fit the window to the screen it came up on.
    Fit(window::Id),
    /// Hide the window.
    Hide(window::Id),
    /// Let the system have what is not needed any more.
    GiveBackMemory,
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

/// What the window is begun with.
#[derive(Debug, Clone, Default)]
pub struct Beginning {
    /// What the user chose of the look.
    pub look: LookSettings,
    /// Where desktop entries may lie: shown where there are none.
    pub folders: Vec<PathBuf>,
    /// What can be done with the session.
    pub session: Vec<SessionStep>,
    /// Whether it waits unseen instead of ending, whatever the settings say.
    pub is_resident: bool,
    /// Whether there is a second graphics processor.
    pub has_other_gpu: bool,
    /// What the launcher is on its display.
    pub stage: Stage,
}

/// The state of the window.
#[derive(Debug)]
pub struct App {
    pub(crate) words: Words,
    pub(crate) look: Look,
    pub(crate) beginning: Beginning,
    pub(crate) settings: Settings,
    pub(crate) applications: Applications,
    pub(crate) query: String,
    /// Where one is while the query is empty.
    pub(crate) place: Place,
    pub(crate) items: Items,
    pub(crate) selected: usize,
    /// What is shown in place of the list.
    pub(crate) page: Option<Page>,
    pub(crate) notice: Option<Notice>,
    pub(crate) icons: Icons,
    pub(crate) size: Size,
    /// Pixels to a logical one.
    pub(crate) scale: f32,
    pub(crate) lines: Lines,
    /// How often the items were laid out in lines.
    layouts: u64,
    /// The part of the list in sight.
    pub(crate) view: View,
    /// What the query found so far.
    found: Found,
    /// The query that `items` answer: they lag behind what is typed by one search. `None`: they answer nothing yet.
    answered: Option<String>,
    /// Whether a provider has still to answer.
    is_searching: bool,
    /// Whether its answer is still waited for before anything is done.
    is_patient: bool,
    /// What was asked of the answer before it came: it is done as soon as it does.
    queued: Vec<Message>,
    /// What was started before.
    pub(crate) history: Arc<History>,
    /// The files used last.
    pub(crate) recent: Vec<Finding>,
    /// What a query can mean besides applications, at work from the first query on.
    pub(crate) providers: Arc<OnceLock<Providers>>,
    /// The words of what can be done with the session, once that is known.
    possible: Option<Vec<String>>,
    presence: Presence,
    /// Whether nothing is built, because nobody sees it: no caret blinks and no shaped text is kept.
    pub(crate) is_unseen: bool,
    /// Whether the window has had the keyboard since it was shown.
    had_focus: bool,
    /// When it was hidden because another window got the keyboard.
    lost_focus: Option<Instant>,
    /// Started applications that have not settled yet.
    unsettled: usize,
}

impl App {
    /// Makes the window, its applications still to be read.
    pub fn new(words: Words, settings: Settings, beginning: Beginning) -> (Self, Action) {
        let is_seen_at_once = beginning.stage.is_seen_at_once();
        let app = Self {
            look: beginning.look.look(&Desktop::default(), words.direction()),
            words,
            beginning,
            settings,
            applications: Applications::Loading,
            query: String::new(),
            place: Place::Home,
            items: Items::default(),
            selected: 0,
            page: None,
            notice: None,
            icons: Icons::default(),
            size: crate::window::SIZE,
            scale: 1.0,
            lines: Lines::default(),
            layouts: 0,
            view: View::of_height(crate::window::SIZE.height),
            found: Found::default(),
            answered: None,
            is_searching: false,
            is_patient: false,
            queued: Vec::new(),
            history: Arc::default(),
            recent: Vec::new(),
            providers: Arc::default(),
            possible: None,
            presence: Presence::Coming,
            is_unseen: !is_seen_at_once,
            had_focus: false,
            lost_focus: None,
            unsettled: 0,
        };
        (app, Action::All(vec![Action::ReadCatalogue, Action::ReadRecent]))
    }

    /// Takes in what happened and says what must be done.
    pub fn update(&mut self, message: Message) -> Action {
        if self.is_behind() && is_about_items(&message) {
            self.queued.push(message);
            return Action::None;
        }
        match message {
            Message::WindowOpened(id) => self.opened(id),
            Message::WindowClosed => self.closed(),
            Message::Pressed(pressed) => self.press(&pressed),
            Message::WindowResized(size) => self.resize(size),
            Message::Focused => self.focused(),
            Message::Unfocused(at) => self.unfocused(at),
            Message::Seen => self.seen(),
            Message::Hidden => self.hidden(),
            Message::LoadingLasts => self.say_loading(),
            Message::CatalogueRead(catalogue) => self.take(catalogue),
            Message::QueryChanged(query) => self.ask(query),
            Message::Searched { query, catalogue, hits } => self.take_hits(&query, &catalogue, hits),
            Message::Answered { query, answer } => self.take_answer(&query, answer),
            Message::HistoryRead(outcome) => self.remember(outcome),
            Message::RecentRead(recent) => self.take_recent(recent),
            Message::StepsRead(words) => self.steps_read(words),
            Message::SettingsRead(outcome) => self.settings_read(outcome),
            Message::Move(step) => self.go(step),
            Message::GoForward => self.go_forward(),
            Message::GoBackward => self.go_backward(),
            Message::GoUp => self.go_up(),
            Message::SwitchActions => self.switch_actions(),
            Message::Complete => self.complete(),
            Message::Completed { line, completed } => self.completed(&line, completed),
            Message::Open => self.open(),
            Message::OpenItem(item) => self.open_item(item),
            Message::OpenOtherwise => self.open_otherwise(),
            Message::OpenSettings => self.open_settings(),
            Message::AliasChanged(text) => self.edit_alias(text),
            Message::Explained { entry, explanation } => self.explained(entry, explanation),
            Message::Chosen(outcome) => self.chosen(outcome),
            Message::Leave => self.leave(),
            Message::Clear => self.ask(String::new()),
            Message::Dismiss => self.dismiss(),
            Message::Retry => self.reload(),
            Message::Scrolled(offset) => self.scrolled(offset),
            Message::IconRead { entry, side, picture } => self.icon_read(entry, side, picture),
            Message::Rescaled(scale) => self.rescale(scale),
            Message::Started { name, again, outcome } => self.started(name, again, outcome),
            Message::Settled { name, again, outcome } => self.settled(name, again, outcome),
            Message::Vanished(name) => self.vanished(name),
            Message::Requested(request, at) => self.requested(request, at),
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

    fn press(&mut self, pressed: &Pressed) -> Action {
        // Where something else than the query is edited, the keys of an empty query are that field's own.
        let is_empty = self.query.is_empty() && !matches!(self.page, Some(Page::Alias { .. }));
        match pressed.meaning(is_empty, self.look.is_mirrored()) {
            Some(message) => self.update(message),
            None => Action::None,
        }
    }

    fn say_loading(&mut self) -> Action {
        if matches!(self.applications, Applications::Loading) {
            self.applications = Applications::StillLoading;
        }
        Action::None
    }

    fn remember(&mut self, outcome: Result<History, history::Error>) -> Action {
        match outcome {
            Ok(history) => self.history = Arc::new(history),
            Err(error) => self.tell_unless_told(Notice::History(error)),
        }
        Action::None
    }

    /// What can be done with the session, as far as that is known.
    pub(crate) fn steps(&self) -> impl Iterator<Item = &SessionStep> {
        let is_possible = |step: &&SessionStep| {
            self.possible.as_ref().is_none_or(|words| words.iter().any(|word| *word == step.word))
        };
        self.beginning.session.iter().filter(is_possible)
    }

    fn steps_read(&mut self, words: Vec<String>) -> Action {
        let offered = |app: &Self| app.steps().map(|step| step.word).collect::<Vec<_>>();
        let before = offered(self);
        self.possible = Some(words);
        if offered(self) == before {
            return Action::None;
        }
        // What is asked next is asked of others.
        self.providers = Arc::default();
        self.list_unless_on_the_way()
    }

    /// Takes in other settings; wrong ones are told, and those before them stay.
    fn settings_read(&mut self, outcome: Result<Settings, settings::Error>) -> Action {
        match outcome {
            Ok(settings) => {
                if matches!(self.notice, Some(Notice::Settings(_))) {
                    self.notice = None;
                }
                if settings == self.settings {
                    return Action::None;
                }
                self.settings = settings;
                // What is asked next is asked of others.
                self.providers = Arc::default();
                let asked = if self.query.is_empty() { self.list_place() } else { self.ask_again() };
                Action::All(vec![Action::ReadRecent, asked])
            }
            Err(error) => {
                self.notice = Some(Notice::Settings(error));
                Action::None
            }
        }
    }

    /// Takes in whether a wish was kept; what is listed follows from what is read then.
    fn chosen(&mut self, outcome: Result<(), entry::Error>) -> Action {
        match outcome {
            Ok(()) => {
                self.page = None;
                Action::ReadCatalogue
            }
            Err(error) => {
                self.notice = Some(Notice::Entry(error));
                Action::None
            }
        }
    }

    /// Says something, where the window has nothing more urgent to say.
    fn tell_unless_told(&mut self, notice: Notice) {
        if self.notice.is_none() {
            self.notice = Some(notice);
        }
    }

    fn leave(&mut self) -> Action {
        if self.notice.is_some() {
            self.dismiss()
        } else if self.page.is_some() {
            self.leave_page()
        } else if !self.query.is_empty() {
            self.ask(String::new())
        } else if self.place != Place::Home {
            self.go_up()
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

    fn open_otherwise(&mut self) -> Action {
        if let Some(notice) = self.notice.take() {
            return self.take_way_out(notice);
        }
        let command = self.items.finding(self.selected).filter(|finding| finding.sort == Sort::Command);
        if let (Some(Deed::Run(arguments)), None) = (command.map(|finding| finding.deed.clone()), &self.page) {
            return Action::RunInTerminal(arguments);
        }
        if self.has_found_nothing() { self.search_the_web() } else { Action::None }
    }

    fn search_the_web(&mut self) -> Action {
        let Some(engine) = self.web_engine() else {
            return Action::None;
        };
        let search = candela_launcher_core::provider::search(engine, self.query.trim());
        Action::Do { name: search.name, deed: search.deed }
    }

    /// Looks as the desktop wants, as far as the user did not choose otherwise.
    fn follow(&mut self, desktop: &Desktop) -> Action {
        self.look = self.beginning.look.look(desktop, self.look.direction);
        self.lay_out();
        self.reveal()
    }
}

/// Whether a message means what is listed, so that it must wait for the list that the user means.
fn is_about_items(message: &Message) -> bool {
    use Message::{Complete, GoBackward, GoForward, Move, Open, OpenItem, OpenOtherwise, SwitchActions};
    matches!(message, Move(_) | GoForward | GoBackward | SwitchActions | Complete | Open | OpenItem(_) | OpenOtherwise)
}

#[cfg(test)]
mod tests;
