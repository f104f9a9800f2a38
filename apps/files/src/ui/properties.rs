//! What is known of what is selected.

use super::{FIELD, access, row};
use crate::app::access::Message as Accessed;
use crate::app::properties::{Message as Property, Page, Properties, Sums};
use crate::app::{Answer, App, Message};
use crate::{notice, wording};

use candela_files_core::checksum::Comparison;
use candela_files_core::entry::Kind;
use candela_files_core::presentation::Fact;
use candela_files_core::system::known::Value;
use candela_shared::display_name::single_line;
use candela_shared::tr;
use candela_ui::icon::{Glyph, picture};
use candela_ui::theme::{button as kind, text as ink};
use candela_ui::tokens::{icon, radius, size, space, text as steps};
use candela_ui::widget::choice::{Part, segments};
use candela_ui::widget::clip::{Clip, Cut};
use candela_ui::widget::dialog::{self, dialog_buttons};
use candela_ui::widget::scroller::sided;
use candela_ui::widget::{input, line, raised, scroll, start, text};
use candela_ui::{Column, Element, Theme};

use iced::widget::text::Wrapping;
use iced::widget::{column, container};
use iced::{Alignment, Font, Length, Padding};

/// The width of the column of labels, in logical pixels.
const LABELS: f32 = 120.0;

/// The dialog for what is selected.
pub fn view<'a>(app: &'a App, shown: &'a Properties) -> Element<'a, Message> {
    let look = &app.look;
    let facts = match shown.entries[..] {
        [entry] => of_one(app, shown, entry),
        _ => of_several(app, shown),
    };
    let rows = facts.into_iter().map(|(label, value)| fact(app, label, value));
    let page = |label, page| Part::word(label, Message::Properties(Property::ShowPage(page)));
    let pages = vec![
        page(tr!(app.words, "files-properties-facts"), Page::Facts),
        page(tr!(app.words, "files-property-mode"), Page::Access),
    ];
    let pages = (!app.is_in_trash()).then(|| start(look, segments(look, shown.page as usize, pages)));
    let close =
        dialog::Answer::new(look, tr!(app.words, "files-properties-close"), Some(Message::Answered(Answer::No)));
    // The keyboard is where a checksum can be typed, once there are some.
    let close = if matches!(shown.sums, Sums::Read(_)) { close } else { close.id(FIELD) };
    let (more, content, answers) = match shown.page {
        Page::Facts => {
            let content = Column::with_children(rows).extend(sums(app, shown)).spacing(space::M);
            (more(app, shown), content, vec![close])
        }
        Page::Access => {
            let apply = shown.access.is_ready().then_some(Message::Properties(Property::Access(Accessed::Apply)));
            let apply = dialog::Answer::new(look, tr!(app.words, "files-access-apply"), apply).style(kind::primary);
            (None, column![access::view(app, &shown.access)], vec![close, apply])
        }
    };
    let buttons = dialog_buttons(look, app.size.width, more, answers);
    let content = column![head(app, &shown.entries)].push(pages).push(content).push(buttons).spacing(space::L);
    let content = container(content).padding(space::XL).width(Length::Fill);
    container(raised(sided(look, scroll(content).height(Length::Shrink)), radius::CARD))
        .max_width(size::QUESTION)
        .padding(Padding::from([space::L, 0.0]))
        .into()
}

/// What can be asked for besides.
fn more<'a>(app: &App, shown: &Properties) -> Option<dialog::Answer<'a, Message>> {
    let tab = app.tab();
    let is_file = matches!(shown.entries[..], [entry] if tab.kind(entry) == Kind::File);
    let label = tr!(app.words, "files-checksums");
    (is_file && shown.sums == Sums::Unasked)
        .then(|| dialog::Answer::new(&app.look, label, Some(Message::Properties(Property::Sum))))
}

