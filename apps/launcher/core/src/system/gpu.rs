//! A second graphics processor, where there is one.

use std::fs;
use std::path::Path;

/// Where the kernels of Linux and FreeBSD list what can render.
const DEVICES: &str = "/dev/dri";
/// There where NVIDIA's own driver runs.
const NVIDIA: &str = "/proc/driver/nvidia/version";

/// Whether there is more than one.
pub fn is_there_another() -> bool {
    let devices = fs::read_dir(DEVICES).into_iter().flatten().flatten();
    devices.filter(|device| device.file_name().to_string_lossy().starts_with("renderD")).count() > 1
}

/// What to add to the environment of a program so that it draws with the other one: what it does not prefer.
pub fn environment(prefers_other: bool) -> Vec<(String, String)> {
    environment_with(prefers_other, Path::new(NVIDIA).exists())
}

fn environment_with(prefers_other: bool, is_nvidia: bool) -> Vec<(String, String)> {
    let mut variables = vec![("DRI_PRIME", if prefers_other { "0" } else { "1" })];
    if is_nvidia && !prefers_other {
        // Spec: NVIDIA's driver documentation, "PRIME Render Offload".
        variables.extend([("__NV_PRIME_RENDER_OFFLOAD", "1"), ("__GLX_VENDOR_LIBRARY_NAME", "nvidia")]);
        variables.push(("__VK_LAYER_NV_optimus", "NVIDIA_only"));
    }
    variables.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_one_is_the_one_that_a_program_does_not_prefer() {
        let prime = |prefers_other| environment_with(prefers_other, false);
        assert_eq!(prime(false), [("DRI_PRIME".to_owned(), "1".to_owned())]);
        assert_eq!(prime(true), [("DRI_PRIME".to_owned(), "0".to_owned())]);
        assert_eq!(environment_with(false, true).len(), 4);
    }
}
