//! Curves of functions of x: fast approximate values, what of a curve is seen, and its points of interest.
//!
//! A line becomes a [`Function`] on `f64`. [`sample`] follows it across a [`View`], closer where it bends, and never joins
//! what an asymptote parts; [`find`] looks for zeros, extremes and crossings. Pure, and quick enough for every frame.

pub mod find;
mod function;
mod sample;
mod view;

pub use find::{Mark, MarkKind};
pub use function::{Error, Function};
pub use sample::{Curve, sample};
pub use view::View;
