//! The applications to choose from: those made for a type, then all others, narrowed by what was typed.

use crate::system::Desktop;

use candela_shared::registry::{Entry, exec};

use std::collections::HashSet;
use std::path::Path;

/// The applications a user can choose from, in two sections.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Those that open the type, the default first.
    pub made_for: Vec<Entry>,
    /// All other applications that are shown and take files or addresses, by name.
    pub others: Vec<Entry>,
}

impl Choices {
    /// Finds them for what is to be opened; an empty type has no application made for it.
    pub fn new(mime_type: &str, desktop: &Desktop) -> Self {
        let made_for: Vec<Entry> = desktop.applications.all(mime_type).into_iter().cloned().collect();
        let known: HashSet<&str> = made_for.iter().map(|entry| &*entry.id).collect();
        let index = desktop.applications.index();
        let others = index.shown().filter(|entry| !known.contains(&*entry.id) && takes_something(entry));
        let mut others: Vec<Entry> = others.cloned().collect();
        others.sort_by_cached_key(|entry| entry.display_name().to_lowercase());
        Self { made_for, others }
    }

    /// Keeps those whose names hold every word of a query, in any case.
    pub fn matching(&self, query: &str) -> Self {
        let words: Vec<String> = query.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let keep = |entries: &[Entry]| entries.iter().filter(|entry| is_match(entry, &words)).cloned().collect();
        Self { made_for: keep(&self.made_for), others: keep(&self.others) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.made_for.len() + self.others.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns one by its place in the list, both sections counted through.
    pub fn get(&self, place: usize) -> Option<&Entry> {
        self.made_for.iter().chain(&self.others).nth(place)
    }

    /// Returns every one, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.made_for.iter().chain(&self.others)
    }
}

/// Makes an application of a command that was typed, as an `Exec` has it; `None` where it names no program.
pub fn custom(command: &str) -> Option<Entry> {
    let command = command.trim();
    let entry = Entry { exec: Some(command.into()), ..Entry::default() };
    let program = exec::program(&entry).ok()?;
    let name = Path::new(&program).file_name()?.to_string_lossy();
    Some(Entry { id: name.as_ref().into(), name: Some(name.as_ref().into()), ..entry })
}

/// Whether an application can be given anything: what names no field code gets files all the same.
fn takes_something(entry: &Entry) -> bool {
    entry.is_dbus_activatable || exec::program(entry).is_ok()
}

fn is_match(entry: &Entry, words: &[String]) -> bool {
    let untranslated = entry.untranslated.name.as_deref().unwrap_or_default();
    let generic = entry.generic_name.as_deref().unwrap_or_default();
    let text = format!("{} {untranslated} {generic} {}", entry.display_name(), entry.keywords.join(" ")).to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, keywords: &[&str]) -> Entry {
        let keywords = keywords.iter().map(|word| Box::from(*word)).collect();
        Entry { id: name.into(), name: Some(name.into()), keywords, ..Entry::default() }
    }

    #[test]
    fn a_query_keeps_the_order_and_looks_at_names_and_keywords() {
        let choices = Choices {
            made_for: vec![entry("Image Viewer", &["photo"]), entry("Äpfel", &[])],
            others: vec![entry("Terminal", &[])],
        };
        let found =
            |query: &str| -> Vec<String> { choices.matching(query).iter().map(|entry| entry.id.to_string()).collect() };
        assert_eq!(found(""), ["Image Viewer", "Äpfel", "Terminal"]);
        assert_eq!(found("view IMAGE"), ["Image Viewer"]);
        assert_eq!(found("PHOTO"), ["Image Viewer"]);
        assert_eq!(found("äpf"), ["Äpfel"]);
        assert!(choices.matching("nothing").is_empty());
        assert_eq!(choices.get(2).map(Entry::display_name), Some("Terminal"));
    }

    #[test]
    fn a_command_is_an_application_of_its_own() {
        let custom = |command: &str| custom(command).map(|entry| (entry.id.to_string(), entry.exec.map(String::from)));
        assert_eq!(custom(" /usr/bin/feh --zoom %f "), Some(("feh".into(), Some("/usr/bin/feh --zoom %f".into()))));
        assert_eq!(custom("\"my viewer\" %F"), Some(("my viewer".into(), Some("\"my viewer\" %F".into()))));
        for wrong in ["", "  ", "\"open", "a=b %f", "feh %y"] {
            assert_eq!(custom(wrong), None, "{wrong:?}");
        }
    }
}
