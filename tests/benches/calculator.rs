//! One sum by a whole process, beside peers on the command line. `make bench` runs it.
#![expect(clippy::print_stdout, reason = "a program for the command line")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use candela_tests::build;

/// Runs of each, in turn.
const ROUNDS: usize = 31;
/// What is asked of each: a program, its arguments, and what it reads.
const PEERS: [(&str, &[&str], &str); 3] =
    [("qalc", &["-t", "1+1"], ""), ("bc", &["-q"], "1+1\n"), ("gcalccmd", &[], "1+1\n")];

/// Runs a program to its end; how long that took in milliseconds, `None` where it is not installed.
fn run(program: &Path, arguments: &[&str], read: &str) -> Option<f64> {
    let start = Instant::now();
    let mut command = Command::new(program);
    let command = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    // One that does not read its standard input has been asked by its arguments.
    let _told = child.stdin.take()?.write_all(read.as_bytes());
    let _status = child.wait().ok()?;
    Some(start.elapsed().as_secs_f64() * 1e3)
}

fn main() {
    let candela = build(&["--release"]);
    let ours = (candela.as_path(), &["calculator", "-e", "1+1"] as &[&str], "");
    let peers = PEERS.map(|(name, arguments, read)| (Path::new(name), arguments, read));
    let contestants: Vec<_> = [ours].into_iter().chain(peers).collect();
    let mut times = vec![Vec::new(); contestants.len()];
    for _ in 0..ROUNDS {
        for ((program, arguments, read), times) in contestants.iter().zip(&mut times) {
            times.extend(run(program, arguments, read));
        }
    }
    let medians: Vec<Option<f64>> = times
        .iter_mut()
        .map(|times| {
            times.sort_by(f64::total_cmp);
            times.get(times.len() / 2).copied()
        })
        .collect();
    println!("| `1+1` by a whole process | median | candela / this |");
    println!("|---|---|---|");
    for ((program, ..), median) in contestants.iter().zip(&medians) {
        let name = program.file_name().unwrap_or_default().display();
        match (median, medians[0]) {
            (Some(median), Some(ours)) => println!("| {name} | {median:.1} ms | {:.2} |", ours / median),
            _ => println!("| {name} | not here | |"),
        }
    }
}
