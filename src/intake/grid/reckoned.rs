//! Cells that are reckoned from those above them: formulas over a range of their own column.

use rustc_hash::FxHashSet;

/// Cells kept at most. A sheet with more of them is no table with a few sums.
const MOST: usize = 10_000;
/// Bytes of a formula that are looked at.
const LONGEST: usize = 4_000;
/// Letters of a column and digits of a row at most.
const LETTERS: usize = 3;
const DIGITS: usize = 7;

/// A range within one column: that, the first and the last row, all counted from 0.
pub(in crate::intake) type Range = (u32, u32, u32);

/// Cells reckoned from those above them, row and column counted from 0.
#[derive(Clone, Debug, Default)]
pub(in crate::intake) struct Reckoned(FxHashSet<(u32, u32)>);

impl Reckoned {
    /// Notes a cell if one of the ranges lies above it in its own column; whether it does.
    pub fn note(&mut self, row: u32, column: u32, ranges: impl Iterator<Item = Range>) -> bool {
        let mut ranges = ranges;
        let above = ranges.any(|(of, first, last)| of == column && first < last && last < row);
        if above {
            self.keep(row, column);
        }
        above
    }

    /// Notes a cell whose formula is that of a noted one.
    pub fn keep(&mut self, row: u32, column: u32) {
        if self.0.len() < MOST {
            self.0.insert((row, column));
        }
    }

    pub fn holds(&self, row: u32, column: u32) -> bool {
        self.0.contains(&(row, column))
    }
}

/// The ranges within one column of its own sheet that a formula names: `B2:B11`, `$B$2:$B$11`,
/// `[.B2:.B11]`.
pub(in crate::intake) fn ranges(formula: &str) -> impl Iterator<Item = Range> {
    let formula = formula.get(..LONGEST).unwrap_or(formula);
    let short = formula.len() <= LONGEST;
    let colons = formula.match_indices(':').filter(move |_| short);
    colons.filter_map(move |(at, _)| {
        let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '$' | '.');
        let before = formula.get(..at)?;
        let begins = before.trim_end_matches(part);
        let first = before.get(begins.len()..)?;
        let after = formula.get(at + 1..)?;
        let rest = after.trim_start_matches(part);
        let last = after.get(..after.len() - rest.len())?;
        // of another sheet
        let elsewhere = begins.ends_with(['!', '\'']);
        let ((column, first), (other, last)) = (cell(first)?, cell(last)?);
        (column == other && !elsewhere).then_some((column, first, last))
    })
}

/// Column and row of the name of a cell.
fn cell(name: &str) -> Option<(u32, u32)> {
    let name = name.strip_prefix('.').unwrap_or(name).replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at_checked(digits)?;
    let fits = (1..=LETTERS).contains(&letters.len()) && row.len() <= DIGITS;
    if !fits || !letters.chars().all(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let column = letters.bytes().fold(0_u32, |column, letter| {
        column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    Some((column - 1, row.parse::<u32>().ok()?.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_over_the_cells_above_is_known() {
        for (formula, above) in [
            ("MAX(B2:B11)", true),
            ("ROUND(AVERAGE($B$2:$B$11),1)", true),
            ("of:=COUNT([.B2:.B11])", true),
            ("COUNTIF(b$2:b11,5)/10", true),
            ("SUM(C2:C11)", false),
            ("SUM(A12:D12)", false),
            ("SUM(B2:B12)", false),
            ("SUM(B13:B20)", false),
            ("SUM(Other!B2:B11)", false),
            ("SUM([$Other.B2:.B11])", false),
            ("B2+B3", false),
            ("B2:", false),
            (":B3", false),
            ("\"a:b\"", false),
            ("::::", false),
            ("🙂B2:B3🙂", true),
        ] {
            let mut reckoned = Reckoned::default();
            assert_eq!(reckoned.note(11, 1, ranges(formula)), above, "{formula}");
            assert_eq!(reckoned.holds(11, 1), above, "{formula}");
        }
        assert!(ranges(&"B2:B3,".repeat(100_000)).count() <= LONGEST);
    }
}
