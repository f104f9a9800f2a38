//! What the battery says about installing updates.

/// Below this charge, in percent, a battery that is not charging is no time to update.
pub const LEAST: u8 = 30;
/// The same for a release upgrade.
pub const LEAST_FOR_UPGRADE: u8 = 50;

/// Where the power comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Supply {
    /// Nobody says.
    #[default]
    Unknown,
    /// There is no battery.
    Mains,
    /// A battery is there, and charges or is full.
    PluggedIn(u8),
    /// A battery is being emptied; its charge in percent.
    Discharging(u8),
}

impl Supply {
    /// Whether installing now risks that the computer goes off in the middle. What nobody says is no warning.
    pub const fn is_low(self, is_release_upgrade: bool) -> bool {
        let least = if is_release_upgrade { LEAST_FOR_UPGRADE } else { LEAST };
        matches!(self, Self::Discharging(charge) if charge < least)
    }

    /// Whether the power comes from a battery.
    pub const fn is_on_battery(self) -> bool {
        matches!(self, Self::Discharging(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_battery_that_empties_below_the_least_is_low() {
        let cases = [
            (Supply::Unknown, false, false),
            (Supply::Mains, false, true),
            (Supply::PluggedIn(3), false, true),
            (Supply::Discharging(29), true, false),
            (Supply::Discharging(30), false, false),
            (Supply::Discharging(30), true, true),
            (Supply::Discharging(50), false, true),
        ];
        for (supply, is_low, is_upgrade) in cases {
            assert_eq!(supply.is_low(is_upgrade), is_low, "{supply:?} {is_upgrade}");
        }
    }
}
