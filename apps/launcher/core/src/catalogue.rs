//! The applications to choose from, made ready for searching, and what a query finds among them.

use crate::fold;
use crate::history::History;
use crate::rank::{self, Freedom};

use candela_shared::i18n::Collator;
use candela_shared::registry::{Entry, Index};

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
}

/// The applications to show, in the order of the user's language, ready for searching.
#[derive(Debug)]
pub struct Catalogue {
    index: Arc<Index>,
    items: Vec<Item>,
}

/// A hit's fields, folded.
#[derive(Debug)]
struct Item {
    entry: usize,
    kind: Kind,
    fields: Vec<Field>,
}

#[derive(Debug)]
struct Field {
    /// What a match is worth here, of 100.
    weight: u32,
    freedom: Freedom,
    /// Whether its matches can be marked in the name shown.
    is_name: bool,
    /// Whether this is the text's own alphabet or its Latin spelling.
    is_native: bool,
    text: Box<str>,
    initials: Box<str>,
}

/// What a match in a field is worth, of 100.
mod weight {
    pub const NAME: u32 = 100;
    pub const UNTRANSLATED_NAME: u32 = 95;
    pub const ALIAS: u32 = 95;
    pub const ACTION: u32 = 80;
    pub const GENERIC_NAME: u32 = 70;
    pub const PROGRAM: u32 = 60;
    pub const KEYWORD: u32 = 50;
    pub const CATEGORY: u32 = 30;
    pub const COMMENT: u32 = 20;
}

impl Catalogue {
    /// Takes the shown applications of an index, sorted by name as the language (a BCP 47 tag) does.
    pub fn new(index: Arc<Index>, language: &str) -> Self {
        let collator = Collator::new(language);
        let entries = index.entries();
        let mut shown: Vec<usize> = (0..entries.len()).filter(|at| entries[*at].is_shown()).collect();
        shown.sort_by(|left, right| {
            let (left, right) = (&entries[*left], &entries[*right]);
            collator.compare(left.display_name(), right.display_name()).then_with(|| left.id.cmp(&right.id))
        });
        let items = shown.into_iter().flat_map(|at| items(at, &entries[at])).collect();
        Self { index, items }
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
        self.items.iter().filter(|item| item.kind == Kind::Application).map(|item| item.entry)
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

    fn hit(&self, query: &Query, item: &Item) -> Option<Hit> {
        let name = name(self.entry(item.entry), item.kind);
        let whole = best(&query.whole, item, name);
        let (score, marks) = match (whole, query.words.len()) {
            (Some(found), _) => found,
            (None, 0 | 1) => return None,
            (None, _) => all_words(query, item, name)?,
        };
        Some(Hit { kind: item.kind, entry: item.entry, score, marks })
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
    let readings = [Some(&query.native), query.spelled.as_ref()];
    let found = item.fields.iter().flat_map(|field| {
        readings.into_iter().flatten().filter_map(move |query| {
            let found = rank::find(query, &field.text, &field.initials, field.freedom)?;
            Some((found.tier.value() * field.weight + found.cover, field, found))
        })
    });
    let (score, field, found) = found.max_by_key(|(score, field, _)| (*score, field.weight))?;
    let ranges = if field.is_name { found.ranges } else { Vec::new() };
    let marks = ranges.into_iter().map(|range| fold::origin(name, range, field.is_native)).collect();
    Some((score, marks))
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
    let mut items = vec![Item { entry: position, kind: Kind::Application, fields: application_fields(entry) }];
    items.extend(entry.actions.iter().enumerate().map(|(at, action)| {
        let mut fields = Vec::new();
        add(&mut fields, &action.name, weight::ACTION, Freedom::Words, true);
        Item { entry: position, kind: Kind::Action(at), fields }
    }));
    items
}

fn application_fields(entry: &Entry) -> Vec<Field> {
    let mut fields = Vec::new();
    let untranslated = &entry.untranslated;
    add(&mut fields, entry.display_name(), weight::NAME, Freedom::Loose, true);
    add_each(&mut fields, &untranslated.name, weight::UNTRANSLATED_NAME, Freedom::Loose);
    let choice = entry.choice.as_deref();
    add_each(&mut fields, choice.iter().flat_map(|choice| &choice.alias), weight::ALIAS, Freedom::Loose);
    add_each(&mut fields, choice.iter().flat_map(|choice| &choice.keywords), weight::KEYWORD, Freedom::Words);
    add_each(&mut fields, &entry.generic_name, weight::GENERIC_NAME, Freedom::Loose);
    add_each(&mut fields, &untranslated.generic_name, weight::GENERIC_NAME, Freedom::Loose);
    add_each(&mut fields, program(entry), weight::PROGRAM, Freedom::Words);
    add_each(&mut fields, entry.keywords.iter(), weight::KEYWORD, Freedom::Words);
    add_each(&mut fields, untranslated.keywords.iter(), weight::KEYWORD, Freedom::Words);
    add_each(&mut fields, entry.categories.iter(), weight::CATEGORY, Freedom::Words);
    add_each(&mut fields, &entry.comment, weight::COMMENT, Freedom::Words);
    fields
}

/// The name of the program that is run, without its folder.
fn program(entry: &Entry) -> Option<&str> {
    let word = entry.exec.as_deref()?.split_whitespace().next()?.trim_matches('"');
    word.rsplit('/').next()
}

fn add_each<T: AsRef<str>>(fields: &mut Vec<Field>, texts: impl IntoIterator<Item = T>, weight: u32, freedom: Freedom) {
    for text in texts {
        add(fields, text.as_ref(), weight, freedom, false);
    }
}

/// Adds a text in its own alphabet and, where it has one, in its Latin spelling.
fn add(fields: &mut Vec<Field>, text: &str, weight: u32, freedom: Freedom, is_name: bool) {
    let initials = |text: &str| if freedom == Freedom::Loose { fold::initials(text) } else { String::new() };
    let native = fold::native(text);
    if fields.iter().any(|known| *known.text == *native && known.weight >= weight && known.freedom == freedom) {
        return;
    }
    fields.push(Field {
        weight,
        freedom,
        is_name,
        is_native: true,
        initials: initials(text).into(),
        text: native.into(),
    });
    if let Some(latin) = fold::latin(text) {
        let initials = initials(&latin).into();
        fields.push(Field { weight, freedom, is_name, is_native: false, text: latin.into(), initials });
    }
}

#[cfg(test)]
mod tests;
