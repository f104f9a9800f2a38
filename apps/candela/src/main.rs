//! The one binary of the suite: runs the program it is called as, `candela-files` or `candela files`.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::ExitCode;

/// A program: takes its arguments, without its own name.
type Run = fn(Vec<OsString>) -> ExitCode;

/// Every program by the name it answers to, behind `candela-`.
const PROGRAMS: &[(&str, Run)] = &[
    ("calculator", candela_calculator::run),
    ("files", candela_files::run),
    #[cfg(feature = "gallery")]
    ("gallery", candela_gallery::run),
    ("launcher", candela_launcher::run),
    ("open", candela_open::run),
    ("session", candela_session::run),
    ("shutdown", candela_shutdown::run),
];

fn main() -> ExitCode {
    let mut arguments = std::env::args_os();
    let called = arguments.next().unwrap_or_default();
    if let Some(run) = program(&called) {
        return run(arguments.collect());
    }
    let first = arguments.next();
    match first.as_deref().map(|name| (program(name), name.to_string_lossy())) {
        Some((Some(run), _)) => run(arguments.collect()),
        Some((None, name)) if name == "--help" => say(&usage(), ExitCode::SUCCESS),
        Some((None, name)) if name == "--version" => say(&version(), ExitCode::SUCCESS),
        Some((None, name)) => complain(&format!("candela: no program \"{name}\"; see --help"), ExitCode::from(2)),
        None => complain(&usage(), ExitCode::from(2)),
    }
}

/// Finds a program by what it was called as: `launcher`, `candela-launcher`, or a path that ends so.
fn program(called: &OsStr) -> Option<Run> {
    let name = Path::new(called).file_name()?.to_str()?;
    let name = name.strip_prefix("candela-").unwrap_or(name);
    PROGRAMS.iter().find(|(known, _)| *known == name).map(|(_, run)| *run)
}

fn usage() -> String {
    let names: Vec<&str> = PROGRAMS.iter().map(|(name, _)| *name).collect();
    format!("usage: candela PROGRAM [ARGUMENT ...]\nprograms: {}", names.join(", "))
}

fn version() -> String {
    format!("candela {}", env!("CARGO_PKG_VERSION"))
}

#[expect(clippy::print_stdout, reason = "this is the command line of the binary itself")]
fn say(text: &str, status: ExitCode) -> ExitCode {
    println!("{text}");
    status
}

#[expect(clippy::print_stderr, reason = "this is the command line of the binary itself")]
fn complain(text: &str, status: ExitCode) -> ExitCode {
    eprintln!("{text}");
    status
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_answers_to_its_name_with_and_without_the_prefix_and_behind_a_path() {
        for name in ["launcher", "candela-launcher", "/usr/local/bin/candela-launcher"] {
            assert!(program(OsStr::new(name)).is_some(), "{name}");
        }
        for name in ["candela", "", "/", "launcher2", "candela-"] {
            assert!(program(OsStr::new(name)).is_none(), "{name}");
        }
    }
}
