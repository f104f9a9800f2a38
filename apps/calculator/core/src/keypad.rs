//! The keys under the display: which there are, and what each does to the line.

mod entry;

pub use entry::{ANSWER, Entry, Setting, closed, goes_on};

/// A key of a keypad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A digit, up to 15.
    Digit(u8),
    /// The decimal mark.
    Decimal,
    /// What parts the arguments of a function.
    Separator,
    /// An operator between two operands: its label, and what it writes.
    Operator(&'static str, &'static str),
    /// A function: its label, and what it writes before its argument.
    Function(&'static str, &'static str),
    /// What stands behind an operand: its label, and what it writes.
    Postfix(&'static str, &'static str),
    /// A constant.
    Constant(&'static str),
    /// The power of ten of a number.
    Exponent,
    /// The last result.
    Answer,
    /// An opening or a closing bracket, whichever fits.
    Brackets,
    /// A bracket.
    Bracket(&'static str),
    /// Shows the other functions.
    Second,
    /// Empties the line.
    Clear,
    /// Erases one letter.
    Erase,
    /// Enters the line.
    Equals,
}

/// Keys in rows, as they lie under the hand: they are not mirrored.
pub type Rows = &'static [&'static [Key]];

const PLUS: Key = Key::Operator("+", "+");
const MINUS: Key = Key::Operator("−", "−");
const TIMES: Key = Key::Operator("×", "×");
const DIVIDE: Key = Key::Operator("÷", "÷");
const MODULO: Key = Key::Operator("mod", " mod ");
const PERCENT: Key = Key::Postfix("%", "%");

/// Digits and the four operations.
pub const DIGITS: Rows = &[
    &[Key::Clear, Key::Brackets, PERCENT, DIVIDE],
    &[Key::Digit(7), Key::Digit(8), Key::Digit(9), TIMES],
    &[Key::Digit(4), Key::Digit(5), Key::Digit(6), MINUS],
    &[Key::Digit(1), Key::Digit(2), Key::Digit(3), PLUS],
    &[Key::Digit(0), Key::Decimal, Key::Erase, Key::Equals],
];

/// The functions one needs first.
pub const FUNCTIONS: Rows = &[
    &[Key::Second, Key::Constant("π"), Key::Constant("e"), MODULO],
    &[
        Key::Function("sin", "sin("),
        Key::Function("cos", "cos("),
        Key::Function("tan", "tan("),
        Key::Postfix("n!", "!"),
    ],
    &[Key::Postfix("x²", "²"), Key::Postfix("x³", "³"), Key::Operator("xʸ", "^"), Key::Function("√", "√(")],
    &[
        Key::Function("ln", "ln("),
        Key::Function("log", "log("),
        Key::Function("eˣ", "e^("),
        Key::Function("10ˣ", "10^("),
    ],
    &[Key::Postfix("1/x", "⁻¹"), Key::Function("|x|", "abs("), Key::Exponent, Key::Answer],
];

/// The functions behind them.
pub const SECOND_FUNCTIONS: Rows = &[
    &[Key::Second, Key::Constant("φ"), Key::Constant("τ"), Key::Separator],
    &[
        Key::Function("sin⁻¹", "asin("),
        Key::Function("cos⁻¹", "acos("),
        Key::Function("tan⁻¹", "atan("),
        Key::Function("nCr", "ncr("),
    ],
    &[
        Key::Function("sinh", "sinh("),
        Key::Function("cosh", "cosh("),
        Key::Function("tanh", "tanh("),
        Key::Function("nPr", "npr("),
    ],
    &[
        Key::Function("∛", "∛("),
        Key::Function("ʸ√x", "root("),
        Key::Function("log₂", "log2("),
        Key::Function("2ˣ", "2^("),
    ],
    &[
        Key::Function("gcd", "gcd("),
        Key::Function("lcm", "lcm("),
        Key::Function("⌊x⌋", "floor("),
        Key::Function("⌈x⌉", "ceil("),
    ],
];

/// Digits of every base, and what machine words are combined with.
pub const WORDS: Rows = &[
    &[
        Key::Operator("AND", " and "),
        Key::Operator("OR", " or "),
        Key::Digit(10),
        Key::Digit(7),
        Key::Digit(8),
        Key::Digit(9),
        Key::Clear,
        Key::Erase,
    ],
    &[
        Key::Operator("XOR", " xor "),
        Key::Function("NOT", "not("),
        Key::Digit(11),
        Key::Digit(4),
        Key::Digit(5),
        Key::Digit(6),
        TIMES,
        DIVIDE,
    ],
    &[
        Key::Operator("«", " << "),
        Key::Operator("»", " >> "),
        Key::Digit(12),
        Key::Digit(1),
        Key::Digit(2),
        Key::Digit(3),
        PLUS,
        MINUS,
    ],
    &[
        MODULO,
        Key::Digit(13),
        Key::Digit(14),
        Key::Digit(15),
        Key::Digit(0),
        Key::Bracket("("),
        Key::Bracket(")"),
        Key::Equals,
    ],
];

impl Key {
    /// What stands on it, where that is the same in every language.
    pub fn label(self) -> Option<&'static str> {
        match self {
            Self::Operator(label, _)
            | Self::Function(label, _)
            | Self::Postfix(label, _)
            | Self::Constant(label)
            | Self::Bracket(label) => Some(label),
            Self::Brackets => Some("( )"),
            Self::Equals => Some("="),
            Self::Digit(_)
            | Self::Decimal
            | Self::Separator
            | Self::Exponent
            | Self::Answer
            | Self::Second
            | Self::Clear
            | Self::Erase => None,
        }
    }

    /// Whether it can be used while numbers are entered in that base.
    pub fn suits(self, base: u32) -> bool {
        match self {
            Self::Digit(digit) => u32::from(digit) < base,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_a_pad_is_as_long_and_has_no_key_twice() {
        for (pad, width) in [(DIGITS, 4), (FUNCTIONS, 4), (SECOND_FUNCTIONS, 4), (WORDS, 8)] {
            let mut keys: Vec<Key> = pad.iter().flat_map(|row| row.iter().copied()).collect();
            assert!(pad.iter().all(|row| row.len() == width));
            let count = keys.len();
            keys.sort_by_key(|key| format!("{key:?}"));
            keys.dedup();
            assert_eq!(keys.len(), count);
        }
    }

    #[test]
    fn only_digits_of_the_base_can_be_used() {
        assert!(Key::Digit(7).suits(8) && !Key::Digit(8).suits(8));
        assert!(Key::Digit(15).suits(16) && !Key::Digit(10).suits(10));
        assert!(Key::Equals.suits(2));
    }
}
