//! Rows of lists and sidebars, under the head of a table.

use super::{Kind, Part, always, group};
use crate::Message;

use candela_ui::icon::{Glyph, Picture, picture};
use candela_ui::theme::{button as kind, text as ink};
use candela_ui::tokens::{icon, radius, space};
use candela_ui::widget::bar::{Sorted, table_head};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::row::{list_row, sidebar_head, sidebar_place, sidebar_row};
use candela_ui::widget::{divider, fill, line, rule, text};
use candela_ui::{Button, Column, Look, Row};

use iced::Padding;
use iced::widget::button::Status;
use iced::widget::container;

pub fn view<'a>(look: &Look) -> Part<'a> {
    let press = |button: Button<'a, Message>| button.on_press(Message::Press).into();
    let head = vec![
        press(table_head(look, "Name", Sorted::Ascending)),
        container(divider(look, space::XL, |_| Message::Press)).height(space::L).into(),
        fill(),
        press(table_head(look, "State", Sorted::No)),
    ];
    let head = container(line(look, head, 0.0)).padding(Padding::from([0.0, space::M]));
    let plain: Kind = |theme, status| kind::row(false)(theme, status);
    let row = |picture, name, state, is_selected| row(look, picture, name, state, is_selected);
    let rows = vec![
        head.into(),
        press(row(Picture::Folder, "assets", "Rest", false)),
        press(row(Picture::Text, "CHANGELOG.md", "Hover", false).style(always(plain, Status::Hovered))),
        press(row(Picture::Image, "Cover illustration, final version, print.png", "Selected", true)),
        inside(press(row(Picture::Sheet, "measurements.ods", "Focused", false)), false),
        inside(press(row(Picture::Code, "main.rs", "Both", true)), true),
        press(row(Picture::Program, "build.sh", "Other pane", false).style(kind::row_idle)),
        row(Picture::Pdf, "handbook.pdf", "Disabled", false).into(),
    ];
    let mut places = vec![
        press(sidebar_row(look, Glyph::House, "Home", false)),
        press(sidebar_row(look, Glyph::BookmarkSimpleFill, "candela", true)),
    ];
    if look.is_mirrored() {
        places.reverse();
    }
    let drive = sidebar_row(look, Glyph::HardDrive, "System", false).on_press(Message::Press);
    let sidebar = [
        rule(),
        Row::with_children(places).spacing(space::S).into(),
        sidebar_head(look, "Devices"),
        sidebar_place(look, drive, 0.62),
    ];
    let rows = Column::with_children(rows).spacing(1).into();
    let parts = std::iter::once(rows).chain(sidebar).collect();
    group(look, "List rows, table head, sidebar rows", parts)
}

fn row<'a>(look: &Look, kind: Picture, name: &'static str, state: &str, is_selected: bool) -> Button<'a, Message> {
    let state = text::body(look, state);
    let state = if state_is_off(name) { state } else { state.style(ink::muted_on(is_selected)) };
    let parts = vec![picture(kind, icon::ROW).into(), Clip::name(look, name).into(), state.into()];
    list_row(look, parts, is_selected)
}

/// Whether the row of that name shows what is off: all of it takes the colour that the row has then.
fn state_is_off(name: &str) -> bool {
    name == "handbook.pdf"
}

fn inside(row: Part<'_>, is_selected: bool) -> Part<'_> {
    candela_ui::widget::ring::ring(row).inside(radius::CONTROL, is_selected).into()
}
