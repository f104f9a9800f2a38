//! The only streams: keys, the window, and what the desktop wants windows to look like.

use crate::app::{App, Message};
use crate::key::Pressed;

use candela_ui::desktop;

use iced::event::{self, Event, Status};
use iced::{Subscription, keyboard, window};

/// Everything that is listened to.
pub fn all(app: &App) -> Subscription<Message> {
    let wishes = app.is_up().then(|| desktop::wishes().map(Message::DesktopAsked));
    Subscription::batch([events()].into_iter().chain(wishes))
}

/// Keys and the window. What a key means is for the state to say when it comes: a subscription that depended on the
/// state would begin anew with it, and lose the keys pressed meanwhile.
fn events() -> Subscription<Message> {
    event::listen_with(|event, status, id| match event {
        Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) => {
            Some(Message::Pressed(Pressed { key, modifiers, is_taken: status == Status::Captured }))
        }
        Event::Window(window::Event::Opened { .. }) => Some(Message::WindowOpened(id)),
        Event::Window(window::Event::Resized(size)) => Some(Message::WindowResized(size)),
        Event::Window(window::Event::CloseRequested) => Some(Message::CloseAsked),
        _ => None,
    })
}
