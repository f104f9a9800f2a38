//! The key files beside desktop entries: `index.theme`, and the settings that name a theme.
//!
//! Spec: Desktop Entry 1.5, "Basic format of the file". Bytes in, slices of them out: a line that says nothing costs
//! only itself.

/// One `key = value` line, blanks around both taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// The name of the group it stands in; empty before the first.
    pub group: &'a [u8],
    pub key: &'a [u8],
    pub value: &'a [u8],
}

/// The lines that say something, in the order of the file.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = Line<'_>> {
    let mut group: &[u8] = &[];
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter_map(move |line| {
        if let Some(name) = line.strip_prefix(b"[") {
            group = name.strip_suffix(b"]").unwrap_or(&[]);
            return None;
        }
        let equals = line.iter().position(|byte| *byte == b'=')?;
        let (key, value) = (line[..equals].trim_ascii(), line[equals + 1..].trim_ascii());
        (!line.starts_with(b"#") && !key.is_empty()).then_some(Line { group, key, value })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_with_their_group_and_noise_costs_only_itself() {
        let bytes = b"\xef\xbb\xbf[A]\r\n# no = comment\n key  =  a value \r\njunk\n=x\n\n[B\nk=v\n[\xff]\ne=";
        let found: Vec<_> = lines(bytes).map(|line| (line.group, line.key, line.value)).collect();
        let expected: [(&[u8], &[u8], &[u8]); 3] =
            [(b"A", b"key", b"a value"), (b"", b"k", b"v"), (b"\xff", b"e", b"")];
        assert_eq!(found, expected);
    }
}
