//! What the desktop wants windows to look like, asked over D-Bus where there is a bus, and heard when it changes.
//!
//! Spec: XDG Desktop Portal, `org.freedesktop.portal.Settings` (version 2, with version 1 as the way back), namespace
//! `org.freedesktop.appearance`: `color-scheme`, `contrast`, `accent-color`, `reduced-motion`. Never asked before the
//! first frame: a portal may take its time to start.

use crate::{Accent, Contrast, Mode, Motion};

/// What the desktop wants; `None` where it does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Desktop {
    /// Light or dark.
    pub mode: Option<Mode>,
    /// How strong differences are drawn.
    pub contrast: Option<Contrast>,
    /// The one colour, as the nearest of ours.
    pub accent: Option<Accent>,
    /// Amount of motion.
    pub motion: Option<Motion>,
}

/// Tells what the desktop wants, and again whenever that changes; returns where nobody can say, or when `tell` returns
/// `false`. Blocks: it belongs on a thread of its own, which sleeps while nothing happens.
#[cfg(feature = "dbus")]
pub fn follow(tell: impl FnMut(Desktop) -> bool) {
    // Without a bus, or a portal on it, the settings alone decide.
    let _nobody_to_ask = portal::follow(tell);
}

/// Without D-Bus nobody is asked.
#[cfg(not(feature = "dbus"))]
pub fn follow(_tell: impl FnMut(Desktop) -> bool) {}

#[cfg(feature = "dbus")]
mod portal {
    use super::{Accent, Contrast, Desktop, Mode, Motion};
    use iced::Color;
    use zbus::blocking::{Connection, Proxy};
    use zbus::zvariant::{OwnedValue, Value};

    const NAMESPACE: &str = "org.freedesktop.appearance";
    const KEYS: [&str; 4] = ["color-scheme", "contrast", "accent-color", "reduced-motion"];

    pub fn follow(mut tell: impl FnMut(Desktop) -> bool) -> zbus::Result<()> {
        let bus = Connection::session()?;
        let settings = Proxy::new(
            &bus,
            "org.freedesktop.portal.Desktop",
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.Settings",
        )?;
        // Listen first, so that no change falls between the question and the listening.
        let changes = settings.receive_signal("SettingChanged")?;
        let mut desktop = Desktop::default();
        for key in KEYS {
            if let Some(value) = read(&settings, key) {
                desktop.take(key, &value);
            }
        }
        if !tell(desktop) {
            return Ok(());
        }
        for change in changes {
            let body = change.body();
            let Ok((namespace, key, value)) = body.deserialize::<(String, String, Value<'_>)>() else {
                continue;
            };
            let before = desktop;
            if namespace == NAMESPACE {
                desktop.take(&key, &value);
            }
            if desktop != before && !tell(desktop) {
                return Ok(());
            }
        }
        Ok(())
    }

    /// The value of a key; `None` where this portal does not know it.
    fn read(settings: &Proxy<'_>, key: &str) -> Option<OwnedValue> {
        let question = (NAMESPACE, key);
        settings.call("ReadOne", &question).or_else(|_| settings.call("Read", &question)).ok()
    }

    impl Desktop {
        /// Takes in one value; one that means nothing takes the wish back.
        fn take(&mut self, key: &str, value: &Value<'_>) {
            match key {
                "color-scheme" => {
                    self.mode = number(value).and_then(|number| match number {
                        1 => Some(Mode::Dark),
                        2 => Some(Mode::Light),
                        _ => None,
                    });
                }
                "contrast" => self.contrast = number(value).filter(|number| *number == 1).map(|_| Contrast::More),
                "reduced-motion" => self.motion = number(value).filter(|number| *number == 1).map(|_| Motion::Less),
                "accent-color" => self.accent = color(value).map(Accent::nearest),
                _ => {}
            }
        }
    }

    /// Version 1 of the interface wraps its values once more.
    fn unwrapped<'a>(value: &'a Value<'a>) -> &'a Value<'a> {
        match value {
            Value::Value(inner) => unwrapped(inner),
            other => other,
        }
    }

    fn number(value: &Value<'_>) -> Option<u32> {
        unwrapped(value).downcast_ref().ok()
    }

    /// A colour in sRGB, each part from 0 to 1; out of that range it is no colour.
    fn color(value: &Value<'_>) -> Option<Color> {
        let parts = unwrapped(value).downcast_ref::<zbus::zvariant::Structure<'_>>().ok()?;
        let [red, green, blue] = parts.fields() else {
            return None;
        };
        let part = |value: &Value<'_>| value.downcast_ref::<f64>().ok().filter(|part| (0.0..=1.0).contains(part));
        Some(Color::from_rgb(part(red)? as f32, part(green)? as f32, part(blue)? as f32))
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_values_of_the_portal_mean_what_its_specification_says() {
            let taken = |key: &str, value: Value<'_>| {
                let mut desktop = Desktop { mode: Some(Mode::Light), ..Desktop::default() };
                desktop.take(key, &value);
                desktop
            };
            let cases = [(0, None), (1, Some(Mode::Dark)), (2, Some(Mode::Light)), (9, None)];
            for (number, mode) in cases {
                assert_eq!(taken("color-scheme", Value::U32(number)).mode, mode, "{number}");
            }
            let wrapped = Value::Value(Box::new(Value::U32(1)));
            assert_eq!(taken("contrast", wrapped).contrast, Some(Contrast::More), "version 1");
            assert_eq!(taken("reduced-motion", Value::U32(1)).motion, Some(Motion::Less));
            assert_eq!(taken("color-scheme", Value::from("dark")).mode, None, "a string is no scheme");
            assert_eq!(taken("accent-color", Value::from((0.23, 0.48, 0.16))).accent, Some(Accent::Moss));
            assert_eq!(taken("accent-color", Value::from((2.0, 0.0, 0.0))).accent, None);
            assert_eq!(taken("else", Value::U32(1)).mode, Some(Mode::Light));
        }
    }
}
