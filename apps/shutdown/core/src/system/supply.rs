//! Where the power comes from: UPower, else the kernel's files, else FreeBSD's tool; and when that changes.

use super::machine::Machine;
use super::tool;
use crate::Root;
use crate::power_supply::Supply;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// How often the kernel is asked where nobody tells.
const PERIOD: Duration = Duration::from_secs(10);
/// How long FreeBSD's tool may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// Asks where the power comes from. Blocks for some seconds at the most.
pub fn read(machine: &Machine) -> Supply {
    by_service(machine).or_else(|| by_kernel(&machine.root)).or_else(|| by_sysctl(&machine.root)).unwrap_or_default()
}

/// Tells whenever the power comes from elsewhere or a battery has changed; returns when `tell` returns `false`.
///
/// Blocks: it belongs on a thread of its own, which sleeps while nothing happens.
pub fn follow(machine: &Machine, mut tell: impl FnMut(Supply) -> bool) {
    follow_service(machine, &mut tell);
    // Nobody tells: a battery is looked at from time to time, and where there is none nothing will change.
    loop {
        let supply = read(machine);
        if !tell(supply) || matches!(supply, Supply::Unknown | Supply::Mains) {
            return;
        }
        std::thread::sleep(PERIOD);
    }
}

/// Spec: UPower, `org.freedesktop.UPower.Device`: `Type` 2 is a battery, `State` 2 discharges.
#[cfg(feature = "dbus")]
fn by_service(machine: &Machine) -> Option<Supply> {
    let bus = super::bus::Bus::open(machine.bus.as_deref()?, super::bus::QUESTION)?;
    of_service(&bus)
}

#[cfg(feature = "dbus")]
fn of_service(bus: &super::bus::Bus) -> Option<Supply> {
    let device = bus.proxy(UPOWER, "/org/freedesktop/UPower/devices/DisplayDevice", "org.freedesktop.UPower.Device")?;
    let upower = bus.proxy(UPOWER, "/org/freedesktop/UPower", UPOWER)?;
    let is_on_battery: bool = upower.get_property("OnBattery").ok()?;
    let is_present: bool = device.get_property("IsPresent").ok()?;
    let percentage: f64 = device.get_property("Percentage").ok()?;
    let state: u32 = device.get_property("State").ok()?;
    let charge = percentage.clamp(0.0, 100.0).round() as u8;
    Some(match (is_present, is_on_battery || state == 2) {
        (false, _) => Supply::Mains,
        (true, true) => Supply::Discharging(charge),
        (true, false) => Supply::PluggedIn(charge),
    })
}

#[cfg(feature = "dbus")]
const UPOWER: &str = "org.freedesktop.UPower";

#[cfg(feature = "dbus")]
fn follow_service(machine: &Machine, tell: &mut impl FnMut(Supply) -> bool) {
    let Some(address) = machine.bus.as_deref() else { return };
    let Some(bus) = super::bus::Bus::open(address, super::bus::QUESTION) else { return };
    let rule = "type='signal',sender='org.freedesktop.UPower',interface='org.freedesktop.DBus.Properties'";
    let Ok(changes) = zbus::blocking::MessageIterator::for_match_rule(rule, bus.connection(), None) else { return };
    // Listened to first, so that no change falls between the question and the listening.
    let Some(mut known) = of_service(&bus) else { return };
    if !tell(known) {
        return;
    }
    for _change in changes {
        let Some(supply) = of_service(&bus) else { return };
        if supply != known && !tell(supply) {
            return;
        }
        known = supply;
    }
}

#[cfg(not(feature = "dbus"))]
fn by_service(_machine: &Machine) -> Option<Supply> {
    None
}

#[cfg(not(feature = "dbus"))]
fn follow_service(_machine: &Machine, _tell: &mut impl FnMut(Supply) -> bool) {}

