//! What can happen to the window, and what it asks.

use super::archive::{self, Extracting, Packing};
use super::bulk::{self, Bulk};
use super::palette::{self, Palette};
use super::properties::{self, Properties};
use super::running::{self, Running};
use super::usage::{self, Usage};
use super::versions::{self, Versions};
use super::{CloneDialog, Menu, clone, device, git, path, tree};
use crate::command::Command;
use crate::conflict::{Question, Sides};
use crate::git_panel;
use crate::job::JobId;
use crate::key::Pressed;
use crate::notice::Failure;
use crate::notice::operation::Verb;
use crate::tab::Reading;
use crate::widget::target::Press;

use candela_files_core::PathError;
use candela_files_core::folder::{Arrangement, Change, Folder};
use candela_files_core::group::Group;
use candela_files_core::highlight;
use candela_files_core::history::Stop;
use candela_files_core::media::Media;
use candela_files_core::operation::{Conflict, Item, Operation, Outcome, Reason};
use candela_files_core::presentation::Fact;
use candela_files_core::search::Within;
use candela_files_core::settings::Wrong;
use candela_files_core::sort::Column;
use candela_files_core::system::Detail;
use candela_files_core::system::places::{Places, Space};
use candela_files_core::system::run::Recovery;
use candela_ui::desktop::Desktop;
use candela_ui::widget::list::View;

use iced::keyboard::Modifiers;
use iced::widget::image::Handle;
use iced::{Rectangle, Size};
use jiff::Zoned;

use std::collections::HashMap;
use std::ffi::OsString;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

