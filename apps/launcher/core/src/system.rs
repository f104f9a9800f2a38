//! What acts: reading the installed applications, and speaking to a launcher that already runs.

pub mod instance;
