//! The dialog's state: what it shows, what happened, and what is to be done next.

mod choice;

pub use choice::{Choice, Countdown, Hindrance};

use candela_shared::i18n::Words;
use candela_shutdown_core::circumstances::{Circumstances, Deed, Session, Wishes};
use candela_shutdown_core::decide::{status, status_of_error};
use candela_shutdown_core::plan::{Answer, Plan, Power, Step};
use candela_shutdown_core::power_supply::Supply;
use candela_shutdown_core::system::machine::Look as Found;
use candela_shutdown_core::system::perform::{Log, Outcome, Progress};
use candela_shutdown_core::{Error, Settings, Updates};
use candela_ui::Look;
use candela_ui::desktop::Desktop;
use candela_ui::settings::Settings as LookSettings;

use iced::advanced::widget::Id;
use iced::{Size, window};

/// The name of the button that says what will happen.
pub const PRIMARY: Id = Id::new("primary");

/// What happened: the user's choice, or the outcome of an [`Action`].
#[derive(Debug, Clone)]
pub enum Message {
    /// The window came up.
    WindowOpened(window::Id),
    /// What stands above the buttons wants so much room.
    Measured(Size),
    /// The desktop wants windows to look so.
    DesktopAsked(Desktop),
    /// It was looked what waits.
    Looked(Found),
    /// It was asked what is going on.
    CircumstancesRead(Circumstances),
    /// The power comes from elsewhere, or the battery has changed.
    SupplyChanged(Supply),
    /// Tick or untick the updates.
    ToggleUpdates,
    /// Unfold or fold the list of packages.
    ToggleList,
    /// A letter was typed that no part of the window used.
    Typed(String),
    /// Somebody is there: the countdown stops.
    Stirred,
    /// A second has passed.
    Ticked,
    /// Something else may wait than a moment ago.
    WaitingChanged,
    /// Another prompt was opened, and ended in favour of this one.
    AnotherCame,
    /// Do something with the session.
    Choose(Deed),
    /// End it though windows stay open.
    LogOutAnyway,
    /// It was done, or could not be.
    Chosen(Result<(), Error>),
    /// Go down so, with the updates as they are ticked.
    GoDown(Power),
    /// Every window has closed, or some have not.
    WindowsClosed(Result<(), Error>),
    /// Go down though windows stay open.
    GoAnyway,
    /// Back to the question.
    GoBack,
    /// Go down without the updates.
    GoWithout,
    /// Try again what failed.
    Retry,
    /// Look again what waits.
    LookAgain,
    /// A plan goes on.
    Progressed(Progress),
    /// A plan has ended.
    Ended(Result<Outcome, Error>),
    /// The system agreed to go down, and is still there.
    StillOn,
    /// What was ordered is taken back.
    TakenBack,
    /// Stay.
    Cancel,
}

/// What must be done next.
#[derive(Debug, PartialEq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// These, in order.
    All(Vec<Action>),
    /// Look what waits.
    Look,
    /// Ask what is going on.
    ReadCircumstances,
    /// Do these steps for the session.
    Do(Vec<Step>),
    /// Have the windows closed by this step.
    CloseWindows(Step),
    /// Carry a plan of a source's out.
    CarryOut {
        /// The plan.
        plan: Plan,
        /// The source.
        source: Option<&'static str>,
    },
    /// Take back what a plan of a source's ordered.
    TakeBack {
        /// The plan.
        plan: Plan,
        /// The source.
        source: Option<&'static str>,
    },
    /// Wait whether the system really goes down; it tells a script this status.
    AwaitEnd(u8),
    /// Make the window so high, and show it.
    Fit(window::Id, Size),
    /// Bring the window to the front.
    Raise(window::Id),
    /// Put the focus on the primary button.
    FocusPrimary,
    /// End with this exit status.
    Quit(u8),
}

