//! The application registry: what is installed, what opens a file, and how it is started.
//!
//! Values decide here, and a few small functions act: [`Index::scan`] reads, `launch::start` starts, `watch` waits. An
//! [`Index`] never changes; a new one takes its place. A file that GLib would load is never dropped, and a line that
//! cannot be read costs that line alone: [`parser`] says how.

pub mod autostart;
pub mod cache;
pub mod context;
pub mod delta;
pub mod entry;
pub mod exec;
pub mod explain;
pub mod icon;
pub mod index;
pub mod key;
pub mod launch;
pub mod line;
pub mod list;
pub mod menu;
pub mod mime_applications;
pub mod mime_type;
pub mod overlay;
pub mod parser;
pub mod program;
pub mod recent;
pub mod rewrite;
pub mod source;
pub mod start;
pub mod startup;
pub mod target;
pub mod terminal;
pub mod visibility;
pub mod watch;

pub use context::Context;
pub use delta::Delta;
pub use entry::{Action, Entry, HiddenBy, Kind, Untranslated};
pub use index::Index;
pub use mime_applications::MimeApplications;
pub use mime_type::MimeTypes;
pub use target::Target;
