//! The effects: everything that reads or changes what lies on a disk. Blocks; knows no window.

mod detail;
pub mod git;
pub mod places;
mod read;

pub use detail::Detail;
pub use read::FolderReader;
