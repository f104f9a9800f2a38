//! What the desktop wants windows to look like, asked over D-Bus where there is a bus, and heard when it changes.
//!
//! Spec: XDG Desktop Portal, `org.freedesktop.portal.Settings` (version 2, with version 1 as the way back), namespace
//! `org.freedesktop.appearance`: `color-scheme`, `contrast`, `accent-color`, `reduced-motion`. Never asked before the
//! first frame: a portal may take its time to start.

use crate::{Accent, Contrast, Mode, Motion};
use iced::Subscription;
use iced::futures::channel::mpsc::unbounded;

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

/// What the desktop wants, as a stream for a window: see [`follow`].
pub fn wishes() -> Subscription<Desktop> {
    Subscription::run(|| {
        let (sender, receiver) = unbounded();
        // Without a thread nobody is asked, and the settings alone decide.
        let _thread = std::thread::Builder::new().name("desktop".into()).spawn(move || {
            follow(|wanted| sender.unbounded_send(wanted).is_ok());
        });
        receiver
    })
}

#[cfg(feature = "dbus")]
mod portal {
    use super::{Accent, Contrast, Desktop, Mode, Motion};
    use candela_shared::registry::context;
    use iced::Color;
    use zbus::blocking::connection::Builder;
    use zbus::blocking::fdo::DBusProxy;
    use zbus::blocking::{Connection, MessageIterator, Proxy};
    use zbus::message::{Message, Type};
    use zbus::names::MemberName;
    use zbus::zvariant::{OwnedValue, Value};
    use zbus::{MatchRule, fdo};

    const NAMESPACE: &str = "org.freedesktop.appearance";
    const KEYS: [&str; 4] = ["color-scheme", "contrast", "accent-color", "reduced-motion"];
    const NAME: &str = "org.freedesktop.portal.Desktop";
    const PATH: &str = "/org/freedesktop/portal/desktop";
    const INTERFACE: &str = "org.freedesktop.portal.Settings";
    const CHANGED: &str = "SettingChanged";
    const OWNER_CHANGED: &str = "NameOwnerChanged";

    pub fn follow(tell: impl FnMut(Desktop) -> bool) -> zbus::Result<()> {
        // Where there is no bus nothing of D-Bus is even begun: it is a thread and a megabyte.
        let address = context::session_bus(|name| std::env::var_os(name));
        match address {
            Some(address) => follow_on(&Builder::address(address.as_str())?.build()?, tell),
            None => Ok(()),
        }
    }

    /// A portal that starts later than we do is asked when it is there, and one that starts again is asked again.
    pub(super) fn follow_on(bus: &Connection, mut tell: impl FnMut(Desktop) -> bool) -> zbus::Result<()> {
        // Listen first, so that no change falls between the question and the listening.
        let heard = MessageIterator::from(bus);
        let daemon = DBusProxy::new(bus)?;
        for rule in rules()? {
            daemon.add_match_rule(rule)?;
        }
        let settings = Proxy::new(bus, NAME, PATH, INTERFACE)?;
        let mut desktop = Desktop::default();
        desktop.ask(&settings);
        if !tell(desktop) {
            return Ok(());
        }
        for message in heard {
            let before = desktop;
            desktop.hear(&message?, &settings);
            if desktop != before && !tell(desktop) {
                return Ok(());
            }
        }
        Ok(())
    }

    /// What is listened to: a setting that changes, and a portal that comes.
    fn rules() -> zbus::Result<[MatchRule<'static>; 2]> {
        let signal = || MatchRule::builder().msg_type(Type::Signal);
        let changes = signal().sender(NAME)?.interface(INTERFACE)?.member(CHANGED)?.build();
        let owners = signal().sender("org.freedesktop.DBus")?.member(OWNER_CHANGED)?.arg(0, NAME)?.build();
        Ok([changes, owners])
    }

    /// The value of a key; `None` where this portal does not know it.
    fn read(settings: &Proxy<'_>, key: &str) -> Option<OwnedValue> {
        let question = (NAMESPACE, key);
        settings.call("ReadOne", &question).or_else(|_| settings.call("Read", &question)).ok()
    }

