//! The menus as they are described, merged into one tree: duplicates brought together, moves done, deleted ones gone.
//!
//! Spec: Desktop Menu 1.1, "Merging" (rules N4 and N5). What a menu holds of one kind keeps its order; the order of
//! different kinds among one another means nothing, so that each kind has a list of its own.

use super::layout::Layout;
use super::rule::Rule;
use super::xml::DEEPEST;
use crate::registry::Entry;
use std::path::PathBuf;

/// A menu as described, before applications are put into it.
#[derive(Debug, Clone, Default)]
pub(super) struct Node {
    pub name: String,
    /// Where entries of its own come from; of two with one ID the later counts.
    pub entries: Vec<Origin>,
    /// Where directory entries lie; the later goes first.
    pub directory_dirs: Vec<PathBuf>,
    /// The names of its directory entries; the last that exists counts.
    pub directories: Vec<String>,
    pub queries: Vec<Query>,
    pub moves: Vec<Move>,
    pub only_unallocated: Option<bool>,
    pub is_deleted: Option<bool>,
    pub layout: Option<Layout>,
    pub default_layout: Option<Layout>,
    pub menus: Vec<Node>,
    /// The icon where no directory entry names one.
    pub icon: Option<&'static str>,
}

/// Where entries come from.
#[derive(Debug, Clone)]
pub(super) enum Origin {
    /// The data directories, that is the [`crate::registry::Index`].
    Default,
    /// A directory and all below it.
    Directory(PathBuf),
    /// One directory of a legacy hierarchy, already read.
    Legacy(Vec<Entry>),
}

/// One step of choosing what a menu holds.
#[derive(Debug, Clone)]
pub(super) enum Query {
    Include(Vec<Rule>),
    Exclude(Vec<Rule>),
}

/// A menu to be moved; both are paths below the menu that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Move {
    pub old: Vec<String>,
    pub new: Vec<String>,
}

impl Node {
    /// A menu of that name with nothing in it.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Adds all that a later menu of the same name says, behind what this one says.
    pub fn append(&mut self, later: Self) {
        self.entries.extend(later.entries);
        self.directory_dirs.extend(later.directory_dirs);
        self.directories.extend(later.directories);
        self.queries.extend(later.queries);
        self.moves.extend(later.moves);
        self.menus.extend(later.menus);
        self.only_unallocated = later.only_unallocated.or(self.only_unallocated);
        self.is_deleted = later.is_deleted.or(self.is_deleted);
        self.layout = later.layout.or(self.layout.take());
        self.default_layout = later.default_layout.or(self.default_layout.take());
        self.icon = later.icon.or(self.icon);
    }

    /// Merges, moves and deletes, in the order of the specification.
    pub fn resolve(&mut self) {
        self.consolidate();
        self.move_menus(0);
        self.consolidate();
        self.delete();
    }

    /// Brings menus of one name together, in the place of the last of them.
    fn consolidate(&mut self) {
        let mut menus: Vec<Self> = Vec::with_capacity(self.menus.len());
        for menu in std::mem::take(&mut self.menus) {
            match menus.iter().position(|known| known.name == menu.name) {
                Some(place) => {
                    let mut merged = menus.remove(place);
                    merged.append(menu);
                    menus.push(merged);
                }
                None => menus.push(menu),
            }
        }
        menus.iter_mut().for_each(Self::consolidate);
        self.menus = menus;
    }

    /// Does the moves of the deepest menus first.
    fn move_menus(&mut self, depth: usize) {
        for menu in &mut self.menus {
            menu.move_menus(depth + 1);
        }
        for step in std::mem::take(&mut self.moves) {
            self.move_menu(&step, depth);
        }
    }

    fn move_menu(&mut self, step: &Move, depth: usize) {
        let Some(moved) = self.find(&step.old) else {
            return;
        };
        if step.old == step.new || step.new.is_empty() || depth + step.new.len() + moved.height() > DEEPEST {
            return;
        }
        if let Some(moved) = self.take(&step.old) {
            self.put(moved, &step.new);
        }
    }

    fn find(&self, path: &[String]) -> Option<&Self> {
        path.iter().try_fold(self, |menu, name| menu.menus.iter().find(|menu| menu.name == *name))
    }

    fn take(&mut self, path: &[String]) -> Option<Self> {
        let (name, parents) = path.split_last()?;
        let parent =
            parents.iter().try_fold(self, |menu, name| menu.menus.iter_mut().find(|menu| menu.name == *name))?;
        let place = parent.menus.iter().position(|menu| menu.name == *name)?;
        Some(parent.menus.remove(place))
    }

    /// Puts a menu at a path, in front of what is there; the menus on the way are made.
    fn put(&mut self, mut moved: Self, path: &[String]) {
        let Some((name, rest)) = path.split_first() else {
            let there = std::mem::take(self);
            moved.name.clone_from(&there.name);
            *self = moved;
            self.append(there);
            return self.consolidate();
        };
        let place = self.menus.iter().position(|menu| menu.name == *name).unwrap_or_else(|| {
            self.menus.push(Self::named(name));
            self.menus.len() - 1
        });
        self.menus[place].put(moved, rest);
    }

    /// How many menus are one in the other from here, this one counted.
    fn height(&self) -> usize {
        1 + self.menus.iter().map(Self::height).max().unwrap_or(0)
    }

    fn delete(&mut self) {
        self.menus.retain(|menu| menu.is_deleted != Some(true));
        self.menus.iter_mut().for_each(Self::delete);
    }
}

/// Splits a path of menus at its slashes.
pub(super) fn path(text: &str) -> Vec<String> {
    text.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
