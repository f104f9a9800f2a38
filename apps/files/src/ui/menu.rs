//! The menus: of the window, and of what is selected.

use super::stop_name;
use crate::app::{self, App, Menu, Message, Turn, Turns, Typing};
use crate::command::Command;
use crate::tab::Tab;
use crate::{notice, wording};

use candela_files_core::custom::Custom;
use candela_files_core::folder::Hidden;
use candela_files_core::history::Stop;
use candela_files_core::presentation::Fact;
use candela_shared::display_name::single_line;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::icon::Glyph;
use candela_ui::widget::menu::{MenuPart, MenuRow, menu};
use candela_ui::widget::{icon_button, popover, tooltip};

use std::path::{Path, PathBuf};

/// The menu of the window, under its button.
pub fn main(app: &App) -> Element<'_, Message> {
    let look = &app.look;
    let button = icon_button(look, Glyph::DotsThreeVertical).on_press(Message::Menu(Menu::Main));
    let button = tooltip(look, button, tr!(app.words, "files-menu"));
    let hidden = match app.tab().arrangement.hidden {
        Hidden::Omitted => Glyph::Eye,
        Hidden::Shown => Glyph::EyeSlash,
    };
    let rows = (app.menu == Some(Menu::Main)).then(|| {
        let parts = vec![
            part(app, Glyph::FolderPlus, Command::NewFolder),
            part(app, Glyph::Plus, Command::NewTab),
            part(app, Glyph::ArrowClockwise, Command::Reload),
            part(app, hidden, Command::SwitchHidden),
            MenuPart::Rule,
            turn(app, Glyph::ArrowUUpLeft, Command::Undo, |turns| turns.undo),
            turn(app, Glyph::ArrowUUpRight, Command::Redo, |turns| turns.redo),
            MenuPart::Rule,
            grouped(app),
            own_view(app),
            MenuPart::Rule,
            part(app, Glyph::ListChecksFill, Command::SelectAll),
            part(app, Glyph::MagnifyingGlassPlus, Command::SelectPattern),
            part(app, Glyph::CircleHalf, Command::InvertSelection),
            MenuPart::Rule,
            part(app, Glyph::GitBranch, Command::Git),
            part(app, Glyph::Eye, Command::Preview),
            part(app, Glyph::Funnel, Command::Filter),
            part(app, Glyph::PencilSimple, Command::EditPath),
            part(app, Glyph::TerminalWindow, Command::OpenTerminal),
            MenuPart::Rule,
            part(app, Glyph::MagnifyingGlass, Command::Palette),
            part(app, Glyph::Keyboard, Command::Keys),
        ];
        // In a very narrow window there is no room for the switch of views.
        let views = if app.is_very_narrow() { views(app) } else { Vec::new() };
        menu(look, views.into_iter().chain(parts).collect())
    });
    popover(look, button, rows, Message::Close).at_end().into()
}

fn views<'a>(app: &App) -> Vec<MenuPart<'a, Message>> {
    vec![
        part(app, Glyph::ListBullets, Command::ShowDetails),
        part(app, Glyph::SquaresFour, Command::ShowGrid),
        part(app, Glyph::Rows, Command::ShowCompact),
        part(app, Glyph::Columns, Command::ShowColumns),
        part(app, Glyph::SquareSplitHorizontal, Command::SwitchPanes),
        MenuPart::Rule,
    ]
}

/// The menu of what is selected, where the pointer asked for it.
pub fn context<'a>(app: &'a App, below: Element<'a, Message>) -> Element<'a, Message> {
    let (rows, at) = match app.menu {
        Some(Menu::Context(at)) => (Some(menu(&app.look, of_selection(app))), at),
        _ => (None, iced::Point::ORIGIN),
    };
    popover(&app.look, below, rows, Message::Close).at(at).into()
}

fn of_selection(app: &App) -> Vec<MenuPart<'_, Message>> {
    let is_nothing = app.tab().selection.entries().len() == 0;
    if is_nothing && app.is_in_trash() {
        return vec![
            part(app, Glyph::ArrowClockwise, Command::Reload),
            MenuPart::Rule,
            destructive(app, Command::EmptyTrash),
        ];
    }
    if is_nothing {
        let new = [part(app, Glyph::FolderPlus, Command::NewFolder)].into_iter().chain(templates(app));
        let rest = vec![
            part(app, Glyph::ClipboardText, Command::Paste),
            MenuPart::Rule,
            part(app, Glyph::ListChecksFill, Command::SelectAll),
            part(app, Glyph::ArrowClockwise, Command::Reload),
            part(app, Glyph::Eye, Command::SwitchHidden),
            own_view(app),
            MenuPart::Rule,
            part(app, Glyph::Clipboard, Command::CopyPath),
            part(app, Glyph::TerminalWindow, Command::OpenTerminal),
        ];
        return new.chain(rest).chain(custom(app)).collect();
    }
    if app.is_in_trash() {
        return vec![
            part(app, Glyph::ArrowUUpLeft, Command::Restore),
            part(app, Glyph::Info, Command::Properties),
            MenuPart::Rule,
            destructive(app, Command::Delete),
        ];
    }
    let parts = vec![
        part(app, Glyph::ArrowSquareOut, Command::Open),
        part(app, Glyph::Stack, Command::OpenWith),
        part(app, Glyph::Eye, Command::Look),
        MenuPart::Rule,
        part(app, Glyph::Scissors, Command::Cut),
        part(app, Glyph::Copy, Command::Copy),
        part(app, Glyph::ClipboardText, Command::Paste),
        part(app, Glyph::Clipboard, Command::CopyPath),
        MenuPart::Rule,
        part(app, Glyph::PencilSimple, Command::Rename),
        part(app, Glyph::Trash, Command::Trash),
        part(app, Glyph::Info, Command::Properties),
    ];
    let last = vec![MenuPart::Rule, destructive(app, Command::Delete)];
    parts.into_iter().chain(archives(app)).chain(custom(app)).chain(last).collect()
}

