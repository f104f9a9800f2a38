//! Where one is: segments, tabs, paths.

use super::{Part, along, group};
use crate::{App, Message};

use candela_ui::icon::Glyph;
use candela_ui::tokens::space;
use candela_ui::widget::breadcrumb::{Crumb, Fold, breadcrumb};
use candela_ui::widget::choice::{Part as Choice, segments, tabs};
use candela_ui::widget::start;

pub fn view(app: &App) -> Part<'_> {
    let look = &app.look;
    let spans = ["Day", "Week", "Month"];
    let spans = spans.into_iter().enumerate().map(|(at, name)| Choice::word(name, Message::Choose(at)));
    let views = [(Glyph::ListBullets, "List"), (Glyph::SquaresFour, "Grid"), (Glyph::Columns, "Columns")];
    let views = views.map(|(glyph, name)| Choice::glyph(glyph, name, Message::Press));
    let pages = ["General", "Look", "Keys"];
    let pages = pages.into_iter().enumerate().map(|(at, name)| Choice::word(name, Message::GoToTab(at)));
    let choices = vec![segments(look, app.chosen, spans.collect()).into(), segments(look, 1, views.into()).into()];
    group(
        look,
        "Navigation",
        vec![
            along(look, choices, space::L),
            start(look, tabs(look, app.tab, pages.collect())),
            path(app, &["Projects", "candela"]),
            path(app, &["Projects of the year", "Customers", "Northern harbour", "Illustrations", "candela"]),
        ],
    )
}

fn path<'a>(app: &App, names: &[&str]) -> Part<'a> {
    let home = Crumb { glyph: Some(Glyph::House), name: "Home".to_owned(), message: Message::Press };
    let folder = |name: &&str| Crumb { glyph: None, name: (*name).to_owned(), message: Message::Press };
    let crumbs = std::iter::once(home).chain(names.iter().map(folder)).collect();
    let fold = Fold {
        name: "More folders".to_owned(),
        is_open: app.has_fold,
        open: Message::ToggleFold,
        close: Message::ToggleFold,
    };
    breadcrumb(&app.look, crumbs, fold)
}
