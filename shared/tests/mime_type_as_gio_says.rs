//! Types of made and of real files beside GLib's, on machines that have `gio`.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use candela_shared::Directories;
use candela_shared::registry::mime_type::MimeTypes;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Real files compared, at the most.
const MOST: usize = 3000;

/// Returns GLib's answers, by path; `None` where `gio` is not installed.
fn gio(paths: &[PathBuf]) -> Option<HashMap<PathBuf, String>> {
    let mut answers = HashMap::new();
    for some in paths.chunks(500) {
        let output = Command::new("gio")
            .args(["info", "-a", "standard::content-type"])
            .args(some)
            .env("LC_ALL", "C")
            .output()
            .ok()?;
        let mut path = PathBuf::new();
        for line in output.stdout.split(|byte| *byte == b'\n') {
            if let Some(uri) = line.strip_prefix(b"uri: file://") {
                path = PathBuf::from(OsStr::from_bytes(&percent_decoded(uri)));
            } else if let Some(answer) = line.strip_prefix(b"  standard::content-type: ") {
                let _ = answers.insert(path.clone(), String::from_utf8_lossy(answer).into_owned());
            }
        }
    }
    Some(answers)
}

fn percent_decoded(text: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::new();
    let mut rest = text;
    while let [first, after @ ..] = rest {
        let byte = match after {
            [high, low, ..] if *first == b'%' => {
                rest = &after[2..];
                u8::from_str_radix(str::from_utf8(&[*high, *low]).unwrap(), 16).unwrap()
            }
            _ => {
                rest = after;
                *first
            }
        };
        decoded.push(byte);
    }
    decoded
}

#[track_caller]
fn assert_agreement(paths: &[PathBuf]) -> usize {
    let types = MimeTypes::load(&Directories::from_environment());
    let Some(answers) = gio(paths) else { return 0 };
    let mut differences = Vec::new();
    for (path, theirs) in &answers {
        let ours = types.of_path(path).unwrap_or("gone");
        if ours != theirs && ours != "gone" {
            differences.push(format!("{}: {ours}, and gio says {theirs}", path.display()));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    answers.len()
}

fn below(directory: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let kind = entry.file_type().unwrap();
        // What the kernel makes up changes between the two looks at it.
        if kind.is_dir() {
            below(&entry.path(), found);
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
}

/// A file of every pattern of the database: binary, text, XML, an archive, an office file.
fn one_of_every_pattern(directory: &Path) -> Vec<PathBuf> {
    let contents: [&[u8]; 6] = [
        b"\0\x01\x02",
        b"hello\n",
        b"<?xml version=\"1.0\"?>\n<x/>",
        b"PK\x03\x04abc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"OggS\0",
    ];
    let globs = std::fs::read_to_string("/usr/share/mime/globs2").unwrap_or_default();
    let patterns = globs.lines().filter_map(|line| line.split(':').nth(2));
    let names = patterns.map(|pattern| pattern.replace("[0-9]", "7").replace("[1-9]", "3").replace("[1-9j]", "j"));
    let mut paths = Vec::new();
    for (name, number) in names.flat_map(|name| (0..contents.len()).map(move |number| (name.clone(), number))) {
        for name in [name.replace('*', "fIle"), name.replace('*', "fIle").to_uppercase()] {
            let path = directory.join(number.to_string()).join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, contents[number]).unwrap();
            paths.push(path);
        }
    }
    paths
}

#[test]
fn one_file_of_every_pattern_has_the_type_gio_says() {
    let directory = tempfile::tempdir().unwrap();
    let _ = assert_agreement(&one_of_every_pattern(directory.path()));
}

#[test]
fn made_files_have_the_types_gio_says() {
    let directory = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    let files: [(&[u8], &[u8]); 37] = [
        (b"empty", b""),
        (b"empty.png", b""),
        (b"main.C", b"int x;"),
        (b"main.c", b"int x;"),
        (b"core", b"x"),
        (b"CORE", b"x"),
        (b"escape", b"a\x1b[0m"),
        (b"vertical", b"a\x0bb"),
        (b"delete", b"a\x7fb"),
        (b"latin1", b"caf\xe9\n"),
        (b"zero", b"a\0b"),
        (b"utf16", b"\xff\xfeh\0i\0"),
        (b"utf16.txt", b"\xff\xfeh\0i\0"),
        (b"nearly utf16", b"\xff\xfe\0\x01\x02"),
        (b"one", b"\0"),
        (b"trap", b"[Desktop Entry]\nType=Application\n"),
        (b"trap.txt", b"[Desktop Entry]\nType=Application\n"),
        (b"libfoo.so.1", b"hello"),
        (b"README.pdf", b"hello"),
        (b"README", b"hello"),
        (b"page.xml", b"<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"></html>"),
        (b"page", b"<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"></html>"),
        (b"page.html", b"<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"></html>"),
        (b"three.py", b"#!/usr/bin/env python3\n"),
        (b"two.py", b"#!/usr/bin/python\n"),
        (b"signed.asc", b"-----BEGIN PGP SIGNATURE-----\n\nabc"),
        (b"script", b"#!/bin/sh\n"),
        (b"script2", b"#!/usr/bin/env perl\n"),
        (b"X.TAR.GZ", b"hello"),
        (b".tar.gz", b"hello"),
        (b".bashrc", b"hello"),
        (b".txt", b"hello"),
        (b"foo.", b"hello"),
        (b"foo.txt~", b"hello"),
        (b"caf\xe9.txt", b"hello"),
        (b"picture", b"\x89PNG\r\n\x1a\n\0\0"),
        (b"picture.txt", b"\x89PNG\r\n\x1a\n\0\0"),
    ];
    for (name, contents) in files {
        let path = directory.path().join(OsStr::from_bytes(name));
        std::fs::write(&path, contents).unwrap();
        paths.push(path);
    }
    let directory_path = directory.path().join("folder.txt");
    std::fs::create_dir(&directory_path).unwrap();
    paths.push(directory_path);
    for (name, target) in [("link", "main.c"), ("link.png", "main.c"), ("dangling", "nowhere"), ("null", "/dev/null")] {
        let path = directory.path().join(name);
        std::os::unix::fs::symlink(target, &path).unwrap();
        paths.push(path);
    }
    let _ = assert_agreement(&paths);
}

#[test]
#[ignore = "its corpus is whatever is installed: run it by hand, on many machines"]
fn real_files_have_the_types_gio_says() {
    let mut paths = Vec::new();
    for directory in ["/usr/share", "/usr/bin", "/usr/lib", "/usr/local/share", "/usr/local/lib"] {
        below(Path::new(directory), &mut paths);
    }
    paths.sort();
    let paths: Vec<_> = paths.iter().step_by(paths.len() / MOST + 1).cloned().collect();
    let _ = assert_agreement(&paths);
}
