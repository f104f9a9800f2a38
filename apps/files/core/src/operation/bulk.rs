//! New names for many files at once, decided from their old ones alone: what they are is for the plan to look at.

use super::names::{LONGEST, is_named, split_ending};
use super::{Item, Reason};

use regex::bytes::Regex;

use std::collections::HashMap;
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

/// How new names are made of old ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// By a text in which `{name}` stands for the old name without its ending, `{ext}` for the ending with its dot, and
    /// `{n}` for the number of the file.
    Pattern {
        /// The text.
        text: String,
        /// The numbers.
        counter: Counter,
    },
    /// Every occurrence of a text becomes another one.
    Replace {
        /// What is looked for.
        find: String,
        /// What it becomes.
        with: String,
    },
    /// Every match of a regular expression becomes another text, in which `$1` stands for the first group.
    Regex {
        /// What is looked for.
        find: String,
        /// What it becomes.
        with: String,
    },
    /// Letters become others.
    Case(Case),
}

/// The numbers that files get, in the order of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counter {
    /// The first.
    pub first: u64,
    /// From one to the next.
    pub step: u64,
    /// The fewest digits, filled up with 0.
    pub digits: usize,
}

impl Default for Counter {
    fn default() -> Self {
        Self { first: 1, step: 1, digits: 1 }
    }
}

/// What letters become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// All are upper case.
    Upper,
    /// All are lower case.
    Lower,
    /// The first of each word is upper case, the others are lower case; the ending stays.
    Title,
}

/// One file and the name it would get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The file.
    pub from: PathBuf,
    /// Its new path, or why the name it would get is none.
    pub to: Result<PathBuf, Reason>,
}

/// Decides new names; one that stays the same is told too.
///
/// # Errors
/// What is wrong with the regular expression, in English.
pub fn preview(rule: &Rule, paths: &[PathBuf]) -> Result<Vec<Preview>, String> {
    let regex = match rule {
        Rule::Regex { find, .. } => Some(Regex::new(find).map_err(|error| error.to_string())?),
        _ => None,
    };
    let one = |(at, from): (usize, &PathBuf)| {
        let old = from.file_name().unwrap_or_default().as_bytes();
        Preview { from: from.clone(), to: named(from, new_name(rule, regex.as_ref(), old, at as u64)) }
    };
    let mut previews: Vec<Preview> = paths.iter().enumerate().map(one).collect();
    refuse_twice(&mut previews);
    Ok(previews)
}

/// What is to be renamed, if every new name is one.
pub fn items(previews: &[Preview]) -> Option<Vec<Item>> {
    let item = |preview: &Preview| preview.to.clone().ok().map(|to| Item { from: preview.from.clone(), to });
    let items: Vec<Item> = previews.iter().map(item).collect::<Option<_>>()?;
    Some(items.into_iter().filter(|item| item.from != item.to).collect())
}

fn new_name(rule: &Rule, regex: Option<&Regex>, old: &[u8], at: u64) -> Vec<u8> {
    match (rule, regex) {
        (Rule::Pattern { text, counter }, _) => by_pattern(text, *counter, old, at),
        (Rule::Replace { find, with }, _) => replaced(old, find.as_bytes(), with.as_bytes()),
        (Rule::Regex { with, .. }, Some(regex)) => regex.replace_all(old, with.as_bytes()).into_owned(),
        (Rule::Case(case), _) => in_case(*case, old),
        (Rule::Regex { .. }, None) => old.to_owned(),
    }
}

fn by_pattern(text: &str, counter: Counter, old: &[u8], at: u64) -> Vec<u8> {
    let (stem, ending) = split_ending(old);
    let number = counter.first.saturating_add(counter.step.saturating_mul(at));
    let number = format!("{number:0digits$}", digits = counter.digits.min(LONGEST));
    let mut name = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        name.extend(&rest.as_bytes()[..open]);
        rest = &rest[open..];
        let known = [("{name}", stem), ("{ext}", ending), ("{n}", number.as_bytes())];
        let (length, value) = known
            .into_iter()
            .find(|(word, _)| rest.starts_with(word))
            .map_or((1, &b"{"[..]), |(word, value)| (word.len(), value));
        name.extend(value);
        rest = &rest[length..];
    }
    name.extend(rest.as_bytes());
    name
}

fn replaced(old: &[u8], find: &[u8], with: &[u8]) -> Vec<u8> {
    let (mut name, mut rest) = (Vec::new(), 0);
    if !find.is_empty() {
        for at in memchr::memmem::find_iter(old, find) {
            name.extend(&old[rest..at]);
            name.extend(with);
            rest = at + find.len();
        }
    }
    name.extend(&old[rest..]);
    name
}

