//! How much lies in the parts of a folder, as areas.

use super::{FIELD, name_of};
use crate::app::{self, Answer, App, Message, Part, Usage};
use crate::wording;

use candela_files_core::treemap::{Area, divided};
use candela_shared::display_name::display_bytes;
use candela_shared::tr;
use candela_ui::icon::Glyph;
use candela_ui::theme::button as kind;
use candela_ui::theme::container as boxes;
use candela_ui::tokens::{radius, space, text as steps};
use candela_ui::widget::clip::{Clip, Cut};
use candela_ui::widget::dialog::{self, dialog_buttons};
use candela_ui::widget::{icon_button, line, raised, start, text, tooltip};
use candela_ui::{Element, Stack};

use iced::widget::{column, container, pin, responsive};
use iced::{Length, Padding, Size};

use std::os::unix::ffi::OsStrExt;

/// The most room it takes, in logical pixels; what has no words any more is not drawn.
const MOST: (f32, f32) = (920.0, 640.0);
const PARTS: usize = 80;
const LEAST: (f32, f32) = (46.0, 22.0);

pub fn view<'a>(app: &'a App, usage: &'a Usage) -> Element<'a, Message> {
    let look = &app.look;
    let up = usage.folder.parent().map(|above| Message::Usage(app::usage::Message::Show(above.to_owned())));
    let up = icon_button(look, Glyph::ArrowUp).on_press_maybe(up);
    let up = tooltip(look, up, tr!(app.words, "files-command-up"));
    let name = Clip::new(look, steps::TITLE, name_of(app, &usage.folder)).cut(Cut::NAME);
    let bytes = usage.parts.iter().map(|part| part.bytes).sum();
    let size = wording::size(&app.words, bytes);
    let size = if usage.is_over { size } else { tr!(app.words, "files-property-counting", counted = size) };
    let name = container(name).width(Length::Fill);
    let head = line(look, vec![up.into(), name.into(), text::muted(look, size).into()], space::M);
    let close =
        dialog::Answer::new(look, tr!(app.words, "files-properties-close"), Some(Message::Answered(Answer::No)));
    let here = dialog::Answer::new(look, tr!(app.words, "files-usage-open"), Some(Message::Go(usage.folder.clone())));
    let buttons = dialog_buttons(look, app.size.width, None, vec![here, close.id(FIELD)]);
    let content = column![head, responsive(move |room| areas(app, usage, room)), buttons].spacing(space::M);
    let face = container(content).padding(space::L).width(Length::Fill).height(Length::Fill);
    container(raised(face, radius::CARD)).max_width(MOST.0).max_height(MOST.1).into()
}

fn areas<'a>(app: &'a App, usage: &'a Usage, room: Size) -> Element<'a, Message> {
    let parts = &usage.parts[..usage.parts.len().min(PARTS)];
    let sizes: Vec<u64> = parts.iter().map(|part| part.bytes).collect();
    let whole = Area { x: 0.0, y: 0.0, width: room.width, height: room.height };
    let shown = parts.iter().zip(divided(&sizes, whole));
    let shown = shown.filter(|(_, area)| area.width >= LEAST.0 && area.height >= LEAST.1);
    let parts = shown.map(|(part, area)| {
        let x = if app.look.is_mirrored() { room.width - area.x - area.width } else { area.x };
        pin(of_part(app, usage, part, area)).x(x).y(area.y).into()
    });
    Stack::with_children(parts).width(Length::Fill).height(Length::Fill).into()
}

fn of_part<'a>(app: &'a App, usage: &Usage, part: &'a Part, area: Area) -> Element<'a, Message> {
    let look = &app.look;
    let name = display_bytes(part.name.as_bytes()).into_owned();
    let size = wording::size(&app.words, part.bytes);
    let told = format!("{name}\n{size}");
    let label = Clip::new(look, steps::CAPTION_STRONG, name).cut(Cut::NAME);
    let second = (area.height >= 44.0).then(|| start(look, text::caption(look, size)));
    let inside = container(column![label].push(second)).padding(space::XS).width(Length::Fill);
    let (width, height) = ((area.width - space::HAIR).max(1.0), (area.height - space::HAIR).max(1.0));
    let block: Element<'a, Message> = if part.is_folder {
        let go = Message::Usage(app::usage::Message::Show(usage.folder.join(&part.name)));
        let button = iced::widget::button(inside).padding(0).width(width).height(height);
        button.style(kind::secondary).on_press(go).into()
    } else {
        container(inside).width(width).height(height).style(boxes::card).into()
    };
    container(tooltip(look, block, told)).padding(Padding::from(1.0)).into()
}
