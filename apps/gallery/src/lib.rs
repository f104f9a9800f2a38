//! The gallery of components.
