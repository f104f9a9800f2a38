//! From one mode to another, and what is set.

use super::{Action, App, Kept, LINE, Menu, Page};
use crate::mode::Mode;
use crate::screen::{convert, graph, statistics};

use candela_calculator_core::locale::Notation;
use candela_calculator_core::{Angle, Word};

impl App {
    pub(super) fn choose(&mut self, mode: Mode) -> Action {
        self.menu = None;
        self.history.is_open = false;
        if mode == self.settings.mode {
            return self.focus();
        }
        self.settings.mode = mode;
        self.page = Page::Digits;
        self.fit().and(self.enter_mode()).and(Action::Keep(Kept::Settings))
    }

    /// What a mode needs when it comes.
    pub(super) fn enter_mode(&mut self) -> Action {
        self.draw_graph();
        let asked = match self.settings.mode {
            Mode::Convert => self.ask_convert(),
            Mode::Statistics => self.ask_statistics(),
            Mode::Graph => Action::None,
            Mode::Basic | Mode::Scientific | Mode::Programmer => self.edited(),
        };
        asked.and(self.focus()).and(Action::ScrollTape)
    }

    /// Gives the keys to what is typed into.
    pub(super) fn focus(&self) -> Action {
        match self.settings.mode {
            // Without a function there is nothing yet to walk along.
            Mode::Graph if self.graph.texts().is_empty() => Action::Focus(graph::FIELD),
            Mode::Graph => Action::Focus(graph::PLOT),
            Mode::Convert => Action::Focus(convert::VALUE),
            Mode::Statistics => Action::Focus(statistics::NUMBERS),
            Mode::Basic | Mode::Scientific | Mode::Programmer => Action::Focus(LINE),
        }
    }

    /// Makes the window as large as its mode wants it.
    pub(super) fn fit(&mut self) -> Action {
        if self.is_maximised {
            return Action::None;
        }
        let size = crate::ui::size_of(&self.look, self.settings.mode, self.settings.word.bits);
        // Its keys are laid out for that at once; a desktop that gives another size says so.
        self.size = size;
        self.with_window(|id| Action::Resize(id, size))
    }

    pub(super) fn choose_page(&mut self, page: Page) -> Action {
        self.page = page;
        Action::None
    }

    pub(super) fn open(&mut self, menu: Menu) -> Action {
        self.menu = if self.menu == Some(menu) { None } else { Some(menu) };
        Action::None
    }

    pub(super) fn dismiss(&mut self) -> Action {
        self.menu = None;
        self.focus()
    }

    /// Leaves the innermost thing: menu, failure, history, what runs, the line.
    pub(super) fn leave(&mut self) -> Action {
        if self.menu.take().is_some() || self.failure.take().is_some() {
            return self.focus();
        }
        if let Some(action) = self.leave_rates() {
            return action;
        }
        if let Some(action) = self.leave_history() {
            return action;
        }
        if self.settings.mode.has_line() {
            return self.leave_line().unwrap_or_else(|| self.focus());
        }
        self.focus()
    }

    pub(super) fn choose_angle(&mut self, angle: Angle) -> Action {
        self.settings.angle = angle;
        self.draw_graph();
        self.set()
    }

    pub(super) fn next_angle(&mut self) -> Action {
        self.choose_angle(match self.settings.angle {
            Angle::Degree => Angle::Radian,
            Angle::Radian => Angle::Gradian,
            Angle::Gradian => Angle::Degree,
        })
    }

    pub(super) fn toggle_complex(&mut self) -> Action {
        self.menu = None;
        self.settings.is_complex = !self.settings.is_complex;
        self.set()
    }

    pub(super) fn choose_numbers(&mut self, language: Option<String>) -> Action {
        self.menu = None;
        self.settings.numbers = language;
        self.read_numbers();
        self.set()
    }

    pub(super) fn choose_word(&mut self, word: Word) -> Action {
        let was = std::mem::replace(&mut self.settings.word, word);
        let fitted = if was.bits == word.bits { Action::None } else { self.fit() };
        fitted.and(self.set())
    }

    pub(super) fn choose_base(&mut self, base: u32) -> Action {
        self.settings.base = base;
        self.set()
    }

    /// Something was set: what is shown follows, and it is kept.
    fn set(&mut self) -> Action {
        let asked = match self.settings.mode {
            Mode::Convert => self.ask_convert(),
            Mode::Statistics => self.ask_statistics(),
            Mode::Graph => Action::None,
            Mode::Basic | Mode::Scientific | Mode::Programmer => self.edited(),
        };
        asked.and(Action::Keep(Kept::Settings)).and(self.focus())
    }

    /// How numbers are written where nothing else is set.
    pub(crate) fn own_notation(&self) -> Notation {
        Notation::of_language(&self.own_language).unwrap_or_default()
    }

    /// Finds out how numbers are written.
    pub(super) fn read_numbers(&mut self) {
        self.language = self.settings.numbers.clone().unwrap_or_else(|| self.own_language.clone());
        self.notation = Notation::of_language(&self.language).unwrap_or_default();
    }

    pub(super) fn graph(&mut self, message: graph::Message) -> Action {
        let calculator = self.graph_calculator();
        let action = self.graph.update(message, &calculator);
        self.settings.functions = self.graph.texts();
        match action {
            graph::Action::None => Action::None,
            graph::Action::Keep => Action::Keep(Kept::Settings),
            graph::Action::Focus(id) => Action::Focus(id),
        }
    }

    /// Draws the curves anew, where they are seen.
    pub(super) fn draw_graph(&mut self) {
        if self.settings.mode == Mode::Graph {
            let calculator = self.graph_calculator();
            self.graph.draw(&calculator);
        }
    }

    fn graph_calculator(&self) -> candela_calculator_core::Calculator {
        let mut own = candela_calculator_core::Calculator::clone(self.tape.calculator());
        own.settings = self.core_settings();
        own
    }

    pub(super) fn convert(&mut self, message: convert::Message) -> Action {
        let opened = self.convert.update(message, &self.notation);
        self.menu = None;
        let asked = self.ask_convert();
        if opened { asked } else { asked.and(self.focus()) }
    }

    pub(super) fn ask_convert(&mut self) -> Action {
        match self.convert.line() {
            Some(line) => self.ask(crate::ask::Slot::Convert, vec![line], 15),
            None => Action::None,
        }
    }

    pub(super) fn statistics(&mut self, message: statistics::Message) -> Action {
        match self.statistics.update(message, &self.notation) {
            statistics::Action::None => Action::None,
            statistics::Action::Ask => self.ask_statistics().and(Action::Focus(statistics::NUMBERS)),
        }
    }

    pub(super) fn ask_statistics(&mut self) -> Action {
        let lines = self.statistics.lines();
        if lines.is_empty() {
            return Action::None;
        }
        self.ask(crate::ask::Slot::Statistics, lines, 15)
    }
}
