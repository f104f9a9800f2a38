//! Whether an entry is shown, and which rule decides.
//!
//! Spec: Desktop Entry 1.5, "Recognized desktop entry keys" (rules D8 to D10).

use crate::registry::entry::{Entry, HiddenBy, Kind};

/// Decides why an entry is not shown, if it is not.
///
/// `desktops` are the names of the present desktop, most important first; `is_installed` answers for `TryExec`.
pub fn hidden_by(entry: &Entry, desktops: &[String], is_installed: impl FnOnce(&str) -> bool) -> Option<HiddenBy> {
    if entry.is_hidden {
        return Some(HiddenBy::Hidden);
    }
    if entry.kind != Kind::Application {
        return Some(HiddenBy::Kind);
    }
    if entry.try_exec.as_deref().is_some_and(|program| !program.is_empty() && !is_installed(program)) {
        return Some(HiddenBy::TryExec);
    }
    if entry.choice.as_ref().is_some_and(|choice| choice.is_hidden) {
        return Some(HiddenBy::User);
    }
    if entry.is_no_display {
        return Some(HiddenBy::NoDisplay);
    }
    if let Some(hidden) = not_for_desktop(entry, desktops) {
        return Some(hidden);
    }
    (!can_start(entry)).then_some(HiddenBy::Exec)
}

/// Whether the entry says how it is started: by a command or over D-Bus.
pub fn can_start(entry: &Entry) -> bool {
    entry.is_dbus_activatable || entry.exec.as_deref().is_some_and(|exec| !exec.trim_ascii().is_empty())
}

/// Walks the present desktop's names in order: the first that either list names decides (D9).
pub fn not_for_desktop(entry: &Entry, desktops: &[String]) -> Option<HiddenBy> {
    for desktop in desktops {
        let names = |list: &[Box<str>]| list.iter().any(|name| **name == **desktop);
        if entry.only_show_in.as_deref().is_some_and(names) {
            return None;
        }
        if names(&entry.not_show_in) {
            return Some(HiddenBy::NotShowIn);
        }
    }
    entry.only_show_in.is_some().then_some(HiddenBy::OnlyShowIn)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(names: &[&str]) -> Box<[Box<str>]> {
        names.iter().map(|name| Box::from(*name)).collect()
    }

    fn entry() -> Entry {
        Entry { exec: Some("program".into()), ..Entry::default() }
    }

    #[test]
    fn d9_the_first_desktop_that_a_list_names_decides() {
        type Case<'a> = (&'a [&'a str], Option<&'a [&'a str]>, &'a [&'a str], Option<HiddenBy>);
        let cases: [Case<'_>; 9] = [
            (&["GNOME"], None, &[], None),
            (&["GNOME"], Some(&["GNOME", "KDE"]), &[], None),
            (&["GNOME"], Some(&["KDE"]), &[], Some(HiddenBy::OnlyShowIn)),
            (&["GNOME"], None, &["GNOME"], Some(HiddenBy::NotShowIn)),
            (&["GNOME-Classic", "GNOME"], Some(&["GNOME"]), &["GNOME-Classic"], Some(HiddenBy::NotShowIn)),
            (&["GNOME-Classic", "GNOME"], Some(&["GNOME-Classic"]), &["GNOME"], None),
            (&["gnome"], None, &["GNOME"], None),
            (&[], Some(&["GNOME"]), &[], Some(HiddenBy::OnlyShowIn)),
            (&["GNOME"], Some(&[]), &[], Some(HiddenBy::OnlyShowIn)),
        ];
        for (desktops, only, not, expected) in cases {
            let entry = Entry { only_show_in: only.map(list), not_show_in: list(not), ..entry() };
            let desktops: Vec<String> = desktops.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(hidden_by(&entry, &desktops, |_| true), expected, "{desktops:?} {only:?} {not:?}");
        }
    }

    #[test]
    fn d8_d9_d10_every_rule_hides_and_the_strongest_is_named() {
        let cases = [
            (Entry { is_hidden: true, is_no_display: true, ..entry() }, Some(HiddenBy::Hidden)),
            (Entry { is_no_display: true, ..entry() }, Some(HiddenBy::NoDisplay)),
            (Entry { kind: Kind::Link, ..entry() }, Some(HiddenBy::Kind)),
            (Entry { try_exec: Some("absent".into()), ..entry() }, Some(HiddenBy::TryExec)),
            (Entry { try_exec: Some("present".into()), ..entry() }, None),
            (Entry { try_exec: Some("".into()), ..entry() }, None),
            (Entry { exec: None, ..entry() }, Some(HiddenBy::Exec)),
            (Entry { exec: None, is_dbus_activatable: true, ..entry() }, None),
            (entry(), None),
        ];
        for (entry, expected) in cases {
            assert_eq!(hidden_by(&entry, &[], |program| program == "present"), expected, "{entry:?}");
        }
    }
}
