//! The effects: everything that reads or changes what lies on a disk. Blocks; knows no window.

mod read;

pub use read::FolderReader;
