//! The workspace of a command: looked at, also while a window has it open, or written.

use std::path::Path;

use super::output;
use crate::i18n::Language;
use crate::jobs::copy_settings::CopySettings;
use crate::jobs::engine::Engine;
use crate::jobs::{JobError, copy_note};
use crate::model::{Data, Progress};
use crate::store::Store;

/// The workspace and everything in it but the returns.
pub(super) fn read(path: &Path) -> Result<(Store, Data), JobError> {
    let store = Store::open_read_only(path).map_err(|error| JobError::of_file(path, error))?;
    let data = store.load().map_err(JobError::of(&store))?;
    Ok((store, data))
}

/// The same to be written, its backups kept as the user said. Only for a command whose words
/// have been looked at: an older file is brought up to date by it.
pub(super) fn write(path: &Path) -> Result<Store, JobError> {
    CopySettings::default().open(path, &Progress::default())
}

/// What computes the figures: those of a few returns too where a program reads them.
pub(super) fn engine(for_programs: bool) -> Engine {
    match for_programs {
        true => Engine::exact(),
        false => Engine::default(),
    }
}

/// Says what there is to say of the backups that were kept.
pub(super) fn tell_copies(store: &mut Store, path: &Path, language: Language) {
    for note in store.last_copy_notes() {
        output::complain(&copy_note(path, &note, language));
    }
}
