//! Units of measure: what they are called, what they measure, how large they are.

mod table;

pub(crate) use table::decimal;

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::fmt;
use std::sync::Arc;
use table::{PREFIXES, TABLE};

/// How many things are measured independently of each other.
pub const DIMENSIONS: usize = 10;

/// The powers of length, mass, time, current, temperature, amount, luminous intensity, data, angle, currency.
pub type Dimension = [i32; DIMENSIONS];

/// The place of temperature among the dimensions.
const TEMPERATURE: usize = 4;
/// The place of angle.
const ANGLE: usize = 8;
/// The place of time.
const TIME: usize = 2;

/// Which prefixes a unit takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prefixes {
    None,
    Metric,
    /// Metric and binary: bit and byte.
    Binary,
    /// Metric from kilo up: kt, not mt.
    Up,
}

/// A prefix: ten or two to a power.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Prefix {
    symbol: &'static str,
    name: &'static str,
    ten: i32,
    two: usize,
}

impl Prefix {
    fn factor(&self) -> RBig {
        let ten = UBig::from(10u8).pow(self.ten.unsigned_abs() as usize);
        let two = IBig::ONE << self.two;
        if self.ten < 0 { RBig::from_parts(two, ten) } else { RBig::from(two * ten) }
    }

    fn fits(&self, prefixes: Prefixes) -> bool {
        match prefixes {
            Prefixes::None => false,
            Prefixes::Metric => self.two == 0,
            Prefixes::Binary => self.two > 0 || self.ten >= 3,
            Prefixes::Up => self.two == 0 && self.ten >= 3,
        }
    }
}

/// What a unit is.
#[derive(Debug, PartialEq)]
pub(crate) struct Definition {
    symbols: Vec<String>,
    names: Vec<(String, String)>,
    dimension: Dimension,
    factor: RBig,
    pi: i32,
    /// Where the scale begins, in base units; `None` where zero is zero.
    zero: Option<RBig>,
    prefixes: Prefixes,
    /// What it is made of: `W*h`.
    parts: Option<String>,
}

impl Definition {
    /// Sets the zeros of the two scales that have one of their own. Spec: SI Brochure 9, 2.3.1.
    fn with_zero(self) -> Self {
        let zero = match self.symbols[0].as_str() {
            "°C" => decimal("273.15"),
            "°F" => decimal("459.67").map(|zero| zero * &self.factor),
            _ => None,
        };
        Self { zero, ..self }
    }
}

/// Whether the user wrote a symbol or a name; it is answered in kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spelling {
    Symbol(usize),
    Name(usize),
}

/// One unit with its prefix, to a power.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    definition: Arc<Definition>,
    prefix: Option<&'static Prefix>,
    spelling: Spelling,
    power: i32,
}

impl Factor {
    fn dimension(&self) -> Dimension {
        self.definition.dimension.map(|power| power * self.power)
    }

    fn scale(&self) -> Scale {
        let one = self.prefix.map_or(RBig::ONE, Prefix::factor) * &self.definition.factor;
        Scale { factor: one.pow(self.power as isize), pi: self.definition.pi * self.power }
    }

    fn text(&self, is_one: bool) -> String {
        match self.spelling {
            Spelling::Symbol(at) => {
                let symbol = &self.definition.symbols[at];
                format!("{}{symbol}", self.prefix.map_or("", |prefix| prefix.symbol))
            }
            Spelling::Name(at) => {
                let (singular, plural) = &self.definition.names[at];
                let name = if is_one { singular } else { plural };
                format!("{}{name}", self.prefix.map_or("", |prefix| prefix.name)).replace('_', " ")
            }
        }
    }
}

/// The size of a unit in base units: a rational and a power of pi.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The rational part.
    pub factor: RBig,
    /// The power of pi.
    pub pi: i32,
}

/// A product of units to powers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Unit {
    factors: Vec<Factor>,
}

impl Unit {
    /// Finds a unit by its symbol or name.
    ///
    /// Symbols come first, in their case; then names in any case; then symbols in any case where only one fits.
    pub fn find(word: &str) -> Option<Self> {
        let exact = || by_symbol(word).or_else(|| by_name(word)).map(Self::one);
        let careless = || by_careless_symbol(word).map(Self::one);
        exact().or_else(|| Self::of_phrase(word)).or_else(careless).or_else(|| Self::powered(word))
    }

