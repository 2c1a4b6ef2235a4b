//! What could be found by subtraction: who is left out of a group shown beside the whole it is part
//! of, or beside the other groups of that whole. One to four customers left out hide the group.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::crowd::{Crowd, crowds};
use super::figures::figures_of;
use super::panel::{Panel, listed, passing};
use super::people::{Person, people};
use super::split::rows_by;
use super::suppression::{apart, hidden_parts, union};
use super::{Condition, Filter, Ledger, Segment, SegmentKey};
use crate::model::{
    Answer, AnswerColumn, Customer, CustomerId, FrameEntry, ItemKind, Questionnaire, WaveReturns,
    Weighting,
};

/// The wave it would be found in.
pub(super) struct Subtraction<'a> {
    questionnaire: &'a Questionnaire,
    returns: &'a WaveReturns,
    people: FxHashMap<CustomerId, Person<'a>>,
    listed: FxHashSet<CustomerId>,
    /// Rows of all valid returns.
    whole: OnceCell<Vec<usize>>,
}

/// Marks those of either.
fn join(one: &mut Vec<bool>, other: &[bool]) {
    one.resize(one.len().max(other.len()), false);
    for (one, other) in one.iter_mut().zip(other) {
        *one |= other;
    }
}

impl<'a> Subtraction<'a> {
    pub fn of(
        questionnaire: &'a Questionnaire,
        returns: &'a WaveReturns,
        (frame, customers): (&'a [FrameEntry], &'a [Customer]),
    ) -> Self {
        Self {
            questionnaire,
            returns,
            people: people(frame, customers),
            listed: listed(frame),
            whole: OnceCell::new(),
        }
    }

    /// Valid returns that pass, ascending.
    pub fn rows(&self, filter: &Filter) -> Vec<usize> {
        let mut rows = passing(self.questionnaire, self.returns, &self.people, filter);
        rows.retain(|row| self.returns.returns[*row].valid());
        rows
    }

    /// Which figures under a filter would tell those of one to four customers: the filter beside the
    /// whole wave, beside each filter with one name less, and beside the other values of each name.
    /// `but` is a name whose values are looked after already.
    pub fn told(&self, filter: &Filter, but: Option<&SegmentKey>) -> Vec<bool> {
        let own = self.rows(filter);
        let whole = self.whole.get_or_init(|| self.rows(&Filter::default()));
        let mut told = self.few(&apart(whole, &own));
        let conditions = filter.conditions().iter();
        for condition in conditions.filter(|it| Some(&it.key) != but) {
            let mut others = filter.clone();
            others.clear(&condition.key);
            let all = self.rows(&others);
            if !others.is_empty() {
                join(&mut told, &self.few(&apart(&all, &own)));
            }
            match self.named(&condition.key, &all) {
                Some(segment) => join(&mut told, &self.beside(condition, &segment, &all)),
                None => self.among(condition, &others, &own, &mut told),
            }
        }
        told
    }

    /// Which figures of the parts the returns under a filter fall into by a name may not be shown.
    /// The parts are all there are, those without any value among them.
    pub fn told_of_parts(
        &self,
        filter: &Filter,
        segment: &Segment,
        parts: &[Vec<usize>],
    ) -> Vec<Vec<bool>> {
        let mut others = filter.clone();
        others.clear(&segment.key);
        let mut told: Vec<Vec<bool>> = vec![Vec::new(); parts.len()];
        if !others.is_empty() {
            for (told, value) in told.iter_mut().zip(&segment.values) {
                let one = others.clone().with(segment.key.clone(), &value.value);
                *told = self.told(&one, Some(&segment.key));
            }
        }
        let whole = self.rows(&others);
        if parts.iter().map(Vec::len).sum::<usize>() > whole.len() {
            // A return may be in several, so that no parts make up the whole.
            for (told, rows) in told.iter_mut().zip(parts) {
                join(told, &self.few(rows));
                join(told, &self.few(&apart(&whole, rows)));
            }
            return told;
        }
        let known = parts.iter().zip(&told).map(|(rows, told)| {
            let mut crowds = self.crowds(rows);
            for (crowd, _) in crowds.iter_mut().zip(told).filter(|(_, told)| **told) {
                crowd.narrow();
            }
            crowds
        });
        let known: Vec<Vec<Crowd>> = known.collect();
        let nobody = self.nobody(segment, parts);
        let mut hidden = hidden_parts(parts, &nobody, &known, |rows| self.crowds(rows));
        for (told, rows) in hidden.iter_mut().zip(parts) {
            join(told, &self.few(&apart(&whole, rows)));
        }
        hidden
    }

