//! Which words changed between two versions of a line.

use std::ops::Range;

/// Longer lines are told apart by their beginning and end alone.
const MOST: usize = 256;

/// The parts of both lines, in bytes, that are not in the other one. Words, runs of blanks and single signs are compared.
pub fn changed(old: &str, new: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (one, other) = (words(old), words(new));
    let is_same = |(left, right): (&Range<usize>, &Range<usize>)| old[left.clone()] == new[right.clone()];
    let start = one.iter().zip(&other).take_while(|pair| is_same(*pair)).count();
    let rest = one.len().min(other.len()) - start;
    let end = one.iter().rev().zip(other.iter().rev()).take(rest).take_while(|pair| is_same(*pair)).count();
    let (left, right) = (&one[start..one.len() - end], &other[start..other.len() - end]);
    if left.len() > MOST || right.len() > MOST {
        return (joined(left), joined(right));
    }
    let (lost, come) = unmatched(left, right, |left, right| old[left.clone()] == new[right.clone()]);
    (joined(&lost), joined(&come))
}

/// What is in no longest common sequence of both.
fn unmatched(
    left: &[Range<usize>],
    right: &[Range<usize>],
    is_same: impl Fn(&Range<usize>, &Range<usize>) -> bool,
) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    // How long the longest common sequence of what follows is.
    let mut lengths = vec![vec![0_u16; right.len() + 1]; left.len() + 1];
    for at in (0..left.len()).rev() {
        for beside in (0..right.len()).rev() {
            lengths[at][beside] = match is_same(&left[at], &right[beside]) {
                true => lengths[at + 1][beside + 1] + 1,
                false => lengths[at + 1][beside].max(lengths[at][beside + 1]),
            };
        }
    }
    let (mut at, mut beside, mut lost, mut come) = (0, 0, Vec::new(), Vec::new());
    while at < left.len() && beside < right.len() {
        if is_same(&left[at], &right[beside]) {
            (at, beside) = (at + 1, beside + 1);
        } else if lengths[at + 1][beside] >= lengths[at][beside + 1] {
            lost.push(left[at].clone());
            at += 1;
        } else {
            come.push(right[beside].clone());
            beside += 1;
        }
    }
    lost.extend_from_slice(&left[at..]);
    come.extend_from_slice(&right[beside..]);
    (lost, come)
}

/// Ranges that touch become one.
fn joined(ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match all.last_mut().filter(|last| last.end == range.start) {
            Some(last) => last.end = range.end,
            None => all.push(range.clone()),
        }
    }
    all
}

#[derive(PartialEq, Clone, Copy)]
enum Class {
    Word,
    Blank,
    Sign,
}

fn class(letter: char) -> Class {
    match letter {
        _ if letter.is_alphanumeric() || letter == '_' => Class::Word,
        _ if letter.is_whitespace() => Class::Blank,
        _ => Class::Sign,
    }
}

fn words(line: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (at, letter) in line.char_indices() {
        let (class, end) = (class(letter), at + letter.len_utf8());
        match all.last_mut().filter(|_| before == Some(class) && class != Class::Sign) {
            Some(word) => word.end = end,
            None => all.push(at..end),
        }
        before = Some(class);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(old: &str, new: &str) -> (String, String) {
        let mark = |line: &str, ranges: Vec<Range<usize>>| {
            let parts: Vec<&str> = ranges.into_iter().map(|range| &line[range]).collect();
            parts.join("|")
        };
        let (lost, come) = changed(old, new);
        (mark(old, lost), mark(new, come))
    }

    #[test]
    fn only_the_words_that_changed_are_told() {
        let cases = [
            ("let a = 1;", "let b = 1;", "a", "b"),
            ("f(x, y)", "f(x, z, y)", "", "z, "),
            ("same", "same", "", ""),
            ("one two three", "zero two four", "one|three", "zero|four"),
            ("größe", "größen", "größe", "größen"),
            ("", "new", "", "new"),
        ];
        for (old, new, lost, come) in cases {
            assert_eq!(shown(old, new), (lost.to_owned(), come.to_owned()), "{old} -> {new}");
        }
    }

    proptest! {
        #[test]
        fn what_is_left_of_both_lines_is_the_same(old in "[ab (é]{0,20}", new in "[ab (é]{0,20}") {
            let left = |line: &str, ranges: &[Range<usize>]| {
                let mut left = line.to_owned();
                ranges.iter().rev().for_each(|range| left.replace_range(range.clone(), ""));
                left
            };
            let (lost, come) = changed(&old, &new);
            prop_assert_eq!(left(&old, &lost), left(&new, &come));
        }
    }
}
