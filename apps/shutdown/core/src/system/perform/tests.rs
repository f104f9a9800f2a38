//! Plans carried out with programs that record what they were called with, and a bus that does.

use super::*;
use crate::Root;
use crate::plan::{Call, Power, Verb};
use crate::system::power::{Service, Switch};
use std::cell::RefCell;
use std::os::unix::fs::PermissionsExt;

/// A bus that keeps the methods called, and refuses one.
#[derive(Default)]
struct Recorder {
    called: RefCell<Vec<&'static str>>,
    refuses: Option<&'static str>,
    is_triggered: bool,
}

impl Caller for Recorder {
    fn call(&self, call: &Call) -> Result<(), Error> {
        self.called.borrow_mut().push(call.method);
        if self.refuses == Some(call.method) {
            return Err(Error::NotAuthorised { detail: "no".into() });
        }
        Ok(())
    }

    fn truth(&self, _property: &Call) -> Option<bool> {
        Some(self.is_triggered)
    }
}

struct Tree {
    folder: tempfile::TempDir,
}

impl Tree {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn root(&self) -> Root {
        Root::below(self.folder.path().into())
    }

    /// A program that notes its name and arguments, and does what the script says.
    fn program(&self, path: &str, script: &str) -> OsString {
        let path = self.root().path(path);
        let log = self.folder.path().join("log");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = format!("#!/bin/sh\necho \"${{0##*/}} $*\" >>'{}'\n{script}\n", log.display());
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path.into()
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    fn means(&self, is_root: bool) -> Means {
        let switch = Switch::Shutdown { tool: self.root().path("/sbin/shutdown"), is_freebsd: true };
        Means::find(&self.root(), is_root, switch)
    }
}

fn named(method: &'static str) -> Call {
    Call { service: "s", path: "/", interface: "i", method, argument: None }
}

fn call(method: &'static str) -> Step {
    Step::Call(named(method))
}

fn quiet(_: Progress) {}

#[test]
fn a_plan_is_done_in_order_and_then_the_computer_goes_down() {
    let tree = Tree::new();
    let update = tree.program("/usr/sbin/freebsd-update", "echo installing; echo warning >&2");
    let _shutdown = tree.program("/sbin/shutdown", "");
    let plan = Plan::with_steps(vec![Step::RunAsRoot(vec![update, "install".into()])], Power::PowerOff);
    let mut said = Vec::new();
    let outcome = carry_out(&plan, &tree.means(true), &NoBus, &mut |progress| said.push(progress));
    assert_eq!(outcome, Ok(Outcome::Done));
    assert_eq!(tree.log(), "freebsd-update install\nshutdown -p now\n");
    let line = |text: &str| Progress::Line(text.into());
    assert_eq!(said, [Progress::Step(1, 1), line("installing"), line("warning")]);
}

#[test]
fn a_failed_step_keeps_the_computer_on() {
    let tree = Tree::new();
    let update = tree.program("/usr/sbin/freebsd-update", "echo no space left; exit 1");
    let _shutdown = tree.program("/sbin/shutdown", "");
    let plan = Plan::with_steps(vec![Step::RunAsRoot(vec![update])], Power::PowerOff);
    let outcome = carry_out(&plan, &tree.means(true), &NoBus, &mut quiet);
    let detail = "no space left".into();
    assert_eq!(outcome, Err(Error::Failed { program: "freebsd-update".into(), status: 1, detail }));
    assert_eq!(tree.log(), "freebsd-update \n");
}

#[test]
fn nothing_is_installed_where_a_boot_environment_cannot_be_made() {
    let cases = [
        ("exit 0", Ok(Outcome::Done), "bectl check\nbectl create be\npkg \nshutdown -p now\n"),
        ("exit 255", Ok(Outcome::Done), "bectl check\npkg \nshutdown -p now\n"),
        ("[ $1 = check ]", Err(1), "bectl check\nbectl create be\n"),
        ("exit 3", Err(3), "bectl check\n"),
    ];
    for (script, expected, log) in cases {
        let tree = Tree::new();
        let bectl = PathBuf::from(tree.program("/sbin/bectl", script));
        let pkg = tree.program("/usr/local/sbin/pkg", "");
        let _shutdown = tree.program("/sbin/shutdown", "");
        let environment = Step::BootEnvironment { bectl, name: "be".into() };
        let plan = Plan::with_steps(vec![environment, Step::RunAsRoot(vec![pkg])], Power::PowerOff);
        let outcome = carry_out(&plan, &tree.means(true), &NoBus, &mut quiet).map_err(|error| match error {
            Error::Failed { status, .. } => status,
            other => panic!("{other:?}"),
        });
        assert_eq!((outcome, &*tree.log()), (expected, log), "{script}");
    }
}

#[test]
fn what_was_ordered_is_taken_back_when_a_later_step_or_the_power_fails() {
    let tree = Tree::new();
    let switch = Switch::Service(Service::Logind, false);
    let means = Means { switch, ..tree.means(false) };
    let steps = vec![
        call("Trigger"),
        Step::CheckTrigger { link: tree.root().path("/system-update"), property: named("UpdateTriggered") },
    ];
    let plan = Plan { undo: vec![call("Cancel")], ..Plan::with_steps(steps, Power::Reboot) };

    let bus = Recorder::default();
    assert!(matches!(carry_out(&plan, &means, &bus, &mut quiet), Err(Error::NotDone { .. })), "no link");
    assert_eq!(*bus.called.borrow(), ["Trigger", "Cancel"]);

    let bus = Recorder { is_triggered: true, ..Recorder::default() };
    assert_eq!(carry_out(&plan, &means, &bus, &mut quiet), Ok(Outcome::Done), "the link lies elsewhere");

    std::os::unix::fs::symlink("/var/lib/PackageKit/prepared-update", tree.root().path("/system-update")).unwrap();
    let bus = Recorder { refuses: Some("Reboot"), ..Recorder::default() };
    assert!(carry_out(&plan, &means, &bus, &mut quiet).unwrap_err().is_denied());
    assert_eq!(*bus.called.borrow(), ["Trigger", "Reboot", "Cancel"]);

    let bus = Recorder { refuses: Some("Trigger"), ..Recorder::default() };
    assert!(carry_out(&plan, &means, &bus, &mut quiet).unwrap_err().is_denied());
    assert_eq!(*bus.called.borrow(), ["Trigger"], "nothing was ordered");

    let bus = Recorder::default();
    assert_eq!(carry_out(&plan, &means, &bus, &mut quiet), Ok(Outcome::Done));
    assert_eq!(*bus.called.borrow(), ["Trigger", "Reboot"]);
}

#[test]
fn a_link_of_another_updater_is_no_trigger_of_ours() {
    let tree = Tree::new();
    let link = tree.root().path("/system-update");
    std::os::unix::fs::symlink("/var/lib/fwupd", &link).unwrap();
    let outcome = perform(&Step::CheckTrigger { link, property: named("UpdateTriggered") }, &NoBus, &mut quiet);
    assert_eq!(outcome, Err(Error::Obstacle(crate::Obstacle::AnotherUpdater("/var/lib/fwupd".into()))));
}

#[test]
fn without_root_the_helper_does_all_that_needs_it_at_once() {
    let tree = Tree::new();
    let _doas = tree.program("/usr/local/bin/doas", "");
    let _helper = tree.program("/usr/local/libexec/candela-update-helper", "");
    let _shutdown = tree.program("/sbin/shutdown", "");
    let bectl = tree.root().path("/sbin/bectl");
    let steps = vec![Step::BootEnvironment { bectl, name: "be".into() }, Step::RunAsRoot(words(["/pkg"]))];
    let plan = Plan::with_steps(steps, Power::PowerOff).by_helper(Verb::Install);
    assert_eq!(carry_out(&plan, &tree.means(false), &NoBus, &mut quiet), Ok(Outcome::Done));
    let helper = tree.root().path("/usr/local/libexec/candela-update-helper");
    assert_eq!(tree.log(), format!("doas -n {} install\nshutdown -p now\n", helper.display()));
}

#[test]
fn who_does_not_allow_it_is_told_from_what_fails() {
    let cases = [
        ("/usr/bin/pkexec", "exit 127", true),
        ("/usr/bin/pkexec", "exit 126", true),
        ("/usr/local/bin/doas", "echo 'doas: Operation not permitted' >&2; exit 1", true),
        ("/usr/bin/sudo", "echo 'sudo: a password is required' >&2; exit 1", true),
        ("/usr/bin/sudo", "exit 22", true),
        ("/usr/bin/sudo", "echo disk full >&2; exit 21", false),
        ("/usr/bin/pkexec", "exit 1", false),
    ];
    for (tool, script, expected) in cases {
        let tree = Tree::new();
        let _tool = tree.program(tool, script);
        let plan = Plan::with_steps(vec![Step::RunAsRoot(words(["/x"]))], Power::PowerOff).by_helper(Verb::Install);
        let error = prepare(&plan, &tree.means(false), &NoBus, &mut quiet).unwrap_err();
        assert_eq!(error.is_denied(), expected, "{tool} {script}: {error}");
    }
    let tree = Tree::new();
    let _sudo = tree.program("/usr/bin/sudo", "exit 13");
    let plan = Plan::with_steps(vec![Step::RunAsRoot(words(["/x"]))], Power::PowerOff).by_helper(Verb::Install);
    assert_eq!(prepare(&plan, &tree.means(false), &NoBus, &mut quiet), Err(Error::Running));
}

#[test]
fn a_skip_that_nobody_allows_goes_past_the_updater_where_there_is_a_way() {
    let tree = Tree::new();
    let _doas = tree.program("/usr/local/bin/doas", "echo 'doas: no' >&2; exit 1");
    let _shutdown = tree.program("/sbin/shutdown", "");
    let steps = vec![Step::Move { from: tree.root().path("/a"), to: tree.root().path("/b") }];
    let plan = Plan::with_steps(steps, Power::PowerOff).by_helper(Verb::Skip);
    let plan = Plan { if_denied: Some(Ending::Abrupt(Power::PowerOff)), ..plan };
    assert_eq!(carry_out(&plan, &tree.means(false), &NoBus, &mut quiet), Ok(Outcome::Abruptly));
    assert!(tree.log().ends_with("shutdown -po now\n"), "{}", tree.log());
}

#[test]
fn a_file_is_moved_and_one_that_is_gone_needs_no_moving() {
    let tree = Tree::new();
    let (from, to) = (tree.root().path("/from"), tree.root().path("/to"));
    fs::write(&from, "x").unwrap();
    let step = Step::Move { from: from.clone(), to: to.clone() };
    assert_eq!(perform(&step, &NoBus, &mut quiet), Ok(()));
    assert!(!from.exists() && fs::read_to_string(&to).unwrap() == "x");
    assert_eq!(perform(&step, &NoBus, &mut quiet), Ok(()), "again");
}

#[test]
fn a_service_that_keeps_the_output_open_does_not_hold_the_end_up() {
    let tree = Tree::new();
    let program = tree.program("/bin/update", "sleep 1000 & echo $!");
    let mut said = Vec::new();
    let outcome = perform(&Step::Run(vec![program]), &NoBus, &mut |progress| said.push(progress));
    assert_eq!(outcome, Ok(()));
    let [Progress::Line(process)] = &said[..] else { panic!("{said:?}") };
    let process = rustix::process::Pid::from_raw(process.parse().unwrap()).unwrap();
    rustix::process::kill_process(process, rustix::process::Signal::KILL).unwrap();
}
