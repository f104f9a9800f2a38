//! What the user started, and which query led there: it fades with time, can be read and be forgotten.
//!
//! Pure: the clock comes in as a value. The text it is kept as has a line for each fact, tabs between its parts:
//! `use ID STRENGTH SECONDS` and `choice QUERY ID STRENGTH SECONDS`, the strength in thousandths as it was at that time
//! (seconds since 1970). A line that means nothing is passed over: a newer version may have written it.

use std::collections::BTreeMap;
use std::fmt::Write;

/// The first line of the text.
const HEAD: &str = "candela-launcher-history 1";
/// What happened so long ago counts half.
const HALF_LIFE: f64 = 30.0 * 24.0 * 60.0 * 60.0;
/// What use adds to a score at the most: within one tier of [`crate::rank`] it decides, it never crosses one.
const MOST_FOR_USE: f64 = 300.0;
/// Strength at which use adds half of that.
const HALF_OF_USE: f64 = 4.0;
/// What a choice adds at the most: made twice for the same query, it outweighs a tier.
const MOST_FOR_CHOICE: f64 = 1500.0;
/// Strength at which a choice adds half of that.
const HALF_OF_CHOICE: f64 = 1.0;
/// The most facts of a kind that are kept; the weakest go.
const MOST_KEPT: usize = 1000;
/// Longer queries are not learned, in bytes.
const LONGEST_QUERY: usize = 100;

/// How often something happened, as it counted at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Strength {
    value: f64,
    /// In seconds since 1970.
    at: u64,
}

impl Strength {
    fn now(self, now: u64) -> f64 {
        let age = now.saturating_sub(self.at) as f64;
        self.value * (-age / HALF_LIFE).exp2()
    }

    fn more(before: Option<Self>, now: u64) -> Self {
        Self { value: before.map_or(0.0, |before| before.now(now)) + 1.0, at: now }
    }
}

/// What was started and chosen, by ID: a desktop file ID, for an action with a colon and the action's name behind it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History {
    uses: BTreeMap<String, Strength>,
    /// By folded query and ID.
    choices: BTreeMap<(String, String), Strength>,
}

impl History {
    /// Reads the text that [`History::text`] wrote; what means nothing in it is passed over.
    pub fn parse(text: &str) -> Self {
        let mut history = Self::default();
        for line in text.lines() {
            match line.split('\t').collect::<Vec<_>>()[..] {
                ["use", id, value, at] => {
                    history.uses.extend(strength(value, at).map(|strength| (id.to_owned(), strength)));
                }
                ["choice", query, id, value, at] => {
                    let key = (query.to_owned(), id.to_owned());
                    history.choices.extend(strength(value, at).map(|strength| (key, strength)));
                }
                _ => {}
            }
        }
        history
    }

    /// The text to keep.
    pub fn text(&self) -> String {
        let mut text = format!("{HEAD}\n");
        for (id, strength) in &self.uses {
            let _infallible = writeln!(text, "use\t{id}\t{}\t{}", thousandths(*strength), strength.at);
        }
        for ((query, id), strength) in &self.choices {
            let _infallible = writeln!(text, "choice\t{query}\t{id}\t{}\t{}", thousandths(*strength), strength.at);
        }
        text
    }

    /// Takes in that something was started, after that query (empty: from the list of all).
    pub fn record(&mut self, query: &str, id: &str, now: u64) {
        if id.contains(['\t', '\n']) {
            return;
        }
        let _before = self.uses.insert(id.to_owned(), Strength::more(self.uses.get(id).copied(), now));
        weakest_away(&mut self.uses, now);
        let query = folded(query);
        if query.is_empty() || query.len() > LONGEST_QUERY {
            return;
        }
        let key = (query, id.to_owned());
        let _before = self.choices.insert(key.clone(), Strength::more(self.choices.get(&key).copied(), now));
        weakest_away(&mut self.choices, now);
    }

    /// What having been started, and chosen for a query, adds to the scores of what the query found, by ID.
    pub fn bonuses(&self, query: &str, now: u64) -> BTreeMap<&str, u32> {
        let query = folded(query);
        let used = self.uses.iter().map(|(id, strength)| (id.as_str(), (strength.now(now), 0.0)));
        let mut strengths: BTreeMap<&str, (f64, f64)> = used.collect();
        let from = self.choices.range((query.clone(), String::new())..);
        for ((_, id), strength) in from.take_while(|((known, _), _)| *known == query) {
            strengths.entry(id).or_default().1 = strength.now(now);
        }
        let bonus = |used, chosen| {
            (towards(MOST_FOR_USE, HALF_OF_USE, used) + towards(MOST_FOR_CHOICE, HALF_OF_CHOICE, chosen)) as u32
        };
        strengths.into_iter().map(|(id, (used, chosen))| (id, bonus(used, chosen))).collect()
    }

    /// Whether anything is known of an ID.
    pub fn knows(&self, id: &str) -> bool {
        self.uses.contains_key(id)
    }

