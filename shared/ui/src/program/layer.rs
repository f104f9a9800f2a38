//! The window of a program above all others, without a frame: a surface on a layer of a Wayland compositor.
//!
//! It is there while the program wants to be seen, and destroyed when not: unlike a window of Wayland's, which cannot
//! hide. Spec: wlr-layer-shell-unstable-v1 version 3.

mod clipboard;

pub use clipboard::Clipboard;

use super::{Event, Program, Running, begin_once};

use crate::display::compositor::{self, Layers};
use crate::{Element, Theme, font};

use candela_shared::i18n::Words;
use candela_shared::registry::Context;
use candela_shared::tr;

use futures::channel::oneshot;
use iced::{Rectangle, Size, Subscription, Task, window};
use iced_layershell::actions::{LayerShellCustomAction as Custom, LayerShellCustomActionWithId as Request};
use iced_layershell::reexport::{Anchor, KeyboardInteractivity, Layer, NewLayerShellSettings, OutputOption};
use iced_layershell::settings::{LayerShellSettings, Settings, StartMode};
use wayland_client::Connection;

use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::thread;

/// A compositor that has layers, and our connection to it.
#[derive(Debug)]
pub struct Shell {
    socket: PathBuf,
    connection: Connection,
    room: Option<Size>,
    clipboard: Clipboard,
    guest: Connection,
}

impl Shell {
    /// The compositor that windows open on; `None` where there is none, or it has no layers. Blocks, but not without
    /// Wayland.
    pub fn find() -> Option<Self> {
        let socket = Context::from_environment().compositor?;
        let Layers { room } = compositor::layers(&socket)?;
        let connection = Connection::from_socket(UnixStream::connect(&socket).ok()?).ok()?;
        let clipboard = Clipboard::beside(&connection).ok()?;
        let guest = clipboard::guest(&connection);
        Some(Self { socket, connection, room, clipboard, guest })
    }

    /// What is copied to it outlives the surface.
    pub fn clipboard(&self) -> Clipboard {
        self.clipboard.clone()
    }
}

/// How a program's surface is called, and where it stands on a screen of a size, both in logical pixels.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// What the compositor calls it.
    pub namespace: &'static str,
    /// Size and corner on a screen that has so much room.
    pub on: fn(Size) -> Rectangle,
    /// Its size where nothing is known of the screen.
    pub size: Size,
}

/// As [`super::open`], on a layer. The program is seen while it [wants to be](Program::is_seen).
///
/// # Errors
/// A line for the user where the compositor goes away.
pub fn open<P: Program>(
    words: &Words,
    shell: Shell,
    place: Place,
    begin: impl FnOnce() -> (P, Task<P::Message>) + 'static,
) -> Result<(), String> {
    let Shell { socket, connection, room, guest, .. } = shell;
    let begin = begin_once(begin, Size::ZERO);
    let boot = move || {
        let (running, task) = begin();
        let guest = Some(guest.clone());
        let mut layered = Layered { running, place, socket: socket.clone(), guest, surface: Surface::None };
        let opened = layered.open_in(window::Id::unique(), room);
        (layered, Task::batch([task.map(Told::Window), opened]))
    };
    let layer_settings = LayerShellSettings { start_mode: StartMode::Background, ..LayerShellSettings::default() };
    let settings = Settings {
        layer_settings,
        default_font: font::REGULAR,
        with_connection: Some(connection.into()),
        ..Settings::default()
    };
    iced_layershell::daemon(boot, place.namespace, Layered::update, Layered::view)
        .title(|layered: &Layered<P>, _| Some(layered.running.program.title()))
        .theme(|layered: &Layered<P>, _| layered.running.theme())
        .style(|layered: &Layered<P>, theme: &Theme| layered.running.style(theme))
        .subscription(Layered::subscription)
        .settings(settings)
        .run()
        .map_err(|error| tr!(words, "shared-display-failed", detail = error.to_string()))
}

/// What of the program is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Surface {
    /// Nothing.
    None,
    /// Nothing yet: the compositor is asked for the room it has.
    Awaited(window::Id),
    /// A surface.
    Open(window::Id),
}

/// A program, and what is on the screen of it.
struct Layered<P> {
    running: Running<P>,
    place: Place,
    socket: PathBuf,
    /// Asks beside the event loop; none in a test without a compositor.
    guest: Option<Connection>,
    surface: Surface,
}

