//! Rules about names: the `globs2` files.
//!
//! Spec: Shared MIME-info 0.21, "The glob files".

use super::{Names, pattern};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// The pattern that stands for "forget what less important directories say of this type".
const FORGET: &str = "__NOGLOBS__";
const DEFAULT_WEIGHT: u32 = 50;
/// Names longer than this many bytes match nothing: no file system has any, and no pattern may take for ever.
const LONGEST_NAME: usize = 4096;
/// A pattern of more types than these says nothing. The shared database goes to 7.
const MOST_CANDIDATES: usize = 32;

/// Every rule about names.
#[derive(Debug, Default)]
pub(super) struct Globs {
    /// How many files were added: the later, the more important.
    level: u32,
    literals: Table,
    /// Patterns that are `*` and then plain text, by that text.
    suffixes: Table,
    /// The lengths of the keys of `suffixes`, in bytes.
    lengths: BTreeSet<usize>,
    /// All other patterns.
    full: Vec<(Vec<u8>, Candidate)>,
}

type Table = HashMap<Box<[u8]>, Vec<Candidate>>;

#[derive(Debug, Clone, PartialEq)]
struct Candidate {
    mime_type: Arc<str>,
    weight: u32,
    level: u32,
    is_case_sensitive: bool,
}

/// The two spellings a name is looked up by.
struct Spellings<'a> {
    exact: &'a [u8],
    lower: Cow<'a, [u8]>,
}

impl Globs {
    /// Adds the rules of a `globs2` file. Files are added from the least to the most important directory.
    pub(super) fn add(&mut self, file: &[u8], names: &mut Names) {
        self.add_lines(file.split(|byte| *byte == b'\n').filter_map(globs2_line).collect(), names);
    }

    /// Adds the rules of a `globs` file, the older form, which knows neither weights nor flags.
    pub(super) fn add_unweighted(&mut self, file: &[u8], names: &mut Names) {
        self.add_lines(file.split(|byte| *byte == b'\n').filter_map(globs_line).collect(), names);
    }

    fn add_lines(&mut self, lines: Vec<Line<'_>>, names: &mut Names) {
        self.level += 1;
        self.forget(&lines.iter().filter(|line| line.pattern == FORGET).map(|line| line.mime_type).collect());
        let case_sensitive: HashSet<_> =
            lines.iter().filter(|line| line.is_case_sensitive).map(|line| (line.mime_type, line.pattern)).collect();
        for line in lines.iter().filter(|line| line.pattern != FORGET) {
            // update-mime-database repeats each case-sensitive line without its flag, for readers that know no flags.
            if line.is_case_sensitive || !case_sensitive.contains(&(line.mime_type, line.pattern)) {
                self.insert(line, names.intern(line.mime_type));
            }
        }
    }

    fn forget(&mut self, types: &HashSet<&str>) {
        if types.is_empty() {
            return;
        }
        for table in [&mut self.literals, &mut self.suffixes] {
            table.retain(|_, candidates| {
                candidates.retain(|candidate| !types.contains(&*candidate.mime_type));
                !candidates.is_empty()
            });
        }
        self.full.retain(|(_, candidate)| !types.contains(&*candidate.mime_type));
    }

    fn insert(&mut self, line: &Line<'_>, mime_type: Arc<str>) {
        let is_case_sensitive = line.is_case_sensitive;
        let candidate = Candidate { mime_type, weight: line.weight, level: self.level, is_case_sensitive };
        let pattern = line.pattern.as_bytes();
        let pattern = if is_case_sensitive { Cow::Borrowed(pattern) } else { lower_case(pattern) };
        match pattern.strip_prefix(b"*") {
            _ if !pattern::is_special(&pattern) => insert(&mut self.literals, &pattern, candidate),
            Some(suffix) if !suffix.is_empty() && !pattern::is_special(suffix) => {
                let _ = self.lengths.insert(suffix.len());
                insert(&mut self.suffixes, suffix, candidate);
            }
            _ => self.full.push((pattern.into_owned(), candidate)),
        }
    }

    /// Returns the types a name can have, the likeliest first, each once.
    ///
    /// Literal names come before suffixes, a longer suffix before a shorter one, and suffixes before other patterns.
    /// Among the types of the best pattern the heavier comes first. The lighter stay as candidates: the contents
    /// decide between them (as GLib does it: a `.py` file of Python 3 is `text/x-python3`).
    pub(super) fn candidates(&self, name: &[u8]) -> Vec<&Arc<str>> {
        if name.len() > LONGEST_NAME {
            return Vec::new();
        }
        let name = Spellings { exact: name, lower: lower_case(name) };
        let mut found = self.literal(&name);
        if found.is_empty() {
            found = self.suffix(&name);
        }
        if found.is_empty() {
            found = self.pattern(&name);
        }
        // Stable: of equals the first of the file comes first, as with GLib.
        found.sort_by_key(|candidate| (Reverse(candidate.weight), Reverse(candidate.level)));
        let mut types = Vec::new();
        for candidate in found {
            if types.len() < MOST_CANDIDATES && !types.contains(&&candidate.mime_type) {
                types.push(&candidate.mime_type);
            }
        }
        types
    }

