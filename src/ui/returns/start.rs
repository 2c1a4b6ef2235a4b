//! Before the first return: what is missing, the next step, its button.

use egui::{Align, Layout, Ui, vec2};

use super::open_wave;
use crate::i18n::period;
use crate::theme::tokens;
use crate::tr;
use crate::ui::missing::Nothing;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{centred, icon, icons, text};
use crate::ui::{Action, Cx, Pick, Place, Tab};

/// How far the preparation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Questionnaire,
    Customers,
    Wave,
    Frame,
    Issue,
    Collect,
}

impl Step {
    const ALL: [Self; 6] = [
        Self::Questionnaire,
        Self::Customers,
        Self::Wave,
        Self::Frame,
        Self::Issue,
        Self::Collect,
    ];

    /// What has to be done next.
    fn next(cx: &Cx<'_>) -> Self {
        let frame = cx.wave.map_or(&[][..], |wave| cx.data.frame(wave.id));
        if open_wave::newest(cx).is_none() {
            Self::Questionnaire
        } else if cx.data.customers.is_empty() {
            Self::Customers
        } else if cx.wave.is_none() {
            Self::Wave
        } else if frame.is_empty() {
            Self::Frame
        } else if frame.iter().all(|entry| entry.issued.is_none()) {
            Self::Issue
        } else {
            Self::Collect
        }
    }

    fn name(self, cx: &Cx<'_>) -> String {
        let language = cx.language;
        match self {
            Self::Questionnaire => tr!(language, "start-questionnaire"),
            Self::Customers => tr!(language, "start-customers"),
            Self::Wave => tr!(language, "start-wave"),
            Self::Frame => tr!(language, "start-frame"),
            Self::Issue => tr!(language, "start-issue"),
            Self::Collect => tr!(language, "start-collect"),
        }
    }

    /// What is missing, what to do about it, and the ways to do it.
    fn nothing(self, cx: &Cx<'_>) -> Nothing {
        let language = cx.language;
        let pick = |words| (words, Action::Pick(Pick::Returns));
        let go = |words, place| (words, Action::Go(place));
        match self {
            Self::Questionnaire => Nothing {
                icon: icons::ICON_LIST_ALT,
                title: tr!(language, "start-no-questionnaire"),
                next: tr!(language, "start-no-questionnaire-next"),
                ways: vec![go(
                    tr!(language, "start-to-questionnaire"),
                    Place::Tab(Tab::Questionnaire),
                )],
            },
            Self::Customers => {
                let mut nothing = no_customers(cx);
                let words = tr!(language, "start-without-customers");
                nothing.ways.push(match cx.wave {
                    None => go(words, Place::OpenWave),
                    Some(_) => pick(words),
                });
                nothing
            }
            Self::Wave => Nothing {
                icon: icons::ICON_EVENT_AVAILABLE,
                title: tr!(language, "start-no-wave"),
                next: tr!(language, "start-no-wave-next"),
                ways: vec![go(tr!(language, "wave-open"), Place::OpenWave)],
            },
            Self::Frame | Self::Issue => {
                let wave = cx.wave.map(|wave| period::name(language, wave.period));
                let wave = wave.unwrap_or_default();
                let (icon, title, next) = match self {
                    Self::Frame => (
                        icons::ICON_CHECKLIST,
                        tr!(language, "start-no-frame", wave = wave),
                        tr!(language, "start-no-frame-next"),
                    ),
                    _ => (
                        icons::ICON_SEND,
                        tr!(language, "start-not-issued"),
                        tr!(language, "start-not-issued-next"),
                    ),
                };
                let ways = vec![
                    go(tr!(language, "start-to-frame"), Place::Frame),
                    pick(tr!(language, "returns-choose-files")),
                ];
                Nothing {
                    icon,
                    title,
                    next,
                    ways,
                }
            }
            Self::Collect => no_returns(cx),
        }
    }
}

/// The register is empty: nobody can be chosen.
pub(super) fn no_customers(cx: &Cx<'_>) -> Nothing {
    let language = cx.language;
    Nothing {
        icon: icons::ICON_GROUP,
        title: tr!(language, "start-no-customers"),
        next: tr!(language, "start-no-customers-next"),
        ways: vec![
            (
                tr!(language, "customers-import"),
                Action::Pick(Pick::Customers),
            ),
            (
                tr!(language, "customers-type"),
                Action::Go(Place::Customers),
            ),
        ],
    }
}

/// Nothing came yet.
pub(super) fn no_returns(cx: &Cx<'_>) -> Nothing {
    let language = cx.language;
    Nothing {
        icon: icons::ICON_INBOX,
        title: tr!(language, "returns-empty"),
        next: tr!(language, "returns-empty-next"),
        ways: vec![(
            tr!(language, "returns-choose-files"),
            Action::Pick(Pick::Returns),
        )],
    }
}

/// Draws the steps so far and the next one.
pub(super) fn start(ui: &mut Ui, cx: &Cx<'_>) {
    let step = Step::next(cx);
    ui.add_space(tokens().space.section_gap);
    steps(ui, cx, step);
    let mut nothing = step.nothing(cx);
    if !cx.writable {
        nothing.ways.clear();
    }
    nothing.show(ui, cx);
}

/// All steps in a row, those done ticked.
fn steps(ui: &mut Ui, cx: &Cx<'_>, now: Step) {
    let colors = palette(ui);
    centred(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for step in Step::ALL {
            let (icon, ink) = match step.cmp(&now) {
                std::cmp::Ordering::Less => (icons::ICON_CHECK_CIRCLE, colors.positive),
                std::cmp::Ordering::Equal => (icons::ICON_RADIO_BUTTON_CHECKED, colors.accent),
                std::cmp::Ordering::Greater => (icons::ICON_RADIO_BUTTON_UNCHECKED, colors.control),
            };
            icon::show(ui, icon, tokens().icon.control, ink);
            let (face, words) = if step == now {
                (Face::TableBold, colors.text)
            } else {
                (Face::Table, colors.text_weak)
            };
            let size = vec2(0.0, tokens().height.control);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                text::say(ui, face, words, step.name(cx));
            });
            ui.add_space(14.0);
        }
    });
}
