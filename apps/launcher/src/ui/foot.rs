//! The foot: what the keys do, and how much is listed.

use crate::app::{App, Line, Message, Page, Place, Setting};

use candela_launcher_core::list::Item;
use candela_launcher_core::provider::{Deed, Sort};
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::theme::container as boxes;
use candela_ui::tokens::{size, space};
use candela_ui::widget::{fill, hint, line, text};

use iced::widget::container;
use iced::{Length, Padding};

/// Its height.
const HEIGHT: f32 = 40.0;
/// Distance from the window's sides.
const SIDES: f32 = 20.0;

pub fn view(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let mut parts: Vec<Element<'_, Message>> = Vec::new();
    let otherwise = otherwise(app);
    let has_room = app.size.width >= size::NARROW || otherwise.is_none();
    if let Some(words) = enter(app).filter(|_| has_room) {
        parts.push(hint(look, "↵", words));
    }
    if let Some(words) = otherwise {
        parts.push(hint(look, &app.words.chord("Ctrl ↵"), words));
    }
    if let Some(words) = tab(app).filter(|_| has_room) {
        parts.push(hint(look, "Tab", words));
    }
    parts.push(fill());
    // Where there is little room, the count goes first, then what is the same everywhere.
    if app.page.is_none() && !app.items.is_empty() && app.size.width >= size::NARROW {
        parts.push(text::caption(look, count(app)).into());
    }
    parts.push(hint(look, "Esc", leave(app)));
    container(line(look, parts, space::L))
        .padding(Padding::from([0.0, SIDES]))
        .center_y(look.scaled(HEIGHT))
        .width(Length::Fill)
        .style(boxes::background)
        .into()
}

/// What Enter does; `None` where it does nothing.
fn enter(app: &App) -> Option<String> {
    let words = &app.words;
    match &app.page {
        Some(Page::Actions(panel)) => Some(match app.lines_of(&panel.subject).get(panel.selected)? {
            Line::Copy => tr!(words, "launcher-copy"),
            Line::Terminal | Line::OtherGpu => tr!(words, "launcher-run"),
            Line::Forget => tr!(words, "launcher-forget"),
            Line::Pin => tr!(words, "launcher-pin"),
            Line::Unpin => tr!(words, "launcher-unpin"),
            Line::Hide => tr!(words, "launcher-hide"),
            Line::Unhide => tr!(words, "launcher-unhide"),
            Line::Open | Line::Action(_) | Line::Location | Line::EditCopy | Line::Alias | Line::Explain => {
                tr!(words, "launcher-open")
            }
        }),
        Some(Page::Alias { .. }) => Some(tr!(words, "launcher-keep")),
        Some(Page::Settings(at)) if Setting::all().get(*at) == Some(&Setting::File) => {
            Some(tr!(words, "launcher-open"))
        }
        Some(Page::Settings(_)) => Some(tr!(words, "launcher-change")),
        Some(Page::Explanation { .. }) => None,
        None => match app.items.item(app.selected)? {
            Item::Finding(finding) => Some(match (&finding.deed, finding.sort) {
                (Deed::Copy(_), _) => tr!(words, "launcher-copy"),
                (Deed::Run(_), Sort::Command) => tr!(words, "launcher-run"),
                _ => tr!(words, "launcher-open"),
            }),
            Item::Hit(_) | Item::Category(_) | Item::Hidden | Item::Settings => Some(tr!(words, "launcher-open")),
        },
    }
}

/// What Enter does with Ctrl.
fn otherwise(app: &App) -> Option<String> {
    if let Some(notice) = &app.notice {
        return notice.way_out_words(&app.words);
    }
    if app.has_found_nothing() && app.page.is_none() {
        return app.web_engine().map(|_| tr!(app.words, "launcher-nothing-web"));
    }
    let finding = app.items.finding(app.selected)?;
    let is_command = finding.sort == Sort::Command && matches!(finding.deed, Deed::Run(_));
    (is_command && app.page.is_none()).then(|| tr!(app.words, "launcher-terminal"))
}

/// What Tab does.
fn tab(app: &App) -> Option<String> {
    if app.page.is_some() {
        return None;
    }
    match app.items.item(app.selected)? {
        Item::Finding(finding) if finding.sort == Sort::Command => Some(tr!(app.words, "launcher-complete")),
        Item::Finding(_) | Item::Hit(_) => Some(tr!(app.words, "launcher-actions")),
        Item::Category(_) | Item::Hidden | Item::Settings => None,
    }
}

fn count(app: &App) -> String {
    if app.query.trim().is_empty() {
        tr!(app.words, "launcher-apps", count = app.items.applications())
    } else {
        tr!(app.words, "launcher-results", count = app.items.len())
    }
}

fn leave(app: &App) -> String {
    let is_inside = app.page.is_some() || app.notice.is_some() || !app.query.is_empty() || app.place != Place::Home;
    if is_inside { tr!(app.words, "launcher-back") } else { tr!(app.words, "launcher-close") }
}
