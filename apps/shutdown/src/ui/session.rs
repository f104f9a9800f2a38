//! The choice of what to do with the session: a tile for each deed that is permitted.

use crate::app::{App, Message, PRIMARY};
use crate::notice;

use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_shutdown_core::circumstances::Deed;
use candela_shutdown_core::plan::Power;
use candela_ui::focus::pressable;
use candela_ui::icon::{Glyph, glyph};
use candela_ui::theme::{button as kind, text as ink};
use candela_ui::tokens::{radius, space};
use candela_ui::widget::dialog::{label_width, warning_card};
use candela_ui::widget::{key as key_cap, line, start, text};
use candela_ui::{Column, Element};

use iced::widget::{button, container};
use iced::{Alignment, Length};

/// The height of a tile.
const TILE: f32 = 109.0;
/// The side of its glyph.
const GLYPH: f32 = 28.0;

pub fn parts(app: &App) -> Vec<Element<'_, Message>> {
    let (look, words) = (&app.look, &app.words);
    let head = Column::with_children([
        start(look, text::heading(look, tr!(words, "shutdown-session-title"))),
        start(look, text::muted(look, sentence(app))),
    ]);
    let mut parts = vec![head.spacing(space::HAIR).into()];
    parts.extend(app.trouble.as_ref().map(|trouble| {
        super::open::card(app, trouble).unwrap_or_else(|| {
            let title = tr!(words, "shutdown-failed-deed");
            warning_card(look, Glyph::WarningCircle, title, notice::failed(words, trouble))
        })
    }));
    let last = app.circumstances.permitted.last().copied();
    let tiles = app.circumstances.permitted.iter().map(|deed| tile(app, *deed, Some(*deed) == last));
    parts.push(line(look, tiles.collect(), space::S).into());
    parts
}

/// How wide all tiles are, beside each other and each as wide as the longest name, in logical pixels.
pub fn tiles_width(app: &App) -> f32 {
    let names = Deed::ALL.into_iter().map(|deed| label_width(&app.look, &name(&app.words, deed)));
    let tile = names.fold(0.0, f32::max) + 2.0 * space::S;
    Deed::ALL.len() as f32 * (tile + space::S)
}

fn sentence(app: &App) -> String {
    let (words, known) = (&app.words, &app.circumstances);
    if app.doing == Some(Deed::LogOut) {
        return tr!(words, "shutdown-closing-detail");
    }
    if known.permitted.is_empty() {
        return tr!(words, "shutdown-session-nothing");
    }
    let mut names: Vec<&str> = known.blockers.iter().map(|blocker| blocker.who.as_str()).collect();
    names.dedup();
    if names.is_empty() {
        tr!(words, "shutdown-session-detail")
    } else {
        tr!(words, "shutdown-session-blocked", count = names.len(), names = names.join(", "))
    }
}

fn tile<'a>(app: &'a App, deed: Deed, is_last: bool) -> Element<'a, Message> {
    let (look, words) = (&app.look, &app.words);
    let picture = glyph(picture(deed), GLYPH);
    let picture = if is_last { picture.style(ink::link) } else { picture };
    let content = Column::with_children([
        picture.into(),
        text::medium(look, name(words, deed)).into(),
        key_cap(look, key(words, deed)),
    ]);
    let content = content.spacing(space::S).align_x(Alignment::Center);
    let tile = button(container(content).center(Length::Fill))
        .width(Length::Fill)
        .height(look.scaled(TILE))
        .padding(space::XS)
        .style(kind::key);
    let target = pressable(tile, Message::Choose(deed)).corner(radius::CARD);
    if is_last { target.id(PRIMARY).into() } else { target.into() }
}

fn picture(deed: Deed) -> Glyph {
    match deed {
        Deed::Lock => Glyph::LockSimple,
        Deed::LogOut => Glyph::SignOut,
        Deed::Sleep => Glyph::Moon,
        Deed::Power(power) => super::question::glyph(power),
    }
}

fn name(words: &Words, deed: Deed) -> String {
    match deed {
        Deed::Lock => tr!(words, "shutdown-lock"),
        Deed::LogOut => tr!(words, "shutdown-log-out"),
        Deed::Sleep => tr!(words, "shutdown-sleep"),
        Deed::Power(Power::Reboot) => tr!(words, "shutdown-reboot"),
        Deed::Power(Power::PowerOff) => tr!(words, "shutdown-power-off"),
    }
}

/// The letter that chooses a deed.
pub fn key(words: &Words, deed: Deed) -> String {
    match deed {
        Deed::Lock => tr!(words, "shutdown-key-lock"),
        Deed::LogOut => tr!(words, "shutdown-key-log-out"),
        Deed::Sleep => tr!(words, "shutdown-key-sleep"),
        Deed::Power(Power::Reboot) => tr!(words, "shutdown-key-reboot"),
        Deed::Power(Power::PowerOff) => tr!(words, "shutdown-key-power-off"),
    }
}
