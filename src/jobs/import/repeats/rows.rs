//! What the rows of two sheets say that hold the same columns.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::super::Asked;
use super::earlier::Earlier;
use crate::intake::identity::{Tells, is_missing, said, tells};
use crate::intake::{Cell, Sheet, SheetColumn, heading_alike};
use crate::model::{ColumnMapping, Differs, Mapping, Questionnaire, Reading, Target};

/// A column of both sheets, by its place in each.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub here: usize,
    pub before: usize,
}

/// A column of answers in both sheets.
struct Answered {
    pair: Pair,
    /// What numbers mean there, here and before, where they are those of options.
    labels: [Labels; 2],
}

/// The label of the option each number from 1 on means; nothing where numbers are no places.
type Labels = Vec<Option<String>>;

/// What the numbers of a column mean.
fn labels(mapped: &ColumnMapping, asked: &Questionnaire) -> Labels {
    let item = mapped.target.item().and_then(|it| asked.item_of(it));
    let scale = item.and_then(|it| it.scale.as_ref());
    let Some(scale) = scale.filter(|_| mapped.reading == Reading::OptionNumbers) else {
        return Labels::new();
    };
    let label = |at: usize| scale.options.get(at).map(|it| it.label.clone());
    match mapped.numbered.as_slice() {
        [] => (0..scale.options.len()).map(label).collect(),
        numbered => {
            let numbered = numbered.iter();
            numbered.map(|it| label(usize::from((*it)?))).collect()
        }
    }
}

impl Answered {
    /// What a cell here (0) or before (1) says: an option in words where a number means one, and
    /// nothing where one of two exports has no answer.
    fn said(&self, cell: &Cell, which: usize) -> String {
        let labels = self.labels.get(which);
        let labels = labels.map_or(&[][..], Vec::as_slice);
        let said = in_words(cell, labels);
        let numbers = self.labels.iter().any(|it| !it.is_empty());
        match numbers && (said.starts_with('-') || is_missing(cell)) {
            true => String::new(),
            false => said,
        }
    }
}

/// What a cell says, an option in words where a number means one.
fn in_words(cell: &Cell, labels: &[Option<String>]) -> String {
    let said = said(cell);
    let number = said.parse().ok().and_then(|it: usize| it.checked_sub(1));
    let label = number.and_then(|at| labels.get(at)).cloned().flatten();
    label.map_or(said, |label| label.split_whitespace().collect())
}

/// The columns both sheets have.
pub(super) struct Pairs {
    /// What tells returns apart: all of it, and without what a platform may number anew.
    keys: Vec<(Tells, Pair)>,
    answers: Vec<Answered>,
    /// Both ask the same, nothing more in either.
    pub whole: bool,
}

impl Pairs {
    pub fn of(sheet: &Sheet, mapping: &Mapping, before: &Earlier<'_>, asked: Asked<'_>) -> Self {
        let words = asked.questionnaire;
        let place = |column: &SheetColumn| {
            let mut columns = before.sheet.columns.iter();
            columns.position(|it| it.index == column.index)
        };
        let (mut keys, mut answers) = (Vec::<(Tells, Pair)>::new(), Vec::<Answered>::new());
        let mut asked = 0;
        for (here, (column, mapped)) in sheet.columns.iter().zip(&mapping.columns).enumerate() {
            if mapped.target.item().is_some() {
                asked += 1;
                let other = before.column_of(mapped.target).and_then(place);
                let there = before.mapping_of(mapped.target);
                answers.extend(other.zip(there).map(|(before, there)| Answered {
                    pair: Pair { here, before },
                    labels: [labels(mapped, words), labels(there, words)],
                }));
                continue;
            }
            let Some(own) = tells(column, mapped.target) else {
                continue;
            };
            let alike =
                |it: &&SheetColumn| heading_alike(&it.title) == heading_alike(&column.title);
            let fits = |it: &&SheetColumn| tells(it, before.target_of(it)) == Some(own);
            let known = match mapped.target {
                Target::Ignore => None,
                target => before.column_of(target).filter(fits),
            };
            // Two columns may name the customer, one by code: each is held against its like.
            let named = before.sheet.columns.iter().filter(alike).filter(fits);
            let free = |at: &usize| keys.iter().all(|(_, pair)| pair.before != *at);
            let other = named.chain(known).filter_map(place).find(free);
            keys.extend(other.map(|before| (own, Pair { here, before })));
        }
        let before = before.import.mapping.columns.iter();
        let before = before.filter(|it| it.target.item().is_some()).count();
        Self {
            whole: answers.len() == asked && asked == before,
            keys,
            answers,
        }
    }

