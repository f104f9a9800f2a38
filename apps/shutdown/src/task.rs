//! The only place that starts work: carries out an [`Action`] off the thread of the window.

use crate::app::{Action, Message, PRIMARY};

use candela_shutdown_core::Error;
use candela_shutdown_core::circumstances::Session;
use candela_shutdown_core::plan::{Plan, Step};
use candela_shutdown_core::system::circumstances;
use candela_shutdown_core::system::machine::Machine;
use candela_shutdown_core::system::perform::{Outcome, Progress, perform as perform_step};

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use iced::widget::operation;
use iced::{Point, Size, Task, window};

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

/// How long the system may take until it is told that it still runs.
const PATIENCE: Duration = Duration::from_secs(10);

/// What actions are carried out with.
#[derive(Debug, Clone)]
pub struct Worker {
    /// The computer.
    pub machine: Machine,
    /// The session.
    pub session: Session,
    /// Whether commands are printed instead of run.
    pub is_dry: bool,
    /// The exit status of the process, once it is known.
    pub status: Arc<AtomicU8>,
}

impl Worker {
    /// Carries out what an update asked for.
    pub fn perform(&self, action: Action) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::All(actions) => Task::batch(actions.into_iter().map(|action| self.perform(action))),
            Action::Look => self.on_thread(|worker, sender| send(sender, Message::Looked(worker.machine.look()))),
            Action::ReadCircumstances => self.on_thread(|worker, sender| {
                send(sender, Message::CircumstancesRead(circumstances::read(&worker.machine, &worker.session)));
            }),
            Action::Do(steps) => {
                self.on_thread(move |worker, sender| send(sender, Message::Chosen(worker.take_steps(&steps))))
            }
            Action::CloseWindows(step) => {
                self.on_thread(move |worker, sender| send(sender, Message::WindowsClosed(worker.take_steps(&[step]))))
            }
            Action::CarryOut { plan, source } => {
                self.on_thread(move |worker, sender| worker.carry_out(&plan, source, sender))
            }
            Action::TakeBack { plan, source } => self.on_thread(move |worker, sender| {
                worker.machine.take_back(&plan, source);
                send(sender, Message::TakenBack);
            }),
            Action::AwaitEnd(status) => self.await_end(status),
            Action::Fit(id, size) => widened(id, size)
                .chain(Task::batch([window::resize(id, size), window::set_mode(id, window::Mode::Windowed)])),
            // Where a compositor lets nobody come to the front by himself, it may at least say that he wants to.
            Action::Raise(id) => Task::batch([
                window::minimize(id, false),
                window::gain_focus(id),
                window::request_user_attention(id, Some(window::UserAttention::Informational)),
            ]),
            Action::FocusPrimary => operation::focus(PRIMARY),
            Action::Quit(status) => self.quit(status),
        }
    }

    fn quit(&self, status: u8) -> Task<Message> {
        self.status.store(status, Ordering::Relaxed);
        iced::exit()
    }

    /// Waits for the end of everything; where nothing was run there is none to wait for.
    fn await_end(&self, status: u8) -> Task<Message> {
        if self.is_dry {
            return self.quit(status);
        }
        self.status.store(status, Ordering::Relaxed);
        self.on_thread(|_, sender| {
            std::thread::sleep(PATIENCE);
            send(sender, Message::StillOn);
        })
    }

    /// Runs blocking work on a thread of its own; what it sends arrives as messages.
    fn on_thread(&self, work: impl FnOnce(&Self, &UnboundedSender<Message>) + Send + 'static) -> Task<Message> {
        let (sender, receiver): (_, UnboundedReceiver<Message>) = unbounded();
        let worker = self.clone();
        let spawned = std::thread::Builder::new().name("work".into()).spawn(move || work(&worker, &sender));
        // Without a thread the sender is gone, and the stream ends at once.
        drop(spawned);
        Task::stream(receiver)
    }

    fn take_steps(&self, steps: &[Step]) -> Result<(), Error> {
        if self.is_dry {
            let commands: Vec<_> = steps.iter().flat_map(Step::commands).collect();
            let _printed = crate::cli::print_commands(&commands);
            return Ok(());
        }
        let caller = self.machine.caller();
        steps.iter().try_for_each(|step| perform_step(step, &*caller, &mut |_| ()))
    }

    fn carry_out(&self, plan: &Plan, source: Option<&str>, sender: &UnboundedSender<Message>) {
        let outcome = if self.is_dry {
            let _printed = crate::cli::print_commands(&self.machine.means(source).commands(plan));
            Ok(Outcome::Done)
        } else {
            let mut say = |progress: Progress| send(sender, Message::Progressed(progress));
            self.machine.carry_out(plan, source, &mut say)
        };
        send(sender, Message::Ended(outcome));
    }
}

/// Says something, unless the window is gone.
fn send(sender: &UnboundedSender<Message>, message: Message) {
    let _is_gone = sender.unbounded_send(message);
}

/// Keeps the middle of a window where it is when it is about to be of another width.
fn widened(id: window::Id, size: Size) -> Task<Message> {
    window::size(id).then(move |before| {
        let shift = (size.width - before.width) / 2.0;
        window::position(id).then(move |place| match place {
            Some(place) if shift != 0.0 => window::move_to(id, Point::new(place.x - shift, place.y)),
            _ => Task::none(),
        })
    })
}
