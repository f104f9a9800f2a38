//! What can be done with the session: lock, log out, sleep, restart, shut down; `candela-shutdown` does it.

use super::{Ask, Deed, Finding, Provider, Sort};
use crate::rank::{Freedom, Search, Text};
use crate::system::companion;

/// What a match is worth, of 100: only the whole word comes before an application that holds the query somewhere, for
/// some of these act at once.
const WEIGHT: u32 = 60;
/// The least bytes that mean something, one ideograph or three Latin letters: a power switch shall not come up by chance.
const LEAST: usize = 3;

/// One thing to do, in the user's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The word of `candela-shutdown`'s command line.
    pub word: &'static str,
    /// What it is called.
    pub name: String,
    /// Other words it is found by, blanks between.
    pub keywords: String,
}

impl Step {
    /// The step as something to choose.
    pub fn finding(&self, score: u32) -> Finding {
        let deed = Deed::Run(companion::command("shutdown").into_iter().chain([self.word.into()]).collect());
        let (id, name) = (self.word.to_owned(), self.name.clone());
        Finding { sort: Sort::Session, id, name, detail: String::new(), score, deed }
    }

    fn score(&self, search: &mut Search) -> Option<u32> {
        let texts = [self.name.as_str(), &self.word.replace('-', " ")];
        let names = texts.into_iter().chain(self.keywords.split_whitespace());
        names.filter_map(|name| search.find(&Text::of(name, Freedom::Words))).map(|found| found.score(WEIGHT)).max()
    }
}

/// Finds them by name and by what else people call them.
#[derive(Debug)]
pub struct Session {
    steps: Vec<Step>,
}

impl Session {
    /// Finds these.
    pub const fn new(steps: Vec<Step>) -> Self {
        Self { steps }
    }
}

impl Provider for Session {
    fn find(&mut self, ask: Ask) {
        let mut search = Search::of(ask.query().trim());
        if search.length() < LEAST {
            return;
        }
        let mut found: Vec<Finding> =
            self.steps.iter().filter_map(|step| Some(step.finding(step.score(&mut search)?))).collect();
        found.sort_by_key(|finding| std::cmp::Reverse(finding.score));
        ask.finish(found);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Providers;
    use super::*;

    #[test]
    fn a_step_is_found_by_its_name_its_word_and_what_people_call_it() {
        let step = |word, name: &str, keywords: &str| Step { word, name: name.into(), keywords: keywords.into() };
        let steps = vec![step("power-off", "Herunterfahren", "ausschalten"), step("lock", "Sperren", "")];
        let providers = Providers::start(vec![Box::new(Session::new(steps))]);
        let found = |query| {
            let found = providers.all(query).into_iter().flat_map(|(_, findings)| findings);
            found.map(|finding| (finding.id, finding.deed)).collect::<Vec<_>>()
        };
        let run = |word: &str| Deed::Run(vec!["candela-shutdown".into(), word.into()]);
        for query in ["herunter", "power off", "Ausschalten"] {
            assert_eq!(found(query), [("power-off".to_owned(), run("power-off"))], "{query}");
        }
        assert_eq!(found("sperr"), [("lock".to_owned(), run("lock"))]);
        for query in ["s", "sp", "", "unter", "qq"] {
            assert_eq!(found(query), [], "{query}");
        }
    }
}
