//! Which languages the user reads, as gettext and the Desktop Entry specification find them in the environment.
//!
//! Spec: POSIX "Internationalization Variables" (`LC_ALL`, `LC_MESSAGES`, `LANG`), GNU gettext manual "The LANGUAGE
//! variable", and Desktop Entry 1.5, "Localized values for keys" (rule D7).

mod alias;

pub use alias::Aliases;

use std::ffi::OsString;

/// One locale name, taken apart: `language[_COUNTRY][.ENCODING][@MODIFIER]`, the encoding dropped.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Locale {
    /// `de`, `sr`, `ast`.
    pub language: String,
    /// `AT`, `RS`.
    pub country: Option<String>,
    /// `latin`, `valencia`.
    pub modifier: Option<String>,
}

impl Locale {
    /// Takes a locale name apart; `None` for `C`, `POSIX`, the empty name, and what has no language.
    ///
    /// A BCP 47 tag (`de-AT`) is read too.
    pub fn parse(name: &str) -> Option<Self> {
        let (rest, modifier) = match name.split_once('@') {
            Some((rest, modifier)) => (rest, Some(modifier)),
            None => (name, None),
        };
        let rest = rest.split_once('.').map_or(rest, |(rest, _encoding)| rest);
        let (language, country) = match rest.split_once(['_', '-']) {
            Some((language, country)) => (language, Some(country)),
            None => (rest, None),
        };
        let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_word(language) || matches!(language, "C" | "POSIX") {
            return None;
        }
        let word = |word: Option<&str>| word.filter(|word| is_word(word)).map(str::to_owned);
        Some(Self { language: language.to_owned(), country: word(country), modifier: word(modifier) })
    }

    /// The names to try in turn for a localised value (D7): `lang_COUNTRY@MODIFIER`, `lang_COUNTRY`, `lang@MODIFIER`,
    /// `lang`.
    pub fn candidates(&self) -> Vec<String> {
        let Self { language, country, modifier } = self;
        let mut names = Vec::with_capacity(4);
        if let (Some(country), Some(modifier)) = (country, modifier) {
            names.push(format!("{language}_{country}@{modifier}"));
        }
        if let Some(country) = country {
            names.push(format!("{language}_{country}"));
        }
        if let Some(modifier) = modifier {
            names.push(format!("{language}@{modifier}"));
        }
        names.push(language.clone());
        names
    }
}

/// Reads the locales the user wants, best first; empty where that is `C`, `POSIX` or nothing readable.
///
/// `LC_ALL`, `LC_MESSAGES` and `LANG` name one locale, the first that is set and not empty. `LANGUAGE`, a colon list,
/// takes its place unless it is `C` or unset; a `C` in the list ends it. Each name is read as what it stands for.
pub fn from_variables(variable: impl Fn(&str) -> Option<OsString>, aliases: &Aliases) -> Vec<Locale> {
    let text = |name: &str| variable(name).and_then(|value| value.into_string().ok()).filter(|value| !value.is_empty());
    let base = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(text);
    let Some(base) = base.filter(|name| !is_untranslated(name)) else {
        return Vec::new();
    };
    let mut locales: Vec<Locale> = Vec::new();
    let wanted = text("LANGUAGE").unwrap_or(base);
    let names = wanted.split(':').take_while(|name| !is_untranslated(name)).map(|name| aliases.meant(name));
    for locale in names.filter_map(Locale::parse) {
        if !locales.contains(&locale) {
            locales.push(locale);
        }
    }
    locales
}

fn is_untranslated(name: &str) -> bool {
    matches!(name, "C" | "POSIX")
}

/// Reads the locales the user wants from the environment of this process, best first.
pub fn from_environment() -> Vec<Locale> {
    from_variables(|name| std::env::var_os(name), &Aliases::of_system())
}

/// The names to try in turn for a localised value, over all wanted locales (D7 for each, best locale first).
pub fn candidates(locales: &[Locale]) -> Vec<String> {
    let mut names = Vec::new();
    for name in locales.iter().flat_map(Locale::candidates) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d7_the_names_to_try_follow_the_table_of_the_specification() {
        let cases: [(&str, &[&str]); 7] = [
            ("lang_COUNTRY@MODIFIER", &["lang_COUNTRY@MODIFIER", "lang_COUNTRY", "lang@MODIFIER", "lang"]),
            ("lang_COUNTRY", &["lang_COUNTRY", "lang"]),
            ("lang@MODIFIER", &["lang@MODIFIER", "lang"]),
            ("lang", &["lang"]),
            ("sr_RS.UTF-8@latin", &["sr_RS@latin", "sr_RS", "sr@latin", "sr"]),
            ("de-AT", &["de_AT", "de"]),
            ("C.UTF-8", &[]),
        ];
        for (name, expected) in cases {
            let found = Locale::parse(name).map(|locale| locale.candidates()).unwrap_or_default();
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn d7_the_variables_are_read_as_gettext_reads_them() {
        type Case = (&'static [(&'static str, &'static str)], &'static [&'static str]);
        let cases: [Case; 13] = [
            (&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "it")], &["it"]),
            (&[("LANG", "de_DE.UTF-8"), ("LC_MESSAGES", "fr_FR")], &["fr_FR", "fr"]),
            (&[("LANG", "de"), ("LC_ALL", "")], &["de"]),
            (&[("LANG", "de_DE"), ("LANGUAGE", "sv:da_DK")], &["sv", "da_DK", "da"]),
            (&[("LANG", "de_DE"), ("LANGUAGE", "en_GB:C:sv")], &["en_GB", "en"]),
            (&[("LANG", "C.UTF-8"), ("LANGUAGE", "sv")], &["sv"]),
            (&[("LANG", "C"), ("LANGUAGE", "sv")], &[]),
            (&[("LANGUAGE", "sv")], &[]),
            (&[("LANG", "de"), ("LANGUAGE", "::de:")], &["de"]),
            (&[("LANG", "!?")], &[]),
            (&[("LANG", "no_NO")], &["nb_NO", "nb"]),
            (&[("LANG", "no_NO.UTF-8")], &["no_NO", "no"]),
            (&[("LANG", "de"), ("LANGUAGE", "sv:no_NO")], &["sv", "nb_NO", "nb"]),
        ];
        for (variables, expected) in cases {
            let variable =
                |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value));
            let found = from_variables(variable, &Aliases::parse(b"no_NO nb_NO.ISO-8859-1\n"));
            assert_eq!(candidates(&found), expected, "{variables:?}");
        }
    }
}
