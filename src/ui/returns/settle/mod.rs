//! The review list: what an import could not settle by itself, each thing settled at the spot.

mod card;
mod customer;
mod offers;

use std::collections::VecDeque;

use egui::{Frame, Key, Modifiers, ScrollArea, Ui};

use super::listed;
use super::rows::Rows;
use crate::edit::{Decision, Intent};
use crate::model::{Issue, IssueId, Return, ReturnId};
use crate::tr;
use crate::ui::Cx;
use crate::ui::list::Chosen;
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{empty, icons, panel, text};
use card::Card;

/// Cards drawn at once; more come as these are settled.
const CARDS: usize = 60;

/// The list and what is typed into its fields.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    chosen: Chosen<IssueId>,
    /// The chosen one gets the keyboard, where it is settled.
    led_to: bool,
    /// What was decided while the figures of the last decision were still on their way.
    decided: VecDeque<(IssueId, Decision)>,
    drafts: offers::Drafts,
    picker: customer::Picker,
}

/// With less room than this for list and panel, the list has the first claim.
const NARROW: f32 = 1140.0;

const PANEL: &str = "returns review";

fn width(ui: &Ui) -> f32 {
    let narrow = ui.available_width() < NARROW;
    if narrow { 304.0 } else { 336.0 }
}

impl Waiting {
    /// Draws what stands beside the panel, before it.
    pub(super) fn beside(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
        let width = width(ui);
        panel::before_right(ui, PANEL, width, content);
    }

    /// Draws the panel. The return whose issue was chosen.
    pub(super) fn panel(&mut self, ui: &mut Ui, cx: &Cx<'_>, rows: &Rows) -> Option<ReturnId> {
        let width = width(ui);
        panel::right(ui, cx.language, PANEL, width, |ui| self.list(ui, cx, rows)).inner
    }

    fn list(&mut self, ui: &mut Ui, cx: &Cx<'_>, rows: &Rows) -> Option<ReturnId> {
        let issues: Vec<&Issue> = rows.waiting.issues(&cx.data.issues).take(CARDS).collect();
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut chosen = self.keys(ui, &issues);
        head(ui, cx, rows.waiting.count());
        panel::rule(ui);
        if issues.is_empty() {
            let title = tr!(cx.language, "review-list-empty");
            empty(ui, icons::ICON_TASK_ALT, &title, "", |_| {});
        }
        ScrollArea::vertical()
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for issue in &issues {
                    if self.card(ui, Card::listed(cx, rows, issue)) {
                        chosen = Some(issue.returned);
                    }
                    panel::rule(ui);
                }
                let more = rows.waiting.count().saturating_sub(issues.len());
                if more > 0 {
                    panel::padded(ui, |ui| {
                        ui.add_space(8.0);
                        text::weak(ui, tr!(cx.language, "review-list-more", count = more));
                    });
                }
            });
        self.decide(ui, cx, rows);
        chosen
    }

    /// Cards of one return, on its own page.
    pub(super) fn of_return(&mut self, ui: &mut Ui, cx: &Cx<'_>, rows: &Rows, returned: ReturnId) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let issues = cx.data.issues.iter();
        for issue in issues.filter(|it| it.returned == returned && it.settled.is_none()) {
            let card = Card {
                alone: true,
                ..Card::listed(cx, rows, issue)
            };
            self.card(ui, card);
            panel::rule(ui);
        }
        self.decide(ui, cx, rows);
    }

    /// Asks for the next decision, once what it rests on is up to date.
    fn decide(&mut self, ui: &Ui, cx: &Cx<'_>, rows: &Rows) {
        self.decided.extend(self.picker.dialog(ui.ctx(), cx));
        if cx.stale {
            return;
        }
        if let Some((id, decision)) = self.decided.pop_front() {
            let mut rest = rows
                .waiting
                .issues(&cx.data.issues)
                .skip_while(|it| it.id != id)
                .skip(1);
            self.chosen.lead(rest.next().map(|it| it.id));
            // Who settles with the keyboard goes on with it.
            self.led_to = ui.memory(|memory| memory.focused().is_some());
            cx.edit(Intent::Settle(id, decision));
        }
    }

    /// Chooses the first issue of a return.
    pub(super) fn choose(&mut self, cx: &Cx<'_>, rows: &Rows, returned: ReturnId) {
        let mut issues = rows.waiting.issues(&cx.data.issues);
        if let Some(issue) = issues.find(|it| it.returned == returned) {
            self.chosen.lead(issue.id);
        }
    }

    /// F8 leads to the next one, round and round.
    fn keys(&mut self, ui: &Ui, issues: &[&Issue]) -> Option<ReturnId> {
        let pressed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F8));
        if !pressed || issues.is_empty() {
            return None;
        }
        let at = issues.iter().position(|it| self.chosen.is(it.id));
        let issue = issues.get(at.map_or(0, |at| (at + 1) % issues.len()))?;
        self.chosen.lead(issue.id);
        self.led_to = true;
        Some(issue.returned)
    }

    /// One card; `alone` on the page of its return. True when it was chosen.
    fn card(&mut self, ui: &mut Ui, card: Card<'_>) -> bool {
        let colors = palette(ui);
        let issue = card.issue;
        let chosen = !card.alone && self.chosen.is(issue.id);
        let fill = if chosen {
            colors.surface
        } else {
            colors.background
        };
        let led_to = chosen && std::mem::take(&mut self.led_to);
        let inset = margin(16.0, 12.0);
        let frame = Frame::NONE.fill(fill.into()).inner_margin(inset);
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let inside = ui.push_id(issue.id, |ui| {
                let pressed = card.head(ui).clicked();
                if card.cx.writable {
                    let offers = offers::Offers {
                        cx: card.cx,
                        rows: card.rows,
                        issue,
                        drafts: &mut self.drafts,
                        picker: &mut self.picker,
                        led_to,
                        taken: None,
                    };
                    let decision = offers.show(ui);
                    self.decided.extend(decision.map(|it| (issue.id, it)));
                }
                pressed
            });
            inside.inner
        });
        if shown.inner {
            self.chosen.choose(issue.id);
        }
        if chosen && self.chosen.reveal() {
            ui.scroll_to_rect(shown.response.rect, None);
        }
        shown.inner
    }
}

fn head(ui: &mut Ui, cx: &Cx<'_>, count: usize) {
    panel::padded(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_height(48.0);
            text::section(ui, tr!(cx.language, "review-list"));
            let color = palette(ui).text_weak;
            text::say(ui, Face::Body, color, count.to_string());
            if count > 0 {
                panel::at_right(ui, "review key", |ui| {
                    text::weak(ui, tr!(cx.language, "review-list-key"));
                });
            }
        });
    });
}

/// The other valid return of the same customer, the earliest one.
fn other_return<'a>(cx: &Cx<'a>, rows: &Rows, returned: &Return) -> Option<&'a Return> {
    let customer = returned.customer?;
    let several = listed(cx)?.several(customer).iter();
    let others = several.filter(|id| **id != returned.id);
    let known = others.filter_map(|id| Some(rows.find(cx, *id)?.returned));
    let mut valid = known.filter(|it| it.valid() && it.customer == Some(customer));
    valid.next()
}
