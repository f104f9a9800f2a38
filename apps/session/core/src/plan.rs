//! Which programs a session consists of: the settings, what is installed, and what the user has started at login.

use crate::component::{Component, Phase, Restart};
use crate::locker;
use crate::notice::Notice;
use crate::settings::Settings;

use candela_shared::registry::program::Programs;
use candela_shared::registry::{Context, autostart, exec};

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What the display is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An X server, which is there.
    X11,
    /// A compositor, which is to be started.
    Wayland,
}

/// Whether logind knows the session, and where somebody sits before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// It does.
    Known,
    /// It does not: the session is one in a window, or of a system without logind.
    Unknown,
}

/// Window managers for X, the ones that suit us best first.
const X11: [&str; 16] = [
    "openbox",
    "fluxbox",
    "xfwm4",
    "icewm",
    "jwm",
    "marco",
    "kwin_x11",
    "metacity",
    "compiz",
    "pekwm",
    "awesome",
    "i3",
    "herbstluftwm",
    "cwm",
    "x-window-manager",
    "twm",
];
/// Compositors for Wayland, the ones that suit us best first.
const WAYLAND: [&str; 6] = ["labwc", "wayfire", "sway", "weston", "hikari", "cage"];

/// The system's own folders of data.
const SYSTEM_DATA: [&str; 2] = ["/usr/local/share", "/usr/share"];

/// Programs that a desktop wants to have running, each the first of its row that is installed.
const HELPERS: [(&str, &[&str]); 2] = [
    ("notifications", &["dunst", "mako", "/usr/lib/xfce4/notifyd/xfce4-notifyd", "/usr/libexec/notification-daemon"]),
    (
        "authentication",
        &[
            "lxpolkit",
            "lxqt-policykit-agent",
            "mate-polkit",
            "/usr/libexec/polkit-gnome-authentication-agent-1",
            "/usr/lib/policykit-1-gnome/polkit-gnome-authentication-agent-1",
            "/usr/local/libexec/polkit-gnome-authentication-agent-1",
        ],
    ),
];

/// Returns the window managers that are installed, the best first: the user's choice, then those we know.
pub fn window_managers(settings: &Settings, kind: Kind, context: &Context) -> Vec<Component> {
    let programs = Programs::new(&context.path);
    let known: &[&str] = match kind {
        Kind::X11 => &X11,
        Kind::Wayland => &WAYLAND,
    };
    let wanted = settings.window_managers.iter().map(String::as_str).chain(known.iter().copied());
    let mut found: Vec<Component> = Vec::new();
    for name in wanted.filter(|name| programs.has(name)) {
        let is_new = found.iter().all(|known| known.name != short(name));
        found.extend(is_new.then(|| window_manager(name, kind, context)));
    }
    found
}

/// Returns the names that are tried where none is installed.
pub fn window_manager_names(settings: &Settings, kind: Kind) -> Vec<String> {
    let known: &[&str] = match kind {
        Kind::X11 => &X11,
        Kind::Wayland => &WAYLAND,
    };
    settings.window_managers.iter().cloned().chain(known.iter().map(|name| (*name).to_owned())).collect()
}

fn window_manager(program: &str, kind: Kind, context: &Context) -> Component {
    let name = short(program);
    let mut command = vec![OsString::from(program)];
    let mut with = |flag: &str, file: &str| {
        if let Some(path) = ours(context, file) {
            command.extend([flag.into(), path.into_os_string()]);
        }
    };
    match name {
        "openbox" => with("--config-file", "openbox/rc.xml"),
        "labwc" => with("-C", "labwc"),
        "sway" => with("-c", "sway/config"),
        _ => {}
    }
    let restart = match kind {
        Kind::X11 => Restart::Always,
        // With it all windows are gone: what it ended with says whether the user wanted that.
        Kind::Wayland => Restart::OnFailure,
    };
    let mut component = Component::new(name, command).phase(Phase::WindowManager).restart(restart);
    component.environment.extend(theme_folders(context));
    component
}

/// Where its themes are: openbox for one ends without any, whatever data folders the user has chosen.
fn theme_folders(context: &Context) -> Option<(OsString, OsString)> {
    let chosen = &context.directories.data_dirs;
    let missing = SYSTEM_DATA.iter().map(PathBuf::from).filter(|folder| !chosen.contains(folder));
    let folders = std::env::join_paths(chosen.iter().cloned().chain(missing)).ok()?;
    Some(("XDG_DATA_DIRS".into(), folders))
}

fn short(program: &str) -> &str {
    program.rsplit('/').next().unwrap_or(program)
}

/// Finds a file of ours: the user's, the system's settings, then what was installed with us.
pub fn ours(context: &Context, file: &str) -> Option<PathBuf> {
    let directories = &context.directories;
    let settings = directories.all_config().into_iter().map(|folder| folder.join("candela"));
    let data = directories.all_data().into_iter().map(|folder| folder.join("candela/session"));
    settings.chain(data).map(|folder| folder.join(file)).find(|path| path.exists())
}

