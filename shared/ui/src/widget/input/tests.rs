use super::*;
use crate::focus::scope;
use crate::{Direction, Theme};
use iced::advanced::clipboard::{Clipboard, Kind};
use iced::advanced::widget::operation;
use iced::advanced::{InputMethod, input_method, renderer::Headless};
use iced::event::Status as Told;
use iced::keyboard::key::{Code, Named, NativeCode, Physical};
use iced::keyboard::{self, Key, Location, Modifiers};
use iced::widget::column;
use iced::{Event, Font, Pixels, Point, Rectangle, Renderer, Size, mouse, window};
use iced_test::futures::futures::executor::block_on;
use iced_test::runtime::user_interface::{Cache, State, UserInterface};
use std::time::Instant;

const WINDOW: Size = Size::new(300.0, 200.0);

#[derive(Debug, Clone, PartialEq)]
enum Message {
    Typed(String),
    Submitted,
    Closed,
}

type View = fn(&str) -> Element<'_, Message>;

#[derive(Default)]
struct Memory {
    standard: Option<String>,
    primary: Option<String>,
}

impl Clipboard for Memory {
    fn read(&self, kind: Kind) -> Option<String> {
        match kind {
            Kind::Standard => self.standard.clone(),
            Kind::Primary => self.primary.clone(),
        }
    }

    fn write(&mut self, kind: Kind, contents: String) {
        match kind {
            Kind::Standard => self.standard = Some(contents),
            Kind::Primary => self.primary = Some(contents),
        }
    }
}

/// A window with a view of a value, whose changes it takes over as an application does.
struct Window {
    view: View,
    value: String,
    cache: Cache,
    renderer: Renderer,
    clipboard: Memory,
    pointer: mouse::Cursor,
    messages: Vec<Message>,
    caret: Option<Rectangle>,
    preedit: Option<String>,
}

impl Window {
    fn new(view: View, value: &str) -> Self {
        let renderer = block_on(<Renderer as Headless>::new(Font::with_name("Fira Sans"), Pixels(14.0), None)).unwrap();
        let (cache, clipboard) = (Cache::default(), Memory::default());
        let (pointer, messages) = (mouse::Cursor::Unavailable, Vec::new());
        let value = value.to_owned();
        Self { view, value, cache, renderer, clipboard, pointer, messages, caret: None, preedit: None }
    }

    fn send(&mut self, events: &[Event]) -> Vec<Told> {
        let cache = std::mem::take(&mut self.cache);
        let mut ui: UserInterface<'_, Message, Theme, Renderer> =
            UserInterface::build((self.view)(&self.value), WINDOW, cache, &mut self.renderer);
        let mut messages = Vec::new();
        let (_, told) = ui.update(events, self.pointer, &mut self.renderer, &mut self.clipboard, &mut messages);
        let frame = [Event::Window(window::Event::RedrawRequested(Instant::now()))];
        let (state, _) = ui.update(&frame, self.pointer, &mut self.renderer, &mut self.clipboard, &mut messages);
        (self.caret, self.preedit) = match state {
            State::Updated { input_method: InputMethod::Enabled { cursor, preedit, .. }, .. } => {
                (Some(cursor), preedit.map(|preedit| preedit.content))
            }
            _ => (None, None),
        };
        self.cache = ui.into_cache();
        for message in &messages {
            if let Message::Typed(text) = message {
                self.value.clone_from(text);
            }
        }
        self.messages.append(&mut messages);
        told
    }

    fn key(&mut self, key: Named, modifiers: Modifiers) -> Told {
        self.send(&[pressed(Key::Named(key), modifiers, None)])[0]
    }

    fn tap(&mut self, key: Named) -> Told {
        self.key(key, Modifiers::empty())
    }

    fn control(&mut self, letter: &str) -> Told {
        self.send(&[pressed(Key::Character(letter.into()), Modifiers::CTRL, None)])[0]
    }

    fn type_in(&mut self, text: &str) {
        for letter in text.chars() {
            let letter = letter.to_string();
            let _ = self.send(&[pressed(Key::Character(letter.as_str().into()), Modifiers::empty(), Some(&letter))]);
        }
    }

    fn mouse(&mut self, at: (f32, f32), event: mouse::Event) {
        self.pointer = mouse::Cursor::Available(at.into());
        let _ = self.send(&[Event::Mouse(event)]);
    }

    fn click(&mut self, at: (f32, f32), times: usize) {
        for _ in 0..times {
            self.mouse(at, mouse::Event::ButtonPressed(mouse::Button::Left));
            self.mouse(at, mouse::Event::ButtonReleased(mouse::Button::Left));
        }
    }