    fn literal(&self, name: &Spellings<'_>) -> Vec<&Candidate> {
        let exact: Vec<_> = matching(&self.literals, name.exact, true).collect();
        if exact.is_empty() { matching(&self.literals, &name.lower, false).collect() } else { exact }
    }

    fn suffix(&self, name: &Spellings<'_>) -> Vec<&Candidate> {
        for length in self.lengths.iter().rev() {
            let of = |spelling| last(spelling, *length).into_iter();
            let insensitive = of(&*name.lower).flat_map(|suffix| matching(&self.suffixes, suffix, false));
            let sensitive = of(name.exact).flat_map(|suffix| matching(&self.suffixes, suffix, true));
            let found: Vec<_> = insensitive.chain(sensitive).collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    fn pattern(&self, name: &Spellings<'_>) -> Vec<&Candidate> {
        let matches = |(pattern, candidate): &&(Vec<u8>, Candidate)| {
            pattern::matches(pattern, if candidate.is_case_sensitive { name.exact } else { &name.lower })
        };
        self.full.iter().filter(matches).map(|(_, candidate)| candidate).collect()
    }
}

fn insert(table: &mut Table, key: &[u8], candidate: Candidate) {
    table.entry(key.into()).or_default().push(candidate);
}

fn matching<'a>(
    table: &'a Table,
    key: &[u8],
    is_case_sensitive: bool,
) -> impl Iterator<Item = &'a Candidate> + use<'a> {
    let candidates = table.get(key).map(Vec::as_slice).unwrap_or_default();
    candidates.iter().filter(move |candidate| candidate.is_case_sensitive == is_case_sensitive)
}

fn last(name: &[u8], length: usize) -> Option<&[u8]> {
    name.get(name.len().checked_sub(length)?..)
}

fn lower_case(text: &[u8]) -> Cow<'_, [u8]> {
    if !text.iter().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
        return Cow::Borrowed(text);
    }
    match str::from_utf8(text) {
        Ok(text) => Cow::Owned(text.to_lowercase().into_bytes()),
        Err(_) => Cow::Owned(text.to_ascii_lowercase()),
    }
}

#[derive(Debug, PartialEq)]
struct Line<'a> {
    weight: u32,
    mime_type: &'a str,
    pattern: &'a str,
    is_case_sensitive: bool,
}

/// Reads `WEIGHT:TYPE:PATTERN[:FLAG,FLAG...][:IGNORED...]`.
fn globs2_line(line: &[u8]) -> Option<Line<'_>> {
    let line = content(line)?;
    let mut fields = line.split(':');
    let (weight, mime_type, pattern) = (fields.next()?, fields.next()?, fields.next()?);
    let is_case_sensitive = fields.next().is_some_and(|flags| flags.split(',').any(|flag| flag == "cs"));
    let weight = weight.parse().ok()?;
    is_usable(mime_type, pattern).then_some(Line { weight, mime_type, pattern, is_case_sensitive })
}

/// Reads `TYPE:PATTERN`.
fn globs_line(line: &[u8]) -> Option<Line<'_>> {
    let (mime_type, pattern) = content(line)?.split_once(':')?;
    let line = Line { weight: DEFAULT_WEIGHT, mime_type, pattern, is_case_sensitive: false };
    is_usable(mime_type, pattern).then_some(line)
}

fn content(line: &[u8]) -> Option<&str> {
    str::from_utf8(line).ok().filter(|line| !line.starts_with('#'))
}

fn is_usable(mime_type: &str, pattern: &str) -> bool {
    mime_type.contains('/') && !pattern.is_empty() && pattern.len() <= LONGEST_NAME
}

#[cfg(test)]
mod tests {
    use super::*;

    fn globs(files: &[&str]) -> Globs {
        let mut globs = Globs::default();
        for file in files {
            globs.add(file.as_bytes(), &mut Names::default());
        }
        globs
    }

    #[track_caller]
    fn assert_candidates(globs: &Globs, name: &str, expected: &[&str]) {
        let found: Vec<_> = globs.candidates(name.as_bytes()).into_iter().map(|name| &**name).collect();
        assert_eq!(found, expected, "{name}");
    }

