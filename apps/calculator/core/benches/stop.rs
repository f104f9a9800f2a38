//! How long lines that are meant to harm take, and how soon each of them stops when Escape is pressed.

use candela_calculator_core::date::Date;
use candela_calculator_core::{Budget, Calculator, Settings};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

const LINES: &[&str] = &[
    "9^9^9^9",
    "10^10^10",
    "(10^6)!",
    "1e1000000",
    "1<<10^9",
    "0^0",
    "1/0",
    "tan(pi/2)",
    "2^(10^6)/3^(10^6)",
    "(1/3)^400000 + (1/7)^300000",
    "sqrt(10^10^6)",
    "sin(10^100000)",
    "fib(4000000)",
    "7^7^7^7 mod 10",
    "7^7^7^7",
    "sqrt(7^700000)",
    "round(sqrt(7^7^7))",
    "lcm(3^600000,5^400000)",
    "log2(3^1200000)",
    "isprime(2^9689-1)",
    "factor((10^30+57)*(10^30+99)*(10^31+33))",
    "totient(10^50+1)",
    "pmt(5%,630602,0,2000)",
    "1/((21/20)^630602-1)",
    "mean(1/3^200000,1/7^100000)",
    "floor(sqrt(2)*10^600000)",
    "round(pi, 1000000)",
    "floor(e^20000)",
    "gamma(-731.304)",
    "sin(cosh(19744))",
    "10^1000000 to hex",
    "nextprime(10^2000)",
    "prod(1/3+1/7^20000, 1/11^20000, 1/13^20000, 1/17^20000)",
];

/// When Escape is pressed after this, lines are in the midst of their work.
const MIDST: [Duration; 4] =
    [Duration::from_millis(5), Duration::from_millis(30), Duration::from_millis(100), Duration::from_millis(300)];

/// What a line may take.
const LIMIT: Duration = Duration::from_secs(1);

fn main() {
    let deep = format!("{}1{}", "(".repeat(10_000), ")".repeat(10_000));
    let mut worst = Duration::ZERO;
    for line in LINES.iter().copied().chain([deep.as_str()]) {
        let (took, _) = run(line, None);
        let stops = MIDST.into_iter().filter_map(|after| run(line, Some(after)).1).max();
        worst = worst.max(stops.unwrap_or_default());
        let name: String = line.chars().take(48).collect();
        print(&format!("{name:48} answered or refused in {took:?}, stopped within {stops:?}"));
    }
    print(&format!("the slowest to stop: {worst:?}"));
}

/// Works a line out on a thread, stops it after a while, and returns what it took and what it took to stop.
fn run(line: &str, stop_after: Option<Duration>) -> (Duration, Option<Duration>) {
    let cancel = Arc::new(AtomicBool::new(false));
    let (sender, receiver) = channel();
    let (text, flag) = (line.to_owned(), Arc::clone(&cancel));
    let begin = Instant::now();
    let work = move || {
        let calculator = Calculator::new(Settings::default(), None, Date::new(2026, 11, 24).expect("the day exists"));
        let budget = Budget::new(flag, Some(Instant::now() + LIMIT));
        let _is_gone = sender.send(calculator.preview(&text, &budget).is_ok());
    };
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(work).expect("a thread can be had");
    let mut stopped = None;
    if receiver.recv_timeout(stop_after.unwrap_or(Duration::MAX)) == Err(RecvTimeoutError::Timeout) {
        let pressed = Instant::now();
        cancel.store(true, Ordering::Relaxed);
        let _outcome = receiver.recv();
        stopped = Some(pressed.elapsed());
    }
    let took = begin.elapsed();
    thread.join().expect("no line harms");
    (took, stopped)
}

#[expect(clippy::print_stdout, reason = "what it has measured")]
fn print(line: &str) {
    println!("{line}");
}
