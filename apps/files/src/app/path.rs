//! The path that is typed, and the folders it may become.

use super::{Action, App, Field, Typing};
use crate::key::{Meaning, Pressed};

use candela_ui::widget::list::Step;

use std::path::PathBuf;

/// What happened to the path that is typed.
#[derive(Debug, Clone)]
pub enum Message {
    /// Folders were found that a path may become.
    Offered {
        /// The path, as far as it was typed.
        text: String,
        /// The paths.
        offers: Vec<String>,
    },
    /// Go to an offered folder.
    Take(String),
    /// Complete the path as far as that is clear.
    Complete,
}

impl Typing {
    /// What Enter means: the offer the keyboard is on, or what was typed.
    pub fn meant(&self) -> &str {
        self.chosen.and_then(|at| self.offers.get(at)).unwrap_or(&self.text)
    }

    /// The keyboard is on another offer, or on what was typed.
    fn step(&mut self, by: Step) {
        self.chosen = match (by, self.chosen) {
            (Step::Next, None) => (!self.offers.is_empty()).then_some(0),
            (Step::Next, Some(at)) => Some((at + 1).min(self.offers.len().saturating_sub(1))),
            (Step::Previous, Some(at)) => at.checked_sub(1),
            (_, chosen) => chosen,
        };
    }

    /// The text as far as all offers agree, letter case aside where it was typed otherwise.
    fn common(&self) -> Option<String> {
        let (first, others) = self.offers.split_first()?;
        let agreed = |other: &String| first.chars().zip(other.chars()).take_while(|(one, two)| one == two).count();
        let letters = others.iter().map(agreed).min().unwrap_or(usize::MAX);
        let common: String = first.chars().take(letters).collect();
        (common.chars().count() > self.text.chars().count()).then_some(common)
    }
}

impl App {
    pub(super) fn path(&mut self, message: Message) -> Action {
        match message {
            Message::Offered { text, offers } => self.offered(&text, offers),
            Message::Take(offer) => self.take_offer(offer),
            Message::Complete => self.complete_path(),
        }
    }

    /// The path that was typed: `~` is home, and what is relative is taken from where one is.
    pub(super) fn typed_path(&self, typed: &str) -> PathBuf {
        let path = match (typed.strip_prefix('~'), &self.home) {
            (Some(rest), Some(home)) if rest.is_empty() || rest.starts_with('/') => {
                home.join(rest.trim_start_matches('/'))
            }
            _ => self.tab().path().join(typed),
        };
        path.components().collect()
    }

    pub(super) fn type_path(&mut self, text: String) -> Action {
        let begun = text.rsplit_once('/').map_or("", |(begun, _)| begun);
        let folder = self.typed_path(&if text.contains('/') { format!("{begun}/") } else { String::new() });
        self.field = Some(Field::Path(Typing { text: text.clone(), ..Typing::default() }));
        Action::Complete { text, folder }
    }

    fn offered(&mut self, text: &str, offers: Vec<String>) -> Action {
        if let Some(Field::Path(typing)) = &mut self.field
            && typing.text == text
        {
            typing.offers = offers;
        }
        Action::None
    }

    /// Takes an offer: what is below it is offered next.
    fn take_offer(&mut self, offer: String) -> Action {
        let offered = self.type_path(offer);
        Action::All(vec![Action::FocusField, offered])
    }

    fn complete_path(&mut self) -> Action {
        let Some(Field::Path(typing)) = &self.field else {
            return Action::None;
        };
        match typing.chosen.and_then(|at| typing.offers.get(at)).cloned().or_else(|| typing.common()) {
            Some(completed) => self.take_offer(completed),
            None => Action::None,
        }
    }

    /// The keys that choose an offer, while there are some.
    pub(super) fn press_in_path(&mut self, pressed: &Pressed) -> Option<Action> {
        let Some(Field::Path(typing)) = &mut self.field else {
            return None;
        };
        match pressed.meaning(&self.keys) {
            Some(Meaning::Move(by @ (Step::Next | Step::Previous), _)) => typing.step(by),
            Some(Meaning::Leave) if !typing.offers.is_empty() => {
                (typing.offers, typing.chosen) = (Vec::new(), None);
            }
            _ => return None,
        }
        Some(Action::None)
    }
}
