//! Expands the templates below `packaging/entries`: a line that names a message, `Name={launcher-entry-name}` or
//! `<p>{launcher-entry-about}</p>`, becomes one line in English and one for each language that has the message.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Message, PatternElement};

use crate::{Failure, Made};

const SOURCE: &str = "en";

/// Language to message id to text.
type Languages = BTreeMap<String, BTreeMap<String, String>>;

/// Every template expanded, for the place below `packaging` that mirrors its own.
pub fn made(root: &Path) -> Result<Vec<Made>, Failure> {
    let languages = languages(&root.join("i18n"))?;
    let templates = root.join("packaging/entries");
    let expand = |file: PathBuf| {
        let path = Path::new("packaging").join(file.strip_prefix(&templates)?);
        let text = expanded(&fs::read_to_string(&file)?, &languages)
            .map_err(|failure| format!("{}: {failure}", file.display()))?;
        Ok(Made { path, text })
    };
    files(&templates)?.into_iter().map(expand).collect()
}

fn expanded(template: &str, languages: &Languages) -> Result<String, Failure> {
    let mut text = String::new();
    for line in template.lines() {
        for written in expanded_line(line, languages)? {
            text.push_str(&written);
            text.push('\n');
        }
    }
    Ok(text)
}

fn expanded_line(line: &str, languages: &Languages) -> Result<Vec<String>, Failure> {
    let parts = line.split_once('{').and_then(|(head, rest)| Some((head, rest.split_once('}')?)));
    let Some((head, (id, tail))) = parts else {
        return Ok(vec![line.to_owned()]);
    };
    let source = languages.get(SOURCE).and_then(|messages| messages.get(id)).ok_or(format!("no message {id}"))?;
    let translated = languages.iter().filter(|(language, _)| *language != SOURCE);
    let mut lines = vec![format!("{head}{}{tail}", escaped(source, head))];
    for (language, text) in translated.filter_map(|(language, messages)| Some((language, messages.get(id)?))) {
        lines.push(format!("{}{}{tail}", head_in(language, head)?, escaped(text, head)));
    }
    Ok(lines)
}

/// What stands before a text in a language: `Name[de]=` of `Name=`, `<p xml:lang="de">` of `<p>`.
fn head_in(language: &str, head: &str) -> Result<String, Failure> {
    if let Some(key) = head.strip_suffix('=') {
        Ok(format!("{key}[{language}]="))
    } else if let Some(tag) = head.strip_suffix('>') {
        Ok(format!("{tag} xml:lang=\"{}\">", language.replace('_', "-")))
    } else {
        Err(format!("neither a key nor a tag before the message: {head}").into())
    }
}

fn escaped(text: &str, head: &str) -> String {
    if head.ends_with('>') {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    } else {
        text.replace('\\', "\\\\")
    }
}

fn languages(folder: &Path) -> Result<Languages, Failure> {
    let mut languages = Languages::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        drop(languages.insert(name, messages(&fs::read_to_string(path.join("packaging.ftl"))?)?));
    }
    Ok(languages)
}

/// The messages of a file; each is plain text, whose lines are one.
fn messages(text: &str) -> Result<BTreeMap<String, String>, Failure> {
    let resource = fluent_syntax::parser::parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        if let Entry::Message(Message { id, value: Some(pattern), .. }) = entry {
            let mut words = Vec::new();
            for element in &pattern.elements {
                match element {
                    PatternElement::TextElement { value } => words.extend(value.split_whitespace()),
                    PatternElement::Placeable { .. } => return Err(format!("{} is no plain text", id.name).into()),
                }
            }
            drop(messages.insert(id.name.to_owned(), words.join(" ")));
        }
    }
    Ok(messages)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Languages {
        let messages = |text: &str| messages(text).expect("this is Fluent");
        Languages::from([
            ("en".to_owned(), messages("name = Files & more\nonly = Here\n")),
            ("de".to_owned(), messages("name =\n    Dateien\n    & mehr\n")),
            ("pt_BR".to_owned(), messages("name = Arquivos\n")),
        ])
    }

    #[test]
    fn a_key_is_written_once_for_each_language_that_has_the_message() {
        let text = expanded("Type=Application\nName={name}\nX={only}\n", &known()).expect("the messages are there");
        assert_eq!(
            text,
            "Type=Application\nName=Files & more\nName[de]=Dateien & mehr\nName[pt_BR]=Arquivos\nX=Here\n"
        );
    }

    #[test]
    fn a_tag_says_its_language_and_escapes_its_text() {
        let text = expanded("  <name>{name}</name>\n", &known()).expect("the messages are there");
        assert_eq!(
            text,
            "  <name>Files &amp; more</name>\n  <name xml:lang=\"de\">Dateien &amp; mehr</name>\n  \
             <name xml:lang=\"pt-BR\">Arquivos</name>\n"
        );
    }

    #[test]
    fn a_message_that_is_not_there_is_told() {
        let failure = expanded("Name={nothing}\n", &known()).expect_err("no such message");
        assert_eq!(failure.to_string(), "no message nothing");
    }
}
