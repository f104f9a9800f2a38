//! The picture behind all windows of an X display, and pictures of what is on it.

use crate::picture::{self, Order};
use crate::system::display::{self, Failure};

use image::{ImageReader, RgbImage};
use x11rb::atom_manager;
use x11rb::connection::{Connection, RequestConnection};
use x11rb::protocol::xproto::{
    AtomEnum, ChangeWindowAttributesAux, CloseDown, ConnectionExt as _, CreateGCAux, ImageFormat, ImageOrder, PropMode,
    Screen, Window,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

atom_manager! {
    /// The names under which programs find the picture behind all windows, and the active window.
    Atoms: AtomsCookie {
        ESETROOT_PMAP_ID,
        _NET_ACTIVE_WINDOW,
        _XROOTPMAP_ID,
    }
}

/// The size of the head of a request that carries a picture, in bytes, and room to spare.
const HEAD: usize = 64;
/// Only screens of four bytes a pixel are served: others went with the last century.
const DEPTHS: [u8; 2] = [24, 32];

/// Shows a picture behind all windows, scaled to cover the screen.
///
/// # Errors
/// What is wrong with the file or the display, in English.
pub fn show(file: &Path) -> Result<(), String> {
    let show = || -> Result<(), Failure> {
        let picture = ImageReader::open(file)?.with_guessed_format()?.decode()?.into_rgb8();
        let (connection, screen) = display::open()?;
        let screen = connection.setup().roots.get(screen).ok_or("no such screen")?.clone();
        let covering = picture::cover(&picture, screen.width_in_pixels.into(), screen.height_in_pixels.into());
        put_behind(&connection, &screen, &covering)
    };
    show().map_err(|error| error.to_string())
}

fn put_behind(connection: &RustConnection, screen: &Screen, picture: &RgbImage) -> Result<(), Failure> {
    let order = order(connection, screen)?;
    let atoms = Atoms::new(connection)?.reply()?;
    let (width, height) = (screen.width_in_pixels, screen.height_in_pixels);
    let (pixmap, context) = (connection.generate_id()?, connection.generate_id()?);
    let _sent = connection.create_pixmap(screen.root_depth, pixmap, screen.root, width, height)?;
    let _sent = connection.create_gc(context, pixmap, &CreateGCAux::new())?;
    let row = usize::from(width) * 4;
    let rows = ((connection.maximum_request_bytes() - HEAD) / row).clamp(1, usize::from(height));
    let bytes = picture::to_display(picture, order);
    for (part, strip) in bytes.chunks(rows * row).enumerate() {
        let (top, high) = (i16::try_from(part * rows)?, u16::try_from(strip.len() / row)?);
        let (format, depth) = (ImageFormat::Z_PIXMAP, screen.root_depth);
        let _sent = connection.put_image(format, pixmap, context, width, high, 0, top, 0, depth, strip)?;
    }
    let before = number(connection, screen.root, atoms.ESETROOT_PMAP_ID, AtomEnum::PIXMAP.into())?;
    for name in [atoms._XROOTPMAP_ID, atoms.ESETROOT_PMAP_ID] {
        let kind = AtomEnum::PIXMAP;
        let _sent = connection.change_property32(PropMode::REPLACE, screen.root, name, kind, &[pixmap])?;
    }
    let behind = ChangeWindowAttributesAux::new().background_pixmap(pixmap);
    let _sent = connection.change_window_attributes(screen.root, &behind)?;
    let _sent = connection.clear_area(false, screen.root, 0, 0, 0, 0)?;
    // It stays when we are gone; the one before goes, whoever showed it.
    let _sent = connection.set_close_down_mode(CloseDown::RETAIN_PERMANENT)?;
    if let Some(before) = before {
        let _sent = connection.kill_client(before)?;
    }
    connection.sync()?;
    Ok(())
}

/// Writes a picture of the screen, or of the window that has the keyboard, to a file that does not exist yet.
///
/// # Errors
/// What is wrong with the file or the display, in English.
pub fn take(file: &Path, is_window: bool) -> Result<(), String> {
    let take = || -> Result<(), Failure> {
        let (connection, screen) = display::open()?;
        let screen = connection.setup().roots.get(screen).ok_or("no such screen")?.clone();
        let area = if is_window { active_window(&connection, &screen)? } else { None };
        let picture = read(&connection, &screen, area)?;
        let mut output = BufWriter::new(File::create_new(file)?);
        let encoder = image::codecs::png::PngEncoder::new(&mut output);
        picture.write_with_encoder(encoder)?;
        output.flush()?;
        output.get_ref().sync_all()?;
        Ok(())
    };
    take().map_err(|error| error.to_string())
}

/// A part of the screen: its left and upper edge, its width and height.
type Area = (i16, i16, u16, u16);

fn active_window(connection: &RustConnection, screen: &Screen) -> Result<Option<Area>, Failure> {
    let name = Atoms::new(connection)?.reply()?._NET_ACTIVE_WINDOW;
    let Some(window) = number(connection, screen.root, name, AtomEnum::WINDOW.into())? else { return Ok(None) };
    let size = connection.get_geometry(window)?.reply()?;
    let place = connection.translate_coordinates(window, screen.root, 0, 0)?.reply()?;
    // What hangs over the edge of the screen cannot be read.
    let inside = |at: i16, size: u16, whole: u16| {
        let (start, end) = (i32::from(at).max(0), (i32::from(at) + i32::from(size)).min(whole.into()));
        Some((i16::try_from(start).ok()?, u16::try_from(end - start).ok().filter(|size| *size > 0)?))
    };
    let horizontal = inside(place.dst_x, size.width, screen.width_in_pixels);
    let vertical = inside(place.dst_y, size.height, screen.height_in_pixels);
    Ok(horizontal.zip(vertical).map(|((x, width), (y, height))| (x, y, width, height)))
}

fn read(connection: &RustConnection, screen: &Screen, area: Option<Area>) -> Result<RgbImage, Failure> {
    let order = order(connection, screen)?;
    let (x, y, width, height) = area.unwrap_or((0, 0, screen.width_in_pixels, screen.height_in_pixels));
    let format = ImageFormat::Z_PIXMAP;
    let reply = connection.get_image(format, screen.root, x, y, width, height, u32::MAX)?.reply()?;
    let picture = picture::from_display(&reply.data, order, width.into(), height.into());
    Ok(picture.ok_or("the display gave another picture than was asked for")?)
}

fn order(connection: &RustConnection, screen: &Screen) -> Result<Order, Failure> {
    if !DEPTHS.contains(&screen.root_depth) {
        return Err(format!("screens of {} bits are not served", screen.root_depth).into());
    }
    let is_least_first = connection.setup().image_byte_order == ImageOrder::LSB_FIRST;
    Ok(if is_least_first { Order::LeastFirst } else { Order::MostFirst })
}

fn number(connection: &RustConnection, window: Window, name: u32, kind: u32) -> Result<Option<u32>, Failure> {
    let reply = connection.get_property(false, window, name, kind, 0, 1)?.reply()?;
    Ok(reply.value32().and_then(|mut values| values.next()).filter(|value| *value != x11rb::NONE))
}
