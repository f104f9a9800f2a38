//! The applications to choose from, made ready for searching, and what a query finds among them.

mod field;
mod search;

use self::field::{Fields, Gathered};
use self::search::Lookup;

pub use crate::rank::Tier;

use candela_shared::i18n::Collator;
use candela_shared::registry::menu::{self, Menu};
use candela_shared::registry::{Context, Entry, HiddenBy, Index};

use std::ops::Range;
use std::sync::Arc;

/// What a hit stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An application.
    Application,
    /// One of its actions, by its position among them.
    Action(usize),
}

/// Something a query found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// The position of its application in the index's entries.
    pub entry: usize,
    /// How good it is; only the order means something.
    pub score: u32,
    /// The bytes of its name that the query stands for, in order; empty where another field matched.
    pub marks: Vec<Range<usize>>,
    /// Whether it sets something up, so that it is listed among settings.
    pub is_setting: bool,
}

impl Hit {
    /// An application that no query found.
    pub const fn of(entry: usize) -> Self {
        Self { kind: Kind::Application, entry, score: 0, marks: Vec::new(), is_setting: false }
    }
}

/// A category of applications: a menu of the desktop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// What menu files call it, never translated: `Game`.
    pub name: Box<str>,
    /// Its name in the user's language, where a file gives one.
    pub caption: Option<Box<str>>,
    /// Its applications, by their position in the index, in the order of the menu.
    pub entries: Vec<usize>,
}

/// The applications to show, in the order of the user's language, ready for searching.
#[derive(Debug)]
pub struct Catalogue {
    index: Arc<Index>,
    items: Vec<Item>,
    fields: Fields,
    categories: Vec<Category>,
}

/// What a hit can be found by.
#[derive(Debug)]
struct Item {
    entry: usize,
    kind: Kind,
    /// Whether it is found, but not listed among all applications: a panel of the desktop's settings.
    is_panel: bool,
    is_setting: bool,
    /// Its place among the catalogue's fields.
    fields: Range<u32>,
}

/// The part of an entry that a query can be found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its name, in the user's language or without a translation.
    Name,
    /// Its name without a translation.
    UntranslatedName,
    /// A name that the user gave it.
    Alias,
    /// The name of an action.
    Action,
    /// What sort of application it is.
    GenericName,
    /// The program that it runs.
    Program,
    /// A keyword.
    Keyword,
    /// A category.
    Category,
    /// Its description.
    Comment,
}

impl Part {
    /// What a match here is worth, of 100.
    const fn weight(self) -> u32 {
        match self {
            Self::Name => 100,
            Self::UntranslatedName | Self::Alias => 95,
            Self::Action => 80,
            Self::GenericName => 70,
            Self::Program => 60,
            Self::Keyword => 50,
            Self::Category => 30,
            Self::Comment => 20,
        }
    }
}

/// Why a query found something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// Where.
    pub part: Part,
    /// How.
    pub tier: Tier,
}

impl Catalogue {
    /// Takes the shown applications of an index, sorted by name as the language (a BCP 47 tag) does, and the panels of
    /// the desktop's settings, which are not listed but can be found.
    pub fn new(index: Arc<Index>, language: &str) -> Self {
        let collator = Collator::new(language);
        let entries = index.entries();
        let is_found = |at: &usize| entries[*at].is_shown() || is_panel(&entries[*at]);
        let mut shown: Vec<usize> = (0..entries.len()).filter(is_found).collect();
        shown.sort_by(|left, right| {
            let (left, right) = (&entries[*left], &entries[*right]);
            collator.compare(left.display_name(), right.display_name()).then_with(|| left.id.cmp(&right.id))
        });
        let mut fields = Gathered::default();
        let items = shown.into_iter().flat_map(|at| items(at, &entries[at], &mut fields)).collect();
        Self { index, items, fields: fields.finished(), categories: Vec::new() }
    }

