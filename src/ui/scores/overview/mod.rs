//! The index, the dimensions on one axis, the answers of the chosen one, and what was found.

mod answers;
mod facts;
mod filter;
mod findings;
mod head;
mod made;
mod rules;
mod table;

use std::collections::BTreeSet;

use egui::{Frame, Rect, ScrollArea, Ui, pos2};

pub use filter::{in_words as filter_in_words, key_name, name as segment_name, value_name};
use made::Made;

use super::raise;
use crate::chart::Chart;
use crate::edit::Intent;
use crate::model::Subject;
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::chart_menu;
use crate::ui::missing::Missing;
use crate::ui::style::margin;
use crate::ui::widgets::panel;
use crate::ui::{Action, Cx, Place};

/// What the page remembers.
#[derive(Debug, Default)]
pub struct Overview {
    /// Whose answers are shown; `None`: the worst dimension's.
    chosen: Option<Subject>,
    /// Dimensions that show their items.
    open: BTreeSet<String>,
    /// The answers as a table.
    counts: bool,
    made: Option<Made>,
}

impl Overview {
    /// Looks at a dimension or item from now on.
    pub fn choose(&mut self, subject: Subject) {
        if let Subject::Dimension(code) = &subject {
            self.open.insert(code.clone());
        }
        self.chosen = Some(subject);
    }

    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let missing = Missing::of(cx);
        if missing.is_none() && !self.made.as_ref().is_some_and(|made| made.fits(cx)) {
            self.made = Made::of(cx);
            if let (None, Some(worst)) = (&self.chosen, self.made.as_ref().and_then(Made::worst)) {
                self.choose(worst);
            }
        }
        let Some(made) = self.made.take().filter(|_| missing.is_none()) else {
            return without(ui, cx, missing);
        };
        self.page(ui, cx, &made);
        self.made = Some(made);
    }

    fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, made: &Made) {
        let width = if ui.available_width() < 1400.0 {
            300.0
        } else {
            335.0
        };
        panel::before_right(ui, "findings", width, |ui| {
            panel::work(ui, |ui| {
                ScrollArea::vertical()
                    .id_salt("scores")
                    .auto_shrink([false, false])
                    .show(ui, |ui| self.content(ui, cx, made));
            });
        });
        let wish = panel::right(ui, cx.language, "findings", width, |ui| {
            findings::show(ui, cx, &made.findings)
        });
        match wish.inner {
            Some(findings::Wish::Action(action)) => cx.ask(action),
            Some(findings::Wish::Row(subject)) => self.choose(subject),
            Some(findings::Wish::Raise(subject)) => raise_and_go(cx, &subject),
            None => {}
        }
    }

    fn content(&mut self, ui: &mut Ui, cx: &Cx<'_>, made: &Made) {
        ui.spacing_mut().item_spacing.y = 0.0;
        cx.ask(head::show(ui, cx, made));
        cx.ask(bar(ui, cx, Some(made)));
        let done = table::show(ui, cx, made, &self.open, self.chosen.as_ref());
        if let Some(subject) = done.chosen {
            self.chosen = Some(subject);
        }
        if let Some(code) = done.turned
            && !self.open.remove(&code)
        {
            self.open.insert(code);
        }
        panel::rule(ui);
        cx.ask(done.action);
        if let Some(subject) = &self.chosen {
            cx.ask(answers::show(ui, cx, subject, &mut self.counts));
        }
    }
}

/// The chips stay where it is the filter that leaves nothing.
fn without(ui: &mut Ui, cx: &Cx<'_>, missing: Option<Missing>) {
    panel::work(ui, |ui| {
        if missing == Some(Missing::Passing) {
            cx.ask(bar(ui, cx, None));
        }
        if let Some(missing) = missing {
            missing.show(ui, cx);
        }
    });
}

/// Raises an action and leads to it.
pub fn raise_and_go(cx: &Cx<'_>, subject: &Subject) {
    if let Some(new) = raise::raise(cx, subject) {
        let place = Place::Action(new.id);
        cx.edit(Intent::Raise(new));
        cx.ask(Action::Go(place));
    }
}

/// Chips at the left; the rules and the menu of the table at the right, the rules in a line of
/// their own where there is no room.
fn bar(ui: &mut Ui, cx: &Cx<'_>, made: Option<&Made>) -> Option<Action> {
    let sizes = tokens();
    let menu = sizes.height.control_small + sizes.space.control_gap;
    Frame::NONE
        .inner_margin(margin(sizes.space.page_margin, sizes.space.control_gap))
        .show(ui, |ui| {
            let whole = ui.available_rect_before_wrap();
            let chips = ui.scope(|ui| {
                ui.set_max_width(whole.width() - menu);
                ui.spacing_mut().item_spacing.y = sizes.space.unit;
                ui.horizontal_wrapped(|ui| filter::show(ui, cx)).inner
            });
            let used = chips.response.rect;
            let mut action = chips.inner;
            let top = whole.top();
            let line = |left: f32, right: f32, top: f32| {
                Rect::from_min_max(
                    pos2(left, top),
                    pos2(right, top + sizes.height.control_small),
                )
            };
            if let Some(made) = made {
                let place = line(
                    whole.right() - sizes.height.control_small,
                    whole.right(),
                    top,
                );
                let mut at_right = ui.new_child(egui::UiBuilder::new().max_rect(place));
                let name = tr!(cx.language, "scores-table");
                let wish = chart_menu(&mut at_right, cx.language, &name, None);
                let chart = || Chart::Scores(made.table.clone());
                action = action.or(wish.and_then(|wish| wish.action(chart)));
            }
            let right = whole.right() - menu;
            let one_row = used.height() <= sizes.height.control_small + 1.0;
            if one_row && used.right() + 24.0 + rules::width(ui, cx) <= right {
                rules::show(ui, cx, line(used.right() + 24.0, right, top));
            } else {
                let (below, _) = ui.allocate_exact_size(
                    egui::vec2(whole.width(), sizes.height.control_small),
                    egui::Sense::hover(),
                );
                rules::show(ui, cx, below);
            }
            action
        })
        .inner
}
