//! What is known of what is selected.

use super::{FIELD, row};
use crate::app::{Answer, App, Message};
use crate::notice::shown;
use crate::wording;

use candela_files_core::entry::Kind;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::icon::picture;
use candela_ui::tokens::{icon, radius, size, space, text as steps};
use candela_ui::widget::clip::{Clip, Cut};
use candela_ui::widget::dialog::{self, dialog_buttons};
use candela_ui::widget::{line, raised, start, text};

use iced::widget::{column, container};
use iced::{Alignment, Length};

/// The width of the column of labels, in logical pixels.
const LABELS: f32 = 120.0;

/// The dialog for these entries of the tab on show.
pub fn view<'a>(app: &'a App, entries: &[u32]) -> Element<'a, Message> {
    let look = &app.look;
    let facts = match entries {
        [entry] => of_one(app, *entry),
        _ => of_several(app, entries),
    };
    let rows = facts.into_iter().map(|(label, value)| fact(app, label, value));
    let close =
        dialog::Answer::new(look, tr!(app.words, "files-properties-close"), Some(Message::Answered(Answer::No)));
    let buttons = dialog_buttons(look, app.size.width, None, vec![close.id(FIELD)]);
    let content = column![head(app, entries)].extend(rows).push(buttons).spacing(space::M);
    container(raised(container(content).padding(space::XL).width(Length::Fill), radius::CARD))
        .max_width(size::QUESTION)
        .into()
}

fn head<'a>(app: &'a App, entries: &[u32]) -> Element<'a, Message> {
    let (look, tab) = (&app.look, app.tab());
    let heading = match entries {
        [entry] => row::name(tab, *entry).into_owned(),
        _ => tr!(app.words, "files-items", count = entries.len()),
    };
    let art = entries.first().map(|entry| picture(row::picture_of(tab, *entry), icon::TILE_LARGE).into());
    let name = Clip::new(look, steps::TITLE, heading).cut(Cut::NAME);
    let mut parts: Vec<Element<'a, Message>> = art.into_iter().collect();
    parts.push(container(name).width(Length::Fill).into());
    line(look, parts, space::M).into()
}

fn fact<'a>(app: &App, label: String, value: String) -> Element<'a, Message> {
    let look = &app.look;
    let label = container(start(look, text::muted(look, label))).width(LABELS);
    let value = container(start(look, text::body(look, value))).width(Length::Fill);
    line(look, vec![label.into(), value.into()], space::M).align_y(Alignment::Start).into()
}

fn of_one(app: &App, entry: u32) -> Vec<(String, String)> {
    let (words, tab) = (&app.words, app.tab());
    let mut facts = vec![(tr!(words, "files-property-place"), shown(tab.path()))];
    let Some(detail) = tab.detail(entry) else {
        return facts;
    };
    facts.push((tr!(words, "files-property-type"), detail.mime_type.clone()));
    if let Some(count) = detail.count {
        facts.push((tr!(words, "files-property-contents"), tr!(words, "files-items", count = count)));
    }
    if let Some(known) = detail.facts {
        if detail.kind == Kind::File {
            let (short, exact) = (wording::size(words, known.size), tr!(words, "files-size-bytes", count = known.size));
            facts.push((tr!(words, "files-column-size"), tr!(words, "files-size-both", short = short, exact = exact)));
        }
        facts.push((tr!(words, "files-column-modified"), wording::moment(words, known.modified, &app.now)));
        facts.push((tr!(words, "files-property-mode"), wording::permissions(known.mode)));
    }
    facts
}

fn of_several(app: &App, entries: &[u32]) -> Vec<(String, String)> {
    let (words, tab) = (&app.words, app.tab());
    let known = entries.iter().filter_map(|entry| tab.detail(*entry));
    let files = known.filter(|detail| detail.kind == Kind::File);
    let bytes = files.filter_map(|detail| detail.facts).map(|facts| facts.size).sum();
    vec![
        (tr!(words, "files-property-place"), shown(tab.path())),
        (tr!(words, "files-column-size"), wording::size(words, bytes)),
    ]
}
