use super::*;
use crate::budget::Budget;
use crate::value::Angle;

fn tape() -> Tape {
    Tape::new(Vec::new(), Calculator::new(Settings::default(), None, Date::new(1970, 1, 1).unwrap()))
}

fn manner() -> Manner {
    Manner { settings: Settings::default(), language: String::new() }
}

fn with(lines: &[&str]) -> Tape {
    let mut tape = tape();
    for (at, line) in lines.iter().enumerate() {
        let _number = tape.push(at as u64, line, manner());
    }
    settle(&mut tape);
    tape
}

fn settle(tape: &mut Tape) {
    let done = tape.job().unwrap().run(Budget::default);
    assert!(tape.take(done));
    assert!(tape.job().is_none());
}

fn results(tape: &Tape) -> Vec<String> {
    let text = |line: &Arc<Line>| match line.outcome.as_ref().unwrap() {
        Ok(answer) => answer.text.text.clone(),
        Err(error) => error.kind.to_string(),
    };
    tape.lines().iter().map(text).collect()
}

#[test]
fn lines_use_what_is_above_them() {
    let tape = with(&["48*12", "ans/2", "x=#1+1", "x*2", "f(t)=t^2", "f(x)", "#2"]);
    assert_eq!(results(&tape), ["576", "288", "577", "1154", "f(t)", "332929", "288"]);
}

#[test]
fn a_changed_line_changes_all_below_and_nothing_above() {
    let mut tape = with(&["7", "x=10", "x*2", "ans+1", "#1"]);
    assert!(tape.edit(2, "x=20"));
    assert_eq!(tape.lines()[2].outcome, None);
    assert_eq!(tape.lines()[2].result().map(|text| &*text.text), Some("20"), "shown until the new one is known");
    settle(&mut tape);
    assert_eq!(results(&tape), ["7", "20", "40", "41", "7"]);
    assert!(!tape.edit(2, "x=20"), "nothing changed");
}

#[test]
fn a_line_that_fails_keeps_its_number_and_its_neighbours_theirs() {
    let mut tape = with(&["5", "6", "#1*#2", "#3+1"]);
    assert!(tape.edit(2, "1/0"));
    settle(&mut tape);
    assert_eq!(results(&tape), ["5", "division by zero", "there is no result 2", "there is no result 3"]);
    assert!(tape.edit(2, "7"));
    settle(&mut tape);
    assert_eq!(results(&tape), ["5", "7", "35", "36"]);
}

#[test]
fn a_removed_line_leaves_the_numbers_of_the_others() {
    let mut tape = with(&["5", "6", "#1+1"]);
    assert!(tape.remove(2));
    settle(&mut tape);
    assert_eq!(results(&tape), ["5", "6"]);
    assert_eq!(tape.push(9, "#3*2", manner()), 4);
    settle(&mut tape);
    assert_eq!(results(&tape), ["5", "6", "12"]);
}

#[test]
fn every_change_can_be_undone_and_made_again() {
    let mut tape = with(&["1", "ans+1"]);
    assert!(tape.edit(1, "10"));
    settle(&mut tape);
    assert!(tape.remove(2));
    assert!(tape.clear());
    assert!(tape.lines().is_empty() && tape.job().is_none());
    for expected in [&["10"][..], &["10", "11"], &["1", "2"]] {
        assert!(tape.undo());
        settle(&mut tape);
        assert_eq!(results(&tape), expected);
    }
    assert!(tape.redo());
    settle(&mut tape);
    assert_eq!(results(&tape), ["10", "11"]);
    let _number = tape.push(5, "3", manner());
    assert!(!tape.redo(), "another change has been made");
}

#[test]
fn a_line_taken_back_has_never_been() {
    let mut tape = with(&["1", "ans+1"]);
    let _number = tape.push(3, "1/0", manner());
    settle(&mut tape);
    assert_eq!(tape.take_back().as_deref(), Some("1/0"));
    settle(&mut tape);
    assert_eq!(results(&tape), ["1", "2"]);
    assert_eq!(tape.push(4, "#2", manner()), 3);
    settle(&mut tape);
    assert_eq!(results(&tape), ["1", "2", "2"]);
}

#[test]
fn a_late_job_is_dropped() {
    let mut tape = with(&["1"]);
    let _number = tape.push(1, "2", manner());
    let late = tape.job().unwrap().run(Budget::default);
    assert!(tape.edit(1, "5"));
    assert!(!tape.take(late));
    settle(&mut tape);
    assert_eq!(results(&tape), ["5", "2"]);
}

#[test]
fn a_line_keeps_what_was_set_and_when_it_was_entered() {
    let mut tape = tape();
    let degrees = Settings { angle: Angle::Degree, ..Settings::default() };
    let day = 86_400_000_000_000;
    let _number = tape.push(day, "sin 30", Manner { settings: degrees, language: String::new() });
    let _number = tape.push(2 * day, "today", manner());
    let _number = tape.push(2 * day, "sin(pi/6)", manner());
    settle(&mut tape);
    assert_eq!(results(&tape), ["0.5", "1970-01-03", "0.5"]);
    assert_ne!(tape.lines()[1].id, tape.lines()[2].id);
}

#[test]
fn a_search_finds_lines_by_text_and_result() {
    let tape = with(&["48*12", "sin(1)", "5 km to mi", "576/2"]);
    for (query, expected) in [("576", &[0, 3][..]), ("SIN", &[1]), ("km 5", &[2]), ("#4", &[3]), ("nothing", &[])] {
        assert_eq!(tape.search(query), expected, "{query}");
    }
}

#[test]
fn a_cancelled_job_ends_and_says_so() {
    let mut tape = tape();
    let _number = tape.push(1, "(10^4)! + 1", manner());
    let cancel = Arc::new(std::sync::atomic::AtomicBool::new(true));
    let done = tape.job().unwrap().run(|| Budget::new(Arc::clone(&cancel), None));
    assert!(tape.take(done));
    assert_eq!(results(&tape), ["stopped"]);
}
