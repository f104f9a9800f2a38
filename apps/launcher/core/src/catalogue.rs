//! The applications to choose from, made ready for searching, and what a query finds among them.

use crate::fold;
use crate::history::History;
use crate::rank::{self, Freedom};

pub use crate::rank::Tier;

use candela_shared::i18n::Collator;
use candela_shared::registry::menu::{self, Menu};
use candela_shared::registry::{Context, Entry, HiddenBy, Index};

use std::ops::Range;
use std::sync::Arc;

/// What a hit stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    categories: Vec<Category>,
}

/// A hit's fields, folded.
#[derive(Debug)]
struct Item {
    entry: usize,
    kind: Kind,
    /// Whether it is found, but not listed among all applications: a panel of the desktop's settings.
    is_panel: bool,
    is_setting: bool,
    fields: Vec<Field>,
}

#[derive(Debug)]
struct Field {
    part: Part,
    freedom: Freedom,
    /// Whether its matches can be marked in the name shown.
    is_name: bool,
    /// Whether this is the text's own alphabet or its Latin spelling.
    is_native: bool,
    text: Box<str>,
    initials: Box<str>,
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
        let items = shown.into_iter().flat_map(|at| items(at, &entries[at])).collect();
        Self { index, items, categories: Vec::new() }
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

    /// Finds what a query means as [`Catalogue::search`] does; what was started and chosen before (as it counts `now`, in
    /// seconds since 1970) comes sooner.
    pub fn search_with(&self, query: &str, limit: usize, history: &History, now: u64) -> Vec<Hit> {
        let mut hits = self.search(query, usize::MAX);
        for hit in &mut hits {
            hit.score += history.bonus(query, &self.id(hit.entry, hit.kind), now);
        }
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
        hits.truncate(limit);
        hits
    }

    /// Finds what a query means, best first; at most `limit`. Equal hits stand in the order of the language.
    ///
    /// A query of several words means what has them all, each in any field.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let query = Query::new(query);
        if query.whole.native.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Hit> = self.items.iter().filter_map(|item| self.hit(&query, item)).collect();
        hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
        hits.truncate(limit);
        hits
    }

    /// Why a query finds an application or an action; `None` where it does not, or only by several words.
    pub fn why(&self, query: &str, entry: usize, kind: Kind) -> Option<Why> {
        let query = Query::new(query);
        let item = self.items.iter().find(|item| item.entry == entry && item.kind == kind)?;
        let (_, field, found) = best_field(&query.whole, item)?;
        Some(Why { part: field.part, tier: found.tier })
    }

    fn hit(&self, query: &Query, item: &Item) -> Option<Hit> {
        let name = name(self.entry(item.entry), item.kind);
        let whole = best(&query.whole, item, name);
        let (score, marks) = match (whole, query.words.len()) {
            (Some(found), _) => found,
            (None, 0 | 1) => return None,
            (None, _) => all_words(query, item, name)?,
        };
        Some(Hit { kind: item.kind, entry: item.entry, score, marks, is_setting: item.is_setting })
    }
}

/// The name shown for a hit.
fn name(entry: &Entry, kind: Kind) -> &str {
    match kind {
        Kind::Application => entry.display_name(),
        Kind::Action(at) => &entry.actions[at].name,
    }
}

/// One text of the query, in its two readings.
struct Text {
    native: String,
    spelled: Option<String>,
}

struct Query {
    whole: Text,
    words: Vec<Text>,
}

impl Query {
    fn new(query: &str) -> Self {
        let text = |text: &str| Text { native: fold::native(text), spelled: fold::spelled_query(text) };
        let words: Vec<&str> = query.split_whitespace().collect();
        Self { whole: text(&words.join(" ")), words: words.into_iter().map(text).collect() }
    }
}

/// The best field of an item for a text: its score and what is marked in the name.
fn best(query: &Text, item: &Item, name: &str) -> Option<(u32, Vec<Range<usize>>)> {
    let (score, field, found) = best_field(query, item)?;
    let ranges = if field.is_name { found.ranges } else { Vec::new() };
    let marks = ranges.into_iter().map(|range| fold::origin(name, range, field.is_native)).collect();
    Some((score, marks))
}

