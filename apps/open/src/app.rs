//! The window's state: what is to be opened, the applications to choose from, what happened, and what is to be done next.

use crate::icons::Icons;
use crate::notice::Failed;
use crate::rows::Rows;

use candela_open_core::Choices;
use candela_shared::i18n::Words;
use candela_shared::registry::{Entry, Target};
use candela_ui::Look;
use candela_ui::desktop::Desktop;
use candela_ui::icon::Raster;
use candela_ui::settings::Settings;
use candela_ui::widget::list::{Step, View};

use iced::{Size, window};

use std::time::{Duration, Instant};

/// Two presses of a row within that time open it.
const DOUBLE: Duration = Duration::from_millis(400);

/// What happened: the user's choice, or the outcome of an [`Action`].
#[derive(Debug, Clone)]
pub enum Message {
    /// The window came up.
    WindowOpened(window::Id),
    /// The window has this size.
    WindowResized(Size),
    /// The window has so many pixels to a logical one.
    Rescaled(f32),
    /// The desktop wants windows to look so.
    DesktopAsked(Desktop),
    /// The words to look for were edited.
    QueryChanged(String),
    /// The command was edited.
    CommandChanged(String),
    /// Move the selection.
    Move(Step),
    /// Another part of the list is in sight.
    Scrolled(View),
    /// A row was pressed.
    RowPressed {
        /// Which.
        row: usize,
        /// When.
        at: Instant,
    },
    /// The icon of an application was looked for.
    IconRead {
        /// The application's ID.
        id: Box<str>,
        /// What was found.
        picture: Option<Raster>,
    },
    /// Keep the choice for all of the type, or do not.
    SwitchAlways,
    /// Show the field for a command, or the list again.
    SwitchCustom,
    /// Open with what is chosen.
    Open,
    /// The application was started, or could not be.
    Started(Result<(), Failed>),
    /// The started application lived, or died at once.
    Settled(Result<(), Failed>),
    /// Close without opening anything.
    Cancel,
}

/// What must be done next.
#[derive(Debug, PartialEq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// These, in order.
    All(Vec<Action>),
    /// Have an application open the targets; keep it as the default of a type first, where there is one.
    Open {
        /// The application.
        entry: Box<Entry>,
        /// The type it is to open from now on.
        always: Option<String>,
    },
    /// Read the icons of these applications.
    ReadIcons(Vec<Entry>),
    /// Scroll the list to that offset, in logical pixels.
    Scroll(f32),
    /// Put the keyboard into the field of that name.
    Focus(&'static str),
    /// Hide the window.
    Hide(window::Id),
    /// Show the window again.
    Show(window::Id),
    /// End: something was opened, or nothing.
    Quit {
        /// Whether everything was opened.
        is_done: bool,
    },
}

/// What is to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Files and addresses; one at least.
    pub targets: Vec<Target>,
    /// The type of all of them; `None` where they differ.
    pub mime_type: Option<String>,
    /// What that type is called in the user's language; empty where there is none.
    pub kind: String,
}

/// Where the application comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// From the list.
    List,
    /// From a command that is typed.
    Command,
}

/// The state of the window.
#[derive(Debug)]
pub struct App {
    pub(crate) words: Words,
    pub(crate) look: Look,
    settings: Settings,
    pub(crate) subject: Subject,
    all: Choices,
    /// Those that the query leaves.
    pub(crate) shown: Choices,
    pub(crate) rows: Rows,
    pub(crate) mode: Mode,
    pub(crate) query: String,
    pub(crate) command: String,
    /// The selected row of the list.
    pub(crate) selected: Option<usize>,
    pressed: Option<(usize, Instant)>,
    pub(crate) is_always: bool,
    /// Whether an application is being started.
    pub(crate) is_busy: bool,
    pub(crate) failed: Option<Failed>,
    pub(crate) icons: Icons,
    pub(crate) view: View,
    pub(crate) width: f32,
    pub(crate) scale: f32,
    window: Option<window::Id>,
}

impl App {
    /// Makes the window for what is to be opened.
    pub fn new(words: Words, settings: Settings, subject: Subject, choices: Choices) -> (Self, Action) {
        let look = settings.look(&Desktop::default(), words.direction());
        let mut app = Self {
            rows: Rows::new(&choices, &look),
            shown: choices.clone(),
            all: choices,
            words,
            look,
            settings,
            subject,
            mode: Mode::List,
            query: String::new(),
            command: String::new(),
            selected: None,
            pressed: None,
            is_always: false,
            is_busy: false,
            failed: None,
            icons: Icons::default(),
            view: View::of_height(crate::window::SIZE.height),
            width: crate::window::SIZE.width,
            scale: 1.0,
            window: None,
        };
        let listed = app.list();
        (app, Action::All(vec![Action::Focus(crate::ui::SEARCH), listed]))
    }

