//! The panel of git: what is changed, the lines of one file, and the commit.

use super::row;
use crate::app::{App, Message};
use crate::command::Command;
use crate::git_panel::{LINE, Message as Panelled, Panel, is_staged};
use crate::notice::shown;

use candela_files_core::git::{Letter, Letters};
use candela_files_core::system::git::{Difference, Line};
use candela_shared::display_name::single_line;
use candela_shared::tr;
use candela_ui::Column;
use candela_ui::Element;
use candela_ui::icon::Glyph;
use candela_ui::theme::{button as kind, container as boxes};
use candela_ui::tokens::{icon, size, space, text as steps};
use candela_ui::widget::clip::{Clip, Cut};
use candela_ui::widget::toggle::{Checked, check_alone};
use candela_ui::widget::{
    button, fill, gap, icon_button_sized, input, line, list, rule, scroll, start, state, text, tooltip,
};

use iced::widget::{column, container};
use iced::{Length, Padding};

use std::path::{Path, PathBuf};

/// Its width beside the rows.
const WIDTH: f32 = 340.0;
/// The lines of a difference, to scroll them.
const LINES: &str = "files-git-lines";

pub fn view<'a>(app: &'a App, panel: &'a Panel) -> Element<'a, Message> {
    let look = &app.look;
    let close =
        icon_button_sized(look, Glyph::X, size::CONTROL_SMALL, icon::CONTROL).on_press(Message::Command(Command::Git));
    let title = text::title(look, tr!(app.words, "files-git-title"));
    let close = tooltip(look, close, tr!(app.words, "files-git-close"));
    let head = container(line(look, vec![title.into(), fill(), close.into()], space::S));
    let parts = column![head.padding(Padding::from([space::S, space::M]))].push(content(app, panel));
    let width = if app.is_narrow() { Length::Fill } else { Length::Fixed(WIDTH) };
    container(parts).padding(1.0).width(width).height(Length::Fill).style(boxes::sheet).into()
}

fn content<'a>(app: &'a App, panel: &'a Panel) -> Element<'a, Message> {
    let look = &app.look;
    let nothing = |title| state::empty(look, Glyph::GitBranch, title, String::new(), None);
    match &panel.changes {
        None if panel.is_outside => nothing(tr!(app.words, "files-git-outside")),
        None => container(fill()).height(Length::Fill).into(),
        Some(changes) if changes.all.is_empty() => nothing(tr!(app.words, "files-git-none")),
        Some(changes) => {
            let rows = changes.all.iter().map(|(path, letters)| change(app, panel, path, *letters));
            let rows = Column::with_children(rows).padding(Padding::from([0.0, space::S]));
            column![scroll(rows).height(Length::FillPortion(2))]
                .push(
                    (!panel.lines.is_empty())
                        .then(|| column![rule(), lines(app, panel)].height(Length::FillPortion(3))),
                )
                .push(rule())
                .push(commit(app, panel))
                .into()
        }
    }
}

fn change<'a>(app: &'a App, panel: &'a Panel, path: &'a Path, letters: Letters) -> Element<'a, Message> {
    let look = &app.look;
    let say = |message| Message::Panel(message);
    let checked = match (is_staged(letters), letters.worktree) {
        (false, _) => Checked::Off,
        (true, Letter::Unmodified) => Checked::On,
        (true, _) => Checked::Mixed,
    };
    let words = match checked {
        Checked::On => tr!(app.words, "files-git-unstage"),
        Checked::Off | Checked::Mixed => tr!(app.words, "files-git-stage"),
    };
    let check = check_alone(look, checked).on_press(say(Panelled::Switch(path.to_owned())));
    let is_chosen = panel.chosen.as_deref() == Some(path);
    let mut parts = vec![tooltip(look, check, words).into()];
    parts.extend(row::badge_of(look, letters, is_chosen));
    let name = Clip::new(look, steps::BODY, shown(path)).cut(Cut::Path);
    parts.push(container(name).width(Length::Fill).into());
    if letters.worktree != Letter::Unmodified && !letters.is_conflict() {
        let discard = icon_button_sized(look, Glyph::ArrowUUpLeft, size::CONTROL_SMALL, icon::CONTROL);
        let discard = discard.on_press(say(Panelled::Discard(path.to_owned())));
        parts.push(tooltip(look, discard, tr!(app.words, "files-git-discard")).into());
    }
    let inside = container(line(look, parts, space::S)).center_y(Length::Fill);
    iced::widget::button(inside)
        .padding(Padding::from([0.0, space::S]))
        .height(app.look.row())
        .width(Length::Fill)
        .style(kind::row(is_chosen))
        .on_press(say(Panelled::Choose(PathBuf::from(path))))
        .into()
}

fn lines<'a>(app: &'a App, panel: &'a Panel) -> Element<'a, Message> {
    let of = move |at: usize| of_line(app, &panel.lines[at]);
    let scrolled = |view| Message::Panel(Panelled::Scrolled(view));
    list::list(LINES, &panel.heights, panel.view, of, scrolled).height(Length::Fill).into()
}

fn of_line<'a>(app: &App, of: &'a Line) -> Element<'a, Message> {
    let palette = &app.look.palette;
    let (sign, color) = match of.difference {
        Difference::Same => (" ", palette.muted),
        Difference::Added => ("+", palette.git_added),
        Difference::Removed => ("−", palette.git_deleted),
        Difference::Place => ("", palette.git_renamed),
    };
    let words = text::label(&app.look, steps::CAPTION, format!("{sign} {}", single_line(&of.text)))
        .font(iced::Font::MONOSPACE)
        .color(color)
        .wrapping(iced::widget::text::Wrapping::None);
    container(words).padding(Padding::from([0.0, space::M])).height(LINE).width(Length::Fill).clip(true).into()
}

fn commit<'a>(app: &'a App, panel: &'a Panel) -> Element<'a, Message> {
    let look = &app.look;
    let field = input::input(look, tr!(app.words, "files-git-message"), panel.message.as_str())
        .on_input(|text| Message::Panel(Panelled::Edited(text)))
        .on_submit(Message::Panel(Panelled::Commit));
    let commit = button(look, tr!(app.words, "files-git-commit")).style(kind::primary);
    let commit = commit.on_press_maybe(panel.can_commit().then_some(Message::Panel(Panelled::Commit)));
    let branch = app.tab().git.as_ref().ok().and_then(Option::as_ref).map(|git| git.summary.branch.as_str());
    let branch = text::caption(look, single_line(branch.unwrap_or_default()));
    let foot = line(look, vec![start(look, branch), gap(space::S, 0.0), commit.into()], space::S);
    container(column![field, foot].spacing(space::S)).padding(space::M).into()
}
