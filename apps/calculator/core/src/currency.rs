//! Exchange rates from the dated file of the European Central Bank.
//!
//! Format: ECB "Euro foreign exchange reference rates", eurofxref-daily.xml: a `Cube` with the attribute `time` holds
//! a `Cube` with `currency` and `rate` for each, units of the currency for one euro.

use crate::date::{DAY, Date};
use crate::error::{Error, ErrorKind};
use crate::unit::{Unit, decimal};
use dashu_ratio::RBig;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// The most currencies a file may name: it is foreign data.
const MAX_CURRENCIES: usize = 1_000;

/// What currencies are worth, and since when.
#[derive(Debug, Clone, PartialEq)]
pub struct Rates {
    /// The day the rates are of.
    pub date: Date,
    rates: BTreeMap<String, RBig>,
}

impl Rates {
    /// Reads the bank's file; `None` where it is not one.
    pub fn parse(xml: &str) -> Option<Self> {
        let mut reader = Reader::from_str(xml);
        let mut date = None;
        let mut rates = BTreeMap::new();
        loop {
            match reader.read_event().ok()? {
                Event::Start(element) | Event::Empty(element) => {
                    if let Some(day) = attribute(&element, "time") {
                        if date.is_some() {
                            break;
                        }
                        date = Date::prefix(&day)?.0;
                    }
                    if let (Some(code), Some(rate)) = (attribute(&element, "currency"), attribute(&element, "rate")) {
                        let rate = decimal(&rate).filter(|rate| *rate > RBig::ZERO)?;
                        drop(rates.insert(code, rate));
                    }
                }
                Event::Eof => break,
                _ => {}
            }
            if rates.len() > MAX_CURRENCIES {
                return None;
            }
        }
        Some(Self { date: date?, rates })
    }

    /// Returns how many days old the rates are; negative for those of a day to come.
    pub fn age(&self, now: Date) -> i64 {
        (now.without_time().seconds() - self.date.without_time().seconds()) / DAY
    }

    /// Returns the ISO 4217 codes that have a rate, in order; the euro is not among them.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.rates.keys().map(String::as_str)
    }

    /// Finds the code a word is, where the file has a rate for it.
    pub(crate) fn code(&self, word: &str) -> Option<&str> {
        self.rates.get_key_value(word).map(|(code, _)| code.as_str())
    }

    /// Returns one of a currency as a unit; the euro is known without a file.
    pub(crate) fn unit(rates: Option<&Self>, code: &str) -> Result<Unit, Error> {
        if code == "EUR" {
            return Ok(Unit::currency(code, RBig::ONE));
        }
        let rate = rates.and_then(|rates| rates.rates.get(code));
        let rate = rate.ok_or_else(|| Error::from(ErrorKind::NoRate(code.to_owned())))?;
        Ok(Unit::currency(code, RBig::ONE / rate))
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    Some(attribute.unescape_value().ok()?.into_owned())
}

/// Returns the ISO 4217 code a word stands for: the euro, and what the bank lists.
pub(crate) fn code(word: &str) -> Option<&'static str> {
    const CODES: &[&str] = &[
        "EUR", "USD", "JPY", "BGN", "CZK", "DKK", "GBP", "HUF", "PLN", "RON", "SEK", "CHF", "ISK", "NOK", "TRY", "AUD",
        "BRL", "CAD", "CNY", "HKD", "IDR", "ILS", "INR", "KRW", "MXN", "MYR", "NZD", "PHP", "SGD", "THB", "ZAR",
    ];
    const NAMES: &[(&str, &str)] = &[
        ("€", "EUR"),
        ("euro", "EUR"),
        ("euros", "EUR"),
        ("$", "USD"),
        ("dollar", "USD"),
        ("dollars", "USD"),
        ("£", "GBP"),
        ("¥", "JPY"),
        ("yen", "JPY"),
        ("yuan", "CNY"),
    ];
    let named = NAMES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, code)| *code);
    let is_even = word == word.to_uppercase() || word == word.to_lowercase();
    let is_code = |code: &&str| is_even && word.eq_ignore_ascii_case(code) && word != "try";
    named.or_else(|| CODES.iter().copied().find(is_code))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject>
<Cube><Cube time='2026-11-23'><Cube currency='USD' rate='1.25'/><Cube currency='JPY' rate='160'/></Cube></Cube>
</gesmes:Envelope>"#;

    #[test]
    fn the_banks_file_gives_dated_rates() {
        let rates = Rates::parse(FILE).unwrap();
        assert_eq!(rates.date.to_string(), "2026-11-23");
        assert_eq!(rates.age(Date::new(2026, 11, 30).unwrap()), 7);
        assert_eq!(rates.codes().collect::<Vec<_>>(), ["JPY", "USD"]);
        assert!(Rates::unit(Some(&rates), "USD").is_ok());
        assert_eq!(Rates::unit(Some(&rates), "GBP").unwrap_err().kind, ErrorKind::NoRate("GBP".to_owned()));
        assert!(Rates::unit(None, "EUR").is_ok());
    }

    #[test]
    fn other_files_give_none() {
        for text in [
            "",
            "<a>",
            "<Cube/>",
            "plain",
            "<Cube time='2026-02-30'/>",
            "<Cube time='2026-01-01'><Cube currency='A' rate='-1'/></Cube>",
        ] {
            assert_eq!(Rates::parse(text), None, "{text}");
        }
    }
}
