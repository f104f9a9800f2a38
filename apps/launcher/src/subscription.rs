//! The only streams: keys, the window, and other launchers that ask something of this one.

use crate::app::{App, Message};

use candela_launcher_core::Catalogue;
use candela_launcher_core::list::Step;
use candela_launcher_core::system::instance::Listener;
use candela_shared::registry::watch::Watcher;
use candela_shared::registry::{Context, Index};
use candela_ui::desktop;

use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use futures::stream::{Stream, StreamExt};
use iced::event::{self, Event, Status};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key, Modifiers};
use iced::{Subscription, window};

use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// Everything that is listened to.
pub fn all(app: &App, listener: Option<&Arc<Listener>>) -> Subscription<Message> {
    let requests = listener.map(|listener| Subscription::run_with(Once(Arc::clone(listener)), requests));
    let changes = app.catalogue().map(|catalogue| {
        let first = (Arc::clone(catalogue.index()), app.words.language());
        Subscription::run_with(Once(first), changes)
    });
    let wishes = app.is_up().then(|| Subscription::run(wishes));
    Subscription::batch([keys(app)].into_iter().chain(requests).chain(changes).chain(wishes))
}

fn keys(app: &App) -> Subscription<Message> {
    let pressed = event::listen_with(|event, status, id| match event {
        Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) => {
            Some(Happened::Key(key, modifiers, status))
        }
        Event::Window(window::Event::Opened { .. }) => Some(Happened::Opened(id)),
        Event::Window(window::Event::Resized(size)) => Some(Happened::Resized(size)),
        Event::Window(window::Event::Rescaled(scale)) => Some(Happened::Rescaled(scale)),
        _ => None,
    });
    pressed.with((app.query.is_empty(), app.look.is_mirrored())).filter_map(|((is_empty, is_mirrored), happened)| {
        match happened {
            Happened::Key(key, modifiers, status) => of_key(&key, modifiers, status, is_empty, is_mirrored),
            Happened::Opened(id) => Some(Message::WindowOpened(id)),
            Happened::Resized(size) => Some(Message::WindowResized(size)),
            Happened::Rescaled(scale) => Some(Message::Rescaled(scale)),
        }
    })
}

#[derive(Debug, Clone)]
enum Happened {
    Key(Key, Modifiers, Status),
    Opened(window::Id),
    Resized(iced::Size),
    Rescaled(f32),
}

/// What a key means here; `None` where it is the query's own.
fn of_key(key: &Key, modifiers: Modifiers, status: Status, is_empty: bool, is_mirrored: bool) -> Option<Message> {
    let is_plain = modifiers.is_empty();
    // The arrow keys belong to the query while it has text they can move in.
    let is_free = is_empty || status == Status::Ignored;
    match key.as_ref() {
        Key::Named(Named::Escape) => Some(Message::Leave),
        Key::Named(Named::Enter) if is_plain => Some(Message::Open),
        Key::Named(Named::Tab) if is_plain => Some(Message::SwitchActions),
        Key::Character("k") if modifiers.command() => Some(Message::SwitchActions),
        Key::Character(digit) if modifiers.command() => item(digit).map(Message::OpenItem),
        Key::Named(Named::ArrowUp) => Some(Message::Move(Step::Up)),
        Key::Named(Named::ArrowDown) => Some(Message::Move(Step::Down)),
        Key::Named(Named::PageUp) => Some(Message::Move(Step::PageUp)),
        Key::Named(Named::PageDown) => Some(Message::Move(Step::PageDown)),
        Key::Named(Named::Home) if is_empty => Some(Message::Move(Step::First)),
        Key::Named(Named::End) if is_empty => Some(Message::Move(Step::Last)),
        Key::Named(Named::ArrowRight) if is_plain && is_free => Some(sideways(!is_mirrored)),
        Key::Named(Named::ArrowLeft) if is_plain && is_free => Some(sideways(is_mirrored)),
        _ => None,
    }
}

fn sideways(is_forward: bool) -> Message {
    if is_forward { Message::GoForward } else { Message::GoBackward }
}

