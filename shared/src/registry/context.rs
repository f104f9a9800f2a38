//! What the registry must know about its surroundings: directories, desktop, search path and languages, as values.

use crate::directories::Directories;
use crate::i18n::locale::{self, Aliases, Locale};

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// The surroundings of a session, read once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// Where entries, settings and caches lie.
    pub directories: Directories,
    /// The names in `XDG_CURRENT_DESKTOP`, most important first; empty where none is known.
    pub desktops: Vec<String>,
    /// The absolute directories of `PATH`, in order.
    pub path: Vec<PathBuf>,
    /// The languages the user reads, best first; empty where that is the untranslated text.
    pub locales: Vec<Locale>,
    /// The terminal emulator named in `TERMINAL`, if any.
    pub terminal: Option<OsString>,
    /// The X11 display that windows open on, if any; `None` on Wayland too.
    pub display: Option<String>,
    /// The socket of the Wayland compositor that windows open on, if any.
    pub compositor: Option<PathBuf>,
    /// The address of the session bus, if any.
    pub session_bus: Option<String>,
    /// The address of the bus of the whole machine, if any.
    pub system_bus: Option<String>,
}

impl Context {
    /// Reads the surroundings from the environment, given as a function from a variable's name to its value.
    pub fn new(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let parts = |name: &str| -> Vec<OsString> {
            let value = variable(name).unwrap_or_default();
            let parts = value.as_bytes().split(|byte| *byte == b':').filter(|part| !part.is_empty());
            parts.map(|part| OsStr::from_bytes(part).to_owned()).collect()
        };
        Self {
            desktops: parts("XDG_CURRENT_DESKTOP").into_iter().filter_map(|name| name.into_string().ok()).collect(),
            path: parts("PATH").into_iter().map(PathBuf::from).filter(|path| path.is_absolute()).collect(),
            locales: locale::from_variables(&variable, &Aliases::of_system()),
            terminal: variable("TERMINAL").filter(|value| !value.is_empty()),
            display: display(&variable),
            compositor: compositor(&variable),
            session_bus: session_bus(&variable),
            system_bus: system_bus(&variable),
            directories: Directories::new(variable),
        }
    }

    /// Reads the surroundings from the environment of this process.
    pub fn from_environment() -> Self {
        Self::new(|name| std::env::var_os(name))
    }
}

/// Wayland's display comes first, and a start is told there by tokens alone.
fn display(variable: impl Fn(&str) -> Option<OsString>) -> Option<String> {
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let is_wayland = is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET");
    variable("DISPLAY").filter(|name| !name.is_empty() && !is_wayland)?.into_string().ok()
}

/// The socket that is named, by its path or in the runtime directory.
fn compositor(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let socket = set("WAYLAND_DISPLAY")?;
    if socket.is_absolute() { Some(socket) } else { Some(set("XDG_RUNTIME_DIR")?.join(socket)) }
}

/// The address of the bus that is named, or of the one that a login manager puts in the runtime directory; `None` where
/// there is none, and nobody needs to try.
pub fn session_bus(variable: impl Fn(&str) -> Option<OsString>) -> Option<String> {
    let named = variable("DBUS_SESSION_BUS_ADDRESS").filter(|value| !value.is_empty());
    if let Some(address) = named {
        return address.into_string().ok();
    }
    let socket = PathBuf::from(variable("XDG_RUNTIME_DIR").filter(|folder| !folder.is_empty())?).join("bus");
    socket.exists().then(|| format!("unix:path={}", socket.display()))
}

/// The bus that is named, or the one where the D-Bus specification has it.
fn system_bus(variable: impl Fn(&str) -> Option<OsString>) -> Option<String> {
    const SOCKETS: [&str; 2] = ["/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket"];
    let named = variable("DBUS_SYSTEM_BUS_ADDRESS").filter(|value| !value.is_empty());
    if let Some(address) = named {
        return address.into_string().ok();
    }
    let socket = SOCKETS.into_iter().find(|socket| Path::new(socket).exists())?;
    Some(format!("unix:path={socket}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_display_is_that_of_x11_where_there_is_no_wayland() {
        let display = |x11: &str, wayland: &str| {
            Context::new(|name| match name {
                "DISPLAY" => Some(x11.into()),
                "WAYLAND_DISPLAY" => Some(wayland.into()),
                _ => None,
            })
            .display
        };
        assert_eq!(display(":1", ""), Some(":1".to_owned()));
        assert_eq!(display(":1", "wayland-0"), None);
        assert_eq!(display("", ""), None, "empty is unset");
    }

    #[test]
    fn the_compositor_is_found_by_its_path_or_in_the_runtime_directory() {
        let compositor = |display: &str, runtime: &str| {
            Context::new(|name| match name {
                "WAYLAND_DISPLAY" => Some(display.into()),
                "XDG_RUNTIME_DIR" => Some(runtime.into()),
                _ => None,
            })
            .compositor
        };
        assert_eq!(compositor("wayland-1", "/run/user/7"), Some("/run/user/7/wayland-1".into()));
        assert_eq!(compositor("/tmp/way", "/run/user/7"), Some("/tmp/way".into()));
        assert_eq!((compositor("wayland-1", ""), compositor("", "/run/user/7")), (None, None));
    }

    #[test]
    fn the_surroundings_are_read_from_the_environment() {
        let context = Context::new(|name| {
            let value = match name {
                "XDG_CURRENT_DESKTOP" => "Candela::GNOME",
                "PATH" => "/usr/bin::.:bin:/bin",
                "LANG" => "de_AT.UTF-8",
                "TERMINAL" => "",
                _ => return None,
            };
            Some(value.into())
        });
        assert_eq!(context.desktops, ["Candela", "GNOME"]);
        assert_eq!(context.path, [PathBuf::from("/usr/bin"), PathBuf::from("/bin")], "what is relative is not trusted");
        assert_eq!(locale::candidates(&context.locales), ["de_AT", "de"]);
        assert_eq!(context.terminal, None, "empty is unset");
    }
}
