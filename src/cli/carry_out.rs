//! An intent carried out on a workspace that no window holds.

use std::path::Path;

use jiff::Zoned;

use super::{Failure, output, workspace};
use crate::edit::{Intent, Known, Refusal};
use crate::i18n::{Language, refusal, step};
use crate::jobs::JobError;
use crate::model::{Data, Ids, WaveId};

/// What a command wants, from what the workspace holds.
pub(super) struct Wanted {
    pub intent: Intent,
    /// The wave whose answers it needs.
    pub wave: Option<WaveId>,
}

/// Does what `want` makes of the workspace, in one step, and says so.
pub(super) fn carry_out(
    path: &Path,
    language: Language,
    want: impl FnOnce(&Data, &Ids) -> Result<Wanted, Failure>,
) -> Result<(), Failure> {
    let mut store = workspace::write(path)?;
    let data = store.load().map_err(JobError::of(&store))?;
    let ids = store.ids();
    let Wanted { intent, wave } = want(&data, &ids)?;
    let returns = wave.map(|wave| store.load_wave(wave)).transpose();
    let returns = returns.map_err(JobError::of(&store))?;
    let known = Known {
        data: &data,
        returns: returns.as_ref(),
        ids: &ids,
        today: Zoned::now().date(),
    };
    let step = match intent.step(&known) {
        Ok(step) => step,
        // What a script asked for is so.
        Err(why @ Refusal::Unchanged) => {
            let words = refusal::words(language, &why);
            return Ok(output::print(&format!("{words}\n"))?);
        }
        Err(why) => return Err(JobError::Refused(why).into()),
    };
    store.apply(&step).map_err(JobError::of(&store))?;
    let done = step::done(language, &step);
    let done = done.unwrap_or_else(|| step::subject(language, &step));
    output::print(&format!("{done}\n"))?;
    workspace::tell_copies(&mut store, path, language);
    Ok(())
}
