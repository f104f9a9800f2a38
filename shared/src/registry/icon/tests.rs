use super::*;
use proptest::prelude::*;
use std::fs;
use tempfile::TempDir;

/// Base directories in a place of their own, called `a` and `b`, `a` first.
struct Bases {
    place: TempDir,
}

impl Bases {
    fn new() -> Self {
        Self { place: tempfile::tempdir().unwrap() }
    }

    fn write(self, path: &str, text: &str) -> Self {
        let path = self.place.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Writes an `index.theme`, each directory as `name: keys split by blanks`.
    fn theme(self, path: &str, inherits: &str, directories: &[(&str, &str)]) -> Self {
        let names: Vec<&str> = directories.iter().map(|(name, _)| *name).collect();
        let mut text = format!("[Icon Theme]\nName=x\nInherits={inherits}\nDirectories={}\n", names.join(","));
        for (name, keys) in directories {
            text += &format!("[{name}]\n{}\n", keys.replace(' ', "\n"));
        }
        self.write(&format!("{path}/index.theme"), &text)
    }

    fn files(self, paths: &[&str]) -> Self {
        paths.iter().fold(self, |bases, path| bases.write(path, ""))
    }

    fn list(&self) -> Vec<PathBuf> {
        ["a", "b"].iter().map(|base| self.place.path().join(base)).collect()
    }

    fn icons(&self, theme: &str) -> Icons {
        read::icons(&self.list(), theme)
    }

    /// The path below the place, for a table to name.
    fn shown(&self, found: Option<PathBuf>) -> String {
        match found {
            Some(path) => path.strip_prefix(self.place.path()).unwrap().to_str().unwrap().to_owned(),
            None => "nothing".to_owned(),
        }
    }

    fn find(&self, theme: &str, name: &str, size: u32, scale: u32) -> String {
        self.shown(self.icons(theme).find(name, size, scale))
    }

    /// Makes every directory look as if nothing had happened for an hour.
    fn settle(&self) {
        fn go(path: &Path) {
            for entry in fs::read_dir(path).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    go(&path);
                }
            }
            let hour_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
            fs::File::open(path).unwrap().set_modified(hour_ago).unwrap();
        }
        go(self.place.path());
    }
}

#[test]
fn i1_the_base_directories_are_those_of_the_specification_each_once() {
    let directories = Directories {
        home: Some("/h".into()),
        data_home: Some("/h/.local/share".into()),
        data_dirs: vec!["/usr/local/share".into(), "/usr/share".into()],
        ..Directories::default()
    };
    let mut expected: Vec<PathBuf> = [
        "/h/.icons",
        "/h/.local/share/icons",
        "/usr/local/share/icons",
        "/usr/share/icons",
        "/h/.local/share/pixmaps",
        "/usr/local/share/pixmaps",
        "/usr/share/pixmaps",
    ]
    .map(PathBuf::from)
    .into();
    assert_eq!(base_directories(&directories), expected);
    expected = crate::platform::PIXMAPS.iter().map(PathBuf::from).collect();
    assert_eq!(base_directories(&Directories::default()), expected);
}

#[test]
fn i2_an_exact_size_and_scale_goes_before_the_nearest() {
    let sizes = [
        ("16", "Size=16 Type=Fixed"),
        ("48", "Size=48 Type=Fixed"),
        ("48@2", "Size=48 Scale=2 Type=Fixed"),
        ("96", "Size=96 Type=Fixed"),
        ("any", "Size=64 MinSize=100 MaxSize=512 Type=Scalable"),
    ];
    let files = ["a/T/16/i.png", "a/T/48/i.png", "a/T/48@2/i.png", "a/T/96/i.png", "a/T/any/i.svg", "a/T/96/two.png"];
    let bases = Bases::new().theme("a/T", "", &sizes).files(&files);
    let cases = [
        ("i", 16, 1, "a/T/16/i.png"),
        ("i", 48, 1, "a/T/48/i.png"),
        ("i", 48, 2, "a/T/48@2/i.png"),
        ("i", 24, 2, "a/T/48/i.png"),
        ("i", 31, 1, "a/T/16/i.png"),
        ("i", 33, 1, "a/T/48/i.png"),
        ("i", 128, 1, "a/T/any/i.svg"),
        ("i", 128, 2, "a/T/any/i.svg"),
        ("i", 0, 0, "a/T/16/i.png"),
        ("i", u32::MAX, u32::MAX, "a/T/any/i.svg"),
        ("two", 16, 1, "a/T/96/two.png"),
        ("three", 16, 1, "nothing"),
    ];
    for (name, size, scale, expected) in cases {
        assert_eq!(bases.find("T", name, size, scale), expected, "{name} at {size}@{scale}");
    }
}

