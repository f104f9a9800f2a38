//! Histories that released versions wrote are read for ever.

use candela_launcher_core::History;

/// As version 1 wrote it.
const VERSION_1: &str = include_str!("history/version-1");

#[test]
fn the_history_of_version_1_is_read_and_written_as_it_was() {
    let history = History::parse(VERSION_1);
    assert_eq!(history.most_used(1_800_000_000), ["firefox.desktop", "org.example.Editor.desktop:new-window"]);
    let bonus = |query| history.bonuses(query, 1_800_000_000).get("firefox.desktop").copied();
    assert!(bonus("fire") > bonus("fir"), "the learned query");
    assert_eq!(history.text(), VERSION_1);
}
