//! What failed, and that the computer stays on.

use super::working;
use crate::app::{App, Message};
use crate::notice;

use candela_shared::tr;
use candela_shutdown_core::Error;
use candela_shutdown_core::plan::Answer;
use candela_shutdown_core::system::perform::Log;
use candela_ui::Element;
use candela_ui::icon::Glyph;
use candela_ui::widget::dialog::dialog_head;

/// An update failed while nobody was there.
pub fn told<'a>(app: &'a App, failure: &str) -> Vec<Element<'a, Message>> {
    let words = &app.words;
    let detail = tr!(words, "shutdown-told-detail", reason = failure);
    vec![dialog_head(&app.look, Glyph::WarningCircle, tr!(words, "shutdown-last-failure-title"), detail)]
}

pub fn parts<'a>(app: &'a App, answer: Answer, error: Option<&Error>, log: &'a Log) -> Vec<Element<'a, Message>> {
    let words = &app.words;
    let title = match (error, answer) {
        (None, _) => tr!(words, "shutdown-failed-power"),
        (Some(_), Answer::Install) => tr!(words, "shutdown-failed-install"),
        (Some(_), Answer::Skip | Answer::Cancel) if app.updates().is_some() => tr!(words, "shutdown-failed-skip"),
        (Some(_), Answer::Skip | Answer::Cancel) => tr!(words, "shutdown-failed-power"),
    };
    let reason = error.map_or_else(|| tr!(words, "shutdown-still-on"), |error| notice::failed(words, error));
    let detail = tr!(words, "shutdown-failed-stays", reason = reason);
    let head = dialog_head(&app.look, Glyph::WarningCircle, title, detail);
    [head].into_iter().chain(working::lines(app, log)).collect()
}
