//! What is drawn beside the waves of returns: waves typed in from old reports, and figures of the
//! firm's own. Each opens to be changed; new ones are begun here.

use egui::Ui;

use super::contents::TrendContents;
use super::{TrendsTab, kpi_form, past_form};
use crate::i18n::period;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Button, icons, text};

/// Draws both lists.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &TrendContents, tab: &mut TrendsTab) {
    let language = cx.language;
    let survey = cx.survey.map(|it| it.id);
    text::weak(ui, tr!(language, "past-list"));
    for past in cx.data.past.iter().filter(|it| Some(it.survey) == survey) {
        let name = period::name(language, past.period);
        if entry(ui, cx, &name) {
            tab.past = Some(past_form::Draft::of(cx, made, Some(past)));
        }
    }
    if adds(ui, cx, tr!(language, "past-add")) {
        tab.past = Some(past_form::Draft::of(cx, made, None));
    }
    ui.add_space(tokens().space.control_gap);
    text::weak(ui, tr!(language, "kpi-list"));
    for kpi in &cx.data.kpis {
        if entry(ui, cx, &kpi.name) {
            tab.kpi = Some(kpi_form::Draft::of(kpi));
        }
    }
    if adds(ui, cx, tr!(language, "kpi-add")) {
        tab.kpi = Some(kpi_form::Draft::default());
    }
}

/// One that is known; true when it is to be opened.
fn entry(ui: &mut Ui, cx: &Cx<'_>, name: &str) -> bool {
    let called = tr!(cx.language, "entered-open", name = name);
    let button = Button::quiet(name).called(called).small();
    ui.add_enabled(cx.writable, button).clicked()
}

fn adds(ui: &mut Ui, cx: &Cx<'_>, words: String) -> bool {
    let button = Button::quiet(words).icon(icons::ICON_ADD).small();
    ui.add_enabled(cx.writable, button).clicked()
}
