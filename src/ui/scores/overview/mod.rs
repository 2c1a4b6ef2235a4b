//! The index, the dimensions on one axis, the answers of the chosen one, and what was found.

mod answers;
mod bar;
mod beside;
mod changes;
mod contents;
mod facts;
pub mod filter;
mod findings;
mod head;
mod rules;
mod said;
mod since;
mod table;
mod ticks;

use std::collections::BTreeSet;

use egui::Ui;

pub use beside::BesideContents;
use contents::OverviewContents;
pub use filter::in_words as filter_in_words;

use super::raise;
use crate::edit::Intent;
use crate::model::Subject;
use crate::ui::missing::Missing;
use crate::ui::ready::Wanted;
use crate::ui::widgets::panel;
use crate::ui::{Action, Cx, Place};

/// The page and what it remembers.
#[derive(Debug, Default)]
pub struct Overview {
    /// What of it is looked at.
    pub look: Look,
    made: Option<OverviewContents>,
}

/// What of the page is looked at.
#[derive(Debug, Default)]
pub struct Look {
    /// Whose answers are shown; `None`: the worst dimension's.
    chosen: Option<Subject>,
    /// Dimensions that show their items.
    open: BTreeSet<String>,
    /// The answers as a table.
    counts: bool,
    /// Importance against performance as a table.
    matrix_table: bool,
    /// What is wanted against what is found as a table.
    gap_table: bool,
    /// What changed instead of the scores.
    changes: bool,
    /// Every finding, not only the first.
    all_findings: bool,
}

impl Look {
    /// At a dimension or item from now on.
    pub fn choose(&mut self, subject: Subject) {
        if let Subject::Dimension(code) = &subject {
            self.open.insert(code.clone());
        }
        self.chosen = Some(subject);
    }

    /// Opens a dimension or closes it.
    fn turn(&mut self, subject: &Subject) {
        if let Subject::Dimension(code) = subject
            && !self.open.remove(code)
        {
            self.open.insert(code.clone());
        }
    }

    /// Whether the items of a dimension are shown.
    fn opens(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Dimension(code) => self.open.contains(code),
            Subject::Index | Subject::Satisfied | Subject::Item(_) => true,
        }
    }
}

impl Overview {
    /// What it needs to be made to go on with.
    pub fn wants(cx: &Cx<'_>) -> Option<Wanted> {
        let fits = cx.ready.beside().is_some_and(|made| made.fits(cx));
        (Missing::of(cx).is_none() && !fits).then(Wanted::beside)
    }

    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if let Some(missing) = Missing::of(cx) {
            self.made = None;
            return without(ui, cx, missing);
        }
        if !self.made.as_ref().is_some_and(|made| made.fits(cx)) {
            self.made = OverviewContents::of(cx);
        }
        let Some(made) = &self.made else {
            return panel::work(ui, |_| {});
        };
        if self.look.chosen.is_none()
            && let Some(worst) = made.worst()
        {
            self.look.choose(worst);
        }
        page(ui, cx, made, &mut self.look);
    }
}

fn page(ui: &mut Ui, cx: &Cx<'_>, made: &OverviewContents, look: &mut Look) {
    let narrow = ui.available_width() < 1400.0;
    let width = if narrow { 300.0 } else { 335.0 };
    panel::before_right(ui, "findings", width, |ui| {
        panel::work(ui, |ui| {
            panel::scrolled(ui, "scores", |ui| {
                head::show(ui, cx, made);
                bar::show(ui, cx, Some(made));
                since::show(ui, cx, made.changed.as_ref(), &mut look.changes);
                match made.changed.as_ref().filter(|_| look.changes) {
                    Some(changed) => changes::show(ui, cx, changed, &made.rules),
                    None => table::show(ui, cx, made, look),
                }
                said::show(ui, cx);
                panel::rule(ui);
                answers::show(ui, cx, look);
                ticks::show(ui, made);
                beside::show(ui, cx, look);
            });
        });
    });
    panel::right(ui, cx.language, "findings", width, |ui| {
        findings::show(ui, cx, &made.findings, look);
    });
}

/// The chips stay where it is the filter that leaves nothing.
fn without(ui: &mut Ui, cx: &Cx<'_>, missing: Missing) {
    panel::work(ui, |ui| {
        if missing == Missing::Passing {
            bar::show(ui, cx, None);
        }
        missing.show(ui, cx);
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
