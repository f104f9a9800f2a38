//! Where messages come from: the embedded files, and the files that override them.

use super::Locale;
use crate::Directories;
use std::path::Path;

/// The language every message exists in.
pub const SOURCE: &str = "en";

/// Language folder, file stem and text of every embedded file, sorted.
const EMBEDDED: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// One file of messages.
#[derive(Debug, PartialEq)]
pub struct Source {
    /// The text, in Fluent's syntax.
    pub text: String,
}

/// The language folders to look in for these locales, best first, the source language last; each with its locale.
pub fn folders(locales: &[Locale], directories: &Directories) -> Vec<(String, Locale)> {
    let mut folders: Vec<(String, Locale)> = Vec::new();
    let source = Locale { language: SOURCE.to_owned(), country: None, modifier: None };
    for locale in locales.iter().chain([&source]) {
        for name in locale.candidates() {
            if !folders.iter().any(|(known, _)| *known == name) && exists(&name, directories) {
                folders.push((name, locale.clone()));
            }
        }
    }
    folders
}

/// The files of a language that a program reads, the ones that override others last.
pub fn sources(folder: &str, program: &str, directories: &Directories) -> Vec<Source> {
    let mut sources = Vec::new();
    for stem in ["shared", program] {
        let embedded = EMBEDDED.iter().find(|(language, file, _)| *language == folder && *file == stem);
        sources.extend(embedded.map(|(_, _, text)| Source { text: (*text).to_owned() }));
        for data in directories.all_data().into_iter().rev() {
            let path = override_folder(data, folder).join(format!("{stem}.ftl"));
            sources.extend(std::fs::read_to_string(path).ok().map(|text| Source { text }));
        }
    }
    sources
}

fn exists(folder: &str, directories: &Directories) -> bool {
    EMBEDDED.iter().any(|(language, _, _)| *language == folder)
        || directories.all_data().iter().any(|data| override_folder(data, folder).is_dir())
}

fn override_folder(data: &Path, folder: &str) -> std::path::PathBuf {
    data.join("candela/i18n").join(folder)
}
