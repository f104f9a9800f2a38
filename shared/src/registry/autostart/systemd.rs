//! Whether systemd starts the entries of this session, so that nobody starts them twice (rule A3).

use crate::registry::context::Context;
use crate::registry::program::Programs;

use std::process::{Command, Stdio};

/// The target by which systemd starts what its generator made of the entries.
const TARGET: &str = "xdg-desktop-autostart.target";

/// Whether systemd has started the entries of this user's session, or does so now. Blocks while it is asked.
///
/// Nobody is asked where no manager runs for the user.
pub fn is_left_to_systemd(context: &Context) -> bool {
    let has_manager =
        context.directories.runtime_dir.as_ref().is_some_and(|folder| folder.join("systemd/private").exists());
    let tool = Programs::new(&context.path).find("systemctl").filter(|_| has_manager);
    let state = tool.and_then(|tool| {
        let arguments = ["--user", "show", "--property=ActiveState", "--value", TARGET];
        Command::new(tool).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()
    });
    state.is_some_and(|answer| matches!(answer.stdout.trim_ascii(), b"active" | b"activating" | b"reloading"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directories::Directories;
    use std::fs;

    #[test]
    fn a3_entries_are_left_to_systemd_where_its_target_is_reached() {
        let cases = [
            ("echo active", true, true),
            ("echo activating", true, true),
            ("echo inactive", true, false),
            ("echo failed", true, false),
            ("exit 1", true, false),
            ("echo active", false, false),
            (
                r#"[ "$*" = "--user show --property=ActiveState --value xdg-desktop-autostart.target" ] && echo active"#,
                true,
                true,
            ),
        ];
        for (script, has_manager, expected) in cases {
            let folder = tempfile::tempdir().unwrap();
            let tool = folder.path().join("systemctl");
            // Written by another process: what a thread forks while we write must not hold the script open.
            let write = "printf '#!/bin/sh\\n%s\\n' \"$1\" >\"$0\" && chmod 755 \"$0\"";
            let written = Command::new("sh").args(["-c", write]).arg(&tool).arg(script).status();
            assert!(written.unwrap().success());
            if has_manager {
                fs::create_dir(folder.path().join("systemd")).unwrap();
                fs::write(folder.path().join("systemd/private"), "").unwrap();
            }
            let directories = Directories { runtime_dir: Some(folder.path().into()), ..Directories::default() };
            let context = Context { directories, path: vec![folder.path().into()], ..Context::default() };
            assert_eq!(is_left_to_systemd(&context), expected, "{script}, {has_manager}");
        }
        assert!(!is_left_to_systemd(&Context::default()));
    }
}
