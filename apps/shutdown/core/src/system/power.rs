//! Who turns the computer off: logind, ConsoleKit2, or `shutdown(8)`. The one place that knows.

use crate::plan::{Call, Ending, Power, Step, Value, words};
use crate::{Root, platform};

use std::path::PathBuf;

/// What a tree of FreeBSD's has.
const FREEBSD: [&str; 5] = [
    "/bin/freebsd-version",
    "/usr/sbin/freebsd-update",
    "/var/db/freebsd-update",
    "/var/db/pc-updatemanager",
    "/usr/local/sbin/pkg",
];
/// The sources of updates that only FreeBSD has.
const FREEBSD_SOURCES: [&str; 3] = ["trueos", "freebsd-update", crate::backend::PKG];

/// A service that knows sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Service {
    /// systemd-logind or elogind.
    #[default]
    Logind,
    /// ConsoleKit2.
    ConsoleKit,
}

impl Service {
    /// Both, the better first.
    pub const ALL: [Self; 2] = [Self::Logind, Self::ConsoleKit];

    /// Its bus name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Logind => "org.freedesktop.login1",
            Self::ConsoleKit => "org.freedesktop.ConsoleKit",
        }
    }

    /// Its object.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Logind => "/org/freedesktop/login1",
            Self::ConsoleKit => "/org/freedesktop/ConsoleKit/Manager",
        }
    }

    /// The interface with the methods that are common to both.
    pub const fn interface(self) -> &'static str {
        match self {
            Self::Logind => "org.freedesktop.login1.Manager",
            Self::ConsoleKit => "org.freedesktop.ConsoleKit.Manager",
        }
    }

    /// A call of one of these methods.
    pub fn call(self, method: &'static str, argument: Option<Value>) -> Call {
        Call { service: self.name(), path: self.path(), interface: self.interface(), method, argument }
    }
}

/// Who turns the computer off here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Switch {
    /// A service, which may ask for a password where `true`.
    Service(Service, bool),
    /// `shutdown(8)`.
    Shutdown {
        /// The tool.
        tool: PathBuf,
        /// Whether its options are FreeBSD's.
        is_freebsd: bool,
    },
}

impl Switch {
    /// Chooses by what there is: a service, the tool, and at last the service that would be there on a system like this.
    pub fn choose(root: &Root, source: Option<&str>, service: Option<Service>, is_interactive: bool) -> Self {
        let is_freebsd = is_freebsd(root, source);
        match (service, root.tool("shutdown")) {
            (Some(service), _) => Self::Service(service, is_interactive),
            (None, Some(tool)) => Self::Shutdown { tool, is_freebsd },
            (None, None) if is_freebsd => Self::Shutdown { tool: root.path("/sbin/shutdown"), is_freebsd },
            (None, None) => Self::Service(Service::Logind, is_interactive),
        }
    }

    /// The step that ends a plan; `None` where that is done already.
    pub fn step(&self, ending: Ending, root: &Root) -> Option<Step> {
        match (self, ending) {
            (_, Ending::Done) => None,
            (Self::Service(service, is_interactive), Ending::Clean(power)) => {
                let method = match power {
                    Power::PowerOff => "PowerOff",
                    Power::Reboot => "Reboot",
                };
                Some(Step::Call(service.call(method, Some(Value::Bool(*is_interactive)))))
            }
            (Self::Shutdown { tool, is_freebsd }, Ending::Clean(power)) => {
                let option = match power {
                    Power::PowerOff if *is_freebsd => "-p",
                    Power::PowerOff => "-P",
                    Power::Reboot => "-r",
                };
                Some(Step::Run(words([tool.as_os_str(), option.as_ref(), "now".as_ref()])))
            }
            // Only FreeBSD's has it: it goes past rc.shutdown, which runs the updater.
            (_, Ending::Abrupt(power)) => {
                let tool = root.tool_or("shutdown", "/sbin/shutdown");
                let option = if power == Power::PowerOff { "-po" } else { "-ro" };
                Some(Step::Run(words([tool.as_os_str(), option.as_ref(), "now".as_ref()])))
            }
        }
    }
}

fn is_freebsd(root: &Root, source: Option<&str>) -> bool {
    (platform::IS_FREEBSD && root.is_system())
        || source.is_some_and(|source| FREEBSD_SOURCES.contains(&source))
        || FREEBSD.iter().any(|path| root.has(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(switch: &Switch, ending: Ending) -> Vec<String> {
        let commands = switch.step(ending, &Root::below("/r".into())).map(|step| step.commands().remove(0));
        commands.unwrap_or_default().into_iter().map(|word| word.into_string().unwrap()).collect()
    }

    #[test]
    fn every_switch_turns_off_and_restarts() {
        let tool = PathBuf::from("/sbin/shutdown");
        let freebsd = Switch::Shutdown { tool: tool.clone(), is_freebsd: true };
        let linux = Switch::Shutdown { tool, is_freebsd: false };
        let (off, again) = (Ending::Clean(Power::PowerOff), Ending::Clean(Power::Reboot));
        assert_eq!(printed(&freebsd, off), ["/sbin/shutdown", "-p", "now"]);
        assert_eq!(printed(&freebsd, again), ["/sbin/shutdown", "-r", "now"]);
        assert_eq!(printed(&linux, off), ["/sbin/shutdown", "-P", "now"]);
        assert_eq!(printed(&freebsd, Ending::Abrupt(Power::PowerOff)), ["/r/sbin/shutdown", "-po", "now"]);
        let logind = Switch::Service(Service::Logind, false);
        assert_eq!(printed(&logind, again)[5..], ["org.freedesktop.login1.Manager", "Reboot", "b", "false"]);
        let console_kit = Switch::Service(Service::ConsoleKit, true);
        assert_eq!(printed(&console_kit, off)[6..], ["PowerOff", "b", "true"]);
        assert_eq!(printed(&logind, Ending::Done), [""; 0]);
    }

    #[test]
    fn a_service_goes_before_the_tool_and_freebsd_has_the_tool_in_any_case() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::below(folder.path().into());
        let choose = |source, service| Switch::choose(&root, source, service, false);
        assert_eq!(choose(None, None), Switch::Service(Service::Logind, false));
        assert_eq!(choose(None, Some(Service::ConsoleKit)), Switch::Service(Service::ConsoleKit, false));
        let tool = root.path("/sbin/shutdown");
        assert_eq!(choose(Some("trueos"), None), Switch::Shutdown { tool, is_freebsd: true });
    }
}
