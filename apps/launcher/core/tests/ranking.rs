//! What 200 queries find first, written down by hand over a fixed list of applications.

use candela_launcher_core::{Catalogue, Kind};
use candela_shared::Directories;
use candela_shared::i18n::Locale;
use candela_shared::registry::{Context, Index};

use std::sync::Arc;

/// Applications as `id | name | generic name | keywords | categories | comment | translations and actions`.
const APPLICATIONS: &str = include_str!("ranking/applications.txt");
/// Queries as `language | query | what must come first`.
const QUERIES: &str = include_str!("ranking/queries.txt");

/// What stands between the parts of a line.
const BETWEEN: char = '|';

fn desktop_entry(line: &str) -> (String, String) {
    let parts: Vec<&str> = line.split(BETWEEN).map(str::trim).collect();
    let [id, name, generic, keywords, categories, comment, more @ ..] = &parts[..] else {
        panic!("an application has six parts: {line}");
    };
    let mut text = format!(
        "[Desktop Entry]\nType=Application\nExec=/usr/bin/{id}\nName={name}\nGenericName={generic}\nKeywords={keywords}\n\
         Categories={categories}\nComment={comment}\n"
    );
    let (actions, translations): (Vec<&&str>, Vec<&&str>) = more.iter().partition(|part| part.starts_with("action:"));
    for translation in translations {
        text.push_str(translation);
        text.push('\n');
    }
    let ids: String = (0..actions.len()).map(|at| format!("a{at};")).collect();
    text.push_str(&format!("Actions={ids}\n"));
    for (at, action) in actions.iter().enumerate() {
        let name = action.trim_start_matches("action:");
        text.push_str(&format!("\n[Desktop Action a{at}]\nName={name}\nExec=/usr/bin/{id} --{at}\n"));
    }
    (format!("{id}.desktop"), text)
}

fn catalogue(language: &str) -> Catalogue {
    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().join("applications");
    std::fs::create_dir(&folder).expect("a folder of ours");
    for line in APPLICATIONS.lines().filter(|line| !line.is_empty()) {
        let (file, text) = desktop_entry(line);
        std::fs::write(folder.join(file), text).expect("a folder of ours");
    }
    let directories = Directories { data_dirs: vec![root.path().into()], ..Directories::default() };
    let locales = Locale::parse(language).into_iter().collect();
    Catalogue::new(Arc::new(Index::scan(&Context { directories, locales, ..Context::default() })), language)
}

/// The place of the wanted name among what is found, from 0; `None` where it is not found.
fn place(catalogue: &Catalogue, query: &str, wanted: &str) -> Option<usize> {
    catalogue.search(query, 50).iter().position(|hit| {
        let entry = catalogue.entry(hit.entry);
        match hit.kind {
            Kind::Application => entry.untranslated.name.as_deref().unwrap_or(entry.display_name()) == wanted,
            Kind::Action(at) => &*entry.actions[at].name == wanted,
        }
    })
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let languages = ["en", "de", "fr", "ru", "el", "ja", "pl"].map(|language| (language, catalogue(language)));
    let mut misses = Vec::new();
    let mut places = Vec::new();
    for line in QUERIES.lines().filter(|line| !line.is_empty()) {
        let [language, query, wanted] = line.split(BETWEEN).map(str::trim).collect::<Vec<_>>().try_into().expect(line);
        let (_, catalogue) = languages.iter().find(|(known, _)| *known == language).expect(line);
        let found = place(catalogue, query, wanted);
        if found != Some(0) {
            let first =
                catalogue.search(query, 1).first().map(|hit| catalogue.entry(hit.entry).display_name().to_owned());
            misses.push(format!("{line}: place {found:?}, first is {first:?}"));
        }
        places.push(found);
    }
    let count = places.len();
    let among = |last: usize| places.iter().filter(|place| place.is_some_and(|place| place <= last)).count();
    assert!(count >= 200, "only {count} queries");
    assert!(among(0) * 100 >= count * 95, "{} of {count} first:\n{}", among(0), misses.join("\n"));
    assert!(among(2) * 100 >= count * 99, "{} of {count} among three:\n{}", among(2), misses.join("\n"));
    println!("{} first, {} among three, of {count}\n{}", among(0), among(2), misses.join("\n"));
}
