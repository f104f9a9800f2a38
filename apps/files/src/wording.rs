//! Sizes, moments and counts as a user reads them.

use candela_files_core::entry::Time;
use candela_files_core::group::Group;
use candela_files_core::presentation::Fact;
use candela_shared::i18n::{FluentValue, Words};
use candela_shared::tr;

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use jiff::Timestamp;
use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A size in bytes, in the unit in which it has up to three digits.
pub fn size(words: &Words, bytes: u64) -> String {
    let scaled = |unit: u64| bytes as f64 / unit as f64;
    match bytes {
        0..1_000 => tr!(words, "files-size-bytes", count = bytes),
        1_000..999_500 => tr!(words, "files-size-kilo", size = short(scaled(1_000))),
        999_500..999_500_000 => tr!(words, "files-size-mega", size = short(scaled(1_000_000))),
        999_500_000..999_500_000_000 => tr!(words, "files-size-giga", size = short(scaled(1_000_000_000))),
        _ => tr!(words, "files-size-tera", size = short(scaled(1_000_000_000_000))),
    }
}

/// What a group of rows has in common.
pub fn group(words: &Words, group: &Group) -> String {
    match group {
        Group::Folders => tr!(words, "files-group-folders"),
        Group::Letter(letter) => letter.clone(),
        Group::Digit => words.digits("0–9"),
        Group::Sign => "#".to_owned(),
        Group::Empty => tr!(words, "files-group-empty"),
        Group::Small => tr!(words, "files-group-small"),
        Group::Medium => tr!(words, "files-group-medium"),
        Group::Large => tr!(words, "files-group-large"),
        Group::Today => tr!(words, "files-group-today"),
        Group::Yesterday => tr!(words, "files-group-yesterday"),
        Group::Week => tr!(words, "files-group-week"),
        Group::Month => tr!(words, "files-group-month"),
        Group::Year(year) => words.digits(&year.to_string()),
        Group::Type(mime_type) => mime_type.clone(),
        Group::Unknown => tr!(words, "files-group-unknown"),
    }
}

/// What a column tells.
pub fn fact(words: &Words, fact: Fact) -> String {
    match fact {
        Fact::Size => tr!(words, "files-column-size"),
        Fact::Modified => tr!(words, "files-column-modified"),
        Fact::Type => tr!(words, "files-property-type"),
        Fact::Permissions => tr!(words, "files-property-mode"),
    }
}

/// Permissions in letters, as `ls` has them, and in digits; both read from left to right in every language.
pub fn permissions(mode: u32) -> String {
    let bit = |at: u32, letter: char| if mode & (1 << at) != 0 { letter } else { '-' };
    let special = |at: u32, run: char, both: char, alone: char, run_at: u32| match (mode >> at & 1, mode >> run_at & 1)
    {
        (1, 1) => both,
        (1, _) => alone,
        (_, 1) => run,
        _ => '-',
    };
    let letters = [
        bit(8, 'r'),
        bit(7, 'w'),
        special(11, 'x', 's', 'S', 6),
        bit(5, 'r'),
        bit(4, 'w'),
        special(10, 'x', 's', 'S', 3),
        bit(2, 'r'),
        bit(1, 'w'),
        special(9, 'x', 't', 'T', 0),
    ];
    let letters: String = letters.into_iter().collect();
    format!("\u{2066}{letters} ({mode:04o})\u{2069}")
}

/// One digit behind the mark, and none from a hundred on.
fn short(value: f64) -> FluentValue<'static> {
    let digits = if value < 99.95 { 1 } else { 0 };
    let factor = f64::from(10_i32.pow(digits));
    let minimum_fraction_digits = (digits > 0).then_some(digits as usize);
    let options = FluentNumberOptions { minimum_fraction_digits, ..Default::default() };
    FluentValue::Number(FluentNumber::new((value * factor).round() / factor, options))
}

/// How long something lasts: hours, minutes and seconds, as clocks of every language show them.
pub fn length(words: &Words, milliseconds: u64) -> String {
    let seconds = (milliseconds + 500) / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let told = match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    };
    format!("\u{2066}{}\u{2069}", words.digits(&told))
}

/// A moment, as near ones are told: the day by a word, the hour by its digits.
pub fn moment(words: &Words, moment: Time, now: &Zoned) -> String {
    let Ok(stamp) = Timestamp::new(moment.seconds, moment.nanoseconds.min(999_999_999) as i32) else {
        return String::new();
    };
    let local = stamp.to_zoned(now.time_zone().clone());
    let time = words.digits(&format!("{:02}:{:02}", local.hour(), local.minute()));
    let days = local.date().until(now.date()).map(|span| span.get_days());
    match days {
        Ok(0) => tr!(words, "files-moment-today", time = time),
        Ok(1) => tr!(words, "files-moment-yesterday", time = time),
        Ok(_) | Err(_) => date(words, local.date()),
    }
}

