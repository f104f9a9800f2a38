//! Signals as messages: which one came is told to whoever waits on the other end of a channel.

use signal_hook::consts::{SIGCHLD, SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

/// A child ended.
pub const CHILD: i32 = SIGCHLD;

/// Tells, from now on, of children that end and of signals that end a session.
///
/// # Errors
/// What the system says.
pub fn tell<T: Send + 'static>(sender: Sender<T>, message: impl Fn(i32) -> T + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGCHLD, SIGHUP, SIGINT, SIGTERM])?;
    let listen = move || {
        for signal in signals.forever() {
            if sender.send(message(signal)).is_err() {
                return;
            }
        }
    };
    let _ = thread::Builder::new().name("signals".into()).spawn(listen)?;
    Ok(())
}
