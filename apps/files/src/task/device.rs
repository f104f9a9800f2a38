//! Lets go of what a user mounted.

use super::{on_thread, send};
use crate::app::Message;

use candela_files_core::device::Mount;
use candela_files_core::system::device;
use candela_files_core::system::places::Places;
use candela_shared::Directories;

use iced::Task;

/// Unmounts it, then reads the places anew.
pub fn unmount(mount: Mount) -> Task<Message> {
    on_thread(move |sender| {
        let outcome = device::unmount(&mount);
        send(&sender, Message::Unmounted { path: mount.path, outcome });
        send(&sender, Message::PlacesRead(Places::read(&Directories::from_environment())));
    })
}
