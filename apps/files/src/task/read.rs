//! Reads folders, what is in sight of them, and what git tells of them.

use super::{on_thread, send, types};
use crate::app::{self, App, Extent, Message, Read, tree};
use crate::tab::{GitView, Reading, Tab};
use crate::wording;

use candela_files_core::PathError;
use candela_files_core::entry::{Entry, Kind};
use candela_files_core::folder::{Arrangement, Folder};
use candela_files_core::group::{self, Group};
use candela_files_core::search::{Search, Within};
use candela_files_core::sort::Column;
use candela_files_core::system::completion;
use candela_files_core::system::git::{self, GitError, Reach, Repository};
use candela_files_core::system::search::{self, Wanted};
use candela_files_core::system::{Detail, FolderReader, recent};
use candela_shared::Directories;
use candela_shared::i18n::Collator;
use candela_shared::registry::mime_type::MimeTypes;
use candela_ui::tokens::time::PATIENCE;

use futures::channel::mpsc::{UnboundedSender, unbounded};
use iced::Task;

use std::ffi::OsString;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

/// After so long the first entries are shown while the rest is read.
const FIRST: Duration = Duration::from_millis(25);
/// What a search found is told of this often.
const FOUND: Duration = Duration::from_millis(200);
/// So many entries are looked at before they are told of: a screen's worth comes at once, a slow disk's one by one.
const DETAILS: Duration = Duration::from_millis(15);

/// The types of files, read by the first thread that needs them.
pub fn types() -> &'static Arc<MimeTypes> {
    static TYPES: OnceLock<Arc<MimeTypes>> = OnceLock::new();
    TYPES.get_or_init(|| Arc::new(MimeTypes::load(&Directories::from_environment())))
}

/// Reads a folder, or searches below it: the first entries soon, then all of them.
pub fn folder(work: Work) -> Task<Message> {
    let reading = work.reading;
    let patience = on_thread(move |sender| {
        std::thread::sleep(Duration::from_millis(PATIENCE));
        send(&sender, Message::ReadingLasts(reading));
    });
    let read = on_thread(move |sender| {
        let outcome = match &work.search {
            Some(Search { text, within: Within::Names }) => work.search(&Wanted::name(text), &sender),
            Some(Search { text, within: Within::Contents }) => work.search(&Wanted::contents(text), &sender),
            Some(Search { text, within: Within::Recent }) => work.recent(text),
            None => work.run(&sender),
        };
        send(&sender, Message::FolderRead { reading, outcome });
    });
    Task::batch([read, patience])
}

/// One reading of a folder.
pub struct Work {
    reading: Reading,
    path: PathBuf,
    arrangement: Arrangement,
    search: Option<Search>,
    collator: Collator,
    newest: Arc<AtomicU64>,
}

impl Work {
    /// Prepares a reading for a tab.
    pub fn new(
        app: &App,
        tab: &Tab,
        reading: Reading,
        path: PathBuf,
        arrangement: Arrangement,
        search: Option<Search>,
    ) -> Self {
        let (collator, newest) = (Collator::new(&app.words.language()), Arc::clone(&tab.newest));
        Self { reading, path, arrangement, search, collator, newest }
    }

    /// Whether nobody waits for it any more.
    fn is_old(&self) -> bool {
        self.newest.load(Ordering::Relaxed) != self.reading.number
    }

    fn run(&self, sender: &UnboundedSender<Message>) -> Result<Read, PathError> {
        let begun = Instant::now();
        let reader = FolderReader::open(&self.path)?;
        let mut entries = Vec::new();
        let mut is_first_told = false;
        for entry in reader.entries()? {
            entries.push(entry?);
            if entries.len() % 256 != 0 {
                continue;
            }
            if self.is_old() {
                break;
            }
            if !is_first_told && begun.elapsed() > FIRST {
                is_first_told = true;
                self.tell(&entries, sender);
            }
        }
        if matches!(self.arrangement.order.column, Column::Size | Column::Modified) {
            entries.iter_mut().for_each(|entry| entry.facts = reader.facts(&entry.name).ok());
        }
        Ok(self.read(entries, Extent::Whole))
    }

