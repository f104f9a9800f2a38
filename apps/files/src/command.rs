//! Every command of the window, with its keys: menus and key presses read this one table.

use crate::wording;

use candela_files_core::folder::Matcher;
use candela_files_core::presentation::Fact;
use candela_shared::i18n::Words;
use candela_shared::tr;

/// What a user can ask for by a key or in a menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// Search below the folder.
    Search,
    /// Search what files below the folder hold.
    SearchContents,
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
    /// Show the folder as names alone, side by side.
    ShowCompact,
    /// Show what lies above, here and below, beside each other.
    ShowColumns,
    /// Select the names of a pattern.
    SelectPattern,
    /// Choose what opens what is selected.
    OpenWith,
    /// Show the file without opening it.
    Look,
    /// Show a second pane, or no longer.
    SwitchPanes,
    /// Go to the other pane.
    OtherPane,
    /// Show the sidebar, or hide it.
    SwitchSidebar,
    /// Copy what is selected into the clipboard.
    Copy,
    /// Cut what is selected into the clipboard.
    Cut,
    /// Paste what the clipboard holds.
    Paste,
    /// Copy what is selected into the other pane.
    CopyAcross,
    /// Move what is selected into the other pane.
    MoveAcross,
    /// Move what is selected to the trash.
    Trash,
    /// Remove what is selected forever.
    Delete,
    /// Give what is selected another name.
    Rename,
    /// Make a folder.
    NewFolder,
    /// Undo the last operation.
    Undo,
    /// Do again what was undone.
    Redo,
    /// Move what is selected from the trash to where it was.
    Restore,
    /// Remove everything in the trash forever.
    EmptyTrash,
    /// Show what is known of what is selected.
    Properties,
    /// Choose a command by its name.
    Palette,
    /// Give commands other keys.
    Keys,
    /// Keep the folder among the bookmarks.
    Bookmark,
    /// Show what is changed in the repository, or hide it.
    Git,
    /// Copy the paths of what is selected as text.
    CopyPath,
    /// Open a terminal here.
    OpenTerminal,
    /// Show previews beside the rows, or no longer.
    Preview,
    /// Show one picture after the other.
    Slides,
    /// Look at git in the folder and below, or no longer.
    GitHere,
    /// Look at git anywhere, or no longer.
    GitAnywhere,
    /// Show everything larger.
    ZoomIn,
    /// Show everything smaller.
    ZoomOut,
    /// Show everything in its usual size.
    ZoomNormal,
    /// Give the folder a view of its own, or no longer.
    OwnView,
    /// Show a column, or no longer.
    Column(Fact),
    /// Let rows stand in groups, or no longer.
    Group,
    /// Show how much lies in the folders here, as areas.
    DiskUsage,
    /// Show earlier versions of what is selected, from snapshots.
    Versions,
    /// Clone a repository into the folder.
    Clone,
    /// Show the files used last.
    Recent,
    /// Choose among the places one came from.
    History,
    /// Keep the search on show.
    KeepSearch,
    /// Keep the search on show no longer.
    ForgetSearch,
    /// Pack what is selected into an archive.
    Compress,
    /// Extract the selected archives beside themselves.
    Extract,
    /// Extract the selected archives into another folder.
    ExtractTo,
    /// Show and change who may do what with what is selected.
    Permissions,
    /// Run the selected program with arguments.
    RunWith,
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
    (Command::Search, "Ctrl Shift F"),
    (Command::SearchContents, "Ctrl Alt F"),
    (Command::SelectAll, "Ctrl A"),
    (Command::InvertSelection, "Ctrl Shift I"),
    (Command::NewTab, "Ctrl T"),
    (Command::CloseTab, "Ctrl W"),
    (Command::ShowDetails, "Ctrl 1"),
    (Command::ShowGrid, "Ctrl 2"),
    (Command::ShowCompact, "Ctrl 3"),
    (Command::ShowColumns, "Ctrl 4"),
    (Command::SelectPattern, "Ctrl S"),
    (Command::OpenWith, "Ctrl Enter"),
    (Command::Look, "Space"),
    (Command::SwitchPanes, "F3"),
    (Command::OtherPane, "F6"),
    (Command::SwitchSidebar, "F9"),
    (Command::Copy, "Ctrl C"),
    (Command::Cut, "Ctrl X"),
    (Command::Paste, "Ctrl V"),
    (Command::CopyAcross, "Shift F5"),
    (Command::MoveAcross, "Shift F6"),
    (Command::Trash, "Delete"),
    (Command::Delete, "Shift Delete"),
    (Command::Rename, "F2"),
    (Command::NewFolder, "Ctrl Shift N"),
    (Command::Undo, "Ctrl Z"),
    (Command::Redo, "Ctrl Shift Z"),
    (Command::Redo, "Ctrl Y"),
    (Command::Properties, "Alt Enter"),
    (Command::Palette, "Ctrl K"),
    (Command::Bookmark, "Ctrl D"),
    (Command::Git, "Ctrl G"),
    (Command::CopyPath, "Ctrl Shift C"),
    (Command::OpenTerminal, "F4"),
    (Command::Preview, "F11"),
    (Command::Slides, "Shift F11"),
    (Command::ZoomIn, "Ctrl +"),
    (Command::ZoomIn, "Ctrl Shift +"),
    (Command::ZoomIn, "Ctrl ="),
    (Command::ZoomIn, "Ctrl Shift ="),
    (Command::ZoomOut, "Ctrl -"),
    (Command::ZoomNormal, "Ctrl 0"),
    (Command::History, "Ctrl Shift H"),
];

