//! Who is asked in a wave, and whom the form went out to: each one step however many customers
//! it reaches.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use crate::edit::{Known, Refusal};
use crate::model::{
    Change, Choice, CollectorKind, CustomerId, Edit, FrameEntry, Step, StepKind, Wave, WaveId,
};

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
    by_hand(
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
    by_hand(
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
    (day, channel, collector): (Date, &str, Option<CollectorKind>),
) -> Result<Step, Refusal> {
    let entries = entries(known, wave, customers);
    let edits = entries.filter(|it| it.excluded.is_none()).map(|before| {
        let after = FrameEntry {
            issued: Some(day),
            channel: channel.trim().to_owned(),
            collector: collector.or(before.collector),
            ..before.clone()
        };
        Edit::changed(before.clone(), after)
    });
    step(known, wave, edits.collect())
}

/// It did not after all.
pub(in crate::edit) fn take_back(
    known: &Known<'_>,
    wave: WaveId,
    customer: CustomerId,
) -> Result<Step, Refusal> {
    let one = [customer];
    let edits = entries(known, wave, &one).map(|before| {
        let after = FrameEntry {
            issued: None,
            channel: String::new(),
            ..before.clone()
        };
        Edit::changed(before.clone(), after)
    });
    step(known, wave, edits.collect())
}

/// These are not asked after all, for a reason; without one they are asked again.
pub(in crate::edit) fn exclude(
    known: &Known<'_>,
    wave: WaveId,
    customers: &[CustomerId],
    reason: Option<&str>,
) -> Result<Step, Refusal> {
    let reason = reason.map(str::trim);
    if reason == Some("") {
        return Err(Refusal::NeedsReason);
    }
    let other = |it: &&FrameEntry| it.excluded.as_deref() != reason;
    let edits = entries(known, wave, customers).filter(other).map(|before| {
        let after = FrameEntry {
            excluded: reason.map(str::to_owned),
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

/// One step of these edits, which somebody chose one by one: the rule the list was chosen by no
/// longer says all.
pub(super) fn by_hand(
    known: &Known<'_>,
    wave: WaveId,
    edits: Vec<Edit<FrameEntry>>,
) -> Result<Step, Refusal> {
    let mut step = step(known, wave, edits)?;
    let before = known.data.wave(wave).ok_or(Refusal::Gone)?;
    if let Some(choice) = before.choice.as_ref().filter(|it| !it.adjusted) {
        let adjusted = Choice {
            adjusted: true,
            ..choice.clone()
        };
        let after = Wave {
            choice: Some(adjusted),
            ..before.clone()
        };
        let noted = Change::Wave(Edit::changed(before.clone(), after));
        step.changes.push(noted);
    }
    Ok(step)
}

/// One step of these edits of the list.
///
/// # Errors
/// [`Refusal::WaveClosed`]; [`Refusal::Nobody`] without any.
fn step(known: &Known<'_>, wave: WaveId, edits: Vec<Edit<FrameEntry>>) -> Result<Step, Refusal> {
    match edits.is_empty() {
        true => Err(Refusal::Nobody),
        false => noting(known, wave, edits),
    }
}

/// The same where something besides the list changes.
pub(super) fn noting(
    known: &Known<'_>,
    wave: WaveId,
    edits: Vec<Edit<FrameEntry>>,
) -> Result<Step, Refusal> {
    let wave = known.data.wave(wave).ok_or(Refusal::Gone)?;
    if wave.closed().is_some() {
        return Err(Refusal::WaveClosed(wave.period));
    }
    let changes = edits.into_iter().map(Change::Frame).collect();
    Ok(Step::new(
        StepKind::EditFrame,
        wave.period.to_string(),
        changes,
    ))
}
