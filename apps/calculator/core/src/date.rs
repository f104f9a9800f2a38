//! Days of the proleptic Gregorian calendar, and their arithmetic.

use crate::locale::digit_value;
use std::fmt;

/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// The largest year either side of zero.
const MAX_YEAR: i64 = 999_999;

/// A day, with or without a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Days since 1970-01-01.
    day: i64,
    /// Seconds since midnight; `None` where the whole day is meant.
    second: Option<u32>,
}

impl Date {
    /// Returns a day of the calendar; `None` where there is none of that name.
    pub fn new(year: i64, month: u32, day: u32) -> Option<Self> {
        let exists = (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month) && year.abs() <= MAX_YEAR;
        exists.then(|| Self { day: days_from_civil(year, month, day), second: None })
    }

    /// Returns the moment so many seconds after 1970-01-01 00:00 on the clock on the wall.
    pub fn from_seconds(seconds: i64) -> Option<Self> {
        let second = u32::try_from(seconds.rem_euclid(DAY)).ok()?;
        Self { day: seconds.div_euclid(DAY), second: Some(second) }.checked()
    }

    /// Returns the same day without its time.
    #[must_use]
    pub fn without_time(self) -> Self {
        Self { second: None, ..self }
    }

    /// Whether a time of day belongs to it.
    pub fn has_time(self) -> bool {
        self.second.is_some()
    }

    /// Returns the seconds since 1970-01-01 00:00.
    pub fn seconds(self) -> i64 {
        self.day * DAY + i64::from(self.second.unwrap_or(0))
    }

    /// Returns the day so many days later.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Self { day: self.day.checked_add(days)?, ..self }.checked()
    }

    /// Returns the day so many months later; the 31st becomes the last of a shorter month.
    pub fn plus_months(self, months: i64) -> Option<Self> {
        let (year, month, day) = self.civil();
        let count = year.checked_mul(12)?.checked_add(i64::from(month) - 1)?.checked_add(months)?;
        let year = count.div_euclid(12);
        let month = u32::try_from(count.rem_euclid(12)).ok()? + 1;
        if year.abs() > MAX_YEAR {
            return None;
        }
        Some(Self { second: self.second, ..Self::new(year, month, day.min(days_in(year, month)))? })
    }

    fn checked(self) -> Option<Self> {
        (self.day.abs() <= MAX_YEAR * 365 && self.civil().0.abs() <= MAX_YEAR).then_some(self)
    }

    /// Returns year, month and day.
    pub fn civil(self) -> (i64, u32, u32) {
        civil_from_days(self.day)
    }

    /// Returns the day of the week: 1 is Monday, 7 Sunday (ISO 8601).
    pub fn weekday(self) -> i64 {
        (self.day + 3).rem_euclid(7) + 1
    }

    /// Reads `YYYY-MM-DD`, with `THH:MM[:SS]` or ` HH:MM[:SS]` behind it, at the start of a text.
    ///
    /// `None` where the text does not look like one; `Some((None, _))` where it does, and there is no such day.
    pub fn prefix(text: &str) -> Option<(Option<Self>, usize)> {
        let mut at = 0;
        let year = digits(text, &mut at, 4)?;
        // Texts from elsewhere bring hyphens that do not break, and typeset ones.
        const HYPHENS: &[char] = &['-', '\u{2010}', '\u{2011}'];
        sign(text, &mut at, HYPHENS)?;
        let month = digits(text, &mut at, 2)?;
        sign(text, &mut at, HYPHENS)?;
        let day = digits(text, &mut at, 2)?;
        if text[at..].chars().next().and_then(digit_value).is_some() {
            return None;
        }
        let date = Self::new(i64::from(year), month, day);
        let Some((second, length)) = time_prefix(&text[at..]) else { return Some((date, at)) };
        let date = date.zip(second).map(|(date, second)| Self { second: Some(second), ..date });
        Some((date, at + length))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(formatter, "{year:04}-{month:02}-{day:02}")?;
        let Some(second) = self.second else { return Ok(()) };
        write!(formatter, " {:02}:{:02}", second / 3600, second / 60 % 60)?;
        if second % 60 == 0 { Ok(()) } else { write!(formatter, ":{:02}", second % 60) }
    }
}

/// Reads `T10:30` or ` 10:30:00`; the inner `None` where there is no such time.
fn time_prefix(text: &str) -> Option<(Option<u32>, usize)> {
    let mut at = 0;
    sign(text, &mut at, &['T', ' '])?;
    let hour = digits(text, &mut at, 2)?;
    sign(text, &mut at, &[':'])?;
    let minute = digits(text, &mut at, 2)?;
    let mut end = at;
    let second = sign(text, &mut at, &[':']).and_then(|()| digits(text, &mut at, 2));
    if second.is_some() {
        end = at;
    }
    let second = second.unwrap_or(0);
    let exists = hour < 24 && minute < 60 && second < 60;
    Some((exists.then_some(hour * 3600 + minute * 60 + second), end))
}

fn digits(text: &str, at: &mut usize, count: usize) -> Option<u32> {
    let mut value = 0;
    for _ in 0..count {
        let letter = text[*at..].chars().next()?;
        value = value * 10 + u32::from(digit_value(letter)?);
        *at += letter.len_utf8();
    }
    Some(value)
}

fn sign(text: &str, at: &mut usize, wanted: &[char]) -> Option<()> {
    let letter = text[*at..].chars().next().filter(|letter| wanted.contains(letter))?;
    *at += letter.len_utf8();
    Some(())
}

fn days_in(year: i64, month: u32) -> u32 {
    let is_leap = year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0);
    match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Spec: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
fn days_from_civil(year: i64, month: u32, day: u32) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719_468
}

/// Spec: as [`days_from_civil`], `civil_from_days`.
fn civil_from_days(days: i64) -> (i64, u32, u32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = u32::try_from(day_of_year - (153 * shifted + 2) / 5 + 1).expect("a day of a month is 1 to 31");
    let month = u32::try_from(if shifted < 10 { shifted + 3 } else { shifted - 9 }).expect("a month is 1 to 12");
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_their_names_agree_over_four_centuries() {
        let mut date = Date::new(1899, 12, 31).unwrap();
        for _ in 0..146_200 {
            let next = date.plus_days(1).unwrap();
            let (year, month, day) = next.civil();
            assert_eq!(Date::new(year, month, day), Some(next));
            assert!(next > date);
            date = next;
        }
        assert_eq!(Date::new(2026, 11, 24).unwrap().weekday(), 2);
    }

    #[test]
    fn what_looks_like_a_date_must_be_one() {
        let shown = |text: &str| Date::prefix(text).map(|(date, length)| (date.map(|date| date.to_string()), length));
        assert_eq!(shown("2026-11-24 + 1"), Some((Some("2026-11-24".to_owned()), 10)));
        assert_eq!(shown("2026-11-24T23:59"), Some((Some("2026-11-24 23:59".to_owned()), 16)));
        assert_eq!(shown("2023-02-29"), Some((None, 10)));
        assert_eq!(shown("2026-11-245"), None);
        assert_eq!(shown("2026-1-1"), None);
    }
}
