use super::*;

/// "ab|cd" is a caret, "a[bc|d" a selection whose caret is at the bar.
fn editor(drawn: &str) -> Editor {
    let text = drawn.replace(['|', '['], "");
    let caret = drawn.replace('[', "").find('|').unwrap();
    let anchor = drawn.replace('|', "").find('[').unwrap_or(caret);
    let mut editor = Editor::new(&text);
    editor.place(Caret::before(anchor));
    editor.extend(Caret::before(caret));
    editor
}

fn drawn(editor: &Editor) -> String {
    let mut drawn = editor.text().to_owned();
    let (caret, anchor) = (editor.caret().at, editor.anchor);
    drawn.insert(caret, '|');
    if anchor != caret {
        drawn.insert(if anchor > caret { anchor + 1 } else { anchor }, '[');
    }
    drawn
}

/// Letters ten wide from the left.
fn cells(text: &str) -> Cells {
    let glyph = |(start, letter): (usize, &str)| crate::cells::Glyph {
        bytes: start..start + letter.len(),
        x: start as f32,
        width: letter.len() as f32,
        is_rtl: false,
    };
    Cells::new(text, text.grapheme_indices(true).map(glyph).collect::<Vec<_>>(), false)
}

type Do = fn(&mut Editor) -> bool;

#[test]
fn editing_does_what_the_keys_say() {
    let table: [(&str, Do, &str); 19] = [
        ("ab|cd", |e| e.insert("x", true), "abx|cd"),
        ("a[bc|d", |e| e.insert("xy", true), "axy|d"),
        ("|", |e| e.insert("two\nlines\r\n", false), "two lines|"),
        ("|", |e| e.insert("a\tb\x1b[c", false), "a b[c|"),
        ("ab|", |e| e.insert("\x08", true), "ab|"),
        ("ab|cd", |e| e.erase_before(Unit::Letter), "a|cd"),
        ("|ab", |e| e.erase_before(Unit::Letter), "|ab"),
        ("a[bc|d", |e| e.erase_before(Unit::Letter), "a|d"),
        ("ab|cd", |e| e.erase_after(Unit::Letter), "ab|d"),
        ("ab|", |e| e.erase_after(Unit::Letter), "ab|"),
        ("one two|", |e| e.erase_before(Unit::Word), "one |"),
        ("|one two", |e| e.erase_after(Unit::Word), "| two"),
        ("report_final.pdf|", |e| e.erase_before(Unit::Word), "report_final.|"),
        ("report_final|.pdf", |e| e.erase_before(Unit::Word), "report_|.pdf"),
        ("👩\u{200D}💻|", |e| e.erase_before(Unit::Letter), "|"),
        ("e\u{301}|", |e| e.erase_before(Unit::Letter), "|"),
        ("مُ|", |e| e.erase_before(Unit::Letter), "م|"),
        ("a[bc|d", |e| e.cut().as_deref() == Some("bc"), "a|d"),
        ("abcd|", Editor::clear, "|"),
    ];
    for (before, act, after) in table {
        let mut editor = editor(before);
        let did = act(&mut editor);
        assert_eq!(drawn(&editor), after, "from {before}");
        assert_eq!(did, before != after, "from {before}: told so");
    }
}

#[test]
fn motions_lead_where_the_keys_say() {
    use Motion::{End, Start, To};
    use Way::{Left, Right};
    for (before, motion, extends, after) in [
        ("ab|cd", To(Right, Unit::Letter), false, "abc|d"),
        ("ab|cd", To(Left, Unit::Letter), true, "a|b[cd"),
        ("a[bc|d", To(Left, Unit::Letter), false, "a|bcd"),
        ("a|bc[d", To(Right, Unit::Letter), false, "abc|d"),
        ("abcd|", To(Right, Unit::Letter), false, "abcd|"),
        ("one |two.txt", To(Right, Unit::Word), false, "one two|.txt"),
        ("one two|.txt", To(Left, Unit::Word), true, "one |two[.txt"),
        ("ab|cd", Start, false, "|abcd"),
        ("ab|cd", End, true, "ab[cd|"),
    ] {
        let mut editor = editor(before);
        let moved = editor.go(motion, extends, &cells(&before.replace(['|', '['], "")));
        assert_eq!(drawn(&editor), after, "{motion:?} from {before}");
        assert_eq!(moved, before != after, "{motion:?} from {before}: told so");
    }
}

#[test]
fn in_text_read_from_the_right_the_left_arrow_with_control_leads_to_the_next_word() {
    let text = "שלום עולם";
    let glyph = |(start, letter): (usize, &str)| crate::cells::Glyph {
        bytes: start..start + letter.len(),
        x: (text.len() - start - letter.len()) as f32,
        width: letter.len() as f32,
        is_rtl: true,
    };
    let cells = Cells::new(text, text.grapheme_indices(true).map(glyph).collect::<Vec<_>>(), true);
    let mut editor = Editor::new(text);
    let _ = editor.go(Motion::Start, false, &cells);
    let _ = editor.go(Motion::To(Way::Left, Unit::Word), false, &cells);
    assert_eq!(editor.caret().at, "שלום".len());
    let _ = editor.go(Motion::To(Way::Right, Unit::Word), false, &cells);
    assert_eq!(editor.caret().at, 0);
}

