//! Whatever stands in the files of updaters, and whatever a program prints: nothing panics, nothing is taken for nothing, and
//! nothing that is shown steers a terminal.

use candela_shutdown_core::system::machine::Machine;
use candela_shutdown_core::{Detection, Root, Settings, backend, report, text};

use proptest::prelude::*;

use std::fs;

/// Files whose presence means that something waits, and the sources they belong to.
const FILES: [(&str, &str); 4] = [
    ("packagekit", "/var/lib/PackageKit/prepared-update"),
    ("packagekit", "/var/lib/PackageKit/prepared-upgrade"),
    ("dnf", "/usr/lib/sysimage/libdnf5/offline/offline-transaction-state.toml"),
    ("dnf", "/var/lib/dnf/system-upgrade/system-upgrade-state.json"),
];

fn look(source: &str, path: &str, bytes: &[u8]) -> Detection {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let root = Root::below(folder.path().into());
    let path = root.path(path);
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the tree can be written");
    fs::write(path, bytes).expect("the tree can be written");
    let settings = Settings::default();
    let machine = Machine { root, settings, only: backend::named(source), bus: None, is_interactive: false };
    machine.look().report.detection
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn rubbish_in_a_file_is_never_nothing(bytes in prop::collection::vec(any::<u8>(), 0..200), file in 0..FILES.len()) {
        let (source, path) = FILES[file];
        prop_assert!(!matches!(look(source, path, &bytes), Detection::None));
    }

    #[test]
    fn ids_of_any_text_are_counted_or_refused(ids in "[a-z;,.0-9é\u{202e}\u{1b}]{0,60}") {
        let text = format!("[update]\nprepared_ids={ids}\n");
        if let Detection::Pending(updates) = look("packagekit", FILES[0].1, text.as_bytes()) {
            prop_assert_eq!(updates.count.map(|count| count as usize), Some(updates.packages.len()));
            let safe = |text: &str| !text.chars().any(char::is_control) && !text.contains('\u{202e}');
            prop_assert!(updates.packages.iter().all(|package| safe(&package.name)));
        }
    }

    #[test]
    fn documents_and_settings_of_any_text_are_read_or_refused(text in ".{0,200}") {
        let _read = report::parse(text.as_bytes());
        let _read = Settings::parse(&text);
    }

    #[test]
    fn what_is_shown_is_one_short_line(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let line = text::line(&bytes);
        prop_assert!(!line.chars().any(char::is_control));
        prop_assert!(line.chars().count() <= 201);
    }
}
