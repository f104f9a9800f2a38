//! From a `.menu` file to one tree of descriptions, all files it merges read.
//!
//! Spec: Desktop Menu 1.1, "File locations", "Format of menu files" and "Merging" (rules N1, N2, N4). Files that merge
//! one another are cut where they come round; how much is read in all has a bound.

use super::layout::Layout;
use super::node::{Move, Node, Origin, Query, path};
use super::pool::{Pool, sorted};
use super::rule::Rule;
use super::xml::{self, DEEPEST, Element};
use crate::Directories;
use crate::registry::source;
use std::path::{Path, PathBuf};

/// How many files are merged into one menu at most.
const MOST_FILES: usize = 1024;
/// How many bytes of them are read in all.
const MOST_BYTES: usize = 16 << 20;

/// Finds the menu file to use, of the first directory that has it.
pub(super) fn root_file(directories: &Directories, prefix: &str) -> Option<PathBuf> {
    let name = format!("{prefix}applications.menu");
    if prefix.contains('/') {
        return None;
    }
    directories.all_config().into_iter().map(|config| config.join("menus").join(&name)).find(|path| path.is_file())
}

/// Reads menu files, keeping count.
pub(super) struct Loader<'a, 'b> {
    directories: &'a Directories,
    pool: &'a mut Pool<'b>,
    /// Where `DefaultMergeDirs` are: below the `menus` of each configuration directory.
    merge_dir: String,
    /// The files being read, each merged by the one before.
    open: Vec<PathBuf>,
    files: usize,
    bytes: usize,
}

impl<'a, 'b> Loader<'a, 'b> {
    /// Reads the tree of a root file; `None` where it cannot be read or holds no menu.
    pub fn load(directories: &'a Directories, pool: &'a mut Pool<'b>, root: &Path) -> Option<Node> {
        let stem = root.file_stem()?.to_string_lossy().into_owned();
        let stem = if stem.ends_with("applications") { "applications".to_owned() } else { stem };
        let merge_dir = format!("{stem}-merged");
        let mut loader = Self { directories, pool, merge_dir, open: Vec::new(), files: 0, bytes: 0 };
        let mut node = loader.file(root, 0)?;
        node.resolve();
        Some(node)
    }

    fn file(&mut self, path: &Path, depth: usize) -> Option<Node> {
        let identity = path.canonicalize().ok()?;
        if self.open.contains(&identity) || self.files >= MOST_FILES || self.bytes >= MOST_BYTES {
            return None;
        }
        let mut bytes = Vec::new();
        let _metadata = source::read(path, &mut bytes).ok()?;
        self.files += 1;
        self.bytes += bytes.len();
        let document = xml::parse(&bytes);
        let root = document.children.iter().find(|element| element.name == "Menu")?;
        self.open.push(identity);
        let node = self.menu(root, path, depth);
        let _closed = self.open.pop();
        Some(node)
    }

    /// Reads a `Menu` of the file.
    fn menu(&mut self, element: &Element, file: &Path, depth: usize) -> Node {
        let mut node = Node::default();
        for (place, child) in element.children.iter().enumerate() {
            let is_repeated = matches!(child.name.as_str(), "MergeFile" | "MergeDir" | "LegacyDir")
                && element.children[place + 1..].contains(child);
            if !is_repeated {
                self.child(&mut node, child, file, depth);
            }
        }
        node
    }

    /// Adds what one element below a `Menu` says.
    fn child(&mut self, node: &mut Node, child: &Element, file: &Path, depth: usize) {
        let text = child.text();
        match child.name.as_str() {
            "Name" if node.name.is_empty() && !text.contains('/') => text.clone_into(&mut node.name),
            "Directory" => node.directories.push(text.to_owned()),
            "AppDir" => node.entries.push(Origin::Directory(beside(file, text))),
            "DefaultAppDirs" => node.entries.push(Origin::Default),
            "DirectoryDir" => node.directory_dirs.push(beside(file, text)),
            "DefaultDirectoryDirs" => node.directory_dirs.extend(self.data("desktop-directories")),
            "OnlyUnallocated" => node.only_unallocated = Some(true),
            "NotOnlyUnallocated" => node.only_unallocated = Some(false),
            "Deleted" => node.is_deleted = Some(true),
            "NotDeleted" => node.is_deleted = Some(false),
            "Include" => node.queries.push(Query::Include(Rule::all(child))),
            "Exclude" => node.queries.push(Query::Exclude(Rule::all(child))),
            "Move" => node.moves.extend(moves(child)),
            "Layout" => node.layout = Some(Layout::new(child)),
            "DefaultLayout" => node.default_layout = Some(Layout::new(child)),
            "Menu" if depth < DEEPEST => {
                let menu = self.menu(child, file, depth + 1);
                node.menus.extend(Some(menu).filter(|menu| !menu.name.is_empty()));
            }
            _ => self.merge(node, child, file, depth),
        }
    }