    fn operate<T: 'static>(&mut self, mut operation: impl operation::Operation<T> + 'static) {
        let cache = std::mem::take(&mut self.cache);
        let mut ui: UserInterface<'_, Message, Theme, Renderer> =
            UserInterface::build((self.view)(&self.value), WINDOW, cache, &mut self.renderer);
        ui.operate(&self.renderer, &mut operation::black_box(&mut operation));
        self.cache = ui.into_cache();
    }

    fn caret_x(&self) -> f32 {
        self.caret.expect("focused").x
    }
}

fn pressed(key: Key, modifiers: Modifiers, text: Option<&str>) -> Event {
    Event::Keyboard(keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        key,
        physical_key: Physical::Unidentified(NativeCode::Unidentified),
        location: Location::Standard,
        modifiers,
        repeat: false,
        text: text.map(Into::into),
    })
}

fn field(value: &str) -> Element<'_, Message> {
    scope(input(&Look::default(), "Name", value).on_input(Message::Typed).id("field")).on_escape(Message::Closed).into()
}

fn mirrored(value: &str) -> Element<'_, Message> {
    let look = Look::default().with_direction(Direction::RightToLeft);
    scope(input(&look, "الاسم", value).on_input(Message::Typed)).into()
}

fn searching(value: &str) -> Element<'_, Message> {
    scope(search(&Look::default(), "Search", value).on_input(Message::Typed)).on_escape(Message::Closed).into()
}

fn focused(view: View, value: &str) -> Window {
    let mut window = Window::new(view, value);
    let _ = window.tap(Named::Tab);
    let _ = window.tap(Named::End);
    window
}

#[test]
fn text_is_typed_where_the_caret_is() {
    let mut window = focused(field, "");
    window.type_in("cadela");
    for _ in 0..4 {
        assert_eq!(window.tap(Named::ArrowLeft), Told::Captured);
    }
    window.type_in("n");
    let _ = window.tap(Named::Home);
    let _ = window.tap(Named::Delete);
    window.type_in("C");
    let _ = window.tap(Named::End);
    let _ = window.tap(Named::Backspace);
    assert_eq!(window.value, "Candel");
}

#[test]
fn an_empty_field_has_its_caret_where_reading_begins() {
    assert_eq!(focused(field, "").caret_x(), 10.0);
    assert_eq!(focused(mirrored, "").caret_x(), 289.0, "ten from the right edge, less its own width");
}

#[test]
fn arabic_grows_to_the_left_from_the_right_edge() {
    let mut window = focused(mirrored, "");
    window.type_in("م");
    let first = window.caret_x();
    assert!(first < 289.0);
    window.type_in("رحبا");
    let last = window.caret_x();
    assert!(last < first);
    let _ = window.tap(Named::Home);
    assert_eq!(window.caret_x(), 289.0);
    let _ = window.tap(Named::ArrowLeft);
    assert!(window.caret_x() < 289.0, "left is on, towards the end");
    let _ = window.tap(Named::ArrowRight);
    assert_eq!(window.caret_x(), 289.0);
    let _ = window.tap(Named::End);
    assert_eq!(window.caret_x(), last);
    assert_eq!(window.value, "مرحبا");
}

#[test]
fn latin_in_a_mirrored_field_ends_at_the_right_edge() {
    let mut window = focused(mirrored, "");
    window.type_in("abc");
    assert_eq!(window.caret_x(), 289.0);
    let _ = window.tap(Named::Home);
    assert!(window.caret_x() < 280.0);
}

#[test]
fn in_mixed_text_the_arrows_pass_every_letter_once_from_edge_to_edge() {
    let mut window = focused(field, "abc مرحبا def");
    let mut xs = vec![window.caret_x()];
    while window.tap(Named::ArrowLeft) == Told::Captured {
        xs.push(window.caret_x());
    }
    assert_eq!(xs.len(), 14, "thirteen letters");
    assert!(xs.is_sorted_by(|a, b| a > b), "ever further to the left: {xs:?}");
    assert_eq!(xs[13], 10.0);
}

#[test]
fn a_click_puts_the_caret_there_and_a_drag_selects() {
    let mut window = focused(field, "abc مرحبا def");
    let end = window.caret_x();
    let mut x = 10.0;
    while x < end {
        window.click((x, 16.0), 1);
        assert!((window.caret_x() - x).abs() <= 8.0, "clicked at {x}, stands at {}", window.caret_x());
        // Further than a double click reaches.
        x += 7.0;
    }
    window.mouse((10.0, 16.0), mouse::Event::ButtonPressed(mouse::Button::Left));
    window.mouse((299.0, 16.0), mouse::Event::CursorMoved { position: Point::new(299.0, 16.0) });
    window.mouse((299.0, 16.0), mouse::Event::ButtonReleased(mouse::Button::Left));
    assert_eq!(window.clipboard.primary.as_deref(), Some("abc مرحبا def"));
    window.type_in("x");
    assert_eq!(window.value, "x");
}

