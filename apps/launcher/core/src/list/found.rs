//! What a query found, in the order in which it is listed.

use super::{Group, Item, Items, Section, Shape};
use crate::Hit;
use crate::provider::{Finding, Sort};

/// So many applications stand before what else was found; the others behind it.
const FIRST: usize = 8;

/// What a query found: applications best first, and what providers know besides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    hits: Vec<Hit>,
    /// By the provider that found them.
    findings: Vec<(usize, Vec<Finding>)>,
}

impl Found {
    /// Nothing but applications.
    pub const fn new(hits: Vec<Hit>) -> Self {
        Self { hits, findings: Vec::new() }
    }

    /// Takes in the applications.
    pub fn set_hits(&mut self, hits: Vec<Hit>) {
        self.hits = hits;
    }

    /// Takes in what a provider found, in place of what it had found before.
    pub fn put(&mut self, provider: usize, findings: Vec<Finding>) {
        self.findings.retain(|(known, _)| *known != provider);
        self.findings.push((provider, findings));
        self.findings.sort_by_key(|(provider, _)| *provider);
    }

    /// What is listed: the result of a sum, the best match, applications, and the rest by its sort.
    pub fn items(&self) -> Items {
        let mut findings: Vec<&Finding> = self.findings.iter().flat_map(|(_, findings)| findings).collect();
        findings.sort_by_key(|finding| finding.sort);
        let answers = findings.iter().take_while(|finding| finding.sort == Sort::Calculation).count();
        let mut best: Vec<Item> = findings.drain(..answers).map(|found| Item::Finding(found.clone())).collect();
        let mut hits: Vec<&Hit> = self.hits.iter().collect();
        if best.is_empty() {
            best.extend(take_best(&mut hits, &mut findings));
        }
        let (settings, mut applications): (Vec<&Hit>, Vec<&Hit>) = hits.into_iter().partition(|hit| hit.is_setting);
        let more = if findings.is_empty() { Vec::new() } else { applications.split_off(FIRST.min(applications.len())) };
        let of_hits = |section, hits: Vec<&Hit>| rows(section, hits.into_iter().cloned().map(Item::Hit).collect());
        let mut groups = vec![
            rows(Section::Best, best),
            of_hits(Section::Applications, applications),
            of_hits(Section::Settings, settings),
        ];
        for sort in Sort::ALL {
            let found = findings.iter().filter(|found| found.sort == sort);
            groups.push(rows(Section::Sort(sort), found.map(|found| Item::Finding((*found).clone())).collect()));
        }
        groups.push(of_hits(Section::More, more));
        Items::new(groups)
    }
}

fn rows(section: Section, items: Vec<Item>) -> Group {
    Group { section, shape: Shape::Rows, items }
}

/// Takes the one with the highest score; of equals, an application.
fn take_best(hits: &mut Vec<&Hit>, findings: &mut Vec<&Finding>) -> Option<Item> {
    let best = findings.iter().enumerate().max_by_key(|(at, found)| (found.score, std::cmp::Reverse(*at)));
    let best = best.map(|(at, found)| (at, found.score));
    match (hits.first(), best) {
        (Some(hit), best) if best.is_none_or(|(_, score)| score <= hit.score) => {
            Some(Item::Hit(hits.remove(0).clone()))
        }
        (_, Some((at, _))) => Some(Item::Finding(findings.remove(at).clone())),
        (_, None) => None,
    }
}