/// The commands that no keys lead to.
const KEYLESS: &[Command] = &[
    Command::Keys,
    Command::Restore,
    Command::EmptyTrash,
    Command::Recent,
    Command::OwnView,
    Command::Clone,
    Command::Group,
    Command::DiskUsage,
    Command::Versions,
    Command::GitHere,
    Command::GitAnywhere,
    Command::KeepSearch,
    Command::ForgetSearch,
    Command::Compress,
    Command::Extract,
    Command::ExtractTo,
    Command::Permissions,
    Command::RunWith,
    Command::Column(Fact::Size),
    Command::Column(Fact::Modified),
    Command::Column(Fact::Type),
    Command::Column(Fact::Permissions),
];

impl Command {
    /// Whether it does nothing where nothing is selected.
    pub fn is_about_selection(self) -> bool {
        matches!(
            self,
            Self::Open
                | Self::OpenWith
                | Self::Look
                | Self::Copy
                | Self::Cut
                | Self::CopyAcross
                | Self::MoveAcross
                | Self::Trash
                | Self::Delete
                | Self::Rename
                | Self::Restore
                | Self::Compress
                | Self::Extract
                | Self::ExtractTo
                | Self::RunWith
        )
    }

    /// What it is called in settings.
    pub fn id(self) -> String {
        let name = match self {
            Self::Column(fact) => format!("Column{fact:?}"),
            other => format!("{other:?}"),
        };
        let mut id = String::new();
        for letter in name.chars() {
            if letter.is_uppercase() && !id.is_empty() {
                id.push('-');
            }
            id.extend(letter.to_lowercase());
        }
        id
    }