/// The moment that others are told against.
pub fn now() -> Zoned {
    Timestamp::now().to_zoned(TimeZone::system())
}

fn date(words: &Words, date: Date) -> String {
    let (day, year) = (words.digits(&date.day().to_string()), words.digits(&date.year().to_string()));
    tr!(words, "files-moment-date", day = day, month = month(words, date.month()), year = year)
}

fn month(words: &Words, month: i8) -> String {
    match month {
        1 => tr!(words, "files-month-1"),
        2 => tr!(words, "files-month-2"),
        3 => tr!(words, "files-month-3"),
        4 => tr!(words, "files-month-4"),
        5 => tr!(words, "files-month-5"),
        6 => tr!(words, "files-month-6"),
        7 => tr!(words, "files-month-7"),
        8 => tr!(words, "files-month-8"),
        9 => tr!(words, "files-month-9"),
        10 => tr!(words, "files-month-10"),
        11 => tr!(words, "files-month-11"),
        _ => tr!(words, "files-month-12"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_shared::Directories;
    use candela_shared::i18n::{Locale, Medium};

    fn words(locale: &str) -> Words {
        let locales: Vec<Locale> = Locale::parse(locale).into_iter().collect();
        Words::new("files", &locales, &Directories::default(), Medium::Terminal)
    }

    #[test]
    fn sizes_have_up_to_three_digits() {
        let cases = [
            (0, "0 bytes"),
            (1, "1 byte"),
            (999, "999 bytes"),
            (1_000, "1.0 KB"),
            (88_400, "88.4 KB"),
            (999_499, "999 KB"),
            (999_500, "1.0 MB"),
            (412_000_000, "412 MB"),
            (u64::MAX, "18,446,744 TB"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(size(&words("en"), bytes), expected, "{bytes}");
        }
        assert_eq!(size(&words("de"), 14_200), "14,2 kB");
    }

    #[test]
    fn near_days_have_names() {
        let now: Zoned = "2026-11-25T18:00:00[UTC]".parse().unwrap();
        let told = |text: &str| {
            let at: Timestamp = text.parse().unwrap();
            moment(&words("en"), Time { seconds: at.as_second(), nanoseconds: 0 }, &now)
        };
        assert_eq!(told("2026-11-25T09:12:00Z"), "Today, 09:12");
        assert_eq!(told("2026-11-24T23:59:00Z"), "Yesterday, 23:59");
        assert_eq!(told("2026-11-18T12:00:00Z"), "18 Nov 2026");
        assert_eq!(told("2026-11-26T00:00:00Z"), "26 Nov 2026", "tomorrow has no name");
        assert_eq!(moment(&words("en"), Time { seconds: i64::MAX, nanoseconds: 0 }, &now), "");
    }

    #[test]
    fn moments_lengths_and_groups_have_the_digits_of_the_language() {
        let (words, now): (_, Zoned) = (words("ar_EG"), "2026-11-25T18:00:00[UTC]".parse().unwrap());
        let told = |text: &str| {
            let at: Timestamp = text.parse().unwrap();
            moment(&words, Time { seconds: at.as_second(), nanoseconds: 0 }, &now)
        };
        assert_eq!(told("2026-11-25T09:05:00Z"), "اليوم، ٠٩:٠٥");
        assert_eq!(told("2024-03-05T12:00:00Z"), "٥ مارس ٢٠٢٤");
        assert_eq!(length(&words, 3_725_000).trim_matches(['\u{2066}', '\u{2069}']), "١:٠٢:٠٥");
        assert_eq!((group(&words, &Group::Year(2024)), group(&words, &Group::Digit)), ("٢٠٢٤".into(), "٠–٩".into()));
    }

    #[test]
    fn permissions_read_as_in_ls() {
        let cases = [
            (0o644, "rw-r--r-- (0644)"),
            (0o4755, "rwsr-xr-x (4755)"),
            (0o1777, "rwxrwxrwt (1777)"),
            (0o7000, "--S--S--T (7000)"),
            (0, "--------- (0000)"),
        ];
        for (bits, expected) in cases {
            assert_eq!(permissions(bits).trim_matches(['\u{2066}', '\u{2069}']), expected, "{bits:o}");
        }
    }
}
