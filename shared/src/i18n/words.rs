//! Messages looked up by id, in the best language that has them.

use super::number::Number;
use super::{Locale, catalogue};
use crate::Directories;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use intl_memoizer::IntlLangMemoizer;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::Arc;
use unic_langid::{CharacterDirection, LanguageIdentifier};

/// The direction in which a language is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// From left to right.
    #[default]
    LeftToRight,
    /// From right to left: windows are mirrored.
    RightToLeft,
}

/// Where words are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// In a window: names put into a sentence are kept apart by Unicode isolates, which draw as nothing.
    Window,
    /// In a terminal or a file: plain text, to the byte what the message says.
    Terminal,
}

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// Messages in one language.
type Bundle = FluentBundle<Arc<FluentResource>>;

/// The messages of one program in the user's languages.
pub struct Words {
    bundles: Vec<Bundle>,
    /// What was read for each of them.
    resources: Vec<(LanguageIdentifier, Vec<Arc<FluentResource>>)>,
    language: LanguageIdentifier,
    /// The digits of the language from 0 to 9, once something asks for them.
    digits: OnceCell<[char; 10]>,
}

impl Words {
    /// Reads the messages of a program (its `<program>.ftl` and `shared.ftl`) for the locales a user wants, best first.
    ///
    /// A file that overrides and is unreadable or malformed costs its own bad messages, nothing else.
    pub fn new(program: &str, locales: &[Locale], directories: &Directories, medium: Medium) -> Self {
        let resources = catalogue::folders(locales, directories)
            .iter()
            .map(|(folder, locale)| (identifier(locale), resources(folder, program, directories)))
            .collect();
        Self::of(resources, medium)
    }

    fn of(resources: Vec<(LanguageIdentifier, Vec<Arc<FluentResource>>)>, medium: Medium) -> Self {
        let bundles = resources.iter().map(|(language, resources)| bundle(language, resources, medium)).collect();
        let language = resources.first().map(|(language, _)| language.clone()).unwrap_or_default();
        Self { bundles, resources, language, digits: OnceCell::new() }
    }

    /// The same messages for another medium; nothing is read again.
    pub fn in_medium(&self, medium: Medium) -> Self {
        Self::of(self.resources.clone(), medium)
    }

    /// Reads the messages for the locales and directories of this process.
    pub fn from_environment(program: &str, medium: Medium) -> Self {
        Self::new(program, &super::locale::from_environment(), &Directories::from_environment(), medium)
    }

    /// Returns the message in the best language that has it, with its variables filled in.
    ///
    /// Use [`tr!`](crate::tr), whose ids a test checks. An id that no language has is returned itself.
    pub fn text(&self, id: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
        self.bundles
            .iter()
            .find_map(|bundle| {
                let pattern = bundle.get_message(id)?.value()?;
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
                errors.is_empty().then(|| directed(bundle, text.into_owned()))
            })
            .unwrap_or_else(|| id.to_owned())
    }

    /// The language most words are in: a BCP 47 tag such as `de-AT`.
    pub fn language(&self) -> String {
        self.language.to_string()
    }

    /// Writes the digits of a text (`09:05`) as that language does, and leaves all else as it is.
    ///
    /// For clocks and years, which are no numbers with groups. Data: as [`Number`].
    pub fn digits(&self, text: &str) -> String {
        let digits = self.digits.get_or_init(|| self.own_digits());
        let own = |letter: char| letter.to_digit(10).and_then(|digit| digits.get(digit as usize));
        text.chars().map(|letter| own(letter).copied().unwrap_or(letter)).collect()
    }

    fn own_digits(&self) -> [char; 10] {
        let number = Number::new(&self.language.to_string()).ok();
        let own = |digit: &str| number.as_ref()?.plain(digit)?.chars().next();
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
            .map(|digit| own(digit).or_else(|| digit.chars().next()).unwrap_or_default())
    }

    /// The direction in which that language is read.
    pub fn direction(&self) -> Direction {
        match self.language.character_direction() {
            CharacterDirection::RTL => Direction::RightToLeft,
            CharacterDirection::LTR | CharacterDirection::TTB => Direction::LeftToRight,
        }
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Words({})", self.language)
    }
}

fn resources(folder: &str, program: &str, directories: &Directories) -> Vec<Arc<FluentResource>> {
    // What could be read of a malformed file is used: each bad message falls back by itself.
    let read = |text| FluentResource::try_new(text).unwrap_or_else(|(readable, _errors)| readable);
    catalogue::sources(folder, program, directories).into_iter().map(|source| Arc::new(read(source.text))).collect()
}

fn bundle(language: &LanguageIdentifier, resources: &[Arc<FluentResource>], medium: Medium) -> Bundle {
    let mut bundle = FluentBundle::new(vec![language.clone()]);
    bundle.set_use_isolating(medium == Medium::Window);
    bundle.set_formatter(Some(localised_number));
    for resource in resources {
        bundle.add_resource_overriding(Arc::clone(resource));
    }
    bundle
}

