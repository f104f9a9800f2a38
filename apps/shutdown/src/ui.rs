//! Draws the dialog.

mod facts;
mod failed;
mod offer;
mod open;
mod question;
pub mod session;
mod warning;
mod working;

pub use offer::foot_rows;

use crate::app::{App, Message, Stage};

use candela_shutdown_core::plan::Answer;
use candela_ui::focus::scope;
use candela_ui::tokens::space;
use candela_ui::widget::dialog::dialog;
use candela_ui::widget::{scroll, window_edge};
use candela_ui::{Column, Element};

use iced::Length;
use iced::widget::{container, sensor, stack};

pub fn view(app: &App) -> Element<'_, Message> {
    let parts = match &app.stage {
        Stage::Session => session::parts(app),
        Stage::Told(failure) => failed::told(app, failure),
        Stage::Looking(power) => question::looking(app, *power),
        Stage::Asking(choice) => question::parts(app, choice),
        Stage::Closing { .. } => open::closing(app),
        Stage::StillOpen { choice, error, .. } => open::parts(app, choice, error),
        Stage::Working { step, log, answer: Answer::Install, .. } => working::parts(app, *step, log),
        Stage::Working { .. } | Stage::Leaving { .. } => working::leaving(app),
        Stage::Failed { answer, error, log, .. } => failed::parts(app, *answer, error.as_ref(), log),
    };
    let content = Column::with_children(parts).spacing(space::L).width(Length::Fill);
    // The window follows the height of its content; what is higher than a small screen scrolls.
    let content = sensor(content).on_show(Message::Measured).on_resize(Message::Measured);
    let content = dialog(scroll(content), offer::view(app));
    stack![container(scope(content).on_escape(Message::Cancel)).padding(1), window_edge()].into()
}
