//! Any file of a history is read; what was read is written so that it is read again, and cutting that costs one line.
#![no_main]

use candela_calculator_core::history::{entry, head, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let lines = parse(data);
    let text: String = std::iter::once(head()).chain(lines.iter().map(entry)).collect();
    let texts = |bytes: &[u8]| parse(bytes).into_iter().map(|line| line.text).collect::<Vec<_>>();
    let all: Vec<String> = lines.into_iter().map(|line| line.text).collect();
    assert_eq!(texts(text.as_bytes()), all);
    let cut = data.len() * text.len() / (data.len() + 1).max(1) % text.len().max(1);
    let kept = texts(&text.as_bytes()[..cut]);
    let whole = text[..cut.min(text.floor_char_boundary(cut))].matches('\n').count().saturating_sub(1);
    assert!(all.starts_with(&kept) && kept.len() >= whole.min(all.len()));
});
