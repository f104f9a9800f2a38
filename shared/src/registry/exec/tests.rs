//! The rules of "The Exec key" (D10 to D13), the specification's own example first.

use super::*;
use crate::registry::overlay::Choice;
use proptest::prelude::*;

fn entry(exec: &str) -> Entry {
    Entry {
        id: "foo.desktop".into(),
        path: "/usr/share/applications/foo.desktop".into(),
        name: Some("Größe & Maß".into()),
        icon: Some("foo-icon".into()),
        exec: Some(exec.into()),
        ..Entry::default()
    }
}

fn targets(words: &[&str]) -> Vec<Target> {
    words.iter().map(|word| Target::new(word.as_ref(), Path::new("/home/ada"))).collect()
}

fn commands(entry: &Entry, words: &[&str]) -> Result<Vec<Vec<String>>, Error> {
    let launches = expand(entry, None, &targets(words), &Context::default())?;
    let text = |argument: OsString| argument.into_string().unwrap();
    Ok(launches.into_iter().map(|launch| launch.arguments.into_iter().map(text).collect()).collect())
}

#[test]
fn d12_every_field_code_is_filled_in() {
    type Case = (&'static str, &'static [&'static str], &'static [&'static [&'static str]]);
    let cases: [Case; 34] = [
        ("fooview %F", &["/a", "/b c"], &[&["fooview", "/a", "/b c"]]),
        ("foo", &[], &[&["foo"]]),
        ("foo %f", &[], &[&["foo"]]),
        ("foo %f", &["/a b"], &[&["foo", "/a b"]]),
        ("foo %f", &["/a", "/b"], &[&["foo", "/a"], &["foo", "/b"]]),
        ("foo %f", &["file:///a%20b"], &[&["foo", "/a b"]]),
        ("foo --file=%f", &["/a b"], &[&["foo", "--file=/a b"]]),
        ("foo --file=%f", &["/a", "/b"], &[&["foo", "--file=/a"], &["foo", "--file=/b"]]),
        ("foo --file=%f", &[], &[&["foo", "--file="]]),
        ("foo %F", &[], &[&["foo"]]),
        ("foo %F -- x", &["/a", "/b"], &[&["foo", "/a", "/b", "--", "x"]]),
        ("foo %F", &["file:///a%25"], &[&["foo", "/a%"]]),
        ("foo -%F", &["/a", "/b"], &[&["foo", "-/a"], &["foo", "-/b"]]),
        ("foo %u", &["/a b"], &[&["foo", "file:///a%20b"]]),
        ("foo %u", &["http://x/?a=b", "/c"], &[&["foo", "http://x/?a=b"], &["foo", "file:///c"]]),
        ("foo --url=%u", &["mailto:a@b"], &[&["foo", "--url=mailto:a@b"]]),
        ("foo %U", &["/a", "ftp://b/c d"], &[&["foo", "file:///a", "ftp://b/c d"]]),
        ("foo %U", &[], &[&["foo"]]),
        ("foo %i", &[], &[&["foo", "--icon", "foo-icon"]]),
        ("foo --icon=%i", &[], &[&["foo", "--icon=foo-icon"]]),
        ("foo %c", &[], &[&["foo", "Größe & Maß"]]),
        ("foo --caption=%c %k", &[], &[&["foo", "--caption=Größe & Maß", "/usr/share/applications/foo.desktop"]]),
        ("foo %%", &[], &[&["foo", "%"]]),
        ("foo 100%% %%f", &["/a"], &[&["foo", "100%", "%f", "/a"]]),
        ("foo %d %D %n %N %v %m", &["/a"], &[&["foo", "/a"]]),
        ("foo %d%f", &["/a"], &[&["foo", "/a"]]),
        ("foo x%v", &[], &[&["foo", "x"]]),
        ("foo \"\" %f", &[], &[&["foo", ""]]),
        ("foo \"%f\"", &["/a b"], &[&["foo", "/a b"]]),
        ("\"/opt/my app/run\" %U", &["/x"], &[&["/opt/my app/run", "file:///x"]]),
        ("sh -c \"echo \\\"\\$HOME\\\"\"", &[], &[&["sh", "-c", "echo \"$HOME\""]]),
        ("foo", &["/a", "/b"], &[&["foo", "/a"], &["foo", "/b"]]),
        ("foo %i %c %f %%", &["a"], &[&["foo", "--icon", "foo-icon", "Größe & Maß", "/home/ada/a", "%"]]),
        ("env A=b foo %u", &[], &[&["env", "A=b", "foo"]]),
    ];
    for (exec, words, expected) in cases {
        let found = commands(&entry(exec), words).unwrap();
        assert_eq!(found, expected, "{exec:?} with {words:?}");
    }
}

#[test]
fn d12_without_an_icon_there_is_no_icon_argument() {
    for icon in [None, Some("".into())] {
        let entry = Entry { icon, ..entry("foo %i x") };
        assert_eq!(commands(&entry, &[]).unwrap(), [["foo", "x"]]);
    }
}

#[test]
fn d11_d12_a_command_that_means_nothing_is_an_error() {
    let cases = [
        ("", Error::NoCommand),
        ("  ", Error::NoCommand),
        ("foo %y", Error::FieldCode("%y".into())),
        ("foo \"bar", Error::UnmatchedQuote),
        ("A=b foo", Error::Program("A=b".into())),
        ("\"\" foo", Error::Program("".into())),
        ("%f", Error::Program("".into())),
    ];
    for (exec, expected) in cases {
        assert_eq!(commands(&entry(exec), &[]), Err(expected), "{exec:?}");
    }
    assert_eq!(commands(&Entry { exec: None, ..entry("") }, &[]), Err(Error::NoCommand));
    assert_eq!(commands(&Entry { kind: Kind::Link, ..entry("foo") }, &[]), Err(Error::NotAnApplication));
}

