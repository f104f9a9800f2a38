//! The service by which other programs show folders and files, where a session bus runs.
//!
//! Spec: freedesktop File Manager DBus Interface, `org.freedesktop.FileManager1`.

use candela_shared::registry::Target;

use zbus::blocking::connection::Builder;
use zbus::interface;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

/// The name on the bus.
pub const NAME: &str = "org.freedesktop.FileManager1";
/// Where its object lies.
pub const PATH: &str = "/org/freedesktop/FileManager1";

/// What another program asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Show these folders.
    Folders(Vec<PathBuf>),
    /// Show the folders of these, and select them there.
    Items(Vec<PathBuf>),
    /// Show what is known of these.
    Properties(Vec<PathBuf>),
}

struct FileManager(Sender<Request>);

/// The paths of this machine among URIs.
fn paths(uris: &[String]) -> Vec<PathBuf> {
    uris.iter().filter_map(|uri| Target::from_uri(uri).path().map(Path::to_owned)).collect()
}

impl FileManager {
    fn ask(&self, request: Request, is_empty: bool) {
        if !is_empty {
            // Nobody hears it only while the service ends.
            let _is_gone = self.0.send(request);
        }
    }
}

#[interface(name = "org.freedesktop.FileManager1")]
impl FileManager {
    fn show_folders(&self, uris: Vec<String>, _startup_id: String) {
        let paths = paths(&uris);
        self.ask(Request::Folders(paths.clone()), paths.is_empty());
    }

    fn show_items(&self, uris: Vec<String>, _startup_id: String) {
        let paths = paths(&uris);
        self.ask(Request::Items(paths.clone()), paths.is_empty());
    }

    fn show_item_properties(&self, uris: Vec<String>, _startup_id: String) {
        let paths = paths(&uris);
        self.ask(Request::Properties(paths.clone()), paths.is_empty());
    }
}

/// Serves until nothing was asked for so long; `show` hears each request. Blocks.
///
/// # Errors
/// Where there is no session bus, or another program has the name.
pub fn serve(idle: Duration, mut show: impl FnMut(Request)) -> Result<(), String> {
    let said = |error: zbus::Error| error.to_string();
    let (tell, told) = channel();
    let connection = Builder::session().map_err(said)?;
    let connection = connection.name(NAME).map_err(said)?;
    let connection = connection.serve_at(PATH, FileManager(tell)).map_err(said)?.build().map_err(said)?;
    while let Ok(request) = told.recv_timeout(idle) {
        show(request);
    }
    // The name goes first: who asks from now on starts the service anew; what was asked before is still done.
    let _was_ours = connection.release_name(NAME);
    told.try_iter().for_each(show);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_on_this_machine_can_be_shown() {
        let uris = ["file:///a%20b", "sftp://host/c", "rubbish"].map(str::to_owned);
        assert_eq!(paths(&uris), [PathBuf::from("/a b")]);
        let (tell, told) = channel();
        let manager = FileManager(tell);
        manager.show_items(uris.to_vec(), String::new());
        manager.show_folders(vec!["sftp://host/".to_owned()], String::new());
        assert_eq!(told.try_iter().collect::<Vec<_>>(), [Request::Items(vec!["/a b".into()])]);
    }
}
