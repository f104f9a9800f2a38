//! What locks the screen when logind says so: nobody else does in a session that is not GNOME's or Plasma's.

use crate::component::{Component, Phase, Restart};
use crate::plan::Kind;

use candela_shared::registry::Context;
use candela_shared::registry::program::Programs;

/// The component that locks the screen.
pub const NAME: &str = "screen-lock";

/// A way to lock the screen.
struct Way {
    /// What must be installed for it.
    programs: &'static [&'static str],
    /// What is run, and waits for logind.
    command: &'static [&'static str],
}

const X11: [Way; 4] = [
    Way { programs: &["light-locker"], command: &["light-locker"] },
    Way { programs: &["xss-lock", "xsecurelock"], command: &["xss-lock", "-l", "--", "xsecurelock"] },
    Way { programs: &["xss-lock", "i3lock"], command: &["xss-lock", "--", "i3lock", "-n"] },
    Way { programs: &["xss-lock", "slock"], command: &["xss-lock", "--", "slock"] },
];
const WAYLAND: [Way; 1] = [Way {
    programs: &["swayidle", "swaylock"],
    command: &["swayidle", "-w", "lock", "swaylock -f", "before-sleep", "swaylock -f"],
}];

/// The first way that is installed.
pub fn component(kind: Kind, context: &Context) -> Option<Component> {
    let ways: &[Way] = match kind {
        Kind::X11 => &X11,
        Kind::Wayland => &WAYLAND,
    };
    let programs = Programs::new(&context.path);
    let way = ways.iter().find(|way| way.programs.iter().all(|program| programs.has(program)))?;
    Some(Component::new(NAME, way.command.iter().copied()).phase(Phase::Shell).restart(Restart::OnFailure))
}
