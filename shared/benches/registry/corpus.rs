//! Makes desktop entries like those of a real system: eleven kilobytes each, forty languages, two actions.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const LANGUAGES: [&str; 40] = [
    "ar",
    "ast",
    "bg",
    "bn",
    "ca",
    "ca@valencia",
    "cs",
    "da",
    "de",
    "el",
    "en_GB",
    "eo",
    "es",
    "et",
    "eu",
    "fa",
    "fi",
    "fr",
    "gl",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "lt",
    "nb",
    "nl",
    "pl",
    "pt",
    "pt_BR",
    "ru",
    "sr",
    "sr@latin",
    "sv",
    "tr",
    "uk",
    "zh_TW",
];
const SUBJECTS: [&str; 8] = ["Text", "Image", "Music", "Network", "Système", "Größen", "Письмо", "写真"];
const OBJECTS: [&str; 5] = ["Editor", "Viewer", "Manager", "Player", "Settings"];

/// Writes `count` entries below `folder`, which becomes a data directory.
pub fn write(folder: &Path, count: usize) {
    let applications = folder.join("applications");
    fs::create_dir_all(&applications).expect("the corpus has a folder");
    for number in 0..count {
        let path = applications.join(format!("org.example.App{number:05}.desktop"));
        fs::write(path, entry(number)).expect("the corpus can be written");
    }
}

fn entry(number: usize) -> String {
    let name = format!("{} {} {number}", SUBJECTS[number % 8], OBJECTS[number % 5]);
    let mut text = String::from("[Desktop Entry]\nVersion=1.5\nType=Application\n");
    translated(&mut text, "Name", &name);
    translated(&mut text, "GenericName", &format!("{name} for everyday use"));
    translated(&mut text, "Comment", &format!("Create, open and change {name} files, and share them with others"));
    translated(&mut text, "Keywords", &format!("{};{};document;everyday;", SUBJECTS[number % 8], OBJECTS[number % 5]));
    let _ = write!(
        text,
        "Exec=sh -c true --app={number} %U\nTryExec=sh\nIcon=org.example.App{number:05}\nTerminal=false\n\
         Categories=Utility;GTK;X-Example;\nMimeType=text/plain;text/x-example-{number};application/x-example;\n\
         StartupNotify=true\nStartupWMClass=app{number}\nActions=new-window;preferences;\n"
    );
    for action in ["new-window", "preferences"] {
        let _ = write!(text, "\n[Desktop Action {action}]\nExec=sh -c true --{action}\n");
        translated(&mut text, "Name", action);
    }
    text
}

fn translated(text: &mut String, key: &str, value: &str) {
    let _ = writeln!(text, "{key}={value}");
    for language in LANGUAGES {
        let _ = writeln!(text, "{key}[{language}]={language} {value}");
    }
}
