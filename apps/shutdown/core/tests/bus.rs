//! The services of a desktop, played on a bus of their own: what they say is heard, what they are told is what was decided,
//! and what hangs holds nothing up.
#![cfg(feature = "dbus")]
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use candela_shutdown_core::circumstances::{Blocker, Deed, Session};
use candela_shutdown_core::decide::decide;
use candela_shutdown_core::plan::{Answer, Plan, Power};
use candela_shutdown_core::power_supply::Supply;
use candela_shutdown_core::system::bus::Bus;
use candela_shutdown_core::system::machine::Machine;
use candela_shutdown_core::system::perform::Outcome;
use candela_shutdown_core::system::power::Service;
use candela_shutdown_core::system::screen_lock::ScreenLock;
use candela_shutdown_core::system::{circumstances, supply};
use candela_shutdown_core::{Error, Root, Settings};

use zbus::blocking::{Connection, connection};
use zbus::fdo;
use zbus::zvariant::OwnedObjectPath;

use std::io::{BufRead, BufReader};
use std::os::unix::net::UnixListener;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The object of the session that there is.
const SESSION: &str = "/org/freedesktop/login1/session/c1";
/// How long anything awaited may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A message bus, gone with the test.
struct Daemon {
    child: Child,
    address: String,
    _folder: tempfile::TempDir,
    root: Root,
}

impl Daemon {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon is installed");
        let mut address = String::new();
        let _length = BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let root = Root::below(folder.path().into());
        Self { child, address: address.trim().to_owned(), _folder: folder, root }
    }

    fn machine(&self) -> Machine {
        machine(&self.root, &self.address)
    }

    fn serve<I: zbus::object_server::Interface>(
        &self,
        name: &'static str,
        path: &'static str,
        interface: I,
    ) -> Connection {
        let builder = connection::Builder::address(&*self.address).unwrap();
        builder.name(name).unwrap().serve_at(path, interface).unwrap().build().unwrap()
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _ended = self.child.wait();
    }
}

fn machine(root: &Root, address: &str) -> Machine {
    Machine {
        root: root.clone(),
        settings: Settings::default(),
        only: None,
        bus: Some(address.to_owned()),
        is_interactive: false,
    }
}

/// How the session service behaves.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    Obliging,
    Refusing,
    /// Somebody came between our look and our order, and is at work.
    Blocked,
    Hanging,
}

/// logind's word for that.
#[derive(Debug, zbus::DBusError)]
#[zbus(prefix = "org.freedesktop.login1")]
enum Refusal {
    #[zbus(error)]
    ZBus(zbus::Error),
    BlockedByInhibitorLock(String),
    AccessDenied(String),
}

impl Manner {
    fn answer(self) -> Result<(), Refusal> {
        match self {
            Self::Refusing => Err(Refusal::AccessDenied("Operation inhibited".into())),
            Self::Blocked => Err(Refusal::BlockedByInhibitorLock("Files is copying".into())),
            Self::Obliging | Self::Hanging => Ok(()),
        }
    }
}

/// A session service that notes what it is told.
struct Login {
    told: Arc<Mutex<Vec<String>>>,
    manner: Manner,
}

type Inhibitor = (String, String, String, String, u32, u32);
type Listed = (String, u32, String, String, OwnedObjectPath);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Login {
    fn can_power_off(&self) -> String {
        "yes".into()
    }

    fn can_reboot(&self) -> String {
        "challenge".into()
    }

    fn can_suspend(&self) -> String {
        "na".into()
    }

    fn list_inhibitors(&self) -> Vec<Inhibitor> {
        if self.manner == Manner::Hanging {
            std::thread::sleep(PATIENCE);
        }
        let inhibitor = |what: &str, who: &str, mode: &str| {
            (what.to_owned(), who.to_owned(), "copying 3 files".to_owned(), mode.to_owned(), 1000, 7)
        };
        vec![inhibitor("shutdown", "Files", "block"), inhibitor("shutdown", "Slow", "delay")]
    }

    fn list_sessions(&self) -> Vec<Listed> {
        let path = OwnedObjectPath::try_from("/org/freedesktop/login1/session/_31").unwrap();
        vec![("1".into(), 4242, "bob".into(), "seat1".into(), path)]
    }

    fn power_off(&self, is_interactive: bool) -> Result<(), Refusal> {
        self.told.lock().unwrap().push(format!("PowerOff {is_interactive}"));
        self.manner.answer()
    }

    fn reboot(&self, is_interactive: bool) -> Result<(), Refusal> {
        self.told.lock().unwrap().push(format!("Reboot {is_interactive}"));
        self.manner.answer()
    }

    fn get_session(&self, id: &str) -> fdo::Result<OwnedObjectPath> {
        let known = id == "c1";
        let path = OwnedObjectPath::try_from(SESSION).unwrap();
        known.then_some(path).ok_or_else(|| fdo::Error::Failed("no such session".into()))
    }

    fn lock_session(&self, id: &str) {
        self.told.lock().unwrap().push(format!("LockSession {id}"));
    }
}

