//! An answer put right, with the reason.

use egui::{Context, Ui};

use super::answers::words;
use crate::edit::{Intent, Refusal};
use crate::model::{Answer, Item, ItemKind, LineageId, ReturnId};
use crate::tr;
use crate::ui::returns::given::Given;
use crate::ui::returns::rows::Rows;
use crate::ui::widgets::dialog::Reason;
use crate::ui::widgets::{Chip, Dialog, TextField, labelled, text};
use crate::ui::{Cx, scan_line};

/// The question, while it is asked.
#[derive(Debug, Default)]
pub(super) struct CorrectDialog {
    asked: Option<Asked>,
}

#[derive(Debug)]
struct Asked {
    returned: ReturnId,
    item: LineageId,
    /// What it is now.
    before: Answer,
    given: Given,
    reason: String,
}

impl CorrectDialog {
    pub(super) fn ask(&mut self, returned: ReturnId, item: &Item, before: Answer) {
        self.asked = Some(Asked {
            returned,
            item: item.lineage,
            given: Given::of(&before),
            before,
            reason: String::new(),
        });
    }

    /// Draws it if it is asked.
    pub(super) fn show(&mut self, context: &Context, cx: &Cx<'_>, rows: &Rows) {
        let known = self.asked.as_ref().and_then(|asked| {
            let row = rows.find(cx, asked.returned)?;
            let item = cx.revision()?.questionnaire.item_of(asked.item)?;
            Some((row.name(cx.language), item))
        });
        let Some((name, item)) = known else {
            return;
        };
        let language = cx.language;
        let title = tr!(language, "correct-title", code = item.code.as_str());
        let verb = tr!(language, "correct-verb");
        let intent = Dialog::new("correct", language, title, verb).run(
            context,
            &mut self.asked,
            |ui, asked| fields(ui, cx, (&name, item), asked),
            |asked| wanted(cx, item, asked),
        );
        cx.edit(intent);
    }
}

fn wanted(cx: &Cx<'_>, item: &Item, asked: &Asked) -> Result<Intent, Reason> {
    let answer = asked.given.answer(item)?;
    if answer == asked.before {
        return Err(Refusal::Unchanged.into());
    }
    if asked.reason.trim().is_empty() {
        return Err(Refusal::NeedsReason.into());
    }
    match cx.stale {
        true => Err(Refusal::NotRead.into()),
        false => Ok(Intent::Correct {
            returned: asked.returned,
            item: asked.item,
            answer,
            reason: asked.reason.clone(),
        }),
    }
}

fn fields(ui: &mut Ui, cx: &Cx<'_>, (name, item): (&str, &Item), asked: &mut Asked) {
    let language = cx.language;
    text::weak(ui, name);
    text::table(ui, &*item.text);
    scan_line(ui, cx, asked.returned, item.lineage);
    let now = words(cx, item, &asked.before);
    text::weak(ui, tr!(language, "correct-now", answer = now));
    match item.kind.has_scale() {
        true => choices(ui, cx, item, &mut asked.given),
        false => typed(ui, cx, item, &mut asked.given),
    }
    ui.add_space(4.0);
    TextField::new(tr!(language, "correct-reason")).labelled(ui, &mut asked.reason);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for usual in [
            tr!(language, "correct-customer"),
            tr!(language, "correct-typed"),
            tr!(language, "correct-read"),
        ] {
            let chosen = asked.reason == usual;
            if ui.add(Chip::new(usual.as_str()).chosen(chosen)).clicked() {
                asked.reason = usual;
            }
        }
    });
    text::weak(ui, tr!(language, "correct-kept"));
}

/// The options, and what is no answer.
fn choices(ui: &mut Ui, cx: &Cx<'_>, item: &Item, given: &mut Given) {
    let language = cx.language;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        let options = item.scale.iter().flat_map(|it| &it.options);
        for (at, option) in (0..).zip(options) {
            let chip = Chip::new(option.label.as_str()).chosen(given.has(at));
            if ui.add(chip).clicked() {
                match item.kind {
                    ItemKind::Multi => given.choose(item, at),
                    _ => *given = Given::Option(at),
                }
            }
        }
        for (what, words) in [
            (Given::NotApplicable, tr!(language, "answer-na")),
            (Given::Nothing, tr!(language, "issue-blank")),
        ] {
            let chosen = *given == what;
            if ui.add(Chip::new(words).chosen(chosen)).clicked() {
                *given = what;
            }
        }
    });
}

fn typed(ui: &mut Ui, cx: &Cx<'_>, item: &Item, given: &mut Given) {
    let language = cx.language;
    let mut text = match given {
        Given::Typed(text) => text.clone(),
        _ => String::new(),
    };
    let rows = if item.kind == ItemKind::Text { 3 } else { 1 };
    let wrong = given.answer(item).is_err();
    let name = tr!(language, "correct-answer");
    let edited = labelled(ui, &name, |ui| {
        let error = wrong.then(|| tr!(language, "refusal-no-answer"));
        let shown = TextField::new("").rows(rows).error(error);
        let response = shown.show(ui, &mut text);
        (response.clone(), response)
    });
    if edited.changed() {
        *given = Given::Typed(text);
    }
}
