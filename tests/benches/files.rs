//! The file manager in its window: starts beside its peers, large folders, scrolling, filtering, and what changes under
//! one's eyes. `make bench` runs it; `cargo bench -p candela-tests --bench files` runs it alone.
#![expect(clippy::print_stdout, reason = "a program for the command line")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use candela_tests::stopwatch::{Start, measure};
use candela_tests::{Bus, Display, Key, Program, Size, Tree, Window, build, platform};

/// Starts of each program; they take turns, so that a busy moment of the machine hits them all.
const ROUNDS: usize = 9;
/// Keys that are pressed to tell what one takes.
const KEYS: usize = 41;
/// Nothing is painted for so long: it has come to rest.
const REST: Duration = Duration::from_millis(700);

fn name(number: usize) -> String {
    let words = ["report", "Photo", "Übersicht", "track", "draft v", "日本"];
    let endings = ["txt", "jpg", "pdf", "rs", "ogg", "zip"];
    format!("{} {}.{}", words[number % 6], number.wrapping_mul(7_919) % 9_999_991, endings[number / 6 % 6])
}

/// A folder of so many empty files.
fn folder(tree: &Tree, count: usize) -> PathBuf {
    let folder = tree.path(format!("home/{count}"));
    fs::create_dir_all(&folder).expect("the temporary folder is ours");
    for number in 0..count {
        drop(File::create(folder.join(name(number))).expect("the temporary folder is ours"));
    }
    folder
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Best, median and worst, in milliseconds.
fn told(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let [best, median, worst] = [0, times.len() / 2, times.len() - 1].map(|at| milliseconds(times[at]));
    format!("best {best:.1} ms, median {median:.1} ms, worst {worst:.1} ms")
}

/// A program that shows a folder.
struct Peer {
    name: &'static str,
    program: PathBuf,
    arguments: &'static [&'static str],
    starts: Vec<Start>,
}