/// Gives a message that begins with an isolate the direction of its language: isolates say nothing of what they stand in,
/// and a text without other letters (`{ $day } { $month }`) would run from left to right.
///
/// Spec: Unicode Bidirectional Algorithm (UAX 9), rule P2.
fn directed(bundle: &Bundle, text: String) -> String {
    let language = bundle.locales.first().map(LanguageIdentifier::character_direction);
    match language {
        Some(CharacterDirection::RTL) if text.starts_with(FIRST_STRONG_ISOLATE) => {
            format!("{RIGHT_TO_LEFT_MARK}{text}")
        }
        _ => text,
    }
}

/// The tag of a locale: scripts that POSIX names by a modifier get their subtag.
fn identifier(locale: &Locale) -> LanguageIdentifier {
    let script = match locale.modifier.as_deref() {
        Some("latin") => "-Latn",
        Some("cyrillic") => "-Cyrl",
        Some("devanagari") => "-Deva",
        Some("arabic") => "-Arab",
        _ => "",
    };
    let country = locale.country.as_ref().map(|country| format!("-{country}")).unwrap_or_default();
    let tag = format!("{}{script}{country}", locale.language);
    tag.parse().or_else(|_| locale.language.parse()).unwrap_or_default()
}

/// Writes numbers in messages with the digits and groups of the language.
fn localised_number(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let plain: Cow<'_, str> = number.as_string();
    memoizer.with_try_get::<Number, _, _>((), |format| format.plain(&plain)).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tr;

    fn words(locales: &[&str], directories: &Directories) -> Words {
        let locales: Vec<Locale> = locales.iter().filter_map(|name| Locale::parse(name)).collect();
        Words::new("launcher", &locales, directories, Medium::Terminal)
    }

    #[test]
    fn the_best_language_that_has_messages_is_used_and_english_is_the_last_resort() {
        let none = Directories::default();
        let cases = [
            (&["de_AT"][..], "de-AT", Direction::LeftToRight),
            (&["xx", "ar_EG"], "ar-EG", Direction::RightToLeft),
            (&["ja_JP"], "ja-JP", Direction::LeftToRight),
            (&["xx"], "en", Direction::LeftToRight),
            (&[], "en", Direction::LeftToRight),
        ];
        for (locales, language, direction) in cases {
            let words = words(locales, &none);
            assert_eq!((words.language().as_str(), words.direction()), (language, direction), "{locales:?}");
        }
    }

    #[test]
    fn numbers_and_plurals_follow_the_language() {
        let none = Directories::default();
        let results = |locale: &str, count: usize| tr!(words(&[locale], &none), "launcher-results", count = count);
        assert_eq!(results("en", 1), "1 result");
        assert_eq!(results("en", 12_345), "12,345 results");
        assert_eq!(results("de", 12_345), "12.345 Treffer");
        assert_eq!(results("ar_EG", 6), "٦ نتائج");
    }

    #[test]
    fn clocks_have_the_digits_of_the_language_and_keep_their_zeros() {
        let none = Directories::default();
        for (locale, expected) in [("en", "09:05 h"), ("ja", "09:05 h"), ("ar_EG", "٠٩:٠٥ h"), ("xx", "09:05 h")] {
            assert_eq!(words(&[locale], &none).digits("09:05 h"), expected, "{locale}");
        }
    }

    #[test]
    fn a_file_in_a_data_directory_overrides_single_messages_and_a_bad_one_costs_only_itself() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("candela/i18n/de");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("launcher.ftl"), "launcher-open = Los\n= broken\nlauncher-close = {\n").unwrap();
        let directories = Directories { data_home: Some(root.path().into()), ..Directories::default() };
        let words = words(&["de"], &directories);
        assert_eq!(tr!(words, "launcher-open"), "Los");
        assert_eq!(tr!(words, "launcher-close"), "Schließen", "the embedded message stays");
    }

    #[test]
    fn a_language_that_exists_only_in_a_data_directory_is_found_and_falls_back_for_each_message() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("candela/i18n/eo");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("launcher.ftl"), "launcher-open = Malfermi\n").unwrap();
        let directories = Directories { data_dirs: vec![root.path().into()], ..Directories::default() };
        let words = words(&["eo", "de"], &directories);
        assert_eq!(tr!(words, "launcher-open"), "Malfermi");
        assert_eq!(tr!(words, "launcher-close"), "Schließen");
    }

    #[test]
    fn what_begins_with_a_name_runs_in_the_direction_of_its_language_in_a_window() {
        let text = |locale: &str, medium| {
            let locales: Vec<Locale> = Locale::parse(locale).into_iter().collect();
            let words = Words::new("files", &locales, &Directories::default(), medium);
            tr!(words, "files-with-size", words = "a", size = "b")
        };
        assert_eq!(text("ar_EG", Medium::Window), "\u{200f}\u{2068}a\u{2069} · \u{2068}b\u{2069}");
        assert_eq!(text("en", Medium::Window), "\u{2068}a\u{2069} · \u{2068}b\u{2069}");
        assert_eq!(text("ar_EG", Medium::Terminal), "a · b");
    }

    #[test]
    fn names_in_a_sentence_are_isolated_in_a_window_and_plain_in_a_terminal() {
        let text = |medium| {
            let words = Words::new("launcher", &[], &Directories::default(), medium);
            tr!(words, "launcher-error-unknown", id = "x.desktop")
        };
        assert_eq!(text(Medium::Terminal), "no application \"x.desktop\"");
        assert_eq!(text(Medium::Window), "no application \"\u{2068}x.desktop\u{2069}\"");
    }
}
