//! Which rows of a sheet are returns the survey holds already: an export that was downloaded again
//! with a few more returns brings those and no other, whatever it was saved as and wherever its
//! columns stand now.
//!
//! A row is the same return when what [tells it apart](crate::intake::identity) stands in a row that came in: the
//! platform's number and the time it was sent, with whoever sent it. Equal answers alone tell
//! nothing: two customers may well agree. Where a plain sheet has neither, [who answered on which
//! day](people) is held against what came into the same wave. Only where nobody is named and every
//! row of a sheet says what one of a file before said, somebody is asked.

mod earlier;
mod people;
mod rows;

use std::collections::BTreeMap;

use self::earlier::{Earlier, earlier};
use self::people::{People, met};
use self::rows::{Pairs, Rows};
use super::{Asked, Candidate};
use crate::jobs::JobError;
use crate::model::{
    Data, Differs, NoReturn, Period, Progress, RepeatChoice, RepeatedReturn, ReturnId, SurveyId,
    WaveId,
};
use crate::store::Store;

/// What of a sheet the survey holds already.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Repeats {
    /// Rows of returns the wave holds as they are here, as the spreadsheet numbers them.
    pub there: Vec<u32>,
    /// Rows of returns another wave holds, and which.
    pub elsewhere: Vec<(u32, Period)>,
    /// Rows of returns the wave holds with other answers; of a sheet that says nothing else than
    /// an earlier one, all of them.
    pub asked: Vec<RepeatedReturn>,
}

/// Where the returns go.
#[derive(Clone, Copy, Debug)]
pub struct Into {
    pub survey: SurveyId,
    pub wave: WaveId,
}

/// Looks for the rows of a sheet among the returns of the survey.
///
/// # Errors
/// What the workspace says that cannot be read; [`JobError::Cancelled`]. An earlier file that is
/// no longer kept or can no longer be read tells nothing.
pub fn repeats(
    store: &Store,
    data: &Data,
    into: Into,
    candidate: &Candidate,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Repeats, JobError> {
    let mut found = Repeats::default();
    let mut known: BTreeMap<u32, ()> = BTreeMap::new();
    let (mut people, mut alike) = (Vec::new(), Vec::new());
    let all = earlier(store, data, into.survey, candidate, asked, progress)?;
    for before in &all {
        let here = before.wave.id == into.wave;
        let (pairs, own, there) = side_by_side(candidate, before, asked);
        if pairs.tell_apart() {
            for (row, other) in own.same_returns(&there) {
                if known.insert(row.number, ()).is_some() {
                    continue;
                }
                match (here, row.answers == other.answers) {
                    (false, _) => found.elsewhere.push((row.number, before.wave.period)),
                    (true, true) => found.there.push(row.number),
                    (true, false) => found.asked.push(RepeatedReturn {
                        row: row.number,
                        differs: pairs.differ(&candidate.sheet, row.at, before, other.at),
                        ..before.repeated(other.number)
                    }),
                }
            }
        } else if here && alike.is_empty() {
            alike = all_alike(before, &own, &there);
        }
        if here {
            let rows = (pairs, &own, &there);
            people.push(People::of(
                &candidate.sheet,
                &candidate.mapping,
                before,
                rows,
            ));
        }
    }
    for it in met(&people, |row| known.contains_key(&row)) {
        known.insert(it.number.0, ());
        let People { before, pairs, .. } = it.people;
        match it.alike {
            true => found.there.push(it.number.0),
            false => found.asked.push(RepeatedReturn {
                row: it.number.0,
                differs: pairs.differ(&candidate.sheet, it.at.0, before, it.at.1),
                ..before.repeated(it.number.1)
            }),
        }
    }
    if known.is_empty() {
        found.asked = alike;
    }
    found.there.sort_unstable();
    found.elsewhere.sort_unstable();
    found.asked.sort_by_key(|it| it.row);
    Ok(found)
}

/// The columns a sheet and an earlier one both have, and what the rows of either say in them.
fn side_by_side(
    candidate: &Candidate,
    before: &Earlier<'_>,
    asked: Asked<'_>,
) -> (Pairs, Rows, Rows) {
    let pairs = Pairs::of(&candidate.sheet, &candidate.mapping, before, asked);
    let own = Rows::of(&candidate.sheet, &pairs, |_| true);
    let there = Rows::of_earlier(before, &pairs);
    (pairs, own, there)
}

/// Rows of a sheet that are returns of one that came in before.
pub(super) struct Same {
    pub wave: WaveId,
    /// A running number is all that says so.
    pub by_number: bool,
    /// Rows counted from 0 below the header, with the return each is.
    pub rows: Vec<(u32, ReturnId)>,
}

/// The rows that are returns of earlier sheets by what tells them apart, whatever they answer.
///
/// # Errors
/// As [`repeats`].
pub(super) fn same_rows(
    store: &Store,
    data: &Data,
    into: Into,
    candidate: &Candidate,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Vec<Same>, JobError> {
    let all = earlier(store, data, into.survey, candidate, asked, progress)?;
    let same = all.iter().map(|before| {
        let (pairs, own, there) = side_by_side(candidate, before, asked);
        let by_number = !pairs.tell_apart();
        let rows = match by_number {
            false => own.same_returns(&there),
            true if pairs.numbered() => own.same_numbers(&there),
            true => Vec::new(),
        };
        let rows = rows.into_iter();
        let rows = rows.map(|(row, other)| (row.at, before.repeated(other.number).before));
        Same {
            wave: before.wave.id,
            by_number,
            rows: rows.collect(),
        }
    });
    Ok(same.collect())
}

/// Rows that a person has to be asked about where nothing tells returns apart: each says what one
/// of the earlier sheet says, and none of that is left over.
fn all_alike(before: &Earlier<'_>, own: &Rows, there: &Rows) -> Vec<RepeatedReturn> {
    /// Fewer may well be alike by chance.
    const ENOUGH: usize = 3;
    if own.len() < ENOUGH {
        return Vec::new();
    }
    let pairs = own.all_alike(there).into_iter();
    pairs
        .map(|(row, other)| RepeatedReturn {
            row,
            differs: Vec::<Differs>::new(),
            ..before.repeated(other)
        })
        .collect()
}

impl Repeats {
    /// Why rows bring no return, once it is chosen what becomes of those that differ.
    pub fn aside(&self, choice: Option<RepeatChoice>) -> BTreeMap<u32, NoReturn> {
        let there = self.there.iter().map(|row| (*row, NoReturn::There));
        let elsewhere = self
            .elsewhere
            .iter()
            .map(|(row, _)| (*row, NoReturn::Elsewhere));
        let kept = |it: &&RepeatedReturn| match choice {
            Some(RepeatChoice::Both) => false,
            Some(RepeatChoice::First) => true,
            // What is no different needs no place of its own.
            Some(RepeatChoice::Newest) | None => it.differs.is_empty() && choice.is_some(),
        };
        let first = self
            .asked
            .iter()
            .filter(kept)
            .map(|it| (it.row, NoReturn::First));
        there.chain(elsewhere).chain(first).collect()
    }
}
