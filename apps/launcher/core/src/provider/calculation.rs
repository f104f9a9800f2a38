//! Sums: worked out by the calculator, which is started when the first one is typed.

use super::{Ask, Deed, Finding, Provider, Sort};
use crate::system::companion::Companion;

/// An answer comes before every application.
const SCORE: u32 = 20_000;
/// How often the calculator may fail in succession before it is left alone.
const PATIENCE: u32 = 3;
/// Longer queries are no sums that somebody types, in bytes.
const LONGEST: usize = 1000;

/// Asks `candela-calculator --batch`, kept running between queries.
#[derive(Debug)]
pub struct Calculation {
    language: String,
    running: Option<Companion>,
    failures: u32,
}

impl Calculation {
    /// Reads and writes numbers as the language (a BCP 47 tag) does.
    pub fn new(language: &str) -> Self {
        Self { language: language.to_owned(), running: None, failures: 0 }
    }

    fn answer(&mut self, sum: &str, ask: &Ask) -> Option<String> {
        if self.running.is_none() && self.failures < PATIENCE {
            let arguments = ["--batch", "--locale", &self.language];
            self.running = Companion::start("calculator", &arguments).ok();
        }
        let answer = self.running.as_mut()?.answer(sum, ask.left());
        if answer.is_ok() {
            self.failures = 0;
        } else {
            // It hangs or is gone: the next sum gets a new one, a few times.
            self.failures += 1;
            self.running = None;
        }
        answer.ok()
    }
}

impl Provider for Calculation {
    fn find(&mut self, ask: Ask) {
        let sum = ask.query().split_whitespace().collect::<Vec<_>>().join(" ");
        if !is_sum(&sum) {
            return;
        }
        let Some(answer) = self.answer(&sum, &ask).filter(|answer| is_news(answer, &sum)) else {
            return;
        };
        let deed = Deed::Copy(answer.clone());
        let (id, sort) = (sum.clone(), Sort::Calculation);
        ask.finish(vec![Finding { sort, id, name: answer, detail: sum, score: SCORE, deed }]);
    }
}

/// Whether it may be a sum: a number, and something to do with it. The names of applications have digits too.
fn is_sum(text: &str) -> bool {
    let is_operator = |letter: char| letter.is_whitespace() || "+-−*×·/÷^%()!√°".contains(letter);
    text.len() <= LONGEST && text.contains(|letter: char| letter.is_numeric()) && text.contains(is_operator)
}

/// Whether the calculator said anything that the sum does not.
fn is_news(answer: &str, sum: &str) -> bool {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    !answer.is_empty() && !answer.starts_with("error: ") && bare(answer) != bare(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_sum_is_told_from_names() {
        for sum in ["2+3", "sqrt(2)", "5 km in mi", "3!", "٣+٤", "10 % of 50"] {
            assert!(is_sum(sum), "{sum}");
        }
        let long = "1+".repeat(5000);
        for other in ["", "firefox", "7zip", "3d", "2048", "a+b", &long] {
            assert!(!is_sum(other), "{other:.20}");
        }
    }

    #[test]
    fn an_answer_that_repeats_the_question_is_none() {
        assert!(is_news("5", "2 + 3"));
        for (answer, sum) in [("3 d", "3 d"), ("3 d", "3d"), ("", "1"), ("error: no", "1 +")] {
            assert!(!is_news(answer, sum), "{answer}");
        }
    }
}