    /// Finds a unit by a name of several words, held by `_`: `nautical_mile`, `cubic_foot`, `litres_per_hour`.
    pub(crate) fn of_phrase(words: &str) -> Option<Self> {
        let (first, rest) = words.split_once('_')?;
        if let Some(found) = by_name(words) {
            return Some(Self::one(found));
        }
        if let Some((above, below)) = words.split_once("_per_") {
            return Some(Self::find(above)?.beside(&Self::find(below)?.pow(-1)?));
        }
        match first.to_lowercase().as_str() {
            "square" | "sq" => Self::find(rest)?.pow(2),
            "cubic" | "cu" => Self::find(rest)?.pow(3),
            _ => None,
        }
    }

    /// Finds `m2` and `ft3`.
    fn powered(word: &str) -> Option<Self> {
        let power = match word.chars().last()? {
            '2' => 2,
            '3' => 3,
            _ => return None,
        };
        by_symbol(&word[..word.len() - 1]).map(Self::one)?.pow(power)
    }

    fn one((definition, prefix, spelling): (Arc<Definition>, Option<&'static Prefix>, Spelling)) -> Self {
        Self { factors: vec![Factor { definition, prefix, spelling, power: 1 }] }
    }

    /// Returns the unit of a currency worth so many of the base currency.
    pub fn currency(code: &str, factor: RBig) -> Self {
        let mut dimension = [0; DIMENSIONS];
        dimension[DIMENSIONS - 1] = 1;
        let definition = Definition {
            symbols: vec![code.to_owned()],
            names: Vec::new(),
            dimension,
            factor,
            pi: 0,
            zero: None,
            prefixes: Prefixes::None,
            parts: None,
        };
        Self::one((Arc::new(definition), None, Spelling::Symbol(0)))
    }

    /// Returns so many of a unit as one, `100km`; `None` for what is not one unit, or none or less of it.
    pub fn multiple(&self, count: &IBig) -> Option<Self> {
        let [Factor { definition, prefix, power: 1, .. }] = self.factors.as_slice() else { return None };
        let size = prefix.map_or(RBig::ONE, Prefix::factor) * &definition.factor;
        let definition = Definition {
            symbols: vec![format!("{count}{self}")],
            names: Vec::new(),
            dimension: definition.dimension,
            factor: size * RBig::from(count.clone()),
            pi: definition.pi,
            zero: None,
            prefixes: Prefixes::None,
            parts: None,
        };
        (*count > IBig::ZERO).then(|| Self::one((Arc::new(definition), None, Spelling::Symbol(0))))
    }

    /// Whether one unit is how much a vehicle takes for its way and the other how far it comes with so much: then the
    /// value of one is the inverse of the other's.
    pub fn is_fuel_inverse(&self, other: &Self) -> bool {
        let economy = |unit: &Self| {
            let lengths = |factor: &Factor, wanted: i32| is_power_of(factor.dimension(), 0, wanted);
            match unit.expanded().as_slice() {
                [one, other] if lengths(one, 3) && lengths(other, -1) => Some(false),
                [one, other] if lengths(one, 1) && lengths(other, -3) => Some(true),
                _ => None,
            }
        };
        economy(self).zip(economy(other)).is_some_and(|(one, other)| one != other)
    }

    /// Whether nothing is measured and nothing is to be written.
    pub fn is_none(&self) -> bool {
        self.factors.is_empty()
    }

    /// Returns what it measures.
    pub fn dimension(&self) -> Dimension {
        let mut sum = [0; DIMENSIONS];
        for factor in &self.factors {
            sum.iter_mut().zip(factor.dimension()).for_each(|(sum, power)| *sum += power);
        }
        sum
    }

    /// Returns its size in base units.
    pub fn scale(&self) -> Scale {
        let one = Scale { factor: RBig::ONE, pi: 0 };
        self.factors
            .iter()
            .map(Factor::scale)
            .fold(one, |left, right| Scale { factor: left.factor * right.factor, pi: left.pi + right.pi })
    }

    /// Returns how many of another unit it is; `None` where they do not measure the same.
    ///
    /// A frequency counts turns: 1 Hz is 60 rpm, and 2 pi radians a second.
    pub fn ratio(&self, other: &Self) -> Option<Scale> {
        let (from, to) = (self.scale(), other.scale());
        let ratio = Scale { factor: from.factor / to.factor, pi: from.pi - to.pi };
        let (mine, others) = (self.dimension(), other.dimension());
        if mine == others {
            return Some(ratio);
        }
        let two = RBig::from(2);
        match (is_frequency(mine), is_frequency(others)) {
            (Some(Counted::Radians), Some(Counted::Turns)) => {
                Some(Scale { factor: ratio.factor / two, pi: ratio.pi - 1 })
            }
            (Some(Counted::Turns), Some(Counted::Radians)) => {
                Some(Scale { factor: ratio.factor * two, pi: ratio.pi + 1 })
            }
            _ => None,
        }
    }

    /// Reads C, F and K as the temperatures they are when one is converted to another: no charge is a capacity.
    pub fn as_temperatures(&self, other: &Self) -> Option<(Self, Self)> {
        let scale = |unit: &Self| {
            let [Factor { prefix: None, power: 1, definition, .. }] = unit.factors.as_slice() else { return None };
            Self::find(match definition.symbols[0].as_str() {
                "C" | "°C" => "°C",
                "F" | "°F" => "°F",
                "K" => "K",
                _ => return None,
            })
        };
        if self.ratio(other).is_some() { None } else { scale(self).zip(scale(other)) }
    }

    /// Returns one over the unit: of a hertz a second, of an ohm a siemens.
    pub fn inverse(&self) -> Option<Self> {
        let inverse = self.pow(-1)?;
        let [Factor { prefix: None, power: 1, definition, .. }] = self.factors.as_slice() else { return Some(inverse) };
        let named = match definition.symbols[0].as_str() {
            "Hz" => "s",
            "Ω" => "S",
            "S" => "Ω",
            _ => return Some(inverse),
        };
        Self::find(named)
    }

    /// Returns the zero of a scale of temperature that has its own, in kelvins.
    pub fn zero(&self) -> Option<&RBig> {
        match self.factors.as_slice() {
            [factor] if factor.power == 1 => factor.definition.zero.as_ref(),
            _ => None,
        }
    }

    /// Whether it measures an angle.
    pub fn is_angle(&self) -> bool {
        is_power_of(self.dimension(), ANGLE, 1)
    }

    /// Whether it measures time.
    pub fn is_time(&self) -> bool {
        is_power_of(self.dimension(), TIME, 1)
    }

    /// Whether it measures temperature.
    pub fn is_temperature(&self) -> bool {
        is_power_of(self.dimension(), TEMPERATURE, 1)
    }

    /// Returns how many months it has where it is a month, a year or what is made of years; `None` for other units.
    pub fn months(&self) -> Option<i64> {
        let [factor] = self.factors.as_slice() else { return None };
        match factor.definition.symbols[0].as_str() {
            _ if factor.power != 1 => None,
            "mo" => Some(1),
            "yr" => Some(12),
            "decade" => Some(120),
            "century" => Some(1_200),
            "millennium" => Some(12_000),
            _ => None,
        }
    }

    /// Returns the unit to a power.
    #[must_use]
    pub fn pow(&self, power: i32) -> Option<Self> {
        let factors = self.factors.iter().map(|factor| {
            Some(Factor {
                power: factor.power.checked_mul(power).filter(|power| power.abs() <= 1000)?,
                ..factor.clone()
            })
        });
        Some(Self {
            factors: factors.collect::<Option<Vec<_>>>()?.into_iter().filter(|factor| factor.power != 0).collect(),
        })
    }

    /// Returns the root of the unit, where every power can be divided.
    pub fn root(&self, degree: i32) -> Option<Self> {
        let divides = self.factors.iter().all(|factor| factor.power % degree == 0);
        let factors = self.factors.iter().map(|factor| Factor { power: factor.power / degree, ..factor.clone() });
        divides.then(|| Self { factors: factors.collect() })
    }

    /// Returns the product of two units as it was written, nothing taken apart or put together.
    #[must_use]
    pub fn beside(&self, other: &Self) -> Self {
        let mut product = self.clone();
        for factor in &other.factors {
            let is_same = |own: &&mut Factor| Factor { power: factor.power, ..(**own).clone() } == *factor;
            match product.factors.iter_mut().find(is_same) {
                Some(own) => own.power += factor.power,
                None => product.factors.push(factor.clone()),
            }
        }
        product.factors.retain(|factor| factor.power != 0);
        product
    }

    /// Multiplies two units; what measures the same is written in the unit of the left one.
    ///
    /// Returns the unit and what the value must be multiplied with.
    pub fn multiply(&self, other: &Self) -> (Self, Scale) {
        let mut product = Unit { factors: self.expanded() };
        for factor in other.expanded() {
            product.push(factor);
        }
        let before = [self.scale(), other.scale()];
        product.factors.retain(|factor| factor.power != 0);
        let product = product.recombined();
        let after = product.scale();
        let scale = Scale {
            factor: &before[0].factor * &before[1].factor / after.factor,
            pi: before[0].pi + before[1].pi - after.pi,
        };
        (product, scale)
    }

    fn push(&mut self, factor: Factor) {
        let same = |own: &&mut Factor| own.definition.dimension == factor.definition.dimension;
        match self.factors.iter_mut().find(same) {
            Some(own) => own.power += factor.power,
            None => self.factors.push(factor),
        }
    }

    /// Takes apart what is made of other units, unless it stands alone and stays whole.
    fn expanded(&self) -> Vec<Factor> {
        self.factors.iter().flat_map(Factor::parts).collect()
    }

    /// Writes watt-hours and the named units of the SI for their products, and nothing where units cancel: `2 Hz * 3 s`.
    fn recombined(self) -> Self {
        if self.factors.len() < 2 {
            return self;
        }
        let dimension = self.dimension();
        if dimension.iter().all(|&power| power == 0) {
            return Self::default();
        }
        if let [watt, hour] = self.factors.as_slice()
            && (watt.power, hour.power) == (1, 1)
            && hour.definition.symbols[0] == "h"
            && let Some(whole) = by_symbol(match watt.definition.symbols[0].as_str() {
                "W" => "Wh",
                "A" => "Ah",
                _ => "",
            })
        {
            return Self::one((whole.0, watt.prefix, Spelling::Symbol(0)));
        }
        let is_coherent = self.factors.iter().all(is_coherent);
        let named = ["N", "Pa", "J", "W", "C", "V", "Ω", "F", "Wb", "T", "H", "A", "m", "s", "kg"]
            .into_iter()
            .filter_map(by_symbol);
        if let Some(found) = named.into_iter().find(|found| is_coherent && found.0.dimension == dimension) {
            return Self::one(found);
        }
        // Newtons per pascal are an area; litres per kilometre are not, for who writes them.
        let has_litres = self.factors.iter().any(|factor| factor.definition.symbols[0] == "L");
        let powers = [2, 3].into_iter().filter_map(|power| Self::find("m")?.pow(power));
        match powers.into_iter().find(|space| is_coherent && !has_litres && space.dimension() == dimension) {
            Some(space) => space,
            None => self,
        }
    }

    /// Writes the unit behind a value; names take the singular behind exactly one.
    pub fn text(&self, is_one: bool) -> String {
        let (above, below): (Vec<_>, Vec<_>) = self.factors.iter().partition(|factor| factor.power > 0);
        if above.is_empty() {
            return below.iter().map(|factor| part(factor, factor.power, false)).collect::<Vec<_>>().join("*");
        }
        let only = above.len() == 1 && above[0].power == 1;
        let mut text =
            above.iter().map(|factor| part(factor, factor.power, is_one && only)).collect::<Vec<_>>().join("*");
        for factor in below {
            text.push('/');
            text.push_str(&part(factor, -factor.power, true));
        }
        text
    }

    /// Whether it is written close to the number: `30°`.
    pub fn is_attached(&self) -> bool {
        matches!(self.factors.as_slice(), [factor] if factor.power == 1 && matches!(factor.text(true).as_str(), "°" | "′" | "″"))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text(false))
    }
}