/// A session, whose screen may be locked.
struct Seat {
    is_locked: bool,
}

#[zbus::interface(name = "org.freedesktop.login1.Session")]
impl Seat {
    #[zbus(property)]
    fn locked_hint(&self) -> bool {
        self.is_locked
    }
}

fn login(daemon: &Daemon, manner: Manner) -> (Connection, Arc<Mutex<Vec<String>>>) {
    let told = Arc::new(Mutex::new(Vec::new()));
    let service = Login { told: Arc::clone(&told), manner };
    (daemon.serve("org.freedesktop.login1", "/org/freedesktop/login1", service), told)
}

#[test]
fn the_session_service_says_what_is_at_work_who_is_there_and_what_is_permitted() {
    let daemon = Daemon::start();
    let (_service, _told) = login(&daemon, Manner::Obliging);
    let session = Session { id: Some("c1".into()), ..Session::default() };
    let found = circumstances::read(&daemon.machine(), &session);
    assert_eq!(found.blockers, [Blocker { who: "Files".into(), why: "copying 3 files".into() }]);
    assert_eq!(found.others, ["bob"]);
    let permitted = [Deed::Lock, Deed::LogOut, Deed::Power(Power::Reboot), Deed::Power(Power::PowerOff)];
    assert_eq!(found.permitted, permitted, "it cannot sleep");
    let without = circumstances::read(&daemon.machine(), &Session::default());
    assert_eq!(without.permitted, permitted[2..], "without a session there is none to lock");
}

#[test]
fn the_session_service_is_told_to_go_down_and_its_refusal_is_heard() {
    let daemon = Daemon::start();
    let (service, told) = login(&daemon, Manner::Obliging);
    let plan = Plan::only(Power::PowerOff);
    assert_eq!(daemon.machine().carry_out(&plan, None, &mut |_| ()), Ok(Outcome::Done));
    assert_eq!(*told.lock().unwrap(), ["PowerOff false"]);
    service.close().unwrap();

    let (_service, _told) = login(&daemon, Manner::Refusing);
    let refused = daemon.machine().carry_out(&plan, None, &mut |_| ());
    assert_eq!(refused, Err(Error::NotAuthorised { detail: "Operation inhibited".into() }));
}

#[test]
fn a_session_is_locked_by_its_number() {
    let daemon = Daemon::start();
    let (_service, told) = login(&daemon, Manner::Obliging);
    let session = Session { id: Some("c1".into()), ..Session::default() };
    let [step] = &session.steps(Deed::Lock, Service::Logind)[..] else { panic!("one step") };
    let caller = daemon.machine().caller();
    candela_shutdown_core::system::perform::perform(step, &*caller, &mut |_| ()).unwrap();
    assert_eq!(*told.lock().unwrap(), ["LockSession c1"]);
}

#[test]
fn somebody_who_began_to_work_after_our_look_is_named_by_the_refusal() {
    let daemon = Daemon::start();
    let (_service, _told) = login(&daemon, Manner::Blocked);
    let refused = daemon.machine().carry_out(&Plan::only(Power::Reboot), None, &mut |_| ());
    let service = Service::Logind.name().to_owned();
    assert_eq!(refused, Err(Error::Service { service, detail: "Files is copying".into() }));
}

#[test]
fn a_screen_is_locked_only_where_its_session_says_so() {
    let daemon = Daemon::start();
    let (service, _told) = login(&daemon, Manner::Obliging);
    let _added = service.object_server().at(SESSION, Seat { is_locked: false }).unwrap();
    let session = Session { id: Some("c1".into()), ..Session::default() };
    let lock = ScreenLock::of(&daemon.machine(), &session);
    assert!(!lock.is_locked());
    service.object_server().interface::<_, Seat>(SESSION).unwrap().get_mut().is_locked = true;
    assert!(lock.is_locked());
    assert!(!ScreenLock::of(&daemon.machine(), &Session::default()).is_locked(), "no session of logind's");
    service.close().unwrap();
    assert!(!lock.is_locked(), "nobody says so any more");
}

