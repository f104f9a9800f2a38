//! New names for many files: how they are made, what they would be, and which of them cannot be.

use super::{Action, App, Dialog};

use candela_files_core::operation::Operation;
use candela_files_core::operation::bulk::{Case, Counter, Preview, Rule, items};
use candela_ui::widget::list::{Heights, View};

use std::path::PathBuf;
use std::sync::Arc;

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// Make names in that way.
    Choose(Way),
    /// A text was edited.
    Edited(Part, String),
    /// Letters become so.
    Case(Case),
    /// Another part of the names is in sight.
    Scrolled(View),
    /// The names that a rule makes were looked at.
    Previewed {
        /// The rule.
        rule: Rule,
        /// The names, or what is wrong with the rule.
        outcome: Result<Vec<Preview>, String>,
    },
    /// Give the names.
    Rename,
}

/// A way of making names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// By a pattern.
    #[default]
    Pattern,
    /// By replacing a text.
    Replace,
    /// By replacing what an expression finds.
    Regex,
    /// By other letters.
    Case,
}

/// A text of the dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The pattern.
    Pattern,
    /// The first number.
    First,
    /// From one number to the next.
    Step,
    /// The fewest digits.
    Digits,
    /// What is looked for.
    Find,
    /// What it becomes.
    With,
}

/// What the dialog shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Bulk {
    /// The files, in the order of the rows.
    pub(crate) paths: Arc<[PathBuf]>,
    pub(crate) way: Way,
    pub(crate) pattern: String,
    pub(crate) first: String,
    pub(crate) step: String,
    pub(crate) digits: String,
    pub(crate) find: String,
    pub(crate) with: String,
    pub(crate) case: Case,
    /// The names of the rule that was looked at last.
    pub(crate) names: Result<Vec<Preview>, String>,
    /// How many of them are other ones, and how many cannot be.
    pub(crate) count: (usize, usize),
    looked_at: Option<Rule>,
    /// Whether the names shall be given as soon as they were looked at.
    is_meant: bool,
    pub(crate) heights: Heights,
    pub(crate) view: View,
}

impl Bulk {
    fn new(paths: Vec<PathBuf>, row: f32) -> Self {
        let text = str::to_owned;
        Self {
            heights: Heights::same(paths.len(), row),
            paths: paths.into(),
            way: Way::default(),
            pattern: text("{name}{ext}"),
            first: text("1"),
            step: text("1"),
            digits: text("1"),
            find: String::new(),
            with: String::new(),
            case: Case::Lower,
            names: Ok(Vec::new()),
            count: (0, 0),
            looked_at: None,
            is_meant: false,
            view: View::of_height(ROOM),
        }
    }

    /// The text of a part.
    pub fn text(&self, part: Part) -> &str {
        match part {
            Part::Pattern => &self.pattern,
            Part::First => &self.first,
            Part::Step => &self.step,
            Part::Digits => &self.digits,
            Part::Find => &self.find,
            Part::With => &self.with,
        }
    }

    fn edit(&mut self, part: Part, text: String) {
        let edited = match part {
            Part::Pattern => &mut self.pattern,
            Part::First => &mut self.first,
            Part::Step => &mut self.step,
            Part::Digits => &mut self.digits,
            Part::Find => &mut self.find,
            Part::With => &mut self.with,
        };
        *edited = text;
    }

    /// Whether a text is no number, where there has to be one.
    pub fn is_wrong(&self, part: Part) -> bool {
        let is_number = matches!(part, Part::First | Part::Step | Part::Digits);
        is_number && self.text(part).trim().parse::<u64>().is_err()
    }

    fn rule(&self) -> Rule {
        let number = |text: &str, otherwise: u64| text.trim().parse().unwrap_or(otherwise);
        let (find, with) = (self.find.clone(), self.with.clone());
        match self.way {
            Way::Pattern => {
                let digits = usize::try_from(number(&self.digits, 1)).unwrap_or(1);
                let counter = Counter { first: number(&self.first, 1), step: number(&self.step, 1), digits };
                Rule::Pattern { text: self.pattern.clone(), counter }
            }
            Way::Replace => Rule::Replace { find, with },
            Way::Regex => Rule::Regex { find, with },
            Way::Case => Rule::Case(self.case),
        }
    }

    /// Whether there is a new name, and none that cannot be.
    pub fn is_ready(&self) -> bool {
        let are_numbers = self.way != Way::Pattern
            || ![Part::First, Part::Step, Part::Digits].into_iter().any(|part| self.is_wrong(part));
        are_numbers && self.names.is_ok() && self.count.0 > 0 && self.count.1 == 0
    }
}

/// The room of the names, in logical pixels.
pub const ROOM: f32 = 216.0;

impl App {
    /// Asks for new names of what is chosen, in the order of its rows.
    pub(super) fn ask_names(&mut self, paths: Vec<PathBuf>) -> Action {
        let bulk = Bulk::new(paths, self.look.row());
        let looked = look_at(&bulk);
        self.dialog = Some(Dialog::Bulk(Box::new(bulk)));
        Action::All(vec![Action::FocusField, looked])
    }

    pub(super) fn bulk(&mut self, message: Message) -> Action {
        let Some(Dialog::Bulk(bulk)) = &mut self.dialog else {
            return Action::None;
        };
        let is_other_way = matches!(message, Message::Choose(_));
        match message {
            Message::Choose(way) => bulk.way = way,
            Message::Edited(part, text) => bulk.edit(part, text),
            Message::Case(case) => bulk.case = case,
            Message::Scrolled(view) => {
                bulk.view = view;
                return Action::None;
            }
            Message::Previewed { rule, outcome } => return self.previewed(rule, outcome),
            Message::Rename => return self.rename_all(),
        }
        bulk.is_meant = false;
        let looked = look_at(bulk);
        Action::All(vec![looked, if is_other_way { Action::FocusField } else { Action::None }])
    }

    fn previewed(&mut self, rule: Rule, outcome: Result<Vec<Preview>, String>) -> Action {
        let Some(Dialog::Bulk(bulk)) = &mut self.dialog else {
            return Action::None;
        };
        // Others were asked for in the meantime.
        if bulk.rule() != rule {
            return Action::None;
        }
        bulk.count = outcome.as_ref().map_or((0, 0), |names| {
            let changed = names.iter().filter(|name| name.to.as_ref() != Ok(&name.from)).count();
            (changed, names.iter().filter(|name| name.to.is_err()).count())
        });
        (bulk.names, bulk.looked_at) = (outcome, Some(rule));
        if std::mem::take(&mut bulk.is_meant) { self.rename_all() } else { Action::None }
    }

    /// Gives the names, once it is known that they can be given.
    fn rename_all(&mut self) -> Action {
        let Some(Dialog::Bulk(bulk)) = &mut self.dialog else {
            return Action::None;
        };
        if bulk.looked_at.as_ref() != Some(&bulk.rule()) {
            bulk.is_meant = true;
            return Action::None;
        }
        let items = bulk.names.as_ref().ok().filter(|_| bulk.is_ready()).and_then(|names| items(names));
        let Some(items) = items else {
            return Action::None;
        };
        self.dialog = None;
        self.operate(Operation::Rename(items))
    }
}

fn look_at(bulk: &Bulk) -> Action {
    Action::PreviewNames { rule: bulk.rule(), paths: Arc::clone(&bulk.paths) }
}
