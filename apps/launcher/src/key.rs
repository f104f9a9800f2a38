//! What a key means to the launcher, where the query does not keep it for itself.

use crate::app::Message;

use candela_launcher_core::list::Step;

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

/// A key that was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressed {
    /// The key.
    pub key: Key,
    /// What was held with it.
    pub modifiers: Modifiers,
    /// Whether the query did something with it.
    pub is_taken: bool,
}

impl Pressed {
    /// What it means with an empty query or one that has text, in a window that is mirrored or not; `None` where it is the
    /// query's own.
    pub fn meaning(&self, is_empty: bool, is_mirrored: bool) -> Option<Message> {
        let modifiers = self.modifiers;
        let is_plain = modifiers.is_empty();
        // The arrow keys belong to the query while it has text they can move in.
        let is_free = is_empty || !self.is_taken;
        match self.key.as_ref() {
            Key::Named(Named::Escape) => Some(Message::Leave),
            Key::Named(Named::Enter) if is_plain => Some(Message::Open),
            Key::Named(Named::Enter) if modifiers == Modifiers::CTRL => Some(Message::OpenOtherwise),
            Key::Named(Named::Tab) if is_plain => Some(Message::Complete),
            Key::Named(Named::Backspace) if is_plain && is_empty => Some(Message::GoUp),
            Key::Character(",") if modifiers.command() => Some(Message::OpenSettings),
            Key::Character("k") if modifiers.command() => Some(Message::SwitchActions),
            Key::Character(digit) if modifiers.command() => item(digit).map(Message::OpenItem),
            Key::Named(Named::ArrowUp) => Some(Message::Move(Step::Up)),
            Key::Named(Named::ArrowDown) => Some(Message::Move(Step::Down)),
            Key::Named(Named::PageUp) => Some(Message::Move(Step::PageUp)),
            Key::Named(Named::PageDown) => Some(Message::Move(Step::PageDown)),
            Key::Named(Named::Home) if is_empty => Some(Message::Move(Step::First)),
            Key::Named(Named::End) if is_empty => Some(Message::Move(Step::Last)),
            Key::Named(Named::ArrowRight) if is_plain && is_free => Some(sideways(!is_mirrored)),
            Key::Named(Named::ArrowLeft) if is_plain && is_free => Some(sideways(is_mirrored)),
            _ => None,
        }
    }
}

fn sideways(is_forward: bool) -> Message {
    if is_forward { Message::GoForward } else { Message::GoBackward }
}

/// The item that Ctrl and a digit from 1 to 9 start.
fn item(digit: &str) -> Option<usize> {
    let number: usize = digit.parse().ok()?;
    (1..=9).contains(&number).then(|| number - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(key: Key, modifiers: Modifiers, is_taken: bool, is_empty: bool, is_mirrored: bool) -> String {
        format!("{:?}", Pressed { key, modifiers, is_taken }.meaning(is_empty, is_mirrored))
    }

    #[test]
    fn keys_mean_what_the_foot_says() {
        let (none, control) = (Modifiers::empty(), Modifiers::CTRL);
        let (free, taken) = (false, true);
        let named = Key::Named;
        let letter = |letter: &str| Key::Character(letter.into());
        let cases = [
            (named(Named::Escape), none, taken, false, "Some(Leave)"),
            (named(Named::Enter), none, taken, false, "Some(Open)"),
            (named(Named::Enter), control, taken, false, "Some(OpenOtherwise)"),
            (named(Named::Tab), none, free, true, "Some(Complete)"),
            (named(Named::Backspace), none, taken, true, "Some(GoUp)"),
            (named(Named::Backspace), none, taken, false, "None"),
            (letter(","), control, free, true, "Some(OpenSettings)"),
            (letter("k"), control, free, true, "Some(SwitchActions)"),
            (letter("k"), none, taken, true, "None"),
            (letter("1"), control, free, true, "Some(OpenItem(0))"),
            (letter("9"), control, free, true, "Some(OpenItem(8))"),
            (letter("0"), control, free, true, "None"),
            (named(Named::ArrowDown), none, taken, false, "Some(Move(Down))"),
            (named(Named::ArrowRight), none, taken, true, "Some(GoForward)"),
            (named(Named::ArrowRight), none, taken, false, "None"),
            (named(Named::ArrowRight), none, free, false, "Some(GoForward)"),
            (named(Named::Home), none, taken, false, "None"),
            (named(Named::Home), none, taken, true, "Some(Move(First))"),
        ];
        for (key, modifiers, is_taken, is_empty, expected) in cases {
            let name = format!("{key:?} {modifiers:?} {is_taken} {is_empty}");
            assert_eq!(means(key, modifiers, is_taken, is_empty, false), expected, "{name}");
        }
    }

    #[test]
    fn arrows_are_mirrored_with_the_window() {
        let (right, free_right) = (Key::Named(Named::ArrowRight), false);
        assert_eq!(means(right, Modifiers::empty(), free_right, true, true), "Some(GoBackward)");
    }
}
