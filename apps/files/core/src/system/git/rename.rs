//! Which files have come under a new name, by the rules of `git diff -M` and `-C`.
//!
//! libgit2 measures otherwise: near the half it calls files alike that git does not.

use super::likeness::{LEAST, LEAST_NAMED, Measures};
use super::version::Pair;
use crate::git::Letter;

use git2::{Config, Oid, Repository};

use std::cmp::Reverse;
use std::collections::HashMap;

/// Git's own default of `diff.renameLimit`.
const LIMIT: u64 = 1_000;
/// So many old files are kept in mind for each new one, as by git.
const BEST: usize = 4;

/// What the user's configuration asks to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Nothing: what moved is deleted there and added here.
    Nothing,
    /// Files under another name.
    Renames,
    /// Copies of changed files too.
    Copies,
}

/// How renames are looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Detection {
    wanted: Wanted,
    /// Files of more pairs are not measured: they have to be the same.
    most_pairs: u64,
}

impl Detection {
    /// Reads `status.renames` and `status.renameLimit`, or else those of `diff`.
    pub(super) fn of(config: &Config) -> Self {
        let setting = config.get_string("status.renames").or_else(|_| config.get_string("diff.renames"));
        let wanted = match setting.unwrap_or_default().to_ascii_lowercase().as_str() {
            "copies" | "copy" => Wanted::Copies,
            "false" | "no" | "off" | "0" => Wanted::Nothing,
            _ => Wanted::Renames,
        };
        let limit = config.get_i64("status.renameLimit").or_else(|_| config.get_i64("diff.renameLimit"));
        let limit = limit.map_or(LIMIT, |limit| u64::try_from(limit).unwrap_or_default());
        Self { wanted, most_pairs: if limit == 0 { u64::MAX } else { limit.saturating_mul(limit) } }
    }

    pub(super) fn is_off(self) -> bool {
        self.wanted == Wanted::Nothing
    }

    /// Tells what became of each path. The pairs have to be in the order of their paths.
    pub(super) fn letters(self, git: &Repository, pairs: &[Pair]) -> Vec<(Vec<u8>, Letter)> {
        self.search(git, pairs).letters()
    }

    /// The path that a file came from, where it did. The pairs as for [`letters`](Self::letters).
    pub(super) fn origin(self, git: &Repository, pairs: &[Pair], path: &[u8]) -> Option<Vec<u8>> {
        let target = pairs.iter().position(|pair| pair.path == path)?;
        self.search(git, pairs).found.get(&target).map(|source| pairs[*source].path.clone())
    }

    fn search<'a>(self, git: &'a Repository, pairs: &'a [Pair]) -> Search<'a> {
        let mut search = Search::new(git, pairs, self);
        if self.wanted != Wanted::Nothing {
            search.join_same();
            if self.wanted == Wanted::Renames {
                search.join_named();
            }
            search.join_alike();
        }
        search
    }
}

/// A search for the old files of new ones; both are known by their place in the list.
struct Search<'a> {
    pairs: &'a [Pair],
    detection: Detection,
    measures: Measures<'a>,
    /// What a file may have come from, and how often it was or stays.
    sources: Vec<usize>,
    uses: HashMap<usize, usize>,
    targets: Vec<usize>,
    found: HashMap<usize, usize>,
}

impl<'a> Search<'a> {
    fn new(git: &'a Repository, pairs: &'a [Pair], detection: Detection) -> Self {
        let are_copies_wanted = detection.wanted == Wanted::Copies;
        let is_source = |pair: &Pair| pair.old.is_some() && (are_copies_wanted || pair.new.is_none());
        let is_target = |pair: &Pair| pair.old.is_none() && pair.new.is_some();
        let places = |is_wanted: &dyn Fn(&Pair) -> bool| -> Vec<usize> {
            (0..pairs.len()).filter(|at| is_wanted(&pairs[*at])).collect()
        };
        let (sources, targets) = (places(&is_source), places(&is_target));
        let uses = sources.iter().map(|at| (*at, usize::from(pairs[*at].new.is_some()))).collect();
        Self { pairs, detection, measures: Measures::new(git), sources, uses, targets, found: HashMap::new() }
    }

    fn join(&mut self, source: usize, target: usize) {
        let _before = self.found.insert(target, source);
        *self.uses.entry(source).or_default() += 1;
    }

    fn is_free(&self, source: usize) -> bool {
        self.uses[&source] == 0
    }

    fn is_same_name(&self, source: usize, target: usize) -> bool {
        self.pairs[source].name() == self.pairs[target].name()
    }

    fn open_targets(&self) -> Vec<usize> {
        self.targets.iter().copied().filter(|target| !self.found.contains_key(target)).collect()
    }

    fn open_sources(&self) -> Vec<usize> {
        let is_open = |source: &usize| self.detection.wanted == Wanted::Copies || self.is_free(*source);
        self.sources.iter().copied().filter(is_open).collect()
    }

