//! Shows a program, or the whole desktop, to who has no display: on one in memory, with a picture left behind. For
//! `make run`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the command line")]

use std::env;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use candela_tests::{Display, Program, Size, Tree, run};

/// A window whose picture did not change for so long has come to rest.
const REST: Duration = Duration::from_millis(400);

/// The colour of a screen that shows nothing yet.
const BARE: [u8; 3] = [0, 0, 0];

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    match arguments.next() {
        Some(first) if first == "--has-display" => ExitCode::from(u8::from(!display_answers())),
        Some(first) if first == "--desktop" => match arguments.next() {
            Some(prefix) => show_desktop(Path::new(&prefix)),
            None => wrong_usage(),
        },
        Some(program) => {
            let mut command = Command::new(program);
            let _same = command.args(arguments);
            show(command)
        }
        None => wrong_usage(),
    }
}

fn wrong_usage() -> ExitCode {
    eprintln!("usage: show PROGRAM [ARGUMENT ...]\n       show --desktop PREFIX\n       show --has-display");
    ExitCode::from(2)
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
    let named = Path::new(command.get_args().next().unwrap_or(command.get_program()));
    let name = named.file_name().unwrap_or(named.as_os_str()).to_string_lossy().into_owned();
    let display = Display::start(Size(1280, 800));
    let program = Program::start(&display, command);
    let window = program.window();
    let _first = window.first_frame();
    let file = window.at_rest(REST).save(&name);
    println!("A picture of the window of {name}: {}", file.display());
    ExitCode::SUCCESS
}

/// Starts the session that is installed below a prefix, in settings of its own, and looks at its screen.
fn show_desktop(prefix: &Path) -> ExitCode {
    println!("No display answers here, so the desktop runs on one in memory for a moment.");
    let tree = Tree::new();
    let display = Display::bare(Size(1280, 800));
    let session = Program::start(&display, session(&tree, prefix));
    let window = session.any_window();
    let _first = window.first_frame();
    let screen = display.screen();
    let _wallpaper = screen.wait_for("the wallpaper", |picture| picture.colour_at(0, 0) != BARE);
    let file = screen.at_rest(REST).save("desktop");
    println!("A picture of the desktop with its launcher: {}", file.display());
    let mut logout = tree.command_of(&prefix.join("bin/candela-session"), ["logout"]);
    let _same = logout.env("DISPLAY", display.name());
    ExitCode::from(u8::from(!run(logout).status.success() || !session.finish().status.success()))
}

/// The start of a session with the system's applications and nobody's settings.
fn session(tree: &Tree, prefix: &Path) -> Command {
    let mut command = tree.command_of(&prefix.join("bin/start-candela-desktop"), ["--x11"]);
    let path = env::var("PATH").unwrap_or_default();
    let data = prefix.join("share");
    let _same = command
        .env("PATH", format!("{}:{path}", prefix.join("bin").display()))
        .env("XDG_DATA_DIRS", format!("{}:/usr/local/share:/usr/share", data.display()));
    for name in ["LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"] {
        if let Some(value) = env::var_os(name) {
            let _same = command.env(name, value);
        }
    }
    command
}
