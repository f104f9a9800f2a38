//! `bulk-rename RULE PATH ...`: new names for many files, shown before or given at once.

use super::operate::{Reports, operate};
use super::output;
use super::{FAILED, Stop, common};
use crate::notice::operation::reason;
use crate::notice::shown;

use candela_files_core::operation::Operation;
use candela_files_core::operation::bulk::{Case, Counter, Preview, Rule, items, preview};
use candela_files_core::system::resolve;
use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_shared::usage::Usage;

use lexopt::Arg::{Long, Value};
use lexopt::Parser;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Request {
    rule: Rule,
    paths: Vec<PathBuf>,
    is_preview: bool,
}

/// Renames many files, all of them or none.
pub fn run(words: &Words, parser: Parser) -> Result<ExitCode, Stop> {
    let Request { rule, paths, is_preview } = parse(parser)?;
    let bad =
        |detail: String| Stop::Failed(tr!(words, "files-error-regex", detail = detail.lines().last().unwrap_or("")));
    let previews = preview(&rule, &paths).map_err(bad)?;
    let refused: Vec<String> = previews.iter().filter_map(|preview| refused(words, preview)).collect();
    if is_preview {
        let status = print(&previews);
        return if refused.is_empty() { Ok(status) } else { Err(Stop::Failed(refused.join("\n"))) };
    }
    match items(&previews) {
        Some(items) if items.is_empty() => Ok(ExitCode::SUCCESS),
        Some(items) => Ok(operate(words, Operation::Rename(items), Reports::None)),
        None => Ok(output::fail(&refused.join("\n"), FAILED)),
    }
}

fn refused(words: &Words, preview: &Preview) -> Option<String> {
    let why = preview.to.as_ref().err()?;
    Some(tr!(words, "files-failed-rename", path = shown(&preview.from), reason = reason(words, *why)))
}

/// A line each: the old path and the new name.
fn print(previews: &[Preview]) -> ExitCode {
    let changed = previews.iter().filter_map(|preview| Some((preview, preview.to.as_ref().ok()?)));
    let changed = changed.filter(|(preview, to)| *to != &preview.from);
    output::names(
        changed.map(|(preview, to)| (format!("{}\t", shown(&preview.from)), to.file_name().unwrap_or_default())),
    )
}

fn parse(mut parser: Parser) -> Result<Request, Stop> {
    let (mut rule, mut with, mut counter) = (None, None, Counter::default());
    let (mut paths, mut is_preview) = (Vec::new(), false);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("pattern") => rule = Some(Rule::Pattern { text: text(&mut parser, "--pattern")?, counter }),
            Long("find") => rule = Some(Rule::Replace { find: text(&mut parser, "--find")?, with: String::new() }),
            Long("regex") => rule = Some(Rule::Regex { find: text(&mut parser, "--regex")?, with: String::new() }),
            Long("case") => rule = Some(Rule::Case(case(&parser.value()?.to_string_lossy())?)),
            Long("with") => with = Some(text(&mut parser, "--with")?),
            Long("start") => counter.first = number(&mut parser, "--start")?,
            Long("step") => counter.step = number(&mut parser, "--step")?,
            Long("digits") => counter.digits = number(&mut parser, "--digits")?,
            Long("preview") => is_preview = true,
            Value(value) => paths.push(resolve(Path::new(&value))),
            other => return Err(common(other)),
        }
    }
    let missing = |argument| Usage::MissingArgument { command: "bulk-rename", argument };
    let rule = complete(rule.ok_or(missing("RULE"))?, counter, with).ok_or(missing("--with TEXT"))?;
    if paths.is_empty() {
        return Err(missing("PATH").into());
    }
    Ok(Request { rule, paths, is_preview })
}

/// The rule with what was given behind it.
fn complete(rule: Rule, counter: Counter, with: Option<String>) -> Option<Rule> {
    Some(match rule {
        Rule::Pattern { text, .. } => Rule::Pattern { text, counter },
        Rule::Replace { find, .. } => Rule::Replace { find, with: with? },
        Rule::Regex { find, .. } => Rule::Regex { find, with: with? },
        Rule::Case(case) => Rule::Case(case),
    })
}

/// Rules are of text; names of files may be any bytes.
fn text(parser: &mut Parser, option: &str) -> Result<String, Stop> {
    let bad =
        |value: OsString| Usage::BadValue { option: option.to_owned(), value: value.to_string_lossy().into_owned() };
    Ok(parser.value()?.into_string().map_err(bad)?)
}

fn number<T: std::str::FromStr>(parser: &mut Parser, option: &str) -> Result<T, Stop> {
    let value = parser.value()?.to_string_lossy().into_owned();
    value.parse().map_err(|_| Usage::BadValue { option: option.to_owned(), value }.into())
}

fn case(word: &str) -> Result<Case, Usage> {
    match word {
        "upper" => Ok(Case::Upper),
        "lower" => Ok(Case::Lower),
        "title" => Ok(Case::Title),
        other => Err(Usage::BadValue { option: "--case".to_owned(), value: other.to_owned() }),
    }
}
