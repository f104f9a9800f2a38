//! Words and numbers in the user's language.

pub mod locale;

pub use locale::Locale;
