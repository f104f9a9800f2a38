//! What is shown in place of the list: actions, names of the user's own, an explanation, the settings.

use super::{Action, App, Panel, Subject, Wish};

use candela_launcher_core::catalogue::Why;
use candela_launcher_core::list::{Row, Shape, Step, step};
use candela_launcher_core::settings::{Change, Source};
use candela_launcher_core::{Catalogue, Settings};
use candela_shared::registry::explain::Explanation;

use crate::ui::{LINE, PAGE_HEAD, SETTING};

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// What can be done with something.
    Actions(Panel),
    /// The names of the user's own for an application, being edited.
    Alias {
        /// Its position in the index.
        entry: usize,
        /// The names, commas between.
        text: String,
    },
    /// All that is known of an application.
    Explanation {
        /// Its position in the index.
        entry: usize,
        /// Where it comes from and whether it is shown.
        explanation: Box<Explanation>,
        /// Why the query found it; `None` where none did.
        why: Option<Why>,
    },
    /// The settings, one of them selected.
    Settings(usize),
}

/// One of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// How applications stand.
    Home,
    /// Whether the files used last are shown.
    RecentFiles,
    /// Whether what is started is remembered.
    Remember,
    /// Whether to hide when the keyboard goes elsewhere.
    HideOnFocusLoss,
    /// Whether to wait unseen.
    Stay,
    /// Whether to search there.
    Source(Source),
    /// All of them, as text.
    File,
}

impl Setting {
    /// Every setting, in the order shown.
    pub fn all() -> Vec<Self> {
        let first = [Self::Home, Self::RecentFiles, Self::Remember, Self::HideOnFocusLoss, Self::Stay];
        first.into_iter().chain(Source::ALL.map(Self::Source)).chain([Self::File]).collect()
    }

    /// Whether it is switched on.
    pub fn is_on(self, settings: &Settings) -> bool {
        match self {
            Self::Home => settings.home == Shape::Rows,
            Self::RecentFiles => settings.shows_recent_files,
            Self::Remember => settings.remembers,
            Self::HideOnFocusLoss => settings.hides_on_focus_loss,
            Self::Stay => settings.stays,
            Self::Source(source) => settings.has(source),
            Self::File => false,
        }
    }

    /// What turns it over; `None` where there is nothing to turn.
    fn change(self, settings: &Settings) -> Option<Change> {
        let on = !self.is_on(settings);
        Some(match self {
            Self::Home => Change::Home(if on { Shape::Rows } else { Shape::Tiles }),
            Self::RecentFiles => Change::RecentFiles(on),
            Self::Remember => Change::Remember(on),
            Self::HideOnFocusLoss => Change::HideOnFocusLoss(on),
            Self::Stay => Change::Stay(on),
            Self::Source(source) => Change::Source(source, on),
            Self::File => return None,
        })
    }
}

impl App {
    pub(super) fn open_settings(&mut self) -> Action {
        self.page = Some(Page::Settings(0));
        Action::ScrollPage(0.0)
    }

    /// The same page where there are other applications; `None` where what it is about is gone.
    pub(super) fn page_in(&self, page: Page, catalogue: &Catalogue) -> Option<Page> {
        let moved = |entry: usize| {
            let before = self.catalogue()?;
            catalogue.index().place(&before.entry(entry).id)
        };
        Some(match page {
            Page::Actions(Panel { subject: Subject::Application(entry), selected }) => {
                Page::Actions(Panel { subject: Subject::Application(moved(entry)?), selected })
            }
            Page::Alias { entry, text } => Page::Alias { entry: moved(entry)?, text },
            Page::Explanation { entry, explanation, why } => {
                Page::Explanation { entry: moved(entry)?, explanation, why }
            }
            page @ (Page::Actions(Panel { subject: Subject::Finding(_), .. }) | Page::Settings(_)) => page,
        })
    }

