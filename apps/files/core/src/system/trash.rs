//! The trashes of a user: which one keeps a file, what goes in, what comes out, and what lies there.
//!
//! Spec: Trash 1.0.

mod list;
mod trim;

pub use list::{Trashed, list};
pub use trim::over_limits;

use super::context::Context;
use super::copy::write_all;
use super::file_system::{FileSystem, Kind, Open, Stat};
use super::place::{Place, look, some};
use super::platform;
use super::publish::to_free_name;
use super::remove::weigh;
use super::whole::{read_whole, replace_beside};
use crate::operation::change::split;
use crate::operation::names::{LONGEST, cut, try_next_free};
use crate::operation::{Reason, Slot};
use crate::trash::{Size, read_info, read_sizes, write_info, write_sizes};

use rustix::fd::AsFd;
use rustix::io::Errno;

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// Finds a free place in the trash of the file system that a file lies on; makes nothing yet.
///
/// # Errors
/// [`Reason::NoTrash`], or what the system says.
pub fn slot(system: &dyn FileSystem, context: &Context, path: &Path, taken: &HashSet<PathBuf>) -> Result<Slot, Reason> {
    let trash = trash_for(system, context, split(path).0)?;
    let name = split(path).1.as_bytes();
    let name = OsStr::from_bytes(cut(name, LONGEST - ".trashinfo".len() - " (999999)".len()));
    let candidate = |name: &OsStr| Slot {
        trash: trash.clone(),
        name: name.into(),
        original: path.to_owned(),
        deleted: context.local.clone(),
    };
    let is_taken = |name: &OsStr| {
        let slot = candidate(name);
        let is_there = |path: &Path| Ok::<_, Reason>(look(system, path)?.is_some());
        Ok::<_, Reason>(taken.contains(&slot.file()) || is_there(&slot.file())? || is_there(&slot.info())?)
    };
    Ok(if is_taken(name)? { candidate(&try_next_free(name, is_taken)?) } else { candidate(name) })
}

/// The home trash for the file system of the home directory, the trash in the top directory for every other.
fn trash_for(system: &dyn FileSystem, context: &Context, folder: &Path) -> Result<PathBuf, Reason> {
    let device = look(system, folder)?.ok_or(Errno::NOENT)?.device;
    let mounts = platform::mount_points();
    let is_near = |home: &&PathBuf| {
        device_of(system, home) == Some(device) && mount_of(&mounts, home) == mount_of(&mounts, folder)
    };
    if let Some(home) = context.home_trash.as_ref().filter(is_near) {
        return Ok(home.clone());
    }
    let top = top_folder(system, folder, device, mount_of(&mounts, folder))?;
    let own = in_shared(system, context, top)?.into_iter().chain([own_trash(context, top)]);
    for trash in own {
        if look(system, &trash)?.is_none_or(|stat| is_ours(context, &stat)) {
            return Ok(trash);
        }
    }
    Err(Reason::NoTrash)
}

/// The user's part of the trash that all share, where there is one that is safe.
///
/// Spec: "check that it's a real directory and not a symbolic link, and that it has the sticky bit set".
fn in_shared(system: &dyn FileSystem, context: &Context, top: &Path) -> Result<Option<PathBuf>, Reason> {
    let shared = top.join(".Trash");
    let is_safe = |stat: Stat| stat.kind == Kind::Folder && stat.mode & 0o1000 != 0;
    Ok(look(system, &shared)?.is_some_and(is_safe).then(|| shared.join(context.user.to_string())))
}

fn own_trash(context: &Context, top: &Path) -> PathBuf {
    top.join(format!(".Trash-{}", context.user))
}

/// Whether a trash outside of home is a folder that this user made: in another one somebody else could read what is
/// thrown away, and say where it is to come back.
fn is_ours(context: &Context, stat: &Stat) -> bool {
    stat.kind == Kind::Folder && stat.owner == context.user
}

/// Where a path is mounted, as far as that is known: no file gets from one mount to another by its name alone, even where
/// both show one file system.
fn mount_of<'m>(mounts: &'m [PathBuf], path: &Path) -> Option<&'m Path> {
    mounts.iter().filter(|mount| path.starts_with(mount)).max_by_key(|mount| mount.as_os_str().len()).map(AsRef::as_ref)
}

/// The highest folder above one that is on its file system, and not above its mount.
fn top_folder<'p>(
    system: &dyn FileSystem,
    folder: &'p Path,
    device: u64,
    mount: Option<&Path>,
) -> Result<&'p Path, Reason> {
    let mut top = folder;
    for above in folder.ancestors() {
        match look(system, above)? {
            Some(stat) if stat.device == device => top = above,
            _ => break,
        }
        if mount == Some(above) {
            break;
        }
    }
    Ok(top)
}

/// The file system that a path lies on, or will when it is made.
fn device_of(system: &dyn FileSystem, path: &Path) -> Option<u64> {
    path.ancestors().find_map(|above| look(system, above).ok()?).map(|stat| stat.device)
}

/// When what is written down of a slot must be on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safe {
    /// When the slot is taken.
    AtOnce,
    /// When the caller says so, before a file goes there.
    Later,
}