/// What happened: the user's choice, or the outcome of an [`Action`](super::Action).
#[derive(Debug, Clone)]
pub enum Message {
    /// The window came up.
    WindowOpened,
    /// The window has this size.
    WindowResized(Size),
    /// A key was pressed that no field used.
    Pressed(Pressed),
    /// These modifiers are held.
    Held(Modifiers),
    /// Do that.
    Command(Command),
    /// Go to a folder.
    Go(PathBuf),
    /// Go to a folder, or to a search below it.
    GoTo(Stop),
    /// Show the files used last.
    GoRecent,
    /// Go so many steps through the history: back where that is negative.
    Travel(isize),
    /// Search in that.
    SearchWithin(Within),
    /// The pointer pressed a row of a pane.
    RowPressed {
        /// The pane.
        pane: usize,
        /// The row of an entry; `None` beside all of them.
        row: Option<usize>,
        /// How it was pressed.
        press: Press,
    },
    /// Another part of a pane is in sight.
    Scrolled {
        /// The pane.
        pane: usize,
        /// That part.
        view: View,
    },
    /// Sort by a column, or the other way around.
    Sort {
        /// The pane.
        pane: usize,
        /// The column.
        column: Column,
    },
    /// Make a column of a pane wider, or narrower.
    Widen {
        /// The pane.
        pane: usize,
        /// The column.
        fact: Fact,
        /// By so many logical pixels.
        by: f32,
    },
    /// Show a tab of a pane.
    ShowTab {
        /// The pane.
        pane: usize,
        /// The tab, from 0.
        tab: usize,
    },
    /// The text of the field above the rows was edited.
    FieldEdited(String),
    /// The text of the field is meant so.
    FieldSubmitted,
    /// Close whatever lies over the window or stands in its bars.
    Close,
    /// Show or hide a menu.
    Menu(Menu),
    /// Bookmarks, or what is remembered, could not be written.
    NotKept(PathError),
    /// A reading takes so long that it must be said.
    ReadingLasts(Reading),
    /// A folder was read, or its beginning.
    FolderRead {
        /// The reading.
        reading: Reading,
        /// What was read.
        outcome: Result<Read, PathError>,
    },
    /// The folder above the one on show was read.
    AboveRead {
        /// The reading of the one on show.
        reading: Reading,
        /// What the other one holds.
        read: Read,
    },
    /// Another part of the folder above is in sight.
    AboveScrolled {
        /// The pane.
        pane: usize,
        /// That part.
        view: View,
    },
    /// The rows of a folder were put in another order.
    Arranged {
        /// The reading they belong to.
        reading: Reading,
        /// The arrangement that was asked for.
        arrangement: Arrangement,
        /// The folder as it was then.
        folder: Arc<Folder>,
        /// The rows.
        rows: Arc<[u32]>,
        /// Where groups of them begin.
        groups: Arc<[(usize, Group)]>,
    },
    /// Entries in sight were looked at.
    DetailsRead {
        /// The reading they belong to.
        reading: Reading,
        /// What is told of them.
        details: Vec<(u32, Detail)>,
        /// What their types are called.
        types: HashMap<String, &'static str>,
        /// The moment that others are told against.
        now: Zoned,
    },
    /// The thumbnail of an entry was read or made.
    ThumbnailRead {
        /// The reading it belongs to.
        reading: Reading,
        /// The entry's position in its folder.
        entry: u32,
        /// How it looks; nothing where it cannot be shown.
        picture: Option<Handle>,
    },
    /// It was read how a file looks or begins.
    Seen {
        /// The file.
        path: PathBuf,
        /// That.
        seen: Seen,
    },
    /// Something happened to the path that is typed.
    Path(path::Message),
    /// Something happened in the palette.
    Palette(palette::Message),
    /// Git told something, or something is wanted of it.
    Git(git::Message),
    /// Something happened to disks.
    Device(device::Message),
    /// Something happened in the areas of a folder.
    Usage(usage::Message),
    /// Something happened in the dialog of earlier versions.
    Versions(versions::Message),
    /// Something happened to a clone.
    Clone(clone::Message),
    /// Something happened in the dialog of properties.
    Properties(properties::Message),
    /// Something happened in the tree of folders.
    Tree(tree::Message),
    /// Something happened in the dialog of many new names.
    Bulk(bulk::Message),
    /// Something happened in a dialog about archives.
    Archive(archive::Message),
    /// Something happened in the dialog of arguments.
    Run(running::Message),
    /// Make a file from a template.
    NewFrom(PathBuf),
    /// Run an action the user made, by its number among them.
    RunCustom(usize),
    /// A picture was shown for long enough.
    SlideEnded(PathBuf),
    /// The pointer drew a band over the rows of a pane.
    Banded {
        /// The pane.
        pane: usize,
        /// The band, from the corner of the rows that are in sight.
        band: Rectangle,
    },
    /// It was asked how much room there is.
    SpaceRead {
        /// The reading it belongs to.
        reading: Reading,
        /// How much.
        space: Option<Space>,
    },
    /// The places of the sidebar were read.
    PlacesRead(Places),
    /// The clipboard was read, to paste into a folder.
    ClipRead {
        /// The folder.
        target: PathBuf,
        /// What it holds.
        held: Held,
    },
    /// Both files that want one name were looked at.
    Compared {
        /// The files.
        item: Item,
        /// What is known of them.
        sides: Option<Sides>,
    },
    /// The window has the keyboard again: what is mounted may have changed in the meantime.
    WindowFocused,
    /// What would be undone, and what would be done again.
    TurnsRead(Turns),
    /// Something in a folder on show changed.
    FolderChanged {
        /// The folder.
        path: PathBuf,
        /// What is called so there; nothing where that is not known, or too much.
        names: Option<Vec<OsString>>,
    },
    /// It was looked at names of a folder that changed.
    LookedAgain {
        /// The reading they belong to.
        reading: Reading,
        /// What stands under them now.
        changes: Vec<Change>,
    },
    /// A file was opened, or could not be.
    Opened {
        /// The file.
        path: PathBuf,
        /// Why not.
        outcome: Result<(), Failure>,
    },
    /// The text of the dialog was edited.
    DialogEdited(String),
    /// The dialog was answered.
    Answered(Answer),
    /// Operations of an earlier session that did not come to their end were looked for.
    InterruptedFound(usize),
    /// The settings of operations have a mistake.
    SettingsWrong(Wrong),
    /// Time has passed while jobs run.
    Ticked(Instant),
    /// Hold a job up, or let it go on.
    SwitchJob(JobId),
    /// End a job at its next step.
    CancelJob(JobId),
    /// An operation came to its end.
    Ended {
        /// Its job.
        job: JobId,
        /// What was asked for; nothing where something was undone or done again.
        operation: Option<Operation>,
        /// What came of it; nothing where there was nothing to do.
        outcome: Result<Option<Outcome>, Reason>,
    },
    /// Something happened in git's panel.
    Panel(git_panel::Message),
    /// Try again what the notice says has failed.
    Retry,
    /// A notice has been read long enough.
    NoticeExpired(u64),
    /// A file was dropped on the window.
    Dropped(PathBuf),
    /// The desktop wants windows to look so.
    DesktopAsked(Desktop),
}

