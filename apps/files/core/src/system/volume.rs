//! What could be mounted: disks that UDisks2 knows, or places of `/etc/fstab` that users may mount.

use crate::device::unescaped;

use zbus::names::OwnedInterfaceName;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

use std::collections::HashMap;
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Something that is not mounted and could be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// Its label, or its size in bytes where it has none.
    pub name: Name,
    /// How it is mounted.
    pub way: Way,
}

/// What a volume is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// The user's name for it, or where it is mounted.
    Label(String),
    /// Its size, in bytes.
    Size(u64),
}

/// How a volume is mounted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// By UDisks2: its object.
    Disks(String),
    /// By `mount`: the place that `/etc/fstab` has for it.
    Table(PathBuf),
}

/// What UDisks2 tells of its objects.
type Objects = HashMap<OwnedObjectPath, Interfaces>;
type Interfaces = HashMap<OwnedInterfaceName, HashMap<String, OwnedValue>>;

const SERVICE: &str = "org.freedesktop.UDisks2";
const BLOCK: &str = "org.freedesktop.UDisks2.Block";
const FILES: &str = "org.freedesktop.UDisks2.Filesystem";

/// What could be mounted now. Without UDisks2 that is what `/etc/fstab` lets users mount.
pub fn volumes() -> Vec<Volume> {
    if let Ok(objects) = objects() {
        return of_objects(&objects);
    }
    let mounted = super::platform::mount_points();
    let table = std::fs::read("/etc/fstab").unwrap_or_default();
    of_table(&table, |place| mounted.contains(place))
}

fn objects() -> zbus::Result<Objects> {
    let system = zbus::blocking::Connection::system()?;
    let path = "/org/freedesktop/UDisks2";
    let told = system.call_method(
        Some(SERVICE),
        path,
        Some("org.freedesktop.DBus.ObjectManager"),
        "GetManagedObjects",
        &(),
    )?;
    told.body().deserialize()
}

/// The file systems among objects that are mounted nowhere and are meant for users.
fn of_objects(objects: &Objects) -> Vec<Volume> {
    let mut all: Vec<Volume> = objects.iter().filter_map(|(path, interfaces)| of_object(path, interfaces)).collect();
    all.sort_by(|one, other| format!("{one:?}").cmp(&format!("{other:?}")));
    all
}

fn of_object(path: &OwnedObjectPath, interfaces: &Interfaces) -> Option<Volume> {
    let of = |name: &str| interfaces.iter().find(|(known, _)| known.as_str() == name).map(|(_, facts)| facts);
    let (block, files) = (of(BLOCK)?, of(FILES)?);
    let is_set = |name: &str| matches!(block.get(name).map(|value| &**value), Some(Value::Bool(true)));
    let is_mounted =
        !matches!(files.get("MountPoints").map(|value| &**value), Some(Value::Array(places)) if places.is_empty());
    if is_mounted || is_set("HintSystem") || is_set("HintIgnore") {
        return None;
    }
    let label = match block.get("IdLabel").map(|value| &**value) {
        Some(Value::Str(label)) if !label.is_empty() => Name::Label(label.to_string()),
        _ => match block.get("Size").map(|value| &**value) {
            Some(Value::U64(size)) => Name::Size(*size),
            _ => return None,
        },
    };
    Some(Volume { name: label, way: Way::Disks(path.to_string()) })
}