#[test]
fn d12_what_is_not_on_this_machine_is_skipped_where_files_are_wanted() {
    let remote = "https://example.org/a";
    for exec in ["foo %f", "foo %F", "foo"] {
        let entry = entry(exec);
        assert_eq!(commands(&entry, &["/a", remote]).unwrap(), [["foo", "/a"]], "{exec}");
        assert_eq!(commands(&entry, &[remote]), Err(Error::RemoteTarget(remote.into())), "{exec}");
        assert_eq!(unusable(&entry, None, &targets(&["/a", remote])), Ok(vec![&Target::Uri(remote.into())]));
        assert_eq!(takes_uris(&entry), Ok(false));
    }
    assert_eq!(unusable(&entry("foo %U"), None, &targets(&["/a", remote])), Ok(vec![]));
    assert_eq!(takes_uris(&entry("foo %U")), Ok(true));
}

#[test]
fn d12_names_of_any_bytes_stay_one_argument() {
    use std::os::unix::ffi::OsStrExt;
    let path = Path::new(std::ffi::OsStr::from_bytes(b"/a \xff\n\"$(x)%f"));
    let targets = [Target::Path(path.into())];
    let launches = expand(&entry("foo %f"), None, &targets, &Context::default()).unwrap();
    assert_eq!(launches[0].arguments, ["foo".as_ref(), path.as_os_str()]);
}

#[test]
fn d16_an_action_has_a_command_of_its_own() {
    use crate::registry::entry::Action;
    let action = |id: &str, exec: Option<&str>| Action {
        id: id.into(),
        name: "Action".into(),
        exec: exec.map(Box::from),
        ..Action::default()
    };
    let actions = [action("new", Some("foo --new %c")), action("bus", None)].into();
    let entry = Entry { actions, ..entry("foo") };
    let context = Context::default();
    let launches = expand(&entry, Some("new"), &[], &context).unwrap();
    assert_eq!(launches[0].arguments, ["foo", "--new", "Größe & Maß"]);
    assert_eq!(expand(&entry, Some("bus"), &[], &context), Err(Error::NoCommand));
    assert_eq!(expand(&entry, Some("gone"), &[], &context), Err(Error::UnknownAction("gone".into())));
}

#[test]
fn d10_d13_d17_the_surroundings_of_a_command_are_those_of_the_entry() {
    let cases = [(Some("/srv"), Some("/srv")), (Some(""), None), (Some("srv"), None), (None, None)];
    for (path, expected) in cases {
        let entry = Entry { working_directory: path.map(Box::from), ..entry("foo") };
        let launch = expand(&entry, None, &[], &Context::default()).unwrap().remove(0);
        assert_eq!(launch.working_directory.as_deref(), expected.map(Path::new), "{path:?}");
        assert_eq!(launch.environment, []);
    }
    let entry = Entry { prefers_non_default_gpu: true, try_exec: Some("".into()), ..entry("foo") };
    let launch = expand(&entry, None, &[], &Context::default()).unwrap().remove(0);
    assert_eq!(launch.environment, [("DRI_PRIME".into(), "1".into())]);
    let choice = Choice { environment: vec![("LANG".into(), "C".into())], ..Choice::default() };
    let chosen = Entry { choice: Some(Box::new(choice)), ..entry.clone() };
    let launch = expand(&chosen, None, &[], &Context::default()).unwrap().remove(0);
    assert_eq!(launch.environment.last(), Some(&("LANG".into(), "C".into())), "the user has the last word");
    let entry = Entry { try_exec: Some("absent".into()), ..entry };
    assert_eq!(expand(&entry, None, &[], &Context::default()), Err(Error::NotInstalled("absent".into())));
}

#[test]
fn d13_a_program_for_the_terminal_is_wrapped_or_refused() {
    let entry = Entry { is_terminal: true, ..entry("foo %F") };
    assert_eq!(commands(&entry, &[]), Err(Error::NoTerminal));
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("foot");
    std::fs::write(&program, "").unwrap();
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let context = Context { path: vec![folder.path().to_owned()], ..Context::default() };
    let launches = expand(&entry, None, &targets(&["/a b"]), &context).unwrap();
    assert_eq!(launches[0].arguments, ["foot", "foo", "/a b"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_is_a_command_or_an_error(exec in "[ a%\"'\\\\$`=fFuUickdDnNvmx\n]{0,24}", words in proptest::collection::vec("[a:%/ ]{0,6}", 0..3)) {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if let Ok(launches) = expand(&entry(&exec), None, &targets(&words), &Context::default()) {
            prop_assert!(!launches.is_empty());
            prop_assert!(launches.iter().all(|launch| launch.arguments.first().is_some_and(|program| !program.is_empty())));
        }
    }

    #[test]
    fn d12_any_name_stays_one_argument_and_survives_as_uri(name in proptest::collection::vec(1..=255_u8, 1..40)) {
        use std::os::unix::ffi::OsStringExt;
        let path = PathBuf::from(OsString::from_vec([&b"/"[..], &name].concat()));
        let launches = expand(&entry("foo %f"), None, &[Target::Path(path.clone())], &Context::default()).unwrap();
        prop_assert_eq!(&launches[0].arguments, &["foo".into(), path.clone().into_os_string()]);
        let launches = expand(&entry("foo %u"), None, &[Target::Path(path.clone())], &Context::default()).unwrap();
        prop_assert_eq!(Target::new(&launches[0].arguments[1], Path::new("/")), Target::Path(path));
    }
}
