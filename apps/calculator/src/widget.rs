//! Parts of this window alone, without a state of their own.

pub mod fitting;
