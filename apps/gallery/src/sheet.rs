//! The sheet: groups of components side by side.

use crate::Message;

use candela_ui::icon::{Glyph, Picture, glyph, picture, tile};
use candela_ui::theme::{button as kind, container as boxes, text as ink};
use candela_ui::tokens::{icon, radius, space, text as steps};
use candela_ui::widget::bar::{Sorted, crumb, segment, segmented, tab, table_head};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::dialog::{Outcome, dialog_buttons, question, toast};
use candela_ui::widget::menu::{MenuPart, MenuRow, menu};
use candela_ui::widget::progress::{Progress, progress};
use candela_ui::widget::row::{list_row, sidebar_row};
use candela_ui::widget::toggle::{Checked, check, switch};
use candela_ui::widget::{
    badge, button, button_with, fill, hint, icon_button, input, line, mark::Tone, scroll, start, state, text,
};
use candela_ui::{Column, Element, Look, Row};

use iced::widget::container;
use iced::{Length, Padding};

type Part<'a> = Element<'a, Message>;

/// The width of one column of groups.
const COLUMN: f32 = 300.0;

/// The whole sheet; in a narrow window its columns stand below each other.
pub fn view<'a>(look: &Look, typed: &'a str) -> Part<'a> {
    let title = line(
        look,
        vec![picture(Picture::Candela, icon::STATE).into(), text::heading(look, "Candela").into()],
        space::ICON,
    );
    let columns = [
        [buttons(look), navigation(look), states(look)],
        [inputs(look, typed), choices(look), marks(look)],
        [rows(look), floating(look), asking(look)],
    ];
    let columns =
        columns.into_iter().map(|groups| Column::with_children(groups).spacing(space::L).width(COLUMN).into());
    let columns = Row::with_children(columns).spacing(space::L).wrap().vertical_spacing(space::L);
    let content = Column::with_children([start(look, title), columns.into()]).spacing(space::L);
    container(scroll(container(content).padding(space::XL)))
        .width(Length::Fill)
        .height(Length::Fill)
        .style(boxes::background)
        .into()
}

fn group<'a>(look: &Look, name: &str, parts: Vec<Part<'a>>) -> Part<'a> {
    let card = container(Column::with_children(parts).spacing(space::M)).padding(space::L).width(Length::Fill);
    Column::with_children([start(look, text::section(look, name)), card.style(boxes::card).into()])
        .spacing(space::S)
        .into()
}

fn buttons<'a>(look: &Look) -> Part<'a> {
    let press = |name: &str| button(look, name).on_press(Message::Pressed);
    let pairs = [
        [press("Open").style(kind::primary).into(), button(look, "Open").style(kind::primary).into()],
        [press("Cancel").into(), button(look, "Cancel").into()],
        [press("Details").style(kind::quiet).into(), button(look, "Details").style(kind::quiet).into()],
        [press("Delete").style(kind::destructive).into(), button(look, "Delete").style(kind::destructive).into()],
    ];
    let mut parts: Vec<Part<'a>> =
        pairs.into_iter().map(|pair: [Part<'a>; 2]| start(look, line(look, pair.into(), space::S))).collect();
    let icons = vec![
        icon_button(look, Glyph::Gear).on_press(Message::Pressed).into(),
        icon_button(look, Glyph::SquaresFour).style(kind::on).on_press(Message::Pressed).into(),
        icon_button(look, Glyph::Gear).into(),
    ];
    parts.push(start(look, line(look, icons, space::S)));
    parts.push(start(look, button_with(look, Glyph::Plus, "New folder").on_press(Message::Pressed)));
    group(look, "Buttons: at rest, disabled", parts)
}

fn navigation<'a>(look: &Look) -> Part<'a> {
    let tabs = [("General", true), ("Look", false), ("Keys", false)];
    let tabs = tabs.map(|(name, is_current)| tab(look, name, is_current).on_press(Message::Pressed).into());
    let spans = [("Day", true), ("Week", false), ("Month", false)];
    let spans = spans.map(|(name, is_chosen)| segment(look, name, is_chosen).on_press(Message::Pressed));
    let crumbs = [("Projects", false), ("candela", true)];
    let crumbs = crumbs.map(|(name, is_last)| crumb(look, name, is_last).on_press(Message::Pressed).into());
    group(
        look,
        "Navigation",
        vec![
            start(look, segmented(look, spans.into())),
            start(look, line(look, tabs.into(), 0.0)),
            start(look, line(look, crumbs.into(), space::XS)),
        ],
    )
}

fn states<'a>(look: &Look) -> Part<'a> {
    let again = button(look, "Try again").on_press(Message::Pressed);
    let high = |part: Part<'a>| -> Part<'a> { container(part).height(130).into() };
    group(
        look,
        "Empty, failed, loading",
        vec![
            high(state::empty(look, Glyph::Folder, "Nothing here", "Drop files here.", None)),
            high(state::failed(look, "Not readable", "Permission denied.", Some(again))),
            high(state::loading(look, "Reading…", "After 300 ms only.", None)),
        ],
    )
}

fn inputs<'a>(look: &Look, typed: &'a str) -> Part<'a> {
    group(
        look,
        "Inputs",
        vec![
            input::input(look, "Placeholder", "").id("gallery-empty").on_input(Message::Typed).into(),
            input::input(look, "", typed).id("gallery-typed").on_input(Message::Typed).into(),
            input::input(look, "", "Locked").into(),
            input::explained(
                look,
                input::input(look, "", "notes/2026").id("gallery-wrong").on_input(Message::Typed),
                Some("A name cannot contain “/”".to_owned()),
            ),
            input::search(look, "Search in candela", "invoice").id("gallery-search").on_input(Message::Typed).into(),
        ],
    )
}

