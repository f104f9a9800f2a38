//! What lies in the trash and is more than the user wants to keep.

use super::list;
use crate::operation::Slot;
use crate::system::context::Context;
use crate::system::file_system::FileSystem;
use crate::system::place::Place;
use crate::system::remove::weigh;
use crate::trash::limits::{Kept, Limits};

use jiff::ToSpan;
use jiff::civil::DateTime;

/// Lists what is too old or too much, by the settings; nothing where they say nothing.
pub fn over_limits(system: &dyn FileSystem, context: &Context) -> Vec<Slot> {
    let limits = context.trash_limits;
    if limits == Limits::default() {
        return Vec::new();
    }
    let slots = list(system, context).slots;
    let bytes = |slot: &Slot| Place::open(system, &slot.file()).map_or(0, |place| weigh(system, &place, None).on_disk);
    let one = |slot: &Slot| Kept { deleted: slot.deleted.clone(), bytes: limits.bytes.map_or(0, |_| bytes(slot)) };
    let kept: Vec<Kept> = slots.iter().map(|(slot, _)| one(slot)).collect();
    let oldest = limits.days.and_then(|days| oldest(&context.local, days));
    limits.over(&kept, oldest.as_deref()).into_iter().map(|at| slots[at].0.clone()).collect()
}

fn oldest(now: &str, days: u32) -> Option<String> {
    let now: DateTime = now.parse().ok()?;
    Some(now.checked_sub(i64::from(days).days()).ok()?.strftime("%Y-%m-%dT%H:%M:%S").to_string())
}
