//! One return: where it came from, what it says, whether it counts.

mod answers;

use std::collections::BTreeMap;

use egui::{Align, Frame, Layout, ScrollArea, Ui};

use super::review::Review;
use super::rows::{Rows, Status, index};
use super::table::status_words;
use super::void;
use crate::edit::Intent;
use crate::i18n::number;
use crate::model::{ImportId, LineageId, Return, ReturnId, Settlement};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{Button, icons, panel, tag, text};
use crate::ui::{Action, Cx};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct OnePage {
    /// Letters of the columns of the import shown last.
    columns: Option<(Option<ImportId>, BTreeMap<LineageId, String>)>,
    void: void::VoidDialog,
}

/// Room for code, status, index and button beside the name.
const RIGHT: f32 = 420.0;

impl OnePage {
    /// Draws the page of a return.
    pub(super) fn page(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (rows, review): (&Rows, &mut Review),
        id: ReturnId,
    ) {
        let Some((at, returned)) = rows.returned(cx, id) else {
            return super::gone(ui, cx);
        };
        self.head(ui, cx, rows, (at, returned));
        let columns = self.columns_of(cx, returned);
        panel::before_right(ui, "one return", 336.0, |ui| {
            panel::work(ui, |ui| {
                let inset = margin(tokens().space.page_margin, 0.0);
                ScrollArea::vertical()
                    .auto_shrink([false, false])
                    .show(ui, |ui| {
                        Frame::NONE.inner_margin(inset).show(ui, |ui| {
                            answers::answers(ui, cx, (at, returned), columns);
                        });
                    });
            });
        });
        panel::right(ui, cx.language, "one return", 336.0, |ui| {
            facts(ui, cx, returned);
            if rows.status(returned) == Status::Open {
                panel::padded(ui, |ui| text::section(ui, tr!(cx.language, "review-list")));
                review.of_return(ui, cx, rows, id);
            }
        });
        cx.ask(self.void.show(ui.ctx(), cx, rows));
    }

    fn columns_of(&mut self, cx: &Cx<'_>, returned: &Return) -> &BTreeMap<LineageId, String> {
        let known = self.columns.take().filter(|(id, _)| *id == returned.import);
        let columns = known.unwrap_or_else(|| {
            let import = cx.data.import(returned.import);
            let columns = import.map(crate::model::Import::columns);
            (returned.import, columns.unwrap_or_default())
        });
        &self.columns.insert(columns).1
    }

    fn head(&mut self, ui: &mut Ui, cx: &Cx<'_>, rows: &Rows, (at, returned): (usize, &Return)) {
        let language = cx.language;
        panel::bar(ui, "one return head", tokens().height.page_header, |ui| {
            let back = Button::icon_only(icons::ICON_ARROW_BACK, tr!(language, "back"));
            if ui.add(back.key("Alt+←")).clicked() {
                cx.ask(Action::Back);
            }
            ui.add_space(8.0);
            let colors = palette(ui);
            // A long name leaves what stands at the right its room.
            let room = (ui.available_width() - RIGHT).max(0.0);
            ui.scope(|ui| {
                ui.set_max_width(room);
                text::line(ui, Face::Heading, colors.text, rows.name(cx, returned));
            });
            let customer = returned.customer.and_then(|id| rows.customer(cx, id));
            if let Some(customer) = customer {
                text::say(ui, Face::Body, colors.text_weak, customer.code.as_str());
            }
            let (tone, words) = status_words(cx, rows.status(returned));
            ui.add_space(8.0);
            tag::status(ui, tone, &words);
            let layout = Layout::right_to_left(Align::Center);
            ui.with_layout(layout, |ui| {
                if cx.writable && returned.valid() {
                    let words = tr!(language, "void-ask");
                    let button = Button::secondary(words).icon(icons::ICON_BLOCK);
                    if ui.add(button).clicked() {
                        self.void.ask(returned.id);
                    }
                } else if cx.writable {
                    let words = tr!(language, "void-restore");
                    let button = Button::secondary(words).icon(icons::ICON_RESTORE);
                    if ui.add_enabled(!cx.stale, button).clicked() {
                        cx.ask(Action::Do(Intent::CountAgain(returned.id)));
                    }
                }
                ui.add_space(16.0);
                let colors = palette(ui);
                let score = number::score(index(cx, at));
                text::say(ui, Face::Title, colors.text, score);
                text::weak(ui, tr!(language, "column-index"));
            });
        });
    }
}

/// Where it came from, and what else is known of it.
fn facts(ui: &mut Ui, cx: &Cx<'_>, returned: &Return) {
    let language = cx.language;
    let import = cx.data.import(returned.import);
    let date = returned.date.map(|date| date.to_string());
    let place = import.map(|it| {
        let row = tr!(language, "returns-row", row = returned.row);
        format!("{} · {row}", it.sheet)
    });
    let facts = [
        (tr!(language, "fact-file"), import.map(|it| it.file.clone())),
        (tr!(language, "fact-place"), place),
        (tr!(language, "column-date"), date),
        (
            tr!(language, "column-channel"),
            Some(returned.channel.clone()),
        ),
        (
            tr!(language, "column-respondent"),
            Some(returned.respondent.clone()),
        ),
        (
            tr!(language, "fact-collector"),
            Some(returned.collector.clone()),
        ),
        (
            tr!(language, "fact-customer"),
            Some(returned.customer_text.clone()),
        ),
        (tr!(language, "void-reason"), returned.void.clone()),
    ];
    panel::padded(ui, |ui| {
        ui.add_space(4.0);
        panel::section_head(ui, &tr!(language, "fact-origin"), |_| {});
        ui.spacing_mut().item_spacing.y = 1.0;
        for (name, value) in facts {
            let Some(value) = value.filter(|value| !value.is_empty()) else {
                continue;
            };
            text::weak(ui, name);
            text::table(ui, value);
            ui.add_space(6.0);
        }
        settled(ui, cx, returned);
        ui.add_space(8.0);
    });
    panel::rule(ui);
    ui.add_space(8.0);
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
        let found = tr!(
            cx.language,
            "settled-found",
            cell = crate::i18n::expected::cell(cx.language, &issue.cell),
            found = issue.found.as_str()
        );
        text::weak(ui, found);
        text::table(ui, words);
        ui.add_space(6.0);
    }
}

/// How it was settled, in words.
fn settled_words(cx: &Cx<'_>, settlement: &Settlement) -> String {
    let language = cx.language;
    match settlement {
        Settlement::Corrected(words) => tr!(language, "settled-corrected", words = words.as_str()),
        Settlement::LeftBlank => tr!(language, "settled-blank"),
        Settlement::Kept => tr!(language, "settled-kept"),
        Settlement::Voided => tr!(language, "settled-voided"),
    }
}
