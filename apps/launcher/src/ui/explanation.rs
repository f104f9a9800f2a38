//! All that is known of an application: where it comes from, whether it is shown, why it was found, how it is used.

use super::list::head;
use super::panel::PAGE;
use crate::app::{App, Message};
use crate::lines::INSET;

use candela_launcher_core::catalogue::{Part, Tier, Why};
use candela_shared::display_name::display_name;
use candela_shared::registry::explain::{Copy, Explanation};
use candela_shared::tr;
use candela_ui::tokens::space;
use candela_ui::widget::scroller::sided;
use candela_ui::widget::{fill, scroll, start, text};
use candela_ui::{Column, Element};

use iced::Padding;
use iced::widget::{column, container};

pub fn view<'a>(
    app: &'a App,
    entry: usize,
    explanation: &'a Explanation,
    why: Option<&'a Why>,
) -> Element<'a, Message> {
    let Some(catalogue) = app.catalogue() else {
        return fill();
    };
    let (look, words) = (&app.look, &app.words);
    let name = display_name(catalogue.entry(entry).display_name());
    let mut facts = vec![(tr!(words, "launcher-fact-id"), display_name(&explanation.id).into_owned())];
    facts.extend(why.map(|why| (tr!(words, "launcher-fact-found"), found(app, why))));
    facts.extend(uses(app, &explanation.id));
    facts.extend(explanation.copies.iter().enumerate().map(|(at, copy)| of_copy(app, at, copy)));
    let facts = facts.into_iter().map(|(label, fact)| {
        column![start(look, text::section(look, label)), start(look, text::body(look, fact))].into()
    });
    let facts = Column::with_children(facts).spacing(space::M);
    let content = column![
        head(look, tr!(words, "launcher-explanation-of", name = name)),
        container(facts).padding(Padding::from([0.0, space::M])),
    ];
    sided(look, scroll(content.padding(Padding { bottom: space::M, ..Padding::from([0.0, INSET]) })).id(PAGE))
}

/// How often it is started, and which queries lead to it.
fn uses(app: &App, id: &str) -> Option<(String, String)> {
    if !app.history.knows(id) {
        return None;
    }
    let queries: Vec<String> =
        app.history.queries(id).into_iter().map(|query| format!("“{}”", display_name(query))).collect();
    let told = if queries.is_empty() {
        tr!(app.words, "launcher-fact-used")
    } else {
        tr!(app.words, "launcher-fact-used-by", queries = queries.join(" "))
    };
    Some((tr!(app.words, "launcher-fact-use"), told))
}

/// A file of the entry: the one that counts, or one that it masks.
fn of_copy(app: &App, at: usize, copy: &Copy) -> (String, String) {
    let words = &app.words;
    let label = if at == 0 { tr!(words, "launcher-fact-file") } else { tr!(words, "launcher-fact-masked") };
    let state = match (&copy.error, copy.hidden_by) {
        (Some(error), _) => tr!(words, "launcher-explain-broken", detail = display_name(error)),
        (None, Some(rule)) => tr!(words, "launcher-explain-hidden", rule = rule),
        (None, None) => tr!(words, "launcher-explain-shown"),
    };
    let mended: Vec<String> = copy
        .mended
        .iter()
        .map(|mended| tr!(words, "launcher-explain-mended", line = mended.line, rule = mended.rule))
        .collect();
    let told = [format!("{}: {state}", display_name(&copy.path.path))].into_iter().chain(mended);
    (label, told.collect::<Vec<_>>().join("\n"))
}

fn found(app: &App, why: &Why) -> String {
    let words = &app.words;
    let part = match why.part {
        Part::Name => tr!(words, "launcher-part-name"),
        Part::UntranslatedName => tr!(words, "launcher-part-untranslated"),
        Part::Alias => tr!(words, "launcher-part-alias"),
        Part::Action => tr!(words, "launcher-part-action"),
        Part::GenericName => tr!(words, "launcher-part-generic"),
        Part::Program => tr!(words, "launcher-part-program"),
        Part::Keyword => tr!(words, "launcher-part-keyword"),
        Part::Category => tr!(words, "launcher-part-category"),
        Part::Comment => tr!(words, "launcher-part-comment"),
    };
    let way = match why.tier {
        Tier::Exact => tr!(words, "launcher-tier-exact"),
        Tier::Prefix => tr!(words, "launcher-tier-prefix"),
        Tier::WordPrefix => tr!(words, "launcher-tier-word"),
        Tier::Acronym => tr!(words, "launcher-tier-acronym"),
        Tier::Substring => tr!(words, "launcher-tier-substring"),
        Tier::Subsequence => tr!(words, "launcher-tier-subsequence"),
        Tier::Typo => tr!(words, "launcher-tier-typo"),
    };
    tr!(words, "launcher-fact-match", part = part, way = way)
}
