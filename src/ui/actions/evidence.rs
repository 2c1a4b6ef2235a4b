//! What an action rests on: the numbers of the wave it was raised in, and the returns behind.

use egui::Ui;

use crate::chart::words::subject_name;
use crate::i18n::{number, period};
use crate::model::{CorrectiveAction, Evidence, Subject};
use crate::tr;
use crate::ui::widgets::tag::{self, Tone};
use crate::ui::widgets::text;
use crate::ui::{Action, Common, Cx, Place};

/// Draws it; a link leads to the item or the returns.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, action: &CorrectiveAction) {
    if action.evidence.is_empty() {
        return;
    }
    text::section(ui, tr!(cx.language, "actions-evidence"));
    for evidence in &action.evidence {
        ui.horizontal_wrapped(|ui| row(ui, cx, evidence));
    }
}

fn row(ui: &mut Ui, cx: &Cx<'_>, evidence: &Evidence) {
    let Some(wave) = cx.data.wave(evidence.wave) else {
        return;
    };
    tag::tag(ui, Tone::Neutral, &period::name(cx.language, wave.period));
    let named = name(cx, evidence).zip(cx.data.revision(wave.revision));
    let Some((name, revision)) = named else {
        return;
    };
    let rules = &revision.questionnaire.rules;
    let score = number::score_against(evidence.score, evidence.target, rules.target_rule);
    let words = match evidence.change {
        None => format!("{name} {score}"),
        change => {
            let change = number::signed(change);
            tr!(
                cx.language,
                "actions-moved",
                name = name.as_str(),
                score = score,
                change = change
            )
        }
    };
    let reached = rules.target_rule.reached(evidence.score, evidence.target);
    let tone = if reached {
        Tone::Neutral
    } else {
        Tone::Negative
    };
    tag::tag(ui, tone, &words);
    if let Subject::Item(lineage) = evidence.subject
        && cx.wave.is_some_and(|shown| shown.id == wave.id)
        && text::link_called(ui, tr!(cx.language, "actions-view-item"), &name).clicked()
    {
        cx.ask(Action::Go(Place::Item(lineage)));
    }
    let count = evidence.returns.len();
    let words = tr!(cx.language, "actions-view-returns", count = count);
    if count > 0 && text::link_called(ui, words, &name).clicked() {
        let returns = evidence.returns.clone();
        let common = Common::Behind(evidence.subject.clone());
        cx.ask(Action::Go(Place::Returns { common, returns }));
    }
}

/// As the wave called it.
fn name(cx: &Cx<'_>, evidence: &Evidence) -> Option<String> {
    let all = cx.surveyed_all();
    let wave = all.iter().find(|wave| wave.wave.id == evidence.wave)?;
    let named = subject_name(wave, &evidence.subject, cx.language)?;
    Some(if named.code.is_empty() {
        named.name
    } else {
        named.code
    })
}
