//! Starting the launcher beside its peers: to the first painted frame, and memory at rest. `make bench` runs it.
#![expect(clippy::print_stdout, reason = "a program for the command line")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use candela_tests::stopwatch::{Start, measure};
use candela_tests::{Display, Size, Tree, build};

/// Starts of each program; the programs take turns, so that a busy moment of the machine hits them all.
const ROUNDS: usize = 11;

/// One program in one setting.
struct Contestant {
    name: &'static str,
    program: PathBuf,
    arguments: &'static [&'static str],
    starts: Vec<Start>,
}

impl Contestant {
    fn new(name: &'static str, program: impl AsRef<Path>, arguments: &'static [&'static str]) -> Self {
        Self { name, program: program.as_ref().to_owned(), arguments, starts: Vec::new() }
    }

    fn command(&self, tree: &Tree) -> Command {
        let mut command = tree.command_of(&self.program, self.arguments);
        // GTK would look for an accessibility bus that is not there.
        let _same = command.env("NO_AT_BRIDGE", "1");
        command
    }

    fn is_here(&self) -> bool {
        let paths = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&paths).any(|folder| folder.join(&self.program).is_file())
    }

    /// Best and median time to the first frame, in milliseconds.
    fn first_frame(&self) -> (f64, f64) {
        let mut times: Vec<Duration> = self.starts.iter().map(|start| start.first_frame).collect();
        times.sort_unstable();
        let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
        (milliseconds(times[0]), milliseconds(times[times.len() / 2]))
    }

    /// The median of its memory, in MiB.
    fn memory(&self) -> Option<f64> {
        let mut memory: Vec<u64> = self.starts.iter().filter_map(|start| start.memory).collect();
        memory.sort_unstable();
        let median = *memory.get(memory.len() / 2)?;
        Some(median as f64 / f64::from(1 << 20))
    }
}

fn contestants(candela: &Path) -> Vec<Contestant> {
    let mut all = vec![
        Contestant::new("candela-launcher", candela, &["launcher"]),
        Contestant::new("rofi -show drun", "rofi", &["-show", "drun"]),
        Contestant::new("rofi with its cache", "rofi", &["-show", "drun", "-drun-use-desktop-cache"]),
        Contestant::new("galculator", "galculator", &[]),
        Contestant::new("xcalc", "xcalc", &[]),
    ];
    all.retain(|contestant| {
        let is_here = contestant.is_here();
        if !is_here {
            println!("{} is not here and stays out", contestant.name);
        }
        is_here
    });
    all
}

fn compete(display: &Display, candela: &Path, entries: usize) {
    let tree = Tree::new();
    tree.fill(entries);
    let mut contestants = contestants(candela);
    // The first start of each fills the page cache and what caches the program itself keeps.
    for contestant in &contestants {
        let _warm = measure(display, contestant.command(&tree));
    }
    for _ in 0..ROUNDS {
        for contestant in &mut contestants {
            let command = contestant.command(&tree);
            contestant.starts.push(measure(display, command));
        }
    }
    let ours = contestants[0].first_frame();
    println!("\n| {entries} entries | first frame, best | median | launcher / this, median | memory |");
    println!("|---|---|---|---|---|");
    for contestant in &contestants {
        let (best, median) = contestant.first_frame();
        let memory = contestant.memory().map_or_else(|| "unknown".to_owned(), |memory| format!("{memory:.1} MiB"));
        println!("| {} | {best:.1} ms | {median:.1} ms | {:.2} | {memory} |", contestant.name, ours.1 / median);
    }
}

fn main() {
    let candela = build(&["--release"]);
    let display = Display::start(Size(1280, 800));
    println!("{ROUNDS} starts of each in turn, warm, on one Xvfb with openbox");
    for entries in [200, 2000] {
        compete(&display, &candela, entries);
    }
}
