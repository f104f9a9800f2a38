//! The user's file of exchange rates: where it lies, and how it is brought up to date when the user asks. Blocks.

use candela_calculator_core::currency::Rates;
use candela_shared::{Directories, replace};

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where the European Central Bank publishes its rates every working day.
pub const SOURCE: &str = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml";

/// The most of a file that is read, in bytes: the bank's has two thousand.
const MOST: u64 = 1 << 20;

/// Programs that fetch an address, and what they are told before it: to say nothing but the file, and to end.
const FETCHERS: &[(&str, &[&str])] = &[
    ("curl", &["-fsSL", "--proto", "=http,https", "--max-time", "20", "--max-filesize", "1048576", "--"]),
    ("wget", &["-q", "-O", "-", "--timeout=20", "--tries=1", "--"]),
    ("fetch", &["-q", "-o", "-", "-T", "20"]),
];

/// Why there are no newer rates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The file cannot be read.
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// No program that fetches addresses is installed.
    NoFetcher,
    /// The address gave no file.
    Fetch {
        /// What the program that fetches said.
        detail: String,
    },
    /// What came holds no rates.
    NoRates,
    /// The rates cannot be kept.
    Write {
        /// The user's file.
        path: PathBuf,
        /// What the system said.
        kind: io::ErrorKind,
    },
}

/// Returns the user's file; `None` where there is no home.
pub fn path() -> Option<PathBuf> {
    Some(Directories::from_environment().data_home?.join("candela/eurofxref-daily.xml"))
}

/// Reads the user's file, which a timer of theirs may keep up to date, too.
pub fn own() -> Option<Rates> {
    Rates::parse(&fs::read_to_string(path()?).ok()?)
}

/// Takes rates from a file or an address, and keeps them in the user's file.
///
/// # Errors
/// As [`Error`] says; the rates that were there are still there then.
pub fn refresh(source: &str, own: Option<&Path>) -> Result<Rates, Error> {
    let text = if is_address(source) { fetched(source)? } else { read(&local(source))? };
    let rates = Rates::parse(&text).ok_or(Error::NoRates)?;
    if let Some(path) = own {
        let failed = |error: io::Error| Error::Write { path: path.to_owned(), kind: error.kind() };
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
        replace::write(path, text.as_bytes()).map_err(failed)?;
    }
    Ok(rates)
}

fn is_address(source: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| source.starts_with(scheme))
}

/// Returns the file a source names: a path, one below the home, or an address of a file.
fn local(source: &str) -> PathBuf {
    let source = source.strip_prefix("file://").unwrap_or(source);
    match (source.strip_prefix("~/"), Directories::from_environment().home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => source.into(),
    }
}

fn read(path: &Path) -> Result<String, Error> {
    let failed = |error: io::Error| Error::Read { path: path.to_owned(), kind: error.kind() };
    text(File::open(path).map_err(failed)?).map_err(failed)
}

/// Reads a text, and no more of it than a file of rates can have.
fn text(from: impl Read) -> io::Result<String> {
    let mut text = String::new();
    let _length = from.take(MOST).read_to_string(&mut text)?;
    Ok(text)
}

/// Has the first program that is installed fetch an address.
fn fetched(address: &str) -> Result<String, Error> {
    for (program, arguments) in FETCHERS {
        let mut command = Command::new(program);
        let _ =
            command.args(*arguments).arg(address).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let output = match command.output() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            output => output,
        };
        let failed = |detail: String| Error::Fetch { detail };
        let output = output.map_err(|error| failed(error.to_string()))?;
        if output.status.success() {
            return text(output.stdout.as_slice()).map_err(|_| Error::NoRates);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let last = said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
        return Err(failed(if last.is_empty() { output.status.to_string() } else { last.to_owned() }));
    }
    Err(Error::NoFetcher)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::net::TcpListener;

    const FILE: &str = "<Cube><Cube time='2026-11-23'><Cube currency='USD' rate='1.25'/></Cube></Cube>";

    /// A folder that goes with the test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("candela-rates-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    /// Answers one request for an address with a body, and returns the address.
    fn serve(status: &'static str, body: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/rates.xml", listener.local_addr().unwrap());
        drop(std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 4096];
            let _length = stream.read(&mut request).unwrap();
            let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            stream.write_all((head + body).as_bytes()).unwrap();
        }));
        address
    }

    #[test]
    fn rates_of_a_file_are_kept_as_the_users_own() {
        let folder = Folder::new("file");
        let (given, own) = (folder.0.join("given.xml"), folder.0.join("new/own.xml"));
        fs::write(&given, FILE).unwrap();
        let rates = refresh(given.to_str().unwrap(), Some(&own)).unwrap();
        assert_eq!(rates.date.to_string(), "2026-11-23");
        assert_eq!(fs::read_to_string(&own).unwrap(), FILE);
        assert_eq!(refresh(&format!("file://{}", given.display()), None), Ok(rates));
    }

    #[test]
    fn what_holds_no_rates_leaves_the_users_own_alone() {
        let folder = Folder::new("none");
        let (given, own) = (folder.0.join("given.xml"), folder.0.join("own.xml"));
        fs::write(&own, FILE).unwrap();
        fs::write(&given, "<html>Not found</html>").unwrap();
        assert_eq!(refresh(given.to_str().unwrap(), Some(&own)), Err(Error::NoRates));
        let missing = folder.0.join("missing");
        let expected = Error::Read { path: missing.clone(), kind: io::ErrorKind::NotFound };
        assert_eq!(refresh(missing.to_str().unwrap(), Some(&own)), Err(expected));
        assert_eq!(fs::read_to_string(&own).unwrap(), FILE);
    }

    #[test]
    fn rates_of_an_address_come_by_the_program_that_is_installed() {
        match refresh(&serve("200 OK", FILE), None) {
            Ok(rates) => assert_eq!(rates.date.to_string(), "2026-11-23"),
            Err(error) => assert_eq!(error, Error::NoFetcher),
        }
        let failed = refresh(&serve("404 Not Found", ""), None).unwrap_err();
        assert!(matches!(failed, Error::Fetch { .. } | Error::NoFetcher), "{failed:?}");
    }
}
