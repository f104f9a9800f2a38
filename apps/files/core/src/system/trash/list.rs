//! What lies in the trashes of a user.

use super::top_of;
use crate::operation::{Identity, Slot};
use crate::system::context::Context;
use crate::system::file_system::{FileSystem, Stat};
use crate::system::place::{look, open_folder};
use crate::system::platform;
use crate::system::whole::read_whole;
use crate::trash::read_info;

use rustix::fd::AsFd;

use std::collections::HashSet;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// Lists what lies in the home trash and in the trashes of all mounted file systems, newest first.
///
/// Each with what is known of the file; what has no readable `.trashinfo`, or none of whose file is left, is not listed.
pub fn list(system: &dyn FileSystem, context: &Context) -> Vec<(Slot, Stat)> {
    let mut seen: HashSet<Identity> = HashSet::new();
    let mut slots: Vec<_> = trashes(system, context)
        .iter()
        .filter(|trash| matches!(look(system, trash), Ok(Some(stat)) if seen.insert(stat.identity())))
        .flat_map(|trash| of_trash(system, context, trash))
        .collect();
    slots.sort_by(|(one, _), (other, _)| (&other.deleted, &one.name).cmp(&(&one.deleted, &other.name)));
    slots
}

fn trashes(system: &dyn FileSystem, context: &Context) -> Vec<PathBuf> {
    let mut trashes: Vec<PathBuf> = context.home_trash.iter().cloned().collect();
    for top in platform::mount_points() {
        let shared = top.join(".Trash");
        let is_safe = |stat: Stat| stat.mode & 0o1000 != 0;
        if matches!(look(system, &shared), Ok(Some(stat)) if is_safe(stat)) {
            trashes.push(shared.join(context.user.to_string()));
        }
        trashes.push(top.join(format!(".Trash-{}", context.user)));
    }
    trashes
}

fn of_trash(system: &dyn FileSystem, context: &Context, trash: &Path) -> Vec<(Slot, Stat)> {
    let names = open_folder(system, &trash.join("info")).and_then(|folder| system.names(folder.as_fd()));
    let names = names.unwrap_or_default();
    let names = names.iter().filter_map(|name| name.as_bytes().strip_suffix(b".trashinfo"));
    names.filter_map(|name| one(system, context, trash, Path::new(std::ffi::OsStr::from_bytes(name)))).collect()
}

fn one(system: &dyn FileSystem, context: &Context, trash: &Path, name: &Path) -> Option<(Slot, Stat)> {
    let mut slot = Slot { trash: trash.to_owned(), name: name.to_owned(), ..Slot::default() };
    let info = read_info(&read_whole(system, &slot.info()).ok()?)?;
    let stat = look(system, &slot.file()).ok()??;
    let is_home = context.home_trash.as_deref() == Some(trash);
    slot.original = if is_home { info.path } else { top_of(trash)?.join(info.path) };
    slot.deleted = info.deleted;
    slot.original.is_absolute().then_some((slot, stat))
}
