//! The file manager alone, for tests that watch what it asks of the system.

use std::process::ExitCode;

fn main() -> ExitCode {
    candela_files::run(std::env::args_os().skip(1).collect())
}
