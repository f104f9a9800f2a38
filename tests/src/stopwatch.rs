//! From the start of a program to its first painted frame, and its memory once it has come to rest.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use x11rb::protocol::Event;
use x11rb::protocol::xproto::EventMask;

use crate::client::Client;
use crate::platform::memory;
use crate::{Display, PATIENCE, Picture, Window};

/// Windows smaller than this, in pixels on a side, are no program's first: input methods and clipboards have such.
const LEAST: u16 = 50;
/// From the first frame to the reading of memory: late loading is done by then.
const REST: Duration = Duration::from_millis(1500);

/// What one start of a program took.
#[derive(Debug, Clone, Copy)]
pub struct Start {
    /// Until something could be seen in its window.
    pub first_frame: Duration,
    /// Its memory at rest, in bytes (PSS); `None` where the system does not say.
    pub memory: Option<u64>,
}

/// Starts a program on a display, watches it to rest, and ends it.
///
/// # Panics
/// When it does not start or shows nothing.
pub fn measure(display: &Display, mut command: Command) -> Start {
    let client = Client::connect(display.name());
    client.watch(client.root, EventMask::SUBSTRUCTURE_NOTIFY);
    let _same = command.env("DISPLAY", display.name()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn().expect("the program starts");
    let painted = first_frame(&client, child.id(), start + PATIENCE);
    let rest = Instant::now() + REST;
    while client.next_event(rest, None).is_some() {}
    let memory = memory(child.id());
    child.kill().expect("the child is ours");
    let _status = child.wait().expect("the child is ours");
    let first_frame = painted.unwrap_or_else(|| panic!("{command:?} shows nothing")).duration_since(start);
    Start { first_frame, memory }
}

/// Runs a command that has a hidden window of another process shown, and returns when something can be seen in it.
///
/// # Panics
/// When it does not run or nothing is shown.
pub fn shown(display: &Display, process: u32, window: &Window, mut command: Command) -> Instant {
    let client = Client::connect(display.name());
    client.watch_painting(window.id());
    let start = Instant::now();
    let mut child = command.spawn().expect("the program starts");
    let painted = first_frame(&client, process, start + PATIENCE);
    let _status = child.wait().expect("the child is ours");
    painted.unwrap_or_else(|| panic!("{command:?} shows nothing"))
}

/// When something can first be seen in a window of the process.
fn first_frame(client: &Client, process: u32, deadline: Instant) -> Option<Instant> {
    while let Some(event) = client.next_event(deadline, None) {
        let now = Instant::now();
        match event {
            Event::CreateNotify(created) if created.width >= LEAST && created.height >= LEAST => {
                client.watch_painting(created.window);
            }
            Event::DamageNotify(damage) => {
                let is_its_own = || client.owner(damage.drawable) == Some(process);
                let is_blank = || Picture::take(client, damage.drawable).colours() < 2;
                if is_its_own() && !is_blank() {
                    return Some(now);
                }
            }
            _ => {}
        }
    }
    None
}
