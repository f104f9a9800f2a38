//! The only place that starts work: carries out an [`Action`] off the thread of the window.

use crate::app::{Action, App, Message};
use crate::icons;
use crate::notice::Failed;
use crate::ui::LIST;

use candela_open_core::Opening;
use candela_shared::registry::launch::{Request, Started};
use candela_shared::registry::mime_applications::{self, Change};
use candela_shared::registry::{Context, MimeTypes, exec, start};

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use iced::widget::operation::{self, AbsoluteOffset};
use iced::{Task, window};

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What actions are carried out with.
#[derive(Debug, Clone)]
pub struct Worker {
    /// Whether commands are printed instead of run.
    pub is_dry: bool,
    /// Whether everything was opened, once the window has gone.
    pub is_done: Arc<AtomicBool>,
}

impl Worker {
    /// Carries out what an update asked for.
    pub fn perform(&self, app: &App, action: Action) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::All(actions) => Task::batch(actions.into_iter().map(|action| self.perform(app, action))),
            Action::Open { entry, always } => {
                let opening = Opening { entry: *entry, targets: app.subject.targets.clone() };
                let is_dry = self.is_dry;
                on_thread(move |sender| open(&opening, always.as_deref(), is_dry, &sender))
            }
            Action::ReadIcons(entries) => {
                let scale = app.scale;
                on_thread(move |sender| {
                    icons::read(&entries, scale, |entry, picture| {
                        send(&sender, Message::IconRead { id: entry.id.clone(), picture });
                    });
                })
            }
            Action::Scroll(y) => operation::scroll_to(LIST, AbsoluteOffset { x: None, y: Some(y) }),
            Action::Focus(field) => operation::focus(field),
            Action::Hide(id) => window::set_mode(id, window::Mode::Hidden),
            Action::Show(id) => Task::batch([window::set_mode(id, window::Mode::Windowed), window::gain_focus(id)]),
            Action::Quit { is_done } => {
                self.is_done.store(is_done, Ordering::Relaxed);
                iced::exit()
            }
        }
    }
}

/// Runs blocking work on a thread of its own; what it sends arrives as messages.
fn on_thread(work: impl FnOnce(UnboundedSender<Message>) + Send + 'static) -> Task<Message> {
    let (sender, receiver): (_, UnboundedReceiver<Message>) = unbounded();
    let spawned = std::thread::Builder::new().name("work".into()).spawn(move || work(sender));
    // Without a thread the sender is gone, and the stream ends at once.
    drop(spawned);
    Task::stream(receiver)
}

/// Says something, unless the window is gone.
fn send(sender: &UnboundedSender<Message>, message: Message) {
    let _is_gone = sender.unbounded_send(message);
}

fn open(opening: &Opening, always: Option<&str>, is_dry: bool, sender: &UnboundedSender<Message>) {
    let context = Context::from_environment();
    if is_dry {
        let outcome = match exec::expand(&opening.entry, None, &opening.targets, &context) {
            Ok(launches) => {
                let _printed = crate::cli::print_commands(&launches);
                Ok(())
            }
            Err(error) => Err(Failed::start(opening, error.into())),
        };
        return send(sender, Message::Settled(outcome));
    }
    match keep(opening, always, &context).and_then(|()| start(opening, &context)) {
        Ok(programs) => {
            send(sender, Message::Started(Ok(())));
            let end = programs.iter().find_map(Started::early_failure);
            send(sender, Message::Settled(end.map_or(Ok(()), |end| Err(Failed::start(opening, end.into())))));
        }
        Err(failed) => send(sender, Message::Started(Err(failed))),
    }
}

/// Keeps the application as the default of a type.
fn keep(opening: &Opening, always: Option<&str>, context: &Context) -> Result<(), Failed> {
    let Some(mime_type) = always else {
        return Ok(());
    };
    let types = MimeTypes::load(&context.directories);
    mime_applications::change(context, &types, &opening.entry.id, mime_type, Change::SetDefault).map_err(Failed::Keep)
}

fn start(opening: &Opening, context: &Context) -> Result<Vec<Started>, Failed> {
    let id = Some(opening.entry.id.to_string());
    let request = Request { id, ..Request::inherited(|name| std::env::var_os(name)).after_window() };
    match start::start(&opening.entry, None, &opening.targets, context, &request) {
        Ok(start::Start::Activated) => Ok(Vec::new()),
        Ok(start::Start::Spawned(programs)) => Ok(programs),
        Err(error) => Err(Failed::start(opening, error.into())),
    }
}
