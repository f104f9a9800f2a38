//! Contents rules: the specification's words, then malformed files.

use super::*;
use proptest::prelude::*;

fn magic(files: &[&[u8]]) -> Magic {
    let mut magic = Magic::default();
    for file in files {
        magic.add(&[HEADER, file].concat(), &mut Names::default());
    }
    magic
}

#[track_caller]
fn assert_sniffed(magic: &Magic, contents: &[u8], expected: Option<&str>, case: &str) {
    assert_eq!(magic.sniff(contents).map(|sniffed| &*sniffed.mime_type), expected, "{case}");
}

#[test]
fn s2_the_example_of_the_specification_holds() {
    let magic = magic(&[b"[50:text/x-diff]\n>0=\0\x05diff\t\n>0=\0\x04***\t\n>0=\0\x17Common subdirectories: \n"]);
    for (contents, expected) in [
        ("diff\tx", Some("text/x-diff")),
        ("***\t", Some("text/x-diff")),
        ("Common subdirectories: a and b", Some("text/x-diff")),
        (" diff\tx", None),
        ("diff", None),
        ("", None),
    ] {
        assert_sniffed(&magic, contents.as_bytes(), expected, contents);
    }
}

#[test]
fn s2_offsets_ranges_masks_and_word_sizes() {
    let big_endian_word = 0x1234_u16.to_ne_bytes();
    let magic = magic(&[b"[50:a/offset]\n>2=\0\x02ab\n\
        [50:a/range]\n>0=\0\x02xy+3\n\
        [50:a/mask]\n>0=\0\x02\x10\x00&\xf0\x00\n\
        [50:a/word]\n>8=\0\x02\x12\x34~2\n\
        [50:a/all]\n>4=\0\x04\x01\x02\x03\x04&\xff\x00\xff\x00~4+2\n"]);
    let at_eight = [&[b'-'; 8][..], &big_endian_word].concat();
    let word = 0x0102_0304_u32.to_ne_bytes();
    let all = [&[b'-'; 5][..], &word].concat();
    for (contents, expected) in [
        (&b"--ab"[..], Some("a/offset")),
        (b"-ab", None),
        (b"xy", Some("a/range")),
        (b"--xy", Some("a/range")),
        (b"---xy", None),
        (b"\x1f\x77", Some("a/mask")),
        (b"\x2f\x77", None),
        (&at_eight, Some("a/word")),
        (&all, Some("a/all")),
    ] {
        assert_sniffed(&magic, contents, expected, &contents.escape_ascii().to_string());
    }
    assert_eq!(magic.extent(), 10, "the word at 8 is read furthest");
}

#[test]
fn s2_nested_tests_mean_a_and_b_or_c() {
    let magic = magic(&[b"[50:a/a]\n>0=\0\x01a\n1>1=\0\x01b\n1>1=\0\x01c\n2>2=\0\x01d\n>0=\0\x01z\n"]);
    for (contents, expected) in
        [("ab", true), ("acd", true), ("ac", false), ("a", false), ("z", true), ("xb", false), ("xcd", false)]
    {
        assert_sniffed(&magic, contents.as_bytes(), expected.then_some("a/a"), contents);
    }
}

#[test]
fn s2_the_highest_priority_wins_then_the_more_important_directory_then_the_order() {
    let system =
        b"[50:a/first]\n>0=\0\x01a\n[50:a/second]\n>0=\0\x01a\n[50:b/system]\n>0=\0\x01b\n[40:c/low]\n>0=\0\x01c\n";
    let home = b"[50:b/home]\n>0=\0\x01b\n[60:c/high]\n>0=\0\x01c\n";
    let magic = magic(&[system, home]);
    for (contents, expected) in [("a", "a/first"), ("b", "b/home"), ("c", "c/high")] {
        assert_sniffed(&magic, contents.as_bytes(), Some(expected), contents);
    }
}

#[test]
fn s4_nomagic_forgets_what_less_important_directories_say() {
    let system = b"[50:text/x-diff]\n>0=\0\x04diff\n[50:a/a]\n>0=\0\x01a\n";
    let home = b"[0:text/x-diff]\n>0=\0\x0b__NOMAGIC__\n[50:text/x-diff]\n>0=\0\x03dif\t\n>0=\0\x02==\n";
    let magic = magic(&[system, home]);
    assert_sniffed(&magic, b"diff", None, "the old rule");
    assert_sniffed(&magic, b"==", Some("text/x-diff"), "the new rule");
    assert_sniffed(&magic, b"a", Some("a/a"), "another type");
    assert_sniffed(&magic, b"__NOMAGIC__", None, "the word is no rule");
}

#[test]
fn a_malformed_line_costs_that_line_and_never_matches_more() {
    for (file, contents, expected, case) in [
        (&b"[50:a/a]\n>0=\0\x01a!future\n>0=\0\x01b\n"[..], "b", true, "an unknown character ends the line"),
        (b"[50:a/a]\n>0=\0\x01a!future\n>0=\0\x01b\n", "a", false, "the line itself is ignored"),
        (b"[50:a/a]\n>0=\0\x01a\n1>1=\0\x01b!\n", "a", false, "a test whose child is ignored does not stand alone"),
        (b"[50:a/a]\n>0=\0\x01a\n2>0=\0\x01z\n", "a", true, "a line without a parent is dropped"),
        (b"[50:a/a]\nrubbish\n>x\n>0\n>0=\n>0=\0\n>0=\0\x01a\n", "a", true, "rubbish lines"),
        (b"[x:a/a]\n>0=\0\x01a\n[50:b/b]\n[50:a/a]\n>0=\0\x01b\n", "a", false, "a bad header takes its lines along"),
        (b"[50:a/a]\n>0=\0\0\n", "", false, "an empty value"),
        (b"[50:a/a]\n>4294967295=\0\x01a+4294967295\n>99999999999=\0\x01a\n", "a", false, "huge numbers"),
        (b"[50:a/a]\n>0=\0\x02ab&\xff", "ab", false, "cut off in a mask"),
    ] {
        assert_sniffed(&magic(&[file]), contents.as_bytes(), expected.then_some("a/a"), case);
    }
    let mut headless = Magic::default();
    headless.add(b"[50:a/a]\n>0=\0\x01a\n", &mut Names::default());
    assert_sniffed(&headless, b"a", None, "a file without its header");
}

proptest! {
    #[test]
    fn any_bytes_are_read_and_matched_without_a_panic(file: Vec<u8>, contents: Vec<u8>) {
        let _ = magic(&[&file]).sniff(&contents);
    }

    #[test]
    fn any_lines_in_a_section_are_read_and_matched_without_a_panic(
        lines in "([0-9]{0,2}>[0-9]{1,3}=\\x00[\\x00-\\x03][a-c]{0,3}([&~+][a-c0-9]{1,3}){0,3}\n?){0,20}", contents: Vec<u8>,
    ) {
        let file = [b"[50:a/a]\n", lines.as_bytes()].concat();
        let _ = magic(&[&file]).sniff(&contents);
    }
}