/// How far the dialog is.
#[derive(Debug)]
pub enum Stage {
    /// The choice of what to do with the session.
    Session,
    /// The last update failed, for this reason.
    Told(String),
    /// It is being looked what waits.
    Looking(Power),
    /// The question.
    Asking(Choice),
    /// Windows are being closed, before anything is done that cannot be taken back.
    Closing {
        /// What was chosen.
        choice: Choice,
        /// With or without the updates.
        answer: Answer,
    },
    /// Windows stay open, or could not be asked; nothing was done yet.
    StillOpen {
        /// What was chosen.
        choice: Choice,
        /// With or without the updates.
        answer: Answer,
        /// What stays open, or why it is not known.
        error: Error,
    },
    /// A plan is being carried out.
    Working {
        /// What was chosen.
        choice: Choice,
        /// With or without the updates.
        answer: Answer,
        /// The step and how many there are.
        step: (usize, usize),
        /// What the programs say.
        log: Log,
    },
    /// The system was asked to go down, and agreed.
    Leaving {
        /// What was chosen.
        choice: Choice,
        /// With or without the updates.
        answer: Answer,
    },
    /// Something failed; the computer is still on.
    Failed {
        /// What was chosen.
        choice: Choice,
        /// With or without the updates.
        answer: Answer,
        /// What failed; `None` where the system agreed and did nothing.
        error: Option<Error>,
        /// What the programs said.
        log: Log,
    },
}

/// The state of the window.
#[derive(Debug)]
pub struct App {
    pub(crate) words: Words,
    pub(crate) look: Look,
    look_settings: LookSettings,
    settings: Settings,
    pub(crate) session: Session,
    /// Who is signed in, where the environment says.
    pub(crate) user: Option<String>,
    pub(crate) stage: Stage,
    pub(crate) circumstances: Circumstances,
    /// What failed of a choice of the session dialog.
    pub(crate) trouble: Option<Error>,
    /// What of the session dialog is being done.
    pub(crate) doing: Option<Deed>,
    pub(crate) is_list_open: bool,
    /// How high what stands above the buttons is, and the size the window was made for it.
    content: f32,
    fitted: Size,
    window: Option<window::Id>,
    /// Where a question that began in the session dialog goes back to.
    is_from_session: bool,
}

/// What the dialog is opened with.
#[derive(Debug)]
pub struct Opening {
    /// The words.
    pub words: Words,
    /// What the user chose of the look.
    pub look: LookSettings,
    /// What the user chose of the prompt.
    pub settings: Settings,
    /// The session we are in.
    pub session: Session,
    /// Who is signed in.
    pub user: Option<String>,
    /// What it is about.
    pub subject: Subject,
}

/// What the dialog is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// What to do with the session.
    Session,
    /// Going down so.
    Power(Power),
    /// An update that failed while nobody was there, and why.
    Result(String),
}

impl App {
    /// Opens the dialog, what waits still to be looked for.
    pub fn new(opening: Opening) -> (Self, Action) {
        let Opening { words, look, settings, session, user, subject } = opening;
        let direction = words.direction();
        let app = Self {
            words,
            look: look.look(&Desktop::default(), direction),
            look_settings: look,
            settings,
            session,
            user,
            fitted: crate::window::size(subject == Subject::Session),
            is_from_session: subject == Subject::Session,
            stage: match &subject {
                Subject::Session => Stage::Session,
                Subject::Power(power) => Stage::Looking(*power),
                Subject::Result(failure) => Stage::Told(failure.clone()),
            },
            circumstances: Circumstances::default(),
            trouble: None,
            doing: None,
            is_list_open: false,
            content: 0.0,
            window: None,
        };
        let actions = match subject {
            Subject::Session => vec![Action::ReadCircumstances],
            Subject::Power(_) => vec![Action::ReadCircumstances, Action::Look],
            Subject::Result(_) => Vec::new(),
        };
        (app, Action::All(actions))
    }

    /// Takes in what happened and says what must be done.
    pub fn update(&mut self, message: Message) -> Action {
        let action = self.take(message);
        match (action, self.fit()) {
            (action, Action::None) => action,
            (Action::None, fit) => fit,
            (action, fit) => Action::All(vec![fit, action]),
        }
    }

