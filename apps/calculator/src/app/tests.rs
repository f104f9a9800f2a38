mod pseudo;
mod view;

use super::*;
use crate::ask;
use crate::key::Pressed;

use candela_calculator_core::Budget;
use candela_shared::Directories;
use candela_shared::i18n::Medium;
use iced::keyboard;

fn app() -> App {
    let begin = Begin {
        words: Words::new("calculator", &[], &Directories::default(), Medium::Terminal),
        language: "en".to_owned(),
        look: settings::Settings::default(),
        settings: Settings::default(),
        rates: None,
        clock: || 1_764_000_000_000_000_000,
    };
    let (mut app, _ready) = App::new(begin);
    let _read = run(&mut app, Message::HistoryRead(Ok(Vec::new())));
    app
}

fn flat(action: Action) -> Vec<Action> {
    match action {
        Action::All(actions) => actions.into_iter().flat_map(flat).collect(),
        Action::None => Vec::new(),
        one => vec![one],
    }
}

/// Takes a message in and does at once what is to be worked out; returns everything that was to be done.
fn run(app: &mut App, message: Message) -> Vec<Action> {
    let mut done = Vec::new();
    let mut waiting = vec![message];
    while let Some(message) = waiting.pop() {
        for action in flat(app.update(message)) {
            match &action {
                Action::Ask(question) => {
                    waiting.push(Message::Told(ask::answer(question, &app.calculator(), Budget::default)));
                }
                Action::Settle => {
                    waiting.extend(app.tape.job().map(|job| Message::Settled(Box::new(job.run(Budget::default)))));
                }
                _ => {}
            }
            done.push(action);
        }
    }
    done
}

fn enter(app: &mut App, line: &str) -> Vec<Action> {
    let mut done = run(app, Message::Typed(line.to_owned()));
    done.extend(run(app, Message::Enter));
    done
}

fn result(app: &App) -> Option<&str> {
    app.line.written().map(|written| written.text.text.as_str())
}

#[test]
fn a_line_has_its_result_while_it_is_typed() {
    let mut app = app();
    for (line, expected) in [("1", Some("1")), ("1+", None), ("1+2", Some("3")), ("sin(pi/6", Some("0.5"))] {
        let _done = run(&mut app, Message::Typed(line.to_owned()));
        assert_eq!(result(&app), expected, "{line}");
        assert!(app.line.trouble().is_none(), "{line} is only not finished");
    }
}

#[test]
fn a_late_answer_does_not_replace_the_one_to_a_newer_line() {
    let mut app = app();
    let [Action::Ask(first)] = &flat(app.update(Message::Typed("1+1".to_owned())))[..] else { panic!("it asks") };
    let late = ask::answer(first, &app.calculator(), Budget::default);
    let _done = run(&mut app, Message::Typed("1+12".to_owned()));
    assert_eq!(app.update(Message::Told(late)), Action::None);
    assert_eq!(result(&app), Some("13"));
}

#[test]
fn a_line_that_is_entered_goes_on_the_tape_and_is_kept() {
    let mut app = app();
    let done = enter(&mut app, "48*12");
    assert!(done.contains(&Action::Keep(Kept::Lines(vec![1]))));
    assert_eq!((app.line_text(), result(&app)), ("", Some("576")), "the last result stays in sight");
    let _done = enter(&mut app, "ans/2");
    assert_eq!(app.tape.lines()[1].result().unwrap().text, "288");
}

#[test]
fn a_line_with_an_error_stays_with_the_caret_at_its_place() {
    let mut app = app();
    let done = enter(&mut app, "2+foo*3");
    assert!(done.contains(&Action::Select(2..2)), "{done:?}");
    assert!(app.line.trouble().unwrap().is_told);
    assert_eq!((app.line_text(), app.tape.lines().len()), ("2+foo*3", 0));
    assert_ne!(app.line.scene(), Line::default().scene(), "it is drawn as a whole");
    // Entered before it was known to be wrong.
    let _asked = app.update(Message::Typed("1/0".to_owned()));
    let done = run(&mut app, Message::Enter);
    assert!(done.contains(&Action::Select(2..2)), "{done:?}");
    assert_eq!((app.line_text(), app.tape.lines().len()), ("1/0", 0));
}

