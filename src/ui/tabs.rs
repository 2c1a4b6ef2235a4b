//! All tabs with what each of them remembers.

use egui::Ui;

use super::actions::ActionsTab;
use super::questionnaire::QuestionnaireTab;
use super::returns::ReturnsTab;
use super::review::ReviewTab;
use super::scores::ScoresTab;
use super::trends::TrendsTab;
use super::{Cx, Page, Place, Tab, Wanted};

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
    fn page(&mut self, tab: Tab) -> &mut dyn Page {
        match tab {
            Tab::Questionnaire => &mut self.questionnaire,
            Tab::Returns => &mut self.returns,
            Tab::Scores => &mut self.scores,
            Tab::Trends => &mut self.trends,
            Tab::Actions => &mut self.actions,
            Tab::Review => &mut self.review,
        }
    }

    /// Draws the shown one, and says what it needs to be made to go on with.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Wanted> {
        let page = self.page(cx.tab);
        // Tabs share nothing, not even the ids of their controls.
        ui.push_id(cx.tab, |ui| page.ui(ui, cx));
        page.wants(cx)
    }

    /// Leads to a place, in the tab it lies in.
    pub fn go(&mut self, place: &Place, cx: &Cx<'_>) {
        self.page(place.tab()).go(place, cx);
    }

    /// Asks for what is typed in the shown one and not kept yet.
    pub fn leave(&mut self, cx: &Cx<'_>) {
        self.page(cx.tab).leave(cx);
    }
}
