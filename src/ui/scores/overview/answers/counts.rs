//! The answers as a table of counts: every option, not applicable, no answer.

use egui::Ui;

use super::bars;
use crate::analysis::ItemFigures;
use crate::chart::Distribution;
use crate::i18n::number;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::Face;
use crate::ui::widgets::{Column, Table};

/// Draws the table, best option first.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, chart: &Distribution, items: &[&ItemFigures]) {
    let mut columns = vec![Column::words(chart.item.as_str(), 180.0).stretch(1.0)];
    let options = chart.key.iter().rev();
    columns.extend(options.map(|choice| Column::number(choice.label.as_str(), 76.0)));
    columns.push(Column::number(tr!(cx.language, "answers-na"), 64.0));
    columns.push(Column::number(tr!(cx.language, "chart-blank"), 78.0));
    columns.push(Column::number(tr!(cx.language, "answers-n"), 64.0));
    let last = columns.len() - 1;
    let answer = Table::new("counts", &columns, chart.rows.len())
        .inset(tokens().space.page_margin)
        .plain()
        .show(ui, |at, cells| {
            let row = &chart.rows[at];
            cells.named(&row.code, &row.text);
            for option in (0..chart.key.len()).rev() {
                match row.counts.get(option) {
                    Some(count) => cells.text(&number::count(*count)),
                    None => cells.weak(number::MISSING),
                }
            }
            let item = items.iter().find(|item| row.of == Some(item.lineage));
            let (na, blank, n) =
                item.map_or((0, 0, 0), |item| (item.na, item.blank, item.figure.n));
            cells.weak(&na.to_string());
            cells.weak(&blank.to_string());
            let ink = cells.palette().text;
            cells.figure(Face::TableBold, ink, &number::count(n));
        });
    bars::leads(cx, chart, answer, |column| column == last);
}
