//! What can be done with the session, in the user's words.

use candela_launcher_core::provider::SessionStep;
use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_ui::icon::Glyph;

/// Every step, by the words of `candela-shutdown`.
pub fn steps(words: &Words) -> Vec<SessionStep> {
    let step = |word, name, keywords| SessionStep { word, name, keywords };
    vec![
        step("lock", tr!(words, "launcher-lock"), tr!(words, "launcher-lock-words")),
        step("log-out", tr!(words, "launcher-log-out"), tr!(words, "launcher-log-out-words")),
        step("suspend", tr!(words, "launcher-suspend"), tr!(words, "launcher-suspend-words")),
        step("reboot", tr!(words, "launcher-reboot"), tr!(words, "launcher-reboot-words")),
        step("power-off", tr!(words, "launcher-power-off"), tr!(words, "launcher-power-off-words")),
    ]
}

/// The glyph of a step, by its word.
pub fn sign(word: &str) -> Glyph {
    match word {
        "lock" => Glyph::LockSimple,
        "log-out" => Glyph::SignOut,
        "suspend" => Glyph::Moon,
        "reboot" => Glyph::ArrowClockwise,
        _ => Glyph::Power,
    }
}