#[test]
fn keys_write_at_the_caret() {
    let mut app = app();
    let _done = run(&mut app, Message::Typed("12+34".to_owned()));
    let _done = run(&mut app, Message::Selected { text: "12+34".to_owned(), range: 2..2 });
    let done = run(&mut app, Message::PressKey(Key::Digit(5)));
    assert!(done.contains(&Action::Select(3..3)));
    assert_eq!((app.line_text(), result(&app)), ("125+34", Some("159")));
}

#[test]
fn an_old_line_that_is_changed_changes_those_below_and_the_file() {
    let mut app = app();
    for line in ["x = 10", "x*2"] {
        let _done = enter(&mut app, line);
    }
    let _done = run(&mut app, Message::EditLine(1));
    let _done = run(&mut app, Message::LineEdited("x = 20".to_owned()));
    let done = run(&mut app, Message::KeepEdit);
    assert!(done.contains(&Action::Keep(Kept::Tape)));
    assert_eq!(app.tape.lines()[1].result().unwrap().text, "40");
    let _done = run(&mut app, Message::Undo);
    assert_eq!(app.tape.lines()[1].result().unwrap().text, "20");
}

#[test]
fn escape_stops_what_runs_and_then_empties_the_line() {
    let mut app = app();
    let _asked = app.update(Message::Typed("9^9".to_owned()));
    let flag = app.flag_of(Slot::Line);
    let _left = app.update(Message::Leave);
    assert!(flag.load(std::sync::atomic::Ordering::Relaxed) && app.line_text() == "9^9");
    let _left = app.update(Message::Leave);
    assert_eq!(app.line_text(), "");
}

#[test]
fn the_memory_is_exact() {
    let mut app = app();
    let _done = run(&mut app, Message::Typed("√2".to_owned()));
    let _done = run(&mut app, Message::AddToMemory);
    let _done = run(&mut app, Message::Typed(String::new()));
    let _done = run(&mut app, Message::RecallMemory);
    let squared = format!("{}^2", app.line_text());
    let _done = run(&mut app, Message::Typed(squared));
    assert_eq!(result(&app), Some("2"));
    assert!(app.line.written().unwrap().text.is_exact);
}

#[test]
fn bits_are_turned_over_in_the_word_that_is_set() {
    let mut app = app();
    let _done = run(&mut app, Message::Choose(Mode::Programmer));
    let _done = run(&mut app, Message::ChooseWord(Word { bits: 8, is_signed: true }));
    let _done = run(&mut app, Message::ToggleBit(7));
    assert_eq!(result(&app), Some("-128"));
    let _done = run(&mut app, Message::ToggleBit(7));
    assert_eq!(result(&app), Some("0"));
}

#[test]
fn what_is_set_is_kept_and_changes_the_result() {
    let mut app = app();
    let _done = run(&mut app, Message::Typed("sin(90)".to_owned()));
    let done = run(&mut app, Message::ChooseAngle(Angle::Degree));
    assert!(done.contains(&Action::Keep(Kept::Settings)));
    assert_eq!(result(&app), Some("1"));
    let _done = run(&mut app, Message::Typed("1234.5".to_owned()));
    let _done = run(&mut app, Message::ChooseNumbers(Some("de".to_owned())));
    let _done = run(&mut app, Message::Typed("1234,5".to_owned()));
    assert_eq!(result(&app), Some("1.234,5"));
}

#[test]
fn results_are_copied_as_shown_plain_and_for_latex() {
    let mut app = app();
    let _done = run(&mut app, Message::Typed("12345/7".to_owned()));
    let _done = run(&mut app, Message::ChooseForm(Form::Fraction));
    for (copy, expected) in
        [(CopyAs::Shown, "12,345/7"), (CopyAs::Plain, "12345/7"), (CopyAs::Latex, "\\frac{12345}{7}")]
    {
        assert_eq!(app.update(Message::Copy(copy)), Action::Copy(expected.to_owned()));
    }
}

