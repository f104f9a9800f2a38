//! In what order a menu shows what is in it, and where lines go between.
//!
//! Spec: Desktop Menu 1.1, "Format of menu files": `Layout` and `DefaultLayout` (rule N6).

use super::xml::Element;

/// The order of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub parts: Vec<Part>,
    /// What holds for the menus in it that do not say otherwise.
    pub options: Options,
}

/// One part of a layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// An application by its desktop file ID.
    Filename(String),
    /// A menu by its name.
    Menuname(String, Overrides),
    Separator,
    /// All that is named nowhere else.
    Merge(Merge),
}

/// Which of the others go here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merge {
    Menus,
    Files,
    All,
}

/// How a menu within a menu is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Options {
    pub show_empty: bool,
    /// Whether what is in it may stand in its place.
    pub inline: bool,
    /// How many entries it may have for that; 0 for any number.
    pub inline_limit: usize,
    pub inline_header: bool,
    /// Whether a single entry takes the menu's name.
    pub inline_alias: bool,
}

/// What one `Menuname` says of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Overrides {
    show_empty: Option<bool>,
    inline: Option<bool>,
    inline_limit: Option<usize>,
    inline_header: Option<bool>,
    inline_alias: Option<bool>,
}

impl Default for Options {
    fn default() -> Self {
        Self { show_empty: false, inline: false, inline_limit: 4, inline_header: true, inline_alias: false }
    }
}

impl Default for Layout {
    fn default() -> Self {
        Self { parts: vec![Part::Merge(Merge::Menus), Part::Merge(Merge::Files)], options: Options::default() }
    }
}

impl Overrides {
    fn new(element: &Element) -> Self {
        let is = |name: &str| match element.attribute(name)? {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        };
        Self {
            show_empty: is("show_empty"),
            inline: is("inline"),
            inline_limit: element.attribute("inline_limit").and_then(|limit| limit.parse().ok()),
            inline_header: is("inline_header"),
            inline_alias: is("inline_alias"),
        }
    }

    /// These, and the others where these say nothing.
    pub fn over(self, options: Options) -> Options {
        Options {
            show_empty: self.show_empty.unwrap_or(options.show_empty),
            inline: self.inline.unwrap_or(options.inline),
            inline_limit: self.inline_limit.unwrap_or(options.inline_limit),
            inline_header: self.inline_header.unwrap_or(options.inline_header),
            inline_alias: self.inline_alias.unwrap_or(options.inline_alias),
        }
    }
}

impl Layout {
    /// Reads a `Layout` or `DefaultLayout`.
    pub fn new(element: &Element) -> Self {
        let parts = element.children.iter().filter_map(Part::new).collect();
        Self { parts, options: Overrides::new(element).over(Options::default()) }
    }
}

impl Part {
    fn new(element: &Element) -> Option<Self> {
        let text = element.text().to_owned();
        Some(match (element.name.as_str(), element.attribute("type")) {
            ("Filename", _) => Self::Filename(text),
            ("Menuname", _) => Self::Menuname(text, Overrides::new(element)),
            ("Separator", _) => Self::Separator,
            ("Merge", Some("menus")) => Self::Merge(Merge::Menus),
            ("Merge", Some("files")) => Self::Merge(Merge::Files),
            ("Merge", Some("all")) => Self::Merge(Merge::All),
            _ => return None,
        })
    }
}