    fn take(&mut self, message: Message) -> Action {
        match message {
            Message::WindowOpened(id) => self.opened(id),
            Message::Measured(size) => self.measured(size),
            Message::DesktopAsked(desktop) => self.dress(&desktop),
            Message::Looked(found) => self.found(found),
            Message::CircumstancesRead(circumstances) => self.know(circumstances),
            Message::SupplyChanged(supply) => self.charge(supply),
            Message::ToggleUpdates => self.with_choice(Choice::toggle),
            Message::ToggleList => self.unfold(),
            Message::Typed(letter) => self.typed(&letter),
            Message::Stirred => self.with_choice(|choice| choice.countdown = None),
            Message::Ticked => self.tick(),
            Message::WaitingChanged => self.look_beside(),
            Message::AnotherCame => self.window.map_or(Action::None, Action::Raise),
            Message::Choose(deed) => self.choose(deed),
            Message::LogOutAnyway => self.log_out_anyway(),
            Message::Chosen(outcome) => self.chosen(outcome),
            Message::GoDown(power) => self.go_down(power),
            Message::WindowsClosed(outcome) => self.closed(outcome),
            Message::GoAnyway => self.go_anyway(),
            Message::GoBack => self.go_back(),
            Message::GoWithout => self.again(Answer::Skip),
            Message::Retry => self.retry(),
            Message::LookAgain => self.look_again(),
            Message::Progressed(progress) => self.progress(progress),
            Message::Ended(outcome) => self.ended(outcome),
            Message::StillOn => self.still_on(),
            Message::TakenBack => Action::Quit(status::FAILED),
            Message::Cancel => self.cancel(),
        }
    }

    /// Whether a countdown runs.
    pub fn is_counting(&self) -> bool {
        matches!(&self.stage, Stage::Asking(choice) if choice.countdown.is_some())
    }

    /// Whether the question stands.
    pub fn is_asking(&self) -> bool {
        matches!(self.stage, Stage::Asking(_))
    }

    /// What the countdown answers at its end.
    pub fn countdown_answer(&self) -> Answer {
        self.settings.countdown_answer
    }

    /// Whether the dialog is about the session alone.
    pub fn is_about_session(&self) -> bool {
        matches!(self.stage, Stage::Session)
    }

    fn opened(&mut self, id: window::Id) -> Action {
        self.window = Some(id);
        // What was measured before the window came counts already; it is shown in any case.
        let _fitted = self.fit();
        Action::All(vec![Action::Fit(id, self.fitted), Action::FocusPrimary])
    }

    fn measured(&mut self, content: Size) -> Action {
        self.content = content.height;
        Action::None
    }

    /// Makes the window as high as what it shows now, unless that is as high as before: who resizes it is left alone.
    fn fit(&mut self) -> Action {
        let Some(id) = self.window.filter(|_| self.content > 0.0) else {
            return Action::None;
        };
        let size = crate::window::fitting(self, self.content);
        let is_same = size == self.fitted;
        self.fitted = size;
        if is_same { Action::None } else { Action::Fit(id, size) }
    }

    fn dress(&mut self, desktop: &Desktop) -> Action {
        self.look = self.look_settings.look(desktop, self.look.direction);
        Action::None
    }

    fn found(&mut self, found: Found) -> Action {
        if let Stage::Asking(choice) = &mut self.stage {
            choice.found = found;
            return Action::None;
        }
        let Stage::Looking(power) = self.stage else { return Action::None };
        let mut choice = Choice::new(found, power, self.circumstances.supply);
        choice.countdown = self.settings.countdown.map(Countdown::new);
        let is_free = self.is_from_session && choice.is_plain() && self.circumstances.blockers.is_empty();
        self.stage = Stage::Asking(choice);
        // Who has just chosen from the tiles is not asked a second time about nothing.
        if is_free { self.go_down(power) } else { Action::FocusPrimary }
    }

    /// Looks again while the question stands: what was chosen stays chosen, what is shown is what waits.
    fn look_beside(&self) -> Action {
        if self.is_asking() { Action::Look } else { Action::None }
    }

    fn know(&mut self, circumstances: Circumstances) -> Action {
        let supply = circumstances.supply;
        self.circumstances = circumstances;
        let action = self.charge(supply);
        // The tiles came with what is permitted.
        if self.is_about_session() { Action::FocusPrimary } else { action }
    }

    fn charge(&mut self, supply: Supply) -> Action {
        self.circumstances.supply = supply;
        self.with_choice(|choice| choice.supply = supply)
    }

    fn with_choice(&mut self, change: impl FnOnce(&mut Choice)) -> Action {
        if let Stage::Asking(choice) = &mut self.stage {
            change(choice);
        }
        Action::None
    }

    fn unfold(&mut self) -> Action {
        self.is_list_open = !self.is_list_open;
        Action::None
    }

    fn typed(&mut self, letter: &str) -> Action {
        if !self.is_about_session() {
            return Action::None;
        }
        let deed = self
            .circumstances
            .permitted
            .iter()
            .copied()
            .find(|deed| crate::ui::session::key(&self.words, *deed).to_lowercase() == letter.to_lowercase());
        deed.map_or(Action::None, |deed| self.choose(deed))
    }

