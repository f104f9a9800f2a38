//! How types relate to each other: aliases, sub-classes, icons.
//!
//! Spec: Shared MIME-info 0.21, "Subclassing" and "The icon files".

use super::{Names, OCTET_STREAM};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What the files `aliases`, `subclasses`, `icons` and `generic-icons` say.
#[derive(Debug, Default)]
pub(super) struct Relations {
    aliases: HashMap<Arc<str>, Arc<str>>,
    parents: HashMap<Arc<str>, Vec<Arc<str>>>,
    icons: HashMap<Arc<str>, Box<str>>,
    generic_icons: HashMap<Arc<str>, Box<str>>,
}

impl Relations {
    /// Adds the lines `ALIAS TYPE` of a file. Files are added from the least to the most important directory.
    pub(super) fn add_aliases(&mut self, file: &[u8], names: &mut Names) {
        for (alias, mime_type) in pairs(file, ' ').filter(|(alias, mime_type)| alias != mime_type) {
            let _ = self.aliases.insert(names.intern(alias), names.intern(mime_type));
        }
    }

    /// Adds the lines `TYPE PARENT` of a file.
    pub(super) fn add_parents(&mut self, file: &[u8], names: &mut Names) {
        for (mime_type, parent) in pairs(file, ' ') {
            let parent = names.intern(parent);
            self.parents.entry(names.intern(mime_type)).or_default().push(parent);
        }
    }

    /// Adds the lines `TYPE:ICON` of an `icons` file.
    pub(super) fn add_icons(&mut self, file: &[u8], names: &mut Names) {
        self.icons.extend(pairs(file, ':').map(|(mime_type, icon)| (names.intern(mime_type), icon.into())));
    }

    /// Adds the lines `TYPE:ICON` of a `generic-icons` file.
    pub(super) fn add_generic_icons(&mut self, file: &[u8], names: &mut Names) {
        self.generic_icons.extend(pairs(file, ':').map(|(mime_type, icon)| (names.intern(mime_type), icon.into())));
    }

    /// The name a type goes by, where the given one is an alias.
    pub(super) fn canonical<'a>(&'a self, mime_type: &'a str) -> &'a str {
        self.aliases.get(mime_type).map_or(mime_type, |name| name)
    }

    pub(super) fn icon(&self, mime_type: &str) -> Option<&str> {
        self.icons.get(mime_type).map(|icon| &**icon)
    }

    pub(super) fn generic_icon(&self, mime_type: &str) -> Option<&str> {
        self.generic_icons.get(mime_type).map(|icon| &**icon)
    }

    /// The type and all types its files are too, nearest first, each once and under its canonical name.
    ///
    /// `text/plain` and `application/octet-stream`, of which every type of their kind is one, come after those the
    /// files name.
    pub(super) fn ancestors<'a>(&'a self, mime_type: &'a str) -> Vec<&'a str> {
        let mut found = Found::default();
        found.add(self.canonical(mime_type));
        let mut next = 0;
        while let Some(current) = found.order.get(next).copied() {
            next += 1;
            for parent in self.parents.get(current).into_iter().flatten() {
                found.add(self.canonical(parent));
            }
        }
        if found.order.iter().any(|mime_type| mime_type.starts_with("text/")) {
            found.add("text/plain");
        }
        let mut found = found.order;
        if found.iter().any(|mime_type| is_streamable(mime_type)) {
            found.retain(|mime_type| *mime_type != OCTET_STREAM);
            found.push(OCTET_STREAM);
        }
        found
    }
}

/// Types in the order they were found, each once.
#[derive(Default)]
struct Found<'a> {
    order: Vec<&'a str>,
    known: HashSet<&'a str>,
}

impl<'a> Found<'a> {
    fn add(&mut self, mime_type: &'a str) {
        if self.known.insert(mime_type) {
            self.order.push(mime_type);
        }
    }
}

