//! Puts the applications into the described menus, and the menus into their order.
//!
//! Spec: Desktop Menu 1.1, "Generating the menus" (rules N3 and N6).

use super::layout::{Layout, Merge, Options, Part};
use super::node::{Node, Origin, Query};
use super::pool::Pool;
use super::rule::Rule;
use super::{Application, Item, Menu};
use crate::i18n::collation::Collator;
use crate::registry::entry::Kind;
use crate::registry::{Entry, Index, visibility};
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::ptr;
use std::rc::Rc;

/// Entries by their ID.
type Entries<'a> = BTreeMap<&'a str, &'a Entry>;

/// Which entries each menu holds, shaped like the tree of the nodes.
struct Chosen<'a> {
    entries: Entries<'a>,
    menus: Vec<Chosen<'a>>,
}

/// Which of the two passes of the specification is made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    /// Over the menus that may hold any entry.
    Any,
    /// Over those that hold what no other does.
    Unallocated,
}

/// What the building of all menus shares.
struct Builder<'a> {
    index: &'a Index,
    pool: &'a Pool<'a>,
    /// The entries that an `Include` of the first pass took, by their addresses.
    allocated: HashSet<*const Entry>,
}

/// What a menu looks like, and whether it may be shown.
#[derive(Default)]
struct Look {
    entry: Option<Entry>,
    is_hidden: bool,
}

/// Builds the menu of a resolved tree.
pub(super) fn build(root: &Node, index: &Index, pool: &mut Pool<'_>, desktops: &[String], order: &Collator) -> Menu {
    read_directories(root, pool);
    let mut looks = Vec::new();
    collect_looks(root, &[], pool, desktops, &mut looks);
    let mut builder = Builder { index, pool, allocated: HashSet::new() };
    let mut chosen = Chosen::new(root);
    for pass in [Pass::Any, Pass::Unallocated] {
        builder.choose(root, &Rc::new(Entries::new()), &mut chosen, pass);
    }
    let mut looks = looks.into_iter();
    let (menu, _is_shown) = Arranger { index, order }.menu(root, &chosen, &mut looks, &Layout::default());
    menu
}

/// Reads every directory of entries that the tree names.
fn read_directories(node: &Node, pool: &mut Pool<'_>) {
    for origin in &node.entries {
        if let Origin::Directory(path) = origin {
            pool.read_directory(path);
        }
    }
    node.menus.iter().for_each(|menu| read_directories(menu, pool));
}

/// Finds the look of every menu, a menu before those in it.
fn collect_looks<'a>(
    node: &'a Node,
    above: &[&'a Path],
    pool: &mut Pool<'_>,
    desktops: &[String],
    looks: &mut Vec<Look>,
) {
    let own = node.directory_dirs.iter().map(std::path::PathBuf::as_path);
    let directories: Vec<&Path> = above.iter().copied().chain(own).collect();
    let entry = pool.look(&node.directories, &directories).filter(|entry| entry.kind == Kind::Directory);
    let is_hidden = entry.as_ref().is_some_and(|entry| {
        entry.is_hidden || entry.is_no_display || visibility::not_for_desktop(entry, desktops).is_some()
    });
    looks.push(Look { entry, is_hidden });
    for menu in &node.menus {
        collect_looks(menu, &directories, pool, desktops, looks);
    }
}

impl<'a> Chosen<'a> {
    fn new(node: &Node) -> Self {
        Self { entries: Entries::new(), menus: node.menus.iter().map(Self::new).collect() }
    }
}

impl<'a> Builder<'a> {
    /// Chooses the entries of the menus that this pass is about; `above` is the pool of the menu around.
    fn choose(&mut self, node: &'a Node, above: &Rc<Entries<'a>>, chosen: &mut Chosen<'a>, pass: Pass) {
        let pool = self.available(node, above);
        if (node.only_unallocated == Some(true)) == (pass == Pass::Unallocated) {
            self.query(node, &pool, &mut chosen.entries, pass);
        }
        for (menu, chosen) in node.menus.iter().zip(&mut chosen.menus) {
            self.choose(menu, &pool, chosen, pass);
        }
    }

    /// The pool of a menu: what the one around it has, and its own instead of what has the same ID.
    fn available(&self, node: &'a Node, above: &Rc<Entries<'a>>) -> Rc<Entries<'a>> {
        if node.entries.is_empty() {
            return Rc::clone(above);
        }
        let mut entries = Entries::clone(above);
        for origin in &node.entries {
            let own: &'a [Entry] = match origin {
                Origin::Default => self.index.entries(),
                Origin::Directory(path) => self.pool.directory(path),
                Origin::Legacy(entries) => entries,
            };
            entries.extend(own.iter().map(|entry| (&*entry.id, entry)));
        }
        Rc::new(entries)
    }

    fn query(&mut self, node: &Node, pool: &Entries<'a>, chosen: &mut Entries<'a>, pass: Pass) {
        for query in &node.queries {
            match query {
                Query::Include(rules) => {
                    for (id, entry) in pool {
                        let address = ptr::from_ref(*entry);
                        let is_free = pass == Pass::Any || !self.allocated.contains(&address);
                        if is_free && entry.is_shown() && Rule::any(rules, entry) {
                            let _same = chosen.insert(id, entry);
                        }
                    }
                    if pass == Pass::Any {
                        self.allocated.extend(chosen.values().map(|entry| ptr::from_ref(*entry)));
                    }
                }
                Query::Exclude(rules) => chosen.retain(|_, entry| !Rule::any(rules, entry)),
            }
        }
    }
}

