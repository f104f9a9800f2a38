//! What differs between the systems: the only place of these tests with a `cfg(target_os)`.

#[cfg(any(target_os = "linux", target_os = "android"))]
mod here {
    use rustix::fs::{XattrFlags, lgetxattr, setxattr};
    use std::path::Path;

    /// The value of an extended attribute; `None` where there is none.
    pub fn attribute(path: &Path, name: &str) -> Option<Vec<u8>> {
        let mut room = vec![0; 256];
        let length = lgetxattr(path, name, &mut room).ok()?;
        room.truncate(length);
        Some(room)
    }

    /// Gives a file an extended attribute; whether that can be here.
    pub fn set_attribute(path: &Path, name: &str, value: &[u8]) -> bool {
        setxattr(path, name, value, XattrFlags::empty()).is_ok()
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
mod here {
    use std::path::Path;

    pub fn attribute(_path: &Path, _name: &str) -> Option<Vec<u8>> {
        None
    }

    pub fn set_attribute(_path: &Path, _name: &str, _value: &[u8]) -> bool {
        false
    }
}

pub use here::{attribute, set_attribute};
