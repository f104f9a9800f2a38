//! The files used last: the list that all programs of a desktop share.
//!
//! Spec: Desktop Bookmark, in XBEL 1.0 (rules R1 to R3). Reading forgives what is badly written; writing changes only
//! what it must, byte for byte, and leaves a file alone that it does not understand.

mod edit;
mod setting;

pub use setting::is_remembered;

use crate::directories::Directories;
use crate::registry::menu::xml::{self, Element};
use crate::registry::target::Target;
use crate::replace;

use thiserror::Error as ThisError;

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// The file below `XDG_DATA_HOME`.
const FILE: &str = "recently-used.xbel";
/// What was used longer ago is not shown: 30 days, as with GTK.
const OLDEST: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// A file that was used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recent {
    /// Its URI.
    pub uri: String,
    /// Its type, where it was noted.
    pub mime_type: Option<String>,
    /// When it was used last, as it is written: UTC and ISO 8601, so that later is greater.
    pub modified: String,
    /// Whether only the programs that used it may show it.
    pub is_private: bool,
    /// The programs that used it.
    pub applications: Vec<String>,
}

/// A use of a file, to be noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use<'a> {
    /// Its URI.
    pub uri: &'a str,
    /// Its type.
    pub mime_type: &'a str,
    /// The program's name.
    pub application: &'a str,
    /// The program's command, with `%u` for the URI.
    pub exec: &'a str,
    /// When.
    pub now: SystemTime,
}

/// Why a use was not noted.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub enum Error {
    /// There is no folder for data.
    #[error("there is no folder for data")]
    NoFolder,
    /// The list could not be read, or not written.
    #[error("cannot change {path:?}: {kind}")]
    File {
        /// The list.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// The list is no XBEL document; it stays as it is.
    #[error("{0:?} is no list of recent files")]
    Foreign(PathBuf),
}

/// Reads the list, the file used last first. Files that are gone are in it (rule R3): see [`to_show`].
pub fn read(directories: &Directories) -> Vec<Recent> {
    let file = directories.data_home.as_ref().map(|folder| folder.join(FILE));
    file.and_then(|file| std::fs::read(file).ok()).map(|bytes| parse(&bytes)).unwrap_or_default()
}

/// Reads a list, the file used last first; of broken ones what comes before the fault.
pub fn parse(bytes: &[u8]) -> Vec<Recent> {
    let document = xml::parse(bytes);
    let lists = document.children.iter().filter(|element| element.name == "xbel");
    let bookmarks = lists.flat_map(|list| &list.children).filter(|element| element.name == "bookmark");
    let mut found: Vec<Recent> = bookmarks.filter_map(recent).collect();
    found.sort_by(|one, other| other.modified.cmp(&one.modified));
    found
}

/// Returns those of a list that a program may show (R2, R3): used in the last 30 days, not private to other programs,
/// and still there as `exists` says; of what is not on this machine nobody knows.
pub fn to_show<'a>(
    list: &'a [Recent],
    application: &str,
    now: SystemTime,
    exists: impl Fn(&Path) -> bool,
) -> Vec<&'a Recent> {
    let oldest = edit::iso_8601(now.checked_sub(OLDEST).unwrap_or(SystemTime::UNIX_EPOCH));
    let is_mine = |recent: &Recent| recent.applications.iter().any(|name| name == application);
    let is_there = |recent: &Recent| Target::from_uri(&recent.uri).path().is_none_or(&exists);
    let is_shown = |recent: &&Recent| recent.modified >= oldest && (!recent.is_private || is_mine(recent));
    list.iter().filter(is_shown).filter(|recent| is_there(recent)).collect()
}

/// Notes a use, unless the user wants nothing to be remembered ([`is_remembered`]): nothing else in the list changes,
/// and the file is replaced as a whole.
///
/// # Errors
///
/// [`Error`]; the list is as it was then.
pub fn add(directories: &Directories, used: &Use<'_>) -> Result<(), Error> {
    if !is_remembered(directories) {
        return Ok(());
    }
    let path = directories.data_home.as_ref().ok_or(Error::NoFolder)?.join(FILE);
    let failed = |error: io::Error| Error::File { path: path.clone(), kind: error.kind() };
    let before = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(failed(error)),
    };
    let text = String::from_utf8(before).ok();
    let after = text.and_then(|text| edit::with(&text, used)).ok_or_else(|| Error::Foreign(path.clone()))?;
    replace::write(&path, after.as_bytes()).map_err(failed)
}

fn recent(bookmark: &Element) -> Option<Recent> {
    let uri = bookmark.attribute("href").filter(|uri| !uri.is_empty())?.to_owned();
    let metadata: Vec<&Element> = below(bookmark, "info").flat_map(|info| below(info, "metadata")).collect();
    let named = |name: &'static str| metadata.iter().flat_map(move |metadata| below(metadata, name));
    let applications = named("applications").flat_map(|all| below(all, "application"));
    Some(Recent {
        mime_type: named("mime-type").find_map(|element| element.attribute("type")).map(str::to_owned),
        modified: bookmark.attribute("modified").or(bookmark.attribute("added")).unwrap_or_default().to_owned(),
        is_private: named("private").next().is_some(),
        applications: applications.filter_map(|one| one.attribute("name")).map(str::to_owned).collect(),
        uri,
    })
}

/// The elements of that name right below another.
fn below<'a>(element: &'a Element, name: &'static str) -> impl Iterator<Item = &'a Element> {
    element.children.iter().filter(move |child| child.name == name)
}

#[cfg(test)]
mod tests;
