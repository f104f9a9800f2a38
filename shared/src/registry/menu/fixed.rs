//! The menus of a system without a `.menu` file: one for each main category, and one for what fits none.
//!
//! Spec: Desktop Menu 1.1, "Main Categories" (rule N7), and Icon Naming, "Standard Menu Category Icons".

use super::layout::{Layout, Merge, Options, Part};
use super::node::{Node, Origin, Query};
use super::rule::Rule;

/// The name of the menu of what no other holds.
pub const OTHER: &str = "Other";

/// Name, icon, categories.
type Category = (&'static str, &'static str, &'static [&'static str]);

/// In the order shown, that of what they are called in English: Accessories, Development, ... Internet, Multimedia.
const CATEGORIES: [Category; 11] = [
    ("Utility", "applications-accessories", &["Utility"]),
    ("Development", "applications-development", &["Development"]),
    ("Education", "applications-education", &["Education"]),
    ("Game", "applications-games", &["Game"]),
    ("Graphics", "applications-graphics", &["Graphics"]),
    ("Network", "applications-internet", &["Network"]),
    ("AudioVideo", "applications-multimedia", &["AudioVideo", "Audio", "Video"]),
    ("Office", "applications-office", &["Office"]),
    ("Science", "applications-science", &["Science"]),
    ("Settings", "preferences-desktop", &["Settings"]),
    ("System", "applications-system", &["System"]),
];

/// Describes the menus.
pub(super) fn node() -> Node {
    let menus = CATEGORIES.map(|(name, icon, categories)| {
        let rules = categories.iter().map(|&category| Rule::Category(category.to_owned())).collect();
        Node { queries: vec![Query::Include(rules)], icon: Some(icon), ..Node::named(name) }
    });
    let other = Node {
        queries: vec![Query::Include(vec![Rule::All])],
        only_unallocated: Some(true),
        icon: Some("applications-other"),
        ..Node::named(OTHER)
    };
    let menus: Vec<Node> = menus.into_iter().chain([other]).collect();
    let named = menus.iter().map(|menu| Part::Menuname(menu.name.clone(), Default::default()));
    let parts = named.chain([Part::Merge(Merge::Files)]).collect();
    Node {
        entries: vec![Origin::Default],
        layout: Some(Layout { parts, options: Options::default() }),
        menus,
        ..Node::named("Applications")
    }
}
