use super::*;
use crate::Directories;
use proptest::prelude::*;
use std::fs;
use tempfile::TempDir;

/// A system of its own: `home` and `etc` for settings, `data` for data.
struct System {
    place: TempDir,
    context: Context,
}

impl System {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let directories = Directories {
            config_home: Some(place.path().join("home")),
            config_dirs: vec![place.path().join("opt"), place.path().join("etc")],
            data_home: Some(place.path().join("share")),
            data_dirs: vec![place.path().join("data")],
            ..Directories::default()
        };
        Self { place, context: Context { directories, desktops: vec!["Candela".into()], ..Context::default() } }
    }

    fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.place.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Writes applications, each as `path categories`, named as their files.
    fn applications(self, list: &[&str]) -> Self {
        list.iter().fold(self, |system, line| {
            let (path, categories) = line.split_once(' ').unwrap_or((line, ""));
            let name = path.rsplit('/').next().unwrap().trim_end_matches(".desktop");
            let key = if categories.is_empty() { String::new() } else { format!("Categories={categories}\n") };
            system.file(path, format!("[Desktop Entry]\nType=Application\nName={name}\nExec=x\n{key}"))
        })
    }

    fn directory(self, path: &str, keys: &str) -> Self {
        self.file(path, format!("[Desktop Entry]\nType=Directory\n{keys}"))
    }

    /// Writes the body of the root menu.
    fn menu(self, body: &str) -> Self {
        self.file(
            "etc/menus/applications.menu",
            format!("<Menu><Name>Applications</Name><DefaultAppDirs/>{body}</Menu>"),
        )
    }

    fn tree(&self) -> Menu {
        tree(&self.context, &Index::scan(&self.context), "")
    }

    fn shown(&self) -> String {
        shown(&self.tree())
    }
}

/// A menu in one line: `Games[chess.desktop - Arcade[..]]`.
fn shown(menu: &Menu) -> String {
    let items = menu.items.iter().map(|item| match item {
        Item::Menu(menu) => shown(menu),
        Item::Application(application) => application.caption.to_string(),
        Item::Header(caption) => format!("<{caption}>"),
        Item::Separator => "-".to_owned(),
    });
    format!("{}[{}]", menu.caption(), items.collect::<Vec<_>>().join(" "))
}

fn three() -> System {
    System::new().applications(&[
        "data/applications/chess.desktop Game;",
        "data/applications/write.desktop Office;Qt;",
        "data/applications/foo.desktop Office;",
        "data/applications/lost.desktop",
    ])
}

#[test]
fn n7_without_a_menu_file_each_main_category_is_a_menu() {
    let system =
        three().applications(&["data/applications/song.desktop Audio;", "data/applications/term.desktop System;Game;"]);
    let tree = system.tree();
    let expected = "Applications[Game[chess term] AudioVideo[song] Office[foo write] System[term] Other[lost]]";
    assert_eq!(shown(&tree), expected);
    let icons: Vec<_> = tree.menus().map(|menu| menu.icon.as_deref().unwrap()).collect();
    let expected = [
        "applications-games",
        "applications-multimedia",
        "applications-office",
        "applications-system",
        "applications-other",
    ];
    assert_eq!(icons, expected);
    assert!(tree.menus().all(|menu| menu.caption.is_none()), "its words are the window's");
}

