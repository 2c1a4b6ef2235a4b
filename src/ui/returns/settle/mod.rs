//! The review list: what an import could not settle by itself. What is the same is one card, and
//! settled at the spot, with one key.

mod bulk;
mod card;
mod customer;
mod drafts;
mod offers;
mod shown;

use std::collections::VecDeque;

use egui::{Frame, Key, Modifiers, ScrollArea, Ui};

use super::listed;
use super::rows::Rows;
use super::void::VoidDialog;
use crate::edit::{Decision, Intent};
use crate::i18n::number;
use crate::model::{IssueId, Return, ReturnId};
use crate::tr;
use crate::ui::Cx;
use crate::ui::list::{Chosen, Kept};
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{empty, focus, icons, panel, text};
use card::Card;
use shown::{Group, groups};

/// Cards drawn at once; more come as these are settled.
const CARDS: usize = 60;

/// The list and what is typed into its fields.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    /// The chosen card, by the key of what it shows.
    chosen: Chosen<u64>,
    /// The chosen one came up when the one before it was settled: F8 stays with it once.
    came_up: bool,
    /// The chosen one gets the keyboard, where it is settled.
    led_to: bool,
    /// What was decided while the figures of the last decision were still on their way.
    decided: VecDeque<Decided>,
    drafts: drafts::Drafts,
    picker: customer::Picker,
    void: VoidDialog,
    groups: Kept<(u64, usize), Vec<Group>>,
}

