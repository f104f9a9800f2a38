//! From a key to the frame that answers it, in the windows that people type into. `make bench` runs it.
#![expect(clippy::print_stdout, reason = "a program for the command line")]

use std::fs;
use std::path::Path;
use std::time::Duration;

use candela_tests::{Display, Key, Program, Size, Tree, build};

/// How often each row of keys is pressed.
const ROUNDS: usize = 5;
/// After a frame, until the next key: results that come later are painted by then.
const REST: Duration = Duration::from_millis(150);
/// Desktop entries that are installed.
const ENTRIES: usize = 2000;
/// Files in the folder that is shown.
const FILES: usize = 5000;

fn main() {
    let candela = build(&["--release"]);
    let display = Display::start(Size(1280, 800));
    let tree = Tree::new();
    tree.fill(ENTRIES);
    let folder = tree.path("many");
    fs::create_dir(&folder).expect("the tree can be written");
    (0..FILES).for_each(|number| fs::write(folder.join(format!("file {number:05}.txt")), "").expect("as before"));
    println!("| window | keys | half | 99 of 100 | worst |");
    println!("|---|---|---|---|---|");
    let letters = |text: &str| text.chars().map(Key::Char).collect::<Vec<_>>();
    let sum = letters("12345*6789+sqrt(2)/7");
    row(&display, &tree, &candela, &["calculator"], &sum);
    let query: Vec<Key> = letters("terminal").into_iter().chain([Key::Backspace; 8]).collect();
    row(&display, &tree, &candela, &["launcher"], &query);
    let many = folder.to_str().expect("the tree has a plain name");
    row(&display, &tree, &candela, &["files", many], &[Key::Down; 40]);
}

/// Presses the keys in a program's window and prints what they took.
fn row(display: &Display, tree: &Tree, candela: &Path, arguments: &[&str], keys: &[Key]) {
    let program = Program::start(display, tree.command_of(candela, arguments));
    let window = program.window();
    let _settled = window.at_rest(Duration::from_secs(1));
    let mut times: Vec<f64> = Vec::new();
    for key in std::iter::repeat_n(keys, ROUNDS).flatten() {
        times.push(window.answer(*key).as_secs_f64() * 1e3);
        let _rest = window.at_rest(REST);
    }
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times[((times.len() - 1) as f64 * part).round() as usize];
    let (name, count) = (arguments[0], times.len());
    println!("| candela-{name} | {count} | {:.1} ms | {:.1} ms | {:.1} ms |", at(0.5), at(0.99), at(1.0));
}
