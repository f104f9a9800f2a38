//! What floats: menus, tooltips, toasts.

use super::{Part, group};
use crate::{App, Message};

use candela_ui::Column;
use candela_ui::icon::Glyph;
use candela_ui::theme::container as boxes;
use candela_ui::tokens::{space, text as steps};
use candela_ui::widget::dialog::{Outcome, toast};
use candela_ui::widget::menu::{MenuPart, MenuRow, menu};
use candela_ui::widget::{hint, icon_button, line, popover, text, tooltip};

use iced::widget::container;
use iced::{Alignment, Padding};

pub fn view(app: &App) -> Part<'_> {
    let look = &app.look;
    let tip = container(text::label(look, steps::CAPTION, "New folder"));
    let tip = tip.padding(Padding::from([space::XS, space::S])).style(boxes::tooltip);
    let opener = tooltip(look, icon_button(look, Glyph::DotsThreeVertical).on_press(Message::ToggleMenu), "Menu");
    let opener = popover(look, opener.keys("F10"), app.has_menu.then(|| menu(look, rows(None))), Message::ToggleMenu);
    let beside = [tip.into(), text::caption(look, "Tooltip").into(), hint(look, "F10", "Menu"), opener.into()];
    let beside = Column::with_children(beside).spacing(space::ICON).align_x(look.start());
    let parts = vec![menu(look, rows(Some(1))), beside.into()];
    let undo = Some(("Undo".to_owned(), Message::Press));
    let toasts = [
        toast(look, Outcome::Done, "14 items moved", undo, None),
        toast(
            look,
            Outcome::Failed,
            "The drive could not be ejected: a program still uses it",
            None,
            Some(Message::Press),
        ),
    ];
    let mut content = vec![candela_ui::widget::start(look, line(look, parts, space::L).align_y(Alignment::Start))];
    content.extend(toasts);
    group(look, "Menu, tooltip, toast", content)
}

/// A menu, the row of that number shown as current.
fn rows<'a>(current: Option<usize>) -> Vec<MenuPart<'a, Message>> {
    let row = |glyph, label: &str, keys: &str| MenuRow::new(label, Some(Message::Press)).glyph(glyph).keys(keys);
    let mut rows = [
        row(Glyph::ArrowUpRight, "Open", "↵"),
        row(Glyph::Copy, "Copy", "Ctrl C"),
        MenuRow { message: None, ..row(Glyph::ClipboardText, "Paste", "Ctrl V") },
        row(Glyph::Trash, "Move to trash", "Del").destructive(),
    ];
    if let Some(row) = current.and_then(|at| rows.get_mut(at)) {
        row.is_current = true;
    }
    let [open, copy, paste, trash] = rows;
    vec![open.into(), copy.into(), paste.into(), MenuPart::Rule, trash.into()]
}