    /// Which parts are the returns of customers nobody knows: they have no value because of that, and
    /// nothing is told of anybody when their answers are found.
    fn nobody(&self, segment: &Segment, parts: &[Vec<usize>]) -> Vec<bool> {
        let stranger = |row: &usize| self.returns.returns[*row].customer.is_none();
        let each = segment.values.iter().zip(parts);
        each.map(|(it, rows)| {
            let none = it.value == SegmentKey::NONE && !segment.key.of_returns();
            none && rows.iter().all(stranger)
        })
        .collect()
    }

    /// What stands behind the figures of some valid returns.
    pub fn crowds(&self, rows: &[usize]) -> Vec<Crowd> {
        if self.questionnaire.rules.weights != Weighting::Turnover {
            return crowds(self.questionnaire, self.returns, rows);
        }
        // One of them may outweigh all others.
        let ledger = Ledger::new(None, None, rows.len(), rows.len());
        let (questionnaire, returns) = (self.questionnaire, self.returns);
        let people = (&self.people, Some(&self.listed));
        let panel = Panel::over(questionnaire, returns, people, rows, ledger);
        figures_of(questionnaire, returns, &panel).crowds()
    }

    /// Which figures of these rows stand on too few.
    fn few(&self, rows: &[usize]) -> Vec<bool> {
        let crowds = self.crowds(rows);
        crowds.iter().map(|it| *it == Crowd::Few).collect()
    }

    /// Values of one name beside its other values. Those that are hidden alone are shown together
    /// only where they, and those left out, are enough.
    fn beside(&self, condition: &Condition, segment: &Segment, all: &[usize]) -> Vec<bool> {
        let parts = rows_by(self.questionnaire, self.returns, &self.people, all, segment);
        let known: Vec<Vec<Crowd>> = parts.iter().map(|rows| self.crowds(rows)).collect();
        let nobody = self.nobody(segment, &parts);
        let hidden = hidden_parts(&parts, &nobody, &known, |rows| self.crowds(rows));
        let chosen: Vec<bool> = segment
            .values
            .iter()
            .map(|it| condition.asks(&it.value))
            .collect();
        let mut behind: BTreeMap<BTreeSet<usize>, Vec<Crowd>> = BTreeMap::new();
        let places = 0..known.first().map_or(0, Vec::len);
        places
            .map(|figure| {
                let alone = chosen.iter().filter(|it| **it).count() == 1;
                let tells = |inside: bool| {
                    let parts_of =
                        (0..parts.len()).filter(|at| hidden[*at][figure] && chosen[*at] == inside);
                    let set: BTreeSet<usize> = parts_of.collect();
                    if inside && alone {
                        return !set.is_empty();
                    }
                    if set.iter().all(|at| nobody[*at]) {
                        return false;
                    }
                    let crowds = behind
                        .entry(set.clone())
                        .or_insert_with(|| self.crowds(&union(&parts, &set)));
                    crowds.get(figure) == Some(&Crowd::Few)
                };
                [true, false].map(tells).contains(&true)
            })
            .collect()
    }

    /// Values together beside each of them alone, where a return may have several.
    fn among(&self, condition: &Condition, others: &Filter, own: &[usize], told: &mut Vec<bool>) {
        if condition.values.len() < 2 {
            return;
        }
        for value in &condition.values {
            let alone = others.clone().with(condition.key.clone(), value);
            join(told, &self.few(&apart(own, &self.rows(&alone))));
        }
    }

    /// Every value of a name among these rows, none too; `None` where a return may have several, and
    /// of customers, who are few each.
    fn named(&self, key: &SegmentKey, rows: &[usize]) -> Option<Segment> {
        let mut values: BTreeSet<String> = BTreeSet::new();
        match key {
            SegmentKey::Customer | SegmentKey::Tag => return None,
            SegmentKey::Attribute(_) | SegmentKey::Key => {
                let known = self.people.values().filter_map(|it| it.value(key));
                values.extend(known.map(str::to_owned));
            }
            SegmentKey::Channel | SegmentKey::Collector => {
                let known = rows
                    .iter()
                    .filter_map(|row| key.of_return(&self.returns.returns[*row]));
                values.extend(known.map(str::to_owned));
            }
            SegmentKey::Item(lineage) => {
                let items = self.questionnaire.items.iter().zip(&self.returns.columns);
                let (item, column) = items.into_iter().find(|(it, _)| it.lineage == *lineage)?;
                if item.kind == ItemKind::Multi {
                    return None;
                }
                let options = item.scale.iter().flat_map(|it| &it.options);
                values.extend(options.map(|it| it.label.clone()));
                if let AnswerColumn::Other(answers) = column {
                    values.extend(rows.iter().filter_map(|row| match answers.get(*row)? {
                        Answer::Text(text) if !text.is_empty() => Some(text.clone()),
                        Answer::Number(number) => Some(number.to_string()),
                        _ => None,
                    }));
                }
            }
        }
        let values = values.iter().map(String::as_str).collect();
        Some(Segment::unused(key.clone(), String::new(), values).with_unassigned())
    }
}
