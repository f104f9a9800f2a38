//! The application registry: what is installed, what opens a file, and how it is started.

pub mod icon;
