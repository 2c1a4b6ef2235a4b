//! Half-year lines of whatever is scored, several at once, with the numbers below.

mod answers;
mod choose;
mod contents;
mod differences;
mod drawn;
mod entered;
mod faults;
mod kpi_form;
mod kpis;
mod multiples;
mod page;
mod past_form;
mod pick;
mod reading;
mod table;

use std::collections::BTreeSet;

use egui::Ui;

use super::missing::Missing;
use super::widgets::panel;
use super::{Cx, Page};
use crate::chart::Layers;
use crate::model::{Subject, SurveyId};
use contents::TrendContents;
use pick::Picked;

/// How lines are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum View {
    /// Together in one chart.
    #[default]
    Lines,
    /// Each in a chart of its own.
    Multiples,
    /// The answers behind them.
    Answers,
}

/// What is wanted of the lines: beside them, how they are shown, and whose customers stayed.
type Wanted = (Layers, View, Option<Subject>);

/// The tab and what it remembers.
#[derive(Debug, Default)]
pub struct TrendsTab {
    /// Whose lines were picked.
    survey: Option<SurveyId>,
    picked: Picked,
    shown: Layers,
    view: View,
    /// Dimensions whose items can be picked.
    open: BTreeSet<String>,
    made: Option<TrendContents>,
    /// Show everything again.
    whole: bool,
    /// The line whose dot is under the pointer, as of the frame before.
    hovered: Option<usize>,
    /// The line whose name is under the pointer.
    looked_at: Option<Subject>,
    /// The dot that was pressed: what it says stays, with the way to its wave.
    pinned: Option<drawn::Pinned>,
    /// The line whose dot was pressed last.
    pressed: Option<Subject>,
    /// Figures of an old report that are being typed.
    past: Option<past_form::Draft>,
    /// A series of the firm's own that is being typed.
    kpi: Option<kpi_form::Draft>,
}

impl Page for TrendsTab {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let survey = cx.survey.map(|survey| survey.id);
        if self.survey != survey {
            *self = Self {
                survey,
                ..Self::default()
            };
        }
        if let Some(missing) = missing(cx) {
            return panel::work(ui, |ui| missing.show(ui, cx));
        }
        let wanted: Wanted = (self.shown, self.view, self.pressed.clone());
        let fits = |made: &TrendContents| made.fits(cx, &self.picked, &wanted);
        if !self.made.as_ref().is_some_and(fits) {
            self.made = TrendContents::of(cx, &mut self.picked, wanted);
        }
        let Some(made) = self.made.take() else {
            return;
        };
        panel::left(ui, cx.language, "lines", 232.0, |ui| {
            choose::show(ui, cx, &made, self);
        });
        panel::work(ui, |ui| page::show(ui, cx, &made, self));
        self.made = Some(made);
        past_form::ask(ui.ctx(), cx, &mut self.past);
        kpi_form::ask(ui.ctx(), cx, &mut self.kpi);
    }
}

/// Why there are no lines: nothing came back in any wave.
fn missing(cx: &Cx<'_>) -> Option<Missing> {
    let counted = cx.waves.iter().any(|wave| wave.figures.counted > 0);
    match Missing::of(cx) {
        Some(Missing::Questionnaire | Missing::Wave) => Missing::of(cx),
        _ if cx.waves.is_empty() => Some(Missing::Reading),
        _ if counted => None,
        _ if cx.filter.is_empty() => Some(Missing::Returns),
        _ => Some(Missing::Passing),
    }
}
