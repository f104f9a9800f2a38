//! New names for many files at once.
