//! Any text as an `Exec` value, with any text as a target.

#![no_main]

use candela_shared::registry::{Context, Entry, Target, exec};
use libfuzzer_sys::fuzz_target;
use std::path::Path;

fuzz_target!(|texts: (&str, &str)| {
    let (exec, word) = texts;
    let entry = Entry { exec: Some(exec.into()), icon: Some("icon".into()), ..Entry::default() };
    let target = Target::new(word.as_ref(), Path::new("/folder"));
    for targets in [&[][..], &[target.clone()], &[target.clone(), target.clone()]] {
        if let Ok(launches) = exec::expand(&entry, None, targets, &Context::default()) {
            assert!(launches.iter().all(|launch| !launch.arguments[0].is_empty()));
        }
    }
});
