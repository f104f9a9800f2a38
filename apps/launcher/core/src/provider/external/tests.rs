//! Children that behave, and children that do not.

use super::super::{Answer, DEADLINE, Providers};
use super::*;

use std::sync::mpsc::channel;

/// A shell as a provider: it stands for programs of any kind.
fn shell(script: &str) -> Providers {
    let command = ["sh", "-c", script].map(OsString::from).into();
    Providers::start(vec![Box::new(External::new("Test", command))])
}

fn names(providers: &Providers, query: &str) -> Vec<String> {
    let found = providers.all(query).into_iter().flat_map(|(_, findings)| findings);
    found.map(|finding| finding.name).collect()
}

/// Answers every question with its number.
const ECHO: &str = r#"while read -r line; do
    case $line in *cancel*) continue ;; esac
    id=${line#*:}; id=${id%%,*}
    echo "{\"id\":$id,\"items\":[{\"name\":\"answer $id\",\"copy\":\"x\"}]}"
done"#;

#[test]
fn every_question_is_answered_by_the_same_child() {
    let providers = shell(ECHO);
    for number in 1..4 {
        assert_eq!(names(&providers, "a \"quoted\"\nquery"), [format!("answer {number}")]);
    }
}

#[test]
fn an_answer_in_parts_is_told_as_it_comes() {
    let providers = shell(
        r#"read -r line
        echo '{"id":1,"more":true,"items":[{"name":"one","copy":"1"}]}'
        echo '{"id":7,"items":[{"name":"of another question","copy":""}]}'
        echo '{"id":1,"items":[{"name":"two","copy":"2"}]}'
        read -r line"#,
    );
    assert_eq!(names(&providers, "a"), ["one", "two"]);
}

#[test]
fn one_that_babbles_floods_or_dies_is_left_alone_for_a_while_and_delays_nobody() {
    let flood = r#"read -r line; while :; do echo '{"id":9}'; done"#;
    for script in ["echo hello; cat", "cat /dev/zero", flood, "exit 1", "exec no-such-program-here", "echo '{'; cat"] {
        let providers = shell(script);
        let started = Instant::now();
        assert_eq!(names(&providers, "a"), [""; 0], "{script}");
        assert_eq!(names(&providers, "b"), [""; 0], "{script}");
        assert!(started.elapsed() < DEADLINE, "{script}: nobody waits for it");
    }
}

#[test]
fn one_that_hangs_gives_up_at_the_deadline_and_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("process");
    let providers = shell(&format!("echo $$ > '{}'; exec sleep 1000", file.display()));
    let (sender, answers) = channel();
    providers.ask("a", move |answer| drop(sender.send(answer)));
    let told: Vec<_> = [answers.recv().unwrap(), answers.recv().unwrap()].into();
    assert_eq!(told, [Answer::SoftDeadline, Answer::Deadline]);
    let process = fs::read_to_string(file).unwrap();
    assert!(Path::new("/proc").join(process.trim()).exists() || !Path::new("/proc/self").exists());
    assert_eq!(names(&providers, "b"), [""; 0]);
    assert!(!Path::new("/proc").join(process.trim()).exists(), "it was ended");
}

#[test]
fn one_that_reads_nothing_is_ended_when_it_cannot_be_asked_any_more() {
    let providers = shell("exec sleep 1000");
    let long = "x".repeat(40_000);
    // Cancelled questions fill the pipe; then it rests, and the answer is none at once.
    for number in 0..4 {
        let (sender, answers) = channel();
        providers.ask(&format!("{number}{long}"), move |answer| drop(sender.send(answer)));
        let _soft_or_done = answers.recv().unwrap();
    }
    let started = Instant::now();
    assert_eq!(names(&providers, "last"), [""; 0]);
    assert!(started.elapsed() < DEADLINE);
}

#[test]
fn pauses_grow_and_an_answer_ends_them() {
    let mut state = State::default();
    let mut pause = || {
        state.fail();
        state.rests_until.unwrap().saturating_duration_since(Instant::now()).as_secs_f64().ceil()
    };
    let pauses: Vec<f64> = (0..8).map(|_| pause()).collect();
    assert_eq!(pauses, [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0]);
}

#[test]
fn manifests_are_found_and_broken_ones_cost_only_themselves() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name).join(FOLDER);
        fs::create_dir_all(&path).unwrap();
        let (file, text) = text.split_once('|').unwrap();
        fs::write(path.join(file), text).unwrap();
    };
    write("home", "b.toml|name = \"Mine\"\ncommand = [\"./run\", \"x\"]");
    write("usr", "b.toml|name = \"Masked\"\ncommand = [\"true\"]");
    write("usr", "a.toml|name = \"A\"\ncommand = [\"true\"]");
    for (name, text) in [("c", "= nonsense"), ("d", "name = 1\ncommand = []"), ("e", "name = \"E\"\ncommand = [1]")] {
        write("usr", &format!("{name}.toml|{text}"));
    }
    write("usr", "f.txt|name = \"F\"\ncommand = [\"true\"]");
    let data = |name: &str| folder.path().join(name);
    let directories =
        Directories { data_home: Some(data("home")), data_dirs: vec![data("usr")], ..Directories::default() };
    let found: Vec<_> =
        installed(&directories).into_iter().map(|one| (one.name.clone(), one.command.clone())).collect();
    let run = data("home").join(FOLDER).join("run").into_os_string();
    assert_eq!(found, [("A".to_owned(), vec!["true".into()]), ("Mine".to_owned(), vec![run, "x".into()])]);
}
