//! Which applications a menu takes: the queries of `Include` and `Exclude`.
//!
//! Spec: Desktop Menu 1.1, "Format of menu files" (rule N3).

use super::xml::Element;
use crate::registry::Entry;

/// One rule of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Rule {
    /// The desktop file ID.
    Filename(String),
    /// One of the categories.
    Category(String),
    All,
    And(Vec<Rule>),
    Or(Vec<Rule>),
    /// True where none of these holds.
    Not(Vec<Rule>),
}

impl Rule {
    /// Reads the rules in an element; what is none is passed over.
    pub fn all(element: &Element) -> Vec<Self> {
        element.children.iter().filter_map(Self::new).collect()
    }

    fn new(element: &Element) -> Option<Self> {
        Some(match element.name.as_str() {
            "Filename" => Self::Filename(element.text().to_owned()),
            "Category" => Self::Category(element.text().to_owned()),
            "All" => Self::All,
            "And" => Self::And(Self::all(element)),
            "Or" => Self::Or(Self::all(element)),
            "Not" => Self::Not(Self::all(element)),
            _ => return None,
        })
    }

    /// Whether it holds for an application.
    pub fn holds(&self, entry: &Entry) -> bool {
        match self {
            Self::Filename(id) => *entry.id == **id,
            Self::Category(category) => entry.categories.iter().any(|known| **known == **category),
            Self::All => true,
            Self::And(rules) => rules.iter().all(|rule| rule.holds(entry)),
            Self::Or(rules) => Self::any(rules, entry),
            Self::Not(rules) => !Self::any(rules, entry),
        }
    }

    /// Whether one of these rules holds.
    pub fn any(rules: &[Self], entry: &Entry) -> bool {
        rules.iter().any(|rule| rule.holds(entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::menu::xml;

    #[test]
    fn n3_rules_are_joined_by_or_and_not_denies_all_of_its_own() {
        let entry =
            Entry { id: "a.desktop".into(), categories: ["Office".into(), "Qt".into()].into(), ..Entry::default() };
        let cases = [
            ("<Filename>a.desktop</Filename>", true),
            ("<Filename>a</Filename>", false),
            ("<Category>Game</Category><Category>Qt</Category>", true),
            ("<Category>office</Category>", false),
            ("<All/>", true),
            ("", false),
            ("<And><Category>Office</Category><Category>Qt</Category></And>", true),
            ("<And><Category>Office</Category><Category>Game</Category></And>", false),
            ("<And/>", true),
            ("<Or><Category>Game</Category><All/></Or>", true),
            ("<Or/>", false),
            ("<Not><Category>Game</Category></Not>", true),
            ("<Not><Category>Game</Category><Category>Qt</Category></Not>", false),
            ("<And><Category>Office</Category><Not><Filename>a.desktop</Filename></Not></And>", false),
            ("<Unknown><All/></Unknown>", false),
        ];
        for (text, expected) in cases {
            let document = xml::parse(format!("<Include>{text}</Include>").as_bytes());
            assert_eq!(Rule::any(&Rule::all(&document.children[0]), &entry), expected, "{text}");
        }
    }
}
