//! Which files of the index are others of the last commit under a new name.

use git2::{Config, Delta, Diff, DiffFindOptions};

/// How alike two files must be, in per cent; git's own default.
const LEAST_ALIKE: u16 = 50;

/// What the user's configuration asks to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detection {
    /// Nothing: what moved is deleted there and added here.
    Off,
    /// Files under another name.
    Renames,
    /// Copies of changed files too.
    Copies,
}

impl Detection {
    /// Reads `status.renames`, or else `diff.renames`.
    pub fn of(config: &Config) -> Self {
        let setting = config.get_string("status.renames").or_else(|_| config.get_string("diff.renames"));
        match setting.unwrap_or_default().as_str() {
            "copies" | "copy" => Self::Copies,
            "false" | "no" | "off" | "0" => Self::Off,
            _ => Self::Renames,
        }
    }

    /// Whether a search could change what these differences say.
    pub fn is_wanted_for(self, diff: &Diff<'_>) -> bool {
        self != Self::Off && diff.deltas().any(|delta| matches!(delta.status(), Delta::Added | Delta::Deleted))
    }

    /// Turns pairs of differences into renames and copies.
    ///
    /// # Errors
    /// Where an object cannot be read.
    pub fn run(self, diff: &mut Diff<'_>) -> Result<(), git2::Error> {
        let mut options = DiffFindOptions::new();
        let _chained = options
            .renames(true)
            .copies(self == Self::Copies)
            .rename_threshold(LEAST_ALIKE)
            .copy_threshold(LEAST_ALIKE);
        diff.find_similar(Some(&mut options))
    }
}
