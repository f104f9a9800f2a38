//! The status line: what is selected, where the repository stands, how much room there is.

use super::menu;
use crate::app::{App, Menu, Message};
use crate::notice;
use crate::tab::{State, Tab};
use crate::wording;

use candela_files_core::system::git::Summary;
use candela_shared::display_name::single_line;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::focus::pressable;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as kind, text as ink};
use candela_ui::tokens::{icon, space, text as steps};
use candela_ui::widget::bar::status_bar;
use candela_ui::widget::clip::Clip;
use candela_ui::widget::{fill, line, popover, text, tooltip};

use iced::Length;
use iced::widget::text::Wrapping;

/// Panes narrower than this, in logical pixels at the usual size of text, show what is counted and the branch alone.
const ROOM: f32 = 400.0;

pub fn view(app: &App, pane: usize) -> Element<'_, Message> {
    let tab = app.panes[pane].tab();
    let counted = text::caption(&app.look, counted(app, tab)).wrapping(Wrapping::None);
    let mut parts = vec![counted.into(), fill()];
    match &tab.git {
        Ok(Some(git)) => {
            if git.states.is_partial() {
                let sign = glyph(Glyph::Info, icon::WINDOW).style(ink::muted);
                parts.push(tooltip(&app.look, sign, tr!(app.words, "files-git-large")).into());
            }
            parts.extend(repository(app, pane, &git.summary));
        }
        Ok(None) => {}
        Err(error) => {
            let words = Clip::new(&app.look, steps::CAPTION, notice::git(&app.words, error));
            let sign = glyph(Glyph::Warning, icon::WINDOW).style(ink::warning).into();
            parts.push(line(&app.look, vec![sign, words.into()], space::XS).width(Length::FillPortion(3)).into());
        }
    }
    if let Some(space) = tab.space.filter(|_| has_room(app)) {
        let free = tr!(app.words, "files-free", size = wording::size(&app.words, space.free));
        parts.push(text::caption(&app.look, free).into());
    }
    status_bar(&app.look, parts)
}

fn has_room(app: &App) -> bool {
    app.pane_width() >= app.look.scaled(ROOM)
}

fn counted(app: &App, tab: &Tab) -> String {
    let (selected, count) = (tab.selection.entries().len(), tab.rows.len());
    let words = match (&tab.state, selected) {
        (State::Loading | State::StillLoading, 0) if tab.search().is_some() => {
            return tr!(app.words, "files-growing", count = count);
        }
        (State::Ready, 0) if tab.search().is_some() => return tr!(app.words, "files-found", count = count),
        (State::Failed(_), _) => return String::new(),
        (State::Growing, _) => return tr!(app.words, "files-growing", count = count),
        (_, 0) => return tr!(app.words, "files-items", count = count),
        _ => tr!(app.words, "files-selected", selected = selected, count = count),
    };
    match tab.selected_size() {
        Some(size) => tr!(app.words, "files-with-size", words = words, size = wording::size(&app.words, size)),
        None => words,
    }
}

fn repository<'a>(app: &'a App, pane: usize, summary: &'a Summary) -> Vec<Element<'a, Message>> {
    let look = &app.look;
    let branch = text::label(look, steps::CAPTION_STRONG, single_line(&summary.branch));
    let sign = glyph(Glyph::GitBranch, icon::WINDOW).style(ink::muted);
    let label = line(look, vec![sign.into(), branch.into()], space::XS);
    let button = iced::widget::button(label).padding(0).style(kind::head(true));
    let button = pressable(button, Message::Menu(Menu::Branches(pane)));
    let button = tooltip(look, button, tr!(app.words, "files-branches"));
    let rows = (app.menu == Some(Menu::Branches(pane))).then_some(app.branches.as_ref()).flatten();
    let rows = rows.map(|branches| menu::branches(app, branches, &summary.branch));
    let mut parts = vec![popover(look, button, rows, Message::Close).at_end().into()];
    let distance = distance(app, summary);
    if !distance.is_empty() && has_room(app) {
        parts.push(text::caption(look, distance).into());
    }
    if summary.stashed > 0 && has_room(app) {
        parts.push(text::caption(look, tr!(app.words, "files-stashed", count = summary.stashed)).into());
    }
    let mut all = vec![line(look, parts, space::S).into()];
    if summary.conflicts > 0 {
        let words = tr!(app.words, "files-conflicts", count = summary.conflicts);
        let words = text::label(look, steps::CAPTION_STRONG, words).style(ink::danger);
        let sign = glyph(Glyph::Warning, icon::WINDOW).style(ink::danger);
        all.push(line(look, vec![sign.into(), words.into()], space::XS).into());
    }
    all
}

fn distance(app: &App, summary: &Summary) -> String {
    match (summary.ahead, summary.behind) {
        (0, 0) => String::new(),
        (ahead, 0) => tr!(app.words, "files-ahead", count = ahead),
        (0, behind) => tr!(app.words, "files-behind", count = behind),
        (ahead, behind) => tr!(app.words, "files-diverged", ahead = ahead, behind = behind),
    }
}
