//! Mounts what a user asks for, and lets go of it.

use super::{on_thread, send};
use crate::app::{self, Message};
use crate::tab::TabId;

use candela_files_core::device::Mount;
use candela_files_core::system::device;
use candela_files_core::system::places::Places;
use candela_files_core::system::volume::{self, Volume};
use candela_shared::Directories;

use iced::Task;

/// Mounts a volume, then reads the places anew.
pub fn mount(tab: TabId, volume: Volume) -> Task<Message> {
    on_thread(move |sender| {
        let outcome = volume::mount(&volume);
        send(&sender, Message::Device(app::device::Message::Mounted { tab, outcome }));
        send(&sender, Message::PlacesRead(Places::read(&Directories::from_environment())));
    })
}

/// Unmounts and ejects it, then reads the places anew.
pub fn eject(mount: Mount) -> Task<Message> {
    on_thread(move |sender| {
        let outcome = device::eject(&mount);
        send(&sender, Message::Device(app::device::Message::Unmounted { path: mount.path, outcome }));
        send(&sender, Message::PlacesRead(Places::read(&Directories::from_environment())));
    })
}
