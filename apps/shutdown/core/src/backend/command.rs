//! A program of the site's own that prints what waits, as JSON of our shape.

use super::{Backend, Site, told};
use crate::plan::{Plan, Power, Step, words};
use crate::system::tool;
use crate::{Detection, Reason, Updates, report};

/// The source.
pub struct SiteCommand;

impl Backend for SiteCommand {
    fn name(&self) -> &'static str {
        "command"
    }

    fn is_present(&self, site: &Site) -> bool {
        !site.settings.command.is_empty()
    }

    fn traces(&self) -> &'static [&'static str] {
        &[]
    }

    fn detect(&self, site: &Site) -> Detection {
        told(detect(site))
    }

    fn install(&self, _updates: &Updates, power: Power, site: &Site) -> Plan {
        plan(&site.settings.install_command, power, site)
    }

    fn skip(&self, _updates: &Updates, power: Power, site: &Site) -> Plan {
        plan(&site.settings.skip_command, power, site)
    }
}

/// The site's program, if it has one for this, and then down.
fn plan(command: &[String], power: Power, site: &Site) -> Plan {
    let step = command.split_first().map(|(program, arguments)| {
        let mut all = words([site.root.path(program)]);
        all.extend(words(arguments));
        Step::Run(all)
    });
    Plan::with_steps(step.into_iter().collect(), power)
}

fn detect(site: &Site) -> Result<Detection, Reason> {
    let (program, arguments) = site.settings.command.split_first().ok_or(Reason::NoCommand)?;
    let program = site.root.path(program);
    let output = tool::ask(&program, arguments, site.deadline)?;
    let name = tool::name(&program);
    if output.status != 0 {
        return Err(output.failure(&name));
    }
    report::parse(&output.stdout).map_err(|wrong| Reason::NotUnderstood { tool: name, detail: wrong.to_string() })
}