/// The answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Do it.
    Yes,
    /// Leave it.
    No,
    /// For a name that exists, or all of them.
    Conflict(Conflict),
    /// That the answer is for all of them, or no longer.
    Scope,
    /// For what was interrupted.
    Recover(Recovery),
}

/// A question over the window.
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// What something shall be called.
    Name {
        /// What.
        what: Naming,
        /// The name, as it is typed.
        text: String,
    },
    /// Whether these shall be gone forever.
    Delete(Vec<PathBuf>),
    /// Which command is meant.
    Palette(Palette),
    /// Whether so many interrupted operations go on or are taken back.
    Recover(usize),
    /// Which repository is to be cloned.
    Clone(CloneDialog),
    /// Nothing: it is shown how much lies in a folder.
    Usage(Usage),
    /// Whether an earlier version is to come back.
    Versions(Versions),
    /// Nothing: it is told what is known of what is selected.
    Properties(Properties),
    /// Nothing: a file is shown.
    Look {
        /// The file.
        path: PathBuf,
        /// How it looks or begins.
        seen: Seen,
        /// Whether others follow by themselves.
        pace: Pace,
    },
    /// Which names shall be selected: their pattern, as it is typed.
    Pattern(String),
    /// What becomes of names that exist.
    Conflicts(Question),
    /// Which names many files get.
    Bulk(Box<Bulk>),
    /// What a new archive is called.
    Pack(Packing),
    /// Where archives are extracted to.
    Extract(Extracting),
    /// What a program is run with.
    Run(Running),
}

/// Whether one picture follows another by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// It stays.
    Still,
    /// The next one comes after a while.
    Slides,
}

/// How a file looks or begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Seen {
    /// It is still being read.
    #[default]
    Waiting,
    /// A picture.
    Picture(Handle),
    /// The first lines of a text, and its parts that have a colour of their own.
    Text(Arc<str>, Arc<[(Range<usize>, highlight::Part)]>),
    /// What a folder or an archive holds: the first names.
    Names(Arc<[String]>),
    /// What sound or film says of itself.
    Media(Media),
    /// Nothing that could be shown.
    Nothing,
}

/// An operation that can be turned round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// What it was.
    pub verb: Verb,
    /// How many things it was done with.
    pub count: usize,
}

/// What would be undone, and what would be done again; nothing where nothing would.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Turns {
    /// What was done last.
    pub undo: Option<Turn>,
    /// What was undone last.
    pub redo: Option<Turn>,
}

/// What gets a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naming {
    /// What is there.
    Rename(PathBuf),
    /// A new folder in this one.
    Folder(PathBuf),
}

/// What the clipboard holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clip {
    /// It is copied when pasted.
    Copied(Vec<PathBuf>),
    /// It is moved when pasted.
    Cut(Vec<PathBuf>),
}

/// What the clipboard that programs share holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// There is none that could be asked: what was copied here is pasted.
    Unknown,
    /// Something, but no files.
    Nothing,
    /// These, by whichever program.
    Files(Clip),
}

/// What a reading brought.
#[derive(Debug, Clone)]
pub struct Read {
    /// The folder.
    pub folder: Arc<Folder>,
    /// Its rows, arranged as was asked.
    pub rows: Arc<[u32]>,
    /// Where groups of them begin.
    pub groups: Arc<[(usize, Group)]>,
    /// Whether that is all of it.
    pub extent: Extent,
}

/// How much of a folder was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Its first entries.
    Beginning,
    /// Everything.
    Whole,
}
