//! The ledger as a chain: chosen, issued, returned, valid, and the rates between them.

use super::{Cell, Fact};
use crate::analysis::Ledger;
use crate::i18n::Language;
use crate::tr;

/// Counts that follow from each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    pub steps: Vec<Fact>,
    /// Between them, so one fewer.
    pub rates: Vec<Fact>,
}

/// How many came, and of how many customers where some answered more than once.
fn returned(ledger: &Ledger, language: Language) -> Fact {
    let note = ledger.answered.map_or_else(String::new, |customers| {
        tr!(language, "ledger-customers", count = customers)
    });
    Fact {
        note,
        ..Fact::new(
            tr!(language, "paper-returned"),
            Cell::count(Some(ledger.returned)),
        )
    }
}

/// The ledger of a wave.
pub fn ledger(ledger: &Ledger, language: Language) -> Chain {
    let count = |label, value| Fact::new(label, Cell::count(value));
    let rate = |label, value| Fact::new(label, Cell::some(value, Cell::Rate));
    Chain {
        steps: vec![
            count(tr!(language, "paper-frame"), ledger.frame),
            count(tr!(language, "paper-issued"), ledger.issued),
            returned(ledger, language),
            count(tr!(language, "paper-valid"), Some(ledger.valid)),
        ],
        rates: vec![
            rate(tr!(language, "paper-coverage"), ledger.coverage),
            rate(tr!(language, "paper-return-rate"), ledger.return_rate),
            rate(tr!(language, "paper-valid-rate"), ledger.valid_rate),
        ],
    }
}
