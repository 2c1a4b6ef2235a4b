//! Controls on the sheets of an `.xls`, record by record.

use super::{CHOSEN, EXPECTED, Language, answers, languages};
use crate::intake::error::{IntakeError, SheetFault};
use crate::intake::tests::old_excel::{record, shared, stream, xls};
use crate::intake::tests::returned::{context, customers};
use crate::intake::{Imported, Spreadsheet, mapping, returns};
use crate::model::{Answer, Progress, Reading};

const BOX: u16 = 0x0B;
const RADIO: u16 = 0x0C;
const DROP: u16 = 0x14;

fn words(all: &[u16]) -> Vec<u8> {
    all.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// A piece of a drawing; containers say of themselves that they hold others.
fn piece(flags: u16, kind: u16, body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap();
    [&words(&[flags, kind])[..], &length.to_le_bytes(), body].concat()
}

/// A control: its drawing, its object and its text.
fn control(kind: u16, (row, column): (u16, u16), state: u16, label: &str) -> Vec<u8> {
    let place = words(&[2, column, 100, row, 20, column, 900, row, 230]);
    let shape = [piece(2, 0xF00A, &[0; 8]), piece(0, 0xF010, &place)].concat();
    let drawing = record(0x00EC, &piece(0x0F, 0xF004, &shape));
    let common = [&words(&[0x15, 18, kind, 1])[..], &[0; 14]].concat();
    let state = words(&[0x12, 8, state, 0, 0, 2]);
    let object = [common, state, words(&[0, 0])].concat();
    let units: Vec<u16> = label.encode_utf16().collect();
    let count = u16::try_from(units.len()).unwrap();
    let text = record(0x01B6, &words(&[0x212, 0, 0, 0, 0, count, 16, 0, 0]));
    let said = record(0x003C, &[&[1][..], &words(&units)].concat());
    let said = if count == 0 { Vec::new() } else { said };
    [drawing, record(0x005D, &object), text, said].concat()
}

/// A form of old: the options above, or none, and controls.
fn form(language: &Language, head: bool, controls: &[Vec<u8>]) -> Vec<u8> {
    let texts = [
        &[language.customer, "宁波甬江"][..],
        &language.labels(),
        &language.items,
    ]
    .concat();
    let at = |row: u16, column: u16, text: usize| shared(row, column, u32::try_from(text).unwrap());
    let mut cells = vec![at(0, 0, 0), at(0, 1, 1)];
    for option in (0..5_u16).filter(|_| head) {
        cells.push(at(1, option + 1, usize::from(option) + 2));
    }
    for item in 0..3_u16 {
        cells.push(at(item + 2, 0, usize::from(item) + 7));
    }
    xls(&stream(
        &[],
        &texts,
        &[cells.concat(), controls.concat()].concat(),
    ))
}

fn read(bytes: Vec<u8>, language: &Language) -> Result<Imported, IntakeError> {
    let (asked, customers, progress) = (language.asked(), customers(), Progress::default());
    let mut book = Spreadsheet::open("1.xls", &bytes.into(), &progress)?;
    let sheet = book.read_for(0, &asked.items, &progress)?;
    assert!(sheet.is_form(), "{:?}", sheet.columns);
    let scores = Some(Reading::Scores);
    let mapping = mapping::propose(&sheet, &asked, &customers, scores, &progress).unwrap();
    returns::read(&sheet, &mapping, &context(&asked, &customers), &progress)
}

/// All controls of a form, in cells of their own.
fn all(language: &Language, kind: u16, labelled: bool) -> Vec<Vec<u8>> {
    let mut controls = Vec::new();
    for (row, chosen) in (2..).zip(CHOSEN) {
        for (option, label) in (0..).zip(language.labels()) {
            let at = (row, u16::try_from(option).unwrap() + 1);
            let state = u16::from(chosen == Some(option));
            controls.push(control(kind, at, state, if labelled { label } else { "" }));
        }
    }
    controls
}

#[test]
fn ticked_controls_of_an_old_workbook_are_answers() {
    for language in languages() {
        for (kind, labelled) in [(BOX, false), (RADIO, false), (BOX, true), (RADIO, true)] {
            let mut controls = all(&language, kind, labelled);
            controls.reverse();
            let imported = read(form(&language, !labelled, &controls), &language).unwrap();
            assert_eq!(answers(&imported), EXPECTED, "{kind} {labelled}");
            assert_eq!(imported.issues, []);
        }
        let mut mixed = all(&language, BOX, false);
        mixed[0] = control(BOX, (2, 1), 2, "");
        let imported = read(form(&language, true, &mixed), &language).unwrap();
        assert_eq!(answers(&imported)[0], Answer::Unreadable);
        assert_eq!(imported.issues[0].cell, "B3");
    }
}

#[test]
fn lists_of_an_old_workbook_are_told_where_no_cell_says_anything() {
    let language = &languages()[0];
    let lists: Vec<Vec<u8>> = (2..5).map(|row| control(DROP, (row, 1), 0, "")).collect();
    let refused = read(form(language, true, &lists), language).map(|_| ());
    let fault = SheetFault::Controls;
    let (file, sheet) = ("1.xls".to_owned(), "S1".to_owned());
    assert_eq!(refused, Err(IntakeError::Sheet { file, sheet, fault }));
}

#[test]
fn whatever_is_wrong_with_a_control_reading_ends() {
    let language = &languages()[0];
    let whole = form(language, true, &all(language, BOX, false));
    let mut rng = fastrand::Rng::with_seed(5);
    for _ in 0..300 {
        let mut bytes = whole.clone();
        for _ in 0..rng.usize(1..6) {
            let at = rng.usize(512..bytes.len());
            bytes[at] = rng.u8(..);
        }
        let progress = Progress::default();
        if let Ok(mut book) = Spreadsheet::open("1.xls", &bytes.into(), &progress) {
            let _ = book.read_for(0, &language.asked().items, &progress).is_ok();
        }
    }
}