impl Factor {
    fn parts(&self) -> Vec<Factor> {
        let Some(parts) = &self.definition.parts else { return vec![self.clone()] };
        let (left, right, sign) = match parts.split_once('/') {
            Some((left, right)) => (left, right, -1),
            None => parts.split_once('*').map_or((parts.as_str(), "", 1), |(left, right)| (left, right, 1)),
        };
        let found = [(left, self.power), (right, sign * self.power)];
        let mut factors: Vec<Factor> = found
            .into_iter()
            .filter_map(|(symbol, power)| Some(Factor { power, ..Unit::find(symbol)?.factors.pop()? }))
            .collect();
        if self.prefix.is_some() {
            factors[0].prefix = self.prefix;
        }
        factors
    }
}

fn part(factor: &Factor, power: i32, is_one: bool) -> String {
    let text = factor.text(is_one);
    if power == 1 { text } else { format!("{text}^{power}") }
}

/// Whether it is a unit of the SI, so that products of it have names: not hours, miles, knots.
fn is_coherent(factor: &Factor) -> bool {
    const SI: &[&str] = &[
        "m", "g", "s", "A", "K", "mol", "cd", "Hz", "N", "Pa", "J", "W", "C", "V", "Ω", "S", "F", "H", "Wb", "T", "VA",
        "L", "Ah",
    ];
    SI.contains(&factor.definition.symbols[0].as_str())
}