    /// Every command, in the order of the table; those without keys last.
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for command in KEYS.iter().map(|(command, _)| *command).chain(KEYLESS.iter().copied()) {
            if !all.contains(&command) {
                all.push(command);
            }
        }
        all
    }

    /// The commands whose names contain that, letter case aside; then those whose names in files of settings do.
    pub fn named(words: &Words, part: &str) -> Vec<Self> {
        let (label, setting) = (Matcher::new(part.trim()), Matcher::new(&part.trim().replace(' ', "-")));
        // Marks that keep directions apart are no letters that anybody types.
        let plain = |label: String| label.replace(['\u{200f}', '\u{2068}', '\u{2069}'], "");
        let (mut named, others): (Vec<_>, Vec<_>) =
            Self::all().into_iter().partition(|command| label.is_in(plain(command.label(words)).as_ref()));
        named.extend(others.into_iter().filter(|command| setting.is_in(command.id().as_ref())));
        named
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
            Self::Search => tr!(words, "files-command-search"),
            Self::SearchContents => tr!(words, "files-command-search-contents"),
            Self::SelectAll => tr!(words, "files-command-select-all"),
            Self::InvertSelection => tr!(words, "files-command-invert"),
            Self::NewTab => tr!(words, "files-command-new-tab"),
            Self::CloseTab => tr!(words, "files-command-close-tab"),
            Self::ShowDetails => tr!(words, "files-command-details"),
            Self::ShowGrid => tr!(words, "files-command-grid"),
            Self::ShowCompact => tr!(words, "files-command-compact"),
            Self::ShowColumns => tr!(words, "files-command-columns"),
            Self::SelectPattern => tr!(words, "files-command-pattern"),
            Self::OpenWith => tr!(words, "files-command-open-with"),
            Self::Look => tr!(words, "files-command-look"),
            Self::SwitchPanes => tr!(words, "files-command-panes"),
            Self::OtherPane => tr!(words, "files-command-other-pane"),
            Self::SwitchSidebar => tr!(words, "files-command-sidebar"),
            Self::Copy => tr!(words, "files-command-copy"),
            Self::Cut => tr!(words, "files-command-cut"),
            Self::Paste => tr!(words, "files-command-paste"),
            Self::CopyAcross => tr!(words, "files-command-copy-across"),
            Self::MoveAcross => tr!(words, "files-command-move-across"),
            Self::Trash => tr!(words, "files-command-trash"),
            Self::Delete => tr!(words, "files-command-delete"),
            Self::Rename => tr!(words, "files-command-rename"),
            Self::NewFolder => tr!(words, "files-command-new-folder"),
            Self::Undo => tr!(words, "files-command-undo"),
            Self::Redo => tr!(words, "files-command-redo"),
            Self::Restore => tr!(words, "files-command-restore"),
            Self::EmptyTrash => tr!(words, "files-command-empty-trash"),
            Self::Properties => tr!(words, "files-command-properties"),
            Self::Palette => tr!(words, "files-command-palette"),
            Self::Keys => tr!(words, "files-command-keys"),
            Self::Bookmark => tr!(words, "files-command-bookmark"),
            Self::Git => tr!(words, "files-command-git"),
            Self::CopyPath => tr!(words, "files-command-copy-path"),
            Self::OpenTerminal => tr!(words, "files-command-terminal"),
            Self::Preview => tr!(words, "files-command-preview"),
            Self::Slides => tr!(words, "files-command-slides"),
            Self::GitHere => tr!(words, "files-command-git-here"),
            Self::GitAnywhere => tr!(words, "files-command-git-anywhere"),
            Self::ZoomIn => tr!(words, "files-command-zoom-in"),
            Self::ZoomOut => tr!(words, "files-command-zoom-out"),
            Self::ZoomNormal => tr!(words, "files-command-zoom-normal"),
            Self::OwnView => tr!(words, "files-command-own-view"),
            Self::Column(fact) => tr!(words, "files-command-column", column = wording::fact(words, fact)),
            Self::Group => tr!(words, "files-command-group"),
            Self::DiskUsage => tr!(words, "files-command-usage"),
            Self::Versions => tr!(words, "files-command-versions"),
            Self::Clone => tr!(words, "files-command-clone"),
            Self::Recent => tr!(words, "files-command-recent"),
            Self::History => tr!(words, "files-command-history"),
            Self::KeepSearch => tr!(words, "files-command-keep-search"),
            Self::ForgetSearch => tr!(words, "files-command-forget-search"),
            Self::Compress => tr!(words, "files-command-compress"),
            Self::Extract => tr!(words, "files-command-extract"),
            Self::ExtractTo => tr!(words, "files-command-extract-to"),
            Self::Permissions => tr!(words, "files-command-permissions"),
            Self::RunWith => tr!(words, "files-command-run"),
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
        let ids: HashSet<_> = Command::all().into_iter().map(Command::id).collect();
        assert_eq!(ids.len(), Command::all().len());
        assert!(["go-up", "column-size", "open-terminal"].iter().all(|id| ids.contains(*id)), "{ids:?}");
    }
}
