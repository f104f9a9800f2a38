//! Which files of the index are others of the last commit under a new name, by the measure of `git diff -M`.
//!
//! libgit2 measures otherwise: near the half it calls files alike that git does not. Its own search is used for copies
//! alone, which have to be asked for by `status.renames`.

use git2::{Config, Delta, Diff, DiffDelta, DiffFindOptions, FileMode, Oid, Repository};

use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// How alike two files must be; git's own default of 50 %, in parts of [`ALIKE`].
const LEAST: u64 = ALIKE / 2;
/// How alike files must be that share a name no other has: git's default, half way from there to the whole.
const LEAST_NAMED: u64 = LEAST + (ALIKE - LEAST) / 2;
/// The measure of files that are the same.
const ALIKE: u64 = 60_000;
/// More pairs than this are not compared, but for files that are the same: git's default of 1000 for `diff.renameLimit`.
const MOST_PAIRS: usize = 1_000 * 1_000;
/// A line that is longer, in bytes, is measured in pieces.
const LONGEST: usize = 64;

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
}

/// Turns pairs of differences into renames and copies, by libgit2's measure.
///
/// # Errors
/// Where an object cannot be read.
pub fn find_copies(diff: &mut Diff<'_>) -> Result<(), git2::Error> {
    diff.find_similar(Some(DiffFindOptions::new().renames(true).copies(true)))
}

/// A file that came or went.
pub struct Side {
    path: Vec<u8>,
    oid: Oid,
    mode: FileMode,
    /// Whether it has its pair.
    is_paired: bool,
}

impl Side {
    /// A file or a link with these contents.
    pub fn of(path: Vec<u8>, oid: Oid, is_link: bool) -> Self {
        Self { path, oid, mode: if is_link { FileMode::Link } else { FileMode::Blob }, is_paired: false }
    }

    fn new(delta: &DiffDelta<'_>, status: Delta) -> Option<Self> {
        let file = if status == Delta::Added { delta.new_file() } else { delta.old_file() };
        let path = file.path_bytes().filter(|_| delta.status() == status)?.to_vec();
        Some(Self { path, oid: file.id(), mode: file.mode(), is_paired: false })
    }

    fn name(&self) -> &[u8] {
        self.path.rsplit(|byte| *byte == b'/').next().unwrap_or_default()
    }

    fn is_file(&self) -> bool {
        matches!(self.mode, FileMode::Blob | FileMode::BlobExecutable | FileMode::BlobGroupWritable)
    }
}

/// Returns the old path of each file that has a new name.
///
/// # Errors
/// Where an object cannot be read.
pub fn find(git: &Repository, diff: &Diff<'_>) -> Result<HashMap<Vec<u8>, Vec<u8>>, git2::Error> {
    let sides = |status| diff.deltas().filter_map(|delta| Side::new(&delta, status)).collect::<Vec<_>>();
    find_among(git, sides(Delta::Deleted), sides(Delta::Added))
}

/// The same among files that went and files that came.
///
/// # Errors
/// Where an object cannot be read.
pub fn find_among(git: &Repository, old: Vec<Side>, new: Vec<Side>) -> Result<HashMap<Vec<u8>, Vec<u8>>, git2::Error> {
    let mut search = Search { git, old, new, pairs: HashMap::new() };
    search.pair_same();
    search.pair_named()?;
    search.pair_alike()?;
    Ok(search.pairs)
}

struct Search<'a> {
    git: &'a Repository,
    old: Vec<Side>,
    new: Vec<Side>,
    pairs: HashMap<Vec<u8>, Vec<u8>>,
}

