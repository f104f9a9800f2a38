//! What waits, as the JSON that `detect --json` prints, a site's program answers, and root's daily job writes down.

use crate::{Activity, Detection, Package, Reason, Report, Updates, text};

use serde::Serialize;
use serde_json::{Map, Value};

/// Where root's daily job leaves what waits, readable for everybody.
pub const SUMMARY: &str = "/var/db/candela/pending.json";
/// What is said of updates that would have to be downloaded first.
const NOT_DOWNLOADED: &str = "available, not downloaded";

/// The document.
#[derive(Debug, Serialize)]
pub struct Document {
    state: &'static str,
    reason: Option<String>,
    source: Option<&'static str>,
    count: Option<u32>,
    security: Option<u32>,
    bytes: Option<u64>,
    to_download: Option<u64>,
    needs_reboot: Option<bool>,
    release_upgrade: Option<bool>,
    packages: Vec<Listed>,
}

#[derive(Debug, Serialize)]
struct Listed {
    name: String,
    from: Option<String>,
    to: Option<String>,
    security: Option<bool>,
}

impl From<&Report> for Document {
    fn from(report: &Report) -> Self {
        let (state, reason, updates) = match &report.detection {
            Detection::None => ("none", None, Some(nothing())),
            Detection::Available(updates) => ("none", Some(NOT_DOWNLOADED.to_owned()), Some(updates.clone())),
            Detection::Pending(updates) => {
                ("pending", updates.obstacle.as_ref().map(ToString::to_string), Some(updates.clone()))
            }
            Detection::Busy(activity) => ("busy", Some(activity.to_string()), None),
            Detection::Unknown(reason) => ("unknown", Some(reason.to_string()), None),
        };
        let known = updates.clone().unwrap_or_default();
        Self {
            state,
            reason,
            source: report.source,
            count: known.count,
            security: known.security,
            bytes: known.bytes,
            to_download: known.to_download,
            needs_reboot: updates.as_ref().map(|updates| updates.needs_reboot),
            release_upgrade: updates.as_ref().map(|updates| updates.release_upgrade),
            packages: known.packages.into_iter().map(Listed::from).collect(),
        }
    }
}

impl From<Package> for Listed {
    fn from(Package { name, from, to, security }: Package) -> Self {
        Self { name, from, to, security }
    }
}

fn nothing() -> Updates {
    Updates { bytes: Some(0), ..Updates::of(Vec::new()) }
}

/// What is wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It is no JSON object.
    #[error("no JSON object: {0}")]
    NotJson(String),
    /// A key has a value it cannot have.
    #[error("\"{key}\" is no {wanted}")]
    Value {
        /// The key.
        key: String,
        /// What it should be.
        wanted: &'static str,
    },
}

/// Reads a document. Keys that are not known are those of another version and say nothing; wrong ones are named.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn parse(bytes: &[u8]) -> Result<Detection, Wrong> {
    let value: Value = serde_json::from_slice(bytes).map_err(|error| Wrong::NotJson(error.to_string()))?;
    let object = value.as_object().ok_or_else(|| Wrong::NotJson("something else".to_owned()))?;
    let reader = Reader { object, place: String::new() };
    let state = reader.text("state")?;
    let reason = || reader.text("reason").map(Option::unwrap_or_default);
    match state.as_deref() {
        Some("none") => available(&reader),
        Some("pending") => Ok(Detection::Pending(updates(&reader)?)),
        Some("busy") => Ok(Detection::Busy(Activity::Said(reason()?))),
        Some("unknown") => Ok(Detection::Unknown(Reason::Said(reason()?))),
        Some(_) | None => Err(reader.wrong("state", "state")),
    }
}

/// Nothing waits; perhaps it is known what could be downloaded.
fn available(reader: &Reader<'_>) -> Result<Detection, Wrong> {
    let updates = updates(reader)?;
    let has_some = updates.count.is_some_and(|count| count > 0) || !updates.packages.is_empty();
    Ok(if has_some { Detection::Available(updates) } else { Detection::None })
}

fn updates(reader: &Reader<'_>) -> Result<Updates, Wrong> {
    let packages = reader.packages()?;
    let listed = Updates::of(packages);
    let is_listed = !listed.packages.is_empty();
    let number = |key| reader.number(key);
    let small = |key| Ok(number(key)?.map(|number| u32::try_from(number).unwrap_or(u32::MAX)));
    Ok(Updates {
        count: small("count")?.or(listed.count.filter(|_| is_listed)),
        security: small("security")?.or(listed.security.filter(|_| is_listed)),
        bytes: number("bytes")?,
        to_download: Some(number("to_download")?.unwrap_or(0)),
        needs_reboot: reader.truth("needs_reboot")?.unwrap_or(false),
        release_upgrade: reader.truth("release_upgrade")?.unwrap_or(false),
        packages: listed.packages,
        ..Updates::default()
    })
}