    fn tick(&mut self) -> Action {
        let is_blocked = !self.circumstances.blockers.is_empty();
        let Stage::Asking(choice) = &mut self.stage else { return Action::None };
        let is_over = !is_blocked && choice.countdown.as_mut().is_some_and(Countdown::tick);
        if !is_over {
            return Action::None;
        }
        choice.countdown = None;
        match self.settings.countdown_answer {
            Answer::Cancel => return self.cancel(),
            Answer::Install => choice.wants_updates = Some(!choice.supply.is_on_battery()),
            Answer::Skip => choice.wants_updates = Some(false),
        }
        let power = choice.power;
        self.go_down(power)
    }

    fn choose(&mut self, deed: Deed) -> Action {
        if self.doing.is_some() {
            return Action::None;
        }
        self.trouble = None;
        let Deed::Power(power) = deed else {
            self.doing = Some(deed);
            return Action::Do(self.session.steps(deed, self.circumstances.service));
        };
        self.stage = Stage::Looking(power);
        Action::All(vec![Action::ReadCircumstances, Action::Look])
    }

    fn log_out_anyway(&mut self) -> Action {
        self.trouble = None;
        self.doing = Some(Deed::LogOut);
        Action::Do(self.session.log_out_anyway())
    }

    fn chosen(&mut self, outcome: Result<(), Error>) -> Action {
        self.doing = None;
        match outcome {
            Ok(()) => Action::Quit(status::NOTHING),
            Err(error) => {
                self.trouble = Some(error);
                self.come_forward(Action::None)
            }
        }
    }

    /// What other windows may cover by now is shown before them.
    fn come_forward(&self, then: Action) -> Action {
        Action::All(self.window.map(Action::Raise).into_iter().chain([then]).collect())
    }

    fn go_down(&mut self, power: Power) -> Action {
        let stage = std::mem::replace(&mut self.stage, Stage::Looking(power));
        let Stage::Asking(mut choice) = stage else {
            self.stage = stage;
            return Action::None;
        };
        choice.power = power;
        let answer = choice.answer();
        self.begin(choice, answer)
    }

    /// Begins what an answer comes to: where our session runs, its windows are closed first.
    fn begin(&mut self, choice: Choice, answer: Answer) -> Action {
        // Whoever is at work was named, and the user goes on.
        let wishes = if self.circumstances.blockers.is_empty() { Wishes::Heard } else { Wishes::Ignored };
        match (choice.plan(answer), self.session.close_windows(wishes)) {
            (Ok(_), Some(step)) => {
                self.stage = Stage::Closing { choice, answer };
                Action::CloseWindows(step)
            }
            (Ok(plan), None) => self.carry_out(choice, answer, plan),
            (Err(error), _) => self.fail(choice, answer, Some(error), Log::default()),
        }
    }

    fn closed(&mut self, outcome: Result<(), Error>) -> Action {
        let stage = std::mem::replace(&mut self.stage, Stage::Session);
        let Stage::Closing { choice, answer } = stage else {
            self.stage = stage;
            return Action::None;
        };
        match outcome {
            Ok(()) => self.go_on(choice, answer),
            Err(error) => {
                self.stage = Stage::StillOpen { choice, answer, error };
                self.come_forward(Action::FocusPrimary)
            }
        }
    }

    fn go_anyway(&mut self) -> Action {
        let stage = std::mem::replace(&mut self.stage, Stage::Session);
        match stage {
            Stage::StillOpen { choice, answer, .. } => self.go_on(choice, answer),
            other => {
                self.stage = other;
                Action::None
            }
        }
    }

    fn go_back(&mut self) -> Action {
        let stage = std::mem::replace(&mut self.stage, Stage::Session);
        self.stage = match stage {
            Stage::StillOpen { choice, .. } => Stage::Asking(choice),
            other => other,
        };
        // Who has saved his work was away for a while.
        Action::All(vec![Action::FocusPrimary, self.look_beside()])
    }

    /// Carries out what an answer comes to, nothing in its way any more.
    fn go_on(&mut self, choice: Choice, answer: Answer) -> Action {
        match choice.plan(answer) {
            Ok(plan) => self.carry_out(choice, answer, plan),
            Err(error) => self.fail(choice, answer, Some(error), Log::default()),
        }
    }

