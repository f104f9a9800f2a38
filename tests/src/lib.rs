//! Whole programs in real windows: displays, programs, keyboards and pictures for the tests in `tests/`.
//!
//! Knows nothing of the programs' insides: it starts the built binary and looks at what a person would see. Each test
//! has a display and a home of its own, so tests run side by side. Nothing here waits for a time to pass where an
//! event can be awaited; whoever waits gives up after [`PATIENCE`] and panics, saying for what.

mod bus;
mod client;
mod compositor;
mod copy;
mod display;
mod fill;
mod key;
mod picture;
pub mod platform;
mod program;
pub mod stopwatch;
mod tree;
mod wayland_input;
mod window;

pub use bus::{Bus, Mock};
pub use compositor::{Compositor, as_user};
pub use copy::{copy_hindrance, in_copy};
pub use display::{Display, Size};
pub use key::Key;
pub use picture::{Picture, pictures};
pub use program::{Finished, Program, build, build_of, candela, run};
pub use tree::{Application, Started, Tree};
pub use wayland_input::{WaylandKeyboard, WaylandPointer};
pub use window::Window;

use std::thread;
use std::time::{Duration, Instant};

/// How long anything awaited may take before it counts as never coming; a machine with two busy cores is slow.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Looks again and again until it is so, at what tells of no event: what another program answers, or git.
///
/// # Panics
/// When it never is, with what `told` says then.
pub fn wait_until(told: impl FnOnce() -> String, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        if begun.elapsed() > PATIENCE {
            panic!("{}", told());
        }
        thread::sleep(Duration::from_millis(20));
    }
}