/// An object and where in the document it stands.
struct Reader<'a> {
    object: &'a Map<String, Value>,
    place: String,
}

impl<'a> Reader<'a> {
    fn wrong(&self, key: &str, wanted: &'static str) -> Wrong {
        Wrong::Value { key: format!("{}{key}", self.place), wanted }
    }

    /// The value of a key; null is not said.
    fn value(&self, key: &str) -> Option<&'a Value> {
        self.object.get(key).filter(|value| !value.is_null())
    }

    fn read<T>(
        &self,
        key: &str,
        wanted: &'static str,
        of: impl Fn(&'a Value) -> Option<T>,
    ) -> Result<Option<T>, Wrong> {
        self.value(key).map(|value| of(value).ok_or_else(|| self.wrong(key, wanted))).transpose()
    }

    fn text(&self, key: &str) -> Result<Option<String>, Wrong> {
        self.read(key, "text", |value| value.as_str().map(|text| text::line(text.as_bytes())))
    }

    fn number(&self, key: &str) -> Result<Option<u64>, Wrong> {
        self.read(key, "whole number", Value::as_u64)
    }

    fn truth(&self, key: &str) -> Result<Option<bool>, Wrong> {
        self.read(key, "truth value", Value::as_bool)
    }

    fn packages(&self) -> Result<Vec<Package>, Wrong> {
        let list = self.read("packages", "list", Value::as_array)?.map(Vec::as_slice).unwrap_or_default();
        list.iter().enumerate().map(|(at, value)| self.package(at, value)).collect()
    }

    fn package(&self, at: usize, value: &'a Value) -> Result<Package, Wrong> {
        let object = value.as_object().ok_or_else(|| self.wrong(&format!("packages[{at}]"), "object"))?;
        let reader = Reader { object, place: format!("packages[{at}].") };
        Ok(Package {
            name: reader.text("name")?.ok_or_else(|| reader.wrong("name", "text"))?,
            from: reader.text("from")?,
            to: reader.text("to")?,
            security: reader.truth("security")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(document: &str) -> String {
        parse(document.as_bytes()).expect_err(document).to_string()
    }

    #[test]
    fn what_is_printed_is_read_back_the_same() {
        let package = |name: &str, security| Package {
            name: name.into(),
            from: Some("1".into()),
            to: Some("2".into()),
            security,
        };
        let updates = Updates {
            bytes: Some(5),
            needs_reboot: true,
            ..Updates::of(vec![package("a", Some(true)), package("b", Some(false))])
        };
        let activity = Activity::Said("dpkg".into());
        for detection in [Detection::None, Detection::Pending(updates), Detection::Busy(activity)] {
            let report = Report { source: Some("command"), detection: detection.clone() };
            let printed = serde_json::to_vec(&Document::from(&report)).unwrap();
            assert_eq!(parse(&printed), Ok(detection));
        }
    }

    #[test]
    fn unknown_keys_say_nothing_and_wrong_ones_are_named() {
        let Ok(Detection::Pending(updates)) =
            parse(br#"{"state": "pending", "colour": [], "packages": [{"name": "a", "x": 1}]}"#)
        else {
            panic!()
        };
        assert_eq!((updates.count, updates.security, updates.to_download), (Some(1), None, Some(0)));
        let cases = [
            (r#"{"state": "pending", "count": "many"}"#, "\"count\" is no whole number"),
            (r#"{"state": "pending", "count": -1}"#, "\"count\" is no whole number"),
            (r#"{"state": "pending", "needs_reboot": "yes"}"#, "\"needs_reboot\" is no truth value"),
            (r#"{"state": "pending", "packages": {}}"#, "\"packages\" is no list"),
            (r#"{"state": "pending", "packages": [{"name": "a"}, {"to": "1"}]}"#, "\"packages[1].name\" is no text"),
            (r#"{"state": "pending", "packages": [7]}"#, "\"packages[0]\" is no object"),
            (r#"{"state": "ready"}"#, "\"state\" is no state"),
            ("{}", "\"state\" is no state"),
        ];
        for (document, expected) in cases {
            assert_eq!(wrong(document), expected, "{document}");
        }
        for document in ["", "rubbish", "[]", "{\"state\": \"none\"} x", "\u{feff}{}"] {
            assert!(wrong(document).starts_with("no JSON object"), "{document}");
        }
    }

    #[test]
    fn foreign_text_is_made_fit_to_be_shown() {
        let document = br#"{"state": "unknown", "reason": "a\u001b[31m\nb"}"#;
        assert_eq!(parse(document), Ok(Detection::Unknown(Reason::Said("a␛[31m␊b".into()))));
    }
}
