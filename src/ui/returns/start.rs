//! Before the first return: what is missing, the next step, its button.

use egui::{Align, Layout, Ui, vec2};

use super::open_wave;
use crate::i18n::period;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Icon, centred, empty, icon, icons, text};
use crate::ui::{Action, Cx, Pick, Place, Tab};

/// How far the preparation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
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
    pub(super) fn next(cx: &Cx<'_>) -> Self {
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

    fn icon(self) -> Icon {
        match self {
            Self::Questionnaire => icons::ICON_LIST_ALT,
            Self::Customers => icons::ICON_GROUP,
            Self::Wave => icons::ICON_EVENT_AVAILABLE,
            Self::Frame => icons::ICON_CHECKLIST,
            Self::Issue => icons::ICON_SEND,
            Self::Collect => icons::ICON_INBOX,
        }
    }

    /// What is missing, and what to do about it.
    fn words(self, cx: &Cx<'_>) -> (String, String) {
        let language = cx.language;
        let wave = cx.wave.map(|wave| period::name(language, wave.period));
        let wave = wave.unwrap_or_default();
        match self {
            Self::Questionnaire => (
                tr!(language, "start-no-questionnaire"),
                tr!(language, "start-no-questionnaire-next"),
            ),
            Self::Customers => (
                tr!(language, "start-no-customers"),
                tr!(language, "start-no-customers-next"),
            ),
            Self::Wave => (
                tr!(language, "start-no-wave"),
                tr!(language, "start-no-wave-next"),
            ),
            Self::Frame => (
                tr!(language, "start-no-frame", wave = wave),
                tr!(language, "start-no-frame-next"),
            ),
            Self::Issue => (
                tr!(language, "start-not-issued"),
                tr!(language, "start-not-issued-next"),
            ),
            Self::Collect => (
                tr!(language, "returns-empty"),
                tr!(language, "returns-empty-next"),
            ),
        }
    }
}

/// Draws the steps so far and the next one.
pub(super) fn start(ui: &mut Ui, cx: &Cx<'_>) {
    let step = Step::next(cx);
    ui.add_space(tokens().space.section_gap);
    steps(ui, cx, step);
    let (title, next) = step.words(cx);
    empty(ui, step.icon(), &title, &next, |ui| {
        if cx.writable {
            buttons(ui, cx, step);
        }
    });
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, step: Step) {
    let language = cx.language;
    let button = |ui: &mut Ui, button: Button<'_>, wish: Action| {
        if ui.add(button).clicked() {
            cx.ask(wish);
        }
    };
    let go = Action::Go;
    match step {
        Step::Questionnaire => {
            let words = tr!(language, "start-to-questionnaire");
            let place = Place::Tab(Tab::Questionnaire);
            button(ui, Button::primary(words), go(place));
        }
        Step::Customers => {
            let words = tr!(language, "customers-import");
            button(ui, Button::primary(words), Action::Pick(Pick::Customers));
            let words = tr!(language, "customers-type");
            button(ui, Button::secondary(words), go(Place::Customers));
            let words = tr!(language, "start-without-customers");
            let wish = match cx.wave {
                None => go(Place::OpenWave),
                Some(_) => Action::Pick(Pick::Returns),
            };
            button(ui, Button::secondary(words), wish);
        }
        Step::Wave => {
            let words = tr!(language, "wave-open");
            button(ui, Button::primary(words), go(Place::OpenWave));
        }
        Step::Frame | Step::Issue => {
            let words = tr!(language, "start-to-frame");
            button(ui, Button::primary(words), go(Place::Frame));
            let words = tr!(language, "returns-choose-files");
            button(ui, Button::secondary(words), Action::Pick(Pick::Returns));
        }
        Step::Collect => {
            let words = tr!(language, "returns-choose-files");
            button(ui, Button::primary(words), Action::Pick(Pick::Returns));
        }
    }
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
