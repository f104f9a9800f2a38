//! The question about desktop entries that nobody vouches for: what it knows, what happens, and what is to be done next.

use candela_open_core::{Answer, Untrusted};
use candela_shared::i18n::Words;
use candela_ui::Look;
use candela_ui::desktop::Desktop;
use candela_ui::settings::Settings;

use iced::Size;

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The window came up.
    Opened,
    /// The window has this size.
    Resized(Size),
    /// The desktop wants windows to look so.
    DesktopAsked(Desktop),
    /// Trust the file from now on, or do not.
    SwitchTrust,
    /// Run it.
    Run,
    /// Show it as text.
    Read,
    /// Leave it alone.
    Leave,
    /// Leave it and all that are not answered yet alone.
    LeaveAll,
}

/// What must be done next.
#[derive(Debug, PartialEq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Put the keyboard on Cancel: what is not known to be harmless is not run by a stray Enter.
    FocusCancel,
    /// End with an answer for each.
    End(Vec<Answer>),
}

/// The state of the window.
#[derive(Debug)]
pub struct Ask {
    pub(crate) words: Words,
    pub(crate) look: Look,
    settings: Settings,
    /// What is asked about, one at least.
    entries: Vec<Untrusted>,
    answers: Vec<Answer>,
    pub(crate) is_trusted: bool,
    pub(crate) width: f32,
}

impl Ask {
    /// Asks about the first of these, one at least.
    pub fn new(words: Words, settings: Settings, entries: Vec<Untrusted>) -> Self {
        let look = settings.look(&Desktop::default(), words.direction());
        let width = crate::window::question(look.text_scale).width;
        Self { words, look, settings, entries, answers: Vec::new(), is_trusted: false, width }
    }

    /// What is asked about now; `None` once all is answered.
    pub fn current(&self) -> Option<&Untrusted> {
        self.entries.get(self.answers.len())
    }

    /// Takes in what happened and says what must be done.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Opened => return Action::FocusCancel,
            Message::Resized(size) => self.width = size.width,
            Message::DesktopAsked(desktop) => self.look = self.settings.look(&desktop, self.look.direction),
            Message::SwitchTrust => self.is_trusted = !self.is_trusted,
            Message::Run => return self.answer(if self.is_trusted { Answer::Trust } else { Answer::Run }),
            Message::Read => return self.answer(Answer::Read),
            Message::Leave => return self.answer(Answer::Leave),
            Message::LeaveAll => {
                self.answers.resize(self.entries.len(), Answer::Leave);
                return self.end();
            }
        }
        Action::None
    }

    fn answer(&mut self, answer: Answer) -> Action {
        self.answers.push(answer);
        self.is_trusted = false;
        if self.current().is_some() { Action::FocusCancel } else { self.end() }
    }

    fn end(&mut self) -> Action {
        Action::End(std::mem::take(&mut self.answers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_shared::Directories;
    use candela_shared::i18n::Medium;
    use candela_shared::registry::Entry;

    fn ask(count: usize) -> Ask {
        let untrusted = Untrusted { path: "/a.desktop".into(), entry: Entry::default() };
        let words = Words::new("open", &[], &Directories::default(), Medium::Window);
        Ask::new(words, Settings::default(), vec![untrusted; count])
    }

    #[test]
    fn each_is_asked_about_in_turn_and_trust_is_for_one() {
        let mut ask = ask(3);
        assert_eq!(ask.update(Message::Opened), Action::FocusCancel);
        assert_eq!(ask.update(Message::SwitchTrust), Action::None);
        assert_eq!(ask.update(Message::Run), Action::FocusCancel);
        assert_eq!(ask.update(Message::Run), Action::FocusCancel);
        assert_eq!(ask.update(Message::Read), Action::End(vec![Answer::Trust, Answer::Run, Answer::Read]));
    }

    #[test]
    fn every_word_comes_from_the_languages_and_is_seen_whole() {
        let entry = Entry { name: Some("Viewer".into()), exec: Some("viewer".into()), ..Entry::default() };
        let untrusted = Untrusted { path: "/a.desktop".into(), entry };
        let mut ask = Ask::new(candela_pseudo::words("open"), Settings::default(), vec![untrusted]);
        let mut findings = candela_pseudo::Findings::new(&["Viewer", "viewer", "/a.desktop"]);
        for size in [crate::window::question(1.0), Size::new(320.0, 600.0)] {
            let _sized = ask.update(Message::Resized(size));
            findings.look_at("the question", crate::ui::ask::view(&ask), ask.look, size);
        }
        let told = findings.told();
        assert!(told.is_empty(), "{told}");
    }

    #[test]
    fn closing_the_window_leaves_all_that_is_left_alone() {
        let mut ask = ask(3);
        assert_eq!(ask.update(Message::Leave), Action::FocusCancel);
        assert_eq!(ask.update(Message::LeaveAll), Action::End(vec![Answer::Leave; 3]));
    }
}
