//! What types of files are called in the user's language, as the shared database says.

use super::read;

use candela_shared::Directories;
use candela_shared::i18n::locale;
use candela_shared::registry::mime_type;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// What a type is called; the type itself where the database does not say. Blocks the first time: it reads a file.
pub fn name(mime_type: &str) -> &'static str {
    /// As many as there are types: what is asked once is asked again and again.
    static NAMES: Mutex<Option<HashMap<&'static str, &'static str>>> = Mutex::new(None);
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    let names = names.get_or_insert_default();
    if let Some(known) = names.get(mime_type) {
        return known;
    }
    let (directories, locales) = (Directories::from_environment(), locale::from_environment());
    let comment = mime_type::comment(read::types(), &directories, &locales, mime_type);
    let (key, name): (&'static str, &'static str) = (kept(mime_type), comment.map_or("", |comment| kept(&comment)));
    let name = if name.is_empty() { key } else { name };
    let _new = names.insert(key, name);
    name
}

fn kept(text: &str) -> &'static str {
    Box::leak(text.into())
}