    /// Files with the same contents: those that are gone first, and those of the same name.
    fn join_same(&mut self) {
        let mut by_id: HashMap<Oid, Vec<usize>> = HashMap::new();
        for source in &self.sources {
            if let Some(old) = self.pairs[*source].old {
                by_id.entry(old.id).or_default().push(*source);
            }
        }
        for target in self.targets.clone() {
            let Some(new) = self.pairs[target].new else {
                continue;
            };
            let is_like = |source: &usize| {
                let old = self.pairs[*source].old;
                old.is_some_and(|old| old.mode == new.mode || (old.is_file() && new.is_file()))
            };
            let is_open = |source: &usize| self.detection.wanted == Wanted::Copies || self.is_free(*source);
            let same = by_id.get(&new.id).into_iter().flatten().copied().filter(is_like).filter(is_open);
            let score = |source: &usize| u8::from(self.is_free(*source)) + u8::from(self.is_same_name(*source, target));
            // Of several the first: `min_by_key` takes that of equals.
            if let Some(source) = same.min_by_key(|source| Reverse(score(source))) {
                self.join(source, target);
            }
        }
    }

    /// Files that share a name which no other file that came or went has.
    fn join_named(&mut self) {
        let (old, new) = (self.only_ones(self.open_sources()), self.only_ones(self.open_targets()));
        let mut both: Vec<(usize, usize)> =
            old.iter().filter_map(|(name, old)| Some(((*old)?, (*new.get(name)?)?))).collect();
        both.sort_unstable();
        for (source, target) in both {
            if self.likeness(source, target) >= LEAST_NAMED {
                self.join(source, target);
            }
        }
    }

    /// Where the only one of each name is; `None` where several have it.
    fn only_ones(&self, all: Vec<usize>) -> HashMap<&'a [u8], Option<usize>> {
        let mut names = HashMap::new();
        for at in all {
            let _seen = names.entry(self.pairs[at].name()).and_modify(|only| *only = None).or_insert(Some(at));
        }
        names
    }

    /// Files that are alike, the most alike first.
    fn join_alike(&mut self) {
        let (sources, targets) = (self.open_sources(), self.open_targets());
        if sources.len() as u64 * targets.len() as u64 > self.detection.most_pairs {
            return;
        }
        let mut candidates = Vec::new();
        for target in targets {
            candidates.extend(self.best(target, &sources).into_iter().map(|(score, source)| (score, source, target)));
        }
        candidates.sort_by_key(|(score, ..)| Reverse(*score));
        for is_used_too in [false, true] {
            for (_, source, target) in &candidates {
                let is_usable = (is_used_too && self.detection.wanted == Wanted::Copies) || self.is_free(*source);
                if is_usable && !self.found.contains_key(target) {
                    self.join(*source, *target);
                }
            }
        }
    }

    /// The files most like one, each with how much it is and whether it has the same name.
    fn best(&mut self, target: usize, sources: &[usize]) -> Vec<((u64, bool), usize)> {
        let mut best: Vec<((u64, bool), usize)> = Vec::new();
        for source in sources {
            let likeness = self.likeness(*source, target);
            let one = ((likeness, self.is_same_name(*source, target)), *source);
            let worst = (0..best.len()).min_by_key(|at| best[*at].0);
            match worst {
                Some(worst) if best.len() == BEST => {
                    if best[worst].0 < one.0 {
                        best[worst] = one;
                    }
                }
                Some(_) | None => best.push(one),
            }
        }
        best.retain(|((likeness, _), _)| *likeness >= LEAST);
        best
    }

    fn likeness(&mut self, source: usize, target: usize) -> u64 {
        let (source, target) = (&self.pairs[source], &self.pairs[target]);
        match (source.old, target.new) {
            (Some(old), Some(new)) if old.is_file() && new.is_file() => {
                self.measures.likeness((&source.path, old.id), (&target.path, new.id))
            }
            _ => 0,
        }
    }

    /// A file that came from another one is that alone, and of one that is gone nothing is told. The last of several that
    /// came from it has its name changed, the others are copies.
    fn letters(mut self) -> Vec<(Vec<u8>, Letter)> {
        let used: Vec<bool> =
            (0..self.pairs.len()).map(|at| self.uses.get(&at).is_some_and(|uses| *uses > 0)).collect();
        let mut letters = Vec::new();
        for (at, pair) in self.pairs.iter().enumerate() {
            let letter = match (self.found.get(&at), pair.letter()) {
                (None, Letter::Deleted) if used[at] => continue,
                (None, letter) => letter,
                (Some(source), _) => {
                    let left = self.uses.entry(*source).or_default();
                    *left = left.saturating_sub(1);
                    if *left > 0 { Letter::Copied } else { Letter::Renamed }
                }
            };
            letters.push((pair.path.clone(), letter));
        }
        letters
    }
}
