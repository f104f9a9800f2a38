//! The clipboard of X11: owned by a thread as long as nobody else takes it, and read from whoever owns it.

use super::exchange::Exchange;
use super::{Format, decode_copied, decode_uris, encode};
use crate::app::{Clip, Held};

use x11rb::connection::{Connection, RequestConnection};
use x11rb::errors::ReplyOrIdError;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ConnectionExt, EventMask, PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent,
    SelectionRequestEvent,
};
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{CURRENT_TIME, NONE};

/// Room that a request needs beside its data, in bytes.
const ENVELOPE: usize = 64;

/// Hands files to whoever pastes them, until something else is copied somewhere. Blocks as long.
pub fn offer(clip: &Clip) {
    if let Some(Ok(exchange)) = Exchange::connect() {
        // Where the display goes, so does the window.
        let _gone = serve(&exchange, clip);
    }
}

fn serve(exchange: &Exchange, clip: &Clip) -> Result<(), ReplyOrIdError> {
    let connection = &exchange.connection;
    let targets = exchange.atom("TARGETS")?;
    let formats = Format::ALL.map(|format| exchange.atom(format.name()).map(|atom| (atom, format)));
    let formats = formats.into_iter().collect::<Result<Vec<_>, _>>()?;
    let _owned = connection.set_selection_owner(exchange.window, exchange.clipboard, CURRENT_TIME)?;
    connection.flush()?;
    loop {
        match connection.wait_for_event()? {
            Event::SelectionRequest(asked) => answer(exchange, &asked, targets, &formats, clip)?,
            Event::SelectionClear(_) => return Ok(()),
            _ => {}
        }
    }
}

fn answer(
    exchange: &Exchange,
    asked: &SelectionRequestEvent,
    targets: Atom,
    formats: &[(Atom, Format)],
    clip: &Clip,
) -> Result<(), ReplyOrIdError> {
    let connection = &exchange.connection;
    // Old programs name no place: then it is that of the format.
    let place = if asked.property == NONE { asked.target } else { asked.property };
    let format = formats.iter().find(|(atom, _)| *atom == asked.target).map(|(_, format)| *format);
    let is_given = match format {
        _ if asked.target == targets => {
            let all: Vec<Atom> = [targets].into_iter().chain(formats.iter().map(|(atom, _)| *atom)).collect();
            let _put = connection.change_property32(PropMode::REPLACE, asked.requestor, place, AtomEnum::ATOM, &all)?;
            true
        }
        Some(format) => {
            let bytes = encode(clip, format);
            let has_room = bytes.len() + ENVELOPE <= connection.maximum_request_bytes();
            if has_room {
                let _put =
                    connection.change_property8(PropMode::REPLACE, asked.requestor, place, asked.target, &bytes)?;
            }
            has_room
        }
        None => false,
    };
    let told = SelectionNotifyEvent {
        response_type: SELECTION_NOTIFY_EVENT,
        sequence: 0,
        time: asked.time,
        requestor: asked.requestor,
        selection: asked.selection,
        target: asked.target,
        property: if is_given { place } else { NONE },
    };
    let _sent = connection.send_event(false, asked.requestor, EventMask::NO_EVENT, told)?;
    Ok(connection.flush()?)
}

/// Reads which files the clipboard holds.
pub fn read() -> Held {
    match Exchange::connect() {
        None | Some(Err(_)) => Held::Unknown,
        Some(Ok(exchange)) => ask(&exchange).map_or(Held::Unknown, |clip| clip.map_or(Held::Nothing, Held::Files)),
    }
}

fn ask(exchange: &Exchange) -> Result<Option<Clip>, ReplyOrIdError> {
    let get = |format: Format| exchange.ask(exchange.atom(format.name())?);
    if let Some(clip) = get(Format::Copied)?.and_then(|bytes| decode_copied(&bytes)) {
        return Ok(Some(clip));
    }
    let uris = get(Format::Uris)?.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let Some(paths) = uris.and_then(|uris| decode_uris(&uris)) else {
        return Ok(None);
    };
    let is_cut = get(Format::Mark)?.is_some_and(|mark| mark.starts_with(b"1"));
    Ok(Some(if is_cut { Clip::Cut(paths) } else { Clip::Copied(paths) }))
}

/// Takes what was cut off the clipboard: it is where it was pasted.
pub fn clear() {
    if let Some(Ok(exchange)) = Exchange::connect() {
        let cleared = exchange.connection.set_selection_owner(NONE, exchange.clipboard, CURRENT_TIME);
        // Where that cannot be said, a second paste finds nothing to move.
        let _synced = cleared.map(|_| exchange.connection.sync());
    }
}
