//! Searches on the web: a query that begins with the key of an engine is for that engine.

use super::{Ask, Deed, Finding, Provider, Sort};
use crate::settings::Engine;

/// A key that somebody typed means the engine and nothing else.
const SCORE: u32 = 10_000;

/// Offers the search engines of the settings. Nothing is sent before the user chooses it.
#[derive(Debug)]
pub struct Web {
    engines: Vec<Engine>,
}

impl Web {
    /// Offers these.
    pub const fn new(engines: Vec<Engine>) -> Self {
        Self { engines }
    }
}

impl Provider for Web {
    fn find(&mut self, ask: Ask) {
        let (key, text) = ask.query().trim().split_once(char::is_whitespace).unwrap_or_default();
        let keyed = self.engines.iter().filter(|engine| !key.is_empty() && engine.key.as_deref() == Some(key));
        let found = keyed.map(|engine| search(engine, text.trim())).collect();
        ask.finish(found);
    }
}

/// The search of an engine for a text.
pub fn search(engine: &Engine, text: &str) -> Finding {
    Finding {
        sort: Sort::Web,
        id: engine.name.clone(),
        name: text.to_owned(),
        detail: engine.name.clone(),
        score: SCORE,
        deed: Deed::Visit(engine.address_for(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Providers;
    use super::*;

    #[test]
    fn a_key_searches_with_its_engine_and_every_letter_arrives() {
        let engine = |key: Option<&str>, name: &str| Engine {
            name: name.to_owned(),
            address: format!("https://{name}.example/?q={{query}}&x=1"),
            key: key.map(str::to_owned),
        };
        let engines = vec![engine(None, "plain"), engine(Some("w"), "words")];
        let providers = Providers::start(vec![Box::new(Web::new(engines))]);
        let visits = |query| {
            let found = providers.all(query).into_iter().flat_map(|(_, findings)| findings);
            found.map(|finding| finding.deed).collect::<Vec<_>>()
        };
        let expected = "https://words.example/?q=a%26b%20%C3%A9%2B%25&x=1";
        assert_eq!(visits("w a&b é+%"), [Deed::Visit(expected.to_owned())]);
        assert_eq!(visits("words"), []);
        assert_eq!(visits(" w "), []);
        assert_eq!(visits(""), []);
    }
}
