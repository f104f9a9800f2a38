//! The header: where one can go, where one is, and how that is shown.

use super::{FIELD, name_of, title_of};
use crate::app::{self, App, Field, Menu, Message, Typing};
use crate::command::Command;
use crate::ui::menu;

use candela_files_core::history::Stop;
use candela_files_core::presentation::Layout;
use candela_files_core::search::Within;
use candela_shared::tr;
use candela_ui::icon::{self, Glyph};
use candela_ui::theme::button as kind;
use candela_ui::tokens::space;
use candela_ui::widget::bar;
use candela_ui::widget::breadcrumb::{Crumb, Fold, breadcrumb};
use candela_ui::widget::choice::{Part, segments};
use candela_ui::widget::{fill, gap, icon_button, input, popover, tooltip};
use candela_ui::{Button, Element};

use iced::widget::mouse_area;

use std::path::Path;

pub fn view(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let sidebar = button(app, Glyph::SidebarSimple, Command::SwitchSidebar, true, app.is_sidebar_shown);
    let mut parts = vec![sidebar, gap(space::XS, 0.0), travel(app, icon::back(look), Command::GoBack, Menu::Before)];
    if !app.is_very_narrow() {
        parts.push(travel(app, icon::forward(look), Command::GoForward, Menu::After));
        parts.push(button(app, Glyph::ArrowUp, Command::GoUp, app.tab().path().parent().is_some(), false));
    }
    // Two panes carry a path each.
    let middle = if app.panes.len() == 1 { path_of(app, app.active) } else { fill() };
    parts.extend([gap(space::XS, 0.0), middle, gap(space::XS, 0.0)]);
    let is_searched = matches!(app.field, Some(Field::Search(_))) || app.tab().search().is_some();
    parts.push(button(app, Glyph::MagnifyingGlass, Command::Search, true, is_searched));
    if !app.is_very_narrow() {
        parts.push(views(app));
    }
    parts.push(menu::main(app));
    bar::header(look, parts)
}

/// A button that goes back or forward; by the other button of the pointer it offers every place there.
fn travel(app: &App, glyph: Glyph, command: Command, menu: Menu) -> Element<'_, Message> {
    let history = &app.tab().history;
    let is_back = menu == Menu::Before;
    let stops: Vec<&Stop> = if is_back { history.before().collect() } else { history.after().collect() };
    let button = button(app, glyph, command, !stops.is_empty(), false);
    let is_open = app.menu == Some(menu) && !stops.is_empty();
    let rows = is_open.then(|| menu::history(app, &stops, if is_back { -1 } else { 1 }));
    let button = mouse_area(button).on_right_press(Message::Menu(menu));
    popover(&app.look, button, rows, Message::Close).into()
}

/// A button of the bar, with its name and keys in the tooltip.
fn button(app: &App, glyph: Glyph, command: Command, is_enabled: bool, is_on: bool) -> Element<'_, Message> {
    let button: Button<'_, Message> = icon_button(&app.look, glyph);
    let button = if is_on { button.style(kind::on) } else { button };
    let button = button.on_press_maybe(is_enabled.then_some(Message::Command(command)));
    tooltip(&app.look, button, command.label(&app.words)).keys(&app.keys_of(command)).into()
}

/// Where a pane is, or the field in which that is typed.
pub fn path_of(app: &App, pane: usize) -> Element<'_, Message> {
    if let Some(Field::Path(typing)) = app.field.as_ref().filter(|_| pane == app.active) {
        return typed_path(app, typing);
    }
    let fold = Fold {
        name: tr!(app.words, "files-path-more"),
        is_open: app.menu == Some(Menu::Path) && pane == app.active,
        open: Message::Menu(Menu::Path),
        close: Message::Close,
    };
    let tab = app.panes[pane].tab();
    if tab.search().is_some_and(|search| search.within == Within::Recent) {
        let here = Crumb { glyph: None, name: title_of(app, tab), message: Message::GoRecent };
        return breadcrumb(&app.look, vec![here], fold);
    }
    breadcrumb(&app.look, crumbs(app, tab.path()), fold)
}

/// The field of a path, with the folders it may become.
fn typed_path<'a>(app: &'a App, typing: &'a Typing) -> Element<'a, Message> {
    let look = &app.look;
    let field = input::input(look, tr!(app.words, "files-path-hint"), typing.text.as_str())
        .id(FIELD)
        .on_input(Message::FieldEdited)
        .on_submit(Message::FieldSubmitted)
        .on_tab_maybe((!typing.offers.is_empty()).then_some(Message::Path(app::path::Message::Complete)));
    let rows = (!typing.offers.is_empty()).then(|| menu::offers(app, typing));
    popover(look, field, rows, Message::Close).leaving_keys().into()
}

/// The parts of a path, from home on where it lies there.
fn crumbs(app: &App, path: &Path) -> Vec<Crumb<Message>> {
    let home = app.home.as_deref();
    let mut crumbs = Vec::new();
    for part in path.ancestors() {
        let is_home = home == Some(part);
        // The trash is a place, wherever it lies.
        let is_trash = app.trash.as_deref() == Some(part);
        let is_top = is_home || is_trash || part.parent().is_none();
        let glyph = match (is_home, is_top) {
            (true, _) => Some(Glyph::House),
            (false, true) if is_trash => None,
            (false, true) => Some(Glyph::HardDrive),
            (false, false) => None,
        };
        crumbs.push(Crumb { glyph, name: name_of(app, part), message: Message::Go(part.to_owned()) });
        if is_top {
            break;
        }
    }
    crumbs.reverse();
    crumbs
}

fn views(app: &App) -> Element<'_, Message> {
    let part = |glyph, command: Command| Part::glyph(glyph, command.label(&app.words), Message::Command(command));
    let chosen = match (app.panes.len(), app.tab().layout) {
        (1, Layout::Details) => 0,
        (1, Layout::Grid) => 1,
        (1, Layout::Compact) => 2,
        (1, Layout::Columns) => 3,
        _ => 4,
    };
    let parts = vec![
        part(Glyph::ListBullets, Command::ShowDetails),
        part(Glyph::SquaresFour, Command::ShowGrid),
        part(Glyph::Rows, Command::ShowCompact),
        part(Glyph::Columns, Command::ShowColumns),
        part(Glyph::SquareSplitHorizontal, Command::SwitchPanes),
    ];
    segments(&app.look, chosen, parts).into()
}
