//! New names for many files, each beside its old one.

use super::FIELD;
use crate::app::bulk::{Bulk, Message as Bulked, Part, ROOM, Way};
use crate::app::{Answer, App, Message};
use crate::notice;

use candela_files_core::operation::bulk::{Case, Preview};
use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::tr;
use candela_ui::icon::{self, Glyph, glyph};
use candela_ui::theme::{button as kind, container as boxes, text as ink};
use candela_ui::tokens::{icon as side, radius, space, text as steps};
use candela_ui::widget::choice::{self, segments};
use candela_ui::widget::clip::{Clip, Cut};
use candela_ui::widget::dialog::{self, dialog_buttons};
use candela_ui::widget::scroller::sided;
use candela_ui::widget::{input, line, list, raised, scroll, start, text};
use candela_ui::{Column, Element};

use iced::widget::{column, container};
use iced::{Length, Padding};

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// The most room it takes, in logical pixels.
const WIDTH: f32 = 640.0;
/// The names, to scroll them.
const NAMES: &str = "files-bulk-names";

pub fn view<'a>(app: &'a App, bulk: &'a Bulk) -> Element<'a, Message> {
    let (look, words) = (&app.look, &app.words);
    let heading = start(look, text::heading(look, tr!(words, "files-bulk-title")));
    let way = |label, way| choice::Part::word(label, Message::Bulk(Bulked::Choose(way)));
    let ways = [
        way(tr!(words, "files-bulk-pattern"), Way::Pattern),
        way(tr!(words, "files-bulk-replace"), Way::Replace),
        way(tr!(words, "files-bulk-regex"), Way::Regex),
        way(tr!(words, "files-bulk-case"), Way::Case),
    ];
    // In a narrow window two stand beside each other.
    let in_line = if app.is_very_narrow() { 2 } else { ways.len() };
    let mut ways = ways.into_iter();
    let lines = (0..4).step_by(in_line).map(|first| {
        let parts = ways.by_ref().take(in_line).collect();
        let chosen = (bulk.way as usize).checked_sub(first).filter(|chosen| *chosen < in_line);
        start(look, segments(look, chosen.unwrap_or(in_line), parts))
    });
    let ways = Column::with_children(lines).spacing(space::XS);
    // What is above and below it takes so much of the window.
    let around = if app.is_very_narrow() { 540.0 } else { 440.0 };
    let room = (app.size.height - around).clamp(3.0 * look.row(), ROOM);
    let names = container(names(app, bulk)).height(room).padding(Padding::from([space::XS, 0.0])).style(boxes::card);
    let yes = bulk.is_ready().then_some(Message::Bulk(Bulked::Rename));
    let yes = dialog::Answer::new(look, tr!(words, "files-rename-yes"), yes).style(kind::primary);
    let cancel = dialog::Answer::new(look, tr!(words, "files-cancel"), Some(Message::Answered(Answer::No)));
    let buttons = dialog_buttons(look, app.size.width, None, vec![cancel, yes]);
    let content = column![heading, ways, rule(app, bulk), names, told(app, bulk), buttons].spacing(space::M);
    let content = container(content).padding(space::XL).width(Length::Fill);
    let content = container(sided(look, scroll(content).height(Length::Shrink)));
    container(raised(content, radius::CARD)).max_width(WIDTH).into()
}

/// The fields of the chosen way.
fn rule<'a>(app: &'a App, bulk: &'a Bulk) -> Element<'a, Message> {
    let (look, words) = (&app.look, &app.words);
    let field = |part: Part, label: String| labelled(app, bulk, part, label);
    match bulk.way {
        Way::Pattern => {
            let note = text::caption(look, tr!(words, "files-bulk-pattern-note")).style(ink::muted);
            let numbers = vec![
                field(Part::First, tr!(words, "files-bulk-first")),
                field(Part::Step, tr!(words, "files-bulk-step")),
                field(Part::Digits, tr!(words, "files-bulk-digits")),
            ];
            let pattern = field(Part::Pattern, tr!(words, "files-bulk-pattern-of"));
            column![pattern, start(look, note), line(look, numbers, space::S)].spacing(space::S).into()
        }
        Way::Replace | Way::Regex => {
            let find = field(Part::Find, tr!(words, "files-bulk-find"));
            line(look, vec![find, field(Part::With, tr!(words, "files-bulk-with"))], space::S).into()
        }
        Way::Case => {
            let part = |label, case| choice::Part::word(label, Message::Bulk(Bulked::Case(case)));
            let cases = vec![
                part(tr!(words, "files-bulk-lower"), Case::Lower),
                part(tr!(words, "files-bulk-upper"), Case::Upper),
                part(tr!(words, "files-bulk-words"), Case::Title),
            ];
            let chosen = [Case::Lower, Case::Upper, Case::Title].iter().position(|case| *case == bulk.case);
            start(look, segments(look, chosen.unwrap_or(0), cases))
        }
    }
}

