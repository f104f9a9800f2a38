//! What is looked for, and in what.

/// A search for files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// The text, letter case aside.
    pub text: String,
    /// What must contain it.
    pub within: Within,
}

/// In what a text is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Within {
    /// The names of everything below the folder.
    #[default]
    Names,
    /// What the files below the folder hold.
    Contents,
    /// The names of the files used last, wherever they lie.
    Recent,
}

impl Search {
    /// The files used last.
    pub fn recent() -> Self {
        Self { text: String::new(), within: Within::Recent }
    }

    /// Whether nothing is looked for: the folder itself is meant.
    pub fn is_nothing(&self) -> bool {
        self.text.is_empty() && self.within != Within::Recent
    }
}
