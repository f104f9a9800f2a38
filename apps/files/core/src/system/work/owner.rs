//! Whose files are: given to others, and back.

use super::Work;
use super::make::expect;
use crate::operation::{Identity, Reason};
use crate::system::file_system::Stat;
use crate::system::place::{Place, look};

use rustix::io::Errno;

use std::path::Path;

/// User and group.
type Owner = (u32, u32);

fn owner(stat: &Stat) -> Owner {
    (stat.owner, stat.group)
}

impl Work<'_> {
    /// Gives a file to a user and a group, if it has the ones that were seen. The system takes its set-user and
    /// set-group bits then, and they do not come back with the owner.
    pub(super) fn change_owner(
        &self,
        path: &Path,
        identity: Identity,
        (before, after): (Owner, Owner),
    ) -> Result<(), Reason> {
        let place = self.place(path)?;
        expect(self.system, &place, identity)?;
        let now = |place: &Place| Ok::<_, Reason>(owner(&place.look(self.system)?.ok_or(Errno::NOENT)?));
        match now(&place)? {
            now if now == after => return Ok(()),
            now if now != before => return Err(Reason::Changed),
            _ => {
                // Only root may name a user, be it the same one.
                let user = (before.0 != after.0).then_some(after.0);
                self.system.change_owner_at(place.at().0, place.at().1, user, after.1)?;
            }
        }
        if now(&place)? == after { Ok(()) } else { Err(Errno::PERM.into()) }
    }

    /// A file that is not there any more, or another one, has nothing to take back.
    pub(super) fn owner_back(
        &self,
        path: &Path,
        identity: Identity,
        (before, after): (Owner, Owner),
    ) -> Result<(), Reason> {
        match self.change_owner(path, identity, (after, before)) {
            Err(Reason::Changed) if look(self.system, path)?.map(|stat| stat.identity()) != Some(identity) => Ok(()),
            Err(Reason::System(Errno::NOENT)) => Ok(()),
            other => other,
        }
    }

    /// Whether a file belongs to these, as far as can be seen.
    pub(super) fn has_owner(&self, path: &Path, identity: Identity, wanted: Owner) -> Result<(), Reason> {
        match look(self.system, path) {
            Ok(Some(stat)) if stat.identity() == identity && owner(&stat) == wanted => Ok(()),
            Ok(_) => Err(Reason::Changed),
            Err(Errno::ACCESS) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
