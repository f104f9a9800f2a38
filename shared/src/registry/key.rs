//! The keys of a desktop entry that the registry reads.
//!
//! Spec: Desktop Entry 1.5, "Recognized desktop entry keys" and "Additional applications actions".

/// A key that is read; everything else in a file is left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Key {
    /// `Type`.
    Type,
    /// `Name`.
    Name,
    /// `GenericName`.
    GenericName,
    /// `Comment`.
    Comment,
    /// `Keywords`.
    Keywords,
    /// `Icon`.
    Icon,
    /// `Exec`.
    Exec,
    /// `TryExec`.
    TryExec,
    /// `Path`.
    Path,
    /// `URL`.
    Url,
    /// `NoDisplay`.
    NoDisplay,
    /// `Hidden`.
    Hidden,
    /// `Terminal`.
    Terminal,
    /// `DBusActivatable`.
    DbusActivatable,
    /// `SingleMainWindow`.
    SingleMainWindow,
    /// `PrefersNonDefaultGPU`.
    PrefersNonDefaultGpu,
    /// `StartupNotify`.
    StartupNotify,
    /// `StartupWMClass`.
    StartupWmClass,
    /// `Actions`.
    Actions,
    /// `MimeType`.
    MimeType,
    /// `Categories`.
    Categories,
    /// `OnlyShowIn`.
    OnlyShowIn,
    /// `NotShowIn`.
    NotShowIn,
    /// `Implements`.
    Implements,
    /// `X-TerminalArgExec`, `TerminalArgExec`, `X-ExecArg`.
    TerminalArgument,
}

/// How the value of a key is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A text with escapes.
    Text,
    /// Texts with escapes, each ended by a semicolon.
    List,
    /// `true` or `false`.
    Boolean,
}

/// Every key, in the order of the enumeration.
pub const ALL: [Key; 25] = [
    Key::Type,
    Key::Name,
    Key::GenericName,
    Key::Comment,
    Key::Keywords,
    Key::Icon,
    Key::Exec,
    Key::TryExec,
    Key::Path,
    Key::Url,
    Key::NoDisplay,
    Key::Hidden,
    Key::Terminal,
    Key::DbusActivatable,
    Key::SingleMainWindow,
    Key::PrefersNonDefaultGpu,
    Key::StartupNotify,
    Key::StartupWmClass,
    Key::Actions,
    Key::MimeType,
    Key::Categories,
    Key::OnlyShowIn,
    Key::NotShowIn,
    Key::Implements,
    Key::TerminalArgument,
];

impl Key {
    /// Returns the key of that spelling.
    pub fn parse(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"Type" => Self::Type,
            b"Name" => Self::Name,
            b"GenericName" => Self::GenericName,
            b"Comment" => Self::Comment,
            b"Keywords" => Self::Keywords,
            b"Icon" => Self::Icon,
            b"Exec" => Self::Exec,
            b"TryExec" => Self::TryExec,
            b"Path" => Self::Path,
            b"URL" => Self::Url,
            b"NoDisplay" => Self::NoDisplay,
            b"Hidden" => Self::Hidden,
            b"Terminal" => Self::Terminal,
            b"DBusActivatable" => Self::DbusActivatable,
            b"SingleMainWindow" => Self::SingleMainWindow,
            b"PrefersNonDefaultGPU" => Self::PrefersNonDefaultGpu,
            b"StartupNotify" => Self::StartupNotify,
            b"StartupWMClass" => Self::StartupWmClass,
            b"Actions" => Self::Actions,
            b"MimeType" => Self::MimeType,
            b"Categories" => Self::Categories,
            b"OnlyShowIn" => Self::OnlyShowIn,
            b"NotShowIn" => Self::NotShowIn,
            b"Implements" => Self::Implements,
            b"X-TerminalArgExec" | b"TerminalArgExec" | b"X-ExecArg" => Self::TerminalArgument,
            _ => return None,
        })
    }

    /// Returns its spelling.
    pub fn name(self) -> &'static str {
        match self {
            Self::Type => "Type",
            Self::Name => "Name",
            Self::GenericName => "GenericName",
            Self::Comment => "Comment",
            Self::Keywords => "Keywords",
            Self::Icon => "Icon",
            Self::Exec => "Exec",
            Self::TryExec => "TryExec",
            Self::Path => "Path",
            Self::Url => "URL",
            Self::NoDisplay => "NoDisplay",
            Self::Hidden => "Hidden",
            Self::Terminal => "Terminal",
            Self::DbusActivatable => "DBusActivatable",
            Self::SingleMainWindow => "SingleMainWindow",
            Self::PrefersNonDefaultGpu => "PrefersNonDefaultGPU",
            Self::StartupNotify => "StartupNotify",
            Self::StartupWmClass => "StartupWMClass",
            Self::Actions => "Actions",
            Self::MimeType => "MimeType",
            Self::Categories => "Categories",
            Self::OnlyShowIn => "OnlyShowIn",
            Self::NotShowIn => "NotShowIn",
            Self::Implements => "Implements",
            Self::TerminalArgument => "X-TerminalArgExec",
        }
    }

    /// Returns how its value is written.
    pub fn form(self) -> Form {
        match self {
            Self::Keywords
            | Self::Actions
            | Self::MimeType
            | Self::Categories
            | Self::OnlyShowIn
            | Self::NotShowIn
            | Self::Implements => Form::List,
            Self::NoDisplay
            | Self::Hidden
            | Self::Terminal
            | Self::DbusActivatable
            | Self::SingleMainWindow
            | Self::PrefersNonDefaultGpu
            | Self::StartupNotify => Form::Boolean,
            Self::Type
            | Self::Name
            | Self::GenericName
            | Self::Comment
            | Self::Icon
            | Self::Exec
            | Self::TryExec
            | Self::Path
            | Self::Url
            | Self::StartupWmClass
            | Self::TerminalArgument => Form::Text,
        }
    }

    /// Whether its value may stand in several languages.
    pub fn is_translatable(self) -> bool {
        matches!(self, Self::Name | Self::GenericName | Self::Comment | Self::Keywords | Self::Icon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_by_its_spelling_and_stands_at_its_own_place() {
        for (place, key) in ALL.into_iter().enumerate() {
            assert_eq!(Key::parse(key.name().as_bytes()), Some(key));
            assert_eq!(key as usize, place);
        }
    }
}
