use super::*;
use crate::budget::Budget;
use crate::calculator::Calculator;
use crate::date::Date;
use crate::tape::Tape;
use std::fs;
use std::path::PathBuf;

fn manner(angle: Angle, word: Option<Word>, language: &str) -> Manner {
    let notation = Notation::of_language(language).unwrap_or_default();
    Manner { settings: Settings { angle, word, notation, ..Settings::default() }, language: language.to_owned() }
}

/// The lines of the golden file.
fn lines() -> Vec<Arc<Line>> {
    let mut tape = Tape::new(Vec::new(), Calculator::new(Settings::default(), None, Date::new(1970, 1, 1).unwrap()));
    let word = Some(Word { bits: 8, is_signed: true });
    for (at, (text, manner)) in [
        ("1,5 × 3", manner(Angle::Radian, None, "de")),
        ("√2 // Wurzel", manner(Angle::Degree, None, "de")),
        ("100 + 100", manner(Angle::Gradian, word, "")),
        ("1/0", manner(Angle::Radian, None, "ar-EG")),
        ("\"\\\u{7}🕯", manner(Angle::Radian, None, "en")),
    ]
    .into_iter()
    .enumerate()
    {
        let _number = tape.push(1_764_000_000_000_000_000 + at as u64, text, manner);
    }
    let done = tape.job().unwrap().run(Budget::default);
    assert!(tape.take(done));
    assert!(tape.remove(3) && tape.undo());
    tape.lines().to_vec()
}

fn text_of(lines: &[Arc<Line>]) -> String {
    std::iter::once(head()).chain(lines.iter().map(|line| entry(line))).collect()
}

/// What is kept of a line.
fn kept(line: &Line) -> (u64, usize, String, Manner, Option<Text>) {
    (line.id, line.number, line.text.clone(), Manner::clone(&line.manner), line.result().cloned())
}

fn all_kept(lines: &[impl AsRef<Line>]) -> Vec<(u64, usize, String, Manner, Option<Text>)> {
    lines.iter().map(|line| kept(line.as_ref())).collect()
}

impl AsRef<Line> for Line {
    fn as_ref(&self) -> &Line {
        self
    }
}

#[test]
fn a_file_of_version_1_is_read_for_ever() {
    let golden = include_str!("../../tests/history-1.jsonl");
    assert_eq!(text_of(&lines()), golden, "the format changed: raise VERSION and keep this file");
    assert_eq!(all_kept(&parse(golden.as_bytes())), all_kept(&lines()));
}

#[test]
fn a_file_cut_anywhere_loses_its_last_line_at_most() {
    let (lines, text) = (lines(), text_of(&lines()));
    for cut in 0..=text.len() {
        let whole = text.as_bytes()[..cut].iter().filter(|byte| **byte == b'\n').count().saturating_sub(1);
        let found = parse(&text.as_bytes()[..cut]);
        assert!(found.len() == whole || found.len() == whole + 1, "cut at {cut}");
        assert_eq!(all_kept(&found), all_kept(&lines[..found.len()]), "cut at {cut}");
    }
}

#[test]
fn damage_costs_only_the_line_it_is_in() {
    let text = text_of(&lines());
    let mut bytes = text.into_bytes();
    let second = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 3;
    bytes[second] = 0xff;
    assert_eq!(parse(&bytes).len(), lines().len() - 1);
    let wild = br#"{"id":1,"number":18446744073709551615,"text":"1"}"#;
    assert_eq!(parse(wild)[0].number, 1);
    assert!(parse(b"[]\n{}\nnull\n\x00\xff").is_empty());
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("candela/calculator-history.jsonl")
    }
}

#[test]
fn lines_that_were_appended_are_there_again() {
    let folder = Folder::new();
    let (mut file, none) = File::open(&folder.file()).unwrap();
    assert!(none.is_empty());
    lines().iter().for_each(|line| file.append(line).unwrap());
    let (_, found) = File::open(&folder.file()).unwrap();
    assert_eq!(all_kept(&found), all_kept(&lines()));
}

#[test]
fn a_line_behind_one_that_was_cut_off_is_whole() {
    let folder = Folder::new();
    let (mut file, _) = File::open(&folder.file()).unwrap();
    lines()[..3].iter().for_each(|line| file.append(line).unwrap());
    let bytes = fs::read(folder.file()).unwrap();
    fs::write(folder.file(), &bytes[..bytes.len() - 9]).unwrap();
    file.append(&lines()[3]).unwrap();
    let (_, found) = File::open(&folder.file()).unwrap();
    assert_eq!(found.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 2, 4]);
}

#[test]
fn a_file_written_anew_keeps_the_lines_of_other_windows_and_drops_ones_own() {
    let folder = Folder::new();
    let all = lines();
    let (mut one, _) = File::open(&folder.file()).unwrap();
    let (mut other, _) = File::open(&folder.file()).unwrap();
    one.append(&all[0]).unwrap();
    other.append(&all[1]).unwrap();
    one.append(&all[2]).unwrap();
    one.rewrite(&all[2..3]).unwrap();
    let (_, found) = File::open(&folder.file()).unwrap();
    assert_eq!(found.iter().map(|line| line.id).collect::<Vec<_>>(), [all[1].id, all[2].id]);
}

#[test]
fn what_cannot_be_read_or_written_is_said_and_stays() {
    let folder = Folder::new();
    fs::create_dir_all(folder.file()).unwrap();
    assert!(matches!(File::open(&folder.file()), Err(Error::Read { .. })));
    let below = folder.file().join("file");
    fs::write(&below, "").unwrap();
    let (mut file, _) = File::open(&below).unwrap();
    fs::remove_file(&below).unwrap();
    fs::create_dir(&below).unwrap();
    assert!(matches!(file.append(&lines()[0]), Err(Error::Write { .. })));
    assert!(matches!(file.rewrite(&lines()), Err(Error::Read { .. })));
}

#[test]
fn only_the_newest_lines_of_a_long_file_are_kept() {
    let line = lines().remove(0);
    let many: Vec<Arc<Line>> = (1..=MOST_LINES + 50)
        .map(|number| Arc::new(Line { id: number as u64, number, ..Line::clone(&line) }))
        .collect();
    let found = parse(text_of(&many).as_bytes());
    assert_eq!((found.len(), found[0].number), (MOST_LINES, 51));
}
