//! The calculator's window: what it shows, what happened, and what is to be done next.

mod history;
mod line;
mod memory;
pub mod rates;
mod turn;

pub use history::History;
/// What widgets of the history are called.
pub mod history_ids {
    pub use super::history::{EDIT, LIST, ROW, SEARCH};
}
pub use line::{LINE, Line};
pub use memory::Memory;

use crate::ask::{Ask, Slot, Told, Wait};
use crate::keeper::Keep;
use crate::key::Pressed;
use crate::mode::Mode;
use crate::notice::Failure;
use crate::screen::{convert, graph, statistics};
use crate::settings::Settings;

use candela_calculator_core::currency::Rates;
use candela_calculator_core::date::Date;
use candela_calculator_core::history::Error as HistoryError;
use candela_calculator_core::keypad::Key;
use candela_calculator_core::locale::Notation;
use candela_calculator_core::tape::form::Form;
use candela_calculator_core::tape::{self, Done, Tape};
use candela_calculator_core::{Angle, Calculator, Word};
use candela_shared::i18n::Words;
use candela_ui::desktop::Desktop;
use candela_ui::widget::list::View;
use candela_ui::{Look, settings};

use iced::{Size, window};

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// One forth or one back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Forth.
    On,
    /// Back.
    Back,
}

/// How a result is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyAs {
    /// As it is shown.
    Shown,
    /// With plain digits and marks.
    Plain,
    /// For LaTeX's mathematics mode.
    Latex,
}

/// An edge or a corner of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    North,
    NorthEast,
    East,
    SouthEast,
    South,
    SouthWest,
    West,
    NorthWest,
}

/// What floats over the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// The modes.
    Modes,
    /// Everything else.
    Main,
    /// What is converted.
    Category,
    /// The unit it comes in.
    From,
    /// The unit it goes to.
    To,
}

/// A part of the keys, where not all have room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// Digits.
    #[default]
    Digits,
    /// Functions, or bits.
    Others,
}

/// What happened: the user's choice, or the outcome of an [`Action`].
#[derive(Debug, Clone)]
pub enum Message {
    WindowOpened(window::Id),
    WindowResized(Size),
    /// The window is to be moved by the pointer.
    Drag,
    /// An edge of it is.
    DragEdge(Edge),
    Minimise,
    ToggleMaximised,
    CloseAsked,
    DesktopAsked(Desktop),
    /// A key of the keyboard.
    Pressed(Pressed),
    Choose(Mode),
    ChoosePage(Page),
    Open(Menu),
    /// The menu goes.
    Dismiss,
    /// Leave the innermost thing.
    Leave,
    /// The line was edited.
    Typed(String),
    /// Something was typed while another widget had the keys.
    TypedBeside(String),
    /// Another part of the line is selected.
    Selected {
        text: String,
        range: Range<usize>,
    },
    /// A key of the keypad.
    PressKey(Key),
    Enter,
    /// An earlier or later line is wanted into the line.
    Recall(Step),
    /// The text of the line of that number is wanted into the line.
    Reuse(usize),
    /// Its result is.
    ReuseResult(usize),
    ChooseForm(Form),
    TurnForm(Step),
    TurnDigits(Step),
    Copy(CopyAs),
    CopyText(String),
    ChooseAngle(Angle),
    NextAngle,
    ToggleComplex,
    ChooseNumbers(Option<String>),
    ChooseWord(Word),
    ChooseBase(u32),
    /// The bit of that number is turned over.
    ToggleBit(usize),
    ClearMemory,
    RecallMemory,
    AddToMemory,
    SubtractFromMemory,
    ToggleHistory,
    SearchHistory,
    HistoryQueryTyped(String),
    HistoryScrolled(View),
    EditLine(usize),
    LineEdited(String),
    KeepEdit,
    RemoveLine(usize),
    Undo,
    Redo,
    ClearHistory,
    Graph(graph::Message),
    Convert(convert::Message),
    Statistics(statistics::Message),
    /// The user wants to say where exchange rates come from.
    AskRatesSource,
    RatesSourceTyped(String),
    RefreshRates,
    RatesRead(Result<Rates, crate::rates::Error>),
    /// What came of a question.
    Told(Told),
    /// Lines of the tape were worked out.
    Settled(Box<Done>),
    HistoryRead(Result<Vec<tape::Line>, HistoryError>),
    /// Something could not be kept.
    Failed(Failure),
    /// Everything is kept.
    AllKept,
    /// The failure goes.
    DismissFailure,
    /// What failed is tried again.
    Retry,
}

