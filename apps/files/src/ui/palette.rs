//! The palette: every command by its name, with its keys.

use super::FIELD;
use crate::app::palette::{Asked, LIST, MOST, Message as Chosen, Palette, Purpose};
use crate::app::{Answer, App, Message};
use crate::command::Command;

use candela_shared::tr;
use candela_ui::icon::Glyph;
use candela_ui::theme::{button as kind, text as ink};
use candela_ui::tokens::{radius, size, space, text as steps};
use candela_ui::widget::clip::{Clip, Cut};
use candela_ui::widget::dialog::{self, dialog_buttons};
use candela_ui::widget::row::list_row;
use candela_ui::widget::scroller::sided;
use candela_ui::widget::{gap, input, list, raised, start, state, text};
use candela_ui::{Column, Element};

use iced::widget::{column, container};
use iced::{Length, Padding};

/// Chords of one command that are shown; more of them find no room beside its name.
const CHORDS: usize = 2;
/// What is above and below the commands, in logical pixels; and where buttons stand one below the other.
const AROUND: (f32, f32) = (260.0, 392.0);

pub fn view<'a>(app: &'a App, palette: &'a Palette) -> Element<'a, Message> {
    let look = &app.look;
    let field = input::search(look, tr!(app.words, "files-palette-hint"), palette.text.as_str()).id(FIELD);
    let field = field.on_submit(Message::Answered(Answer::Yes));
    // Keys that are waited for are no letters of a name.
    let field = if palette.is_asking() { field } else { field.on_input(Message::DialogEdited) };
    match &palette.purpose {
        Purpose::Run => {
            let content = column![field, commands(app, palette, MOST as f32 * look.row())].spacing(space::S);
            let content = container(content).padding(space::M).width(Length::Fill);
            container(raised(content, radius::CARD)).max_width(size::QUESTION).into()
        }
        Purpose::Keys(asked) => {
            let around = look.scaled(if app.is_very_narrow() { AROUND.1 } else { AROUND.0 });
            let room = (app.size.height - around).clamp(3.0 * look.row(), MOST as f32 * look.row());
            let heading = start(look, text::heading(look, tr!(app.words, "files-keys-title")));
            let note = container(note(app, palette, asked)).padding(Padding::from([space::XS, 0.0]));
            let parts: Column<'a, Message> = column![heading, field, commands(app, palette, room), note];
            let content = column![parts.spacing(space::S), buttons(app, palette, asked)].spacing(space::M);
            let content = container(content).padding(space::XL).width(Length::Fill);
            container(raised(content, radius::CARD)).max_width(WIDTH).into()
        }
    }
}

/// The most room of the dialog of keys, in logical pixels.
const WIDTH: f32 = 600.0;

/// The commands in sight, in so much room.
fn commands<'a>(app: &'a App, palette: &'a Palette, room: f32) -> Element<'a, Message> {
    let look = &app.look;
    let list: Element<'a, Message> = if palette.commands.is_empty() {
        let note = tr!(app.words, "files-nothing-note", filter = palette.text.as_str());
        state::empty(look, Glyph::MagnifyingGlass, tr!(app.words, "files-nothing"), note, None)
    } else {
        let scrolled = |view| Message::Palette(Chosen::Scrolled(view));
        sided(look, list::list(LIST, &palette.heights, palette.view, |at| row(app, palette, at), scrolled))
    };
    container(list).height(room).into()
}

fn row<'a>(app: &'a App, palette: &Palette, at: usize) -> Element<'a, Message> {
    let look = &app.look;
    let command = palette.commands[at];
    let is_chosen = at == palette.chosen;
    let keys = match (&palette.purpose, is_chosen) {
        (Purpose::Run, _) => app.keys_of(command),
        (Purpose::Keys(Asked::Keys | Asked::Fixed(_)), true) => tr!(app.words, "files-keys-press"),
        (Purpose::Keys(Asked::Taken(chord, _)), true) => app.words.chord(chord),
        (Purpose::Keys(_), _) => every_chord(app, command),
    };
    // On the ground of what is chosen it has the colour of its row.
    let keys = if is_chosen { text::label(look, steps::CAPTION, keys) } else { text::caption(look, keys) };
    let label = Clip::new(look, steps::BODY, command.label(&app.words)).cut(Cut::End);
    let parts = vec![container(label).width(Length::Fill).into(), keys.into(), gap(space::XS, 0.0)];
    list_row(look, parts, is_chosen).on_press(Message::Palette(Chosen::Choose(command))).into()
}

fn every_chord(app: &App, command: Command) -> String {
    let chords = app.keys.of(command).iter().take(CHORDS).map(|chord| app.words.chord(chord));
    chords.collect::<Vec<_>>().join("  ·  ")
}

/// What is waited for, and what that would do.
fn note<'a>(app: &'a App, palette: &Palette, asked: &Asked) -> Element<'a, Message> {
    let (look, words) = (&app.look, &app.words);
    let Some(command) = palette.command() else { return candela_ui::widget::fill() };
    let name = command.label(words);
    let note = match asked {
        Asked::Nothing => text::muted(look, tr!(words, "files-keys-note")),
        Asked::Keys => text::body(look, tr!(words, "files-keys-waiting", command = name)),
        Asked::Fixed(chord) => {
            text::body(look, tr!(words, "files-keys-fixed", keys = words.chord(chord))).style(ink::danger)
        }
        Asked::Taken(chord, other) => {
            text::body(look, tr!(words, "files-keys-taken", keys = words.chord(chord), command = other.label(words)))
        }
    };
    start(look, note)
}

fn buttons<'a>(app: &'a App, palette: &Palette, asked: &Asked) -> Element<'a, Message> {
    let (look, words) = (&app.look, &app.words);
    let answer = |label, does: Option<Chosen>| dialog::Answer::new(look, label, does.map(Message::Palette));
    let leave = answer(tr!(words, "files-cancel"), Some(Chosen::Leave));
    let (aside, answers) = match (asked, palette.command()) {
        (Asked::Taken(..), _) => {
            (None, vec![leave, answer(tr!(words, "files-keys-take"), Some(Chosen::Take)).style(kind::primary)])
        }
        (Asked::Keys | Asked::Fixed(_), _) => (None, vec![leave]),
        (Asked::Nothing, chosen) => {
            let unusual = chosen.filter(|command| !app.keys.are_usual(*command));
            let keyed = chosen.filter(|command| !app.keys.of(*command).is_empty());
            let reset = answer(tr!(words, "files-keys-reset"), unusual.map(|_| Chosen::Reset));
            let remove = answer(tr!(words, "files-keys-remove"), keyed.map(|_| Chosen::Remove));
            let change = answer(tr!(words, "files-keys-change"), chosen.map(|_| Chosen::Ask)).style(kind::primary);
            (Some(reset), vec![remove, change])
        }
    };
    dialog_buttons(look, app.size.width, aside, answers)
}