/// What happens to a program or to its surface.
#[derive(Debug)]
enum Told<M> {
    Window(Event<M>),
    /// Its scale may be another one.
    Changed(window::Id),
    Closed(window::Id),
    /// A surface has so much room.
    Room(window::Id, Option<Size>),
    /// What the event loop does; it never comes to us.
    Asked(Request),
}

impl<M> TryFrom<Told<M>> for Request {
    type Error = Told<M>;

    fn try_from(told: Told<M>) -> Result<Self, Told<M>> {
        match told {
            Told::Asked(request) => Ok(request),
            told => Err(told),
        }
    }
}

impl<P: Program> Layered<P> {
    fn update(&mut self, told: Told<P::Message>) -> Task<Told<P::Message>> {
        match told {
            Told::Window(event) => {
                let task = self.running.update(event).map(Told::Window);
                Task::batch([task, self.follow()])
            }
            Told::Changed(id) => window::scale_factor(id).map(|scale| Told::Window(Event::Scaled(scale))),
            Told::Closed(id) => {
                if self.surface == Surface::Open(id) {
                    self.surface = Surface::None;
                }
                Task::none()
            }
            Told::Room(id, room) if self.surface == Surface::Awaited(id) => self.open_in(id, room),
            Told::Room(..) | Told::Asked(_) => Task::none(),
        }
    }

    /// Lets the surface come and go as the program wants.
    fn follow(&mut self) -> Task<Told<P::Message>> {
        match (self.running.program.is_seen(), self.surface) {
            (true, Surface::None) => {
                let id = window::Id::unique();
                self.surface = Surface::Awaited(id);
                Task::future(room(self.socket.clone())).map(move |room| Told::Room(id, room))
            }
            (false, Surface::Awaited(_)) => {
                self.surface = Surface::None;
                Task::none()
            }
            (false, Surface::Open(id)) => {
                self.surface = Surface::None;
                Task::future(answered(self.guest.clone())).then(move |()| window::close(id))
            }
            (true, Surface::Awaited(_) | Surface::Open(_)) | (false, Surface::None) => Task::none(),
        }
    }

    fn open_in(&mut self, id: window::Id, room: Option<Size>) -> Task<Told<P::Message>> {
        self.surface = Surface::Open(id);
        let settings = settings(self.place, room);
        Task::done(Told::Asked(Request::new(None, Custom::NewLayerShell { settings, id })))
    }

    fn view(&self, _: window::Id) -> Element<'_, Told<P::Message>> {
        self.running.view().map(Told::Window)
    }

    fn subscription(&self) -> Subscription<Told<P::Message>> {
        let surface = iced::event::listen_with(|event, _, id| match event {
            iced::Event::Window(window::Event::Opened { .. } | window::Event::Resized(_)) => Some(Told::Changed(id)),
            iced::Event::Window(window::Event::Closed) => Some(Told::Closed(id)),
            _ => None,
        });
        Subscription::batch([surface, self.running.program.subscription().map(Event::Program).map(Told::Window)])
    }
}

/// Waits until the compositor has answered all that was said, on a thread of its own.
///
/// With a surface its event loop gives up what hears of clipboards. What was copied just now is on its way to that, too;
/// libwayland counts no new object of one that is given up, and the connection breaks ("not a valid new object id").
async fn answered(guest: Option<Connection>) {
    struct Nothing;
    let (sender, receiver) = oneshot::channel();
    let ask = move || {
        let _gone = guest.map(|guest| guest.new_event_queue::<Nothing>().roundtrip(&mut Nothing));
        let _heard = sender.send(());
    };
    drop(thread::Builder::new().name("answered".into()).spawn(ask));
    let _ended = receiver.await;
}

/// Asks the compositor how much room it has, on a thread of its own.
async fn room(socket: PathBuf) -> Option<Size> {
    let (sender, receiver) = oneshot::channel();
    let ask = move || {
        // Who asked may have ended.
        let _heard = sender.send(compositor::layers(&socket).and_then(|layers| layers.room));
    };
    drop(thread::Builder::new().name("room".into()).spawn(ask));
    receiver.await.ok().flatten()
}

