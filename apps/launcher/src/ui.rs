//! What the window shows, part by part.

mod alias;
mod explanation;
mod foot;
mod home;
mod list;
mod notice;
mod panel;
mod query;
mod settings;
mod sign;
mod state;

pub use alias::ALIAS;
pub use list::LIST;
pub use panel::{LINE, PAGE, PAGE_HEAD};
pub use query::QUERY;
pub use settings::SETTING;

use crate::app::{App, Applications, Message, Page};

use candela_ui::Element;
use candela_ui::theme::container as boxes;
use candela_ui::widget::{rule, window_edge};

use iced::Length;
use iced::widget::{column, container, stack};

/// The whole window: query, what it leads to, key hints; inside an edge of one pixel.
pub fn view(app: &App) -> Element<'_, Message> {
    if app.is_unseen {
        return candela_ui::widget::fill();
    }
    let content = container(content(app)).width(Length::Fill).height(Length::Fill);
    let parts = column![query::view(app), rule(), content]
        .push(app.notice.as_ref().map(|notice| notice::view(app, notice)))
        .push(rule())
        .push(foot::view(app));
    stack![container(parts).style(boxes::surface), window_edge()].into()
}

fn content(app: &App) -> Element<'_, Message> {
    match &app.applications {
        Applications::Loading if app.items.is_empty() => candela_ui::widget::fill(),
        Applications::StillLoading if app.items.is_empty() => state::loading(app),
        Applications::Ready(_) if is_without_applications(app) => state::no_applications(app),
        Applications::Loading | Applications::StillLoading | Applications::Ready(_) => results(app),
    }
}

/// Whether there is nothing to list and nothing was asked.
fn is_without_applications(app: &App) -> bool {
    app.items.is_empty() && app.query.trim().is_empty() && app.page.is_none()
}

fn results(app: &App) -> Element<'_, Message> {
    match &app.page {
        Some(Page::Actions(panel)) => panel::view(app, panel),
        Some(Page::Alias { entry, text }) => alias::view(app, *entry, text),
        Some(Page::Explanation { entry, explanation, why }) => {
            explanation::view(app, *entry, explanation, why.as_ref())
        }
        Some(Page::Settings(selected)) => settings::view(app, *selected),
        None if app.has_found_nothing() => state::nothing_found(app),
        None => list::view(app),
    }
}
