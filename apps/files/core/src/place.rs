//! The places of the sidebar: the user's folders, bookmarks, and what is mounted.

use std::path::PathBuf;

/// A folder of the user that the desktop names.
///
/// Spec: xdg-user-dirs 0.18, the names of `user-dirs.dirs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserFolder {
    /// The home directory itself.
    Home,
    /// The desktop's.
    Desktop,
    /// Documents.
    Documents,
    /// Downloads.
    Downloads,
    /// Pictures.
    Pictures,
    /// Music.
    Music,
    /// Videos.
    Videos,
}

impl UserFolder {
    /// Those the sidebar shows below home, in its order, with their names in `user-dirs.dirs`.
    pub const NAMED: [(Self, &'static str); 6] = [
        (Self::Desktop, "XDG_DESKTOP_DIR"),
        (Self::Documents, "XDG_DOCUMENTS_DIR"),
        (Self::Downloads, "XDG_DOWNLOAD_DIR"),
        (Self::Pictures, "XDG_PICTURES_DIR"),
        (Self::Music, "XDG_MUSIC_DIR"),
        (Self::Videos, "XDG_VIDEOS_DIR"),
    ];
}

/// A folder one often goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// Where it is.
    pub path: PathBuf,
    /// Its name: the user's, or that of the folder.
    pub name: String,
}

/// Reads `user-dirs.dirs`: the folder of each name that is said there, as a path below `home` or an absolute one.
///
/// A folder that is home itself is switched off.
pub fn user_folders(file: &str, home: &std::path::Path) -> Vec<(UserFolder, PathBuf)> {
    UserFolder::NAMED.into_iter().filter_map(|(folder, name)| Some((folder, named(file, name, home)?))).collect()
}

fn named(file: &str, name: &str, home: &std::path::Path) -> Option<PathBuf> {
    let line = file.lines().rev().find_map(|line| line.trim().strip_prefix(name)?.trim_start().strip_prefix('='))?;
    let value = line.trim().strip_prefix('"')?.strip_suffix('"')?.replace("\\\"", "\"");
    let path = match value.strip_prefix("$HOME") {
        Some(below) => home.join(below.trim_start_matches('/')),
        None => PathBuf::from(value),
    };
    (path.is_absolute() && path.components().ne(home.components())).then_some(path)
}

/// Reads the bookmarks that GTK's programs share: a URI a line, and behind a space the name the user gave it.
///
/// Lines that are no folders of this machine are kept by whoever writes the file, and not shown here.
pub fn bookmarks(file: &str) -> Vec<Bookmark> {
    let bookmark = |line: &str| {
        let (uri, name) = line.split_once(' ').unwrap_or((line, ""));
        let target = candela_shared::registry::Target::from_uri(uri);
        let path = target.path()?.to_owned();
        let name = match name.trim() {
            "" => path.file_name().map_or_else(|| "/".into(), |name| name.to_string_lossy()).into_owned(),
            name => name.to_owned(),
        };
        Some(Bookmark { path, name })
    };
    file.lines().filter_map(bookmark).collect()
}

/// Reads `user-dirs.dirs`: the folder whose files are what new ones are made from; nothing where it is switched off.
pub fn templates(file: &str, home: &std::path::Path) -> Option<PathBuf> {
    named(file, "XDG_TEMPLATES_DIR", home)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn user_folders_are_read_as_the_desktop_writes_them() {
        let file = "# comment\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\nXDG_MUSIC_DIR=\"/data/music\"\n\
                    XDG_DESKTOP_DIR=\"$HOME/\"\nXDG_VIDEOS_DIR=\"relative\"\nXDG_PICTURES_DIR=unquoted\n";
        let found = user_folders(file, Path::new("/home/ada"));
        let expected = [
            (UserFolder::Documents, PathBuf::from("/home/ada/Dokumente")),
            (UserFolder::Music, PathBuf::from("/data/music")),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn bookmarks_have_the_name_of_the_user_or_of_the_folder() {
        let found = bookmarks("file:///a/Invoices%202026\nfile:///b Two words\nsftp://host/x Remote\n\nfile:///\n");
        let shown: Vec<_> = found.iter().map(|one| (one.path.to_str().unwrap(), one.name.as_str())).collect();
        assert_eq!(shown, [("/a/Invoices 2026", "Invoices 2026"), ("/b", "Two words"), ("/", "/")]);
    }
}
