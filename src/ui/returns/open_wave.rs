//! Opening a wave: which period, and what it freezes.

use egui::Context;

use crate::edit;
use crate::i18n::period;
use crate::model::{Period, Revision};
use crate::theme::tokens;
use crate::tr;
use crate::ui::widgets::{Dialog, Select, dialog, labelled, text};
use crate::ui::{Action, Cx};

/// The question, while it is asked.
#[derive(Debug, Default)]
pub(super) struct OpenWave {
    period: Option<Period>,
}

/// Periods offered before and after today's.
const BEFORE: usize = 6;
const AFTER: usize = 2;

impl OpenWave {
    pub(super) fn ask(&mut self, cx: &Cx<'_>) {
        let Some(revision) = newest(cx) else {
            return;
        };
        self.period = proposed(cx, revision);
    }

    /// Draws it if it is asked.
    pub(super) fn show(&mut self, context: &Context, cx: &Cx<'_>) -> Option<Action> {
        let language = cx.language;
        let (chosen, revision) = (self.period?, newest(cx)?);
        let (title, verb, cancel) = (
            tr!(language, "wave-open-title"),
            tr!(language, "wave-open-verb"),
            tr!(language, "cancel"),
        );
        let choices: Vec<(Period, String)> = offered(cx, revision)
            .into_iter()
            .map(|it| (it, period::name(language, it)))
            .collect();
        let answer = Dialog::new("open wave", &title, &verb, &cancel).show(context, |ui| {
            let words = tr!(
                language,
                "wave-open-explained",
                revision = revision.label.as_str()
            );
            text::table(ui, words);
            if !revision.approved() {
                text::weak(ui, tr!(language, "wave-open-unsigned"));
            }
            ui.add_space(4.0);
            let picked = labelled(ui, &tr!(language, "wave-period"), |ui| {
                let name = tr!(language, "wave-period");
                let shown = period::name(language, chosen);
                Select::new(&name, &shown)
                    .width(tokens().width.menu)
                    .show(ui, &chosen, &choices)
            });
            if picked.is_some() {
                self.period = picked;
            }
        })?;
        let period = self.period.take()?;
        match answer {
            dialog::Answer::Done => Some(Action::OpenWave(period)),
            dialog::Answer::Cancelled => None,
        }
    }
}

/// The revision a new wave takes.
pub(super) fn newest<'a>(cx: &Cx<'a>) -> Option<&'a Revision> {
    edit::newest_revision(cx.data, cx.survey?.id)
}

/// The period of today, if it is not open yet.
fn proposed(cx: &Cx<'_>, revision: &Revision) -> Option<Period> {
    let offered = offered(cx, revision);
    let today = today(cx, revision)?;
    let at = offered.iter().find(|it| **it >= today);
    at.or_else(|| offered.last()).copied()
}

fn today(cx: &Cx<'_>, revision: &Revision) -> Option<Period> {
    let kind = revision.questionnaire.rules.period;
    let month = u8::try_from(cx.today.month()).ok()?;
    Period::holding(kind, cx.today.year(), month)
}

/// Periods around today that have no wave yet, oldest first.
pub(super) fn offered(cx: &Cx<'_>, revision: &Revision) -> Vec<Period> {
    let Some(today) = today(cx, revision) else {
        return Vec::new();
    };
    let first = (0..BEFORE).fold(today, |it, _| it.previous());
    let all = std::iter::successors(Some(first), |it| Some(it.next()));
    let open = |it: &Period| cx.data.wave_in(revision.survey, *it).is_some();
    let around = all.take(BEFORE + 1 + AFTER);
    around.filter(|it| !open(it)).collect()
}
