//! What a display is told of a start: that it begins, whom to wait for, that it is over; a compositor is asked for a token.
//!
//! Spec: Startup Notification Protocol 0.1 (rule D15). Panels show a program that starts from `new:` to `remove:`, and a
//! window manager lets the window in front that carries the token. Whoever starts says `new:`; the program, once its
//! window is there, says `remove:`, or we do where it fails before.

#[cfg(feature = "wayland")]
mod compositor;
#[cfg(feature = "x11")]
mod display;
#[cfg(feature = "x11")]
mod message;

#[cfg(feature = "wayland")]
pub use compositor::token;
#[cfg(feature = "x11")]
pub use display::{begin, end, pass_on};

use crate::registry::entry::Entry;

/// Whether a program says when it has started, or its window can be told from others: where neither is so, a display that
/// was told of it would wait in vain.
pub fn is_wanted(entry: &Entry) -> bool {
    entry.startup_notify.unwrap_or_else(|| entry.startup_wm_class.as_deref().is_some_and(|class| !class.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d15_a_start_is_told_only_where_its_end_will_show() {
        let cases = [
            (Some(true), None, true),
            (Some(true), Some("gimp"), true),
            (Some(false), Some("gimp"), false),
            (None, Some("gimp"), true),
            (None, Some(""), false),
            (None, None, false),
        ];
        for (startup_notify, class, expected) in cases {
            let entry = Entry { startup_notify, startup_wm_class: class.map(Into::into), ..Entry::default() };
            assert_eq!(is_wanted(&entry), expected, "{startup_notify:?} {class:?}");
        }
    }
}
