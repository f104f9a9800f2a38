//! Writes the pseudo-language below a data directory, to see windows in it by hand:
//! `cargo run -p candela-pseudo FOLDER`, then `XDG_DATA_HOME=FOLDER LANG=en_XA candela files`.
#![expect(clippy::print_stderr, reason = "a program for the command line")]

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [folder] = &arguments[..] else {
        eprintln!("usage: candela-pseudo FOLDER");
        return ExitCode::from(2);
    };
    match candela_pseudo::write(Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("candela-pseudo: {error}");
            ExitCode::FAILURE
        }
    }
}
