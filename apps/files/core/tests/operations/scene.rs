//! A home of its own with files to work on, and a picture of all that is in it.

use candela_files_core::operation::{Conflict, Control, Format, Item, Operation, Options, Outcome, Slot};
use candela_files_core::system::context::Context;
use candela_files_core::system::file_system::{FileSystem, Real};
use candela_files_core::system::journal::Found;
use candela_files_core::system::run::{Engine, Recovery};

use candela_files_core::trash::limits::Limits;
use candela_files_core::trash::write_info;

use rustix::fs::{AtFlags, CWD, Timespec, Timestamps, utimensat};

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// When what lies in the trash was trashed.
const TRASHED: &str = "2026-11-20T12:00:00";

/// What stands under each name: kind and permissions, content, and the second of the last change of a file.
pub type Picture = BTreeMap<PathBuf, (u32, Vec<u8>, i64)>;

pub struct Scene {
    folder: tempfile::TempDir,
    context: Context,
    control: Control,
}

impl Scene {
    pub fn new() -> Self {
        // Thousands of scenes bring their files to the disk: one in memory spares the wait.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        let root = folder.path().canonicalize().unwrap();
        let context = Context {
            home_trash: Some(root.join("trash")),
            journals: Some(root.join("journal")),
            locks: Some(root.join("locks")),
            trash_limits: Limits::default(),
            wrong_settings: None,
            removable: Vec::new(),
            user: rustix::process::getuid().as_raw(),
            now: 1_700_000_000_000_000_000,
            local: "2026-11-25T12:00:00".to_owned(),
        };
        Self { folder, context, control: Control::default() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join(name)
    }

    pub fn write(&self, name: &str, content: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
    }

    pub fn read(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.path(name)).ok()
    }

    /// A source tree of files and links, a target that has some of it, and a free target.
    pub fn with_trees() -> Self {
        let scene = Self::new();
        scene.write("from/tree/one", "new one");
        scene.write("from/tree/deep/two", "new two");
        std::os::unix::fs::symlink("one", scene.path("from/tree/link")).unwrap();
        fs::write(scene.path("from/packed.tar.gz"), include_bytes!("packed.tar.gz")).unwrap();
        fs::hard_link(scene.path("from/tree/one"), scene.path("from/tree/same")).unwrap();
        // An archive holds them, and is to be the same in every scene.
        dated_at(&scene.path("from/tree"), 1_600_000_000);
        scene.write("to/tree/one", "old one");
        scene.write("to/tree/kept", "kept");
        fs::create_dir(scene.path("free")).unwrap();
        for (name, original) in [("gone", "free/back"), ("older", "to/tree/one")] {
            scene.write(&format!("trash/files/{name}"), &format!("trashed {name}"));
            let info = write_info(&scene.path(original), TRASHED);
            scene.write(&format!("trash/info/{name}.trashinfo"), &info);
            // As we write it ourselves.
            let only_ours = fs::Permissions::from_mode(0o600);
            fs::set_permissions(scene.path(&format!("trash/info/{name}.trashinfo")), only_ours).unwrap();
        }
        ["one", "two", "three", "four", "five"].iter().for_each(|name| scene.write(&format!("ring/{name}"), name));
        scene
    }

    pub fn item(&self, from: &str, to: &str) -> Item {
        Item { from: self.path(from), to: self.path(to) }
    }

    pub fn copy(&self, from: &str, to: &str, conflict: Conflict) -> Operation {
        Operation::Copy { items: vec![self.item(from, to)], options: Options { conflict, ..Options::default() } }
    }

    pub fn relocate(&self, from: &str, to: &str, conflict: Conflict) -> Operation {
        Operation::Move { items: vec![self.item(from, to)], options: Options { conflict, ..Options::default() } }
    }

    /// Brings back what lies in the trash of [`Scene::with_trees`].
    pub fn restore(&self, name: &str, original: &str, conflict: Conflict) -> Operation {
        let (trash, original) = (self.path("trash"), self.path(original));
        let slot = Slot { trash, name: name.into(), original, deleted: TRASHED.to_owned() };
        Operation::Restore { slots: vec![slot], conflict }
    }

