//! The panel of git: what is changed, the lines of one file, and the commit.

use super::{row, source};
use crate::app::{App, GIT, Message};
use crate::command::Command;
use crate::git_panel::{COMMIT, LINE, Message as Panelled, Page, Panel, is_staged};
use crate::notice::shown;
use crate::wording;

use candela_files_core::entry::Time;
use candela_files_core::git::{Letter, Letters};
use candela_files_core::system::git::{Blamed, Commit, Difference, Line};
use candela_shared::display_name::single_line;
use candela_shared::tr;
use candela_ui::Column;
use candela_ui::Element;
use candela_ui::icon::Glyph;
use candela_ui::theme::{button as kind, container as boxes};
use candela_ui::tokens::{icon, size, space, text as steps};
use candela_ui::widget::choice::{Part, segments};
use candela_ui::widget::clip::{Clip, Cut};
use candela_ui::widget::scroller::sided;
use candela_ui::widget::toggle::{Checked, check_alone};
use candela_ui::widget::{
    button, fill, gap, icon_button_sized, input, line, list, rule, scroll, start, state, text, tooltip,
};

use iced::widget::{column, container};
use iced::{Length, Padding};

use std::path::{Path, PathBuf};

/// The lines of a difference, to scroll them.
const LINES: &str = "files-git-lines";
/// The commits of a log or of a file's lines, to scroll them.
const COMMITS: &str = "files-git-commits";

pub fn view<'a>(app: &'a App, panel: &'a Panel) -> Element<'a, Message> {
    let look = &app.look;
    let close =
        icon_button_sized(look, Glyph::X, size::CONTROL_SMALL, icon::CONTROL).on_press(Message::Command(Command::Git));
    let page = |label, page| Part::word(label, Message::Panel(Panelled::ShowPage(page)));
    let pages = vec![
        page(tr!(app.words, "files-git-changes"), Page::Changes),
        page(tr!(app.words, "files-git-log"), Page::Log),
        page(tr!(app.words, "files-git-blame"), Page::Blame),
    ];
    let pages = segments(look, panel.page as usize, pages);
    let close = tooltip(look, close, tr!(app.words, "files-git-close"));
    let head = container(line(look, vec![pages.into(), fill(), close.into()], space::S));
    let parts = column![head.padding(Padding::from([space::S, space::M]))].push(content(app, panel));
    let width = if app.is_narrow() { Length::Fill } else { Length::Fixed(GIT) };
    container(parts).padding(1.0).width(width).height(Length::Fill).style(boxes::sheet).into()
}

