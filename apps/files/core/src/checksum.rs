//! Checksums of a file, and whether one that is known is among them.

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use std::io::{self, Read};
use std::ops::ControlFlow;

/// The checksums that files are most often published with, in small hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checksums {
    /// MD5: tells of accidents, not of malice.
    pub md5: String,
    /// SHA-1: the same.
    pub sha1: String,
    /// SHA-256.
    pub sha256: String,
}

/// What a known checksum says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// It is of this file.
    Same,
    /// It is of another one.
    Other,
    /// It has not as many digits as any checksum that is known here.
    Unknown,
}

impl Checksums {
    /// Reads to the end. `look` hears how many bytes were read each time, and may end it: then there are none.
    ///
    /// # Errors
    /// Those of reading.
    pub fn read(mut file: impl Read, mut look: impl FnMut(u64) -> ControlFlow<()>) -> io::Result<Option<Self>> {
        let (mut md5, mut sha1, mut sha256) = (Md5::new(), Sha1::new(), Sha256::new());
        let mut room = vec![0; 256 * 1024];
        let mut total = 0;
        loop {
            let length = match file.read(&mut room) {
                Ok(0) => break,
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let bytes = &room[..length];
            md5.update(bytes);
            sha1.update(bytes);
            sha256.update(bytes);
            total += length as u64;
            if look(total).is_break() {
                return Ok(None);
            }
        }
        Ok(Some(Self { md5: hex(&md5.finalize()), sha1: hex(&sha1.finalize()), sha256: hex(&sha256.finalize()) }))
    }

    /// Compares with one that was published: blanks around it, upper case and a file's name behind it do not matter.
    pub fn compare(&self, known: &str) -> Comparison {
        let known = known.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
        match [&self.md5, &self.sha1, &self.sha256].into_iter().find(|sum| sum.len() == known.len()) {
            Some(sum) if *sum == known => Comparison::Same,
            Some(_) => Comparison::Other,
            None => Comparison::Unknown,
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums(bytes: &[u8]) -> Checksums {
        Checksums::read(bytes, |_| ControlFlow::Continue(())).unwrap().unwrap()
    }

    #[test]
    fn sums_are_those_that_the_standards_give_as_examples() {
        // RFC 1321 appendix A.5, RFC 3174 section 7.3 and FIPS 180-4's example of "abc".
        let sums = sums(b"abc");
        assert_eq!(sums.md5, "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(sums.sha1, "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(sums.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_published_sum_is_compared_as_it_was_copied() {
        let sums = sums(b"abc");
        assert_eq!(sums.compare(" A9993E364706816ABA3E25717850C26C9CD0D89D  abc.txt\n"), Comparison::Same);
        assert_eq!(sums.compare(&"0".repeat(64)), Comparison::Other);
        assert_eq!((sums.compare(""), sums.compare("abc")), (Comparison::Unknown, Comparison::Unknown));
    }

    #[test]
    fn reading_ends_when_nobody_waits_for_it() {
        let mut looks = 0;
        let sums = Checksums::read(io::repeat(0), |_| {
            looks += 1;
            if looks == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!((sums.unwrap(), looks), (None, 3));
    }
}
