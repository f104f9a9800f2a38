//! The palette: every command by its name, to do it or to give it other keys.

use super::{Action, App, Dialog, Tone};
use crate::command::Command;
use crate::key::{Meaning, Pressed};
use crate::keys::file::NotKept;
use crate::keys::{Change, Keys};
use crate::notice;

use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_ui::widget::list::{Heights, Step, View, step};

/// The commands, to scroll them.
pub const LIST: &str = "files-palette";
/// Rows that are in sight at once.
pub const MOST: usize = 9;

/// What happened in the palette.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another part of the commands is in sight.
    Scrolled(View),
    /// Take that command: do it, or give it other keys.
    Choose(Command),
    /// The chosen command gets the keys pressed next.
    Ask,
    /// Keys that another command has become those of the chosen one.
    Take,
    /// The chosen command keeps its keys.
    Leave,
    /// The chosen command gets its usual keys again.
    Reset,
    /// The chosen command shall have no keys.
    Remove,
    /// The keys were kept, or not.
    Kept(Result<Keys, NotKept>),
}

/// Commands and the chosen one of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// What their names contain, as it is typed.
    pub(crate) text: String,
    pub(crate) commands: Vec<Command>,
    pub(crate) chosen: usize,
    pub(crate) heights: Heights,
    pub(crate) view: View,
    pub(crate) purpose: Purpose,
}

/// What the palette is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Doing the chosen command.
    Run,
    /// Giving it other keys.
    Keys(Asked),
}

/// How far other keys are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A command is being chosen.
    Nothing,
    /// The keys pressed next are meant.
    Keys,
    /// The keys pressed last have a meaning that no command can have; others are waited for.
    Fixed(String),
    /// Another command has the keys pressed last: it shall lose them, or not.
    Taken(String, Command),
}

impl Palette {
    fn new(purpose: Purpose, text: String, words: &Words, row: f32) -> Self {
        let commands = Command::named(words, &text);
        let heights = Heights::same(commands.len(), row);
        let view = View::of_height(MOST as f32 * row);
        Self { text, commands, chosen: 0, heights, view, purpose }
    }

    /// The chosen command; `None` where none is listed.
    pub fn command(&self) -> Option<Command> {
        self.commands.get(self.chosen).copied()
    }

    /// Whether keys are waited for, or an answer about them.
    pub fn is_asking(&self) -> bool {
        matches!(&self.purpose, Purpose::Keys(asked) if *asked != Asked::Nothing)
    }

    fn edit(&mut self, text: String, words: &Words, row: f32) -> Action {
        *self = Self::new(self.purpose.clone(), text, words, row);
        Action::ScrollPalette(0.0)
    }

    fn go(&mut self, by: Step) -> Action {
        let Some(row) = step(Some(self.chosen), by, &self.heights, self.view, |_| true) else {
            return Action::None;
        };
        self.chosen = row;
        self.view.reveal(row, &self.heights, 0.0).map_or(Action::None, Action::ScrollPalette)
    }
}

impl App {
    /// The keys of a command that menus show, in the user's language.
    pub(crate) fn keys_of(&self, command: Command) -> String {
        self.words.chord(self.keys.shown(command))
    }

    pub(super) fn show_palette(&mut self, purpose: Purpose) -> Action {
        self.dialog = Some(Dialog::Palette(Palette::new(purpose, String::new(), &self.words, self.look.row())));
        Action::FocusField
    }

    pub(super) fn palette(&mut self, message: Message) -> Action {
        if let Message::Kept(outcome) = message {
            return self.keys_kept(outcome);
        }
        let Some(Dialog::Palette(palette)) = &mut self.dialog else { return Action::None };
        match message {
            Message::Scrolled(view) => palette.view = view,
            Message::Choose(command) => {
                palette.chosen = palette.commands.iter().position(|one| *one == command).unwrap_or(palette.chosen);
                return self.choose_command();
            }
            Message::Ask => return self.ask_keys(Asked::Keys),
            Message::Leave => return self.ask_keys(Asked::Nothing),
            Message::Take => {
                if let Purpose::Keys(Asked::Taken(chord, _)) = &palette.purpose {
                    let chord = chord.clone();
                    return self.give_keys(|keys, command| keys.giving(command, &chord));
                }
            }
            Message::Reset => return self.give_keys(Keys::resetting),
            Message::Remove => {
                return self.give_keys(|_, command| vec![Change { command, chords: Some(Vec::new()) }]);
            }
            Message::Kept(_) => {}
        }
        Action::None
    }

