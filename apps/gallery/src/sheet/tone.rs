//! Colours and type.

use super::{Part, group, note};

use candela_ui::theme::{container as boxes, text as ink};
use candela_ui::tokens::{Step, radius, space, text as steps};
use candela_ui::widget::{fill, gap, line, text};
use candela_ui::{Column, Look, Palette, Theme};

use iced::widget::container;
use iced::{Color, Length};

type Role = (&'static str, fn(&Palette) -> Color);

const ROLES: [Role; 12] = [
    ("Background", |c| c.background),
    ("Surface", |c| c.surface),
    ("Raised", |c| c.raised),
    ("Control", |c| c.control),
    ("Selection", |c| c.selection),
    ("Accent", |c| c.accent),
    ("Text", |c| c.text),
    ("Muted", |c| c.muted),
    ("Border", |c| c.border),
    ("Success", |c| c.success),
    ("Warning", |c| c.warning),
    ("Danger", |c| c.danger),
];

pub fn roles<'a>(look: &Look) -> Part<'a> {
    let lines = ROLES.chunks(6).map(|roles| {
        let swatches = roles.iter().map(|role| swatch(look, *role)).collect();
        line(look, swatches, space::S).into()
    });
    group(look, "Colour roles", lines.collect())
}

fn swatch<'a>(look: &Look, (name, color): Role) -> Part<'a> {
    /// Height of a swatch.
    const HEIGHT: f32 = 22.0;
    let style = move |theme: &Theme| {
        let c = theme.palette();
        boxes::edged(color(c), c.border_soft(), radius::INNER)
    };
    let chip = container(gap(0.0, HEIGHT)).width(Length::Fill).height(HEIGHT).style(style).into();
    let name = text::label(look, Step { size: 11.0, line: 14.0, ..steps::CAPTION }, name).style(ink::muted);
    Column::with_children([chip, name.into()]).spacing(3).width(Length::Fill).align_x(look.start()).into()
}

pub fn scale<'a>(look: &Look) -> Part<'a> {
    let steps = [
        ("4,585.665", steps::DISPLAY_SMALL, "Display 28–40, medium"),
        ("Heading", steps::HEADING, "20 / 28 semibold"),
        ("Title", steps::TITLE, "16 / 24 semibold"),
        ("Body", steps::BODY, "14 / 20 regular"),
    ];
    let lines = steps.map(|(name, step, how)| {
        line(look, vec![text::label(look, step, name).into(), fill(), muted(look, how)], space::S).into()
    });
    group(look, "Type", lines.into())
}

fn muted<'a>(look: &Look, words: &str) -> Part<'a> {
    container(note(look, words))
        .style(|theme| container::Style { text_color: Some(theme.palette().muted), ..container::Style::default() })
        .into()
}