/// Puts chosen entries and menus into their order.
struct Arranger<'a> {
    index: &'a Index,
    order: &'a Collator,
}

impl Arranger<'_> {
    /// Arranges a menu and those in it; tells whether it may be shown.
    fn menu(
        &self,
        node: &Node,
        chosen: &Chosen<'_>,
        looks: &mut impl Iterator<Item = Look>,
        inherited: &Layout,
    ) -> (Menu, bool) {
        let look = looks.next().unwrap_or_default();
        let default = node.default_layout.as_ref().unwrap_or(inherited);
        let mut menus = Vec::new();
        for (menu, chosen) in node.menus.iter().zip(&chosen.menus) {
            let (menu, is_shown) = self.menu(menu, chosen, looks, default);
            menus.extend(is_shown.then_some(menu));
        }
        let files = chosen.entries.values().map(|entry| self.application(entry)).collect();
        let layout = node.layout.as_ref().filter(|layout| !layout.parts.is_empty()).unwrap_or(default);
        let fallback = Layout::default();
        let parts = if layout.parts.is_empty() { &fallback.parts } else { &layout.parts };
        let mut arrangement = Arrangement { menus, files, items: Vec::new(), order: self.order };
        arrangement.arrange(parts, default.options);
        let is_shown = !look.is_hidden;
        (named(node, look, arrangement.finish()), is_shown)
    }

    fn application(&self, entry: &Entry) -> Application {
        let is_indexed = self.index.get(&entry.id).is_some_and(|known| ptr::eq(known, entry));
        Application {
            id: entry.id.clone(),
            caption: entry.display_name().into(),
            entry: (!is_indexed).then(|| Box::new(entry.clone())),
        }
    }
}

/// A menu with the look its directory entry gives it.
fn named(node: &Node, look: Look, items: Vec<Item>) -> Menu {
    let entry = look.entry.unwrap_or_default();
    let icon = entry.icon.filter(|icon| !icon.is_empty()).or_else(|| node.icon.map(Box::from));
    Menu {
        name: node.name.as_str().into(),
        caption: entry.name.filter(|name| !name.is_empty()),
        comment: entry.comment.filter(|comment| !comment.is_empty()),
        icon,
        items,
    }
}

/// What is in one menu, while it is put into order.
struct Arrangement<'a> {
    /// Not yet placed.
    menus: Vec<Menu>,
    /// Not yet placed.
    files: Vec<Application>,
    items: Vec<Item>,
    order: &'a Collator,
}

impl Arrangement<'_> {
    fn arrange(&mut self, parts: &[Part], options: Options) {
        let is_named = |name: &str| parts.iter().any(|part| matches!(part, Part::Menuname(known, _) if known == name));
        let is_listed = |id: &str| parts.iter().any(|part| matches!(part, Part::Filename(known) if known == id));
        for part in parts {
            match part {
                Part::Filename(id) => {
                    let place = self.files.iter().position(|file| *file.id == **id);
                    self.items.extend(place.map(|place| Item::Application(self.files.remove(place))));
                }
                Part::Menuname(name, overrides) => {
                    if let Some(place) = self.menus.iter().position(|menu| *menu.name == **name) {
                        let menu = self.menus.remove(place);
                        self.place(menu, overrides.over(options));
                    }
                }
                Part::Separator => self.items.push(Item::Separator),
                Part::Merge(merge) => {
                    let (mut menus, mut files) = (Vec::new(), Vec::new());
                    if *merge != Merge::Files {
                        menus = self.menus.extract_if(.., |menu| !is_named(&menu.name)).collect();
                    }
                    if *merge != Merge::Menus {
                        files = self.files.extract_if(.., |file| !is_listed(&file.id)).collect();
                    }
                    self.merge(menus, files, options);
                }
            }
        }
    }

    /// Places what no part names, by caption.
    fn merge(&mut self, menus: Vec<Menu>, files: Vec<Application>, options: Options) {
        let menus = menus.into_iter().map(Item::Menu);
        let mut items: Vec<Item> = menus.chain(files.into_iter().map(Item::Application)).collect();
        items.sort_by(|one, other| self.order.compare(one.caption(), other.caption()));
        for item in items {
            match item {
                Item::Menu(menu) => self.place(menu, options),
                other => self.items.push(other),
            }
        }
    }

    /// Places a menu, or what is in it, or nothing where it is empty.
    fn place(&mut self, menu: Menu, options: Options) {
        if menu.items.is_empty() && !options.show_empty {
            return;
        }
        let entries = menu.items.iter().filter(|item| !matches!(item, Item::Separator)).count();
        let fits = options.inline_limit == 0 || entries <= options.inline_limit;
        if !options.inline || !fits || entries == 0 {
            return self.items.push(Item::Menu(menu));
        }
        match menu.items.as_slice() {
            [Item::Application(single)] if options.inline_alias => {
                let caption = menu.caption().into();
                self.items.push(Item::Application(Application { caption, ..single.clone() }));
            }
            _ => {
                if options.inline_header {
                    self.items.push(Item::Header(menu.caption().into()));
                }
                self.items.extend(menu.items);
            }
        }
    }

    /// The items, no separator first, last, or behind another.
    fn finish(self) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::with_capacity(self.items.len());
        for item in self.items {
            if item != Item::Separator || !matches!(items.last(), None | Some(Item::Separator)) {
                items.push(item);
            }
        }
        if items.last() == Some(&Item::Separator) {
            let _separator = items.pop();
        }
        items
    }
}
