//! Completions for bash, zsh and fish, from the one table `packaging/commands.toml`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{Failure, Made};

/// Command to what it takes; the command "" is the program without one.
type Commands = BTreeMap<String, Vec<String>>;

/// An option as the table writes it.
struct Choice<'a> {
    name: &'a str,
    value: Value<'a>,
}

enum Value<'a> {
    None,
    OneOf(Vec<&'a str>),
    File,
    Text,
}

impl<'a> Choice<'a> {
    fn parse(text: &'a str) -> Self {
        let Some((name, value)) = text.split_once('=') else {
            return Self { name: text, value: Value::None };
        };
        let value = match value {
            "FILE" => Value::File,
            "TEXT" => Value::Text,
            words => Value::OneOf(words.split('|').collect()),
        };
        Self { name, value }
    }
}

/// The completions of every program for every shell.
pub fn made(root: &Path) -> Result<Vec<Made>, Failure> {
    let programs: BTreeMap<String, Commands> =
        toml::from_str(&fs::read_to_string(root.join("packaging/commands.toml"))?)?;
    let mut made = Vec::new();
    for (program, commands) in &programs {
        let mut add = |place: String, text: String| {
            made.push(Made { path: PathBuf::from("packaging/share").join(place), text });
        };
        add(format!("bash-completion/completions/{program}"), bash(program, commands)?);
        add(format!("zsh/site-functions/_{program}"), zsh(program, commands)?);
        add(format!("fish/vendor_completions.d/{program}.fish"), fish(program, commands)?);
    }
    Ok(made)
}

/// Every option of the program that takes a value, once.
fn valued(commands: &Commands) -> BTreeMap<&str, Value<'_>> {
    let choices = commands.values().flatten().map(|text| Choice::parse(text));
    choices.filter(|choice| !matches!(choice.value, Value::None)).map(|it| (it.name, it.value)).collect()
}

/// What may come behind a command; first the commands themselves where there is none yet.
fn offered(commands: &Commands, command: &str) -> String {
    let names = commands.keys().map(String::as_str).filter(|name| command.is_empty() && !name.is_empty());
    let options = commands[command].iter().map(|text| Choice::parse(text).name);
    names.chain(options).collect::<Vec<_>>().join(" ")
}

fn bash(program: &str, commands: &Commands) -> Result<String, Failure> {
    let function = program.replace('-', "_");
    let mut text =
        format!("# Completes {program}(1) in bash. Made from packaging/commands.toml.\n\n_{function}() {{\n");
    text.push_str("    local word=${COMP_WORDS[COMP_CWORD]} offered=\n    case ${COMP_WORDS[COMP_CWORD - 1]} in\n");
    for (name, value) in valued(commands) {
        match value {
            Value::OneOf(words) => writeln!(text, "    {name}) offered='{}' ;;", words.join(" "))?,
            Value::File | Value::Text | Value::None => writeln!(text, "    {name}) return ;;")?,
        }
    }
    text.push_str("    *)\n        if [[ $COMP_CWORD -gt 1 && $word != -* ]]; then return; fi\n");
    text.push_str("        case ${COMP_WORDS[1]} in\n");
    for command in commands.keys().filter(|name| !name.is_empty()) {
        writeln!(text, "        {command}) offered='{}' ;;", offered(commands, command))?;
    }
    writeln!(text, "        *) offered='{}' ;;\n        esac\n        ;;\n    esac", offered(commands, ""))?;
    text.push_str("    mapfile -t COMPREPLY < <(compgen -W \"$offered\" -- \"$word\")\n}\n");
    writeln!(text, "complete -o default -F _{function} {program}")?;
    Ok(text)
}

fn zsh(program: &str, commands: &Commands) -> Result<String, Failure> {
    let mut text = format!("#compdef {program}\n# Made from packaging/commands.toml.\n\nlocal -a offered\n");
    text.push_str("case ${words[CURRENT-1]} in\n");
    for (name, value) in valued(commands) {
        match value {
            Value::OneOf(words) => writeln!(text, "({name}) compadd -- {}; return ;;", words.join(" "))?,
            Value::File => writeln!(text, "({name}) _files; return ;;")?,
            Value::Text | Value::None => writeln!(text, "({name}) return ;;")?,
        }
    }
    text.push_str("esac\ncase ${words[2]} in\n");
    for command in commands.keys().filter(|name| !name.is_empty()) {
        writeln!(text, "({command}) offered=({}) ;;", offered(commands, command))?;
    }
    writeln!(text, "(*) offered=({}) ;;\nesac", offered(commands, ""))?;
    text.push_str("if [[ $CURRENT -eq 2 || ${words[CURRENT]} == -* ]]; then compadd -- $offered; fi\n_files\n");
    Ok(text)
}

fn fish(program: &str, commands: &Commands) -> Result<String, Failure> {
    let mut text = format!("# Completes {program}(1) in fish. Made from packaging/commands.toml.\n\n");
    let names: Vec<&str> = commands.keys().map(String::as_str).filter(|name| !name.is_empty()).collect();
    if !names.is_empty() {
        writeln!(text, "complete -c {program} -n __fish_use_subcommand -a '{}'", names.join(" "))?;
    }
    for (command, options) in commands {
        let condition = match command.as_str() {
            "" => "__fish_use_subcommand".to_owned(),
            command => format!("'__fish_seen_subcommand_from {command}'"),
        };
        for choice in options.iter().map(|text| Choice::parse(text)) {
            let name = match choice.name.strip_prefix("--") {
                Some(long) => format!("-l {long}"),
                None => format!("-s {}", choice.name.trim_start_matches('-')),
            };
            let value = match choice.value {
                Value::None => String::new(),
                Value::OneOf(words) => format!(" -x -a '{}'", words.join(" ")),
                Value::File => " -r -F".to_owned(),
                Value::Text => " -x".to_owned(),
            };
            writeln!(text, "complete -c {program} -n {condition} {name}{value}")?;
        }
    }
    Ok(text)
}
