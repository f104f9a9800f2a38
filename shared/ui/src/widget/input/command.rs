//! Which key does what in an input. Pure.

use super::caret::Way;
use super::editor::{Motion, Unit};
use iced::keyboard::key::{Named, Physical};
use iced::keyboard::{Key, Modifiers};

/// What a key asks of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command<'a> {
    /// Move the caret; with `true`, select on the way.
    Go(Motion, bool),
    /// Erase before the caret.
    EraseBefore(Unit),
    /// Erase behind the caret.
    EraseAfter(Unit),
    /// Type.
    Type(&'a str),
    /// Select everything.
    SelectAll,
    /// Copy the selection.
    Copy,
    /// Copy and erase the selection.
    Cut,
    /// Insert what was copied.
    Paste,
    /// Take back a change.
    Undo,
    /// Make it again.
    Redo,
    /// Take the text as it is.
    Submit,
    /// Empty the text.
    Clear,
}

/// Returns what a key press asks for; `None` where it is not for an input. `text` is what the key types.
pub fn command<'a>(key: &Key, physical: Physical, modifiers: Modifiers, text: Option<&'a str>) -> Option<Command<'a>> {
    if let Key::Named(named) = key
        && *named != Named::Space
    {
        return named_key(*named, modifiers);
    }
    // AltGr comes as Control and Alt on some systems, and types.
    let types = modifiers.control() == modifiers.alt() && !modifiers.logo();
    if types {
        return text.filter(|text| !text.chars().all(char::is_control)).map(Command::Type);
    }
    if !modifiers.command() || modifiers.alt() {
        return None;
    }
    Some(match (key.to_latin(physical)?.to_ascii_lowercase(), modifiers.shift()) {
        ('a', false) => Command::SelectAll,
        ('c', false) => Command::Copy,
        ('x', false) => Command::Cut,
        ('v', _) => Command::Paste,
        ('z', false) => Command::Undo,
        ('z', true) | ('y', false) => Command::Redo,
        _ => return None,
    })
}

fn named_key<'a>(key: Named, modifiers: Modifiers) -> Option<Command<'a>> {
    let shift = modifiers.shift();
    if modifiers.alt() || modifiers.logo() {
        return None;
    }
    let unit = if modifiers.jump() { Unit::Word } else { Unit::Letter };
    Some(match key {
        Named::ArrowLeft => Command::Go(Motion::To(Way::Left, unit), shift),
        Named::ArrowRight => Command::Go(Motion::To(Way::Right, unit), shift),
        Named::Home if unit == Unit::Letter => Command::Go(Motion::Start, shift),
        Named::End if unit == Unit::Letter => Command::Go(Motion::End, shift),
        Named::Insert if shift => Command::Paste,
        Named::Insert if modifiers.control() => Command::Copy,
        Named::Delete if shift => Command::Cut,
        Named::Backspace => Command::EraseBefore(unit),
        Named::Delete => Command::EraseAfter(unit),
        Named::Enter if modifiers.is_empty() => Command::Submit,
        Named::Escape if modifiers.is_empty() => Command::Clear,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::keyboard::key::{Code, NativeCode};

    const NOWHERE: Physical = Physical::Unidentified(NativeCode::Unidentified);

    fn typed<'a>(letter: &str, modifiers: Modifiers, text: &'a str) -> Option<Command<'a>> {
        command(&Key::Character(letter.into()), NOWHERE, modifiers, Some(text))
    }

    #[test]
    fn letters_type_unless_a_modifier_makes_them_a_shortcut() {
        let (ctrl, alt, logo, shift) = (Modifiers::CTRL, Modifiers::ALT, Modifiers::LOGO, Modifiers::SHIFT);
        for (letter, modifiers, text, expected) in [
            ("a", Modifiers::empty(), "a", Some(Command::Type("a"))),
            ("A", shift, "A", Some(Command::Type("A"))),
            ("لا", Modifiers::empty(), "لا", Some(Command::Type("لا"))),
            ("@", ctrl | alt, "@", Some(Command::Type("@"))),
            ("a", ctrl, "\x01", Some(Command::SelectAll)),
            ("Z", ctrl | shift, "\x1a", Some(Command::Redo)),
            ("1", ctrl, "1", None),
            ("f", alt, "f", None),
            ("l", logo, "l", None),
            ("l", ctrl, "\x0c", None),
        ] {
            assert_eq!(typed(letter, modifiers, text), expected, "{letter} with {modifiers:?}");
        }
    }

    #[test]
    fn shortcuts_work_on_every_keyboard_layout() {
        let key = Key::Character("ش".into());
        let physical = Physical::Code(Code::KeyA);
        assert_eq!(command(&key, physical, Modifiers::CTRL, Some("\x01")), Some(Command::SelectAll));
        let key = Key::Character("м".into());
        assert_eq!(command(&key, Physical::Code(Code::KeyV), Modifiers::CTRL, None), Some(Command::Paste));
    }

    #[test]
    fn keys_of_lists_and_windows_are_left_to_them() {
        for key in [Named::ArrowUp, Named::ArrowDown, Named::PageUp, Named::PageDown, Named::Tab, Named::F2] {
            assert_eq!(command(&Key::Named(key), NOWHERE, Modifiers::empty(), None), None, "{key:?}");
        }
        assert_eq!(command(&Key::Named(Named::ArrowLeft), NOWHERE, Modifiers::ALT, None), None, "back");
        assert_eq!(command(&Key::Named(Named::Enter), NOWHERE, Modifiers::CTRL, None), None);
        let space = command(&Key::Named(Named::Space), NOWHERE, Modifiers::empty(), Some(" "));
        assert_eq!(space, Some(Command::Type(" ")));
    }
}
