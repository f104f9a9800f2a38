//! What acts: reading what is installed, and looking at what is to be opened.

use crate::error::Error;

use candela_shared::registry::index::FileError;
use candela_shared::registry::parser::Parser;
use candela_shared::registry::target::scheme;
use candela_shared::registry::{Context, Entry, Index, MimeApplications, MimeTypes, Target, source};

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

/// What opening needs to know of the desktop it happens on.
#[derive(Debug, Clone)]
pub struct Desktop {
    /// The surroundings.
    pub context: Context,
    /// What opens what.
    pub applications: MimeApplications,
}

impl Desktop {
    /// Reads what is installed, from the cache where that is fresh.
    pub fn read(context: Context, now: SystemTime) -> Self {
        let index = Arc::new(Index::open(&context, now));
        let types = Arc::new(MimeTypes::load(&context.directories));
        Self { applications: MimeApplications::read(&context, index, types), context }
    }

    /// Returns the application of an ID, given with or without its `.desktop`.
    pub fn application(&self, id: &str) -> Option<&Entry> {
        let index = self.applications.index();
        let entry = index.get(id).or_else(|| index.get(&format!("{id}.desktop")))?;
        (!entry.is_hidden).then_some(entry)
    }

    /// Returns the type of a target; of what is not on this machine its scheme is all that is known.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`] and [`Error::Unreadable`].
    pub fn mime_type(&self, target: &Target) -> Result<String, Error> {
        let path = match target {
            Target::Path(path) => path,
            Target::Uri(uri) => {
                let scheme = scheme(uri).unwrap_or_default().to_ascii_lowercase();
                return Ok(format!("x-scheme-handler/{scheme}"));
            }
        };
        let types = self.applications.types();
        types.of_path(path).map(str::to_owned).map_err(|error| match error.kind {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Error::Missing(path.clone()),
            kind => Error::Unreadable { path: path.clone(), kind },
        })
    }

    /// Reads a desktop entry that is a target itself.
    ///
    /// # Errors
    ///
    /// [`Error::Entry`].
    pub(crate) fn entry(&self, path: &Path) -> Result<Entry, Error> {
        let failed = |fault| Error::Entry { path: path.to_owned(), fault };
        let mut bytes = Vec::new();
        let _ = source::read(path, &mut bytes).map_err(|error| failed(FileError::Read(error.kind())))?;
        let parsed = Parser::new(&self.context.locales).parse(&bytes, &mut Vec::new());
        let entry = parsed.map_err(|rejection| failed(rejection.into()))?;
        let id = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(Entry { id: id.into(), path: path.to_owned(), ..entry })
    }
}