/// The item that Ctrl and a digit from 1 to 9 start.
fn item(digit: &str) -> Option<usize> {
    let number: usize = digit.parse().ok()?;
    (1..=9).contains(&number).then(|| number - 1)
}

/// A stream that is begun once, whatever it is begun with.
struct Once<T>(T);

impl<T: 'static> Hash for Once<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::any::TypeId::of::<Self>().hash(state);
    }
}

/// Waits for other launchers on a thread of its own, which ends with the process.
fn requests(listener: &Once<Arc<Listener>>) -> UnboundedReceiver<Message> {
    let (sender, receiver) = unbounded();
    let listener = Arc::clone(&listener.0);
    // Without a thread the stream ends at once, and a second launcher says that this one does not answer.
    let _thread = std::thread::Builder::new().name("requests".into()).spawn(move || {
        while let Ok(request) = listener.next() {
            if sender.unbounded_send(Message::Requested(request)).is_err() {
                return;
            }
        }
    });
    receiver
}

/// Waits for what the desktop wants windows to look like.
fn wishes() -> UnboundedReceiver<Message> {
    let (sender, receiver) = unbounded();
    // Without a thread nobody is asked, and the settings alone decide.
    let _thread = std::thread::Builder::new().name("desktop".into()).spawn(move || {
        desktop::follow(|wanted| sender.unbounded_send(Message::DesktopAsked(wanted)).is_ok());
    });
    receiver
}

/// Waits for applications to be installed and removed, from the index on that was read at the start.
fn changes(Once((index, language)): &Once<(Arc<Index>, String)>) -> impl Stream<Item = Message> + use<> {
    let (sender, receiver) = unbounded();
    let language = language.clone();
    let watcher = Watcher::start(Context::from_environment(), Arc::clone(index), move |update| {
        let catalogue = Arc::new(Catalogue::new(update.index, &language));
        let _is_gone = sender.unbounded_send(Message::CatalogueRead(catalogue));
    });
    // The watcher lives as long as the stream. Where nothing can be watched, the list is that of the start.
    receiver.map(move |message| {
        let _watcher = &watcher;
        message
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(key: Key, modifiers: Modifiers, status: Status, is_empty: bool, is_mirrored: bool) -> String {
        format!("{:?}", of_key(&key, modifiers, status, is_empty, is_mirrored))
    }

    #[test]
    fn keys_mean_what_the_foot_says() {
        let (none, control) = (Modifiers::empty(), Modifiers::CTRL);
        let (free, taken) = (Status::Ignored, Status::Captured);
        let named = Key::Named;
        let letter = |letter: &str| Key::Character(letter.into());
        let cases = [
            (named(Named::Escape), none, taken, false, "Some(Leave)"),
            (named(Named::Enter), none, taken, false, "Some(Open)"),
            (named(Named::Tab), none, free, true, "Some(SwitchActions)"),
            (letter("k"), control, free, true, "Some(SwitchActions)"),
            (letter("k"), none, taken, true, "None"),
            (letter("1"), control, free, true, "Some(OpenItem(0))"),
            (letter("9"), control, free, true, "Some(OpenItem(8))"),
            (letter("0"), control, free, true, "None"),
            (named(Named::ArrowDown), none, taken, false, "Some(Move(Down))"),
            (named(Named::ArrowRight), none, taken, true, "Some(GoForward)"),
            (named(Named::ArrowRight), none, taken, false, "None"),
            (named(Named::ArrowRight), none, free, false, "Some(GoForward)"),
            (named(Named::Home), none, taken, false, "None"),
            (named(Named::Home), none, taken, true, "Some(Move(First))"),
        ];
        for (key, modifiers, status, is_empty, expected) in cases {
            let name = format!("{key:?} {modifiers:?} {status:?} {is_empty}");
            assert_eq!(means(key, modifiers, status, is_empty, false), expected, "{name}");
        }
    }

    #[test]
    fn arrows_are_mirrored_with_the_window() {
        let right = Key::Named(Named::ArrowRight);
        assert_eq!(means(right, Modifiers::empty(), Status::Ignored, true, true), "Some(GoBackward)");
    }
}
