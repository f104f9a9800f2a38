//! What can be done with one application, in place of the list.

use super::{Action, App};

use candela_launcher_core::Kind;
use candela_launcher_core::list::Step;
use candela_shared::registry::Entry;

/// One thing that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Start the application.
    Open,
    /// Start one of its actions, by its position among them.
    Action(usize),
    /// Start it in a terminal, so that its words can be read.
    Terminal,
    /// Show its desktop entry in the file manager.
    Location,
    /// Put its command on the clipboard.
    CopyCommand,
    /// Forget that it was started.
    Forget,
}

/// The lines of one application, one of them selected.
#[derive(Debug, PartialEq, Eq)]
pub struct Panel {
    /// The application's position in the index.
    pub entry: usize,
    /// The selected line, counted from 0.
    pub selected: usize,
}

impl App {
    /// What can be done with an application, in the order shown.
    pub(crate) fn panel_lines(&self, position: usize) -> Vec<Line> {
        let Some(entry) = self.catalogue().map(|catalogue| catalogue.entry(position)) else {
            return vec![Line::Open];
        };
        let has_command = entry.exec.is_some();
        let more = [
            (Line::Terminal, has_command && !entry.is_terminal),
            (Line::Location, true),
            (Line::CopyCommand, has_command),
            (Line::Forget, self.history.knows(&entry.id)),
        ];
        let actions = (0..entry.actions.len()).map(Line::Action);
        let more = more.into_iter().filter(|(_, is_offered)| *is_offered).map(|(line, _)| line);
        [Line::Open].into_iter().chain(actions).chain(more).collect()
    }

    pub(super) fn switch_actions(&mut self) -> Action {
        self.panel = match (&self.panel, self.item(self.selected)) {
            (None, Some((entry, _))) => Some(Panel { entry, selected: 0 }),
            (Some(_), _) | (None, None) => None,
        };
        Action::None
    }

    /// Moves the selection of the panel.
    pub(super) fn go_in_panel(&mut self, entry: usize, selected: usize, step: Step) -> Action {
        let lines = self.panel_lines(entry).len();
        let all = candela_launcher_core::Items::Tiles((0..lines).collect());
        let selected = all.step(selected, step, 1, lines).unwrap_or(0);
        self.panel = Some(Panel { entry, selected });
        Action::None
    }

    /// Does what a line of the panel says.
    pub(super) fn open_line(&mut self, position: usize, at: usize) -> Action {
        let Some(entry) = self.catalogue().map(|catalogue| catalogue.entry(position)) else {
            return Action::None;
        };
        match self.panel_lines(position).get(at) {
            None => Action::None,
            Some(Line::Open) => Action::Launch { entry: position, kind: Kind::Application },
            Some(Line::Action(at)) => Action::Launch { entry: position, kind: Kind::Action(*at) },
            Some(Line::Terminal) => Action::LaunchInTerminal(position),
            Some(Line::Location) => Action::ShowFile(entry.path.to_path_buf()),
            Some(Line::CopyCommand) => {
                let command = command(entry);
                self.copy(command)
            }
            Some(Line::Forget) => Action::Forget(entry.id.to_string()),
        }
    }
}

/// The command of an application as it stands in its entry, without the places for files.
fn command(entry: &Entry) -> String {
    let words = entry.exec.as_deref().unwrap_or_default().split_whitespace();
    words.filter(|word| !(word.len() == 2 && word.starts_with('%'))).collect::<Vec<_>>().join(" ")
}
