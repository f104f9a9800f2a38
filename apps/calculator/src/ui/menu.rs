//! The menus: modes, and everything that has no button of its own.

use crate::app::{App, CopyAs, Message, Step};
use crate::key::chord;
use crate::mode::Mode;

use candela_calculator_core::locale::Notation;
use candela_calculator_core::tape::form::Form;
use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_ui::Element;
use candela_ui::icon::Glyph;
use candela_ui::tokens::space;
use candela_ui::widget::menu::{MenuPart, MenuRow, menu};
use candela_ui::widget::{start, text};

use iced::Padding;
use iced::widget::container;

/// The name of a mode.
pub fn mode_name(words: &Words, mode: Mode) -> String {
    match mode {
        Mode::Basic => tr!(words, "calculator-mode-basic"),
        Mode::Scientific => tr!(words, "calculator-mode-scientific"),
        Mode::Programmer => tr!(words, "calculator-mode-programmer"),
        Mode::Graph => tr!(words, "calculator-mode-graph"),
        Mode::Convert => tr!(words, "calculator-mode-convert"),
        Mode::Statistics => tr!(words, "calculator-mode-statistics"),
    }
}

/// The modes, the present one checked.
pub fn modes(app: &App) -> Element<'_, Message> {
    let rows = Mode::ALL.into_iter().enumerate().map(|(at, mode)| {
        let row = MenuRow::new(mode_name(&app.words, mode), Some(Message::Choose(mode)));
        checked(row, mode == app.settings.mode).keys(app.words.chord(&format!("Ctrl {}", at + 1))).into()
    });
    menu(&app.look, rows.collect())
}

/// Everything else.
pub fn main(app: &App) -> Element<'_, Message> {
    let mut parts = Vec::new();
    if app.settings.mode.has_line() {
        parts.extend(copies(app));
        parts.extend(forms(app));
        parts.extend(memory(app));
    }
    let complex = MenuRow::new(tr!(app.words, "calculator-menu-complex"), Some(Message::ToggleComplex));
    parts.push(checked(complex, app.settings.is_complex).into());
    parts.push(MenuPart::Rule);
    parts.extend(numbers(app));
    menu(&app.look, parts)
}

fn checked(row: MenuRow<Message>, is_checked: bool) -> MenuRow<Message> {
    if is_checked { row.glyph(Glyph::Check) } else { row }
}

fn copies(app: &App) -> Vec<MenuPart<'_, Message>> {
    let has_result = app.line.written().is_some();
    let row = |label: String, copy, keys| {
        MenuRow::new(label, has_result.then_some(Message::Copy(copy))).keys(app.words.chord(keys)).into()
    };
    vec![
        row(tr!(app.words, "calculator-menu-copy"), CopyAs::Shown, chord::COPY),
        row(tr!(app.words, "calculator-menu-copy-plain"), CopyAs::Plain, chord::COPY_PLAIN),
        row(tr!(app.words, "calculator-menu-copy-latex"), CopyAs::Latex, chord::COPY_LATEX),
        MenuPart::Rule,
    ]
}

/// The forms the result has; there is nothing to choose from one.
fn forms(app: &App) -> Vec<MenuPart<'_, Message>> {
    let Some(shown) = app.line.shown.as_ref().filter(|shown| shown.forms.len() > 1) else { return Vec::new() };
    let head = container(start(&app.look, text::section(&app.look, tr!(app.words, "calculator-menu-form"))));
    let mut parts = vec![MenuPart::Other(head.padding(Padding::from([space::XS, space::ICON])).into())];
    let current = shown.in_form(app.line.form).form;
    for written in &shown.forms {
        let row = MenuRow::new(form_name(&app.words, written.form), Some(Message::ChooseForm(written.form)));
        let row = checked(row, written.form == current);
        parts.push(if written.form == Form::Plain { row.keys(app.words.chord(chord::FORM)) } else { row }.into());
    }
    let more = MenuRow::new(tr!(app.words, "calculator-menu-more-digits"), Some(Message::TurnDigits(Step::On)));
    parts.extend([more.keys(app.words.chord(chord::DIGITS)).into(), MenuPart::Rule]);
    parts
}

fn form_name(words: &Words, form: Form) -> String {
    match form {
        Form::Plain => tr!(words, "calculator-form-plain"),
        Form::Fraction => tr!(words, "calculator-form-fraction"),
        Form::Mixed => tr!(words, "calculator-form-mixed"),
        Form::Recurring => tr!(words, "calculator-form-recurring"),
        Form::Scientific => tr!(words, "calculator-form-scientific"),
        Form::Engineering => tr!(words, "calculator-form-engineering"),
        Form::Sexagesimal => tr!(words, "calculator-form-sexagesimal"),
    }
}

fn memory(app: &App) -> Vec<MenuPart<'_, Message>> {
    let is_full = !app.memory.is_empty();
    let has_result = app.line.shown.is_some();
    let row = |label: String, is_possible: bool, message, keys| {
        MenuRow::new(label, is_possible.then_some(message)).keys(app.words.chord(keys)).into()
    };
    vec![
        row(tr!(app.words, "calculator-memory-add"), has_result, Message::AddToMemory, chord::MEMORY_ADD),
        row(
            tr!(app.words, "calculator-memory-subtract"),
            has_result,
            Message::SubtractFromMemory,
            chord::MEMORY_SUBTRACT,
        ),
        row(tr!(app.words, "calculator-memory-recall"), is_full, Message::RecallMemory, chord::MEMORY_RECALL),
        row(tr!(app.words, "calculator-memory-clear"), is_full, Message::ClearMemory, chord::MEMORY_CLEAR),
        MenuPart::Rule,
    ]
}

/// Ways to write numbers: that of the language, and the common ones.
fn numbers(app: &App) -> Vec<MenuPart<'_, Message>> {
    /// A number that shows all marks.
    const EXAMPLE: &str = "12345.6";
    let mut parts: Vec<MenuPart<'_, Message>> = Vec::new();
    let mut seen = Vec::new();
    for language in [None, Some("en"), Some("de"), Some("fr"), Some("de-CH"), Some("en-IN")] {
        let notation = match language {
            Some(language) => Notation::of_language(language).unwrap_or_default(),
            None => app.own_notation(),
        };
        let example = notation.localise(EXAMPLE);
        if seen.contains(&example) {
            continue;
        }
        let label = tr!(app.words, "calculator-menu-numbers", example = example.as_str());
        seen.push(example);
        let row = MenuRow::new(label, Some(Message::ChooseNumbers(language.map(str::to_owned))));
        parts.push(checked(row, app.notation == notation).into());
    }
    parts
}
