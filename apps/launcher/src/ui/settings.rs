//! The settings, a row each, in place of the list.

use super::list::{head, row_target};
use super::panel::PAGE;
use crate::app::{App, Message, Setting};
use crate::lines::INSET;

use candela_launcher_core::list::Shape;
use candela_launcher_core::settings::Source;
use candela_shared::tr;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as buttons, text as colors};
use candela_ui::tokens::{icon, space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::scroller::sided;
use candela_ui::widget::toggle::switch;
use candela_ui::widget::{line, scroll, text};
use candela_ui::{Column, Element};

use iced::widget::{column, container};
use iced::{Length, Padding};

/// Height of a row.
pub const SETTING: f32 = 56.0;

pub fn view(app: &App, selected: usize) -> Element<'_, Message> {
    let mut rows = vec![head(&app.look, tr!(app.words, "launcher-settings-title"))];
    rows.extend(Setting::all().into_iter().enumerate().map(|(at, setting)| row(app, setting, at, at == selected)));
    let rows = container(Column::with_children(rows)).padding(Padding::from([0.0, INSET]));
    sided(&app.look, scroll(rows).id(PAGE))
}

fn row(app: &App, setting: Setting, at: usize, is_selected: bool) -> Element<'_, Message> {
    let look = &app.look;
    let (name, note) = words(app, setting);
    let note = Clip::new(look, steps::CAPTION, note).color(look.palette.muted);
    let told = column![Clip::new(look, steps::BODY, name), note].width(Length::Fill);
    let parts = vec![told.into(), control(app, setting, at)];
    let inside = container(line(look, parts, space::M)).center_y(Length::Fill);
    // A switch keeps its colours: nothing of them may lie on those of a selection.
    let row = row_target(inside.into(), Message::OpenItem(at));
    let row = if is_selected { row.style(buttons::row_idle) } else { row.style(buttons::row(false)) };
    container(row).height(look.scaled(SETTING)).into()
}

fn control(app: &App, setting: Setting, at: usize) -> Element<'_, Message> {
    let look = &app.look;
    match setting {
        Setting::Home => {
            let chosen = match app.settings.home {
                Shape::Tiles => tr!(app.words, "launcher-setting-grid"),
                Shape::Rows => tr!(app.words, "launcher-setting-list"),
            };
            text::medium(look, chosen).style(colors::muted).into()
        }
        Setting::File => glyph(Glyph::ArrowUpRight, icon::BAR).style(colors::muted).into(),
        Setting::RecentFiles | Setting::Remember | Setting::HideOnFocusLoss | Setting::Stay | Setting::Source(_) => {
            switch(look, setting.is_on(&app.settings)).on_press(Message::OpenItem(at)).into()
        }
    }
}

/// What a setting is called, and what it means.
fn words(app: &App, setting: Setting) -> (String, String) {
    let words = &app.words;
    match setting {
        Setting::Home => (tr!(words, "launcher-setting-home"), tr!(words, "launcher-setting-home-note")),
        Setting::RecentFiles => (tr!(words, "launcher-section-recent"), tr!(words, "launcher-setting-recent-note")),
        Setting::Remember => (tr!(words, "launcher-setting-remember"), tr!(words, "launcher-setting-remember-note")),
        Setting::HideOnFocusLoss => (tr!(words, "launcher-setting-focus"), tr!(words, "launcher-setting-focus-note")),
        Setting::Stay => (tr!(words, "launcher-setting-stay"), tr!(words, "launcher-setting-stay-note")),
        Setting::Source(source) => of_source(app, source),
        Setting::File => (tr!(words, "launcher-edit-file"), tr!(words, "launcher-setting-file-note")),
    }
}

fn of_source(app: &App, source: Source) -> (String, String) {
    let words = &app.words;
    match source {
        Source::Calculation => (tr!(words, "launcher-source-sums"), tr!(words, "launcher-source-sums-note")),
        Source::Session => (tr!(words, "launcher-source-session"), tr!(words, "launcher-source-session-note")),
        Source::Windows => (tr!(words, "launcher-section-windows"), tr!(words, "launcher-source-windows-note")),
        Source::Files => (tr!(words, "launcher-section-files"), tr!(words, "launcher-source-files-note")),
        Source::Characters => {
            (tr!(words, "launcher-section-characters"), tr!(words, "launcher-source-characters-note"))
        }
        Source::Commands => (tr!(words, "launcher-section-commands"), tr!(words, "launcher-source-commands-note")),
        Source::Web => (tr!(words, "launcher-section-web"), tr!(words, "launcher-source-web-note")),
        Source::External => (tr!(words, "launcher-section-external"), tr!(words, "launcher-source-external-note")),
    }
}
