//! The page of one item.
use egui::Ui;

use super::overview::Overview;
use crate::model::LineageId;
use crate::ui::{Action, Cx};

/// What the page remembers.
#[derive(Debug, Default)]
pub struct ItemPage {}

impl ItemPage {
    /// Draws it.
    pub fn ui(
        &mut self,
        _ui: &mut Ui,
        _cx: &Cx<'_>,
        _item: LineageId,
        _overview: &mut Overview,
    ) -> (Option<Action>, Option<Action>) {
        (None, None)
    }
}
