//! Asks on a terminal, where there is no window to ask in.

use crate::notice;

use candela_shared::i18n::Words;
use candela_shared::tr;
use candela_shutdown_core::plan::{Answer, Power};
use candela_shutdown_core::{Detection, Report};

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};

/// What somebody at a terminal wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// An answer to what waits.
    Answer(Answer),
    /// Go down without knowing what waits.
    GoInTheDark,
}

/// Asks on the terminal of this process; `None` where it has none, or nobody answers.
pub fn ask(words: &Words, report: &Report, power: Power) -> Option<Reply> {
    let terminal = File::options().read(true).write(true).open("/dev/tty").ok().filter(File::is_terminal)?;
    let mut reader = BufReader::new(terminal.try_clone().ok()?);
    converse(words, report, power, &mut reader, &terminal).ok()?
}

/// Says what waits, and asks until it is answered.
fn converse(
    words: &Words,
    report: &Report,
    power: Power,
    reader: &mut impl BufRead,
    mut writer: impl Write,
) -> io::Result<Option<Reply>> {
    writeln!(writer, "{}", title(words, power))?;
    writeln!(writer, "{}", notice::detected(words, report))?;
    match report.detection {
        Detection::None | Detection::Available(_) => return Ok(Some(Reply::Answer(Answer::Skip))),
        Detection::Busy(_) => return Ok(Some(Reply::Answer(Answer::Cancel))),
        Detection::Pending(_) | Detection::Unknown(_) => {}
    }
    let is_known = matches!(report.detection, Detection::Pending(_));
    let mut line = String::new();
    loop {
        write!(writer, "{}", question(words, is_known))?;
        writer.flush()?;
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        if let Some(reply) = reply(words, line.trim(), is_known) {
            return Ok(Some(reply));
        }
    }
}

fn title(words: &Words, power: Power) -> String {
    match power {
        Power::PowerOff => tr!(words, "shutdown-title-power-off"),
        Power::Reboot => tr!(words, "shutdown-title-reboot"),
    }
}

fn question(words: &Words, is_known: bool) -> String {
    let (skip, cancel) = (tr!(words, "shutdown-ask-skip"), tr!(words, "shutdown-ask-cancel"));
    if is_known {
        let install = tr!(words, "shutdown-ask-install");
        tr!(words, "shutdown-ask", install = install, skip = skip, cancel = cancel)
    } else {
        tr!(words, "shutdown-ask-unknown", skip = skip, cancel = cancel)
    }
}

/// The letter of the language, or the word of the command line.
fn reply(words: &Words, said: &str, is_known: bool) -> Option<Reply> {
    let said = said.to_lowercase();
    let answer = Answer::ALL.into_iter().find(|answer| {
        let letter = match answer {
            Answer::Install => tr!(words, "shutdown-ask-install"),
            Answer::Skip => tr!(words, "shutdown-ask-skip"),
            Answer::Cancel => tr!(words, "shutdown-ask-cancel"),
        };
        said == letter || said == answer.word()
    })?;
    match (answer, is_known) {
        (Answer::Install, false) => None,
        (Answer::Skip, false) => Some(Reply::GoInTheDark),
        (answer, _) => Some(Reply::Answer(answer)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candela_shared::Directories;
    use candela_shared::i18n::{Locale, Medium};
    use candela_shutdown_core::{Reason, Updates};

    fn said(locale: &str, detection: Detection, typed: &str) -> (Option<Reply>, String) {
        let locales: Vec<Locale> = Locale::parse(locale).into_iter().collect();
        let words = Words::new("shutdown", &locales, &Directories::default(), Medium::Terminal);
        let report = Report { source: Some("apt"), detection };
        let mut written = Vec::new();
        let reply = converse(&words, &report, Power::PowerOff, &mut typed.as_bytes(), &mut written).unwrap();
        (reply, String::from_utf8(written).unwrap())
    }

    fn pending() -> Detection {
        Detection::Pending(Updates { count: Some(2), ..Updates::default() })
    }

    #[test]
    fn it_asks_until_it_is_answered_in_the_user_s_language() {
        let (reply, written) = said("en", pending(), "x\n\nS\n");
        assert_eq!(reply, Some(Reply::Answer(Answer::Skip)));
        assert_eq!(written.matches("[i] install").count(), 3, "{written}");
        assert_eq!(said("de", pending(), "o\n").0, Some(Reply::Answer(Answer::Skip)));
        assert_eq!(said("de", pending(), "install\n").0, Some(Reply::Answer(Answer::Install)));
        assert_eq!(said("en", pending(), "").0, None, "nobody is there");
    }

    #[test]
    fn what_is_unknown_cannot_be_installed_but_gone_without() {
        let unknown = || Detection::Unknown(Reason::NoCommand);
        assert_eq!(said("en", unknown(), "i\ns\n").0, Some(Reply::GoInTheDark));
        assert_eq!(said("en", unknown(), "c\n").0, Some(Reply::Answer(Answer::Cancel)));
        assert_eq!(said("en", Detection::None, "").0, Some(Reply::Answer(Answer::Skip)), "there is nothing to ask");
    }
}
