//! Root's helper: `candela-update-helper detect|install|skip`.
//!
//! Started by `pkexec`, `doas`, `sudo` or a daily job. Takes one fixed word and nothing of its caller's environment; what
//! it says goes to its output, the system log and `/var/log/candela-update.log`.

use candela_shutdown_core::decide::status;
use candela_shutdown_core::system::perform::Progress;
use candela_shutdown_core::{Root, helper, platform};

use std::ffi::OsString;
use std::fs::File;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::net::UnixDatagram;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// Where everything that was done can be read afterwards.
const LOG: &str = "/var/log/candela-update.log";
/// Daemon, notice: RFC 5424, "PRIVAL".
const PRIORITY: u8 = 3 * 8 + 5;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let Some(verb) = helper::verb(&arguments) else {
        complain("usage: candela-update-helper detect|install|skip");
        return ExitCode::from(status::WRONG_USAGE);
    };
    if !rustix::process::geteuid().is_root() {
        complain("candela-update-helper: only root may do this");
        return ExitCode::from(status::NOT_AUTHORISED);
    }
    let _old = rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o022));
    if std::env::set_current_dir("/").is_err() {
        return ExitCode::from(status::FAILED);
    }
    let mut log = Log::open();
    log.write(&format!("{} begins", verb.word()));
    let outcome = helper::run(verb, &Root::system(), &mut |progress| {
        if let Progress::Line(line) = progress {
            say(&line);
            log.write(&line);
        }
    });
    match &outcome {
        Ok(()) => log.write(&format!("{} is done", verb.word())),
        Err(error) => {
            complain(&format!("candela-update-helper: {error}"));
            log.write(&format!("{} failed: {error}", verb.word()));
        }
    }
    ExitCode::from(helper::exit_status(&outcome))
}

/// The log file and the system log; each is left out where it cannot be written.
struct Log {
    file: Option<File>,
    socket: Option<UnixDatagram>,
}

impl Log {
    fn open() -> Self {
        let no_follow = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
        let file = File::options().create(true).append(true).mode(0o644).custom_flags(no_follow).open(LOG).ok();
        let socket = UnixDatagram::unbound().ok().filter(|socket| socket.connect(platform::LOG_SOCKET).is_ok());
        Self { file, socket }
    }

    fn write(&mut self, line: &str) {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        // A log that cannot be written stops no update.
        let _written = self.file.as_mut().map(|file| writeln!(file, "{seconds} {line}"));
        let _sent =
            self.socket.as_ref().map(|log| log.send(format!("<{PRIORITY}>{}: {line}", helper::NAME).as_bytes()));
    }
}

/// Says a line. That nobody listens any more must not end an update in the middle.
fn say(line: &str) {
    let _heard = writeln!(std::io::stdout(), "{line}");
}

fn complain(line: &str) {
    let _heard = writeln!(std::io::stderr(), "{line}");
}
