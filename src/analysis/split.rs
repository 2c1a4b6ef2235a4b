//! The parts a name splits the returns into, told apart in one pass.

use rustc_hash::{FxHashMap, FxHashSet};

use super::panel::{Panel, listed, narrowed, passing};
use super::people::{Person, people};
use super::{Filter, Ledger, Segment, SegmentKey};
use crate::model::{
    Answer, AnswerColumn, Customer, CustomerId, FrameEntry, Item, LineageId, Questionnaire,
    WaveReturns,
};

/// Which values of a name something has, by their places.
type Places<'a> = FxHashMap<&'a str, Vec<usize>>;

impl Panel {
    /// One panel a value of the name: each as [`Panel::of`] is under the filter with that value
    /// alone of the name.
    pub(super) fn split(
        questionnaire: &Questionnaire,
        returns: &WaveReturns,
        (frame, customers): (&[FrameEntry], &[Customer]),
        filter: &Filter,
        segment: &Segment,
    ) -> Vec<Self> {
        let people = people(frame, customers);
        let mut others = filter.clone();
        others.clear(&segment.key);
        let rows = passing(questionnaire, returns, &people, &others);
        let parts = rows_by(questionnaire, returns, &people, &rows, segment);
        let chosen = match segment.key.of_returns() {
            true => None,
            false => narrowed(frame, &people, &others),
        };
        let chosen = chosen.map(|among| {
            let places = places(segment);
            let of = by_customer(&people, &segment.key, &places);
            among_parts(&among, (&of, &places), segment.values.len())
        });
        let known = chosen.as_ref().map(|_| listed(frame));
        let parts = parts.iter().enumerate();
        parts
            .map(|(at, rows)| {
                // Only how many were asked matters to the figures of a part.
                let asked = chosen.as_ref().map(|chosen| {
                    let asked = chosen[at].iter().filter(|it| it.excluded.is_none());
                    asked.count()
                });
                let ledger = Ledger::new(asked, None, rows.len(), rows.len());
                Self::over(
                    questionnaire,
                    returns,
                    (&people, known.as_ref()),
                    rows,
                    ledger,
                )
            })
            .collect()
    }
}

/// Rows by value of the name, in the order of its values and each ascending; those without any at
/// [`SegmentKey::NONE`], where that is among the values.
pub(super) fn rows_by(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    people: &FxHashMap<CustomerId, Person>,
    rows: &[usize],
    segment: &Segment,
) -> Vec<Vec<usize>> {
    let places = places(segment);
    let mut parts = Parts(vec![Vec::new(); segment.values.len()]);
    match segment.key {
        SegmentKey::Item(lineage) => {
            parts.by_answers(questionnaire, returns, (rows, lineage), &places);
        }
        SegmentKey::Channel | SegmentKey::Collector => {
            for row in rows {
                let value = segment.key.of_return(&returns.returns[*row]);
                let places = value.and_then(|value| places.get(value));
                parts.put(*row, places.map_or(&[][..], Vec::as_slice));
            }
        }
        SegmentKey::Tag => {
            let among: FxHashSet<usize> = rows.iter().copied().collect();
            for it in returns.tagged.iter().filter(|it| among.contains(&it.row)) {
                let places = places.get(&*it.name);
                parts.put(it.row, places.map_or(&[][..], Vec::as_slice));
            }
        }
        SegmentKey::Attribute(_) | SegmentKey::Key | SegmentKey::Customer => {
            let of = by_customer(people, &segment.key, &places);
            parts.by_customers(returns, rows, &of);
        }
    }
    if let Some(none) = places.get(SegmentKey::NONE) {
        parts.rest(rows, none);
    }
    parts.0
}

fn places(segment: &Segment) -> Places<'_> {
    let mut places = Places::default();
    for (at, value) in segment.values.iter().enumerate() {
        places.entry(&value.value).or_default().push(at);
    }
    places
}

/// The places of the values each customer has.
fn by_customer<'a>(
    people: &FxHashMap<CustomerId, Person>,
    key: &SegmentKey,
    places: &'a Places,
) -> FxHashMap<CustomerId, &'a [usize]> {
    let known = people.iter().filter_map(|(id, person)| {
        let places = places.get(person.value(key)?)?;
        Some((*id, places.as_slice()))
    });
    known.collect()
}

/// The customers chosen, by part.
fn among_parts<'a>(
    chosen: &[&'a FrameEntry],
    (of, places): (&FxHashMap<CustomerId, &[usize]>, &Places),
    parts: usize,
) -> Vec<Vec<&'a FrameEntry>> {
    let mut among = vec![Vec::new(); parts];
    let none = places.get(SegmentKey::NONE).map_or(&[][..], Vec::as_slice);
    for entry in chosen {
        for at in of.get(&entry.customer).copied().unwrap_or(none) {
            among[*at].push(*entry);
        }
    }
    among
}

/// Rows by part, each ascending.
struct Parts(Vec<Vec<usize>>);

impl Parts {
    /// Several ticks of one value are one.
    fn put(&mut self, row: usize, places: &[usize]) {
        for at in places {
            let part = &mut self.0[*at];
            if part.last() != Some(&row) {
                part.push(row);
            }
        }
    }

    /// The rows that are in no part yet.
    fn rest(&mut self, rows: &[usize], places: &[usize]) {
        let end = rows.last().map_or(0, |last| last + 1);
        let mut placed = vec![false; end];
        for row in self.0.iter().flatten() {
            placed[*row] = true;
        }
        for row in rows.iter().filter(|row| !placed[**row]) {
            self.put(*row, places);
        }
    }

    fn by_customers(
        &mut self,
        returns: &WaveReturns,
        rows: &[usize],
        of: &FxHashMap<CustomerId, &[usize]>,
    ) {
        for row in rows {
            let customer = returns.returns[*row].customer;
            if let Some(places) = customer.and_then(|id| of.get(&id)) {
                self.put(*row, places);
            }
        }
    }

    /// Where the revision of the wave did not ask, nobody answered like that.
    fn by_answers(
        &mut self,
        questionnaire: &Questionnaire,
        returns: &WaveReturns,
        (rows, lineage): (&[usize], LineageId),
        places: &Places,
    ) {
        let mut asked = questionnaire.items.iter().zip(&returns.columns);
        let Some((item, column)) = asked.find(|(item, _)| item.lineage == lineage) else {
            return;
        };
        let options = options(item, places);
        let option = |code: u8| options.get(usize::from(code)).copied().unwrap_or_default();
        let text = |text: &str| places.get(text).map_or(&[][..], Vec::as_slice);
        for row in rows {
            match column {
                AnswerColumn::Choice(codes) => {
                    let code = codes.get(*row).copied().unwrap_or(AnswerColumn::BLANK);
                    self.put(*row, option(code));
                }
                AnswerColumn::Other(answers) => match answers.get(*row) {
                    Some(Answer::Option(code)) => self.put(*row, option(*code)),
                    Some(Answer::Options(codes)) => {
                        codes.iter().for_each(|code| self.put(*row, option(*code)));
                    }
                    Some(Answer::Text(said)) => self.put(*row, text(said)),
                    Some(Answer::Number(said)) => self.put(*row, text(&said.to_string())),
                    _ => {}
                },
            }
        }
    }
}

/// The places of the value each option of the item stands for.
fn options<'a>(item: &Item, places: &'a Places) -> Vec<&'a [usize]> {
    let options = item.scale.iter().flat_map(|scale| &scale.options);
    let places = options.map(|option| places.get(option.label.as_str()));
    places
        .map(|places| places.map_or(&[][..], Vec::as_slice))
        .collect()
}