    fn carry_out(&mut self, choice: Choice, answer: Answer, plan: Plan) -> Action {
        let source = choice.found.report.source;
        self.stage = Stage::Working { choice, answer, step: (0, 0), log: Log::default() };
        Action::CarryOut { plan, source }
    }

    fn fail(&mut self, choice: Choice, answer: Answer, error: Option<Error>, log: Log) -> Action {
        self.stage = Stage::Failed { choice, answer, error, log };
        Action::FocusPrimary
    }

    fn again(&mut self, answer: Answer) -> Action {
        let stage = std::mem::replace(&mut self.stage, Stage::Session);
        match stage {
            Stage::Failed { choice, .. } | Stage::StillOpen { choice, .. } => self.begin(choice, answer),
            other => {
                self.stage = other;
                Action::None
            }
        }
    }

    /// Who was refused, or has saved his work, tries the same again; after any other failure what waits may have changed,
    /// and is looked for anew.
    fn retry(&mut self) -> Action {
        if let Stage::StillOpen { answer, .. } = self.stage {
            return self.again(answer);
        }
        let Stage::Failed { answer, error, .. } = &self.stage else { return Action::None };
        let (answer, is_same) = (*answer, error.as_ref().is_none_or(Error::is_denied));
        if is_same { self.again(answer) } else { self.look_again() }
    }

    fn look_again(&mut self) -> Action {
        let Some(power) = self.choice().map(|choice| choice.power) else { return Action::None };
        self.stage = Stage::Looking(power);
        Action::All(vec![Action::ReadCircumstances, Action::Look])
    }

    fn progress(&mut self, progress: Progress) -> Action {
        if let Stage::Working { step, log, .. } = &mut self.stage {
            match progress {
                Progress::Step(at, total) => *step = (at, total),
                Progress::Line(line) => log.push(line),
            }
        }
        Action::None
    }

    fn ended(&mut self, outcome: Result<Outcome, Error>) -> Action {
        let stage = std::mem::replace(&mut self.stage, Stage::Session);
        let Stage::Working { mut choice, answer, log, .. } = stage else {
            self.stage = stage;
            return Action::None;
        };
        match outcome {
            Ok(_) => {
                let status = choice.status(answer);
                choice.ordered = choice.plan(answer).ok();
                self.stage = Stage::Leaving { choice, answer };
                Action::AwaitEnd(status)
            }
            Err(error) => self.fail(choice, answer, Some(error), log),
        }
    }

    fn still_on(&mut self) -> Action {
        let stage = std::mem::replace(&mut self.stage, Stage::Session);
        match stage {
            Stage::Leaving { choice, answer } => self.fail(choice, answer, None, Log::default()),
            other => {
                self.stage = other;
                Action::None
            }
        }
    }

    /// What is on the way cannot be cancelled: half an update is worse than a whole one.
    fn cancel(&mut self) -> Action {
        match &self.stage {
            Stage::Working { .. } => Action::None,
            Stage::Leaving { choice, answer } => Action::Quit(choice.status(*answer)),
            Stage::Failed { error: Some(error), .. } => Action::Quit(status_of_error(error)),
            Stage::Failed { error: None, choice, .. } => match &choice.ordered {
                // Or the next restart, for another reason, would install by surprise.
                Some(plan) if !plan.undo.is_empty() => {
                    Action::TakeBack { plan: plan.clone(), source: choice.found.report.source }
                }
                Some(_) | None => Action::Quit(status::FAILED),
            },
            Stage::Told(_) => Action::Quit(status::FAILED),
            Stage::Session | Stage::Looking(_) | Stage::Asking(_) | Stage::Closing { .. } | Stage::StillOpen { .. } => {
                Action::Quit(status::CANCELLED)
            }
        }
    }

    /// What is being chosen, where there is something.
    pub fn choice(&self) -> Option<&Choice> {
        match &self.stage {
            Stage::Session | Stage::Told(_) | Stage::Looking(_) => None,
            Stage::Asking(choice)
            | Stage::Closing { choice, .. }
            | Stage::StillOpen { choice, .. }
            | Stage::Working { choice, .. }
            | Stage::Leaving { choice, .. }
            | Stage::Failed { choice, .. } => Some(choice),
        }
    }

    /// The updates that wait, where some do.
    pub fn updates(&self) -> Option<&Updates> {
        self.choice().and_then(Choice::updates)
    }
}

#[cfg(test)]
mod tests;
