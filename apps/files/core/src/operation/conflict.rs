//! What happens where a name exists already.

use super::Reason;
use crate::system::file_system::{Kind, Stat};

use serde::{Deserialize, Serialize};

/// The answer for every name that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Conflict {
    /// It is not touched, and the source counts as failed.
    #[default]
    Fail,
    /// It is not touched, and the source is passed over; folders are merged.
    Skip,
    /// It goes to the trash, and the source takes its name; folders are merged.
    Replace,
    /// The source gets a free name like it.
    KeepBoth,
    /// Replaced where the source is newer, and passed over where not; folders are merged.
    Newer,
    /// Replaced where size, time or kind differ, and passed over where not; folders are merged.
    Different,
}

/// What is done with one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The old thing goes to the trash.
    Replace,
    /// A free name is looked for.
    KeepBoth,
    /// What the source folder holds goes into the folder that is there.
    Merge,
    /// Nothing.
    Leave(Reason),
}

/// Decides by the answer and by what stands on both sides.
pub fn decide(answer: Conflict, source: &Stat, target: &Stat) -> Decision {
    let are_folders = source.kind == Kind::Folder && target.kind == Kind::Folder;
    match answer {
        Conflict::Fail => Decision::Leave(Reason::Exists),
        Conflict::KeepBoth => Decision::KeepBoth,
        _ if are_folders => Decision::Merge,
        _ => decide_whole(answer, source, target),
    }
}

/// The same where folders are not merged.
pub fn decide_whole(answer: Conflict, source: &Stat, target: &Stat) -> Decision {
    match answer {
        Conflict::Fail => Decision::Leave(Reason::Exists),
        Conflict::KeepBoth => Decision::KeepBoth,
        Conflict::Skip => Decision::Leave(Reason::Skipped),
        Conflict::Replace => Decision::Replace,
        Conflict::Newer if source.modified > target.modified => Decision::Replace,
        Conflict::Newer => Decision::Leave(Reason::NotNewer),
        Conflict::Different if differs(source, target) => Decision::Replace,
        Conflict::Different => Decision::Leave(Reason::NotDifferent),
    }
}

fn differs(source: &Stat, target: &Stat) -> bool {
    (source.kind, source.size, source.modified) != (target.kind, target.size, target.modified)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [Kind; 4] = [Kind::File, Kind::Folder, Kind::Symlink, Kind::Fifo];

    fn stat(kind: Kind, seconds: i64) -> Stat {
        Stat { kind, modified: (seconds, 0), ..Stat::default() }
    }

    #[test]
    fn every_pair_of_kinds_gets_the_answer_that_was_given() {
        for source in KINDS {
            for target in KINDS {
                let both = source == Kind::Folder && target == Kind::Folder;
                let unless_merged = |decision| if both { Decision::Merge } else { decision };
                let decided = |answer, age| decide(answer, &stat(source, age), &stat(target, 5));
                let case = format!("{source:?} to {target:?}");
                assert_eq!(decided(Conflict::Fail, 9), Decision::Leave(Reason::Exists), "{case}");
                assert_eq!(decided(Conflict::KeepBoth, 9), Decision::KeepBoth, "{case}");
                assert_eq!(decided(Conflict::Skip, 9), unless_merged(Decision::Leave(Reason::Skipped)), "{case}");
                assert_eq!(decided(Conflict::Replace, 1), unless_merged(Decision::Replace), "{case}");
                assert_eq!(decided(Conflict::Newer, 6), unless_merged(Decision::Replace), "{case}");
                assert_eq!(decided(Conflict::Newer, 5), unless_merged(Decision::Leave(Reason::NotNewer)), "{case}");
                assert_eq!(decided(Conflict::Different, 4), unless_merged(Decision::Replace), "{case}");
                if source == target {
                    let alike = unless_merged(Decision::Leave(Reason::NotDifferent));
                    assert_eq!(decided(Conflict::Different, 5), alike, "{case}");
                }
            }
        }
    }
}
