//! What an answer to what waits comes to: the plan, or why there is none, and the exit status that tells a script.

use crate::backend::{self, Backend, Site};
use crate::plan::{Answer, Plan, Power};
use crate::{Detection, Error, Report, Updates};

/// Exit statuses, for start scripts.
pub mod status {
    /// Nothing waits.
    pub const NOTHING: u8 = 0;
    /// What waits is installed, or will be.
    pub const INSTALL: u8 = 10;
    /// What waits goes on waiting.
    pub const SKIP: u8 = 11;
    /// Cancelled: the computer stays on.
    pub const CANCELLED: u8 = 12;
    /// An update is running.
    pub const BUSY: u8 = 13;
    /// It could not be told whether updates wait.
    pub const UNKNOWN: u8 = 20;
    /// What was to be done failed.
    pub const FAILED: u8 = 21;
    /// Somebody did not allow it.
    pub const NOT_AUTHORISED: u8 = 22;
    /// The command line means nothing.
    pub const WRONG_USAGE: u8 = 64;
}

/// What is to be done, and what it tells a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What is to be done; `None` where nothing is.
    pub plan: Option<Plan>,
    /// The exit status where that succeeds.
    pub status: u8,
}

impl Decision {
    const fn nothing(status: u8) -> Self {
        Self { plan: None, status }
    }
}

/// What is to be done at an answer.
///
/// Nobody who answers in advance can know what a source that is silent would have said, or wants to cut an update off:
/// then nothing is done, and the status says why.
///
/// # Errors
/// Where what waits cannot be installed now.
pub fn decide(report: &Report, answer: Answer, power: Power, site: &Site) -> Result<Decision, Error> {
    if answer == Answer::Cancel {
        return Ok(Decision::nothing(status::CANCELLED));
    }
    match &report.detection {
        Detection::None | Detection::Available(_) => {
            Ok(Decision { plan: Some(Plan::only(power)), status: status::NOTHING })
        }
        Detection::Busy(_) => Ok(Decision::nothing(status::BUSY)),
        Detection::Unknown(_) => Ok(Decision::nothing(status::UNKNOWN)),
        Detection::Pending(updates) => {
            let plan = plan(report.source, updates, answer, power, site)?;
            let status = if answer == Answer::Install { status::INSTALL } else { status::SKIP };
            Ok(Decision { plan: Some(plan), status })
        }
    }
}

/// The exit status of a look alone.
pub const fn status_of(detection: &Detection) -> u8 {
    match detection {
        Detection::None | Detection::Available(_) | Detection::Pending(_) => status::NOTHING,
        Detection::Busy(_) => status::BUSY,
        Detection::Unknown(_) => status::UNKNOWN,
    }
}

/// The exit status of a failure.
pub const fn status_of_error(error: &Error) -> u8 {
    match error {
        Error::NotAuthorised { .. } => status::NOT_AUTHORISED,
        Error::Running => status::BUSY,
        // Somebody has work to save: the computer stays on for it.
        Error::StillOpen { .. } => status::CANCELLED,
        Error::Missing { .. }
        | Error::Failed { .. }
        | Error::Service { .. }
        | Error::NotDone { .. }
        | Error::Obstacle(_)
        | Error::File { .. }
        | Error::NoBus => status::FAILED,
    }
}

/// The plan of a source's for an answer that goes down.
fn plan(source: Option<&str>, updates: &Updates, answer: Answer, power: Power, site: &Site) -> Result<Plan, Error> {
    let source: Option<&dyn Backend> = source.and_then(backend::named);
    let Some(source) = source else {
        return Ok(Plan::only(power));
    };
    if answer != Answer::Install {
        return Ok(source.skip(updates, power, site));
    }
    match &updates.obstacle {
        Some(obstacle) => Err(Error::Obstacle(obstacle.clone())),
        None => Ok(source.install(updates, power, site)),
    }
}

#[cfg(test)]
mod tests;
