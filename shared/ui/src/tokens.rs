//! Design tokens: spacing, radii, control measures and the type scale, in logical pixels at a text size of 100 %.

use iced::font::Weight;

/// Distances between things; they do not grow with the text.
pub mod space {
    /// Between the parts of one control.
    pub const HAIR: f32 = 2.0;
    /// Between things that belong together.
    pub const XS: f32 = 4.0;
    /// Between related controls; from a sheet to the window's edge.
    pub const S: f32 = 8.0;
    /// From an icon to its label in a row.
    pub const ICON: f32 = 10.0;
    /// Inside rows; the calculator's gutter.
    pub const M: f32 = 12.0;
    /// At the sides of a button.
    pub const BUTTON: f32 = 14.0;
    /// Between groups.
    pub const L: f32 = 16.0;
    /// Inside dialogs.
    pub const XL: f32 = 24.0;
    /// Around settings pages.
    pub const XXL: f32 = 32.0;
}

/// Corner radii; of nested corners the inner is the outer less the gap between them.
pub mod radius {
    /// Badge, check box, key cap.
    pub const SMALL: f32 = 4.0;
    /// Inside a trough, tooltip.
    pub const INNER: f32 = 6.0;
    /// Button, input, row.
    pub const CONTROL: f32 = 8.0;
    /// Menu, toast.
    pub const MENU: f32 = 10.0;
    /// Sheet, card, dialog, tile of a grid.
    pub const CARD: f32 = 12.0;
    /// Fully round.
    pub const PILL: f32 = 999.0;
    /// The corner of an application's tile, as a part of its side.
    pub const TILE: f32 = 0.27;
}

/// Heights and widths of bars, rows and controls; heights go through [`Look::scaled`](crate::Look::scaled).
pub mod size {
    /// Button, input, segmented choice.
    pub const CONTROL: f32 = 32.0;
    /// The same in dialogs.
    pub const CONTROL_LARGE: f32 = 36.0;
    /// A small icon button.
    pub const CONTROL_SMALL: f32 = 28.0;
    /// List and sidebar row.
    pub const ROW: f32 = 32.0;
    /// List row where space is short.
    pub const ROW_COMPACT: f32 = 26.0;
    /// Sidebar row where space is short.
    pub const SIDEBAR_ROW_COMPACT: f32 = 28.0;
    /// List row in a narrow window, for fingers.
    pub const ROW_TOUCH: f32 = 40.0;
    /// Menu row.
    pub const MENU_ROW: f32 = 30.0;
    /// Menu row where space is short.
    pub const MENU_ROW_COMPACT: f32 = 26.0;
    /// The least width of a menu.
    pub const MENU: f32 = 198.0;
    /// Table head.
    pub const TABLE_HEAD: f32 = 32.0;
    /// Tab.
    pub const TAB: f32 = 36.0;
    /// Header bar.
    pub const HEADER: f32 = 48.0;
    /// Foot of a dialog with its buttons.
    pub const FOOT: f32 = 64.0;
    /// Status bar.
    pub const STATUS: f32 = 28.0;
    /// Settings row, and one with a note below its label.
    pub const SETTING: f32 = 48.0;
    /// Settings row with a note below its label.
    pub const SETTING_NOTE: f32 = 56.0;
    /// Width of a sidebar.
    pub const SIDEBAR: f32 = 208.0;
    /// Width of a question over a window.
    pub const QUESTION: f32 = 440.0;
    /// Width of a toast.
    pub const TOAST: f32 = 360.0;
    /// Minimise, maximise, close.
    pub const WINDOW_BUTTON: f32 = 28.0;
    /// Side of a git badge and of a check box.
    pub const MARK: f32 = 18.0;
    /// Length of a switch.
    pub const SWITCH: f32 = 44.0;
    /// Height of a switch.
    pub const SWITCH_HEIGHT: f32 = 22.0;
    /// Thickness of a slider's rail and of a progress bar.
    pub const RAIL: f32 = 4.0;
    /// Thickness of a progress bar inside a row.
    pub const RAIL_THIN: f32 = 3.0;
    /// Diameter of a slider's knob.
    pub const KNOB: f32 = 16.0;
    /// Width of the scroller, and its distance from the edge.
    pub const SCROLLER: f32 = 6.0;
    /// Distance of the scroller from the edge.
    pub const SCROLLER_MARGIN: f32 = 3.0;
    /// Below this width a window drops its sidebar.
    pub const NARROW: f32 = 720.0;
    /// Below this width rows grow for fingers and dialogs stack their buttons.
    pub const VERY_NARROW: f32 = 560.0;
}

