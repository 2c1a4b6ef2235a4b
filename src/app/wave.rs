//! Opening a wave from the window.

use egui::Context;

use super::window::Window;
use crate::i18n::period;
use crate::jobs::{choose, wave};
use crate::model::{Period, Step, StepKind, WaveId};

impl Window {
    /// Opens the wave of a period with the newest revision, as one step that can be undone,
    /// and shows it. One that is open already is only shown.
    pub(super) fn open_wave(&mut self, context: &Context, period: Period) {
        let Some(desk) = &self.desk else {
            return;
        };
        let shown = &desk.shown;
        let Some(survey) = shown.survey.and_then(|survey| shown.data.survey(survey)) else {
            return;
        };
        let open = shown.data.wave_in(survey.id, period).map(|wave| wave.id);
        if let Some(wave) = open {
            self.show(context, |shown| shown.show_wave(Some(wave)));
            return;
        }
        let revision = choose::latest_revision(&shown.data, survey);
        let opening = revision.map(|revision| {
            let id = WaveId(shown.ids.fresh());
            wave::with_revision(id, revision, period, self.today())
        });
        match opening {
            Ok(opening) => {
                let wave = opening.wave.id;
                let name = period::name(self.language(), period);
                let step = Step::new(StepKind::OpenWave, name, opening.changes);
                self.apply(context, step, None);
                self.show(context, |shown| shown.show_wave(Some(wave)));
            }
            Err(error) => self.failed(super::worker::Job::Edit, &error),
        }
    }
}
