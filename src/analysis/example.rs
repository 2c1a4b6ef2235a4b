//! Questionnaires and returns for tests: the worked example of the method.

use std::collections::BTreeMap;

use crate::model::{
    Answer, AnswerColumn, Customer, CustomerId, Dimension, FrameEntry, ImportId, Item, ItemKind,
    LineageId, Origin, Questionnaire, Return, ReturnId, Scale, ScaleOption, WaveId, WaveReturns,
};

/// A scale of the given scores, best first, the first `satisfied` of them satisfied.
pub(super) fn scale(scores: &[f64], satisfied: usize) -> Scale {
    let options = scores.iter().enumerate();
    Scale {
        order_assumed: false,
        name: String::new(),
        options: options
            .map(|(at, score)| ScaleOption {
                label: format!("{score}"),
                score: Some(*score),
                satisfied: at < satisfied,
                aliases: Vec::new(),
            })
            .collect(),
    }
}

pub(super) fn five() -> Scale {
    scale(&[5.0, 4.0, 3.0, 2.0, 1.0], 2)
}

pub(super) fn item(lineage: i64, dimension: Option<&str>, scale: Option<Scale>) -> Item {
    Item {
        lineage: LineageId(lineage),
        origin: Origin::New,
        from: Vec::new(),
        code: format!("I{lineage}"),
        text: format!("题{lineage}"),
        dimension: dimension.map(str::to_owned),
        kind: ItemKind::Rating,
        scale,
        scored: true,
        weight: 1.0,
        required: false,
        segment: false,
        importance_of: None,
        aliases: Vec::new(),
    }
}

pub(super) fn dimension(code: &str, parent: Option<&str>, weight: f64) -> Dimension {
    Dimension {
        code: code.to_owned(),
        name: code.to_owned(),
        parent: parent.map(str::to_owned),
        weight,
    }
}

/// Four items on 1–5: 1 and 2 in dimension A (0.6), 3 and 4 in dimension B (0.4).
pub(super) fn two_dimensions() -> Questionnaire {
    Questionnaire {
        dimensions: vec![dimension("A", None, 0.6), dimension("B", None, 0.4)],
        items: [("A", 1), ("A", 2), ("B", 3), ("B", 4)]
            .map(|(code, lineage)| item(lineage, Some(code), Some(five())))
            .to_vec(),
        ..Questionnaire::default()
    }
}

/// The six returns of the method, an answer each item.
pub(super) const SIX: [[u8; 4]; 6] = [
    [5, 4, 4, 3],
    [4, 4, 5, 3],
    [3, 3, 4, 2],
    [5, 5, 5, 4],
    [4, 3, 3, 3],
    [2, 3, 3, 1],
];

/// Returns that gave the items of a five-level scale these scores; 0 is a blank, 9 is "not
/// applicable".
pub(super) fn rated(rows: &[&[u8]]) -> WaveReturns {
    let answers = |score: u8| match score {
        0 => Answer::Blank,
        9 => Answer::NotApplicable,
        score => Answer::Option(5 - score),
    };
    let rows: Vec<Vec<Answer>> = rows
        .iter()
        .map(|row| row.iter().map(|score| answers(*score)).collect())
        .collect();
    answered(&rows)
}

/// Returns with these answers, a list a return.
pub(super) fn answered(rows: &[Vec<Answer>]) -> WaveReturns {
    let items = rows.first().map_or(0, Vec::len);
    let mut columns = vec![AnswerColumn::Choice(Vec::new()); items];
    for row in rows {
        for (column, answer) in columns.iter_mut().zip(row) {
            column.push(answer.clone());
        }
    }
    WaveReturns {
        wave: WaveId(1),
        returns: (0..rows.len()).map(returned).collect(),
        columns,
        tagged: Vec::new(),
    }
}

pub(super) fn six() -> WaveReturns {
    rated(&SIX.each_ref().map(<[u8; 4]>::as_slice))
}

/// A frame of the first `size` customers, all issued: odd ones in 华东, even ones in 华南, the
/// first three key accounts.
pub(super) fn framed(size: i64, returns: &WaveReturns) -> Vec<FrameEntry> {
    (1..=size)
        .map(|id| FrameEntry {
            wave: returns.wave,
            customer: CustomerId(id),
            issued: Some(jiff::civil::date(2026, 6, 1)),
            channel: String::new(),
            collector: None,
            excluded: None,
            turnover: None,
            key: id <= 3,
            attributes: region(if id % 2 == 1 { "华东" } else { "华南" }),
        })
        .collect()
}

fn region(value: &str) -> BTreeMap<String, String> {
    BTreeMap::from([("区域".to_owned(), value.to_owned())])
}

/// A register of customers from 1 on with these turnovers.
pub(super) fn customers(turnovers: &[Option<f64>]) -> Vec<Customer> {
    let turnovers = turnovers.iter().zip(1..);
    turnovers
        .map(|(turnover, id)| Customer {
            id: CustomerId(id),
            code: format!("C{id:03}"),
            name: format!("客户{id}"),
            turnover: *turnover,
            key: false,
            attributes: BTreeMap::new(),
        })
        .collect()
}

fn returned(row: usize) -> Return {
    Return {
        id: ReturnId(row as i64 + 1),
        wave: WaveId(1),
        import: Some(ImportId(1)),
        row: row as u32 + 2,
        customer: None,
        customer_text: String::new(),
        respondent: String::new(),
        role: String::new(),
        seconds: None,
        late: false,
        date: None,
        channel: String::new(),
        collector: String::new(),
        void: None,
    }
}
