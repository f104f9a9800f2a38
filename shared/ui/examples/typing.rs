//! Inputs, cut names and a list in a window, to be tried by hand: `typing [rtl] [dark|contrast]`.

use candela_ui::focus::{focusable, pressable, scope};
use candela_ui::tokens::text as steps;
use candela_ui::widget::clip::{Clip, Cut};
use candela_ui::widget::input::{input, query, search};
use candela_ui::widget::list::{Heights, Step, View, list, step};
use candela_ui::widget::{button, line};
use candela_ui::{Accent, Contrast, Direction, Element, Look, Mode, Theme, font};
use iced::widget::{Space, column, container, operation};
use iced::{Length, Task};

const NAMES: [&str; 6] = [
    "Quarterly report of the year 2024 (final version).pdf",
    "تقرير المبيعات السنوي النهائي للعام الماضي.pdf",
    "Annual تقرير المبيعات السنوي report.odt",
    "דוח שנתי סופי מאוד ארוך 2024 (final).pdf",
    "年次販売報告書の最終版の最終版.xlsx",
    "वार्षिक बिक्री रिपोर्ट अंतिम संस्करण.ods",
];

#[derive(Debug, Clone)]
enum Message {
    Typed(usize, String),
    Scrolled(View),
    Stepped(Step),
    Pressed,
    Chosen(usize),
}

struct App {
    look: Look,
    texts: [String; 4],
    rows: Heights,
    view: View,
    current: Option<usize>,
    pressed: usize,
}

impl App {
    fn new() -> (Self, Task<Message>) {
        let is = |word: &str| std::env::args().any(|argument| argument == word);
        let mode = if is("dark") { Mode::Dark } else { Mode::Light };
        let contrast = if is("contrast") { Contrast::More } else { Contrast::Normal };
        let direction = if is("rtl") { Direction::RightToLeft } else { Direction::LeftToRight };
        let look = Look::new(mode, contrast, Accent::Dusk).with_direction(direction);
        let rows = Heights::each((0..10_000).map(|row| if row % 100 == 0 { 36.0 } else { 44.0 }));
        let texts = std::array::from_fn(|_| String::new());
        let app = Self { look, texts, rows, view: View::of_height(200.0), current: None, pressed: 0 };
        (app, operation::focus("query"))
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Typed(index, text) => self.texts[index] = text,
            Message::Scrolled(view) => self.view = view,
            Message::Pressed => self.pressed += 1,
            Message::Chosen(row) => self.current = Some(row),
            Message::Stepped(by) => {
                self.current = step(self.current, by, &self.rows, self.view, |row| row % 100 != 0);
                let offset = self.current.and_then(|row| self.view.reveal(row, &self.rows, 8.0));
                if let Some(y) = offset {
                    return operation::scroll_to("rows", operation::AbsoluteOffset { x: None, y: Some(y) });
                }
            }
        }
        Task::none()
    }

    fn view(&self) -> Element<'_, Message> {
        let look = &self.look;
        let typed = |index: usize| move |text| Message::Typed(index, text);
        let rows = list("rows", &self.rows, self.view, |row| self.row(row), Message::Scrolled);
        let keys = focusable(rows).on_key(|key, _| Step::of(key).map(Message::Stepped)).focus_on_click();
        let copy = pressable(button(look, format!("Pressed {}", self.pressed)), Message::Pressed);
        let parts: Vec<Element<'_, Message>> = vec![
            query(look, "Search apps, files, settings", &self.texts[0]).on_input(typed(0)).id("query").into(),
            search(look, "Search", &self.texts[1]).on_input(typed(1)).into(),
            input(look, "Name", &self.texts[2]).on_input(typed(2)).into(),
            input(look, "Wrong", &self.texts[3]).on_input(typed(3)).error(true).into(),
            input(look, "Disabled", "").into(),
            line(look, vec![copy.into(), Space::new().width(Length::Fill).into()], 8.0).into(),
            container(column(self.names()).spacing(4)).width(280).into(),
            container(keys).height(200).into(),
        ];
        scope(container(column(parts).spacing(10)).padding(16)).into()
    }

    fn names(&self) -> Vec<Element<'_, Message>> {
        const ARABIC: &[std::ops::Range<usize>] = &[0..6, 11..17];
        const LATIN: &[std::ops::Range<usize>] = &[0..3, 10..13];
        let look = &self.look;
        let mut parts: Vec<Element<'_, Message>> = NAMES.iter().map(|name| Clip::name(look, *name).into()).collect();
        parts.push(Clip::name(look, NAMES[0]).marks(LATIN).into());
        parts.push(Clip::name(look, NAMES[1]).marks(ARABIC).into());
        parts.push(Clip::new(look, steps::BODY, "/home/anna/Documents/تقارير/2024/sales").cut(Cut::Path).into());
        parts.push(container(Clip::name(look, "the_minutes_of-the_meeting.tar.gz").two_lines()).width(120).into());
        parts.push(container(Clip::name(look, NAMES[1]).two_lines()).width(120).into());
        parts
    }

    fn row(&self, row: usize) -> Element<'_, Message> {
        let name = format!("{row} {}", NAMES[row % NAMES.len()]);
        let step = if row.is_multiple_of(100) { steps::CAPTION_STRONG } else { steps::BODY };
        let clip = Clip::new(&self.look, step, name).cut(Cut::NAME);
        let style = candela_ui::theme::button::row(self.current == Some(row));
        let inside = container(clip).center_y(Length::Fill);
        iced::widget::button(inside).height(self.rows.height(row)).style(style).on_press(Message::Chosen(row)).into()
    }
}

fn main() -> iced::Result {
    font::load();
    let app = iced::application(App::new, App::update, App::view)
        .theme(|app: &App| Theme::new(app.look))
        .default_font(font::REGULAR)
        .window_size((480.0, 860.0));
    app.run()
}
