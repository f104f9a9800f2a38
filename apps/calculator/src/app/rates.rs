//! Exchange rates, brought up to date when the user asks.

use super::{Action, App};
use crate::rates::{Error, SOURCE};

use candela_calculator_core::currency::Rates;

/// The field of where rates come from.
pub const FIELD: &str = "calculator-rates-source";

/// What is done about the rates.
#[derive(Debug, Default, PartialEq)]
pub enum Doing {
    /// Nothing.
    #[default]
    Nothing,
    /// The user says where they come from.
    Asking,
    /// They are on their way.
    Fetching,
    /// They did not come.
    Failed(Error),
}

/// Where rates come from, and what is done about them.
#[derive(Debug)]
pub struct Refresh {
    /// A file or an address.
    pub source: String,
    /// What is done.
    pub doing: Doing,
}

impl Default for Refresh {
    fn default() -> Self {
        Self { source: SOURCE.to_owned(), doing: Doing::Nothing }
    }
}

impl App {
    pub(super) fn ask_source(&mut self) -> Action {
        self.refresh.doing = Doing::Asking;
        Action::Focus(FIELD)
    }

    pub(super) fn type_source(&mut self, source: String) -> Action {
        self.refresh.source = source;
        Action::None
    }

    pub(super) fn refresh_rates(&mut self) -> Action {
        let source = self.refresh.source.trim();
        if source.is_empty() || self.refresh.doing == Doing::Fetching {
            return Action::None;
        }
        let source = source.to_owned();
        self.refresh.doing = Doing::Fetching;
        Action::RefreshRates(source)
    }

    pub(super) fn rates_read(&mut self, outcome: Result<Rates, Error>) -> Action {
        let rates = match outcome {
            Ok(rates) => rates,
            Err(error) => {
                self.refresh.doing = Doing::Failed(error);
                return Action::Focus(FIELD);
            }
        };
        self.refresh.doing = Doing::Nothing;
        self.tape.exchange(rates.clone());
        self.rates = Some(rates);
        let asked = self.ask_convert();
        self.settle().and(asked).and(self.focus())
    }

    /// Leaves the question where rates come from. Whether there was one.
    pub(super) fn leave_rates(&mut self) -> Option<Action> {
        let is_asked = matches!(self.refresh.doing, Doing::Asking | Doing::Failed(_));
        is_asked.then(|| {
            self.refresh.doing = Doing::Nothing;
            self.focus()
        })
    }
}
