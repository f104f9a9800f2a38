//! A use noted in the text of the list: what is not about it stays byte for byte.

use super::Use;

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};

use std::time::{SystemTime, UNIX_EPOCH};

/// A list without bookmarks.
const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<xbel version=\"1.0\"
      xmlns:bookmark=\"http://www.freedesktop.org/standards/desktop-bookmarks\"
      xmlns:mime=\"http://www.freedesktop.org/standards/shared-mime-info\"
>
</xbel>
";

/// Where the parts of a list are, in bytes.
#[derive(Debug, Default)]
struct Places {
    /// The start tag of the file's bookmark, and the same with its times of now.
    bookmark: Option<(usize, usize, String)>,
    /// The same of the program's element in it.
    application: Option<(usize, usize, String)>,
    /// Where the programs of the bookmark end.
    applications: Option<usize>,
    /// Where the list ends.
    list: Option<usize>,
}

/// Returns the list with a use in it; `None` where it is no list, or a broken one.
pub fn with(text: &str, used: &Use<'_>) -> Option<String> {
    let text = if text.trim().is_empty() { EMPTY } else { text };
    let now = iso_8601(used.now);
    let places = find(text, used, &now)?;
    let application = application(used, &now, 1);
    // From the end on, so that the places before stay right.
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    match (places.bookmark, places.application, places.applications) {
        (Some(bookmark), Some(application), _) => edits.extend([application, bookmark]),
        (Some(bookmark), None, Some(end)) => edits.extend([(end, end, application), bookmark]),
        (Some(bookmark), None, None) => edits.push(bookmark),
        (None, _, _) => edits.push((places.list?, places.list?, bookmark(used, &now, &application))),
    }
    let mut text = text.to_owned();
    for (from, to, new) in edits {
        text.replace_range(from..to, &new);
    }
    Some(text)
}

fn find(text: &str, used: &Use<'_>, now: &str) -> Option<Places> {
    let mut reader = Reader::from_str(text);
    let mut places = Places::default();
    let mut is_inside = false;
    loop {
        let from = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let to = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                let is_empty = text[from..to].ends_with("/>");
                match tag.local_name().as_ref() {
                    b"bookmark" if attribute(&tag, "href").as_deref() == Some(used.uri) => {
                        is_inside = !is_empty;
                        let new = changed(&tag, is_empty, &[("modified", now), ("visited", now)]);
                        places.bookmark = Some((from, to, new));
                    }
                    b"application" if is_inside && attribute(&tag, "name").as_deref() == Some(used.application) => {
                        let count = attribute(&tag, "count").and_then(|count| count.parse::<u32>().ok()).unwrap_or(0);
                        let count = count.saturating_add(1).to_string();
                        let new = changed(&tag, is_empty, &[("modified", now), ("count", &count)]);
                        places.application = Some((from, to, new));
                    }
                    _ => {}
                }
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                b"bookmark" => is_inside = false,
                b"applications" if is_inside => places.applications = Some(from),
                b"xbel" => places.list = Some(from),
                _ => {}
            },
            Event::Eof => return places.list.is_some().then_some(places),
            _ => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok()??;
    found.unescape_value().ok().map(std::borrow::Cow::into_owned)
}

/// The tag with other values of some attributes; those it does not have are added.
fn changed(tag: &BytesStart<'_>, is_empty: bool, values: &[(&str, &str)]) -> String {
    let mut text = String::from_utf8_lossy(tag).trim_end().to_owned();
    for (name, value) in values {
        text = match place_of(&text, name) {
            Some((from, to)) => format!("{}{}{}", &text[..from], escape(*value), &text[to..]),
            None => format!("{text} {name}=\"{}\"", escape(*value)),
        };
    }
    format!("<{text}{}>", if is_empty { "/" } else { "" })
}

/// Where the value of an attribute stands in a tag.
fn place_of(tag: &str, name: &str) -> Option<(usize, usize)> {
    let mut quote = None;
    let mut from = 0;
    for (at, byte) in tag.bytes().enumerate() {
        match quote {
            None if matches!(byte, b'"' | b'\'') => {
                quote = Some(byte);
                from = at + 1;
            }
            Some(open) if byte == open => {
                let before = tag[..from - 1].trim_end().strip_suffix('=').unwrap_or_default().trim_end();
                if before.strip_suffix(name).is_some_and(|rest| rest.ends_with(char::is_whitespace)) {
                    return Some((from, at));
                }
                quote = None;
            }
            None | Some(_) => {}
        }
    }
    None
}

fn application(used: &Use<'_>, now: &str, count: u32) -> String {
    let (name, exec) = (escape(used.application), escape(used.exec));
    format!(
        "  <bookmark:application name=\"{name}\" exec=\"&apos;{exec}&apos;\" modified=\"{now}\" count=\"{count}\"/>\n          "
    )
}

fn bookmark(used: &Use<'_>, now: &str, application: &str) -> String {
    let (uri, mime_type) = (escape(used.uri), escape(used.mime_type));
    format!(
        "  <bookmark href=\"{uri}\" added=\"{now}\" modified=\"{now}\" visited=\"{now}\">
    <info>
      <metadata owner=\"http://freedesktop.org\">
        <mime:mime-type type=\"{mime_type}\"/>
        <bookmark:applications>
        {application}</bookmark:applications>
      </metadata>
    </info>
  </bookmark>
"
    )
}

/// A time as lists have it: UTC, to the second. Times before 1970 are 1970.
pub fn iso_8601(time: SystemTime) -> String {
    const DAY: u64 = 86_400;
    let seconds = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let (year, month, day) = date(seconds / DAY);
    let (hour, minute, second) = (seconds % DAY / 3600, seconds % 3600 / 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The date so many days after 1970-01-01, in the Gregorian calendar; years begin in March while we count.
fn date(days: u64) -> (u64, u64, u64) {
    const ERA: u64 = 146_097;
    let days = days + 719_468;
    let day_of_era = days % ERA;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (days / ERA * 400 + year_of_era + u64::from(month <= 2), month, day)
}
