//! The rows of a batch before they are written: everything about them that needs no database.

use std::ops::Range;

use rusqlite::types::ValueRef;

use crate::model::{ImportBatch, Return};
use crate::store::answers::{self, Encoded};
use crate::store::column::Day;
use crate::store::door::Noun;
use crate::store::label::{Label, Labels};
use crate::store::returns::some_text;
use crate::store::seal;

/// Rows made ready at once.
pub(super) const BLOCK: usize = 1_000;
/// Columns of a row that are written, its seal aside.
const COLUMNS: usize = 15;
/// Where the scan stands among the sealed columns: one that comes in a sheet has none.
const SCAN: usize = 11;

/// One return with what its row says that the return itself does not.
pub(super) struct Ready<'a> {
    pub returned: &'a Return,
    labels: [Option<i64>; 4],
    answers: Range<usize>,
    pub seal: i64,
}

/// Some rows on their way.
#[derive(Default)]
pub(super) struct Block<'a> {
    pub rows: Vec<Ready<'a>>,
    /// Their answers, one after the other.
    answers: Vec<u8>,
    /// Texts of answers, by the number of the return and the position of the item.
    pub texts: Vec<(i64, usize, &'a str)>,
    /// Labels they are the first to use.
    pub labels: Vec<Label>,
}

impl<'a> Block<'a> {
    /// The columns of one of its rows, in the order they are written.
    pub fn columns(&self, row: &Ready<'a>) -> [ValueRef<'_>; COLUMNS] {
        let answers = self.answers.get(row.answers.clone());
        columns(row.returned, row.labels, answers.unwrap_or_default())
    }
}

/// The rows of a batch, block by block.
pub(super) struct Rows<'a> {
    batch: &'a ImportBatch,
    pub labels: Labels,
    encoded: Encoded<'a>,
    next: usize,
}

impl<'a> Rows<'a> {
    pub fn of(batch: &'a ImportBatch, labels: Labels) -> Self {
        Self {
            batch,
            labels,
            encoded: Encoded::default(),
            next: 0,
        }
    }

    fn make(&mut self, row: usize, returned: &'a Return, block: &mut Block<'a>) {
        let cells = self.batch.columns.iter();
        self.encoded
            .encode(cells.map(|column| answers::cell(column, row)));
        let bytes = self.encoded.bytes.as_slice();
        let begin = block.answers.len();
        block.answers.extend_from_slice(bytes);
        let texts = self.encoded.texts.iter();
        let texts = texts.map(|(item, text)| (returned.id.0, *item, *text));
        block.texts.extend(texts);
        let labels = [
            &returned.customer_text,
            &returned.channel,
            &returned.collector,
            &returned.role,
        ];
        let labels = labels.map(|text| self.labels.id(text));
        let values = columns(returned, labels, bytes);
        let (before, after) = values.split_at(SCAN);
        let scan = ValueRef::Null;
        let sealed = before.iter().chain([&scan]).chain(after).copied();
        block.rows.push(Ready {
            returned,
            labels,
            answers: begin..block.answers.len(),
            // By hand: for so many rows SQL would take as long as for all the rest.
            seal: seal::of(Return::TABLE, sealed),
        });
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Block<'a>;

    fn next(&mut self) -> Option<Block<'a>> {
        let left = self.batch.returns.get(self.next..)?;
        let some = left.get(..BLOCK).unwrap_or(left);
        if some.is_empty() {
            return None;
        }
        let mut block = Block::default();
        for (row, returned) in (self.next..).zip(some) {
            self.make(row, returned, &mut block);
        }
        self.next += some.len();
        block.labels = self.labels.unwritten();
        Some(block)
    }
}

fn columns<'a>(
    returned: &'a Return,
    [customer_text, channel, collector, role]: [Option<i64>; 4],
    answers: &'a [u8],
) -> [ValueRef<'a>; COLUMNS] {
    let number = |number: Option<i64>| number.map_or(ValueRef::Null, ValueRef::Integer);
    let text = |text: Option<&'a str>| text.map_or(ValueRef::Null, ValueRef::from);
    [
        ValueRef::Integer(returned.id.0),
        ValueRef::Integer(returned.wave.0),
        number(returned.import.map(|import| import.0)),
        ValueRef::Integer(returned.row.into()),
        number(returned.customer.map(|customer| customer.0)),
        number(customer_text),
        text(some_text(&returned.respondent)),
        number(returned.date.map(|date| Day(date).number())),
        number(channel),
        number(collector),
        text(returned.void.as_deref()),
        ValueRef::Blob(answers),
        number(role),
        number(returned.seconds.map(i64::from)),
        ValueRef::Integer(returned.late.into()),
    ]
}
