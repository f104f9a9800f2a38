//! The units that are known, read once from `table.txt`.

use super::{DIMENSIONS, Definition, Dimension, Prefix, Prefixes};
use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use std::collections::HashMap;
use std::str::FromStr;
use std::sync::{Arc, LazyLock};

/// The units, and where their symbols and names lead.
pub(super) struct Table {
    pub(super) definitions: Vec<Arc<Definition>>,
    pub(super) symbols: HashMap<String, usize>,
    pub(super) names: HashMap<String, usize>,
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let rows = include_str!("table.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let definitions: Vec<_> =
        rows.map(|row| Arc::new(definition(row).expect("the table is checked by a test"))).collect();
    let mut symbols = HashMap::new();
    let mut names = HashMap::new();
    for (at, definition) in definitions.iter().enumerate() {
        for symbol in &definition.symbols {
            let _: Option<usize> = symbols.insert(symbol.clone(), at);
        }
        for name in definition.names.iter().flat_map(|(singular, plural)| [singular, plural]) {
            let _: Option<usize> = names.insert(name.to_lowercase(), at);
        }
    }
    Table { definitions, symbols, names }
});

/// Spec: SI Brochure 9, table 7; IEC 80000-13 for the binary ones.
pub(super) static PREFIXES: &[Prefix] = &[
    Prefix { symbol: "k", name: "kilo", ten: 3, two: 0 },
    Prefix { symbol: "M", name: "mega", ten: 6, two: 0 },
    Prefix { symbol: "G", name: "giga", ten: 9, two: 0 },
    Prefix { symbol: "T", name: "tera", ten: 12, two: 0 },
    Prefix { symbol: "P", name: "peta", ten: 15, two: 0 },
    Prefix { symbol: "E", name: "exa", ten: 18, two: 0 },
    Prefix { symbol: "Z", name: "zetta", ten: 21, two: 0 },
    Prefix { symbol: "Y", name: "yotta", ten: 24, two: 0 },
    Prefix { symbol: "R", name: "ronna", ten: 27, two: 0 },
    Prefix { symbol: "Q", name: "quetta", ten: 30, two: 0 },
    Prefix { symbol: "h", name: "hecto", ten: 2, two: 0 },
    Prefix { symbol: "da", name: "deca", ten: 1, two: 0 },
    Prefix { symbol: "d", name: "deci", ten: -1, two: 0 },
    Prefix { symbol: "c", name: "centi", ten: -2, two: 0 },
    Prefix { symbol: "m", name: "milli", ten: -3, two: 0 },
    Prefix { symbol: "µ", name: "micro", ten: -6, two: 0 },
    Prefix { symbol: "μ", name: "micro", ten: -6, two: 0 },
    Prefix { symbol: "u", name: "micro", ten: -6, two: 0 },
    Prefix { symbol: "n", name: "nano", ten: -9, two: 0 },
    Prefix { symbol: "p", name: "pico", ten: -12, two: 0 },
    Prefix { symbol: "f", name: "femto", ten: -15, two: 0 },
    Prefix { symbol: "a", name: "atto", ten: -18, two: 0 },
    Prefix { symbol: "z", name: "zepto", ten: -21, two: 0 },
    Prefix { symbol: "y", name: "yocto", ten: -24, two: 0 },
    Prefix { symbol: "r", name: "ronto", ten: -27, two: 0 },
    Prefix { symbol: "q", name: "quecto", ten: -30, two: 0 },
    Prefix { symbol: "Ki", name: "kibi", ten: 0, two: 10 },
    Prefix { symbol: "Mi", name: "mebi", ten: 0, two: 20 },
    Prefix { symbol: "Gi", name: "gibi", ten: 0, two: 30 },
    Prefix { symbol: "Ti", name: "tebi", ten: 0, two: 40 },
    Prefix { symbol: "Pi", name: "pebi", ten: 0, two: 50 },
    Prefix { symbol: "Ei", name: "exbi", ten: 0, two: 60 },
    Prefix { symbol: "Zi", name: "zebi", ten: 0, two: 70 },
    Prefix { symbol: "Yi", name: "yobi", ten: 0, two: 80 },
];

fn definition(row: &str) -> Option<Definition> {
    let mut fields = row.split('|').map(str::trim);
    let symbols: Vec<String> = fields.next()?.split(',').map(|symbol| symbol.trim().to_owned()).collect();
    let names = fields.next()?.split(',').filter_map(|pair| pair.trim().split_once(' '));
    let names = names.map(|(singular, plural)| (singular.to_owned(), plural.to_owned())).collect();
    let dimension = dimension(fields.next()?)?;
    let (factor, pi) = size(fields.next()?)?;
    let prefixes = match fields.next()? {
        "m" => Prefixes::Metric,
        "b" => Prefixes::Binary,
        "u" => Prefixes::Up,
        _ => Prefixes::None,
    };
    let parts = fields.next().filter(|parts| !parts.is_empty()).map(str::to_owned);
    Some(Definition { symbols, names, dimension, factor, pi, zero: None, prefixes, parts }.with_zero())
}

fn dimension(text: &str) -> Option<Dimension> {
    const LETTERS: &str = "LMTIKNJDAC";
    let mut dimension = [0; DIMENSIONS];
    for part in text.split_whitespace() {
        let letter = part.chars().next()?;
        let power = if part.len() > 1 { part[1..].parse().ok()? } else { 1 };
        dimension[LETTERS.find(letter)?] = power;
    }
    Some(dimension)
}

/// Reads `1/180 p1`, `0.45 x 9.80665/0.3048`, `1e-10`.
fn size(text: &str) -> Option<(RBig, i32)> {
    let mut factor = RBig::ONE;
    let mut pi = 0;
    for part in text.split_whitespace().filter(|&part| part != "x") {
        if let Some(power) = part.strip_prefix('p') {
            pi = power.parse().ok()?;
            continue;
        }
        let (above, below) = part.split_once('/').unwrap_or((part, "1"));
        factor = factor * decimal(above)? / decimal(below)?;
    }
    Some((factor, pi))
}

/// Reads a plain decimal number exactly.
pub(crate) fn decimal(text: &str) -> Option<RBig> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent: i32 = exponent.parse().ok().filter(|exponent: &i32| exponent.abs() < 1000)?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = IBig::from_str(&format!("{whole}{fraction}")).ok()?;
    let scale = i32::try_from(fraction.len()).ok()? - exponent;
    let power = UBig::from(10u8).pow(usize::try_from(scale.unsigned_abs()).ok()?);
    Some(if scale >= 0 { RBig::from_parts(digits, power) } else { RBig::from(digits * power) })
}