    /// The IDs that were started, what counts most first.
    pub fn most_used(&self, now: u64) -> Vec<&str> {
        let mut ids: Vec<_> = self.uses.iter().map(|(id, strength)| (strength.now(now), id.as_str())).collect();
        ids.sort_by(|(left, first), (right, second)| right.total_cmp(left).then_with(|| first.cmp(second)));
        ids.into_iter().map(|(_, id)| id).collect()
    }

    /// How often an ID was started, as it counts now.
    pub fn uses(&self, id: &str, now: u64) -> f64 {
        self.uses.get(id).map_or(0.0, |strength| strength.now(now))
    }

    /// The queries that led to an ID, in their order.
    pub fn queries(&self, id: &str) -> Vec<&str> {
        self.choices.keys().filter(|(_, known)| known == id).map(|(query, _)| query.as_str()).collect()
    }

    /// Forgets an ID, the queries that led to it, and its actions.
    pub fn forget(&mut self, id: &str) {
        let is_it = |known: &str| known.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'));
        self.uses.retain(|known, _| !is_it(known));
        self.choices.retain(|(_, known), _| !is_it(known));
    }
}

/// A value that begins at 0 and nears `most` as the strength grows, half of it at `half`.
fn towards(most: f64, half: f64, strength: f64) -> f64 {
    most * (1.0 - (-strength / half).exp2())
}

fn folded(query: &str) -> String {
    crate::fold::native(&query.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn thousandths(strength: Strength) -> u64 {
    (strength.value * 1000.0).round() as u64
}

fn strength(value: &str, at: &str) -> Option<Strength> {
    let value: u32 = value.parse().ok()?;
    Some(Strength { value: f64::from(value) / 1000.0, at: at.parse().ok()? })
}

fn weakest_away<K: Ord + Clone>(facts: &mut BTreeMap<K, Strength>, now: u64) {
    while facts.len() > MOST_KEPT {
        let weakest = facts.iter().min_by(|(_, left), (_, right)| left.now(now).total_cmp(&right.now(now)));
        let Some(key) = weakest.map(|(key, _)| key.clone()) else {
            return;
        };
        let _gone = facts.remove(&key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = 24 * 60 * 60;

    fn bonus(history: &History, query: &str, id: &str, now: u64) -> u32 {
        history.bonuses(query, now).get(id).copied().unwrap_or(0)
    }

    #[test]
    fn use_counts_less_with_every_half_life_and_never_more_than_its_most() {
        let mut history = History::default();
        history.record("", "a", 0);
        let (fresh, month, year) =
            (bonus(&history, "", "a", 0), bonus(&history, "", "a", 30 * DAY), bonus(&history, "", "a", 365 * DAY));
        assert!(fresh > month && month > year, "{fresh} {month} {year}");
        assert_eq!(bonus(&history, "", "b", 0), 0);
        (0..500).for_each(|_| history.record("", "a", 0));
        assert_eq!(bonus(&history, "", "a", 0), 300);
    }

    #[test]
    fn a_choice_counts_for_its_query_however_it_is_typed_and_twice_outweighs_a_tier() {
        let mut history = History::default();
        history.record("Édit  x", "a", 0);
        history.record("edit X", "a", 0);
        let (same, other) = (bonus(&history, "edit x", "a", 0), bonus(&history, "edi", "a", 0));
        assert!(same - other > 1000, "{same} {other}");
    }

    #[test]
    fn what_is_forgotten_leaves_nothing_behind() {
        let mut history = History::default();
        for id in ["a.desktop", "a.desktop:new", "aa.desktop"] {
            history.record("q", id, 0);
        }
        assert_eq!((history.queries("a.desktop"), history.uses("a.desktop", 0)), (vec!["q"], 1.0));
        history.forget("a.desktop");
        assert_eq!(history.most_used(0), ["aa.desktop"]);
        assert!(!history.text().contains("a.desktop:new"));
    }

    #[test]
    fn the_weakest_go_when_there_are_too_many() {
        let mut history = History::default();
        history.record("", "kept", 0);
        history.record("", "kept", 0);
        for number in 0..MOST_KEPT {
            history.record("", &format!("{number:04}"), 0);
        }
        assert_eq!(history.uses.len(), MOST_KEPT);
        assert!(history.knows("kept") && !history.knows("0000"));
    }

    #[test]
    fn what_means_nothing_is_passed_over() {
        let text =
            "candela-launcher-history 9\nuse\ta\t1000\t5\nuse\tb\tmany\t5\nuse\tc\nelse\td\nchoice\tq\ta\t-1\t5\n";
        assert_eq!(History::parse(text).most_used(5), ["a"]);
        assert_eq!(History::parse("\0\u{feff}rubbish"), History::default());
    }

    #[test]
    fn a_clock_set_back_makes_nothing_count_more() {
        let mut history = History::default();
        history.record("", "a", 1000 * DAY);
        assert_eq!(bonus(&history, "", "a", 0), bonus(&history, "", "a", 1000 * DAY));
    }
}
