//! The only streams: keys, the window, and what the desktop wants.

use crate::app::Message;
use crate::{ask, trouble};

use candela_ui::desktop;
use candela_ui::widget::list::Step;

use iced::event::{self, Event, Status};
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::{Subscription, keyboard, window};

/// Everything that is listened to.
pub fn all() -> Subscription<Message> {
    Subscription::batch([events(), desktop::wishes().map(Message::DesktopAsked)])
}

/// Everything that the question listens to.
pub fn of_question() -> Subscription<ask::Message> {
    let events = event::listen_with(|event, _, _| match event {
        Event::Window(window::Event::Opened { .. }) => Some(ask::Message::Opened),
        Event::Window(window::Event::Resized(size)) => Some(ask::Message::Resized(size)),
        Event::Window(window::Event::CloseRequested) => Some(ask::Message::LeaveAll),
        _ => None,
    });
    Subscription::batch([events, desktop::wishes().map(ask::Message::DesktopAsked)])
}

/// Everything that the window listens to that tells of trouble.
pub fn of_trouble() -> Subscription<trouble::Message> {
    let events = event::listen_with(|event, _, _| match event {
        Event::Window(window::Event::Opened { .. }) => Some(trouble::Message::Opened),
        Event::Window(window::Event::Resized(size)) => Some(trouble::Message::Resized(size)),
        Event::Window(window::Event::CloseRequested) => Some(trouble::Message::Go(trouble::Way::Close)),
        _ => None,
    });
    Subscription::batch([events, desktop::wishes().map(trouble::Message::DesktopAsked)])
}

/// The window, and keys that nothing inside it used. Enter comes the same way as the arrows that leave the search field
/// and walk the list: what is pressed first counts first.
fn events() -> Subscription<Message> {
    event::listen_with(|event, status, id| match event {
        Event::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(Named::Enter), .. })
            if status == Status::Ignored =>
        {
            Some(Message::Open)
        }
        Event::Keyboard(keyboard::Event::KeyPressed { key, .. }) if status == Status::Ignored => {
            Step::of(&key).map(Message::Move)
        }
        Event::Window(window::Event::Opened { .. }) => Some(Message::WindowOpened(id)),
        Event::Window(window::Event::Resized(size)) => Some(Message::WindowResized(size)),
        Event::Window(window::Event::Rescaled(scale)) => Some(Message::Rescaled(scale)),
        Event::Window(window::Event::CloseRequested) => Some(Message::Cancel),
        _ => None,
    })
}