/// Spec: Linux, `Documentation/ABI/testing/sysfs-class-power`. `None` where the kernel has no such files.
fn by_kernel(root: &Root) -> Option<Supply> {
    let mut devices = Vec::new();
    for entry in fs::read_dir(root.path("/sys/class/power_supply")).ok()?.filter_map(Result::ok) {
        let said = |name: &str| fs::read_to_string(entry.path().join(name)).map(|text| text.trim().to_owned());
        devices.push(Device {
            kind: said("type").unwrap_or_default(),
            // A mouse has a battery too.
            is_of_device: said("scope").is_ok_and(|scope| scope == "Device"),
            is_online: said("online").is_ok_and(|online| online != "0"),
            capacity: said("capacity").ok().and_then(|capacity| capacity.parse().ok()),
            is_discharging: said("status").is_ok_and(|status| status == "Discharging"),
        });
    }
    Some(judge(&devices))
}

/// A source of power, as the kernel describes it.
struct Device {
    kind: String,
    is_of_device: bool,
    is_online: bool,
    capacity: Option<u8>,
    is_discharging: bool,
}

fn judge(devices: &[Device]) -> Supply {
    let batteries: Vec<&Device> =
        devices.iter().filter(|device| device.kind == "Battery" && !device.is_of_device).collect();
    let is_plugged_in = devices.iter().any(|device| device.kind == "Mains" && device.is_online);
    let charges: Vec<u32> = batteries.iter().filter_map(|battery| battery.capacity.map(u32::from)).collect();
    if batteries.is_empty() {
        return if is_plugged_in { Supply::Mains } else { Supply::Unknown };
    }
    if charges.is_empty() {
        return Supply::Unknown;
    }
    let charge = u8::try_from(charges.iter().sum::<u32>() / u32::try_from(charges.len()).unwrap_or(1)).unwrap_or(100);
    let is_discharging = batteries.iter().any(|battery| battery.is_discharging) && !is_plugged_in;
    if is_discharging { Supply::Discharging(charge) } else { Supply::PluggedIn(charge) }
}

/// `hw.acpi.acline` is 1 on mains; `hw.acpi.battery.life` a percentage.
fn by_sysctl(root: &Root) -> Option<Supply> {
    let sysctl = root.tool("sysctl").filter(|_| root.has("/bin/freebsd-version"))?;
    let ask = |name: &str| -> Option<i32> {
        let output = tool::ask(Path::new(&sysctl), ["-n", name], Instant::now() + PATIENCE).ok()?;
        std::str::from_utf8(&output.stdout).ok()?.trim().parse().ok()
    };
    let is_plugged_in = ask("hw.acpi.acline")? == 1;
    Some(match ask("hw.acpi.battery.life").and_then(|life| u8::try_from(life).ok()) {
        None => Supply::Mains,
        Some(charge) if is_plugged_in => Supply::PluggedIn(charge.min(100)),
        Some(charge) => Supply::Discharging(charge.min(100)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(devices: &[(&str, &[(&str, &str)])]) -> Option<Supply> {
        let folder = tempfile::tempdir().unwrap();
        for (name, files) in devices {
            let path = folder.path().join("sys/class/power_supply").join(name);
            fs::create_dir_all(&path).unwrap();
            files.iter().for_each(|(file, text)| fs::write(path.join(file), text).unwrap());
        }
        by_kernel(&Root::below(folder.path().into()))
    }

    #[test]
    fn the_kernel_s_files_tell_the_supply() {
        let battery = |status: &'static str| [("type", "Battery\n"), ("capacity", "12\n"), ("status", status)];
        let on = [("type", "Mains\n"), ("online", "1\n")];
        let off = [("type", "Mains\n"), ("online", "0\n")];
        let mouse = [("type", "Battery"), ("scope", "Device"), ("capacity", "3"), ("status", "Discharging")];
        assert_eq!(tree(&[]), None);
        assert_eq!(tree(&[("AC", &on)]), Some(Supply::Mains));
        assert_eq!(tree(&[("AC", &on), ("mouse", &mouse)]), Some(Supply::Mains));
        assert_eq!(tree(&[("AC", &off), ("BAT0", &battery("Discharging\n"))]), Some(Supply::Discharging(12)));
        assert_eq!(tree(&[("AC", &on), ("BAT0", &battery("Charging\n"))]), Some(Supply::PluggedIn(12)));
        assert_eq!(tree(&[("BAT0", &[("type", "Battery")])]), Some(Supply::Unknown));
    }
}