fn labelled<'a>(app: &'a App, bulk: &'a Bulk, part: Part, label: String) -> Element<'a, Message> {
    let look = &app.look;
    let caption = text::caption(look, label.clone()).style(ink::muted);
    let field = input::input(look, label, bulk.text(part))
        .on_input(move |text| Message::Bulk(Bulked::Edited(part, text)))
        .on_submit(Message::Bulk(Bulked::Rename))
        .error(bulk.is_wrong(part));
    // The keyboard begins in the first field.
    let field = if matches!(part, Part::Pattern | Part::Find) { field.id(FIELD) } else { field };
    column![start(look, caption), field].spacing(space::HAIR).width(Length::Fill).into()
}

fn names<'a>(app: &'a App, bulk: &'a Bulk) -> Element<'a, Message> {
    let names = match &bulk.names {
        Ok(names) => names,
        Err(detail) => {
            let detail = single_line(detail.lines().last().unwrap_or_default()).into_owned();
            let words = tr!(app.words, "files-error-regex", detail = detail);
            return container(text::body(&app.look, words).style(ink::danger)).padding(space::M).into();
        }
    };
    let of = move |at: usize| match names.get(at) {
        Some(preview) => name(app, preview),
        // They are being looked at.
        None => name_waiting(app, bulk.paths.get(at).map(|path| last(path))),
    };
    let scrolled = |view| Message::Bulk(Bulked::Scrolled(view));
    sided(&app.look, list::list(NAMES, &bulk.heights, bulk.view, of, scrolled).height(Length::Fill))
}

fn name<'a>(app: &'a App, preview: &'a Preview) -> Element<'a, Message> {
    let palette = &app.look.palette;
    let old = Clip::name(&app.look, last(&preview.from)).color(palette.muted);
    let new: Element<'a, Message> = match &preview.to {
        Ok(to) if *to == preview.from => Clip::name(&app.look, last(to)).color(palette.muted).into(),
        Ok(to) => Clip::name(&app.look, last(to)).into(),
        Err(reason) => {
            let words = notice::sentence(&notice::operation::reason(&app.words, *reason));
            let words = Clip::new(&app.look, steps::BODY, words).cut(Cut::End).color(palette.danger);
            let sign = glyph(Glyph::Warning, side::CONTROL).style(ink::danger);
            line(&app.look, vec![sign.into(), container(words).width(Length::Fill).into()], space::S).into()
        }
    };
    row(app, old.into(), new)
}

fn name_waiting<'a>(app: &App, old: Option<std::borrow::Cow<'a, str>>) -> Element<'a, Message> {
    let old = Clip::name(&app.look, old.unwrap_or_default()).color(app.look.palette.muted);
    row(app, old.into(), candela_ui::widget::fill())
}

fn row<'a>(app: &App, old: Element<'a, Message>, new: Element<'a, Message>) -> Element<'a, Message> {
    let look = &app.look;
    let part = |content| container(content).width(Length::FillPortion(1)).into();
    let arrow = glyph(icon::deeper(look), side::CARET).style(ink::muted);
    let parts = line(look, vec![part(old), arrow.into(), part(new)], space::M);
    container(parts).padding(Padding::from([0.0, space::M])).center_y(look.row()).into()
}

/// How many names become others, and how many cannot.
fn told<'a>(app: &App, bulk: &Bulk) -> Element<'a, Message> {
    let (changed, refused) = bulk.count;
    let look = &app.look;
    let words = match refused {
        0 => text::muted(look, tr!(app.words, "files-bulk-changed", count = changed)),
        _ => text::body(look, tr!(app.words, "files-bulk-refused", count = refused)).style(ink::danger),
    };
    start(look, words)
}

fn last(path: &Path) -> std::borrow::Cow<'_, str> {
    display_bytes(path.file_name().unwrap_or(OsStr::new("")).as_bytes())
}
