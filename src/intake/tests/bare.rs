//! Columns of options that go by bare numbers below a merged title.

use rust_xlsxwriter::{Format, Workbook};

use super::returned::{FIVE, context, item, questionnaire};
use crate::intake::{IntakeError, MappingFault, mapping, returns};
use crate::model::{Answer, ItemKind, Progress, Questionnaire, Reading};

/// A scale of these scores, best first, with an option that has none behind them.
fn asked(scores: &[f64]) -> Questionnaire {
    let labels = ["很满意", "满意", "一般", "不满意", "很不满意"];
    let scored = labels.iter().zip(scores);
    let mut options: Vec<(&str, Option<f64>)> = scored.map(|(it, at)| (*it, Some(*at))).collect();
    options.push(("不清楚", None));
    questionnaire([
        item("Q1", "产品质量", ItemKind::Rating, &options),
        item("Q2", "交货", ItemKind::Rating, &FIVE),
    ])
}

/// The option of each of the columns, which are ticked one a row.
fn read(
    numbers: &[f64],
    as_text: bool,
    asked: &Questionnaire,
    values: Option<Reading>,
) -> Result<Vec<Answer>, IntakeError> {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    let format = Format::new();
    page.merge_range(0, 0, 1, 0, "客户", &format).unwrap();
    let last = u16::try_from(numbers.len()).unwrap();
    page.merge_range(0, 1, 0, last, "产品质量", &format)
        .unwrap();
    page.merge_range(0, last + 1, 1, last + 1, "交货", &format)
        .unwrap();
    for (column, number) in (1_u16..).zip(numbers) {
        match as_text {
            true => page.write(1, column, number.to_string()).unwrap(),
            false => page.write(1, column, *number).unwrap(),
        };
        let row = u32::from(column) + 1;
        page.write(row, 0, format!("C{column}")).unwrap();
        page.write(row, column, "√").unwrap();
        page.write(row, last + 1, "满意").unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let progress = Progress::default();
    let mut book = super::book::open("a.xlsx", bytes).unwrap();
    let sheet = book.read_for(0, &asked.items, &progress)?;
    let mapping = mapping::propose(&sheet, asked, &[], values, &progress)?;
    let read = returns::read(&sheet, &mapping, &context(asked, &[]), &progress)?;
    let rows = 0..numbers.len();
    Ok(rows.map(|row| read.columns[0].get(row)).collect())
}

const SCORES: [f64; 5] = [5.0, 4.0, 3.0, 2.0, 1.0];
const TENS: [f64; 5] = [10.0, 8.0, 6.0, 4.0, 2.0];
const PLACES: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 5.0];

#[test]
fn bare_numbers_are_what_they_can_only_be_or_what_somebody_says() {
    let best_first = [0, 1, 2, 3, 4];
    let worst_first = [4, 3, 2, 1, 0];
    let (scores, places) = (Some(Reading::Scores), Some(Reading::OptionNumbers));
    for (of_scale, titles, values, expected) in [
        // Falling as scores are printed, and scores that are no places.
        (SCORES, SCORES, None, best_first),
        (TENS, TENS, None, best_first),
        // No scores, and so places.
        (TENS, PLACES, None, best_first),
        // A scale whose scores are its places.
        (PLACES, PLACES, None, best_first),
        // Told.
        (SCORES, PLACES, scores, worst_first),
        (SCORES, PLACES, places, best_first),
        (SCORES, SCORES, places, worst_first),
        (SCORES, SCORES, scores, best_first),
    ] {
        let asked = asked(&of_scale);
        for as_text in [false, true] {
            let said = read(&titles, as_text, &asked, values);
            let said = said.unwrap_or_else(|error| panic!("{titles:?} {values:?}: {error}"));
            assert_eq!(said, expected.map(Answer::Option), "{titles:?} {values:?}");
        }
    }
}

#[test]
fn rising_numbers_that_could_be_either_are_refused_by_what_stands_above_them() {
    let refused = read(&PLACES, false, &asked(&SCORES), None);
    let Err(IntakeError::Mapping { fault, .. }) = refused else {
        panic!("{refused:?}");
    };
    let MappingFault::Conflict { title, cells } = fault else {
        panic!("{fault:?}");
    };
    assert_eq!(title, "产品质量");
    assert_eq!(cells, ["B2", "C2", "D2", "E2", "F2"]);
}

#[test]
fn numbers_that_are_not_those_of_all_options_are_no_options() {
    for titles in [
        &[5.0, 4.0, 3.0, 2.0][..],
        &[5.0, 4.0, 4.0, 2.0, 1.0],
        &[6.0, 5.0, 4.0, 3.0, 2.0],
    ] {
        assert!(
            read(titles, false, &asked(&SCORES), None).is_err(),
            "{titles:?}"
        );
    }
}
