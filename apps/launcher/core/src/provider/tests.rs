//! Who waits for whom, over providers made for it.

use super::*;
use std::sync::Mutex;

fn finding(name: &str) -> Finding {
    let (id, name, detail) = (name.to_owned(), name.to_owned(), String::new());
    Finding { sort: Sort::Command, id, name, detail, score: 1, deed: Deed::Run(Vec::new()) }
}

/// Says the query back; the query `slow` waits until it is not wanted any more.
struct Echo;

impl Provider for Echo {
    fn find(&mut self, ask: Ask) {
        while ask.query() == "slow" && ask.is_wanted() {
            thread::yield_now();
        }
        let found = vec![finding(ask.query())];
        ask.finish(found);
    }
}

/// Answers only when nobody wants it any more.
struct Never;

impl Provider for Never {
    fn find(&mut self, ask: Ask) {
        while ask.is_wanted() {
            thread::yield_now();
        }
        ask.finish(vec![finding("late")]);
    }
}

/// Tells in two parts.
struct Stream;

impl Provider for Stream {
    fn find(&mut self, ask: Ask) {
        ask.tell(vec![finding("one")]);
        ask.finish(vec![finding("one"), finding("two")]);
    }
}

/// Dies of the first question.
struct Panic;

impl Provider for Panic {
    fn find(&mut self, _ask: Ask) {
        std::panic::panic_any("a provider that panics");
    }
}

fn names(found: Vec<(usize, Vec<Finding>)>) -> Vec<String> {
    found.into_iter().flat_map(|(_, findings)| findings).map(|finding| finding.name).collect()
}

#[test]
fn a_newer_query_ends_the_one_before_and_only_it_is_answered() {
    let providers = Providers::start(vec![Box::new(Echo)]);
    let told = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&told);
    providers.ask("slow", move |answer| kept.lock().unwrap().push(answer));
    assert_eq!(names(providers.all("quick")), ["quick"]);
    assert!(told.lock().unwrap().iter().all(|answer| !matches!(answer, Answer::Found { .. })));
}

#[test]
fn a_slow_provider_delays_no_other_and_both_its_deadlines_are_told() {
    let providers = Providers::start(vec![Box::new(Echo), Box::new(Never), Box::new(Echo)]);
    let (sender, answers) = channel();
    providers.ask("a", move |answer| drop(sender.send(answer)));
    let next = || answers.recv_timeout(DEADLINE * 2).unwrap();
    let mut first = [next(), next()];
    first.sort_by_key(|answer| matches!(answer, Answer::Found { provider: 2, .. }));
    assert!(matches!(first, [Answer::Found { provider: 0, .. }, Answer::Found { provider: 2, .. }]), "{first:?}");
    assert_eq!(next(), Answer::SoftDeadline);
    // What comes after the deadline is not told; that all have answered may be told before it.
    assert!(matches!(next(), Answer::Deadline | Answer::Done));
}

#[test]
fn what_is_told_later_takes_the_place_of_what_was_told_before() {
    let providers = Providers::start(vec![Box::new(Stream)]);
    assert_eq!(names(providers.all("a")), ["one", "two"]);
}

#[test]
fn one_that_dies_counts_as_answered_now_and_later() {
    let providers = Providers::start(vec![Box::new(Panic), Box::new(Echo)]);
    for query in ["a", "b"] {
        let started = Instant::now();
        assert_eq!(names(providers.all(query)), [query]);
        assert!(started.elapsed() < DEADLINE, "nobody waits for it");
    }
}

#[test]
fn where_there_is_no_provider_nobody_is_waited_for() {
    let providers = Providers::start(Vec::new());
    let (sender, answers) = channel();
    providers.ask("a", move |answer| drop(sender.send(answer)));
    assert_eq!(answers.recv().unwrap(), Answer::Done);
}
