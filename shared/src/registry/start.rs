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

use thiserror::Error;

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
    if entry.is_dbus_activatable && activation::activate(entry, action, targets, context, request).is_ok() {
        return Ok(Start::Activated);
    }
    let launches = exec::expand(entry, action, targets, context)?;
    #[cfg(feature = "dbus")]
    let launches = on_other_gpu(launches, entry, context);
    let further = request.without_tokens();
    let requests = std::iter::once(request).chain(std::iter::repeat(&further));
    let started: Result<_, _> =
        launches.iter().zip(requests).map(|(one, request)| launch::start(one, context, request)).collect();
    Ok(Start::Spawned(started?))
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
