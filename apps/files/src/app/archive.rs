//! Archives: what is packed into which one, and where others are extracted to.

use super::{Action, App, Dialog};

use candela_files_core::operation::{Format, Operation};
use candela_shared::tr;
use candela_ui::widget::input;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What happened in a dialog about archives.
#[derive(Debug, Clone)]
pub enum Message {
    /// The name of the new archive, or the folder to extract to, was edited.
    Edited(String),
    /// The new archive is of that kind.
    Choose(Format),
    /// Do it.
    Done,
}

/// A new archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packing {
    pub(crate) sources: Vec<PathBuf>,
    /// The folder it comes to lie in.
    pub(crate) folder: PathBuf,
    /// Its name, as it is typed, without its ending.
    pub(crate) name: String,
    pub(crate) format: Format,
    /// Whether the folder on show has that name already.
    pub(crate) is_taken: bool,
}

impl Packing {
    /// The kinds that are offered, with their endings.
    pub const FORMATS: [(Format, &str); 4] =
        [(Format::Zip, ".zip"), (Format::TarGz, ".tar.gz"), (Format::TarZst, ".tar.zst"), (Format::TarXz, ".tar.xz")];

    /// Its whole name; nothing as long as it has none that is possible.
    pub fn file_name(&self) -> Option<String> {
        let (_, ending) = Self::FORMATS.iter().find(|(format, _)| *format == self.format)?;
        let name = self.name.trim();
        (!name.is_empty() && !name.contains(['/', '\0'])).then(|| format!("{name}{ending}"))
    }
}

/// Archives that are extracted into a folder that is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extracting {
    pub(crate) archives: Vec<PathBuf>,
    /// The folder, as it is typed.
    pub(crate) to: String,
}

impl App {
    pub(super) fn archive(&mut self, message: Message) -> Action {
        let names = &self.panes[self.active].tab().folder;
        match (&mut self.dialog, message) {
            (Some(Dialog::Pack(packing)), Message::Edited(name)) => packing.name = name,
            (Some(Dialog::Pack(packing)), Message::Choose(format)) => packing.format = format,
            (Some(Dialog::Extract(extracting)), Message::Edited(to)) => extracting.to = to,
            (Some(_) | None, Message::Done) => return self.archive_done(),
            (Some(_) | None, Message::Edited(_) | Message::Choose(_)) => {}
        }
        if let Some(Dialog::Pack(packing)) = &mut self.dialog {
            let is_taken = |name: String| !names.find(&[OsStr::new(&name)]).is_empty();
            packing.is_taken = names.path() == packing.folder && packing.file_name().is_some_and(is_taken);
        }
        Action::None
    }

    /// Asks what an archive of what is chosen shall be called.
    pub(super) fn ask_archive(&mut self) -> Action {
        let sources = self.chosen_paths();
        let Some(folder) = sources.first().and_then(|path| path.parent()).map(Path::to_owned) else {
            return Action::None;
        };
        let stem = |path: &PathBuf| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let name = match &sources[..] {
            [one] => stem(one),
            _ => folder
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_else(|| tr!(self.words, "files-archive-name")),
        };
        let letters = input::letters(&name);
        self.dialog =
            Some(Dialog::Pack(Packing { sources, folder, name: name.clone(), format: Format::Zip, is_taken: false }));
        let _looked = self.archive(Message::Edited(name));
        Action::SelectInField(letters)
    }

    /// Whether all that is chosen are archives, by their names.
    pub(crate) fn are_archives(&self) -> bool {
        let tab = self.tab();
        let chosen = tab.chosen();
        !chosen.is_empty() && chosen.iter().all(|entry| Format::of_name(&tab.folder.entry(*entry).name).is_some())
    }

    /// Extracts each chosen archive beside itself.
    pub(super) fn extract_here(&mut self) -> Action {
        let archives = self.chosen_paths();
        self.extract(archives, None)
    }

    /// Asks where the chosen archives are to be extracted to: into the other pane's folder, where there is one.
    pub(super) fn ask_extract(&mut self) -> Action {
        if !self.are_archives() {
            return Action::None;
        }
        let pane = (self.active + 1) % self.panes.len();
        let mut to = self.panes[pane].tab().path().to_string_lossy().into_owned();
        if !to.ends_with('/') {
            to.push('/');
        }
        self.dialog = Some(Dialog::Extract(Extracting { archives: self.chosen_paths(), to }));
        Action::FocusField
    }

    fn archive_done(&mut self) -> Action {
        match self.dialog.take() {
            Some(Dialog::Pack(packing)) if !packing.is_taken => match packing.file_name() {
                Some(name) => {
                    let (to, format) = (packing.folder.join(name), packing.format);
                    self.operate(Operation::Compress { sources: packing.sources, to, format })
                }
                None => self.keep(Dialog::Pack(packing)),
            },
            Some(Dialog::Extract(extracting)) if !extracting.to.trim().is_empty() => {
                let folder = self.typed_path(extracting.to.trim());
                self.extract(extracting.archives, Some(&folder))
            }
            Some(other) => self.keep(other),
            None => Action::None,
        }
    }

    fn keep(&mut self, dialog: Dialog) -> Action {
        self.dialog = Some(dialog);
        Action::None
    }

    /// Each comes into a folder of its own, called as it is.
    fn extract(&mut self, archives: Vec<PathBuf>, folder: Option<&Path>) -> Action {
        let one = |archive: PathBuf| {
            let (format, stem) = Format::of_name(archive.file_name()?)?;
            let to = folder.or(archive.parent())?.join(stem);
            Some(self.operate(Operation::Extract { archive, to, format }))
        };
        Action::All(archives.into_iter().filter_map(one).collect())
    }
}
