//! One folder on the way from the user's choices to the system's: its lists, and its desktop entries by type.

use crate::registry::context::Context;
use crate::registry::index::Index;
use crate::registry::line::{Line, Lines};
use crate::registry::list;
use crate::registry::mime_type::MimeTypes;
use crate::registry::source;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The groups of `mimeapps.list`.
pub const DEFAULT: &str = "Default Applications";
pub const ADDED: &str = "Added Associations";
pub const REMOVED: &str = "Removed Associations";

/// Desktop file IDs by canonical type, in the order of preference.
type Ids = HashMap<Box<str>, Vec<Box<str>>>;

/// What one folder says.
#[derive(Debug, Clone, Default)]
pub struct Level {
    defaults: Ids,
    added: Ids,
    removed: Ids,
    /// The places in the index of the entries that lie here, by type.
    entries: HashMap<Box<str>, Vec<usize>>,
}

impl Level {
    /// The defaults for a type, the best first; from the list of the desktop before the common one.
    pub fn defaults(&self, mime_type: &str) -> &[Box<str>] {
        of(&self.defaults, mime_type)
    }

    /// The applications said to open a type.
    pub fn added(&self, mime_type: &str) -> &[Box<str>] {
        of(&self.added, mime_type)
    }

    /// The applications said not to open a type.
    pub fn removed(&self, mime_type: &str) -> &[Box<str>] {
        of(&self.removed, mime_type)
    }

    /// The entries that say themselves that they open a type.
    pub fn entries(&self, mime_type: &str) -> impl Iterator<Item = usize> {
        self.entries.get(mime_type).into_iter().flatten().copied()
    }

    /// Adds a list to what was read before; one for a single desktop may name defaults alone (M2).
    pub fn add(&mut self, bytes: &[u8], may_associate: bool, types: &MimeTypes) {
        for (group, mime_type, ids) in pairs(bytes, types) {
            let kept = match group {
                _ if group == DEFAULT.as_bytes() => &mut self.defaults,
                _ if group == ADDED.as_bytes() && may_associate => &mut self.added,
                _ if group == REMOVED.as_bytes() && may_associate => &mut self.removed,
                _ => continue,
            };
            kept.entry(mime_type).or_default().extend(ids);
        }
    }

    /// Takes the order of applications from a `mimeinfo.cache` (M6).
    fn arrange(&mut self, cache: &[u8], index: &Index, types: &MimeTypes) {
        let mut order: HashMap<Box<str>, Vec<usize>> = HashMap::new();
        for (_, mime_type, ids) in pairs(cache, types) {
            order.entry(mime_type).or_default().extend(ids.iter().filter_map(|id| index.place(id)));
        }
        for (mime_type, places) in &mut self.entries {
            let known = order.get(mime_type).map(Vec::as_slice).unwrap_or_default();
            places.sort_by_key(|place| known.iter().position(|known| known == place).unwrap_or(known.len()));
        }
    }
}

fn of<'a>(ids: &'a Ids, mime_type: &str) -> &'a [Box<str>] {
    ids.get(mime_type).map(Vec::as_slice).unwrap_or_default()
}

/// Returns what each line says: the group, the type under its canonical name, and the IDs.
fn pairs<'a>(bytes: &'a [u8], types: &'a MimeTypes) -> impl Iterator<Item = (&'a [u8], Box<str>, Vec<Box<str>>)> {
    let mut group: &[u8] = b"";
    Lines::new(bytes).filter_map(move |line| {
        match Line::parse(line) {
            Line::Group(name) => group = name,
            Line::Pair(pair) if pair.locale.is_none() => {
                let (mime_type, value) = (str::from_utf8(pair.key).ok()?, str::from_utf8(pair.value).ok()?);
                let ids = list::split(value).into_iter().filter(|id| !id.trim().is_empty()).map(|id| id.trim().into());
                return Some((group, types.canonical(mime_type).into(), ids.collect()));
            }
            Line::Pair(_) | Line::Comment | Line::Junk => {}
        }
        None
    })
}

/// Reads the folders in the order of M1.
pub fn read(context: &Context, index: &Index, types: &MimeTypes) -> Vec<Level> {
    let config = context.directories.all_config().into_iter().map(|folder| lists(folder, context, types));
    let roots = source::roots(&context.directories);
    let mut data: Vec<Level> = roots.iter().map(|folder| lists(folder, context, types)).collect();
    assign(&mut data, &roots, index, types);
    for (level, root) in data.iter_mut().zip(&roots) {
        level.add(&bytes(&root.join("defaults.list")), false, types);
        level.arrange(&bytes(&root.join("mimeinfo.cache")), index, types);
    }
    config.chain(data).collect()
}

fn lists(folder: &Path, context: &Context, types: &MimeTypes) -> Level {
    let mut level = Level::default();
    for desktop in &context.desktops {
        let name = format!("{}-mimeapps.list", desktop.to_ascii_lowercase());
        level.add(&bytes(&folder.join(name)), false, types);
    }
    level.add(&bytes(&folder.join("mimeapps.list")), true, types);
    level
}

/// Gives each entry to the folder it lies in. Of entries with one ID the index holds the one that counts (D3).
fn assign(levels: &mut [Level], roots: &[PathBuf], index: &Index, types: &MimeTypes) {
    for (place, entry) in index.entries().iter().enumerate() {
        let Some(at) = roots.iter().position(|root| entry.path.starts_with(root)) else {
            continue;
        };
        for mime_type in &entry.mime_types {
            let places = levels[at].entries.entry(types.canonical(mime_type).into()).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
    }
}

fn bytes(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What is missing says nothing, and what cannot be read neither: the next list is asked.
    let _ = source::read(path, &mut bytes);
    bytes
}