/// A surface on the output that the compositor picks: the one with the keyboard or the pointer.
fn settings(place: Place, room: Option<Size>) -> NewLayerShellSettings {
    let rectangle = room.map_or(Rectangle::with_size(place.size), place.on);
    NewLayerShellSettings {
        size: Some((rectangle.width as u32, rectangle.height as u32)),
        layer: Layer::Overlay,
        // Nothing at the sides: it is centred between them.
        anchor: Anchor::Top,
        exclusive_zone: Some(-1),
        margin: Some((rectangle.y as i32, 0, 0, 0)),
        keyboard_interactivity: KeyboardInteractivity::Exclusive,
        output_option: OutputOption::Active,
        events_transparent: false,
        namespace: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::look::Look;

    /// A program that wants to be seen or not.
    struct Wish(bool);

    impl Program for Wish {
        type Message = bool;

        fn title(&self) -> String {
            String::new()
        }

        fn look(&self) -> Look {
            Look::default()
        }

        fn update(&mut self, is_seen: bool) -> Task<bool> {
            self.0 = is_seen;
            Task::none()
        }

        fn view(&self) -> Element<'_, bool> {
            crate::widget::fill()
        }

        fn subscription(&self) -> Subscription<bool> {
            Subscription::none()
        }

        fn is_seen(&self) -> bool {
            self.0
        }
    }

    fn third(room: Size) -> Rectangle {
        Rectangle { x: 0.0, y: (room.height - 300.0) / 3.0, width: 400.0_f32.min(room.width), height: 300.0 }
    }

    const PLACE: Place = Place { namespace: "wish", on: third, size: Size::new(400.0, 300.0) };

    fn layered() -> Layered<Wish> {
        let running = Running { program: Wish(false), scale: 1.0, frame: Size::ZERO };
        Layered { running, place: PLACE, socket: PathBuf::new(), guest: None, surface: Surface::None }
    }

    fn wish(layered: &mut Layered<Wish>, is_seen: bool) -> Surface {
        let _task = layered.update(Told::Window(Event::Program(is_seen)));
        layered.surface
    }

    #[test]
    fn a_surface_comes_when_its_room_is_known_and_goes_when_nobody_wants_it() {
        let mut layered = layered();
        let Surface::Awaited(id) = wish(&mut layered, true) else { panic!("it is asked for") };
        let _task = layered.update(Told::Room(id, None));
        assert_eq!(layered.surface, Surface::Open(id));
        assert_eq!(wish(&mut layered, true), Surface::Open(id), "it stays");
        assert_eq!(wish(&mut layered, false), Surface::None);
        assert!(
            matches!(wish(&mut layered, true), Surface::Awaited(other) if other != id),
            "each has a name of its own"
        );
    }

    #[test]
    fn what_is_not_wanted_any_more_when_its_room_is_known_does_not_come() {
        let mut layered = layered();
        let Surface::Awaited(id) = wish(&mut layered, true) else { panic!("it is asked for") };
        let _unseen = wish(&mut layered, false);
        let _task = layered.update(Told::Room(id, None));
        assert_eq!(layered.surface, Surface::None);
    }

    #[test]
    fn what_the_compositor_closes_is_gone_and_comes_back_only_where_it_is_wanted_again() {
        let mut layered = layered();
        let Surface::Awaited(id) = wish(&mut layered, true) else { panic!("it is asked for") };
        let _task = layered.update(Told::Room(id, None));
        let _task = layered.update(Told::Closed(window::Id::unique()));
        assert_eq!(layered.surface, Surface::Open(id), "another one was closed");
        let _task = layered.update(Told::Closed(id));
        assert_eq!(layered.surface, Surface::None, "its output is gone: not at once on another one");
        assert!(matches!(wish(&mut layered, true), Surface::Awaited(_)));
    }

    #[test]
    fn a_surface_has_the_size_and_the_distance_from_above_that_its_room_leaves() {
        let stands = |room| {
            let settings = settings(PLACE, room);
            (settings.size, settings.margin)
        };
        assert_eq!(stands(Some(Size::new(1000.0, 900.0))), (Some((400, 300)), Some((200, 0, 0, 0))));
        assert_eq!(stands(Some(Size::new(320.0, 300.0))), (Some((320, 300)), Some((0, 0, 0, 0))));
        assert_eq!(stands(None), (Some((400, 300)), Some((0, 0, 0, 0))));
    }
}
