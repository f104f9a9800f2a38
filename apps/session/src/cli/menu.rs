//! The menu of the desktop, in the XML that Openbox and labwc read from a program.

use candela_shared::i18n::Words;
use candela_shared::tr;

/// Returns the menu in the user's language: a place to start from, as there is no panel.
pub fn text(words: &Words) -> String {
    let groups = [
        vec![(tr!(words, "session-menu-applications"), "candela-launcher --toggle")],
        vec![
            (tr!(words, "session-menu-files"), "candela-files"),
            (tr!(words, "session-menu-calculator"), "candela-calculator"),
            (tr!(words, "session-menu-terminal"), "candela-session terminal"),
            (tr!(words, "session-menu-screenshot"), "candela-session screenshot"),
        ],
        vec![
            (tr!(words, "session-menu-log-out"), "candela-session logout"),
            (tr!(words, "session-menu-leave"), "candela-shutdown"),
        ],
    ];
    let groups = groups.map(|items| items.iter().map(|(label, command)| item(label, command)).collect::<String>());
    format!("<openbox_pipe_menu>\n{}</openbox_pipe_menu>", groups.join("<separator/>\n"))
}

fn item(label: &str, command: &str) -> String {
    let label = label.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    format!("<item label=\"{label}\"><action name=\"Execute\"><command>{command}</command></action></item>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_stays_one_whatever_is_in_it() {
        assert!(item("A & B <\"c\">", "x").contains("label=\"A &amp; B &lt;&quot;c&quot;>\""));
    }
}