/// What must be done next.
#[derive(Debug, PartialEq)]
#[must_use]
pub enum Action {
    None,
    /// These.
    All(Vec<Action>),
    /// Work lines out beside the window.
    Ask(Ask),
    /// Work out the lines of the tape that are not.
    Settle,
    Keep(Kept),
    Copy(String),
    /// Take exchange rates from this file or address.
    RefreshRates(String),
    Focus(&'static str),
    /// Select these bytes of the line.
    Select(Range<usize>),
    /// Show the end of the tape.
    ScrollTape,
    /// Show the end of the history.
    ScrollHistory,
    Resize(window::Id, Size),
    Drag(window::Id),
    DragEdge(window::Id, Edge),
    Minimise(window::Id),
    ToggleMaximised(window::Id),
    Quit,
}

/// What is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// The lines of these numbers are new.
    Lines(Vec<usize>),
    /// The tape has changed.
    Tape,
    /// The settings have.
    Settings,
    /// The history is to be read again.
    Nothing,
    /// All before is to be kept before anything else happens.
    All,
}

impl Action {
    /// Both, without what does nothing.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::None, action) | (action, Self::None) => action,
            (Self::All(mut actions), other) => {
                actions.push(other);
                Self::All(actions)
            }
            (action, other) => Self::All(vec![action, other]),
        }
    }
}

/// What a window begins with.
pub struct Begin {
    /// Its words.
    pub words: Words,
    /// The language numbers are written in, where nothing else is set.
    pub language: String,
    /// What the user chose of the look.
    pub look: settings::Settings,
    /// What the user has set.
    pub settings: Settings,
    /// What currencies are worth.
    pub rates: Option<Rates>,
    /// Says how many nanoseconds have passed since 1970.
    pub clock: fn() -> u64,
}

/// The state of the window.
pub struct App {
    pub(crate) words: Words,
    pub(crate) look: Look,
    look_settings: settings::Settings,
    pub(crate) settings: Settings,
    /// The language numbers are written in, and how that is.
    language: String,
    own_language: String,
    pub(crate) notation: Notation,
    pub(crate) rates: Option<Rates>,
    clock: fn() -> u64,
    window: Option<window::Id>,
    pub(crate) size: Size,
    pub(crate) is_maximised: bool,
    pub(crate) menu: Option<Menu>,
    pub(crate) page: Page,
    pub(crate) line: Line,
    pub(crate) memory: Memory,
    pub(crate) tape: Tape,
    pub(crate) history: History,
    pub(crate) graph: graph::Graph,
    pub(crate) convert: convert::Convert,
    pub(crate) statistics: statistics::Statistics,
    pub(crate) refresh: rates::Refresh,
    pub(crate) failure: Option<Failure>,
    waits: [Wait; 4],
    tape_wait: Wait,
    is_closing: bool,
}

impl App {
    /// Makes the window; its history comes later.
    pub fn new(begin: Begin) -> (Self, Action) {
        let direction = begin.words.direction();
        let look = begin.look.look(&Desktop::default(), direction);
        let settings = begin.settings;
        let calculator = Calculator::new(Default::default(), begin.rates.clone(), moment(begin.clock));
        let mut app = Self {
            look,
            words: begin.words,
            look_settings: begin.look,
            language: String::new(),
            own_language: begin.language,
            notation: Notation::default(),
            rates: begin.rates,
            clock: begin.clock,
            window: None,
            size: crate::ui::size_of(&look, settings.mode, settings.word.bits),
            is_maximised: false,
            menu: None,
            page: Page::Digits,
            line: Line::default(),
            memory: Memory::new(settings.memory.clone()),
            tape: Tape::new(Vec::new(), calculator),
            history: History::default(),
            graph: graph::Graph::new(&settings.functions),
            convert: convert::Convert::default(),
            statistics: statistics::Statistics::default(),
            refresh: rates::Refresh::default(),
            failure: None,
            waits: Default::default(),
            tape_wait: Wait::default(),
            is_closing: false,
            settings,
        };
        app.read_numbers();
        app.draw_graph();
        let ready = app.enter_mode();
        (app, ready)
    }

