//! Many desktop entries as large applications ship them: 11 KB each, in 40 languages.

use std::fmt::Write as _;

use crate::Tree;

/// Languages that large applications are translated into.
const LANGUAGES: [&str; 40] = [
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en_GB", "eo", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl",
    "he", "hi", "hr", "hu", "id", "it", "ja", "ka", "kk", "ko", "lt", "lv", "nb", "nl", "pl", "pt_BR", "ro", "ru",
    "sv", "tr", "uk", "zh_CN",
];
const FIRST: [&str; 20] = [
    "Amber", "Bright", "Clear", "Distant", "Early", "Fresh", "Gentle", "High", "Inner", "Jolly", "Keen", "Light",
    "Modern", "Noble", "Open", "Plain", "Quiet", "Rapid", "Simple", "True",
];
const SECOND: [&str; 20] = [
    "Archive", "Browser", "Calendar", "Drawing", "Editor", "Files", "Games", "Help", "Images", "Journal", "Keyring",
    "Library", "Music", "Notes", "Office", "Player", "Queue", "Recorder", "Settings", "Terminal",
];
const CATEGORIES: [&str; 5] = ["AudioVideo;Player;", "Development;IDE;", "Graphics;Viewer;", "Office;", "Utility;"];

impl Tree {
    /// Installs that many applications into the system's data folder.
    ///
    /// # Panics
    /// When the temporary folder cannot be written.
    pub fn fill(&self, count: usize) {
        for number in 0..count {
            let entry = entry(number);
            let _path = self.write(&format!("system/applications/org.example.App{number:04}.desktop"), entry);
        }
    }
}

fn entry(number: usize) -> String {
    let first = FIRST[number % FIRST.len()];
    let second = SECOND[number / FIRST.len() % SECOND.len()];
    let name = format!("{first} {second} {number}");
    let mut text = format!("[Desktop Entry]\nType=Application\nVersion=1.5\nName={name}\nGenericName={second}\n");
    for language in LANGUAGES {
        writeln!(
            text,
            "Name[{language}]={name} ({language})\nGenericName[{language}]={second}, {language}\n\
             Comment[{language}]=Opens, arranges and keeps what you call {name}, in the language {language}, without haste\n\
             Keywords[{language}]=open;keep;arrange;{first};{second};{language};",
        )
        .expect("a string takes everything");
    }
    let category = CATEGORIES[number % CATEGORIES.len()];
    text += &format!(
        "Comment=Opens, arranges and keeps what you call {name}\nKeywords=open;keep;arrange;\nCategories={category}\n\
         Exec=app{number} %U\nIcon=org.example.App{number:04}\nTerminal=false\nStartupNotify=true\n\
         MimeType=text/plain;image/png;\nActions=new;\n\n[Desktop Action new]\nName=New Window\nExec=app{number} --new\n"
    );
    for language in LANGUAGES {
        writeln!(text, "Name[{language}]=Opens a new window in the language {language}").expect("a string takes all");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_as_large_as_those_of_large_applications() {
        let sizes: Vec<_> = (0..2000).map(|number| entry(number).len()).collect();
        let mean = sizes.iter().sum::<usize>() / sizes.len();
        assert!((10_500..11_500).contains(&mean), "{mean} bytes");
    }
}