#[test]
fn typing_is_undone_word_by_word_and_done_again() {
    let mut editor = Editor::new("");
    for letter in ["o", "n", "e", " ", "t", "w", "o"] {
        assert!(editor.insert(letter, true));
    }
    assert!(editor.erase_before(Unit::Letter) && editor.erase_before(Unit::Letter));
    let mut seen = Vec::new();
    while editor.undo() {
        seen.push(editor.text().to_owned());
    }
    assert_eq!(seen, ["one two", "one ", ""]);
    while editor.redo() {}
    assert_eq!(editor.text(), "one t");
    assert!(editor.undo() && editor.insert("x", true) && !editor.redo(), "a new change ends what could be done again");
}

#[test]
fn what_can_be_undone_is_bounded() {
    let mut editor = Editor::new("");
    for _ in 0..1000 {
        let _ = editor.insert("a", false);
    }
    assert_eq!(editor.undo.len(), REMEMBERED);
}

#[test]
fn a_paste_without_end_is_cut_at_a_letter() {
    let mut editor = Editor::new("x");
    assert!(editor.insert(&"é".repeat(LONGEST), false));
    assert!(editor.text().len() <= LONGEST && editor.text().len() >= LONGEST - 1);
    assert!(!editor.insert("é", true), "full");
}

#[test]
fn a_text_from_outside_keeps_the_caret_where_it_makes_sense() {
    for (before, text, after) in [
        ("ab|", "abc", "abc|"),
        ("a|bcd", "xy", "x|y"),
        ("abc|d", "é", "é|"),
        ("a[b|c", "abc", "ab|c"),
        ("ab|", "", "|"),
    ] {
        let mut editor = editor(before);
        editor.set(text);
        assert_eq!(drawn(&editor), after, "{before} became {text}");
    }
    let mut cleared = editor("query|");
    cleared.set("");
    assert!(cleared.undo() && cleared.text() == "query");
    cleared.set("another file");
    assert!(!cleared.undo());
}

#[test]
fn a_double_click_takes_the_word() {
    let editor = Editor::new("my report_final.tar.gz 日本");
    for (at, word) in [(0, "my"), (2, " "), (5, "report"), (9, "_"), (12, "final"), (15, "."), (17, "tar"), (99, "本")]
    {
        assert_eq!(&editor.text()[editor.word_at(at)], word, "at {at}");
    }
    assert_eq!(Editor::new("").word_at(0), 0..0);
}

#[test]
fn letters_that_join_take_the_caret_along() {
    let mut flags = editor("🇩x|🇪");
    assert!(flags.erase_before(Unit::Letter));
    assert_eq!(drawn(&flags), "🇩🇪|");
    let mut family = editor("👩|💻");
    assert!(family.insert("\u{200D}", true));
    assert_eq!(drawn(&family), "👩\u{200D}💻|");
}

mod whatever_is_done {
    use super::*;
    use proptest::prelude::*;

    fn text() -> impl Strategy<Value = String> {
        const LETTERS: [&str; 20] = [
            "a", " ", ".", "_", "é", "e\u{301}", "م", "ُ", "لا", "א", "日", "👩", "\u{200D}", "💻", "🇩", "🇪", "क", "्",
            "\n", "\u{202E}",
        ];
        prop::collection::vec(prop::sample::select(&LETTERS[..]), 0..8).prop_map(|letters| letters.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_caret_stays_between_letters(start in text(), acts in prop::collection::vec((0..15_u8, text()), 0..40)) {
            let mut editor = Editor::new(&start);
            for (act, text) in acts {
                let cells = cells(editor.text());
                let _ = match act {
                    0 | 1 => editor.insert(&text, act == 0),
                    2 => editor.erase_before(Unit::Letter),
                    3 => editor.erase_before(Unit::Word),
                    4 => editor.erase_after(Unit::Letter),
                    5 => editor.erase_after(Unit::Word),
                    6 => editor.go(Motion::To(Way::Left, Unit::Letter), text.is_empty(), &cells),
                    7 => editor.go(Motion::To(Way::Right, Unit::Letter), text.is_empty(), &cells),
                    8 => editor.go(Motion::To(Way::Left, Unit::Word), text.is_empty(), &cells),
                    9 => editor.go(Motion::Start, text.is_empty(), &cells),
                    10 => editor.undo(),
                    11 => editor.redo(),
                    12 => { editor.set(&text); true }
                    13 => { editor.select(text.len()..text.len() / 2); true }
                    _ => editor.cut().is_some(),
                };
                for at in [editor.caret().at, editor.anchor] {
                    let is_between = at == editor.text().len() || editor.text().grapheme_indices(true).any(|(start, _)| start == at);
                    prop_assert!(is_between, "{:?} at {at} after {act}", editor.text());
                }
            }
        }
    }
}
