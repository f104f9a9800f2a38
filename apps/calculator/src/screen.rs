//! The modes that are more than a line with keys: each with a state and messages of its own.

pub mod convert;
pub mod graph;
pub mod statistics;
