//! What a query finds among the applications. Each text is looked at once for each word of the query; what was found is
//! then only added up, and the letters to mark are looked for again in the few hits that are shown.

use super::field::{Field, Fields};
use super::{Catalogue, Hit, Item, Kind, Why};
use crate::fold;
use crate::history::History;
use crate::rank::{Match, Search};

use candela_shared::registry::Entry;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

impl Catalogue {
    /// Finds what a query means, best first; at most `limit`. Equal hits stand in the order of the language.
    ///
    /// A query of several words means what has them all, each in any field.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        self.search_with(query, limit, &History::default(), 0)
    }

    /// Finds what a query means as [`Catalogue::search`] does; what was started and chosen before (as it counts `now`, in
    /// seconds since 1970) comes sooner.
    pub fn search_with(&self, query: &str, limit: usize, history: &History, now: u64) -> Vec<Hit> {
        let mut lookup = Lookup::new(query, &self.fields);
        let bonuses = self.bonuses(query, history, now);
        let bonus = |item: &Item| bonuses.get(&(item.entry, item.kind)).copied().unwrap_or(0);
        let scores = self.items.iter().map(|item| lookup.score(item).map(|score| score + bonus(item)));
        let found = scores.enumerate().filter_map(|(at, score)| Some((Reverse(score?), at)));
        let best = best(found.collect(), limit);
        best.into_iter().map(|(Reverse(score), at)| self.hit(&mut lookup, &self.items[at], score)).collect()
    }

    fn hit(&self, lookup: &mut Lookup<'_>, item: &Item, score: u32) -> Hit {
        let marks = lookup.marks(item, name(self.entry(item.entry), item.kind));
        Hit { kind: item.kind, entry: item.entry, score, marks, is_setting: item.is_setting }
    }

    /// What the past adds to each item's score.
    fn bonuses(&self, query: &str, history: &History, now: u64) -> BTreeMap<(usize, Kind), u32> {
        let bonuses = history.bonuses(query, now);
        bonuses.into_iter().filter_map(|(id, bonus)| Some((self.place(id)?, bonus))).collect()
    }

    /// What an ID of [`Catalogue::id`] stands for.
    fn place(&self, id: &str) -> Option<(usize, Kind)> {
        if let Some(entry) = self.index.place(id) {
            return Some((entry, Kind::Application));
        }
        let (application, action) = id.rsplit_once(':')?;
        let entry = self.index.place(application)?;
        let at = self.entry(entry).actions.iter().position(|known| *known.id == *action)?;
        Some((entry, Kind::Action(at)))
    }
}

/// The first `limit` in order, without putting the rest in order.
fn best<T: Ord>(mut found: Vec<T>, limit: usize) -> Vec<T> {
    if limit < found.len() {
        let _parted = found.select_nth_unstable(limit);
        found.truncate(limit);
    }
    found.sort_unstable();
    found
}

/// The name shown for a hit.
pub(super) fn name(entry: &Entry, kind: Kind) -> &str {
    match kind {
        Kind::Application => entry.display_name(),
        Kind::Action(at) => &entry.actions[at].name,
    }
}

/// A query and what it finds in every text.
pub(super) struct Lookup<'a> {
    fields: &'a Fields,
    whole: Part,
    /// Its words, where it has several.
    words: Vec<Part>,
}

/// The whole query or a word of it, in its own alphabet and spelled in Latin letters.
struct Part {
    readings: Vec<Reading>,
}

struct Reading {
    search: Search,
    /// What it finds in each text, by its place.
    found: Vec<Option<Match>>,
}

/// Where in an item something is found best.
struct Place<'a> {
    score: u32,
    field: &'a Field,
    found: Match,
    /// The reading that finds it.
    reading: usize,
}

impl<'a> Lookup<'a> {
    pub(super) fn new(query: &str, fields: &'a Fields) -> Self {
        let mut words: Vec<&str> = query.split_whitespace().collect();
        let (whole, are_several) = (Part::new(&words.join(" "), fields), words.len() > 1);
        words.sort_unstable();
        words.dedup();
        let words = words.into_iter().filter(|_| are_several).map(|word| Part::new(word, fields)).collect();
        Self { fields, whole, words }
    }

    /// Why an item is found; `None` where it is not, or only by several words.
    pub(super) fn why(&self, item: &Item) -> Option<Why> {
        let place = self.whole.best(item, self.fields)?;
        Some(Why { part: place.field.part, tier: place.found.tier })
    }

    /// How well an item is found. By several words: as good as the worst of them, a step below a match of the whole.
    fn score(&self, item: &Item) -> Option<u32> {
        let score = |part: &Part| Some(part.best(item, self.fields)?.score);
        score(&self.whole).or_else(|| {
            let (first, rest) = self.words.split_first()?;
            let worst = rest.iter().try_fold(score(first)?, |worst, word| Some(worst.min(score(word)?)))?;
            Some(worst.saturating_sub(1))
        })
    }

    /// The bytes of a found item's name that the query stands for, in order.
    fn marks(&mut self, item: &Item, name: &str) -> Vec<Range<usize>> {
        if self.whole.best(item, self.fields).is_some() {
            return self.whole.marks(item, self.fields, name);
        }
        let words = self.words.iter_mut();
        let mut marks: Vec<_> = words.flat_map(|word| word.marks(item, self.fields, name)).collect();
        marks.sort_by_key(|range| range.start);
        marks.dedup_by(|next, before| next.start < before.end);
        marks
    }
}

impl Part {
    fn new(text: &str, fields: &Fields) -> Self {
        let readings = [Some(fold::native(text)), fold::spelled_query(text)].into_iter().flatten();
        Self { readings: readings.map(|text| Reading::new(&text, fields)).collect() }
    }

    /// The best field of an item; of equal ones the last.
    fn best<'a>(&self, item: &Item, fields: &'a Fields) -> Option<Place<'a>> {
        let places = fields.of(&item.fields).iter().flat_map(|field| {
            self.readings.iter().enumerate().filter_map(move |(reading, Reading { found, .. })| {
                let found = found[field.text as usize]?;
                Some(Place { score: found.score(field.part.weight()), field, found, reading })
            })
        });
        places.max_by_key(|place| (place.score, place.field.part.weight()))
    }

    fn marks(&mut self, item: &Item, fields: &Fields, name: &str) -> Vec<Range<usize>> {
        let Some(place) = self.best(item, fields).filter(|place| place.field.is_name) else {
            return Vec::new();
        };
        let search = &mut self.readings[place.reading].search;
        let _found = search.find(fields.text(place.field));
        search.ranges().iter().map(|range| fold::origin(name, range.clone(), place.field.is_native)).collect()
    }
}

impl Reading {
    fn new(text: &str, fields: &Fields) -> Self {
        let mut search = Search::new(text);
        let found = fields.texts.iter().map(|text| search.find(text)).collect();
        Self { search, found }
    }
}
