//! Who is asked in a wave, and whom the form went out to: each one step however many customers
//! it reaches.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use crate::edit::{Known, Refusal};
use crate::model::{Change, CustomerId, Edit, FrameEntry, Step, StepKind, WaveId};

/// These customers are to be asked.
pub(in crate::edit) fn choose(
    known: &Known<'_>,
    wave: WaveId,
    customers: &[CustomerId],
) -> Result<Step, Refusal> {
    let frame = known.data.frame(wave);
    let asked: FxHashSet<CustomerId> = frame.iter().map(|it| it.customer).collect();
    let wanted: FxHashSet<CustomerId> = customers.iter().copied().collect();
    let new = known.data.customers.iter();
    let new = new.filter(|it| wanted.contains(&it.id) && !asked.contains(&it.id));
    step(
        known,
        wave,
        new.map(|it| Edit::created(FrameEntry::of(wave, it)))
            .collect(),
    )
}

/// These are not.
pub(in crate::edit) fn leave_out(
    known: &Known<'_>,
    wave: WaveId,
    customers: &[CustomerId],
) -> Result<Step, Refusal> {
    let chosen = entries(known, wave, customers);
    step(
        known,
        wave,
        chosen.map(|it| Edit::removed(it.clone())).collect(),
    )
}

/// The form went out to these.
pub(in crate::edit) fn issue(
    known: &Known<'_>,
    wave: WaveId,
    customers: &[CustomerId],
    day: Date,
    channel: &str,
) -> Result<Step, Refusal> {
    issued(known, wave, customers, Some(day), channel.trim())
}

/// It did not after all.
pub(in crate::edit) fn take_back(
    known: &Known<'_>,
    wave: WaveId,
    customer: CustomerId,
) -> Result<Step, Refusal> {
    issued(known, wave, &[customer], None, "")
}

fn issued(
    known: &Known<'_>,
    wave: WaveId,
    customers: &[CustomerId],
    day: Option<Date>,
    channel: &str,
) -> Result<Step, Refusal> {
    let edits = entries(known, wave, customers).map(|before| {
        let after = FrameEntry {
            issued: day,
            channel: channel.to_owned(),
            ..before.clone()
        };
        Edit::changed(before.clone(), after)
    });
    step(known, wave, edits.collect())
}

/// The entries of those of the customers who are asked in the wave.
fn entries<'a>(
    known: &Known<'a>,
    wave: WaveId,
    customers: &[CustomerId],
) -> impl Iterator<Item = &'a FrameEntry> {
    let wanted: FxHashSet<CustomerId> = customers.iter().copied().collect();
    let frame = known.data.frame(wave).iter();
    frame.filter(move |it| wanted.contains(&it.customer))
}

fn step(known: &Known<'_>, wave: WaveId, edits: Vec<Edit<FrameEntry>>) -> Result<Step, Refusal> {
    let wave = known.data.wave(wave).ok_or(Refusal::Gone)?;
    if edits.is_empty() {
        return Err(Refusal::Nobody);
    }
    let changes = edits.into_iter().map(Change::Frame).collect();
    Ok(Step::new(
        StepKind::EditFrame,
        wave.period.to_string(),
        changes,
    ))
}
