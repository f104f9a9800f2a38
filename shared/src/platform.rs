//! What differs between the systems we run on: the only place of this crate with a `cfg(target_os)`.

/// The configuration directories where `XDG_CONFIG_DIRS` is unset, most important first.
///
/// Spec: XDG Base Directory 0.8, "Environment variables" (`/etc/xdg`); FreeBSD's ports keep theirs below `/usr/local`.
#[cfg(target_os = "freebsd")]
pub const DEFAULT_CONFIG_DIRS: &[&str] = &["/usr/local/etc/xdg", "/etc/xdg"];
/// The configuration directories where `XDG_CONFIG_DIRS` is unset, most important first.
///
/// Spec: XDG Base Directory 0.8, "Environment variables".
#[cfg(not(target_os = "freebsd"))]
pub const DEFAULT_CONFIG_DIRS: &[&str] = &["/etc/xdg"];

/// Where icons that belong to no theme lie.
///
/// Spec: Icon Theme 0.13, "Directory Layout"; FreeBSD's ports install below `/usr/local`.
#[cfg(target_os = "freebsd")]
pub const PIXMAPS: &[&str] = &["/usr/local/share/pixmaps", "/usr/share/pixmaps"];
/// Where icons that belong to no theme lie.
///
/// Spec: Icon Theme 0.13, "Directory Layout".
#[cfg(not(target_os = "freebsd"))]
pub const PIXMAPS: &[&str] = &["/usr/share/pixmaps"];