    /// Whether what stands there is nobody else's: a time, or a number nobody else has.
    pub fn tell_apart(&self) -> bool {
        let mut keys = self.keys.iter();
        keys.any(|(tells, _)| matches!(tells, Tells::Time | Tells::Unique))
    }

    /// Whether both number their rows.
    pub fn numbered(&self) -> bool {
        self.keys.iter().any(|(tells, _)| *tells == Tells::Number)
    }

    /// Answers that are others now.
    pub fn differ(
        &self,
        sheet: &Sheet,
        row: u32,
        before: &Earlier<'_>,
        other: u32,
    ) -> Vec<Differs> {
        let pairs = self.answers.iter().filter_map(|it| {
            let (here, there) = (
                sheet.columns.get(it.pair.here)?,
                before.sheet.columns.get(it.pair.before)?,
            );
            let (now, was) = (here.value(row), there.value(other));
            (it.said(now, 0) != it.said(was, 1)).then(|| Differs {
                title: here.title.clone(),
                cell: sheet.cell_name(here, row),
                before: was.found(),
                now: now.found(),
            })
        });
        pairs.collect()
    }
}

/// A row and what it says.
pub(super) struct Row {
    /// Counted from 0 below the header.
    pub at: u32,
    /// As the spreadsheet numbers it.
    pub number: u32,
    /// Whether a time or a number nobody else has stands in it.
    pub told: bool,
    key: u64,
    /// The key without numbers a platform gives anew.
    lasting: u64,
    pub answers: u64,
}

/// The rows of a sheet that say something.
pub(super) struct Rows {
    rows: Vec<Row>,
}

impl Rows {
    pub fn of(sheet: &Sheet, pairs: &Pairs, wanted: impl Fn(u32) -> bool) -> Self {
        Self::read(sheet, pairs, (|pair| pair.here, 0), wanted)
    }

    pub fn of_earlier(before: &Earlier<'_>, pairs: &Pairs) -> Self {
        let brought = |row| before.brought(row);
        Self::read(&before.sheet, pairs, (|pair| pair.before, 1), brought)
    }

