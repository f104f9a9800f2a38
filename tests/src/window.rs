//! A window as a person has it: they see it, type into it and click on it.

use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConfigureWindowAux, ConnectionExt as _, EventMask, MOTION_NOTIFY_EVENT,
};
use x11rb::protocol::xtest::ConnectionExt as _;

use crate::client::Client;
use crate::key::Keyboard;
use crate::{Key, PATIENCE, Picture, Size};

/// A window of a program.
pub struct Window {
    client: Client,
    id: u32,
}

impl Window {
    pub(crate) fn of(client: Client, id: u32) -> Self {
        client.watch_painting(id);
        Self { client, id }
    }

    /// Its number on the display.
    pub(crate) fn id(&self) -> u32 {
        self.id
    }

    /// How large it is now.
    pub fn size(&self) -> Size {
        let geometry = self.client.connection.get_geometry(self.id).expect("the display answers").reply();
        let geometry = geometry.expect("the window is there");
        Size(geometry.width, geometry.height)
    }

    /// What it shows now.
    pub fn picture(&self) -> Picture {
        Picture::take(&self.client, self.id)
    }

    /// Returns its picture as soon as that is as wanted; looks again whenever something was painted.
    ///
    /// # Panics
    /// When it never is; the last picture is saved then.
    pub fn wait_for(&self, wanted: &str, is_wanted: impl Fn(&Picture) -> bool) -> Picture {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let picture = self.picture();
            if is_wanted(&picture) {
                return picture;
            }
            if !self.painted(deadline) {
                panic!("never shown: {wanted}; see {}", picture.save("never-shown").display());
            }
        }
    }

    /// Returns its picture once its first frame is painted.
    pub fn first_frame(&self) -> Picture {
        self.wait_for("the first frame", |picture| picture.colours() > 1)
    }

    /// Returns its picture once nothing was painted for a while: what moves has come to rest.
    pub fn at_rest(&self, quiet: Duration) -> Picture {
        let deadline = Instant::now() + PATIENCE;
        while self.painted(Instant::now() + quiet) && Instant::now() < deadline {}
        self.picture()
    }

    /// Waits until something is painted; whether it was before the deadline.
    fn painted(&self, deadline: Instant) -> bool {
        while let Some(event) = self.client.next_event(deadline, None) {
            if matches!(event, Event::DamageNotify(_)) {
                // What came with it belongs to the same frame.
                while let Ok(Some(_)) = self.client.connection.poll_for_event() {}
                return true;
            }
        }
        false
    }

    /// Waits until keys go to this window: a person, too, looks where they type.
    ///
    /// # Panics
    /// When they never do.
    pub fn wait_focused(&self) {
        self.client.watch(self.id, EventMask::FOCUS_CHANGE);
        let deadline = Instant::now() + PATIENCE;
        while self.client.focused() != self.id {
            assert!(self.client.next_event(deadline, None).is_some(), "the window is never given the keyboard");
        }
    }

    /// Types a text, any characters.
    pub fn type_text(&self, text: &str) {
        self.wait_focused();
        let keys: Vec<_> = text.chars().map(Key::Char).collect();
        let mut keyboard = Keyboard::of(&self.client);
        keyboard.learn(&keys);
        keys.iter().for_each(|key| keyboard.press(&[], *key));
    }

    /// Presses and releases a key.
    pub fn press(&self, key: Key) {
        self.press_with(&[], key);
    }

    /// Presses a key; how long it takes until something is painted.
    ///
    /// # Panics
    /// When nothing is.
    pub fn answer(&self, key: Key) -> Duration {
        self.wait_focused();
        let mut keyboard = Keyboard::of(&self.client);
        keyboard.learn(&[key]);
        while self.painted(Instant::now()) {}
        let start = Instant::now();
        keyboard.press(&[], key);
        assert!(self.painted(start + PATIENCE), "a key is not answered");
        start.elapsed()
    }

    /// Presses and releases a key while others are held.
    pub fn press_with(&self, held: &[Key], key: Key) {
        self.wait_focused();
        let mut keyboard = Keyboard::of(&self.client);
        keyboard.learn(&[key]);
        keyboard.press(held, key);
    }

    /// Returns how long it takes until something is painted, from before an act of somebody else.
    ///
    /// # Panics
    /// When nothing is.
    pub fn painted_after(&self, act: impl FnOnce()) -> Duration {
        while let Ok(Some(_)) = self.client.connection.poll_for_event() {}
        let begun = Instant::now();
        act();
        assert!(self.painted(begun + PATIENCE), "nothing is painted");
        begun.elapsed()
    }

    /// Moves the pointer to a place of the window, from its top left.
    pub fn point_at(&self, x: i16, y: i16) {
        let root = self.client.root;
        let translated = self.client.connection.translate_coordinates(self.id, root, x, y);
        let at = translated.expect("the display answers").reply().expect("the window is there");
        self.fake(MOTION_NOTIFY_EVENT, 0, at.dst_x, at.dst_y);
    }

    /// Clicks with the left button at a place of the window, from its top left.
    pub fn click(&self, x: i16, y: i16) {
        self.point_at(x, y);
        self.fake(BUTTON_PRESS_EVENT, 1, 0, 0);
        self.fake(BUTTON_RELEASE_EVENT, 1, 0, 0);
    }

    fn fake(&self, event: u8, detail: u8, x: i16, y: i16) {
        let sent = self.client.connection.xtest_fake_input(event, detail, 0, self.client.root, x, y, 0);
        let _cookie = sent.expect("the display answers");
        self.client.sync();
    }

    /// Asks the window manager for another size, and waits until the window has it.
    ///
    /// # Panics
    /// When it never has.
    pub fn resize(&self, size: Size) {
        let wanted = ConfigureWindowAux::new().width(u32::from(size.0)).height(u32::from(size.1));
        let _cookie = self.client.connection.configure_window(self.id, &wanted).expect("the display answers");
        let _picture = self.wait_for("the new size", |picture| picture.size() == (size.0.into(), size.1.into()));
    }

    /// Waits until it is closed.
    ///
    /// # Panics
    /// When it stays.
    pub fn wait_closed(&self) {
        let deadline = Instant::now() + PATIENCE;
        while self.client.windows().contains(&self.id) {
            if self.client.next_event(deadline, None).is_none() {
                panic!("the window stays; see {}", self.picture().save("stays-open").display());
            }
        }
    }

    /// Whether it is there.
    pub fn is_open(&self) -> bool {
        self.client.windows().contains(&self.id)
    }
}