    #[test]
    fn s1_the_examples_of_the_specification_hold() {
        let globs = globs(&["# This file was automatically generated by the\n\
            # update-mime-database command. DO NOT EDIT!\n\
            55:text/x-diff:*.patch\n50:text/x-diff:*.diff\n50:text/x-c++src:*.C:cs\n50:text/x-c++src:*.C\n\
            50:text/x-csrc:*.c:cs\n50:image/gif:*.gif\n50:application/gzip:*.gz\n\
            50:application/x-compressed-tar:*.tar.gz\n50:text/x-makefile:makefile\n10:text/x-readme:readme*\n"]);
        for (name, expected) in [
            ("a.patch", "text/x-diff"),
            ("a.diff", "text/x-diff"),
            ("main.C", "text/x-c++src"),
            ("main.c", "text/x-csrc"),
            ("IMAGE.GIF", "image/gif"),
            ("Data.tar.gz", "application/x-compressed-tar"),
            ("Data.gz", "application/gzip"),
            ("Makefile", "text/x-makefile"),
            ("README.gz", "application/gzip"),
            ("README", "text/x-readme"),
        ] {
            assert_candidates(&globs, name, &[expected]);
        }
        assert_candidates(&globs, "nothing", &[]);
    }

    #[test]
    fn s1_further_fields_and_unknown_flags_are_ignored() {
        let globs = globs(&["50:text/x-c++src:*.C:cs,newflag:newfeature:somethingelse\n"]);
        assert_candidates(&globs, "a.C", &["text/x-c++src"]);
        assert_candidates(&globs, "a.c", &[]);
    }

    #[test]
    fn s1_the_order_is_literal_suffix_pattern_then_weight_then_directory() {
        let system = "90:a/suffix:*.x\n10:a/literal:name.x\n99:a/pattern:n?me.x\n99:a/pattern:n?me*\n\
            50:b/low:*.y\n60:b/high:*.y\n50:c/system:*.z\n90:c/short:*.e\n10:c/long:*.d.e\n20:c/one:?1\n30:c/two:*1?\n";
        let home = "50:d/home:*.z\n";
        let globs = globs(&[system, home]);
        for (name, expected) in [
            ("name.x", vec!["a/literal"]),
            ("nbme.x", vec!["a/suffix"]),
            ("name", vec!["a/pattern"]),
            ("f.y", vec!["b/high", "b/low"]),
            ("f.z", vec!["d/home", "c/system"]),
            ("f.d.e", vec!["c/long"]),
            ("11", vec!["c/two", "c/one"]),
            ("111", vec!["c/two"]),
        ] {
            assert_candidates(&globs, name, &expected);
        }
    }

    #[test]
    fn s1_letters_of_any_script_match_in_either_case() {
        let globs = globs(&["50:a/a:*.ДИФФ\n50:b/b:Straße\n"]);
        assert_candidates(&globs, "x.дифф", &["a/a"]);
        assert_candidates(&globs, "STRAßE", &["b/b"]);
        assert_eq!(
            globs.candidates(b"caf\xe9.\xd0\x94").len(),
            0,
            "a name that is not UTF-8 is looked up all the same"
        );
    }

    #[test]
    fn s4_noglobs_forgets_what_less_important_directories_say() {
        let system =
            "50:text/x-diff:*.patch\n50:text/x-diff:*.diff\n50:text/x-diff:DIFF\n50:text/x-diff:d?ff\n50:a/a:*.a\n";
        let home = "0:text/x-diff:__NOGLOBS__\n50:text/x-diff:*.dif\n";
        let globs = globs(&[system, home]);
        for (name, expected) in [
            ("x.patch", None),
            ("x.diff", None),
            ("DIFF", None),
            ("daff", None),
            ("x.dif", Some("text/x-diff")),
            ("x.a", Some("a/a")),
        ] {
            assert_candidates(&globs, name, expected.as_slice());
        }
    }

    #[test]
    fn a_malformed_line_costs_that_line() {
        let mut globs = Globs::default();
        globs.add(b"x:a/a:*.a\n\xff\n50\n50:b\n50:b:*.b\n-1:a/a:*.a\n50:a/a:\n50:c/c:*.c", &mut Names::default());
        assert_candidates(&globs, "x.c", &["c/c"]);
        assert_candidates(&globs, "x.a", &[]);
        assert_candidates(&globs, "x.b", &[]);
    }

    #[test]
    fn the_older_form_is_read_too() {
        let mut globs = Globs::default();
        globs.add_unweighted(b"# old\ntext/x-diff:*.diff\ntext/x-odd:a:b\n", &mut Names::default());
        assert_candidates(&globs, "x.diff", &["text/x-diff"]);
        assert_candidates(&globs, "a:b", &["text/x-odd"]);
    }
}