    /// Takes in what happened and says what must be done.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::WindowOpened(id) => self.opened(id),
            Message::WindowResized(size) => self.resize(size),
            Message::Rescaled(scale) => self.rescale(scale),
            Message::DesktopAsked(desktop) => self.follow(&desktop),
            Message::QueryChanged(query) => self.ask(query),
            Message::CommandChanged(command) => self.edit(command),
            Message::Move(step) => self.go(step),
            Message::Scrolled(view) => self.scrolled(view),
            Message::RowPressed { row, at } => self.press(row, at),
            Message::IconRead { id, picture } => self.icon_read(id, picture),
            Message::SwitchAlways => self.switch_always(),
            Message::SwitchCustom => self.switch_custom(),
            Message::Open => self.open(),
            Message::Started(outcome) => self.started(outcome),
            Message::Settled(outcome) => self.settled(outcome),
            Message::Cancel => Action::Quit { is_done: false },
        }
    }

    /// What Open would start; `None` where nothing is chosen.
    pub(crate) fn chosen(&self) -> Option<Entry> {
        match self.mode {
            Mode::List => self.selected.and_then(|row| self.entry(row)).cloned(),
            Mode::Command => candela_open_core::choice::custom(&self.command),
        }
    }

    /// The application on a row.
    pub(crate) fn entry(&self, row: usize) -> Option<&Entry> {
        self.shown.get(self.rows.item(row)?)
    }

    /// Whether an application opens the type unless another is chosen.
    pub(crate) fn is_default(&self, id: &str) -> bool {
        self.all.made_for.first().is_some_and(|entry| &*entry.id == id)
    }

    /// Whether there is any application, whatever the query.
    pub(crate) fn has_choices(&self) -> bool {
        !self.all.is_empty()
    }

    fn opened(&mut self, id: window::Id) -> Action {
        self.window = Some(id);
        Action::Focus(crate::ui::SEARCH)
    }

    fn resize(&mut self, size: Size) -> Action {
        self.width = size.width;
        Action::None
    }

    fn rescale(&mut self, scale: f32) -> Action {
        self.scale = scale;
        self.icons.forget();
        self.read_icons()
    }

    /// Looks as the desktop wants, as far as the user did not choose otherwise.
    fn follow(&mut self, desktop: &Desktop) -> Action {
        self.look = self.settings.look(desktop, self.look.direction);
        self.rows = Rows::new(&self.shown, &self.look);
        Action::None
    }

    fn ask(&mut self, query: String) -> Action {
        self.query = query;
        self.shown = self.all.matching(&self.query);
        self.list()
    }

    /// Lists from the top, with the first application selected.
    fn list(&mut self) -> Action {
        self.rows = Rows::new(&self.shown, &self.look);
        self.selected = (0..self.rows.heights.count()).find(|row| self.rows.item(*row).is_some());
        self.view.offset = 0.0;
        Action::All(vec![Action::Scroll(0.0), self.read_icons()])
    }

    fn edit(&mut self, command: String) -> Action {
        self.command = command;
        self.failed = None;
        Action::None
    }

    fn go(&mut self, step: Step) -> Action {
        if self.mode == Mode::Command {
            return Action::None;
        }
        let rows = &self.rows;
        self.selected = candela_ui::widget::list::step(self.selected, step, &rows.heights, self.view, |row| {
            rows.item(row).is_some()
        });
        self.reveal()
    }

    /// Brings the selected row into sight.
    fn reveal(&mut self) -> Action {
        let Some(row) = self.selected else {
            return Action::None;
        };
        // The head above the first application comes into sight with it.
        let row = if row == 1 { 0 } else { row };
        match self.view.reveal(row, &self.rows.heights, 0.0) {
            Some(offset) => Action::All(vec![Action::Scroll(offset), self.read_icons()]),
            None => Action::None,
        }
    }

    fn scrolled(&mut self, view: View) -> Action {
        self.view = view;
        self.read_icons()
    }

    fn press(&mut self, row: usize, at: Instant) -> Action {
        let is_double = self.pressed.is_some_and(|(before, then)| before == row && at - then < DOUBLE);
        self.pressed = Some((row, at));
        self.selected = Some(row);
        if is_double { self.open() } else { Action::None }
    }

    /// Asks for the icons of the rows in sight that have none yet.
    fn read_icons(&mut self) -> Action {
        let rows = self.view.rows(&self.rows.heights);
        let entries: Vec<Entry> = rows.filter_map(|row| self.entry(row)).cloned().collect();
        let wanted = self.icons.wanted(entries);
        if wanted.is_empty() { Action::None } else { Action::ReadIcons(wanted) }
    }

    fn icon_read(&mut self, id: Box<str>, picture: Option<Raster>) -> Action {
        self.icons.put(id, picture);
        Action::None
    }

    fn switch_always(&mut self) -> Action {
        self.is_always = !self.is_always;
        Action::None
    }

    fn switch_custom(&mut self) -> Action {
        self.failed = None;
        self.mode = match self.mode {
            Mode::List => Mode::Command,
            Mode::Command => Mode::List,
        };
        Action::Focus(if self.mode == Mode::List { crate::ui::SEARCH } else { crate::ui::COMMAND })
    }

    fn open(&mut self) -> Action {
        let Some(entry) = self.chosen().filter(|_| !self.is_busy) else {
            return Action::None;
        };
        self.is_busy = true;
        self.failed = None;
        // A command that was typed has no entry that could be kept.
        let is_kept = self.is_always && self.mode == Mode::List;
        Action::Open { entry: Box::new(entry), always: self.subject.mime_type.clone().filter(|_| is_kept) }
    }

    fn started(&mut self, outcome: Result<(), Failed>) -> Action {
        match (outcome, self.window) {
            (Ok(()), Some(id)) => Action::Hide(id),
            (Ok(()), None) => Action::None,
            (Err(failed), _) => self.tell(failed),
        }
    }

    fn settled(&mut self, outcome: Result<(), Failed>) -> Action {
        match outcome {
            Ok(()) => Action::Quit { is_done: true },
            Err(failed) => self.tell(failed),
        }
    }

    /// Shows what went wrong, and waits for another choice.
    fn tell(&mut self, failed: Failed) -> Action {
        self.is_busy = false;
        self.failed = Some(failed);
        self.window.map_or(Action::None, Action::Show)
    }
}

#[cfg(test)]
mod tests;