    fn search(&self, wanted: &Wanted, sender: &UnboundedSender<Message>) -> Result<Read, PathError> {
        let mut told = Instant::now();
        let look = |found: &[Entry]| {
            if told.elapsed() > FOUND {
                told = Instant::now();
                self.tell(found, sender);
            }
            if self.is_old() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let found = search::search(&self.path, wanted, self.arrangement.hidden, look)?;
        Ok(self.read(found, Extent::Whole))
    }

    fn recent(&self, part: &str) -> Result<Read, PathError> {
        let found = recent::files(&Directories::from_environment(), &self.path, part);
        Ok(self.read(found, Extent::Whole))
    }

    fn tell(&self, entries: &[Entry], sender: &UnboundedSender<Message>) {
        let outcome = Ok(self.read(entries.to_vec(), Extent::Beginning));
        send(sender, Message::FolderRead { reading: self.reading, outcome });
    }

    fn read(&self, entries: Vec<Entry>, extent: Extent) -> Read {
        let folder = Arc::new(Folder::new(self.path.clone(), entries, &self.collator));
        let (rows, groups) = rows(&folder, &self.arrangement);
        Read { folder, rows, groups, extent }
    }
}

/// Rows in order, and where groups of them begin.
type Rows = (Arc<[u32]>, Arc<[(usize, Group)]>);

fn rows(folder: &Folder, arrangement: &Arrangement) -> Rows {
    let entries = folder.entries();
    let type_of = |at: usize| types().of_name(&entries[at].name).map_or("", types::name);
    let rows = folder.arrange(arrangement, type_of);
    let groups = match arrangement.grouped {
        true => group::groups(&rows, entries, arrangement.order, &wording::now(), type_of),
        false => Vec::new(),
    };
    (rows.into(), groups.into())
}

/// Puts the rows of a tab in order.
pub fn arrange(tab: &Tab) -> Task<Message> {
    let (reading, folder, arrangement) = (tab.reading(), Arc::clone(&tab.folder), tab.arrangement.clone());
    on_thread(move |sender| {
        let (rows, groups) = rows(&folder, &arrangement);
        send(&sender, Message::Arranged { reading, arrangement, folder, rows, groups });
    })
}

/// Looks at names of a tab's folder that changed. Where the folder itself is gone, it is for another reading to say.
pub fn look_again(tab: &Tab, names: Vec<OsString>) -> Task<Message> {
    let (reading, path) = (tab.reading(), tab.path().to_owned());
    on_thread(move |sender| match FolderReader::open(&path) {
        Ok(reader) => {
            let changes = names.into_iter().map(|name| {
                let now = reader.look_at(&name);
                (name, now)
            });
            send(&sender, Message::LookedAgain { reading, changes: changes.collect() });
        }
        Err(_) => send(&sender, Message::FolderChanged { path, names: None }),
    })
}

/// Reads the folder above the one that a tab shows; one that cannot be read has no column.
pub fn above(app: &App, tab: &Tab, reading: Reading, path: PathBuf) -> Task<Message> {
    let arrangement = Arrangement { filter: String::new(), ..tab.arrangement.clone() };
    let work = Work::new(app, tab, reading, path, arrangement, None);
    on_thread(move |sender| {
        if let Ok(read) = work.run(&unbounded().0) {
            send(&sender, Message::AboveRead { reading, read });
        }
    })
}

/// Reads the folders in a folder of the tree, those with a dot only where hidden entries are shown.
pub fn tree(app: &App, folder: PathBuf) -> Task<Message> {
    let (collator, hidden) = (Collator::new(&app.words.language()), app.tab().arrangement.hidden);
    on_thread(move |sender| {
        let entries = FolderReader::open(&folder).and_then(|reader| reader.entries()?.collect::<Result<Vec<_>, _>>());
        let mut entries = entries.unwrap_or_default();
        entries.retain(|entry| entry.kind == Kind::Folder);
        let read = Folder::new(folder.clone(), entries, &collator);
        let rows = read.arrange(&Arrangement { hidden, ..Arrangement::default() }, |_| "");
        let folders = rows.into_iter().map(|entry| read.path_of(entry)).collect();
        send(&sender, Message::Tree(tree::Message::Read { folder, folders }));
    })
}

/// Finds the folders that a path may become.
pub fn complete(app: &App, text: String, folder: PathBuf) -> Task<Message> {
    let collator = Collator::new(&app.words.language());
    on_thread(move |sender| {
        let offers = completion::offers(&text, &folder, &collator);
        send(&sender, Message::Path(app::path::Message::Offered { text, offers }));
    })
}

/// Looks at entries of a tab, and tells of them in a few steps.
pub fn details(tab: &Tab, entries: Vec<u32>) -> Task<Message> {
    let (reading, folder) = (tab.reading(), Arc::clone(&tab.folder));
    on_thread(move |sender| {
        let Ok(reader) = FolderReader::open(folder.path()) else {
            return;
        };
        let tell = |details: Vec<(u32, Detail)>| {
            let name = |(_, detail): &(u32, Detail)| (detail.mime_type.clone(), types::name(&detail.mime_type));
            let types = details.iter().map(name).collect();
            send(&sender, Message::DetailsRead { reading, details, types, now: wording::now() });
        };
        let (mut details, mut told) = (Vec::new(), Instant::now());
        for entry in entries {
            let detail = Detail::read(&reader, folder.path(), folder.entry(entry), types());
            details.extend(detail.map(|detail| (entry, detail)));
            if told.elapsed() > DETAILS {
                tell(std::mem::take(&mut details));
                told = Instant::now();
            }
        }
        tell(details);
    })
}

/// Asks git about the folder of a tab.
pub fn git(tab: &Tab) -> Task<Message> {
    let (reading, path) = (tab.reading(), tab.path().to_owned());
    on_thread(move |sender| {
        let outcome = git_of(&path, |view| {
            send(&sender, Message::Git(app::git::Message::Read { reading, outcome: Ok(Some(view)) }));
        });
        send(&sender, Message::Git(app::git::Message::Read { reading, outcome }));
    })
}

/// What git tells: where much lies below the folder, of its own files first, and where too much does, of those alone.
fn git_of(path: &Path, first: impl FnOnce(GitView)) -> Result<Option<GitView>, GitError> {
    let Some(repository) = Repository::discover(path)? else {
        return Ok(None);
    };
    let below = repository.tracked_below(path).unwrap_or(0);
    let view = |reach| -> Result<GitView, GitError> {
        Ok(GitView { states: repository.states_within(path, reach)?, summary: repository.summary()? })
    };
    if below > git::MOST {
        return view(Reach::Files).map(Some);
    }
    if below > git::SOON {
        first(view(Reach::Files)?);
    }
    view(Reach::All).map(Some)
}
