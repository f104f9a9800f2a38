//! Shows a program to who has no display: on one in memory, with a picture of its window left behind. For `make run`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the command line")]

use std::env;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use candela_tests::{Display, Program, Size};

/// A window whose picture did not change for so long has come to rest.
const REST: Duration = Duration::from_millis(400);

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    match arguments.next() {
        Some(first) if first == "--has-display" => ExitCode::from(u8::from(!display_answers())),
        Some(program) => {
            let mut command = Command::new(program);
            let _same = command.args(arguments);
            show(command)
        }
        None => {
            eprintln!("usage: show PROGRAM [ARGUMENT ...]\n       show --has-display");
            ExitCode::from(2)
        }
    }
}

/// Whether `WAYLAND_DISPLAY` or `DISPLAY` names a display that answers.
fn display_answers() -> bool {
    let wayland = env::var_os("WAYLAND_DISPLAY").is_some_and(|name| {
        let folder = env::var_os("XDG_RUNTIME_DIR").unwrap_or_default();
        UnixStream::connect(Path::new(&folder).join(name)).is_ok()
    });
    wayland || (env::var_os("DISPLAY").is_some() && x11rb::connect(None).is_ok())
}

fn show(command: Command) -> ExitCode {
    println!("No display answers here, so there is one in memory for a moment.");
    let name = command.get_args().next().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    let display = Display::start(Size(1280, 800));
    let program = Program::start(&display, command);
    let window = program.window();
    let _first = window.first_frame();
    let file = window.at_rest(REST).save(&name);
    println!("A picture of the window of {name}: {}", file.display());
    ExitCode::SUCCESS
}
