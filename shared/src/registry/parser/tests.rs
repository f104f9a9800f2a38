//! The rules of Desktop Entry 1.5 for one file, as GLib 2.74 reads it where the specification is silent.

use super::*;
use proptest::prelude::*;

fn read(text: impl AsRef<[u8]>, locales: &[&str]) -> (Result<Entry, Rejection>, Vec<Fault>) {
    let locales: Vec<Locale> = locales.iter().filter_map(|name| Locale::parse(name)).collect();
    let mut faults = Vec::new();
    (Parser::new(&locales).parse(text.as_ref(), &mut faults), faults)
}

/// Reads an entry whose group starts on line 1, its type on line 2.
fn entry(body: &str) -> (Entry, Vec<(u32, FaultKind)>) {
    let (entry, faults) = read(format!("[Desktop Entry]\nType=Application\n{body}"), &[]);
    (entry.unwrap(), faults.into_iter().map(|fault| (fault.line, fault.kind)).collect())
}

fn name(body: &str) -> Option<String> {
    entry(body).0.name.map(String::from)
}

#[test]
fn the_example_of_the_specification_is_read_whole() {
    let text = "\
[Desktop Entry]
Version=1.0
Type=Application
Name=Foo Viewer
Comment=The best viewer for Foo objects available!
TryExec=fooview
Exec=fooview %F
Icon=fooview
MimeType=image/x-foo;
Actions=Gallery;Create;

[Desktop Action Gallery]
Exec=fooview --gallery
Name=Browse Gallery

[Desktop Action Create]
Exec=fooview --create-new
Name=Create a new Foo!
Icon=fooview-new
";
    let (found, faults) = read(text, &[]);
    let expected = Entry {
        name: Some("Foo Viewer".into()),
        comment: Some("The best viewer for Foo objects available!".into()),
        try_exec: Some("fooview".into()),
        exec: Some("fooview %F".into()),
        icon: Some("fooview".into()),
        mime_types: ["image/x-foo".into()].into(),
        actions: [
            Action {
                id: "Gallery".into(),
                name: "Browse Gallery".into(),
                icon: None,
                exec: Some("fooview --gallery".into()),
            },
            Action {
                id: "Create".into(),
                name: "Create a new Foo!".into(),
                icon: Some("fooview-new".into()),
                exec: Some("fooview --create-new".into()),
            },
        ]
        .into(),
        ..Entry::default()
    };
    assert_eq!(found, Ok(expected));
    assert_eq!(faults, []);
}

#[test]
fn d1_only_what_holds_no_entry_is_rejected() {
    let cases: [(&[u8], Rejection); 7] = [
        (b"", Rejection::NoGroup),
        (b"\x7fELF\x02\x01\x01\0\0\0", Rejection::NoGroup),
        (b"Type=Application\nName=X\n", Rejection::NoGroup),
        (b"[Other]\nA=b\n[Desktop Entry]\nType=Application\n", Rejection::OtherGroupFirst),
        (b"[desktop entry]\nType=Application\n", Rejection::OtherGroupFirst),
        (b"[Desktop Entry]\nName=X\n", Rejection::NoType),
        (b"[Desktop Entry", Rejection::NoGroup),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text, &[]).0, Err(expected), "{}", text.escape_ascii());
    }
}

