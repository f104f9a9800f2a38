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

/// What was done, but for how many files were asked for their state.
#[derive(Debug, PartialEq)]
struct Done {
    reused: usize,
    read: usize,
    is_written: bool,
}

const fn effort(reused: usize, read: usize, is_written: bool) -> Done {
    Done { reused, read, is_written }
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
    fn open(&self) -> Done {
        let (index, Effort { reused, read, is_written, .. }) = open(&self.context, self.now);
        let scanned = Index::scan(&self.context);
        assert_eq!(index.entries(), scanned.entries());
        let ids = |index: &Index| index.broken().iter().map(|broken| broken.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&index), ids(&scanned));
        Done { reused, read, is_written }
    }
}

#[test]
fn f6_a_second_opening_reads_nothing() {
    let system = System::new();
    assert_eq!(system.open(), effort(0, 3, true));
    assert_eq!(system.open(), effort(3, 0, false));
}

#[test]
fn f6_each_file_is_asked_for_its_state_once_and_by_its_name_alone() {
    let system = System::new();
    assert_eq!(open(&system.context, system.now).1.asked, 0, "there is nothing to compare with");
    assert_eq!(open(&system.context, system.now).1.asked, 3);
    let stored = file::read(&system.cache()).unwrap();
    let seen = |file: &file::Seen| (stored.head.folders[file.folder as usize].path().to_owned(), file.name.clone());
    let found: Vec<_> = stored.head.files.iter().map(seen).collect();
    let root = system.folder.path().join("usr/applications");
    let expected = [(&root, "a.desktop"), (&root, "broken.desktop"), (&root.join("deep"), "b.desktop")];
    assert_eq!(found, expected.map(|(folder, name)| (folder.clone(), PathBuf::from(name))));
}

#[test]
fn f6_many_files_are_looked_at_as_few_are() {
    let system = System::new();
    (0..400).for_each(|number| system.write(&format!("usr/applications/many{number}"), ""));
    assert_eq!(system.open(), effort(0, 403, true));
    assert_eq!(system.open(), effort(403, 0, false));
    system.write("usr/applications/many399", "Comment=longer\n");
    assert_eq!(system.open(), effort(402, 1, true));
}

#[test]
fn a_whole_cache_whose_contents_are_of_another_form_is_rebuilt() {
    let system = System::new();
    let _ = system.open();
    let whole = fs::read(system.cache()).unwrap();
    let stored = file::read(&system.cache()).unwrap();
    let payload = postcard::to_stdvec(&stored.head).unwrap();
    for contents in [&[][..], &[0], &[3, 9, 9, 9]] {
        let payload = [&payload, contents].concat();
        let sum = crc32fast::hash(&payload).to_le_bytes();
        fs::write(system.cache(), [&b"CANDREG2"[..], &sum, &payload].concat()).unwrap();
        assert_eq!(system.open(), effort(0, 3, true), "{contents:?}");
        assert_eq!(fs::read(system.cache()).unwrap(), whole);
    }
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
    for damaged in [&b""[..], b"CANDREG2", b"nonsense", &whole[..whole.len() - 1], &flipped] {
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

    #[test]
    fn any_bytes_are_a_cache_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
        let _any = decode(&bytes);
        let sum = crc32fast::hash(&bytes).to_le_bytes();
        let system = System::new();
        let _ = system.open();
        fs::write(system.cache(), [&b"CANDREG2"[..], &sum, &bytes].concat()).unwrap();
        // What is whole and of another form is not believed: the index is what a scan finds.
        let _ = system.open();
    }

    #[test]
    fn contents_of_any_form_are_read_or_not(place: proptest::sample::Index, byte: u8) {
        let system = System::new();
        let _ = system.open();
        let whole = fs::read(system.cache()).unwrap();
        let mut payload = whole[12..].to_vec();
        let at = place.index(payload.len());
        payload[at] = byte;
        let sum = crc32fast::hash(&payload).to_le_bytes();
        fs::write(system.cache(), [&b"CANDREG2"[..], &sum, &payload].concat()).unwrap();
        // Such a file nobody writes; it may say what is not so, and must not do more.
        let _any = open(&system.context, system.now);
    }
}