/// Takes a slot: makes the trash where there is none, and writes down where the file was.
///
/// # Errors
/// [`Reason::Exists`] where another file has the slot by now, or what the system says.
pub fn claim(system: &dyn FileSystem, context: &Context, slot: &Slot, safe: Safe) -> Result<(), Reason> {
    make_folders(system, &slot.trash.join("files"))?;
    make_folders(system, &slot.trash.join("info"))?;
    let text = write_info(&written_path(context, slot), &slot.deleted);
    let place = Place::open(system, &slot.info())?;
    let (folder, name) = place.at();
    let info = match system.open(folder, name, Open::Create) {
        Ok(info) => info,
        Err(Errno::EXIST) => return claimed_before(system, context, slot, safe),
        Err(error) => return Err(error.into()),
    };
    let sync = || if safe == Safe::AtOnce { system.sync(info.as_fd()) } else { Ok(()) };
    let written = write_all(system, info.as_fd(), text.as_bytes()).and_then(|()| sync());
    if let Err(error) = written {
        system.remove(folder, name, Kind::File)?;
        return Err(error.into());
    }
    Ok(())
}

/// Whether it was we who took the slot, before we were interrupted; what was written in part is written anew.
fn claimed_before(system: &dyn FileSystem, context: &Context, slot: &Slot, safe: Safe) -> Result<(), Reason> {
    if look(system, &slot.file())?.is_some() {
        return Err(Reason::Exists);
    }
    match written(context, slot, &read_whole(system, &slot.info())?) {
        Written::Whole => Ok(()),
        Written::InPart => {
            let place = Place::open(system, &slot.info())?;
            system.remove(place.at().0, place.at().1, Kind::File)?;
            claim(system, context, slot, safe)
        }
        Written::Other => Err(Reason::Exists),
    }
}

/// How much of what a slot's `.trashinfo` is to say is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    Whole,
    /// Its beginning, or nothing.
    InPart,
    /// Something else.
    Other,
}

fn written(context: &Context, slot: &Slot, found: &[u8]) -> Written {
    let text = write_info(&written_path(context, slot), &slot.deleted);
    let info = read_info(found);
    if info.is_some_and(|info| info.path == written_path(context, slot) && info.deleted == slot.deleted) {
        Written::Whole
    } else if text.as_bytes().starts_with(found) {
        Written::InPart
    } else {
        Written::Other
    }
}

/// Spec: "absolute pathname for the home trash, relative to the top directory elsewhere".
fn written_path(context: &Context, slot: &Slot) -> PathBuf {
    if context.home_trash.as_ref() == Some(&slot.trash) {
        return slot.original.clone();
    }
    let relative = top_of(&slot.trash).and_then(|top| slot.original.strip_prefix(top).ok());
    relative.unwrap_or(&slot.original).to_owned()
}

/// The top directory that a trash outside of home stands in.
pub fn top_of(trash: &Path) -> Option<&Path> {
    let folder = trash.parent()?;
    if folder.file_name() == Some(OsStr::new(".Trash")) { folder.parent() } else { Some(folder) }
}

/// Makes a folder and those above it, for their owner alone.
///
/// # Errors
/// What the system says.
pub fn make_folders(system: &dyn FileSystem, path: &Path) -> Result<(), Reason> {
    if look(system, path)?.is_some() {
        return Ok(());
    }
    make_folders(system, split(path).0)?;
    let place = Place::open(system, path)?;
    match system.make_folder(place.at().0, place.at().1, 0o700) {
        Ok(()) | Err(Errno::EXIST) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Moves a file into its slot, which is taken already.
///
/// # Errors
/// [`Reason::NoTrash`] where the trash is on another file system after all, or what the system says.
pub fn bury(system: &dyn FileSystem, from: &Place, slot: &Slot) -> Result<(), Reason> {
    let to = Place::open(system, &slot.file())?;
    to_free_name(system, from, &to).map_err(|reason| match reason {
        Reason::System(Errno::XDEV) => Reason::NoTrash,
        other => other,
    })?;
    note_size(system, slot, &to);
    Ok(())
}

/// Gives a slot up that is empty: nothing of it says any more that a file lies there.
///
/// One that a file lies in, or that was taken for another file, stays.
///
/// # Errors
/// What the system says.
pub fn release(system: &dyn FileSystem, context: &Context, slot: &Slot) -> Result<(), Reason> {
    let Some(text) = some(read_whole(system, &slot.info()))? else { return Ok(()) };
    if look(system, &slot.file())?.is_some() || written(context, slot, &text) == Written::Other {
        return Ok(());
    }
    let place = Place::open(system, &slot.info())?;
    let _ = some(system.remove(place.at().0, place.at().1, Kind::File))?;
    forget_size(system, slot);
    Ok(())
}

/// Notes the size of a trashed folder. It is a cache: where it cannot be written, it is not.
fn note_size(system: &dyn FileSystem, slot: &Slot, place: &Place) {
    let is_folder = matches!(place.look(system), Ok(Some(stat)) if stat.kind == Kind::Folder);
    let Ok(Some(info)) = look(system, &slot.info()) else { return };
    if is_folder {
        let bytes = weigh(system, place, None).on_disk;
        let size = Size { bytes, modified: info.modified.0, name: slot.name.clone() };
        change_sizes(system, slot, Some(size));
    }
}

fn forget_size(system: &dyn FileSystem, slot: &Slot) {
    change_sizes(system, slot, None);
}

fn change_sizes(system: &dyn FileSystem, slot: &Slot, add: Option<Size>) {
    let path = slot.trash.join("directorysizes");
    let mut sizes = read_whole(system, &path).map(|text| read_sizes(&text)).unwrap_or_default();
    let count = sizes.len();
    sizes.retain(|size| size.name != slot.name);
    if sizes.len() != count || add.is_some() {
        sizes.extend(add);
        let hidden = OsString::from(format!(".directorysizes-{}", std::process::id()));
        // A cache that cannot be written is none.
        let _ = replace_beside(system, &path, &hidden, write_sizes(&sizes).as_bytes());
    }
}
