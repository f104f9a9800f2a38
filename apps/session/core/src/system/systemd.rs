//! What the user's systemd does by itself in a graphical session, where there is one.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long it may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);
/// Where it listens, below the runtime directory.
const SOCKET: &str = "systemd/private";
/// What runs what its generator made of the autostart entries.
const AUTOSTART: &str = "xdg-desktop-autostart.target";

/// Whether it starts the autostart entries: whoever told it to wants nobody else to. Blocks for two seconds at the most.
pub fn starts_autostart(runtime: &Path, systemctl: Option<&Path>) -> bool {
    let Some(systemctl) = systemctl.filter(|_| runtime.join(SOCKET).exists()) else { return false };
    let mut question = Command::new(systemctl);
    let _ = question.args(["--user", "is-active", "--quiet", AUTOSTART]);
    let _ = question.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let (sender, receiver) = mpsc::channel();
    // One that hangs is ended with the session, as everything below it is.
    drop(thread::Builder::new().name("systemd".into()).spawn(move || sender.send(question.status())));
    matches!(receiver.recv_timeout(PATIENCE), Ok(Ok(status)) if status.success())
}
