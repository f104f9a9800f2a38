//! Any file of rates is read or refused.
#![no_main]

use candela_calculator_core::currency::Rates;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| drop(Rates::parse(text)));
