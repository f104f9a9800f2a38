//! What a window shows, as pixels.

use std::path::{Path, PathBuf};
use std::{env, fs};

use image::RgbImage;
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};

use crate::client::Client;

/// A picture of a window.
#[derive(Clone, PartialEq)]
pub struct Picture {
    pixels: RgbImage,
}

impl Picture {
    /// Takes a picture of a window, or of the whole screen by its root window.
    pub(crate) fn take(client: &Client, window: u32) -> Self {
        /// A window is not made smaller more often while it is looked at.
        const TRIES: usize = 100;
        let found = (0..TRIES).find_map(|_| Self::try_take(client, window));
        found.expect("the window can be seen")
    }

    /// The same; `None` where the window became smaller between the question for its size and that for its picture.
    fn try_take(client: &Client, window: u32) -> Option<Self> {
        let geometry = client.connection.get_geometry(window).expect("the display answers").reply();
        let geometry = geometry.expect("the window is there");
        let (width, height) = (geometry.width, geometry.height);
        let image = client.connection.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, width, height, u32::MAX);
        let data = image.expect("the display answers").reply().ok()?.data;
        // Depth 24 lies in memory as blue, green, red and a byte of nothing.
        let rgb = data.chunks_exact(4).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]).collect();
        let pixels = RgbImage::from_raw(width.into(), height.into(), rgb).expect("four bytes for each pixel");
        Some(Self { pixels })
    }

    /// How many different colours it has; a window that nobody painted yet has one.
    pub fn colours(&self) -> usize {
        let mut colours: Vec<[u8; 3]> = self.pixels.pixels().map(|pixel| pixel.0).collect();
        colours.sort_unstable();
        colours.dedup();
        colours.len()
    }

    /// The colour at a place, from the top left.
    ///
    /// # Panics
    /// When it is not within the picture.
    pub fn colour_at(&self, x: u32, y: u32) -> [u8; 3] {
        self.pixels.get_pixel(x, y).0
    }

    /// The middle of everything that has a colour, from the top left; `None` where nothing has.
    ///
    /// # Panics
    /// For pictures larger than a screen can be.
    pub fn centre_of(&self, colour: [u8; 3]) -> Option<(i16, i16)> {
        let places = || self.pixels.enumerate_pixels().filter(|(.., pixel)| pixel.0 == colour);
        let middle = |first: u32, last: u32| i16::try_from(first.midpoint(last)).expect("no larger than a screen");
        let x = middle(places().map(|(x, ..)| x).min()?, places().map(|(x, ..)| x).max()?);
        let y = middle(places().map(|(_, y, _)| y).min()?, places().map(|(_, y, _)| y).max()?);
        Some((x, y))
    }

    /// How many pixels differ from those of another picture; all of them where the sizes differ.
    pub fn difference(&self, other: &Self) -> usize {
        if self.size() != other.size() {
            return self.pixels.pixels().len();
        }
        self.pixels.pixels().zip(other.pixels.pixels()).filter(|(one, two)| one != two).count()
    }

    /// Width and height, in pixels.
    pub fn size(&self) -> (u32, u32) {
        self.pixels.dimensions()
    }

    /// Writes it as `NAME.png` into [`pictures`], and says where.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn save(&self, name: &str) -> PathBuf {
        let file = pictures().join(format!("{name}.png"));
        self.pixels.save(&file).expect("the folder for pictures can be written");
        file
    }
}

/// The folder of pictures for people to look at: `target/pictures`.
///
/// # Panics
/// When it cannot be made.
pub fn pictures() -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ lies in the workspace");
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), |dir| workspace.join(dir));
    let folder = target.join("pictures");
    fs::create_dir_all(&folder).expect("the folder for pictures can be made");
    folder
}
