//! Which of two Debian versions is newer.
//!
//! Spec: deb-version(7), "Sorting algorithm".

use std::cmp::Ordering;

/// Compares two versions: `[epoch:]upstream[-revision]`.
pub fn compare(left: &str, right: &str) -> Ordering {
    let (left_epoch, left_rest) = split_epoch(left);
    let (right_epoch, right_rest) = split_epoch(right);
    let (left_upstream, left_revision) = split_revision(left_rest);
    let (right_upstream, right_revision) = split_revision(right_rest);
    part(left_epoch, right_epoch)
        .then_with(|| part(left_upstream, right_upstream))
        .then_with(|| part(left_revision, right_revision))
}

fn split_epoch(version: &str) -> (&str, &str) {
    version.split_once(':').unwrap_or(("", version))
}

fn split_revision(version: &str) -> (&str, &str) {
    version.rsplit_once('-').unwrap_or((version, ""))
}

/// Compares by turns what is no digit, letter by letter, and what is a number.
fn part(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    while !left.is_empty() || !right.is_empty() {
        let (left_words, left_rest) = split(left, |byte| !byte.is_ascii_digit());
        let (right_words, right_rest) = split(right, |byte| !byte.is_ascii_digit());
        let (left_number, left_after) = split(left_rest, u8::is_ascii_digit);
        let (right_number, right_after) = split(right_rest, u8::is_ascii_digit);
        let order = words(left_words, right_words).then_with(|| numbers(left_number, right_number));
        if order != Ordering::Equal {
            return order;
        }
        (left, right) = (left_after, right_after);
    }
    Ordering::Equal
}

fn split(bytes: &[u8], belongs: impl Fn(&u8) -> bool) -> (&[u8], &[u8]) {
    bytes.split_at(bytes.iter().position(|byte| !belongs(byte)).unwrap_or(bytes.len()))
}

/// A tilde is before the end, the end before letters, letters before all else.
fn words(left: &[u8], right: &[u8]) -> Ordering {
    let weight = |byte: Option<&u8>| match byte {
        Some(b'~') => -1,
        None => 0,
        Some(letter) if letter.is_ascii_alphabetic() => i32::from(*letter),
        Some(other) => i32::from(*other) + 256,
    };
    let length = left.len().max(right.len());
    let orders = (0..length).map(|at| weight(left.get(at)).cmp(&weight(right.get(at))));
    orders.into_iter().find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

fn numbers(left: &[u8], right: &[u8]) -> Ordering {
    let left = split(left, |byte| *byte == b'0').1;
    let right = split(right, |byte| *byte == b'0').1;
    left.len().cmp(&right.len()).then_with(|| left.cmp(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_ordered_as_dpkg_orders_them() {
        let older_first = [
            ("1.0~rc1", "1.0"),
            ("1.0", "1.0a"),
            ("1.0a", "1.0+b1"),
            ("1.9", "1.10"),
            ("9.9", "1:0.1"),
            ("5.2.15-2+b8", "5.2.15-2+b13"),
            ("3.0.15-1~deb12u1", "3.0.17-1~deb12u3"),
            ("1.0-1~~", "1.0-1~"),
            ("2024a-0+deb12u1", "2025b-0+deb12u2"),
            ("1.0", "1.0-1"),
            ("00", "1"),
        ];
        for (older, newer) in older_first {
            assert_eq!(compare(older, newer), Ordering::Less, "{older} {newer}");
            assert_eq!(compare(newer, older), Ordering::Greater, "{newer} {older}");
        }
        for (left, right) in [("1.0", "0:1.0"), ("1.007", "1.7"), ("", "")] {
            assert_eq!(compare(left, right), Ordering::Equal, "{left} {right}");
        }
    }
}