#[test]
fn i2_of_equal_places_the_first_of_the_list_wins_and_below_it_the_first_base_directory() {
    let sizes = [("z", "Size=32"), ("y", "Size=32")];
    let files = ["a/T/y/i.png", "b/T/z/i.png", "b/T/y/j.png", "a/T/y/j.svg"];
    let bases = Bases::new().theme("b/T", "", &sizes).files(&files);
    assert_eq!(bases.find("T", "i", 32, 1), "b/T/z/i.png");
    assert_eq!(bases.find("T", "j", 32, 1), "a/T/y/j.svg");
}

#[test]
fn i2_png_goes_before_svg_before_xpm_and_beyond_a_scale_of_one_svg_comes_first() {
    let bases = Bases::new().theme("a/T", "", &[("d", "Size=32")]).files(&[
        "a/T/d/i.png",
        "a/T/d/i.svg",
        "a/T/d/i.xpm",
        "a/T/d/j.xpm",
        "a/T/d/j.svg",
        "a/T/d/k.symbolic.png",
        "a/T/d/l.jpg",
        "a/T/d/.png",
    ]);
    assert_eq!(bases.find("T", "i", 32, 1), "a/T/d/i.png");
    assert_eq!(bases.find("T", "i", 32, 2), "a/T/d/i.svg");
    assert_eq!(bases.find("T", "j", 32, 1), "a/T/d/j.svg");
    assert_eq!(bases.icons("T").len(), 2, "a mask, a photograph and no name at all are no icons");
}

#[test]
fn i2_inherited_themes_are_searched_depth_first_then_hicolor_then_no_theme() {
    let size = [("d", "Size=32")];
    let bases = Bases::new()
        .theme("a/T", "P, missing,Q", &size)
        .theme("a/P", "hicolor,R", &size)
        .theme("a/Q", "T", &size)
        .theme("b/R", "Q", &size)
        .theme("b/hicolor", "Z", &size)
        .theme("b/Z", "", &size)
        .files(&["a/Q/d/1.png", "b/R/d/1.png", "b/hicolor/d/2.png", "a/Q/d/2.png", "a/2.png", "b/R/d/2.png"])
        .files(&["b/hicolor/d/3.png", "a/3.png", "b/4.xpm", "a/4.svg", "b/Z/d/5.png", "a/Z/d/1.png"]);
    let cases = [
        ("T", "1", "b/R/d/1.png"),
        ("T", "2", "b/R/d/2.png"),
        ("Q", "2", "a/Q/d/2.png"),
        ("T", "3", "b/hicolor/d/3.png"),
        ("hicolor", "3", "b/hicolor/d/3.png"),
        ("nobody", "3", "b/hicolor/d/3.png"),
        ("../T", "1", "nothing"),
        ("", "3", "b/hicolor/d/3.png"),
        ("T", "4", "a/4.svg"),
        ("T", "5", "nothing"),
    ];
    for (theme, name, expected) in cases {
        assert_eq!(bases.find(theme, name, 32, 1), expected, "{name} in {theme}");
    }
}

