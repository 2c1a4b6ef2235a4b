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

impl OpenWave {
    pub(super) fn ask(&mut self, cx: &Cx<'_>) {
        if let Some(revision) = newest(cx) {
            self.period = edit::next_period(cx.data, revision, cx.today);
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
    let free = edit::free_periods(cx.data, revision, cx.today);
    let choices: Vec<_> = free.into_iter().map(named).collect();
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
fn newest<'a>(cx: &Cx<'a>) -> Option<&'a Revision> {
    edit::newest_revision(cx.data, cx.survey?.id)
}
