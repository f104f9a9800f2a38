//! The session by itself: the one program of the suite that is of use where there is no window yet.

use std::process::ExitCode;

fn main() -> ExitCode {
    candela_session::run(std::env::args_os().skip(1).collect())
}
