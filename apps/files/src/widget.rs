//! Parts without state of their own, generic over the message.

pub mod band;
pub mod target;