    /// Leaves a page for the one it was opened from.
    pub(super) fn leave_page(&mut self) -> Action {
        let panel = |entry| Page::Actions(Panel { subject: Subject::Application(entry), selected: 0 });
        self.page = match self.page.take() {
            Some(Page::Alias { entry, .. } | Page::Explanation { entry, .. }) => Some(panel(entry)),
            Some(Page::Actions(_) | Page::Settings(_)) | None => None,
        };
        Action::FocusQuery
    }

    /// Moves the selection of a page.
    pub(super) fn go_in_page(&mut self, towards: Step) -> Action {
        let count = match &self.page {
            Some(Page::Actions(panel)) => self.lines_of(&panel.subject).len(),
            Some(Page::Settings(_)) => Setting::all().len(),
            Some(Page::Alias { .. } | Page::Explanation { .. }) | None => 0,
        };
        let rows: Vec<Row> = (0..count).map(Row::Hit).collect();
        let (selected, height) = match &mut self.page {
            Some(Page::Actions(panel)) => (&mut panel.selected, LINE),
            Some(Page::Settings(selected)) => (selected, SETTING),
            Some(Page::Alias { .. } | Page::Explanation { .. }) | None => return Action::None,
        };
        *selected = step(&rows, *selected, towards, count).unwrap_or(0);
        // The selected line goes to the middle, as far as there is something above and below.
        let middle = PAGE_HEAD + (*selected as f32 + 0.5) * height;
        Action::ScrollPage((self.look.scaled(middle) - self.view.height / 2.0).max(0.0))
    }

    /// Does what is selected on a page.
    pub(super) fn open_in_page(&mut self) -> Action {
        match self.page.clone() {
            Some(Page::Actions(panel)) => self.open_line(panel),
            Some(Page::Alias { entry, text }) => self.keep_alias(entry, &text),
            Some(Page::Settings(selected)) => self.turn_over(selected),
            Some(Page::Explanation { .. }) | None => Action::None,
        }
    }

    /// Does what stands on a line of a page.
    pub(super) fn open_line_at(&mut self, at: usize) -> Action {
        match &mut self.page {
            Some(Page::Actions(panel)) => panel.selected = at,
            Some(Page::Settings(selected)) => *selected = at,
            Some(Page::Alias { .. } | Page::Explanation { .. }) | None => return Action::None,
        }
        self.open_in_page()
    }

    fn turn_over(&self, selected: usize) -> Action {
        let Some(setting) = Setting::all().get(selected).copied() else {
            return Action::None;
        };
        setting.change(&self.settings).map_or(Action::EditSettings, Action::ChangeSettings)
    }

    pub(super) fn begin_alias(&mut self, entry: usize) -> Action {
        let choice = self.catalogue().and_then(|catalogue| catalogue.entry(entry).choice.as_deref());
        let text = choice.map(|choice| choice.alias.join(", ")).unwrap_or_default();
        self.page = Some(Page::Alias { entry, text });
        Action::FocusAlias
    }

    pub(super) fn edit_alias(&mut self, edited: String) -> Action {
        if let Some(Page::Alias { text, .. }) = &mut self.page {
            *text = edited;
        }
        Action::None
    }

    fn keep_alias(&mut self, entry: usize, text: &str) -> Action {
        let names = text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let id = self.catalogue().map(|catalogue| catalogue.entry(entry).id.to_string());
        self.page = None;
        let kept = id.map_or(Action::None, |id| Action::Choose(id, Wish::Alias(names)));
        Action::All(vec![kept, Action::FocusQuery])
    }

    /// Shows an explanation where it was asked for; where the user went on, not.
    pub(super) fn explained(&mut self, entry: usize, explanation: Option<Explanation>) -> Action {
        let is_wanted =
            matches!(&self.page, Some(Page::Actions(panel)) if panel.subject == Subject::Application(entry));
        let (Some(explanation), true) = (explanation, is_wanted) else {
            return Action::None;
        };
        let kind = candela_launcher_core::Kind::Application;
        let why = self.catalogue().and_then(|catalogue| catalogue.why(&self.query, entry, kind));
        self.page = Some(Page::Explanation { entry, explanation: Box::new(explanation), why });
        Action::ScrollPage(0.0)
    }
}
