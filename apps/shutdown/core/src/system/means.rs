//! By what means a plan is carried out: as root, by the helper, or with what asks for root's rights.

use super::power::Switch;
use crate::Root;
use crate::plan::{Plan, Step, Verb, words};

use std::ffi::OsString;
use std::path::PathBuf;

/// Where the helper may be installed, most likely first.
const HELPERS: [&str; 3] = [
    "/usr/local/libexec/candela-update-helper",
    "/usr/libexec/candela-update-helper",
    "/usr/lib/candela/candela-update-helper",
];
/// What asks for root's rights, with the options that keep it from asking on a terminal, most wanted first.
const ELEVATIONS: [(&str, &[&str]); 3] = [("pkexec", &[]), ("doas", &["-n"]), ("sudo", &["-n"])];

/// By what means a plan is carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Means {
    /// Below which folder.
    pub root: Root,
    /// Whether we are root ourselves.
    pub is_root: bool,
    /// What goes before a command that needs root; empty where nothing asks for root's rights.
    pub elevation: Vec<OsString>,
    /// The helper.
    pub helper: PathBuf,
    /// Who turns the computer off.
    pub switch: Switch,
}

impl Means {
    /// Finds the means below a root. Looks at the disk.
    pub fn find(root: &Root, is_root: bool, switch: Switch) -> Self {
        let asking = ELEVATIONS.iter().find_map(|(name, options)| Some((root.tool(name)?, *options)));
        let elevation = asking.map(|(tool, options)| {
            let mut elevation = words([tool]);
            elevation.extend(words(options));
            elevation
        });
        let installed = HELPERS.iter().map(|path| root.path(path));
        let helper = installed.chain(beside(root)).find(|path| path.is_file());
        Self {
            root: root.clone(),
            is_root,
            elevation: elevation.unwrap_or_default(),
            helper: helper.unwrap_or_else(|| root.path(HELPERS[0])),
            switch,
        }
    }

    /// The steps as they will be done: as root they are, else by the helper or with what asks for root's rights.
    pub fn resolve(&self, plan: &Plan) -> Vec<Step> {
        if self.is_root {
            return plan.steps.clone();
        }
        let mut resolved = Vec::new();
        let mut is_helped = false;
        for step in &plan.steps {
            match (step, plan.helper) {
                (step, Some(_)) if step.needs_root() && is_helped => {}
                (step, Some(verb)) if step.needs_root() => {
                    resolved.push(Step::Run(self.elevated(&self.helper_command(verb))));
                    is_helped = true;
                }
                (Step::RunAsRoot(command), None) => resolved.push(Step::Run(self.elevated(command))),
                (step, _) => resolved.push(step.clone()),
            }
        }
        resolved
    }

    fn helper_command(&self, verb: Verb) -> Vec<OsString> {
        words([self.helper.as_os_str(), verb.word().as_ref()])
    }

    fn elevated(&self, command: &[OsString]) -> Vec<OsString> {
        self.elevation.iter().chain(command).cloned().collect()
    }

    /// Everything that would be run, a list of arguments each.
    pub fn commands(&self, plan: &Plan) -> Vec<Vec<OsString>> {
        let ending = self.switch.step(plan.ending, &self.root);
        self.resolve(plan).iter().chain(&ending).flat_map(Step::commands).collect()
    }
}

/// Where the helper is installed below a prefix of its own: `PREFIX/libexec`, beside our `PREFIX/bin`.
fn beside(root: &Root) -> Option<PathBuf> {
    let program = std::env::current_exe().ok().filter(|_| root.is_system())?;
    Some(program.parent()?.parent()?.join("libexec").join(crate::helper::NAME))
}
