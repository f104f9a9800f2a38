//! Packs the places that a start has to adjust: 2 MB of them are a few kilobytes then, and are not read page by page.
//!
//! glibc 2.36 (2022) and newer read them so; the loaders of other systems get them as they always were, and so does
//! who links with mold, whose older versions make programs of them that do not start.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    let is_mold = env::var("CARGO_ENCODED_RUSTFLAGS").is_ok_and(|flags| flags.contains("mold"));
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && !is_mold {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}
