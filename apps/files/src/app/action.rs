//! What the window wants to be done next, as plain data.

use super::Clip;
use crate::git_panel;
use crate::job::JobId;
use crate::keys::Change;
use crate::notice::operation::Verb;
use crate::tab::{Reading, TabId};

use candela_files_core::device::Mount;
use candela_files_core::folder::Arrangement;
use candela_files_core::memory::{Searches, Session, WithoutGit};
use candela_files_core::operation::bulk::Rule;
use candela_files_core::operation::{Conflict, Item, Operation};
use candela_files_core::presentation::Presentation;
use candela_files_core::search::Search;
use candela_files_core::system::run::Recovery;
use candela_files_core::system::volume::Volume;

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

/// What must be done next.
#[derive(Debug, PartialEq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// These, in order.
    All(Vec<Action>),
    /// Read a folder.
    Read {
        /// The reading.
        reading: Reading,
        /// The folder.
        path: PathBuf,
        /// How its rows are wanted.
        arrangement: Arrangement,
        /// What is searched for below it, instead of reading the folder alone.
        search: Option<Search>,
    },
    /// Look at names of a tab's folder that changed.
    LookAgain {
        /// The tab.
        tab: TabId,
        /// The names.
        names: Vec<OsString>,
    },
    /// Keep other keys for commands.
    KeepKeys(Vec<Change>),
    /// Scroll the palette to that offset, in logical pixels.
    ScrollPalette(f32),
    /// Find folders that a path may become.
    Complete {
        /// The path, as far as it was typed.
        text: String,
        /// The folder that text begins in.
        folder: PathBuf,
    },
    /// Read the folder above the one that a tab shows.
    ReadAbove {
        /// The reading of the one on show.
        reading: Reading,
        /// The other one.
        path: PathBuf,
    },
    /// Scroll the column of the folder above.
    ScrollAbove {
        /// The pane.
        pane: usize,
        /// The distance from the top, in logical pixels.
        offset: f32,
    },
    /// Put the rows of a tab in order.
    Arrange(TabId),
    /// Look at these entries of a tab.
    ReadDetails {
        /// The tab.
        tab: TabId,
        /// Their positions in its folder.
        entries: Vec<u32>,
    },
    /// Read or make the thumbnails of these entries of a tab.
    ReadThumbnails {
        /// The tab.
        tab: TabId,
        /// Their positions in its folder.
        entries: Vec<u32>,
    },
    /// Read how a file looks or begins.
    Look(PathBuf),
    /// Wait as long as a picture is looked at.
    Await(PathBuf),
    /// Ask git about the folder of a tab.
    ReadGit(TabId),
    /// Ask how much room there is where a tab's folder lies.
    ReadSpace(TabId),
    /// Read the folders in a folder of the tree.
    ReadTree(PathBuf),
    /// Read the places of the sidebar.
    ReadPlaces,
    /// Keep a folder among the bookmarks, then read the places.
    Bookmark(PathBuf),
    /// Keep what the window shows, for the next one; the number counts what is kept.
    KeepSession(u64, Session),
    /// Give a folder a view of its own, or take it.
    KeepView(PathBuf, Option<Presentation>),
    /// Open files with their applications.
    Open(Vec<PathBuf>),
    /// Let the user choose what opens files.
    OpenWith(Vec<PathBuf>),
    /// Mount a volume.
    Mount {
        /// The tab to show it in.
        tab: TabId,
        /// The volume.
        volume: Volume,
    },
    /// Let go of what a user mounted, and of its drive.
    Eject(Mount),
    /// Read what would be undone, and what would be done again.
    ReadTurns,
    /// Offer files to whatever program pastes.
    Offer(Clip),
    /// Read the clipboard, to paste into a folder.
    ReadClip(PathBuf),
    /// Take what was cut off the clipboard.
    ClearClip,
    /// Look at both files that want one name.
    Compare(Item),
    /// Carry an operation out.
    Operate {
        /// Its job.
        job: JobId,
        /// What is asked for.
        operation: Operation,
    },
    /// Carry operations out, each after the one before.
    InTurn(Vec<(JobId, Operation)>),
    /// Look at the names that a rule makes.
    PreviewNames {
        /// The rule.
        rule: Rule,
        /// The files.
        paths: Arc<[PathBuf]>,
    },
    /// Read who may do what with files, for a dialog.
    ReadAccess {
        /// The dialog.
        number: u64,
        /// The files.
        paths: Vec<PathBuf>,
    },
    /// Undo or do again.
    Turn {
        /// Its job.
        job: JobId,
        /// Which of both.
        verb: Verb,
    },
    /// Restore files from the trash, or remove them there forever.
    FromTrash {
        /// Its job.
        job: JobId,
        /// Which of both.
        verb: Verb,
        /// The files, where they lie in the trash.
        files: Vec<PathBuf>,
        /// What becomes of names that exist where they are restored.
        conflict: Conflict,
    },
    /// Look for operations that were interrupted.
    FindInterrupted,
    /// End what was interrupted.
    Recover {
        /// Its job.
        job: JobId,
        /// How.
        how: Recovery,
    },
    /// Read what else is known of a file, for a dialog.
    ReadKnown {
        /// The dialog.
        number: u64,
        /// The file.
        path: PathBuf,
    },
    /// Count what lies in something, for a dialog.
    Count {
        /// The dialog.
        number: u64,
        /// What.
        paths: Vec<PathBuf>,
    },
    /// Read the checksums of a file, for a dialog.
    Sum {
        /// The dialog.
        number: u64,
        /// The file.
        path: PathBuf,
    },
    /// Count how much lies in the parts of a folder, for a dialog.
    ReadUsage {
        /// The dialog.
        number: u64,
        /// The folder.
        folder: PathBuf,
    },
    /// Look for versions of something.
    ReadVersions(PathBuf),
    /// Clone a repository.
    Clone {
        /// The clone.
        number: u64,
        /// Where the repository is.
        url: String,
        /// The folder that it gets a folder in.
        folder: PathBuf,
    },
    /// Read the branches of the repository of a folder.
    ReadBranches(PathBuf),
    /// Go to another branch of the repository of a folder.
    SwitchBranch(PathBuf, String),
    /// Keep searches.
    KeepSearches(Searches),
    /// Keep where git is not looked at.
    KeepWithoutGit(WithoutGit),
    /// Read what is changed in the repository of a folder.
    ReadChanges(PathBuf),
    /// Do what git's panel asks for, in the repository of a folder.
    Panel(PathBuf, git_panel::Action),
    /// Take a notice away after a while.
    Expire(u64),
    /// Run a program in a folder, for an action of that name.
    RunCustom {
        /// The action.
        name: String,
        /// The folder.
        folder: PathBuf,
        /// The program and its arguments.
        command: Vec<OsString>,
    },
    /// Open a terminal in a folder.
    OpenTerminal {
        /// The folder.
        folder: PathBuf,
        /// What runs in it; nothing for the user's shell.
        command: Vec<OsString>,
    },
    /// Put text on the clipboard.
    CopyText(String),
    /// Scroll a pane.
    Scroll {
        /// The pane.
        pane: usize,
        /// The distance from the top, in logical pixels.
        offset: f32,
    },
    /// Put the keyboard into the field, its text selected.
    FocusField,
    /// Take the keyboard out of the field, which stays in sight.
    LeaveField,
    /// Put the keyboard into the field, so many letters of it selected.
    SelectInField(usize),
    /// End.
    Quit,
}
