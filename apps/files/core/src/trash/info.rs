//! The file that says where a trashed file was, and when it was trashed.

use super::{decode, encode};

use std::path::{Path, PathBuf};

/// What such a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// Where the file was; relative to the top directory of its file system, or absolute.
    pub path: PathBuf,
    /// When it was trashed, local time; empty where that is not said.
    pub deleted: String,
}

/// Writes it.
pub fn write_info(path: &Path, deleted: &str) -> String {
    format!("[Trash Info]\nPath={}\nDeletionDate={deleted}\n", encode(path))
}

/// Reads it: of each key the first counts, and what is not known is passed over. `None` where it names no path.
pub fn read_info(text: &[u8]) -> Option<Info> {
    let mut lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let _ = lines.by_ref().find(|line| *line == b"[Trash Info]")?;
    let (mut path, mut deleted) = (None, None);
    for line in lines.take_while(|line| !line.starts_with(b"[")) {
        let Some(equals) = line.iter().position(|byte| *byte == b'=') else { continue };
        let (key, value) = (line[..equals].trim_ascii(), line[equals + 1..].trim_ascii());
        match key {
            b"Path" if path.is_none() => path = Some(decode(value)),
            b"DeletionDate" if deleted.is_none() => deleted = Some(String::from_utf8_lossy(value).into_owned()),
            _ => {}
        }
    }
    Some(Info { path: path?, deleted: deleted.unwrap_or_default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_specification_is_read() {
        let text = b"[Trash Info]\nPath=foo/bar/meow.bow-wow\nDeletionDate=2004-08-31T22:32:08\n";
        let info = read_info(text).unwrap();
        assert_eq!(info, Info { path: "foo/bar/meow.bow-wow".into(), deleted: "2004-08-31T22:32:08".to_owned() });
        assert_eq!(write_info(&info.path, &info.deleted).as_bytes(), text);
    }

    #[test]
    fn the_first_of_each_key_counts_and_the_rest_is_passed_over() {
        let text =
            b"# x\n[Trash Info]\r\nX=1\nPath = /a%20b \nPath=/c\nnonsense\nDeletionDate=then\n[Other]\nPath=/d\n";
        assert_eq!(read_info(text), Some(Info { path: "/a b".into(), deleted: "then".to_owned() }));
        assert_eq!(read_info(b"[Trash Info]\nDeletionDate=x\n"), None);
        assert_eq!(read_info(b"Path=/a\n"), None, "no such group");
    }
}
