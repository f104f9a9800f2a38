//! The only place that starts work.

use crate::app::{Action, App, Edge, LINE, Message};
use crate::ask::{self, Ask};
use crate::keeper::Keep;
use crate::rates;

use candela_calculator_core::Budget;

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use iced::widget::operation;
use iced::widget::scrollable::RelativeOffset;
use iced::{Point, Size, Task, clipboard, window};

use std::ops::Range;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

/// Room for a chain of operators as long as a line may have, in bytes; only what is used is taken.
const STACK: usize = 256 * 1024 * 1024;
/// How long a line may take, be it typed or entered: nobody waits longer without a doubt whether it still works.
const LINE_TIME: Duration = Duration::from_secs(1);

/// Carries an action out; what it leads to arrives as messages.
pub fn perform(app: &App, keeper: &Sender<Keep>, action: Action) -> Task<Message> {
    match action {
        Action::None => Task::none(),
        Action::All(actions) => Task::batch(actions.into_iter().map(|action| perform(app, keeper, action))),
        Action::Ask(question) => answer(app, question),
        Action::Settle => settle(app),
        Action::Keep(what) => {
            // A keeper that is gone was never there: nothing is kept on a machine without threads.
            let _is_gone = keeper.send(app.to_be_kept(what));
            Task::none()
        }
        Action::Copy(text) => clipboard::write(text),
        Action::RefreshRates(source) => on_thread(move |sender| {
            send(&sender, Message::RatesRead(rates::refresh(&source, rates::path().as_deref())));
        }),
        Action::Focus(id) => operation::focus(id),
        Action::Select(range) => select(app.line_text(), range),
        Action::ScrollHistory => operation::snap_to_end(crate::app::history_ids::LIST),
        // The tape is anchored at its foot: from there its offset is counted.
        Action::ScrollTape => operation::snap_to(crate::ui::TAPE, RelativeOffset::START),
        Action::Resize(id, size) => resize(id, size),
        Action::Drag(id) => window::drag(id),
        Action::DragEdge(id, edge) => window::drag_resize(id, direction(edge)),
        Action::Minimise(id) => window::minimize(id, true),
        Action::ToggleMaximised(id) => window::toggle_maximize(id),
        Action::Quit => iced::exit(),
    }
}

/// Runs work on a thread of its own, with room for deep trees; what it sends arrives as messages.
fn on_thread(work: impl FnOnce(UnboundedSender<Message>) + Send + 'static) -> Task<Message> {
    let (sender, receiver): (_, UnboundedReceiver<Message>) = unbounded();
    let spawned = std::thread::Builder::new().name("sum".into()).stack_size(STACK).spawn(move || work(sender));
    // Without a thread the sender is gone, and the stream ends at once.
    drop(spawned);
    Task::stream(receiver)
}

/// Says something, unless the window is gone.
fn send(sender: &UnboundedSender<Message>, message: Message) {
    let _is_gone = sender.unbounded_send(message);
}

fn answer(app: &App, question: Ask) -> Task<Message> {
    let (calculator, cancel) = (app.calculator(), app.flag_of(question.slot));
    on_thread(move |sender| {
        let budget = || Budget::new(cancel.clone(), Some(Instant::now() + LINE_TIME));
        send(&sender, Message::Told(ask::answer(&question, &calculator, budget)));
    })
}

fn settle(app: &App) -> Task<Message> {
    let Some(job) = app.tape.job() else { return Task::none() };
    let cancel = app.flag_of_tape();
    on_thread(move |sender| {
        let done = job.run(|| Budget::new(cancel.clone(), Some(Instant::now() + LINE_TIME)));
        send(&sender, Message::Settled(Box::new(done)));
    })
}

/// Makes the window so large, as far as the screen is, and moves it back onto it where it would stand out.
fn resize(id: window::Id, wanted: Size) -> Task<Message> {
    window::monitor_size(id).then(move |screen| {
        let screen = screen.unwrap_or(wanted);
        let size = Size::new(wanted.width.min(screen.width), wanted.height.min(screen.height));
        let moved = window::position(id).and_then(move |at| {
            let within = |at: f32, length: f32, whole: f32| at.min(whole - length).max(0.0);
            let place = Point::new(within(at.x, size.width, screen.width), within(at.y, size.height, screen.height));
            if place == at { Task::none() } else { window::move_to(id, place) }
        });
        moved.chain(window::resize(id, size))
    })
}

fn direction(edge: Edge) -> window::Direction {
    match edge {
        Edge::North => window::Direction::North,
        Edge::NorthEast => window::Direction::NorthEast,
        Edge::East => window::Direction::East,
        Edge::SouthEast => window::Direction::SouthEast,
        Edge::South => window::Direction::South,
        Edge::SouthWest => window::Direction::SouthWest,
        Edge::West => window::Direction::West,
        Edge::NorthWest => window::Direction::NorthWest,
    }
}

/// Selects bytes of the line, which inputs count in letters.
fn select(text: &str, range: Range<usize>) -> Task<Message> {
    let letters = |at: usize| candela_ui::widget::input::letters(&text[..at]);
    operation::select_range(LINE, letters(range.start), letters(range.end))
}
