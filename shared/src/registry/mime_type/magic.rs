//! Rules about contents: the `magic` files.
//!
//! Spec: Shared MIME-info 0.21, "The magic files".

use super::Names;
use std::collections::HashSet;
use std::sync::Arc;

const HEADER: &[u8] = b"MIME-Magic\0\n";
/// The value that stands for "forget what less important directories say of this type".
const FORGET: &[u8] = b"__NOMAGIC__";
/// Rules are not nested deeper: the shared database goes to 5.
const DEEPEST: usize = 64;
/// Contents are not read further, in bytes, whatever a rule asks for. The shared database asks for 19 KiB.
const FURTHEST: usize = 256 * 1024;

/// Every rule about contents, best first.
#[derive(Debug, Default)]
pub(super) struct Magic {
    rules: Vec<Rule>,
    extent: usize,
}

/// What a contents rule says: the type, and how sure it is (0 to 100).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sniffed {
    pub(super) mime_type: Arc<str>,
    pub(super) priority: u32,
}

#[derive(Debug)]
struct Rule {
    sniffed: Sniffed,
    /// Depth first: the children of a test follow it, one deeper.
    tests: Vec<Test>,
}

#[derive(Debug)]
struct Test {
    depth: usize,
    /// `None` for a line that could not be read: it never matches, nor do the lines below it.
    comparison: Option<Comparison>,
}

#[derive(Debug)]
struct Comparison {
    offset: usize,
    /// How many offsets are tried, at least 1.
    range: usize,
    value: Box<[u8]>,
    mask: Option<Box<[u8]>>,
}

impl Magic {
    /// Adds the rules of a file. Files are added from the least to the most important directory.
    pub(super) fn add(&mut self, file: &[u8], names: &mut Names) {
        let Some(body) = file.strip_prefix(HEADER) else { return };
        let mut added = Vec::new();
        let mut forgotten = HashSet::new();
        let mut reader = Reader { rest: body };
        while !reader.rest.is_empty() {
            if reader.rest[0] != b'[' {
                let _ = reader.skip_line();
            } else if let Some((priority, name)) = section(reader.skip_line()) {
                let mime_type = names.intern(name);
                let (tests, is_forgotten) = reader.tests();
                if is_forgotten {
                    let _ = forgotten.insert(mime_type.clone());
                }
                added.push(Rule { sniffed: Sniffed { mime_type, priority }, tests });
            }
        }
        self.rules.retain(|rule| !forgotten.contains(&rule.sniffed.mime_type));
        added.retain(|rule| !rule.tests.is_empty());
        added.append(&mut self.rules);
        // Stable: of equals the more important directory comes first, then the order of the file.
        added.sort_by_key(|rule| std::cmp::Reverse(rule.sniffed.priority));
        self.extent = added.iter().flat_map(Rule::extents).max().unwrap_or(0).min(FURTHEST);
        self.rules = added;
    }

    /// How many bytes of the contents the rules can ask for.
    pub(super) fn extent(&self) -> usize {
        self.extent
    }

    /// Returns what the best rule that matches says.
    pub(super) fn sniff(&self, contents: &[u8]) -> Option<&Sniffed> {
        self.rules.iter().find(|rule| rule.matches(contents)).map(|rule| &rule.sniffed)
    }
}

impl Rule {
    fn extents(&self) -> impl Iterator<Item = usize> {
        self.tests.iter().filter_map(|test| test.comparison.as_ref()).map(|comparison| {
            let last = comparison.offset.saturating_add(comparison.range - 1);
            last.saturating_add(comparison.value.len())
        })
    }

    /// One test matched whose children, where it has any, matched too.
    fn matches(&self, contents: &[u8]) -> bool {
        // So deep have the tests above the current one matched.
        let mut matched = 0;
        for (index, test) in self.tests.iter().enumerate() {
            if test.depth > matched {
                continue;
            }
            matched = test.depth;
            if test.comparison.as_ref().is_some_and(|comparison| comparison.matches(contents)) {
                if self.tests.get(index + 1).is_none_or(|next| next.depth <= test.depth) {
                    return true;
                }
                matched += 1;
            }
        }
        false
    }
}