#[test]
fn two_clicks_take_the_word_and_three_take_all() {
    let mut window = Window::new(field, "report_final.pdf");
    window.click((20.0, 16.0), 2);
    assert_eq!(window.clipboard.primary.as_deref(), Some("report"));
    window.click((20.0, 16.0), 1);
    let _ = window.control("c");
    assert_eq!(window.clipboard.standard.as_deref(), Some("report_final.pdf"));
}

#[test]
fn the_clipboard_takes_and_gives() {
    let mut window = focused(field, "one two");
    assert_eq!(window.control("c"), Told::Ignored, "nothing is selected: others may copy");
    let _ = window.key(Named::ArrowLeft, Modifiers::CTRL | Modifiers::SHIFT);
    assert_eq!(window.clipboard.primary.as_deref(), Some("two"));
    assert_eq!(window.control("x"), Told::Captured);
    assert_eq!((window.value.as_str(), window.clipboard.standard.as_deref()), ("one ", Some("two")));
    let _ = window.tap(Named::Home);
    window.clipboard.standard = Some("a\nb\n".into());
    let _ = window.control("v");
    assert_eq!(window.value, "a bone ");
    let _ = window.control("z");
    assert_eq!(window.value, "one ");
    let _ = window.control("a");
    window.type_in("x");
    assert_eq!(window.value, "x");
    window.clipboard.primary = Some("primary ".into());
    window.mouse((11.0, 16.0), mouse::Event::ButtonPressed(mouse::Button::Middle));
    assert_eq!(window.value, "primary x");
}

#[test]
fn what_belongs_to_lists_and_windows_is_left_to_them() {
    let mut window = focused(field, "abc");
    for key in [Named::ArrowUp, Named::ArrowDown, Named::PageDown, Named::Enter, Named::ArrowRight] {
        assert_eq!(window.tap(key), Told::Ignored, "{key:?}");
    }
    assert_eq!(window.send(&[pressed(Key::Character("1".into()), Modifiers::CTRL, Some("1"))]), [Told::Ignored]);
    let _ = window.tap(Named::Escape);
    assert_eq!(window.messages, [Message::Closed], "Escape reaches the application");
    let mut empty = focused(field, "");
    assert_eq!(empty.tap(Named::Backspace), Told::Ignored);
}

#[test]
fn escape_clears_a_search_first_and_closes_second() {
    let mut window = focused(searching, "abc");
    let _ = window.tap(Named::Escape);
    let _ = window.tap(Named::Escape);
    assert_eq!(window.messages, [Message::Typed(String::new()), Message::Closed]);
    let _ = window.control("z");
    assert_eq!(window.value, "abc", "the clearing can be undone");
}

#[test]
fn the_cross_clears_a_search() {
    let mut window = Window::new(searching, "abc");
    window.click((282.0, 16.0), 1);
    assert_eq!(window.messages, [Message::Typed(String::new())]);
}

#[test]
fn enter_submits_where_it_was_asked_for() {
    let view: View = |value| {
        let field = input(&Look::default(), "", value).on_input(Message::Typed).on_submit(Message::Submitted);
        scope(field).into()
    };
    let mut window = focused(view, "abc");
    assert_eq!(window.tap(Named::Enter), Told::Captured);
    let mut held = pressed(Key::Named(Named::Enter), Modifiers::empty(), None);
    if let Event::Keyboard(keyboard::Event::KeyPressed { repeat, .. }) = &mut held {
        *repeat = true;
    }
    assert_eq!(window.send(&[held]), [Told::Captured]);
    assert_eq!(window.messages, [Message::Submitted], "a held key submits once");
}

#[test]
fn an_input_method_composes_and_commits() {
    let mut window = focused(field, "");
    let _ = window.send(&[Event::InputMethod(input_method::Event::Preedit("にほ".into(), None))]);
    assert_eq!((window.preedit.as_deref(), window.value.as_str()), (Some("にほ"), ""));
    let _ = window.send(&[
        Event::InputMethod(input_method::Event::Preedit(String::new(), None)),
        Event::InputMethod(input_method::Event::Commit("日本".into())),
    ]);
    assert_eq!(window.value, "日本");
}

#[test]
fn a_disabled_field_takes_no_focus_and_no_letters() {
    let view: View = |value| scope(input(&Look::default(), "", value)).into();
    let mut window = focused(view, "abc");
    window.click((20.0, 16.0), 1);
    window.type_in("x");
    assert_eq!((window.caret, window.messages.len()), (None, 0));
}

#[test]
fn the_application_may_select_what_is_renamed() {
    let mut window = focused(field, "report.pdf");
    window.operate(operation::text_input::select_range::<()>("field".into(), 0, 6));
    window.type_in("notes");
    assert_eq!(window.value, "notes.pdf");
}

