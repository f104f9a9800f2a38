//! What is known of waiting updates.

use crate::Reason;

use std::time::{Duration, SystemTime};

/// Installing one package takes about so long.
const PER_PACKAGE: Duration = Duration::from_secs(3);
/// Unpacking a megabyte takes about so long.
const PER_MEGABYTE: Duration = Duration::from_millis(800);
/// So many times their size must be free: they are unpacked beside what they replace, and a boot environment keeps that.
const ROOM: u64 = 3;
/// Bytes of a megabyte.
const MEGABYTE: u64 = 1_000_000;

/// What one source says. What could not be told is never taken for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detection {
    /// Nothing waits.
    None,
    /// Nothing waits; these are known and would have to be downloaded first.
    Available(Updates),
    /// These wait, downloaded.
    Pending(Updates),
    /// An update is running.
    Busy(Activity),
    /// It could not be told.
    Unknown(Reason),
}

/// What is going on where an update is running.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Activity {
    /// A process that says so is alive.
    #[error("process {0} is installing updates")]
    Process(u32),
    /// Somebody holds the lock of the packages.
    #[error("the packages are locked: {0}")]
    Lock(String),
    /// The source says so.
    #[error("{0}")]
    Said(String),
}

/// Why what waits cannot be installed now.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// A release upgrade is installed in several steps, with a restart between them.
    #[error("a release upgrade needs a restart and a second installation")]
    ReleaseUpgrade,
    /// Another updater has the next start.
    #[error("another updater will run at the next start: {0}")]
    AnotherUpdater(String),
    /// The disk is too full; both in bytes.
    #[error("{free} bytes are free, {needed} are needed")]
    NoSpace {
        /// What is free.
        free: u64,
        /// What should be.
        needed: u64,
    },
    /// FreeBSD's kernel lets nobody change the system's files.
    #[error("kern.securelevel is {0}")]
    SecureLevel(i32),
    /// They have to be downloaded, and there is no network.
    #[error("there is no network to download them by")]
    Offline,
}

/// A package that waits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Package {
    /// Its name, safe to show.
    pub name: String,
    /// The version that is installed.
    pub from: Option<String>,
    /// The version that waits.
    pub to: Option<String>,
    /// Whether it fixes a security problem; `None` where the source does not say.
    pub security: Option<bool>,
}

/// Updates, as far as the source tells; `None` is "not said".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Updates {
    /// How many packages (files with `freebsd-update`).
    pub count: Option<u32>,
    /// How many of them fix a security problem.
    pub security: Option<u32>,
    /// Their size, in bytes.
    pub bytes: Option<u64>,
    /// How much more room they take than what they replace, in bytes, where the source tells.
    pub growth: Option<u64>,
    /// What is still to be downloaded, in bytes; 0 is ready without a network.
    pub to_download: Option<u64>,
    /// Whether they take effect only after a restart.
    pub needs_reboot: bool,
    /// Whether they lead to another release of the system.
    pub release_upgrade: bool,
    /// Whether the system installs them by itself as it goes down.
    pub installs_itself: bool,
    /// Whether their installation at the next start is already ordered.
    pub is_triggered: bool,
    /// Why they cannot be installed now.
    pub obstacle: Option<Obstacle>,
    /// When they were made ready.
    pub staged_at: Option<SystemTime>,
    /// What the source says of its last attempt, where that failed.
    pub last_failure: Option<String>,
    /// The packages, where the source lists them.
    pub packages: Vec<Package>,
}

impl Updates {
    /// Updates that are these packages, ready without a network.
    pub fn of(packages: Vec<Package>) -> Self {
        let are_rated = packages.iter().all(|package| package.security.is_some());
        let rated = packages.iter().filter(|package| package.security == Some(true)).count();
        Self {
            count: Some(saturating(packages.len())),
            security: are_rated.then(|| saturating(rated)),
            to_download: Some(0),
            packages,
            ..Self::default()
        }
    }

    /// The same, with the obstacle that a disk with so many free bytes is; none where either is unknown, or where the
    /// source has one already.
    pub fn on_disk(self, free: Option<u64>) -> Self {
        let size = self.bytes.into_iter().chain(self.growth).max();
        let needed = size.map(|size| size.saturating_mul(ROOM));
        let obstacle = free.zip(needed).filter(|(free, needed)| free < needed);
        let obstacle = obstacle.map(|(free, needed)| Obstacle::NoSpace { free, needed });
        Self { obstacle: self.obstacle.or(obstacle), ..self }
    }

    /// About how long their installation takes; `None` where neither number nor size is known.
    pub fn duration(&self) -> Option<Duration> {
        if self.count.is_none() && self.bytes.is_none() {
            return None;
        }
        let megabytes = u32::try_from(self.bytes.unwrap_or(0) / MEGABYTE).unwrap_or(u32::MAX);
        Some(PER_PACKAGE.saturating_mul(self.count.unwrap_or(1)).saturating_add(PER_MEGABYTE.saturating_mul(megabytes)))
    }
}

/// A number of things; beyond four billion they are all the same.
pub fn saturating(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// What all sources say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The source that decides; `None` where none has anything to say.
    pub source: Option<&'static str>,
    /// What it says.
    pub detection: Detection,
}

