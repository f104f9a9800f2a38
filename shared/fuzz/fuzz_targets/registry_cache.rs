//! Any bytes as the cache of the registry, with and without the sum that keeps most of them out.

#![no_main]

use candela_shared::registry::cache;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _is_whole = cache::decode(bytes);
});
