use super::*;
use std::time::{Duration, Instant};

/// Body text in the font that `iced_test` brings along, so that widths are the same on every machine.
fn clip(content: &str) -> Clip<'_> {
    let clip = Clip::name(&Look::default(), content);
    let format = Format { font: Font::with_name("Fira Sans"), ..clip.format };
    Clip { format, ..clip }
}

const TEXTS: [&str; 8] = [
    "Quarterly report of the year 2024 (final).pdf",
    "تقرير المبيعات السنوي النهائي.pdf",
    "דוח שנתי סופי 2024 (final).pdf",
    "Annual تقرير المبيعات report.odt",
    "वार्षिक बिक्री रिपोर्ट.ods",
    "年次販売報告書の最終版.xlsx",
    "👩\u{200D}💻🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}❤\u{FE0F}👨\u{200D}👩\u{200D}👧.png",
    "e\u{301}a\u{308}o\u{302}u\u{30C}\u{323}i\u{308}e\u{301}a\u{308}o\u{302}.txt",
];

fn measured(clip: &Clip<'_>, room: f32) -> State {
    let mut state = State::default();
    state.measure(clip, room);
    state
}

fn shown(row: &shape::Row) -> String {
    row.paragraph.buffer().lines.iter().map(|line| line.text().to_owned()).collect()
}

fn is_rtl(row: &shape::Row) -> bool {
    row.paragraph.buffer().layout_runs().next().is_some_and(|run| run.rtl)
}

#[test]
fn every_text_keeps_to_its_room_in_every_width() {
    for text in TEXTS {
        for cut in [Cut::End, Cut::NAME, Cut::Path] {
            for room in (0..320).step_by(39) {
                let room = room as f32;
                let clip = clip(text).cut(cut);
                let state = measured(&clip, room);
                let [row] = state.lines.rows.as_slice() else { panic!("one row") };
                let is_bare = shown(row).trim_matches(['\u{200E}', '\u{200F}']) == "…";
                assert!(row.width <= room + 0.1 || is_bare, "{text} {cut:?} in {room}: {}", shown(row));
                assert_eq!(state.lines.is_cut, shown(row).contains('…'), "{text} {cut:?} in {room}");
            }
        }
    }
}

#[test]
fn cut_text_is_read_in_the_direction_of_the_whole() {
    for (text, cut, is_mirrored, expected) in [
        ("تقرير المبيعات السنوي quarterly report.pdf", Cut::NAME, false, true),
        ("Quarterly report تقرير المبيعات السنوي", Cut::NAME, true, false),
        ("/home/anna/مستندات/التقارير السنوية الطويلة جدا", Cut::Path, true, false),
        ("/مستندات/anna/التقارير السنوية", Cut::Path, false, false),
        ("/مستندات/anna/التقارير السنوية", Cut::Path, true, true),
    ] {
        for room in [60.0, 90.0, 140.0, 1000.0] {
            let state = measured(&Clip { is_mirrored, ..clip(text).cut(cut) }, room);
            assert_eq!(is_rtl(&state.lines.rows[0]), expected, "{text} in {room}: {}", shown(&state.lines.rows[0]));
        }
    }
}

#[test]
fn nothing_is_shaped_again_while_nothing_changes() {
    let cut = clip(TEXTS[0]);
    let mut state = measured(&cut, 120.0);
    let buffer = |state: &State| std::ptr::from_ref(state.lines.rows[0].paragraph.buffer());
    let first = buffer(&state);
    state.measure(&Clip { content: TEXTS[0].to_owned().into(), ..clip(TEXTS[0]) }, 120.0);
    assert_eq!(buffer(&state), first, "same text, same room");
    state.measure(&cut, 110.0);
    assert_ne!(buffer(&state), first, "less room");
    let whole = std::ptr::from_ref(state.whole.buffer());
    state.measure(&cut, 2000.0);
    assert_eq!(buffer(&state), whole, "the whole was kept");
    let format = Format { size: 12.0, ..cut.format };
    state.measure(&Clip { format, ..cut }, 2000.0);
    assert_ne!(std::ptr::from_ref(state.whole.buffer()), whole, "another size");
}

