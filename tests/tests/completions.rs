//! What shells complete is what the programs take: `packaging/commands.toml` says what `--help` and the manuals say.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use candela_tests::candela;
use regex::Regex;

/// Commands of a program, with their options; "" is without a command.
type Commands = BTreeMap<String, Vec<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn table() -> BTreeMap<String, Commands> {
    toml::from_str(&fs::read_to_string(root().join("packaging/commands.toml")).unwrap()).unwrap()
}

fn help(program: &str) -> String {
    let mut command = match program.strip_prefix("candela-") {
        Some(name) => {
            let mut command = Command::new(candela());
            let _same = command.arg(name);
            command
        }
        None => Command::new(root().join("packaging/session").join(program)),
    };
    let said = command.arg("--help").env("LC_ALL", "C").output().unwrap();
    assert!(said.status.success(), "{program} --help");
    String::from_utf8(said.stdout).unwrap()
}

fn manual(program: &str) -> String {
    fs::read_to_string(root().join(format!("packaging/share/man/man1/{program}.1"))).unwrap()
}

/// The name of an option, and the words it may be followed by: `--sort` and `name|size` of `--sort=name|size`.
fn parts(option: &str) -> (&str, Option<&str>) {
    option.split_once('=').map_or((option, None), |(name, words)| (name, words.contains('|').then_some(words)))
}

fn names(commands: &Commands) -> BTreeSet<String> {
    commands.values().flatten().map(|option| parts(option).0.to_owned()).collect()
}

#[test]
fn every_program_that_is_installed_has_its_completions() {
    let installed = Command::new(root().join("make/install.sh"))
        .args(["list", "calculator", "files", "launcher", "open", "session", "shutdown"])
        .envs([("BINDIR", "bin"), ("LIBEXECDIR", "libexec"), ("DATADIR", "share"), ("MANDIR", "share/man")])
        .envs([("SYSCONFDIR", "etc"), ("DESTDIR", "")])
        .output()
        .unwrap();
    let installed = String::from_utf8(installed.stdout).unwrap();
    let files: BTreeSet<&str> = installed.lines().collect();
    let programs: BTreeSet<&str> = files.iter().filter_map(|file| file.strip_prefix("bin/")).collect();
    assert_eq!(programs, table().keys().map(String::as_str).collect());
    for program in programs {
        for file in [
            format!("share/bash-completion/completions/{program}"),
            format!("share/zsh/site-functions/_{program}"),
            format!("share/fish/vendor_completions.d/{program}.fish"),
            format!("share/man/man1/{program}.1"),
        ] {
            assert!(files.contains(file.as_str()), "{file}");
        }
    }
}

#[test]
fn options_are_those_of_the_help_and_of_the_manual() {
    let option = Regex::new(r"(?m)(?:^|[^\w-])(--[a-z][a-z0-9-]*|-[a-z])\b").unwrap();
    for (program, commands) in table() {
        let (help, manual) = (help(&program), manual(&program));
        let told: BTreeSet<String> = option.captures_iter(&help).map(|found| found[1].to_owned()).collect();
        assert_eq!(names(&commands), told, "{program} --help on the right");
        for name in names(&commands) {
            // A second option of a choice stands behind a bar: `.Op Fl -list | -resume`.
            let written = Regex::new(&format!(r"(?:Fl|\|) {}\b", regex::escape(&name[1..]))).unwrap();
            assert!(written.is_match(&manual), "{name} in the manual of {program}");
        }
        for words in commands.values().flatten().filter_map(|option| parts(option).1) {
            assert!(help.contains(words), "{words} in the help of {program}");
        }
    }
}

#[test]
fn commands_are_those_of_the_help() {
    let listed = Regex::new(r"(?:^|\| )\[?([a-z][a-z|-]*)").unwrap();
    for (program, commands) in table() {
        let usage = format!("{program} ");
        let help = help(&program);
        let told: BTreeSet<&str> = help
            .lines()
            .filter_map(|line| line.split_once(&usage))
            .filter(|(before, _)| before.trim().is_empty() || before.trim() == "usage:")
            .flat_map(|(_, call)| listed.captures_iter(call).collect::<Vec<_>>())
            .flat_map(|found| found.get(1).unwrap().as_str().split('|').collect::<Vec<_>>())
            .collect();
        let known: BTreeSet<&str> = commands.keys().map(String::as_str).filter(|name| !name.is_empty()).collect();
        assert_eq!(known, told, "{program} --help on the right");
        let manual = manual(&program);
        for command in known {
            let written = Regex::new(&format!(r"(?m)^\.(?:Cm|Op Cm|It Cm|Oo Cm)\b.*\b{command}\b")).unwrap();
            assert!(written.is_match(&manual), "{command} in the manual of {program}");
        }
    }
}

#[test]
fn every_settings_file_that_a_program_reads_has_a_manual() {
    let named = Regex::new(r#""candela/([a-z]+\.toml)""#).unwrap();
    let mut files = BTreeSet::new();
    for folder in ["apps", "shared"] {
        of_sources(&root().join(folder), &mut |text| {
            files.extend(named.captures_iter(text).map(|found| found[1].to_owned()));
        });
    }
    assert!(files.len() >= 5, "only {files:?} were found");
    for file in files {
        let manual = root().join(format!("packaging/share/man/man5/candela-{file}.5"));
        assert!(manual.exists(), "{} for {file}", manual.display());
    }
}

/// Hands the text of every Rust source below a folder over.
fn of_sources(folder: &Path, take: &mut dyn FnMut(&str)) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() && entry.file_name() != "target" {
            of_sources(&path, take);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            take(&fs::read_to_string(&path).unwrap());
        }
    }
}