impl Peer {
    fn new(name: &'static str, program: impl AsRef<Path>, arguments: &'static [&'static str]) -> Self {
        Self { name, program: program.as_ref().to_owned(), arguments, starts: Vec::new() }
    }

    fn command(&self, tree: &Tree, bus: &Bus, folder: &Path) -> Command {
        let mut command = tree.command_of(&self.program, self.arguments);
        // GTK would look for an accessibility bus that is not there, and for settings on one; Thunar opens nothing
        // without a bus, and ends where the system has no types of files and no icons.
        let _same = command
            .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
            .env("NO_AT_BRIDGE", "1")
            .env("GSETTINGS_BACKEND", "memory")
            .env("XDG_DATA_DIRS", "/usr/local/share:/usr/share")
            .arg(folder);
        command
    }

    fn is_here(&self) -> bool {
        let paths = std::env::var_os("PATH").unwrap_or_default();
        self.program.is_absolute() || std::env::split_paths(&paths).any(|folder| folder.join(&self.program).is_file())
    }
}

/// Starts on one folder, beside peers, and what each takes of the memory at rest.
fn starts(display: &Display, tree: &Tree, candela: &Path, folder: &Path) {
    let mut peers = vec![
        Peer::new("candela-files", candela, &["files"]),
        Peer::new("pcmanfm", "pcmanfm", &["--no-desktop"]),
        Peer::new("thunar", "thunar", &[]),
        Peer::new("pcmanfm-qt", "pcmanfm-qt", &[]),
    ];
    peers.retain(Peer::is_here);
    let bus = Bus::start();
    for peer in &peers {
        let _warm = measure(display, peer.command(tree, &bus, folder));
    }
    for _ in 0..ROUNDS {
        for peer in &mut peers {
            let start = measure(display, peer.command(tree, &bus, folder));
            peer.starts.push(start);
        }
    }
    println!("\n| a folder of 5,000 | first frame | memory at rest (PSS) |\n|---|---|---|");
    for peer in &peers {
        let mut memory: Vec<u64> = peer.starts.iter().filter_map(|start| start.memory).collect();
        memory.sort_unstable();
        let memory = memory
            .get(memory.len() / 2)
            .map_or("unknown".to_owned(), |bytes| format!("{:.1} MiB", *bytes as f64 / f64::from(1 << 20)));
        let frames = told(peer.starts.iter().map(|start| start.first_frame).collect());
        println!("| {} | {frames} | {memory} |", peer.name);
    }
}

fn open(display: &Display, tree: &Tree, candela: &Path, folder: &Path) -> (Program, Window) {
    let mut command = tree.command_of(candela, ["files"]);
    let _same = command.arg(folder);
    let program = Program::start(display, command);
    let window = program.window();
    let _picture = window.first_frame();
    (program, window)
}

/// What keys take in a large folder: from the key to the frame.
fn keys(display: &Display, tree: &Tree, candela: &Path, folder: &Path) {
    let (program, window) = open(display, tree, candela, folder);
    let _shown = window.at_rest(REST);
    window.press(Key::Down);
    let _selected = window.at_rest(REST);
    let page = |_| window.answer(Key::PageDown);
    println!("100,000 entries, from Page Down to the frame: {}", told((0..KEYS).map(page).collect()));
    window.press_with(&[Key::Control], Key::Char('f'));
    let _field = window.at_rest(REST);
    let mut filtered = Vec::new();
    for letter in "report 1".chars() {
        filtered.push(window.answer(Key::Char(letter)));
        let _rows = window.at_rest(Duration::from_millis(300));
    }
    println!("100,000 entries, from a letter of the filter to the next frame: {}", told(filtered));
    window.press(Key::Escape);
    let _all = window.at_rest(REST);
    let changed = |number: usize| {
        let after = window.painted_after(|| drop(File::create(folder.join(format!("!new {number}")))));
        let _settled = window.at_rest(Duration::from_millis(400));
        after
    };
    window.press(Key::Home);
    let _first = window.at_rest(REST);
    println!(
        "100,000 entries, from a new file to the frame (100 ms of waiting for more among it): {}",
        told((0..9).map(changed).collect())
    );
    drop(program);
}

/// Opens a million names: until the first rows, until all are there, and what that takes of memory.
fn million(display: &Display, tree: &Tree, candela: &Path, folder: &Path) {
    let begun = Instant::now();
    let (program, window) = open(display, tree, candela, folder);
    let first = begun.elapsed();
    let quiet = Duration::from_millis(1_500);
    let _rest = window.at_rest(quiet);
    let whole = begun.elapsed().saturating_sub(quiet);
    let memory = platform::memory(program.id()).map_or(0.0, |bytes| bytes as f64 / f64::from(1 << 20));
    println!(
        "1,000,000 entries: first frame after {:.0} ms, the last one after {:.0} ms, {memory:.0} MiB (PSS)",
        milliseconds(first),
        milliseconds(whole)
    );
}

/// What scrolling takes at the size of a screen.
fn large(display: &Display, tree: &Tree, candela: &Path, folder: &Path) {
    let (_program, window) = open(display, tree, candela, folder);
    window.resize(Size(1900, 1040));
    let _shown = window.at_rest(REST);
    window.press(Key::Down);
    let page = |_| window.answer(Key::PageDown);
    println!("at 1900x1040, from Page Down to the frame: {}", told((0..KEYS).map(page).collect()));
}

fn main() {
    let candela = build(&["--release"]);
    let tree = Tree::new();
    let display = Display::start(Size(1280, 800));
    starts(&display, &tree, &candela, &folder(&tree, 5_000));
    let many = folder(&tree, 100_000);
    keys(&display, &tree, &candela, &many);
    million(&display, &tree, &candela, &folder(&tree, 1_000_000));
    drop(display);
    large(&Display::start(Size(1920, 1080)), &tree, &candela, &many);
}