fn choices<'a>(look: &Look) -> Part<'a> {
    let checks = [("Checked", Checked::On), ("Open", Checked::Off), ("Some", Checked::Mixed)];
    let checks = checks.map(|(name, checked)| check(look, checked, name).on_press(Message::Pressed).into());
    let switches = vec![
        switch(look, true).on_press(Message::Pressed).into(),
        switch(look, false).on_press(Message::Pressed).into(),
        switch(look, true).into(),
    ];
    let bar = |how, word: &str| -> Part<'a> {
        line(look, vec![progress(look, how).into(), text::caption(look, word).into()], space::M).into()
    };
    group(
        look,
        "Choices and progress",
        vec![
            start(look, line(look, checks.into(), space::L)),
            start(look, line(look, switches, space::L)),
            bar(Progress::Running(0.62), "62 %"),
            bar(Progress::Paused(0.3), "Paused"),
        ],
    )
}

fn marks<'a>(look: &Look) -> Part<'a> {
    let badges = [("Default", Tone::Plain), ("3 new", Tone::Accent), ("Low", Tone::Warning), ("Failed", Tone::Danger)];
    let badges = badges.map(|(words, tone)| badge(look, tone, words));
    let hints = vec![hint(look, &["Ctrl", "K"], "Actions"), hint(look, &["Esc"], "Close")];
    let tiles = [("a", "TextEditor"), ("web", "WebBrowser"), ("c", "Game"), ("dd", "Audio"), ("e", "Settings")];
    let tiles = tiles.map(|(id, category)| tile(id, &[category], icon::TILE));
    let kinds = [Picture::Folder, Picture::Pdf, Picture::Image, Picture::Code, Picture::Drive];
    let kinds = kinds.map(|kind| picture(kind, icon::TILE).into());
    let steps =
        [("Heading", steps::HEADING), ("Title", steps::TITLE), ("Body", steps::BODY), ("Caption", steps::CAPTION)];
    let mut parts = vec![
        start(look, line(look, badges.into(), space::S)),
        start(look, line(look, hints, space::L)),
        start(look, line(look, tiles.into(), space::S)),
        start(look, line(look, kinds.into(), space::S)),
    ];
    parts.extend(steps.map(|(name, step)| start(look, text::label(look, step, name))));
    group(look, "Marks, tiles, type", parts)
}

fn rows<'a>(look: &Look) -> Part<'a> {
    let row = |kind, name: &'static str, state: &str, is_selected: bool| {
        let parts = vec![
            picture(kind, icon::ROW).into(),
            Clip::name(look, name).into(),
            text::body(look, state.to_owned()).style(ink::on(is_selected, ink::muted)).into(),
        ];
        list_row(look, parts, is_selected)
    };
    group(
        look,
        "Rows",
        vec![
            line(
                look,
                vec![table_head(look, "Name", Sorted::Ascending).on_press(Message::Pressed).into(), fill()],
                0.0,
            )
            .into(),
            row(Picture::Folder, "assets", "Rest", false).on_press(Message::Pressed).into(),
            row(Picture::Image, "Cover illustration, second print.png", "Selected", true)
                .on_press(Message::Pressed)
                .into(),
            row(Picture::Pdf, "handbook.pdf", "Disabled", false).into(),
            sidebar_row(look, Glyph::House, "Home", false).on_press(Message::Pressed).into(),
            sidebar_row(look, Glyph::BookmarkSimpleFill, "candela", true).on_press(Message::Pressed).into(),
        ],
    )
}

fn floating<'a>(look: &Look) -> Part<'a> {
    let row = |glyph, label: &str, keys: &str| MenuRow {
        glyph: Some(glyph),
        label: label.to_owned(),
        keys: keys.to_owned(),
        message: Some(Message::Pressed),
        is_current: false,
        is_destructive: false,
    };
    let rows = vec![
        MenuPart::Row(row(Glyph::ArrowUpRight, "Open", "↵")),
        MenuPart::Row(MenuRow { is_current: true, ..row(Glyph::Copy, "Copy", "Ctrl C") }),
        MenuPart::Row(MenuRow { message: None, ..row(Glyph::ClipboardText, "Paste", "Ctrl V") }),
        MenuPart::Rule,
        MenuPart::Row(MenuRow { is_destructive: true, ..row(Glyph::Trash, "Move to trash", "Del") }),
    ];
    let undo = Some(("Undo".to_owned(), Message::Pressed));
    group(look, "Menu and toast", vec![menu(look, rows), toast(look, Outcome::Done, "14 items moved", undo)])
}

fn asking<'a>(look: &Look) -> Part<'a> {
    let cancel = button(look, "Cancel").on_press(Message::Pressed);
    let delete = button(look, "Delete").style(kind::destructive).on_press(Message::Pressed);
    let buttons = dialog_buttons(look, COLUMN, None, vec![cancel, delete]);
    let sign = glyph(Glyph::Trash, icon::STATE).style(ink::danger);
    let asked =
        question(look, "Delete 3 items?", "They are not kept in the trash and cannot be brought back.", buttons);
    group(look, "Question", vec![container(sign).padding(Padding::from([0.0, radius::INNER])).into(), asked])
}
