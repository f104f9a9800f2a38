//! The pane beside the rows that shows the file the keyboard is on.

use super::{look, row};
use crate::app::{App, Message, PREVIEW, Preview};
use crate::command::Command;
use crate::tab::Tab;
use crate::wording;

use candela_files_core::entry::Kind;
use candela_files_core::presentation::Fact;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::icon::{Glyph, picture};
use candela_ui::theme::container as boxes;
use candela_ui::tokens::{icon, size, space, text as steps};
use candela_ui::widget::clip::{Clip, Cut};
use candela_ui::widget::{gap, icon_button_sized, line, rule, start, state, text, tooltip};

use iced::widget::{column, container};
use iced::{Alignment, Length, Padding};

pub fn view<'a>(app: &'a App, preview: &'a Preview) -> Element<'a, Message> {
    let parts = column![].push(head(app, preview)).push(rule());
    let parts = match &preview.of {
        // A folder that was read anew may have fewer entries for a moment.
        Some((entry, _)) if (*entry as usize) < app.tab().folder.entries().len() => {
            let shown = container(look::content(app, &preview.seen)).padding(space::M);
            let shown = shown.width(Length::Fill).height(Length::Fill).clip(true);
            parts.push(shown).push(rule()).push(facts(app, app.tab(), *entry))
        }
        Some(_) | None => {
            let nothing = tr!(app.words, "files-preview-nothing");
            parts.push(state::empty(&app.look, Glyph::Eye, nothing, String::new(), None))
        }
    };
    let width = if app.is_narrow() { Length::Fill } else { Length::Fixed(PREVIEW) };
    container(parts).padding(1.0).width(width).height(Length::Fill).style(boxes::sheet).into()
}

fn head<'a>(app: &'a App, preview: &'a Preview) -> Element<'a, Message> {
    let look = &app.look;
    let command = Command::Preview;
    let close =
        icon_button_sized(look, Glyph::X, size::CONTROL_SMALL, icon::CONTROL).on_press(Message::Command(command));
    let close = tooltip(look, close, tr!(app.words, "files-preview-close")).keys(&app.keys_of(command));
    let tab = app.tab();
    let of =
        preview.of.as_ref().map(|(entry, _)| *entry).filter(|entry| (*entry as usize) < tab.folder.entries().len());
    let name = of.map(|entry| row::name(tab, entry).into_owned()).unwrap_or_default();
    let name = container(Clip::new(look, steps::BODY_STRONG, name).cut(Cut::NAME)).width(Length::Fill);
    let mut parts: Vec<Element<'a, Message>> =
        of.map(|entry| picture(row::picture_of(tab, entry), icon::ROW).into()).into_iter().collect();
    parts.extend([name.into(), close.into()]);
    container(line(look, parts, space::S)).padding(Padding::from([space::S, space::M])).into()
}

fn facts<'a>(app: &'a App, tab: &'a Tab, entry: u32) -> Element<'a, Message> {
    let mut facts: Vec<(String, String)> = Vec::new();
    let told = [Fact::Type, Fact::Size, Fact::Modified];
    for fact in told {
        let value = row::told(app, tab, entry, fact);
        if !value.is_empty() && (fact != Fact::Type || tab.kind(entry) != Kind::Folder) {
            facts.push((wording::fact(&app.words, fact), value));
        }
    }
    let look = &app.look;
    let one = |(label, value): (String, String)| {
        let label = container(start(look, text::caption(look, label))).width(92.0);
        let value = Clip::new(look, steps::CAPTION, value);
        line(look, vec![label.into(), gap(space::S, 0.0), container(value).width(Length::Fill).into()], 0.0)
            .align_y(Alignment::Start)
            .into()
    };
    let rows = candela_ui::Column::with_children(facts.into_iter().map(one)).spacing(space::XS);
    container(rows).padding(space::M).width(Length::Fill).into()
}