#[test]
fn i2_an_icon_of_any_size_in_the_theme_goes_before_the_right_size_of_another() {
    let bases = Bases::new()
        .theme("a/T", "P", &[("s", "Size=8 Type=Fixed")])
        .theme("a/P", "", &[("s", "Size=256 Type=Fixed")])
        .files(&["a/T/s/i.png", "a/P/s/i.png"]);
    assert_eq!(bases.find("T", "i", 256, 1), "a/T/s/i.png");
}

#[test]
fn i3_a_theme_is_the_union_of_its_base_directories_ruled_by_the_first_index() {
    let bases = Bases::new()
        .theme("a/T", "", &[("d", "Size=32")])
        .theme("b/T", "P", &[("d", "Size=16"), ("e", "Size=16")])
        .theme("b/P", "", &[("d", "Size=16")])
        .files(&["b/T/d/i.png", "b/T/e/j.png", "b/P/d/k.png"]);
    assert_eq!(bases.find("T", "i", 32, 1), "b/T/d/i.png");
    assert_eq!(bases.find("T", "j", 16, 1), "nothing", "the first index does not name its directory");
    assert_eq!(bases.find("T", "k", 16, 1), "nothing", "nor its parent");
}

#[test]
fn i3_a_generic_name_is_taken_in_the_user_s_theme_before_a_special_one_elsewhere() {
    let size = [("d", "Size=32")];
    let bases = Bases::new().theme("a/T", "P", &size).theme("a/P", "", &size).files(&[
        "a/T/d/audio-card.png",
        "a/P/d/audio-card-usb.png",
        "a/T/d/go-symbolic.svg",
        "a/P/d/go-up.png",
        "a/P/d/phone.png",
    ]);
    let icons = bases.icons("T");
    let cases = [
        ("audio-card-usb-x", "a/T/d/audio-card.png"),
        ("go-up-symbolic", "a/T/d/go-symbolic.svg"),
        ("phone-apple-iphone-symbolic", "a/P/d/phone.png"),
        ("printer-network", "nothing"),
        ("-", "nothing"),
    ];
    for (name, expected) in cases {
        assert_eq!(bases.shown(icons.find_generic(name, 32, 1)), expected, "{name}");
    }
    assert_eq!(icons.find("audio-card-x", 32, 1), None, "an application's own icon falls back on nothing");
}

#[test]
fn i3_the_names_to_try_lose_their_last_part_one_by_one() {
    assert_eq!(generic_names("a-b-c"), ["a-b-c", "a-b", "a"]);
    assert_eq!(generic_names("a-b-symbolic"), ["a-b-symbolic", "a-symbolic", "a-b", "a"]);
    assert_eq!(generic_names("-a-"), ["-a-", "-a"]);
    assert_eq!(generic_names(""), [""]);
}

#[test]
fn an_icon_key_may_hold_an_ending_or_the_path_of_a_file() {
    let bases = Bases::new().theme("a/T", "", &[("d", "Size=32")]).files(&[
        "a/T/d/i.svg",
        "a/T/d/odd.png.png",
        "a/T/d/odd.svg",
        "b/pix.xpm",
        "own.jpeg",
    ]);
    let icons = bases.icons("T");
    let own = bases.place.path().join("own.jpeg");
    let gone = bases.place.path().join("gone.png");
    let cases = [
        ("i.png", "a/T/d/i.svg"),
        ("i.SVG", "a/T/d/i.svg"),
        ("odd.png", "a/T/d/odd.png.png"),
        ("pix.xpm", "b/pix.xpm"),
        ("i.jpeg", "nothing"),
        (".png", "nothing"),
        ("", "nothing"),
        ("../b/pix", "nothing"),
        (own.to_str().unwrap(), "own.jpeg"),
        (gone.to_str().unwrap(), "nothing"),
        ("/", "nothing"),
    ];
    for (name, expected) in cases {
        assert_eq!(bases.shown(icons.find(name, 32, 1)), expected, "{name}");
    }
}