/// What packs, extracts and runs, as far as it is for what is selected.
fn archives<'a>(app: &App) -> Vec<MenuPart<'a, Message>> {
    let mut parts = vec![MenuPart::Rule, part(app, Glyph::Archive, Command::Compress)];
    if app.are_archives() {
        parts.push(part(app, Glyph::Package, Command::Extract));
        parts.push(part(app, Glyph::FolderOpen, Command::ExtractTo));
    }
    if app.is_program() {
        parts.push(part(app, Glyph::Play, Command::RunWith));
    }
    parts
}

/// Files that new ones are made from.
fn templates<'a>(app: &App) -> Vec<MenuPart<'a, Message>> {
    let row = |template: &PathBuf| {
        let name = notice::shown(template.file_name().map_or(template, Path::new));
        let label = tr!(app.words, "files-new-from", name = name);
        MenuRow::new(label, Some(Message::NewFrom(template.clone()))).glyph(Glyph::FilePlus).into()
    };
    app.places.templates.iter().map(row).collect()
}

/// The actions the user made, behind a rule.
fn custom<'a>(app: &App) -> Vec<MenuPart<'a, Message>> {
    let row = |(number, action): (usize, &Custom)| {
        let row = MenuRow::new(single_line(&action.name), Some(Message::RunCustom(number)));
        row.glyph(Glyph::TerminalWindow).into()
    };
    let rows: Vec<MenuPart<'a, Message>> = app.fitting_actions().into_iter().map(row).collect();
    let rule = (!rows.is_empty()).then_some(MenuPart::Rule);
    rule.into_iter().chain(rows).collect()
}

/// The places of the history in one direction, the nearest first.
pub fn history<'a>(app: &App, stops: &[&Stop], direction: isize) -> Element<'a, Message> {
    /// More than this is not chosen from by eye.
    const MOST: usize = 16;
    let row = |(at, stop): (isize, &&Stop)| {
        let row = MenuRow::new(stop_name(app, stop), Some(Message::Travel(at * direction)));
        row.glyph(if stop.search.is_some() { Glyph::MagnifyingGlass } else { Glyph::Folder }).into()
    };
    menu(&app.look, (1..).zip(stops).take(MOST).map(row).collect())
}

/// The folders that a typed path may become.
pub fn offers<'a>(app: &App, typing: &Typing) -> Element<'a, Message> {
    let row = |(at, offer): (usize, &String)| {
        let row = MenuRow::new(single_line(offer), Some(Message::Path(app::path::Message::Take(offer.clone()))));
        let is_current = typing.chosen == Some(at);
        MenuRow { is_current, ..row.glyph(Glyph::Folder) }.into()
    };
    menu(&app.look, typing.offers.iter().enumerate().map(row).collect())
}

/// The branches one can go to, the one that is checked out with a check mark.
pub fn branches<'a>(app: &App, branches: &[String], here: &str) -> Element<'a, Message> {
    let row = |branch: &String| {
        let is_here = branch == here;
        let message = (!is_here).then(|| Message::Git(app::git::Message::SwitchBranch(branch.clone())));
        let row = MenuRow::new(single_line(branch), message);
        row.glyph(if is_here { Glyph::CheckBold } else { Glyph::GitBranch }).into()
    };
    menu(&app.look, branches.iter().map(row).collect())
}

/// The columns of a table, those on show with a check mark.
pub fn columns<'a>(app: &App, tab: &Tab) -> Element<'a, Message> {
    let row = |fact: Fact| {
        let row = MenuRow::new(wording::fact(&app.words, fact), Some(Message::Command(Command::Column(fact))));
        let is_shown = tab.facts.iter().any(|column| column.fact == fact);
        if is_shown { row.glyph(Glyph::CheckBold).into() } else { row.into() }
    };
    menu(&app.look, Fact::ALL.into_iter().map(row).collect())
}

fn destructive<'a>(app: &App, command: Command) -> MenuPart<'a, Message> {
    let row = MenuRow::new(command.label(&app.words), Some(Message::Command(command)));
    row.keys(app.keys_of(command)).glyph(Glyph::X).destructive().into()
}

/// Whether rows stand in groups.
fn grouped<'a>(app: &App) -> MenuPart<'a, Message> {
    let glyph = if app.tab().arrangement.grouped { Glyph::CheckBold } else { Glyph::Stack };
    part(app, glyph, Command::Group)
}

/// Whether the folder has a view of its own.
fn own_view<'a>(app: &App) -> MenuPart<'a, Message> {
    let glyph = if app.has_own_view() { Glyph::CheckBold } else { Glyph::SlidersHorizontal };
    part(app, glyph, Command::OwnView)
}

/// What would be turned round, in words; off where nothing would.
fn turn<'a>(app: &App, glyph: Glyph, command: Command, which: fn(&Turns) -> Option<Turn>) -> MenuPart<'a, Message> {
    let Some(turns) = &app.turns else {
        return part(app, glyph, command);
    };
    let turn = which(turns);
    let label = turn.and_then(|turn| notice::operation::turn(&app.words, command, turn));
    let label = label.unwrap_or_else(|| command.label(&app.words));
    MenuRow::new(label, turn.map(|_| Message::Command(command))).glyph(glyph).keys(app.keys_of(command)).into()
}

fn part<'a>(app: &App, glyph: Glyph, command: Command) -> MenuPart<'a, Message> {
    let row = MenuRow::new(command.label(&app.words), Some(Message::Command(command)));
    row.glyph(glyph).keys(app.keys_of(command)).into()
}
