//! The commands that need no running session, and the one that keeps it from ending.

use crate::cli::arguments::Area;
use crate::cli::{FAILED, ask, fail, print};
use crate::notice::shown;

use candela_session_core::protocol::{Answer, Request};
use candela_session_core::system::import::{self, Mode, Taken};
use candela_session_core::system::{clock, screen};
use candela_shared::Directories;
use candela_shared::i18n::Words;
use candela_shared::registry::exec::Launch;
use candela_shared::registry::program::Programs;
use candela_shared::registry::{Context, launch, terminal};
use candela_shared::tr;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::SystemTime;

/// Runs a command, and asks the session to wait as long as it runs.
pub fn inhibit(words: &Words, why: String, command: &[OsString]) -> ExitCode {
    let Some((program, arguments)) = command.split_first() else { return ExitCode::from(FAILED) };
    let name = shown(Path::new(program));
    let request = Request::Inhibit { who: name.clone(), why };
    ask(words, &request, false, |_connection, answer| match answer {
        // The connection stands until we end, and the wish with it.
        Answer::Inhibited => match Command::new(program).args(arguments).status() {
            Ok(status) => ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(FAILED)),
            Err(error) => {
                fail(&tr!(words, "session-command-failed", command = name, detail = error.to_string()), FAILED)
            }
        },
        other => super::refused(words, &other, false),
    })
}

/// Shows a picture behind everything.
pub fn wallpaper(words: &Words, file: &Path) -> ExitCode {
    match screen::show(file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&tr!(words, "session-picture-failed", file = shown(file), detail = error), FAILED),
    }
}

/// Starts the terminal emulator with the user's shell in it.
pub fn terminal(words: &Words) -> ExitCode {
    let context = Context::from_environment();
    let Ok(mut arguments) = terminal::command(&context) else {
        return fail(&tr!(words, "session-no-terminal"), FAILED);
    };
    let shell = std::env::var_os("SHELL").filter(|shell| Path::new(shell).is_absolute());
    arguments.push(shell.unwrap_or_else(|| "/bin/sh".into()));
    let name = arguments.first().map(|program| shown(Path::new(program))).unwrap_or_default();
    match launch::start(&Launch { arguments, ..Launch::default() }, &context, &launch::Request::default()) {
        Ok(_started) => ExitCode::SUCCESS,
        Err(error) => fail(&tr!(words, "session-command-failed", command = name, detail = error.to_string()), FAILED),
    }
}

/// Takes a picture of the screen into the user's folder of pictures.
pub fn screenshot(words: &Words, area: Area) -> ExitCode {
    let context = Context::from_environment();
    let stamp = clock::stamp(SystemTime::now()).replace('T', " ").replace(':', "-");
    let file = pictures(&context.directories).join(format!("Screenshot {}.png", stamp.trim_end_matches('Z')));
    match take(&context, &file, area) {
        Ok(()) => print::line(&tr!(words, "session-screenshot-saved", file = shown(&file))),
        Err(detail) => fail(&tr!(words, "session-screenshot-failed", detail = detail), FAILED),
    }
}

/// On Wayland only the compositor's friends see the screen.
fn take(context: &Context, file: &Path, area: Area) -> Result<(), String> {
    let grim = Programs::new(&context.path).find("grim").filter(|_| std::env::var_os("WAYLAND_DISPLAY").is_some());
    let Some(grim) = grim else { return screen::take(file, area == Area::Window) };
    let status = Command::new(grim).arg(file).status().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err(status.to_string()) }
}

/// The folder for pictures, or the home where there is none.
fn pictures(directories: &Directories) -> PathBuf {
    let home = directories.home.clone().unwrap_or_default();
    let named = directories.config_home.as_ref().and_then(|config| {
        let text = std::fs::read_to_string(config.join("user-dirs.dirs")).ok()?;
        let value = text.lines().find_map(|line| line.trim().strip_prefix("XDG_PICTURES_DIR=\"")?.strip_suffix('"'))?;
        Some(value.strip_prefix("$HOME/").map_or_else(|| PathBuf::from(value), |below| home.join(below)))
    });
    let folder = named.unwrap_or_else(|| home.join("Pictures"));
    if folder.is_absolute() && folder.is_dir() { folder } else { home }
}

/// Takes over what Lumina was set to, and says what.
pub fn import_lumina(words: &Words, is_dry: bool, is_json: bool) -> ExitCode {
    let context = Context::from_environment();
    let taken = import::lumina(&context, if is_dry { Mode::DryRun } else { Mode::Write });
    let has_failed = taken.iter().any(|one| matches!(one, Taken::Failed { .. }));
    if is_json {
        let _written = print::json(&taken);
    }
    for one in &taken {
        match one {
            Taken::Failed { path, reason } => {
                let _status =
                    fail(&tr!(words, "session-import-failed", file = shown(path), detail = reason.as_str()), FAILED);
            }
            _ if is_json => {}
            other => {
                let _written = print::line(&taken_words(words, other));
            }
        }
    }
    if taken.is_empty() && !is_json {
        let folder = context.directories.config_home.unwrap_or_default();
        let _written = print::line(&tr!(words, "session-import-nothing", folder = shown(&folder)));
    }
    if is_dry && !is_json {
        let _written = print::line(&tr!(words, "session-import-dry"));
    }
    if has_failed { ExitCode::from(FAILED) } else { ExitCode::SUCCESS }
}

fn taken_words(words: &Words, taken: &Taken) -> String {
    match taken {
        Taken::Favourite { id } => tr!(words, "session-import-favourite", name = id.as_str()),
        Taken::Bookmark { name, path } => {
            tr!(words, "session-import-bookmark", name = name.as_str(), file = shown(path))
        }
        Taken::Default { mime_type, id } => {
            tr!(words, "session-import-default", kind = mime_type.as_str(), id = id.as_str())
        }
        Taken::Autostart { name } => tr!(words, "session-import-autostart", name = name.as_str()),
        Taken::Kept { name } => tr!(words, "session-import-kept", name = name.as_str()),
        Taken::Failed { path, reason } => {
            tr!(words, "session-import-failed", file = shown(path), detail = reason.as_str())
        }
    }
}
