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

/// Gives memory that is free back to the system, which glibc keeps for each thread that once needed it: what reading
/// thousands of entries took for a moment is twice what stays. Takes some milliseconds; for threads that have done
/// their work.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(unsafe_code, reason = "no safe crate asks the allocator of the system")]
pub fn give_back_memory() {
    // SAFETY: may be called by any thread at any time (malloc_trim(3)).
    let _is_less = unsafe { libc::malloc_trim(0) };
}

/// Gives memory that is free back to the system: done by the allocator itself here.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn give_back_memory() {}

/// Has all threads take their memory from one place, where glibc would give each of them one of its own that is hardly
/// used: for a program that stays and whose threads wait. Call it before there are any.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(unsafe_code, reason = "no safe crate asks the allocator of the system")]
pub fn share_memory() {
    // SAFETY: it changes a number that later allocations read (mallopt(3)).
    let _is_done = unsafe { libc::mallopt(libc::M_ARENA_MAX, 1) };
}

/// Has all threads take their memory from one place: for the allocator itself to decide here.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn share_memory() {}
