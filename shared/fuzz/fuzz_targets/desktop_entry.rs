//! Any bytes as a desktop entry, and as a key file that is changed and read again.

#![no_main]

use candela_shared::i18n::locale::Locale;
use candela_shared::registry::parser::{Parser, Rejection};
use candela_shared::registry::rewrite::{KeyFile, Name};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let locales: Vec<Locale> = ["sr_RS@latin", "de"].into_iter().filter_map(Locale::parse).collect();
    let mut faults = Vec::new();
    let entry = Parser::new(&locales).parse(bytes, &mut faults);
    assert_ne!(entry, Err(Rejection::Refused), "what we normalised can be parsed");
    assert!(faults.len() <= 256, "memory is bounded");
    assert!(entry.map_or(0, |entry| entry.actions.len()) <= 128, "memory is bounded");
    let mut file = KeyFile::new(bytes);
    assert_eq!(file.to_bytes(), bytes);
    file.set_text(Name::entry("Name"), " a;\\b\n");
    assert_eq!(file.text(Name::entry("Name")).as_deref(), Some(" a;\\b\n"));
});
