//! The tree of folders in the sidebar: which of them are open, and what they hold.

use super::{Action, App};

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What happened in the tree.
#[derive(Debug, Clone)]
pub enum Message {
    /// Open a folder of the tree, or close it.
    Switch(PathBuf),
    /// The folders in one were read.
    Read {
        /// The one.
        folder: PathBuf,
        /// Those in it, in order; none where it cannot be read.
        folders: Arc<[PathBuf]>,
    },
}

/// The tree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    open: BTreeSet<PathBuf>,
    folders: BTreeMap<PathBuf, Arc<[PathBuf]>>,
}

/// A folder of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Branch<'a> {
    /// The folder.
    pub path: &'a Path,
    /// How many others of the tree it lies in.
    pub depth: usize,
    /// Whether what lies in it is shown.
    pub is_open: bool,
    /// Whether nothing lies in it that could be shown, as far as that is known.
    pub is_empty: bool,
}

impl Tree {
    /// Its folders from the roots on, as they are shown.
    pub fn branches<'a>(&'a self, roots: impl IntoIterator<Item = &'a Path>) -> Vec<Branch<'a>> {
        let mut branches = Vec::new();
        roots.into_iter().for_each(|root| self.push(root, 0, &mut branches));
        branches
    }

    fn push<'a>(&'a self, path: &'a Path, depth: usize, branches: &mut Vec<Branch<'a>>) {
        let (is_open, inside) = (self.open.contains(path), self.folders.get(path));
        branches.push(Branch { path, depth, is_open, is_empty: inside.is_some_and(|inside| inside.is_empty()) });
        for folder in inside.into_iter().flat_map(|inside| inside.iter()).filter(|_| is_open) {
            self.push(folder, depth + 1, branches);
        }
    }
}

impl App {
    pub(super) fn tree(&mut self, message: Message) -> Action {
        match message {
            Message::Switch(folder) => {
                if self.tree.open.remove(&folder) {
                    return Action::None;
                }
                let _is_new = self.tree.open.insert(folder.clone());
                // What it held before is shown until it was read again.
                Action::ReadTree(folder)
            }
            Message::Read { folder, folders } => {
                let _before = self.tree.folders.insert(folder, folders);
                Action::None
            }
        }
    }

    /// Reads an open folder of the tree again, where something changed in it.
    pub(super) fn follow_tree(&self, folder: &Path) -> Action {
        let is_open = self.tree.open.contains(folder);
        if is_open { Action::ReadTree(folder.to_owned()) } else { Action::None }
    }
}
