//! The spans of tokens follow each other and lie on the borders of characters.
#![no_main]

use candela_calculator_core::lexer;
use candela_calculator_core::locale::Notation;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|line: &str| {
    let Ok(tokens) = lexer::tokens(line, &Notation::default()) else { return };
    let mut end = 0;
    for token in tokens {
        assert!(token.span.start >= end && token.span.end > token.span.start);
        assert!(line.get(token.span.range()).is_some());
        end = token.span.end;
    }
});