    /// What Enter means, or a press of the pointer on a command.
    pub(super) fn choose_command(&mut self) -> Action {
        let Some(Dialog::Palette(palette)) = &self.dialog else { return Action::None };
        match (palette.command(), &palette.purpose) {
            (None, _) => Action::None,
            (Some(command), Purpose::Run) if command.is_about_selection() && self.tab().chosen().is_empty() => {
                self.dialog = None;
                self.say(Tone::Fact, tr!(self.words, "files-nothing-selected"))
            }
            (Some(command), Purpose::Run) => self.command(command),
            (Some(_), Purpose::Keys(_)) => self.ask_keys(Asked::Keys),
        }
    }

    pub(super) fn edit_palette(&mut self, text: String) -> Action {
        let row = self.look.row();
        match &mut self.dialog {
            Some(Dialog::Palette(palette)) => palette.edit(text, &self.words, row),
            Some(_) | None => Action::None,
        }
    }

    /// The keys of the palette are its own, all of them where it waits for some.
    pub(super) fn press_in_palette(&mut self, pressed: &Pressed) -> Action {
        let Some(Dialog::Palette(palette)) = &mut self.dialog else { return Action::None };
        if palette.is_asking() {
            return self.press_asked(pressed);
        }
        match pressed.meaning(&Keys::default()) {
            Some(Meaning::Leave) => self.leave(),
            Some(Meaning::Move(by, _)) => palette.go(by),
            _ => Action::None,
        }
    }

    fn press_asked(&mut self, pressed: &Pressed) -> Action {
        let Some(Dialog::Palette(palette)) = &self.dialog else { return Action::None };
        let (Some(command), Purpose::Keys(asked)) = (palette.command(), &palette.purpose) else {
            return Action::None;
        };
        if pressed.is_modifier() {
            return Action::None;
        }
        let chord = pressed.chord();
        match (asked, chord.as_str()) {
            (_, "Esc") => return self.ask_keys(Asked::Nothing),
            (Asked::Taken(..), "Enter") => return self.palette(Message::Take),
            _ => {}
        }
        if self.keys.of(command) == [chord.clone()] {
            return self.ask_keys(Asked::Nothing);
        }
        match self.keys.command(&chord).filter(|other| *other != command) {
            Some(other) => self.ask_keys(Asked::Taken(chord, other)),
            None if self.keys.command(&chord).is_none() && pressed.has_fixed_meaning() => {
                self.ask_keys(Asked::Fixed(chord))
            }
            None => self.give_keys(|keys, command| keys.giving(command, &chord)),
        }
    }

    fn ask_keys(&mut self, asked: Asked) -> Action {
        let focus = if asked == Asked::Nothing { Action::FocusField } else { Action::LeaveField };
        if let Some(Dialog::Palette(palette)) = &mut self.dialog {
            palette.purpose = Purpose::Keys(asked);
        }
        focus
    }

    fn give_keys(&mut self, changes: impl FnOnce(&Keys, Command) -> Vec<Change>) -> Action {
        let Some(Dialog::Palette(palette)) = &self.dialog else { return Action::None };
        let changes = palette.command().map(|command| changes(&self.keys, command)).unwrap_or_default();
        let focus = self.ask_keys(Asked::Nothing);
        Action::All(vec![focus, Action::KeepKeys(changes)])
    }

    fn keys_kept(&mut self, outcome: Result<Keys, NotKept>) -> Action {
        match outcome {
            Ok(keys) => {
                self.keys = keys;
                Action::None
            }
            Err(NotKept::File(error)) => self.say(Tone::Failure, notice::cannot_write(&self.words, &error)),
            Err(NotKept::Wrong(wrong)) => self.say(Tone::Failure, notice::operation::settings(&self.words, &wrong)),
        }
    }
}
