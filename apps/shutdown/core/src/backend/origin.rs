//! Which archives `unattended-upgrades` takes updates from, as its configuration and apt's lists of archives say.

use crate::Root;
use crate::system::flag;

use std::fs;
use std::path::PathBuf;

/// Where apt keeps the lists of the archives.
const LISTS: &str = "/var/lib/apt/lists";
/// What the description of an archive is called, and the other way to sign it.
const DESCRIPTIONS: [&str; 2] = ["_InRelease", "_Release"];
/// The options with what is allowed: the older form `origin:suite`, and patterns.
const OLDER: &str = "Unattended-Upgrade::Allowed-Origins::";
const PATTERNS: &str = "Unattended-Upgrade::Origins-Pattern::";

/// What a package must come from: each key with its pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed(Vec<(String, String)>);

/// Reads what is allowed from `apt-config dump`: `Unattended-Upgrade::Origins-Pattern:: "origin=Debian,label=x";`.
pub fn allowed(dump: &str, system: &System) -> Vec<Allowed> {
    let value = |line: &str, option: &str| {
        let value = line.strip_prefix(option)?.trim().strip_prefix('"')?.strip_suffix("\";")?;
        Some(system.fill(value))
    };
    let one = |line: &str| match value(line, OLDER) {
        Some(older) => older_form(&older),
        None => value(line, PATTERNS).map(|pattern| patterns(&pattern)),
    };
    dump.lines().filter_map(one).collect()
}

/// `origin:suite`, or with a space where the origin has a colon.
fn older_form(value: &str) -> Option<Allowed> {
    let (origin, suite) = value.split_once(':').or_else(|| value.split_once(' '))?;
    let key = |name: &str, value: &str| (name.to_owned(), value.trim().to_owned());
    Some(Allowed(vec![key("origin", origin), key("suite", suite)]))
}

/// `key=pattern` with commas; a comma in a pattern is written `\,`.
fn patterns(value: &str) -> Allowed {
    let fields = value.replace("\\,", "\u{0}");
    let field = |field: &str| {
        let (key, pattern) = field.split_once('=')?;
        Some((long(key.trim()).to_owned(), pattern.trim().replace('\u{0}', ",")))
    };
    // What is no key and pattern matches nothing, as with the program itself.
    Allowed(fields.split(',').map(|text| field(text).unwrap_or_default()).collect())
}

fn long(key: &str) -> &str {
    match key {
        "o" => "origin",
        "l" => "label",
        "a" | "archive" => "suite",
        "c" => "component",
        "n" => "codename",
        other => other,
    }
}

/// What `${distro_id}` and `${distro_codename}` stand for.
#[derive(Debug, Default)]
pub struct System {
    id: String,
    codename: String,
}

impl System {
    /// Reads it below a root; empty where the system does not say.
    pub fn read(root: &Root) -> Self {
        let text = fs::read_to_string(root.path("/etc/os-release")).unwrap_or_default();
        let value = |key: &str| {
            let value = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            value.unwrap_or_default().trim_matches('"').to_owned()
        };
        Self { id: value("ID"), codename: value("VERSION_CODENAME") }
    }

    fn fill(&self, text: &str) -> String {
        text.replace("${distro_id}", &self.id).replace("${distro_codename}", &self.codename)
    }
}

/// The lists of packages of the archives that are allowed.
pub fn lists(root: &Root, allowed: &[Allowed]) -> Vec<PathBuf> {
    let names: Vec<String> = fs::read_dir(root.path(LISTS))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    let stem = |name: &String| DESCRIPTIONS.iter().find_map(|end| name.strip_suffix(end)).map(str::to_owned);
    let mut found = Vec::new();
    for (name, stem) in names.iter().filter_map(|name| Some((name, stem(name)?))) {
        let Ok(Some(description)) = flag::state(&root.path(LISTS).join(name)) else { continue };
        let archive = Archive::of(&String::from_utf8_lossy(&description.bytes), &stem);
        let of_it = names.iter().filter(|list| list.starts_with(&*stem) && list.contains("_Packages"));
        let wanted = of_it.filter(|list| allowed.iter().any(|one| archive.is_of(one, component(list, &stem))));
        found.extend(wanted.map(|list| root.path(LISTS).join(list)));
    }
    found.sort();
    found.dedup();
    found
}

