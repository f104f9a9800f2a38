//! Where an operation keeps things, and whose it is: all that it takes from its surroundings.

use super::platform;
use crate::device::Origin;
use crate::settings::{Settings, Wrong};
use crate::trash::limits::Limits;

use candela_shared::Directories;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The surroundings of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The home trash; `None` where there is no data directory.
    pub home_trash: Option<PathBuf>,
    /// Where journals lie; `None` where there is no state directory.
    pub journals: Option<PathBuf>,
    /// Where locks on devices lie; `None` where there is no place for them.
    pub locks: Option<PathBuf>,
    /// Whose trash it is.
    pub user: u32,
    /// How much the trash keeps.
    pub trash_limits: Limits,
    /// What is wrong with the settings, and has to be told.
    pub wrong_settings: Option<Wrong>,
    /// Where disks are mounted that users take away.
    pub removable: Vec<PathBuf>,
    /// Nanoseconds since 1970.
    pub now: u64,
    /// The same in local time, as the trash wants it.
    pub local: String,
}

impl Context {
    /// The surroundings that the base directories, the clock and the time zone of this process make.
    pub fn new(directories: &Directories, now: SystemTime) -> Self {
        let since = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let (settings, wrong_settings) = Settings::read(directories);
        let moment = Timestamp::try_from(now).unwrap_or_default();
        Self {
            home_trash: directories.data_home.as_ref().map(|data| super::place::resolve(&data.join("Trash"))),
            journals: directories.state_home.as_ref().map(|state| state.join("candela/files/journal")),
            locks: directories.runtime_dir.as_ref().or(directories.state_home.as_ref()).map(|place| locks(place)),
            trash_limits: settings.trash,
            wrong_settings,
            removable: removable(),
            user: rustix::process::getuid().as_raw(),
            now: u64::try_from(since.as_nanos()).unwrap_or(u64::MAX),
            local: Zoned::new(moment, TimeZone::system()).strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        }
    }
}

/// Those of a runtime directory go with the session; others lie about, and are empty.
fn locks(place: &Path) -> PathBuf {
    place.join("candela/files/locks")
}

fn removable() -> Vec<PathBuf> {
    let mounts = platform::mounts().into_iter();
    mounts.filter(|mount| mount.origin == Origin::Removable).map(|mount| mount.path).collect()
}
