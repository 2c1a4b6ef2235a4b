//! Who answered: the list by everything known of its customers, beside those of them who answered
//! and who answered validly, with what is more than chance in words.

use super::{Cell, Head, Line, Rank, Table, Width};
use crate::analysis::{Composed, Composition, SegmentKey};
use crate::chart::words::value_name;
use crate::i18n::Language;
use crate::model::Rules;
use crate::tr;

/// What the list is split by.
pub fn whom_by(one: &Composition, language: Language) -> String {
    match &one.key {
        SegmentKey::Attribute(name) => name.clone(),
        SegmentKey::Key
        | SegmentKey::Customer
        | SegmentKey::Item(_)
        | SegmentKey::Channel
        | SegmentKey::Collector
        | SegmentKey::Tag => tr!(language, "finding-key-accounts"),
    }
}

/// A line a value of every name: the name and the value, customers of the list and their share of
/// it, those who answered, those who did so validly and their share of them, and whether that is more
/// or less than chance would have it.
pub fn whom(all: &[Composition], language: Language) -> Table {
    let head = |name, number| Head {
        name,
        number,
        ..Head::default()
    };
    let mut values = all.iter().flat_map(|one| &one.values);
    let differs = values.any(Composed::differs);
    let lines = all.iter().flat_map(|one| {
        let by = whom_by(one, language);
        let values = one.values.iter();
        values.map(move |value| line(&by, one, value, language))
    });
    Table {
        lines: lines.collect(),
        heads: vec![
            head(tr!(language, "sheet-segment"), false),
            Head {
                width: Width::Rest,
                ..head(tr!(language, "sheet-value"), false)
            },
            head(tr!(language, "ledger-frame"), true),
            head(tr!(language, "whom-of-list"), true),
            head(tr!(language, "overview-answered"), true),
            head(tr!(language, "overview-valid"), true),
            head(tr!(language, "whom-of-valid"), true),
            Head {
                width: Width::Rest,
                ..head(tr!(language, "whom-told"), false)
            },
        ],
        notes: vec![match differs {
            true => tr!(language, "whom-test"),
            false => tr!(language, "whom-alike"),
        }],
        ..Table::default()
    }
}

fn line(by: &str, one: &Composition, value: &Composed, language: Language) -> Line {
    let called = value.value.as_ref();
    let called = called.map(|it| value_name(&one.key, it, language));
    let part = &value.part;
    let more = value.of_valid.is_some_and(|share| share > value.of_list);
    let told = match (value.differs(), more) {
        (false, _) => String::new(),
        (true, true) => tr!(language, "whom-more"),
        (true, false) => tr!(language, "whom-less"),
    };
    Line {
        cells: vec![
            Cell::text(by),
            Cell::text(called.unwrap_or_else(|| tr!(language, "whom-without"))),
            Cell::Count(part.chosen),
            Cell::Rate(value.of_list),
            Cell::Count(part.returned),
            Cell::Count(part.valid),
            Cell::some(value.of_valid, Cell::Rate),
            Cell::text(told),
        ],
        place: Rank::Plain,
        level: 0,
    }
}

/// The same in a paragraph: which kinds of customers answered more or less than the list has of
/// them, or that none did; `None` where nothing is known of them.
pub fn whom_in_words(all: &[Composition], language: Language) -> Option<String> {
    if all.is_empty() {
        return None;
    }
    let each = all.iter().flat_map(|one| {
        let by = whom_by(one, language);
        let differing = one.values.iter().filter(|it| it.differs());
        differing.map(move |it| {
            let row = line(&by, one, it, language);
            let words = |at: usize| {
                let cell = row.cells.get(at).unwrap_or(&Cell::Empty);
                cell.written(&Rules::default())
            };
            tr!(
                language,
                "whom-line",
                name = words(0),
                value = words(1),
                told = words(7),
                list = words(3),
                valid = words(6)
            )
        })
    });
    let said: Vec<String> = each.collect();
    Some(match said.is_empty() {
        true => {
            let names: Vec<String> = all.iter().map(|it| whom_by(it, language)).collect();
            let names = names.join(&tr!(language, "list-comma"));
            tr!(language, "whom-none", names = names)
        }
        false => said.join(&tr!(language, "sentence-space")),
    })
}
