//! Who counts: the returns of a wave that are valid and pass the filter, and what each
//! weighs.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::people::{Person, passes, people};
use super::whose::Whose;
use super::{Condition, Filter, Ledger, Note, SegmentKey};
use crate::model::{
    Answer, AnswerColumn, Customer, CustomerId, FrameEntry, Item, Questionnaire, Return, Tagged,
    WaveReturns, Weighting,
};

/// The returns behind the figures.
pub(super) struct Panel {
    /// Positions in [`WaveReturns::returns`], ascending.
    pub rows: Vec<usize>,
    /// What each of them weighs, at most 1; `None` when all weigh the same.
    pub weights: Option<Vec<f64>>,
    pub whose: Whose,
    /// Customers in the (filtered) frame, where known.
    pub population: Option<usize>,
    pub ledger: Ledger,
    pub notes: Vec<Note>,
}

impl Panel {
    pub fn of(
        questionnaire: &Questionnaire,
        returns: &WaveReturns,
        frame: &[FrameEntry],
        customers: &[Customer],
        filter: &Filter,
    ) -> Self {
        // Who everybody is takes time to list; often nothing asks for it.
        let weighed = questionnaire.rules.weights == Weighting::Turnover;
        let people = match filter.is_empty() && !weighed {
            true => FxHashMap::default(),
            false => people(frame, customers),
        };
        let passing = passing(questionnaire, returns, &people, filter);
        let chosen = narrowed(frame, &people, filter);
        let ledger = Ledger::of(returns, &passing, frame, chosen.as_deref());
        let listed = chosen.map(|_| listed(frame));
        Self::over(
            questionnaire,
            returns,
            (&people, listed.as_ref()),
            &passing,
            ledger,
        )
    }

    /// Of the returns that pass, void ones included, and their ledger; who is on the list, as far
    /// as that can be told.
    pub(super) fn over(
        questionnaire: &Questionnaire,
        returns: &WaveReturns,
        (people, listed): (
            &FxHashMap<CustomerId, Person>,
            Option<&FxHashSet<CustomerId>>,
        ),
        passing: &[usize],
        ledger: Ledger,
    ) -> Self {
        let valid = |row: &usize| returns.returns[*row].valid();
        let rows = passing.iter().copied().filter(valid).collect();
        Self::counting(questionnaire, returns, (people, listed), rows, ledger)
    }

    /// Of returns that count, whatever was said of them; `rows` ascending.
    pub(super) fn counting(
        questionnaire: &Questionnaire,
        returns: &WaveReturns,
        (people, listed): (
            &FxHashMap<CustomerId, Person>,
            Option<&FxHashSet<CustomerId>>,
        ),
        rows: Vec<usize>,
        ledger: Ledger,
    ) -> Self {
        let mut notes = Vec::new();
        if ledger.frame.is_none() {
            notes.push(Note::FrameNotFiltered);
        }
        if ledger.apart.off_list > 0 {
            notes.push(Note::OffList(ledger.apart.off_list));
        }
        let weights = (questionnaire.rules.weights == Weighting::Turnover)
            .then(|| turnovers(&rows, returns, people, &mut notes));
        let counted: Vec<&Return> = rows.iter().map(|row| &returns.returns[*row]).collect();
        Self {
            ledger,
            whose: Whose::of(&counted, listed),
            rows,
            weights,
            population: ledger.frame.filter(|chosen| *chosen > 0),
            notes,
        }
    }
}

/// The customers of the list who are asked.
pub(super) fn listed(frame: &[FrameEntry]) -> FxHashSet<CustomerId> {
    let asked = frame.iter().filter(|it| it.excluded.is_none());
    asked.map(|it| it.customer).collect()
}

/// Rows of the valid returns that pass the filter, ascending.
pub fn counted(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    frame: &[FrameEntry],
    customers: &[Customer],
    filter: &Filter,
) -> Vec<usize> {
    let people = match filter.is_empty() {
        true => FxHashMap::default(),
        false => people(frame, customers),
    };
    let mut rows = passing(questionnaire, returns, &people, filter);
    rows.retain(|row| returns.returns[*row].valid());
    rows
}

