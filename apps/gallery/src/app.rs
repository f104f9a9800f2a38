//! What was chosen on the sheet.

use crate::sheet;

use candela_ui::focus::scope;
use candela_ui::{Element, Look};

/// What the user did.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Pressed something that only shows how it looks.
    Press,
    /// Typed into the first field.
    Type(String),
    /// Typed into the search field.
    Search(String),
    /// Chose a part of the segmented choice.
    Choose(usize),
    /// Went to a tab.
    GoToTab(usize),
    /// Moved the slider, in percent.
    Slide(f32),
    /// Turned the check box over.
    Check,
    /// Turned the switch over.
    Switch,
    /// Opened the menu, or closed it.
    ToggleMenu,
    /// Opened the folded part of the path, or closed it.
    ToggleFold,
}

/// The state of the sheet.
#[derive(Debug)]
pub struct App {
    pub(crate) look: Look,
    pub(crate) typed: String,
    pub(crate) searched: String,
    pub(crate) chosen: usize,
    pub(crate) tab: usize,
    pub(crate) percent: f32,
    pub(crate) is_checked: bool,
    pub(crate) is_on: bool,
    pub(crate) has_menu: bool,
    pub(crate) has_fold: bool,
}

impl App {
    /// The sheet in that look, nothing changed yet.
    pub fn new(look: Look) -> Self {
        Self {
            look,
            typed: "Letters".to_owned(),
            searched: "invoice".to_owned(),
            chosen: 0,
            tab: 0,
            percent: 40.0,
            is_checked: true,
            is_on: true,
            has_menu: false,
            has_fold: false,
        }
    }

    /// Keeps what was chosen.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Press => {}
            Message::Type(text) => self.typed = text,
            Message::Search(text) => self.searched = text,
            Message::Choose(part) => self.chosen = part,
            Message::GoToTab(tab) => self.tab = tab,
            Message::Slide(percent) => self.percent = percent,
            Message::Check => self.is_checked = !self.is_checked,
            Message::Switch => self.is_on = !self.is_on,
            Message::ToggleMenu => self.has_menu = !self.has_menu,
            Message::ToggleFold => self.has_fold = !self.has_fold,
        }
    }

    /// The sheet, whose focus Tab moves.
    pub fn view(&self) -> Element<'_, Message> {
        scope(sheet::view(self)).into()
    }
}
