//! What a type is called in the user's language: "PNG image".
//!
//! Spec: Shared MIME-info 0.21, "The MEDIA/SUBTYPE.xml files" (rule S4): one `comment` for each language, that without a
//! language for all others.

use super::{MimeTypes, system};
use crate::Directories;
use crate::i18n::locale::{self, Locale};
use crate::registry::menu::xml;

/// Reads what a type is called; `None` where the database does not say. Aliases are resolved. Blocks: it reads one file.
pub fn comment(types: &MimeTypes, directories: &Directories, locales: &[Locale], mime_type: &str) -> Option<String> {
    let name = types.canonical(mime_type);
    let (kind, rest) = name.split_once('/')?;
    // A part that is no name would lead out of the database.
    let is_part = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['/', '\0']);
    if !is_part(kind) || !is_part(rest) {
        return None;
    }
    let files = directories.all_data().into_iter().map(|data| data.join("mime").join(format!("{name}.xml")));
    files
        .filter_map(|file| system::read_database_file(&file))
        .find_map(|file| best(&file, &locale::candidates(locales)))
}

/// The comment in the first language that there is one for, else that of no language.
fn best(file: &[u8], candidates: &[String]) -> Option<String> {
    let document = xml::parse(file);
    let comments: Vec<(Option<&str>, &str)> = (document.children.iter())
        .flat_map(|element| &element.children)
        .filter(|element| element.name == "comment" && !element.text().is_empty())
        .map(|element| (element.attribute("lang"), element.text()))
        .collect();
    let of = |language: Option<&str>| comments.iter().find(|(found, _)| *found == language).map(|(_, text)| *text);
    // English comments have no language.
    let own = candidates.iter().find_map(|name| if name == "en" { of(None) } else { of(Some(name)) });
    own.or_else(|| of(None)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::mime_type::Names;
    use std::path::Path;

    const FILE: &str = "<?xml version=\"1.0\"?><mime-type xmlns=\"http://www.freedesktop.org/standards/shared-mime-info\" \
        type=\"image/png\"><comment>PNG image</comment><comment xml:lang=\"pt_BR\">Imagem PNG</comment>\
        <comment xml:lang=\"pt\">imagem PNG</comment><comment xml:lang=\"sr@latin\">PNG slika</comment>\
        <acronym>PNG</acronym><comment xml:lang=\"de\"> </comment></mime-type>";

    #[test]
    fn s4_a_type_is_called_as_the_database_says_in_the_users_language() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("usr/mime/image/png.xml", FILE);
        write("home/mime/image/png.xml", "<mime-type/>");
        write("secret.xml", FILE);
        let directories = Directories {
            data_home: Some(folder.path().join("home")),
            data_dirs: vec![folder.path().join("usr")],
            ..Directories::default()
        };
        let mut types = MimeTypes::default();
        types.add(Path::new("/d"), &mut Names::default(), |path| {
            path.ends_with("aliases").then(|| b"image/x-png image/png\n".to_vec())
        });
        let cases: [(&[&str], &str, Option<&str>); 10] = [
            (&[], "image/png", Some("PNG image")),
            (&["pt_BR"], "image/png", Some("Imagem PNG")),
            (&["pt_PT"], "image/x-png", Some("imagem PNG")),
            (&["sr_RS@latin"], "image/png", Some("PNG slika")),
            (&["de_DE"], "image/png", Some("PNG image")),
            (&["xx", "pt"], "image/png", Some("imagem PNG")),
            (&["en_GB", "pt"], "image/png", Some("PNG image")),
            (&[], "image/jpeg", None),
            (&[], "../secret", None),
            (&[], "x/../../secret", None),
        ];
        for (locales, mime_type, expected) in cases {
            let locales: Vec<Locale> = locales.iter().filter_map(|name| Locale::parse(name)).collect();
            let found = comment(&types, &directories, &locales, mime_type);
            assert_eq!(found.as_deref(), expected, "{mime_type} for {locales:?}");
        }
    }
}