fn content<'a>(app: &'a App, panel: &'a Panel) -> Element<'a, Message> {
    let look = &app.look;
    let nothing = |title| state::empty(look, Glyph::GitBranch, title, String::new(), None);
    match &panel.changes {
        Some(_) if panel.page == Page::Log => log(app, panel),
        Some(_) if panel.page == Page::Blame => blame(app, panel),
        None if panel.is_outside => nothing(tr!(app.words, "files-git-outside")),
        None => container(fill()).height(Length::Fill).into(),
        Some(changes) if changes.all.is_empty() => nothing(tr!(app.words, "files-git-none")),
        Some(changes) => {
            let rows = changes.all.iter().map(|(path, letters)| change(app, panel, path, *letters));
            let rows = Column::with_children(rows).padding(Padding::from([0.0, space::S]));
            column![sided(look, scroll(rows).height(Length::FillPortion(2)))]
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

/// The commits of what the keyboard is on, and what the chosen one changed there.
fn log<'a>(app: &'a App, panel: &'a Panel) -> Element<'a, Message> {
    let Some(log) = &panel.log else {
        return container(fill()).height(Length::Fill).into();
    };
    if log.is_empty() {
        let nothing = tr!(app.words, "files-git-no-log");
        return state::empty(&app.look, Glyph::ClockCounterClockwise, nothing, String::new(), None);
    }
    let rows = list::list(
        COMMITS,
        &panel.page_heights,
        panel.page_view,
        move |at| of_commit(app, panel, &log[at]),
        |view| Message::Panel(Panelled::PageScrolled(view)),
    );
    column![subject(app, panel), sided(&app.look, rows.height(Length::FillPortion(2)))]
        .push((!panel.lines.is_empty()).then(|| column![rule(), lines(app, panel)].height(Length::FillPortion(3))))
        .into()
}

/// What a page tells of.
fn subject<'a>(app: &'a App, panel: &'a Panel) -> Element<'a, Message> {
    let path = panel.subject.as_deref().unwrap_or(app.tab().path());
    let name = shown(path.file_name().map_or(path, Path::new));
    let name = Clip::new(&app.look, steps::CAPTION_STRONG, name).cut(Cut::NAME).color(app.look.palette.muted);
    container(name).padding(Padding::from([space::XS, space::M])).width(Length::Fill).into()
}

fn of_commit<'a>(app: &'a App, panel: &Panel, commit: &'a Commit) -> Element<'a, Message> {
    let look = &app.look;
    let is_chosen = panel.commit.as_ref() == Some(&commit.id);
    let soft = look.palette.on(is_chosen, look.palette.muted);
    let summary = Clip::new(look, steps::BODY, single_line(&commit.summary));
    let facts = tr!(
        app.words,
        "files-git-commit-facts",
        author = single_line(&commit.author).into_owned(),
        moment = moment(app, commit),
        id = commit.id.get(..7).unwrap_or_default()
    );
    let facts = Clip::new(look, steps::CAPTION, facts).color(soft);
    let inside = container(column![summary, facts]).center_y(Length::Fill).width(Length::Fill);
    let row = iced::widget::button(inside)
        .padding(Padding::from([0.0, space::S]))
        .height(COMMIT)
        .width(Length::Fill)
        .style(kind::row(is_chosen))
        .on_press(Message::Panel(Panelled::ChooseCommit(commit.id.clone())));
    container(row).padding(Padding::from([0.0, space::S])).into()
}

fn moment(app: &App, commit: &Commit) -> String {
    wording::moment(&app.words, Time { seconds: commit.seconds, nanoseconds: 0 }, &app.now)
}

/// Where the lines of the file come from that the keyboard is on.
fn blame<'a>(app: &'a App, panel: &'a Panel) -> Element<'a, Message> {
    let look = &app.look;
    let nothing = |note| state::empty(look, Glyph::GitBranch, tr!(app.words, "files-git-no-blame"), note, None);
    match &panel.blame {
        None => container(fill()).height(Length::Fill).into(),
        Some(Err(_)) => nothing(tr!(app.words, "files-git-no-blame-note")),
        Some(Ok(lines)) => {
            let row = move |at: usize| of_blamed(app, at.checked_sub(1).map(|before| &lines[before]), &lines[at]);
            let rows = list::list(COMMITS, &panel.page_heights, panel.page_view, row, |view| {
                Message::Panel(Panelled::PageScrolled(view))
            });
            column![subject(app, panel), sided(look, rows.height(Length::Fill))].into()
        }
    }
}

fn of_blamed<'a>(app: &'a App, before: Option<&Blamed>, of: &'a Blamed) -> Element<'a, Message> {
    /// The width of the authors.
    const AUTHOR: f32 = 92.0;
    let look = &app.look;
    let is_new = before.is_none_or(|before| before.commit != of.commit);
    let author = match &of.commit {
        Some(commit) => single_line(&commit.author).into_owned(),
        None => tr!(app.words, "files-git-uncommitted"),
    };
    let author = Clip::new(look, steps::CAPTION, if is_new { author } else { String::new() });
    let author = container(author.color(look.palette.muted)).width(AUTHOR);
    let words = text::label(look, steps::CAPTION, single_line(&of.text).into_owned())
        .font(iced::Font::MONOSPACE)
        .wrapping(iced::widget::text::Wrapping::None);
    let parts = line(look, vec![author.into(), container(words).width(Length::Fill).clip(true).into()], space::S);
    let parts = container(parts).padding(Padding::from([0.0, space::M])).height(LINE).width(Length::Fill);
    match &of.commit {
        Some(commit) => {
            let told = format!("{} · {}", single_line(&commit.summary), moment(app, commit));
            tooltip(look, parts, told).into()
        }
        None => parts.into(),
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
    let lines = sided(&app.look, list::list(LINES, &panel.heights, panel.view, of, scrolled).height(Length::Fill));
    container(lines).padding(Padding { top: space::XS, ..Padding::ZERO }).into()
}

fn of_line<'a>(app: &App, of: &'a Line) -> Element<'a, Message> {
    let palette = &app.look.palette;
    let (sign, color) = match of.difference {
        Difference::Same => (" ", palette.muted),
        Difference::Added => ("+", palette.git_added),
        Difference::Removed => ("−", palette.git_deleted),
        Difference::Place => ("", palette.git_renamed),
    };
    // Words are marked where no sign of the line is shown otherwise than it is.
    let text = single_line(&of.text);
    let marks = if text == of.text { &of.marks[..] } else { &[] };
    let words = source::marked(&app.look, format!("{sign} "), text, marks, color);
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
