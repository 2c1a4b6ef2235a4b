//! What a questionnaire and a register may hold at most, wherever they come from: a workbook
//! or the window. Sums of numbers below these stay exact enough to be printed.

/// Highest weight of an item or a dimension.
pub const MAX_WEIGHT: f64 = 1e6;
/// Score of an option, without its sign.
pub const MAX_SCORE: f64 = 1e6;
/// Yearly turnover with one customer.
pub const MAX_TURNOVER: f64 = 1e15;

/// Codes that mean something else where a score is asked for by its code.
const RESERVED_CODES: [&str; 2] = ["index", "satisfied"];

/// Whether no item and no dimension may have this code.
pub fn is_reserved_code(code: &str) -> bool {
    let code = code.trim();
    let mut reserved = RESERVED_CODES.iter();
    reserved.any(|reserved| reserved.eq_ignore_ascii_case(code))
}
