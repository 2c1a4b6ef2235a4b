//! Closing a wave, and opening it again.

use jiff::civil::Date;

use crate::edit::{Known, Refusal};
use crate::model::{Change, Closing, Edit, Step, StepKind, Wave, WaveId};

/// What comes from now on is late.
pub(in crate::edit) fn close(
    known: &Known<'_>,
    wave: WaveId,
    date: Date,
    who: &str,
) -> Result<Step, Refusal> {
    let before = known.data.wave(wave).ok_or(Refusal::Gone)?;
    if before.closed().is_some() {
        return Err(Refusal::WaveClosed(before.period));
    }
    let closing = Closing {
        reopened: false,
        date,
        who: named(who)?,
        reason: String::new(),
    };
    Ok(step(StepKind::CloseWave, before, closing))
}

/// What comes counts again. What came late stays apart until somebody says that it counts.
pub(in crate::edit) fn reopen(
    known: &Known<'_>,
    wave: WaveId,
    who: &str,
    reason: &str,
) -> Result<Step, Refusal> {
    let before = known.data.wave(wave).ok_or(Refusal::Gone)?;
    if before.closed().is_none() {
        return Err(Refusal::WaveOpen(before.period));
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::NeedsReason);
    }
    let closing = Closing {
        reopened: true,
        date: known.today,
        who: named(who)?,
        reason: reason.to_owned(),
    };
    Ok(step(StepKind::ReopenWave, before, closing))
}

fn named(who: &str) -> Result<String, Refusal> {
    match who.trim() {
        "" => Err(Refusal::NeedsName),
        who => Ok(who.to_owned()),
    }
}

fn step(kind: StepKind, before: &Wave, closing: Closing) -> Step {
    let mut after = before.clone();
    after.closings.push(closing);
    let change = Change::Wave(Edit::changed(before.clone(), after));
    Step::new(kind, before.period.to_string(), vec![change])
}
