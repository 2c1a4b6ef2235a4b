//! The menu every chart has: copy it, save it, print it, turn it into its table.

use egui::Ui;

use super::widgets::menu::{self, MenuItem};
use super::widgets::{Button, icons};
use super::{Action, Output};
use crate::chart::Chart;
use crate::i18n::Language;
use crate::tr;

/// What was picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    To(Output),
    /// Show the table instead of the chart, or the chart again.
    Turn,
}

impl Wish {
    /// What it asks the window for, with the chart made only if it is needed.
    pub fn action(self, chart: impl FnOnce() -> Chart) -> Option<Action> {
        match self {
            Self::To(to) => Some(Action::Chart {
                chart: Box::new(chart()),
                to,
            }),
            Self::Turn => None,
        }
    }
}

/// Draws its button; `name` is what the chart shows. `table` says whether its table is shown
/// now, `None` that it has none beside it.
pub fn chart_menu(
    ui: &mut Ui,
    language: Language,
    name: &str,
    table: Option<bool>,
) -> Option<Wish> {
    let title = tr!(language, "chart-menu", chart = name);
    let button = ui.add(Button::icon_only(icons::ICON_MORE_HORIZ, title));
    menu::menu(&button, |ui| {
        let mut wish = outputs(ui, language, true).map(Wish::To);
        if let Some(table) = table {
            menu::rule(ui);
            let (icon, words) = if table {
                (icons::ICON_BAR_CHART, tr!(language, "chart-turn-back"))
            } else {
                (icons::ICON_TABLE_CHART, tr!(language, "chart-turn"))
            };
            if ui.add(MenuItem::new(words).icon(icon)).clicked() {
                wish = Some(Wish::Turn);
            }
        }
        wish
    })
    .flatten()
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