    /// Takes in what happened and says what must be done.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::WindowOpened(id) => self.opened(id),
            Message::WindowResized(size) => self.resized(size),
            Message::Drag => self.with_window(Action::Drag),
            Message::DragEdge(edge) => self.with_window(|id| Action::DragEdge(id, edge)),
            Message::Minimise => self.with_window(Action::Minimise),
            Message::ToggleMaximised => self.toggle_maximised(),
            Message::CloseAsked => self.close(),
            Message::DesktopAsked(desktop) => self.follow(&desktop),
            Message::Pressed(pressed) => pressed.meaning().map_or(Action::None, |message| self.update(message)),
            Message::Choose(mode) => self.choose(mode),
            Message::ChoosePage(page) => self.choose_page(page),
            Message::Open(menu) => self.open(menu),
            Message::Dismiss => self.dismiss(),
            Message::Leave => self.leave(),
            Message::Typed(text) => self.typed(&text),
            Message::TypedBeside(text) => self.typed_beside(&text),
            Message::Selected { text, range } => self.selected(&text, range),
            Message::PressKey(key) => self.press(key),
            Message::Enter => self.enter(),
            Message::Recall(step) => self.recall(step),
            Message::Reuse(number) => self.reuse(number),
            Message::ReuseResult(number) => self.reuse_result(number),
            Message::ChooseForm(form) => self.choose_form(form),
            Message::TurnForm(step) => self.turn_form(step),
            Message::TurnDigits(step) => self.turn_digits(step),
            Message::Copy(copy) => self.copy(copy),
            Message::CopyText(text) => self.copy_text(text),
            Message::ChooseAngle(angle) => self.choose_angle(angle),
            Message::NextAngle => self.next_angle(),
            Message::ToggleComplex => self.toggle_complex(),
            Message::ChooseNumbers(language) => self.choose_numbers(language),
            Message::ChooseWord(word) => self.choose_word(word),
            Message::ChooseBase(base) => self.choose_base(base),
            Message::ToggleBit(bit) => self.toggle_bit(bit),
            Message::ClearMemory => self.clear_memory(),
            Message::RecallMemory => self.recall_memory(),
            Message::AddToMemory => self.add_to_memory('+'),
            Message::SubtractFromMemory => self.add_to_memory('-'),
            other => self.update_rest(other),
        }
    }

    /// The messages about the history, the other modes, and what comes back from work.
    fn update_rest(&mut self, message: Message) -> Action {
        match message {
            Message::ToggleHistory => self.toggle_history(),
            Message::SearchHistory => self.search_history(),
            Message::HistoryQueryTyped(query) => self.history_query(query),
            Message::HistoryScrolled(view) => self.history_scrolled(view),
            Message::EditLine(number) => self.edit_line(number),
            Message::LineEdited(text) => self.line_edited(text),
            Message::KeepEdit => self.keep_edit(),
            Message::RemoveLine(number) => self.change_tape(|tape| tape.remove(number)),
            Message::Undo => self.change_tape(Tape::undo),
            Message::Redo => self.change_tape(Tape::redo),
            Message::ClearHistory => self.change_tape(Tape::clear),
            Message::Graph(message) => self.graph(message),
            Message::Convert(message) => self.convert(message),
            Message::Statistics(message) => self.statistics(message),
            Message::AskRatesSource => self.ask_source(),
            Message::RatesSourceTyped(source) => self.type_source(source),
            Message::RefreshRates => self.refresh_rates(),
            Message::RatesRead(outcome) => self.rates_read(outcome),
            Message::Told(told) => self.told(told),
            Message::Settled(done) => self.settled(*done),
            Message::HistoryRead(outcome) => self.history_read(outcome),
            Message::Failed(failure) => self.failed(failure),
            Message::AllKept => self.all_kept(),
            Message::DismissFailure => self.dismiss_failure(),
            Message::Retry => self.retry(),
            _ => Action::None,
        }
    }

    /// Whether the first frame has been asked for.
    pub(crate) fn is_up(&self) -> bool {
        self.window.is_some()
    }

    /// What the lines of the tape have left behind.
    pub(crate) fn calculator(&self) -> Arc<Calculator> {
        Arc::clone(self.tape.calculator())
    }

    /// The flag that stops the question of a slot.
    pub(crate) fn flag_of(&self, slot: Slot) -> Arc<AtomicBool> {
        self.waits[slot as usize].flag()
    }

    /// The flag that stops the tape.
    pub(crate) fn flag_of_tape(&self) -> Arc<AtomicBool> {
        self.tape_wait.flag()
    }

    /// The line that is entered.
    pub(crate) fn line_text(&self) -> &str {
        self.line.entry.text()
    }

    /// Whether something is being worked out that may last.
    pub(crate) fn is_working(&self) -> bool {
        self.tape_wait.is_running() || self.waits[Slot::Line as usize].is_running()
    }

    /// What the keeper is to keep.
    pub(crate) fn to_be_kept(&self, what: Kept) -> Keep {
        match what {
            Kept::Lines(numbers) => {
                Keep::Append(numbers.iter().filter_map(|number| self.tape.line(*number)).cloned().collect())
            }
            Kept::Tape => Keep::Rewrite(self.tape.lines().to_vec()),
            Kept::Settings => Keep::Settings(self.settings.clone()),
            Kept::Nothing => Keep::Read,
            Kept::All => Keep::Finish,
        }
    }

    /// How lines are worked out now.
    pub(crate) fn core_settings(&self) -> candela_calculator_core::Settings {
        candela_calculator_core::Settings {
            angle: self.settings.angle,
            word: (self.settings.mode == Mode::Programmer).then_some(self.settings.word),
            is_complex: self.settings.is_complex,
            notation: self.notation.clone(),
            ..Default::default()
        }
    }

    fn ask(&mut self, slot: Slot, lines: Vec<String>, digits: usize) -> Action {
        let key = self.waits[slot as usize].begin();
        let settings = candela_calculator_core::Settings { digits, ..self.core_settings() };
        Action::Ask(Ask { slot, key, lines, settings })
    }

    fn told(&mut self, told: Told) -> Action {
        if !self.waits[told.slot as usize].end(told.key) {
            return Action::None;
        }
        match told.slot {
            Slot::Line => self.line_told(told.outcomes),
            Slot::Memory => self.memory_told(told.outcomes),
            Slot::Convert => self.convert.told(told.outcomes),
            Slot::Statistics => self.statistics.told(told.outcomes),
        }
        Action::None
    }

    fn with_window(&self, action: impl FnOnce(window::Id) -> Action) -> Action {
        self.window.map_or(Action::None, action)
    }

    fn opened(&mut self, id: window::Id) -> Action {
        self.window = Some(id);
        // Larger than the screen it came up on it must not be.
        Action::Resize(id, self.size).and(self.focus())
    }

    fn resized(&mut self, size: Size) -> Action {
        self.size = size;
        self.draw_graph();
        Action::ScrollTape
    }

    fn toggle_maximised(&mut self) -> Action {
        self.is_maximised = !self.is_maximised;
        self.with_window(Action::ToggleMaximised)
    }

    fn follow(&mut self, desktop: &Desktop) -> Action {
        let wanted = self.look_settings.look(desktop, self.look.direction);
        let before = std::mem::replace(&mut self.look, wanted);
        self.list_history();
        if before.text_scale == self.look.text_scale { Action::None } else { self.fit() }
    }

    fn failed(&mut self, failure: Failure) -> Action {
        self.failure = Some(failure);
        if self.is_closing { Action::Quit } else { Action::None }
    }

    fn dismiss_failure(&mut self) -> Action {
        self.failure = None;
        self.focus()
    }

    fn retry(&mut self) -> Action {
        match self.failure.take() {
            Some(Failure::History(HistoryError::Read { .. })) => Action::Keep(Kept::Nothing),
            Some(Failure::History(HistoryError::Write { .. })) => Action::Keep(Kept::Tape),
            Some(Failure::Settings(_)) => Action::Keep(Kept::Settings),
            None => Action::None,
        }
    }

    /// Keeps what is not kept yet, and ends when that is done.
    fn close(&mut self) -> Action {
        self.is_closing = true;
        self.keep_tape(true).and(Action::Keep(Kept::All))
    }

    fn all_kept(&self) -> Action {
        if self.is_closing { Action::Quit } else { Action::None }
    }

    /// Now, as the calculator has it.
    pub(crate) fn now(&self) -> Date {
        moment(self.clock)
    }
}

fn moment(clock: fn() -> u64) -> Date {
    let seconds = i64::try_from(clock() / 1_000_000_000).unwrap_or(0);
    Date::from_seconds(seconds).unwrap_or_else(|| Date::new(1970, 1, 1).expect("the first day of the epoch exists"))
}

#[cfg(test)]
mod tests;
