//! The texts that applications are found by. What many of them share (a category, a keyword) is kept, and later looked
//! through, once.

use super::Part;
use crate::fold;
use crate::rank::{Freedom, Text};

use candela_shared::registry::{Action, Entry};

use std::collections::HashMap;
use std::ops::Range;

/// One text of one item.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) part: Part,
    /// Whether its matches can be marked in the name shown.
    pub(super) is_name: bool,
    /// Whether this is the text's own alphabet or its Latin spelling.
    pub(super) is_native: bool,
    /// Its place among the texts.
    pub(super) text: u32,
}

/// All fields, those of one item side by side, and their texts.
#[derive(Debug)]
pub(super) struct Fields {
    fields: Box<[Field]>,
    pub(super) texts: Box<[Text]>,
}

impl Fields {
    pub(super) fn of(&self, range: &Range<u32>) -> &[Field] {
        &self.fields[range.start as usize..range.end as usize]
    }

    pub(super) fn text(&self, field: &Field) -> &Text {
        &self.texts[field.text as usize]
    }
}

/// Gathers the fields of one item after the other.
#[derive(Default)]
pub(super) struct Gathered {
    fields: Vec<Field>,
    /// The place of each text.
    texts: HashMap<Text, u32>,
}

impl Gathered {
    pub(super) fn finished(self) -> Fields {
        let mut texts: Vec<(Text, u32)> = self.texts.into_iter().collect();
        texts.sort_unstable_by_key(|(_, place)| *place);
        Fields { fields: self.fields.into(), texts: texts.into_iter().map(|(text, _)| text).collect() }
    }

    pub(super) fn of_action(&mut self, action: &Action) -> Range<u32> {
        let mut item = Adding::to(self);
        item.add(&action.name, Part::Action, Freedom::Words, true);
        item.done()
    }

    pub(super) fn of_application(&mut self, entry: &Entry) -> Range<u32> {
        let (untranslated, choice) = (&entry.untranslated, entry.choice.as_deref());
        let mut item = Adding::to(self);
        item.add(entry.display_name(), Part::Name, Freedom::Loose, true);
        item.add_each(&untranslated.name, Part::UntranslatedName, Freedom::Loose);
        item.add_each(choice.iter().flat_map(|choice| &choice.alias), Part::Alias, Freedom::Loose);
        item.add_each(choice.iter().flat_map(|choice| &choice.keywords), Part::Keyword, Freedom::Words);
        item.add_each(&entry.generic_name, Part::GenericName, Freedom::Loose);
        item.add_each(&untranslated.generic_name, Part::GenericName, Freedom::Loose);
        item.add_each(program(entry), Part::Program, Freedom::Words);
        item.add_each(entry.keywords.iter(), Part::Keyword, Freedom::Words);
        item.add_each(untranslated.keywords.iter(), Part::Keyword, Freedom::Words);
        item.add_each(entry.categories.iter(), Part::Category, Freedom::Words);
        item.add_each(&entry.comment, Part::Comment, Freedom::Words);
        item.done()
    }
}

/// The name of the program that is run, without its folder.
fn program(entry: &Entry) -> Option<&str> {
    let word = entry.exec.as_deref()?.split_whitespace().next()?.trim_matches('"');
    word.rsplit('/').next()
}

/// The fields of one item, as they are added.
struct Adding<'a> {
    all: &'a mut Gathered,
    start: usize,
    /// The native texts that it has already, with what a match in them is worth.
    seen: Vec<(Box<str>, Freedom, u32)>,
}

impl<'a> Adding<'a> {
    fn to(all: &'a mut Gathered) -> Self {
        let start = all.fields.len();
        Self { all, start, seen: Vec::new() }
    }

    fn done(self) -> Range<u32> {
        let place = |at| u32::try_from(at).unwrap_or(u32::MAX);
        place(self.start)..place(self.all.fields.len())
    }

    fn add_each<T: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = T>, part: Part, freedom: Freedom) {
        for text in texts {
            self.add(text.as_ref(), part, freedom, false);
        }
    }

    /// Adds a text in its own alphabet and, where it has one, in its Latin spelling.
    fn add(&mut self, text: &str, part: Part, freedom: Freedom, is_name: bool) {
        let native = fold::native(text);
        let is_known = |(known, known_freedom, weight): &(Box<str>, Freedom, u32)| {
            **known == *native && *weight >= part.weight() && *known_freedom == freedom
        };
        if self.seen.iter().any(is_known) {
            return;
        }
        let initials = |text: &str| if freedom == Freedom::Loose { fold::initials(text) } else { String::new() };
        self.push(Text::new(&native, &initials(text), freedom), part, is_name, true);
        self.seen.push((native.into(), freedom, part.weight()));
        if let Some(latin) = fold::latin(text) {
            let han = fold::han_initials(text).filter(|_| freedom == Freedom::Loose);
            let initials = han.unwrap_or_else(|| initials(&latin));
            self.push(Text::new(&latin, &initials, freedom), part, is_name, false);
        }
    }

    fn push(&mut self, text: Text, part: Part, is_name: bool, is_native: bool) {
        let next = u32::try_from(self.all.texts.len()).unwrap_or(u32::MAX);
        let text = *self.all.texts.entry(text).or_insert(next);
        self.all.fields.push(Field { part, is_name, is_native, text });
    }
}
