//! The colours of source code: which parts of a text are comments, quoted, numbers or words of the language.
//!
//! One reader for all languages: it knows how comments and quotes begin and end and which words a language keeps for
//! itself, and nothing of grammar. Linear in the length of the text.

use std::ops::Range;

/// What a part of a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Said to readers, not to machines.
    Comment,
    /// A text in quotes.
    Quoted,
    /// A number.
    Number,
    /// A word that the language keeps for itself.
    Keyword,
}

/// How a language is read.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// What begins a comment to the end of the line.
    lines: &'static [&'static str],
    /// What begins and ends a comment over several lines.
    blocks: &'static [(&'static str, &'static str)],
    /// What begins and ends a text, and whether it goes over several lines.
    quotes: &'static [(&'static str, &'static str, bool)],
    keywords: &'static [&'static str],
}

const DOUBLE: (&str, &str, bool) = ("\"", "\"", false);
const SINGLE: (&str, &str, bool) = ("'", "'", false);
const BACK: (&str, &str, bool) = ("`", "`", true);

const CURLY: Language = Language {
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[DOUBLE, SINGLE, BACK],
    keywords: &[
        "abstract",
        "as",
        "async",
        "auto",
        "await",
        "bool",
        "boolean",
        "break",
        "case",
        "catch",
        "char",
        "class",
        "const",
        "constexpr",
        "continue",
        "default",
        "defer",
        "delete",
        "do",
        "double",
        "else",
        "enum",
        "export",
        "extends",
        "extern",
        "false",
        "final",
        "finally",
        "float",
        "for",
        "func",
        "function",
        "go",
        "goto",
        "if",
        "implements",
        "import",
        "in",
        "inline",
        "instanceof",
        "int",
        "interface",
        "let",
        "long",
        "map",
        "namespace",
        "new",
        "nil",
        "null",
        "nullptr",
        "of",
        "override",
        "package",
        "private",
        "protected",
        "public",
        "range",
        "return",
        "short",
        "signed",
        "sizeof",
        "static",
        "struct",
        "super",
        "switch",
        "template",
        "this",
        "throw",
        "true",
        "try",
        "type",
        "typedef",
        "typename",
        "typeof",
        "undefined",
        "union",
        "unsigned",
        "using",
        "var",
        "virtual",
        "void",
        "volatile",
        "while",
        "yield",
    ],
};

const RUST: Language = Language {
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[("r#\"", "\"#", true), ("\"", "\"", true)],
    keywords: &[
        "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn",
        "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self",
        "Self", "static", "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while",
    ],
};

const PYTHON: Language = Language {
    lines: &["#"],
    blocks: &[],
    quotes: &[("\"\"\"", "\"\"\"", true), ("'''", "'''", true), DOUBLE, SINGLE],
    keywords: &[
        "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "False", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "None", "nonlocal", "not",
        "or", "pass", "raise", "return", "self", "True", "try", "while", "with", "yield",
    ],
};

const SHELL: Language = Language {
    lines: &["#"],
    blocks: &[],
    quotes: &[("\"", "\"", true), ("'", "'", true)],
    keywords: &[
        "begin", "break", "case", "class", "continue", "def", "do", "done", "elif", "else", "elsif", "end", "esac",
        "exit", "export", "false", "fi", "for", "foreach", "function", "if", "in", "local", "module", "my", "nil",
        "readonly", "require", "return", "self", "set", "shift", "source", "sub", "then", "true", "unless", "until",
        "use", "while",
    ],
};

const CONFIG: Language = Language {
    lines: &["#", ";"],
    blocks: &[],
    quotes: &[("\"\"\"", "\"\"\"", true), DOUBLE, SINGLE],
    keywords: &["true", "false", "null", "yes", "no", "on", "off"],
};

const JSON: Language = Language { lines: &[], blocks: &[], quotes: &[DOUBLE], keywords: &["true", "false", "null"] };

const MARKUP: Language =
    Language { lines: &[], blocks: &[("<!--", "-->")], quotes: &[("\"", "\"", true)], keywords: &[] };

const STYLES: Language =
    Language { lines: &[], blocks: &[("/*", "*/")], quotes: &[DOUBLE, SINGLE], keywords: &["important"] };

const DASHED: Language = Language {
    lines: &["--"],
    blocks: &[("/*", "*/"), ("{-", "-}"), ("--[[", "]]")],
    quotes: &[DOUBLE, SINGLE],
    keywords: &[
        "and", "as", "begin", "by", "case", "commit", "create", "data", "delete", "do", "drop", "else", "elseif",
        "end", "false", "for", "from", "function", "group", "if", "import", "in", "index", "insert", "into", "join",
        "let", "local", "module", "nil", "not", "null", "of", "on", "or", "order", "return", "select", "set", "table",
        "then", "true", "type", "update", "values", "where", "while",
    ],
};