/// `STEM_main_binary-amd64_Packages`: `main`.
fn component<'a>(list: &'a str, stem: &str) -> &'a str {
    let rest = list.get(stem.len() + 1..).unwrap_or_default();
    rest.split("_binary-").next().unwrap_or_default()
}

/// What an archive says of itself.
#[derive(Debug, Default)]
struct Archive {
    fields: Vec<(&'static str, String)>,
}

impl Archive {
    /// Spec: Debian repository format, "Release files".
    fn of(description: &str, stem: &str) -> Self {
        let field = |key: &'static str, name: &str| {
            let value = description.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
            Some((key, value.trim().to_owned()))
        };
        let names = [("origin", "Origin"), ("label", "Label"), ("suite", "Suite"), ("codename", "Codename")];
        let mut fields: Vec<_> = names.into_iter().filter_map(|(key, name)| field(key, name)).collect();
        fields.push(("site", stem.split('_').next().unwrap_or_default().to_owned()));
        Self { fields }
    }

    fn is_of(&self, allowed: &Allowed, component: &str) -> bool {
        let value = |key: &str| match key {
            "component" => Some(component),
            key => self.fields.iter().find(|(known, _)| *known == key).map(|(_, value)| &**value),
        };
        allowed.0.iter().all(|(key, pattern)| value(key).is_some_and(|value| matches(pattern, value)))
    }
}

/// Whether a text has a pattern's form, `*` being any part and `?` any letter; large and small letters are the same.
fn matches(pattern: &str, text: &str) -> bool {
    fn rest(pattern: &[char], text: &[char]) -> bool {
        match (pattern.split_first(), text.split_first()) {
            (None, None) => true,
            (Some(('*', pattern)), _) => (0..=text.len()).any(|at| rest(pattern, &text[at..])),
            (Some(('?', pattern)), Some((_, text))) => rest(pattern, text),
            (Some((wanted, pattern)), Some((letter, text))) => wanted == letter && rest(pattern, text),
            (None, Some(_)) | (Some(_), None) => false,
        }
    }
    let letters = |text: &str| -> Vec<char> { text.to_lowercase().chars().collect() };
    rest(&letters(pattern), &letters(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn system() -> System {
        System { id: "ubuntu".into(), codename: "noble".into() }
    }

    /// A line of `apt-config dump` for the archives of this system.
    fn is_allowed(line: &str, component: &str) -> bool {
        let release = "-----BEGIN PGP SIGNED MESSAGE-----\n\nOrigin: Ubuntu\nLabel: Ubuntu\nSuite: noble-security\n\
                       Codename: noble\n";
        let archive = Archive::of(release, "security.ubuntu.com_ubuntu_dists_noble-security");
        allowed(line, &system()).iter().any(|one| archive.is_of(one, component))
    }

    #[test]
    fn an_archive_is_allowed_by_either_form() {
        let cases = [
            (r#"Unattended-Upgrade::Allowed-Origins:: "${distro_id}:${distro_codename}-security";"#, true),
            (r#"Unattended-Upgrade::Allowed-Origins:: "${distro_id}:${distro_codename}";"#, false),
            (r#"Unattended-Upgrade::Allowed-Origins:: "Ubuntu noble-security";"#, true),
            (
                r#"Unattended-Upgrade::Origins-Pattern:: "origin=Ubuntu,codename=${distro_codename},label=Ubuntu";"#,
                true,
            ),
            (r#"Unattended-Upgrade::Origins-Pattern:: "o=Ubuntu,a=noble-*,c=main";"#, true),
            (r#"Unattended-Upgrade::Origins-Pattern:: "origin=Ubuntu,component=universe";"#, false),
            (r#"Unattended-Upgrade::Origins-Pattern:: "site=security.ubuntu.com";"#, true),
            (r#"Unattended-Upgrade::Origins-Pattern:: "origin=Debian";"#, false),
            (r#"Unattended-Upgrade::Origins-Pattern:: "nonsense";"#, false),
            (r#"Unattended-Upgrade::Origins-Pattern:: "origin=Ub\,untu";"#, false),
            (r#"Unattended-Upgrade::Allowed-Origins "";"#, false),
            ("rubbish", false),
        ];
        for (line, expected) in cases {
            assert_eq!(is_allowed(line, "main"), expected, "{line}");
        }
    }

    #[test]
    fn a_pattern_has_wildcards() {
        for (pattern, text, expected) in
            [("*", "", true), ("a*c", "abbc", true), ("a?c", "ac", false), ("A", "a", true), ("a", "ab", false)]
        {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }
}
