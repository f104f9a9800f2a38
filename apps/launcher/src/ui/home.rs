//! Tiles: applications, categories, and what can be done with the session.

use super::list::LIST;
use crate::app::{App, Message};

use candela_launcher_core::list::Item;
use candela_shared::display_name::display_name;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::icon::{Glyph, sign_tile, tile as application_tile};
use candela_ui::theme::button as buttons;
use candela_ui::tokens::{icon, space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::{fill, line};

use iced::widget::{button, column};
use iced::{Alignment, Length, Padding};

use std::borrow::Cow;
use std::ops::Range;

/// Room around a tile's picture and name: above, at the sides, below.
const TILE: Padding = Padding { top: 14.0, right: 2.0, bottom: 10.0, left: 2.0 };

/// Tiles side by side, and nothing where the last line has fewer.
pub fn tiles(app: &App, items: Range<usize>) -> Element<'_, Message> {
    let missing = app.lines.columns.saturating_sub(items.len());
    let mut parts: Vec<Element<'_, Message>> = items.map(|item| tile(app, item)).collect();
    parts.extend((0..missing).map(|_| fill()));
    line(&app.look, parts, space::XS).into()
}

fn tile(app: &App, at: usize) -> Element<'_, Message> {
    let Some(item) = app.items.item(at) else {
        return fill();
    };
    // Our own words need the room of other languages; names of applications are what they are.
    let step = if matches!(item, Item::Hit(_)) { steps::BODY } else { steps::CAPTION };
    let name = Clip::new(&app.look, step, name(app, item)).width(Length::Shrink);
    let inside = column![picture(app, item, icon::TILE_LARGE), name]
        .spacing(space::S)
        .align_x(Alignment::Center)
        .width(Length::Fill);
    button(inside)
        .padding(TILE)
        .width(Length::Fill)
        .height(Length::Fill)
        .style(buttons::tile(at == app.selected))
        .on_press(Message::OpenItem(at))
        .into()
}

/// What an item is called.
pub fn name<'a>(app: &'a App, item: &'a Item) -> Cow<'a, str> {
    match item {
        Item::Hit(hit) => app
            .catalogue()
            .map_or(Cow::Borrowed(""), |catalogue| display_name(catalogue.entry(hit.entry).display_name())),
        Item::Category(at) => category(app, *at).into(),
        Item::Hidden => tr!(app.words, "launcher-hidden-tile").into(),
        Item::Settings => tr!(app.words, "launcher-settings-tile").into(),
        Item::Finding(finding) => display_name(&finding.name),
    }
}

/// The picture of an item at that side.
fn picture<'a>(app: &'a App, item: &Item, side: f32) -> Element<'a, Message> {
    match item {
        Item::Hit(hit) => {
            app.catalogue().map_or_else(fill, |catalogue| app.icons.view(catalogue.entry(hit.entry), hit.entry, side))
        }
        Item::Category(at) => {
            let name = app.catalogue().and_then(|catalogue| Some(&*catalogue.categories().get(*at)?.name));
            let name = name.unwrap_or_default();
            application_tile(name, &[name], side)
        }
        Item::Hidden => sign_tile(LIST, Glyph::EyeFill, side),
        Item::Settings => sign_tile("candela-launcher-settings", Glyph::GearFill, side),
        Item::Finding(finding) => sign_tile(&finding.id, crate::session::sign(&finding.id), side),
    }
}

/// The name of a category: what a menu file calls it, else ours for the categories of the specification.
pub fn category(app: &App, at: usize) -> String {
    let Some(category) = app.catalogue().and_then(|catalogue| catalogue.categories().get(at)) else {
        return String::new();
    };
    if let Some(caption) = &category.caption {
        return display_name(caption).into_owned();
    }
    match &*category.name {
        "Utility" => tr!(app.words, "launcher-category-utility"),
        "Development" => tr!(app.words, "launcher-category-development"),
        "Education" => tr!(app.words, "launcher-category-education"),
        "Game" => tr!(app.words, "launcher-category-game"),
        "Graphics" => tr!(app.words, "launcher-category-graphics"),
        "Network" => tr!(app.words, "launcher-category-network"),
        "AudioVideo" => tr!(app.words, "launcher-category-audio-video"),
        "Office" => tr!(app.words, "launcher-category-office"),
        "Science" => tr!(app.words, "launcher-category-science"),
        "Settings" => tr!(app.words, "launcher-category-settings"),
        "System" => tr!(app.words, "launcher-category-system"),
        candela_shared::registry::menu::OTHER => tr!(app.words, "launcher-category-other"),
        name => display_name(name).into_owned(),
    }
}
