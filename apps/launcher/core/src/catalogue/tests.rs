//! What queries find, over entries written as desktop files.

use super::search::name;
use super::*;

use candela_shared::directories::Directories;
use candela_shared::i18n::Locale;
use candela_shared::registry::Context;

/// Entries as `(file name, lines after Type, Exec)`.
fn catalogue(language: &str, entries: &[(&str, &str)]) -> Catalogue {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("applications");
    std::fs::create_dir(&folder).unwrap();
    for (file, lines) in entries {
        let text =
            format!("[Desktop Entry]\nType=Application\nExec=/bin/{}\n{lines}\n", file.trim_end_matches(".desktop"));
        std::fs::write(folder.join(file), text).unwrap();
    }
    let directories = Directories { data_dirs: vec![root.path().into()], ..Directories::default() };
    let locales = Locale::parse(language).into_iter().collect();
    let context = Context { directories, locales, ..Context::default() };
    Catalogue::new(Arc::new(Index::scan(&context)), language)
}

fn found(catalogue: &Catalogue, query: &str) -> Vec<String> {
    let hits = catalogue.search(query, 10);
    hits.iter().map(|hit| name(catalogue.entry(hit.entry), hit.kind).to_owned()).collect()
}

const SAMPLE: &[(&str, &str)] = &[
    (
        "firefox.desktop",
        "Name=Firefox\nGenericName=Web Browser\nKeywords=Internet;WWW;\nActions=private;\n[Desktop Action private]\nName=New Private Window\nExec=firefox --private",
    ),
    (
        "gimp.desktop",
        "Name=GNU Image Manipulation Program\nGenericName=Image Editor\nName[de]=GNU-Bildbearbeitung\nKeywords=photo;paint;",
    ),
    (
        "gedit.desktop",
        "Name=Text Editor\nName[de]=Textbearbeitung\nName[fr]=Éditeur de texte\nComment=Write plain words",
    ),
    ("strasse.desktop", "Name=Straße 2000\nName[ru]=Файлы"),
    ("lodz.desktop", "Name=Łódź Maps\nCategories=Education;Geography;"),
    ("hidden.desktop", "Name=Firefox Hidden\nNoDisplay=true"),
    ("calc.desktop", "Name=Calculator"),
    ("calendar.desktop", "Name=Calendar\nKeywords=calculator;"),
];

#[test]
fn what_people_type_finds_what_they_mean_first() {
    let cases = [
        ("en", "fire", "Firefox"),
        ("en", "FIREFOX", "Firefox"),
        ("en", "fierfox", "Firefox"),
        ("en", "www", "Firefox"),
        ("en", "browser", "Firefox"),
        ("en", "gimp", "GNU Image Manipulation Program"),
        ("en", "imgae", "GNU Image Manipulation Program"),
        ("en", "text ed", "Text Editor"),
        ("en", "editor text", "Text Editor"),
        ("en", "plain", "Text Editor"),
        ("en", "strasse", "Straße 2000"),
        ("en", "lodz", "Łódź Maps"),
        ("en", "łódź", "Łódź Maps"),
        ("en", "geography", "Łódź Maps"),
        ("en", "calculator", "Calculator"),
        ("en", "private", "New Private Window"),
        ("fr", "editeur", "Éditeur de texte"),
        ("fr", "ÉDITEUR", "Éditeur de texte"),
        ("fr", "text editor", "Éditeur de texte"),
        ("de", "gnu image", "GNU-Bildbearbeitung"),
        ("ru", "fayly", "Файлы"),
        ("ru", "файл", "Файлы"),
        ("en", "фирефокс", ""),
        ("en", "zzzz", ""),
        ("en", "   ", ""),
    ];
    for (language, query, expected) in cases {
        let catalogue = catalogue(language, SAMPLE);
        let first = found(&catalogue, query).into_iter().next().unwrap_or_default();
        assert_eq!(first, expected, "{query:?} in {language}");
    }
}

#[test]
fn a_name_that_begins_so_comes_before_a_keyword_that_is_so() {
    let catalogue = catalogue("en", SAMPLE);
    assert_eq!(found(&catalogue, "cal"), ["Calendar", "Calculator"], "what the query covers more of comes first");
    assert_eq!(found(&catalogue, "calc"), ["Calculator", "Calendar"]);
}