#[test]
fn what_hangs_holds_nothing_up() {
    let daemon = Daemon::start();
    let (_service, _told) = login(&daemon, Manner::Hanging);
    let found = circumstances::read(&daemon.machine(), &Session::default());
    assert_eq!(found.permitted, [], "nobody said so");

    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("bus");
    let _silent = UnixListener::bind(&socket).unwrap();
    let address = format!("unix:path={}", socket.display());
    assert!(Bus::open(&address, PATIENCE).is_none(), "a bus that never answers");
    assert!(Bus::open("unix:path=/nowhere", PATIENCE).is_none());
    assert!(Bus::open("rubbish", PATIENCE).is_none());
}

/// PackageKit's offline updates, without the link.
struct Offline {
    told: Arc<Mutex<Vec<String>>>,
    is_triggered: bool,
}

#[zbus::interface(name = "org.freedesktop.PackageKit.Offline")]
impl Offline {
    fn trigger(&mut self, action: &str) {
        self.told.lock().unwrap().push(format!("Trigger {action}"));
        self.is_triggered = true;
    }

    fn cancel(&mut self) {
        self.told.lock().unwrap().push("Cancel".into());
        self.is_triggered = false;
    }

    #[zbus(property)]
    fn update_triggered(&self) -> bool {
        self.is_triggered
    }
}

/// Installs a prepared update and powers off, with a session service of that manner; returns what both were told.
fn install(manner: Manner) -> (Result<Outcome, Error>, Vec<String>) {
    let daemon = Daemon::start();
    let (_login, told) = login(&daemon, manner);
    let offline = Offline { told: Arc::clone(&told), is_triggered: false };
    let _kit = daemon.serve("org.freedesktop.PackageKit", "/org/freedesktop/PackageKit", offline);
    let prepared = daemon.root.path("/var/lib/PackageKit/prepared-update");
    std::fs::create_dir_all(prepared.parent().unwrap()).unwrap();
    std::fs::write(prepared, "[update]\nprepared_ids=a;1;all;debian\n").unwrap();
    let machine = daemon.machine();
    let look = machine.look();
    let decision = decide(&look.report, Answer::Install, Power::PowerOff, &look.site).unwrap();
    let outcome = machine.carry_out(&decision.plan.unwrap(), look.report.source, &mut |_| ());
    let told = told.lock().unwrap().clone();
    (outcome, told)
}

#[test]
fn an_update_is_ordered_before_the_restart_and_taken_back_when_there_is_none() {
    let ordered = (Ok(Outcome::Done), vec!["Trigger power-off".to_owned(), "Reboot false".to_owned()]);
    assert_eq!(install(Manner::Obliging), ordered);
    let (outcome, told) = install(Manner::Refusing);
    assert_eq!(outcome, Err(Error::NotAuthorised { detail: "Operation inhibited".into() }));
    assert_eq!(told, ["Trigger power-off", "Reboot false", "Cancel"]);
}

/// UPower's own object.
struct Upower {
    is_on_battery: bool,
}

#[zbus::interface(name = "org.freedesktop.UPower")]
impl Upower {
    #[zbus(property)]
    fn on_battery(&self) -> bool {
        self.is_on_battery
    }
}

/// The battery, as UPower shows it.
struct Battery {
    charge: f64,
}

#[zbus::interface(name = "org.freedesktop.UPower.Device")]
impl Battery {
    #[zbus(property)]
    fn is_present(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn percentage(&self) -> f64 {
        self.charge
    }

    #[zbus(property)]
    fn state(&self) -> u32 {
        2
    }
}

#[test]
fn a_battery_is_heard_as_it_empties() {
    let daemon = Daemon::start();
    let path = "/org/freedesktop/UPower/devices/DisplayDevice";
    let service = daemon.serve("org.freedesktop.UPower", path, Battery { charge: 41.0 });
    let _added = service.object_server().at("/org/freedesktop/UPower", Upower { is_on_battery: true }).unwrap();
    let (sender, receiver) = channel();
    let machine = daemon.machine();
    let _follower = std::thread::spawn(move || supply::follow(&machine, |supply| sender.send(supply).is_ok()));
    assert_eq!(receiver.recv_timeout(PATIENCE), Ok(Supply::Discharging(41)));
    let battery = service.object_server().interface::<_, Battery>(path).unwrap();
    battery.get_mut().charge = 29.4;
    zbus::block_on(battery.get().percentage_changed(battery.signal_emitter())).unwrap();
    assert_eq!(receiver.recv_timeout(PATIENCE), Ok(Supply::Discharging(29)));
}
