//! Whole programs in real windows.
