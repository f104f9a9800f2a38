//! One way through a tree for everything that needs one: each name once, folders before and after what they hold.

use super::file_system::{FileSystem, Kind, Stat};
use super::place::{Descent, Place};
use crate::operation::{Control, Identity, Reason, Trail};

use rustix::fd::BorrowedFd;

use std::ffi::{OsStr, OsString};

/// Where the way is.
#[derive(Debug, Clone, Copy)]
pub struct Here<'a> {
    /// The folder that holds the name.
    pub folder: BorrowedFd<'a>,
    /// Which folder that is; `None` at the root of the tree.
    pub within: Option<Identity>,
    /// Where it stands in the tree.
    pub trail: Trail,
    /// The name.
    pub name: &'a OsStr,
}

/// Whether the way goes into a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// It does.
    In,
    /// It does not.
    Past,
}

/// What is done on the way.
///
/// # Errors
/// An error ends the way at once.
pub trait Visitor {
    /// A name is met.
    fn meet(&mut self, here: Here<'_>, stat: &Stat) -> Result<Go, Reason>;
    /// All that a folder holds has been met.
    fn leave(&mut self, here: Here<'_>, stat: &Stat) -> Result<(), Reason> {
        let _ = (here, stat);
        Ok(())
    }
    /// A name could not be looked at.
    fn unseen(&mut self, name: &OsStr, reason: Reason) -> Result<(), Reason> {
        let _ = name;
        Err(reason)
    }
    /// A folder that was met could not be entered or listed; it is not left.
    fn closed(&mut self, here: Here<'_>, reason: Reason) -> Result<(), Reason> {
        let _ = here;
        Err(reason)
    }
}

struct Level {
    name: OsString,
    trail: Trail,
    stat: Stat,
    left: std::vec::IntoIter<OsString>,
}

/// Walks what stands at a place.
///
/// # Errors
/// The visitor's, [`Reason::Cancelled`], or what the system says where there is no way back up.
pub fn walk(
    system: &dyn FileSystem,
    place: &Place,
    control: Option<&Control>,
    visitor: &mut dyn Visitor,
) -> Result<(), Reason> {
    let (folder, name) = place.at();
    let mut walker = Walker { system, descent: Descent::new(system, folder)?, levels: Vec::new(), control };
    walker.step(name.to_owned(), visitor)?;
    while let Some(level) = walker.levels.last_mut() {
        match level.left.next() {
            Some(name) => walker.step(name, visitor)?,
            None => walker.up(visitor)?,
        }
    }
    Ok(())
}

struct Walker<'a> {
    system: &'a dyn FileSystem,
    descent: Descent<'a>,
    levels: Vec<Level>,
    control: Option<&'a Control>,
}

impl Walker<'_> {
    fn step(&mut self, name: OsString, visitor: &mut dyn Visitor) -> Result<(), Reason> {
        self.control.map_or(Ok(()), Control::check)?;
        let stat = match self.system.stat(self.descent.folder(), &name) {
            Ok(stat) => stat,
            Err(error) => return visitor.unseen(&name, error.into()),
        };
        let within = (!self.levels.is_empty()).then(|| self.descent.here());
        let trail = self.levels.last().map_or_else(Trail::default, |level| level.trail.to(&name));
        let go = visitor.meet(Here { folder: self.descent.folder(), within, trail, name: &name }, &stat)?;
        if stat.kind != Kind::Folder || go == Go::Past {
            return Ok(());
        }
        match self.down(&name, &stat) {
            Ok(names) => self.levels.push(Level { name, trail, stat, left: names.into_iter() }),
            Err(reason) => {
                let here = Here { folder: self.descent.folder(), within, trail, name: &name };
                visitor.closed(here, reason)?;
            }
        }
        Ok(())
    }

    fn down(&mut self, name: &OsStr, stat: &Stat) -> Result<Vec<OsString>, Reason> {
        self.descent.enter(name, stat.identity())?;
        match self.system.names(self.descent.folder()) {
            Ok(names) => Ok(names),
            Err(error) => {
                self.descent.leave()?;
                Err(error.into())
            }
        }
    }

    fn up(&mut self, visitor: &mut dyn Visitor) -> Result<(), Reason> {
        let Some(level) = self.levels.pop() else { return Ok(()) };
        self.descent.leave()?;
        let within = (!self.levels.is_empty()).then(|| self.descent.here());
        let here = Here { folder: self.descent.folder(), within, trail: level.trail, name: &level.name };
        visitor.leave(here, &level.stat)
    }
}