#[test]
fn tab_selects_what_a_field_holds() {
    let mut window = Window::new(field, "report.pdf");
    let _ = window.tap(Named::Tab);
    window.type_in("x");
    assert_eq!(window.value, "x");
}

#[test]
fn long_text_keeps_its_caret_in_sight_in_both_directions() {
    for (view, letter) in [(field as View, "w"), (field, "م"), (mirrored, "w"), (mirrored, "م")] {
        let mut window = focused(view, &letter.repeat(200));
        for key in [Named::End, Named::Home, Named::ArrowLeft, Named::ArrowRight, Named::End] {
            for _ in 0..30 {
                let _ = window.tap(key);
                let x = window.caret_x();
                assert!((10.0..=289.0).contains(&x), "{letter} after {key:?}: {x}");
            }
        }
    }
}

#[test]
fn only_the_field_with_the_focus_hears_keys() {
    let view: View = |value| {
        let field = |id: &'static str| input(&Look::default(), "", value).on_input(Message::Typed).id(id);
        scope(column![field("first"), input(&Look::default(), "", "other").on_input(|_| Message::Submitted)]).into()
    };
    let mut window = Window::new(view, "");
    window.click((20.0, 16.0), 1);
    window.click((20.0, 48.0), 1);
    window.type_in("x");
    assert_eq!(window.messages, [Message::Submitted]);
    window.click((20.0, 16.0), 1);
    window.type_in("x");
    assert_eq!(window.value, "x");
}

#[test]
fn shortcuts_follow_the_place_of_the_key_in_other_scripts() {
    let mut window = focused(field, "abc");
    let mut event = pressed(Key::Character("ش".into()), Modifiers::CTRL, None);
    if let Event::Keyboard(keyboard::Event::KeyPressed { physical_key, .. }) = &mut event {
        *physical_key = Physical::Code(Code::KeyA);
    }
    let _ = window.send(&[event]);
    window.type_in("x");
    assert_eq!(window.value, "x");
}

#[test]
fn what_is_wrong_is_said_below() {
    let view: View = |value| {
        let look = Look::default();
        explained(&look, input(&look, "", value).on_input(Message::Typed), Some("This name is taken.".into()))
    };
    let mut ui: iced_test::Simulator<'_, Message, Theme> = iced_test::Simulator::new(view("report.pdf"));
    let reason = iced_test::selector::Bounded::bounds(&ui.find("This name is taken.").unwrap());
    let text = iced_test::selector::Bounded::bounds(&ui.find("report.pdf").unwrap());
    assert!(reason.y >= text.y + text.height, "{reason:?} below {text:?}");
}

#[test]
fn in_every_script_the_caret_walks_from_edge_to_edge_and_a_click_finds_it_again() {
    for text in [
        "office affluent",
        "السلام عليكم لا إله",
        "مُحَمَّد",
        "abc مرحبا 123 def",
        "שלום world 2024",
        "हिन्दी क्षत्रिय",
        "日本語テキスト",
        "👩\u{200D}💻 ❤\u{FE0F} 🇩🇪",
        "e\u{301}a\u{308}",
        "(فارسی) [a]",
    ] {
        let mut line = state::Line::default();
        line.set(text, Format { size: 20.0, line_height: 28.0, font: crate::font::REGULAR });
        let cells = line.cells();
        let walk = |way| {
            let edge = if way == caret::Way::Right { 0.0 } else { cells.width() + 1.0 };
            let start = caret::Caret::hit(cells, edge, text.len());
            std::iter::successors(Some(start), |caret| caret.step(cells, way)).collect::<Vec<_>>()
        };
        let right = walk(caret::Way::Right);
        let xs: Vec<f32> = right.iter().map(|caret| caret.x(cells)).collect();
        assert_eq!((xs[0], xs[xs.len() - 1]), (0.0, cells.width()), "{text}");
        assert!(xs.is_sorted_by(|a, b| a < b), "{text}: {xs:?}");
        let visible = cells.all().iter().filter(|cell| cell.width() > 0.0).count();
        assert_eq!(right.len(), visible + 1, "{text}: every letter is a step");
        let mut left: Vec<f32> = walk(caret::Way::Left).iter().map(|caret| caret.x(cells)).collect();
        left.reverse();
        let apart = |(a, b): (&f32, &f32)| (a - b).abs() > 0.01;
        assert_eq!(left.len(), xs.len(), "{text}: as many on the way back");
        assert!(!left.iter().zip(&xs).any(apart), "{text}: {xs:?}, and back {left:?}");
        for x in xs {
            let found = caret::Caret::hit(cells, x, text.len()).x(cells);
            assert!((found - x).abs() < 0.01, "{text}: at {x} found {found}");
        }
    }
}
