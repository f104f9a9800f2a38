//! What a key means to the window, where the line does not keep it for itself.

use crate::app::{CopyAs, Menu, Message, Step};
use crate::mode::Mode;

use candela_calculator_core::keypad::Key as Pad;

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

/// A key that was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressed {
    /// The key.
    pub key: Key,
    /// What was held with it.
    pub modifiers: Modifiers,
    /// Whether a widget did something with it.
    pub is_taken: bool,
}

/// The chords of commands, as menus and tooltips show them.
pub mod chord {
    /// Opens the history.
    pub const HISTORY: &str = "Ctrl H";
    /// Opens the menu.
    pub const MENU: &str = "F10";
    /// The next unit of angles.
    pub const ANGLE: &str = "Ctrl D";
    /// Copies the result as it is shown.
    pub const COPY: &str = "Ctrl C";
    /// Copies it with plain digits.
    pub const COPY_PLAIN: &str = "Ctrl Shift C";
    /// Copies it for LaTeX.
    pub const COPY_LATEX: &str = "Ctrl Shift L";
    /// The next form of the result.
    pub const FORM: &str = "F3";
    /// More digits of it.
    pub const DIGITS: &str = "F4";
    /// Takes back the last change of the history.
    pub const UNDO: &str = "Alt Z";
    /// Makes it again.
    pub const REDO: &str = "Alt Shift Z";
    /// Empties the memory.
    pub const MEMORY_CLEAR: &str = "Ctrl L";
    /// Writes what the memory holds.
    pub const MEMORY_RECALL: &str = "Ctrl R";
    /// Adds to the memory.
    pub const MEMORY_ADD: &str = "Ctrl P";
    /// Subtracts from it.
    pub const MEMORY_SUBTRACT: &str = "Ctrl Q";
}

impl Pressed {
    /// What it means; `None` where it is a widget's own.
    pub fn meaning(&self) -> Option<Message> {
        let modifiers = self.modifiers;
        match self.key.as_ref() {
            Key::Named(named) => self.named(named),
            Key::Character(letter) if modifiers.command() && !modifiers.alt() => {
                self.command(&letter.to_lowercase(), modifiers.shift())
            }
            Key::Character(letter) if modifiers.alt() && !modifiers.control() => {
                let is_undo = letter.eq_ignore_ascii_case("z");
                is_undo.then_some(if modifiers.shift() { Message::Redo } else { Message::Undo })
            }
            Key::Character(letter) if !self.is_taken && !modifiers.control() => {
                Some(Message::TypedBeside(letter.to_owned()))
            }
            _ => None,
        }
    }

    fn named(&self, key: Named) -> Option<Message> {
        let is_plain = self.modifiers.is_empty();
        match key {
            Named::F10 => Some(Message::Open(Menu::Main)),
            Named::F3 => Some(Message::TurnForm(if self.modifiers.shift() { Step::Back } else { Step::On })),
            Named::F4 => Some(Message::TurnDigits(if self.modifiers.shift() { Step::Back } else { Step::On })),
            Named::PageDown if is_plain && !self.is_taken => Some(Message::TurnDigits(Step::On)),
            Named::PageUp if is_plain && !self.is_taken => Some(Message::TurnDigits(Step::Back)),
            Named::ArrowUp if is_plain && !self.is_taken => Some(Message::Recall(Step::Back)),
            Named::ArrowDown if is_plain && !self.is_taken => Some(Message::Recall(Step::On)),
            Named::Backspace if !self.is_taken => Some(Message::PressKey(Pad::Erase)),
            Named::Delete if is_plain && !self.is_taken => Some(Message::PressKey(Pad::Clear)),
            _ => None,
        }
    }

    fn command(&self, letter: &str, is_shifted: bool) -> Option<Message> {
        if let Some(mode) = letter.parse::<usize>().ok().and_then(|number| Mode::ALL.get(number.checked_sub(1)?)) {
            return Some(Message::Choose(*mode));
        }
        Some(match (letter, is_shifted) {
            ("h", false) => Message::ToggleHistory,
            ("f", false) => Message::SearchHistory,
            ("d", false) => Message::NextAngle,
            ("c", false) if !self.is_taken => Message::Copy(CopyAs::Shown),
            ("c", true) => Message::Copy(CopyAs::Plain),
            ("l", true) => Message::Copy(CopyAs::Latex),
            ("l", false) => Message::ClearMemory,
            ("r", false) => Message::RecallMemory,
            ("p", false) => Message::AddToMemory,
            ("q", false) => Message::SubtractFromMemory,
            ("w", false) => Message::CloseAsked,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(key: Key, modifiers: Modifiers, is_taken: bool) -> Option<String> {
        Pressed { key, modifiers, is_taken }.meaning().map(|message| format!("{message:?}"))
    }

    #[test]
    fn keys_mean_what_menus_and_tooltips_say() {
        let letter = |letter: &str| Key::Character(letter.into());
        let named = Key::Named;
        let (none, control) = (Modifiers::empty(), Modifiers::CTRL);
        let both = Modifiers::CTRL | Modifiers::SHIFT;
        let cases = [
            (letter("h"), control, false, Some("ToggleHistory")),
            (letter("1"), control, false, Some("Choose(Basic)")),
            (letter("6"), control, false, Some("Choose(Statistics)")),
            (letter("7"), control, false, None),
            (letter("c"), control, false, Some("Copy(Shown)")),
            (letter("c"), control, true, None),
            (letter("C"), both, true, Some("Copy(Plain)")),
            (letter("L"), both, false, Some("Copy(Latex)")),
            (letter("z"), Modifiers::ALT, false, Some("Undo")),
            (letter("Z"), Modifiers::ALT | Modifiers::SHIFT, false, Some("Redo")),
            (letter("7"), none, false, Some("TypedBeside(\"7\")")),
            (letter("7"), none, true, None),
            (named(Named::ArrowUp), none, false, Some("Recall(Back)")),
            (named(Named::ArrowUp), none, true, None),
            (named(Named::F3), Modifiers::SHIFT, false, Some("TurnForm(Back)")),
            (named(Named::PageDown), none, false, Some("TurnDigits(On)")),
        ];
        for (key, modifiers, is_taken, expected) in cases {
            let name = format!("{key:?} {modifiers:?} {is_taken}");
            assert_eq!(means(key, modifiers, is_taken).as_deref(), expected, "{name}");
        }
    }
}
