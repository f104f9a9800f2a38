//! The texts that a window draws, and how much of each is seen: read from the software renderer's own list.

use candela_ui::{Element, Look, Theme, font};

use iced::advanced::graphics::text::Text;
use iced::advanced::graphics::text::cosmic_text::{Buffer, BufferLine};
use iced::advanced::renderer::Style;
use iced::advanced::{clipboard, mouse};
use iced::{Event, Pixels, Rectangle, Renderer, Size, window};
use iced_test::runtime::UserInterface;
use iced_test::runtime::user_interface::Cache;

use std::time::Instant;

/// A text that is drawn.
#[derive(Debug)]
pub struct Drawn {
    /// What it says; of a text that was shortened, what is left.
    pub text: String,
    /// Where it would be drawn whole.
    pub whole: Rectangle,
    /// The part of it that is seen.
    pub seen: Rectangle,
    /// The layer it is drawn on: texts of one layer must not cover each other.
    pub layer: usize,
    /// Whether a line of it ends within a word.
    pub is_broken: bool,
}

/// Everything that a window of that size draws as text, but what a user typed.
pub fn drawn<Message>(view: Element<'_, Message>, look: Look, size: Size) -> Vec<Drawn> {
    font::load();
    let theme = Theme::new(look);
    let mut renderer = Renderer::new(font::REGULAR, Pixels(16.0));
    let mut window = UserInterface::build(view, size, Cache::default(), &mut renderer);
    // What shows itself only once it knows the time of a frame.
    let frame = Event::Window(window::Event::RedrawRequested(Instant::now()));
    let _status =
        window.update(&[frame], mouse::Cursor::Unavailable, &mut renderer, &mut clipboard::Null, &mut Vec::new());
    window.draw(&mut renderer, &theme, &Style { text_color: look.palette.text }, mouse::Cursor::Unavailable);
    let mut found = Vec::new();
    for (number, layer) in renderer.layers().iter().enumerate() {
        for item in &layer.text {
            let clip = layer.bounds.intersection(&item.clip_bounds()).unwrap_or_default();
            found.extend(item.as_slice().iter().filter_map(|text| of_text(text, clip, number)));
        }
    }
    found
}

fn of_text(text: &Text, clip: Rectangle, layer: usize) -> Option<Drawn> {
    let (text, whole, clip_of_text, is_broken) = match text {
        Text::Paragraph { paragraph, position, clip_bounds, transformation, .. } => {
            let drawn = paragraph.upgrade()?;
            let lines: Vec<&str> = drawn.buffer().lines.iter().map(BufferLine::text).collect();
            let whole = Rectangle::new(*position, paragraph.min_bounds) * *transformation;
            (lines.join("\n"), whole, *clip_bounds * *transformation, is_broken(drawn.buffer()))
        }
        // Drawn on canvases, where the bounds are only the place.
        Text::Cached { content, bounds, .. } => {
            (content.clone(), Rectangle::new(bounds.position(), Size::ZERO), Rectangle::INFINITE, false)
        }
        Text::Editor { .. } | Text::Raw { .. } => return None,
    };
    let seen = whole.intersection(&clip_of_text).and_then(|seen| seen.intersection(&clip)).unwrap_or_default();
    Some(Drawn { text, whole, seen, layer, is_broken })
}

/// Whether a line begins with a letter that belongs to the word before.
fn is_broken(buffer: &Buffer) -> bool {
    buffer.layout_runs().any(|line| {
        let begin = line.glyphs.iter().map(|glyph| glyph.start).min().unwrap_or_default();
        let (before, after) = line.text.split_at(begin);
        before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
    })
}