/// The places of a table that users may mount and that are not mounted. Spec: fstab(5).
fn of_table(table: &[u8], is_mounted: impl Fn(&PathBuf) -> bool) -> Vec<Volume> {
    let place = |line: &[u8]| {
        let mut fields = line.split(u8::is_ascii_whitespace).filter(|field| !field.is_empty());
        let (source, place, _, options) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
        let is_allowed =
            options.split(|byte| *byte == b',').any(|option| matches!(option, b"user" | b"users" | b"owner"));
        let place = PathBuf::from(OsString::from_vec(unescaped(place)));
        (is_allowed && !source.starts_with(b"#") && place.is_absolute() && !is_mounted(&place)).then_some(place)
    };
    let volume = |place: PathBuf| {
        let name =
            place.file_name().map_or_else(|| place.to_string_lossy(), |name| name.to_string_lossy()).into_owned();
        Volume { name: Name::Label(name), way: Way::Table(place) }
    };
    table.split(|byte| *byte == b'\n').filter_map(place).map(volume).collect()
}

/// Mounts a volume, and returns where. It may take its time, and ask for a password.
///
/// # Errors
/// What UDisks2 or `mount` says.
pub fn mount(volume: &Volume) -> Result<PathBuf, String> {
    match &volume.way {
        Way::Disks(object) => mount_object(object),
        Way::Table(place) => {
            let output = Command::new("mount").arg("--").arg(place).stdin(Stdio::null()).output();
            let output = output.map_err(|error| error.to_string())?;
            let said = || String::from_utf8_lossy(&output.stderr).trim().to_owned();
            if output.status.success() { Ok(place.clone()) } else { Err(said()) }
        }
    }
}

fn mount_object(object: &str) -> Result<PathBuf, String> {
    let failed = |error: zbus::Error| match error {
        zbus::Error::MethodError(_, Some(detail), _) => detail,
        other => other.to_string(),
    };
    let path = ObjectPath::try_from(object).map_err(|error| error.to_string())?;
    let system = zbus::blocking::Connection::system().map_err(failed)?;
    let options: HashMap<&str, Value<'_>> = HashMap::new();
    let told = system.call_method(Some(SERVICE), path, Some(FILES), "Mount", &(options,)).map_err(failed)?;
    told.body().deserialize::<String>().map(PathBuf::from).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(path: &str, label: &str, places: Vec<Vec<u8>>, is_system: bool) -> (OwnedObjectPath, Interfaces) {
        let value = |value: Value<'_>| OwnedValue::try_from(value).unwrap();
        let block = HashMap::from([
            ("IdLabel".to_owned(), value(Value::from(label))),
            ("Size".to_owned(), value(Value::from(8_000_000_000_u64))),
            ("HintSystem".to_owned(), value(Value::from(is_system))),
        ]);
        let files = HashMap::from([("MountPoints".to_owned(), value(Value::from(places)))]);
        let name = |name: &str| OwnedInterfaceName::try_from(name).unwrap();
        let path = OwnedObjectPath::try_from(path).unwrap();
        (path, HashMap::from([(name(BLOCK), block), (name(FILES), files)]))
    }

    #[test]
    fn disks_of_users_that_are_mounted_nowhere_are_told_of() {
        let objects = Objects::from([
            object("/sdb1", "Camera", Vec::new(), false),
            object("/sdc1", "", Vec::new(), false),
            object("/sdd1", "Busy", vec![b"/media/busy\0".to_vec()], false),
            object("/sda1", "Root", Vec::new(), true),
        ]);
        let names: Vec<Name> = of_objects(&objects).into_iter().map(|volume| volume.name).collect();
        assert_eq!(names, [Name::Label("Camera".to_owned()), Name::Size(8_000_000_000)]);
    }

    #[test]
    fn a_table_offers_what_users_may_mount() {
        let table = b"# comment\n/dev/cd0 /cdrom cd9660 ro,noauto,user 0 0\n/dev/sda1 / ext4 defaults 0 1\n\
                      //nas/x /media/my\\040nas cifs noauto,users\n/dev/sdb1 /mnt/b vfat user 0 0\nbroken\n";
        let places: Vec<Way> =
            of_table(table, |place| place.ends_with("b")).into_iter().map(|volume| volume.way).collect();
        assert_eq!(places, [Way::Table("/cdrom".into()), Way::Table("/media/my nas".into())]);
    }
}