/// Returns what belongs to the session besides the window manager: our own, the user's instead of it, and autostart.
///
/// `this` is our own program, which shows the wallpaper. `seat` says whether logind knows the session: it is what tells
/// to lock the screen.
pub fn components(
    settings: &Settings,
    kind: Kind,
    seat: Seat,
    context: &Context,
    this: &Path,
) -> (Vec<Component>, Vec<Notice>) {
    let mut components = helpers(context);
    components.extend((seat == Seat::Known).then(|| locker::component(kind, context)).flatten());
    components.extend(wallpaper(settings, kind, context, this));
    components.extend(launcher(context));
    components.extend(update_result(context));
    for chosen in &settings.components {
        components.retain(|component| component.name != chosen.name);
        components.extend((!chosen.command.is_empty()).then(|| chosen.clone()));
    }
    let mut notices = Vec::new();
    if settings.is_autostart && autostart::is_left_to_systemd(context) {
        notices.push(Notice::AutostartBySystemd);
    } else if settings.is_autostart {
        let entries = entries(context, &mut notices);
        for entry in entries {
            let name = unused(&entry.name, &components);
            components.push(Component { name, ..entry });
        }
    }
    (components, notices)
}

/// Tells the buses and systemd of the display, before anything else of the desktop is started.
pub fn herald(program: &Path) -> Component {
    Component::new("herald", [program.as_os_str(), "--announce".as_ref()]).phase(Phase::Shell)
}

fn helpers(context: &Context) -> Vec<Component> {
    let programs = Programs::new(&context.path);
    let first = |(name, row): &(&str, &[&str])| {
        let program = row.iter().find(|program| programs.has(program))?;
        Some(Component::new(name, [*program]).phase(Phase::Shell).restart(Restart::OnFailure))
    };
    HELPERS.iter().filter_map(first).collect()
}

/// A place to start from: it is open when the session has begun, as there is no panel.
fn launcher(context: &Context) -> Option<Component> {
    let is_there = Programs::new(&context.path).has("candela-launcher");
    is_there.then(|| Component::new("launcher", ["candela-launcher"]).phase(Phase::Applications))
}

/// Says once how an update ended that ran while nobody was there.
fn update_result(context: &Context) -> Option<Component> {
    let is_there = Programs::new(&context.path).has("candela-shutdown");
    is_there.then(|| Component::new("update-result", ["candela-shutdown", "result", "--once"]))
}

fn wallpaper(settings: &Settings, kind: Kind, context: &Context, this: &Path) -> Option<Component> {
    let picture = match &settings.wallpaper {
        Some(path) if path.as_os_str().is_empty() => return None,
        Some(path) => path.clone(),
        None => ours(context, "wallpaper.png")?,
    };
    let picture = picture.into_os_string();
    match kind {
        Kind::X11 => {
            // The one binary of the suite, or a copy of it that answers to our name alone.
            let program = (!this.ends_with("candela-session")).then(|| OsString::from("session"));
            let words = [this.as_os_str().to_owned()].into_iter().chain(program).chain(["wallpaper".into(), picture]);
            Some(Component::new("wallpaper", words).phase(Phase::Shell))
        }
        Kind::Wayland => {
            let is_there = Programs::new(&context.path).has("swaybg");
            let words = ["swaybg".into(), "-m".into(), "fill".into(), "-i".into(), picture];
            let component = Component::new("wallpaper", words).phase(Phase::Shell).restart(Restart::OnFailure);
            is_there.then_some(component)
        }
    }
}

/// The autostart entries that are to run; what cannot be expanded is told.
fn entries(context: &Context, notices: &mut Vec<Notice>) -> Vec<Component> {
    let mut components = Vec::new();
    for entry in autostart::plan(context) {
        let name = entry.name.to_string_lossy().into_owned();
        match (entry.skipped_by, exec::expand(&entry.entry, None, &[], context)) {
            (Some(autostart::Rule::Broken(fault)), _) => {
                notices.push(Notice::Autostart { name, reason: fault.to_string() });
            }
            (Some(_), _) => {}
            (None, Err(error)) => notices.push(Notice::Autostart { name, reason: error.to_string() }),
            (None, Ok(launches)) => components.extend(launches.into_iter().map(|launch| Component {
                name: name.strip_suffix(".desktop").unwrap_or(&name).to_owned(),
                command: launch.arguments,
                working_directory: launch.working_directory,
                environment: launch.environment,
                phase: phase(entry.phase),
                restart: Restart::Never,
                delay: entry.delay,
            })),
        }
    }
    components
}

/// Only the window manager itself is waited for, so an entry that wants to start with it comes right after.
fn phase(phase: autostart::Phase) -> Phase {
    match phase {
        autostart::Phase::Initialization => Phase::Preparation,
        autostart::Phase::WindowManager | autostart::Phase::Panel | autostart::Phase::Desktop => Phase::Shell,
        autostart::Phase::Applications => Phase::Applications,
    }
}

fn unused(name: &str, components: &[Component]) -> String {
    let is_free = |name: &str| components.iter().all(|component| component.name != name);
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    [name.to_owned()].into_iter().chain(numbered).find(|name| is_free(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