#[test]
fn d1_a_bad_line_costs_that_line_and_is_named() {
    let text = b"\xef\xbb\xbfName=early\n  # indented\n\n[Desktop Entry]\r\nType=Application\r\njunk\n\tName=A\xff\n \
        Name = Good \nGenericName=a\0b\n[Other]\nName=other\n";
    let (entry, faults) = read(text, &[]);
    let entry = entry.unwrap();
    assert_eq!(entry.name.as_deref(), Some("Good "), "blanks at the end belong to the value, as in GLib");
    assert_eq!(entry.generic_name.as_deref(), Some("a"));
    let found: Vec<_> = faults.iter().map(|fault| (fault.line, fault.kind, fault.kind.rule())).collect();
    let expected = [
        (1, FaultKind::ByteOrderMark, "D1"),
        (1, FaultKind::BeforeFirstGroup, "D1"),
        (6, FaultKind::Junk, "D1"),
        (7, FaultKind::NotUtf8, "D1"),
        (9, FaultKind::ZeroByte, "D1"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn d2_all_blanks_around_the_equals_sign_are_ignored() {
    for body in ["Name=X\n", "Name   =   X\n", "Name\t=\tX\n", "  Name =X", "Name=X\r\n"] {
        assert_eq!(name(body).as_deref(), Some("X"), "{body:?}");
    }
    let (entry, _) = read("[Desktop Entry]\nType=Application\nName=X\nName[fr] = F\n", &["fr"]);
    assert_eq!(entry.unwrap().name.as_deref(), Some("F"));
}

#[test]
fn d2_of_repeated_keys_the_last_counts_and_repeated_groups_are_one() {
    let (entry, faults) = entry("Name=1\nName=2\nExec=a\n[X]\nName=3\n[Desktop Entry]\nExec=b\nIcon=i\nBad_Key=\n");
    assert_eq!(entry.name.as_deref(), Some("2"));
    assert_eq!(entry.exec.as_deref(), Some("b"));
    assert_eq!(entry.icon.as_deref(), Some("i"));
    let expected = [
        (4, FaultKind::RepeatedKey),
        (8, FaultKind::RepeatedGroup),
        (9, FaultKind::RepeatedKey),
        (11, FaultKind::KeyName),
    ];
    assert_eq!(faults, expected);
}

#[test]
fn d5_escapes_are_undone_once_and_bad_ones_are_kept() {
    let cases = [
        (r"a\sb\nc\td\re\\f", "a b\nc\td\re\\f", false),
        (r"\sleading", " leading", false),
        (r"\\s", r"\s", false),
        (r"\\\\server", r"\\server", false),
        (r"a\qb", r"a\qb", true),
        (r"a\;b", r"a\;b", true),
        (r"end\", "end", true),
        (r"\ä", r"\ä", true),
        ("a\rb\r\r", "a\rb\r", false),
    ];
    for (value, expected, is_faulty) in cases {
        let (entry, faults) = entry(&format!("Name={value}\n"));
        assert_eq!(entry.name.as_deref(), Some(expected), "{value:?}");
        assert_eq!(faults, if is_faulty { vec![(3, FaultKind::UnknownEscape)] } else { vec![] }, "{value:?}");
    }
}

#[test]
fn d5_a_bad_escape_in_a_line_nobody_reads_costs_nothing() {
    let (entry, faults) = entry("X-Windows-Path=C:\\foo\\bar\nName[fr]=\\q\nName=X\n");
    assert_eq!(entry.name.as_deref(), Some("X"));
    assert_eq!(faults, []);
}

#[test]
fn d5_lists_keep_escaped_semicolons_and_need_no_end() {
    let (entry, faults) = entry("Keywords=a\\;b;c\\\\;d\\se\nCategories=X;Y;\nMimeType=\n");
    assert_eq!(*entry.keywords, ["a;b".into(), "c\\".into(), "d e".into()]);
    assert_eq!(*entry.categories, ["X".into(), "Y".into()]);
    assert!(entry.mime_types.is_empty());
    assert_eq!(faults, []);
}

#[test]
fn d6_booleans_are_read_as_glib_reads_them() {
    let cases = [("true", true), ("1", true), ("true  ", true), ("false", false), ("0", false), ("yes", false)];
    for (value, expected) in cases {
        let (entry, faults) = entry(&format!("NoDisplay={value}\nHidden={value}\nTerminal={value}\n"));
        assert_eq!((entry.is_no_display, entry.is_hidden, entry.is_terminal), (expected, expected, expected));
        assert_eq!(faults.len(), if matches!(value, "true" | "false") { 0 } else { 3 }, "{value:?}");
    }
}

#[test]
fn d7_the_best_translation_wins_wherever_it_stands() {
    let keys = ["sr_RS@latin", "sr_RS", "sr@latin", "sr", "ca@valencia", "ca", "zh_TW", "zh", "pt_BR", "pt", "de"];
    let cases: [(&[&str], &[&str], &str); 15] = [
        (&["sr_RS.UTF-8@latin"], &[], "sr_RS@latin"),
        (&["sr_RS@latin"], &["sr_RS@latin"], "sr_RS"),
        (&["sr_RS@latin"], &["sr_RS@latin", "sr_RS"], "sr@latin"),
        (&["sr_RS@latin"], &["sr_RS@latin", "sr_RS", "sr@latin"], "sr"),
        (&["sr@latin"], &[], "sr@latin"),
        (&["ca_ES@valencia"], &[], "ca@valencia"),
        (&["ca_ES@valencia"], &["ca@valencia"], "ca"),
        (&["zh_TW"], &[], "zh_TW"),
        (&["zh_HK"], &[], "zh"),
        (&["pt_BR"], &[], "pt_BR"),
        (&["pt_PT"], &[], "pt"),
        (&["de_AT"], &[], "de"),
        (&["xx", "de"], &[], "de"),
        (&["de", "sr"], &["de"], "sr"),
        (&["xx"], &[], "default"),
    ];
    for (locales, missing, expected) in cases {
        for is_reversed in [false, true] {
            let mut lines: Vec<String> =
                keys.iter().filter(|key| !missing.contains(key)).map(|key| format!("Name[{key}]={key}\n")).collect();
            lines.insert(3, "Name=default\n".into());
            if is_reversed {
                lines.reverse();
            }
            let (entry, faults) = read(format!("[Desktop Entry]\nType=Application\n{}", lines.concat()), locales);
            let entry = entry.unwrap();
            assert_eq!(entry.name.as_deref(), Some(expected), "{locales:?} without {missing:?}");
            assert_eq!(entry.untranslated.name.is_some(), expected != "default", "{locales:?}");
            assert_eq!(faults, []);
        }
    }
}

#[test]
fn d7_an_encoding_in_a_key_does_not_matter_and_an_unreadable_translation_is_none() {
    let text = b"[Desktop Entry]\nType=Application\nName=N\nName[de.UTF-8]=D\nComment=C\nComment[de_DE]=\xff\n\
        Comment[de]=K\nGenericName=G\nGenericName[de]=\n";
    let entry = read(text, &["de_DE"]).0.unwrap();
    assert_eq!(entry.name.as_deref(), Some("D"));
    assert_eq!(entry.comment.as_deref(), Some("K"));
    assert_eq!(entry.generic_name.as_deref(), Some(""), "an empty translation is one, as in GLib");
}

#[test]
fn d7_lists_icons_and_actions_are_translated_too() {
    let text = "[Desktop Entry]\nType=Application\nKeywords=a;b;\nKeywords[de]=x;y;\nIcon=i\nIcon[de]=j\nExec=e\n\
        Exec[de]=f\nActions=go;\n[Desktop Action go]\nName=Go\nName[de]=Los\nIcon[de]=k\n";
    let entry = read(text, &["de"]).0.unwrap();
    assert_eq!(*entry.keywords, ["x".into(), "y".into()]);
    assert_eq!(*entry.untranslated.keywords, ["a".into(), "b".into()]);
    assert_eq!(entry.icon.as_deref(), Some("j"));
    assert_eq!(entry.exec.as_deref(), Some("e"), "what cannot be translated is not");
    assert_eq!(&*entry.actions[0].name, "Los");
    assert_eq!(entry.actions[0].icon.as_deref(), Some("k"));
}

#[test]
fn d8_a_translation_without_a_default_is_taken() {
    for locales in [&["fr"][..], &[]] {
        let text = "[Desktop Entry]\nType=Application\nName[fr]=F\n[Desktop Action x]\nName=x\n";
        let entry = read(text, locales).0.unwrap();
        assert_eq!(entry.name.as_deref(), locales.first().map(|_| "F"));
        assert_eq!(entry.untranslated.name, None);
    }
}

#[test]
fn d8_d19_types_are_told_apart() {
    let cases = [
        ("Application", Kind::Application),
        ("Link", Kind::Link),
        ("Directory", Kind::Directory),
        ("Service", Kind::Other),
        ("application", Kind::Other),
    ];
    for (name, expected) in cases {
        let entry = read(format!("[Desktop Entry]\nType={name}\nURL=https://example.org\n"), &[]).0.unwrap();
        assert_eq!(entry.kind, expected, "{name}");
        assert_eq!(entry.url.as_deref(), Some("https://example.org"));
    }
}

#[test]
fn d16_only_listed_actions_with_a_group_and_a_name_exist() {
    let (entry, _) = entry(
        "Actions=b;gone;a;b;nameless;;\n[Desktop Action a]\nName=A\nExec=a\n[Desktop Action b]\nName=B\n\
        [Desktop Action nameless]\nExec=n\n[Desktop Action unlisted]\nName=U\nExec=u\n",
    );
    let found: Vec<_> = entry.actions.iter().map(|action| (&*action.id, &*action.name)).collect();
    assert_eq!(found, [("b", "B"), ("a", "A")]);
}

#[test]
fn d17_one_main_window_and_the_other_gpu_are_said_by_booleans() {
    let cases = [
        ("", (false, false, None)),
        ("SingleMainWindow=true\n", (true, false, None)),
        ("PrefersNonDefaultGPU=true\n", (false, true, None)),
        ("X-SingleMainWindow=true\nX-KDE-RunOnDiscreteGpu=true\n", (false, false, None)),
        ("SingleMainWindow=false\nPrefersNonDefaultGPU=1\nStartupNotify=false\n", (false, true, Some(false))),
    ];
    for (body, expected) in cases {
        let entry = entry(body).0;
        let found = (entry.is_single_main_window, entry.prefers_non_default_gpu, entry.startup_notify);
        assert_eq!(found, expected, "{body:?}");
    }
}

#[test]
fn d18_d22_keywords_interfaces_types_and_categories_are_lists_kept_as_they_stand() {
    let (entry, faults) = entry(
        "Keywords=Internet;WWW;\nImplements=org.freedesktop.FileManager1;\nCategories=X-Own;Network;Unheard;;Audio\n\
        MimeType=text/html;x-scheme-handler/http;;image/x-foo\nStartupWMClass=Foo bar\n",
    );
    let list = |parts: &[Box<str>]| parts.join(" ");
    assert_eq!(list(&entry.keywords), "Internet WWW");
    assert_eq!(list(&entry.implements), "org.freedesktop.FileManager1");
    assert_eq!(list(&entry.categories), "X-Own Network Unheard Audio");
    assert_eq!(list(&entry.mime_types), "text/html x-scheme-handler/http image/x-foo");
    assert_eq!(entry.startup_wm_class.as_deref(), Some("Foo bar"));
    assert_eq!(faults, []);
}

#[test]
fn a_file_of_groups_without_end_keeps_a_bounded_number_of_them() {
    let groups: String = (0..100_000).map(|number| format!("[Desktop Action {number}]\njunk\nName=x\n")).collect();
    let (entry, faults) = entry(&format!("Actions=0;99999;\n{groups}"));
    assert_eq!(entry.actions.len(), 1);
    assert_eq!(faults.len(), 256);
}

/// Pieces that entries are made of, to be put together in any order.
const PIECES: [&[u8]; 24] = [
    b"[Desktop Entry]",
    b"[Desktop Action a]",
    b"[",
    b"]",
    b"=",
    b"\n",
    b"\r",
    b"\0",
    b" ",
    b";",
    b"\\",
    b"\\s",
    b"\xff",
    b"#",
    b"Name",
    b"Name[de]",
    b"Type=Application\n",
    b"Actions=a;\n",
    b"Keywords=",
    b"Terminal=",
    b"X-Ubuntu-Gettext-Domain=",
    b"[x]",
    b"\xef\xbb\xbf",
    "ä".as_bytes(),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_an_entry_or_none_and_are_never_refused(bytes: Vec<u8>) {
        prop_assert_ne!(read(bytes, &["de"]).0, Err(Rejection::Refused));
    }

    #[test]
    fn any_lines_below_the_group_and_type_are_an_entry(places in proptest::collection::vec(0..PIECES.len(), 0..64)) {
        let body: Vec<u8> = places.into_iter().flat_map(|place| PIECES[place]).copied().collect();
        let text = [&b"[Desktop Entry]\nType=Application\n"[..], &body].concat();
        let (entry, _) = read(&text, &["de"]);
        let entry = entry.unwrap();
        prop_assert!(entry.name.is_none_or(|name| name.len() <= body.len()));
    }
}
