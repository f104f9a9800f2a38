//! The icons of applications: found in the user's theme and decoded on a thread, kept while their catalogue is.

use candela_shared::registry::icon::{self as theme, Icons as Index};
use candela_shared::registry::{Context, Entry};
use candela_ui::Element;
use candela_ui::icon::{Raster, tile};

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// The user's icon theme, read by the first thread that needs it.
pub type Theme = Arc<OnceLock<Index>>;

/// The icons read so far, by the application's position in the index and the side in logical pixels.
#[derive(Debug, Default)]
pub struct Icons {
    known: HashMap<(usize, u32), Option<Raster>>,
    theme: Theme,
}

impl Icons {
    /// The icon theme, for a thread that reads.
    pub fn theme(&self) -> Theme {
        Arc::clone(&self.theme)
    }

    /// Which of these still have to be read at that side; they count as asked for from now on.
    pub fn wanted(&mut self, mut entries: Vec<usize>, side: u32) -> Vec<usize> {
        entries.retain(|entry| !self.known.contains_key(&(*entry, side)));
        entries.dedup();
        self.known.extend(entries.iter().map(|entry| ((*entry, side), None)));
        entries
    }

    /// Keeps what was read; an application without an icon keeps its tile.
    pub fn put(&mut self, entry: usize, side: u32, picture: Option<Raster>) {
        let _before = self.known.insert((entry, side), picture);
    }

    /// Forgets every icon: the applications, or the pixels of the screen, are others.
    pub fn forget(&mut self) {
        self.known.clear();
    }

    /// Shows the icon of an application, or its tile where there is none (yet).
    pub fn view<'a, Message: 'a>(&self, entry: &Entry, position: usize, side: f32) -> Element<'a, Message> {
        match self.known.get(&(position, side as u32)) {
            Some(Some(picture)) => picture.view(side),
            Some(None) | None => tile(&entry.id, &entry.categories, side),
        }
    }
}

/// Finds and decodes the icon of an application. Blocks: the first call reads the theme.
pub fn read(theme: &Theme, entry: &Entry, side: u32, scale: f32) -> Option<Raster> {
    let name = entry.icon.as_deref()?;
    let index = theme.get_or_init(|| {
        let context = Context::from_environment();
        Index::build(&context.directories, &theme::installed_theme(&context.directories, &context.desktops))
    });
    let path = index.find(name, side, scale.ceil() as u32)?;
    Raster::read(&path, (side as f32 * scale).round() as u32).ok()
}
