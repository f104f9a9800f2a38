//! What differs between the systems we run on: the only place of this crate with a `cfg(target_os)`.

use iced::{Size, window};

/// Returns the settings of a program's window of `size` logical pixels, which can shrink to `least`.
///
/// `id` is the application ID: the window's class on X11 and its `app_id` on Wayland, by which a panel finds the
/// desktop entry. iced can say it only on Linux.
pub fn window_settings(id: &str, size: Size, least: Size) -> window::Settings {
    let mut settings = window::Settings { size, min_size: Some(least), ..window::Settings::default() };
    name(&mut settings, id);
    settings
}

#[cfg(target_os = "linux")]
fn name(settings: &mut window::Settings, id: &str) {
    id.clone_into(&mut settings.platform_specific.application_id);
}

#[cfg(not(target_os = "linux"))]
fn name(_: &mut window::Settings, _: &str) {}