/// Whether files of this type are made of bytes, unlike directories, volumes and the addresses of other services.
fn is_streamable(mime_type: &str) -> bool {
    !["inode/", "x-content/", "x-scheme-handler/"].iter().any(|kind| mime_type.starts_with(kind))
}

/// Reads lines of two words; a line that is not such costs itself.
fn pairs(file: &[u8], separator: char) -> impl Iterator<Item = (&str, &str)> {
    let lines = file.split(|byte| *byte == b'\n').filter_map(|line| str::from_utf8(line).ok());
    lines.filter_map(move |line| {
        let (first, second) = line.split_once(separator)?;
        let second = second.trim_end();
        (!line.starts_with('#') && first.contains('/') && !second.is_empty()).then_some((first, second))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn relations() -> Relations {
        let mut relations = Relations::default();
        relations.add_aliases(
            b"text/x-patch2 text/x-diff\nimage/svg image/svg+xml\nbroken\n\xff a/b\n",
            &mut Names::default(),
        );
        relations.add_parents(
            b"image/svg+xml application/xml\nimage/svg+xml-compressed application/gzip\napplication/xml text/plain\n\
              application/x-perl application/x-executable\napplication/x-perl text/plain\n\
              a/loop b/loop\nb/loop a/loop\na/alias image/svg\ninode/mount-point inode/directory\n",
            &mut Names::default(),
        );
        relations
    }

    #[test]
    fn s4_aliases_lead_to_the_canonical_name() {
        assert_eq!(relations().canonical("text/x-patch2"), "text/x-diff");
        assert_eq!(relations().canonical("text/x-diff"), "text/x-diff");
        assert_eq!(relations().canonical("not/known"), "not/known");
    }

    #[test]
    fn s4_and_m5_sub_classes_are_transitive_and_end_in_the_implicit_ones() {
        let relations = relations();
        let stream = "application/octet-stream";
        for (mime_type, expected) in [
            ("image/svg+xml", vec!["image/svg+xml", "application/xml", "text/plain", stream]),
            ("image/svg", vec!["image/svg+xml", "application/xml", "text/plain", stream]),
            ("a/alias", vec!["a/alias", "image/svg+xml", "application/xml", "text/plain", stream]),
            ("text/x-csrc", vec!["text/x-csrc", "text/plain", stream]),
            ("application/x-perl", vec!["application/x-perl", "application/x-executable", "text/plain", stream]),
            ("image/png", vec!["image/png", stream]),
            ("inode/mount-point", vec!["inode/mount-point", "inode/directory"]),
            ("x-scheme-handler/http", vec!["x-scheme-handler/http"]),
            ("a/loop", vec!["a/loop", "b/loop", stream]),
            (stream, vec![stream]),
        ] {
            assert_eq!(relations.ancestors(mime_type), expected, "{mime_type}");
        }
    }

    #[test]
    fn s5_a_more_important_directory_overrides_icons_and_aliases_and_adds_parents() {
        let mut relations = relations();
        relations.add_icons(b"a/a:system\nb/b:system\n", &mut Names::default());
        relations.add_icons(b"a/a:home\nnothing\nb/c:\n", &mut Names::default());
        relations.add_generic_icons(b"a/a:text-x-generic\n", &mut Names::default());
        relations.add_aliases(b"text/x-patch2 a/other\n", &mut Names::default());
        relations.add_parents(b"image/svg+xml a/more\n", &mut Names::default());
        assert_eq!(
            (relations.icon("a/a"), relations.icon("b/b"), relations.icon("b/c")),
            (Some("home"), Some("system"), None)
        );
        assert_eq!(relations.generic_icon("a/a"), Some("text-x-generic"));
        assert_eq!(relations.canonical("text/x-patch2"), "a/other");
        assert_eq!(relations.ancestors("image/svg+xml")[1..3], ["application/xml", "a/more"]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(file: Vec<u8>) {
            let mut relations = Relations::default();
            relations.add_aliases(&file, &mut Names::default());
            relations.add_parents(&file, &mut Names::default());
            relations.add_icons(&file, &mut Names::default());
        }
    }
}
