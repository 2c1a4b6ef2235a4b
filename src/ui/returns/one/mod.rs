//! One return: where it came from, what it says, whether it counts.

mod answers;
mod beside;
mod correct;
mod evidence;

pub(super) use answers::{Line, lines};

use std::collections::BTreeMap;

use egui::Ui;

use super::rows::{Row, Rows, Status, index, status_words};
use super::settle::Waiting;
use super::void;
use crate::edit::Intent;
use crate::i18n::number;
use crate::model::{IssueKind, LineageId, Return, ReturnId, Settlement};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, icons, panel, tag, text};
use crate::ui::{Action, Cx, Kept};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct OnePage {
    /// The cells the answers of the return shown last were read from.
    cells: Option<(ReturnId, BTreeMap<LineageId, String>)>,
    void: void::VoidDialog,
    correct: correct::CorrectDialog,
}

/// Room the name leaves to its code and status.
const BESIDE: f32 = 180.0;

impl OnePage {
    /// Draws the page of a return.
    pub(super) fn page(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (rows, review): (&Rows, &mut Waiting),
        id: ReturnId,
    ) {
        let Some(row) = rows.find(cx, id) else {
            return super::gone(ui, cx);
        };
        self.head(ui, cx, row);
        let cells = self.cells_of(cx, row.returned);
        let mut wrong = None;
        panel::before_right(ui, "one return", 336.0, |ui| {
            panel::work(ui, |ui| {
                panel::scrolled(ui, "answers", |ui| {
                    wrong = panel::page(ui, |ui| answers::answers(ui, cx, row, cells));
                });
            });
        });
        if let Some((item, answer)) = wrong {
            self.correct.ask(id, item, answer);
        }
        panel::right(ui, cx.language, "one return", 336.0, |ui| {
            facts(ui, cx, row.returned);
            beside::beside(ui, cx, row.returned);
            evidence::evidence(ui, cx, id);
            if row.status == Status::Open {
                panel::padded(ui, |ui| text::section(ui, tr!(cx.language, "review-list")));
                review.of_return(ui, cx, rows, id);
            }
        });
        self.void.show(ui.ctx(), cx, rows);
        self.correct.show(ui.ctx(), cx, rows);
    }

    fn cells_of(&mut self, cx: &Cx<'_>, returned: &Return) -> &BTreeMap<LineageId, String> {
        let known = self.cells.take().filter(|(id, _)| *id == returned.id);
        let cells = known.unwrap_or_else(|| {
            let import = cx.data.import(returned.import);
            let cells = import.map(|import| import.cells(returned.row));
            (returned.id, cells.unwrap_or_default())
        });
        &self.cells.insert(cells).1
    }

    fn head(&mut self, ui: &mut Ui, cx: &Cx<'_>, row: Row<'_>) {
        let left = |ui: &mut Ui| {
            let colors = palette(ui);
            // A long name leaves what stands behind it its room.
            let room = (ui.available_width() - BESIDE).max(0.0);
            ui.scope(|ui| {
                ui.set_max_width(room);
                text::line(ui, Face::Heading, colors.text, row.name(cx.language));
            });
            if let Some(customer) = row.customer {
                text::say(ui, Face::Body, colors.text_weak, customer.code.as_str());
            }
            let (tone, words) = status_words(cx.language, row.status);
            ui.add_space(8.0);
            tag::status(ui, tone, &words);
        };
        let height = tokens().height.page_header;
        super::head(ui, cx, height, left, |ui| self.verdict(ui, cx, row));
    }

    /// Its index, and whether it is to count.
    fn verdict(&mut self, ui: &mut Ui, cx: &Cx<'_>, row: Row<'_>) {
        let language = cx.language;
        text::weak(ui, tr!(language, "column-index"));
        let score = number::score(index(cx, row.at));
        let color = palette(ui).text;
        text::say(ui, Face::Title, color, score);
        if !cx.writable {
            return;
        }
        ui.add_space(16.0);
        let id = row.returned.id;
        if row.returned.valid() {
            let button = Button::secondary(tr!(language, "void-ask"));
            if ui.add(button.icon(icons::ICON_BLOCK)).clicked() {
                self.void.ask(id);
            }
        } else {
            let button = Button::secondary(tr!(language, "void-restore"));
            let button = button.icon(icons::ICON_RESTORE);
            if ui.add_enabled(!cx.stale, button).clicked() {
                cx.edit(Intent::CountAgain(id));
            }
        }
    }
}

