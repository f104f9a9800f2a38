//! What acts: speaking to a launcher that already runs, to other programs of the suite, and keeping the history.

pub mod companion;
pub mod history;
pub mod instance;
