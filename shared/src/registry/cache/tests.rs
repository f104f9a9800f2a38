//! What is read again and what is not, in counts.

use super::*;
use crate::directories::Directories;
use crate::i18n::locale::Locale;
use proptest::prelude::*;
use std::fs::{self, FileTimes, OpenOptions};
use std::time::Duration;

struct System {
    folder: tempfile::TempDir,
    context: Context,
    now: SystemTime,
}

const fn effort(reused: usize, read: usize, is_written: bool) -> Effort {
    Effort { reused, read, is_written }
}

impl System {
    /// Three entries, of which one is broken, written long ago.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let below = |name: &str| folder.path().join(name);
        let directories = Directories {
            data_home: Some(below("home")),
            data_dirs: vec![below("usr")],
            cache_home: Some(below("cache")),
            config_home: Some(below("config")),
            ..Directories::default()
        };
        let context = Context { directories, ..Context::default() };
        // What is written now counts as written long before "now".
        let now = SystemTime::now() + Duration::from_secs(3600);
        let system = Self { folder, context, now };
        for name in ["usr/applications/a", "usr/applications/deep/b"] {
            system.write(name, "");
        }
        fs::write(system.path("usr/applications/broken"), "nothing").unwrap();
        system
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("{name}.desktop"))
    }

    fn write(&self, name: &str, extra: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("[Desktop Entry]\nType=Application\nName={name}\nExec=x\n{extra}")).unwrap();
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("cache/candela/registry.cache")
    }

    /// Opens the index, which must be what a scan finds.
    fn open(&self) -> Effort {
        let (index, effort) = open(&self.context, self.now);
        let scanned = Index::scan(&self.context);
        assert_eq!(index.entries(), scanned.entries());
        let ids = |index: &Index| index.broken().iter().map(|broken| broken.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&index), ids(&scanned));
        effort
    }
}

#[test]
fn f6_a_second_opening_reads_nothing() {
    let system = System::new();
    assert_eq!(system.open(), effort(0, 3, true));
    assert_eq!(system.open(), effort(3, 0, false));
}

#[test]
fn f6_only_what_changed_is_read_again() {
    let system = System::new();
    let _ = system.open();
    system.write("usr/applications/a", "Comment=longer\n");
    assert_eq!(system.open(), effort(2, 1, true), "changed in its place");
    system.write("usr/applications/deep/c", "");
    assert_eq!(system.open(), effort(3, 1, true), "come");
    fs::remove_file(system.path("usr/applications/broken")).unwrap();
    assert_eq!(system.open(), effort(3, 0, true), "gone");
    system.write("home/applications/a", "Hidden=true\n");
    assert_eq!(system.open(), effort(2, 1, true), "masked by a folder that was missing");
    fs::remove_dir_all(system.folder.path().join("home")).unwrap();
    assert_eq!(system.open(), effort(2, 1, true), "masked no more");
    assert_eq!(system.open(), effort(3, 0, false));
}

#[test]
fn f6_a_file_of_the_same_size_and_time_is_told_by_its_identity() {
    let system = System::new();
    let _ = system.open();
    let path = system.path("usr/applications/a");
    let times = fs::metadata(&path).unwrap();
    system.write("usr/applications/other", "");
    let text = fs::read_to_string(&path).unwrap().replace("Exec=x", "Exec=y");
    fs::write(system.path("usr/applications/other"), text).unwrap();
    fs::rename(system.path("usr/applications/other"), &path).unwrap();
    let file = OpenOptions::new().write(true).open(&path).unwrap();
    file.set_times(FileTimes::new().set_modified(times.modified().unwrap())).unwrap();
    assert_eq!(system.open(), effort(2, 1, true));
}

#[test]
fn f6_what_changed_within_two_seconds_is_looked_at_again() {
    let mut system = System::new();
    system.now = SystemTime::now();
    assert_eq!(system.open(), effort(0, 3, true));
    assert_eq!(system.open(), effort(0, 3, true), "the clock may be too coarse to tell");
    system.now += Duration::from_secs(3600);
    assert_eq!(system.open(), effort(0, 3, true));
    assert_eq!(system.open(), effort(3, 0, false));
}

#[test]
fn another_language_or_directory_makes_a_cache_useless() {
    let mut system = System::new();
    let _ = system.open();
    system.context.locales = Locale::parse("de").into_iter().collect();
    assert_eq!(system.open(), effort(0, 3, true));
    system.context.directories.data_dirs.push(system.folder.path().join("more"));
    assert_eq!(system.open(), effort(0, 3, true));
    assert_eq!(system.open(), effort(3, 0, false));
}

#[test]
fn another_desktop_or_choice_needs_no_reading() {
    let mut system = System::new();
    system.write("usr/applications/a", "OnlyShowIn=X;\n");
    let _ = system.open();
    system.context.desktops = vec!["X".into()];
    fs::create_dir_all(system.folder.path().join("config/candela")).unwrap();
    let choices = "[\"a.desktop\"]\nname = \"Mine\"\n";
    fs::write(system.folder.path().join("config/candela/applications.toml"), choices).unwrap();
    assert_eq!(system.open(), effort(3, 0, false));
}

#[test]
fn a_cache_that_is_damaged_is_rebuilt_without_a_word() {
    let system = System::new();
    let _ = system.open();
    let whole = fs::read(system.cache()).unwrap();
    let mut flipped = whole.clone();
    *flipped.last_mut().unwrap() ^= 1;
    for damaged in [&b""[..], b"CANDREG1", b"nonsense", &whole[..whole.len() - 1], &flipped] {
        fs::write(system.cache(), damaged).unwrap();
        assert_eq!(system.open(), effort(0, 3, true));
        assert_eq!(fs::read(system.cache()).unwrap(), whole);
    }
}

#[test]
fn a_cache_that_cannot_be_written_costs_nothing_else() {
    let mut system = System::new();
    fs::write(system.folder.path().join("cache"), "a file where the folder should be").unwrap();
    assert_eq!(system.open(), effort(0, 3, false));
    system.context.directories.cache_home = None;
    assert_eq!(system.open(), effort(0, 3, false));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_change_of_the_file_is_noticed(place: proptest::sample::Index, byte: u8, length: proptest::sample::Index) {
        let system = System::new();
        let _ = system.open();
        let whole = fs::read(system.cache()).unwrap();
        let mut bytes = whole.clone();
        bytes[place.index(whole.len())] = byte;
        bytes.truncate(length.index(whole.len() + 1));
        prop_assert_eq!(file::read(&system.cache()).is_some(), true);
        fs::write(system.cache(), &bytes).unwrap();
        prop_assert_eq!(file::read(&system.cache()).is_some(), bytes == whole);
        // Behind the sum any bytes are looked at too, and give a cache or none.
        let _any = decode(bytes.get(12..).unwrap_or_default());
    }
}
