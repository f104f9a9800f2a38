//! The names of keys, as keyboards of the user's language bear them.

use super::Words;
use crate::tr;

impl Words {
    /// A chord in the user's language: `Ctrl Delete` is `Strg Entf` in German. Keys stand in the order they are held, one
    /// space between them; the names themselves hold none. What is no name of a key (`K`, `+`) stays.
    pub fn chord(&self, chord: &str) -> String {
        chord.split(' ').map(|key| self.key(key)).collect::<Vec<_>>().join(" ")
    }

    fn key(&self, name: &str) -> String {
        match name {
            "Ctrl" => tr!(self, "shared-key-ctrl"),
            "Shift" => tr!(self, "shared-key-shift"),
            "Enter" => tr!(self, "shared-key-enter"),
            "Space" => tr!(self, "shared-key-space"),
            "Backspace" => tr!(self, "shared-key-backspace"),
            "Delete" => tr!(self, "shared-key-delete"),
            "Insert" => tr!(self, "shared-key-insert"),
            "Home" => tr!(self, "shared-key-home"),
            "End" => tr!(self, "shared-key-end"),
            "PageUp" => tr!(self, "shared-key-page-up"),
            "PageDown" => tr!(self, "shared-key-page-down"),
            "Up" => "↑".to_owned(),
            "Down" => "↓".to_owned(),
            "Left" => "←".to_owned(),
            "Right" => "→".to_owned(),
            other => other.to_owned(),
        }
        // A name of two words stays one key.
        .replace(' ', "\u{a0}")
    }
}

#[cfg(test)]
mod tests {
    use crate::Directories;
    use crate::i18n::{Locale, Medium, Words};

    #[test]
    fn keys_are_named_as_keyboards_of_the_language_bear_them() {
        let chord = |language: &str, chord: &str| {
            let locales: Vec<Locale> = Locale::parse(language).into_iter().collect();
            Words::new("files", &locales, &Directories::default(), Medium::Window).chord(chord)
        };
        for (language, keys, expected) in [
            ("en", "Ctrl Shift N", "Ctrl Shift N"),
            ("de", "Ctrl Shift N", "Strg Umschalt N"),
            ("de", "Shift Delete", "Umschalt Entf"),
            ("de", "Alt PageUp", "Alt Bild\u{a0}auf"),
            ("ja", "Alt Left", "Alt ←"),
            ("ar", "Ctrl K", "Ctrl K"),
            ("en", "", ""),
        ] {
            assert_eq!(chord(language, keys), expected, "{language}");
        }
    }
}
