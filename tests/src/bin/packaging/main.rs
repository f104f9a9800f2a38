//! Makes the packagers' files that follow from others, or says which of them are out of date.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the command line")]

mod bill;
mod completions;
mod entries;
mod port;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

const USAGE: &str = "usage: packaging [--check] entries    desktop entries and the like in every language
       packaging [--check] completions
                                      what bash, zsh and fish complete
       packaging port FOLDER          the crates that FreeBSD's port fetches, in the folder of the port
       packaging bill                 what the suite is made of, in CycloneDX's format, on stdout
       packaging licences             the licences of all that is built in, on stdout
  --check  writes nothing, names the files that are out of date";

/// What anything here fails with: told to the packager as it is.
type Failure = Box<dyn Error>;

/// A file that follows from others, by its path from the root of the project.
#[derive(Debug, PartialEq)]
struct Made {
    path: PathBuf,
    text: String,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let outcome = match words[..] {
        ["entries"] => entries::made(&root).and_then(|made| write(&root, &made)),
        ["completions"] => completions::made(&root).and_then(|made| write(&root, &made)),
        ["port", folder] => port::made(&root, Path::new(folder)).and_then(|made| write(Path::new(""), &made)),
        ["--check", "entries"] => entries::made(&root).and_then(|made| check(&root, &made)),
        ["--check", "completions"] => completions::made(&root).and_then(|made| check(&root, &made)),
        ["bill"] => bill::bill(&root).map(|text| println!("{text}")),
        ["licences"] => bill::licences(&root).map(|text| println!("{text}")),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("packaging: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn write(root: &Path, made: &[Made]) -> Result<(), Failure> {
    for file in made {
        let path = root.join(&file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, &file.text)?;
    }
    Ok(())
}

fn check(root: &Path, made: &[Made]) -> Result<(), Failure> {
    let is_old = |file: &&Made| fs::read_to_string(root.join(&file.path)).ok().as_ref() != Some(&file.text);
    let old: Vec<String> = made.iter().filter(is_old).map(|file| file.path.display().to_string()).collect();
    if old.is_empty() { Ok(()) } else { Err(format!("out of date: {}", old.join(", ")).into()) }
}
