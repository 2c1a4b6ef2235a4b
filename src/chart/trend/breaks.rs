//! Where lines break, and because of which items.

use super::Break;
use super::moments::Moments;
use crate::analysis::{Fate, TrendLine, TrendPoint};
use crate::chart::words::break_label;
use crate::i18n::Language;

/// Items that changed between two neighbouring waves, of all lines.
struct Changed<'a> {
    at: f64,
    items: Vec<(Fate, String)>,
    revision: &'a str,
}

impl Changed<'_> {
    fn note(&mut self, point: &TrendPoint) {
        for item in &point.wording.items {
            let entry = (item.fate, item.code.clone());
            if !self.items.contains(&entry) {
                self.items.push(entry);
            }
        }
    }
}

/// The breaks of all lines, midway between the waves they part.
pub(super) fn breaks(moments: &Moments, lines: &[TrendLine], language: Language) -> Vec<Break> {
    let mut breaks: Vec<Changed> = Vec::new();
    for pair in lines.iter().flat_map(|line| line.points.windows(2)) {
        let [before, point] = pair else { continue };
        if !point.breaks_before {
            continue;
        }
        let at = (moments.at(before) + moments.at(point)) / 2.0;
        if let Some(known) = breaks.iter_mut().find(|known| known.at == at) {
            known.note(point);
        } else {
            let mut found = Changed {
                at,
                items: Vec::new(),
                revision: &point.revision,
            };
            found.note(point);
            breaks.push(found);
        }
    }
    breaks.sort_by(|a, b| a.at.total_cmp(&b.at));
    breaks
        .iter()
        .map(|one| Break {
            at: one.at,
            label: break_label(&one.items, one.revision, language),
        })
        .collect()
}
