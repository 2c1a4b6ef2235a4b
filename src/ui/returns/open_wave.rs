//! Opening a wave: which period, and what it freezes.

use egui::{Context, Ui};

use crate::edit;
use crate::i18n::period;
use crate::model::{Period, Revision};
use crate::theme::tokens;
use crate::tr;
use crate::ui::widgets::{Dialog, Select, labelled, text};
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
        if let Some(revision) = newest(cx) {
            self.period = proposed(cx, revision);
        }
    }

    /// Draws it if it is asked.
    pub(super) fn show(&mut self, context: &Context, cx: &Cx<'_>) {
        let Some(revision) = newest(cx) else {
            return;
        };
        let (title, verb) = (
            tr!(cx.language, "wave-open-title"),
            tr!(cx.language, "wave-open-verb"),
        );
        let opened = Dialog::new("open wave", cx.language, title, verb).run(
            context,
            &mut self.period,
            |ui, period| fields(ui, cx, revision, period),
            |period| Ok(*period),
        );
        cx.ask(opened.map(Action::OpenWave));
    }
}

fn fields(ui: &mut Ui, cx: &Cx<'_>, revision: &Revision, period: &mut Period) {
    let language = cx.language;
    let label = revision.label.as_str();
    text::table(ui, tr!(language, "wave-open-explained", revision = label));
    if !revision.approved() {
        text::weak(ui, tr!(language, "wave-open-unsigned"));
    }
    ui.add_space(4.0);
    let named = |it: Period| (it, period::name(language, it));
    let choices: Vec<_> = offered(cx, revision).into_iter().map(named).collect();
    let (name, shown) = (tr!(language, "wave-period"), named(*period).1);
    let picked = labelled(ui, &name, |ui| {
        let select = Select::new(&name, &shown).width(tokens().width.menu);
        select.show(ui, period, &choices)
    });
    if let Some(picked) = picked {
        *period = picked;
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
