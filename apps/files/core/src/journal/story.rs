//! What a journal tells: where the operation stands.

use super::{Damage, Record};
use crate::operation::{Built, Change, Identity, Operation};

/// Where one change stands, as far as the journal knows; the disk may be one step further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not made, or taken back.
    Open,
    /// Being made, and its source is going: it can only be finished, or carried back.
    Removing,
    /// Made.
    Made,
    /// Failed; it left nothing.
    Failed,
}

/// Which way an operation goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is being made.
    Forward,
    /// It is being taken back.
    Back,
}

/// What came of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All that was asked for.
    Done,
    /// A part of it.
    Partial,
    /// Nothing.
    Failed,
    /// It was taken back.
    Undone,
}

/// An operation as its journal tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// What was asked for.
    pub operation: Operation,
    /// When: nanoseconds since 1970.
    pub at: u64,
    /// Its steps.
    pub changes: Vec<Change>,
    /// Where each stands.
    pub standing: Vec<Standing>,
    /// What each has built.
    pub built: Vec<Option<Built>>,
    /// Whether each was turned round: made means taken back then.
    pub turned: Vec<bool>,
    /// Which way it goes, or went last.
    pub way: Way,
    /// Whether it is through.
    pub is_finished: bool,
    /// How many things were left undone.
    pub failed: u64,
    /// When it was last undone or made again: nanoseconds since 1970.
    pub turned_at: u64,
}

impl Story {
    /// Reads the story off its records; `None` where nothing had begun.
    ///
    /// # Errors
    /// [`Damage::Order`].
    pub fn read(records: &[Record]) -> Result<Option<Self>, Damage> {
        let Some((first, rest)) = records.split_first() else {
            return Ok(None);
        };
        let Record::Begun { operation, at, changes } = first else {
            return Err(Damage::Order);
        };
        let mut story = Self::new(operation.clone(), *at, changes.clone());
        rest.iter().try_for_each(|record| story.apply(record))?;
        Ok(Some(story))
    }

    /// The story of an operation that is about to begin.
    pub fn new(operation: Operation, at: u64, changes: Vec<Change>) -> Self {
        let count = changes.len();
        Self {
            operation,
            at,
            changes,
            standing: vec![Standing::Open; count],
            built: vec![None; count],
            turned: vec![false; count],
            way: Way::Forward,
            is_finished: false,
            failed: 0,
            turned_at: at,
        }
    }

    /// Goes on by one record.
    ///
    /// # Errors
    /// [`Damage::Order`], where it speaks of a step that there is not.
    pub fn apply(&mut self, record: &Record) -> Result<(), Damage> {
        match record {
            Record::Begun { .. } => return Err(Damage::Order),
            Record::Amended { change, into } => *self.changes.get_mut(*change).ok_or(Damage::Order)? = into.clone(),
            Record::Built { change, built } => *self.built.get_mut(*change).ok_or(Damage::Order)? = Some(*built),
            Record::Removing { change } => self.stand(*change, Standing::Removing)?,
            Record::Made { change } => self.stand(*change, Standing::Made)?,
            Record::Failed { change } => self.stand(*change, Standing::Failed)?,
            Record::TakenBack { change } => {
                self.stand(*change, Standing::Open)?;
                // What was built is gone, and its number may be given to another file.
                if let Some(built) = &mut self.built[*change] {
                    built.identity = Identity::default();
                }
            }
            Record::Turned { change, into } => self.turn(*change, into)?,
            Record::Finished { failed } => (self.is_finished, self.failed) = (true, *failed),
            Record::Undoing { at } => self.go(Way::Back, *at),
            Record::Redoing { at } => {
                self.go(Way::Forward, *at);
                self.doubt();
            }
            Record::Undone => self.is_finished = true,
        }
        Ok(())
    }

    /// Whether it could be undone now: it is made, and something of it is there to take back.
    pub fn can_undo(&self) -> bool {
        let is_for_good = matches!(self.operation, Operation::Delete(_) | Operation::Empty(_));
        self.is_finished && self.way == Way::Forward && !is_for_good && self.made() > 0
    }

    /// Whether it could be made again now.
    pub fn can_redo(&self) -> bool {
        self.is_finished && self.way == Way::Back && self.standing.iter().any(|standing| *standing != Standing::Failed)
    }

    /// How many steps are made.
    pub fn made(&self) -> usize {
        self.standing.iter().filter(|standing| **standing == Standing::Made).count()
    }

    /// What came of it, once it is through; `None` before.
    pub fn ending(&self) -> Option<Ending> {
        match (self.is_finished, self.way) {
            (false, _) => None,
            // What failed and was taken back for it cannot be made again.
            (true, Way::Back) if self.can_redo() => Some(Ending::Undone),
            (true, Way::Forward) if self.failed == 0 => Some(Ending::Done),
            (true, Way::Forward) if self.made() > 0 => Some(Ending::Partial),
            (true, _) => Some(Ending::Failed),
        }
    }

    fn go(&mut self, way: Way, at: u64) {
        (self.way, self.is_finished, self.turned_at) = (way, false, at);
    }

    /// What was made may be half taken back, where the taking back was interrupted: the disk tells when it is made again.
    ///
    /// Not where a move went to another file system: that is turned round before any of it is taken back.
    fn doubt(&mut self) {
        for (standing, change) in self.standing.iter_mut().zip(&self.changes) {
            if *standing == Standing::Made && !matches!(change, Change::MoveAcross { .. }) {
                *standing = Standing::Open;
            }
        }
    }

    fn stand(&mut self, change: usize, standing: Standing) -> Result<(), Damage> {
        *self.standing.get_mut(change).ok_or(Damage::Order)? = standing;
        Ok(())
    }

    fn turn(&mut self, change: usize, into: &Change) -> Result<(), Damage> {
        self.stand(change, Standing::Open)?;
        self.changes[change] = into.clone();
        self.built[change] = None;
        self.turned[change] = !self.turned[change];
        Ok(())
    }
}
