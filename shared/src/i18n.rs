//! Words, numbers and order in the user's language.
//!
//! Messages are Fluent files, `i18n/<language>/<program>.ftl` and `shared.ftl`, embedded in the program; files below
//! `<data directory>/candela/i18n` override them message by message. [`Words`] looks them up with a fallback for each
//! message through all the user's languages down to English. Words are values: a change of language is a new `Words`.

mod catalogue;
pub mod collation;
mod key;
pub mod locale;
pub mod number;
mod words;

pub use collation::Collator;
pub use locale::Locale;
pub use words::{Direction, Medium, Words};

pub use fluent_bundle::FluentValue;

/// Looks a message up: `tr!(words, "launcher-results", count = 3)`.
///
/// The only way a message is named in code, so that a test can hold every id and every variable against the files.
#[macro_export]
macro_rules! tr {
    ($words:expr, $id:literal) => {
        $words.text($id, &[])
    };
    ($words:expr, $id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $words.text($id, &[$((stringify!($name), $crate::i18n::FluentValue::from($value))),+])
    };
}
