//! A file, shown without opening it.

use super::source;
use crate::app::{App, Message, Pace, Seen};
use crate::notice::shown;
use crate::wording;

use candela_files_core::media::Media;
use candela_shared::tr;
use candela_ui::icon::Glyph;
use candela_ui::tokens::{radius, space, text as steps};
use candela_ui::widget::clip::{Clip, Cut};
use candela_ui::widget::scroller::sided;
use candela_ui::widget::{fill, icon_button, line, raised, scroll, start, text};
use candela_ui::{Column, Element};

use iced::widget::{column, container, image};
use iced::{ContentFit, Length};

use std::path::Path;

/// The most room it takes, in logical pixels.
const MOST: (f32, f32) = (860.0, 640.0);

pub fn view<'a>(app: &'a App, path: &Path, seen: &'a Seen, pace: Pace) -> Element<'a, Message> {
    let look = &app.look;
    let name = Clip::new(look, steps::TITLE, shown(path.file_name().map_or(path, Path::new))).cut(Cut::NAME);
    let close = icon_button(look, Glyph::XBold).on_press(Message::Close);
    let head = line(look, vec![container(name).width(Length::Fill).into(), close.into()], space::M);
    let content = column![head, content(app, seen)].spacing(space::M);
    let face = container(content).padding(space::L).width(Length::Fill).height(Length::Fill);
    let face = container(raised(face, radius::CARD));
    match pace {
        Pace::Still => face.max_width(MOST.0).max_height(MOST.1).into(),
        // One looks at nothing else meanwhile.
        Pace::Slides => face.into(),
    }
}

/// How a file looks or begins, in the room there is.
pub fn content<'a>(app: &'a App, seen: &'a Seen) -> Element<'a, Message> {
    match seen {
        Seen::Waiting => fill(),
        Seen::Picture(handle) => {
            let picture = image(handle.clone()).content_fit(ContentFit::ScaleDown).width(Length::Fill);
            container(picture.height(Length::Fill)).center(Length::Fill).into()
        }
        // Code and tables keep their columns; what it says is read from its own beginning.
        Seen::Text(words, parts) => {
            let words = source::source(&app.look, words, parts);
            container(sided(&app.look, scroll(container(words).width(Length::Fill))))
                .width(Length::Fill)
                .height(Length::Fill)
                .into()
        }
        Seen::Names(names) => {
            let name = |name: &'a String| Clip::name(&app.look, name.as_str()).into();
            let names = Column::with_children(names.iter().map(name)).spacing(space::XS);
            container(sided(&app.look, scroll(names.width(Length::Fill))))
                .width(Length::Fill)
                .height(Length::Fill)
                .into()
        }
        Seen::Media(media) => container(of_media(app, *media)).center(Length::Fill).into(),
        Seen::Nothing => {
            container(text::muted(&app.look, tr!(app.words, "files-look-nothing"))).center(Length::Fill).into()
        }
    }
}

/// How long sound or film lasts, and what it consists of.
fn of_media(app: &App, media: Media) -> Element<'_, Message> {
    let (look, words) = (&app.look, &app.words);
    let mut facts = Vec::new();
    if let Some(milliseconds) = media.milliseconds {
        facts.push((tr!(words, "files-media-length"), wording::length(words, milliseconds)));
    }
    if let Some((width, height)) = media.size {
        facts.push((tr!(words, "files-media-size"), format!("{width} × {height}")));
    }
    if let Some(channels) = media.channels {
        facts.push((tr!(words, "files-media-channels"), channels.to_string()));
    }
    if let Some(rate) = media.rate {
        facts.push((tr!(words, "files-media-rate"), tr!(words, "files-media-hertz", rate = rate)));
    }
    let one = |(label, value): (String, String)| {
        let label = container(start(look, text::muted(look, label))).width(Length::FillPortion(1)).into();
        let value = container(start(look, text::body(look, value))).width(Length::FillPortion(1)).into();
        line(look, vec![label, value], space::M).into()
    };
    let facts = Column::with_children(facts.into_iter().map(one)).spacing(space::S);
    container(facts).max_width(FACTS).into()
}

/// The most room of facts, in logical pixels.
const FACTS: f32 = 320.0;
