//! What the launcher knows.
