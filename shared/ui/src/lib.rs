//! The look of the suite: colours, type, icons and widgets, on iced.
//!
//! Knows how things look and how they mirror; nothing about files, applications or sums. There is no global look: a
//! [`Look`] is a value that the application keeps, [`Theme`] carries it to what draws, and `view` hands it as `&Look`
//! to what must measure or mirror. Everything is generic over the message. Depends on iced and `candela-shared`, and
//! must never depend on anything below `apps`.

pub mod cells;
pub mod desktop;
pub mod display;
pub mod focus;
pub mod font;
pub mod icon;
pub mod look;
pub mod palette;
pub mod platform;
pub mod program;
pub mod scene;
pub mod settings;
pub mod theme;
pub mod toast;
pub mod tokens;
pub mod widget;

pub use candela_shared::i18n::Direction;
pub use look::{Contrast, Density, Look, Mode, Motion};
pub use palette::{Accent, Palette};
pub use theme::Theme;

/// An iced element with our theme.
pub type Element<'a, Message> = iced::Element<'a, Message, Theme>;
/// An iced row with our theme; [`widget::line`] makes one that mirrors.
pub type Row<'a, Message> = iced::widget::Row<'a, Message, Theme>;
/// An iced column with our theme.
pub type Column<'a, Message> = iced::widget::Column<'a, Message, Theme>;
/// An iced stack with our theme.
pub type Stack<'a, Message> = iced::widget::Stack<'a, Message, Theme>;
/// An iced container with our theme.
pub type Container<'a, Message> = iced::widget::Container<'a, Message, Theme>;
/// An iced button with our theme.
pub type Button<'a, Message> = iced::widget::Button<'a, Message, Theme>;
/// An iced text with our theme.
pub type Text<'a> = iced::widget::Text<'a, Theme>;
/// An iced scrollable with our theme.
pub type Scrollable<'a, Message> = iced::widget::Scrollable<'a, Message, Theme>;
