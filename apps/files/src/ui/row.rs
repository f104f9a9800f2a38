//! A row of the table, and the marks that cells of the grid share with it.

use super::table::{self, room_before, width};
use crate::app::{App, Message};
use crate::tab::{GROUP, Tab, row_icon};
use crate::widget::target::{Face, target};
use crate::{kind, wording};

use candela_files_core::entry::Kind;
use candela_files_core::git::{Letter, Letters};
use candela_files_core::group::Group;
use candela_files_core::presentation::{Fact, FactColumn};
use candela_shared::display_name::{display_bytes, single_line};
use candela_shared::tr;
use candela_ui::icon::{Picture, picture};
use candela_ui::tokens::{size, space, text as steps};
use candela_ui::widget::clip::Clip;
use candela_ui::widget::mark::{Git, Stage, git_badge, git_dot};
use candela_ui::widget::{gap, line, start, text};
use candela_ui::{Element, Look};

use iced::widget::{column, container};
use iced::{Alignment, Color, Length, Padding};

use std::os::unix::ffi::OsStrExt;

/// The row at a place of the table.
pub fn view(app: &App, pane: usize, row: usize) -> Element<'_, Message> {
    let tab = app.panes[pane].tab();
    let Some(entry) = tab.entry_at(row) else {
        return gap(0.0, app.row_height(tab));
    };
    let is_selected = tab.selection.contains(entry) && pane == app.active;
    let look = &app.look;
    let soft = ink(app, tab, entry, is_selected, look.palette.muted);
    let side = row_icon(tab.zoom);
    let art = container(picture(picture_of(tab, entry), side));
    let name = Clip::name(look, name(tab, entry)).color(ink(app, tab, entry, is_selected, look.palette.text));
    let mut parts = vec![
        container(start(look, art)).width(side + width::PICTURE_GAP).into(),
        container(name).width(Length::Fill).into(),
    ];
    if has_git(tab) {
        let mark = container(start(look, mark(app, tab, entry, is_selected))).width(width::GIT);
        parts.extend([gap(width::NAME_GAP, 0.0), mark.into()]);
    }
    for (at, FactColumn { fact, width }) in table::columns(app, tab).into_iter().enumerate() {
        let told = Clip::new(look, steps::BODY, told(app, tab, entry, fact)).color(soft);
        let room = room_before(tab, at);
        if room > 0.0 {
            parts.push(gap(room, 0.0));
        }
        let width = f32::from(width);
        parts.push(match fact {
            Fact::Size => container(told.width(Length::Shrink)).width(width).align_x(look.end()).into(),
            Fact::Modified | Fact::Type | Fact::Permissions => container(told).width(width).into(),
        });
    }
    let inside =
        container(line(look, parts, 0.0)).padding(Padding::from([0.0, space::M])).center_y(app.row_height(tab));
    let row_of = target(inside, face(app, pane, row), move |press| Message::RowPressed { pane, row: Some(row), press });
    match tab.group_at(row) {
        Some(group) => column![group_head(app, group), row_of].into(),
        None => row_of.into(),
    }
}

/// The head of a group of rows.
pub fn group_head<'a>(app: &App, group: &Group) -> Element<'a, Message> {
    let look = &app.look;
    let words = text::section(look, wording::group(&app.words, group));
    let inset = Padding { bottom: space::XS, ..Padding::from([0.0, space::M]) };
    container(start(look, words)).padding(inset).height(look.scaled(GROUP)).align_y(Alignment::End).into()
}

/// How the target of a row or a cell is drawn.
pub fn face(app: &App, pane: usize, row: usize) -> Face {
    let tab = app.panes[pane].tab();
    Face::Row {
        is_selected: tab.entry_at(row).is_some_and(|entry| tab.selection.contains(entry)),
        is_active: pane == app.active,
        is_cursor: tab.selection.cursor() == Some(row) && app.field.is_none(),
    }
}

/// The name of an entry, as it may be shown.
pub fn name(tab: &Tab, entry: u32) -> std::borrow::Cow<'_, str> {
    display_bytes(tab.folder.entry(entry).name.as_bytes())
}

/// The picture of an entry, by what is known of it.
pub fn picture_of(tab: &Tab, entry: u32) -> Picture {
    let mime_type = tab.detail(entry).map_or("", |detail| detail.mime_type.as_str());
    kind::picture(tab.kind(entry), mime_type)
}

