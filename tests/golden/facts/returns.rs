//! What came in: returns with their answers, imports, and the review list.

use std::fmt::Write;

use manyi::model::{
    Answer, AnswerColumn, Data, Expected, ImportId, Issue, LineageId, Return, Settlement, Wave,
};
use manyi::store::Store;

use super::{code, ledger, or_dash, quoted, wave_name, yes};

pub(super) fn wave(store: &Store, data: &Data, wave: &Wave) -> String {
    let loaded = store.load_wave(wave.id).unwrap();
    let mut text = String::new();
    for (row, returned) in loaded.returns.iter().enumerate() {
        text += &self::returned(data, returned);
        text += &answers(&loaded.columns, row);
        text += &ledger::returned(data, returned);
    }
    text
}

fn returned(data: &Data, returned: &Return) -> String {
    format!(
        "  return {} file={} row={} customer={} said={} by={} date={} channel={} collector={} void={}\n",
        returned.id.0,
        file(data, returned.import),
        returned.row,
        code(data, returned.customer),
        quoted(&returned.customer_text),
        quoted(&returned.respondent),
        or_dash(returned.date),
        quoted(&returned.channel),
        quoted(&returned.collector),
        or_dash(returned.void.as_deref().map(quoted)),
    )
}

/// On one line, in the order of the questionnaire.
fn answers(columns: &[AnswerColumn], row: usize) -> String {
    let answers: Vec<_> = columns
        .iter()
        .map(|column| answer(&column.get(row)))
        .collect();
    format!("    {}\n", answers.join(" "))
}

fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Blank => "blank".to_owned(),
        Answer::Skipped => "skipped".to_owned(),
        Answer::NotApplicable => "n/a".to_owned(),
        Answer::Unreadable => "unreadable".to_owned(),
        Answer::Option(option) => format!("#{option}"),
        Answer::Options(options) => format!("{options:?}").replace(' ', ""),
        Answer::Number(number) => number.to_string(),
        Answer::Text(text) => quoted(text),
    }
}

/// The file it came with; `None`: it came without one.
fn file(data: &Data, import: Option<ImportId>) -> String {
    or_dash(import.map(|id| quoted(&data.import(id).unwrap().file)))
}

pub(super) fn imports(data: &Data) -> String {
    let mut text = String::new();
    for import in &data.imports {
        writeln!(
            text,
            "import {} sheet={} into {} at={} platform={} returns={} undone={} sha256={}",
            quoted(&import.file),
            quoted(&import.sheet),
            or_dash(data.wave(import.wave).map(|wave| wave_name(data, wave))),
            import.at,
            quoted(&import.platform),
            import.returns,
            yes(import.undone),
            import.sha256,
        )
        .unwrap();
        for (line, cell) in import.cells(0) {
            let letters = cell.trim_end_matches('0');
            writeln!(text, "  {letters} was line {}", line.0).unwrap();
        }
        let customer = import.customer_cell(7);
        writeln!(text, "  customer of row 7 in {customer}").unwrap();
    }
    text
}

pub(super) fn issues(data: &Data) -> String {
    data.issues
        .iter()
        .map(|issue| self::issue(data, issue))
        .collect()
}

fn issue(data: &Data, issue: &Issue) -> String {
    format!(
        "issue {:?} return={} file={} line={} at={}!{} found={} expected={} settled={}\n",
        issue.kind,
        issue.returned.0,
        file(data, issue.import),
        or_dash(issue.item.map(|LineageId(line)| line)),
        quoted(&issue.sheet),
        issue.cell,
        quoted(&issue.found),
        expected(&issue.expected),
        or_dash(issue.settled.as_ref().map(settled)),
    )
}

fn expected(expected: &Expected) -> String {
    let list = |name: &str, those: &[String]| format!("{name}{those:?}");
    match expected {
        Expected::OneOf(labels) => list("one of ", labels),
        Expected::Number { low, high } => format!("number {low} to {high}"),
        Expected::Date => "date".to_owned(),
        Expected::DateWithin(from, to) => format!("date from {from} to before {to}"),
        Expected::DateEither(one, other) => format!("date {one} or {other}"),
        Expected::Struck => "not struck through".to_owned(),
        Expected::Answer => "answer".to_owned(),
        Expected::KnownCustomer => "known customer".to_owned(),
        Expected::OneReturnPerCustomer => "one return".to_owned(),
        Expected::Calculated => "calculated".to_owned(),
        Expected::Writing => "writing".to_owned(),
        Expected::OneCustomerOf(codes) => list("one customer of ", codes),
    }
}

fn settled(settlement: &Settlement) -> String {
    match settlement {
        Settlement::Corrected(to) => format!("corrected to {}", quoted(to)),
        Settlement::Learned(to) => format!("learned to be {}", quoted(to)),
        Settlement::LeftBlank => "left blank".to_owned(),
        Settlement::Kept => "kept".to_owned(),
        Settlement::Voided => "voided".to_owned(),
        Settlement::Amended { to, reason, .. } => {
            format!("amended to {} for {}", quoted(to), quoted(reason))
        }
    }
}