/// The checksums, as far as they were asked for, and whether a known one is among them.
fn sums<'a>(app: &'a App, shown: &'a Properties) -> Vec<Element<'a, Message>> {
    let (look, words) = (&app.look, &app.words);
    let said = |text: String| vec![start(look, text::muted(look, text))];
    let sums = match &shown.sums {
        Sums::Unasked => return Vec::new(),
        Sums::Reading => return said(tr!(words, "files-checksums-reading")),
        Sums::Failed(kind) => return said(notice::sentence(&notice::reason(words, *kind))),
        Sums::Read(sums) => sums,
    };
    let sum = |label: &str, sum: &str| {
        // Digits keep their direction, and break where there is no more room.
        let value = text::caption(look, sum.to_owned()).font(Font::MONOSPACE).wrapping(Wrapping::Glyph);
        let label = container(start(look, text::muted(look, label.to_owned()))).width(LABELS);
        let value = container(value).width(Length::Fill);
        line(look, vec![label.into(), value.into()], space::M).align_y(Alignment::Start).into()
    };
    let field = input::input(look, tr!(words, "files-checksums-compare"), shown.expected.as_str())
        .id(FIELD)
        .on_input(Message::DialogEdited)
        .on_submit(Message::Answered(Answer::No));
    let mut parts: Vec<Element<'a, Message>> =
        vec![sum("MD5", &sums.md5), sum("SHA-1", &sums.sha1), sum("SHA-256", &sums.sha256), field.into()];
    if !shown.expected.trim().is_empty() {
        let (glyph, style, text): (_, fn(&Theme) -> _, _) = match sums.compare(&shown.expected) {
            Comparison::Same => (Glyph::CheckBold, ink::success, tr!(words, "files-checksums-same")),
            Comparison::Other => (Glyph::Warning, ink::danger, tr!(words, "files-checksums-other")),
            Comparison::Unknown => (Glyph::Info, ink::muted, tr!(words, "files-checksums-unknown")),
        };
        let sign = candela_ui::icon::glyph(glyph, icon::CONTROL).style(style).into();
        let text = text::body(look, text).style(style);
        parts.push(line(look, vec![sign, start(look, text)], space::S).into());
    }
    parts
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

fn of_one(app: &App, shown: &Properties, entry: u32) -> Vec<(String, String)> {
    let (words, tab) = (&app.words, app.tab());
    let mut facts = vec![(tr!(words, "files-property-place"), notice::shown(tab.path()))];
    let Some(detail) = tab.detail(entry) else {
        return facts;
    };
    facts.push((tr!(words, "files-property-type"), row::told(app, tab, entry, Fact::Type)));
    facts.extend(contents(app, shown));
    if let Some(known) = detail.facts {
        if detail.kind == Kind::File {
            let (short, exact) = (wording::size(words, known.size), tr!(words, "files-size-bytes", count = known.size));
            // A few bytes need no second number.
            let size = if short == exact { exact } else { tr!(words, "files-size-both", short = short, exact = exact) };
            facts.push((tr!(words, "files-column-size"), size));
        }
        facts.push((tr!(words, "files-column-modified"), wording::moment(words, known.modified, &app.now)));
        facts.push((tr!(words, "files-property-mode"), wording::permissions(known.mode)));
    }
    if let Some(known) = &shown.known {
        let both = tr!(words, "files-property-owner-both", owner = &*known.owner, group = &*known.group);
        facts.push((tr!(words, "files-property-owner"), both));
        facts.extend(known.attributes.iter().map(|(name, value)| (notice_of(name), value_of(app, value))));
    }
    facts.push((tr!(words, "files-property-mime"), format!("\u{2066}{}\u{2069}", detail.mime_type)));
    facts.extend(shown.opens_with.iter().map(|name| (tr!(words, "files-property-opens"), name.clone())));
    facts
}

/// The name of an attribute that another program made.
fn notice_of(name: &str) -> String {
    single_line(name).into_owned()
}

fn value_of(app: &App, value: &Value) -> String {
    /// More of a text is not read here.
    const MOST: usize = 200;
    match value {
        Value::Text(text) => single_line(text).chars().take(MOST).collect(),
        Value::Bytes(count) => tr!(app.words, "files-size-bytes", count = *count),
    }
}

/// What was counted so far.
fn contents(app: &App, shown: &Properties) -> Vec<(String, String)> {
    let words = &app.words;
    let Some((count, is_over)) = shown.count else {
        return Vec::new();
    };
    let size = wording::size(words, count.bytes);
    let told = tr!(words, "files-property-counted", files = count.files, folders = count.folders, size = size);
    let told = if is_over { told } else { tr!(words, "files-property-counting", counted = told) };
    let mut facts = vec![(tr!(words, "files-property-contents"), told)];
    if is_over && count.unread > 0 {
        facts.push((String::new(), tr!(words, "files-property-unread", count = count.unread)));
    }
    facts
}

fn of_several(app: &App, shown: &Properties) -> Vec<(String, String)> {
    let place = (tr!(app.words, "files-property-place"), notice::shown(app.tab().path()));
    [place].into_iter().chain(contents(app, shown)).collect()
}
