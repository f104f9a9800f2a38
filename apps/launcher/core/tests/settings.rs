//! Settings that older versions wrote are read for ever.

use candela_launcher_core::Settings;
use candela_launcher_core::list::Shape;
use candela_launcher_core::settings::Source;

#[test]
fn the_settings_of_version_1_are_read() {
    let settings = Settings::parse(include_str!("settings/version-1.toml")).expect("it was right");
    assert_eq!(settings.home, Shape::Rows);
    assert!(!settings.hides_on_focus_loss && settings.stays && !settings.remembers && !settings.shows_recent_files);
    let on: Vec<Source> = Source::ALL.into_iter().filter(|source| settings.has(*source)).collect();
    assert_eq!(on, [Source::Files, Source::Web]);
    assert_eq!(settings.engines[0].address_for("é"), "https://words.example/?q=%C3%A9");
}
