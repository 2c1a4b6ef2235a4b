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
        let language = cx.language;
        let nothing = match self {
            Self::Questionnaire => Nothing {
                icon: icons::ICON_LIST_ALT,
                title: tr!(language, "missing-questionnaire"),
                next: tr!(language, "missing-questionnaire-next"),
                ways: vec![(
                    tr!(language, "missing-questionnaire-go"),
                    go(Tab::Questionnaire),
                )],
            },
            Self::Wave => Nothing {
                icon: icons::ICON_BAR_CHART,
                title: tr!(language, "missing-wave"),
                next: tr!(language, "missing-wave-next"),
                ways: vec![(tr!(language, "missing-wave-go"), go(Tab::Returns))],
            },
            Self::Reading if cx.busy => Nothing {
                icon: icons::ICON_HOURGLASS_EMPTY,
                title: tr!(language, "missing-reading"),
                next: String::new(),
                ways: Vec::new(),
            },
            Self::Reading => return,
            Self::Returns => Nothing {
                icon: icons::ICON_INBOX,
                title: tr!(language, "missing-returns"),
                next: tr!(language, "missing-returns-next"),
                ways: vec![
                    (
                        tr!(language, "missing-returns-pick"),
                        Action::Pick(Pick::Returns),
                    ),
                    (tr!(language, "missing-returns-go"), go(Tab::Returns)),
                ],
            },
            Self::Passing => Nothing {
                icon: icons::ICON_FILTER_LIST,
                title: tr!(language, "missing-passing"),
                next: tr!(language, "missing-passing-next"),
                ways: vec![(
                    tr!(language, "filter-clear"),
                    Action::Filter(Filter::default()),
                )],
            },
        };
        nothing.show(ui, cx);
    }
}

fn go(tab: Tab) -> Action {
    Action::Go(Place::Tab(tab))
}

/// Something that is empty: why, what to do about it, and the ways to do it.
#[derive(Clone, Debug)]
pub struct Nothing {
    pub icon: Icon,
    pub title: String,
    pub next: String,
    /// The usual one first.
    pub ways: Vec<(String, Action)>,
}

impl Nothing {
    /// Says so in the middle of what is there.
    pub fn show(self, ui: &mut Ui, cx: &Cx<'_>) {
        empty(ui, self.icon, &self.title, &self.next, |ui| {
            for (at, (words, action)) in self.ways.into_iter().enumerate() {
                let button = match at {
                    0 => Button::primary(words),
                    _ => Button::secondary(words),
                };
                if ui.add(button).clicked() {
                    cx.ask(action);
                }
            }
        });
    }
}
