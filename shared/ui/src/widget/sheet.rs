//! What content lies on: floating things and scrolling areas.

use crate::theme::{container as boxes, scrollable as bars};
use crate::tokens::size;
use crate::{Element, Scrollable};
use iced::widget::{container, scrollable};
use iced::{Length, Padding};

/// How far the shade of a floating thing stands out: above, at the sides, below.
const SHADE: Padding = Padding { top: 1.0, right: 3.0, bottom: 4.0, left: 3.0 };

/// Floats above the rest: raised fill, soft edge, and a flat shade instead of a blurred shadow, which would be the
/// dearest thing the software renderer draws.
pub fn raised<'a, Message: 'a>(content: impl Into<Element<'a, Message>>, corner: f32) -> Element<'a, Message> {
    let inner = container(content).style(boxes::raised(corner));
    container(inner).padding(SHADE).style(boxes::shade(corner + SHADE.left)).into()
}

/// An area that scrolls up and down under a thin scroller; its content keeps 14 pixels free at the right.
pub fn scroll<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Scrollable<'a, Message> {
    let bar =
        scrollable::Scrollbar::new().width(size::SCROLLER).scroller_width(size::SCROLLER).margin(size::SCROLLER_MARGIN);
    scrollable(content).direction(scrollable::Direction::Vertical(bar)).style(bars::thin).height(Length::Fill)
}
