//! A text with the colours of its language, and a line of it of which some words are marked.

use candela_files_core::highlight::Part;
use candela_ui::tokens::text as steps;
use candela_ui::{Element, Look};

use iced::widget::text::Wrapping;
use iced::widget::{rich_text, span};
use iced::{Color, Font};

use std::borrow::Cow;
use std::ops::Range;

/// The whole of a text.
pub fn source<'a, Message: Clone + 'a>(
    look: &Look,
    text: &'a str,
    parts: &[(Range<usize>, Part)],
) -> Element<'a, Message> {
    let mut spans = Vec::new();
    let mut end = 0;
    for (range, part) in parts {
        spans.push(span::<(), Font>(&text[end..range.start]));
        spans.push(span(&text[range.clone()]).color(ink(look, *part)));
        end = range.end;
    }
    spans.push(span(&text[end..]));
    let size = look.scaled(steps::CAPTION.size);
    rich_text(spans).font(Font::MONOSPACE).size(size).into()
}

/// A line with marked words.
pub fn marked<'a, Message: Clone + 'a>(
    look: &Look,
    sign: String,
    text: Cow<'a, str>,
    marks: &[Range<usize>],
    color: Color,
) -> Element<'a, Message> {
    let mut spans = vec![span::<(), Font>(sign)];
    let mut end = 0;
    for range in marks {
        spans.push(span(text[end..range.start].to_owned()));
        spans.push(span(text[range.clone()].to_owned()).background(Color { a: 0.22, ..color }));
        end = range.end;
    }
    spans.push(span(text[end..].to_owned()));
    let size = look.scaled(steps::CAPTION.size);
    rich_text(spans).font(Font::MONOSPACE).size(size).color(color).wrapping(Wrapping::None).into()
}

fn ink(look: &Look, part: Part) -> Color {
    let palette = &look.palette;
    match part {
        Part::Comment => palette.muted,
        Part::Quoted => palette.git_added,
        Part::Number => palette.git_renamed,
        Part::Keyword => palette.link,
    }
}
