//! What the command line prints: lines for people, one JSON document for programs, errors on stderr.

use base64::prelude::{BASE64_STANDARD, Engine};
use serde::Serialize;
use serde::ser::SerializeMap;

use std::ffi::OsStr;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::os::unix::ffi::OsStrExt;
use std::process::ExitCode;

use candela_shared::display_name::display_bytes;

/// Writes a name of any bytes into a JSON object: lossy for display, and in base64 too where it is not UTF-8.
pub fn name_entry<M: SerializeMap>(map: &mut M, key: &'static str, name: &OsStr) -> Result<(), M::Error> {
    map.serialize_entry(key, &name.to_string_lossy())?;
    match name.to_str() {
        Some(_) => Ok(()),
        None => map.serialize_entry(&format!("{key}_base64"), &BASE64_STANDARD.encode(name.as_bytes())),
    }
}

/// Prints one JSON document.
pub fn json(value: &impl Serialize) -> ExitCode {
    written(|out| {
        serde_json::to_writer_pretty(&mut *out, value)?;
        writeln!(out)
    })
}

/// Prints one line, or several.
pub fn line(text: &str) -> ExitCode {
    written(|out| writeln!(out, "{text}"))
}

/// Prints lines of which each ends with a name: safe to look at on a terminal, and to the byte elsewhere.
pub fn names<'a>(names: impl IntoIterator<Item = (String, &'a OsStr)>) -> ExitCode {
    let is_terminal = io::stdout().is_terminal();
    written(|out| {
        for (before, name) in names {
            out.write_all(before.as_bytes())?;
            match is_terminal {
                true => out.write_all(display_bytes(name.as_bytes()).as_bytes())?,
                false => out.write_all(name.as_bytes())?,
            }
            out.write_all(b"\n")?;
        }
        Ok(())
    })
}

/// A reader that has gone (`| head`) ends the output quietly.
fn written(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Says what went wrong, and returns that status.
pub fn fail(text: &str, status: u8) -> ExitCode {
    warn(text);
    ExitCode::from(status)
}

/// Says what went wrong, a line each. Where nobody can be told, the exit status still tells.
pub fn warn(text: &str) {
    for line in text.lines() {
        let _ = writeln!(io::stderr(), "candela-files: {line}");
    }
}