#[test]
fn n1_the_example_of_the_specification_is_read_with_its_odd_comments() {
    let system = three()
        .file(
            "etc/menus/applications.menu",
            r#"<!DOCTYPE Menu PUBLIC "-//freedesktop//DTD Menu 1.0//EN"
          "http://www.freedesktop.org/standards/menu-spec/menu-1.0.dtd">

          <Menu>
            <Name>Applications</Name>
            <Directory>Applications.directory</Directory>

            <-- Search the default locations -->
            <DefaultAppDirs/>
            <DefaultDirectoryDirs/>

            <-- Merge third-party submenus -->
            <MergeDir>applications-merged</MergeDir>

            <-- Merge legacy hierarchy -->
            <LegacyDir>legacy</LegacyDir>

            <-- Define default layout -->
            <DefaultLayout>
              <Merge type="menus"/>
              <Merge type="files"/>
              <Separator/>
              <Menuname>More</Menuname>
            </DefaultLayout>

            <-- some random moves, maybe to clean up legacy dirs,
                   maybe from menu editing -->
            <Move>
              <Old>Foo</Old>
              <New>Bar</New>
              <Old>Foo2</Old>
              <New>Bar2</New>
            </Move>

            <-- A preferences submenu, kept in a separate file
                   so it can also be used standalone -->
            <Menu>
              <Name>Preferences</Name>
              <Directory>Preferences.directory</Directory>
              <MergeFile>preferences.menu</MergeFile>
            </Menu>

            <-- An Office submenu, specified inline -->
            <Menu>
              <Name>Office</Name>
              <Directory>Office.directory</Directory>
              <Include>
                <Category>Office</Category>
              </Include>
              <Exclude>
                <Filename>foo.desktop</Filename>
              </Exclude>
            </Menu>

          </Menu>"#,
        )
        .file(
            "etc/menus/preferences.menu",
            "<Menu><Name>X</Name><Include><Category>Settings</Category></Include></Menu>",
        )
        .file(
            "etc/menus/applications-merged/more.menu",
            "<Menu><Name>A</Name><Menu><Name>More</Name><Include><Filename>lost.desktop</Filename></Include></Menu></Menu>",
        )
        .applications(&["data/applications/panel.desktop Settings;", "etc/menus/legacy/Foo/old.desktop"])
        .directory("data/desktop-directories/Office.directory", "Name=Paper work\nName[de]=Papier\nIcon=office\n");
    assert_eq!(system.shown(), "Applications[Bar[old] Paper work[write] Preferences[panel] - More[lost]]");
    let office = system.tree().menus().find(|menu| &*menu.name == "Office").cloned().unwrap();
    assert_eq!(office.icon.as_deref(), Some("office"));
}

#[test]
fn n1_the_prefix_chooses_the_file_and_the_user_s_own_goes_first() {
    let menu = |name: &str| format!("<Menu><Name>{name}</Name></Menu>");
    let system = System::new()
        .file("etc/menus/applications.menu", menu("plain"))
        .file("etc/menus/gnome-applications.menu", menu("gnome"))
        .file("home/menus/gnome-applications.menu", menu("mine"));
    let name = |prefix: &str| tree(&system.context, &Index::default(), prefix).name.to_string();
    assert_eq!(name(""), "plain");
    assert_eq!(name("gnome-"), "mine");
    assert_eq!(name("kde-"), "Applications", "no file: the main categories");
    assert_eq!(name("../menus/"), "Applications", "a prefix is no path");
}

#[test]
fn n1_n4_the_user_s_file_merges_its_parents_and_has_the_last_word() {
    let system = three()
        .menu("<Menu><Name>Play</Name><Include><Category>Game</Category></Include></Menu>")
        .file(
            "opt/menus/applications.menu",
            "<Menu><MergeFile type='parent'/><Menu><Name>Play</Name><Include><Filename>lost.desktop</Filename></Include>\
             </Menu></Menu>",
        )
        .file(
            "home/menus/applications.menu",
            "<Menu><Name>Mine</Name><MergeFile type='parent'>/not/this.menu</MergeFile><Menu><Name>Play</Name><Exclude>\
             <Filename>chess.desktop</Filename></Exclude></Menu></Menu>",
        );
    assert_eq!(system.shown(), "Mine[Play[lost]]");
}