/// Where it came from, and what else is known of it.
fn facts(ui: &mut Ui, cx: &Cx<'_>, returned: &Return) {
    let language = cx.language;
    let import = cx.data.import(returned.import);
    let row = tr!(language, "returns-row", row = returned.row.to_string());
    let typed = tr!(language, "fact-typed");
    let file = import.map_or(typed.as_str(), |it| it.file.as_str());
    let place = import.map_or_else(String::new, |it| format!("{} · {row}", it.sheet));
    let date = returned.date.map_or_else(String::new, |it| it.to_string());
    let void = returned.void.as_deref().unwrap_or_default();
    let number = returned.id.0.to_string();
    let facts = [
        (tr!(language, "fact-number"), number.as_str()),
        (tr!(language, "fact-file"), file),
        (tr!(language, "fact-place"), &place),
        (tr!(language, "column-date"), &date),
        (tr!(language, "column-channel"), &returned.channel),
        (tr!(language, "column-respondent"), &returned.respondent),
        (tr!(language, "fact-collector"), &returned.collector),
        (tr!(language, "fact-customer"), &returned.customer_text),
        (tr!(language, "void-reason"), void),
    ];
    panel::padded(ui, |ui| {
        ui.add_space(4.0);
        panel::section_head(ui, &tr!(language, "fact-origin"), |_| {});
        ui.spacing_mut().item_spacing.y = 1.0;
        for (name, value) in facts.into_iter().filter(|(_, value)| !value.is_empty()) {
            fact(ui, name, value);
        }
        settled(ui, cx, returned);
        if let Some(import) = import {
            let words = tr!(language, "fact-original");
            let button = Button::secondary(words).small().icon(icons::ICON_DOWNLOAD);
            if ui.add(button).clicked() {
                cx.ask(Action::Kept(import.id, Kept::Save));
            }
        }
        ui.add_space(8.0);
    });
    panel::rule(ui);
    ui.add_space(8.0);
}

fn fact(ui: &mut Ui, name: String, value: &str) {
    text::weak(ui, name);
    text::table(ui, value);
    ui.add_space(6.0);
}

/// What was settled of it, and how.
fn settled(ui: &mut Ui, cx: &Cx<'_>, returned: &Return) {
    let issues = cx
        .data
        .issues
        .iter()
        .filter(|it| it.returned == returned.id);
    for (issue, how) in issues.filter_map(|it| Some((it, it.settled.as_ref()?))) {
        let words = settled_words(cx, how);
        let found = match issue.kind {
            IssueKind::Correction => {
                let item = issue
                    .item
                    .and_then(|it| cx.revision()?.questionnaire.item_of(it));
                let code = item.map_or("", |it| it.code.as_str());
                let was = match issue.found.as_str() {
                    "" => tr!(cx.language, "answer-blank"),
                    was => was.to_owned(),
                };
                tr!(cx.language, "settled-was", code = code, found = was)
            }
            _ => tr!(
                cx.language,
                "settled-found",
                cell = crate::i18n::expected::cell(cx.language, &issue.cell),
                found = issue.found.as_str()
            ),
        };
        fact(ui, found, &words);
    }
}

/// How it was settled, in words.
fn settled_words(cx: &Cx<'_>, settlement: &Settlement) -> String {
    let language = cx.language;
    match settlement {
        Settlement::Corrected(words) | Settlement::Learned(words) => {
            tr!(language, "settled-corrected", words = words.as_str())
        }
        Settlement::LeftBlank => tr!(language, "settled-blank"),
        Settlement::Kept => tr!(language, "settled-kept"),
        Settlement::Voided => tr!(language, "settled-voided"),
        Settlement::Amended {
            to,
            reason,
            who,
            on,
        } => {
            let to = match to.as_str() {
                "" => tr!(language, "answer-blank"),
                to => to.to_owned(),
            };
            tr!(
                language,
                "settled-amended",
                to = to,
                reason = reason.as_str(),
                who = who.as_str(),
                date = on.to_string()
            )
        }
    }
}
