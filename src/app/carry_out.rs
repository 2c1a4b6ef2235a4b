//! What the user wants done to the workspace: asked of `edit`, shown, sent to the file.

use egui::Context;

use super::history::Turn;
use super::window::Window;
use crate::edit::{Intent, Refusal};
use crate::i18n::refusal;
use crate::model::{ImportId, Period, RevisionId, SurveyId, WaveId};
use crate::ui::{Action, Place, Tab};

impl Window {
    /// Does it, or says why not. True if it was done.
    pub(super) fn carry_out(&mut self, context: &Context, intent: &Intent) -> bool {
        let today = self.today();
        let Some(desk) = &self.desk else {
            return false;
        };
        match intent.step(&desk.shown.known(today)) {
            Ok(step) => {
                self.apply(context, step, intent.typed().cloned());
                true
            }
            Err(Refusal::Unchanged) => false,
            Err(why) => {
                self.say(context, refusal::words(self.language(), &why), None);
                false
            }
        }
    }

    /// Opens the wave of a period with the newest revision, and shows it. One that is open
    /// already is only shown.
    pub(super) fn open_wave(&mut self, context: &Context, period: Period) {
        let Some(shown) = self.desk.as_ref().map(|desk| &desk.shown) else {
            return;
        };
        let Some(survey) = shown.survey else {
            return;
        };
        let open = shown.data.wave_in(survey, period).map(|wave| wave.id);
        let id = open.unwrap_or_else(|| WaveId(shown.ids.fresh()));
        let intent = Intent::OpenWave { id, survey, period };
        if open.is_some() || self.carry_out(context, &intent) {
            self.show(context, |shown| shown.show_wave(Some(id)));
        }
    }

    /// Adds a survey with a blank questionnaire, and shows it.
    pub(super) fn add_survey(&mut self, context: &Context, name: String) {
        let Some(desk) = &self.desk else {
            return;
        };
        let ids = &desk.shown.ids;
        let (survey, revision) = (SurveyId(ids.fresh()), RevisionId(ids.fresh()));
        let intent = Intent::NewSurvey {
            survey,
            revision,
            name,
        };
        if self.carry_out(context, &intent) {
            self.show(context, |shown| shown.show_survey(Some(survey)));
            // There is nothing to see of it yet but what has to be asked.
            self.perform(context, Action::Go(Place::Tab(Tab::Questionnaire)));
        }
    }

    /// Takes imports back: by their ids, at any time, and no others that came with them.
    pub(super) fn undo_imports(&mut self, context: &Context, ids: &[ImportId]) {
        let Some(desk) = &self.desk else {
            return;
        };
        if desk.shown.history.newest_are(ids) {
            // With the wave it opened, and all of it can be done again.
            return self.turn(context, Turn::Undo);
        }
        for id in ids {
            self.carry_out(context, &Intent::UndoImport(*id));
        }
    }
}
