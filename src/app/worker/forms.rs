//! Forms made, and forms that came back.

use std::path::PathBuf;
use std::sync::Arc;

use super::bench::{Bench, none_open};
use super::event::{Arrival, Event};
use crate::i18n::Language;
use crate::jobs::JobError;
use crate::jobs::folder::Unfolded;
use crate::jobs::forms::{self, Order, Wanted};
use crate::jobs::save::Replace;
use crate::model::{CustomerId, FormKind, Progress, WaveId};

impl Bench {
    pub(super) fn make_forms(
        &mut self,
        wave: WaveId,
        (kind, customers): (FormKind, &[CustomerId]),
        folder: &PathBuf,
        language: Language,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let store = self.store.as_ref().ok_or_else(none_open)?;
        let gone = || JobError::Unexpected("the wave is gone".to_owned());
        let order = Order {
            wave: self.data.wave(wave).ok_or_else(gone)?,
            customers: Some(customers),
            kind,
            language,
            folder,
            replace: Replace::Ours,
        };
        forms::make(store, &self.data, &order, progress).map(Event::FormsMade)
    }

    /// Takes in the forms among files, a firm's own into the wave `filled`; the others are left
    /// to be looked at. What comes to a closed wave waits until it is known to be `late`.
    pub(super) fn arrive(
        &mut self,
        unfolded: Unfolded,
        (filled, late): (Option<WaveId>, bool),
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let data = Arc::clone(&self.data);
        let store = self.store()?;
        let files = [&unfolded.files[..], &unfolded.scans].concat();
        let wanted = Wanted {
            filled,
            late,
            ..Wanted::default()
        };
        let arrived = forms::take(store, &data, &files, wanted, progress)?;
        let fresh = arrived.step.as_ref().map(|_| self.fresh(&arrived.touched));
        let beside = self.written_beside(arrived.taken.iter().map(|it| &it.import));
        Ok(Event::Arrived(Box::new(Arrival {
            arrived,
            fresh,
            beside,
            unfolded,
            filled,
        })))
    }
}