#[test]
fn equal_hits_stand_in_the_order_of_the_language_every_time() {
    let catalogue = catalogue(
        "sv",
        &[
            ("a.desktop", "Name=Öl app"),
            ("b.desktop", "Name=Zo app"),
            ("c.desktop", "Name=Ål app"),
            ("d.desktop", "Name=Zo app"),
        ],
    );
    let ids =
        |hits: Vec<Hit>| -> Vec<String> { hits.iter().map(|hit| catalogue.entry(hit.entry).id.to_string()).collect() };
    let order = ["b.desktop", "d.desktop", "c.desktop", "a.desktop"];
    assert_eq!(ids(catalogue.search("app", 10)), order);
    assert_eq!(ids(catalogue.search("app", 10)), order);
    assert_eq!(ids(catalogue.search("app", 2)), order[..2]);
    let listed: Vec<String> = catalogue.applications().map(|at| catalogue.entry(at).id.to_string()).collect();
    assert_eq!(listed, order);
}

#[test]
fn the_letters_that_matched_are_marked_in_the_name_as_it_is_written() {
    let marked = |language: &str, query: &str| -> Vec<String> {
        let catalogue = catalogue(language, SAMPLE);
        let hit = catalogue.search(query, 1).remove(0);
        let name = name(catalogue.entry(hit.entry), hit.kind).to_owned();
        hit.marks.iter().map(|range| name[range.clone()].to_owned()).collect()
    };
    assert_eq!(marked("en", "strass"), ["Straß"]);
    assert_eq!(marked("fr", "edit"), ["Édit"]);
    assert_eq!(marked("ru", "fay"), ["Фай"]);
    assert_eq!(marked("en", "gimp"), ["G", "I", "M", "P"]);
    assert_eq!(marked("en", "ed te"), ["Te", "Ed"]);
    assert_eq!(marked("en", "www"), Vec::<String>::new(), "a keyword is not in the name");
}

#[test]
fn a_match_is_explained_by_the_part_and_the_way_that_count() {
    let catalogue = catalogue("en", SAMPLE);
    let place = |id| catalogue.index().place(id).unwrap();
    let why = |query, id| catalogue.why(query, place(id), Kind::Application);
    assert_eq!(why("fire", "firefox.desktop"), Some(Why { part: Part::Name, tier: Tier::Prefix }));
    assert_eq!(why("internet", "firefox.desktop"), Some(Why { part: Part::Keyword, tier: Tier::Exact }));
    assert_eq!(why("gimp", "gimp.desktop").map(|why| why.tier), Some(Tier::Acronym));
    assert_eq!(why("qq", "gimp.desktop"), None);
}

#[test]
fn panels_of_the_desktops_settings_are_found_and_not_listed() {
    let catalogue = catalogue(
        "en",
        &[
            ("sound.desktop", "Name=Sound\nCategories=Settings;\nNoDisplay=true"),
            ("internal.desktop", "Name=Sound helper\nNoDisplay=true"),
            ("setup.desktop", "Name=Sound setup\nCategories=Settings;"),
        ],
    );
    assert_eq!(found(&catalogue, "sound"), ["Sound", "Sound setup"]);
    assert!(catalogue.search("sound", 9).iter().all(|hit| hit.is_setting));
    assert_eq!(catalogue.applications().count(), 1);
}

#[test]
fn categories_are_the_menus_that_have_applications() {
    let entries = [
        ("b.desktop", "Name=B\nCategories=Game;"),
        ("a.desktop", "Name=A\nCategories=Game;Utility;"),
        ("c.desktop", "Name=C"),
        ("d.desktop", "Name=D\nCategories=Office;\nNoDisplay=true"),
    ];
    let catalogue = catalogue("en", &entries).with_categories(&Context::default(), "");
    let shown: Vec<_> = catalogue.categories().iter().map(|one| (&*one.name, one.entries.clone())).collect();
    assert_eq!(shown, [("Utility", vec![0]), ("Game", vec![0, 1]), ("Other", vec![2])]);
}

#[test]
fn chinese_names_are_found_by_pinyin_and_by_its_first_letters() {
    let catalogue = catalogue("zh", &[("files.desktop", "Name=文件管理器"), ("other.desktop", "Name=系统")]);
    for query in ["文件", "wenjian", "wjgl", "wjglq"] {
        assert_eq!(found(&catalogue, query), ["文件管理器"], "{query}");
    }
}
