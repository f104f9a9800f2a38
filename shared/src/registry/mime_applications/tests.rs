use super::*;
use crate::directories::Directories;
use crate::registry::rewrite::KeyFile;
use proptest::prelude::*;
use std::fs;
use std::os::unix::fs::PermissionsExt;

/// A machine with every folder that may hold a list, and one program, `there`.
struct Machine {
    folder: tempfile::TempDir,
    context: Context,
}

impl Machine {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let below = |name: &str| folder.path().join(name);
        let directories = Directories {
            config_home: Some(below("config")),
            config_dirs: vec![below("etc")],
            data_home: Some(below("data")),
            data_dirs: vec![below("usr")],
            ..Directories::default()
        };
        let desktops = vec!["Candela".into(), "GNOME".into()];
        let context = Context { directories, desktops, path: vec![below("bin")], ..Context::default() };
        let machine = Self { folder, context };
        machine.write("bin/there", "");
        fs::set_permissions(below_of(&machine, "bin/there"), PermissionsExt::from_mode(0o755)).unwrap();
        machine.write("usr/mime/subclasses", "image/svg+xml application/xml\ntext/x-csrc text/plain\n");
        machine.write("usr/mime/aliases", "image/svg image/svg+xml\n");
        machine
    }

    fn write(&self, name: &str, text: &str) {
        let path = below_of(self, name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Installs applications for the types given after their names.
    fn with(self, applications: &[(&str, &str)]) -> Self {
        for (name, mime_types) in applications {
            self.install(&format!("usr/applications/{name}.desktop"), &format!("MimeType={mime_types}"));
        }
        self
    }

    fn install(&self, path: &str, lines: &str) {
        self.write(path, &format!("[Desktop Entry]\nType=Application\nName=x\nExec=there %u\n{lines}\n"));
    }

    fn applications(&self) -> MimeApplications {
        let index = Index::scan(&self.context);
        let types = MimeTypes::load(&self.context.directories);
        MimeApplications::read(&self.context, Arc::new(index), Arc::new(types))
    }

    fn all(&self, mime_type: &str) -> Vec<String> {
        let name = |entry: &&Entry| entry.id.trim_end_matches(".desktop").to_owned();
        self.applications().all(mime_type).iter().map(name).collect()
    }

    fn change(&self, id: &str, mime_type: &str, to: Change) {
        change(&self.context, self.applications().types(), id, mime_type, to).unwrap();
    }

    fn list(&self) -> String {
        fs::read_to_string(below_of(self, "config/mimeapps.list")).unwrap()
    }
}

fn below_of(machine: &Machine, name: &str) -> PathBuf {
    machine.folder.path().join(name)
}

const DEFAULT: &str = "[Default Applications]\n";
const ADDED: &str = "[Added Associations]\n";
const REMOVED: &str = "[Removed Associations]\n";

#[test]
fn m1_the_lists_are_asked_from_the_users_to_the_systems() {
    let lists = [
        "config/candela-mimeapps.list",
        "config/gnome-mimeapps.list",
        "config/mimeapps.list",
        "etc/candela-mimeapps.list",
        "etc/gnome-mimeapps.list",
        "etc/mimeapps.list",
        "data/applications/candela-mimeapps.list",
        "data/applications/gnome-mimeapps.list",
        "data/applications/mimeapps.list",
        "usr/applications/candela-mimeapps.list",
        "usr/applications/gnome-mimeapps.list",
        "usr/applications/mimeapps.list",
        "usr/applications/defaults.list",
    ];
    let machine = Machine::new();
    for (number, _) in lists.iter().enumerate() {
        machine.install(&format!("usr/applications/{number}.desktop"), "");
    }
    for (number, list) in lists.iter().enumerate().rev() {
        machine.write(list, &format!("{DEFAULT}a/b={number}.desktop;\n"));
        assert_eq!(machine.all("a/b")[0], number.to_string(), "{list}");
    }
    machine.write("config/kde-mimeapps.list", &format!("{DEFAULT}a/b=12.desktop"));
    assert_eq!(machine.all("a/b")[0], "0", "the lists of other desktops are not asked");
}

#[test]
fn m2_the_list_of_a_desktop_names_defaults_alone() {
    let machine = Machine::new().with(&[("a", "x/y"), ("b", "")]);
    machine.write("config/gnome-mimeapps.list", &format!("{ADDED}x/y=b.desktop;\n{REMOVED}x/y=a.desktop;\n"));
    assert_eq!(machine.all("x/y"), ["a"]);
    machine.write("config/mimeapps.list", &format!("{ADDED}x/y=b.desktop;\n{REMOVED}x/y=a.desktop;\n"));
    assert_eq!(machine.all("x/y"), ["b"]);
}

#[test]
fn m3_the_default_is_the_first_that_is_installed_and_not_removed() {
    let machine = Machine::new().with(&[("a", "x/y"), ("b", "x/y"), ("c", "x/y"), ("d", "")]);
    let case = |list: &str, expected: &[&str]| {
        machine.write("config/mimeapps.list", list);
        assert_eq!(machine.all("x/y"), expected, "{list}");
    };
    case("", &["a", "b", "c"]);
    case(&format!("{DEFAULT}x/y=gone.desktop;c.desktop;b.desktop;"), &["c", "b", "a"]);
    case(&format!("{DEFAULT}x/y=d.desktop;"), &["d", "a", "b", "c"]);
    case(&format!("{DEFAULT}x/y=c.desktop\n{REMOVED}x/y=c.desktop;"), &["a", "b"]);
    case(&format!("{DEFAULT}x/y=c.desktop\n{DEFAULT}x/z=a.desktop\nx/y=b.desktop"), &["c", "b", "a"]);
    machine.install("data/applications/a.desktop", "Hidden=true\nMimeType=x/y");
    machine.install("data/applications/b.desktop", "TryExec=absent\nMimeType=x/y");
    machine.install("data/applications/c.desktop", "NoDisplay=true\nOnlyShowIn=KDE\nMimeType=x/y");
    case(&format!("{DEFAULT}x/y=a.desktop;b.desktop;c.desktop;"), &["c"]);
}

#[test]
fn m4_each_folder_adds_removes_and_then_offers_its_own_entries() {
    let machine = Machine::new().with(&[("a", "x/y"), ("b", "x/y"), ("c", ""), ("d", "x/y"), ("e", "x/y")]);
    machine.install("data/applications/d.desktop", "MimeType=other/type");
    machine.install("data/applications/e.desktop", "MimeType=x/y");
    machine.write("config/mimeapps.list", &format!("{ADDED}x/y=c.desktop;\n{REMOVED}x/y=b.desktop;c.desktop;\n"));
    machine.write("etc/mimeapps.list", &format!("{ADDED}x/y=b.desktop;a.desktop;\n{REMOVED}x/y=c.desktop;\n"));
    assert_eq!(machine.all("x/y"), ["c", "a", "e"], "the copy of d that counts opens something else");
    assert_eq!(machine.all("other/type"), ["d"]);
}

#[test]
fn m5_ancestors_are_asked_when_the_type_itself_is_exhausted() {
    let machine = Machine::new().with(&[
        ("bytes", "application/octet-stream"),
        ("c", "text/x-csrc"),
        ("folders", "inode/directory"),
        ("svg", "image/svg"),
        ("text", "text/plain"),
        ("web", "x-scheme-handler/http"),
        ("xml", "application/xml"),
    ]);
    machine.write("config/mimeapps.list", &format!("{DEFAULT}text/plain=text.desktop\n{REMOVED}text/x-csrc=c.desktop"));
    let cases: [(&str, &[&str]); 8] = [
        ("image/svg+xml", &["svg", "xml", "bytes"]),
        ("image/svg", &["svg", "xml", "bytes"]),
        ("text/x-csrc", &["text", "bytes"]),
        ("text/unheard-of", &["text", "bytes"]),
        ("video/unheard-of", &["bytes"]),
        ("inode/directory", &["folders"]),
        ("inode/fifo", &[]),
        ("x-scheme-handler/http", &["web"]),
    ];
    for (mime_type, expected) in cases {
        assert_eq!(machine.all(mime_type), expected, "{mime_type}");
    }
    machine.write("config/mimeapps.list", &format!("{REMOVED}text/x-csrc=text.desktop;c.desktop"));
    assert_eq!(machine.all("text/x-csrc"), ["bytes"], "what is removed does not come back for an ancestor");
}

#[test]
fn m6_the_cache_gives_an_order_and_is_believed_in_nothing_else() {
    let machine = Machine::new().with(&[("a", "x/y"), ("b", "x/y"), ("c", "x/y"), ("d", "")]);
    machine.write("usr/applications/mimeinfo.cache", "[MIME Cache]\nx/y=gone.desktop;c.desktop;d.desktop;a.desktop;\n");
    assert_eq!(machine.all("x/y"), ["c", "a", "b"]);
}

#[test]
fn an_application_whose_program_is_missing_is_named_only_where_there_is_no_other() {
    let machine = Machine::new().with(&[("b", "x/y")]);
    machine.install("usr/applications/a.desktop", "MimeType=x/y;x/z\nExec=absent %u");
    machine.install("usr/applications/c.desktop", "MimeType=x/y\nExec=absent\nDBusActivatable=true");
    machine.install("usr/applications/d.desktop", "MimeType=x/y\nExec=");
    assert_eq!(machine.all("x/y"), ["b", "c"]);
    assert_eq!(machine.all("x/z"), ["a"]);
    assert_eq!(machine.applications().default("x/z").map(|entry| &*entry.id), Some("a.desktop"));
    assert_eq!(machine.applications().default("no/such"), None);
}

#[test]
fn m7_a_change_touches_the_lines_it_is_about_and_no_other() {
    let machine = Machine::new().with(&[("a", "x/y"), ("b", "x/y"), ("c", "x/y")]);
    let before = "# mine\n[Default Applications]\nx/y=b.desktop;a.desktop\nz/z = q.desktop \n\n[Unknown]\nk=v;\n\
        [Removed Associations]\nx/y=c.desktop;\n\u{e4} junk\n";
    machine.write("config/mimeapps.list", before);
    machine.change("c.desktop", "x/y", Change::SetDefault);
    assert_eq!(
        machine.list(),
        "# mine\n[Default Applications]\nx/y=c.desktop;b.desktop;a.desktop;\nz/z = q.desktop \n\n[Unknown]\nk=v;\n\
            [Removed Associations]\n\u{e4} junk\n\n[Added Associations]\nx/y=c.desktop;\n"
    );
    assert_eq!(machine.all("x/y"), ["c", "b", "a"]);
    let after = machine.list();
    machine.change("c.desktop", "x/y", Change::SetDefault);
    assert_eq!(machine.list(), after, "a second time changes nothing");
    machine.change("b.desktop", "x/y", Change::Remove);
    assert_eq!(machine.all("x/y"), ["c", "a"]);
    machine.change("b.desktop", "x/y", Change::Add);
    assert_eq!(machine.all("x/y"), ["c", "a", "b"], "it is no default any more");
    assert!(!below_of(&machine, "data/applications/mimeapps.list").exists());
}

#[test]
fn m7_every_spelling_of_a_type_gets_the_new_default() {
    let machine = Machine::new().with(&[("a", "image/svg"), ("b", "image/svg+xml")]);
    machine.write("config/mimeapps.list", &format!("{DEFAULT}image/svg=a.desktop\n"));
    machine.change("b.desktop", "image/svg+xml", Change::SetDefault);
    assert_eq!(machine.all("image/svg+xml"), ["b", "a"]);
    let list = "[Default Applications]\nimage/svg=b.desktop;a.desktop;\nimage/svg+xml=b.desktop;\n";
    assert!(machine.list().starts_with(list), "{}", machine.list());
}

#[test]
fn m7_what_cannot_be_written_or_read_is_an_error_and_changes_nothing() {
    let machine = Machine::new();
    fs::create_dir_all(below_of(&machine, "config/mimeapps.list")).unwrap();
    let types = MimeTypes::default();
    let failed = change(&machine.context, &types, "a.desktop", "x/y", Change::SetDefault);
    assert!(matches!(failed, Err(Error::Read { .. })), "{failed:?}");
    assert_eq!(change(&Context::default(), &types, "a.desktop", "x/y", Change::Add), Err(Error::NoFolder));
}

#[test]
fn a_line_that_cannot_be_read_costs_itself() {
    let machine = Machine::new().with(&[("a", ""), ("b", "")]);
    let path = below_of(&machine, "config/mimeapps.list");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(
        path,
        b"x/y=b.desktop\n[Default Applications]\njunk\n\xff=b.desktop\nx/y=\xff;\n[broken\nx/y= a.desktop ;;\n",
    )
    .unwrap();
    assert_eq!(machine.all("x/y"), ["a"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_list_is_read_and_changed_without_harm(bytes: Vec<u8>, mime_type in "[a-z]/[a-z]") {
        let types = MimeTypes::default();
        let mut level = Level::default();
        level.add(&bytes, true, &types);
        let mut file = KeyFile::new(&bytes);
        change::apply(&mut file, &types, "a.desktop", &mime_type, Change::SetDefault);
        let mut level = Level::default();
        level.add(&file.to_bytes(), true, &types);
        prop_assert_eq!(level.defaults(&mime_type).first().map(|id| &**id), Some("a.desktop"));
    }
}