/// Bytes that are no text stay as they are.
fn in_case(case: Case, old: &[u8]) -> Vec<u8> {
    let (stem, ending) = if case == Case::Title { split_ending(old) } else { (old, &b""[..]) };
    let mut name = Vec::new();
    let mut is_within = false;
    for chunk in stem.utf8_chunks() {
        let text = chunk.valid();
        match case {
            Case::Upper => name.extend(text.to_uppercase().bytes()),
            Case::Lower => name.extend(text.to_lowercase().bytes()),
            Case::Title => name.extend(titled(text, &mut is_within).bytes()),
        }
        name.extend(chunk.invalid());
    }
    name.extend(ending);
    name
}

fn titled(text: &str, is_within: &mut bool) -> String {
    let mut titled = String::new();
    for letter in text.chars() {
        if *is_within {
            titled.extend(letter.to_lowercase());
        } else {
            titled.extend(letter.to_uppercase());
        }
        *is_within = letter.is_alphanumeric() || letter == '\'';
    }
    titled
}

fn named(from: &Path, name: Vec<u8>) -> Result<PathBuf, Reason> {
    let is_name = is_named(Path::new(std::ffi::OsStr::from_bytes(&name)));
    let is_possible = is_name && name.len() <= LONGEST && !name.contains(&b'/') && !name.contains(&0);
    if is_possible { Ok(from.with_file_name(OsString::from_vec(name))) } else { Err(Reason::BadName) }
}

fn refuse_twice(previews: &mut [Preview]) {
    let mut seen: HashMap<PathBuf, usize> = HashMap::new();
    for at in 0..previews.len() {
        let Ok(to) = previews[at].to.clone() else { continue };
        if let Some(first) = seen.insert(to, at) {
            previews[first].to = Err(Reason::Twice);
            previews[at].to = Err(Reason::Twice);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsStr;

    fn names(rule: &Rule, old: &[&str]) -> Vec<String> {
        let paths: Vec<PathBuf> = old.iter().map(|name| Path::new("/f").join(name)).collect();
        let name = |preview: Preview| match preview.to {
            Ok(to) => to.strip_prefix("/f").unwrap().to_str().unwrap().to_owned(),
            Err(reason) => format!("! {reason}"),
        };
        preview(rule, &paths).unwrap().into_iter().map(name).collect()
    }

    fn text(of: &str) -> String {
        of.to_owned()
    }

    #[test]
    fn each_rule_makes_the_names_it_says() {
        let counter = Counter { first: 8, step: 2, digits: 3 };
        let pattern = Rule::Pattern { text: text("{n} {name}-{x}{ext}"), counter };
        assert_eq!(names(&pattern, &["a.tar.gz", "b", ".c"]), ["008 a-{x}.tar.gz", "010 b-{x}", "012 .c-{x}"]);
        let replace = Rule::Replace { find: text("aa"), with: text("b") };
        assert_eq!(names(&replace, &["aaa.aa", "x"]), ["ba.b", "x"]);
        assert_eq!(names(&Rule::Replace { find: text(""), with: text("b") }, &["x"]), ["x"], "nothing is nowhere");
        let regex = Rule::Regex { find: text(r"^(\d+)[ _]+(.*?)$"), with: text("${2} $1") };
        assert_eq!(names(&regex, &["01__song", "song"]), ["song 01", "song"]);
        assert_eq!(names(&Rule::Case(Case::Upper), &["straße.txt"]), ["STRASSE.TXT"]);
        assert_eq!(names(&Rule::Case(Case::Lower), &["ÄB.JPG"]), ["äb.jpg"]);
        assert_eq!(names(&Rule::Case(Case::Title), &["the bird's NEST.JPG"]), ["The Bird's Nest.JPG"]);
    }

    #[test]
    fn what_is_no_name_is_refused_and_so_is_one_name_for_two() {
        let with = |with: &str| Rule::Pattern { text: text(with), counter: Counter::default() };
        for bad in ["", ".", "..", "a/b", "/", "a\0b", &"x".repeat(256)] {
            assert_eq!(names(&with(bad), &["a"]), ["! that name is not possible there"], "{bad:?}");
        }
        assert_eq!(names(&with("same"), &["a", "b"]), ["! another source gets that name"; 2]);
        assert!(preview(&Rule::Regex { find: text("("), with: text("") }, &[]).is_err());
    }

    #[test]
    fn bytes_that_are_no_text_stay() {
        let path = Path::new(OsStr::from_bytes(b"/f/caf\xe9 x.TXT"));
        let previews = preview(&Rule::Case(Case::Upper), &[path.to_owned()]).unwrap();
        assert_eq!(previews[0].to.as_deref(), Ok(Path::new(OsStr::from_bytes(b"/f/CAF\xe9 X.TXT"))));
        assert_eq!(items(&previews).map(|items| items.len()), Some(1));
    }
}