/// The colour of text in a row: hidden and ignored entries stand back.
pub fn ink(app: &App, tab: &Tab, entry: u32, is_selected: bool, color: Color) -> Color {
    let palette = &app.look.palette;
    let is_back = tab.folder.entry(entry).is_hidden() || letters(tab, entry) == Letters::both(Letter::Ignored);
    match (is_selected, is_back) {
        (true, _) => palette.on(true, color),
        (false, true) => palette.muted,
        (false, false) => color,
    }
}

/// Whether there is a column for git: inside of a repository.
pub fn has_git(tab: &Tab) -> bool {
    matches!(tab.git, Ok(Some(_)))
}

fn letters(tab: &Tab, entry: u32) -> Letters {
    match &tab.git {
        Ok(Some(git)) => git.states.of(&tab.folder.entry(entry).name),
        Ok(None) | Err(_) => Letters::default(),
    }
}

/// What git says of an entry: a letter for a file, a dot for a folder with something below it.
pub fn mark<'a>(app: &App, tab: &Tab, entry: u32, is_selected: bool) -> Element<'a, Message> {
    let letters = letters(tab, entry);
    let Some((git, stage)) = badge(letters) else {
        return gap(size::MARK, 0.0);
    };
    match tab.folder.entry(entry).kind {
        Kind::Folder => git_dot(git, is_selected),
        _ => git_badge(&app.look, git, stage, is_selected),
    }
}

/// The badge of a file's letters, where they say something.
pub fn badge_of<'a>(look: &Look, letters: Letters, is_selected: bool) -> Option<Element<'a, Message>> {
    badge(letters).map(|(git, stage)| git_badge(look, git, stage, is_selected))
}

/// The badge of letters: what is not staged yet goes before what is.
fn badge(letters: Letters) -> Option<(Git, Stage)> {
    if letters.is_conflict() {
        return Some((Git::Conflict, Stage::WorkingTree));
    }
    let worktree = git(letters.worktree).map(|git| (git, Stage::WorkingTree));
    worktree.or_else(|| git(letters.index).map(|git| (git, Stage::Index)))
}

fn git(letter: Letter) -> Option<Git> {
    match letter {
        Letter::Unmodified | Letter::Ignored => None,
        Letter::Untracked => Some(Git::Untracked),
        Letter::Added | Letter::Copied => Some(Git::Added),
        Letter::Renamed => Some(Git::Renamed),
        Letter::Modified | Letter::TypeChanged => Some(Git::Modified),
        Letter::Deleted => Some(Git::Deleted),
        Letter::Unmerged => Some(Git::Conflict),
    }
}

/// What a column tells of an entry; nothing as long as it is not known.
pub fn told(app: &App, tab: &Tab, entry: u32, fact: Fact) -> String {
    let detail = tab.detail(entry);
    let permissions = || detail.and_then(|detail| detail.facts).map(|facts| wording::permissions(facts.mode));
    match fact {
        Fact::Size => size_of(app, tab, entry),
        Fact::Modified => moment_of(app, tab, entry),
        Fact::Type => {
            detail.map(|detail| single_line(app.type_name(&detail.mime_type)).into_owned()).unwrap_or_default()
        }
        Fact::Permissions => permissions().unwrap_or_default(),
    }
}

fn size_of(app: &App, tab: &Tab, entry: u32) -> String {
    let Some(detail) = tab.detail(entry) else {
        return String::new();
    };
    match (detail.kind, detail.count, detail.facts) {
        (Kind::Folder, Some(count), _) => tr!(app.words, "files-items", count = count),
        (Kind::File, _, Some(facts)) => wording::size(&app.words, facts.size),
        _ => String::new(),
    }
}

fn moment_of(app: &App, tab: &Tab, entry: u32) -> String {
    let facts = tab.detail(entry).and_then(|detail| detail.facts);
    facts.map_or_else(String::new, |facts| wording::moment(&app.words, facts.modified, &app.now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_staged_yet_goes_before_what_is_and_conflicts_before_both() {
        let of = |index, worktree| badge(Letters { index, worktree });
        use Letter::{Added, Deleted, Ignored, Modified, Renamed, Unmodified, Untracked};
        assert_eq!(of(Added, Modified), Some((Git::Modified, Stage::WorkingTree)));
        assert_eq!(of(Renamed, Unmodified), Some((Git::Renamed, Stage::Index)));
        assert_eq!(of(Untracked, Untracked), Some((Git::Untracked, Stage::WorkingTree)));
        assert_eq!(of(Added, Added), Some((Git::Conflict, Stage::WorkingTree)));
        assert_eq!(of(Deleted, Letter::Unmerged), Some((Git::Conflict, Stage::WorkingTree)));
        assert_eq!((of(Unmodified, Unmodified), of(Ignored, Ignored)), (None, None));
    }
}
