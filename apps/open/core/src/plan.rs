//! From words of a command line to applications, each with all it is to open.

use crate::error::Error;
use crate::system::Desktop;
use crate::trust::{Answer, Untrusted, is_trusted};

use candela_shared::registry::mime_type::DESKTOP_ENTRY;
use candela_shared::registry::target::scheme;
use candela_shared::registry::{Entry, Kind, Target, exec};

use std::path::Path;

/// Links that lead to links are followed so many times.
const MOST_LINKS: usize = 8;

/// An application and what it is to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The application.
    pub entry: Entry,
    /// What it is to open; nothing where the application itself was the target.
    pub targets: Vec<Target>,
}

/// What is to be done, in the order in which it was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Each application once, but for desktop entries that were targets themselves.
    pub openings: Vec<Opening>,
    /// What cannot be opened.
    pub failures: Vec<Error>,
}

/// Decides what opens each target.
pub fn plan(targets: Vec<Target>, desktop: &Desktop) -> Plan {
    let mut plan = Plan::default();
    for target in targets {
        if let Err(error) = plan.add(target, desktop, MOST_LINKS) {
            plan.failures.push(error);
        }
    }
    plan
}

/// Has one application open every target; desktop entries are files as any other then.
pub fn plan_with(entry: &Entry, targets: Vec<Target>, desktop: &Desktop) -> Plan {
    let mut plan = Plan::default();
    for target in targets {
        match desktop.mime_type(&target) {
            Ok(_) => plan.give(entry, target),
            Err(error) => plan.failures.push(error),
        }
    }
    plan
}

impl Plan {
    /// Takes out the desktop entries that nobody vouches for, to ask the user about them.
    pub fn take_untrusted(&mut self) -> Vec<Untrusted> {
        let mut untrusted = Vec::new();
        for failure in std::mem::take(&mut self.failures) {
            match failure {
                Error::Untrusted(found) => untrusted.push(*found),
                other => self.failures.push(other),
            }
        }
        untrusted
    }

    /// Adds what the user answered when asked about a desktop entry.
    pub fn answer(&mut self, untrusted: Untrusted, answer: Answer, desktop: &Desktop) {
        match answer {
            Answer::Run | Answer::Trust => {
                self.openings.push(Opening { entry: untrusted.entry, targets: Vec::new() });
            }
            Answer::Read => {
                if let Err(error) = self.add_as_text(&untrusted.path, desktop) {
                    self.failures.push(error);
                }
            }
            Answer::Leave => self.failures.push(Error::Untrusted(Box::new(untrusted))),
        }
    }

    fn add(&mut self, target: Target, desktop: &Desktop, links: usize) -> Result<(), Error> {
        let mime_type = desktop.mime_type(&target)?;
        if let Some(path) = target.path().filter(|_| mime_type == DESKTOP_ENTRY) {
            return self.add_entry(path, desktop, links);
        }
        let found = desktop.applications.all(&mime_type).into_iter().find(|entry| can_take(entry, &target));
        let Some(entry) = found else {
            return Err(Error::Nothing { target, mime_type });
        };
        self.give(entry, target);
        Ok(())
    }

    /// Adds a desktop entry: its program is to run, or what it links to is to be opened.
    fn add_entry(&mut self, path: &Path, desktop: &Desktop, links: usize) -> Result<(), Error> {
        let entry = desktop.entry(path)?;
        match entry.kind {
            Kind::Application if is_trusted(path, &desktop.context) => {
                self.openings.push(Opening { entry, targets: Vec::new() });
                Ok(())
            }
            Kind::Application => Err(Error::Untrusted(Box::new(Untrusted { path: path.to_owned(), entry }))),
            Kind::Link => {
                let links = links.checked_sub(1).ok_or_else(|| Error::Circle(path.to_owned()))?;
                let url = entry.url.as_deref().filter(|url| !url.is_empty());
                let url = url.ok_or_else(|| Error::NoAddress(path.to_owned()))?;
                self.add(linked(url, path), desktop, links)
            }
            // Looks of folders and unknown types are read by whoever reads text.
            Kind::Directory | Kind::Other => self.add_as_text(path, desktop),
        }
    }

    fn add_as_text(&mut self, path: &Path, desktop: &Desktop) -> Result<(), Error> {
        let target = Target::Path(path.to_owned());
        let nothing = || Error::Nothing { target: target.clone(), mime_type: DESKTOP_ENTRY.into() };
        let entry = desktop.applications.default(DESKTOP_ENTRY).ok_or_else(nothing)?;
        self.give(entry, target.clone());
        Ok(())
    }

    fn give(&mut self, entry: &Entry, target: Target) {
        let same = |opening: &&mut Opening| opening.entry.path == entry.path && !opening.targets.is_empty();
        match self.openings.iter_mut().find(same) {
            Some(opening) => opening.targets.push(target),
            None => self.openings.push(Opening { entry: entry.clone(), targets: vec![target] }),
        }
    }
}

/// Whether an application can be given a target: what is not on this machine needs one that takes URIs.
fn can_take(entry: &Entry, target: &Target) -> bool {
    target.path().is_some() || entry.is_dbus_activatable || exec::takes_uris(entry).unwrap_or_default()
}

/// What a link leads to; a path without a scheme is taken from the link's own folder.
fn linked(url: &str, link: &Path) -> Target {
    match scheme(url) {
        Some(_) => Target::from_uri(url),
        None => Target::Path(link.parent().unwrap_or(link).join(url)),
    }
}

#[cfg(test)]
mod tests;
