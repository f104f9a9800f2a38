//! Finds the socket that a compositor of ours listens on.

use crate::platform;

use std::ffi::OsString;
use std::os::unix::net::UnixStream;
use std::path::Path;

/// Returns the name of the socket in the runtime directory behind which that process is; `None` as long as there is
/// none.
pub fn display_of(runtime: &Path, compositor: u32) -> Option<OsString> {
    let files = std::fs::read_dir(runtime).ok()?.flatten();
    let mut names = files
        .map(|file| file.file_name())
        .filter(|name| name.to_str().is_some_and(|name| name.starts_with("wayland-") && !name.ends_with(".lock")));
    names.find(|name| {
        let peer = UnixStream::connect(runtime.join(name)).ok().and_then(platform::peer);
        peer.is_some_and(|peer| peer.as_raw_nonzero().get().cast_unsigned() == compositor)
    })
}