impl Comparison {
    fn matches(&self, contents: &[u8]) -> bool {
        let Some(contents) = contents.get(self.offset..) else { return false };
        let span = self.range.saturating_add(self.value.len() - 1).min(contents.len());
        contents[..span].windows(self.value.len()).any(|window| match &self.mask {
            None => *window == *self.value,
            Some(mask) => {
                window.iter().zip(&self.value).zip(mask).all(|((found, wanted), mask)| found & mask == wanted & mask)
            }
        })
    }
}

/// Reads `[PRIORITY:TYPE]`.
fn section(line: &[u8]) -> Option<(u32, &str)> {
    let line = str::from_utf8(line).ok()?.strip_prefix('[')?.strip_suffix(']')?;
    let (priority, name) = line.split_once(':')?;
    Some((priority.parse().ok()?, name))
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Reads the tests up to the next section, and whether they begin with the word that forgets older ones.
    fn tests(&mut self) -> (Vec<Test>, bool) {
        let mut tests: Vec<Test> = Vec::new();
        let mut is_forgotten = false;
        while !self.rest.is_empty() && self.rest[0] != b'[' {
            let deepest = tests.last().map_or(0, |test| test.depth + 1);
            let Some(depth) = self.depth() else { continue };
            let comparison = self.comparison();
            if comparison.as_ref().is_some_and(|comparison| *comparison.value == *FORGET) {
                is_forgotten = true;
            } else if depth <= deepest.min(DEEPEST) {
                tests.push(Test { depth, comparison });
            }
        }
        (tests, is_forgotten)
    }

    /// Reads the nesting depth and `>`, or gives the line up.
    fn depth(&mut self) -> Option<usize> {
        let depth = if self.rest[0] == b'>' { Some(0) } else { self.number() };
        if depth.is_some() && self.accept(b'>') {
            return depth;
        }
        let _ = self.skip_line();
        None
    }

    /// Reads the rest of a line after `>`; `None` where it cannot be read, the line then being skipped.
    fn comparison(&mut self) -> Option<Comparison> {
        let comparison = self.whole_comparison();
        if comparison.is_none() {
            let _ = self.skip_line();
        }
        comparison
    }

    fn whole_comparison(&mut self) -> Option<Comparison> {
        let offset = self.number()?;
        if !self.accept(b'=') {
            return None;
        }
        let length = self.rest.first_chunk().map(|bytes| usize::from(u16::from_be_bytes(*bytes)))?;
        let mut value: Box<[u8]> = self.rest.get(2..2 + length).filter(|value| !value.is_empty())?.into();
        self.rest = &self.rest[2 + length..];
        let mut mask: Option<Box<[u8]>> = None;
        if self.accept(b'&') {
            mask = Some(self.rest.get(..length)?.into());
            self.rest = &self.rest[length..];
        }
        if self.accept(b'~') {
            let size = self.number()?;
            swap(&mut value, size);
            mask.iter_mut().for_each(|mask| swap(mask, size));
        }
        let range = if self.accept(b'+') { self.number()?.max(1) } else { 1 };
        self.accept(b'\n').then_some(Comparison { offset, range, value, mask })
    }

    fn number(&mut self) -> Option<usize> {
        let length = self.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = str::from_utf8(&self.rest[..length]).ok()?.parse::<u32>().ok()?;
        self.rest = &self.rest[length..];
        usize::try_from(number).ok()
    }

    fn accept(&mut self, byte: u8) -> bool {
        let is_there = self.rest.first() == Some(&byte);
        if is_there {
            self.rest = &self.rest[1..];
        }
        is_there
    }

    /// Goes past the next line feed and returns what stood before it.
    fn skip_line(&mut self) -> &'a [u8] {
        let end = self.rest.iter().position(|byte| *byte == b'\n').unwrap_or(self.rest.len());
        let line = &self.rest[..end];
        self.rest = self.rest.get(end + 1..).unwrap_or_default();
        line
    }
}

/// Turns words of `size` bytes round on machines that keep them the other way.
fn swap(bytes: &mut [u8], size: usize) {
    if cfg!(target_endian = "little") && size > 1 {
        bytes.chunks_exact_mut(size).for_each(<[u8]>::reverse);
    }
}

#[cfg(test)]
mod tests;
