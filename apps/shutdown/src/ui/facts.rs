//! The card of facts about the updates: how many, how large, how urgent, how long, and which.

use crate::app::{App, Choice, Message};
use crate::notice;

use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_shutdown_core::power_supply::Supply;
use candela_shutdown_core::{Package, Updates};
use candela_ui::focus::pressable;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as kind, container as boxes, text as ink};
use candela_ui::tokens::{icon, space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::{fill, line, rule, scroll, text};
use candela_ui::{Column, Element};

use iced::widget::container;
use iced::{Length, Padding};

use std::time::Duration;

/// The height of a fact.
const ROW: f32 = 40.0;
/// The height of the list at the most.
const LIST: f32 = 140.0;
/// The height of a package in the list.
const PACKAGE: f32 = 24.0;
/// The most packages listed; nobody reads on.
const MOST: usize = 400;
/// The source that counts files.
const FILES: &str = "freebsd-update";

pub fn card<'a>(app: &'a App, choice: &Choice, updates: &'a Updates) -> Element<'a, Message> {
    let words = &app.words;
    let mut rows = vec![row(app, Glyph::Package, what(app, choice, updates), size(words, updates))];
    if let Some(count) = updates.security.filter(|count| *count > 0) {
        rows.push(row(app, Glyph::ShieldCheck, tr!(words, "shutdown-security", count = count), None));
    }
    let duration = updates.duration().map(|duration| tr!(words, "shutdown-duration", minutes = minutes(duration)));
    let supply = supply(words, choice.supply);
    if duration.is_some() || supply.is_some() {
        let glyph = if duration.is_some() { Glyph::Clock } else { Glyph::Plug };
        rows.push(row(app, glyph, duration.unwrap_or_default(), supply));
    }
    rows.push(switch(app, choice, updates));
    if app.is_list_open {
        rows.push(list(app, &updates.packages));
    }
    let last = rows.len() - 1;
    let ruled = rows.into_iter().enumerate().flat_map(|(at, row)| [Some(row), (at < last).then(rule)]);
    // One pixel, so that no row covers the card's edge.
    container(Column::with_children(ruled.flatten())).padding(1).style(boxes::card).width(Length::Fill).into()
}

fn what(app: &App, choice: &Choice, updates: &Updates) -> String {
    let words = &app.words;
    match updates.count {
        _ if updates.release_upgrade => tr!(words, "shutdown-release"),
        Some(count) if choice.found.report.source == Some(FILES) => tr!(words, "shutdown-files", count = count),
        Some(count) => tr!(words, "shutdown-packages", count = count),
        None => tr!(words, "shutdown-updates"),
    }
}

fn row<'a>(app: &'a App, picture: Glyph, said: String, more: Option<String>) -> Element<'a, Message> {
    let look = &app.look;
    let mut parts = vec![glyph(picture, icon::BAR).style(ink::muted).into(), text::body(look, said).into(), fill()];
    parts.extend(more.map(|more| text::muted(look, more).into()));
    container(line(look, parts, space::M))
        .padding(Padding::from([0.0, space::BUTTON]))
        .center_y(look.scaled(ROW))
        .width(Length::Fill)
        .into()
}

/// Where they come from, and the switch that unfolds the list, where there is one.
fn switch<'a>(app: &'a App, choice: &Choice, updates: &Updates) -> Element<'a, Message> {
    let (look, words) = (&app.look, &app.words);
    let source = tr!(words, "shutdown-source", source = choice.found.report.source.unwrap_or_default());
    let mut parts = vec![text::caption(look, source).into(), fill()];
    if !updates.packages.is_empty() {
        let label =
            if app.is_list_open { tr!(words, "shutdown-hide-packages") } else { tr!(words, "shutdown-show-packages") };
        let button = iced::widget::button(text::caption(look, label)).padding(Padding::from([space::XS, space::S]));
        parts.push(pressable(button.style(kind::quiet), Message::ToggleList).into());
    }
    container(line(look, parts, space::M))
        .padding(look.inset(0.0, space::S, 0.0, space::BUTTON))
        .center_y(look.scaled(ROW))
        .width(Length::Fill)
        .into()
}

fn list<'a>(app: &'a App, packages: &'a [Package]) -> Element<'a, Message> {
    let rows: Vec<Element<'_, Message>> = packages.iter().take(MOST).map(|package| listed(app, package)).collect();
    let height = (rows.len() as f32 * app.look.scaled(PACKAGE)).min(LIST);
    container(scroll(Column::with_children(rows)).height(height)).padding(Padding::from([space::XS, 0.0])).into()
}

fn listed<'a>(app: &'a App, package: &'a Package) -> Element<'a, Message> {
    let look = &app.look;
    // An arrow, as version lists have it in every language; versions are no words.
    let versions: Vec<&str> = package.from.as_deref().into_iter().chain(package.to.as_deref()).collect();
    let name = Clip::new(look, steps::CAPTION, package.name.as_str());
    let mut parts: Vec<Element<'_, Message>> = vec![name.into(), text::caption(look, versions.join(" → ")).into()];
    if package.security == Some(true) {
        parts.push(glyph(Glyph::ShieldCheck, icon::WINDOW).style(ink::warning).into());
    }
    container(line(look, parts, space::S))
        .padding(Padding::from([0.0, space::BUTTON]))
        .center_y(look.scaled(PACKAGE))
        .width(Length::Fill)
        .into()
}

fn size(words: &Words, updates: &Updates) -> Option<String> {
    let is_here = updates.to_download == Some(0);
    let missing = updates.to_download.filter(|bytes| *bytes > 0);
    Some(match (is_here, missing.or(updates.bytes)) {
        (true, Some(bytes)) => tr!(words, "shutdown-size-downloaded", size = notice::bytes(words, bytes)),
        (true, None) => tr!(words, "shutdown-downloaded"),
        (false, Some(bytes)) => tr!(words, "shutdown-size-to-download", size = notice::bytes(words, bytes)),
        (false, None) => tr!(words, "shutdown-to-download"),
    })
}

fn minutes(duration: Duration) -> u64 {
    ((duration.as_secs() + 30) / 60).max(1)
}

fn supply(words: &Words, supply: Supply) -> Option<String> {
    match supply {
        Supply::Unknown => None,
        Supply::Mains => Some(tr!(words, "shutdown-mains")),
        Supply::PluggedIn(charge) => Some(tr!(words, "shutdown-plugged-in", percent = charge)),
        Supply::Discharging(charge) => Some(tr!(words, "shutdown-on-battery", percent = charge)),
    }
}
