//! The effects: everything that reads or changes what lies on a disk. Blocks; knows no window.

mod archive;
pub mod beginning;
pub mod completion;
pub mod context;
mod copy;
pub mod count;
mod detail;
pub mod device;
pub mod file_manager;
pub mod file_system;
pub mod git;
pub mod journal;
pub mod known;
pub mod memory;
mod place;
pub mod places;
mod platform;
mod publish;
mod queue;
mod read;
pub mod recent;
mod remove;
pub mod run;
pub mod search;
pub mod thumbnail;
pub mod trash;
pub mod versions;
pub mod volume;
mod walk;
mod whole;
mod work;

pub use detail::Detail;
pub use place::{is_folder, resolve};
pub use platform::{is_running, may_hang};
pub use read::FolderReader;
