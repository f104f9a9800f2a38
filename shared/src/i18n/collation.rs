//! The order of names in a language: what a person expects of a sorted list.
//!
//! Data: Unicode CLDR root collation and tailorings (UTS 10, UTS 35 part 5), as ICU4X carries them.

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use std::cmp::Ordering;

/// Compares names as a language orders them, digits by their value (`2` before `10`).
#[derive(Debug)]
pub struct Collator(CollatorBorrowed<'static>);

impl Collator {
    /// Finds the order of a language, given as a BCP 47 tag; an unknown or malformed one orders as the root does.
    pub fn new(tag: &str) -> Self {
        let locale = tag.parse().unwrap_or(icu_locale_core::Locale::UNKNOWN);
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Tertiary);
        let with = |locale: &icu_locale_core::Locale| {
            let mut preferences = CollatorPreferences::from(locale);
            preferences.numeric_ordering = Some(CollationNumericOrdering::True);
            icu_collator::Collator::try_new(preferences, options)
        };
        Self(
            with(&locale).unwrap_or_else(|_| {
                with(&icu_locale_core::Locale::UNKNOWN).expect("the root collation is compiled in")
            }),
        )
    }

    /// Compares two names; equal ones may still differ in bytes, so a stable order needs a second key.
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.0.compare(left, right)
    }

    /// Appends the key of a name of any bytes: keys compare, byte by byte, as [`Self::compare`] compares the names.
    ///
    /// For sorting many names: each is looked at once. Bytes that are not UTF-8 order as U+FFFD.
    pub fn write_key(&self, name: &[u8], key: &mut Vec<u8>) {
        let Ok(()) = self.0.write_sort_key_utf8_to(name, key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<'a>(tag: &str, mut names: Vec<&'a str>) -> Vec<&'a str> {
        let collator = Collator::new(tag);
        names.sort_by(|left, right| collator.compare(left, right));
        names
    }

    #[test]
    fn keys_order_names_as_comparing_them_does() {
        let collator = Collator::new("sv");
        let key = |name: &str| {
            let mut key = Vec::new();
            collator.write_key(name.as_bytes(), &mut key);
            key
        };
        let names =
            ["", "2", "10", "Track 2", "Track 10", "Zoo", "zoo", "Åska", "Ärlig", "Öl", "日本", "a\u{301}", "á"];
        for (left, right) in names.iter().flat_map(|left| names.iter().map(move |right| (left, right))) {
            assert_eq!(key(left).cmp(&key(right)), collator.compare(left, right), "{left:?} {right:?}");
        }
    }

    #[test]
    fn names_are_ordered_as_the_language_does() {
        assert_eq!(sorted("de", vec!["Zoo", "Äpfel", "apfel", "Öl", "Obst"]), ["apfel", "Äpfel", "Obst", "Öl", "Zoo"]);
        assert_eq!(sorted("sv", vec!["Öl", "Zoo", "Åska", "Ärlig"]), ["Zoo", "Åska", "Ärlig", "Öl"]);
        assert_eq!(sorted("en", vec!["Track 10", "Track 2"]), ["Track 2", "Track 10"], "digits by their value");
        assert_eq!(sorted("!", vec!["b", "a"]), ["a", "b"], "a malformed tag orders as the root");
    }
}