fn best_field<'a>(query: &Text, item: &'a Item) -> Option<(u32, &'a Field, rank::Match)> {
    let readings = [Some(&query.native), query.spelled.as_ref()];
    let found = item.fields.iter().flat_map(|field| {
        readings.into_iter().flatten().filter_map(move |query| {
            let found = rank::find(query, &field.text, &field.initials, field.freedom)?;
            Some((found.tier.value() * field.part.weight() + found.cover, field, found))
        })
    });
    found.max_by_key(|(score, field, _)| (*score, field.part.weight()))
}

/// Every word in some field: as good as the worst of them, a step below a match of the whole.
fn all_words(query: &Query, item: &Item, name: &str) -> Option<(u32, Vec<Range<usize>>)> {
    let mut worst = u32::MAX;
    let mut marks: Vec<Range<usize>> = Vec::new();
    for word in &query.words {
        let (score, found) = best(word, item, name)?;
        worst = worst.min(score);
        marks.extend(found);
    }
    marks.sort_by_key(|range| range.start);
    marks.dedup_by(|next, before| next.start < before.end);
    Some((worst.saturating_sub(1), marks))
}

/// An application and its actions, as items.
fn items(position: usize, entry: &Entry) -> Vec<Item> {
    let (is_panel, is_setting) = (!entry.is_shown(), has_category(entry, SETTINGS));
    let fields = application_fields(entry);
    let mut items = vec![Item { entry: position, kind: Kind::Application, is_panel, is_setting, fields }];
    items.extend(entry.actions.iter().enumerate().map(|(at, action)| {
        let mut fields = Vec::new();
        add(&mut fields, &action.name, Part::Action, Freedom::Words, true);
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

fn application_fields(entry: &Entry) -> Vec<Field> {
    let mut fields = Vec::new();
    let untranslated = &entry.untranslated;
    add(&mut fields, entry.display_name(), Part::Name, Freedom::Loose, true);
    add_each(&mut fields, &untranslated.name, Part::UntranslatedName, Freedom::Loose);
    let choice = entry.choice.as_deref();
    add_each(&mut fields, choice.iter().flat_map(|choice| &choice.alias), Part::Alias, Freedom::Loose);
    add_each(&mut fields, choice.iter().flat_map(|choice| &choice.keywords), Part::Keyword, Freedom::Words);
    add_each(&mut fields, &entry.generic_name, Part::GenericName, Freedom::Loose);
    add_each(&mut fields, &untranslated.generic_name, Part::GenericName, Freedom::Loose);
    add_each(&mut fields, program(entry), Part::Program, Freedom::Words);
    add_each(&mut fields, entry.keywords.iter(), Part::Keyword, Freedom::Words);
    add_each(&mut fields, untranslated.keywords.iter(), Part::Keyword, Freedom::Words);
    add_each(&mut fields, entry.categories.iter(), Part::Category, Freedom::Words);
    add_each(&mut fields, &entry.comment, Part::Comment, Freedom::Words);
    fields
}

/// The name of the program that is run, without its folder.
fn program(entry: &Entry) -> Option<&str> {
    let word = entry.exec.as_deref()?.split_whitespace().next()?.trim_matches('"');
    word.rsplit('/').next()
}

fn add_each<T: AsRef<str>>(fields: &mut Vec<Field>, texts: impl IntoIterator<Item = T>, part: Part, freedom: Freedom) {
    for text in texts {
        add(fields, text.as_ref(), part, freedom, false);
    }
}

/// Adds a text in its own alphabet and, where it has one, in its Latin spelling.
fn add(fields: &mut Vec<Field>, text: &str, part: Part, freedom: Freedom, is_name: bool) {
    let initials = |text: &str| if freedom == Freedom::Loose { fold::initials(text) } else { String::new() };
    let native = fold::native(text);
    if fields
        .iter()
        .any(|known| *known.text == *native && known.part.weight() >= part.weight() && known.freedom == freedom)
    {
        return;
    }
    fields.push(Field {
        part,
        freedom,
        is_name,
        is_native: true,
        initials: initials(text).into(),
        text: native.into(),
    });
    if let Some(latin) = fold::latin(text) {
        let initials =
            fold::han_initials(text).filter(|_| freedom == Freedom::Loose).unwrap_or_else(|| initials(&latin));
        let initials = initials.into();
        fields.push(Field { part, freedom, is_name, is_native: false, text: latin.into(), initials });
    }
}

#[cfg(test)]
mod tests;
