//! The window of a program: what all of them do alike when they open it.

#[cfg(feature = "wayland")]
pub mod layer;

use crate::scene::Scene;
use crate::settings::Settings;
use crate::{Element, Look, Theme, display, font};
use candela_shared::Directories;
use candela_shared::i18n::Words;
use candela_shared::registry::launch::{Request, ours};
use candela_shared::registry::{Context, startup};
use candela_shared::tr;
use iced::theme::{Base, Style};
use iced::{Point, Size, Subscription, Task, window};
use std::cell::RefCell;
use std::fmt::Debug;

/// A program with one window: its state, and how that meets the world.
pub trait Program: Sized + 'static {
    /// What happens to it.
    type Message: Debug + Send + 'static;

    /// What stands in the title bar.
    fn title(&self) -> String;
    /// What it looks like.
    fn look(&self) -> Look;
    /// Takes in what happened; does what follows from it.
    fn update(&mut self, message: Self::Message) -> Task<Self::Message>;
    /// What the window shows.
    fn view(&self) -> Element<'_, Self::Message>;
    /// What is listened to.
    fn subscription(&self) -> Subscription<Self::Message>;
    /// Takes in how many pixels of the screen there are to a logical one, which it may know already.
    fn scaled(&mut self, _scale: f32) -> Task<Self::Message> {
        Task::none()
    }
    /// Whether it wants to be seen. A window that is none of a layer's hides by itself.
    fn is_seen(&self) -> bool {
        true
    }
    /// What most of the window shows; another one is drawn as a whole.
    fn scene(&self) -> Scene {
        Scene::default()
    }
}

/// Arranges what can be only while there is one thread: the first thing that `run` of a program with windows does.
pub fn prepare() {
    ours::spare_xlib_compose();
    font::prepare();
}

/// The look that the user chose; what is wrong with it is told, a line each, and costs only itself. Blocks. From here on a
/// window is to come, so that its fonts are looked for meanwhile.
pub fn settings(words: &Words, warn: impl Fn(&str)) -> Settings {
    font::load_soon();
    let (settings, wrong) = Settings::read(&Directories::from_environment());
    wrong.iter().for_each(|error| warn(&error.say(words)));
    settings
}

/// As [`settings`], where there is a display to open a window on.
///
/// # Errors
/// A line for the user where there is none, or it does not answer.
pub fn settings_on_display(words: &Words, warn: impl Fn(&str)) -> Result<Settings, String> {
    let _name = display::find().map_err(|missing| missing.say(words))?;
    Ok(settings(words, warn))
}

/// Opens the window of a program and stays until it is closed. Once in the life of a process: the system's event loop
/// cannot be made again.
///
/// # Errors
/// A line for the user where the window cannot be shown.
pub fn open<P: Program>(
    words: &Words,
    window: window::Settings,
    begin: impl FnOnce() -> (P, Task<P::Message>) + 'static,
) -> Result<(), String> {
    let frame = if window.decorations { FRAME } else { Size::ZERO };
    iced::application(begin_once(begin, frame), Running::update, Running::view)
        .title(|running: &Running<P>| running.program.title())
        .theme(Running::theme)
        .style(Running::style)
        .subscription(Running::subscription)
        .default_font(font::REGULAR)
        .window(window)
        .run()
        .map_err(|error| tr!(words, "shared-display-failed", detail = error.to_string()))
}

/// Begins a program that is framed by so much. iced may boot more than once in its development tools; here it does so
/// once, and takes what was prepared.
fn begin_once<P: Program>(
    begin: impl FnOnce() -> (P, Task<P::Message>),
    frame: Size,
) -> impl Fn() -> (Running<P>, Task<Event<P::Message>>) {
    let prepared = RefCell::new(Some(begin));
    move || {
        let begin = prepared.take().expect("a window is begun once");
        start_is_over();
        font::load();
        let (program, task) = begin();
        (Running { program, scale: 1.0, frame }, task.map(Event::Program))
    }
}

/// Room for a window manager's frame: the title bars of the usual ones are less high.
const FRAME: Size = Size::new(4.0, 40.0);

/// A program and what the window alone knows.
struct Running<P> {
    program: P,
    /// Pixels of the screen to a logical one.
    scale: f32,
    /// What the window manager draws around it, at the most.
    frame: Size,
}

/// What happens to a program or to its window.
#[derive(Debug)]
enum Event<M> {
    Program(M),
    Opened(window::Id),
    Scaled(f32),
}

impl<P: Program> Running<P> {
    fn update(&mut self, event: Event<P::Message>) -> Task<Event<P::Message>> {
        match event {
            Event::Program(message) => self.program.update(message).map(Event::Program),
            Event::Opened(id) => Task::batch([window::scale_factor(id).map(Event::Scaled), fit(id, self.frame)]),
            Event::Scaled(scale) => {
                self.scale = scale;
                self.program.scaled(scale).map(Event::Program)
            }
        }
    }

    fn theme(&self) -> Theme {
        Theme::new(self.program.look()).at_scale(self.scale)
    }

    fn view(&self) -> Element<'_, Event<P::Message>> {
        self.program.view().map(Event::Program)
    }

    fn style(&self, theme: &Theme) -> Style {
        let style = theme.base();
        Style { background_color: self.program.scene().shade(style.background_color), ..style }
    }

    fn subscription(&self) -> Subscription<Event<P::Message>> {
        let window = iced::event::listen_with(|event, _, id| match event {
            iced::Event::Window(window::Event::Opened { .. }) => Some(Event::Opened(id)),
            iced::Event::Window(window::Event::Rescaled(scale)) => Some(Event::Scaled(scale)),
            _ => None,
        });
        Subscription::batch([window, self.program.subscription().map(Event::Program)])
    }
}

/// Makes a window smaller that its screen has no room for, with its frame; what stuck out at the left or above comes into
/// sight.
fn fit<T: Send + 'static>(id: window::Id, frame: Size) -> Task<T> {
    window::monitor_size(id).and_then(move |screen| {
        let room = Size::new(screen.width - frame.width, screen.height - frame.height);
        window::is_maximized(id).then(move |is_maximized| {
            if is_maximized { Task::none() } else { window::size(id).then(move |size| fit_in(id, size, room)) }
        })
    })
}

fn fit_in<T: Send + 'static>(id: window::Id, size: Size, room: Size) -> Task<T> {
    let fitting = Size::new(size.width.min(room.width), size.height.min(room.height));
    if fitting == size { Task::none() } else { window::resize(id, fitting).chain(into_sight(id)) }
}

fn into_sight<T: Send + 'static>(id: window::Id) -> Task<T> {
    window::position(id).and_then(move |place| {
        let inside = Point::new(place.x.max(0.0), place.y.max(0.0));
        if inside == place { Task::none() } else { window::move_to(id, inside) }
    })
}

/// Tells the display that the start it was told of when this program was started has come to its window.
fn start_is_over() {
    let told = Request::inherited(|name| std::env::var_os(name)).startup_id.zip(Context::from_environment().display);
    if let Some((token, display)) = told {
        // The first frame does not wait for the display; where there is no thread, a panel waits a little longer.
        let _thread = std::thread::Builder::new().name("started".into()).spawn(move || startup::end(&display, &token));
    }
}
