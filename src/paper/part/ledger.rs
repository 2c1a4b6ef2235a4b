//! The ledger as a chain: chosen, issued, returned, valid, and the rates between them.

use serde::Serialize;

use crate::analysis::Ledger;
use crate::i18n::{Language, number};
use crate::tr;

/// The chain.
#[derive(Serialize)]
pub(in crate::paper) struct LedgerChain {
    steps: Vec<Labelled>,
    /// One fewer than the steps.
    rates: Vec<Labelled>,
}

#[derive(Serialize)]
struct Labelled {
    label: String,
    value: String,
}

/// The ledger of a wave.
pub(in crate::paper) fn ledger(ledger: &Ledger, language: Language) -> LedgerChain {
    let count = |label: String, value: Option<usize>| Labelled {
        label,
        value: value.map_or_else(|| number::MISSING.to_owned(), |value| value.to_string()),
    };
    let rate = |label: String, value: Option<f64>| Labelled {
        label,
        value: number::percent(value),
    };
    LedgerChain {
        steps: vec![
            count(tr!(language, "paper-frame"), ledger.frame),
            count(tr!(language, "paper-issued"), ledger.issued),
            count(tr!(language, "paper-returned"), Some(ledger.returned)),
            count(tr!(language, "paper-valid"), Some(ledger.valid)),
        ],
        rates: vec![
            rate(tr!(language, "paper-coverage"), ledger.coverage),
            rate(tr!(language, "paper-return-rate"), ledger.return_rate),
            rate(tr!(language, "paper-valid-rate"), ledger.valid_rate),
        ],
    }
}
