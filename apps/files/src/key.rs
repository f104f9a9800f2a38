//! What a key means to the window, where no field keeps it for itself.

use crate::command::Command;
use crate::keys::Keys;

use candela_ui::widget::list::Step;

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use std::time::Instant;

/// A key that was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressed {
    /// The key.
    pub key: Key,
    /// What was held with it.
    pub modifiers: Modifiers,
    /// The text it types, if any.
    pub text: Option<String>,
    /// When.
    pub at: Instant,
}

/// What it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A command of the table.
    Command(Command),
    /// Another row, and what becomes of the selection.
    Move(Step, Select),
    /// So many cells of a grid to the right, and what becomes of the selection.
    Sideways(isize, Select),
    /// Select the row the keyboard is on, or no longer.
    Toggle,
    /// Leave the innermost thing.
    Leave,
    /// Another tab: that many to the right.
    Tab(isize),
    /// Letters of a name.
    Type(String),
    /// The menu of what is selected.
    Menu,
}

/// What becomes of the selection when the keyboard moves on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Select {
    /// The row alone is selected.
    Only,
    /// Everything from where the range began.
    Range,
    /// What was selected stays so.
    Nothing,
}

impl Pressed {
    /// Its name, as the table of commands has it.
    pub fn chord(&self) -> String {
        chord(&self.key, self.modifiers)
    }

    /// Whether it is only held with others.
    pub fn is_modifier(&self) -> bool {
        use Named::{Alt, AltGraph, CapsLock, Control, Fn, Hyper, Meta, NumLock, Shift, Super};
        let is_held =
            |named| matches!(named, Alt | AltGraph | CapsLock | Control | Fn | Hyper | Meta | NumLock | Shift | Super);
        match self.key {
            Key::Named(named) => is_held(named),
            Key::Character(_) => false,
            Key::Unidentified => true,
        }
    }

    /// Whether it means something that no command can have: a letter of a name, another row, another tab.
    pub fn has_fixed_meaning(&self) -> bool {
        self.key == Key::Named(Named::Tab) || self.besides_commands().is_some()
    }

    /// What it means where commands have those keys; `None` where nothing.
    pub fn meaning(&self, keys: &Keys) -> Option<Meaning> {
        keys.command(&self.chord()).map(Meaning::Command).or_else(|| self.besides_commands())
    }

    fn besides_commands(&self) -> Option<Meaning> {
        match self.chord().as_str() {
            "Esc" => return Some(Meaning::Leave),
            "Ctrl Space" => return Some(Meaning::Toggle),
            "Ctrl Tab" | "Ctrl PageDown" => return Some(Meaning::Tab(1)),
            "Ctrl Shift Tab" | "Ctrl PageUp" => return Some(Meaning::Tab(-1)),
            "Shift F10" | "Menu" => return Some(Meaning::Menu),
            _ => {}
        }
        if let Some(step) = Step::of(&self.key) {
            return select(self.modifiers).map(|select| Meaning::Move(step, select));
        }
        if let Key::Named(key @ (Named::ArrowLeft | Named::ArrowRight)) = self.key {
            let by = if key == Named::ArrowRight { 1 } else { -1 };
            return select(self.modifiers).map(|select| Meaning::Sideways(by, select));
        }
        let is_plain = (self.modifiers - Modifiers::SHIFT).is_empty();
        let text = self.text.as_ref().filter(|text| is_plain && !text.chars().any(char::is_control))?;
        Some(Meaning::Type(text.clone()))
    }
}

fn select(modifiers: Modifiers) -> Option<Select> {
    match (modifiers.shift(), modifiers.control(), modifiers.alt() || modifiers.logo()) {
        (false, false, false) => Some(Select::Only),
        (true, _, false) => Some(Select::Range),
        (false, true, false) => Some(Select::Nothing),
        (_, _, true) => None,
    }
}

/// The name of a chord, as the table of commands has it.
fn chord(key: &Key, modifiers: Modifiers) -> String {
    let name = match key.as_ref() {
        Key::Named(Named::ArrowUp) => "Up".to_owned(),
        Key::Named(Named::ArrowDown) => "Down".to_owned(),
        Key::Named(Named::ArrowLeft) => "Left".to_owned(),
        Key::Named(Named::ArrowRight) => "Right".to_owned(),
        Key::Named(Named::Escape) => "Esc".to_owned(),
        Key::Named(Named::ContextMenu) => "Menu".to_owned(),
        Key::Named(named) => format!("{named:?}"),
        Key::Character(" ") => "Space".to_owned(),
        Key::Character(letter) => letter.to_uppercase(),
        Key::Unidentified => String::new(),
    };
    let held = [
        (modifiers.control(), "Ctrl "),
        (modifiers.alt(), "Alt "),
        (modifiers.shift(), "Shift "),
        (modifiers.logo(), "Super "),
    ];
    held.into_iter().filter(|(is_held, _)| *is_held).map(|(_, name)| name).chain([name.as_str()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(key: Key, modifiers: Modifiers) -> Option<Meaning> {
        let text = match &key {
            Key::Character(text) => Some(text.to_string()),
            Key::Named(_) | Key::Unidentified => None,
        };
        Pressed { key, modifiers, text, at: Instant::now() }.meaning(&Keys::default())
    }

    #[test]
    fn keys_lead_to_commands_rows_and_letters() {
        let letter = |letter: &str| Key::Character(letter.into());
        let (none, ctrl, shift) = (Modifiers::empty(), Modifiers::CTRL, Modifiers::SHIFT);
        let named = Key::Named;
        let cases = [
            (named(Named::Enter), none, Some(Meaning::Command(Command::Open))),
            (named(Named::ArrowUp), Modifiers::ALT, Some(Meaning::Command(Command::GoUp))),
            (letter("i"), ctrl | shift, Some(Meaning::Command(Command::InvertSelection))),
            (named(Named::ArrowDown), none, Some(Meaning::Move(Step::Next, Select::Only))),
            (named(Named::End), shift, Some(Meaning::Move(Step::Last, Select::Range))),
            (named(Named::ArrowUp), ctrl, Some(Meaning::Move(Step::Previous, Select::Nothing))),
            (named(Named::ArrowLeft), shift, Some(Meaning::Sideways(-1, Select::Range))),
            (named(Named::Space), ctrl, Some(Meaning::Toggle)),
            (named(Named::PageDown), ctrl, Some(Meaning::Tab(1))),
            (letter("B"), shift, Some(Meaning::Type("B".to_owned()))),
            (letter("b"), Modifiers::ALT, None),
            (named(Named::Escape), none, Some(Meaning::Leave)),
        ];
        for (key, modifiers, expected) in cases {
            assert_eq!(means(key.clone(), modifiers), expected, "{key:?} {modifiers:?}");
        }
    }
}
