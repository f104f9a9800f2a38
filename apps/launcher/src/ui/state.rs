//! What stands where a list would: reading, nothing installed, nothing found.

use crate::app::{App, Message};

use candela_shared::display_name::{display_bytes, display_name};
use candela_shared::tr;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as buttons, text as colors};
use candela_ui::tokens::{icon, space};
use candela_ui::widget::{button, gap, line, text};
use candela_ui::{Column, Element};

use iced::widget::{column, container};
use iced::{Alignment, Length};

use std::os::unix::ffi::OsStrExt;

/// The widest a detail gets, in logical pixels.
const DETAIL: f32 = 420.0;

pub fn loading(app: &App) -> Element<'_, Message> {
    let words = text::strong(&app.look, tr!(app.words, "launcher-loading"));
    centred(vec![glyph(Glyph::SpinnerGap, icon::STATE).style(colors::muted).into(), words.into()])
}

pub fn nothing_found(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let query = display_name(app.query.trim());
    let detail = text::caption(look, tr!(app.words, "launcher-nothing-detail", query = query));
    let all = button(look, tr!(app.words, "launcher-nothing-clear")).on_press(Message::Clear);
    let ways: Element<'_, Message> = match app.web_engine() {
        None => all.into(),
        Some(_) => {
            let web = button(look, tr!(app.words, "launcher-nothing-web")).on_press(Message::OpenOtherwise);
            line(look, vec![web.into(), all.style(buttons::quiet).into()], space::S).into()
        }
    };
    state(app, Glyph::MagnifyingGlass, tr!(app.words, "launcher-nothing-title"), detail.into(), ways)
}

pub fn no_applications(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let folders =
        app.beginning.folders.iter().map(|folder| {
            text::caption(look, display_bytes(folder.as_os_str().as_bytes())).style(colors::plain).into()
        });
    let detail = column![text::caption(look, tr!(app.words, "launcher-empty-detail")), gap(1.0, space::XS)]
        .extend(folders)
        .align_x(Alignment::Center);
    let again = button(look, tr!(app.words, "launcher-retry")).on_press(Message::Retry);
    state(app, Glyph::Package, tr!(app.words, "launcher-empty-title"), detail.into(), again.into())
}

fn state<'a>(
    app: &'a App,
    sign: Glyph,
    title: String,
    detail: Element<'a, Message>,
    way_out: Element<'a, Message>,
) -> Element<'a, Message> {
    let title = text::strong(&app.look, title);
    let detail = container(detail).max_width(DETAIL);
    centred(vec![glyph(sign, icon::STATE).style(colors::muted).into(), title.into(), detail.into(), way_out])
}

fn centred(parts: Vec<Element<'_, Message>>) -> Element<'_, Message> {
    let parts = Column::with_children(parts).spacing(space::S).align_x(Alignment::Center);
    container(parts).center(Length::Fill).padding(space::XL).into()
}
