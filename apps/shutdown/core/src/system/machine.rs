//! The computer as the prompt sees it: what it is asked, and by what means it is told to do something.

use super::means::Means;
use super::perform::{Caller, NoBus, Outcome, Progress, carry_out, take_back};
use super::power::Switch;
use super::probe::probe;
use crate::backend::{self, Backend, Site};
use crate::plan::Plan;
use crate::{Error, Report, Root, Settings};

use std::sync::Arc;

/// Where everything is, and who may be asked. A value: nothing is looked at before it is asked something.
#[derive(Clone)]
pub struct Machine {
    /// Below which folder.
    pub root: Root,
    /// What was chosen.
    pub settings: Settings,
    /// The one source to ask, where one was named.
    pub only: Option<&'static dyn Backend>,
    /// The address of the system bus, where there is one.
    pub bus: Option<String>,
    /// Whether somebody is there to type a password.
    pub is_interactive: bool,
}

impl std::fmt::Debug for Machine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Machine({})", self.root.folder().display())
    }
}

/// What waited at one moment, and the place it was looked for.
#[derive(Debug, Clone)]
pub struct Look {
    /// The place.
    pub site: Arc<Site>,
    /// What was found.
    pub report: Report,
}

impl Machine {
    /// Looks what waits. Blocks until the settings' deadline at the most.
    pub fn look(&self) -> Look {
        let site = Arc::new(Site::new(self.root.clone(), self.settings.clone()));
        let report = probe(&backend::chosen(&site, self.only), &site);
        Look { site, report }
    }

    /// By what means the plans of a source are carried out. Asks the bus; blocks for some seconds at the most.
    pub fn means(&self, source: Option<&str>) -> Means {
        let switch = Switch::choose(&self.root, source, self.session_service(), self.is_interactive);
        Means::find(&self.root, rustix::process::geteuid().is_root(), switch)
    }

    /// Carries a plan of a source's out. Blocks as long as that takes.
    ///
    /// # Errors
    /// The first step that failed; the computer stays on.
    pub fn carry_out(
        &self,
        plan: &Plan,
        source: Option<&str>,
        say: &mut dyn FnMut(Progress),
    ) -> Result<Outcome, Error> {
        carry_out(plan, &self.means(source), &*self.caller(), say)
    }

    /// Takes back what a plan of a source's ordered, as far as that can be done. Blocks as long as that takes.
    pub fn take_back(&self, plan: &Plan, source: Option<&str>) {
        take_back(plan, &self.means(source), &*self.caller(), &mut |_| ());
    }

    /// What calls methods on the bus, patiently.
    #[cfg(feature = "dbus")]
    pub fn caller(&self) -> Box<dyn Caller> {
        let bus = self.bus.as_deref().and_then(|address| super::bus::Bus::open(address, super::bus::ORDER));
        bus.map_or_else(|| Box::new(NoBus) as Box<dyn Caller>, |bus| Box::new(bus))
    }

    /// What calls methods on the bus: nothing.
    #[cfg(not(feature = "dbus"))]
    pub fn caller(&self) -> Box<dyn Caller> {
        Box::new(NoBus)
    }

    #[cfg(feature = "dbus")]
    fn session_service(&self) -> Option<super::power::Service> {
        super::bus::Bus::open(self.bus.as_deref()?, super::bus::QUESTION)?.session_service()
    }

    #[cfg(not(feature = "dbus"))]
    fn session_service(&self) -> Option<super::power::Service> {
        None
    }

    /// The address of the system bus: what the environment says, else the socket below the root.
    pub fn bus_address(root: &Root, environment: Option<String>) -> Option<String> {
        let below = || {
            let sockets = ["/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket"];
            let socket = sockets.into_iter().map(|socket| root.path(socket)).find(|socket| socket.exists())?;
            Some(format!("unix:path={}", socket.to_str()?))
        };
        environment.filter(|address| !address.is_empty()).or_else(below)
    }
}
