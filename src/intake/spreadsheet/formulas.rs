//! Whether a sheet holds a formula at all, so that only those that do are read for them; and which
//! of its formulas look at the cells above.

use memchr::memmem;
use rustc_hash::FxHashSet;

use crate::intake::grid::{Reckoned, ranges};

/// Formulas that others share of which it is remembered where they look.
const MAX_SHARED: usize = 10_000;

/// Watches the text of a part go by for the tag of a formula.
#[derive(Default)]
pub(super) struct Formulas {
    /// The last bytes that went by: a tag may lie across two blocks.
    last: [u8; 2],
    found: bool,
}

impl Formulas {
    /// Whether one has been seen, these bytes included. Both searches look for an f, of which a
    /// sheet without formulas has few: they run as fast as memory is read.
    pub fn pass(&mut self, bytes: &[u8]) -> bool {
        if !self.found {
            let begins = |tag: &[u8]| {
                let mut places = memmem::find_iter(bytes, tag);
                places.any(|at| bytes.get(at..at + 3).is_some_and(is_formula))
            };
            self.found = self.across(bytes) || begins(b"<f") || begins(b":f");
        }
        let kept = bytes.get(bytes.len().saturating_sub(2)..);
        match *kept.unwrap_or_default() {
            [first, second] => self.last = [first, second],
            [only] => self.last = [self.last[1], only],
            _ => {}
        }
        self.found
    }

    fn across(&self, bytes: &[u8]) -> bool {
        let next = |at: usize| bytes.get(at).copied().unwrap_or_default();
        let seam = [self.last[0], self.last[1], next(0), next(1)];
        seam.windows(3).any(is_formula)
    }
}

/// `<f>`, `<f t=…`, `<f/>` and the same with a prefix.
fn is_formula(bytes: &[u8]) -> bool {
    matches!(bytes, [b'<' | b':', b'f', b'>' | b' ' | b'/'])
}

/// Formulas that look at the cells above, their own column only.
#[derive(Default)]
pub(super) struct LookingUp {
    pub reckoned: Reckoned,
    /// Numbers of those that other cells share.
    shared: FxHashSet<usize>,
}

impl LookingUp {
    /// Notes a formula; of one that is shared only the first cell says how it is written.
    pub fn note(&mut self, (row, column): (u32, u32), shared: Option<usize>, formula: &str) {
        if shared.is_some_and(|it| self.shared.contains(&it)) {
            self.reckoned.keep(row, column);
            return;
        }
        let above = self.reckoned.note(row, column, ranges(formula));
        if let Some(number) = shared.filter(|_| above && self.shared.len() < MAX_SHARED) {
            self.shared.insert(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_seen_wherever_blocks_end() {
        for (text, holds) in [
            ("<c r=\"A1\"><f>A2+1</f></c>", true),
            ("<x:c><x:f t=\"shared\" si=\"0\"/></x:c>", true),
            ("<c><f/></c>", true),
            (
                "<font><fill>of:f1</fill></font><formula1>x</formula1>",
                false,
            ),
        ] {
            for size in 1..=text.len() {
                let mut formulas = Formulas::default();
                let mut seen = false;
                for block in text.as_bytes().chunks(size) {
                    seen = formulas.pass(block);
                }
                assert_eq!(seen, holds, "{text} in blocks of {size}");
            }
        }
    }
}