#[test]
fn n2_later_directories_win_and_a_directory_entry_that_is_missing_gives_way_to_the_one_before() {
    let system = three()
        .menu(
            "<AppDir>apps</AppDir><DirectoryDir>looks</DirectoryDir><DefaultDirectoryDirs/>\
             <Menu><Name>G</Name><Directory>g.directory</Directory><Directory>gone.directory</Directory>\
             <AppDir>more</AppDir><Include><All/></Include></Menu>",
        )
        .applications(&["etc/menus/apps/sub/deep.desktop", "etc/menus/more/chess.desktop Other;"])
        .directory("etc/menus/looks/g.directory", "Name=Theirs\n")
        .directory("data/desktop-directories/g.directory", "Name=System\n")
        .directory("share/desktop-directories/g.directory", "Name=Home\nComment=Mine\n");
    assert_eq!(system.shown(), "Applications[Home[chess deep foo lost write]]");
    let tree = system.tree();
    let index = Index::scan(&system.context);
    let home = tree.menus().next().unwrap();
    assert_eq!(home.comment.as_deref(), Some("Mine"));
    let found: Vec<_> = home.applications().map(|found| (&*found.id, found.entry(&index).unwrap())).collect();
    assert_eq!(found[0].1.path, system.place.path().join("etc/menus/more/chess.desktop"), "the child's goes first");
    assert_eq!(found[1].0, "sub-deep.desktop");
    assert_eq!(found[2].1.path, system.place.path().join("data/applications/foo.desktop"));
}

#[test]
fn n3_queries_are_done_in_order_and_what_is_left_goes_where_only_that_may_go() {
    let system = three().menu(
        "<Menu><Name>Rest</Name><OnlyUnallocated/><Include><All/></Include></Menu>\
         <Menu><Name>A</Name><Exclude><All/></Exclude><Include><Category>Office</Category></Include>\
         <Exclude><Category>Qt</Category></Exclude></Menu>\
         <Menu><Name>B</Name><OnlyUnallocated/><NotOnlyUnallocated/><Include><Category>Game</Category></Include></Menu>",
    );
    assert_eq!(
        system.shown(),
        "Applications[A[foo] B[chess] Rest[lost]]",
        "what was excluded again is still allocated"
    );
}

#[test]
fn n3_an_entry_that_is_not_to_be_shown_is_in_no_menu_and_still_masks() {
    let system = three()
        .menu("<Include><All/></Include>")
        .file("share/applications/chess.desktop", "[Desktop Entry]\nType=Application\nHidden=true\n")
        .file(
            "share/applications/lost.desktop",
            "[Desktop Entry]\nType=Application\nName=lost\nExec=x\nOnlyShowIn=KDE;\n",
        );
    assert_eq!(system.shown(), "Applications[foo write]");
}

#[test]
fn n4_files_that_merge_one_another_are_cut_where_they_come_round() {
    let system = three()
        .menu("<MergeFile>a.menu</MergeFile><MergeDir>d</MergeDir><MergeFile>applications.menu</MergeFile>")
        .file(
            "etc/menus/a.menu",
            "<Menu><MergeFile>b.menu</MergeFile><Include><Category>Game</Category></Include></Menu>",
        )
        .file(
            "etc/menus/b.menu",
            "<Menu><MergeFile>a.menu</MergeFile><Include><Category>Qt</Category></Include></Menu>",
        )
        .file("etc/menus/d/c.menu", "<Menu><MergeDir>.</MergeDir><MergeFile>../gone.menu</MergeFile></Menu>")
        .file("etc/menus/d/not-a-menu.txt", "<Menu><Include><All/></Include></Menu>");
    assert_eq!(system.shown(), "Applications[chess write]");
}

#[test]
fn n4_files_that_merge_several_that_merge_several_are_read_up_to_a_bound() {
    let merges = |next: usize| format!("<MergeFile>{next}.menu</MergeFile><MergeFile>./{next}.menu</MergeFile>");
    let system = (0..40).fold(three().menu(&merges(0)), |system, number| {
        system.file(&format!("etc/menus/{number}.menu"), format!("<Menu>{}</Menu>", merges(number + 1)))
    });
    assert_eq!(system.shown(), "Applications[]");
}

