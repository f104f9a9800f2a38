//! What is listed before anything is typed: what is used, what was used last, and where everything else is.

use super::{Group, Item, Items, Section, Shape};
use crate::provider::Finding;
use crate::{Catalogue, History, Hit};

/// The most applications that count as used now: two lines of a window of the usual width.
const MOST_USED: usize = 12;

/// What the home is made of.
#[derive(Debug, Clone, Copy)]
pub struct Home<'a> {
    /// The applications.
    pub catalogue: &'a Catalogue,
    /// What was started before.
    pub history: &'a History,
    /// The files used last.
    pub recent: &'a [Finding],
    /// What can be done with the session.
    pub session: &'a [Finding],
    /// How applications stand.
    pub shape: Shape,
    /// Seconds since 1970.
    pub now: u64,
}

/// Lists what is pinned, used now and used last, the categories, the session, and every application.
pub fn home(home: &Home<'_>) -> Items {
    let catalogue = home.catalogue;
    let is_pinned = |at: &usize| catalogue.entry(*at).choice.as_ref().is_some_and(|choice| choice.is_pinned);
    let pinned: Vec<usize> = catalogue.applications().filter(is_pinned).collect();
    let used = used(home, &pinned);
    let findings = |findings: &[Finding]| findings.iter().cloned().map(Item::Finding).collect::<Vec<_>>();
    let categories = (0..catalogue.categories().len()).map(Item::Category);
    let hidden = catalogue.hidden().next().map(|_| Item::Hidden);
    let is_empty = catalogue.applications().next().is_none() && hidden.is_none();
    let session = [Item::Settings].into_iter().chain(findings(home.session)).filter(|_| !is_empty);
    let group = |section, shape, items| Group { section, shape, items };
    Items::new(vec![
        group(Section::Pinned, home.shape, applications(pinned)),
        group(Section::Now, home.shape, applications(used)),
        group(Section::Recent, Shape::Rows, findings(home.recent)),
        group(Section::Categories, Shape::Tiles, categories.chain(hidden).collect()),
        group(Section::Session, Shape::Tiles, session.collect()),
        group(Section::All, home.shape, applications(catalogue.applications().collect())),
    ])
}

/// Entries as items that no query found.
pub fn applications(entries: Vec<usize>) -> Vec<Item> {
    entries.into_iter().map(|entry| Item::Hit(Hit::of(entry))).collect()
}

/// The applications started most, without those that are pinned; an action counts for its application.
fn used(home: &Home<'_>, pinned: &[usize]) -> Vec<usize> {
    let mut used: Vec<usize> = Vec::new();
    for id in home.history.most_used(home.now) {
        let id = id.split_once(".desktop:").map_or(id, |(application, _)| &id[..application.len() + ".desktop".len()]);
        let place = home.catalogue.index().place(id).filter(|at| home.catalogue.entry(*at).is_shown());
        used.extend(place.filter(|at| !pinned.contains(at) && !used.contains(at)));
    }
    used.truncate(MOST_USED);
    used
}
