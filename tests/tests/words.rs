//! Every word a user reads: ids used in code exist, every language has every id, and variables match.

#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Message id to its variables.
type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let languages = languages();
    let source = &languages["en"];
    assert!(source.len() > 20, "messages were found at all");
    let mut wrong = Vec::new();
    for (language, messages) in &languages {
        for (id, variables) in source {
            match messages.get(id) {
                None => wrong.push(format!("{language}: {id} is missing")),
                // A plural form may leave the number out (Arabic's dual is a word), never bring in another variable.
                Some(found) if !found.is_subset(variables) => {
                    wrong.push(format!("{language}: {id} uses {found:?}, not {variables:?}"));
                }
                Some(_) => {}
            }
        }
        let extra = messages.keys().filter(|id| !source.contains_key(*id));
        wrong.extend(extra.map(|id| format!("{language}: {id} is not in English")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_message_named_in_code_exists_and_gets_its_variables() {
    let source = &languages()["en"];
    let uses = uses();
    assert!(!uses.is_empty(), "code that names messages was found at all");
    let wrong: Vec<String> = uses
        .iter()
        .filter_map(|(place, id, given)| match source.get(id) {
            None => Some(format!("{place}: no message {id}")),
            Some(wanted) if wanted != given => Some(format!("{place}: {id} gets {given:?}, wants {wanted:?}")),
            Some(_) => None,
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_message_is_used() {
    let used: BTreeSet<String> = uses().into_iter().map(|(_, id, _)| id).collect();
    let languages = languages();
    let idle: Vec<&String> = languages["en"].keys().filter(|id| !used.contains(*id)).collect();
    assert!(idle.is_empty(), "no code names {idle:?}");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The messages of every language folder.
fn languages() -> BTreeMap<String, Messages> {
    let mut languages: BTreeMap<String, Messages> = BTreeMap::new();
    for file in files(&root().join("i18n"), "ftl") {
        let language = file.parent().and_then(Path::file_name).unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in &resource.body {
            if let Entry::Message(Message { id, value: Some(pattern), .. }) = entry {
                let mut variables = BTreeSet::new();
                collect(pattern, &mut variables);
                let known = languages.entry(language.clone()).or_default().insert(id.name.to_owned(), variables);
                assert!(known.is_none(), "{}: {} stands twice", file.display(), id.name);
            }
        }
    }
    languages
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, variables);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, variables),
        Expression::Select { selector, variants } => {
            collect_inline(selector, variables);
            variants.iter().for_each(|variant| collect(&variant.value, variables));
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(variables.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => collect_expression(expression, variables),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| collect_inline(argument, variables));
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

/// Every `tr!(words, "id", name = value)` in code: place, id, names.
fn uses() -> Vec<(String, String, BTreeSet<String>)> {
    let call = Regex::new(r#"\btr!\(\s*[^",]+,\s*"([a-z0-9-]+)"\s*"#).unwrap();
    let name = Regex::new(r"^,\s*(\w+)\s*=[^=]").unwrap();
    let mut uses = Vec::new();
    for file in ["apps", "shared"].iter().flat_map(|folder| files(&root().join(folder), "rs")) {
        let text = std::fs::read_to_string(&file).unwrap();
        for found in call.captures_iter(&text) {
            let whole = found.get(0).unwrap();
            let mut names = BTreeSet::new();
            for argument in arguments(&text[whole.end()..]) {
                names.extend(name.captures(&argument).map(|captures| captures[1].to_owned()));
            }
            let line = text[..whole.start()].matches('\n').count() + 1;
            // The macro's own documentation shows how it is called.
            if !text[..whole.start()].rsplit('\n').next().unwrap_or("").trim_start().starts_with("//") {
                uses.push((format!("{}:{line}", file.display()), found[1].to_owned(), names));
            }
        }
    }
    uses.extend(uses_in_templates());
    uses
}

/// Every `{id}` in the templates of desktop entries and the like.
fn uses_in_templates() -> Vec<(String, String, BTreeSet<String>)> {
    let named = Regex::new(r"\{([a-z0-9-]+)\}").unwrap();
    let mut uses = Vec::new();
    for extension in ["desktop", "xml", "in"] {
        for file in files(&root().join("packaging/entries"), extension) {
            let text = std::fs::read_to_string(&file).unwrap();
            let found = named.captures_iter(&text);
            uses.extend(found.map(|it| (file.display().to_string(), it[1].to_owned(), BTreeSet::new())));
        }
    }
    uses
}

/// Splits what follows the id, up to the closing bracket, at the commas of the call itself.
fn arguments(text: &str) -> Vec<String> {
    let (mut depth, mut parts, mut is_string) = (0, vec![String::new()], false);
    for character in text.chars() {
        match character {
            '"' => is_string = !is_string,
            '(' | '[' | '{' if !is_string => depth += 1,
            ')' if !is_string && depth == 0 => break,
            ')' | ']' | '}' if !is_string => depth -= 1,
            ',' if !is_string && depth == 0 => parts.push(String::new()),
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(character);
        }
    }
    parts
}

/// The files below a folder with an extension, without build output.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() && entry.file_name() != "target" {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|known| known == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}
