//! What a program of ours was started with or set for itself, and nobody whom it starts may inherit.

use std::process::Command;

/// The variables that hand a startup token on: it brings one window to the front, and did.
pub const TOKENS: [&str; 2] = ["DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN"];
/// Names the file of Compose sequences (Compose(5)).
const COMPOSE: &str = "XCOMPOSEFILE";
/// Never a file: its folder is none.
const NOWHERE: &str = "/dev/null/none";

/// Has xkbcommon alone read the Compose sequences, which both it and Xlib would take apart, Xlib for 10 ms before every
/// window: Xlib has none where the file is missing, xkbcommon looks on at the user's and the locale's. A file that the
/// user named themselves stays. The first thing that `run` of a program with windows does, while there is one thread.
#[expect(unsafe_code, reason = "Xlib can be told only by the environment of the process")]
pub fn spare_xlib_compose() {
    if std::env::var_os(COMPOSE).is_none() {
        // SAFETY: the one binary calls `run` before anything else, and no other thread runs yet.
        unsafe { std::env::set_var(COMPOSE, NOWHERE) };
    }
}

/// Keeps all of it from a program that is to be started.
pub fn keep_from(command: &mut Command) {
    for token in TOKENS {
        let _ = command.env_remove(token);
    }
    if std::env::var_os(COMPOSE).is_some_and(|file| file == NOWHERE) {
        let _ = command.env_remove(COMPOSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_kept_from_whom_we_start() {
        let mut command = Command::new("true");
        keep_from(&mut command);
        let removed: Vec<_> = command.get_envs().filter(|(_, value)| value.is_none()).map(|(name, _)| name).collect();
        assert!(TOKENS.iter().all(|token| removed.contains(&std::ffi::OsStr::new(token))), "{removed:?}");
    }
}
