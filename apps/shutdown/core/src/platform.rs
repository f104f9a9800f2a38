//! What differs between the systems we run on: the only place of this crate with a `cfg(target_os)`.

/// Whether `shutdown(8)` is FreeBSD's.
#[cfg(target_os = "freebsd")]
pub const IS_FREEBSD: bool = true;
/// Whether `shutdown(8)` is FreeBSD's.
#[cfg(not(target_os = "freebsd"))]
pub const IS_FREEBSD: bool = false;

/// Where the system log listens.
#[cfg(target_os = "freebsd")]
pub const LOG_SOCKET: &str = "/var/run/log";
/// Where the system log listens.
#[cfg(not(target_os = "freebsd"))]
pub const LOG_SOCKET: &str = "/dev/log";
