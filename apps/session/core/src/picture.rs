//! Pictures as values: how one is laid over a screen, and how the bytes of a screen become one.

use image::imageops::{self, FilterType};
use image::{RgbImage, imageops::crop_imm};

/// Scales a picture until it covers `width` by `height` pixels, and cuts off evenly what is over.
pub fn cover(picture: &RgbImage, width: u32, height: u32) -> RgbImage {
    let (own_width, own_height) = (u64::from(picture.width().max(1)), u64::from(picture.height().max(1)));
    let (width, height) = (width.max(1), height.max(1));
    // As wide as the screen, unless it would not be as high then.
    let is_wide = own_width * u64::from(height) > own_height * u64::from(width);
    let (scaled_width, scaled_height) = if is_wide {
        (rounded_up(own_width * u64::from(height), own_height), height)
    } else {
        (width, rounded_up(own_height * u64::from(width), own_width))
    };
    let scaled = imageops::resize(picture, scaled_width, scaled_height, FilterType::Triangle);
    crop_imm(&scaled, (scaled_width - width) / 2, (scaled_height - height) / 2, width, height).to_image()
}

fn rounded_up(dividend: u64, divisor: u64) -> u32 {
    u32::try_from(dividend.div_ceil(divisor)).unwrap_or(u32::MAX)
}

/// The order of the bytes of a pixel of four, as the display has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Blue, green, red, nothing.
    LeastFirst,
    /// Nothing, red, green, blue.
    MostFirst,
}

/// Returns the bytes of a picture as a display takes them.
pub fn to_display(picture: &RgbImage, order: Order) -> Vec<u8> {
    let bytes = picture.pixels().flat_map(|pixel| {
        let [red, green, blue] = pixel.0;
        match order {
            Order::LeastFirst => [blue, green, red, 0xff],
            Order::MostFirst => [0xff, red, green, blue],
        }
    });
    bytes.collect()
}

/// Makes a picture of what a display gave; `None` where that is not so many pixels.
pub fn from_display(bytes: &[u8], order: Order, width: u32, height: u32) -> Option<RgbImage> {
    let pixels = bytes.chunks_exact(4).flat_map(|pixel| match (order, pixel) {
        (Order::LeastFirst, [blue, green, red, _]) | (Order::MostFirst, [_, red, green, blue]) => [*red, *green, *blue],
        _ => [0; 3],
    });
    RgbImage::from_raw(width, height, pixels.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn a_picture_covers_the_screen_and_keeps_its_middle() {
        // Red, green and blue stripes side by side.
        let picture = RgbImage::from_fn(300, 100, |x, _| match x / 100 {
            0 => Rgb([255, 0, 0]),
            1 => Rgb([0, 255, 0]),
            _ => Rgb([0, 0, 255]),
        });
        for (width, height) in [(100, 100), (640, 480), (1, 1), (50, 200), (3000, 1000), (1000, 10)] {
            let covering = cover(&picture, width, height);
            assert_eq!(covering.dimensions(), (width, height));
            let [red, green, blue] = covering.get_pixel(width / 2, height / 2).0;
            // Small ones mix the stripes.
            assert!(green > 2 * red && green > 2 * blue, "{width} by {height}: {red} {green} {blue}");
        }
    }

    #[test]
    fn a_picture_survives_the_way_to_a_display_and_back() {
        let picture = RgbImage::from_fn(3, 2, |x, y| Rgb([x as u8, y as u8, 7]));
        for order in [Order::LeastFirst, Order::MostFirst] {
            let bytes = to_display(&picture, order);
            assert_eq!(from_display(&bytes, order, 3, 2), Some(picture.clone()));
            assert_eq!(from_display(&bytes, order, 4, 2), None);
        }
        assert_eq!(to_display(&picture, Order::LeastFirst)[..4], [7, 0, 0, 0xff]);
    }
}
