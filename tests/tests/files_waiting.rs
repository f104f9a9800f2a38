//! Operations that wait, for another one on the same device or for a file system that does not answer, by the command
//! line: they say so, can be cancelled at once, and outlive whoever dies.
#![expect(clippy::unwrap_used, reason = "what fails in a test should fail loudly")]

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use candela_tests::{Tree, candela};
use rustix::process::{Pid, Signal, kill_process};

/// A tree with a file that is large enough to wait for others, and a folder to put it in.
fn tree() -> Tree {
    let tree = Tree::new();
    let _small = tree.write("home/from/small", "small");
    File::create(tree.path("home/from/large")).unwrap().set_len(64 << 20).unwrap();
    fs::create_dir(tree.path("home/to")).unwrap();
    tree
}

const COPY: [&str; 6] = ["files", "copy", "from/large", "to", "--progress", "--verify"];

fn start(mut command: Command) -> Child {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Reads what is said until a line holds that; the rest is still to be read.
fn said(child: &mut Child, wanted: &str) -> BufReader<std::process::ChildStderr> {
    let mut told = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains(wanted) {
        line.clear();
        assert!(told.read_line(&mut line).unwrap() > 0, "it ended before it said {wanted}");
    }
    told
}

fn interrupt(process: &Child) {
    kill_process(Pid::from_child(process), Signal::INT).unwrap();
}

fn rest(mut told: impl Read) -> String {
    let mut text = String::new();
    let _length = told.read_to_string(&mut text).unwrap();
    text
}

/// Somebody else at work on the device: a process that holds its lock as long as it lives.
fn other(tree: &Tree) -> Child {
    let device = std::os::unix::fs::MetadataExt::dev(&fs::metadata(tree.path("home")).unwrap());
    let locks = tree.path("runtime/candela/files/locks");
    fs::create_dir_all(&locks).unwrap();
    let script = r#"exec 9>"$1"; flock 9; echo; exec sleep 1000"#;
    let mut command = Command::new("sh");
    let _same = command.args(["-c", script, "sh"]).arg(locks.join(format!("device-{device:x}")));
    let mut other = start(command);
    let mut line = [0];
    other.stdout.as_mut().unwrap().read_exact(&mut line).unwrap();
    other
}

#[test]
fn two_instances_work_on_a_device_one_after_the_other_and_nobody_waits_for_the_dead() {
    let tree = tree();
    let mut other = other(&tree);
    let mut cancelled = start(tree.command(COPY));
    let told = said(&mut cancelled, "waiting for another operation");
    interrupt(&cancelled);
    assert!(rest(told).contains("cancelled"));
    assert_eq!(cancelled.wait().unwrap().code(), Some(1));
    assert_eq!(fs::read_dir(tree.path("home/to")).unwrap().count(), 0);
    let small = tree.run(["files", "copy", "from/small", "to"]);
    assert!(small.status.success(), "what is small waits for nobody: {small:?}");
    let mut waiting = start(tree.command(COPY));
    let told = said(&mut waiting, "waiting for another operation");
    other.kill().unwrap();
    let _ended = other.wait().unwrap();
    let _progress = rest(told);
    assert_eq!(waiting.wait().unwrap().code(), Some(0));
    assert_eq!(tree.path("home/to/large").metadata().unwrap().len(), 64 << 20);
}

#[test]
fn what_is_cancelled_while_a_file_system_does_not_answer_ends_and_says_what_is_left() {
    let tree = tree();
    let traced = Command::new("strace").args(["-o", "/dev/null", "true"]).status();
    if !traced.is_ok_and(|status| status.success()) {
        return;
    }
    // The file gets its size last.
    let hung = ["-f", "-qq", "-o", "log", "-e", "trace=ftruncate", "-e", "inject=ftruncate:delay_enter=3000000"];
    let words = hung.iter().map(AsRef::as_ref).chain([candela().as_os_str()]).chain(COPY.iter().map(AsRef::as_ref));
    let mut hanging = start(tree.command_of(Path::new("strace"), words));
    let told = said(&mut hanging, "working");
    let process = traced_process(hanging.id());
    kill_process(process, Signal::INT).unwrap();
    let text = rest(told);
    // Which file it is, a process of its own knows, where one does the work.
    assert!(text.contains("does not answer") && text.contains("candela-files recover"), "{text}");
    assert_eq!(hanging.wait().unwrap().code(), Some(1));
    assert!(!tree.path("home/to/large").exists());
    // Nothing of it is forgotten.
    let recovered = tree.run(["files", "recover", "--roll-back"]);
    assert!(recovered.status.success(), "{recovered:?}");
    assert_eq!(fs::read_dir(tree.path("home/to")).unwrap().count(), 0);
    assert!(tree.path("home/from/large").exists());
}

/// The process that strace has started.
fn traced_process(strace: u32) -> Pid {
    let children = fs::read_to_string(format!("/proc/{strace}/task/{strace}/children")).unwrap();
    Pid::from_raw(children.split_whitespace().next().unwrap().parse().unwrap()).unwrap()
}
