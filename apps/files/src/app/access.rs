//! Permissions and owners of what is selected: what they are, and what they shall become.

use super::properties::Properties;
use super::{Action, App, Dialog};
use crate::notice::operation::Verb;

use candela_files_core::operation::Operation;
use candela_files_core::operation::permissions::{self, Bits, Depth, Permissions};
use candela_files_core::system::access::{self, Table};
use candela_ui::widget::toggle::Checked;

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// It was read what there is.
    Read {
        /// The dialog that asked.
        number: u64,
        /// That.
        access: access::Access,
    },
    /// Give these bits where they are not, or take them.
    Switch(u32),
    /// A text was edited.
    Edited(Part, String),
    /// Change what lies in folders too, or not.
    SwitchDepth,
    /// Change it.
    Apply,
}

/// A text of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The permissions, in octal digits or in words of chmod.
    Mode,
    /// The user.
    User,
    /// The group.
    Group,
}

/// What the page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    pub(crate) known: Option<access::Access>,
    pub(crate) mode: String,
    pub(crate) user: String,
    pub(crate) group: String,
    pub(crate) depth: Depth,
}

impl Default for Access {
    fn default() -> Self {
        let (mode, user, group) = Default::default();
        Self { known: None, mode, user, group, depth: Depth::Itself }
    }
}

impl Access {
    fn begin(known: access::Access) -> Self {
        let name = |table: &Table, id: Option<u32>| id.map(|id| table.name(id)).unwrap_or_default();
        let mode = if known.all == known.any { format!("{:04o}", known.all) } else { String::new() };
        let (user, group) = (name(&known.accounts.users, known.user), name(&known.accounts.groups, known.group));
        Self { known: Some(known), mode, user, group, depth: Depth::Itself }
    }

    /// The text of a part.
    pub fn text(&self, part: Part) -> &str {
        match part {
            Part::Mode => &self.mode,
            Part::User => &self.user,
            Part::Group => &self.group,
        }
    }

    /// Whether a text means nothing.
    pub fn is_wrong(&self, part: Part) -> bool {
        let Some(known) = &self.known else {
            return false;
        };
        match (part, self.text(part).trim()) {
            (_, "") => false,
            (Part::Mode, mode) => permissions::parse(mode).is_none(),
            (Part::User, name) => known.accounts.users.id(name).is_none(),
            (Part::Group, name) => known.accounts.groups.id(name).is_none(),
        }
    }

    /// The permissions that all and that any of the files have then.
    fn then(&self) -> (u32, u32) {
        let (all, any) = self.known.as_ref().map_or((0, 0), |known| (known.all, known.any));
        let bits = permissions::parse(self.mode.trim()).map_or(Bits::default(), |change| change.files);
        (bits.of(all), bits.of(any))
    }

    /// Whether all, some or none of the files have these bits then.
    pub fn checked(&self, bits: u32) -> Checked {
        match self.then() {
            (all, _) if all & bits == bits => Checked::On,
            (_, any) if any & bits == 0 => Checked::Off,
            _ => Checked::Mixed,
        }
    }

    fn switch(&mut self, bits: u32) {
        let is_given = self.checked(bits) != Checked::On;
        let change = |mode: u32| if is_given { mode | bits } else { mode & !bits };
        let (all, any) = self.then();
        if change(all) == change(any) {
            self.mode = format!("{:04o}", change(all));
            return;
        }
        let clause = format!("{}{}", if is_given { '+' } else { '-' }, letters(bits));
        let who = match bits {
            0o400 | 0o200 | 0o100 | 0o4000 => "u",
            0o040 | 0o020 | 0o010 | 0o2000 => "g",
            0o004 | 0o002 | 0o001 => "o",
            _ => "",
        };
        let before = self.mode.trim();
        self.mode = if before.is_empty() { format!("{who}{clause}") } else { format!("{before},{who}{clause}") };
    }

    /// What becomes of permissions; nothing where they stay.
    pub fn change(&self) -> Option<Permissions> {
        let known = self.known.as_ref()?;
        let meant = permissions::parse(self.mode.trim())?;
        let is_octal = self.mode.trim().bytes().all(|byte| byte.is_ascii_digit());
        let (all, any) = self.then();
        if (all, any) == (known.all, known.any) && (is_octal || self.depth == Depth::Itself) {
            return None;
        }
        if self.depth == Depth::Itself || !is_octal {
            return Some(meant);
        }
        // What lies below has permissions of its own: only what is changed here is changed there, and no file becomes a
        // program by it.
        let bits = Bits { give: all & !known.all, take: known.any & !any };
        Some(Permissions { files: Bits { give: bits.give & !0o111, ..bits }, folders: bits })
    }

    /// Who the files are given to, user and group; nothing where they belong to them.
    pub fn owner(&self) -> Option<(Option<u32>, Option<u32>)> {
        let known = self.known.as_ref()?;
        let other = |table: &Table, name: &str, now: Option<u32>| {
            table.id(name.trim()).filter(|id| Some(*id) != now || self.depth == Depth::AllBelow)
        };
        let named = (
            other(&known.accounts.users, &self.user, known.user).filter(|_| known.is_root),
            other(&known.accounts.groups, &self.group, known.group),
        );
        let is_other =
            named.0.is_some_and(|id| Some(id) != known.user) || named.1.is_some_and(|id| Some(id) != known.group);
        is_other.then_some(named)
    }

    /// Whether something becomes another, and nothing means nothing.
    pub fn is_ready(&self) -> bool {
        let is_good = ![Part::Mode, Part::User, Part::Group].into_iter().any(|part| self.is_wrong(part));
        is_good && (self.change().is_some() || self.owner().is_some())
    }
}

fn letters(bits: u32) -> char {
    match bits {
        0o400 | 0o040 | 0o004 => 'r',
        0o200 | 0o020 | 0o002 => 'w',
        0o100 | 0o010 | 0o001 => 'x',
        0o1000 => 't',
        _ => 's',
    }
}

impl App {
    pub(super) fn access(&mut self, message: Message) -> Action {
        let Some(Dialog::Properties(Properties { number: mine, access, .. })) = &mut self.dialog else {
            return Action::None;
        };
        match message {
            Message::Read { number, access: known } if number == *mine => *access = Access::begin(known),
            Message::Read { .. } => {}
            Message::Switch(bits) => access.switch(bits),
            Message::Edited(Part::Mode, text) => access.mode = text,
            Message::Edited(Part::User, text) => access.user = text,
            Message::Edited(Part::Group, text) => access.group = text,
            Message::SwitchDepth => {
                access.depth = if access.depth == Depth::Itself { Depth::AllBelow } else { Depth::Itself };
            }
            Message::Apply => return self.apply(),
        }
        Action::None
    }

    fn apply(&mut self) -> Action {
        let Some(Dialog::Properties(shown)) = &self.dialog else {
            return Action::None;
        };
        let access = &shown.access;
        if !access.is_ready() {
            return Action::None;
        }
        let paths = shown.paths();
        let depth = access.depth;
        let owner = access.owner().map(|(user, group)| Operation::Owner { paths: paths.clone(), user, group, depth });
        // After the owner: giving a file away takes bits of its mode.
        let mode = access.change().map(|change| Operation::Permissions { paths, change, depth });
        self.dialog = None;
        let operations = owner.into_iter().chain(mode);
        Action::InTurn(
            operations.map(|operation| (self.begin(Verb::Permissions, Some(&operation)), operation)).collect(),
        )
    }
}
