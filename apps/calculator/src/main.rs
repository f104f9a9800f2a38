//! Drives the calculator's command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    candela_calculator::run(std::env::args_os().skip(1).collect())
}
