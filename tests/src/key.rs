//! Keys as people name them, and where the display's keyboard has them.

use std::collections::HashMap;

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, KEY_PRESS_EVENT, KEY_RELEASE_EVENT};
use x11rb::protocol::xtest::ConnectionExt as _;

use crate::client::Client;

/// A key of the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// The key, or one made up for it, that types this character.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Escape,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow to the left.
    Left,
    /// The arrow to the right.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// The left Shift.
    Shift,
    /// The left Control.
    Control,
    /// The left Alt.
    Alt,
    /// Compose, by which the keys after it make one character.
    Compose,
}

impl Key {
    /// The key's number in X's `keysymdef.h`; characters beyond Latin-1 have 0x01000000 added to their code point.
    fn symbol(self) -> u32 {
        match self {
            Self::Char(character @ (' '..='~' | '\u{a0}'..='\u{ff}')) => u32::from(character),
            Self::Char(character) => 0x0100_0000 + u32::from(character),
            Self::Enter => 0xff0d,
            Self::Escape => 0xff1b,
            Self::Tab => 0xff09,
            Self::Backspace => 0xff08,
            Self::Delete => 0xffff,
            Self::Left => 0xff51,
            Self::Up => 0xff52,
            Self::Right => 0xff53,
            Self::Down => 0xff54,
            Self::PageUp => 0xff55,
            Self::PageDown => 0xff56,
            Self::End => 0xff57,
            Self::Home => 0xff50,
            Self::Shift => 0xffe1,
            Self::Control => 0xffe3,
            Self::Alt => 0xffe9,
            Self::Compose => 0xff20,
        }
    }
}

/// Where a key lies, and whether Shift is needed for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Position {
    code: u8,
    shifted: bool,
}

/// The display's keyboard, with keys added for the characters it has not.
pub(crate) struct Keyboard<'a> {
    client: &'a Client,
    positions: HashMap<u32, Position>,
    spare: Vec<u8>,
}

impl<'a> Keyboard<'a> {
    pub(crate) fn of(client: &'a Client) -> Self {
        let (first, last) = (client.connection.setup().min_keycode, client.connection.setup().max_keycode);
        let cookie = client.connection.get_keyboard_mapping(first, last - first + 1).expect("the display answers");
        let mapping = cookie.reply().expect("the keyboard has a mapping");
        let (mut positions, mut spare) = (HashMap::new(), Vec::new());
        for (code, symbols) in (first..=last).zip(mapping.keysyms.chunks(mapping.keysyms_per_keycode.into())) {
            if symbols.iter().all(|symbol| *symbol == 0) {
                spare.push(code);
            }
            for (symbol, shifted) in symbols.iter().zip([false, true]) {
                let _first_wins = positions.entry(*symbol).or_insert(Position { code, shifted });
            }
        }
        Self { client, positions, spare }
    }

    /// Gives every character of a text a key, before the first is typed: programs hear of a new mapping in time then.
    pub(crate) fn learn(&mut self, keys: &[Key]) {
        for symbol in keys.iter().map(|key| key.symbol()) {
            if !self.positions.contains_key(&symbol) {
                let code = self.spare.pop().expect("the keyboard has spare keys");
                let changed = self.client.connection.change_keyboard_mapping(1, code, 2, &[symbol, symbol]);
                let _cookie = changed.expect("the display answers");
                let _new = self.positions.insert(symbol, Position { code, shifted: false });
            }
        }
        self.client.sync();
    }

    /// Presses and releases one key while others are held.
    pub(crate) fn press(&self, held: &[Key], key: Key) {
        let position = self.positions[&key.symbol()];
        let shift = position.shifted.then_some(Key::Shift);
        let held: Vec<u8> = held.iter().chain(&shift).map(|key| self.positions[&key.symbol()].code).collect();
        held.iter().for_each(|code| self.send(KEY_PRESS_EVENT, *code));
        self.send(KEY_PRESS_EVENT, position.code);
        self.send(KEY_RELEASE_EVENT, position.code);
        held.iter().rev().for_each(|code| self.send(KEY_RELEASE_EVENT, *code));
        self.client.sync();
    }

    fn send(&self, event: u8, code: u8) {
        let sent = self.client.connection.xtest_fake_input(event, code, 0, self.client.root, 0, 0, 0);
        let _cookie = sent.expect("the display answers");
    }
}
