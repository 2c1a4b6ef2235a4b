//! Files to take in.

use std::sync::Arc;

use jiff::civil::date;
use sha2::{Digest, Sha256};

use super::Sample;
use crate::model::{
    Answer, AnswerColumn, BesideOption, ColumnMapping, Expected, Import, ImportBatch, ImportId,
    Issue, IssueId, IssueKind, LineageId, Mapping, Reading, Return, ReturnId, SourceFile, Target,
};

/// What stands in row `row` of column `item` of [`Sample::batch`].
pub(in crate::store) fn answer(item: usize, row: usize) -> Answer {
    match (item, row % 7) {
        (0, kind) => Answer::Option((kind % 5) as u8),
        (1, 0) => Answer::Blank,
        (1, 1) => Answer::Unreadable,
        (1, 2) => Answer::Skipped,
        (1, _) => Answer::NotApplicable,
        (2, 0) => Answer::Blank,
        (2, _) => Answer::Options(vec![0, 3]),
        (3, 6) => Answer::Number(2.5),
        (3, kind) => Answer::Number(kind as f64),
        (4, 3) => Answer::Text(format!("价格偏高 {row}")),
        _ => Answer::Blank,
    }
}

impl Sample {
    /// A file of so many returns, the first of them of customer 0, then 1 …; then unknown.
    pub fn batch(&self, file: &str, rows: usize) -> ImportBatch {
        let bytes: Vec<u8> = file.bytes().cycle().take(30_000).collect();
        let sha256: String = Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        ImportBatch {
            import: Import {
                id: ImportId::default(),
                wave: self.wave.id,
                file: file.to_owned(),
                sheet: "Sheet1".to_owned(),
                sha256: sha256.clone(),
                at: "2026-01-20T08:00:00.123456789Z".parse().unwrap(),
                platform: "wenjuanxing".to_owned(),
                mapping: Arc::new(mapping()),
                returns: 0,
                undone: false,
            },
            source: SourceFile {
                name: file.to_owned(),
                bytes: bytes.into(),
                sha256,
            },
            returns: (0..rows).map(|row| self.returned(row)).collect(),
            columns: (0..5).map(|item| column(item, rows)).collect(),
            issues: (0..rows.min(1)).map(|row| self.unreadable(row)).collect(),
            files: Vec::new(),
        }
    }

    fn returned(&self, row: usize) -> Return {
        Return {
            id: ReturnId(row as i64),
            wave: self.wave.id,
            import: None,
            row: row as u32 + 2,
            customer: self.customers.get(row).map(|customer| customer.id),
            customer_text: format!("C{row:03}"),
            respondent: if row.is_multiple_of(2) { "张三" } else { "" }.to_owned(),
            role: String::new(),
            seconds: None,
            late: false,
            date: (!row.is_multiple_of(3)).then(|| date(2026, 1, 15)),
            channel: "问卷星".to_owned(),
            collector: String::new(),
            void: (row % 5 == 4).then(|| "测试".to_owned()),
        }
    }

    fn unreadable(&self, row: usize) -> Issue {
        Issue {
            id: IssueId::default(),
            wave: self.wave.id,
            import: None,
            kind: IssueKind::UnreadableCell,
            returned: ReturnId(row as i64),
            item: Some(LineageId(902)),
            sheet: "Sheet1".to_owned(),
            cell: format!("C{}", row + 2),
            found: "√√".to_owned(),
            expected: Expected::OneOf(vec!["很满意".to_owned(), "满意".to_owned()]),
            settled: None,
        }
    }
}

fn mapping() -> Mapping {
    let column = |cell: &str, target, reading| ColumnMapping {
        cell: cell.to_owned(),
        title: format!("标题 {cell}"),
        target,
        reading,
        candidates: vec![LineageId(3)],
        numbered: vec![Some(1), None, Some(0)],
        found: format!("写在 {cell} 旁"),
        answer: format!("{cell}, {cell}"),
    };
    Mapping {
        rows: Vec::new(),
        replaces: Vec::new(),
        instead_of: Vec::new(),
        written: vec![BesideOption {
            row: 2,
            cell: "B2".to_owned(),
            column: 1,
            text: "其他〖钓鱼〗".to_owned(),
        }],
        fingerprint: "f".to_owned(),
        columns: vec![
            column("A1", Target::Customer, Reading::Name),
            column("B1", Target::Item(LineageId(901)), Reading::OptionNumbers),
            column("C1", Target::ItemOption(LineageId(903), 2), Reading::Labels),
            column("D1", Target::Private, Reading::None),
        ],
    }
}

fn column(item: usize, rows: usize) -> AnswerColumn {
    let mut column = AnswerColumn::Choice(Vec::new());
    for row in 0..rows {
        column.push(answer(item, row));
    }
    column
}
