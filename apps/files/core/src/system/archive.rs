//! Archives and packed files: created beside their place, extracted into a hidden folder; neither follows a link.

mod create;
mod entries;
mod extract;
mod names;
mod stream;

pub use create::create;
pub use extract::extract;
pub use names::names;

use crate::operation::{Control, Reason};

use rustix::io::Errno;

use std::error::Error;
use std::io;

/// What went wrong, out of what a library says of it.
fn reason(error: &(dyn Error + 'static), control: &Control) -> Reason {
    if let Err(reason) = control.check() {
        return reason;
    }
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(reason) = error.downcast_ref::<Reason>() {
            return *reason;
        }
        next = match error.downcast_ref::<io::Error>() {
            Some(error) => match (error.raw_os_error(), error.get_ref()) {
                (Some(code), _) => return Errno::from_raw_os_error(code).into(),
                (None, inner) => inner.map(|inner| inner as &(dyn Error + 'static)),
            },
            None => error.source(),
        };
    }
    // Everything else is said of what was read.
    Reason::BadArchive
}
