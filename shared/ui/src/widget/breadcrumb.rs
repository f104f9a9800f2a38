//! A path as crumbs in one field; where it is too long, its first crumbs fold into a menu under "…".

use super::clip::{Clip, Format, unbounded};
use super::menu::{MenuRow, menu};
use super::{bar, line, popover, tooltip};
use crate::cells::Paragraph;
use crate::focus::pressable;
use crate::icon::{self, Glyph};
use crate::theme::{container as boxes, text as ink};
use crate::tokens::{icon as side, radius, space, text as steps};
use crate::{Button, Element, Look};
use candela_shared::display_name::single_line;
use iced::advanced::text::Paragraph as _;
use iced::widget::{container, responsive};
use iced::{Length, Padding, Size};

/// A part of a path, and what pressing it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Crumb<Message> {
    /// The glyph in place of its name: home, a drive.
    pub glyph: Option<Glyph>,
    /// Its name.
    pub name: String,
    /// What pressing it says.
    pub message: Message,
}

/// The menu of the crumbs for which there is no room.
#[derive(Debug, Clone, PartialEq)]
pub struct Fold<Message> {
    /// The name of the "…" that opens it.
    pub name: String,
    /// Whether it is open.
    pub is_open: bool,
    /// Opens it.
    pub open: Message,
    /// Closes it.
    pub close: Message,
}

/// From the field's edge to the first crumb; between a crumb and a caret.
const SIDES: f32 = space::XS;
const GAP: f32 = space::HAIR;

/// The field of a path, over the whole width; the last crumb is where one is.
pub fn breadcrumb<'a, Message: Clone + 'a>(
    look: &Look,
    crumbs: Vec<Crumb<Message>>,
    fold: Fold<Message>,
) -> Element<'a, Message> {
    let look = *look;
    let widths: Vec<f32> =
        crumbs.iter().enumerate().map(|(at, crumb)| width(&look, crumb, at + 1 == crumbs.len())).collect();
    let content = responsive(move |room: Size| {
        let hidden = folded(&widths, room.width - 2.0 * SIDES);
        container(line(&look, parts(&look, &crumbs, hidden, &fold), GAP))
            .padding(Padding::from([0.0, SIDES]))
            .align_x(look.start())
            .center_y(Length::Fill)
            .width(Length::Fill)
            .into()
    });
    container(content).height(look.control()).width(Length::Fill).style(boxes::path).into()
}

fn parts<'a, Message: Clone + 'a>(
    look: &Look,
    crumbs: &[Crumb<Message>],
    hidden: usize,
    fold: &Fold<Message>,
) -> Vec<Element<'a, Message>> {
    let caret = || icon::glyph(icon::deeper(look), side::CARET).style(ink::muted).into();
    let mut parts = Vec::new();
    if hidden > 0 {
        parts.push(ellipsis(look, &crumbs[..hidden], fold));
    }
    for (at, crumb) in crumbs.iter().enumerate().skip(hidden) {
        if !parts.is_empty() {
            parts.push(caret());
        }
        parts.push(of_crumb(look, crumb, at + 1 == crumbs.len()));
    }
    parts
}

fn of_crumb<'a, Message: Clone + 'a>(look: &Look, crumb: &Crumb<Message>, is_last: bool) -> Element<'a, Message> {
    let press = |button: Button<'a, Message>| pressable(button, crumb.message.clone()).corner(radius::SMALL);
    match crumb.glyph {
        Some(glyph) => tooltip(look, press(bar::crumb_glyph(look, glyph, is_last)), crumb.name.clone()).into(),
        None if is_last => {
            // Alone it may still be too long for the field.
            let name = Clip::new(look, steps::BODY_STRONG, crumb.name.clone()).width(Length::Shrink);
            press(bar::crumb_of(look, name.into(), true)).into()
        }
        None => press(bar::crumb(look, single_line(&crumb.name).into_owned(), false)).into(),
    }
}

