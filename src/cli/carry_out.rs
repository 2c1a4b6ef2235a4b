//! An intent carried out on a workspace that no window holds.

use std::path::Path;

use jiff::Zoned;

use super::{Failure, output, workspace};
use crate::edit::{Intent, Known, Refusal};
use crate::i18n::{Language, refusal, step};
use crate::jobs::JobError;
use crate::model::{Data, Ids, Step, WaveId};
use crate::store::Store;

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
    // What was typed is settled before the file is opened for writing, and an older one is
    // brought up to date.
    let (store, data) = workspace::read(path)?;
    let wanted = want(&data, &store.ids())?;
    match step_of(&wanted, &store, &data)? {
        Ok(_) => drop(store),
        // What a script asked for is so.
        Err(why @ Refusal::Unchanged) => {
            let words = refusal::words(language, &why);
            return Ok(output::print(&format!("{words}\n"))?);
        }
        Err(why) => return Err(JobError::Refused(why).into()),
    }
    let mut store = workspace::write(path)?;
    let data = store.load().map_err(JobError::of(&store))?;
    let step = step_of(&wanted, &store, &data)?.map_err(JobError::Refused)?;
    store.apply(&step).map_err(JobError::of(&store))?;
    let done = step::done(language, &step);
    let done = done.unwrap_or_else(|| step::subject(language, &step));
    output::print(&format!("{done}\n"))?;
    workspace::tell_copies(&mut store, path, language);
    Ok(())
}

/// The step it comes to, or why there is none.
fn step_of(wanted: &Wanted, store: &Store, data: &Data) -> Result<Result<Step, Refusal>, JobError> {
    let returns = wanted.wave.map(|wave| store.load_wave(wave)).transpose();
    let returns = returns.map_err(JobError::of(store))?;
    let known = Known {
        data,
        returns: returns.as_ref(),
        ids: &store.ids(),
        today: Zoned::now().date(),
        who: &crate::store::who(),
    };
    Ok(wanted.intent.step(&known))
}