#[test]
fn more_digits_are_had_without_end() {
    let mut app = app();
    let _done = run(&mut app, Message::Typed("√2".to_owned()));
    let _done = run(&mut app, Message::TurnDigits(Step::On));
    assert_eq!(result(&app), Some("1.41421356237309504880168872421"));
    let _done = run(&mut app, Message::TurnDigits(Step::Back));
    assert_eq!(result(&app), Some("1.4142135623731"));
}

#[test]
fn everything_is_kept_before_the_window_closes() {
    let mut app = app();
    let _pushed = app.update(Message::Typed("1+1".to_owned()));
    let _pushed = app.update(Message::Enter);
    let done = flat(app.update(Message::CloseAsked));
    assert_eq!(done, [Action::Keep(Kept::Lines(vec![1])), Action::Keep(Kept::All)]);
    assert_eq!(app.update(Message::AllKept), Action::Quit);
}

#[test]
fn earlier_lines_come_back_by_the_arrows() {
    let mut app = app();
    for line in ["1+1", "2+2"] {
        let _done = enter(&mut app, line);
    }
    let up = || Pressed {
        key: keyboard::Key::Named(keyboard::key::Named::ArrowUp),
        modifiers: keyboard::Modifiers::empty(),
        is_taken: false,
    };
    let _done = run(&mut app, Message::Typed("7".to_owned()));
    for expected in ["2+2", "1+1", "1+1"] {
        let _done = run(&mut app, Message::Pressed(up()));
        assert_eq!(app.line_text(), expected);
    }
    for expected in ["2+2", "7"] {
        let _done = run(&mut app, Message::Recall(Step::On));
        assert_eq!(app.line_text(), expected);
    }
}

#[test]
fn rates_are_refreshed_when_asked_for_and_lines_follow() {
    let rates = |usd: &str| {
        let file = format!("<Cube time='2025-11-20'><Cube currency='USD' rate='{usd}'/></Cube>");
        candela_calculator_core::currency::Rates::parse(&file).expect("the file is one")
    };
    let mut app = app();
    assert!(app.rates.is_none());
    assert_eq!(run(&mut app, Message::AskRatesSource), [Action::Focus(rates::FIELD)]);
    let _done = run(&mut app, Message::RatesSourceTyped(" /tmp/rates.xml ".to_owned()));
    assert_eq!(run(&mut app, Message::RefreshRates), [Action::RefreshRates("/tmp/rates.xml".to_owned())]);
    assert_eq!(run(&mut app, Message::RefreshRates), [], "they are on their way");
    let _done = run(&mut app, Message::RatesRead(Ok(rates("1.25"))));
    assert_eq!(app.refresh.doing, rates::Doing::Nothing);
    let _done = enter(&mut app, "10 USD to EUR");
    let on_tape = |app: &App| app.tape.lines()[0].result().map(|text| text.text.clone());
    assert_eq!(on_tape(&app).as_deref(), Some("8 EUR"));
    let _done = run(&mut app, Message::RatesRead(Ok(rates("2"))));
    assert_eq!(on_tape(&app).as_deref(), Some("5 EUR"));
}

#[test]
fn rates_that_do_not_come_leave_the_old_ones_and_a_way_out() {
    let mut app = app();
    let _done = run(&mut app, Message::AskRatesSource);
    let _done = run(&mut app, Message::RatesRead(Err(crate::rates::Error::NoRates)));
    assert_eq!(app.refresh.doing, rates::Doing::Failed(crate::rates::Error::NoRates));
    let _done = run(&mut app, Message::Leave);
    assert_eq!(app.refresh.doing, rates::Doing::Nothing);
}

#[test]
fn a_graph_without_functions_has_its_field_under_the_keys() {
    let mut app = app();
    let entered = flat(app.update(Message::Choose(Mode::Graph)));
    assert!(entered.contains(&Action::Focus(crate::screen::graph::FIELD)), "{entered:?}");
}
