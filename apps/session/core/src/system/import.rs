//! Takes over what Lumina was set to: nothing of Lumina's is changed, and nothing the user has chosen since.

use crate::lumina::{self, Choice};

use candela_shared::registry::mime_applications::{Change, change};
use candela_shared::registry::mime_type::MimeTypes;
use candela_shared::registry::overlay::Overlay;
use candela_shared::registry::rewrite::{KeyFile, Name};
use candela_shared::registry::{Context, autostart};
use candela_shared::replace;

use serde::Serialize;

use std::fs;
use std::path::{Path, PathBuf};

/// What became of one choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Taken {
    /// An application is kept at hand.
    Favourite {
        /// Its desktop file ID.
        id: String,
    },
    /// A folder is bookmarked.
    Bookmark {
        /// What it is called.
        name: String,
        /// Where it is.
        path: PathBuf,
    },
    /// An application opens a type.
    Default {
        /// The type.
        mime_type: String,
        /// Its desktop file ID.
        id: String,
    },
    /// An autostart entry that Lumina's opener ran runs with ours.
    Autostart {
        /// Its file.
        name: String,
    },
    /// The user has chosen already.
    Kept {
        /// What.
        name: String,
    },
    /// It could not be taken over.
    Failed {
        /// The file that could not be read or written.
        path: PathBuf,
        /// Why, as the system says it.
        reason: String,
    },
}

/// Whether anything is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It is.
    Write,
    /// It is only said what would be.
    DryRun,
}

/// Takes everything over that is found, and says what.
pub fn lumina(context: &Context, mode: Mode) -> Vec<Taken> {
    let Some(config) = context.directories.config_home.clone() else { return Vec::new() };
    let mut import = Import { context, mode, config, taken: Vec::new() };
    import.favourites_and_bookmarks();
    import.defaults();
    import.autostart();
    import.taken
}

struct Import<'a> {
    context: &'a Context,
    mode: Mode,
    config: PathBuf,
    taken: Vec<Taken>,
}

impl Import<'_> {
    fn read(&mut self, name: &str) -> String {
        let path = self.config.join(name);
        match fs::read(&path) {
            Ok(bytes) => return String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => self.failed(&path, &error),
        }
        String::new()
    }

    fn failed(&mut self, path: &Path, reason: &dyn std::fmt::Display) {
        self.taken.push(Taken::Failed { path: path.to_owned(), reason: reason.to_string() });
    }

    fn favourites_and_bookmarks(&mut self) {
        let mut choices = lumina::favourites(&self.read("lumina-desktop/favorites.list"));
        choices.extend(lumina::bookmarks(&self.read("lumina-desktop/lumina-fm.conf")));
        let mut bookmarks = Vec::new();
        let mut favourites = Vec::new();
        for choice in choices {
            match choice {
                Choice::Favourite(id) if !favourites.contains(&id) => favourites.push(id),
                Choice::Bookmark { name, path } if bookmarks.iter().all(|(_, known)| *known != path) => {
                    bookmarks.push((name, path));
                }
                Choice::Favourite(_) | Choice::Bookmark { .. } | Choice::Default { .. } => {}
            }
        }
        self.pin(favourites);
        self.bookmark(bookmarks);
    }

    fn pin(&mut self, ids: Vec<String>) {
        let Some(path) = Overlay::file(&self.context.directories).filter(|_| !ids.is_empty()) else { return };
        let mut overlay = match Overlay::read(&self.context.directories) {
            Ok(overlay) => overlay,
            Err(error) => return self.failed(&path, &error),
        };
        for id in ids {
            let choice = overlay.choice(&id).unwrap_or_default();
            if choice.is_pinned {
                self.taken.push(Taken::Kept { name: id });
            } else {
                overlay.set(&id, &candela_shared::registry::overlay::Choice { is_pinned: true, ..choice });
                self.taken.push(Taken::Favourite { id });
            }
        }
        if self.mode == Mode::Write
            && let Err(error) = overlay.save()
        {
            self.failed(&path, &error);
        }
    }

    /// Adds to the list that GTK's programs and our file manager share.
    fn bookmark(&mut self, bookmarks: Vec<(String, String)>) {
        if bookmarks.is_empty() {
            return;
        }
        let mut text = self.read("gtk-3.0/bookmarks");
        let known: Vec<String> = text.lines().filter_map(|line| Some(line.split(' ').next()?.to_owned())).collect();
        for (name, path) in bookmarks {
            let uri = uri(&path);
            if known.contains(&uri) {
                self.taken.push(Taken::Kept { name: path });
                continue;
            }
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(&format!("{uri} {}\n", name.replace(char::is_control, " ")));
            self.taken.push(Taken::Bookmark { name, path: path.into() });
        }
        let path = self.config.join("gtk-3.0/bookmarks");
        if self.mode == Mode::Write
            && let Err(error) = replace::write(&path, text.as_bytes())
        {
            self.failed(&path, &error);
        }
    }

    fn defaults(&mut self) {
        let choices = lumina::defaults(&self.read("lumina-mimeapps.list"));
        let mine = KeyFile::new(self.read("mimeapps.list").as_bytes());
        let types = if choices.is_empty() { MimeTypes::default() } else { MimeTypes::load(&self.context.directories) };
        for choice in choices {
            let Choice::Default { mime_type, id } = choice else { continue };
            let chosen = Name { group: "Default Applications", key: &mime_type, locale: None };
            if mine.text(chosen).is_some() {
                self.taken.push(Taken::Kept { name: mime_type });
                continue;
            }
            let written = match self.mode {
                Mode::Write => change(self.context, &types, &id, &mime_type, Change::SetDefault),
                Mode::DryRun => Ok(()),
            };
            match written {
                Ok(()) => self.taken.push(Taken::Default { mime_type, id }),
                Err(error) => self.failed(&self.config.join("mimeapps.list"), &error),
            }
        }
    }

    /// Entries of the user's that run `lumina-open` are given our opener; all others run as they are.
    fn autostart(&mut self) {
        let folder = self.config.join("autostart");
        for entry in autostart::plan(self.context).into_iter().filter(|entry| entry.path.starts_with(&folder)) {
            let exec = entry.entry.exec.as_deref().unwrap_or_default();
            let Some(rest) = exec.strip_prefix("lumina-open ") else { continue };
            let name = entry.name.to_string_lossy().into_owned();
            if self.mode == Mode::Write
                && let Err(error) = rewrite(&entry.path, &format!("candela-open {rest}"))
            {
                self.failed(&entry.path, &error);
                continue;
            }
            self.taken.push(Taken::Autostart { name });
        }
    }
}