    fn read(
        sheet: &Sheet,
        pairs: &Pairs,
        (side, which): (fn(&Pair) -> usize, usize),
        wanted: impl Fn(u32) -> bool,
    ) -> Self {
        let told = |column: usize| -> Vec<u64> {
            let column = sheet.columns.get(column);
            let values = column.into_iter().flat_map(|it| it.said(said));
            values.map(|text| hash(&text)).collect()
        };
        let answers: Vec<(usize, Vec<u64>)> = pairs
            .answers
            .iter()
            .map(|it| {
                let column = sheet.columns.get(side(&it.pair)).into_iter();
                let values = column.flat_map(|column| column.said(|cell| it.said(cell, which)));
                (side(&it.pair), values.map(|text| hash(&text)).collect())
            })
            .collect();
        let keys: Vec<(Tells, usize, Vec<u64>)> = pairs
            .keys
            .iter()
            .map(|(tells, pair)| (*tells, side(pair), told(side(pair))))
            .collect();
        let says = |column: usize, told: &[u64], row: u32| {
            let column = sheet.columns.get(column);
            let code = column.map_or(0, |it| it.code(row));
            (code != 0).then(|| told.get(code as usize).copied().unwrap_or_default())
        };
        let rows = (0..sheet.rows()).filter(|row| wanted(sheet.row_number(*row)));
        let rows = rows.filter_map(|at| {
            let (mut whole, mut lasting, mut answered) = (
                FxHasher::default(),
                FxHasher::default(),
                FxHasher::default(),
            );
            let (mut any, mut apart) = (false, false);
            for (tells, column, told) in &keys {
                let said = says(*column, told, at);
                said.hash(&mut whole);
                apart |= said.is_some() && matches!(tells, Tells::Time | Tells::Unique);
                if *tells != Tells::Number {
                    said.hash(&mut lasting);
                }
            }
            for (column, told) in &answers {
                let said = says(*column, told, at);
                any |= said.is_some();
                said.hash(&mut answered);
            }
            any.then(|| Row {
                at,
                number: sheet.row_number(at),
                told: apart,
                key: whole.finish(),
                lasting: lasting.finish(),
                answers: answered.finish(),
            })
        });
        Self {
            rows: rows.collect(),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter()
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Rows of the same returns: what tells them apart is the same, and nobody else's in either
    /// sheet.
    pub fn same_returns<'r>(&'r self, there: &'r Self) -> Vec<(&'r Row, &'r Row)> {
        let mut found = Vec::new();
        let by_key = there.alone(|it| it.told.then_some(it.key));
        let by_lasting = there.alone(|it| it.told.then_some(it.lasting));
        let own_key = self.alone(|it| it.told.then_some(it.key));
        let own_lasting = self.alone(|it| it.told.then_some(it.lasting));
        for row in self.rows.iter().filter(|it| it.told) {
            let whole = by_key.get(&row.key).copied().flatten();
            let whole = whole.filter(|_| own_key.get(&row.key).is_some_and(Option::is_some));
            let lasting = || {
                let other = by_lasting.get(&row.lasting).copied().flatten();
                other.filter(|_| own_lasting.get(&row.lasting).is_some_and(Option::is_some))
            };
            found.extend(whole.or_else(lasting).map(|other| (row, other)));
        }
        found
    }

    /// Each row by what it is known by; `None` for several.
    fn alone(&self, of: impl Fn(&Row) -> Option<u64>) -> FxHashMap<u64, Option<&Row>> {
        let mut all: FxHashMap<u64, Option<&Row>> = FxHashMap::default();
        for row in &self.rows {
            if let Some(key) = of(row) {
                all.entry(key)
                    .and_modify(|it| *it = None)
                    .or_insert(Some(row));
            }
        }
        all
    }

    /// Rows with the same running number, where that is all there is: they may be the same returns.
    pub fn same_numbers<'r>(&'r self, there: &'r Self) -> Vec<(&'r Row, &'r Row)> {
        let (own, other) = (
            self.alone(|it| Some(it.key)),
            there.alone(|it| Some(it.key)),
        );
        let rows = self.rows.iter().filter_map(|row| {
            own.get(&row.key).copied().flatten()?;
            Some((row, other.get(&row.key).copied().flatten()?))
        });
        rows.collect()
    }

    /// The numbers of the rows of both, where each says what one of the others says; otherwise
    /// nothing.
    pub fn all_alike(&self, there: &Self) -> Vec<(u32, u32)> {
        let sorted = |rows: &Self| {
            let mut all: Vec<(u64, u32)> =
                rows.rows.iter().map(|it| (it.answers, it.number)).collect();
            all.sort_unstable();
            all
        };
        let (own, other) = (sorted(self), sorted(there));
        let same = own.len() == other.len()
            && own
                .iter()
                .zip(&other)
                .all(|((one, _), (two, _))| one == two);
        let pairs = own.iter().zip(&other).filter(|_| same);
        pairs
            .map(|((_, here), (_, before))| (*here, *before))
            .collect()
    }
}

pub(super) fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish()
}
