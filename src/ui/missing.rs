//! Why there are no figures to show, the next step, and its button.

use egui::Ui;

use super::widgets::{Button, Icon, empty, icons};
use super::{Action, Cx, Pick, Place, Tab};
use crate::analysis::Filter;
use crate::tr;

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing is asked yet.
    Questionnaire,
    /// Nobody was asked yet.
    Wave,
    /// The wave is being read.
    Reading,
    /// Nothing came back that counts.
    Returns,
    /// Nothing that came back passes the filter.
    Passing,
}

impl Missing {
    /// Of the shown wave; `None` when it has figures.
    pub fn of(cx: &Cx<'_>) -> Option<Self> {
        if cx.wave.is_none() {
            let asked = cx.revision();
            let any = asked.is_some_and(|revision| !revision.questionnaire.items.is_empty());
            return Some(if any { Self::Wave } else { Self::Questionnaire });
        }
        let Some(view) = cx.view else {
            return Some(Self::Reading);
        };
        match (view.whole.counted, view.figures.counted) {
            (0, _) => Some(Self::Returns),
            (_, 0) => Some(Self::Passing),
            _ => None,
        }
    }

    /// Says so in the middle of what is there.
    pub fn show(self, ui: &mut Ui, cx: &Cx<'_>) {
        match self {
            Self::Questionnaire => step(
                ui,
                cx,
                icons::ICON_LIST_ALT,
                &tr!(cx.language, "missing-questionnaire"),
                &tr!(cx.language, "missing-questionnaire-next"),
                (
                    tr!(cx.language, "missing-questionnaire-go"),
                    go(Tab::Questionnaire),
                ),
                None,
            ),
            Self::Wave => step(
                ui,
                cx,
                icons::ICON_BAR_CHART,
                &tr!(cx.language, "missing-wave"),
                &tr!(cx.language, "missing-wave-next"),
                (tr!(cx.language, "missing-wave-go"), go(Tab::Returns)),
                None,
            ),
            Self::Reading => {
                if cx.busy {
                    let words = tr!(cx.language, "missing-reading");
                    empty(ui, icons::ICON_HOURGLASS_EMPTY, &words, "", |_| {});
                }
            }
            Self::Returns => step(
                ui,
                cx,
                icons::ICON_INBOX,
                &tr!(cx.language, "missing-returns"),
                &tr!(cx.language, "missing-returns-next"),
                (
                    tr!(cx.language, "missing-returns-pick"),
                    Action::Pick(Pick::Returns),
                ),
                Some((tr!(cx.language, "missing-returns-go"), go(Tab::Returns))),
            ),
            Self::Passing => step(
                ui,
                cx,
                icons::ICON_FILTER_LIST,
                &tr!(cx.language, "missing-passing"),
                &tr!(cx.language, "missing-passing-next"),
                (
                    tr!(cx.language, "filter-clear"),
                    Action::Filter(Filter::default()),
                ),
                None,
            ),
        }
    }
}

fn go(tab: Tab) -> Action {
    Action::Go(Place::Tab(tab))
}

fn step(
    ui: &mut Ui,
    cx: &Cx<'_>,
    icon: Icon,
    title: &str,
    next: &str,
    first: (String, Action),
    other: Option<(String, Action)>,
) {
    empty(ui, icon, title, next, |ui| {
        if ui.add(Button::primary(first.0)).clicked() {
            cx.ask(first.1);
        }
        if let Some((words, wish)) = other
            && ui.add(Button::secondary(words)).clicked()
        {
            cx.ask(wish);
        }
    });
}
