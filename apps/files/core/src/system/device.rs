//! Reads what is mounted, with how full it is, and lets disks go by UDisks2.

use super::places::{Space, space};
use super::platform;
use crate::device::{Mount, Origin};

use zbus::blocking::Connection;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

use std::collections::HashMap;

/// A mount with how full it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// The mount.
    pub mount: Mount,
    /// `None` where that is not told, or where asking might never be answered.
    pub space: Option<Space>,
}

/// Reads what is mounted.
pub fn devices() -> Vec<Device> {
    let space_of = |mount: &Mount| if mount.origin == Origin::Network { None } else { space(&mount.path) };
    platform::mounts().into_iter().map(|mount| Device { space: space_of(&mount), mount }).collect()
}

/// Unmounts what a user mounted. What is still to be written is written first: it may take its time.
///
/// # Errors
/// What UDisks2 says, or that it is not there.
pub fn unmount(mount: &Mount) -> Result<(), String> {
    let system = Connection::system().map_err(said)?;
    call(&system, object(mount)?, "org.freedesktop.UDisks2.Filesystem", "Unmount")
}

/// Unmounts what a user mounted, and lets its drive eject the medium or turns it off, where it can.
///
/// # Errors
/// What UDisks2 says of what stays mounted or stays in its drive, or that it is not there.
pub fn eject(mount: &Mount) -> Result<(), String> {
    /// The interface of drives.
    const DRIVE: &str = "org.freedesktop.UDisks2.Drive";
    let system = Connection::system().map_err(said)?;
    let block = object(mount)?;
    call(&system, block.clone(), "org.freedesktop.UDisks2.Filesystem", "Unmount")?;
    // What is on no drive of its own is let go by that alone.
    let drive = property(&system, &block, "org.freedesktop.UDisks2.Block", "Drive");
    let Some(drive) = drive.and_then(|drive| OwnedObjectPath::try_from(drive).ok()).filter(|drive| drive.len() > 1)
    else {
        return Ok(());
    };
    let can = |what| property(&system, &drive, DRIVE, what).is_some_and(|can| matches!(*can, Value::Bool(true)));
    let way = [("Ejectable", "Eject"), ("CanPowerOff", "PowerOff")].into_iter().find(|(what, _)| can(what));
    way.map_or(Ok(()), |(_, way)| call(&system, drive.clone().into_inner(), DRIVE, way))
}

const SERVICE: &str = "org.freedesktop.UDisks2";

/// What UDisks2 calls the device of a mount.
fn object(mount: &Mount) -> Result<ObjectPath<'static>, String> {
    let name = mount.source.strip_prefix("/dev/").unwrap_or(&mount.source);
    let path = format!("/org/freedesktop/UDisks2/block_devices/{}", object_name(name));
    ObjectPath::try_from(path).map_err(|error| error.to_string())
}

/// Calls a method that takes nothing but options.
fn call(system: &Connection, object: ObjectPath<'_>, interface: &str, method: &str) -> Result<(), String> {
    let options: HashMap<&str, Value<'_>> = HashMap::new();
    system.call_method(Some(SERVICE), object, Some(interface), method, &(options,)).map(drop).map_err(said)
}

/// A property of an object; nothing where it has none.
fn property(system: &Connection, object: &ObjectPath<'_>, interface: &str, name: &str) -> Option<OwnedValue> {
    let properties = Some("org.freedesktop.DBus.Properties");
    let told = system.call_method(Some(SERVICE), object, properties, "Get", &(interface, name)).ok()?;
    told.body().deserialize().ok()
}

fn said(error: zbus::Error) -> String {
    match error {
        zbus::Error::MethodError(_, Some(detail), _) => detail,
        other => other.to_string(),
    }
}

/// How UDisks2 writes the name of a device in the path of its object: all but letters and digits as `_` and two digits.
fn object_name(device: &str) -> String {
    let one = |byte: u8| match byte {
        b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => char::from(byte).to_string(),
        _ => format!("_{byte:02x}"),
    };
    device.bytes().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_named_on_the_bus_as_udisks_does() {
        assert_eq!((object_name("sdb1"), object_name("dm-0")), ("sdb1".to_owned(), "dm_2d0".to_owned()));
        assert_eq!(object_name("mapper/a_b"), "mapper_2fa_5fb");
    }

    #[test]
    fn the_root_is_mounted_and_has_room() {
        let devices = devices();
        assert_eq!(devices[0].mount.path, std::path::Path::new("/"));
        assert!(devices[0].space.is_some_and(|space| space.total > 0 && space.free <= space.total));
    }
}
