//! Who may do what with what is selected: a page of the properties.

use crate::app::access::{Access, Message as Accessed, Part};
use crate::app::properties::Message as Property;
use crate::app::{App, Message};

use candela_files_core::operation::Depth;
use candela_shared::tr;
use candela_ui::theme::text as ink;
use candela_ui::tokens::space;
use candela_ui::widget::toggle::{check, check_alone};
use candela_ui::widget::{fill, input, line, start, text, tooltip};
use candela_ui::{Column, Element};

use iced::widget::{column, container};
use iced::{Alignment, Length};

/// The width of the names of classes, and of a column of marks.
const CLASSES: f32 = 96.0;

/// What was pressed or typed on the page.
fn say(message: Accessed) -> Message {
    Message::Properties(Property::Access(message))
}

pub fn view<'a>(app: &'a App, access: &'a Access) -> Element<'a, Message> {
    let Some(known) = &access.known else {
        return container(fill()).height(app.look.row()).into();
    };
    let (look, words) = (&app.look, &app.words);
    let mode = field(app, access, Part::Mode, tr!(words, "files-access-mode"));
    let mode = column![mode, start(look, text::caption(look, tr!(words, "files-access-note")).style(ink::muted))];
    let owners = vec![
        field(app, access, Part::User, tr!(words, "files-property-owner")),
        field(app, access, Part::Group, tr!(words, "files-access-group")),
    ];
    let below = known.has_folders.then(|| {
        let is_below = access.depth == Depth::AllBelow;
        let switch = check(look, is_below, tr!(words, "files-access-below")).on_press(say(Accessed::SwitchDepth));
        let note = text::caption(look, tr!(words, "files-access-below-note")).style(ink::muted);
        column![start(look, switch)].push(is_below.then(|| start(look, note))).spacing(space::XS)
    });
    let parts = column![bits(app, access), special(app, access), mode.spacing(space::XS)];
    parts.push(line(look, owners, space::S)).push(below).spacing(space::M).into()
}

/// Reading, writing and executing, for the owner, the group and others.
fn bits<'a>(app: &'a App, access: &Access) -> Element<'a, Message> {
    let (look, words) = (&app.look, &app.words);
    let rights =
        [tr!(words, "files-access-read"), tr!(words, "files-access-write"), tr!(words, "files-access-execute")];
    let classes = [
        (6, tr!(words, "files-property-owner")),
        (3, tr!(words, "files-access-group")),
        (0, tr!(words, "files-access-others")),
    ];
    let name = |name: String| container(start(look, text::body(look, name))).width(CLASSES).into();
    let head = rights.iter().map(|right| {
        let right = text::caption(look, right.clone()).style(ink::muted);
        container(right).center_x(Length::Fill).into()
    });
    let head: Vec<Element<'a, Message>> = [name(String::new())].into_iter().chain(head).collect();
    let row = |(shift, class): (u32, String)| {
        let mark = |(at, right): (u32, &String)| {
            let bit = (4 >> at) << shift;
            let told = tr!(words, "files-access-of", right = right.clone(), class = class.clone());
            let mark = check_alone(look, access.checked(bit)).on_press(say(Accessed::Switch(bit)));
            container(tooltip(look, mark, told)).center_x(Length::Fill).into()
        };
        let marks: Vec<Element<'a, Message>> = (0..).zip(&rights).map(mark).collect();
        line(look, [name(class.clone())].into_iter().chain(marks).collect(), space::S).align_y(Alignment::Center).into()
    };
    let rows: Vec<Element<'a, Message>> = classes.into_iter().map(row).collect();
    let head = line(look, head, space::S).into();
    Column::with_children([head].into_iter().chain(rows)).spacing(space::S).into()
}

/// The bits that mean something of their own.
fn special<'a>(app: &'a App, access: &Access) -> Element<'a, Message> {
    let (look, words) = (&app.look, &app.words);
    let one = |bit: u32, label: String| {
        start(look, check(look, access.checked(bit), label).on_press(say(Accessed::Switch(bit))))
    };
    column![
        one(0o4000, tr!(words, "files-access-set-user")),
        one(0o2000, tr!(words, "files-access-set-group")),
        one(0o1000, tr!(words, "files-access-sticky")),
    ]
    .spacing(space::XS)
    .into()
}

fn field<'a>(app: &'a App, access: &'a Access, part: Part, label: String) -> Element<'a, Message> {
    let look = &app.look;
    let caption = text::caption(look, label.clone()).style(ink::muted);
    let is_root = access.known.as_ref().is_some_and(|known| known.is_root);
    let field = input::input(look, label, access.text(part)).error(access.is_wrong(part));
    let field = field.on_submit(say(Accessed::Apply));
    // Only root may give a file away.
    let field = match part == Part::User && !is_root {
        true => field,
        false => field.on_input(move |text| say(Accessed::Edited(part, text))),
    };
    column![start(look, caption), field].spacing(space::HAIR).width(Length::Fill).into()
}
