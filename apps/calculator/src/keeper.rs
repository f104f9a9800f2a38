//! The thread that keeps things: one after the other, so that what was said last is what is kept.

use crate::app::Message;
use crate::notice::Failure;
use crate::settings::Settings;

use candela_calculator_core::history::{self, File};
use candela_calculator_core::tape::Line;
use candela_shared::replace;

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// Something to be kept.
#[derive(Debug)]
pub enum Keep {
    /// New lines, behind all others.
    Append(Vec<Arc<Line>>),
    /// All lines: some have changed.
    Rewrite(Vec<Arc<Line>>),
    /// What the user has set.
    Settings(Settings),
    /// Reads the history again, where it could not be read.
    Read,
    /// Nothing: answers when all before it is kept.
    Finish,
}

/// Where things are kept; `None` where there is no home.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// The history.
    pub history: Option<PathBuf>,
    /// The settings.
    pub settings: Option<PathBuf>,
}

/// Starts the thread, which reads the history first and ends with its sender. What it has to say comes as messages.
pub fn start(places: Places) -> (Sender<Keep>, UnboundedReceiver<Message>) {
    let (requests, inbox) = channel();
    let (outbox, messages) = unbounded();
    // Without a thread nothing is kept: the stream ends, and so does what is sent.
    drop(std::thread::Builder::new().name("keeper".into()).spawn(move || run(&places, &inbox, &outbox)));
    (requests, messages)
}

fn run(places: &Places, inbox: &Receiver<Keep>, outbox: &UnboundedSender<Message>) {
    let tell = |message| {
        let _is_gone = outbox.unbounded_send(message);
    };
    let mut file = read(places, &tell);
    for request in inbox {
        let outcome = match request {
            Keep::Append(lines) => file.as_mut().map_or(Ok(()), |file| append(file, &lines)),
            Keep::Rewrite(lines) => file.as_mut().map_or(Ok(()), |file| file.rewrite(&lines).map_err(Failure::History)),
            Keep::Settings(settings) => keep_settings(places, &settings),
            Keep::Read => {
                file = read(places, &tell);
                Ok(())
            }
            Keep::Finish => {
                tell(Message::AllKept);
                Ok(())
            }
        };
        if let Err(failure) = outcome {
            tell(Message::Failed(failure));
        }
    }
}

fn read(places: &Places, tell: &dyn Fn(Message)) -> Option<File> {
    let Some(path) = &places.history else {
        tell(Message::HistoryRead(Ok(Vec::new())));
        return None;
    };
    match File::open(path) {
        Ok((file, lines)) => {
            tell(Message::HistoryRead(Ok(lines)));
            Some(file)
        }
        Err(error) => {
            // A file that cannot be read is left alone.
            tell(Message::HistoryRead(Err(error)));
            None
        }
    }
}

fn append(file: &mut File, lines: &[Arc<Line>]) -> Result<(), Failure> {
    lines.iter().try_for_each(|line| file.append(line)).map_err(Failure::History)
}

fn keep_settings(places: &Places, settings: &Settings) -> Result<(), Failure> {
    let Some(path) = &places.settings else { return Ok(()) };
    let failed =
        |error: std::io::Error| Failure::Settings(history::Error::Write { path: path.clone(), kind: error.kind() });
    replace::write(path, settings.text().as_bytes()).map_err(failed)
}
