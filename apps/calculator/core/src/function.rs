//! The functions and constants of the language, by name.

/// A row of the table: function, its name, other names, fewest and most arguments (`None`: any number).
type Row = (Function, &'static str, &'static [&'static str], usize, Option<usize>);

macro_rules! functions {
    ($($variant:ident $name:literal [$($alias:literal),*] $least:literal $most:expr;)*) => {
        /// A function of the language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the table below names them")]
        pub enum Function { $($variant),* }
        const TABLE: &[Row] = &[$((Function::$variant, $name, &[$($alias),*], $least, $most)),*];
    };
}

functions! {
    Sqrt "sqrt" [] 1 Some(1);
    Cbrt "cbrt" [] 1 Some(1);
    FourthRoot "∜" [] 1 Some(1);
    Root "root" ["nthroot"] 2 Some(2);
    Exp "exp" [] 1 Some(1);
    Ln "ln" [] 1 Some(1);
    Log "log" ["lg"] 1 Some(2);
    Log2 "log2" ["lb", "ld", "log₂", "log_2"] 1 Some(1);
    Log10 "log10" ["log₁₀", "log_10"] 1 Some(1);
    Pow "pow" ["power"] 2 Some(2);
    Sin "sin" [] 1 Some(1);
    Cos "cos" [] 1 Some(1);
    Tan "tan" ["tg"] 1 Some(1);
    Cot "cot" ["ctg"] 1 Some(1);
    Sec "sec" [] 1 Some(1);
    Csc "csc" ["cosec"] 1 Some(1);
    Asin "asin" ["arcsin"] 1 Some(1);
    Acos "acos" ["arccos"] 1 Some(1);
    Atan "atan" ["arctan"] 1 Some(1);
    Acot "acot" ["arccot"] 1 Some(1);
    Atan2 "atan2" [] 2 Some(2);
    Sinh "sinh" [] 1 Some(1);
    Cosh "cosh" [] 1 Some(1);
    Tanh "tanh" [] 1 Some(1);
    Coth "coth" [] 1 Some(1);
    Sech "sech" [] 1 Some(1);
    Csch "csch" [] 1 Some(1);
    Asinh "asinh" ["arsinh", "arcsinh"] 1 Some(1);
    Acosh "acosh" ["arcosh", "arccosh"] 1 Some(1);
    Atanh "atanh" ["artanh", "arctanh"] 1 Some(1);
    Hypot "hypot" [] 1 None;
    Abs "abs" [] 1 Some(1);
    Sign "sgn" ["sign", "signum"] 1 Some(1);
    Floor "floor" [] 1 Some(2);
    Ceil "ceil" ["ceiling"] 1 Some(2);
    Round "round" [] 1 Some(2);
    Trunc "trunc" ["int"] 1 Some(2);
    Fract "fract" ["frac"] 1 Some(1);
    Min "min" [] 1 None;
    Max "max" [] 1 None;
    Sum "sum" [] 1 None;
    Product "product" ["prod"] 1 None;
    Mean "mean" ["avg", "average"] 1 None;
    GeometricMean "geomean" [] 1 None;
    HarmonicMean "harmean" [] 1 None;
    Median "median" [] 1 None;
    Mode "mode" [] 1 None;
    Variance "var" ["variance"] 1 None;
    PopulationVariance "varp" [] 1 None;
    Deviation "stdev" ["stddev", "stdevs"] 1 None;
    PopulationDeviation "stdevp" ["stddevp"] 1 None;
    Count "count" ["len"] 1 None;
    Gcd "gcd" ["gcf", "hcf"] 1 None;
    Lcm "lcm" [] 1 None;
    Choose "ncr" ["binom", "binomial", "comb", "choose"] 2 Some(2);
    Permutations "npr" ["perm", "permutations"] 2 Some(2);
    Factorial "factorial" ["fact"] 1 Some(1);
    DoubleFactorial "dfactorial" ["factorial2"] 1 Some(1);
    Gamma "gamma" ["Γ"] 1 Some(1);
    IsPrime "isprime" ["is_prime"] 1 Some(1);
    NextPrime "nextprime" ["next_prime"] 1 Some(1);
    PreviousPrime "prevprime" ["prev_prime"] 1 Some(1);
    Factor "factor" ["factors", "factorize", "factorise"] 1 Some(1);
    Totient "totient" ["eulerphi"] 1 Some(1);
    Fibonacci "fib" ["fibonacci"] 1 Some(1);
    PowMod "powmod" ["modpow"] 3 Some(3);
    Mod "mod" [] 2 Some(2);
    Rem "rem" [] 2 Some(2);
    Div "div" [] 2 Some(2);
    And "and" ["bitand"] 2 None;
    Or "or" ["bitor"] 2 None;
    Xor "xor" ["bitxor"] 2 None;
    Not "not" ["bitnot"] 1 Some(1);
    ShiftLeft "shl" ["lsh", "lshift"] 2 Some(2);
    ShiftRight "shr" ["rsh", "rshift"] 2 Some(2);
    RotateLeft "rol" [] 2 Some(3);
    RotateRight "ror" [] 2 Some(3);
    BitCount "popcount" ["bitcount"] 1 Some(1);
    Payment "pmt" [] 3 Some(5);
    PresentValue "pv" [] 3 Some(5);
    FutureValue "fv" [] 3 Some(5);
    Periods "nper" [] 3 Some(5);
    NetPresentValue "npv" [] 2 None;
    RealPart "re" ["real"] 1 Some(1);
    ImaginaryPart "im" ["imag"] 1 Some(1);
    Conjugate "conj" [] 1 Some(1);
    Argument "arg" ["argument"] 1 Some(1);
    If "if" [] 3 Some(3);
    Hexadecimal "hex" [] 1 Some(1);
    Decimal "dec" [] 1 Some(1);
    Octal "oct" [] 1 Some(1);
    Binary "bin" [] 1 Some(1);
    Weekday "weekday" [] 1 Some(1);
    Year "year" [] 1 Some(1);
    Month "month" [] 1 Some(1);
    Day "day" [] 1 Some(1);
    // Written as signs or with other signs, never by these names.
    List "[]" [] 0 None;
    Percent "%" [] 1 Some(1);
    PerMille "‰" [] 1 Some(1);
    Degree "°" [] 1 Some(1);
    ArcMinute "′" [] 1 Some(1);
    ArcSecond "″" [] 1 Some(1);
    DegreesMinutes "°′" [] 2 Some(3);
    Convert "to" [] 2 Some(2);
}

impl Function {
    /// Finds a function by its name or another of its names; case does not matter.
    pub fn of_name(name: &str) -> Option<Self> {
        let lower = name.to_lowercase();
        let is_letter = |row: &&Row| row.1.chars().all(|letter| letter.is_ascii_alphanumeric());
        let named = |row: &&Row| row.1 == lower || row.2.contains(&lower.as_str()) || row.2.contains(&name);
        TABLE.iter().filter(is_letter).find(named).filter(|row| row.0 != Self::Convert).map(|row| row.0)
    }

    fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// Returns the name messages and lists show.
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// Returns the fewest and the most arguments (`None`: any number).
    pub fn arity(self) -> (usize, Option<usize>) {
        (self.row().3, self.row().4)
    }

    /// Returns the base it writes its argument in.
    pub fn base(self) -> Option<u32> {
        Some(match self {
            Self::Hexadecimal => 16,
            Self::Decimal => 10,
            Self::Octal => 8,
            Self::Binary => 2,
            _ => return None,
        })
    }

    /// Returns the function that undoes it: what `sin⁻¹` means.
    pub fn inverse(self) -> Option<Self> {
        Some(match self {
            Self::Sin => Self::Asin,
            Self::Cos => Self::Acos,
            Self::Tan => Self::Atan,
            Self::Cot => Self::Acot,
            Self::Sinh => Self::Asinh,
            Self::Cosh => Self::Acosh,
            Self::Tanh => Self::Atanh,
            _ => return None,
        })
    }
}

/// A constant of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Constant {
    Pi,
    Tau,
    E,
    GoldenRatio,
    Imaginary,
    True,
    False,
    Today,
    Tomorrow,
    Yesterday,
    Now,
}

impl Constant {
    /// Finds a constant by its name; case does not matter but for one letter.
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "π" | "Π" | "𝜋" => Self::Pi,
            "τ" => Self::Tau,
            "φ" | "ϕ" => Self::GoldenRatio,
            "e" | "E" | "ℯ" => Self::E,
            "i" | "ⅈ" => Self::Imaginary,
            _ => match name.to_lowercase().as_str() {
                "pi" => Self::Pi,
                "tau" => Self::Tau,
                "phi" => Self::GoldenRatio,
                "true" => Self::True,
                "false" => Self::False,
                "today" => Self::Today,
                "tomorrow" => Self::Tomorrow,
                "yesterday" => Self::Yesterday,
                "now" => Self::Now,
                _ => return None,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_in_the_order_of_their_functions() {
        for (at, row) in TABLE.iter().enumerate() {
            assert_eq!(row.0 as usize, at, "{}", row.1);
        }
    }

    #[test]
    fn no_name_means_two_functions() {
        let mut names: Vec<&str> = TABLE.iter().flat_map(|row| row.2.iter().copied().chain([row.1])).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
