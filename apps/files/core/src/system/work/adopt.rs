//! Files that took the place of others by our own hand: undoing and making again gives what it makes anew other numbers,
//! and what an older operation knows of a file is still true of the one that stands for it now.

use super::Work;
use super::settle::root_only;
use crate::journal::{Record, Standing, Way};
use crate::operation::{Built, Change, Digest, Identity, Reason, Replaced};
use crate::system::file_system::FileSystem;
use crate::system::journal::{Found, Shelf};
use crate::system::place::{Place, look, some};
use crate::system::remove::digest;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// What operations have put where, by their journals: which file, and what its tree was like, where that is known.
#[derive(Debug, Default)]
pub struct Heirs(HashMap<PathBuf, (Identity, Option<Digest>)>);

impl Heirs {
    /// Reads them off all journals but one.
    pub fn of(shelf: &Shelf, but: &Found) -> Self {
        let mut journals: Vec<&Found> =
            shelf.journals.iter().filter(|found| found.story.is_finished && found.path != but.path).collect();
        journals.sort_by_key(|found| found.story.turned_at);
        let mut heirs = Self::default();
        for Found { story, .. } in journals {
            for ((change, standing), built) in story.changes.iter().zip(&story.standing).zip(&story.built) {
                let Some(built) = built.filter(|built| built.identity != Identity::default()) else { continue };
                let left = match (change, standing) {
                    (Change::RemoveFolder { path, .. }, Standing::Open) if story.way == Way::Back => Some((path, None)),
                    (Change::Create { to, .. } | Change::MoveAcross { to, .. }, Standing::Made) => {
                        Some((to, Some(built.made)))
                    }
                    (Change::Rename { to, .. }, Standing::Made) => Some((to, None)),
                    _ => None,
                };
                if let Some((path, made)) = left {
                    let _ = heirs.0.insert(path.clone(), (built.identity, made));
                }
            }
        }
        heirs
    }

    /// What was put there, if it, or the whole tree that it was put there with, is still what stands there.
    fn at(&self, system: &dyn FileSystem, path: &Path) -> Result<Option<(Identity, Option<Digest>)>, Reason> {
        let Some(there) = look(system, path)?.map(|stat| stat.identity()) else { return Ok(None) };
        if let Some((_, made)) = self.0.get(path).filter(|(identity, _)| *identity == there) {
            return Ok(Some((there, *made)));
        }
        for above in path.ancestors().skip(1) {
            let Some((identity, Some(made))) = self.0.get(above) else { continue };
            let is_whole = |place: &Place| {
                Ok::<_, Reason>(place.identity(system)? == Some(*identity) && digest(system, place, None)? == *made)
            };
            if let Some(place) = some(Place::open(system, above))?
                && is_whole(&place)?
            {
                return Ok(Some((there, None)));
            }
        }
        Ok(None)
    }
}

/// What stands for which file, and what it is like.
type Adopted = HashMap<Identity, (Identity, Option<Digest>)>;

impl Work<'_> {
    /// Takes the files that stand for those that this operation knows for them; that is written down.
    ///
    /// # Errors
    /// [`Reason::Journal`], and what the system says.
    pub fn adopt(&mut self, heirs: &Heirs, way: Way) -> Result<(), Reason> {
        let adopted = self.find(heirs, way)?;
        for change in 0..self.journal.story.changes.len() {
            let mut into = self.journal.story.changes[change].clone();
            for identity in identities(&mut into) {
                *identity = adopted.get(identity).map_or(*identity, |(now, _)| *now);
            }
            if into != self.journal.story.changes[change] {
                self.journal.note(&Record::Amended { change, into })?;
            }
            let Some(known) = self.journal.story.built[change] else { continue };
            let built = self.adopted(change, known, &adopted)?;
            if built != known {
                self.journal.note(&Record::Built { change, built })?;
            }
        }
        Ok(())
    }

    fn adopted(&self, change: usize, known: Built, adopted: &Adopted) -> Result<Built, Reason> {
        let Some((now, made)) = adopted.get(&known.identity) else { return Ok(known) };
        let mut built = Built { identity: *now, ..known };
        match &self.journal.story.changes[change] {
            // Of what only has another name no more is known than what it is itself.
            Change::Rename { to, .. } | Change::Restore { to, .. } => {
                built.made = root_only(self.system, &self.place(to)?)?.made;
            }
            _ => built.made = made.unwrap_or(known.made),
        }
        Ok(built)
    }

    fn find(&self, heirs: &Heirs, way: Way) -> Result<Adopted, Reason> {
        let mut adopted = Adopted::default();
        let story = &self.journal.story;
        for (made, built) in story.changes.iter().zip(&story.built) {
            for (path, known) in expected(made, *built, way) {
                if look(self.system, &path)?.map(|stat| stat.identity()) == Some(known) {
                    continue;
                }
                if let Some(heir) = heirs.at(self.system, &path)? {
                    let _ = adopted.insert(known, heir);
                }
            }
        }
        Ok(adopted)
    }
}

/// Which files a change expects where, before it is made or taken back.
fn expected(change: &Change, built: Option<Built>, way: Way) -> Vec<(PathBuf, Identity)> {
    let built = built.map(|built| built.identity).filter(|identity| *identity != Identity::default());
    let mut files = Vec::new();
    let mut file =
        |path: &Path, identity: Option<Identity>| files.extend(identity.map(|known| (path.to_owned(), known)));
    let is_back = way == Way::Back;
    match change {
        Change::Create { to, .. } if is_back => file(to, built),
        Change::Rename { to, identity, .. } | Change::MoveAcross { to, identity, .. } if is_back => {
            file(to, built.or(Some(*identity)));
        }
        Change::Restore { to, identity, .. } if is_back => file(to, Some(*identity)),
        Change::Rename { from, identity, .. }
        | Change::MoveAcross { from, identity, .. }
        | Change::Trash { from, identity, .. }
            if !is_back =>
        {
            file(from, Some(*identity));
        }
        Change::Mode { path, identity, .. } | Change::Owner { path, identity, .. } => file(path, Some(*identity)),
        Change::Delete { path, identity, .. } if !is_back => file(path, Some(*identity)),
        _ => {}
    }
    if let (Some(Replaced { identity, .. }), Some(to), false) = (change.over(), change.target(), is_back) {
        file(to, Some(*identity));
    }
    files
}

/// The files that a change names.
fn identities(change: &mut Change) -> Vec<&mut Identity> {
    match change {
        Change::Create { over, .. } => over.iter_mut().map(|over| &mut over.identity).collect(),
        Change::Rename { identity, over, .. } | Change::Restore { identity, over, .. } => {
            over.iter_mut().map(|over| &mut over.identity).chain([identity]).collect()
        }
        Change::MoveAcross { identity, over, reveals, .. } => {
            over.iter_mut().chain(reveals).map(|old| &mut old.identity).chain([identity]).collect()
        }
        Change::Trash { identity, .. }
        | Change::Mode { identity, .. }
        | Change::Owner { identity, .. }
        | Change::Delete { identity, .. } => vec![identity],
        Change::RemoveFolder { .. } => Vec::new(),
    }
}
