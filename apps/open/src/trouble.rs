//! What could not be opened, as a window tells it: what it knows, what happens, and what is to be done next.

use candela_shared::i18n::Words;
use candela_shared::registry::Target;
use candela_ui::Look;
use candela_ui::desktop::Desktop;
use candela_ui::settings::Settings;

use iced::Size;

use std::path::PathBuf;

/// One thing that could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What was to be opened; `None` where that is not worth a second try.
    pub target: Option<Target>,
    /// What it is called.
    pub name: String,
    /// What went wrong, as a heading for this one alone.
    pub title: String,
    /// Why.
    pub reason: String,
    /// What its type is called, and the type itself; `None` where nobody came to look at it.
    pub kind: Option<(String, String)>,
    /// Where it should lie, to be shown; `None` where that is of no use.
    pub folder: Option<PathBuf>,
}

/// What the user wants next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Nothing.
    Close,
    /// To choose an application for these.
    Choose(Vec<Target>),
    /// To look for an application in the launcher.
    Search,
    /// To see a folder.
    Show(PathBuf),
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The window came up.
    Opened,
    /// The window has this size.
    Resized(Size),
    /// The desktop wants windows to look so.
    DesktopAsked(Desktop),
    /// Go that way.
    Go(Way),
}

/// What must be done next.
#[derive(Debug, PartialEq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Put the keyboard on the way that helps most.
    FocusFirst,
    /// End, and go that way.
    End(Way),
}

/// The state of the window.
#[derive(Debug)]
pub struct Told {
    pub(crate) words: Words,
    pub(crate) look: Look,
    settings: Settings,
    /// One at least.
    pub(crate) troubles: Vec<Trouble>,
    pub(crate) width: f32,
}

impl Told {
    /// Tells of these, one at least.
    pub fn new(words: Words, settings: Settings, troubles: Vec<Trouble>) -> Self {
        let look = settings.look(&Desktop::default(), words.direction());
        let width = crate::window::trouble(look.text_scale).width;
        Self { words, look, settings, troubles, width }
    }

    /// Takes in what happened and says what must be done.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Opened => return Action::FocusFirst,
            Message::Resized(size) => self.width = size.width,
            Message::DesktopAsked(desktop) => self.look = self.settings.look(&desktop, self.look.direction),
            Message::Go(way) => return Action::End(way),
        }
        Action::None
    }

    /// What could be opened by another application: to be chosen, or to be looked for.
    pub fn choice(&self) -> Vec<Target> {
        self.troubles.iter().filter_map(|trouble| trouble.target.clone()).collect()
    }

    /// The folder to show, where it is one for all.
    pub fn folder(&self) -> Option<PathBuf> {
        let first = self.troubles.first()?.folder.clone()?;
        self.troubles.iter().all(|trouble| trouble.folder.as_ref() == Some(&first)).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_shared::Directories;
    use candela_shared::i18n::Medium;

    fn trouble(name: &str) -> Trouble {
        Trouble {
            target: Some(Target::Path(name.into())),
            name: name.into(),
            title: name.into(),
            reason: name.into(),
            kind: Some((name.into(), "a/b".into())),
            folder: None,
        }
    }

    fn told(troubles: Vec<Trouble>) -> Told {
        Told::new(Words::new("open", &[], &Directories::default(), Medium::Window), Settings::default(), troubles)
    }

    #[test]
    fn an_application_is_chosen_for_what_another_could_open() {
        let gone = Trouble { target: None, folder: Some("/home".into()), ..trouble("gone") };
        let mut several = told(vec![trouble("/a"), gone.clone(), trouble("/b")]);
        assert_eq!(several.choice(), [Target::Path("/a".into()), Target::Path("/b".into())]);
        assert_eq!(several.folder(), None, "it is that of one");
        assert_eq!(told(vec![gone.clone(), gone]).folder(), Some("/home".into()));
        assert_eq!(several.update(Message::Opened), Action::FocusFirst);
        assert_eq!(several.update(Message::Go(Way::Search)), Action::End(Way::Search));
    }

    #[test]
    fn every_word_comes_from_the_languages_and_is_seen_whole() {
        let mut findings = candela_pseudo::Findings::new(&["name", "why", "kind", "(a/b)"]);
        let of = |count: usize, target: Option<Target>, folder: Option<PathBuf>| {
            let (name, reason, kind) =
                ("name".to_owned(), "why".to_owned(), Some(("kind".to_owned(), "a/b".to_owned())));
            vec![Trouble { target, title: name.clone(), name, reason, kind, folder }; count]
        };
        let target = Some(Target::Path("/name".into()));
        for (state, troubles) in [
            ("nothing opens it", of(1, target.clone(), None)),
            ("it is not there", of(1, None, Some("/home".into()))),
            ("several", of(3, target, None)),
        ] {
            for size in [crate::window::trouble(1.0), Size::new(320.0, 600.0)] {
                let mut told = Told::new(candela_pseudo::words("open"), Settings::default(), troubles.clone());
                let _sized = told.update(Message::Resized(size));
                findings.look_at(state, crate::ui::trouble::view(&told), told.look, size);
            }
        }
        let told = findings.told();
        assert!(told.is_empty(), "{told}");
    }
}
