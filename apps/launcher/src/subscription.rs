//! The only streams: keys, the window, and other launchers that ask something of this one.

use crate::app::{App, Message};
use crate::key::Pressed;
use crate::{bus, task};

use candela_launcher_core::system::instance::Listener;
use candela_launcher_core::system::settings::{self as kept, Watcher as SettingsWatcher};
use candela_shared::Directories;
use candela_shared::platform::give_back_memory;
use candela_shared::registry::watch::Watcher;
use candela_shared::registry::{Context, Index};
use candela_ui::desktop;

use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use futures::stream::{Stream, StreamExt};
use iced::event::{self, Event, Status};
use iced::{Subscription, keyboard, window};

use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::time::Instant;

/// Everything that is listened to.
pub fn all(app: &App, listener: Option<&Arc<Listener>>) -> Subscription<Message> {
    let requests = listener.map(|listener| Subscription::run_with(Once(Arc::clone(listener)), requests));
    let changes = app.catalogue().map(|catalogue| {
        let first = (Arc::clone(catalogue.index()), app.words.language());
        Subscription::run_with(Once(first), changes)
    });
    let wishes = app.is_up().then(|| desktop::wishes().map(Message::DesktopAsked));
    let bus = listener.filter(|_| app.is_up()).map(|_| Subscription::run(bus::requests));
    let settings = app.is_up().then(|| Subscription::run(settings));
    Subscription::batch([events()].into_iter().chain(requests).chain(changes).chain(wishes).chain(settings).chain(bus))
}

/// Keys and the window. What a key means is for the state to say when it comes: a subscription that depended on the
/// state would begin anew with it, and lose the keys pressed meanwhile.
fn events() -> Subscription<Message> {
    event::listen_with(|event, status, id| match event {
        Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) => {
            Some(Message::Pressed(Pressed { key, modifiers, is_taken: status == Status::Captured }))
        }
        Event::Window(window::Event::Opened { .. }) => Some(Message::WindowOpened(id)),
        Event::Window(window::Event::Focused) => Some(Message::Focused),
        Event::Window(window::Event::Unfocused) => Some(Message::Unfocused(Instant::now())),
        Event::Window(window::Event::Resized(size)) => Some(Message::WindowResized(size)),
        Event::Window(window::Event::Closed) => Some(Message::WindowClosed),
        _ => None,
    })
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
            if sender.unbounded_send(Message::Requested(request, Instant::now())).is_err() {
                return;
            }
        }
    });
    receiver
}

/// Waits for the settings to be changed, by us or by others.
fn settings() -> impl Stream<Item = Message> {
    let (sender, receiver) = unbounded();
    let directories = Directories::from_environment();
    let watched = directories.clone();
    let watcher = SettingsWatcher::start(&watched, move || {
        let _is_gone = sender.unbounded_send(Message::SettingsRead(kept::read(&directories)));
    });
    // The watcher lives as long as the stream. Where nothing can be watched, the settings are those of the start.
    receiver.map(move |message| {
        let _watcher = &watcher;
        message
    })
}

/// Waits for applications to be installed and removed, from the index on that was read at the start.
fn changes(Once((index, language)): &Once<(Arc<Index>, String)>) -> impl Stream<Item = Message> + use<> {
    let (sender, receiver) = unbounded();
    let language = language.clone();
    let context = Context::from_environment();
    let watcher = Watcher::start(context.clone(), Arc::clone(index), move |update| {
        let catalogue = Arc::new(task::catalogue(update.index, &language, &context));
        let _is_gone = sender.unbounded_send(Message::CatalogueRead(catalogue));
        give_back_memory();
    });
    // The watcher lives as long as the stream. Where nothing can be watched, the list is that of the start.
    receiver.map(move |message| {
        let _watcher = &watcher;
        message
    })
}