impl Report {
    /// The answer of all sources, each by its name, most important first.
    ///
    /// A running update goes before everything, since nobody may power off under it; then the first source where updates
    /// wait, the first that cannot tell, and the first that knows of updates to download.
    pub fn of(answers: Vec<(&'static str, Detection)>) -> Self {
        let answers = without_packaged_base(answers);
        let best = answers.into_iter().min_by_key(|(_, detection)| rank(detection));
        match best {
            Some((_, Detection::None)) | None => Self { source: None, detection: Detection::None },
            Some((source, detection)) => Self { source: Some(source), detection },
        }
    }
}

fn rank(detection: &Detection) -> u8 {
    match detection {
        Detection::Busy(_) => 0,
        Detection::Pending(_) => 1,
        Detection::Unknown(_) => 2,
        Detection::Available(_) => 3,
        Detection::None => 4,
    }
}

/// Where the base system comes in packages, `freebsd-update` has nothing to say once `pkg` has answered.
fn without_packaged_base(mut answers: Vec<(&'static str, Detection)>) -> Vec<(&'static str, Detection)> {
    let is_answered =
        answers.iter().any(|(name, answer)| *name == crate::backend::PKG && !matches!(answer, Detection::Unknown(_)));
    answers.retain(|(_, answer)| !(is_answered && *answer == Detection::Unknown(Reason::PackagedBase)));
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pending(count: u32) -> Detection {
        Detection::Pending(Updates { count: Some(count), ..Updates::default() })
    }

    fn unknown() -> Detection {
        Detection::Unknown(Reason::Missing { tool: "apt-get".into() })
    }

    #[test]
    fn the_first_source_where_something_waits_decides_and_what_is_unknown_is_not_nothing() {
        let busy = Detection::Busy(Activity::Process(7));
        let cases = [
            (vec![], None, Detection::None),
            (vec![("a", Detection::None), ("b", Detection::None)], None, Detection::None),
            (vec![("a", pending(1)), ("b", pending(2))], Some("a"), pending(1)),
            (vec![("a", unknown()), ("b", pending(2))], Some("b"), pending(2)),
            (vec![("a", Detection::None), ("b", unknown())], Some("b"), unknown()),
            (vec![("a", pending(1)), ("b", busy.clone())], Some("b"), busy),
            (vec![("a", Detection::Available(Updates::default())), ("b", unknown())], Some("b"), unknown()),
        ];
        for (answers, source, detection) in cases {
            let case = format!("{answers:?}");
            assert_eq!(Report::of(answers), Report { source, detection }, "{case}");
        }
    }

    #[test]
    fn a_packaged_base_is_unknown_only_as_long_as_pkg_says_nothing() {
        let base = ("freebsd-update", Detection::Unknown(Reason::PackagedBase));
        assert_eq!(Report::of(vec![base.clone(), ("pkg", Detection::None)]).detection, Detection::None);
        assert_eq!(Report::of(vec![base.clone(), ("pkg", pending(3))]).source, Some("pkg"));
        assert_eq!(Report::of(vec![base.clone(), ("pkg", unknown())]).source, Some("freebsd-update"));
        assert_eq!(Report::of(vec![base]).source, Some("freebsd-update"));
    }

    #[test]
    fn packages_are_counted_and_rated_only_where_all_are() {
        let package = |security| Package { security, ..Package::default() };
        let rated = Updates::of(vec![package(Some(true)), package(Some(false))]);
        assert_eq!((rated.count, rated.security), (Some(2), Some(1)));
        assert_eq!(Updates::of(vec![package(Some(true)), package(None)]).security, None);
    }

    #[test]
    fn a_disk_without_three_times_the_room_is_an_obstacle_and_an_unknown_one_is_none() {
        let updates = |bytes, growth| Updates { bytes, growth, ..Updates::default() };
        let full = |free, needed| Some(Obstacle::NoSpace { free, needed });
        let cases = [
            (updates(Some(100), None), Some(300), None),
            (updates(Some(100), None), Some(299), full(299, 300)),
            (updates(Some(1), Some(100)), Some(299), full(299, 300)),
            (updates(Some(u64::MAX), None), Some(7), full(7, u64::MAX)),
            (updates(None, None), Some(0), None),
            (updates(Some(100), None), None, None),
        ];
        for (updates, free, obstacle) in cases {
            let case = format!("{updates:?}, {free:?}");
            assert_eq!(updates.on_disk(free).obstacle, obstacle, "{case}");
        }
        let upgrade = Updates { obstacle: Some(Obstacle::ReleaseUpgrade), ..updates(Some(100), None) };
        assert_eq!(upgrade.on_disk(Some(0)).obstacle, Some(Obstacle::ReleaseUpgrade), "the first one counts");
    }

    #[test]
    fn the_duration_grows_with_packages_and_size_and_never_overflows() {
        let updates = |count, bytes| Updates { count, bytes, ..Updates::default() };
        assert_eq!(updates(None, None).duration(), None);
        assert_eq!(updates(Some(12), Some(184_000_000)).duration(), Some(Duration::from_millis(183_200)));
        assert!(updates(Some(u32::MAX), Some(u64::MAX)).duration().is_some());
    }
}
