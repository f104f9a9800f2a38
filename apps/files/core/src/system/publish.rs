//! How a name is given to a file: never over another one, and in one step wherever the file system can do that.

use super::file_system::{Answer, FileSystem, Kind, Rename};
use super::place::Place;
use crate::operation::Reason;

use rustix::io::Errno;

/// Renames to a name that must be free.
///
/// # Errors
/// [`Reason::Exists`], or what the system says.
pub fn to_free_name(system: &dyn FileSystem, from: &Place, to: &Place) -> Result<(), Reason> {
    match system.rename(from.at(), to.at(), Rename::NoReplace) {
        Err(Errno::EXIST) => change_case(system, from, to),
        Err(error) if is_unsupported(error) => without_no_replace(system, from, to),
        other => other.map_err(Reason::System),
    }
}

/// On a file system that tells no upper from lower case, the new name may be the old one.
fn change_case(system: &dyn FileSystem, from: &Place, to: &Place) -> Result<(), Reason> {
    let (Some(source), Some(target)) = (from.look(system)?, to.look(system)?) else {
        return Err(Reason::Exists);
    };
    let is_one_file = source.identity() == target.identity() && (source.links == 1 || source.kind == Kind::Folder);
    if !is_one_file || to.is_listed(system)? {
        return Err(Reason::Exists);
    }
    system.rename(from.at(), to.at(), Rename::Plain).map_err(Reason::System)
}

/// For file systems that know no `RENAME_NOREPLACE`: a second link, or an empty folder that is replaced, never fall on
/// something that is there.
fn without_no_replace(system: &dyn FileSystem, from: &Place, to: &Place) -> Result<(), Reason> {
    let stat = from.look(system)?.ok_or(Errno::NOENT)?;
    let exists = |error| if error == Errno::EXIST { Reason::Exists } else { Reason::System(error) };
    let (folder, name) = to.at();
    if stat.kind == Kind::Folder {
        system.make_folder(folder, name, 0o700).map_err(exists)?;
        let renamed = system.rename(from.at(), to.at(), Rename::Plain);
        if renamed.is_err() {
            let _ = system.remove(folder, name, Kind::Folder);
        }
        return renamed.map_err(Reason::System);
    }
    match system.link(from.at(), to.at()) {
        Ok(()) => system.remove(from.at().0, from.at().1, stat.kind).map_err(Reason::System),
        Err(Errno::EXIST) => Err(Reason::Exists),
        // Programs that are file systems say all sorts of things where they know no links.
        Err(_) => over_placeholder(system, from, to, exists),
    }
}

/// Where there are no links either: an empty file of our own takes the name, and is replaced.
fn over_placeholder(
    system: &dyn FileSystem,
    from: &Place,
    to: &Place,
    exists: impl FnOnce(Errno) -> Reason,
) -> Result<(), Reason> {
    let (folder, name) = to.at();
    drop(system.open(folder, name, super::file_system::Open::Create).map_err(exists)?);
    let renamed = system.rename(from.at(), to.at(), Rename::Plain);
    if renamed.is_err() {
        let _ = system.remove(folder, name, Kind::File);
    }
    renamed.map_err(Reason::System)
}

/// Lets two names change files.
///
/// # Errors
/// What the system says; `None` where the file system cannot do that.
pub fn exchange(system: &dyn FileSystem, one: &Place, other: &Place) -> Answer<Option<()>> {
    match system.rename(one.at(), other.at(), Rename::Exchange) {
        Ok(()) => Ok(Some(())),
        Err(error) if is_unsupported(error) => Ok(None),
        Err(error) => Err(error),
    }
}

fn is_unsupported(error: Errno) -> bool {
    matches!(error, Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP)
}
