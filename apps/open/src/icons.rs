//! The icons of applications: found in the user's theme and decoded on a thread.

use candela_shared::registry::icon::{self as theme, Icons as Index};
use candela_shared::registry::{Context, Entry};
use candela_ui::Element;
use candela_ui::icon::{Raster, tile};
use candela_ui::tokens::icon;

use std::collections::HashMap;

/// The icons read so far, by the application's ID.
#[derive(Debug, Default)]
pub struct Icons(HashMap<Box<str>, Option<Raster>>);

impl Icons {
    /// Which of these still have to be read; they count as asked for from now on.
    pub fn wanted(&mut self, mut entries: Vec<Entry>) -> Vec<Entry> {
        entries.retain(|entry| entry.icon.is_some() && !self.0.contains_key(&entry.id));
        self.0.extend(entries.iter().map(|entry| (entry.id.clone(), None)));
        entries
    }

    /// Keeps what was read.
    pub fn put(&mut self, id: Box<str>, picture: Option<Raster>) {
        let _before = self.0.insert(id, picture);
    }

    /// Forgets every icon: the pixels of the screen are others.
    pub fn forget(&mut self) {
        self.0.clear();
    }

    /// Shows the icon of an application, or its tile where there is none (yet).
    pub fn view<'a, Message: 'a>(&self, entry: &Entry) -> Element<'a, Message> {
        match self.0.get(&entry.id) {
            Some(Some(picture)) => picture.view(icon::TILE),
            Some(None) | None => tile(&entry.id, &entry.categories, icon::TILE),
        }
    }
}

/// Finds and decodes icons, and hands each on. Blocks: it reads the theme first.
pub fn read(entries: &[Entry], scale: f32, found: impl Fn(&Entry, Option<Raster>)) {
    let context = Context::from_environment();
    let directories = &context.directories;
    let index = Index::build(directories, &theme::installed_theme(directories, &context.desktops));
    for entry in entries {
        let path = entry.icon.as_deref().and_then(|name| index.find(name, icon::TILE as u32, scale.ceil() as u32));
        found(entry, path.and_then(|path| Raster::read(&path, (icon::TILE * scale).round() as u32).ok()));
    }
}
