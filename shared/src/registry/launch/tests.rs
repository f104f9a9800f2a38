//! Real programs, started and watched.

use super::*;
use rustix::process::{Pid, Signal, getpgid, getsid, kill_process};

fn context() -> Context {
    Context::new(|name| std::env::var_os(name).filter(|_| name == "PATH"))
}

fn run(script: &str) -> Started {
    start(&shell(script), &context(), &Request::default()).unwrap()
}

fn shell(script: &str) -> Launch {
    Launch { arguments: ["sh", "-c", script].map(OsString::from).into(), ..Launch::default() }
}

fn end(script: &str) -> End {
    run(script).end.recv().unwrap()
}

fn words(end: &End) -> &str {
    str::from_utf8(&end.words).unwrap()
}

#[test]
fn a_program_has_a_session_and_a_group_of_its_own() {
    let started = run("exec sleep 1000");
    let pid = Pid::from_raw(started.id.try_into().unwrap()).unwrap();
    let found = (getsid(Some(pid)), getpgid(Some(pid)));
    kill_process(pid, Signal::TERM).unwrap();
    assert_eq!(found, (Ok(pid), Ok(pid)));
    let end = started.end.recv().unwrap();
    assert_eq!((end.code, end.signal, end.is_success()), (None, Some(Signal::TERM.as_raw()), false));
    assert_eq!(getsid(Some(pid)), Err(rustix::io::Errno::SRCH), "it is no zombie");
}

#[test]
fn a_program_that_fails_is_reported_with_its_words() {
    let failure = run("echo lost >&2; exit 7").early_failure().unwrap();
    assert_eq!(failure, End { code: Some(7), signal: None, words: b"lost\n".to_vec() });
    assert_eq!(run("echo fine >&2").early_failure(), None);
}

#[test]
fn the_last_words_are_kept_and_no_more() {
    let end = end("i=0; while [ $i -lt 20000 ]; do echo \"line $i\" >&2; i=$((i+1)); done; exit 1");
    assert_eq!(end.words.len(), WORDS_KEPT);
    assert!(words(&end).ends_with("line 19998\nline 19999\n"));
}

#[test]
fn a_grandchild_that_keeps_speaking_does_not_hold_the_report_up() {
    let folder = tempfile::tempdir().unwrap();
    let note = folder.path().join("grandchild");
    let end = end(&format!("sleep 1000 & echo $! > {}; exit 3", note.display()));
    assert_eq!((end.code, end.words), (Some(3), vec![]));
    let grandchild: i32 = std::fs::read_to_string(note).unwrap().trim().parse().unwrap();
    kill_process(Pid::from_raw(grandchild).unwrap(), Signal::KILL).unwrap();
}

#[test]
fn a_program_gets_an_empty_input_and_none_of_our_descriptors() {
    use rustix::fs::{Mode, OFlags, open};
    use std::os::fd::AsRawFd;
    let leaking = open("/dev/null", OFlags::RDONLY, Mode::empty()).unwrap();
    let script = format!("[ -e /dev/fd/{} ] && echo leaked >&2; cat >&2; exit 1", leaking.as_raw_fd());
    assert_eq!(words(&end(&script)), "");
}

#[test]
fn tokens_are_handed_on_when_given_and_never_inherited() {
    let script = "echo \"${DESKTOP_STARTUP_ID-unset} ${XDG_ACTIVATION_TOKEN-unset} $EXTRA\" >&2; exit 1";
    let launch = Launch { environment: vec![("EXTRA".into(), "a b".into())], ..shell(script) };
    let request = Request { startup_id: Some("one".into()), activation_token: Some("two".into()), id: None };
    for (request, expected) in [(request, "one two a b\n"), (Request::default(), "unset unset a b\n")] {
        let started = start(&launch, &context(), &request).unwrap();
        assert_eq!(words(&started.end.recv().unwrap()), expected);
    }
}

#[test]
fn d15_a_token_is_handed_on_to_one_program() {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("note");
    std::fs::write(&program, "echo \"$1 ${XDG_ACTIVATION_TOKEN-unset}\" >\"$1\"\n").unwrap();
    let exec = format!("sh \"{}\" %f", program.display());
    let entry = crate::registry::Entry { exec: Some(exec.into()), ..Default::default() };
    let note = |name: &str| folder.path().join(name);
    let targets = [note("a"), note("b")].map(crate::registry::Target::Path);
    let request = Request::inherited(|name| Some(if name == TOKENS[1] { "token" } else { "" }.into()));
    assert_eq!(request.startup_id, None, "empty is unset");
    let start = crate::registry::start::start(&entry, None, &targets, &context(), &request).unwrap();
    start.programs().iter().for_each(|program| assert!(program.end.recv().unwrap().is_success()));
    for (name, token) in [("a", "token"), ("b", "unset")] {
        let text = std::fs::read_to_string(note(name)).unwrap();
        assert_eq!(text.trim(), format!("{} {token}", note(name).display()));
    }
}

#[test]
fn a_program_starts_in_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap();
    let launch = Launch { working_directory: Some(path.clone()), ..shell("pwd >&2; exit 1") };
    let started = start(&launch, &context(), &Request::default()).unwrap();
    assert_eq!(words(&started.end.recv().unwrap()), format!("{}\n", path.display()));
}

#[test]
fn what_is_missing_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("gone");
    let command = |program: &Path| Launch { arguments: vec![program.into()], ..Launch::default() };
    let failure = |launch: &Launch| start(launch, &context(), &Request::default()).unwrap_err();
    assert_eq!(failure(&command(&gone)), Error::MissingProgram(gone.clone().into()));
    assert_eq!(failure(&command(Path::new("no-such-program"))), Error::MissingProgram("no-such-program".into()));
    assert_eq!(failure(&Launch::default()), Error::Nothing);
    let astray = Launch { working_directory: Some(gone.clone()), ..shell("true") };
    assert_eq!(failure(&astray), Error::MissingFolder(gone));
    let broken = folder.path().join("broken");
    std::fs::write(&broken, "#!/no/such/interpreter\n").unwrap();
    std::fs::set_permissions(&broken, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let refused = Error::Refused { program: broken.clone().into(), kind: io::ErrorKind::NotFound };
    assert_eq!(failure(&command(&broken)), refused, "a failed exec is reported, though descriptors are let go");
}

#[test]
fn a_signal_we_ignore_is_not_ignored_by_the_program() {
    // A shell that starts with a signal ignored cannot trap it.
    let script = "trap 'exit 9' PIPE; kill -PIPE $$; exit 1";
    assert_eq!(end(script).code, Some(9), "Rust's programs ignore SIGPIPE");
}
