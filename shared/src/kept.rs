//! What is kept in the cache folder of the suite: made anew where it is not whole, not ours or not fresh.

pub mod stamp;

/// Names the format of a file; another format has another mark.
pub type Mark = [u8; 8];

/// What a file holds: the mark, the sum of the payload, the payload.
pub fn seal(mark: &Mark, payload: &[u8]) -> Vec<u8> {
    [&mark[..], &crc32fast::hash(payload).to_le_bytes(), payload].concat()
}

/// Returns the payload of a file that is whole and of that mark.
pub fn unseal<'a>(mark: &Mark, bytes: &'a [u8]) -> Option<&'a [u8]> {
    let (sum, payload) = bytes.strip_prefix(mark)?.split_first_chunk()?;
    (crc32fast::hash(payload) == u32::from_le_bytes(*sum)).then_some(payload)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_whole_and_of_the_same_mark_is_read() {
        let sealed = seal(b"CANDTEST", b"some");
        assert_eq!(unseal(b"CANDTEST", &sealed), Some(&b"some"[..]));
        assert_eq!(unseal(b"CANDTES2", &sealed), None);
        for at in 0..sealed.len() {
            let mut damaged = sealed.clone();
            damaged[at] ^= 1;
            assert_eq!(unseal(b"CANDTEST", &damaged), None, "damaged at {at}");
            assert_eq!(unseal(b"CANDTEST", &sealed[..at]), None, "cut at {at}");
        }
    }
}