impl Search<'_> {
    fn pair(&mut self, old: usize, new: usize) {
        (self.old[old].is_paired, self.new[new].is_paired) = (true, true);
        let _before = self.pairs.insert(self.new[new].path.clone(), self.old[old].path.clone());
    }

    /// The files that have no pair yet.
    fn open(sides: &[Side]) -> Vec<usize> {
        (0..sides.len()).filter(|at| !sides[*at].is_paired && sides[*at].is_file()).collect()
    }

    /// Files with the same contents, those of the same name first.
    fn pair_same(&mut self) {
        let mut by_oid: HashMap<Oid, Vec<usize>> = HashMap::new();
        for (at, old) in self.old.iter().enumerate() {
            by_oid.entry(old.oid).or_default().push(at);
        }
        for new in 0..self.new.len() {
            let side = &self.new[new];
            let is_like = |old: &Side| old.mode == side.mode || (old.is_file() && side.is_file());
            let same = by_oid.get(&side.oid).into_iter().flatten().copied();
            let free = same.filter(|old| !self.old[*old].is_paired && is_like(&self.old[*old]));
            // The last of several is the first here: `max_by_key` takes the last of equals.
            let best = free.rev().max_by_key(|old| self.old[*old].name() == side.name());
            if let Some(old) = best {
                self.pair(old, new);
            }
        }
    }

    /// Files that share a name which no other file that came or went has.
    fn pair_named(&mut self) -> Result<(), git2::Error> {
        let unique = |sides: &[Side]| {
            let mut names: HashMap<Vec<u8>, Option<usize>> = HashMap::new();
            for at in Self::open(sides) {
                let only = |seen: &mut Option<usize>| *seen = None;
                let _seen = names.entry(sides[at].name().to_vec()).and_modify(only).or_insert(Some(at));
            }
            names
        };
        let (old, new) = (unique(&self.old), unique(&self.new));
        let mut pairs: Vec<(usize, usize)> =
            old.iter().filter_map(|(name, old)| Some(((*old)?, (*new.get(name)?)?))).collect();
        pairs.sort_unstable();
        for (old, new) in pairs {
            if self.likeness(old, new, &mut HashMap::new())? >= LEAST_NAMED {
                self.pair(old, new);
            }
        }
        Ok(())
    }

    /// Files that are alike, the most alike first.
    fn pair_alike(&mut self) -> Result<(), git2::Error> {
        let (old, new) = (Self::open(&self.old), Self::open(&self.new));
        if old.len() * new.len() > MOST_PAIRS {
            return Ok(());
        }
        let mut measured = HashMap::new();
        let mut pairs = Vec::new();
        for new in &new {
            for old in &old {
                let likeness = self.likeness(*old, *new, &mut measured)?;
                if likeness >= LEAST {
                    pairs.push((likeness, self.old[*old].name() == self.new[*new].name(), *old, *new));
                }
            }
        }
        pairs.sort_by_key(|(likeness, is_named, ..)| std::cmp::Reverse((*likeness, *is_named)));
        for (_, _, old, new) in pairs {
            if !self.old[old].is_paired && !self.new[new].is_paired {
                self.pair(old, new);
            }
        }
        Ok(())
    }

    /// How much of the larger file the two share.
    fn likeness(&self, old: usize, new: usize, measured: &mut HashMap<Oid, Measure>) -> Result<u64, git2::Error> {
        let (old, new) = (self.old[old].oid, self.new[new].oid);
        let database = self.git.odb()?;
        let (less, more) = {
            let (one, other) = (database.read_header(old)?.0 as u64, database.read_header(new)?.0 as u64);
            (one.min(other), one.max(other))
        };
        if less == 0 || less * ALIKE < more * LEAST {
            return Ok(0);
        }
        for oid in [old, new] {
            if let Entry::Vacant(room) = measured.entry(oid) {
                let _new = room.insert(measure(self.git.find_blob(oid)?.content()));
            }
        }
        Ok(shared(&measured[&old], &measured[&new]) * ALIKE / more)
    }
}

/// The bytes of a file by the line they stand on.
type Measure = HashMap<Vec<u8>, u64>;

/// Counts the bytes of each different line; the end of a line is the same in text of every system.
fn measure(contents: &[u8]) -> Measure {
    let is_text = !contents[..contents.len().min(8_000)].contains(&0);
    let mut lines = Measure::new();
    let mut rest = contents;
    while !rest.is_empty() {
        let window = &rest[..rest.len().min(LONGEST)];
        let length = window.iter().position(|byte| *byte == b'\n').map_or(window.len(), |at| at + 1);
        let (line, after) = rest.split_at(length);
        let line = match line.strip_suffix(b"\r\n").filter(|_| is_text) {
            Some(text) => [text, b"\n"].concat(),
            None => line.to_vec(),
        };
        let bytes = line.len() as u64;
        *lines.entry(line).or_default() += bytes;
        rest = after;
    }
    lines
}

fn shared(one: &Measure, other: &Measure) -> u64 {
    one.iter().map(|(line, bytes)| other.get(line).map_or(0, |others| (*bytes).min(*others))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_shared_as_often_as_both_have_them() {
        let cases: [(&[u8], &[u8], u64); 4] = [
            (b"a\nb\na\n", b"a\nc\n", 2),
            (b"a\r\nb\r\n", b"a\nb\n", 4),
            (b"a\0\r\n", b"a\0\n", 0),
            (&[b'x'; 200], &[b'x'; 130], 130 - 2),
        ];
        for (one, other, expected) in cases {
            assert_eq!(shared(&measure(one), &measure(other)), expected, "{one:?}");
        }
    }
}
