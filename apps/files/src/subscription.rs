//! The only streams: keys, the window, the folders on show, and what the desktop wishes.

use crate::app::{App, Message};
use crate::key::Pressed;

use candela_ui::desktop;

use futures::Stream;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use iced::event::{self, Status};
use iced::{Subscription, keyboard, window};
use notify::{RecursiveMode, Watcher};

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

/// A burst of changes has ended when nothing more comes for so long.
const QUIET: Duration = Duration::from_millis(100);
/// A burst that does not end is told of once in so long.
const LONGEST: Duration = Duration::from_millis(1_000);

/// Everything that is listened to.
pub fn all(app: &App) -> Subscription<Message> {
    let wishes = app.is_up().then(|| desktop::wishes().map(Message::DesktopAsked));
    let folders = app.folders().into_iter().map(|folder| Subscription::run_with(folder, changes));
    let ticks = (!app.jobs.is_empty()).then(|| Subscription::run(ticks));
    Subscription::batch([events()].into_iter().chain(wishes).chain(folders).chain(ticks))
}

/// Keys and the window. What a key means is for the state to say when it comes.
fn events() -> Subscription<Message> {
    event::listen_with(|event, status, _| match event {
        iced::Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, text, .. })
            if status == Status::Ignored =>
        {
            let text = text.map(Into::into);
            Some(Message::Pressed(Pressed { key, modifiers, text, at: Instant::now() }))
        }
        iced::Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)) => Some(Message::Held(modifiers)),
        iced::Event::Window(window::Event::Opened { .. }) => Some(Message::WindowOpened),
        iced::Event::Window(window::Event::Focused) => Some(Message::WindowFocused),
        iced::Event::Window(window::Event::FileDropped(path)) => Some(Message::Dropped(path)),
        iced::Event::Window(window::Event::Resized(size)) => Some(Message::WindowResized(size)),
        _ => None,
    })
}

/// Tells that time passes, while something runs.
fn ticks() -> UnboundedReceiver<Message> {
    /// Five times a second is as often as numbers can be read.
    const TICK: Duration = Duration::from_millis(200);
    let (sender, receiver) = unbounded();
    let _thread = std::thread::Builder::new().name("ticks".into()).spawn(move || {
        while sender.unbounded_send(Message::Ticked(Instant::now())).is_ok() {
            std::thread::sleep(TICK);
        }
    });
    receiver
}

/// What a thread that watches a folder waits for.
enum Event {
    /// Something changed at these paths.
    Changed(Vec<PathBuf>),
    /// Nobody listens any more.
    End,
}

/// The changes of a folder; when it is dropped, the thread that watches is woken up, and ends.
struct Changes {
    messages: UnboundedReceiver<Message>,
    tell: Sender<Event>,
}

impl Stream for Changes {
    type Item = Message;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Message>> {
        Pin::new(&mut self.messages).poll_next(context)
    }
}

impl Drop for Changes {
    fn drop(&mut self) {
        let _has_ended = self.tell.send(Event::End);
    }
}

/// Waits for changes in a folder, on a thread that ends with the stream. What cannot be watched is read again when asked.
#[expect(clippy::ptr_arg, reason = "a subscription is made with a reference to what it is known by")]
fn changes(folder: &PathBuf) -> Changes {
    let (sender, messages) = unbounded();
    let (tell, events) = channel();
    let (folder, told) = (folder.clone(), tell.clone());
    let _thread = std::thread::Builder::new().name("changes".into()).spawn(move || {
        let _unwatched = watch(&folder, &sender, told, &events);
    });
    Changes { messages, tell }
}

fn watch(
    folder: &Path,
    sender: &UnboundedSender<Message>,
    tell: Sender<Event>,
    events: &Receiver<Event>,
) -> notify::Result<()> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if let Ok(event) = event
            && !event.kind.is_access()
        {
            // The root is in no folder: what changed is not known.
            let paths = if event.need_rescan() { vec![PathBuf::from("/")] } else { event.paths };
            let _is_gone = tell.send(Event::Changed(paths));
        }
    })?;
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    while let Some(names) = wait(folder, events) {
        let names = names.map(|names| names.into_iter().collect());
        if sender.unbounded_send(Message::FolderChanged { path: folder.to_owned(), names }).is_err() {
            break;
        }
    }
    Ok(())
}

/// Names that changed in a burst; nothing where there are too many of them to look at each, or where it is not known.
type Names = Option<HashSet<OsString>>;

/// Adds the names of what changed in a folder to those of the burst.
fn add(names: &mut Names, folder: &Path, paths: Vec<PathBuf>) {
    /// More names are read anew together.
    const MOST: usize = 2_000;
    for path in paths {
        match (path.file_name().filter(|_| path.parent() == Some(folder)), names.as_mut()) {
            (Some(name), Some(names)) => {
                let _is_new = names.insert(name.to_owned());
            }
            (Some(_), None) => {}
            (None, _) => *names = None,
        }
    }
    let _too_many = names.take_if(|names| names.len() > MOST);
}

/// Waits for a burst of changes to end, and tells what changed; nothing when nobody wants to hear of it any more.
fn wait(folder: &Path, events: &Receiver<Event>) -> Option<Names> {
    let Ok(Event::Changed(paths)) = events.recv() else { return None };
    let mut names = Some(HashSet::new());
    add(&mut names, folder, paths);
    let begun = Instant::now();
    while begun.elapsed() < LONGEST
        && let Ok(event) = events.recv_timeout(QUIET)
    {
        let Event::Changed(paths) = event else { return None };
        add(&mut names, folder, paths);
    }
    Some(names)
}