fn ellipsis<'a, Message: Clone + 'a>(
    look: &Look,
    hidden: &[Crumb<Message>],
    fold: &Fold<Message>,
) -> Element<'a, Message> {
    let message = if fold.is_open { &fold.close } else { &fold.open };
    let button = pressable(bar::crumb_glyph(look, Glyph::DotsThree, false), message.clone()).corner(radius::SMALL);
    let rows = fold.is_open.then(|| {
        // The nearest first: it stands beside the path.
        let rows = hidden.iter().rev().map(|crumb| {
            let row = MenuRow::new(single_line(&crumb.name), Some(crumb.message.clone()));
            row.glyph(crumb.glyph.unwrap_or(Glyph::Folder)).into()
        });
        menu(look, rows.collect())
    });
    popover(look, tooltip(look, button, fold.name.clone()), rows, fold.close.clone()).into()
}

/// How wide a crumb is, in logical pixels.
fn width<Message>(look: &Look, crumb: &Crumb<Message>, is_last: bool) -> f32 {
    let step = if is_last { steps::BODY_STRONG } else { steps::BODY };
    let content = match crumb.glyph {
        Some(_) => side::CONTROL,
        None => {
            let name = single_line(&crumb.name);
            Paragraph::with_text(unbounded(Format::new(look, step, &name), &*name)).min_width().ceil()
        }
    };
    content + 2.0 * radius::INNER
}

/// How many of the first crumbs find no room, the last never being one of them.
fn folded(widths: &[f32], room: f32) -> usize {
    let between = side::CARET + 2.0 * GAP;
    let needed = |shown: &[f32]| shown.iter().sum::<f32>() + between * shown.len().saturating_sub(1) as f32;
    let ellipsis = side::CONTROL + 2.0 * radius::INNER + between;
    let last = widths.len().saturating_sub(1);
    let fits = |hidden: usize| needed(&widths[hidden..]) + if hidden > 0 { ellipsis } else { 0.0 } <= room;
    (0..last).find(|hidden| fits(*hidden)).unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Theme;
    use iced_test::Simulator;

    #[test]
    fn the_first_crumbs_fold_until_the_rest_fits() {
        // Between two crumbs 14, the ellipsis with its caret 42.
        let widths = [30.0, 100.0, 100.0, 80.0];
        for (room, hidden) in [(400.0, 0), (352.0, 0), (351.0, 1), (350.0, 1), (349.0, 2), (200.0, 3), (10.0, 3)] {
            assert_eq!(folded(&widths, room), hidden, "{room}");
        }
        assert_eq!(folded(&[500.0], 100.0), 0);
        assert_eq!(folded(&[], 100.0), 0);
    }

    #[test]
    fn what_is_folded_is_in_the_menu() {
        let names = ["home", "someone", "projects of this year", "candela"];
        let view = |width: f32, is_open: bool| {
            let crumb = |(at, name): (usize, &&str)| Crumb { glyph: None, name: (*name).to_owned(), message: at };
            let crumbs = names.iter().enumerate().map(crumb).collect();
            let fold = Fold { name: "More".to_owned(), is_open, open: 90, close: 91 };
            let content = breadcrumb(&Look::default(), crumbs, fold);
            let size = Size::new(width, 300.0);
            Simulator::<usize, Theme>::with_size(iced::Settings::default(), size, content)
        };
        let mut wide = view(600.0, false);
        let _ = wide.click("someone").expect("a crumb");
        assert_eq!(wide.into_messages().collect::<Vec<_>>(), [1]);
        let mut narrow = view(280.0, false);
        assert!(narrow.find("someone").is_err(), "folded");
        let _ = narrow.click("candela").expect("where one is");
        assert_eq!(narrow.into_messages().collect::<Vec<_>>(), [3]);
        let mut open = view(280.0, true);
        let _ = open.click("someone").expect("a row of the menu");
        assert_eq!(open.into_messages().collect::<Vec<_>>(), [1]);
    }
}
