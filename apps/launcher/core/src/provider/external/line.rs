//! The lines that an external provider reads and writes.

use crate::provider::{Deed, Finding, Sort};

use candela_shared::registry::Target;
use serde::Deserialize;
use serde_json::json;

use std::ffi::OsString;
use std::path::Path;

/// What the best finding is worth: behind what matches the name of an application well.
const WEIGHT: u32 = 60;
/// The best score that a provider may give, and what it gives when it does not say.
const BEST: u32 = 100;

/// A line that is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rubbish;

/// An answer, or a part of one.
#[derive(Debug, Deserialize)]
pub struct Reply {
    /// The question it belongs to.
    pub id: u64,
    /// Whether more of it comes.
    #[serde(default)]
    pub more: bool,
    #[serde(default)]
    items: Vec<Item>,
}

#[derive(Debug, Deserialize)]
struct Item {
    name: String,
    #[serde(default)]
    detail: String,
    score: Option<u32>,
    #[serde(flatten)]
    deed: Choice,
}

/// What choosing an item does.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Choice {
    /// Puts a text on the clipboard.
    Copy(String),
    /// Opens a path or a URI.
    Open(String),
    /// Runs a program.
    Run(Vec<String>),
}

/// The line that asks.
pub fn question(id: u64, query: &str) -> String {
    format!("{}\n", json!({ "id": id, "query": query }))
}

/// The line that takes a question back.
pub fn cancel(id: u64) -> String {
    format!("{}\n", json!({ "cancel": id }))
}

impl Reply {
    /// Reads a line.
    ///
    /// # Errors
    /// [`Rubbish`]: it is no answer.
    pub fn parse(line: &[u8]) -> Result<Self, Rubbish> {
        let reply: Self = serde_json::from_slice(line).map_err(|_| Rubbish)?;
        let is_empty =
            |item: &Item| item.name.trim().is_empty() || matches!(&item.deed, Choice::Run(words) if words.is_empty());
        if reply.items.iter().any(is_empty) { Err(Rubbish) } else { Ok(reply) }
    }

    /// What it found; `provider` stands where an item says nothing more of itself.
    pub fn findings(&self, provider: &str) -> impl Iterator<Item = Finding> {
        self.items.iter().map(move |item| {
            let detail = if item.detail.is_empty() { provider } else { &item.detail };
            Finding {
                sort: Sort::External,
                id: format!("{provider}:{}", item.name),
                name: item.name.clone(),
                detail: detail.to_owned(),
                score: item.score.unwrap_or(BEST).min(BEST) * WEIGHT,
                deed: item.deed.deed(),
            }
        })
    }
}

impl Choice {
    fn deed(&self) -> Deed {
        match self {
            Self::Copy(text) => Deed::Copy(text.clone()),
            Self::Run(words) => Deed::Run(words.iter().map(OsString::from).collect()),
            Self::Open(target) => match Target::new(target.as_ref(), Path::new("/")) {
                Target::Path(path) => Deed::Open(path),
                Target::Uri(uri) => Deed::Visit(uri),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_and_rubbish_is_told_from_it() {
        let line = br#"{"id":3,"items":[{"name":"a","copy":"x"},{"name":"b","detail":"d","score":50,"open":"/tmp/f"},
            {"name":"c","open":"https://x.example/"},{"name":"d","run":["true","1"]}],"news":1}"#;
        let reply = Reply::parse(line).unwrap();
        let found: Vec<_> = reply.findings("Notes").collect();
        assert_eq!((reply.id, reply.more), (3, false));
        assert_eq!(found[0].deed, Deed::Copy("x".into()));
        assert_eq!((&*found[0].detail, found[0].score), ("Notes", 6000));
        assert_eq!((&found[1].deed, &*found[1].detail, found[1].score), (&Deed::Open("/tmp/f".into()), "d", 3000));
        assert_eq!(found[2].deed, Deed::Visit("https://x.example/".into()));
        assert_eq!(found[3].deed, Deed::Run(vec!["true".into(), "1".into()]));
        for rubbish in [
            &b""[..],
            b"hello",
            b"{}",
            b"\xff",
            br#"{"id":-1}"#,
            br#"{"id":1,"items":[{"name":"a"}]}"#,
            br#"{"id":1,"items":[{"name":" ","copy":""}]}"#,
            br#"{"id":1,"items":[{"name":"a","run":[]}]}"#,
        ] {
            assert_eq!(Reply::parse(rubbish).err(), Some(Rubbish), "{}", String::from_utf8_lossy(rubbish));
        }
    }
}