#[test]
fn a_name_on_two_lines_breaks_where_names_may_and_keeps_its_end() {
    let two = |name: &'static str, room: f32| {
        let state = measured(&clip(name).two_lines(), room);
        state.lines.rows.iter().map(shown).collect::<Vec<_>>()
    };
    assert_eq!(two("notes.txt", 120.0), ["notes.txt"]);
    assert_eq!(two("holiday-photographs.jpeg", 120.0), ["holiday-", "photographs.jpeg"]);
    let long = two("the_minutes_of_the_meeting_of_november_2024.tar.gz", 120.0);
    assert_eq!(long.len(), 2);
    assert!(long[0].ends_with('_') && long[1].contains('…') && long[1].ends_with("24.tar.gz"), "{long:?}");
    for name in TEXTS {
        let state = measured(&clip(name).two_lines(), 90.0);
        assert!(state.lines.rows.len() <= 2, "{name}");
        let widths: Vec<_> = state.lines.rows.iter().map(|row| (row.width, shown(row))).collect();
        assert!(widths.iter().all(|(width, _)| *width <= 90.1), "{widths:?}");
    }
}

/// The letters set in the same cut of the font as the first one.
fn in_first_face(row: &shape::Row) -> String {
    let text = shown(row);
    let glyphs = row.paragraph.buffer().layout_runs().flat_map(|run| run.glyphs.to_vec());
    let glyphs: Vec<_> = glyphs.filter(|glyph| &text[glyph.start..glyph.end] != "\u{200C}").collect();
    let letters = glyphs.iter().filter(|glyph| glyph.font_id == glyphs[0].font_id);
    letters.map(|glyph| &text[glyph.start..glyph.end]).collect::<String>().replace('\u{200C}', "")
}

#[test]
fn latin_matches_are_heavier_within_words_and_survive_a_cut() {
    font::load();
    let name = "Quarterly report of the year 2024 (final).pdf";
    let marks = [0..4, 10..13, 41..45];
    let look = Look::default();
    let whole = measured(&Clip::name(&look, name).marks(&marks), 500.0);
    assert_eq!(in_first_face(&whole.lines.rows[0]), "Quarrep.pdf");
    let cut = measured(&Clip::name(&look, name).marks(&marks), 125.0);
    assert!(shown(&cut.lines.rows[0]).contains('…') && cut.lines.rows[0].width <= 125.1);
    assert_eq!(in_first_face(&cut.lines.rows[0]), "Quar.pdf");
    assert!(cut.lines.rows[0].underlines.is_empty());
}

#[test]
fn arabic_matches_are_underlined_and_their_letters_stay_joined() {
    let name = "مستندات";
    let marks = std::slice::from_ref(&(4..8));
    let marked = measured(&clip(name).marks(marks), 500.0);
    let plain = measured(&clip(name), 500.0);
    let glyphs = |state: &State| -> Vec<(u16, u16)> {
        let run = state.lines.rows[0].paragraph.buffer().layout_runs().next().unwrap();
        run.glyphs.iter().map(|glyph| (glyph.glyph_id, glyph.font_weight.0)).collect()
    };
    assert_eq!(glyphs(&marked), glyphs(&plain));
    let [line] = marked.lines.rows[0].underlines.as_slice() else { panic!("one underline") };
    let width = marked.lines.rows[0].width;
    assert!(line.x > 0.0 && line.x + line.width < width, "the third and fourth of seven letters: {line:?} of {width}");
    assert!(line.y + line.height <= 20.0);
}

#[test]
fn the_tooltip_comes_after_a_rest_on_cut_text_only() {
    let clip = clip(TEXTS[0]);
    let tip = clip.tip;
    let mut state = measured(&clip, 100.0);
    let mut messages: Vec<()> = Vec::new();
    let mut shell = Shell::new(&mut messages);
    let at = Point::new(5.0, 5.0);
    let moved = Event::Mouse(mouse::Event::CursorMoved { position: at });
    state.hover.follow(&moved, Some(at), &mut shell);
    let open = |state: &mut State| {
        let State { hover, content, .. } = state;
        hover.overlay::<(), iced::Theme>(tip, content, Rectangle::default()).is_some()
    };
    assert!(!open(&mut state));
    let later = Event::Window(window::Event::RedrawRequested(Instant::now() + Duration::from_secs(1)));
    state.hover.follow(&later, Some(at), &mut shell);
    assert!(open(&mut state));
    state.hover.follow(&moved, None, &mut shell);
    assert!(!open(&mut state));
}

#[test]
fn a_cut_text_is_found_by_its_whole() {
    let clip: Element<'_, (), iced::Theme> = clip(TEXTS[0]).width(60.0).into();
    let mut ui = iced_test::simulator(clip);
    let found = ui.find(TEXTS[0]).unwrap();
    assert_eq!(iced_test::selector::Bounded::bounds(&found).size(), Size::new(60.0, 20.0));
}

#[test]
fn a_newline_does_not_break_the_line() {
    let state = measured(&clip("two\nlines"), 500.0);
    assert_eq!(shown(&state.lines.rows[0]), "two\u{240A}lines");
    assert_eq!(state.lines.rows.len(), 1);
}

