//! What the window shows, part by part.

pub mod ask;
mod foot;
mod head;
mod list;
pub mod trouble;

pub use list::LIST;

use crate::app::{App, Message, Mode};

use candela_shared::display_name::single_line;
use candela_shared::tr;
use candela_ui::focus::{focusable, scope};
use candela_ui::icon::Glyph;
use candela_ui::theme::container as boxes;
use candela_ui::tokens::space;
use candela_ui::widget::dialog::warning_card;
use candela_ui::widget::{fill, input, rule, start, text, toggle};
use candela_ui::{Column, Element};

use iced::Length;
use iced::widget::{column, container};

/// The search field.
pub const SEARCH: &str = "open-search";
/// The field of the command.
pub const COMMAND: &str = "open-command";
/// Distance from the window's edge.
const INSET: f32 = 20.0;

/// The whole window: what is opened, with what, and the buttons.
pub fn view(app: &App) -> Element<'_, Message> {
    let mut parts = vec![head::view(app)];
    match app.mode {
        Mode::List => parts.extend([search(app), list::view(app)]),
        Mode::Command => parts.extend([command(app), fill()]),
    }
    parts.extend(
        app.failed
            .as_ref()
            .map(|failed| warning_card(&app.look, Glyph::Warning, failed.title(&app.words), failed.detail(&app.words))),
    );
    parts.extend(always(app));
    let content = Column::with_children(parts).spacing(space::L).padding(INSET).height(Length::Fill);
    let window = column![content, rule(), foot::view(app)];
    container(scope(window).on_escape(Message::Cancel)).style(boxes::background).into()
}

fn search(app: &App) -> Element<'_, Message> {
    let field = input::search(&app.look, tr!(app.words, "open-search-hint"), app.query.as_str());
    field.id(SEARCH).on_input(Message::QueryChanged).into()
}

fn command(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let field = input::input(look, tr!(app.words, "open-custom-hint"), app.command.as_str());
    let field = field.id(COMMAND).on_input(Message::CommandChanged);
    column![field, start(look, text::caption(look, tr!(app.words, "open-custom-note")))].spacing(space::S).into()
}

/// The check box that keeps the choice; only where all targets are of one type, and an application is chosen.
fn always(app: &App) -> Option<Element<'_, Message>> {
    if app.mode != Mode::List || app.subject.mime_type.is_none() {
        return None;
    }
    let label = tr!(app.words, "open-always", mime = single_line(&app.subject.kind));
    let check = toggle::check(&app.look, app.is_always, label).on_press(Message::SwitchAlways);
    Some(start(&app.look, focusable(check).on_press(Message::SwitchAlways)))
}
