//! What a user waits for with every letter: each beginning of many queries is searched for in 2,000 and in 20,000 entries.
#![expect(clippy::print_stdout, reason = "a program for the command line")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot be prepared has nothing to measure")]

use candela_launcher_core::{Catalogue, History};
use candela_shared::Directories;
use candela_shared::registry::{Context, Index};

use std::fs;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

const FIRST: [&str; 20] = [
    "Amber", "Bright", "Clear", "Distant", "Early", "Fresh", "Gentle", "High", "Inner", "Jolly", "Keen", "Light",
    "Modern", "Noble", "Open", "Plain", "Quiet", "Rapid", "Simple", "True",
];
const SECOND: [&str; 20] = [
    "Archive", "Browser", "Calendar", "Drawing", "Editor", "Files", "Games", "Help", "Images", "Journal", "Keyring",
    "Library", "Music", "Notes", "Office", "Player", "Queue", "Recorder", "Settings", "Terminal",
];
/// Words as people type them: whole, begun, mistyped, initials, of other alphabets, and what nothing holds.
const QUERIES: [&str; 12] = [
    "terminal",
    "editor",
    "text editor",
    "amber archive 40",
    "brwoser",
    "clendar",
    "aa",
    "строка",
    "straße",
    "e e e",
    "international",
    "qqqqqqqqqqqq",
];
/// Times that each beginning is searched for.
const ROUNDS: usize = 10;
/// So many letters may be typed; longer queries are cut.
const HITS: usize = 50;

fn entry(number: usize) -> String {
    let (first, second) = (FIRST[number % 20], SECOND[number / 20 % 20]);
    let keywords = (0..12).map(|at| format!("{};", SECOND[(number + at) % 20].to_lowercase())).collect::<String>();
    format!(
        "[Desktop Entry]\nType=Application\nName={first} {second} {number}\nName[de]={second} für {first} {number}\n\
         GenericName={second}\nGenericName[de]=Programm für {second}\nComment=A {first} way to use every {second}\n\
         Comment[de]=Ein Weg, alles von {second} zu nutzen\nKeywords={keywords}\nCategories=Utility;\n\
         Exec=/usr/bin/{}-{number} %U\nActions=new;\n\n[Desktop Action new]\nName=New {second} window\nExec=true\n",
        second.to_lowercase()
    )
}

fn catalogue(entries: usize) -> Catalogue {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("applications");
    fs::create_dir(&folder).unwrap();
    for number in 0..entries {
        fs::write(folder.join(format!("org.example.App{number}.desktop")), entry(number)).unwrap();
    }
    let directories = Directories { data_dirs: vec![root.path().into()], ..Directories::default() };
    let context = Context::new(|name| (name == "LANG").then(|| "de_DE.UTF-8".into()));
    let index = Index::scan(&Context { directories, ..context });
    Catalogue::new(Arc::new(index), "de").with_categories(&Context::default(), "")
}

fn main() {
    let mut history = History::default();
    (0..200).for_each(|number| history.record("edi", &format!("org.example.App{number}.desktop"), number));
    println!("| entries | keystrokes | median | p99 | worst | slow |");
    println!("|---|---|---|---|---|---|");
    for entries in [2000, 20_000] {
        let catalogue = catalogue(entries);
        let mut times: Vec<(f64, &str)> = Vec::new();
        for query in QUERIES.iter().cycle().take(QUERIES.len() * ROUNDS) {
            for (at, letter) in query.char_indices() {
                let typed = &query[..at + letter.len_utf8()];
                let started = Instant::now();
                let _hits = black_box(catalogue.search_with(black_box(typed), HITS, &history, 1000));
                times.push((started.elapsed().as_secs_f64() * 1e3, typed));
            }
        }
        times.sort_by(|left, right| left.0.total_cmp(&right.0));
        let at = |part: f64| times[((times.len() - 1) as f64 * part).round() as usize];
        let (half, nearly_all, all) = (at(0.5), at(0.99), at(1.0));
        let (keystrokes, slow) = (times.len(), nearly_all.1);
        println!(
            "| {entries} | {keystrokes} | {:.2} ms | {:.2} ms | {:.2} ms | `{slow}` |",
            half.0, nearly_all.0, all.0
        );
    }
}
