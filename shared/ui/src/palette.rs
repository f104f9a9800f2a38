//! Colours by role, in the four looks, and the accents a user may choose.

mod accent;

pub use accent::Accent;

use iced::Color;

/// Turns 0xRRGGBB into a colour.
pub const fn hex(rgb: u32) -> Color {
    Color::from_rgb8((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

/// Colours by role. Code names roles, never values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    /// Window, header, sidebar, foot of a dialog.
    pub background: Color,
    /// Content sheet, display, dialog.
    pub surface: Color,
    /// Menu, card, toast, input.
    pub raised: Color,
    /// Secondary button, trough, key.
    pub control: Color,
    /// The same under the pointer.
    pub control_hover: Color,
    /// The same while pressed; the rail of a slider.
    pub control_pressed: Color,
    /// Edge of sheets and cards, rules: decoration, never the only signal.
    pub border: Color,
    /// Edge of inputs and open check boxes, switch that is off, scroller.
    pub border_strong: Color,
    /// Text.
    pub text: Color,
    /// Second lines, dates, hints, placeholders.
    pub muted: Color,
    /// What cannot be used now; never the only hint.
    pub disabled: Color,
    /// Primary button, checked, progress.
    pub accent: Color,
    /// The same under the pointer.
    pub accent_hover: Color,
    /// The same while pressed.
    pub accent_pressed: Color,
    /// Text on the accent.
    pub on_accent: Color,
    /// The accent as text.
    pub link: Color,
    /// Selected rows and tiles.
    pub selection: Color,
    /// The current place; the selection of the pane that is not active.
    pub selection_idle: Color,
    /// Text on the selection. In the two contrast looks nothing else may be drawn on it.
    pub on_selection: Color,
    /// The focus ring.
    pub focus: Color,
    /// Done.
    pub success: Color,
    /// Watch out, as text or glyph.
    pub warning: Color,
    /// Failed, as text or glyph.
    pub danger: Color,
    /// Destructive button.
    pub danger_fill: Color,
    /// Text on it.
    pub on_danger: Color,
    /// Fill of a warning card or badge.
    pub warning_tint: Color,
    /// Fill of an error card or badge.
    pub danger_tint: Color,
    /// Changed file.
    pub git_modified: Color,
    /// New file that is staged.
    pub git_added: Color,
    /// File git does not know.
    pub git_untracked: Color,
    /// Deleted file.
    pub git_deleted: Color,
    /// Renamed file.
    pub git_renamed: Color,
    /// File in conflict.
    pub git_conflict: Color,
    /// Knob of a switch.
    pub knob: Color,
    /// Behind a dialog inside a window.
    pub scrim: Color,
    /// Whether text is lighter than what it stands on.
    pub is_dark: bool,
    /// Whether this is one of the two high-contrast looks.
    pub is_contrast: bool,
}

/// Paper by candlelight.
pub const LIGHT: Palette = Palette {
    background: hex(0xF4F2EF),
    surface: hex(0xFEFDFC),
    raised: hex(0xFFFFFF),
    control: hex(0xEAE7E3),
    control_hover: hex(0xE2DED9),
    control_pressed: hex(0xD7D2CC),
    border: hex(0xE4E0DB),
    border_strong: hex(0x857F78),
    text: hex(0x1F1D1B),
    muted: hex(0x5F5A54),
    disabled: hex(0xA8A29B),
    accent: hex(0x2B5FD3),
    accent_hover: hex(0x2554C0),
    accent_pressed: hex(0x1F48A8),
    on_accent: hex(0xFFFFFF),
    link: hex(0x2456C7),
    selection: hex(0xDCE6FA),
    selection_idle: hex(0xE9E6E2),
    on_selection: hex(0x1F1D1B),
    focus: hex(0x2B5FD3),
    success: hex(0x28713A),
    warning: hex(0x8A5700),
    danger: hex(0xB3261E),
    danger_fill: hex(0xB3261E),
    on_danger: hex(0xFFFFFF),
    warning_tint: hex(0xFBF0DA),
    danger_tint: hex(0xFBE9E7),
    git_modified: hex(0x8A5700),
    git_added: hex(0x28713A),
    git_untracked: hex(0x0F6B73),
    git_deleted: hex(0xB3261E),
    git_renamed: hex(0x6B45B5),
    git_conflict: hex(0xB3261E),
    knob: hex(0xFFFFFF),
    scrim: Color::from_rgba8(0x1F, 0x1D, 0x1B, 0.32),
    is_dark: false,
    is_contrast: false,
};

/// The same at night.
pub const DARK: Palette = Palette {
    background: hex(0x252322),
    surface: hex(0x1C1B1A),
    raised: hex(0x2E2C2A),
    control: hex(0x3A3735),
    control_hover: hex(0x45423F),
    control_pressed: hex(0x514D4A),
    border: hex(0x393634),
    border_strong: hex(0x938D86),
    text: hex(0xEEEBE7),
    muted: hex(0xB3ADA6),
    disabled: hex(0x726D67),
    accent: hex(0x8DB2FF),
    accent_hover: hex(0xA3C1FF),
    accent_pressed: hex(0x7AA2F5),
    on_accent: hex(0x0D1B38),
    link: hex(0x9DBDFF),
    selection: hex(0x2B3A58),
    selection_idle: hex(0x383533),
    on_selection: hex(0xF4F2EF),
    focus: hex(0x8DB2FF),
    success: hex(0x84CB92),
    warning: hex(0xE9B964),
    danger: hex(0xFFA199),
    danger_fill: hex(0xF28B82),
    on_danger: hex(0x2B0A07),
    warning_tint: hex(0x3A3121),
    danger_tint: hex(0x40272A),
    git_modified: hex(0xE9B964),
    git_added: hex(0x84CB92),
    git_untracked: hex(0x7CC9D0),
    git_deleted: hex(0xFFA199),
    git_renamed: hex(0xC4ABFA),
    git_conflict: hex(0xFFA199),
    knob: hex(0xF4F2EF),
    scrim: Color::from_rgba8(0, 0, 0, 0.5),
    is_dark: true,
    is_contrast: false,
};

/// High contrast, dark: pure black, white outlines, one yellow accent, cyan focus.
pub const CONTRAST: Palette = Palette {
    background: hex(0x000000),
    surface: hex(0x000000),
    raised: hex(0x000000),
    control: hex(0x000000),
    control_hover: hex(0x333333),
    control_pressed: hex(0x4D4D4D),
    border: hex(0xFFFFFF),
    border_strong: hex(0xFFFFFF),
    text: hex(0xFFFFFF),
    muted: hex(0xE6E6E6),
    disabled: hex(0x9E9E9E),
    accent: hex(0xFFD60A),
    accent_hover: hex(0xFFE566),
    accent_pressed: hex(0xE0BC00),
    on_accent: hex(0x000000),
    link: hex(0xFFD60A),
    selection: hex(0xFFD60A),
    selection_idle: hex(0x4D4D4D),
    on_selection: hex(0x000000),
    focus: hex(0x4DE1FF),
    success: hex(0x7CFF8A),
    warning: hex(0xFFC46B),
    danger: hex(0xFFA6A0),
    danger_fill: hex(0xFFA6A0),
    on_danger: hex(0x000000),
    warning_tint: hex(0x000000),
    danger_tint: hex(0x000000),
    git_modified: hex(0xFFC46B),
    git_added: hex(0x7CFF8A),
    git_untracked: hex(0x4DE1FF),
    git_deleted: hex(0xFFA6A0),
    git_renamed: hex(0xD9C7FF),
    git_conflict: hex(0xFFA6A0),
    knob: hex(0xFFFFFF),
    scrim: Color::from_rgba8(0, 0, 0, 0.8),
    is_dark: true,
    is_contrast: true,
};

/// High contrast, light: pure white, black outlines.
pub const CONTRAST_LIGHT: Palette = Palette {
    background: hex(0xFFFFFF),
    surface: hex(0xFFFFFF),
    raised: hex(0xFFFFFF),
    control: hex(0xFFFFFF),
    control_hover: hex(0xE0E0E0),
    control_pressed: hex(0xC8C8C8),
    border: hex(0x000000),
    border_strong: hex(0x000000),
    text: hex(0x000000),
    muted: hex(0x2B2B2B),
    disabled: hex(0x6B6B6B),
    accent: hex(0x0033A6),
    accent_hover: hex(0x002680),
    accent_pressed: hex(0x001A59),
    on_accent: hex(0xFFFFFF),
    link: hex(0x0033A6),
    selection: hex(0x0033A6),
    selection_idle: hex(0xC8C8C8),
    on_selection: hex(0xFFFFFF),
    focus: hex(0xA3007A),
    success: hex(0x00520F),
    warning: hex(0x5E3A00),
    danger: hex(0x8C0000),
    danger_fill: hex(0x8C0000),
    on_danger: hex(0xFFFFFF),
    warning_tint: hex(0xFFFFFF),
    danger_tint: hex(0xFFFFFF),
    git_modified: hex(0x5E3A00),
    git_added: hex(0x00520F),
    git_untracked: hex(0x00484F),
    git_deleted: hex(0x8C0000),
    git_renamed: hex(0x461C99),
    git_conflict: hex(0x8C0000),
    knob: hex(0xFFFFFF),
    scrim: Color::from_rgba8(0, 0, 0, 0.6),
    is_dark: false,
    is_contrast: true,
};

impl Palette {
    /// The edge of floating things, path bars, key caps and windows: between the quiet and the strong border.
    pub fn border_soft(&self) -> Color {
        if self.is_contrast { self.border } else { Color { a: if self.is_dark { 0.20 } else { 0.16 }, ..self.text } }
    }

    /// A veil of ink over any fill; `alpha` is what the light look takes.
    pub fn veil(&self, alpha: f32) -> Color {
        let strength = if self.is_contrast {
            3.0
        } else if self.is_dark {
            1.2
        } else {
            1.0
        };
        Color { a: alpha * strength, ..self.text }
    }

    /// What sliders and progress bars run on.
    pub fn rail(&self) -> Color {
        if self.is_contrast { Color { a: 0.4, ..self.text } } else { self.control_pressed }
    }

    /// The flat shade around floating things, in place of a blurred shadow.
    pub fn shade(&self) -> Color {
        if self.is_contrast {
            Color::TRANSPARENT
        } else {
            Color { a: if self.is_dark { 0.28 } else { 0.06 }, ..Color::BLACK }
        }
    }

    /// The colour of text of second rank; on a selection it is that of the first.
    pub fn muted_on(&self, is_selected: bool) -> Color {
        if is_selected { self.on_selection } else { self.muted }
    }

    /// `color` where nothing is selected; on a selection, what may be drawn there.
    pub fn on(&self, is_selected: bool, color: Color) -> Color {
        if is_selected && self.is_contrast { self.on_selection } else { color }
    }
}

/// Mixes `part` (0 to 1) of `over` into `under`.
pub fn mix(under: Color, over: Color, part: f32) -> Color {
    let one = |a: f32, b: f32| a + (b - a) * part;
    Color::from_rgb(one(under.r, over.r), one(under.g, over.g), one(under.b, over.b))
}