    pub fn compress(&self, from: &str, to: &str) -> Operation {
        let to = self.path(to);
        let (format, _) = Format::of_name(to.file_name().unwrap()).unwrap();
        Operation::Compress { sources: vec![self.path(from)], to, format }
    }

    pub fn engine<'a>(&'a self, system: &'a dyn FileSystem) -> Engine<'a> {
        Engine { system, context: &self.context, control: &self.control }
    }

    pub fn control(&self) -> &Control {
        &self.control
    }

    /// What is mounted there is a disk that users take away.
    pub fn takes_away(&mut self, disk: &Path) {
        self.context.removable.push(disk.to_owned());
    }

    /// Journals lie there.
    pub fn keeps_journals_in(&mut self, folder: &Path) {
        self.context.journals = Some(folder.to_owned());
    }

    /// The same, some seconds later.
    pub fn later(&mut self) {
        self.context.now += 5_000_000_000;
    }

    pub fn run(&self, operation: Operation) -> Outcome {
        self.engine(&Real).run(operation)
    }

    pub fn interrupted(&self) -> Vec<Found> {
        let shelf = self.engine(&Real).journals().unwrap();
        assert_eq!(shelf.damaged, [], "every journal can be read");
        shelf.journals.into_iter().filter(|found| !found.story.is_finished && !found.is_running).collect()
    }

    /// Ends what was interrupted; says whether there was anything.
    pub fn recover(&self, how: Recovery, case: &str) -> bool {
        let interrupted = self.interrupted();
        for found in &interrupted {
            let outcome = self.engine(&Real).recover(found, how).unwrap();
            assert_eq!(outcome.failed, [], "{case}");
        }
        assert_eq!(self.interrupted(), [], "{case}");
        !interrupted.is_empty()
    }

    /// All but the journals, the trash's own folders and the moments of trashing.
    pub fn picture(&self) -> Picture {
        let mut picture = Picture::new();
        for top in ["from", "to", "free", "ring", "trash/files", "trash/info"] {
            look(&self.path(""), Path::new(top), &mut picture);
        }
        for plumbing in ["trash/files", "trash/info"] {
            let _ = picture.remove(Path::new(plumbing));
        }
        // Which free name the trash gives does not matter.
        let plain = |name: PathBuf| {
            if name.starts_with("trash") { name.to_string_lossy().replace(" (2)", "").into() } else { name }
        };
        picture.into_iter().map(|(name, seen)| (plain(name), seen)).collect()
    }
}

/// Gives a tree times of which it is known that they are no others.
pub fn dated_at(path: &Path, second: i64) {
    if path.is_dir() && !path.is_symlink() {
        fs::read_dir(path).unwrap().for_each(|entry| dated_at(&entry.unwrap().path(), second));
    }
    let moment = Timespec { tv_sec: second, tv_nsec: 0 };
    let times = Timestamps { last_access: moment, last_modification: moment };
    utimensat(CWD, path, &times, AtFlags::SYMLINK_NOFOLLOW).unwrap();
}

fn look(root: &Path, name: &Path, picture: &mut Picture) {
    let path = root.join(name);
    let Ok(stat) = path.symlink_metadata() else { return };
    let kind = stat.file_type();
    let is_info = path.extension().is_some_and(|ending| ending == "trashinfo");
    let content = if kind.is_symlink() {
        fs::read_link(&path).unwrap().into_os_string().into_encoded_bytes()
    } else if is_info {
        // It says where the scene lies.
        Vec::new()
    } else if kind.is_file() {
        fs::read(&path).unwrap()
    } else {
        assert!(kind.is_dir() || kind.is_fifo(), "{path:?}");
        Vec::new()
    };
    let modified = if kind.is_file() && !is_info { stat.mtime() } else { 0 };
    let _ = picture.insert(name.to_owned(), (stat.mode(), content, modified));
    if kind.is_dir() {
        for entry in fs::read_dir(&path).unwrap() {
            look(root, &name.join(entry.unwrap().file_name()), picture);
        }
    }
}