#[test]
fn a_file_that_went_since_is_passed_over_for_the_next_best() {
    let sizes = [("32", "Size=32"), ("64", "Size=64")];
    let bases =
        Bases::new().theme("a/T", "", &sizes).files(&["a/T/32/i.png", "a/T/32/i.xpm", "a/T/64/i.png", "b/i.png"]);
    let icons = bases.icons("T");
    for expected in ["a/T/32/i.png", "a/T/32/i.xpm", "a/T/64/i.png", "b/i.png"] {
        let found = icons.find("i", 32, 1).unwrap();
        fs::remove_file(&found).unwrap();
        assert_eq!(bases.shown(Some(found)), expected);
    }
    assert_eq!(icons.find("i", 32, 1), None);
}

#[test]
fn i4_icons_are_current_until_a_directory_that_was_asked_changes() {
    let build = || {
        let bases = Bases::new()
            .theme("a/T", "later", &[("32/apps", "Size=32"), ("64/apps", "Size=64")])
            .files(&["a/T/32/apps/i.png", "b/T/64/x"]);
        bases.settle();
        bases
    };
    type Change = fn(Bases) -> Bases;
    let changes: [(&str, Change); 6] = [
        ("a new icon", |bases| bases.files(&["a/T/32/apps/j.png"])),
        ("a directory that was missing", |bases| bases.files(&["a/T/64/apps/i.png"])),
        ("one below a directory that was there", |bases| bases.files(&["b/T/64/apps/i.png"])),
        ("a theme that was missing", |bases| bases.files(&["b/later/index.theme"])),
        ("an icon of no theme", |bases| bases.files(&["b/i.png"])),
        ("an icon that went", |bases| {
            fs::remove_file(bases.place.path().join("a/T/32/apps/i.png")).unwrap();
            bases
        }),
    ];
    for (change, act) in changes {
        let bases = build();
        let icons = bases.icons("T");
        assert!(icons.is_current(), "before {change}");
        let _bases = act(bases);
        assert!(!icons.is_current(), "after {change}");
    }
}

#[test]
fn i4_what_changed_just_before_the_reading_is_never_held_for_current() {
    let bases = Bases::new().theme("a/T", "", &[("d", "Size=32")]);
    assert!(!bases.icons("T").is_current());
}

#[test]
fn icons_can_be_built_on_another_thread() {
    fn is_shareable<T: Send + Sync + 'static>() {}
    is_shareable::<Icons>();
}

/// Pieces that an `index.theme` is made of, to be put together in any order.
const PIECES: [&str; 16] = [
    "[Icon Theme]\n",
    "[d]\n",
    "[T]\n",
    "Inherits=T,P,hicolor\n",
    "Inherits=P\n",
    "Directories=d,e,../x,/\n",
    "ScaledDirectories=d\n",
    "Size=32\n",
    "Size=4294967295\n",
    "Type=Scalable\n",
    "Type=Fixed\n",
    "MinSize=4294967295\n",
    "MaxSize=0\n",
    "Scale=4294967295\n",
    "Threshold=4294967295\n",
    "=\n[",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_and_any_order_of_lines_make_a_theme_in_which_the_rest_is_still_found(
        places in proptest::collection::vec(0..PIECES.len(), 0..32),
        bytes in proptest::collection::vec(any::<u8>(), 0..64),
        size in any::<u32>(),
        scale in any::<u32>(),
    ) {
        let text: String = places.into_iter().map(|place| PIECES[place]).collect();
        let bases = Bases::new().write("a/P/index.theme", &text).files(&["a/T/d/i.png", "a/P/d/i.png", "b/i.png"]);
        fs::write(bases.place.path().join("a/T/index.theme"), [text.as_bytes(), &bytes].concat()).unwrap();
        let icons = bases.icons("T");
        prop_assert!(icons.find("i", size, scale).is_some());
        prop_assert_eq!(icons.find("j", size, scale), None);
    }
}
