//! What operations promise, held against the real file system with calls that fail: docs/file-operations.md names each.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

mod operations {
    pub mod archives;
    pub mod asking;
    pub mod faults;
    pub mod keep;
    pub mod matrix;
    pub mod model;
    pub mod platform;
    pub mod scene;
    pub mod undo;
}
