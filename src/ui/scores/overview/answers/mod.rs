//! How the items of the chosen row were answered: bars around the neutral option, or the same
//! as a table.

mod bars;
mod counts;

use egui::Ui;

use super::Look;
use crate::analysis::ItemFigures;
use crate::chart::words::answers_title;
use crate::chart::{Chart, Distribution};
use crate::theme::tokens;
use crate::ui::Cx;
use crate::ui::chart_menu::turning_chart_menu;
use crate::ui::scores::behind;
use crate::ui::widgets::panel;

/// Draws the part, one chart for each scale, or as tables.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, look: &mut Look) {
    let (Some(subject), Some(view), Some(revision)) = (&look.chosen, cx.view, cx.revision()) else {
        return;
    };
    let items: Vec<&ItemFigures> = view.figures.items_of(subject).collect();
    let rules = &revision.questionnaire.rules;
    let charts = Distribution::build(items.iter().copied(), rules, cx.language);
    let name = behind::name(cx, subject);
    for (at, chart) in charts.iter().enumerate() {
        let title = if at == 0 {
            answers_title(&name, &items, &revision.questionnaire, cx.language)
        } else {
            codes(chart)
        };
        ui.push_id(("answers", at), |ui| {
            panel::page_section(ui, &title, |ui| {
                turning_chart_menu(ui, cx, &title, &mut look.counts, || {
                    Chart::Distribution(chart.clone())
                });
            });
            if look.counts {
                counts::show(ui, cx, chart, &items);
            } else {
                bars::show(ui, cx, chart, &title);
            }
        });
        ui.add_space(tokens().space.group_gap);
    }
}

fn codes(chart: &Distribution) -> String {
    let codes = chart.rows.iter().map(|row| row.code.as_str());
    codes.collect::<Vec<_>>().join(" ")
}
