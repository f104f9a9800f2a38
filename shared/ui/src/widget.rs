//! The parts windows are built from, generic over the message. What must measure or mirror takes the [`Look`].

pub mod bar;
pub mod breadcrumb;
pub mod button;
pub mod choice;
pub mod clip;
pub mod dialog;
pub mod divider;
pub mod input;
pub mod line;
pub mod list;
pub mod mark;
pub mod menu;
pub mod motion;
pub mod popover;
pub mod progress;
pub mod ring;
pub mod row;
pub mod sheet;
pub mod slider;
pub mod state;
pub mod text;
mod tip;
pub mod toggle;
pub mod tooltip;

pub use breadcrumb::breadcrumb;
pub use button::{button, button_with, icon_button, icon_button_sized, menu_button};
pub use choice::{segments, tabs};
pub use divider::divider;
pub use line::{fill, gap, line, rule, start};
pub use mark::{badge, git_badge, git_dot, hint, key};
pub use menu::menu;
pub use popover::popover;
pub use sheet::{raised, scroll};
pub use slider::slider;
pub use tooltip::tooltip;
