//! Forms that were marked: one changed, one removed.

use sha2::{Digest, Sha256};

use super::apply;
use crate::model::{
    BlankSheet, Change, Edit, LineageId, Mark, Marking, MarkingId, Meant, PlainLook, Printed,
    SourceFile, StepKind,
};
use crate::store::tests::sample::{Sample, step};

/// Every kind of mark, cells merged with words and without, and cells that look like anything.
pub(super) fn markings(sample: &mut Sample) {
    let first = kept(sample, "征询单.xlsx");
    let other = kept(sample, "征询单 旧版.docx");
    let made = [&first, &other].map(|it| Change::Marking(Box::new(Edit::created(it.clone()))));
    apply(sample, &step(StepKind::MarkForm, made.into()));
    let mut changed = first.clone();
    changed.marks.retain(|it| it.meant != Meant::Channel);
    let changes = [Edit::changed(first, changed), Edit::removed(other)];
    let changes = changes.map(|it| Change::Marking(Box::new(it)));
    apply(sample, &step(StepKind::MarkForm, changes.into()));
}

/// A form whose blank is kept.
pub(in crate::store::tests) fn kept(sample: &mut Sample, file: &str) -> Marking {
    let source = SourceFile {
        name: file.to_owned(),
        bytes: file.as_bytes().into(),
        sha256: Sha256::digest(file)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
    };
    sample.store.keep_file(&source).unwrap();
    let printed = |at, to, text: &str| Printed {
        at,
        to,
        text: text.to_owned(),
    };
    let mark = |at, label: &str, meant| Mark {
        at,
        label: label.to_owned(),
        meant,
    };
    let fields = (1..).zip(Meant::FIELDS);
    let fields = fields.map(|(row, meant)| mark((row, 3), "来函：", meant));
    let option = |at, label: &str| mark(at, "", Meant::Option(LineageId(901), label.to_owned()));
    let marks = [
        option((8, 1), "很满意"),
        option((8, 2), "满意"),
        mark((9, 1), "", Meant::Item(LineageId(902))),
    ];
    Marking {
        id: MarkingId(sample.store.fresh_id()),
        survey: sample.survey.id,
        file: file.to_owned(),
        sha256: source.sha256,
        sheet: BlankSheet {
            name: "调查 ✎".to_owned(),
            size: (10, 4),
            printed: vec![
                printed((0, 0), (0, 3), "顾客征询单"),
                printed((8, 0), (8, 0), "货色如何"),
            ],
            merged: vec![((9, 1), (9, 3))],
            looks: vec![
                PlainLook {
                    at: (8, 1),
                    bold: true,
                    fill: None,
                },
                PlainLook {
                    at: (8, 2),
                    bold: false,
                    fill: Some(0x00FF_C000),
                },
            ],
        },
        marks: fields.chain(marks).collect(),
    }
}
