//! The question about a desktop entry that nobody vouches for: what it is, where it lies and what it would run.

use crate::ask::{Ask, Message};

use candela_open_core::Untrusted;
use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::tr;
use candela_ui::focus::{focusable, scope};
use candela_ui::icon::Glyph;
use candela_ui::theme::{button as kind, container as boxes};
use candela_ui::tokens::{size, space};
use candela_ui::widget::dialog::{Answer, dialog, dialog_buttons, dialog_head, fit_beside};
use candela_ui::widget::scroller::sided;
use candela_ui::widget::{rule, scroll, start, text, toggle};
use candela_ui::{Column, Element};

use iced::widget::{column, container, space as nothing};
use iced::{Length, Padding};

use std::os::unix::ffi::OsStrExt;

/// The button that leaves the file alone.
pub const CANCEL: &str = "ask-cancel";

pub fn view(ask: &Ask) -> Element<'_, Message> {
    let Some(untrusted) = ask.current() else {
        return nothing().into();
    };
    let (look, words) = (&ask.look, &ask.words);
    let name = single_line(untrusted.entry.display_name());
    let head =
        dialog_head(look, Glyph::Warning, tr!(words, "open-ask-title", name = name), tr!(words, "open-ask-detail"));
    let check = toggle::check(look, ask.is_trusted, tr!(words, "open-ask-trust")).on_press(Message::SwitchTrust);
    let check = start(look, focusable(check).on_press(Message::SwitchTrust));
    let content = column![head, facts(ask, untrusted), check].spacing(space::L);
    let window = dialog(sided(look, scroll(content)), buttons(ask));
    container(scope(window).on_escape(Message::Leave)).style(boxes::background).into()
}

/// The file and the command; both whole, for what is cut off might be what matters.
fn facts<'a>(ask: &'a Ask, untrusted: &Untrusted) -> Element<'a, Message> {
    let file = display_bytes(untrusted.path.as_os_str().as_bytes());
    let command = single_line(untrusted.entry.exec.as_deref().unwrap_or_default());
    let rows = [(tr!(ask.words, "open-ask-file"), file), (tr!(ask.words, "open-ask-command"), command)];
    let [file, command] = rows.map(|(label, value)| {
        let look = &ask.look;
        let words = column![start(look, text::section(look, label)), start(look, text::body(look, value))];
        container(words).padding(Padding::from([space::M, space::BUTTON])).width(Length::Fill)
    });
    container(Column::with_children([file.into(), rule(), command.into()])).padding(1).style(boxes::card).into()
}

fn buttons(ask: &Ask) -> Element<'_, Message> {
    let (look, words) = (&ask.look, &ask.words);
    let labels = [tr!(words, "open-cancel"), tr!(words, "open-ask-read"), tr!(words, "open-ask-run")];
    let is_beside = fit_beside(look, labels.iter().map(String::as_str), ask.width - 2.0 * space::XL);
    let [cancel, read, run] = labels;
    let cancel = Answer::new(look, cancel, Some(Message::Leave)).id(CANCEL);
    let read = Answer::new(look, read, Some(Message::Read));
    let run = Answer::new(look, run, Some(Message::Run)).style(kind::destructive);
    let width = if is_beside { size::VERY_NARROW } else { 0.0 };
    dialog_buttons(look, width, Some(cancel), vec![read, run])
}
