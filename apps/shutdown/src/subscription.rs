//! The only streams: keys, the window, the power supply, the countdown, and what the desktop wants.

use crate::app::{App, Message};
use crate::task::Worker;

use candela_shutdown_core::circumstances::Session;
use candela_shutdown_core::system::machine::Machine;
use candela_shutdown_core::system::prompter::Listener;
use candela_shutdown_core::system::screen_lock::ScreenLock;
use candela_shutdown_core::system::{supply, watch};
use candela_ui::desktop;

use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use iced::event::{self, Event, Status};
use iced::{Subscription, keyboard, mouse, window};

use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::time::Duration;

/// A tick of the countdown.
const SECOND: Duration = Duration::from_secs(1);

/// Everything that is listened to.
pub fn all(app: &App, worker: &Worker, listener: Option<&Arc<Listener>>) -> Subscription<Message> {
    let machine = &worker.machine;
    let counted = || Subscription::run_with(Once((machine.clone(), worker.session.clone())), seconds);
    let countdown = app.is_counting().then(counted);
    let waiting = app.is_asking().then(|| Subscription::run_with(Once(Watched(machine.clone())), changes));
    let supply = Subscription::run_with(Once(machine.clone()), supplies);
    let wishes = desktop::wishes().map(Message::DesktopAsked);
    let others = listener.map(|listener| Subscription::run_with(Once(Arc::clone(listener)), others));
    Subscription::batch([events(), supply, wishes].into_iter().chain(countdown).chain(waiting).chain(others))
}

fn events() -> Subscription<Message> {
    event::listen_with(|event, status, id| match event {
        Event::Keyboard(keyboard::Event::KeyPressed { key: keyboard::Key::Character(letter), modifiers, .. })
            if status == Status::Ignored && !modifiers.command() && !modifiers.alt() =>
        {
            Some(Message::Typed(letter.to_string()))
        }
        Event::Keyboard(keyboard::Event::KeyPressed { .. }) | Event::Mouse(mouse::Event::ButtonPressed(_)) => {
            Some(Message::Stirred)
        }
        Event::Window(window::Event::Opened { .. }) => Some(Message::WindowOpened(id)),
        Event::Window(window::Event::CloseRequested) => Some(Message::Cancel),
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

/// Waits for a charger to come or go.
fn supplies(machine: &Once<Machine>) -> UnboundedReceiver<Message> {
    let (sender, receiver) = unbounded();
    let machine = machine.0.clone();
    // Without a thread the supply is that of the beginning.
    let _thread = std::thread::Builder::new().name("supply".into()).spawn(move || {
        supply::follow(&machine, |supply| sender.unbounded_send(Message::SupplyChanged(supply)).is_ok());
    });
    receiver
}

/// Waits for other prompters, which ask this one to come to the front.
fn others(listener: &Once<Arc<Listener>>) -> UnboundedReceiver<Message> {
    let (sender, receiver) = unbounded();
    let listener = Arc::clone(&listener.0);
    // Without a thread another prompter says that there is one, and leaves it where it is.
    let _thread = std::thread::Builder::new().name("others".into()).spawn(move || {
        while listener.next().is_ok() {
            if sender.unbounded_send(Message::AnotherCame).is_err() {
                return;
            }
        }
    });
    receiver
}

/// Tells each second that passes while the screen can be seen, as long as it is listened to.
fn seconds(seen: &Once<(Machine, Session)>) -> UnboundedReceiver<Message> {
    let (sender, receiver) = unbounded();
    let (machine, session) = seen.0.clone();
    // Without a thread nothing is counted, and the dialog waits for an answer.
    let _thread = std::thread::Builder::new().name("countdown".into()).spawn(move || {
        let lock = ScreenLock::of(&machine, &session);
        while !sender.is_closed() {
            std::thread::sleep(SECOND);
            // Nothing is decided before somebody who cannot see it.
            if !lock.is_locked() && sender.unbounded_send(Message::Ticked).is_err() {
                return;
            }
        }
    });
    receiver
}

/// The computer, where it is watched what waits.
struct Watched(Machine);

/// Waits until something else may wait.
fn changes(machine: &Once<Watched>) -> UnboundedReceiver<Message> {
    let (sender, receiver) = unbounded();
    let machine = machine.0.0.clone();
    // Without a thread what waits is that of the beginning.
    let _thread = std::thread::Builder::new().name("changes".into()).spawn(move || {
        watch::follow(&machine, || sender.unbounded_send(Message::WaitingChanged).is_ok());
    });
    receiver
}
