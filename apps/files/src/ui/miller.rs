//! The folder between the one above and what the keyboard is on, beside each other.

use super::{above_id, look, pane, row};
use crate::app::{App, Message};
use crate::kind;
use crate::tab::{Above, Tab, row_icon};
use crate::widget::target::target;

use candela_files_core::entry::Kind;
use candela_shared::display_name::display_bytes;
use candela_ui::Element;
use candela_ui::icon::{self, glyph, picture};
use candela_ui::theme::{container as boxes, text as ink};
use candela_ui::tokens::{icon as side, space};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::row::list_row;
use candela_ui::widget::scroller::sided;
use candela_ui::widget::{fill, gap, line, list};

use iced::widget::container;
use iced::{Length, Padding};

use std::os::unix::ffi::OsStrExt;

pub fn view(app: &App, pane: usize) -> Element<'_, Message> {
    let tab = app.panes[pane].tab();
    let here = pane::lines(app, pane, move |at| {
        container(of_row(app, pane, at)).padding(Padding::from([0.0, space::S])).into()
    });
    if app.pane_width() < NARROW {
        return column(here, 1);
    }
    let above = match &tab.above {
        Some(above) if Some(above.folder.path()) == tab.path().parent() => above_of(app, pane, tab, above),
        Some(_) | None => fill(),
    };
    let seen = app.preview.as_ref().filter(|_| pane == app.active).map(|preview| look::content(app, &preview.seen));
    let below = container(seen.unwrap_or_else(fill)).padding(Padding::from([space::XS, space::M])).clip(true);
    let parts = vec![column(above, 2), edge(), column(here, 3), edge(), column(below.into(), 3)];
    line(&app.look, parts, 0.0).height(Length::Fill).into()
}

fn column(content: Element<'_, Message>, portion: u16) -> Element<'_, Message> {
    let content = container(content).padding(Padding::from([space::S, 0.0]));
    content.width(Length::FillPortion(portion)).height(Length::Fill).into()
}

fn edge<'a>() -> Element<'a, Message> {
    container(fill()).width(1.0).height(Length::Fill).style(boxes::rule).into()
}

/// Below this width there is room for the folder alone.
const NARROW: f32 = 480.0;

/// What the folder above holds; this one is marked.
fn above_of<'a>(app: &'a App, pane: usize, tab: &'a Tab, above: &'a Above) -> Element<'a, Message> {
    let of = move |at: usize| {
        let entry = above.folder.entry(above.rows[at]);
        let is_here = Some(entry.name.as_os_str()) == tab.path().file_name();
        let art = picture(kind::picture(entry.kind, ""), side::ROW).into();
        let name = Clip::name(&app.look, display_bytes(entry.name.as_bytes()));
        let row = list_row(&app.look, vec![art, container(name).width(Length::Fill).into()], is_here);
        let to =
            if entry.kind == Kind::Folder { above.folder.path().join(&entry.name) } else { above.folder.path().into() };
        container(row.on_press(Message::Go(to))).padding(Padding::from([0.0, space::S])).into()
    };
    let scrolled = move |view| Message::AboveScrolled { pane, view };
    let rows = list::list(above_id(pane), &above.heights, above.view, of, scrolled);
    sided(&app.look, rows.height(Length::Fill))
}

fn of_row(app: &App, pane: usize, at: usize) -> Element<'_, Message> {
    let tab = app.panes[pane].tab();
    let Some(entry) = tab.entry_at(at) else {
        return gap(0.0, app.row_height(tab));
    };
    let look = &app.look;
    let is_selected = tab.selection.contains(entry) && pane == app.active;
    let color = row::ink(app, tab, entry, is_selected, look.palette.text);
    let name = container(Clip::name(look, row::name(tab, entry)).color(color)).width(Length::Fill);
    let mut parts = vec![picture(row::picture_of(tab, entry), row_icon(tab.zoom)).into(), name.into()];
    if row::has_git(tab) {
        parts.push(row::mark(app, tab, entry, is_selected));
    }
    if tab.kind(entry) == Kind::Folder {
        parts.push(glyph(icon::deeper(look), side::CARET).style(ink::muted_on(is_selected)).into());
    }
    let inside = container(line(look, parts, space::ICON)).padding(Padding::from([0.0, space::M]));
    let inside = inside.width(Length::Fill).center_y(app.row_height(tab));
    target(inside, row::face(app, pane, at), move |press| Message::RowPressed { pane, row: Some(at), press }).into()
}
