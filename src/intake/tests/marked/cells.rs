//! Where an answer stands is where it was ticked, not where it was asked.

use super::{languages, under, workbook};
use crate::intake::tests::returned::{context, customers};
use crate::intake::{Spreadsheet, mapping, returns};
use crate::model::{ItemKind, Progress, Reading, SourceFile, Target, WaveId};

/// Ticks by row and column of a form whose first question stands in the third row, and the cell of
/// each answer; the last question takes several.
type Case = (&'static [(u32, u16)], [&'static str; 3]);

const CASES: [Case; 4] = [
    (&[(2, 1), (3, 4), (4, 2)], ["B3", "E4", "C5"]),
    (&[(2, 3), (3, 3), (4, 1), (4, 5)], ["D3", "D4", "B5, F5"]),
    (
        &[(2, 5), (3, 1), (4, 1), (4, 2), (4, 4)],
        ["F3", "B4", "B5, C5, E5"],
    ),
    // Where it would stand.
    (&[(3, 1)], ["B3", "B4", "B5"]),
];

#[test]
fn the_cells_of_an_answer_are_those_that_are_ticked() {
    for language in languages() {
        let mut asked = language.asked();
        asked.items[2].kind = ItemKind::Multi;
        for (ticks, expected) in CASES {
            let bytes = workbook(&language, |sheet| {
                under(sheet, &language);
                for (row, column) in ticks {
                    sheet.write(*row, *column, "√").unwrap();
                }
            });
            let (customers, progress) = (customers(), Progress::default());
            let bytes: std::sync::Arc<[u8]> = bytes.into();
            let mut book = Spreadsheet::open("1.xlsx", &bytes, &progress).unwrap();
            let sheet = book.read_for(0, &asked.items, &progress).unwrap();
            let scores = Some(Reading::Scores);
            let mapping = mapping::propose(&sheet, &asked, &customers, scores, &progress).unwrap();
            let read = returns::read(&sheet, &mapping, &context(&asked, &customers), &progress);
            let source = SourceFile {
                name: "1.xlsx".to_owned(),
                bytes,
                sha256: String::new(),
            };
            let at = jiff::Timestamp::UNIX_EPOCH;
            let batch = read
                .unwrap()
                .into_batch(source, &sheet, &mapping, WaveId(1), at);
            let cells = batch.import.cells(batch.returns[0].row);
            let cells: Vec<&str> = (asked.items.iter())
                .filter_map(|it| cells.get(&it.lineage).map(String::as_str))
                .collect();
            assert_eq!(cells, expected, "{ticks:?}");
            let named = batch.import.mapping.columns_of(Target::Customer).next();
            assert!(named.is_some());
        }
    }
}
