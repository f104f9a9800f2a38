//! Conditions that an entry makes to being started.

use crate::registry::list;
use crate::registry::rewrite::{KeyFile, Name};

use std::path::Path;

/// Whether all conditions of an entry are met, as far as that can be told without a desktop of another make.
///
/// `AutostartCondition` knows `if-exists FILE` and `unless-exists FILE`; what asks the settings of GNOME is not met, as
/// systemd has it where GNOME is not installed. `X-KDE-autostart-condition` is `FILE:GROUP:KEY:DEFAULT`.
pub fn holds(file: &KeyFile, config: Option<&Path>) -> bool {
    let text = |key: &str| file.text(Name::entry(key)).filter(|text| !text.trim().is_empty());
    text("AutostartCondition").is_none_or(|condition| of_files(&condition, config))
        && text("X-KDE-autostart-condition").is_none_or(|condition| of_setting(&condition, config))
}

fn of_files(condition: &str, config: Option<&Path>) -> bool {
    let Some((verb, name)) = condition.trim().split_once(char::is_whitespace) else {
        return false;
    };
    let exists = config.is_some_and(|config| config.join(name.trim()).exists());
    match verb.to_ascii_lowercase().as_str() {
        "if-exists" => exists,
        "unless-exists" => !exists,
        _ => false,
    }
}

fn of_setting(condition: &str, config: Option<&Path>) -> bool {
    let parts: Vec<&str> = condition.trim().split(':').collect();
    let [name, group, key, default] = parts[..] else {
        return false;
    };
    let read = |config: &Path| {
        let bytes = std::fs::read(config.join(name)).ok()?;
        KeyFile::new(&bytes).text(Name { group, key, locale: None })
    };
    let value = config.and_then(read).unwrap_or_else(|| default.to_owned());
    list::boolean(&value.to_ascii_lowercase()).unwrap_or_default()
}
