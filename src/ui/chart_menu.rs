//! The menu every chart has: copy it, save it, print it, turn it into its table.

use egui::Ui;

use super::widgets::menu::{self, MenuItem};
use super::widgets::{Button, Icon, icons};
use super::{Action, Cx, Output};
use crate::chart::Chart;
use crate::i18n::{Language, format};
use crate::model::{Format, FormatKind};
use crate::tr;

/// Draws its button; `name` is what the chart shows. The chart is made when it is asked for.
pub fn chart_menu(ui: &mut Ui, cx: &Cx<'_>, name: &str, chart: impl FnOnce() -> Chart) {
    with(ui, cx, name, chart, |_| {});
}

/// The same of a chart whose table can take its place; `table` says whether it does.
pub fn turning_chart_menu(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &str,
    table: &mut bool,
    chart: impl FnOnce() -> Chart,
) {
    let (icon, words) = turn(cx.language, *table);
    if ui.add(Button::icon_only(icon, words.as_str())).clicked() {
        *table ^= true;
    }
    with(ui, cx, name, chart, |ui| {
        menu::rule(ui);
        if ui.add(MenuItem::new(words).icon(icon)).clicked() {
            *table ^= true;
        }
    });
}

/// To the table, or back from it.
fn turn(language: Language, table: bool) -> (Icon, String) {
    if table {
        (icons::ICON_BAR_CHART, tr!(language, "chart-turn-back"))
    } else {
        (icons::ICON_TABLE_CHART, tr!(language, "chart-turn"))
    }
}

fn with(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &str,
    chart: impl FnOnce() -> Chart,
    more: impl FnOnce(&mut Ui),
) {
    let language = cx.language;
    let title = tr!(language, "chart-menu", chart = name);
    let button = ui.add(Button::icon_only(icons::ICON_MORE_HORIZ, title));
    menu::menu(&button, |ui| {
        let picked = outputs(ui, cx, true);
        cx.ask(picked.map(|to| Action::Chart {
            chart: Box::new(chart()),
            to,
        }));
        more(ui);
    });
}

/// Where a chart, or pages, can go, as lines of a menu.
pub fn outputs(ui: &mut Ui, cx: &Cx<'_>, chart: bool) -> Option<Output> {
    let holds = |it: &Format| if chart { it.charts } else { it.documents };
    lines(ui, cx, chart, holds)
}

/// The same of a document of tables: pages, the printer, a workbook.
pub fn table_outputs(ui: &mut Ui, cx: &Cx<'_>) -> Option<Output> {
    lines(ui, cx, false, |it| it.holds_tables())
}

fn lines(ui: &mut Ui, cx: &Cx<'_>, chart: bool, holds: impl Fn(&Format) -> bool) -> Option<Output> {
    let language = cx.language;
    let mut to = None;
    let mut line = |output, icon, words| {
        if ui.add(MenuItem::new(words).icon(icon)).clicked() {
            to = Some(output);
        }
    };
    if chart {
        let words = tr!(language, "chart-copy");
        line(Output::Clipboard, icons::ICON_CONTENT_COPY, words);
    }
    for format in cx.formats.iter().copied().filter(|it| holds(it)) {
        let name = format::name(language, format);
        let words = tr!(language, "chart-save-as", format = name);
        line(Output::File(format), icon_of(format.kind), words);
    }
    let words = tr!(language, "chart-print");
    line(Output::Print, icons::ICON_PRINT, words);
    to
}

/// What stands for a kind of files.
pub fn icon_of(kind: FormatKind) -> Icon {
    match kind {
        FormatKind::Pages => icons::ICON_PICTURE_AS_PDF,
        FormatKind::Drawing => icons::ICON_POLYLINE,
        FormatKind::Picture => icons::ICON_IMAGE,
        FormatKind::Workbook => icons::ICON_TABLE_CHART,
    }
}
