//! What Lumina kept of its user's choices, read from its files; how much of it we take over.
//!
//! Lumina separates fields by `::::`, and its settings are those of Qt: an INI file whose lists are parted by `, `.

/// Something to be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// An application to be kept at hand, by its desktop file ID.
    Favourite(String),
    /// A folder one often goes to.
    Bookmark {
        /// What it is called.
        name: String,
        /// Where it is.
        path: String,
    },
    /// An application that opens a type.
    Default {
        /// The type.
        mime_type: String,
        /// The application's desktop file ID.
        id: String,
    },
}

/// Reads `favorites.list`: applications are kept at hand, folders become bookmarks; files are left out.
pub fn favourites(text: &str) -> Vec<Choice> {
    let one = |line: &str| {
        let mut parts = line.split("::::");
        let (name, kind, path) = (parts.next()?.trim(), parts.next()?.trim(), parts.next()?.trim());
        match kind {
            "app" => Some(Choice::Favourite(id_of(path)?)),
            "dir" => bookmark(name, path),
            _ => None,
        }
    };
    text.lines().filter_map(one).collect()
}

/// Reads the bookmarks of the file manager from `lumina-fm.conf`.
pub fn bookmarks(text: &str) -> Vec<Choice> {
    let value = text.lines().find_map(|line| line.trim().strip_prefix("bookmarks")?.trim_start().strip_prefix('='));
    let entries = value.map(list).unwrap_or_default();
    let one = |entry: String| {
        let (name, path) = entry.split_once("::::")?;
        bookmark(name.trim(), path.trim())
    };
    entries.into_iter().filter_map(one).collect()
}

/// Reads the default applications from `lumina-mimeapps.list`, of patterns like `text/*` those that are no pattern.
pub fn defaults(text: &str) -> Vec<Choice> {
    let lines = text.lines().map(str::trim).skip_while(|line| *line != "[Default Applications]").skip(1);
    let one = |line: &str| {
        let (mime_type, ids) = line.split_once('=')?;
        let is_type = mime_type.contains('/') && !mime_type.contains('*');
        let id = id_of(ids.split(';').next()?.trim())?;
        is_type.then(|| Choice::Default { mime_type: mime_type.trim().to_owned(), id })
    };
    lines.take_while(|line| !line.starts_with('[')).filter_map(one).collect()
}

fn bookmark(name: &str, path: &str) -> Option<Choice> {
    path.starts_with('/').then(|| Choice::Bookmark { name: name.to_owned(), path: path.to_owned() })
}

/// The desktop file ID of an entry named by its path or by itself.
fn id_of(path: &str) -> Option<String> {
    let below = path.split_once("/applications/").map_or(path.rsplit('/').next()?, |(_, below)| below);
    below.ends_with(".desktop").then(|| below.replace('/', "-"))
}

/// Parts a list of Qt's settings: by commas outside of quotes, with `\xNN`, `\"` and `\\` undone.
fn list(value: &str) -> Vec<String> {
    let (mut parts, mut part, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut letters = value.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => parts.push(std::mem::take(&mut part).trim().to_owned()),
            '\\' => match letters.next() {
                Some('x') => {
                    let mut code = String::new();
                    while let Some(digit) = letters.next_if(char::is_ascii_hexdigit).filter(|_| code.len() < 6) {
                        code.push(digit);
                    }
                    part.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                Some(other) => part.push(other),
                None => {}
            },
            other => part.push(other),
        }
    }
    parts.push(part.trim().to_owned());
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bookmark(name: &str, path: &str) -> Choice {
        Choice::Bookmark { name: name.to_owned(), path: path.to_owned() }
    }

    #[test]
    fn favourites_are_applications_and_folders() {
        let text = "Firefox::::app::::/usr/local/share/applications/firefox.desktop\n\
                    Konsole::::app::::/usr/share/applications/kde/konsole.desktop\n\
                    Music::::dir::::/home/ada/Music\nLetter::::text/plain::::/home/ada/letter.txt\nbroken\n\n";
        let expected = [
            Choice::Favourite("firefox.desktop".into()),
            Choice::Favourite("kde-konsole.desktop".into()),
            bookmark("Music", "/home/ada/Music"),
        ];
        assert_eq!(favourites(text), expected);
    }

    #[test]
    fn bookmarks_are_a_list_of_qts_settings() {
        let cases = [
            ("bookmarks=Music::::/home/ada/Music", vec![bookmark("Music", "/home/ada/Music")]),
            (
                "[General]\nviewmode=2\nbookmarks=a::::/a, \"b, c::::/b, c\", M\\xfcll::::/m\\xfcll\n",
                vec![bookmark("a", "/a"), bookmark("b, c", "/b, c"), bookmark("Müll", "/müll")],
            ),
            ("bookmarks=@Invalid()", vec![]),
            ("bookmarks=", vec![]),
            ("bookmarks=relative::::path", vec![]),
            ("", vec![]),
        ];
        for (text, expected) in cases {
            assert_eq!(bookmarks(text), expected, "{text}");
        }
    }

    #[test]
    fn defaults_are_those_of_whole_types() {
        let text = "[Added Associations]\ntext/x=no.desktop\n[Default Applications]\ntext/plain=lumina-textedit.desktop\n\
                    text/*=all.desktop\nimage/png=/usr/share/applications/gimp.desktop;other.desktop\n\
                    application/terminal=xterm\n[Removed Associations]\ntext/y=no.desktop\n";
        let default = |mime_type: &str, id: &str| Choice::Default { mime_type: mime_type.into(), id: id.into() };
        assert_eq!(
            defaults(text),
            [default("text/plain", "lumina-textedit.desktop"), default("image/png", "gimp.desktop")]
        );
    }
}