/// One decision, and for what.
#[derive(Debug)]
struct Decided {
    issues: Vec<IssueId>,
    decision: Decision,
    /// The same words mean it in files to come.
    learn: bool,
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
        let asked = (cx.version, self.drafts.apart());
        let all = self.groups.of(&asked, || groups(cx, rows, &self.drafts));
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut chosen = self.keys(ui, cx, &all);
        self.head(ui, cx, rows, &all);
        panel::rule(ui);
        if all.is_empty() {
            let title = tr!(cx.language, "review-list-empty");
            empty(ui, icons::ICON_TASK_ALT, &title, "", |_| {});
        }
        let pressed = self.pressed(ui, cx);
        ScrollArea::vertical()
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for group in all.iter().take(CARDS) {
                    let Some(card) = Card::listed(cx, rows, group) else {
                        continue;
                    };
                    let returned = card.issue.returned;
                    if self.card(ui, card, pressed) {
                        chosen = Some(returned);
                    }
                    panel::rule(ui);
                }
                let drawn: usize = all.iter().take(CARDS).map(|it| it.issues.len()).sum();
                let more = rows.waiting.count().saturating_sub(drawn);
                if more > 0 {
                    panel::padded(ui, |ui| {
                        ui.add_space(8.0);
                        text::weak(ui, tr!(cx.language, "review-list-more", count = more));
                    });
                }
            });
        self.decide(ui, cx, rows, &all);
        chosen
    }

    fn head(&mut self, ui: &mut Ui, cx: &Cx<'_>, rows: &Rows, all: &[Group]) {
        let language = cx.language;
        let count = rows.waiting.count();
        panel::padded(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_height(48.0);
                text::section(ui, tr!(language, "review-list"));
                let color = palette(ui).text_weak;
                text::say(ui, Face::Body, color, number::count(count));
                if all.len() < count {
                    text::weak(ui, tr!(language, "review-list-kinds", count = all.len()));
                }
                if count > 0 {
                    panel::at_right(ui, "review key", |ui| {
                        text::weak(ui, tr!(language, "review-list-key"));
                        if cx.writable {
                            self.decided.extend(bulk::bulk(ui, cx, rows));
                        }
                    });
                }
            });
        });
    }

    /// Cards of one return, on its own page.
    pub(super) fn of_return(&mut self, ui: &mut Ui, cx: &Cx<'_>, rows: &Rows, returned: ReturnId) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let issues = cx.data.issues.iter();
        for issue in issues.filter(|it| it.returned == returned && it.settled.is_none()) {
            let group = Group::alone(issue.id);
            if let Some(card) = Card::listed(cx, rows, &group) {
                let alone = true;
                self.card(ui, Card { alone, ..card }, None);
                panel::rule(ui);
            }
        }
        self.decide(ui, cx, rows, &[]);
    }

    /// Asks for the next decision, once what it rests on is up to date.
    fn decide(&mut self, ui: &Ui, cx: &Cx<'_>, rows: &Rows, all: &[Group]) {
        let new = self.picker.dialog(ui.ctx(), cx);
        self.decided.extend(new.map(|(id, decision)| Decided {
            issues: vec![id],
            decision,
            learn: false,
        }));
        self.void.show(ui.ctx(), cx, rows);
        if cx.stale {
            return;
        }
        if let Some(decided) = self.decided.pop_front() {
            let of_it = |group: &Group| group.issues.iter().any(|id| decided.issues.contains(id));
            let mut rest = all.iter().skip_while(|group| !of_it(group));
            let next = rest
                .find(|group| !of_it(group))
                .or_else(|| all.iter().find(|it| !of_it(it)));
            self.chosen.lead(next.map(|group| group.key));
            self.came_up = next.is_some();
            // Who settles with the keyboard goes on with it.
            self.led_to = ui.memory(|memory| memory.focused().is_some());
            let Decided {
                issues,
                decision,
                learn,
            } = decided;
            cx.edit(Intent::SettleAll {
                issues,
                decision,
                learn,
            });
        }
    }

    /// Chooses what waits of a return.
    pub(super) fn choose(&mut self, cx: &Cx<'_>, rows: &Rows, returned: ReturnId) {
        let mut issues = rows.waiting.issues(&cx.data.issues);
        let Some(issue) = issues.find(|it| it.returned == returned) else {
            return;
        };
        let asked = (cx.version, self.drafts.apart());
        let all = self.groups.of(&asked, || groups(cx, rows, &self.drafts));
        let group = all.iter().find(|group| group.issues.contains(&issue.id));
        self.chosen.lead(group.map(|it| it.key));
        self.came_up = false;
    }

    /// F8 leads to the next one, round and round; one that just came up is the next.
    fn keys(&mut self, ui: &Ui, cx: &Cx<'_>, all: &[Group]) -> Option<ReturnId> {
        let pressed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F8));
        if !pressed || all.is_empty() {
            return None;
        }
        let drawn = all.get(..CARDS.min(all.len())).unwrap_or(all);
        let at = drawn.iter().position(|it| self.chosen.is(it.key));
        let on = if std::mem::take(&mut self.came_up) {
            0
        } else {
            1
        };
        let group = drawn.get(at.map_or(0, |at| (at + on) % drawn.len()))?;
        self.chosen.lead(group.key);
        self.led_to = true;
        Some(group.first(cx)?.returned)
    }

    /// The key that settles the chosen card, unless it is typed somewhere.
    fn pressed(&self, ui: &Ui, cx: &Cx<'_>) -> Option<char> {
        let typing = focus::in_field(ui.ctx());
        let asked = ui.memory(|memory| memory.top_modal_layer().is_some());
        if typing || asked || !cx.writable || self.chosen.get().is_none() {
            return None;
        }
        offers::pressed(ui)
    }

    /// One card; `alone` on the page of its return. True when it was chosen.
    fn card(&mut self, ui: &mut Ui, card: Card<'_>, pressed: Option<char>) -> bool {
        let colors = palette(ui);
        let key = card.group.key;
        let chosen = !card.alone && self.chosen.is(key);
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
            let inside = ui.push_id(key, |ui| {
                let head = card.head(ui, &mut self.drafts).clicked();
                if card.cx.writable {
                    let offers = offers::Offers {
                        card,
                        drafts: &mut self.drafts,
                        picker: &mut self.picker,
                        void: &mut self.void,
                        led_to,
                        keyed: chosen,
                        pressed: pressed.filter(|_| chosen),
                        taken: None,
                    };
                    let taken = offers.show(ui);
                    self.decided.extend(taken.map(|(decision, learn)| Decided {
                        issues: card.group.issues.clone(),
                        decision,
                        learn,
                    }));
                }
                head
            });
            inside.inner
        });
        if shown.inner {
            self.chosen.choose(key);
            self.came_up = false;
        }
        if chosen && self.chosen.reveal() {
            ui.scroll_to_rect(shown.response.rect, None);
        }
        shown.inner
    }
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
