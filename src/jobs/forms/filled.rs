//! A firm's own forms of many years: they do not say whose they are or for which wave, so the
//! wave is told, and customers are known by what the form or its file is called.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::intake::{Context, Decoding, file};
use crate::jobs::import::{self, Asked, Candidate};
use crate::jobs::marking;
use crate::model::{Cancelled, Data, Import, ImportBatch, Progress, WaveId};

/// Bytes of a form at most: what is larger is looked at as a table.
const LARGEST: usize = 2 << 20;

/// The one return of a filled form, where it can be read without a question; `None` where the
/// file is no such form, or somebody has to say how it is read.
///
/// # Errors
/// [`Cancelled`]. What is wrong with a file is told where it is looked at as a table.
pub(super) fn filled(
    data: &Data,
    wave: WaveId,
    file: (String, Arc<[u8]>),
    at: Timestamp,
    progress: &Progress,
) -> Result<Option<ImportBatch>, Cancelled> {
    let read = read(data, wave, file, at, progress);
    progress.wanted()?;
    Ok(read)
}

fn read(
    data: &Data,
    wave: WaveId,
    (name, bytes): (String, Arc<[u8]>),
    at: Timestamp,
    progress: &Progress,
) -> Option<ImportBatch> {
    if bytes.len() > LARGEST {
        return None;
    }
    let wave = data.wave(wave)?;
    let revision = data.revision(wave.revision)?;
    let asked = Asked {
        questionnaire: &revision.questionnaire,
        customers: &data.customers,
        values: None,
        decoding: Decoding::Recognised,
        markings: &data.markings,
    };
    let mut candidate = import::recognise(&file::hashed(name, bytes), asked, progress).ok()?;
    // The same paper is filled in the same way.
    let fingerprint = &candidate.mapping.fingerprint;
    let same = |it: &&Import| !it.undone && it.mapping.fingerprint == *fingerprint;
    if let Some(before) = data.imports.iter().rev().find(same) {
        import::recall(&mut candidate.mapping, &before.mapping, |_| true);
    }
    let Candidate { sheet, mapping, .. } = &candidate;
    let certain = sheet.is_form() && candidate.others.is_empty();
    if !certain || !mapping.undecided().is_empty() {
        return None;
    }
    // A blank that was marked is no return.
    if marking::holds_marks(&candidate.source, asked.questionnaire, progress) {
        return None;
    }
    let context = Context {
        questionnaire: asked.questionnaire,
        customers: asked.customers,
        wave: wave.id,
        period: Some(wave.period),
        there: const { &BTreeMap::new() },
    };
    let read = import::read(data, &candidate, &context, at, progress);
    let mut batch = read.ok()?.batch;
    let late = wave.closed().is_some();
    batch.returns.iter_mut().for_each(|it| it.late = late);
    Some(batch)
}
