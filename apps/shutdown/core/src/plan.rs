//! What is to be done about waiting updates, as data: a plan can be printed, compared, and carried out.

use std::ffi::OsString;
use std::path::PathBuf;

/// How the computer goes down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Power {
    /// It is turned off.
    PowerOff,
    /// It starts again.
    Reboot,
}

/// What the user wants done about waiting updates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Install them, then go down.
    Install,
    /// Go down without them.
    Skip,
    /// Stay.
    Cancel,
}

impl Answer {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Install, Self::Skip, Self::Cancel];

    /// The word for it on the command line and in the settings.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Install => "install",
            Self::Skip => "skip",
            Self::Cancel => "cancel",
        }
    }

    /// The answer of that word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == word)
    }
}

/// What the helper can be asked; it takes nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Write down for everybody what waits.
    Detect,
    /// Install what waits.
    Install,
    /// See to it that this shutdown installs nothing.
    Skip,
}

impl Verb {
    /// Every verb.
    pub const ALL: [Self; 3] = [Self::Detect, Self::Install, Self::Skip];

    /// The word on the helper's command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Detect => "detect",
            Self::Install => "install",
            Self::Skip => "skip",
        }
    }
}

/// A call of a method on the system bus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The bus name.
    pub service: &'static str,
    /// The object.
    pub path: &'static str,
    /// The interface.
    pub interface: &'static str,
    /// The method.
    pub method: &'static str,
    /// Its one argument, if it takes one.
    pub argument: Option<Value>,
}

/// The argument of a [`Call`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A truth.
    Bool(bool),
    /// A word of ours.
    Word(&'static str),
    /// Any text.
    Text(String),
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Run a program as the user.
    Run(Vec<OsString>),
    /// Ask the manager of our own session, which may refuse, and says why.
    AskSession(Vec<OsString>),
    /// Run a program as root.
    RunAsRoot(Vec<OsString>),
    /// Make a boot environment of that name, where the system has them: as root, by this `bectl`.
    BootEnvironment {
        /// The tool.
        bectl: PathBuf,
        /// The name.
        name: String,
    },
    /// Move a file, as root; one that is not there needs no moving.
    Move {
        /// Where it is.
        from: PathBuf,
        /// Where it goes.
        to: PathBuf,
    },
    /// Call a method.
    Call(Call),
    /// Make sure that PackageKit really has ordered the update: the link for the next start is its own.
    CheckTrigger {
        /// The link.
        link: PathBuf,
        /// The property that says so, where the link lies elsewhere; in the place of a method.
        property: Call,
    },
}

impl Step {
    /// Whether it needs root.
    pub fn needs_root(&self) -> bool {
        matches!(self, Self::RunAsRoot(_) | Self::BootEnvironment { .. } | Self::Move { .. })
    }

    /// What would be run, a list of arguments each; a check runs nothing.
    pub fn commands(&self) -> Vec<Vec<OsString>> {
        match self {
            Self::Run(arguments) | Self::AskSession(arguments) | Self::RunAsRoot(arguments) => vec![arguments.clone()],
            Self::BootEnvironment { bectl, name } => {
                vec![
                    words([bectl.as_os_str(), "check".as_ref()]),
                    words([bectl.as_os_str(), "create".as_ref(), name.as_ref()]),
                ]
            }
            Self::Move { from, to } => vec![words(["/bin/mv".as_ref(), from.as_os_str(), to.as_os_str()])],
            Self::Call(call) => vec![call.command()],
            Self::CheckTrigger { .. } => Vec::new(),
        }
    }
}

impl Call {
    /// The call as `busctl` would be told to make it.
    pub fn command(&self) -> Vec<OsString> {
        let mut command = vec!["busctl", "--system", "call", self.service, self.path, self.interface, self.method];
        match &self.argument {
            None => {}
            Some(Value::Bool(value)) => command.extend(["b", if *value { "true" } else { "false" }]),
            Some(Value::Word(word)) => command.extend(["s", word]),
            Some(Value::Text(text)) => command.extend(["s", text]),
        }
        words(command)
    }
}

/// How the computer goes down at the end of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Cleanly: every service is stopped.
    Clean(Power),
    /// At once, without stopping services: the last way past an updater that nobody may hold back.
    Abrupt(Power),
    /// The last step has already seen to it.
    Done,
}

/// What is to be done, in order; the first failure ends it, and the computer stays on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Before the computer goes down.
    pub steps: Vec<Step>,
    /// The verb by which the helper does the steps that need root; `None` where they are started one by one.
    pub helper: Option<Verb>,
    /// What takes the steps back when the computer then stays on after all.
    pub undo: Vec<Step>,
    /// How it goes down.
    pub ending: Ending,
    /// How it goes down where somebody does not allow the steps; `None` where it then stays on.
    pub if_denied: Option<Ending>,
}

impl Plan {
    /// A plan that does nothing but go down.
    pub fn only(power: Power) -> Self {
        Self::with_steps(Vec::new(), power)
    }

    /// A plan of these steps, and then down.
    pub fn with_steps(steps: Vec<Step>, power: Power) -> Self {
        Self { steps, helper: None, undo: Vec::new(), ending: Ending::Clean(power), if_denied: None }
    }

    /// The same, after what another one ordered is taken back, as far as that needs no root.
    pub fn after(self, ordered: &Self) -> Self {
        let back = ordered.undo.iter().filter(|step| !step.needs_root()).cloned();
        Self { steps: back.chain(self.steps).collect(), ..self }
    }

    /// The same, its steps as root done by the helper.
    pub fn by_helper(self, verb: Verb) -> Self {
        Self { helper: Some(verb), ..self }
    }
}

/// A list of arguments.
pub fn words<I: IntoIterator<Item = S>, S: Into<OsString>>(arguments: I) -> Vec<OsString> {
    arguments.into_iter().map(Into::into).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_printed_as_busctl_would_make_it() {
        let call = Call {
            service: "org.example",
            path: "/org/example",
            interface: "org.example.Offline",
            method: "Trigger",
            argument: Some(Value::Word("power-off")),
        };
        assert_eq!(
            call.command()[3..],
            words(["org.example", "/org/example", "org.example.Offline", "Trigger", "s", "power-off"])
        );
        let call = Call { argument: Some(Value::Bool(true)), ..call };
        assert_eq!(call.command()[7..], words(["b", "true"]));
    }

    #[test]
    fn what_was_ordered_is_taken_back_before_another_plan() {
        let step = |word: &str| Step::Run(words([word]));
        let root = Step::RunAsRoot(words(["restore"]));
        let ordered = Plan { undo: vec![step("cancel"), root], ..Plan::only(Power::Reboot) };
        let after = Plan::with_steps(vec![step("skip")], Power::PowerOff).after(&ordered);
        assert_eq!(after, Plan::with_steps(vec![step("cancel"), step("skip")], Power::PowerOff));
    }

    #[test]
    fn what_touches_the_system_needs_root() {
        assert!(Step::RunAsRoot(Vec::new()).needs_root());
        assert!(Step::Move { from: PathBuf::new(), to: PathBuf::new() }.needs_root());
        assert!(!Step::Run(Vec::new()).needs_root());
    }
}
