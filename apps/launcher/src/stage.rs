//! What the launcher is on its display, a window or a surface on a layer, and how it comes, goes and copies there.

use crate::app::Message;
use crate::window as place;

use candela_ui::program::layer::Clipboard;

use iced::{Rectangle, Task, window};

/// What the launcher is on its display.
#[derive(Debug, Clone, Default)]
pub enum Stage {
    /// A window, which stays and hides.
    #[default]
    Window,
    /// A window of Wayland's, which cannot hide: what is not to be seen any more has to end.
    Fleeting,
    /// A surface on a layer of a Wayland compositor: its frame makes it where it is to be seen, and destroys it where
    /// not.
    Layer(Clipboard),
}

impl Stage {
    /// Whether it can be unseen and come back.
    pub fn can_hide(&self) -> bool {
        match self {
            Self::Window | Self::Layer(_) => true,
            Self::Fleeting => false,
        }
    }

    /// Whether it is seen, and has the keyboard, from its first picture on.
    pub fn is_seen_at_once(&self) -> bool {
        match self {
            Self::Window | Self::Fleeting => false,
            Self::Layer(_) => true,
        }
    }

    /// Puts it in its place, no larger than the screen, lets it be seen, and says so.
    pub fn fit(&self, id: window::Id, scale: f32) -> Task<Message> {
        let seen = Task::done(Message::Seen);
        match self {
            Self::Window | Self::Fleeting => fit(id, scale).chain(seen),
            Self::Layer(_) => seen,
        }
    }

    /// Shows it again, in front.
    pub fn show(&self, id: window::Id, scale: f32) -> Task<Message> {
        match self {
            Self::Window | Self::Fleeting => fit(id, scale).chain(window::gain_focus(id)),
            Self::Layer(_) => Task::none(),
        }
    }

    /// Hides it, and says when it is gone.
    pub fn hide(&self, id: window::Id) -> Task<Message> {
        match self {
            Self::Window => window::set_mode(id, window::Mode::Hidden).chain(Task::done(Message::Hidden)),
            // It stays in sight until it ends, and tells what must be told.
            Self::Fleeting | Self::Layer(_) => Task::none(),
        }
    }

    /// Puts a text on a clipboard that does not end where it hides.
    pub fn copy(&self, text: String) -> Task<Message> {
        match self {
            Self::Window | Self::Fleeting => iced::clipboard::write(text),
            Self::Layer(clipboard) => {
                clipboard.copy(&text);
                Task::none()
            }
        }
    }
}

/// Makes the window no larger than the screen that the pointer is on, puts it in its place there, and shows it.
fn fit(id: window::Id, scale: f32) -> Task<Message> {
    window::monitor_size(id).then(move |screen| {
        let placed = match (place::screen_with_pointer(), screen) {
            (Some(screen), _) => Some(place::on_screen(screen, scale)),
            (None, Some(screen)) if place::fitting(screen) != place::SIZE => Some(place::on(screen)),
            (None, _) => None,
        };
        let moved = placed.map_or(Task::none(), |placed: Rectangle| {
            Task::batch([window::resize(id, placed.size()), window::move_to(id, placed.position())])
        });
        moved.chain(window::set_mode(id, window::Mode::Windowed))
    })
}
