//! Rows without a number and a time, known by who answered on which day: a named customer, with
//! whoever answered there, where both sheets say it.
//!
//! - The same day and the same answers: the return is there. Other answers: somebody is asked.
//! - Without a day only who says the same to everything is there already; what says something else
//!   is another return.
//! - What counts is looked at before what does not, and what says the same before what does not.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::earlier::Earlier;
use super::rows::{Pair, Pairs, Row, Rows, hash};
use crate::intake::identity::{dated, named};
use crate::intake::{Cell, Sheet, SheetColumn};
use crate::model::{Mapping, Target};

/// A row that says who answered.
struct Person {
    /// Counted from 0 below the header, and as the spreadsheet numbers it.
    at: u32,
    number: u32,
    key: u64,
    /// A day stands in it.
    dated: bool,
    answers: u64,
}

/// The people of a sheet and of one that came in before.
pub(super) struct People<'a> {
    pub before: &'a Earlier<'a>,
    pub pairs: Pairs,
    here: Vec<Person>,
    there: Vec<Person>,
}

/// The same return in both sheets.
pub(super) struct Met<'a> {
    pub people: &'a People<'a>,
    /// Its row here and there, counted from 0 below the header.
    pub at: (u32, u32),
    /// The same as the spreadsheets number them.
    pub number: (u32, u32),
    /// It says the same.
    pub alike: bool,
}

impl<'a> People<'a> {
    pub fn of(
        sheet: &Sheet,
        mapping: &Mapping,
        before: &'a Earlier<'a>,
        (pairs, own, there): (Pairs, &Rows, &Rows),
    ) -> Self {
        let columns = Columns::of(sheet, mapping, before);
        Self {
            here: columns.people(sheet, |pair| pair.here, own),
            there: columns.people(&before.sheet, |pair| pair.before, there),
            before,
            pairs,
        }
    }
}

/// Returns of people who came in before, each once; `known` rows are told already.
pub(super) fn met<'a>(all: &'a [People<'a>], known: impl Fn(u32) -> bool) -> Vec<Met<'a>> {
    let mut found = Vec::new();
    let (mut here, mut there) = (FxHashSet::default(), FxHashSet::default());
    for (counts, alike) in [(true, true), (true, false), (false, true), (false, false)] {
        for (which, people) in all.iter().enumerate() {
            let mut free: FxHashMap<u64, Vec<&Person>> = FxHashMap::default();
            let before = people.there.iter().rev();
            let before = before.filter(|it| people.before.counts(it.number) == counts);
            for person in before.filter(|it| !there.contains(&(which, it.number))) {
                free.entry(person.told(alike)).or_default().push(person);
            }
            let own = people.here.iter().filter(|it| !known(it.number));
            for person in own.filter(|it| it.dated || (alike && people.pairs.whole)) {
                if here.contains(&person.number) {
                    continue;
                }
                let Some(other) = free.get_mut(&person.told(alike)).and_then(Vec::pop) else {
                    continue;
                };
                here.insert(person.number);
                there.insert((which, other.number));
                found.push(Met {
                    people,
                    at: (person.at, other.at),
                    number: (person.number, other.number),
                    alike,
                });
            }
        }
    }
    found
}

impl Person {
    /// Who it is, with what was answered where that is wanted.
    fn told(&self, answers: bool) -> u64 {
        let mut told = FxHasher::default();
        (self.key, answers.then_some(self.answers)).hash(&mut told);
        told.finish()
    }
}

/// The columns of both sheets that say who answered when.
struct Columns {
    customers: Vec<Pair>,
    others: Vec<Pair>,
    day: Option<Pair>,
}

impl Columns {
    fn of(sheet: &Sheet, mapping: &Mapping, before: &Earlier<'_>) -> Self {
        let known = |target: Target| {
            let columns = before.sheet.columns.iter().enumerate();
            columns.filter(move |(_, it)| before.target_of(it) == target)
        };
        let own = |target: Target| {
            let columns = sheet.columns.iter().zip(&mapping.columns).enumerate();
            let columns = columns.filter(move |(_, (_, it))| it.target == target);
            columns.map(|(at, (column, _))| (at, column))
        };
        let only = |target: Target| {
            let (here, before) = (own(target).next()?.0, known(target).next()?.0);
            Some(Pair { here, before })
        };
        let mut customers: Vec<Pair> = Vec::new();
        for (here, column) in own(Target::Customer) {
            let titled = |it: &(usize, &SheetColumn)| it.1.title == column.title;
            let free = |at: &usize| customers.iter().all(|it| it.before != *at);
            let all = known(Target::Customer);
            let found = known(Target::Customer).filter(titled).chain(all);
            let found = found.map(|(at, _)| at).find(free);
            customers.extend(found.map(|before| Pair { here, before }));
        }
        let others = [Target::Respondent, Target::Role];
        Self {
            customers,
            others: others.into_iter().filter_map(only).collect(),
            day: only(Target::Date),
        }
    }

    /// The rows of a sheet that name a customer, and nothing else tells apart.
    fn people(&self, sheet: &Sheet, side: impl Fn(&Pair) -> usize, rows: &Rows) -> Vec<Person> {
        if self.customers.is_empty() {
            return Vec::new();
        }
        let nothing = hash("");
        let said = |pair: &Pair, say: fn(&Cell) -> String| {
            let column = sheet.columns.get(side(pair));
            let said = column.into_iter().flat_map(|it| it.said(say));
            let said: Vec<u64> = said.map(|text| hash(&text)).collect();
            move |row: u32| {
                let code = column.map_or(0, |it| it.code(row));
                said.get(code as usize).copied().unwrap_or(nothing)
            }
        };
        let all = |pairs: &[Pair]| -> Vec<_> { pairs.iter().map(|it| said(it, named)).collect() };
        let (customers, others) = (all(&self.customers), all(&self.others));
        let day = self.day.as_ref().map(|it| said(it, dated));
        let person = |row: &Row| {
            let customers: Vec<u64> = customers.iter().map(|it| it(row.at)).collect();
            if row.told || customers.iter().all(|it| *it == nothing) {
                return None;
            }
            let others: Vec<u64> = others.iter().map(|it| it(row.at)).collect();
            let day = day.as_ref().map_or(nothing, |it| it(row.at));
            let mut key = FxHasher::default();
            (customers, others, day).hash(&mut key);
            Some(Person {
                at: row.at,
                number: row.number,
                key: key.finish(),
                dated: day != nothing,
                answers: row.answers,
            })
        };
        rows.iter().filter_map(person).collect()
    }
}
