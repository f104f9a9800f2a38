//! The actions of one thing, in place of the list.

use super::list::{head, row_button};
use super::sign;
use crate::app::{App, Line, Message, Panel, Subject};
use crate::lines::INSET;

use candela_shared::display_name::display_name;
use candela_shared::tr;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::text as colors;
use candela_ui::tokens::{icon, space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::scroller::sided;
use candela_ui::widget::{fill, line, scroll};
use candela_ui::{Column, Element};

use iced::widget::container;
use iced::{Length, Padding};

/// Height of a line.
pub const LINE: f32 = 44.0;
/// Height of the head above the lines of a page.
pub const PAGE_HEAD: f32 = 36.0;
/// The page, to scroll it.
pub const PAGE: &str = "launcher-page";

pub fn view<'a>(app: &'a App, panel: &'a Panel) -> Element<'a, Message> {
    let Some((name, picture)) = subject(app, panel) else {
        return fill();
    };
    let mut pictures = Some(picture);
    let mut lines = vec![head(&app.look, tr!(app.words, "launcher-actions-of", name = name))];
    lines.extend(app.lines_of(&panel.subject).into_iter().enumerate().map(|(at, line)| {
        let picture = pictures.take().unwrap_or_else(|| {
            glyph(sign(line), icon::BAR).style(colors::on(panel.selected == at, colors::muted)).into()
        });
        of_line(app, panel, at, picture, words(app, panel, line))
    }));
    let lines = container(Column::with_children(lines)).padding(Padding::from([0.0, INSET]));
    sided(&app.look, scroll(lines).id(PAGE))
}

/// What the subject is called, and its picture, which stands before the first line.
fn subject<'a>(app: &'a App, panel: &'a Panel) -> Option<(String, Element<'a, Message>)> {
    match &panel.subject {
        Subject::Application(position) => {
            let entry = app.catalogue()?.entry(*position);
            let name = display_name(entry.display_name()).into_owned();
            Some((name, app.icons.view(entry, *position, icon::TILE)))
        }
        Subject::Finding(finding) => {
            Some((display_name(&finding.name).into_owned(), sign::of(finding, panel.selected == 0)))
        }
    }
}

/// The sign of a line; the first shows the subject's own picture.
const fn sign(line: Line) -> Glyph {
    match line {
        Line::Open | Line::Action(_) => Glyph::ArrowUpRight,
        Line::Terminal => Glyph::TerminalWindow,
        Line::OtherGpu => Glyph::Lightning,
        Line::Pin | Line::Unpin => Glyph::PushPin,
        Line::Alias => Glyph::Tag,
        Line::Hide => Glyph::EyeSlash,
        Line::Unhide => Glyph::Eye,
        Line::Location => Glyph::FolderOpen,
        Line::EditCopy => Glyph::PencilSimple,
        Line::Copy => Glyph::Copy,
        Line::Explain => Glyph::Info,
        Line::Forget => Glyph::ClockCounterClockwise,
    }
}

fn words(app: &App, panel: &Panel, line: Line) -> String {
    let words = &app.words;
    let is_file = matches!(panel.subject, Subject::Finding(_));
    match line {
        Line::Open => tr!(words, "launcher-open"),
        Line::Action(at) => action(app, panel, at),
        Line::Terminal => tr!(words, "launcher-terminal"),
        Line::OtherGpu => tr!(words, "launcher-other-gpu"),
        Line::Pin => tr!(words, "launcher-pin"),
        Line::Unpin => tr!(words, "launcher-unpin"),
        Line::Alias => tr!(words, "launcher-alias"),
        Line::Hide => tr!(words, "launcher-hide"),
        Line::Unhide => tr!(words, "launcher-unhide"),
        Line::Location if is_file => tr!(words, "launcher-file-location"),
        Line::Location => tr!(words, "launcher-location"),
        Line::EditCopy => tr!(words, "launcher-edit-copy"),
        Line::Copy if is_file => tr!(words, "launcher-copy"),
        Line::Copy => tr!(words, "launcher-copy-command"),
        Line::Explain => tr!(words, "launcher-explain"),
        Line::Forget => tr!(words, "launcher-forget"),
    }
}

fn action(app: &App, panel: &Panel, at: usize) -> String {
    let Subject::Application(position) = panel.subject else {
        return String::new();
    };
    let entry = app.catalogue().map(|catalogue| catalogue.entry(position));
    let action = entry.and_then(|entry| entry.actions.get(at));
    action.map(|action| display_name(&action.name).into_owned()).unwrap_or_default()
}

fn of_line<'a>(
    app: &'a App,
    panel: &Panel,
    at: usize,
    picture: Element<'a, Message>,
    words: String,
) -> Element<'a, Message> {
    let is_selected = panel.selected == at;
    let mut parts = vec![container(picture).center(icon::TILE).into(), Clip::new(&app.look, steps::BODY, words).into()];
    if is_selected {
        parts.push(glyph(Glyph::ArrowElbowDownLeftBold, icon::WINDOW).style(colors::on_selection).into());
    }
    let inside = container(line(&app.look, parts, space::M)).center_y(Length::Fill);
    container(row_button(inside.into(), is_selected, Message::OpenItem(at))).height(app.look.scaled(LINE)).into()
}
