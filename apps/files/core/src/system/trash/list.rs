//! What lies in the trashes of a user.

use super::{in_shared, is_ours, own_trash, top_of};
use crate::operation::{Failure, Identity, Reason, Slot};
use crate::system::context::Context;
use crate::system::file_system::{Answer, FileSystem, Stat};
use crate::system::place::{look, open_folder, some};
use crate::system::platform;
use crate::system::whole::read_whole;
use crate::trash::read_info;

use rustix::fd::AsFd;
use rustix::io::Errno;

use std::collections::HashSet;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Component, Path, PathBuf};

/// What lies there, and what could not be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trashed {
    /// Each with what is known of the file, newest first.
    pub slots: Vec<(Slot, Stat)>,
    /// Of these nobody knows whether something lies there.
    pub failed: Vec<Failure>,
}

/// Lists what lies in the home trash and in the trashes of all mounted file systems.
///
/// What has no `.trashinfo` that makes sense, or none of whose file is left, is not listed.
pub fn list(system: &dyn FileSystem, context: &Context) -> Trashed {
    let mut trashed = Trashed::default();
    let mut seen: HashSet<Identity> = HashSet::new();
    if let Some(home) = &context.home_trash {
        match look(system, home) {
            Ok(None) => {}
            Ok(Some(stat)) => {
                let _ = seen.insert(stat.identity());
                of_trash(system, context, home, &mut trashed);
            }
            Err(error) => trashed.fail(home, error),
        }
    }
    for trash in outside_of_home(system, context) {
        match look(system, &trash) {
            Ok(Some(stat)) if is_ours(context, &stat) && seen.insert(stat.identity()) => {
                of_trash(system, context, &trash, &mut trashed);
            }
            // Not every file system is for this user.
            Ok(_) | Err(Errno::ACCESS | Errno::PERM | Errno::NOTDIR | Errno::LOOP) => {}
            Err(error) => trashed.fail(&trash, error),
        }
    }
    trashed.slots.sort_by(|(one, _), (other, _)| (&other.deleted, &one.name).cmp(&(&one.deleted, &other.name)));
    trashed
}

impl Trashed {
    fn fail(&mut self, path: &Path, error: Errno) {
        self.failed.push(Failure { path: path.to_owned(), reason: Reason::System(error) });
    }
}

fn outside_of_home(system: &dyn FileSystem, context: &Context) -> Vec<PathBuf> {
    let of_mount = |top: PathBuf| {
        let shared = in_shared(system, context, &top).ok().flatten();
        shared.into_iter().chain([own_trash(context, &top)])
    };
    platform::mount_points().into_iter().flat_map(of_mount).collect()
}

fn of_trash(system: &dyn FileSystem, context: &Context, trash: &Path, trashed: &mut Trashed) {
    let infos = trash.join("info");
    let names = some(open_folder(system, &infos).and_then(|folder| system.names(folder.as_fd())));
    let names = names.unwrap_or_else(|error| {
        trashed.fail(&infos, error);
        None
    });
    for name in names.unwrap_or_default() {
        let Some(name) = name.as_bytes().strip_suffix(b".trashinfo") else { continue };
        match one(system, context, trash, Path::new(OsStr::from_bytes(name))) {
            Ok(found) => trashed.slots.extend(found),
            Err(error) => trashed.fail(&infos.join(OsStr::from_bytes(name)), error),
        }
    }
}

fn one(system: &dyn FileSystem, context: &Context, trash: &Path, name: &Path) -> Answer<Option<(Slot, Stat)>> {
    let mut slot = Slot { trash: trash.to_owned(), name: name.to_owned(), ..Slot::default() };
    let info = some(read_whole(system, &slot.info()))?.and_then(|text| read_info(&text));
    let (Some(info), Some(stat)) = (info, look(system, &slot.file())?) else { return Ok(None) };
    let is_home = context.home_trash.as_deref() == Some(trash);
    // Spec: "the path must not include a ".." directory" where it is relative.
    let leads_up = info.path.components().any(|step| step == Component::ParentDir);
    let top = if is_home { None } else { top_of(trash).filter(|_| !leads_up) };
    slot.original = top.map_or_else(|| info.path.clone(), |top| top.join(&info.path));
    slot.deleted = info.deleted;
    let is_known = slot.original.is_absolute() && (is_home || top.is_some());
    Ok(is_known.then_some((slot, stat)))
}