/// Parts of types, and the language of those; the first that is found counts.
const LANGUAGES: &[(&str, &Language)] = &[
    ("rust", &RUST),
    ("python", &PYTHON),
    ("json", &JSON),
    ("html", &MARKUP),
    ("xml", &MARKUP),
    ("svg", &MARKUP),
    ("css", &STYLES),
    ("toml", &CONFIG),
    ("yaml", &CONFIG),
    ("desktop", &CONFIG),
    ("sql", &DASHED),
    ("lua", &DASHED),
    ("haskell", &DASHED),
    ("shell", &SHELL),
    ("perl", &SHELL),
    ("ruby", &SHELL),
    ("makefile", &SHELL),
    ("cmake", &SHELL),
    ("tcl", &SHELL),
    ("javascript", &CURLY),
    ("typescript", &CURLY),
    ("java", &CURLY),
    ("csrc", &CURLY),
    ("chdr", &CURLY),
    ("c++", &CURLY),
    ("x-go", &CURLY),
    ("kotlin", &CURLY),
    ("swift", &CURLY),
    ("csharp", &CURLY),
    ("php", &CURLY),
    ("scala", &CURLY),
    ("dart", &CURLY),
];

impl Language {
    /// The language of a type; nothing where it is none that is known.
    pub fn of_type(mime_type: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|(part, _)| mime_type.contains(part)).map(|(_, language)| *language)
    }

    /// The parts of a text that are anything, in order; ranges are in bytes and begin and end between letters.
    pub fn parts(&self, text: &str) -> Vec<(Range<usize>, Part)> {
        let mut parts = Vec::new();
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let (length, part) = self.next(&text[at..], first);
            if let Some(part) = part {
                parts.push((at..at + length, part));
            }
            at += length;
        }
        parts
    }

    /// How long what comes next is, and what it is.
    fn next(&self, rest: &str, first: char) -> (usize, Option<Part>) {
        if let Some((begin, end)) = self.blocks.iter().find(|(begin, _)| rest.starts_with(begin)) {
            let length = rest[begin.len()..].find(end).map_or(rest.len(), |at| begin.len() + at + end.len());
            return (length, Some(Part::Comment));
        }
        if self.lines.iter().any(|begin| rest.starts_with(begin)) {
            return (rest.find('\n').unwrap_or(rest.len()), Some(Part::Comment));
        }
        if let Some((begin, end, is_long)) = self.quotes.iter().find(|(begin, ..)| rest.starts_with(begin)) {
            return (quoted(rest, begin.len(), end, *is_long), Some(Part::Quoted));
        }
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        if !is_word(first) {
            return (first.len_utf8(), None);
        }
        if first.is_ascii_digit() {
            let length = rest.find(|letter: char| !is_word(letter) && letter != '.').unwrap_or(rest.len());
            return (length, Some(Part::Number));
        }
        let length = rest.find(|letter: char| !is_word(letter)).unwrap_or(rest.len());
        (length, self.keywords.contains(&&rest[..length]).then_some(Part::Keyword))
    }
}

/// The length of a text in quotes; a backslash takes what follows it. One that does not end goes to the end of its line.
fn quoted(rest: &str, begin: usize, end: &str, is_long: bool) -> usize {
    let mut is_taken = false;
    for (at, letter) in rest[begin..].char_indices() {
        let at = begin + at;
        match letter {
            _ if is_taken => is_taken = false,
            '\\' => is_taken = true,
            '\n' if !is_long => return at,
            _ if rest[at..].starts_with(end) => return at + end.len(),
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts<'a>(mime_type: &str, text: &'a str) -> Vec<(&'a str, Part)> {
        let parts = Language::of_type(mime_type).unwrap().parts(text);
        parts.into_iter().map(|(range, part)| (&text[range], part)).collect()
    }

    #[test]
    fn comments_quotes_numbers_and_keywords_are_told_apart() {
        use Part::{Comment, Keyword, Number, Quoted};
        let rust = "fn a<'b>() { \"x // \\\" y\" } // end\nlet fnord = 0xff_u8;";
        let expected =
            [("fn", Keyword), ("\"x // \\\" y\"", Quoted), ("// end", Comment), ("let", Keyword), ("0xff_u8", Number)];
        assert_eq!(parts("text/rust", rust), expected);
        assert_eq!(parts("text/x-python", "'''a\n#b''' # c"), [("'''a\n#b'''", Quoted), ("# c", Comment)]);
        assert_eq!(parts("text/x-csrc", "/* é\n*/ 'x\nint"), [("/* é\n*/", Comment), ("'x", Quoted), ("int", Keyword)]);
        assert_eq!(parts("application/xml", "<a b=\"1\"><!-- "), [("\"1\"", Quoted), ("<!-- ", Comment)]);
        assert_eq!(Language::of_type("text/plain"), None);
    }

    proptest! {
        #[test]
        fn parts_are_in_order_and_cut_no_letter(text in "[a-z0-9\"'/*#`\\\\\n é<!-]{0,60}") {
            for (_, language) in LANGUAGES {
                let mut end = 0;
                for (range, _) in language.parts(&text) {
                    prop_assert!(range.start >= end && range.end > range.start && text.get(range.clone()).is_some());
                    end = range.end;
                }
            }
        }
    }
}
