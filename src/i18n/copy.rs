//! What is said of a copy: why it was made, whether it was whole, how large it is.

use crate::i18n::Language;
use crate::model::{CopyReason, CopyState, KeptCopy};
use crate::tr;

/// Why it was made.
pub fn reason(language: Language, copy: &KeptCopy) -> String {
    match copy.reason {
        Some(CopyReason::First) => tr!(language, "copy-first"),
        Some(CopyReason::Hourly) => tr!(language, "copy-hourly"),
        Some(CopyReason::Migration) => tr!(language, "copy-migration"),
        Some(CopyReason::Asked) => tr!(language, "copy-asked"),
        Some(CopyReason::Restore) => tr!(language, "copy-restore"),
        None => tr!(language, "copy-earlier"),
    }
}

/// Whether it was whole when it was made.
pub fn state(language: Language, copy: &KeptCopy) -> String {
    match copy.state {
        CopyState::Sound => tr!(language, "copy-sound"),
        CopyState::Unknown => tr!(language, "copy-unknown"),
        CopyState::Damaged => tr!(language, "copy-state-damaged"),
    }
}

/// When it was made: `2026-11-22 05:58`.
pub fn time(copy: &KeptCopy) -> String {
    copy.at.strftime("%Y-%m-%d %H:%M").to_string()
}

/// `340 KB`, `1.2 MB`, `2 GB`; nothing is smaller than a kilobyte.
pub fn size(bytes: u64) -> String {
    const STEP: f64 = 1024.0;
    let kilobytes = bytes as f64 / STEP;
    if kilobytes < STEP {
        format!("{} KB", kilobytes.ceil().max(1.0))
    } else if kilobytes < STEP * STEP {
        format!("{} MB", tenths(kilobytes / STEP))
    } else {
        format!("{} GB", tenths(kilobytes / STEP / STEP))
    }
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        for (bytes, words) in [
            (0, "1 KB"),
            (348_160, "340 KB"),
            (1 << 20, "1 MB"),
            (1_258_291, "1.2 MB"),
            (2 << 30, "2 GB"),
            (500 << 20, "500 MB"),
        ] {
            assert_eq!(size(bytes), words);
        }
    }
}