#[test]
fn n4_default_merge_directories_bear_the_common_name_and_the_user_s_counts_most() {
    let merged =
        |directory: &str| format!("<Menu><Menu><Name>M</Name><Directory>{directory}</Directory></Menu></Menu>");
    let system = three()
        .file(
            "etc/menus/kf5-applications.menu",
            "<Menu><Name>K</Name><DefaultAppDirs/><DefaultDirectoryDirs/><DefaultMergeDirs/>\
             <Menu><Name>M</Name><Include><All/></Include></Menu></Menu>",
        )
        .file("etc/menus/applications-merged/a.menu", merged("theirs.directory"))
        .file("home/menus/applications-merged/a.menu", merged("mine.directory"))
        .directory("data/desktop-directories/theirs.directory", "Name=Theirs\n")
        .directory("data/desktop-directories/mine.directory", "Name=Mine\n");
    let found = tree(&system.context, &Index::scan(&system.context), "kf5-");
    assert_eq!(shown(&found), "K[Mine[chess foo lost write]]");
}

#[test]
fn n4_the_legacy_hierarchy_of_the_specification_becomes_menus() {
    let system = System::new()
        .menu("<LegacyDir prefix='boo-'>applnk</LegacyDir><Menu><Name>L</Name><Include><Category>Legacy</Category></Include></Menu>")
        .directory("etc/menus/applnk/.directory", "Name=Old\n")
        .directory("etc/menus/applnk/System/.directory", "Name=Old system\n")
        .applications(&[
            "etc/menus/applnk/bar.desktop",
            "etc/menus/applnk/System/foo.desktop",
            "etc/menus/applnk/System/new.desktop Game;",
        ]);
    assert_eq!(system.shown(), "Old[L[bar] Old system[foo] bar]", "an entry with categories goes where these say");
    let tree = system.tree();
    let ids: Vec<_> = tree.applications().map(|application| &*application.id).collect();
    assert_eq!(ids, ["boo-bar.desktop"]);
}

#[test]
fn n4_kde_s_legacy_directories_bear_its_prefix() {
    let system = System::new().menu("<KDELegacyDirs/>").applications(&["data/applnk/Toys/ball.desktop"]);
    let tree = system.tree();
    assert_eq!(shown(&tree), "Applications[Toys[ball]]");
    assert_eq!(&*tree.menus().next().unwrap().applications().next().unwrap().id, "kde-ball.desktop");
}

#[test]
fn n5_menus_of_one_name_are_one_in_the_place_of_the_last() {
    let menu = |name: &str, id: &str| {
        format!("<Menu><Name>{name}</Name><Include><Filename>{id}.desktop</Filename></Include></Menu>")
    };
    let body = menu("A", "chess") + &menu("B", "foo") + &menu("A", "lost") + &menu("C/D", "write") + "<Menu/>";
    let system = three().menu(&(body + "<Layout><Menuname>B</Menuname><Menuname>A</Menuname></Layout>"));
    assert_eq!(system.shown(), "Applications[B[foo] A[chess lost]]");
}

#[test]
fn n5_menus_are_moved_the_deepest_first_and_merged_in_front() {
    let include = |id: &str| format!("<Include><Filename>{id}.desktop</Filename></Include>");
    let exclude = "<Exclude><Filename>chess.desktop</Filename></Exclude>";
    let cases = [
        ("<Old>A</Old><New>Z</New>", "Applications[B[D[foo]] Z[C[write] chess]]"),
        ("<Old>A</Old><New>B</New>", "Applications[B[C[write] D[foo]]]"),
        ("<Old>A/C</Old><New>B/D</New>", "Applications[A[chess] B[D[foo write]]]"),
        ("<Old>A/C</Old><New>X/Y</New>", "Applications[A[chess] B[D[foo]] X[Y[write]]]"),
        ("<Old>A</Old><New>A/E</New>", "Applications[A[E[C[write] chess]] B[D[foo]]]"),
        ("<Old>Q</Old><New>A</New>", "Applications[A[C[write] chess] B[D[foo]]]"),
        ("<Old>A</Old><New>A</New>", "Applications[A[C[write] chess] B[D[foo]]]"),
        ("<Old>A</Old><Old>B</Old><New>Z</New><New>Y</New>", "Applications[A[C[write] chess] Z[D[foo]]]"),
        ("<Old/><New>Z</New><Old>A</Old><New/>", "Applications[A[C[write] chess] B[D[foo]]]"),
        ("<Old>A</Old><New>Z</New><Old>Z/C</Old><New>C</New>", "Applications[B[D[foo]] C[write] Z[chess]]"),
    ];
    for (moves, expected) in cases {
        let system = three().menu(&format!(
            "<Move>{moves}</Move><Menu><Name>A</Name>{}<Menu><Name>C</Name>{}</Menu></Menu>\
             <Menu><Name>B</Name>{exclude}<Menu><Name>D</Name>{}</Menu></Menu>",
            include("chess"),
            include("write"),
            include("foo"),
        ));
        assert_eq!(system.shown(), expected, "{moves}");
    }
}