/// Rows that pass the filter, void ones included.
pub(super) fn passing(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    people: &FxHashMap<CustomerId, Person>,
    filter: &Filter,
) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..returns.returns.len()).collect();
    let asks_for_customers = filter
        .conditions()
        .iter()
        .any(|condition| !condition.key.of_returns());
    if asks_for_customers {
        let stays =
            |returned: &Return| passes(returned.customer.and_then(|id| people.get(&id)), filter);
        rows.retain(|row| stays(&returns.returns[*row]));
    }
    for condition in filter.conditions() {
        if matches!(condition.key, SegmentKey::Channel | SegmentKey::Collector) {
            let value = |row: &usize| condition.key.of_return(&returns.returns[*row]);
            rows.retain(|row| condition.asks(value(row).unwrap_or(SegmentKey::NONE)));
        }
        if condition.key == SegmentKey::Tag {
            let rows_of = |wanted: fn(&Condition, &Tagged) -> bool| -> FxHashSet<usize> {
                let tagged = returns.tagged.iter();
                let tagged = tagged.filter(|it| wanted(condition, it));
                tagged.map(|it| it.row).collect()
            };
            let wanted = rows_of(|condition, it| condition.asks(&it.name));
            let none = condition.asks(SegmentKey::NONE);
            let tagged = if none {
                rows_of(|_, _| true)
            } else {
                FxHashSet::default()
            };
            rows.retain(|row| wanted.contains(row) || (none && !tagged.contains(row)));
        }
        if let SegmentKey::Item(lineage) = condition.key {
            let at = questionnaire
                .items
                .iter()
                .position(|item| item.lineage == lineage);
            let column =
                at.and_then(|at| Some((&questionnaire.items[at], returns.columns.get(at)?)));
            match column {
                Some((item, column)) => keep_answers(&mut rows, item, column, condition),
                // The revision of this wave did not ask: nobody answered.
                None if condition.asks(SegmentKey::NONE) => {}
                None => rows.clear(),
            }
        }
    }
    rows
}

fn keep_answers(rows: &mut Vec<usize>, item: &Item, column: &AnswerColumn, condition: &Condition) {
    let options = item.scale.as_ref().map_or(&[][..], |scale| &scale.options);
    let wanted: Vec<bool> = options
        .iter()
        .map(|option| condition.values.contains(&option.label))
        .collect();
    let none = condition.asks(SegmentKey::NONE);
    let chosen = |option: &u8| wanted.get(usize::from(*option)).copied().unwrap_or(none);
    rows.retain(|row| match column {
        AnswerColumn::Choice(codes) => codes.get(*row).map_or(none, chosen),
        AnswerColumn::Other(answers) => match answers.get(*row) {
            Some(Answer::Option(option)) => chosen(option),
            Some(Answer::Options(options)) if options.is_empty() => none,
            Some(Answer::Options(options)) => options.iter().any(chosen),
            Some(Answer::Text(text)) => condition.asks(text),
            Some(Answer::Number(number)) => condition.asks(&number.to_string()),
            _ => none,
        },
    });
}

/// Customers chosen for the wave that pass the filter, which needs no `people` where it asks for
/// nothing; `None` where the filter asks for answers, which those who did not answer have not given.
pub(super) fn narrowed<'a>(
    frame: &'a [FrameEntry],
    people: &FxHashMap<CustomerId, Person>,
    filter: &Filter,
) -> Option<Vec<&'a FrameEntry>> {
    let passes = |entry: &&FrameEntry| {
        let person = || people.get(&entry.customer);
        filter.is_empty() || person().is_some_and(|person| person.passes(filter))
    };
    (!filter.asks_for_answers()).then(|| frame.iter().filter(passes).collect())
}

/// What the returns weigh by turnover, relative to the largest so that squares stay in range.
pub(super) fn turnovers(
    rows: &[usize],
    returns: &WaveReturns,
    people: &FxHashMap<CustomerId, Person>,
    notes: &mut Vec<Note>,
) -> Vec<f64> {
    let mut without = BTreeSet::new();
    let mut strangers = 0;
    let mut weights: Vec<f64> = rows
        .iter()
        .map(|row| {
            let Some(id) = returns.returns[*row].customer else {
                strangers += 1;
                return 0.0;
            };
            let turnover = people.get(&id).and_then(|person| person.turnover);
            if turnover.is_none() {
                without.insert(id);
            }
            turnover.unwrap_or(0.0)
        })
        .collect();
    let largest = weights.iter().copied().fold(0.0, f64::max);
    if largest > 0.0 {
        weights.iter_mut().for_each(|weight| *weight /= largest);
    }
    if !without.is_empty() {
        notes.push(Note::WithoutTurnover(without.into_iter().collect()));
    }
    if strangers > 0 {
        notes.push(Note::WithoutCustomer(strangers));
    }
    weights
}
