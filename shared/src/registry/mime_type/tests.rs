//! The type of files: the specification's order of checks, and GLib's answers where it leaves a choice.

use super::*;
use proptest::prelude::*;
use std::os::unix::fs::symlink;

const GLOBS: &str = "80:text/html:*.html\n60:text/x-python:*.py\n60:application/x-sharedlib:*.so.[0-9]*\n\
    50:application/xhtml+xml:*.html\n50:text/x-python3:*.py\n50:application/x-troff-man:*.[1-9]\n\
    50:application/msword:*.doc\n50:audio/ogg:*.ogg\n50:video/ogg:*.ogg\n50:text/plain:*.txt\n\
    50:application/x-desktop:*.desktop\n50:text/plain:*.asc\n10:application/pgp-signature:*.asc\n";
const MAGIC: &[u8] = b"MIME-Magic\0\n[80:application/xhtml+xml]\n>0=\0\x05<html\n[50:video/ogg]\n>0=\0\x04OggV\n\
    [50:application/x-desktop]\n>0=\0\x03[De\n[50:text/x-python3]\n>0=\0\x0a#!/python3\n\
    [50:application/x-ole-storage]\n>0=\0\x02\xd0\xcf\n[40:text/x-python]\n>0=\0\x09#!/python\n";
const SUBCLASSES: &str = "application/msword application/x-ole-storage\napplication/x-troff-man text/plain\n";

fn types() -> MimeTypes {
    let mut types = MimeTypes::default();
    types.add(Path::new("/d"), &mut Names::default(), |path| match path.file_name()?.to_str()? {
        "globs2" => Some(GLOBS.into()),
        "magic" => Some(MAGIC.into()),
        "subclasses" => Some(SUBCLASSES.into()),
        "generic-icons" => Some("application/msword:x-office-document\n".into()),
        "icons" => Some("text/html:my-page\n".into()),
        _ => None,
    });
    types
}

#[test]
fn s3_a_name_decides_and_contents_choose_where_it_does_not() {
    let types = types();
    for (name, contents, expected, case) in [
        (Some("a.doc"), &b"hello"[..], "application/msword", "one glob: the name decides"),
        (Some("README.txt"), b"\xd0\xcf", "text/plain", "one glob, whatever the contents"),
        (Some("a"), b"\xd0\xcf", "application/x-ole-storage", "no glob: the contents"),
        (None, b"\xd0\xcf", "application/x-ole-storage", "no name"),
        (Some("a"), b"hello", "text/plain", "no glob, no rule: text"),
        (Some("a"), b"a\0", OCTET_STREAM, "no glob, no rule: not text"),
        (Some("a.ogg"), b"OggV", "video/ogg", "several globs: the one the contents are"),
        (Some("a.ogg"), b"hello", "audio/ogg", "several globs, of no help: the first"),
        (Some("a.ogg"), b"a\0", "audio/ogg", "several globs, nothing found: the first"),
        (Some("a.py"), b"#!/python3", "text/x-python3", "a lighter glob is chosen too"),
        (Some("a.py"), b"hello", "text/x-python", "the heaviest that is text"),
        (Some("a.asc"), b"hello", "text/plain", "the heaviest"),
        (Some("a.html"), b"<html", "application/xhtml+xml", "priority 80 overrules"),
        (Some("a.html"), b"#!/python3", "text/html", "a lower priority does not"),
        (Some("liba.so.1"), b"\x7fELF\0", "application/x-sharedlib", "the heavier whole-name pattern"),
        (Some("trap"), b"[Desktop Entry]", "text/plain", "no desktop entry under another name"),
        (None, b"[Desktop Entry]", DESKTOP_ENTRY, "contents without a name"),
        (Some("a.desktop"), b"", DESKTOP_ENTRY, "a desktop entry"),
    ] {
        assert_eq!(types.of_contents(name.map(OsStr::new), contents), expected, "{case}");
    }
    assert_eq!(types.of_name(OsStr::new("a.py")), Some("text/x-python"));
    assert_eq!(types.of_name(OsStr::new("a")), None);
}

#[test]
fn s3_what_is_no_file_has_an_inode_type() {
    let directory = tempfile::tempdir().unwrap();
    let at = |name: &str| directory.path().join(name);
    let write = |name: &str, contents: &[u8]| std::fs::write(at(name), contents).unwrap();
    write("page.html", b"<html");
    write("empty.doc", b"");
    write("a.doc", b"x");
    std::fs::create_dir(at("folder.txt")).unwrap();
    symlink(at("page.html"), at("link")).unwrap();
    symlink(at("folder.txt"), at("link.doc")).unwrap();
    symlink(at("nothing"), at("dangling.doc")).unwrap();
    rustix::fs::mknodat(rustix::fs::CWD, at("pipe"), rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
    let types = types();
    for (name, expected) in [
        ("page.html", "application/xhtml+xml"),
        ("empty.doc", "text/plain"),
        ("a.doc", "application/msword"),
        ("folder.txt", "inode/directory"),
        ("link", "application/xhtml+xml"),
        ("link.doc", "inode/directory"),
        ("dangling.doc", "inode/symlink"),
        ("pipe", "inode/fifo"),
        ("socket", "inode/socket"),
        ("/dev/null", "inode/chardevice"),
    ] {
        assert_eq!(types.of_path(&at(name)), Ok(expected), "{name}");
    }
    let missing = Error { path: at("missing"), kind: std::io::ErrorKind::NotFound };
    assert_eq!(types.of_path(&at("missing")), Err(missing));
}

#[test]
fn s4_icons_are_named_after_the_type_its_kind_or_as_the_database_says() {
    let types = types();
    for (mime_type, expected) in [
        ("application/msword", ["application-msword", "x-office-document"]),
        ("text/html", ["my-page", "text-x-generic"]),
        ("image/svg+xml", ["image-svg+xml", "image-x-generic"]),
    ] {
        assert_eq!(types.icon_names(mime_type), expected, "{mime_type}");
    }
}

#[test]
fn s5_directories_are_read_from_the_least_to_the_most_important() {
    let root = tempfile::tempdir().unwrap();
    let write = |path: &str, contents: &str| {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, contents).unwrap();
    };
    write("system/mime/globs2", "50:a/system:*.a\n50:b/b:*.b\n50:b/b:*.bb\n");
    write("system/mime/magic", "MIME-Magic\0\n[50:m/system]\n>0=\0\x01m\n");
    write("home/mime/globs", "a/home:*.a\nb/b:__NOGLOBS__\nb/b:*.b\n");
    write("home/mime/magic", "MIME-Magic\0\n[50:m/home]\n>0=\0\x01m\n");
    let directories = Directories {
        data_home: Some(root.path().join("home")),
        data_dirs: vec![root.path().join("missing"), root.path().join("system")],
        ..Directories::default()
    };
    let types = MimeTypes::load(&directories);
    for (name, expected) in [("x.a", "a/home"), ("x.b", "b/b"), ("x.bb", "m/home")] {
        assert_eq!(types.of_contents(Some(OsStr::new(name)), b"m\0"), expected, "{name}");
    }
}

proptest! {
    #[test]
    fn any_name_and_contents_have_a_type(name: Vec<u8>, contents: Vec<u8>) {
        prop_assert!(types().of_contents(Some(OsStr::from_bytes(&name)), &contents).contains('/'));
    }
}