#[test]
fn n5_a_deleted_menu_is_gone_with_all_in_it_and_takes_nothing() {
    let system = three().menu(
        "<Menu><Name>A</Name><Deleted/><Include><All/></Include></Menu>\
         <Menu><Name>B</Name><Deleted/><NotDeleted/><Include><Category>Game</Category></Include></Menu>\
         <Menu><Name>C</Name><OnlyUnallocated/><Include><Category>Office</Category></Include></Menu>",
    );
    assert_eq!(system.shown(), "Applications[B[chess] C[foo write]]");
}

#[test]
fn n6_layouts_order_a_menu() {
    let menus = "<Menu><Name>Toys</Name><Include><Category>Game</Category></Include></Menu>\
                 <Menu><Name>Empty</Name></Menu><Include><Category>Office</Category></Include>\
                 <Include><Filename>lost.desktop</Filename></Include>";
    let cases = [
        ("", "Toys[chess] foo lost write"),
        ("<Layout/>", "Toys[chess] foo lost write"),
        ("<Layout><Merge type='all'/></Layout>", "foo lost Toys[chess] write"),
        (
            "<Layout><Filename>write.desktop</Filename><Merge type='files'/><Merge type='menus'/></Layout>",
            "write foo lost Toys[chess]",
        ),
        (
            "<Layout><Separator/><Merge type='files'/><Separator/><Separator/><Menuname>Toys</Menuname><Separator/></Layout>",
            "foo lost write - Toys[chess]",
        ),
        (
            "<Layout><Filename>chess.desktop</Filename><Menuname>None</Menuname><Merge type='menus'/></Layout>",
            "Toys[chess]",
        ),
        ("<Layout><Menuname show_empty='true'>Empty</Menuname><Merge type='menus'/></Layout>", "Empty[] Toys[chess]"),
        (
            "<DefaultLayout show_empty='true'><Merge type='menus'/><Merge type='files'/></DefaultLayout>",
            "Empty[] Toys[chess] foo lost write",
        ),
        ("<Layout><Menuname inline='true'>Toys</Menuname></Layout>", "<Toys> chess"),
        ("<Layout><Menuname inline='true' inline_header='false'>Toys</Menuname></Layout>", "chess"),
        ("<Layout><Menuname inline='true' inline_alias='true'>Toys</Menuname></Layout>", "Toys"),
        ("<DefaultLayout inline='true' inline_alias='true'><Merge type='all'/></DefaultLayout>", "foo lost Toys write"),
        ("<Layout><Merge type='files'/></Layout><Layout><Merge type='menus'/></Layout>", "Toys[chess]"),
    ];
    for (layout, expected) in cases {
        let system = three().menu(&format!("{layout}{menus}"));
        assert_eq!(system.shown(), format!("Applications[{expected}]"), "{layout}");
    }
}

#[test]
fn n6_a_menu_with_more_entries_than_the_limit_is_not_inlined() {
    let (within, beyond) = ("<M> chess foo lost write", "M[chess foo lost write]");
    for (limit, expected) in [("4", within), ("0", within), ("3", beyond), ("many", within)] {
        let system = three().menu(&format!(
            "<Layout><Menuname inline='true' inline_limit='{limit}'>M</Menuname></Layout>\
             <Menu><Name>M</Name><Include><All/></Include></Menu>"
        ));
        assert_eq!(system.shown(), format!("Applications[{expected}]"), "{limit}");
    }
}