#[test]
fn a_sentence_takes_as_many_lines_as_it_needs_each_of_them_whole() {
    for (text, is_read_from_right) in [
        ("No app that is installed opens this type, but a command of your own can open it all the same.", false),
        ("لا يفتح أي تطبيق مثبت هذا النوع، لكن يمكن لأمر مخصص أن يفتحه مع ذلك.", true),
        ("この種類を開けるアプリがインストールされていませんが、コマンドを指定すれば開けます。", false),
    ] {
        let state = measured(&clip(text).centred(), 140.0);
        let rows = &state.lines.rows;
        assert!(rows.len() > 2 && !state.lines.is_cut, "{text}");
        assert!(rows.iter().all(|row| row.width <= 140.1 && is_rtl(row) == is_read_from_right), "{text}");
        let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        assert_eq!(letters(&rows.iter().map(shown).collect::<String>()), letters(text));
        assert_eq!(measured(&clip(text).centred(), 2000.0).lines.rows.len(), 1);
    }
}

/// Pictures of a text drawn over another, as iced draws a change, beside the same text drawn afresh.
#[cfg(not(feature = "gpu"))]
mod painted {
    use super::*;
    use iced::advanced::graphics::{Viewport, damage};
    use iced::{Pixels, mouse};
    use iced_tiny_skia::{Layer, Renderer};
    use resvg::tiny_skia::{Mask, Pixmap};

    const WIDTH: u32 = 220;
    const HEIGHT: u32 = 40;

    /// Draws a text; what it was shaped to must be kept until it is painted.
    fn record(renderer: &mut Renderer, clip: Clip<'_>, room: f32) -> Tree {
        let bounds = Rectangle::with_size(Size::new(WIDTH as f32, HEIGHT as f32));
        renderer.reset(bounds);
        let mut widget: Box<dyn Widget<(), iced::Theme, Renderer>> = Box::new(clip);
        let mut tree = Tree::new(&*widget);
        let node = widget.layout(&mut tree, renderer, &layout::Limits::new(Size::ZERO, Size::new(room, 40.0)));
        let style = renderer::Style { text_color: Color::BLACK };
        let layout = Layout::with_offset(Vector::new(10.0, 10.0), &node);
        widget.draw(&tree, renderer, &iced::Theme::Light, &style, layout, mouse::Cursor::Unavailable, &bounds);
        tree
    }

    fn paint(renderer: &mut Renderer, pixels: &mut Pixmap, scale: f32, damage: &[Rectangle]) {
        let viewport = Viewport::with_physical_size(Size::new(pixels.width(), pixels.height()), scale);
        let mut mask = Mask::new(pixels.width(), pixels.height()).unwrap();
        renderer.draw(&mut pixels.as_mut(), &mut mask, &viewport, damage, Color::WHITE);
    }

    /// How many pixels differ where one text took the place of another.
    fn strays(before: &str, after: &str, room: f32, scale: f32) -> usize {
        let all = Rectangle::with_size(Size::new(WIDTH as f32, HEIGHT as f32));
        let side = |length: u32| (length as f32 * scale) as u32;
        let mut renderer = Renderer::new(Font::with_name("Fira Sans"), Pixels(14.0));
        let mut drawn = Pixmap::new(side(WIDTH), side(HEIGHT)).unwrap();
        let _before = record(&mut renderer, clip(before), room);
        paint(&mut renderer, &mut drawn, scale, &[all]);
        let layers = renderer.layers().to_vec();
        let _after = record(&mut renderer, clip(after), room);
        let changed = damage::diff(&layers, renderer.layers(), |_| vec![all], Layer::damage);
        paint(&mut renderer, &mut drawn, scale, &damage::group(changed, all));
        let mut afresh = Pixmap::new(side(WIDTH), side(HEIGHT)).unwrap();
        paint(&mut renderer, &mut afresh, scale, &[all]);
        drawn.pixels().iter().zip(afresh.pixels()).filter(|(one, other)| one != other).count()
    }

    #[test]
    fn nothing_of_a_cut_text_stays_behind_when_another_takes_its_place() {
        for scale in [1.0, 1.25, 2.0] {
            for before in TEXTS.into_iter().chain(["jolly.txt", "Off", "T", "Wolf.pdf", "f", "_"]) {
                for room in [37.0, 60.5, 90.0, 123.3, 180.0] {
                    let is_cut = measured(&clip(before), room).lines.is_cut;
                    let found = if is_cut { strays(before, "", room, scale) } else { 0 };
                    assert_eq!(found, 0, "{before} in {room} at {scale}");
                }
            }
        }
    }
}
