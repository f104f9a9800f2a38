//! Starts an application: over the session bus where it wants that and answers there, by its command otherwise.
//!
//! Spec: Desktop Entry 1.5, "D-Bus Activation" (rule D14): an application must bear being started by its `Exec` too, so
//! a bus that is missing or an answer that fails costs nothing.

#[cfg(feature = "dbus")]
pub mod activation;
#[cfg(feature = "dbus")]
mod gpu;

use crate::registry::context::Context;
use crate::registry::entry::Entry;
use crate::registry::exec::{self, Target};
use crate::registry::launch::{self, Request, Started};
#[cfg(any(feature = "wayland", feature = "x11"))]
use crate::registry::startup;

use thiserror::Error;

use std::ffi::OsString;

/// How an application came to run.
#[derive(Debug)]
pub enum Start {
    /// It was asked over the session bus, and looks after itself.
    Activated,
    /// Its commands were started, one at least.
    Spawned(Vec<Started>),
}

/// Why an application was not started.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// Its desktop entry gives no command.
    #[error(transparent)]
    Entry(#[from] exec::Error),
    /// Its command could not be run.
    #[error(transparent)]
    Launch(#[from] launch::Error),
}

impl Start {
    /// The programs to watch for an early end; none where the bus started it.
    pub fn programs(&self) -> &[Started] {
        match self {
            Self::Activated => &[],
            Self::Spawned(programs) => programs,
        }
    }
}

/// Starts an application, or one of its actions, on the targets. Blocks as long as the bus takes, ten seconds at most.
///
/// The display is told of it, or asked for a token, where the application says when it has started, and the token goes to
/// the application; one that the request brings is handed on instead (rule D15).
///
/// # Errors
///
/// Those of [`Error`]. Where it takes several commands and one fails, those before it run.
pub fn start(
    entry: &Entry,
    action: Option<&str>,
    targets: &[Target],
    context: &Context,
    request: &Request,
) -> Result<Start, Error> {
    #[cfg(feature = "dbus")]
    if entry.is_dbus_activatable {
        let (told, request) = Told::of(entry, context, request);
        if activation::activate(entry, action, targets, context, &request).is_ok() {
            return Ok(Start::Activated);
        }
        told.end();
    }
    let launches = exec::expand(entry, action, targets, context)?;
    #[cfg(feature = "dbus")]
    let launches = on_other_gpu(launches, entry, context);
    Ok(Start::Spawned(spawn(entry, launches, context, request)?))
}

/// Runs the commands of an application, which were made of its entry, with what [`start`] says of tokens.
///
/// # Errors
///
/// Where one cannot be started; those before it run.
pub fn spawn(
    entry: &Entry,
    launches: Vec<exec::Launch>,
    context: &Context,
    request: &Request,
) -> Result<Vec<Started>, launch::Error> {
    let mut further = request.clone();
    let mut start_one = |launch: exec::Launch| {
        let (told, request) = Told::of(entry, context, &further);
        further = further.without_tokens();
        let when_failed = told.clone();
        let started = launch::start_and_then(&launch, context, &request, move |end| {
            if !end.is_success() {
                when_failed.end();
            }
        });
        if started.is_err() {
            told.end();
        }
        started
    };
    launches.into_iter().map(&mut start_one).collect()
}

/// A start that a display was told of; one that it was not told of is told to nobody later either.
#[derive(Debug, Clone, Default)]
struct Told {
    #[cfg_attr(not(feature = "x11"), expect(dead_code, reason = "only a display is told"))]
    start: Option<(String, OsString)>,
}

#[cfg(feature = "x11")]
impl Told {
    /// Tells the display of a start, and has the request carry its token.
    fn of(entry: &Entry, context: &Context, request: &Request) -> (Self, Request) {
        let mut request = with_token(entry, context, request);
        let Some(display) = context.display.as_deref() else {
            return (Self::default(), request);
        };
        match request.startup_id.as_deref() {
            Some(token) if startup::is_wanted(entry) => startup::pass_on(display, token, entry),
            // The application will not say when it has started; the token brings it to the front all the same.
            Some(token) => startup::end(display, token),
            None if startup::is_wanted(entry) => request.startup_id = startup::begin(display, entry),
            None => {}
        }
        let start = request.startup_id.clone().filter(|_| startup::is_wanted(entry));
        (Self { start: start.map(|token| (display.to_owned(), token)) }, request)
    }

    /// Tells the display that nothing will come of it.
    fn end(&self) {
        if let Some((display, token)) = &self.start {
            startup::end(display, token);
        }
    }
}

#[cfg(not(feature = "x11"))]
impl Told {
    fn of(entry: &Entry, context: &Context, request: &Request) -> (Self, Request) {
        (Self::default(), with_token(entry, context, request))
    }

    fn end(&self) {}
}

/// Has the request carry a token of the compositor, where it brings none itself.
#[cfg(feature = "wayland")]
fn with_token(entry: &Entry, context: &Context, request: &Request) -> Request {
    let mut request = request.clone();
    if let (Some(socket), None, true) = (&context.compositor, &request.activation_token, startup::is_wanted(entry)) {
        request.activation_token = startup::token(socket, request.id.as_deref());
    }
    request
}

#[cfg(not(feature = "wayland"))]
fn with_token(_: &Entry, _: &Context, request: &Request) -> Request {
    request.clone()
}

/// Has what wants the other graphics card draw with it as the system says, rather than as Mesa would have it.
#[cfg(feature = "dbus")]
fn on_other_gpu(mut launches: Vec<exec::Launch>, entry: &Entry, context: &Context) -> Vec<exec::Launch> {
    let told = if entry.prefers_non_default_gpu { gpu::environment(context) } else { None };
    if let Some(told) = told {
        for launch in &mut launches {
            // First in line is what `exec` put there; the user's own choice comes after and keeps the last word.
            let _ = launch.environment.splice(..1, told.iter().cloned());
        }
    }
    launches
}
