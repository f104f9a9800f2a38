//! What is wrong with the words of a window, gathered over its states.

use crate::drawn::{Drawn, drawn};
use crate::language::{END, START};

use candela_ui::{Element, Look};
use iced::Size;

/// A glyph may reach over the edge that was measured by so many logical pixels.
const ROUNDING: f32 = 1.0;

/// The invisible letter that `candela_ui` puts where a face changes.
const SEAM: char = '\u{200c}';

/// What was found wrong so far, and what is known to come from elsewhere.
#[derive(Debug)]
pub struct Findings<'a> {
    names: &'a [&'a str],
    complaints: Vec<String>,
}

impl<'a> Findings<'a> {
    /// Begins; `names` are the words that the test put into the window itself (names of files and the like) and those that
    /// are the same in every language.
    pub fn new(names: &'a [&'a str]) -> Self {
        Self { names, complaints: Vec::new() }
    }

    /// Draws a state of a window and notes what is wrong with its words.
    pub fn look_at<Message>(&mut self, state: &str, view: Element<'_, Message>, look: Look, size: Size) {
        let drawn = joined(drawn(view, look, size));
        let is_translated = drawn.iter().any(|drawn| drawn.text.contains(START));
        let nothing = (!is_translated).then(|| "nothing here is in the pseudo-language".to_owned());
        let of_texts = drawn.iter().filter_map(|drawn| complaint(drawn, self.names));
        let found = nothing.into_iter().chain(of_texts).chain(covered(&drawn));
        self.complaints.extend(found.map(|complaint| format!("{state}: {complaint}")));
    }

    /// Everything that was wrong, a line each; empty where nothing was.
    pub fn told(mut self) -> String {
        self.complaints.dedup();
        self.complaints.join("\n")
    }
}

/// Puts sentences together whose lines are drawn one by one, each under the middle of the one before.
fn joined(drawn: Vec<Drawn>) -> Vec<Drawn> {
    let mut all: Vec<Drawn> = Vec::with_capacity(drawn.len());
    for line in drawn {
        match all.last_mut().filter(|before| goes_on(before, &line)) {
            Some(before) => {
                before.text.push('\n');
                before.text.push_str(&line.text);
                before.whole = before.whole.union(&line.whole);
                before.seen = before.seen.union(&line.seen);
            }
            None => all.push(line),
        }
    }
    all
}

fn goes_on(before: &Drawn, line: &Drawn) -> bool {
    let is_open = before.text.contains(START) && !is_closed(&before.text) && !before.text.ends_with('…');
    let is_under = line.whole.y > before.whole.y && (line.whole.center_x() - before.whole.center_x()).abs() <= ROUNDING;
    is_open && before.layer == line.layer && is_under
}

fn complaint(drawn: &Drawn, names: &[&str]) -> Option<String> {
    let Drawn { text, whole, seen, .. } = drawn;
    let is_drawn = seen.width > 0.0 && seen.height > 0.0;
    let is_narrowed = is_drawn && whole.width - seen.width > ROUNDING;
    if !is_closed(text) {
        Some(format!("cut short: {text}"))
    } else if drawn.is_broken && text.contains(START) {
        Some(format!("broken within a word: {text}"))
    } else if text.contains(START) && is_narrowed {
        Some(format!("{} of {} pixels are seen: {text}", seen.width, whole.width))
    } else if is_drawn || *whole == *seen {
        unmarked(text, names).map(|left| format!("not from the languages: {left:?} in {text:?}"))
    } else {
        None
    }
}

/// Whether every mark at a start has one at its end.
fn is_closed(text: &str) -> bool {
    text.matches(START).count() == text.matches(END).count()
}

/// The words that neither lie between marks nor are names.
fn unmarked(text: &str, names: &[&str]) -> Option<String> {
    let mut depth = 0_usize;
    let mut outside = String::new();
    for letter in text.chars() {
        match letter {
            START => depth += 1,
            END => depth = depth.saturating_sub(1),
            SEAM => {}
            _ if depth == 0 => outside.push(letter),
            _ => {}
        }
    }
    let is_strange = |word: &&str| word.contains(char::is_alphabetic) && !names.contains(word) && !is_key(word);
    let strange: Vec<&str> = outside.split_whitespace().filter(is_strange).collect();
    (!strange.is_empty()).then(|| strange.join(" "))
}