#[test]
fn n6_a_default_layout_holds_for_the_menus_below_until_one_has_its_own() {
    let inner = "<Include><All/></Include>";
    let system = three().menu(&format!(
        "<DefaultLayout><Filename>write.desktop</Filename><Merge type='all'/></DefaultLayout>\
         <Menu><Name>A</Name>{inner}<Menu><Name>B</Name>{inner}</Menu></Menu>\
         <Menu><Name>C</Name><DefaultLayout><Merge type='all'/></DefaultLayout>{inner}</Menu>"
    ));
    let expected = "Applications[A[write B[write chess foo lost] chess foo lost] C[chess foo lost write]]";
    assert_eq!(system.shown(), expected);
}

#[test]
fn n2_a_directory_entry_may_hide_its_menu() {
    for keys in ["NoDisplay=true\n", "Hidden=true\n", "OnlyShowIn=KDE;\n", "NotShowIn=Candela;\n"] {
        let system = three()
            .menu("<DefaultDirectoryDirs/><Menu><Name>A</Name><Directory>a.directory</Directory><Include><All/></Include></Menu>")
            .directory("data/desktop-directories/a.directory", &format!("Name=A\n{keys}"));
        assert_eq!(system.shown(), "Applications[]", "{keys}");
    }
}

#[test]
fn menus_nested_without_end_and_moved_into_one_another_are_bounded() {
    let moves: String = (0..60).map(|_| format!("<Move><Old>A</Old><New>A{}</New></Move>", "/A".repeat(9))).collect();
    let system = three().menu(&format!("{moves}{}", "<Menu><Name>A</Name><Include><All/></Include>".repeat(5000)));
    assert!(system.shown().starts_with("Applications[A[A["));
}

#[test]
fn a_directory_that_leads_back_into_itself_is_read_up_to_a_bound() {
    let body = "<AppDir>apps</AppDir><LegacyDir>apps</LegacyDir><Include><Filename>a.desktop</Filename></Include>";
    let system = System::new().menu(body).applications(&["etc/menus/apps/a.desktop"]);
    let folder = system.place.path().join("etc/menus/apps");
    for name in 0..8 {
        std::os::unix::fs::symlink(&folder, folder.join(name.to_string())).unwrap();
    }
    let found: Vec<_> = system.tree().applications().map(|application| application.caption.to_string()).collect();
    assert_eq!(found, ["a"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_as_some_menu(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
        let system = three().file("etc/menus/applications.menu", bytes);
        let _some = system.tree();
    }

    #[test]
    fn any_order_of_elements_is_read_as_some_menu(places in proptest::collection::vec(0..PIECES.len(), 0..64)) {
        let text: String = places.into_iter().map(|place| PIECES[place]).collect();
        let system = three().file("etc/menus/applications.menu", format!("<Menu>{text}"));
        let _some = system.tree();
    }
}

/// Pieces that a menu file is made of, to be put together in any order.
const PIECES: [&str; 28] = [
    "<Menu>",
    "</Menu>",
    "<Name>A</Name>",
    "<Name>B</Name>",
    "<DefaultAppDirs/>",
    "<AppDir>.</AppDir>",
    "<Include>",
    "</Include>",
    "<Exclude>",
    "</Exclude>",
    "<All/>",
    "<Not>",
    "</Not>",
    "<Category>Game</Category>",
    "<Move>",
    "</Move>",
    "<Old>A</Old>",
    "<New>B/A</New>",
    "<New>A</New>",
    "<MergeFile>applications.menu</MergeFile>",
    "<MergeDir>.</MergeDir>",
    "<LegacyDir>..</LegacyDir>",
    "<OnlyUnallocated/>",
    "<Deleted/>",
    "<Layout>",
    "</Layout>",
    "<Merge type='all'/>",
    "<Menuname inline='true'>A</Menuname>",
];