/// Sides of icons; they do not grow with the text.
pub mod icon {
    /// Carets in bold cut.
    pub const CARET: f32 = 10.0;
    /// Window buttons.
    pub const WINDOW: f32 = 14.0;
    /// Buttons, fields, menus.
    pub const CONTROL: f32 = 16.0;
    /// Bars, sidebars, toasts.
    pub const BAR: f32 = 18.0;
    /// File rows.
    pub const ROW: f32 = 20.0;
    /// The launcher's query.
    pub const QUERY: f32 = 22.0;
    /// Empty and error states.
    pub const STATE: f32 = 30.0;
    /// Applications in rows.
    pub const TILE: f32 = 32.0;
    /// Applications in a grid.
    pub const TILE_LARGE: f32 = 48.0;
    /// Files in a grid.
    pub const GRID: f32 = 64.0;
}

/// Times of motion, in milliseconds; they go through [`Look::duration`](crate::Look::duration).
pub mod time {
    /// A switch's knob, a progress bar, a toast that comes.
    pub const MOVE: u64 = 120;
    /// A toast that goes.
    pub const LEAVE: u64 = 160;
    /// Waiting that is not shown yet.
    pub const PATIENCE: u64 = 300;
    /// Until a tooltip comes.
    pub const TOOLTIP: u64 = 600;
    /// How long a toast stays.
    pub const TOAST: u64 = 6_000;
    /// One step of the spinner (eight a turn and a second).
    pub const SPINNER_STEP: u64 = 125;
}

/// One step of the type scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Size in logical pixels at 100 %.
    pub size: f32,
    /// Line height in logical pixels at 100 %.
    pub line: f32,
    /// Weight in Latin script; see [`font::face`](crate::font::face) for the others.
    pub weight: Weight,
}

impl Step {
    /// The same step in another weight.
    pub const fn with_weight(self, weight: Weight) -> Self {
        Self { weight, ..self }
    }
}

const fn step(size: f32, line: f32, weight: Weight) -> Step {
    Step { size, line, weight }
}

/// The type scale.
pub mod text {
    use super::{Step, Weight, step};

    /// Hints, status, second lines.
    pub const CAPTION: Step = step(12.0, 16.0, Weight::Normal);
    /// Section heads, badges.
    pub const CAPTION_STRONG: Step = step(12.0, 16.0, Weight::Semibold);
    /// The letter in a git badge.
    pub const MARK: Step = step(11.0, 14.0, Weight::Bold);
    /// Everything else.
    pub const BODY: Step = step(14.0, 20.0, Weight::Normal);
    /// Buttons, the current place.
    pub const BODY_MEDIUM: Step = step(14.0, 20.0, Weight::Medium);
    /// Emphasis.
    pub const BODY_STRONG: Step = step(14.0, 20.0, Weight::Semibold);
    /// Calculator functions, bases, formulas.
    pub const FUNCTION: Step = step(15.0, 20.0, Weight::Medium);
    /// Small dialog.
    pub const TITLE: Step = step(16.0, 24.0, Weight::Semibold);
    /// The sum under the calculator's result.
    pub const SUM: Step = step(18.0, 26.0, Weight::Normal);
    /// Dialog, settings page.
    pub const HEADING: Step = step(20.0, 28.0, Weight::Semibold);
    /// The launcher's query.
    pub const QUERY: Step = step(20.0, 28.0, Weight::Normal);
    /// Digits of the calculator.
    pub const DIGIT: Step = step(20.0, 28.0, Weight::Medium);
    /// A result that had to shrink twice.
    pub const DISPLAY_SMALL: Step = step(28.0, 34.0, Weight::Medium);
    /// A result that had to shrink once.
    pub const DISPLAY_MIDDLE: Step = step(32.0, 40.0, Weight::Medium);
    /// The calculator's result.
    pub const DISPLAY: Step = step(40.0, 48.0, Weight::Medium);
}
