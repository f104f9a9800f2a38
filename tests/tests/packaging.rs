//! The files of `packaging/` that follow from others are what they would be made today.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn packaging(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_packaging")).args(arguments).output().unwrap()
}

#[test]
fn entries_have_the_words_of_every_language() {
    let checked = packaging(&["--check", "entries"]);
    let said = String::from_utf8_lossy(&checked.stderr);
    assert!(checked.status.success(), "{said}; type: cargo run -p candela-tests --bin packaging entries");
}

#[test]
fn completions_are_those_of_the_table() {
    let checked = packaging(&["--check", "completions"]);
    let said = String::from_utf8_lossy(&checked.stderr);
    assert!(checked.status.success(), "{said}; type: cargo run -p candela-tests --bin packaging completions");
}

#[test]
fn the_bill_names_what_is_built_in_and_nothing_that_only_tests_need() {
    let bill = packaging(&["bill"]);
    assert!(bill.status.success(), "{}", String::from_utf8_lossy(&bill.stderr));
    let bill: serde_json::Value = serde_json::from_slice(&bill.stdout).unwrap();
    assert_eq!(bill["bomFormat"], "CycloneDX");
    let components = bill["components"].as_array().unwrap();
    let names: Vec<&str> = components.iter().map(|component| component["name"].as_str().unwrap()).collect();
    for built_in in ["iced", "winit", "fluent-bundle", "git2", "rustix"] {
        assert!(names.contains(&built_in), "{built_in} is built in");
    }
    for stranger in ["criterion", "proptest", "candela-shared", "windows-sys"] {
        assert!(!names.contains(&stranger), "{stranger} is not built in");
    }
    for component in components {
        assert_eq!(component["hashes"][0]["content"].as_str().unwrap().len(), 64, "{component}");
        assert_ne!(component["licenses"][0]["expression"], "NOASSERTION", "{component}");
    }
}

#[test]
fn the_licences_have_a_line_for_every_library_and_the_texts_they_came_with() {
    let licences = packaging(&["licences"]);
    assert!(licences.status.success(), "{}", String::from_utf8_lossy(&licences.stderr));
    let licences = String::from_utf8(licences.stdout).unwrap();
    for text in ["\niced 0.14", "Permission is hereby granted, free of charge", "Apache License"] {
        assert!(licences.contains(text), "{text}");
    }
}

#[test]
fn without_translations_english_alone_is_embedded() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("build");
    let mut compiler = Command::new("rustc");
    let compiled = compiler.args(["--edition", "2024", "-o"]).arg(&script).arg(shared.join("build.rs")).status();
    assert!(compiled.unwrap().success());
    for (nls, languages) in [("no", &["en"][..]), ("yes", &["ar", "de", "en", "ja"])] {
        let mut embed = Command::new(&script);
        let embedded = embed.current_dir(&shared).env("OUT_DIR", folder.path()).env("CANDELA_NLS", nls).output();
        assert!(embedded.unwrap().status.success());
        let table = fs::read_to_string(folder.path().join("messages.rs")).unwrap();
        let embedded: BTreeSet<&str> = table.lines().filter_map(|line| line.trim().split('"').nth(1)).collect();
        assert_eq!(embedded.into_iter().collect::<Vec<_>>(), languages, "CANDELA_NLS={nls}");
    }
}
