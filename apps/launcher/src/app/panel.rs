//! What can be done with one thing, in place of the list.

use super::{Action, App, Page, Way, Wish};

use candela_launcher_core::list::Item;
use candela_launcher_core::provider::{Deed, Sort};
use candela_launcher_core::{Finding, Kind};
use candela_shared::registry::{Entry, HiddenBy};

/// What something is done with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// An application, by its position in the index.
    Application(usize),
    /// What a provider found.
    Finding(Finding),
}

/// One thing that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Start the application, open the file, run the command: what Enter does.
    Open,
    /// Start one of its actions, by its position among them.
    Action(usize),
    /// Start it in a terminal, so that its words can be read.
    Terminal,
    /// Start it with the other graphics processor.
    OtherGpu,
    /// Keep it at hand.
    Pin,
    /// Not any more.
    Unpin,
    /// Give it names of the user's own.
    Alias,
    /// Leave it out of every list.
    Hide,
    /// Show it again.
    Unhide,
    /// Show its desktop entry, or the file, in the file manager.
    Location,
    /// Edit a copy of its desktop entry.
    EditCopy,
    /// Put its command, path or name on the clipboard.
    Copy,
    /// Tell all that is known of it.
    Explain,
    /// Forget that it was started.
    Forget,
}

/// The lines of one thing, one of them selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// The thing.
    pub subject: Subject,
    /// The selected line, counted from 0.
    pub selected: usize,
}

impl App {
    /// What can be done with something, in the order shown.
    pub(crate) fn lines_of(&self, subject: &Subject) -> Vec<Line> {
        match subject {
            Subject::Application(position) => self.lines_of_application(*position),
            Subject::Finding(finding) => lines_of_finding(finding),
        }
    }

    fn lines_of_application(&self, position: usize) -> Vec<Line> {
        let Some(entry) = self.catalogue().map(|catalogue| catalogue.entry(position)) else {
            return vec![Line::Open];
        };
        let has_command = entry.exec.is_some();
        let is_pinned = entry.choice.as_ref().is_some_and(|choice| choice.is_pinned);
        let is_hidden = entry.hidden_by == Some(HiddenBy::User);
        let more = [
            (Line::Pin, !is_pinned && !is_hidden),
            (Line::Unpin, is_pinned),
            (Line::Alias, !is_hidden),
            (Line::Terminal, has_command && !entry.is_terminal),
            (Line::OtherGpu, has_command && self.beginning.has_other_gpu),
            (Line::Copy, has_command),
            (Line::Location, true),
            (Line::EditCopy, true),
            (Line::Explain, true),
            (Line::Forget, self.history.knows(&entry.id)),
            (Line::Hide, !is_hidden),
            (Line::Unhide, is_hidden),
        ];
        let actions = (0..entry.actions.len()).map(Line::Action);
        let more = more.into_iter().filter(|(_, is_offered)| *is_offered).map(|(line, _)| line);
        [Line::Open].into_iter().chain(actions).chain(more).collect()
    }

    /// Shows what can be done with the selected item, or leaves the page that is shown.
    pub(super) fn switch_actions(&mut self) -> Action {
        if self.page.is_some() {
            return self.leave_page();
        }
        let subject = match self.items.item(self.selected) {
            Some(Item::Hit(hit)) => Subject::Application(hit.entry),
            Some(Item::Finding(finding)) => Subject::Finding(finding.clone()),
            Some(Item::Category(_) | Item::Hidden | Item::Settings) | None => return Action::None,
        };
        self.page = Some(Page::Actions(Panel { subject, selected: 0 }));
        Action::None
    }

    /// Does what a line of a panel says.
    pub(super) fn open_line(&mut self, panel: Panel) -> Action {
        let Some(line) = self.lines_of(&panel.subject).get(panel.selected).copied() else {
            return Action::None;
        };
        match panel.subject {
            Subject::Application(position) => self.do_with_application(position, line),
            Subject::Finding(finding) => self.do_with_finding(finding, line),
        }
    }

    fn do_with_application(&mut self, position: usize, line: Line) -> Action {
        let Some(entry) = self.catalogue().map(|catalogue| catalogue.entry(position)) else {
            return Action::None;
        };
        let launch = |kind, way| Action::Launch { entry: position, kind, way };
        let choose = |wish| Action::Choose(entry.id.to_string(), wish);
        match line {
            Line::Open => launch(Kind::Application, Way::AsItIs),
            Line::Action(at) => launch(Kind::Action(at), Way::AsItIs),
            Line::Terminal => launch(Kind::Application, Way::Terminal),
            Line::OtherGpu => launch(Kind::Application, Way::OtherGpu),
            Line::Pin => choose(Wish::Pin(true)),
            Line::Unpin => choose(Wish::Pin(false)),
            Line::Unhide => choose(Wish::Hide(false)),
            Line::Hide => self.hide_application(position),
            Line::Alias => self.begin_alias(position),
            Line::Location => Action::ShowFile(entry.path.clone()),
            Line::EditCopy => Action::EditCopy(position),
            Line::Copy => {
                let command = command(entry);
                self.copy(command)
            }
            Line::Explain => Action::Explain(position),
            Line::Forget => Action::Forget(entry.id.to_string()),
        }
    }

    /// Hides an application, and says how it comes back.
    fn hide_application(&mut self, position: usize) -> Action {
        let Some(entry) = self.catalogue().map(|catalogue| catalogue.entry(position)) else {
            return Action::None;
        };
        let (id, name) = (entry.id.to_string(), entry.display_name().to_owned());
        self.notice = Some(crate::notice::Notice::Hidden { id: id.clone(), name });
        Action::Choose(id, Wish::Hide(true))
    }

    fn do_with_finding(&mut self, finding: Finding, line: Line) -> Action {
        match (line, finding.deed) {
            (Line::Location, Deed::Open(path)) => Action::ShowFile(path),
            (Line::Terminal, Deed::Run(arguments)) => Action::RunInTerminal(arguments),
            (Line::Copy, Deed::Open(path)) => self.copy(path.to_string_lossy().into_owned()),
            (Line::Copy, Deed::Visit(uri)) => self.copy(uri),
            (Line::Copy, _) => self.copy(finding.name),
            (_, deed) => self.carry_out(finding.name, deed),
        }
    }
}

fn lines_of_finding(finding: &Finding) -> Vec<Line> {
    let more = match (&finding.deed, finding.sort) {
        (Deed::Open(_), _) => &[Line::Location, Line::Copy][..],
        (Deed::Run(_), Sort::Command) => &[Line::Terminal, Line::Copy],
        (Deed::Visit(_), _) => &[Line::Copy],
        (Deed::Run(_) | Deed::Raise(_) | Deed::Copy(_) | Deed::Complete(_), _) => &[],
    };
    [Line::Open].iter().chain(more).copied().collect()
}

/// The command of an application as it stands in its entry, without the places for files.
fn command(entry: &Entry) -> String {
    let words = entry.exec.as_deref().unwrap_or_default().split_whitespace();
    words.filter(|word| !(word.len() == 2 && word.starts_with('%'))).collect::<Vec<_>>().join(" ")
}
