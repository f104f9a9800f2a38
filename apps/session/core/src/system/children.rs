//! The processes below this one: those that have ended, and those that are left.

use crate::component::End;
use crate::platform;

use rustix::process::{Pid, Signal, WaitOptions, kill_process, wait};

use std::collections::HashSet;

/// Takes the next child that has ended out of the system's tables.
pub fn ended() -> Option<(u32, End)> {
    while let Ok(Some((pid, status))) = wait(WaitOptions::NOHANG) {
        let end = status.exit_status().map(End::Exit).or_else(|| status.terminating_signal().map(End::Signal));
        if let Some(end) = end {
            return Some((pid.as_raw_nonzero().get().cast_unsigned(), end));
        }
    }
    None
}

/// Returns the processes below this one, but for those.
pub fn others(known: &HashSet<u32>) -> Vec<Pid> {
    let is_other = |pid: &Pid| !known.contains(&pid.as_raw_nonzero().get().cast_unsigned());
    platform::descendants().into_iter().filter(is_other).collect()
}

/// Sends a signal to each; one that has gone meanwhile is as it should be.
pub fn signal(pids: &[Pid], signal: Signal) {
    for pid in pids {
        let _ = kill_process(*pid, signal);
        if signal == Signal::TERM {
            // What is stopped hears nothing until it goes on.
            let _ = kill_process(*pid, Signal::CONT);
        }
    }
}