/// Whether a word is what is printed on a key.
fn is_key(word: &str) -> bool {
    const KEYS: [&str; 11] = ["Ctrl", "Shift", "Alt", "Tab", "Esc", "Enter", "Up", "Left", "Right", "Home", "Del"];
    let is_function = word.strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok());
    let is_letter = word.len() == 1 && word.chars().all(|letter| letter.is_ascii_uppercase());
    KEYS.contains(&word) || is_function || is_letter
}

/// The pairs of texts of which one is drawn over the other.
fn covered(drawn: &[Drawn]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, one) in drawn.iter().enumerate() {
        for other in drawn[at + 1..].iter().filter(|other| other.layer == one.layer) {
            let common = one.seen.intersection(&other.seen);
            if common.is_some_and(|common| common.width > ROUNDING && common.height > ROUNDING) {
                found.push(format!("{:?} and {:?} are drawn over each other", one.text, other.text));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_ui::widget::{clip::Clip, text};
    use iced::widget::{column, container};

    fn look_at(view: Element<'_, ()>) -> String {
        let mut findings = Findings::new(&["report.txt"]);
        findings.look_at("a", view, Look::default(), Size::new(200.0, 100.0));
        findings.told()
    }

    #[test]
    fn marked_words_with_names_in_them_are_right() {
        let look = Look::default();
        assert_eq!(look_at(column![text::body(&look, "⟦Déélééte⟧"), text::body(&look, "report.txt")].into()), "");
    }

    #[test]
    fn words_of_no_language_are_found() {
        let look = Look::default();
        let told = look_at(column![text::body(&look, "⟦Áá⟧"), text::body(&look, "Delete report.txt")].into());
        assert_eq!(told, "a: not from the languages: \"Delete\" in \"Delete report.txt\"");
    }

    #[test]
    fn a_window_without_a_marked_word_is_found() {
        assert_eq!(look_at(text::body(&Look::default(), "12").into()), "a: nothing here is in the pseudo-language");
    }

    #[test]
    fn words_that_are_shortened_or_wider_than_their_place_are_found() {
        let look = Look::default();
        let long = "⟦Á véérýý lóóñg óóñéé, whíích ñóó pláácéé íš wíídéé ééñóóúúgh fóór⟧";
        let shortened = look_at(Clip::new(&look, candela_ui::tokens::text::BODY, long).into());
        assert!(shortened.starts_with("a: cut short: ⟦Á véérýý") && shortened.ends_with('…'), "{shortened}");
        let broken = container(text::body(&look, "⟦Ééxtřááóórdíínáářííññééšš⟧")).width(60.0);
        assert!(look_at(broken.into()).starts_with("a: broken within a word: ⟦Ééx"));
        let unbroken = long.replace(' ', "_");
        let narrow = container(text::body(&look, &unbroken).wrapping(iced::widget::text::Wrapping::None)).clip(true);
        let told = look_at(narrow.into());
        assert!(told.contains(" pixels are seen: ⟦Á_véérýý"), "{told}");
    }

    #[test]
    fn a_sentence_is_whole_whose_lines_are_drawn_one_by_one() {
        let look = Look::default();
        let long = "⟦Á véérýý lóóñg óóñéé, whíích ñééééds móóřéé líínéés thááñ twóó, ááñd hááš thééñ ááll óóf théém⟧";
        let clip = || Clip::new(&look, candela_ui::tokens::text::BODY, long);
        assert_eq!(look_at(clip().centred().into()), "");
        assert!(look_at(clip().two_lines().into()).contains("cut short"), "two lines are not enough for it");
    }

    #[test]
    fn texts_over_each_other_are_found() {
        let look = Look::default();
        let told = look_at(iced::widget::stack![text::body(&look, "⟦Óó⟧"), text::body(&look, "⟦Óóñ⟧")].into());
        assert!(told.is_empty(), "they lie on layers of their own: {told}");
        let one = |text: &str| Drawn {
            text: text.to_owned(),
            whole: iced::Rectangle::with_size(Size::new(20.0, 20.0)),
            seen: iced::Rectangle::with_size(Size::new(20.0, 20.0)),
            layer: 0,
            is_broken: false,
        };
        assert_eq!(covered(&[one("a"), one("b")]), ["\"a\" and \"b\" are drawn over each other"]);
    }
}
