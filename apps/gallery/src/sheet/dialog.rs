//! Dialogs and questions.

use super::{Part, group};
use crate::Message;

use candela_ui::icon::Glyph;
use candela_ui::theme::button as kind;
use candela_ui::tokens::{size, space};
use candela_ui::widget::dialog::{Answer, dialog, dialog_buttons, dialog_head, question, warning_card};
use candela_ui::widget::ring::ring;
use candela_ui::widget::{button, fill, line, start, text, window_edge};
use candela_ui::{Column, Look};

use iced::widget::{container, stack};

/// The height of a dialog on the sheet.
const DIALOG: f32 = 300.0;

fn answer<'a>(look: &Look, label: &str) -> Answer<'a, Message> {
    Answer::new(look, label, Some(Message::Press))
}

pub fn over<'a>(look: &Look) -> Part<'a> {
    let press = |label: &str| button(look, label).height(size::CONTROL_LARGE).on_press(Message::Press);
    let delete = press("Delete").style(kind::destructive);
    let buttons = line(look, vec![fill(), ring(press("Cancel")).into(), delete.into()], space::ICON);
    let sentence = "They are not kept in the trash and cannot be brought back.";
    group(look, "Question", vec![question(look, "Delete 3 items forever?", sentence, buttons)])
}

pub fn stacked<'a>(look: &Look) -> Part<'a> {
    let buttons = dialog_buttons(
        look,
        480.0,
        Some(answer(look, "Cancel").style(kind::quiet)),
        vec![answer(look, "Restart"), answer(look, "Update and shut down").style(kind::primary)],
    );
    group(look, "Buttons of a dialog under 560", vec![buttons])
}

pub fn own<'a>(look: &Look) -> Part<'a> {
    let sentence = "2 updates are ready. They take about a minute.";
    let content = Column::with_children([
        dialog_head(look, Glyph::ArrowsClockwise, "Shut down", sentence),
        warning_card(look, Glyph::BatteryWarning, "Battery at 12 %", "Plug in, or install later."),
        start(look, text::caption(look, "Shuts down in 30 seconds.")),
    ]);
    let buttons = dialog_buttons(
        look,
        size::VERY_NARROW,
        Some(answer(look, "Cancel").style(kind::quiet)),
        vec![answer(look, "Shut down").style(kind::primary)],
    );
    let dialog = container(dialog(content.spacing(space::L), buttons)).height(DIALOG);
    group(look, "Dialog in its own window", vec![stack![container(dialog).padding(1), window_edge()].into()])
}
