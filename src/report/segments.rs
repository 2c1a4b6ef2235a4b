//! Whom the valid returns of a wave stand for, by everything they can be split by. What has no
//! value is said too, so that every part adds up to the whole.

use super::{Cell, Head, Line, Rank, Table};
use crate::analysis::{Segment, SegmentKey, WaveFigures};
use crate::chart::words::segment_name;
use crate::i18n::Language;
use crate::tr;

/// A line a value.
pub fn segments(segments: &[Segment], figures: &WaveFigures, language: Language) -> Table {
    let head = |name, number| Head {
        name,
        number,
        ..Head::default()
    };
    let mut lines = Vec::new();
    for segment in segments {
        let name = match segment.key {
            SegmentKey::Key => tr!(language, "finding-key-accounts"),
            SegmentKey::Attribute(_)
            | SegmentKey::Item(_)
            | SegmentKey::Customer
            | SegmentKey::Channel
            | SegmentKey::Collector
            | SegmentKey::Tag => segment_name(segment, language),
        };
        let line = |value: String, chosen, valid| Line {
            cells: vec![
                Cell::text(&name),
                Cell::text(value),
                Cell::count(chosen),
                Cell::Count(valid),
            ],
            place: Rank::Plain,
            level: 0,
        };
        for value in &segment.values {
            let called = match (&segment.key, value.value.as_str()) {
                (SegmentKey::Key, SegmentKey::YES) => tr!(language, "sheet-yes"),
                (SegmentKey::Key, _) => tr!(language, "sheet-no"),
                (_, value) => value.to_owned(),
            };
            lines.push(line(called, value.frame, value.returns));
        }
        let told: usize = segment.values.iter().map(|value| value.returns).sum();
        // A return may have several tags.
        let rest = match segment.key == SegmentKey::Tag {
            true => Some(segment.without),
            false => figures.counted.checked_sub(told),
        };
        let rest = rest.filter(|rest| *rest > 0);
        lines.extend(rest.map(|rest| line(tr!(language, "sheet-unassigned"), None, rest)));
    }
    Table {
        heads: vec![
            head(tr!(language, "sheet-segment"), false),
            head(tr!(language, "sheet-value"), false),
            head(tr!(language, "paper-frame"), true),
            head(tr!(language, "paper-counted"), true),
        ],
        lines,
        ..Table::default()
    }
}
