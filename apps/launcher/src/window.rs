//! Where the launcher's window stands: in the upper third of the screen, without borders, never larger than it.

use candela_launcher_core::system::display::{Display, Screen};
use candela_shared::registry::Context;
use candela_ui::platform::window_settings;
use candela_ui::program::layer::Place;

use iced::window::{Level, Position, Settings};
use iced::{Point, Rectangle, Size};

/// The window's size where the screen has room for it, in logical pixels.
pub const SIZE: Size = Size::new(720.0, 528.0);
/// The smallest window.
const LEAST: Size = Size::new(480.0, 360.0);
/// The application ID: names the desktop entry.
const ID: &str = "candela-launcher";
/// The part of the free height that stays above the window: upper third.
const ABOVE: f32 = 1.0 / 3.0;

/// Where it stands on a layer of a Wayland compositor.
pub const PLACE: Place = Place { namespace: ID, on, size: SIZE };

/// The window's settings. It is not seen until it is known to fit its screen.
pub fn settings() -> Settings {
    Settings {
        position: Position::SpecificWith(position),
        decorations: false,
        level: Level::AlwaysOnTop,
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

/// The screen with the pointer, in pixels; `None` where nobody tells. Blocks.
pub fn screen_with_pointer() -> Option<Screen> {
    Display::connect(&Context::from_environment().display?).ok()?.screen_with_pointer().ok()?
}

/// Where the window stands on a screen of that size.
pub fn on(screen: Size) -> Rectangle {
    let size = fitting(screen);
    Rectangle::new(position(size, screen), size)
}

/// Where the window stands on a screen, both in logical pixels, of a display with so many pixels to each.
pub fn on_screen(screen: Screen, scale: f32) -> Rectangle {
    let logical = |pixels: f32| pixels / scale.max(f32::EPSILON);
    let place = on(Size::new(logical(screen.width as f32), logical(screen.height as f32)));
    Rectangle { x: logical(screen.x as f32) + place.x, y: logical(screen.y as f32) + place.y, ..place }
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

    #[test]
    fn the_window_stands_on_the_screen_it_is_told_of_whatever_its_scale() {
        let screen = Screen { x: 1920, y: 100, width: 2560, height: 1600 };
        assert_eq!(on_screen(screen, 2.0), Rectangle::new(Point::new(960.0 + 280.0, 50.0 + 91.0), SIZE));
    }
}
