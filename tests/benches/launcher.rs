//! The launcher that waits unseen: from the key to the first frame, and what it costs while nobody asks.
#![expect(clippy::print_stdout, reason = "a program for the command line")]

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use candela_tests::platform::{memory, wake_ups};
use candela_tests::stopwatch::{measure, shown};
use candela_tests::{Display, Key, Program, Size, Tree, build};

/// How often the key is pressed.
const ROUNDS: usize = 21;
/// Desktop entries that are installed.
const ENTRIES: usize = 2000;
/// Cold starts of each, in turn.
const STARTS: usize = 7;
/// How long it is watched at rest.
const REST: Duration = Duration::from_secs(10);
/// Until late loading is done.
const SETTLED: Duration = Duration::from_secs(3);

fn toggle(display: &Display, tree: &Tree, candela: &Path) -> Command {
    let mut command = tree.command_of(candela, ["launcher", "--toggle"]);
    let _same = command.env("DISPLAY", display.name()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Starts the launcher, and rofi with its cache of desktop entries, in turn: both caches are warm.
fn cold_starts(display: &Display, tree: &Tree, candela: &Path) {
    let ours = || tree.command_of(candela, ["launcher"]);
    let rofi = || tree.command_of(Path::new("rofi"), ["-show", "drun", "-drun-use-desktop-cache"]);
    let has_rofi = Command::new("rofi").arg("-version").stdout(Stdio::null()).status().is_ok();
    let _warm = (measure(display, ours()), has_rofi.then(|| measure(display, rofi())));
    let mut times: [Vec<f64>; 2] = Default::default();
    for _ in 0..STARTS {
        times[0].push(measure(display, ours()).first_frame.as_secs_f64() * 1e3);
        times[1].extend(has_rofi.then(|| measure(display, rofi()).first_frame.as_secs_f64() * 1e3));
    }
    for (name, times) in ["candela-launcher", "rofi -show drun -drun-use-desktop-cache"].iter().zip(&mut times) {
        times.sort_by(f64::total_cmp);
        let told = times.get(times.len() / 2).map(|median| format!("best {:.1} ms, median {median:.1} ms", times[0]));
        println!("cold start to the first frame, {name}: {}", told.unwrap_or_else(|| "not here".to_owned()));
    }
}

fn main() {
    let candela = build(&["--release"]);
    let display = Display::start(Size(1280, 800));
    let tree = Tree::new();
    tree.fill(ENTRIES);
    cold_starts(&display, &tree, &candela);
    let launcher = Program::start(&display, toggle(&display, &tree, &candela));
    let mut window = launcher.window();
    let _first = window.first_frame();
    let mut times: Vec<f64> = Vec::new();
    for _ in 0..ROUNDS {
        window.press(Key::Escape);
        window.wait_closed();
        let started = Instant::now();
        let frame = shown(&display, launcher.id(), &window, toggle(&display, &tree, &candela));
        times.push(frame.duration_since(started).as_secs_f64() * 1e3);
        window = launcher.window();
    }
    times.sort_by(f64::total_cmp);
    println!("{ENTRIES} entries; from starting `candela-launcher --toggle` to the first frame, {ROUNDS} times:");
    println!("best {:.1} ms, median {:.1} ms, worst {:.1} ms", times[0], times[ROUNDS / 2], times[ROUNDS - 1]);
    window.press(Key::Escape);
    window.wait_closed();
    thread::sleep(SETTLED);
    let before = wake_ups(launcher.id());
    thread::sleep(REST);
    let woken = before.and_then(|before| Some(wake_ups(launcher.id())? - before));
    let seconds = REST.as_secs();
    println!(
        "unseen, at rest: {} wake-ups in {seconds} s",
        woken.map_or("unknown".to_owned(), |count| count.to_string())
    );
    let memory = memory(launcher.id());
    let memory = memory.map_or("unknown".to_owned(), |bytes| format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20)));
    println!("unseen, at rest: {memory} (PSS)");
}