/// What a frequency counts.
#[derive(PartialEq, Eq)]
enum Counted {
    Turns,
    Radians,
}

fn is_frequency(dimension: Dimension) -> Option<Counted> {
    let others = |at: usize| at != TIME && at != ANGLE;
    if dimension[TIME] != -1 || (0..DIMENSIONS).any(|at| others(at) && dimension[at] != 0) {
        return None;
    }
    match dimension[ANGLE] {
        0 => Some(Counted::Turns),
        1 => Some(Counted::Radians),
        _ => None,
    }
}

/// Whether only what has that place is measured, to that power.
fn is_power_of(dimension: Dimension, place: usize, wanted: i32) -> bool {
    dimension.iter().enumerate().all(|(at, &power)| power == if at == place { wanted } else { 0 })
}

type Found = (Arc<Definition>, Option<&'static Prefix>, Spelling);

fn found(
    at: usize,
    prefix: Option<&'static Prefix>,
    spelling: impl Fn(&Definition) -> Option<Spelling>,
) -> Option<Found> {
    let definition = &TABLE.definitions[at];
    if prefix.is_some_and(|prefix| !prefix.fits(definition.prefixes)) {
        return None;
    }
    Some((definition.clone(), prefix, spelling(definition)?))
}

fn by_symbol(word: &str) -> Option<Found> {
    let lookup = |symbol: &str, prefix| {
        let place =
            |definition: &Definition| definition.symbols.iter().position(|own| own == symbol).map(Spelling::Symbol);
        TABLE.symbols.get(symbol).and_then(|&at| found(at, prefix, place))
    };
    // KB is what kB is mostly written as, and cannot be anything else: there is no unit with the prefix K.
    let word = if word == "KB" { "kB" } else { word };
    lookup(word, None)
        .or_else(|| PREFIXES.iter().find_map(|prefix| lookup(word.strip_prefix(prefix.symbol)?, Some(prefix))))
}

fn by_name(word: &str) -> Option<Found> {
    let word = word.to_lowercase();
    let lookup = |name: &str, prefix| {
        let place = |definition: &Definition| {
            let is_it = |pair: &(String, String)| pair.0.to_lowercase() == name || pair.1.to_lowercase() == name;
            definition.names.iter().position(is_it).map(Spelling::Name)
        };
        TABLE.names.get(name).and_then(|&at| found(at, prefix, place))
    };
    lookup(&word, None)
        .or_else(|| PREFIXES.iter().find_map(|prefix| lookup(word.strip_prefix(prefix.name)?, Some(prefix))))
}

/// Finds a symbol in the wrong case, where only one unit can be meant: the one that is written in lower case (`KM`), or
/// the only one there is (`KWH`).
fn by_careless_symbol(word: &str) -> Option<Found> {
    let word = word.to_lowercase();
    if word.len() < 2 {
        return None;
    }
    if let Some(found) = by_symbol(&word) {
        return Some(found);
    }
    let none = [None];
    let fitting = TABLE.symbols.keys().flat_map(|symbol| {
        none.into_iter().chain(PREFIXES.iter().map(Some)).filter_map({
            let word = &word;
            move |prefix| {
                let written = format!("{}{symbol}", prefix.map_or("", |prefix: &Prefix| prefix.symbol));
                (written.to_lowercase() == *word).then(|| by_symbol(&written)).flatten()
            }
        })
    });
    let mut fitting = fitting.collect::<Vec<_>>();
    let first = fitting.pop()?;
    let size = |found: &Found| (found.0.dimension, found.1.map_or(RBig::ONE, Prefix::factor) * &found.0.factor);
    fitting.iter().all(|other| size(other) == size(&first)).then_some(first)
}
