//! Where an operation keeps things, and whose it is: all that it takes from its surroundings.

use super::platform;
use crate::device::Origin;
use crate::settings::Settings;
use crate::trash::limits::Limits;

use candela_shared::Directories;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use std::path::PathBuf;
use std::time::SystemTime;

/// The surroundings of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The home trash; `None` where there is no data directory.
    pub home_trash: Option<PathBuf>,
    /// Where journals lie; `None` where there is no state directory.
    pub journals: Option<PathBuf>,
    /// Whose trash it is.
    pub user: u32,
    /// How much the trash keeps.
    pub trash_limits: Limits,
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
        let moment = Timestamp::try_from(now).unwrap_or_default();
        Self {
            home_trash: directories.data_home.as_ref().map(|data| super::place::resolve(&data.join("Trash"))),
            journals: directories.state_home.as_ref().map(|state| state.join("candela/files/journal")),
            trash_limits: Settings::read(directories).trash,
            removable: removable(),
            user: rustix::process::getuid().as_raw(),
            now: u64::try_from(since.as_nanos()).unwrap_or(u64::MAX),
            local: Zoned::new(moment, TimeZone::system()).strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        }
    }
}

fn removable() -> Vec<PathBuf> {
    let mounts = platform::mounts().into_iter();
    mounts.filter(|mount| mount.origin == Origin::Removable).map(|mount| mount.path).collect()
}
