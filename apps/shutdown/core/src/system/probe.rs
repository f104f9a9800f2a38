//! Asks all sources at once.

use crate::backend::{Backend, Site};
use crate::settings::PromptFor;
use crate::system::network;
use crate::{Detection, Obstacle, Reason, Report};

use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

/// How long after the deadline an answer still counts: a source that ended at the deadline has to say so.
const GRACE: Duration = Duration::from_millis(200);

/// Asks these sources, each on a thread of its own, until the deadline. Blocks no longer than that.
///
/// A source that does not answer, be it stuck in a dead file system, is unknown.
pub fn probe(backends: &[&'static dyn Backend], site: &Arc<Site>) -> Report {
    let (sender, receiver) = channel();
    for (at, backend) in backends.iter().copied().enumerate() {
        let (sender, site) = (sender.clone(), Arc::clone(site));
        let thread = std::thread::Builder::new().name(backend.name().to_owned());
        // Without a thread nobody answers, which is what is then said.
        drop(thread.spawn(move || {
            let _nobody_waits = sender.send((at, backend.detect(&site)));
        }));
    }
    drop(sender);
    let mut answers: Vec<(&'static str, Detection)> =
        backends.iter().map(|backend| (backend.name(), late(backend.name()))).collect();
    let end = site.deadline + GRACE;
    while let Ok((at, detection)) = receiver.recv_timeout(end.saturating_duration_since(Instant::now())) {
        answers[at].1 = hindered(promoted(detection, site.settings.prompt_for), site);
    }
    Report::of(answers)
}

/// The same, with what stands in the way whatever the source: a full disk, or no network to download by.
fn hindered(detection: Detection, site: &Site) -> Detection {
    let Detection::Pending(updates) = detection else { return detection };
    let mut updates = updates.on_disk(site.free);
    let is_offline = || network::is_missing(&site.root, site.deadline);
    if updates.obstacle.is_none() && updates.to_download != Some(0) && is_offline() {
        updates.obstacle = Some(Obstacle::Offline);
    }
    Detection::Pending(updates)
}

fn late(name: &str) -> Detection {
    Detection::Unknown(Reason::TimedOut { tool: name.to_owned() })
}

/// Updates that would have to be downloaded wait too, where the settings say so.
fn promoted(detection: Detection, prompt_for: PromptFor) -> Detection {
    match (detection, prompt_for) {
        (Detection::Available(updates), PromptFor::Available) => Detection::Pending(updates),
        (detection, PromptFor::Available | PromptFor::Staged) => detection,
    }
}
