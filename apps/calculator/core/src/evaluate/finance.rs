//! Loans and savings: money paid out is negative, as spreadsheets have it.
//!
//! Spec: OpenFormula 1.2 (OASIS), 6.12: PMT, PV, FV, NPER, NPV:
//! `pv (1+r)^n + pmt (1 + r t) ((1+r)^n - 1) / r + fv = 0`, t 1 where payments come at the start of a period.

use super::{Evaluator, Found};
use crate::error::{Error, ErrorKind};
use crate::function::Function;
use crate::real::Real;
use crate::value::Value;
use std::cmp::Ordering;

impl Evaluator<'_> {
    pub(super) fn finance(&self, function: Function, values: Vec<Value>) -> Found {
        let numbers = self.numbers(values)?;
        if function == Function::NetPresentValue {
            return self.net_present_value(&numbers);
        }
        let at = |place: usize| numbers.get(place).cloned().unwrap_or(Real::ZERO);
        let (rate, second, third, fourth, start) = (at(0), at(1), at(2), at(3), at(4));
        let is_free = rate.sign(self.budget)? == Ordering::Equal;
        let outcome = match function {
            Function::Payment => self.payment(&rate, &second, &third, &fourth, &start, is_free),
            Function::Periods => self.periods(&rate, &second, &third, &fourth, &start, is_free),
            _ => self.value_of(function, &rate, &second, &third, &fourth, &start, is_free),
        };
        outcome.map(Value::Number)
    }

    fn growth(&self, rate: &Real, periods: &Real) -> Result<Real, Error> {
        Real::ONE.add(rate, self.budget)?.power(periods, self.budget)
    }

    /// (1 + r t) ((1+r)^n - 1) / r, or n without interest.
    fn annuity(&self, rate: &Real, periods: &Real, start: &Real, is_free: bool) -> Result<Real, Error> {
        if is_free {
            return Ok(periods.clone());
        }
        let early = Real::ONE.add(&rate.multiply(start, self.budget)?, self.budget)?;
        let grown = self.growth(rate, periods)?.subtract(&Real::ONE, self.budget)?;
        early.multiply(&grown, self.budget)?.divide(rate, self.budget)
    }

    fn payment(
        &self,
        rate: &Real,
        periods: &Real,
        present: &Real,
        future: &Real,
        start: &Real,
        is_free: bool,
    ) -> Result<Real, Error> {
        let due = present.multiply(&self.growth(rate, periods)?, self.budget)?.add(future, self.budget)?;
        Ok(due.divide(&self.annuity(rate, periods, start, is_free)?, self.budget)?.negative())
    }

    #[expect(clippy::too_many_arguments, reason = "the five of the formula, in its order")]
    fn value_of(
        &self,
        function: Function,
        rate: &Real,
        periods: &Real,
        payment: &Real,
        other: &Real,
        start: &Real,
        is_free: bool,
    ) -> Result<Real, Error> {
        let paid = payment.multiply(&self.annuity(rate, periods, start, is_free)?, self.budget)?;
        let growth = self.growth(rate, periods)?;
        if function == Function::FutureValue {
            return Ok(other.multiply(&growth, self.budget)?.add(&paid, self.budget)?.negative());
        }
        Ok(other.add(&paid, self.budget)?.divide(&growth, self.budget)?.negative())
    }

    fn periods(
        &self,
        rate: &Real,
        payment: &Real,
        present: &Real,
        future: &Real,
        start: &Real,
        is_free: bool,
    ) -> Result<Real, Error> {
        let budget = self.budget;
        if is_free {
            return Ok(present.add(future, budget)?.divide(payment, budget)?.negative());
        }
        let flow =
            payment.multiply(&Real::ONE.add(&rate.multiply(start, budget)?, budget)?, budget)?.divide(rate, budget)?;
        let ratio = flow.subtract(future, budget)?.divide(&flow.add(present, budget)?, budget)?;
        if ratio.sign(budget)? != Ordering::Greater {
            return Err(ErrorKind::Undefined("nper").into());
        }
        ratio.logarithm(budget)?.divide(&Real::ONE.add(rate, budget)?.logarithm(budget)?, budget)
    }

    fn net_present_value(&self, numbers: &[Real]) -> Found {
        let Some((rate, flows)) = numbers.split_first() else { return Err(ErrorKind::ListNeeded(2).into()) };
        let factor = Real::ONE.add(rate, self.budget)?;
        let mut total = Real::ZERO;
        for flow in flows.iter().rev() {
            total = total.add(flow, self.budget)?.divide(&factor, self.budget)?;
        }
        Ok(Value::Number(total))
    }
}
