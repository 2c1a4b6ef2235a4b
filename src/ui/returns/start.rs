//! Before the first return: what is missing, the next step, its button.

use egui::{Align, Layout, Ui, vec2};

use crate::edit::Preparation;
use crate::i18n::{Language, period};
use crate::theme::tokens;
use crate::tr;
use crate::ui::missing::Nothing;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{centred, icon, icons, text};
use crate::ui::{Action, Cx, Pick, Place, Tab};

/// Draws the steps so far and the next one.
pub(super) fn start(ui: &mut Ui, cx: &Cx<'_>) {
    let step = Preparation::of(cx.data, cx.survey.map(|it| it.id), cx.wave);
    ui.add_space(tokens().space.section_gap);
    steps(ui, cx, step);
    let mut nothing = nothing(step, cx);
    if !cx.writable {
        nothing.ways.clear();
    }
    nothing.show(ui, cx);
}

fn name(step: Preparation, language: Language) -> String {
    match step {
        Preparation::Questionnaire => tr!(language, "start-questionnaire"),
        Preparation::Customers => tr!(language, "start-customers"),
        Preparation::Wave => tr!(language, "start-wave"),
        Preparation::Frame => tr!(language, "start-frame"),
        Preparation::Issue => tr!(language, "start-issue"),
        Preparation::Collect => tr!(language, "start-collect"),
    }
}

/// What is missing, what to do about it, and the ways to do it.
fn nothing(step: Preparation, cx: &Cx<'_>) -> Nothing {
    let language = cx.language;
    let pick = |words| (words, Action::Pick(Pick::Returns));
    let go = |words, place| (words, Action::Go(place));
    let to_frame = || {
        vec![
            go(tr!(language, "start-to-frame"), Place::Frame),
            pick(tr!(language, "returns-choose-files")),
        ]
    };
    match step {
        Preparation::Questionnaire => Nothing {
            icon: icons::ICON_LIST_ALT,
            title: tr!(language, "start-no-questionnaire"),
            next: tr!(language, "start-no-questionnaire-next"),
            ways: vec![go(
                tr!(language, "start-to-questionnaire"),
                Place::Tab(Tab::Questionnaire),
            )],
        },
        Preparation::Customers => {
            let mut nothing = no_customers(cx);
            let words = tr!(language, "start-without-customers");
            nothing.ways.push(match cx.wave {
                None => go(words, Place::OpenWave),
                Some(_) => pick(words),
            });
            nothing
        }
        Preparation::Wave => Nothing {
            icon: icons::ICON_EVENT_AVAILABLE,
            title: tr!(language, "start-no-wave"),
            next: tr!(language, "start-no-wave-next"),
            ways: vec![go(tr!(language, "wave-open"), Place::OpenWave)],
        },
        Preparation::Frame => {
            let wave = cx.wave.map(|wave| period::name(language, wave.period));
            let wave = wave.unwrap_or_default();
            Nothing {
                icon: icons::ICON_CHECKLIST,
                title: tr!(language, "start-no-frame", wave = wave),
                next: tr!(language, "start-no-frame-next"),
                ways: to_frame(),
            }
        }
        Preparation::Issue => Nothing {
            icon: icons::ICON_SEND,
            title: tr!(language, "start-not-issued"),
            next: tr!(language, "start-not-issued-next"),
            ways: to_frame(),
        },
        Preparation::Collect => no_returns(cx),
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
        ways: vec![
            (
                tr!(language, "returns-choose-files"),
                Action::Pick(Pick::Returns),
            ),
            (tr!(language, "type-in"), Action::Go(Place::TypeIn(None))),
        ],
    }
}

/// All steps in a row, those done ticked.
fn steps(ui: &mut Ui, cx: &Cx<'_>, now: Preparation) {
    let colors = palette(ui);
    centred(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for step in Preparation::ALL {
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
                text::say(ui, face, words, name(step, cx.language));
            });
            ui.add_space(14.0);
        }
    });
}
