//! The effects: everything that reads or changes what lies on a disk. Blocks; knows no window.

pub mod git;
mod read;

pub use read::FolderReader;