    /// Adds what an element that names other files stands for.
    fn merge(&mut self, node: &mut Node, child: &Element, file: &Path, depth: usize) {
        match child.name.as_str() {
            "MergeFile" if child.attribute("type") == Some("parent") => {
                for parent in self.parents(file) {
                    if parent.is_file() {
                        return self.merge_file(node, &parent, depth);
                    }
                }
            }
            "MergeFile" => self.merge_file(node, &beside(file, child.text()), depth),
            "MergeDir" => self.merge_directory(node, &beside(file, child.text()), depth),
            "DefaultMergeDirs" => {
                let configs = self.directories.all_config();
                for config in configs.into_iter().rev() {
                    self.merge_directory(node, &config.join("menus").join(&self.merge_dir), depth);
                }
            }
            "LegacyDir" => {
                let prefix = child.attribute("prefix").filter(|prefix| !prefix.contains('/')).unwrap_or_default();
                let legacy = self.legacy(&beside(file, child.text()), prefix, depth);
                node.append(legacy);
            }
            "KDELegacyDirs" => {
                for folder in self.data("applnk") {
                    let legacy = self.legacy(&folder, "kde-", depth);
                    node.append(legacy);
                }
            }
            _ => {}
        }
    }

    fn merge_file(&mut self, node: &mut Node, path: &Path, depth: usize) {
        if let Some(merged) = self.file(path, depth) {
            node.append(merged);
        }
    }

    fn merge_directory(&mut self, node: &mut Node, folder: &Path, depth: usize) {
        for (name, path) in sorted(folder) {
            if name.ends_with(".menu") {
                self.merge_file(node, &path, depth);
            }
        }
    }

    /// The files of the same relative name below the configuration directories that come after this file's own.
    fn parents(&self, file: &Path) -> Vec<PathBuf> {
        let configs = self.directories.all_config();
        let own = configs.iter().enumerate().find_map(|(place, config)| {
            let relative = file.strip_prefix(config.join("menus")).ok()?;
            Some((place, relative))
        });
        let Some((place, relative)) = own else {
            return Vec::new();
        };
        configs[place + 1..].iter().map(|config| config.join("menus").join(relative)).collect()
    }

    /// A folder of every data directory, the most important last: what comes later counts.
    fn data(&self, name: &str) -> Vec<PathBuf> {
        self.directories.all_data().into_iter().rev().map(|data| data.join(name)).collect()
    }

    /// Reads a legacy hierarchy as a menu.
    fn legacy(&mut self, folder: &Path, prefix: &str, depth: usize) -> Node {
        let (mut entries, folders) = self.pool.legacy(folder, prefix);
        let uncategorised = entries.iter().filter(|entry| entry.categories.is_empty());
        let rules = uncategorised.map(|entry| Rule::Filename(entry.id.to_string())).collect();
        for entry in &mut entries {
            let categories = std::mem::take(&mut entry.categories).into_vec();
            entry.categories = categories.into_iter().chain([Box::from("Legacy")]).collect();
        }
        let mut node = Node {
            entries: vec![Origin::Legacy(entries)],
            directory_dirs: vec![folder.to_owned()],
            queries: vec![Query::Include(rules)],
            ..Node::default()
        };
        if folder.join(".directory").is_file() {
            node.directories.push(".directory".to_owned());
        }
        if depth < DEEPEST {
            for (name, path) in folders {
                node.menus.push(Node { name, ..self.legacy(&path, prefix, depth + 1) });
            }
        }
        node
    }
}

/// A path as written in a file: one that is relative starts where the file lies.
fn beside(file: &Path, text: &str) -> PathBuf {
    file.parent().unwrap_or(Path::new("/")).join(text)
}

/// The pairs of a `Move`; an `Old` without its `New` is passed over.
fn moves(element: &Element) -> Vec<Move> {
    let pairs = element.children.windows(2).filter(|pair| pair[0].name == "Old" && pair[1].name == "New");
    pairs.map(|pair| Move { old: path(pair[0].text()), new: path(pair[1].text()) }).collect()
}
