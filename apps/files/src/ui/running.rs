//! The arguments that a program is run with.

use super::FIELD;
use super::question::{cancel, frame, last};
use crate::app::running::{Message as Run, Running};
use crate::app::{App, Message};

use candela_shared::tr;
use candela_ui::Element;
use candela_ui::theme::button as kind;
use candela_ui::tokens::space;
use candela_ui::widget::dialog::{self, dialog_buttons};
use candela_ui::widget::toggle::check;
use candela_ui::widget::{input, start, text};

use iced::widget::column;

pub fn view<'a>(app: &'a App, running: &'a Running) -> Element<'a, Message> {
    let (look, words) = (&app.look, &app.words);
    let is_good = running.command().is_some();
    let wrong = (!is_good).then(|| tr!(words, "files-run-quote"));
    let field = input::input(look, tr!(words, "files-run-hint"), running.line.as_str())
        .id(FIELD)
        .on_input(|line| Message::Run(Run::Edited(line)))
        .on_submit(Message::Run(Run::Done));
    let terminal = check(look, running.is_in_terminal, tr!(words, "files-run-terminal"));
    let terminal = start(look, terminal.on_press(Message::Run(Run::SwitchTerminal)));
    let yes = dialog::Answer::new(look, tr!(words, "files-run-yes"), is_good.then_some(Message::Run(Run::Done)));
    let buttons = dialog_buttons(look, app.size.width, None, vec![cancel(app), yes.style(kind::primary)]);
    let heading = tr!(words, "files-run-title", name = last(&running.program));
    let fields = column![input::explained(look, field, wrong), terminal].spacing(space::M);
    frame(column![start(look, text::heading(look, heading)), fields, buttons])
}