fn rewrite(path: &Path, exec: &str) -> std::io::Result<()> {
    let mut file = KeyFile::new(&fs::read(path)?);
    file.set_text(Name::entry("Exec"), exec);
    replace::write(path, &file.to_bytes())
}

/// The URI of a path, every byte escaped that is no letter, digit or harmless mark.
fn uri(path: &str) -> String {
    let mut uri = "file://".to_owned();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => uri.push(byte.into()),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_shared::Directories;

    fn machine(files: &[(&str, &str)]) -> (tempfile::TempDir, Context) {
        let root = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let directories = Directories { config_home: Some(root.path().to_owned()), ..Directories::default() };
        (root, Context { directories, ..Context::default() })
    }

    const FILES: [(&str, &str); 5] = [
        ("lumina-desktop/favorites.list", "Firefox::::app::::/usr/share/applications/firefox.desktop\n"),
        ("lumina-desktop/lumina-fm.conf", "[General]\nbookmarks=My music::::/home/ada/My music, b::::/b\n"),
        ("lumina-mimeapps.list", "[Default Applications]\ntext/plain=ed.desktop\nimage/png=gimp.desktop\n"),
        ("mimeapps.list", "[Default Applications]\nimage/png=mine.desktop\n"),
        ("gtk-3.0/bookmarks", "file:///b Mine"),
    ];

    #[test]
    fn everything_is_taken_over_once_and_what_the_user_chose_since_is_kept() {
        let (root, context) = machine(&FILES);
        let read = |name: &str| fs::read_to_string(root.path().join(name)).unwrap();
        let expected = [
            Taken::Favourite { id: "firefox.desktop".into() },
            Taken::Bookmark { name: "My music".into(), path: "/home/ada/My music".into() },
            Taken::Kept { name: "/b".into() },
            Taken::Default { mime_type: "text/plain".into(), id: "ed.desktop".into() },
            Taken::Kept { name: "image/png".into() },
        ];
        assert_eq!(lumina(&context, Mode::DryRun), expected);
        assert_eq!(read("gtk-3.0/bookmarks"), "file:///b Mine", "a dry run writes nothing");
        assert_eq!(lumina(&context, Mode::Write), expected);
        assert_eq!(read("gtk-3.0/bookmarks"), "file:///b Mine\nfile:///home/ada/My%20music My music\n");
        let list = read("mimeapps.list");
        assert!(list.contains("image/png=mine.desktop") && list.contains("text/plain=ed.desktop"), "{list}");
        assert!(Overlay::read(&context.directories).unwrap().choice("firefox.desktop").unwrap().is_pinned);
        assert_eq!(read("lumina-mimeapps.list"), FILES[2].1, "nothing of Lumina's is changed");
        let again = lumina(&context, Mode::Write);
        assert!(again.iter().all(|taken| matches!(taken, Taken::Kept { .. })), "{again:?}");
    }

    #[test]
    fn entries_that_luminas_opener_ran_run_with_ours() {
        let entry = "[Desktop Entry]\nType=Application\nName=x\nExec=lumina-open \"/home/ada/a b\"\nX-Own=1\n";
        let other = "[Desktop Entry]\nType=Application\nName=x\nExec=other\n";
        let (root, context) = machine(&[("autostart/a.desktop", entry), ("autostart/b.desktop", other)]);
        assert_eq!(lumina(&context, Mode::Write), [Taken::Autostart { name: "a.desktop".into() }]);
        let text = fs::read_to_string(root.path().join("autostart/a.desktop")).unwrap();
        assert!(text.contains("Exec=candela-open \"/home/ada/a b\"\n") && text.contains("X-Own=1"), "{text}");
        assert_eq!(fs::read_to_string(root.path().join("autostart/b.desktop")).unwrap(), other);
    }

    #[test]
    fn where_there_is_no_lumina_nothing_is_taken_over() {
        assert_eq!(lumina(&machine(&[]).1, Mode::Write), []);
        assert_eq!(lumina(&Context::default(), Mode::Write), []);
    }
}
