//! The modes of the window, and how large it is in each.

use iced::Size;

/// What the window is for at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mode {
    /// Digits and the four operations.
    #[default]
    Basic,
    /// With functions.
    Scientific,
    /// Machine words, bases and bits.
    Programmer,
    /// Curves.
    Graph,
    /// From one unit to another.
    Convert,
    /// What a list of numbers has in common.
    Statistics,
}

/// The smallest window, in every mode.
pub const LEAST: Size = Size::new(320.0, 480.0);

impl Mode {
    /// All modes, in the order of the menu.
    pub const ALL: [Self; 6] =
        [Self::Basic, Self::Scientific, Self::Programmer, Self::Graph, Self::Convert, Self::Statistics];

    /// The window's size in it, at a text size of 100 %.
    pub fn size(self) -> Size {
        match self {
            Self::Basic => Size::new(360.0, 568.0),
            Self::Scientific => Size::new(688.0, 568.0),
            Self::Programmer => Size::new(688.0, 664.0),
            Self::Graph => Size::new(960.0, 620.0),
            Self::Convert => Size::new(400.0, 568.0),
            Self::Statistics => Size::new(688.0, 568.0),
        }
    }

    /// Its name in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Scientific => "scientific",
            Self::Programmer => "programmer",
            Self::Graph => "graph",
            Self::Convert => "convert",
            Self::Statistics => "statistics",
        }
    }

    /// Finds a mode by its name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }

    /// Whether a sum is entered in it.
    pub fn has_line(self) -> bool {
        matches!(self, Self::Basic | Self::Scientific | Self::Programmer)
    }
}
