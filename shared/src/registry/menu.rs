//! The menus of applications: what a desktop shows in "Accessories", "Games" and "Office".
//!
//! Spec: Desktop Menu 1.1 (rules N1 to N7). One call, [`tree`], whether there is a `.menu` file or not: where there is
//! none, each main category of the specification is a menu. The hints of layout are followed, and menus with nothing in
//! them left out. It reads files, and a value comes out.

mod build;
mod fixed;
mod layout;
mod load;
mod node;
mod pool;
mod rule;
pub(crate) mod xml;

#[cfg(test)]
mod tests;

pub use fixed::OTHER;

use super::{Context, Entry, Index};
use crate::i18n::collation::Collator;

/// A menu and all that is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// What it is called in `.menu` files, never translated: `Game`, or [`OTHER`], where there is no such file.
    pub name: Box<str>,
    /// Its name in the user's language; `None` where no directory entry gives one, see [`Menu::caption`].
    pub caption: Option<Box<str>>,
    /// What it is about, in the user's language.
    pub comment: Option<Box<str>>,
    /// The name or path of its icon.
    pub icon: Option<Box<str>>,
    /// What is in it, in the order to show.
    pub items: Vec<Item>,
}

/// One line of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A menu in the menu.
    Menu(Menu),
    /// An application.
    Application(Application),
    /// The caption of a menu whose items follow in its place.
    Header(Box<str>),
    /// A line between.
    Separator,
}

/// An application in a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// Its desktop file ID.
    pub id: Box<str>,
    /// What to call it here.
    pub caption: Box<str>,
    /// The entry, where it lies outside the data directories and is therefore not the index's.
    entry: Option<Box<Entry>>,
}

impl Menu {
    /// Returns what to call it: its caption, or its name where it has none.
    pub fn caption(&self) -> &str {
        self.caption.as_deref().unwrap_or(&self.name)
    }

    /// Iterates over the menus directly in it.
    pub fn menus(&self) -> impl Iterator<Item = &Menu> {
        self.items.iter().filter_map(|item| if let Item::Menu(menu) = item { Some(menu) } else { None })
    }

    /// Iterates over the applications directly in it.
    pub fn applications(&self) -> impl Iterator<Item = &Application> {
        self.items.iter().filter_map(|item| if let Item::Application(found) = item { Some(found) } else { None })
    }
}

impl Item {
    /// Returns the text to show; empty for a separator.
    pub fn caption(&self) -> &str {
        match self {
            Self::Menu(menu) => menu.caption(),
            Self::Application(application) => &application.caption,
            Self::Header(caption) => caption,
            Self::Separator => "",
        }
    }
}

impl Application {
    /// Returns the entry: its own, or that of the index the menu was made from.
    pub fn entry<'a>(&'a self, index: &'a Index) -> Option<&'a Entry> {
        self.entry.as_deref().or_else(|| index.get(&self.id))
    }
}

/// Makes the menu of all applications to show.
///
/// `prefix` is `XDG_MENU_PREFIX` (`gnome-`), which chooses among the menu files of several desktops; empty where it is
/// unset. Blocks while it reads menu files, directory entries, and entries that lie outside the data directories. Never
/// fails: a menu file that cannot be read is as good as none, and one with faults counts as far as it can be read.
pub fn tree(context: &Context, index: &Index, prefix: &str) -> Menu {
    let mut pool = pool::Pool::new(context);
    let root = load::root_file(&context.directories, prefix);
    let node = root.and_then(|root| load::Loader::load(&context.directories, &mut pool, &root));
    let node = node.unwrap_or_else(fixed::node);
    let tag = context.locales.first().map_or_else(|| "en".to_owned(), |locale| locale.language.clone());
    build::build(&node, index, &mut pool, &context.desktops, &Collator::new(&tag))
}
