//! Badges, states of git, key caps, kinds of files.

use super::{Part, along, group};
use crate::Message;

use candela_ui::icon::{Picture, picture, tile};
use candela_ui::tokens::{icon, space};
use candela_ui::widget::mark::{Git, Stage, Tone};
use candela_ui::widget::{badge, git_badge, git_dot, hint, line, start, text};
use candela_ui::{Look, Row};

/// The side of a kind of file on the sheet.
const KIND: f32 = 22.0;

pub fn view<'a>(look: &Look) -> Part<'a> {
    let badges = [("Default", Tone::Plain), ("3 new", Tone::Accent), ("Low", Tone::Warning), ("Failed", Tone::Danger)];
    let badges = badges.map(|(words, tone)| badge(look, tone, words));
    let git = |git, stage, name| named(look, git_badge(look, git, stage, false), name);
    let changed = vec![
        git(Git::Modified, Stage::WorkingTree, "Modified"),
        git(Git::Modified, Stage::Index, "Staged"),
        git(Git::Added, Stage::Index, "Added"),
    ];
    let others = vec![
        git(Git::Untracked, Stage::WorkingTree, "Untracked"),
        git(Git::Renamed, Stage::WorkingTree, "Renamed"),
        git(Git::Deleted, Stage::WorkingTree, "Deleted"),
    ];
    let worst =
        vec![git(Git::Conflict, Stage::Index, "Conflict"), named(look, git_dot(Git::Modified, false), "Inside")];
    let hints = vec![hint(look, "Ctrl K", "Actions"), hint(look, "↵", "Open"), hint(look, "Esc", "Close")];
    group(
        look,
        "Badges, git states, key caps",
        vec![
            along(look, badges.into(), space::S),
            along(look, changed, space::M),
            along(look, others, space::M),
            along(look, worst, space::M),
            along(look, hints, space::BUTTON),
        ],
    )
}

fn named<'a>(look: &Look, mark: Part<'a>, name: &str) -> Part<'a> {
    line(look, vec![mark, text::caption(look, name).into()], 6.0).into()
}

pub fn kinds<'a>(look: &Look) -> Part<'a> {
    let kinds = Picture::ALL.iter().map(|kind| picture(*kind, KIND).into());
    let kinds: Row<'a, Message> = Row::with_children(kinds).spacing(space::S);
    let tiles = ["TextEditor", "WebBrowser", "Game", "Audio", "Settings", "Office", "Network", "Utility"];
    let tiles = tiles.map(|category| tile(category, &[category], icon::TILE)).into();
    group(
        look,
        "File kinds, tiles",
        vec![start(look, kinds.wrap().vertical_spacing(space::S)), along(look, tiles, space::S)],
    )
}
