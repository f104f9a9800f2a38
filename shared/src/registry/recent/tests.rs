//! The rules R1 to R3, by their names.

use super::*;

use proptest::prelude::*;

use std::time::{Duration, UNIX_EPOCH};

const LIST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0" xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info">
  <!-- kept -->
  <bookmark href="file:///a%20b.png" added="2020-01-01T00:00:00Z" modified="2020-01-02T00:00:00Z" visited='1'>
    <info>
      <metadata owner="http://freedesktop.org">
        <mime:mime-type type="image/png"/>
        <bookmark:groups><bookmark:group>Graphics</bookmark:group></bookmark:groups>
        <bookmark:applications>
          <bookmark:application name="viewer" exec="&apos;viewer %u&apos;" modified="2020-01-02T00:00:00Z" count="2"/>
        </bookmark:applications>
        <bookmark:private/>
      </metadata>
      <metadata owner="http://example.org"><x:strange xmlns:x="x">1 &lt; 2</x:strange></metadata>
    </info>
  </bookmark>
  <bookmark href="file:///new.txt" modified="2023-05-06T07:08:09Z"/>
</xbel>
"#;

fn used<'a>(uri: &'a str, application: &'a str) -> Use<'a> {
    let now = UNIX_EPOCH + Duration::from_secs(1_709_210_096);
    Use { uri, mime_type: "image/png", application, exec: "open %u", now }
}

#[test]
fn r1_a_list_is_read_the_last_used_first() {
    let found = parse(LIST.as_bytes());
    assert_eq!(found.iter().map(|one| &*one.uri).collect::<Vec<_>>(), ["file:///new.txt", "file:///a%20b.png"]);
    assert_eq!((found[1].mime_type.as_deref(), found[1].is_private), (Some("image/png"), true));
    assert_eq!(found[1].applications, ["viewer"]);
    assert!(!found[0].is_private && found[0].applications.is_empty());
}

#[test]
fn r2_a_use_is_noted_and_nothing_else_changes() {
    let now = "2024-02-29T12:34:56Z";
    let again = edit::with(LIST, &used("file:///a%20b.png", "viewer")).unwrap();
    let expected = LIST
        .replacen("2020-01-02T00:00:00Z\" visited='1'", &format!("{now}\" visited='{now}'"), 1)
        .replacen("modified=\"2020-01-02T00:00:00Z\" count=\"2\"", &format!("modified=\"{now}\" count=\"3\""), 1);
    assert_eq!(again, expected);
    let other = edit::with(LIST, &used("file:///a%20b.png", "editor")).unwrap();
    assert_eq!(parse(other.as_bytes())[0].applications, ["viewer", "editor"]);
    let added = edit::with(LIST, &used("file:///c&d", "a \"b\"")).unwrap();
    assert!(added.starts_with(LIST.strip_suffix("</xbel>\n").unwrap()), "{added}");
    let first = &parse(added.as_bytes())[0];
    assert_eq!(
        (&*first.uri, &*first.modified, &first.applications[..]),
        ("file:///c&d", now, &["a \"b\"".to_owned()][..])
    );
}

#[test]
fn r2_a_list_begins_where_there_is_none_and_a_foreign_file_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let directories = Directories { data_home: Some(folder.path().join("data")), ..Directories::default() };
    add(&directories, &used("file:///a", "viewer")).unwrap();
    add(&directories, &used("file:///a", "viewer")).unwrap();
    let file = folder.path().join("data").join(FILE);
    assert!(std::fs::read_to_string(&file).unwrap().contains("count=\"2\""));
    assert_eq!(read(&directories).len(), 1);
    for foreign in ["<html></html>", "<xbel><bookmark", "\u{0}", "text"] {
        std::fs::write(&file, foreign).unwrap();
        assert_eq!(add(&directories, &used("file:///a", "viewer")), Err(Error::Foreign(file.clone())), "{foreign:?}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), foreign);
    }
    assert_eq!(add(&Directories::default(), &used("file:///a", "viewer")), Err(Error::NoFolder));
}

#[test]
fn r3_files_that_are_gone_stay_in_the_list() {
    let added = edit::with(LIST, &used("file:///nowhere/at/all", "viewer")).unwrap();
    assert_eq!(parse(added.as_bytes()).len(), 3);
}

#[test]
fn r3_what_is_shown_is_recent_there_and_not_private_to_others() {
    let of = |uri: &str, modified: &str, is_private| Recent {
        uri: uri.into(),
        modified: modified.into(),
        is_private,
        applications: vec!["viewer".into()],
        mime_type: None,
    };
    let list = [
        of("file:///here", "2024-02-29T12:34:55Z", false),
        of("file:///private", "2024-02-29T12:34:55Z", true),
        of("https://example.org/", "2024-02-01T00:00:00Z", false),
        of("file:///gone", "2024-02-29T12:34:55Z", false),
        of("file:///here", "2024-01-30T12:34:55Z", false),
        of("file:///here", "", false),
    ];
    let now = used("", "").now;
    for (application, expected) in [("viewer", &[0, 1, 2][..]), ("editor", &[0, 2])] {
        let shown = to_show(&list, application, now, |path| path != Path::new("/gone"));
        assert_eq!(shown, expected.iter().map(|place| &list[*place]).collect::<Vec<_>>(), "{application}");
    }
}

#[test]
fn r3_nothing_is_noted_where_the_user_wants_nothing_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let directories =
        Directories { data_home: Some(at("data")), config_home: Some(at("config")), ..Directories::default() };
    std::fs::create_dir_all(at("config/candela")).unwrap();
    std::fs::write(at("config/candela/privacy.toml"), "remember-recent-files = false\n").unwrap();
    add(&directories, &used("file:///a", "viewer")).unwrap();
    assert!(!at("data").exists());
}

proptest! {
    #[test]
    fn any_bytes_are_read_and_any_list_can_be_added_to(bytes: Vec<u8>, cut in 0..LIST.len(), uri: String) {
        let _some = parse(&bytes);
        let _some = parse(&LIST.as_bytes()[..cut]);
        let _some = edit::with(&String::from_utf8_lossy(&bytes), &used("file:///a", "b"));
        let _some = edit::with(&LIST[..cut], &used("file:///a", "b"));
        let added = edit::with(LIST, &used(&uri, "b"));
        prop_assert!(added.is_some());
    }
}
