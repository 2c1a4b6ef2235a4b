//! All tabs with what each of them remembers.

use egui::Ui;

use super::actions::ActionsTab;
use super::questionnaire::QuestionnaireTab;
use super::returns::ReturnsTab;
use super::review::ReviewTab;
use super::scores::ScoresTab;
use super::trends::TrendsTab;
use super::{Action, Cx, Place, Tab, Wanted};

/// The six tabs.
#[derive(Debug, Default)]
pub struct Tabs {
    pub questionnaire: QuestionnaireTab,
    pub returns: ReturnsTab,
    pub scores: ScoresTab,
    pub trends: TrendsTab,
    pub actions: ActionsTab,
    pub review: ReviewTab,
}

impl Tabs {
    /// Draws the shown one.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
        // Tabs share nothing, not even the ids of their controls.
        ui.push_id(cx.tab, |ui| match cx.tab {
            Tab::Questionnaire => self.questionnaire.ui(ui, cx),
            Tab::Returns => self.returns.ui(ui, cx),
            Tab::Scores => self.scores.ui(ui, cx),
            Tab::Trends => self.trends.ui(ui, cx),
            Tab::Actions => self.actions.ui(ui, cx),
            Tab::Review => self.review.ui(ui, cx),
        })
        .inner
    }

    /// What the shown one needs to be made to go on with.
    pub fn wants(&self, cx: &Cx<'_>) -> Option<Wanted> {
        match cx.tab {
            Tab::Returns => self.returns.wants(cx),
            Tab::Scores => self.scores.wants(cx),
            _ => None,
        }
    }

    /// Leads to a place, in the tab it lies in.
    pub fn go(&mut self, place: &Place, cx: &Cx<'_>) {
        match place.tab() {
            Tab::Questionnaire => self.questionnaire.go(place, cx),
            Tab::Returns => self.returns.go(place, cx),
            Tab::Scores => self.scores.go(place, cx),
            Tab::Trends => self.trends.go(place, cx),
            Tab::Actions => self.actions.go(place, cx),
            Tab::Review => self.review.go(place, cx),
        }
    }

    /// What is typed in the shown one and not kept yet.
    pub fn leave(&mut self, cx: &Cx<'_>) -> Vec<Action> {
        match cx.tab {
            Tab::Questionnaire => self.questionnaire.leave(cx),
            Tab::Returns => self.returns.leave(cx),
            Tab::Scores => self.scores.leave(cx),
            Tab::Trends => self.trends.leave(cx),
            Tab::Actions => self.actions.leave(cx),
            Tab::Review => self.review.leave(cx),
        }
    }
}
