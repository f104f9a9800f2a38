//! Check boxes and switches: what is drawn for each state.

use super::Theme;
use crate::tokens::radius;
use iced::{Border, Color};

/// Where the pointer is, and whether the choice can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing happens.
    Rest,
    /// The pointer is over it.
    Hovered,
    /// It is being pressed.
    Pressed,
    /// It cannot be changed now.
    Disabled,
}

/// The square of a check box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Check {
    /// Its fill.
    pub fill: Color,
    /// Its edge.
    pub border: Border,
    /// The tick or the dash in it.
    pub mark: Color,
}

/// The square of a check box that is checked (or mixed), or not.
pub fn check(theme: &Theme, is_set: bool, status: Status) -> Check {
    let c = theme.palette();
    let (fill, edge) = match (is_set, status) {
        (true, Status::Rest) => (c.accent, c.accent),
        (true, Status::Hovered) => (c.accent_hover, c.accent_hover),
        (true, Status::Pressed) => (c.accent_pressed, c.accent_pressed),
        (true, Status::Disabled) => (c.disabled, c.disabled),
        (false, Status::Rest) => (c.raised, c.border_strong),
        (false, Status::Hovered) => (c.control_hover, c.border_strong),
        (false, Status::Pressed) => (c.control_pressed, c.border_strong),
        (false, Status::Disabled) => (c.background, c.disabled),
    };
    let mark = if status == Status::Disabled { c.raised } else { c.on_accent };
    Check { fill, border: Border { color: edge, width: 1.0, radius: radius::SMALL.into() }, mark }
}

/// A switch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Switch {
    /// What the knob runs in.
    pub track: Color,
    /// Its edge.
    pub border: Border,
    /// The knob.
    pub knob: Color,
}

/// A switch that is on or off.
pub fn switch(theme: &Theme, is_on: bool, status: Status) -> Switch {
    let c = theme.palette();
    let is_off_limits = status == Status::Disabled;
    let off = if c.is_contrast { c.background } else { c.border_strong };
    let track = match (is_on, status) {
        (_, Status::Disabled) => c.control,
        (true, Status::Rest) => c.accent,
        (true, Status::Hovered) => c.accent_hover,
        (true, Status::Pressed) => c.accent_pressed,
        (false, Status::Rest) => off,
        (false, Status::Hovered | Status::Pressed) if c.is_contrast => c.control_hover,
        (false, Status::Hovered | Status::Pressed) => crate::palette::mix(off, c.text, 0.12),
    };
    let knob = match (c.is_contrast, c.is_dark) {
        (true, _) if is_off_limits => c.disabled,
        (true, _) => {
            if is_on {
                c.on_accent
            } else {
                c.border
            }
        }
        (false, true) => {
            if is_on {
                c.on_accent
            } else {
                c.surface
            }
        }
        (false, false) => c.knob,
    };
    let edge = if is_off_limits { c.disabled } else { c.border };
    let width = if c.is_contrast { 1.0 } else { 0.0 };
    Switch { track, border: Border { color: edge, width, radius: radius::PILL.into() }, knob }
}
