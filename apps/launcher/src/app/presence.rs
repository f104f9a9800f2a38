//! Whether the window is seen, and when it comes and goes.

use super::{Action, App, Place, Wish};

use crate::notice::{Again, Failure, Notice, WayOut};

use candela_launcher_core::provider::Deed;
use candela_launcher_core::system::instance::Request;

use iced::window;

use std::time::{Duration, Instant};

/// The key that toggles the launcher takes the keyboard away from it for a moment: what hid it then meant to.
const SAME_KEY: Duration = Duration::from_millis(300);

/// Whether the window is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It is being made.
    Coming,
    /// It is seen.
    Shown(window::Id),
    /// It is unseen, and ends as soon as what it started is known to live.
    Leaving(window::Id),
    /// It is unseen, and waits to be shown again.
    Hidden(window::Id),
}

impl App {
    /// Whether the window has been seen: what may take its time is asked only then.
    pub(crate) fn is_up(&self) -> bool {
        self.presence != Presence::Coming
    }

    /// Whether it is to be seen.
    pub(crate) fn is_seen(&self) -> bool {
        matches!(self.presence, Presence::Coming | Presence::Shown(_))
    }

    /// Whether it waits unseen instead of ending.
    fn is_resident(&self) -> bool {
        (self.beginning.is_resident || self.settings.stays) && self.beginning.stage.can_hide()
    }

    pub(super) fn opened(&mut self, id: window::Id) -> Action {
        self.presence = Presence::Shown(id);
        self.had_focus |= self.beginning.stage.is_seen_at_once();
        Action::Fit(id)
    }

    /// Builds what the window shows, now that somebody can see it: what is drawn before is lost.
    pub(super) fn seen(&mut self) -> Action {
        self.is_unseen = !self.is_seen();
        Action::All(vec![Action::FocusQuery, Action::ReadSteps])
    }

    /// Goes away where the display took the window, as it does with one on a screen that is unplugged.
    pub(super) fn closed(&mut self) -> Action {
        let gone = if self.is_seen() { self.go_away() } else { Action::None };
        Action::All(vec![gone, self.hidden()])
    }

    pub(super) fn focused(&mut self) -> Action {
        self.had_focus = true;
        Action::None
    }

    /// Leaves where the user turned to another window; not while something is told that they have not seen.
    pub(super) fn unfocused(&mut self, at: Instant) -> Action {
        let is_shown = matches!(self.presence, Presence::Shown(_));
        if !(is_shown && self.had_focus && self.settings.hides_on_focus_loss && !self.must_be_read()) {
            return Action::None;
        }
        self.lost_focus = Some(at);
        self.go_away()
    }

    pub(super) fn started(&mut self, name: String, again: Option<Again>, outcome: Result<(), Failure>) -> Action {
        match outcome {
            Ok(()) => {
                self.unsettled += 1;
                // What must be read is shown once, though what was meant is done.
                if self.must_be_read() { Action::None } else { self.hide_after_start() }
            }
            Err(failure) => self.tell(name, again, failure),
        }
    }

    fn hide_after_start(&mut self) -> Action {
        if self.is_resident() { self.hide(Presence::Hidden) } else { self.hide(Presence::Leaving) }
    }

    /// Whether something is told that will not be told again.
    fn must_be_read(&self) -> bool {
        matches!(self.notice, Some(Notice::Start { .. } | Notice::History(_) | Notice::Entry(_) | Notice::Gone(_)))
    }

    pub(super) fn vanished(&mut self, name: String) -> Action {
        self.notice = Some(Notice::Gone(name));
        self.show()
    }

    pub(super) fn settled(&mut self, name: String, again: Option<Again>, outcome: Result<(), Failure>) -> Action {
        self.unsettled = self.unsettled.saturating_sub(1);
        match (outcome, self.presence) {
            (Err(failure), _) => self.tell(name, again, failure),
            (Ok(()), Presence::Leaving(_)) if self.unsettled == 0 => Action::Quit,
            (Ok(()), _) => Action::None,
        }
    }

    fn tell(&mut self, name: String, again: Option<Again>, failure: Failure) -> Action {
        self.notice = Some(Notice::Start { name, again, failure });
        self.show()
    }

    /// Does what a notice offers.
    pub(super) fn take_way_out(&mut self, notice: Notice) -> Action {
        match notice.way_out() {
            Some(WayOut::Terminal(Again::Application(id))) => Action::LaunchInTerminal(id),
            Some(WayOut::Terminal(Again::Command(arguments))) => Action::RunInTerminal(arguments),
            Some(WayOut::Show(id)) => Action::Choose(id, Wish::Hide(false)),
            Some(WayOut::EditSettings) => Action::EditSettings,
            Some(WayOut::EditFile(path)) => {
                Action::Do { name: path.to_string_lossy().into_owned(), deed: Deed::Open(path) }
            }
            None => {
                self.notice = Some(notice);
                Action::None
            }
        }
    }

    pub(super) fn requested(&mut self, request: Request, at: Instant) -> Action {
        let by_same_key = self.lost_focus.take().is_some_and(|lost| at.saturating_duration_since(lost) < SAME_KEY);
        match (request, self.presence) {
            (Request::Toggle, Presence::Shown(_)) if self.beginning.stage.can_hide() => self.hide(Presence::Hidden),
            (Request::Toggle, Presence::Shown(_)) => self.go_away(),
            (Request::Toggle, _) if by_same_key => Action::None,
            (Request::Show | Request::Toggle, _) => self.show(),
        }
    }

    fn show(&mut self) -> Action {
        match self.presence {
            Presence::Coming => Action::None,
            Presence::Shown(id) | Presence::Leaving(id) | Presence::Hidden(id) => {
                let was_seen = matches!(self.presence, Presence::Shown(_));
                self.presence = Presence::Shown(id);
                self.is_unseen = false;
                self.had_focus &= was_seen;
                Action::All(vec![Action::Show(id), Action::FocusQuery, Action::ReadRecent, Action::ReadSteps])
            }
        }
    }

    /// Hides the window, which will come back as if just opened.
    pub(super) fn hide(&mut self, unseen: fn(window::Id) -> Presence) -> Action {
        let (Presence::Shown(id) | Presence::Leaving(id) | Presence::Hidden(id)) = self.presence else {
            return Action::None;
        };
        self.presence = unseen(id);
        self.notice = None;
        self.place = Place::Home;
        Action::All(vec![Action::Hide(id), self.ask(String::new())])
    }

    /// Takes in that the window has left the screen; only now, lest it is seen empty. Meanwhile it may be wanted again.
    pub(super) fn hidden(&mut self) -> Action {
        self.is_unseen = matches!(self.presence, Presence::Leaving(_) | Presence::Hidden(_));
        if self.is_unseen { Action::GiveBackMemory } else { Action::None }
    }

    /// Puts a text on the clipboard; the window hides and stays, for the clipboard is its own. Where it cannot hide, it is
    /// the user who lets it end.
    pub(super) fn copy(&mut self, text: String) -> Action {
        let gone = if self.beginning.stage.can_hide() { self.hide(Presence::Hidden) } else { Action::None };
        Action::All(vec![Action::Copy(text), gone])
    }

    pub(super) fn go_away(&mut self) -> Action {
        match (self.is_resident(), self.unsettled) {
            (true, _) => self.hide(Presence::Hidden),
            (false, 0) => Action::Quit,
            (false, _) => self.hide(Presence::Leaving),
        }
    }
}
