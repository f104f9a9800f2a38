//! Where the launcher's window stands: in the upper third of the screen, without borders, never larger than it.

use candela_ui::platform::window_settings;

use iced::window::{Position, Settings};
use iced::{Point, Size};

/// The window's size where the screen has room for it, in logical pixels.
pub const SIZE: Size = Size::new(720.0, 528.0);
/// The smallest window.
const LEAST: Size = Size::new(480.0, 360.0);
/// The application ID: names the desktop entry.
const ID: &str = "candela-launcher";
/// The part of the free height that stays above the window: upper third.
const ABOVE: f32 = 1.0 / 3.0;

/// The window's settings. It is not seen until it is known to fit its screen.
pub fn settings() -> Settings {
    Settings {
        position: Position::SpecificWith(position),
        decorations: false,
        visible: false,
        ..window_settings(ID, SIZE, LEAST)
    }
}

/// The size of the window on a screen of that size.
pub fn fitting(screen: Size) -> Size {
    Size::new(SIZE.width.min(screen.width), SIZE.height.min(screen.height))
}

/// Where a window of that size stands on a screen of that size.
pub fn position(window: Size, screen: Size) -> Point {
    let free = Size::new((screen.width - window.width).max(0.0), (screen.height - window.height).max(0.0));
    Point::new((free.width / 2.0).round(), (free.height * ABOVE).round())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stands_in_the_upper_third_and_inside_every_screen() {
        let cases = [
            (Size::new(1920.0, 1080.0), SIZE, Point::new(600.0, 184.0)),
            (Size::new(1280.0, 800.0), SIZE, Point::new(280.0, 91.0)),
            (Size::new(640.0, 400.0), Size::new(640.0, 400.0), Point::ORIGIN),
        ];
        for (screen, size, place) in cases {
            assert_eq!(fitting(screen), size, "{screen:?}");
            assert_eq!(position(fitting(screen), screen), place, "{screen:?}");
        }
    }
}
