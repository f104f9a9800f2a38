//! The power button: where the window manager opens our prompt on it, logind is asked to leave it alone.

use crate::component::Component;

use std::fs;
use std::path::Path;

/// The key, as every configuration of a window manager calls it.
const KEY: &str = "XF86PowerOff";
/// What a folder of settings has them in.
const FILE: &str = "rc.xml";

/// Whether a window manager was started with settings in which the power button does something. Looks at the disk.
pub fn is_bound(window_manager: &Component) -> bool {
    let settings = window_manager.command.iter().skip(1).map(Path::new).filter(|path| path.is_absolute());
    let texts = settings.flat_map(|path| [path.to_owned(), path.join(FILE)]).filter_map(|file| fs::read(file).ok());
    texts.into_iter().any(|text| String::from_utf8_lossy(&text).contains(KEY))
}

#[cfg(feature = "dbus")]
pub use taking::PowerKey;

/// The power button: this build leaves it to logind.
#[cfg(not(feature = "dbus"))]
#[derive(Debug)]
pub struct PowerKey;

#[cfg(not(feature = "dbus"))]
impl PowerKey {
    /// Leaves the button to logind.
    pub fn take(_bus: &str, _why: &str) -> Self {
        Self
    }
}

#[cfg(feature = "dbus")]
mod taking {
    use zbus::blocking::connection;
    use zbus::zvariant::OwnedFd;

    use std::sync::{Arc, Mutex, PoisonError};
    use std::thread;

    const LOGIND: &str = "org.freedesktop.login1";
    const PATH: &str = "/org/freedesktop/login1";
    const INTERFACE: &str = "org.freedesktop.login1.Manager";

    /// The power button, ours as long as this is.
    #[derive(Debug)]
    pub struct PowerKey {
        /// logind's word; it is taken back when its last file is closed.
        _held: Arc<Mutex<Option<OwnedFd>>>,
    }

    impl PowerKey {
        /// Asks logind for the button, on a thread of its own. Where it refuses, or there is none, it stays as it was.
        pub fn take(bus: &str, why: &str) -> Self {
            let held = Arc::new(Mutex::new(None));
            let (slot, bus, why) = (Arc::clone(&held), bus.to_owned(), why.to_owned());
            let ask = move || {
                if let Ok(word) = inhibit(&bus, &why) {
                    *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(word);
                }
            };
            drop(thread::Builder::new().name("power key".into()).spawn(ask));
            Self { _held: held }
        }
    }

    /// Spec: `org.freedesktop.login1`, "Inhibit": the lock goes with the last copy of the file that is returned.
    fn inhibit(bus: &str, why: &str) -> zbus::Result<OwnedFd> {
        let connection = connection::Builder::address(bus)?.build()?;
        let wish = ("handle-power-key", "Candela", why, "block");
        let answer = connection.call_method(Some(LOGIND), PATH, Some(INTERFACE), "Inhibit", &wish)?;
        answer.body().deserialize()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_button_is_ours_only_where_the_settings_bind_it() {
        let folder = tempfile::tempdir().unwrap();
        let (with, without) = (folder.path().join("with"), folder.path().join("without"));
        fs::write(&with, "bindsym XF86PowerOff exec candela-shutdown").unwrap();
        fs::write(&without, "bindsym Print exec x").unwrap();
        fs::create_dir(folder.path().join("labwc")).unwrap();
        fs::write(folder.path().join("labwc/rc.xml"), "<keybind key=\"XF86PowerOff\">").unwrap();
        let command = |file: &Path| Component::new("sway", ["sway".as_ref(), "-c".as_ref(), file.as_os_str()]);
        assert!(is_bound(&command(&with)) && is_bound(&command(&folder.path().join("labwc"))));
        assert!(!is_bound(&command(&without)) && !is_bound(&command(Path::new("/nonexistent"))));
        assert!(!is_bound(&Component::new("twm", ["twm"])));
    }
}
