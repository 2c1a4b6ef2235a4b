//! The menu every chart has: copy it, save it, print it, turn it into its table.

use egui::Ui;

use super::widgets::menu::{self, MenuItem};
use super::widgets::{Button, Icon, icons};
use super::{Action, Cx, Output};
use crate::chart::Chart;
use crate::i18n::Language;
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
        let picked = outputs(ui, language, true);
        cx.ask(picked.map(|to| Action::Chart {
            chart: Box::new(chart()),
            to,
        }));
        more(ui);
    });
}

/// Where something that is drawn can go, as lines of a menu.
pub fn outputs(ui: &mut Ui, language: Language, clipboard: bool) -> Option<Output> {
    let lines = [
        (
            Output::Clipboard,
            icons::ICON_CONTENT_COPY,
            tr!(language, "chart-copy"),
        ),
        (
            Output::File("pdf"),
            icons::ICON_PICTURE_AS_PDF,
            tr!(language, "chart-save-pdf"),
        ),
        (
            Output::File("svg"),
            icons::ICON_POLYLINE,
            tr!(language, "chart-save-svg"),
        ),
        (
            Output::File("png"),
            icons::ICON_IMAGE,
            tr!(language, "chart-save-png"),
        ),
        (
            Output::Print,
            icons::ICON_PRINT,
            tr!(language, "chart-print"),
        ),
    ];
    let mut to = None;
    for (output, icon, words) in lines {
        let shown = clipboard || output != Output::Clipboard;
        if shown && ui.add(MenuItem::new(words).icon(icon)).clicked() {
            to = Some(output);
        }
    }
    to
}
