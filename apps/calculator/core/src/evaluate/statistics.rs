//! Statistics over lists, of numbers and of quantities that measure the same.

use super::functions::flat;
use super::{Evaluator, Found};
use crate::error::{Error, ErrorKind};
use crate::function::Function;
use crate::real::Real;
use crate::value::Value;
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::cmp::Ordering;

impl Evaluator<'_> {
    pub(super) fn statistic(&self, function: Function, values: Vec<Value>) -> Found {
        use Function as F;
        let values = flat(values);
        let count = i64::try_from(values.len()).unwrap_or(i64::MAX);
        let least = match function {
            F::Sum | F::Product | F::Count => 0,
            F::Variance | F::Deviation => 2,
            _ => 1,
        };
        if values.len() < least {
            return Err(ErrorKind::ListNeeded(least).into());
        }
        match function {
            F::Count => Ok(Value::Number(Real::from(count))),
            F::Sum => self.sum(values),
            F::Product => self.product_of(values),
            F::Mean => self.mean(values),
            F::GeometricMean => {
                let product = self.product_of(values)?;
                self.power(product, Value::Number(Real::Rational(RBig::from_parts(IBig::ONE, natural(count)))))
            }
            F::HarmonicMean => {
                let one = || Value::Number(Real::ONE);
                let inverses =
                    values.into_iter().map(|value| self.divide(one(), value)).collect::<Result<Vec<_>, _>>()?;
                self.divide(Value::Number(Real::from(count)), self.sum(inverses)?)
            }
            F::Min | F::Max => self.extreme(function, values),
            F::Median => self.median(values),
            F::Mode => self.mode(values),
            F::Hypot => self.square_root_of(self.sum_of_squares(values)?),
            F::Variance => self.variance(values, count - 1),
            F::PopulationVariance => self.variance(values, count),
            F::Deviation => self.square_root_of(self.variance(values, count - 1)?),
            _ => self.square_root_of(self.variance(values, count)?),
        }
    }

    fn square_root_of(&self, value: Value) -> Found {
        self.power(value, Value::Number(Real::Rational(RBig::from_parts(IBig::ONE, UBig::from(2u8)))))
    }

    fn sum(&self, values: Vec<Value>) -> Found {
        let mut values = values.into_iter();
        let Some(first) = values.next() else { return Ok(Value::Number(Real::ZERO)) };
        values.try_fold(first, |sum, value| self.add(sum, value))
    }

    fn product_of(&self, values: Vec<Value>) -> Found {
        values.into_iter().try_fold(Value::Number(Real::ONE), |product, value| self.multiply(product, value))
    }

    fn mean(&self, values: Vec<Value>) -> Found {
        let count = i64::try_from(values.len()).unwrap_or(i64::MAX);
        self.divide(self.sum(values)?, Value::Number(Real::from(count)))
    }

    fn sum_of_squares(&self, values: Vec<Value>) -> Found {
        let squares = values.into_iter().map(|value| self.multiply(value.clone(), value));
        self.sum(squares.collect::<Result<_, _>>()?)
    }

    fn variance(&self, values: Vec<Value>, divisor: i64) -> Found {
        let mean = self.mean(values.clone())?;
        let differences = values.into_iter().map(|value| self.subtract(value, mean.clone()));
        let squares = self.sum_of_squares(differences.collect::<Result<_, _>>()?)?;
        self.divide(squares, Value::Number(Real::from(divisor)))
    }

    fn extreme(&self, function: Function, values: Vec<Value>) -> Found {
        let wanted = if function == Function::Max { Ordering::Greater } else { Ordering::Less };
        let mut values = values.into_iter();
        let Some(first) = values.next() else { return Err(ErrorKind::ListNeeded(1).into()) };
        // Comparing the first with itself refuses what has no order.
        let _same = self.compare(&first, &first)?;
        values.try_fold(first, |best, value| Ok(if self.compare(&value, &best)? == wanted { value } else { best }))
    }

    fn sorted(&self, values: Vec<Value>) -> Result<Vec<Value>, Error> {
        let mut sorted: Vec<Value> = Vec::with_capacity(values.len());
        for value in values {
            let (mut low, mut high) = (0, sorted.len());
            while low < high {
                let middle = low + (high - low) / 2;
                if self.compare(&value, &sorted[middle])? == Ordering::Less { high = middle } else { low = middle + 1 }
            }
            sorted.insert(low, value);
        }
        Ok(sorted)
    }

    fn median(&self, values: Vec<Value>) -> Found {
        let sorted = self.sorted(values)?;
        let middle = sorted.len() / 2;
        if sorted.len() % 2 == 1 { Ok(sorted[middle].clone()) } else { self.mean(sorted[middle - 1..=middle].to_vec()) }
    }

    /// The value that comes most often; several that do, as a list from the smallest.
    fn mode(&self, values: Vec<Value>) -> Found {
        let mut counted: Vec<(Value, usize)> = Vec::new();
        for value in self.sorted(values)? {
            match counted.last_mut() {
                Some((last, count)) if self.compare(last, &value)? == Ordering::Equal => *count += 1,
                _ => counted.push((value, 1)),
            }
        }
        let most = counted.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let mut best: Vec<Value> =
            counted.into_iter().filter(|(_, count)| *count == most).map(|(value, _)| value).collect();
        Ok(if best.len() == 1 { best.remove(0) } else { Value::List(best) })
    }
}

fn natural(count: i64) -> UBig {
    UBig::from(u64::try_from(count).unwrap_or(1))
}
