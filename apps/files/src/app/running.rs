//! A program that is run with arguments the user types.

use super::{Action, App, Dialog};

use candela_files_core::arguments;
use candela_files_core::entry::Kind;

use std::ffi::OsString;
use std::path::PathBuf;

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// The arguments were edited.
    Edited(String),
    /// Run it in a terminal, or without one.
    SwitchTerminal,
    /// Run it.
    Done,
}

/// A program, and what it is run with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    pub(crate) program: PathBuf,
    /// The arguments, as they are typed.
    pub(crate) line: String,
    pub(crate) is_in_terminal: bool,
}

impl Running {
    /// The program and its arguments; nothing as long as a quote is open.
    pub fn command(&self) -> Option<Vec<OsString>> {
        let arguments = arguments::split(&self.line)?.into_iter().map(OsString::from);
        Some([self.program.clone().into_os_string()].into_iter().chain(arguments).collect())
    }
}

impl App {
    /// Whether one file is chosen that can be run.
    pub(crate) fn is_program(&self) -> bool {
        let tab = self.tab();
        match tab.chosen()[..] {
            [entry] => {
                tab.kind(entry) == Kind::File
                    && tab.detail(entry).is_none_or(|detail| detail.facts.is_none_or(|facts| facts.mode & 0o111 != 0))
            }
            _ => false,
        }
    }

    /// Asks for the arguments of the chosen program.
    pub(super) fn ask_arguments(&mut self) -> Action {
        if !self.is_program() {
            return Action::None;
        }
        let Some(program) = self.chosen_paths().into_iter().next() else {
            return Action::None;
        };
        self.dialog = Some(Dialog::Run(Running { program, line: String::new(), is_in_terminal: false }));
        Action::FocusField
    }

    pub(super) fn running(&mut self, message: Message) -> Action {
        let Some(Dialog::Run(running)) = &mut self.dialog else {
            return Action::None;
        };
        match message {
            Message::Edited(line) => running.line = line,
            Message::SwitchTerminal => running.is_in_terminal = !running.is_in_terminal,
            Message::Done => return self.run(),
        }
        Action::None
    }

    fn run(&mut self) -> Action {
        let Some(Dialog::Run(running)) = self.dialog.take() else {
            return Action::None;
        };
        let Some(command) = running.command() else {
            self.dialog = Some(Dialog::Run(running));
            return Action::None;
        };
        let folder = self.tab().path().to_owned();
        if running.is_in_terminal {
            return Action::OpenTerminal { folder, command };
        }
        let name = crate::notice::shown(&running.program);
        Action::RunCustom { name, folder, command }
    }
}
