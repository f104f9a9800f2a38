//! What others need for the same: the parsing crate alone, GLib, rofi's cache.

use freedesktop_desktop_entry::{DesktopEntry, Iter};

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Prints how long GLib takes, in seconds, how many entries it found, and how many kilobytes its process has then.
const GLIB: &str = "import time, gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio
start = time.perf_counter()
found = Gio.AppInfo.get_all()
took = time.perf_counter() - start
resident = [line.split()[1] for line in open('/proc/self/status') if line.startswith('VmRSS')]
print(took, len(found), resident[0])";

/// The parsing crate: it reads files, and neither judges nor keeps them.
pub fn crate_alone(folder: &Path) -> Vec<DesktopEntry> {
    let files = Iter::new([folder.join("applications")].into_iter());
    files.filter_map(|path| DesktopEntry::from_path(path, Some(&["fr_FR", "fr"])).ok()).collect()
}

/// One reading by GLib; `None` where it is not there or does not find all.
pub fn glib(folder: &Path, count: usize) -> Option<Duration> {
    let answer = glib_answer(folder)?;
    let mut words = answer.split_whitespace();
    let (seconds, found) = (words.next()?, words.next()?);
    (found == count.to_string()).then(|| seconds.parse().ok().map(Duration::from_secs_f64))?
}

/// How many bytes a process has that holds GLib's list, Python and all.
pub fn glib_memory(folder: &Path) -> Option<u64> {
    Some(glib_answer(folder)?.split_whitespace().nth(2)?.parse::<u64>().ok()? * 1024)
}

fn glib_answer(folder: &Path) -> Option<String> {
    let output = Command::new("/usr/bin/python3")
        .args(["-c", GLIB])
        .env("XDG_DATA_HOME", folder)
        .env("XDG_DATA_DIRS", "/nonexistent")
        .env("LC_ALL", "fr_FR.UTF-8")
        .output()
        .ok()?;
    String::from_utf8(output.stdout).ok().filter(|text| !text.trim().is_empty())
}

/// How long rofi reads its cache, which it never checks, by its own clock; `None` without rofi or Xvfb.
pub fn rofi(folder: &Path) -> Option<Duration> {
    let display = Killed::start(Command::new("Xvfb").args(["-displayfd", "1", "-nolisten", "tcp"]))?;
    let (number, display) = display.first_line()?;
    let cache = folder.join("rofi");
    std::fs::create_dir_all(&cache).ok()?;
    let run = |until: &[&str]| -> Option<Vec<f64>> {
        let mut rofi = Command::new("rofi");
        let _ = rofi
            .args(["-drun-use-desktop-cache", "-modi", "drun", "-show", "drun"])
            .env("DISPLAY", format!(":{}", number.trim()))
            .env("HOME", folder)
            .env("XDG_DATA_HOME", folder)
            .env("XDG_DATA_DIRS", "/nonexistent")
            .env("XDG_CACHE_HOME", &cache)
            // It refuses to start in a language that is not installed.
            .env("LC_ALL", "C.UTF-8")
            .env("G_MESSAGES_DEBUG", "Timings");
        Killed::start(&mut rofi)?.times(until)
    };
    if !cache.join("rofi-drun-desktop.cache").exists() {
        let _ = run(&["Write CACHE: end"])?;
    }
    let times = run(&["Read CACHE: start", "Read CACHE: stop"])?;
    drop(display);
    Some(Duration::from_secs_f64(times[1] - times[0]))
}

/// A process that ends when nobody needs it any more.
struct Killed(Child);

impl Killed {
    fn start(command: &mut Command) -> Option<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok().map(Self)
    }

    fn first_line(mut self) -> Option<(String, Self)> {
        let mut line = String::new();
        let read = BufReader::new(self.0.stdout.take()?).read_line(&mut line).ok()?;
        (read > 0).then_some((line, self))
    }

    /// Reads until all these lines came, in order, and returns when each came, in seconds.
    fn times(mut self, lines: &[&str]) -> Option<Vec<f64>> {
        let mut times = Vec::new();
        for line in BufReader::new(self.0.stdout.take()?).lines() {
            let line = line.ok()?;
            if line.contains(lines[times.len()]) {
                // `(process:1): Timings-DEBUG: 01:02:03.004: 0.068274 (0.000417): source/...`
                times.push(line.split(" (").next()?.rsplit(' ').next()?.parse().ok()?);
                if times.len() == lines.len() {
                    return Some(times);
                }
            }
        }
        None
    }
}

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
