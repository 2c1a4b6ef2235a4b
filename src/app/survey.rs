//! Another survey in the workspace.

use egui::Context;

use super::window::Window;
use crate::model::{Change, Edit, Revision, RevisionId, Step, StepKind, Survey, SurveyId};
use crate::ui::{Action, Place, Tab};

impl Window {
    /// Adds a survey with a blank questionnaire, as one step that can be undone, and shows it.
    pub(super) fn new_survey(&mut self, context: &Context, name: String) {
        let Some(desk) = &self.desk else {
            return;
        };
        let ids = &desk.shown.ids;
        let (survey, revision) = (ids.fresh(), ids.fresh());
        let survey = Survey {
            id: SurveyId(survey),
            name,
        };
        let (id, name) = (survey.id, survey.name.clone());
        let revision = Revision::first(RevisionId(revision), id);
        let changes = vec![
            Change::Survey(Edit::created(survey)),
            Change::Revision(Box::new(Edit::created(revision))),
        ];
        self.apply(context, Step::new(StepKind::NewSurvey, name, changes), None);
        self.show(context, |shown| shown.show_survey(Some(id)));
        // There is nothing to see of it yet but what has to be asked.
        self.perform(context, Action::Go(Place::Tab(Tab::Questionnaire)));
    }
}
