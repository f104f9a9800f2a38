//! One of a few: a segmented choice, and tabs. The focus is on the whole; the arrows choose the part beside.

use super::tooltip;
use super::{bar, line};
use crate::focus::{Focusable, focusable};
use crate::icon::Glyph;
use crate::{Button, Element, Look};
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::mouse::ScrollDelta;
use iced::widget::mouse_area;

/// One of the parts to choose from, and what choosing it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Part<Message> {
    face: Face,
    message: Message,
}

#[derive(Debug, Clone, PartialEq)]
enum Face {
    Word(String),
    Glyph(Glyph, String),
}

impl<Message: Clone> Part<Message> {
    /// A word.
    pub fn word(label: impl Into<String>, message: Message) -> Self {
        Self { face: Face::Word(label.into()), message }
    }

    /// A glyph, with its name for the tooltip.
    pub fn glyph(glyph: Glyph, name: impl Into<String>, message: Message) -> Self {
        Self { face: Face::Glyph(glyph, name.into()), message }
    }
}

/// A segmented choice, of which part `chosen` (from 0) is chosen.
pub fn segments<'a, Message: Clone + 'a>(
    look: &Look,
    chosen: usize,
    parts: Vec<Part<Message>>,
) -> Focusable<'a, Message> {
    let messages = parts.iter().map(|part| part.message.clone()).collect();
    let parts = parts.into_iter().enumerate().map(|(at, part)| segment(look, part, at == chosen));
    focusable(bar::trough(look, parts.collect())).on_key(walk(look, chosen, messages))
}

fn segment<'a, Message: Clone + 'a>(look: &Look, part: Part<Message>, is_chosen: bool) -> Element<'a, Message> {
    let press = |button: Button<'a, Message>| button.on_press(part.message.clone());
    match part.face {
        Face::Word(label) => press(bar::segment(look, label, is_chosen)).into(),
        Face::Glyph(glyph, name) => tooltip(look, press(bar::segment_glyph(look, glyph, is_chosen)), name).into(),
    }
}

/// Tabs, of which tab `current` (from 0) is shown; the wheel moves between them too.
pub fn tabs<'a, Message: Clone + 'a>(look: &Look, current: usize, parts: Vec<Part<Message>>) -> Element<'a, Message> {
    let messages: Vec<Message> = parts.iter().map(|part| part.message.clone()).collect();
    let tabs = parts.into_iter().enumerate().map(|(at, part)| {
        let (Face::Word(label) | Face::Glyph(_, label)) = part.face;
        bar::tab(look, label, at == current).on_press(part.message).into()
    });
    let content = line(look, tabs.collect(), 0.0);
    let content = focusable(content).inside(crate::tokens::radius::INNER, false);
    let content = content.on_key(walk(look, current, messages.clone()));
    if messages.is_empty() {
        return content.into();
    }
    let last = messages.len() - 1;
    mouse_area(content)
        .on_scroll(move |delta| {
            let (ScrollDelta::Lines { y, .. } | ScrollDelta::Pixels { y, .. }) = delta;
            let next = if y > 0.0 { current.saturating_sub(1) } else { (current + 1).min(last) };
            messages[next.min(last)].clone()
        })
        .into()
}

/// The tab that a chord of the whole window leads to: Ctrl+Tab and Ctrl+PageDown to the next, with Shift or PageUp to the
/// one before, round at the ends. `None` for other keys, and where there is but one.
pub fn tab_by_chord(key: &Key, modifiers: Modifiers, current: usize, count: usize) -> Option<usize> {
    if count < 2 || !modifiers.control() || modifiers.alt() || modifiers.logo() {
        return None;
    }
    match key {
        Key::Named(Named::Tab) if modifiers.shift() => Some((current + count - 1) % count),
        Key::Named(Named::Tab | Named::PageDown) => Some((current + 1) % count),
        Key::Named(Named::PageUp) => Some((current + count - 1) % count),
        _ => None,
    }
}

fn walk<Message: Clone>(
    look: &Look,
    chosen: usize,
    messages: Vec<Message>,
) -> impl Fn(&Key, Modifiers) -> Option<Message> + use<Message> {
    let is_mirrored = look.is_mirrored();
    move |key, modifiers| {
        let next = beside(chosen, messages.len(), key, is_mirrored).filter(|_| modifiers.is_empty())?;
        messages.get(next).cloned()
    }
}

/// The part that a key leads to; nothing lies beyond the ends.
fn beside(chosen: usize, count: usize, key: &Key, is_mirrored: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let Key::Named(key) = key else { return None };
    let is_on = match key {
        Named::ArrowRight => !is_mirrored,
        Named::ArrowLeft => is_mirrored,
        Named::ArrowDown => true,
        Named::ArrowUp => false,
        Named::Home => return Some(0),
        Named::End => return Some(last),
        _ => return None,
    };
    Some(if is_on { (chosen + 1).min(last) } else { chosen.saturating_sub(1) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::focus::scope;
    use crate::{Direction, Theme};
    use iced::{Event, Size, mouse};
    use iced_test::Simulator;
    use iced_test::simulator::press_key;

    type Ui = Simulator<'static, usize, Theme>;

    fn parts() -> Vec<Part<usize>> {
        ["Day", "Week", "Month"].into_iter().enumerate().map(|(at, label)| Part::word(label, at)).collect()
    }

    fn ui(content: impl Into<Element<'static, usize>>) -> Ui {
        Simulator::with_size(iced::Settings::default(), Size::new(400.0, 100.0), scope(content.into()))
    }

    #[test]
    fn arrows_choose_the_part_beside_in_reading_direction() {
        let mirrored = Look::default().with_direction(Direction::RightToLeft);
        for (look, key, expected) in [
            (Look::default(), Named::ArrowRight, 2),
            (Look::default(), Named::ArrowLeft, 0),
            (mirrored, Named::ArrowRight, 0),
            (mirrored, Named::ArrowLeft, 2),
            (mirrored, Named::End, 2),
        ] {
            for content in [Element::from(segments(&look, 1, parts())), tabs(&look, 1, parts())] {
                let mut ui = ui(content);
                let _ = ui.simulate([press_key(Named::Tab, None), press_key(key, None)]);
                assert_eq!(ui.into_messages().collect::<Vec<_>>(), [expected], "{key:?} {}", look.is_mirrored());
            }
        }
    }

    #[test]
    fn the_wheel_moves_between_tabs() {
        let mut ui = ui(tabs(&Look::default(), 1, parts()));
        let _ = ui.click("Day").expect("a tab");
        let scrolled = |y| Event::Mouse(mouse::Event::WheelScrolled { delta: ScrollDelta::Lines { x: 0.0, y } });
        let _ = ui.simulate([scrolled(-1.0), scrolled(1.0)]);
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), [0, 2, 0]);
    }

    #[test]
    fn chords_go_round_the_tabs() {
        let (control, back) = (Modifiers::CTRL, Modifiers::CTRL | Modifiers::SHIFT);
        let cases = [
            (Named::Tab, control, 2, 3, Some(0)),
            (Named::Tab, back, 0, 3, Some(2)),
            (Named::PageUp, control, 1, 3, Some(0)),
            (Named::PageDown, control, 1, 3, Some(2)),
            (Named::Tab, control, 0, 1, None),
            (Named::Tab, Modifiers::empty(), 0, 3, None),
        ];
        for (key, modifiers, current, count, expected) in cases {
            assert_eq!(tab_by_chord(&Key::Named(key), modifiers, current, count), expected, "{key:?} from {current}");
        }
    }
}