    impl Desktop {
        /// Asks the portal for everything; what it does not say stays as it is.
        fn ask(&mut self, settings: &Proxy<'_>) {
            for key in KEYS {
                if let Some(value) = read(settings, key) {
                    self.take(key, &value);
                }
            }
        }

        /// Takes in what was said on the bus, as far as it is about this.
        fn hear(&mut self, message: &Message, settings: &Proxy<'_>) {
            let header = message.header();
            let body = message.body();
            match header.member().map(MemberName::as_str) {
                Some(CHANGED) => {
                    if let Ok((NAMESPACE, key, value)) = body.deserialize::<(&str, &str, Value<'_>)>() {
                        self.take(key, &value);
                    }
                }
                Some(OWNER_CHANGED) => {
                    let is_there = |change: fdo::NameOwnerChanged| {
                        change.args().is_ok_and(|args| args.name() == NAME && args.new_owner().is_some())
                    };
                    if fdo::NameOwnerChanged::from_message(message.clone()).is_some_and(is_there) {
                        self.ask(settings);
                    }
                }
                _ => {}
            }
        }

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
        use std::io::{BufRead, BufReader};
        use std::process::{Child, Command, Stdio};
        use std::sync::mpsc::channel;
        use std::time::Duration;
        use zbus::blocking::object_server::InterfaceRef;
        use zbus::object_server::SignalEmitter;

        /// A bus that ends with the test; `None` where no `dbus-daemon` is installed.
        struct Bus(Child, String);

        impl Bus {
            fn start() -> Option<Self> {
                let arguments = ["--session", "--nofork", "--print-address"];
                let daemon = Command::new("dbus-daemon").args(arguments).stdout(Stdio::piped()).spawn();
                let mut daemon = daemon.ok()?;
                let mut address = String::new();
                let _ = BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
                Some(Self(daemon, address.trim().to_owned()))
            }
        }

        impl Drop for Bus {
            fn drop(&mut self) {
                let _ = self.0.kill();
                let _ = self.0.wait();
            }
        }

        /// A portal that wants this scheme, and knows no other key.
        struct Portal(u32);

        #[zbus::interface(name = "org.freedesktop.portal.Settings")]
        impl Portal {
            fn read_one(&self, namespace: &str, key: &str) -> fdo::Result<OwnedValue> {
                match (namespace, key) {
                    (NAMESPACE, "color-scheme") => Ok(self.0.into()),
                    _ => Err(fdo::Error::Failed("not known".into())),
                }
            }

            #[zbus(signal)]
            async fn setting_changed(
                emitter: &SignalEmitter<'_>,
                namespace: &str,
                key: &str,
                value: Value<'_>,
            ) -> zbus::Result<()>;
        }

        fn serve(address: &str, scheme: u32) -> Connection {
            let builder = Builder::address(address).unwrap().serve_at(PATH, Portal(scheme)).unwrap();
            builder.name(NAME).unwrap().build().unwrap()
        }

        #[test]
        fn a_portal_that_comes_later_or_again_is_asked_and_heard() {
            let Some(bus) = Bus::start() else { return };
            let ours = Builder::address(bus.1.as_str()).unwrap().build().unwrap();
            let (sender, told) = channel();
            let _listener = std::thread::spawn(move || follow_on(&ours, |desktop| sender.send(desktop).is_ok()));
            let next = || told.recv_timeout(Duration::from_secs(30)).unwrap();
            assert_eq!(next(), Desktop::default(), "nobody is there to ask");
            let portal = serve(&bus.1, 1);
            let dark = Desktop { mode: Some(Mode::Dark), ..Desktop::default() };
            assert_eq!(next(), dark);
            let interface: InterfaceRef<Portal> = portal.object_server().interface(PATH).unwrap();
            let emitter = interface.signal_emitter();
            zbus::block_on(Portal::setting_changed(emitter, NAMESPACE, "contrast", Value::U32(1))).unwrap();
            assert_eq!(next(), Desktop { contrast: Some(Contrast::More), ..dark });
            portal.close().unwrap();
            let _other = serve(&bus.1, 2);
            assert_eq!(next(), Desktop { mode: Some(Mode::Light), contrast: Some(Contrast::More), ..dark });
        }

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
