//! Numbers with the digits, groups and decimal mark of a language.
//!
//! Data: Unicode CLDR, "Number Formatting" (UTS 35 part 3), as ICU4X carries it.

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use intl_memoizer::Memoizable;
use unic_langid::LanguageIdentifier;

/// How a language writes numbers.
#[derive(Debug)]
pub struct Number(DecimalFormatter);

impl Number {
    /// Finds the way a language, given as a BCP 47 tag, writes numbers; an unknown one writes as the root locale does.
    ///
    /// # Errors
    /// Where the tag is malformed.
    pub fn new(tag: &str) -> Result<Self, icu_locale_core::ParseError> {
        let locale: icu_locale_core::Locale = tag.parse()?;
        let formatter = DecimalFormatter::try_new((&locale).into(), Default::default());
        Ok(Self(formatter.unwrap_or_else(|_| {
            let root = icu_locale_core::Locale::UNKNOWN;
            DecimalFormatter::try_new((&root).into(), Default::default()).expect("the root locale is compiled in")
        })))
    }

    /// Writes a plain decimal number (`-1234.5`); `None` where it is none.
    pub fn plain(&self, number: &str) -> Option<String> {
        let decimal: Decimal = number.parse().ok()?;
        Some(self.0.format(&decimal).to_string())
    }
}

impl Memoizable for Number {
    type Args = ();
    type Error = icu_locale_core::ParseError;

    fn construct(language: LanguageIdentifier, (): Self::Args) -> Result<Self, Self::Error> {
        Self::new(&language.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_groups_and_marks_follow_the_language() {
        let cases = [
            ("en", "1234567.5", "1,234,567.5"),
            ("de", "1234567.5", "1.234.567,5"),
            ("de-AT", "1234567.5", "1\u{a0}234\u{a0}567,5"),
            ("en-IN", "1234567.5", "12,34,567.5"),
            ("ar-EG", "1234567.5", "١٬٢٣٤٬٥٦٧٫٥"),
            ("fa", "-12", "\u{200e}\u{2212}۱۲"),
            ("xx", "1234", "1,234"),
        ];
        for (tag, number, expected) in cases {
            assert_eq!(Number::new(tag).unwrap().plain(number).as_deref(), Some(expected), "{tag}");
        }
        assert_eq!(Number::new("en").unwrap().plain("twelve"), None);
    }
}
