//! The display that windows open on. iced panics where it does not answer, so it is asked first.

#[cfg(feature = "wayland")]
pub mod compositor;

use candela_shared::display_name::single_line;
use candela_shared::i18n::Words;
use candela_shared::tr;

use std::os::unix::net::UnixStream;
use std::path::Path;

/// Why no window can be opened; with the display's name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoDisplay {
    /// None is named by the environment.
    #[error("neither WAYLAND_DISPLAY nor DISPLAY is set")]
    Unset,
    /// It does not answer.
    #[error("display {0} does not answer")]
    Silent(String),
}

impl NoDisplay {
    /// A line for the user, in their language.
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::Unset => tr!(words, "shared-no-display"),
            Self::Silent(name) => tr!(words, "shared-display-silent", display = single_line(name)),
        }
    }
}

/// Returns the name of the display that a window will open on, chosen as winit does: Wayland's comes first.
///
/// # Errors
/// [`NoDisplay`], where there is none or it does not answer.
pub fn find() -> Result<String, NoDisplay> {
    let of = |variable: &str| std::env::var_os(variable).filter(|value| !value.is_empty());
    if let Some(name) = of("WAYLAND_DISPLAY") {
        let runtime = of("XDG_RUNTIME_DIR").unwrap_or_default();
        let is_there = UnixStream::connect(Path::new(&runtime).join(&name)).is_ok();
        return answer(name.to_string_lossy().into_owned(), is_there);
    }
    // An open socket is told by its number: to ask it would use it up.
    if let Some(socket) = of("WAYLAND_SOCKET") {
        return Ok(socket.to_string_lossy().into_owned());
    }
    let name = of("DISPLAY").ok_or(NoDisplay::Unset)?.to_string_lossy().into_owned();
    let is_there = x11rb::connect(Some(&name)).is_ok();
    answer(name, is_there)
}

fn answer(name: String, is_there: bool) -> Result<String, NoDisplay> {
    if is_there { Ok(name) } else { Err(NoDisplay::Silent(name)) }
}
