//! The message buses: where they are, and the session under a name on its own one.
//!
//! Nothing waits for a bus: one that is not there, or hangs, costs the session nothing but that.

/// The name of a session on the message bus, its object and its interface.
pub const NAME: &str = "org.candela.Session";
/// The object of a session.
pub const PATH: &str = "/org/candela/Session";

/// Where the message buses are; `None` where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Buses {
    /// The address of the session's own.
    pub session: Option<String>,
    /// The address of the system's.
    pub system: Option<String>,
}

#[cfg(feature = "dbus")]
pub use answering::answer;

/// Answers on the message bus: this build does not.
#[cfg(not(feature = "dbus"))]
pub fn answer(_address: &str, _socket: &std::path::Path) {}

#[cfg(feature = "dbus")]
mod answering {
    use super::{NAME, PATH};
    use crate::notice::Notice;
    use crate::protocol::{Answer, Request};
    use crate::system::client::Client;

    use futures::channel::oneshot;
    use zbus::blocking::{Connection, connection};

    use std::io;
    use std::path::{Path, PathBuf};
    use std::thread;

    /// Answers on the message bus what the session's socket answers, as long as this process lives.
    ///
    /// Where another session has the name it stays that one's: this one has its socket.
    pub fn answer(address: &str, socket: &Path) {
        let (address, session) = (address.to_owned(), Session { socket: socket.to_owned() });
        let serve = move || {
            if let Ok(_connection) = open(&address, session) {
                loop {
                    thread::park();
                }
            }
        };
        // Without a thread there is the socket.
        drop(thread::Builder::new().name("bus".into()).spawn(serve));
    }

    fn open(address: &str, session: Session) -> zbus::Result<Connection> {
        let builder = connection::Builder::address(address)?.allow_name_replacements(false);
        builder.replace_existing_names(false).serve_at(PATH, session)?.name(NAME)?.build()
    }

    /// The session, as its socket shows it.
    struct Session {
        socket: PathBuf,
    }

    /// Why something was not done.
    #[derive(Debug, zbus::DBusError)]
    #[zbus(prefix = "org.candela.Session.Error")]
    enum Failure {
        #[zbus(error)]
        ZBus(zbus::Error),
        /// Windows do not close, or somebody asked to wait.
        Refused(String),
        /// It ends already.
        Ending(String),
        /// There is no such component.
        UnknownComponent(String),
        /// The component cannot be started.
        NotStarted(String),
        /// The session does not answer.
        NoAnswer(String),
    }

    #[zbus::interface(name = "org.candela.Session")]
    impl Session {
        /// How the session is: the document of `candela-session status --json`.
        async fn status(&self) -> Result<String, Failure> {
            match self.ask(Request::Status).await? {
                Answer::Status(status) => serde_json::to_string(&status).map_err(|error| no_answer(&error)),
                other => Err(refusal(&other)),
            }
        }

        /// Ends the session; returns when it has begun to end.
        async fn logout(&self, is_forced: bool) -> Result<(), Failure> {
            match self.ask(Request::Logout { is_forced, spared: None }).await? {
                Answer::Ending => Ok(()),
                other => Err(refusal(&other)),
            }
        }

        /// Starts a component anew, and returns its process.
        async fn restart(&self, component: String) -> Result<u32, Failure> {
            match self.ask(Request::Restart { component }).await? {
                Answer::Restarted { pid, .. } => Ok(pid),
                other => Err(refusal(&other)),
            }
        }
    }

    impl Session {
        /// Asks by the socket, on a thread of its own: others may ask on the bus meanwhile.
        async fn ask(&self, request: Request) -> Result<Answer, Failure> {
            let (sender, receiver) = oneshot::channel();
            let socket = self.socket.clone();
            let ask = move || {
                let answer = Client::at(&socket).and_then(|client| client.ask(&request));
                // Who asked may have gone.
                let _ = sender.send(answer);
            };
            drop(thread::Builder::new().name("bus request".into()).spawn(ask));
            let answer: io::Result<Answer> = receiver.await.map_err(|error| no_answer(&error))?;
            answer.map_err(|error| no_answer(&error))
        }
    }

    fn no_answer(error: &dyn std::error::Error) -> Failure {
        Failure::NoAnswer(error.to_string())
    }

    fn refusal(answer: &Answer) -> Failure {
        match answer {
            Answer::Refused { windows, inhibitors } => Failure::Refused(match inhibitors.first() {
                Some(one) => Notice::Inhibited { who: one.who.clone(), why: one.why.clone() }.to_string(),
                None => Notice::WindowsOpen { windows: windows.clone() }.to_string(),
            }),
            Answer::Unknown { component, components } => {
                Failure::UnknownComponent(format!("no component {component}; there are: {}", components.join(", ")))
            }
            Answer::NotStarted { component, reason } => Failure::NotStarted(
                Notice::NotStarted { component: component.clone(), reason: reason.clone() }.to_string(),
            ),
            Answer::Busy => Failure::Ending("the session is ending already".to_owned()),
            Answer::Status(_) | Answer::Ending | Answer::Closed | Answer::Restarted { .. } | Answer::Inhibited => {
                Failure::NoAnswer("the session answered something else".to_owned())
            }
        }
    }
}
