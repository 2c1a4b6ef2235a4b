//! Returns that stand apart are let in: customers who answered without being asked, and answers
//! that came after the wave was closed.

use rustc_hash::{FxHashMap, FxHashSet};

use super::frame;
use crate::edit::{Known, Refusal};
use crate::model::{Change, CustomerId, Edit, FrameEntry, Return, Step, StepKind, WaveId};

/// These customers are on the list. The form went out to them when their first return came, at
/// the latest, and by its channel.
pub(in crate::edit) fn take_in(
    known: &Known<'_>,
    wave: WaveId,
    customers: &[CustomerId],
) -> Result<Step, Refusal> {
    let returns = &known.returns.ok_or(Refusal::NotRead)?.returns;
    let wanted: FxHashSet<CustomerId> = customers.iter().copied().collect();
    let mut first: FxHashMap<CustomerId, &Return> = FxHashMap::default();
    for returned in returns {
        if let Some(customer) = returned.customer.filter(|id| wanted.contains(id)) {
            first.entry(customer).or_insert(returned);
        }
    }
    let list = known.data.frame(wave);
    let listed: FxHashMap<CustomerId, &FrameEntry> =
        list.iter().map(|it| (it.customer, it)).collect();
    let issued = |entry: FrameEntry| {
        let returned = first.get(&entry.customer);
        let channel = returned.map_or("", |it| it.channel.as_str());
        FrameEntry {
            issued: Some(returned.and_then(|it| it.date).unwrap_or(known.today)),
            channel: match entry.channel.as_str() {
                "" => channel.to_owned(),
                noted => noted.to_owned(),
            },
            ..entry
        }
    };
    let register = known.data.customers.iter();
    let edits = register
        .filter(|it| wanted.contains(&it.id))
        .filter_map(|it| match listed.get(&it.id) {
            None => Some(Edit::created(issued(FrameEntry::of(wave, it)))),
            Some(entry) if entry.issued.is_none() && entry.excluded.is_none() => {
                let before = (*entry).clone();
                Some(Edit::changed(before.clone(), issued(before)))
            }
            Some(_) => None,
        });
    frame::by_hand(known, wave, edits.collect())
}

/// What came late counts.
pub(in crate::edit) fn count_late(known: &Known<'_>, wave: WaveId) -> Result<Step, Refusal> {
    let of = known.data.wave(wave).ok_or(Refusal::Gone)?;
    let returns = known.returns.filter(|it| it.wave == wave);
    let returns = &returns.ok_or(Refusal::NotRead)?.returns;
    let late = returns.iter().filter(|it| it.late);
    let changes: Vec<Change> = late
        .map(|it| {
            let after = Return {
                late: false,
                ..it.clone()
            };
            Change::Return(Box::new(Edit::changed(it.clone(), after)))
        })
        .collect();
    if changes.is_empty() {
        return Err(Refusal::Unchanged);
    }
    Ok(Step::new(
        StepKind::CountLate,
        of.period.to_string(),
        changes,
    ))
}
