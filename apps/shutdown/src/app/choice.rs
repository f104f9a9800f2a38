//! What is being chosen: how to go down, and whether the updates are installed first.

use candela_shutdown_core::decide::{decide, status};
use candela_shutdown_core::plan::{Answer, Plan, Power};
use candela_shutdown_core::power_supply::Supply;
use candela_shutdown_core::system::machine::Look;
use candela_shutdown_core::{Detection, Error, Obstacle, Updates};

use std::time::Duration;

/// Why the updates cannot be ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// The battery may not last.
    Battery,
    /// The source says so.
    Source(Obstacle),
}

/// How long the dialog goes on waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Countdown {
    /// Seconds at the beginning.
    total: u64,
    /// Seconds that are left.
    pub left: u64,
}

impl Countdown {
    /// A countdown that begins.
    pub fn new(whole: Duration) -> Self {
        Self { total: whole.as_secs(), left: whole.as_secs() }
    }

    /// One second less; whether it is over.
    pub fn tick(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        self.left == 0
    }

    /// The part that is left, 1 to 0.
    pub fn part(self) -> f32 {
        self.left as f32 / self.total.max(1) as f32
    }
}

/// What is being chosen.
#[derive(Debug)]
pub struct Choice {
    /// What waited when it was looked for.
    pub found: Look,
    /// How to go down.
    pub power: Power,
    /// Where the power comes from now.
    pub supply: Supply,
    /// Whether the updates are ticked; `None` as long as nobody has chosen.
    pub wants_updates: Option<bool>,
    /// What was ordered of a system that agreed to go down.
    pub ordered: Option<Plan>,
    /// Until it chooses by itself.
    pub countdown: Option<Countdown>,
}

impl Choice {
    /// A choice nobody has made yet.
    pub fn new(found: Look, power: Power, supply: Supply) -> Self {
        Self { found, power, supply, wants_updates: None, ordered: None, countdown: None }
    }

    /// The updates that wait, where some do.
    pub fn updates(&self) -> Option<&Updates> {
        match &self.found.report.detection {
            Detection::Pending(updates) => Some(updates),
            Detection::None | Detection::Available(_) | Detection::Busy(_) | Detection::Unknown(_) => None,
        }
    }

    /// Whether there is nothing to tell: nothing waits, nothing runs, and that is certain.
    pub fn is_plain(&self) -> bool {
        matches!(self.found.report.detection, Detection::None | Detection::Available(_))
    }

    /// Why the updates cannot be ticked; `None` where they can, or there are none.
    pub fn hindrance(&self) -> Option<Hindrance> {
        let updates = self.updates()?;
        match &updates.obstacle {
            Some(obstacle) => Some(Hindrance::Source(obstacle.clone())),
            None if self.is_low() => Some(Hindrance::Battery),
            None => None,
        }
    }

    /// Whether the battery may not last through the updates.
    pub fn is_low(&self) -> bool {
        self.updates().is_some_and(|updates| self.supply.is_low(updates.release_upgrade))
    }

    /// Whether the updates are ticked: those that are ready are, unless somebody or something is against it.
    pub fn is_ticked(&self) -> bool {
        let is_ready = |updates: &Updates| updates.to_download == Some(0);
        let is_possible = self.updates().is_some() && self.hindrance().is_none();
        is_possible && self.wants_updates.unwrap_or_else(|| self.updates().is_some_and(is_ready))
    }

    /// Ticks or unticks the updates.
    pub fn toggle(&mut self) {
        if self.hindrance().is_none() {
            self.wants_updates = Some(!self.is_ticked());
        }
    }

    /// The answer as it stands.
    pub fn answer(&self) -> Answer {
        if self.is_ticked() { Answer::Install } else { Answer::Skip }
    }

    /// What an answer comes to; an order that stands is taken back first.
    ///
    /// # Errors
    /// Where what waits cannot be installed now.
    pub fn plan(&self, answer: Answer) -> Result<Plan, Error> {
        let plan = self.plan_of_source(answer)?;
        Ok(match &self.ordered {
            Some(ordered) => plan.after(ordered),
            None => plan,
        })
    }

    fn plan_of_source(&self, answer: Answer) -> Result<Plan, Error> {
        let Look { site, report } = &self.found;
        match &report.detection {
            // Who goes down in spite of what was said knows it.
            Detection::Busy(_) | Detection::Unknown(_) => Ok(Plan::only(self.power)),
            Detection::None | Detection::Available(_) | Detection::Pending(_) => {
                let decision = decide(report, answer, self.power, site)?;
                Ok(decision.plan.unwrap_or_else(|| Plan::only(self.power)))
            }
        }
    }

    /// The exit status once an answer is carried out.
    pub fn status(&self, answer: Answer) -> u8 {
        match (self.is_plain(), answer) {
            (true, _) => status::NOTHING,
            (false, Answer::Install) => status::INSTALL,
            (false, Answer::Skip | Answer::Cancel) => status::SKIP,
        }
    }
}
