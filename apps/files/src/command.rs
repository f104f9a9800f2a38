//! Every command of the window, with its keys: menus and key presses read this one table.

use candela_shared::i18n::Words;
use candela_shared::tr;

/// What a user can ask for by a key or in a menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Open what is selected.
    Open,
    /// Go to the folder above.
    GoUp,
    /// Go to the folder before.
    GoBack,
    /// Go forward again.
    GoForward,
    /// Go home.
    GoHome,
    /// Read the folder again.
    Reload,
    /// Show hidden files, or no longer.
    SwitchHidden,
    /// Type a path.
    EditPath,
    /// Show only names with some letters.
    Filter,
    /// Select everything.
    SelectAll,
    /// Select what is not selected.
    InvertSelection,
    /// Open a tab.
    NewTab,
    /// Close the tab.
    CloseTab,
    /// Show the folder as a table.
    ShowDetails,
    /// Show the folder as pictures.
    ShowGrid,
    /// Show a second pane, or no longer.
    SwitchPanes,
    /// Go to the other pane.
    OtherPane,
    /// Show the sidebar, or hide it.
    SwitchSidebar,
    /// Copy the paths of what is selected as text.
    CopyPath,
    /// Open a terminal here.
    OpenTerminal,
}

/// The commands with their keys; the first keys of a command are those that menus show.
pub const KEYS: &[(Command, &str)] = &[
    (Command::Open, "Enter"),
    (Command::GoUp, "Alt Up"),
    (Command::GoUp, "Backspace"),
    (Command::GoBack, "Alt Left"),
    (Command::GoForward, "Alt Right"),
    (Command::GoHome, "Alt Home"),
    (Command::Reload, "F5"),
    (Command::Reload, "Ctrl R"),
    (Command::SwitchHidden, "Ctrl H"),
    (Command::EditPath, "Ctrl L"),
    (Command::Filter, "Ctrl F"),
    (Command::SelectAll, "Ctrl A"),
    (Command::InvertSelection, "Ctrl Shift I"),
    (Command::NewTab, "Ctrl T"),
    (Command::CloseTab, "Ctrl W"),
    (Command::ShowDetails, "Ctrl 1"),
    (Command::ShowGrid, "Ctrl 2"),
    (Command::SwitchPanes, "F3"),
    (Command::OtherPane, "F6"),
    (Command::SwitchSidebar, "F9"),
    (Command::CopyPath, "Ctrl Shift C"),
    (Command::OpenTerminal, "F4"),
];

impl Command {
    /// The command of a chord.
    pub fn of(chord: &str) -> Option<Self> {
        KEYS.iter().find(|(_, keys)| *keys == chord).map(|(command, _)| *command)
    }

    /// Its keys, as menus show them; empty where it has none.
    pub fn keys(self) -> &'static str {
        KEYS.iter().find(|(command, _)| *command == self).map_or("", |(_, keys)| keys)
    }

    /// What it is called.
    pub fn label(self, words: &Words) -> String {
        match self {
            Self::Open => tr!(words, "files-command-open"),
            Self::GoUp => tr!(words, "files-command-up"),
            Self::GoBack => tr!(words, "files-command-back"),
            Self::GoForward => tr!(words, "files-command-forward"),
            Self::GoHome => tr!(words, "files-command-home"),
            Self::Reload => tr!(words, "files-command-reload"),
            Self::SwitchHidden => tr!(words, "files-command-hidden"),
            Self::EditPath => tr!(words, "files-command-path"),
            Self::Filter => tr!(words, "files-command-filter"),
            Self::SelectAll => tr!(words, "files-command-select-all"),
            Self::InvertSelection => tr!(words, "files-command-invert"),
            Self::NewTab => tr!(words, "files-command-new-tab"),
            Self::CloseTab => tr!(words, "files-command-close-tab"),
            Self::ShowDetails => tr!(words, "files-command-details"),
            Self::ShowGrid => tr!(words, "files-command-grid"),
            Self::SwitchPanes => tr!(words, "files-command-panes"),
            Self::OtherPane => tr!(words, "files-command-other-pane"),
            Self::SwitchSidebar => tr!(words, "files-command-sidebar"),
            Self::CopyPath => tr!(words, "files-command-copy-path"),
            Self::OpenTerminal => tr!(words, "files-command-terminal"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_chord_means_two_things() {
        let chords: HashSet<_> = KEYS.iter().map(|(_, keys)| keys).collect();
        assert_eq!(chords.len(), KEYS.len());
        assert_eq!(Command::of("Backspace"), Some(Command::GoUp));
        assert_eq!((Command::GoUp.keys(), Command::of("Ctrl Alt Q")), ("Alt Up", None));
    }
}
