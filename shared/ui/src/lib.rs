//! The look of the suite: theme, icons and widgets.
