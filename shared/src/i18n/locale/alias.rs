//! Other names of locales (`norwegian`, `no_NO`), as the system's list has them.
//!
//! Format: GNU `locale.alias`: a name and what it stands for on each line, `#` before a comment; the first line of a name
//! counts. GLib and gettext read translations under what a name stands for.

use std::collections::HashMap;

/// Where the list is, as far as there is one; GLib looks nowhere else.
const LIST: &str = "/usr/share/locale/locale.alias";
/// Names that lead to names are followed so many times.
const MOST_STEPS: usize = 30;

/// The other names of locales.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Aliases(HashMap<String, String>);

impl Aliases {
    /// Reads the list of the system; without one no locale has another name. Blocks.
    pub fn of_system() -> Self {
        std::fs::read(LIST).map(|bytes| Self::parse(&bytes)).unwrap_or_default()
    }

    /// Reads a list; a line that is not as it should be costs itself.
    pub fn parse(bytes: &[u8]) -> Self {
        let mut names = HashMap::new();
        for line in String::from_utf8_lossy(bytes).lines().filter(|line| !line.trim_start().starts_with('#')) {
            let mut words = line.split([' ', '\t', ':']).filter(|word| !word.is_empty());
            if let (Some(name), Some(meant)) = (words.next(), words.next()) {
                let _first = names.entry(name.to_owned()).or_insert_with(|| meant.to_owned());
            }
        }
        Self(names)
    }

    /// What a name stands for; itself, where it is no other name.
    pub fn meant<'a>(&'a self, name: &'a str) -> &'a str {
        let next = |name: &&'a str| self.0.get(*name).map(String::as_str).filter(|meant| meant != name);
        std::iter::successors(Some(name), next).take(MOST_STEPS).last().unwrap_or(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_what_the_first_line_of_it_says() {
        let list = b"# a comment\n\nno_NO\t\tnb_NO.ISO-8859-1\nnorwegian       no_NO\nno_NO de_DE\nhalf\n\
            korean.euc \tko_KR.eucKR\nsame same\na b\nb a\n\xff\n";
        let aliases = Aliases::parse(list);
        let cases = [
            ("no_NO", "nb_NO.ISO-8859-1"),
            ("norwegian", "nb_NO.ISO-8859-1"),
            ("no_NO.UTF-8", "no_NO.UTF-8"),
            ("korean.euc", "ko_KR.eucKR"),
            ("half", "half"),
            ("same", "same"),
            ("de", "de"),
        ];
        for (name, meant) in cases {
            assert_eq!(aliases.meant(name), meant, "{name}");
        }
        assert!(["a", "b"].contains(&aliases.meant("a")), "a circle ends");
    }
}
