//! Which paths are ignored: by the rules of the user, of the repository and of each folder on the way.
//!
//! Spec: gitignore(5). libgit2 reads some of these rules otherwise than git (`*/` takes files, `!` forgets what came before).

use super::wildcard;

use std::rc::Rc;

/// A line of a file of rules.
#[derive(Debug, PartialEq, Eq)]
struct Rule {
    pattern: Vec<u8>,
    /// Whether what matches is not ignored after all.
    is_negative: bool,
    /// Whether it is about folders alone.
    is_for_folders: bool,
    /// Whether it is about the name alone, wherever that is.
    is_for_names: bool,
}

impl Rule {
    /// Reads a line; `None` where it is a remark or empty.
    fn read(line: &[u8]) -> Option<Self> {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let line = without_trailing_spaces(line);
        if line.starts_with(b"#") {
            return None;
        }
        let (is_negative, line) = line.strip_prefix(b"!").map_or((false, line), |rest| (true, rest));
        let (is_for_folders, line) = line.strip_suffix(b"/").map_or((false, line), |rest| (true, rest));
        let is_for_names = !line.contains(&b'/');
        let pattern = line.strip_prefix(b"/").unwrap_or(line).to_vec();
        (!pattern.is_empty()).then_some(Self { pattern, is_negative, is_for_folders, is_for_names })
    }

    /// Whether it is about a path below the folder of the rule.
    fn is_about(&self, path: &[u8], is_folder: bool, is_case_ignored: bool) -> bool {
        let name = path.rsplit(|byte| *byte == b'/').next().unwrap_or_default();
        let text = if self.is_for_names { name } else { path };
        (is_folder || !self.is_for_folders) && wildcard::matches(&self.pattern, text, is_case_ignored)
    }
}

/// Spaces at the end say nothing, unless the last is quoted by a backslash.
fn without_trailing_spaces(line: &[u8]) -> &[u8] {
    let mut end = 0;
    let mut at = 0;
    while let Some(byte) = line.get(at) {
        at += if *byte == b'\\' { 2 } else { 1 };
        if *byte != b' ' {
            end = at.min(line.len());
        }
    }
    &line[..end]
}

/// The rules of one file, behind those that have less to say.
#[derive(Debug)]
struct List {
    /// What paths begin with that they are about: nothing, or a folder with its slash.
    base: Vec<u8>,
    rules: Vec<Rule>,
    weaker: Option<Rc<Self>>,
}

/// The rules that hold in a folder.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    list: Option<Rc<List>>,
    is_case_ignored: bool,
    /// Whether the folder is ignored itself, and with it all that it holds.
    is_all: bool,
}

impl Rules {
    /// No rules yet.
    pub fn new(is_case_ignored: bool) -> Self {
        Self { is_case_ignored, ..Self::default() }
    }

    /// Adds the rules of a file; they outweigh those before. The base is the folder they are about, with its slash.
    pub fn add(&mut self, base: &[u8], contents: &[u8]) {
        if self.is_all {
            return;
        }
        let contents = contents.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(contents);
        let rules: Vec<Rule> = contents.split(|byte| *byte == b'\n').filter_map(Rule::read).collect();
        if !rules.is_empty() {
            self.list = Some(Rc::new(List { base: base.to_vec(), rules, weaker: self.list.take() }));
        }
    }

    /// The rules in a folder of this one, before those it brings along.
    #[must_use]
    pub fn within(&self, path: &[u8]) -> Self {
        Self { is_all: self.ignore(path, true), ..self.clone() }
    }

    /// Whether a path from the top is ignored.
    pub fn ignore(&self, path: &[u8], is_folder: bool) -> bool {
        if self.is_all {
            return true;
        }
        let lists = std::iter::successors(self.list.as_ref(), |list| list.weaker.as_ref());
        let mut about = lists.filter_map(|list| {
            let path = self.below(&list.base, path)?;
            list.rules.iter().rev().find(|rule| rule.is_about(path, is_folder, self.is_case_ignored))
        });
        about.next().is_some_and(|rule| !rule.is_negative)
    }

    fn below<'a>(&self, base: &[u8], path: &'a [u8]) -> Option<&'a [u8]> {
        let (start, rest) = path.split_at_checked(base.len())?;
        (start == base || (self.is_case_ignored && start.eq_ignore_ascii_case(base))).then_some(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ignored(contents: &str, path: &str, is_folder: bool) -> bool {
        let mut rules = Rules::new(false);
        rules.add(b"", contents.as_bytes());
        rules.ignore(path.as_bytes(), is_folder)
    }

    #[test]
    fn the_last_rule_about_a_path_decides() {
        let cases = [
            ("*.o\n!keep.o\n", "keep.o", false, false),
            ("!keep.o\n*.o\n", "keep.o", false, true),
            ("*\n!a/\n!a/one\n", ".gitignore", false, true),
            ("*/\n", "one", false, false),
            ("*/\n", "one", true, true),
            ("/b/\n", "a/b", true, false),
            ("a/b\n", "x/a/b", true, false),
            ("b/\n", "a/b", true, true),
            ("trail \n", "trail", false, true),
            ("trail\\ \n", "trail ", false, true),
            ("a\\\\ \n", "a\\", false, true),
            (" one\n", "one", false, false),
            ("one\r\n", "one", false, true),
            ("\u{FEFF}two\n", "two", false, true),
            ("\\#hash\n\\!bang", "!bang", false, true),
            ("# one\n", "# one", false, false),
            ("/\n!\n\n", "one", true, false),
        ];
        for (contents, path, is_folder, expected) in cases {
            assert_eq!(ignored(contents, path, is_folder), expected, "{contents:?} {path:?}");
        }
    }

    #[test]
    fn nothing_comes_back_from_an_ignored_folder() {
        let mut rules = Rules::new(false);
        rules.add(b"", b"a/\n");
        let mut within = rules.within(b"a");
        within.add(b"a/", b"!one\n");
        assert!(within.ignore(b"a/one", false));
        let mut beside = rules.within(b"b");
        beside.add(b"b/", b"/one\n");
        assert!(beside.ignore(b"b/one", false) && !beside.ignore(b"b/c/one", false));
    }
}