    /// Reads the menus of the desktop, each of them a category. Blocks.
    pub fn with_categories(self, context: &Context, prefix: &str) -> Self {
        let menu = menu::tree(context, &self.index, prefix);
        let categories = menu.menus().map(|menu| category(&self.index, menu)).collect::<Vec<_>>();
        Self { categories: categories.into_iter().filter(|category| !category.entries.is_empty()).collect(), ..self }
    }

    /// The categories that have applications, in the order of the menu.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// The applications that the user hid, in the order of their IDs.
    pub fn hidden(&self) -> impl Iterator<Item = usize> + '_ {
        let entries = self.index.entries().iter().enumerate();
        entries.filter(|(_, entry)| entry.hidden_by == Some(HiddenBy::User)).map(|(at, _)| at)
    }

    /// The entry at a position, as a [`Hit`] names it.
    pub fn entry(&self, position: usize) -> &Entry {
        &self.index.entries()[position]
    }

    /// The index the applications come from.
    pub fn index(&self) -> &Arc<Index> {
        &self.index
    }

    /// Every application, in the order of the language.
    pub fn applications(&self) -> impl Iterator<Item = usize> + '_ {
        let is_listed = |item: &&Item| item.kind == Kind::Application && !item.is_panel;
        self.items.iter().filter(is_listed).map(|item| item.entry)
    }

    /// The ID of a hit: its application's, for an action with a colon and the action's own behind it.
    pub fn id(&self, entry: usize, kind: Kind) -> String {
        let entry = self.entry(entry);
        match kind {
            Kind::Application => entry.id.to_string(),
            Kind::Action(at) => format!("{}:{}", entry.id, entry.actions[at].id),
        }
    }

    /// Why a query finds an application or an action; `None` where it does not, or only by several words.
    pub fn why(&self, query: &str, entry: usize, kind: Kind) -> Option<Why> {
        let item = self.items.iter().find(|item| item.entry == entry && item.kind == kind)?;
        Lookup::new(query, &self.fields).why(item)
    }
}

/// An application and its actions, as items.
fn items(position: usize, entry: &Entry, all: &mut Gathered) -> Vec<Item> {
    let (is_panel, is_setting) = (!entry.is_shown(), has_category(entry, SETTINGS));
    let fields = all.of_application(entry);
    let mut items = vec![Item { entry: position, kind: Kind::Application, is_panel, is_setting, fields }];
    items.extend(entry.actions.iter().enumerate().map(|(at, action)| {
        let fields = all.of_action(action);
        Item { entry: position, kind: Kind::Action(at), is_panel, is_setting: false, fields }
    }));
    items
}

/// The category of what sets something up.
const SETTINGS: &str = "Settings";

fn has_category(entry: &Entry, name: &str) -> bool {
    entry.categories.iter().any(|category| **category == *name)
}

/// Whether an entry is left out of menus because it is a part of the desktop's settings, and can be opened by itself.
fn is_panel(entry: &Entry) -> bool {
    entry.hidden_by == Some(HiddenBy::NoDisplay) && entry.exec.is_some() && has_category(entry, SETTINGS)
}

fn category(index: &Index, menu: &Menu) -> Category {
    let mut entries = Vec::new();
    collect(index, menu, &mut entries);
    let mut seen = std::collections::BTreeSet::new();
    entries.retain(|entry| seen.insert(*entry));
    Category { name: menu.name.clone(), caption: menu.caption.clone(), entries }
}

/// The applications of a menu and of the menus in it.
fn collect(index: &Index, menu: &Menu, entries: &mut Vec<usize>) {
    for item in &menu.items {
        match item {
            menu::Item::Menu(menu) => collect(index, menu, entries),
            menu::Item::Application(application) => {
                entries.extend(index.place(&application.id).filter(|at| index.entries()[*at].is_shown()));
            }
            menu::Item::Header(_) | menu::Item::Separator => {}
        }
    }
}

#[cfg(test)]
mod tests;
