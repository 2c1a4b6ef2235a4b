//! How the items of the chosen row were answered: bars around the neutral option, or the same
//! as a table.

mod bars;
mod counts;
mod title;

use egui::Ui;

use crate::analysis::ItemFigures;
use crate::chart::{Chart, Distribution};
use crate::model::Subject;
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::{Wish, chart_menu};
use crate::ui::scores::behind;
use crate::ui::style::margin;
use crate::ui::widgets::{Button, icons, panel};
use crate::ui::{Action, Cx};

/// Draws the part, one chart for each scale; `table` says whether as a table, and turns when
/// asked to.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    subject: &Subject,
    table: &mut bool,
) -> Option<Action> {
    let view = cx.view?;
    let wanted = behind::items_of(cx, subject);
    let items: Vec<&ItemFigures> = wanted
        .iter()
        .filter_map(|item| view.figures.item(*item))
        .collect();
    let rules = &cx.revision()?.questionnaire.rules;
    let charts = Distribution::build(items.iter().copied(), rules, cx.language);
    let name = behind::name(cx, subject);
    let mut action = None;
    for (at, chart) in charts.iter().enumerate() {
        let title = if at == 0 {
            title::title(cx, &name, &items)
        } else {
            codes(chart)
        };
        let shown = ui.push_id(("answers", at), |ui| {
            let wish = head(ui, cx, &title, chart, table);
            let pressed = if *table {
                counts::show(ui, cx, chart, &items)
            } else {
                bars::show(ui, cx, chart)
            };
            wish.or(pressed)
        });
        action = action.or(shown.inner);
        ui.add_space(tokens().space.group_gap);
    }
    action
}

fn head(
    ui: &mut Ui,
    cx: &Cx<'_>,
    title: &str,
    chart: &Distribution,
    table: &mut bool,
) -> Option<Action> {
    let mut action = None;
    let inset = margin(tokens().space.page_margin, 0.0);
    egui::Frame::NONE.inner_margin(inset).show(ui, |ui| {
        panel::section_head(ui, title, |ui| {
            if let Some(wish) = chart_menu(ui, cx.language, title, Some(*table)) {
                action = wish.action(|| Chart::Distribution(chart.clone()));
                *table ^= wish == Wish::Turn;
            }
            let (icon, words) = if *table {
                (icons::ICON_BAR_CHART, tr!(cx.language, "chart-turn-back"))
            } else {
                (icons::ICON_TABLE_CHART, tr!(cx.language, "chart-turn"))
            };
            if ui.add(Button::icon_only(icon, words)).clicked() {
                *table ^= true;
            }
        });
    });
    action
}

fn codes(chart: &Distribution) -> String {
    let codes = chart.rows.iter().map(|row| row.code.as_str());
    codes.collect::<Vec<_>>().join(" ")
}
