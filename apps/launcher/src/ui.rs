//! What the window shows, part by part.

mod failure;
mod foot;
mod list;
mod panel;
mod query;
mod state;

pub use list::LIST;
pub use query::QUERY;

use crate::app::{App, Applications, Message};

use candela_ui::Element;
use candela_ui::theme::container as boxes;
use candela_ui::widget::rule;

use iced::Length;
use iced::widget::{column, container, stack};

/// The whole window: query, what it leads to, key hints; inside an edge of one pixel.
pub fn view(app: &App) -> Element<'_, Message> {
    let content = container(content(app)).width(Length::Fill).height(Length::Fill);
    let parts = column![query::view(app), rule(), content]
        .push(app.notice.as_ref().map(|notice| failure::view(app, notice)))
        .push(rule())
        .push(foot::view(app));
    let edge = container(candela_ui::widget::gap(1.0, 1.0)).width(Length::Fill).height(Length::Fill);
    stack![container(parts).style(boxes::surface), edge.style(boxes::window_edge)].into()
}

fn content(app: &App) -> Element<'_, Message> {
    match &app.applications {
        Applications::Loading if app.items.is_empty() => candela_ui::widget::fill(),
        Applications::StillLoading if app.items.is_empty() => state::loading(app),
        Applications::Ready(catalogue) if catalogue.applications().next().is_none() => state::no_applications(app),
        Applications::Loading | Applications::StillLoading | Applications::Ready(_) => results(app),
    }
}

fn results(app: &App) -> Element<'_, Message> {
    match &app.panel {
        Some(panel) => panel::view(app, panel),
        None if app.has_found_nothing() => state::nothing_found(app),
        None => list::view(app),
    }
}
