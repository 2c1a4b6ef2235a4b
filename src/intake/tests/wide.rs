//! Files made wide: what stands above or in very many columns is counted as it grows.

use std::fmt::Write;

use super::book::sheet;
use super::returned::{context, item, questionnaire};
use crate::intake::{IntakeError, Limits, SheetFault, Spreadsheet, mapping, returns};
use crate::model::{ItemKind, Progress, Target};

const SMALL: u64 = 4 << 20;

fn within(bytes: u64) -> Limits {
    Limits {
        bytes,
        ..Limits::default()
    }
}

/// The cell at which it took too much.
fn too_much(error: IntakeError) -> String {
    match error {
        IntakeError::Sheet {
            fault: SheetFault::TakesTooMuch { cell, .. },
            ..
        } => cell,
        other => panic!("{other}"),
    }
}

#[test]
fn a_question_above_all_columns_is_counted_for_each() {
    let question = "问".repeat(10_000);
    let options: Vec<String> = (0..1_900).map(|at| format!("选项{at}")).collect();
    let commas = ",".repeat(options.len() - 1);
    let csv = format!(
        "Respondent ID,{question}{commas}\n,{}\n1,选项0{commas}\n2,选项0{commas}\n",
        options.join(",")
    );
    let read = |limits| {
        let bytes = csv.clone().into_bytes().into();
        let progress = Progress::default();
        let mut opened = Spreadsheet::open_within("a.csv", &bytes, &progress, limits)?;
        opened.read(0, &progress)
    };
    let whole = read(Limits::default()).unwrap();
    assert!(whole.spent().bytes > 1_900 * 30_000);
    let cell = too_much(read(within(SMALL)).unwrap_err());
    assert!(cell.ends_with('2') && cell != "B2", "{cell}");
}

/// 200 options with a column each, and in every row others of them ticked.
#[test]
fn answers_put_together_of_columns_are_counted_as_they_are_met() {
    let labels: Vec<String> = (0..200).map(|at| format!("选项{at}")).collect();
    let options: Vec<(&str, Option<f64>)> = labels.iter().map(|it| (it.as_str(), None)).collect();
    let asked = questionnaire([item("Q", "都有哪些", ItemKind::Multi, &options)]);
    let mut csv = "序号".to_owned();
    for label in &labels {
        write!(csv, ",第1题({label})").unwrap();
    }
    for row in 0_u32..3_000 {
        write!(csv, "\n{row}").unwrap();
        for at in 0..200 {
            let ticked = at >= 32 || row >> at & 1 == 1;
            write!(csv, ",{}", u8::from(ticked)).unwrap();
        }
    }
    let sheet = sheet("a.csv", csv.into_bytes()).unwrap();
    let progress = Progress::default();
    let mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
    let options = mapping
        .columns
        .iter()
        .filter(|it| matches!(it.target, Target::ItemOption(..)));
    assert_eq!(options.count(), 200);
    let context = context(&asked, &[]);
    let read = |limits| returns::read_within(&sheet, &mapping, &context, &progress, limits);
    let held = sheet.spent().bytes;
    let imported = read(Limits::default()).unwrap();
    assert_eq!(imported.returns.len(), 3_000);
    // Each answer of its own is a list of up to 200 options.
    assert!(imported.spent.bytes > held + 3_000 * 200);
    assert_eq!(too_much(read(within(held + 500_000)).unwrap_err()), "B1");
}
