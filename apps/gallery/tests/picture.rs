//! The sheet looks as it was last looked at, in every look: light, dark, both contrasts, right to left.
//!
//! The pictures beside this test are those that a person has looked at. After a wanted change look at the new ones in
//! `target/pictures/gallery-*.png`, then keep them: `CANDELA_KEEP_PICTURES=1 cargo test -p candela-gallery`.

use candela_gallery::{App, SIZE};
use candela_ui::{Accent, Contrast, Direction, Look, Mode, Motion, Theme, font};

use iced_test::Simulator;
use image::RgbImage;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Two machines may round a blended colour differently, by so much of 255.
const ROUNDING: u8 = 6;

fn look(name: &str) -> Look {
    let (mode, contrast) = match name {
        "dark" => (Mode::Dark, Contrast::Normal),
        "contrast" => (Mode::Dark, Contrast::More),
        "contrast-light" => (Mode::Light, Contrast::More),
        _ => (Mode::Light, Contrast::Normal),
    };
    let direction = if name == "rtl" { Direction::RightToLeft } else { Direction::LeftToRight };
    Look { motion: Motion::Less, ..Look::new(mode, contrast, Accent::Dusk).with_direction(direction) }
}

/// Draws the sheet at two pixels to a logical one, and halves it.
fn drawn(name: &str) -> RgbImage {
    let look = look(name);
    let app = App::new(look);
    font::load();
    let settings = iced::Settings { default_font: font::REGULAR, ..iced::Settings::default() };
    let mut ui = Simulator::with_size(settings, SIZE, app.view());
    let _ = ui.click(iced::advanced::widget::Id::new("gallery-typed")).expect("a field");
    ui.point_at(iced::Point::ORIGIN);
    // What shows itself only after a while began to wait a while ago.
    let before = Instant::now().checked_sub(Duration::from_secs(1)).expect("a machine that runs for a second");
    let _ = ui.simulate([iced::Event::Window(iced::window::Event::RedrawRequested(before))]);
    let snapshot = ui.snapshot(&Theme::new(look).at_scale(2.0)).expect("a picture");
    let folder = tempfile::tempdir().expect("a folder");
    assert!(snapshot.matches_image(folder.path().join("sheet.png")).expect("a file"), "a new file holds the picture");
    let [file] =
        std::fs::read_dir(folder.path()).expect("the folder").collect::<Vec<_>>().try_into().expect("one file");
    halved(&image::open(file.expect("a file").path()).expect("a picture").into_rgb8())
}

fn halved(large: &RgbImage) -> RgbImage {
    RgbImage::from_fn(large.width() / 2, large.height() / 2, |x, y| {
        let four = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(dx, dy)| large.get_pixel(2 * x + dx, 2 * y + dy).0);
        let mean = |channel: usize| four.iter().map(|pixel| u16::from(pixel[channel])).sum::<u16>() / 4;
        image::Rgb([0, 1, 2].map(|channel| mean(channel) as u8))
    })
}

/// The first pixel that differs by more than rounding, and how many do.
fn difference(a: &RgbImage, b: &RgbImage) -> Option<((u32, u32), usize)> {
    if a.dimensions() != b.dimensions() {
        return Some(((0, 0), usize::MAX));
    }
    let mut others = a.enumerate_pixels().filter(|(x, y, pixel)| {
        let other = b.get_pixel(*x, *y);
        pixel.0.iter().zip(other.0).any(|(one, other)| one.abs_diff(other) > ROUNDING)
    });
    let (x, y, _) = others.next()?;
    Some(((x, y), 1 + others.count()))
}

fn folder(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// Holds a picture of the sheet against the one that was looked at.
fn hold(name: &str) {
    let now = drawn(name);
    let seen = folder("tests/pictures").join(format!("{name}.png"));
    if std::env::var_os("CANDELA_KEEP_PICTURES").is_some() {
        std::fs::create_dir_all(folder("tests/pictures")).expect("the folder of the pictures");
        now.save(&seen).expect("a place for the picture");
    }
    let pictures = folder("../../target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder for pictures");
    let file = pictures.join(format!("gallery-{name}.png"));
    now.save(&file).expect("a place for the picture");
    let before = image::open(&seen).expect("the picture that was looked at").into_rgb8();
    assert_eq!(difference(&now, &before), None, "first differing pixel and how many differ; look at {file:?}");
}

#[test]
fn the_light_sheet_is_as_it_was_seen() {
    hold("light");
}

#[test]
fn the_dark_sheet_is_as_it_was_seen() {
    hold("dark");
}

#[test]
fn the_sheet_of_high_contrast_is_as_it_was_seen() {
    hold("contrast");
}

#[test]
fn the_light_sheet_of_high_contrast_is_as_it_was_seen() {
    hold("contrast-light");
}

#[test]
fn the_mirrored_sheet_is_as_it_was_seen() {
    hold("rtl");
}

#[test]
fn a_difference_is_found_and_counted() {
    let plain = RgbImage::from_pixel(4, 4, image::Rgb([100, 100, 100]));
    let mut other = plain.clone();
    other.put_pixel(1, 2, image::Rgb([100, 100, 107]));
    other.put_pixel(3, 3, image::Rgb([0, 100, 100]));
    assert_eq!(difference(&plain, &plain), None);
    assert_eq!(difference(&plain, &other), Some(((1, 2), 2)));
    other = RgbImage::from_pixel(4, 4, image::Rgb([106, 94, 100]));
    assert_eq!(difference(&plain, &other), None, "rounding");
    assert!(difference(&plain, &RgbImage::new(4, 3)).is_some());
}
