//! The returns of the wave, one a row: filtered by chips, sorted by any column.

use egui::Ui;

use super::rows::{Listed, Show};
use super::{ReturnsTab, ledger, listed, settle, start, unanswered};
use crate::analysis::Standing;
use crate::edit::Intent;
use crate::i18n::flag;
use crate::model::Flag;
use crate::theme::tokens;
use crate::tr;
use crate::ui::list::{self, List};
use crate::ui::scores::returns_in_words;
use crate::ui::widgets::{Button, Chip, icons, panel};
use crate::ui::{Action, Cx, Export, Place};

impl ReturnsTab {
    /// Draws the list between the files it came from and what waits to be settled.
    pub(super) fn list(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let listed = listed(cx);
        let shown = ledger::ledger(ui, cx, listed.map(|listed| listed.reach));
        if let Some(show) = shown {
            self.query.show_all();
            self.query.show = show;
        }
        self.imports(ui, cx);
        let nothing = listed.is_some_and(|listed| listed.counts.all == 0);
        if nothing && self.query.show != Show::Unanswered {
            return panel::work(ui, |ui| start::start(ui, cx));
        }
        settle::Waiting::beside(ui, |ui| {
            panel::work(ui, |ui| {
                if let Some(listed) = listed {
                    self.middle(ui, cx, listed);
                }
            });
        });
        if let Some(returned) = self.waiting.panel(ui, cx, &self.rows) {
            self.chosen.lead(returned);
        }
    }

    fn middle(&mut self, ui: &mut Ui, cx: &Cx<'_>, listed: &Listed) {
        panel::bare_bar(ui, "returns chips", 48.0, |ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
            self.chips(ui, cx, listed);
        });
        let deeds = matches!(self.query.show, Show::Flagged | Show::Apart);
        if deeds && cx.writable {
            panel::bare_bar(ui, "returns deeds", 40.0, |ui| {
                ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
                match self.query.show {
                    Show::Flagged => void_flagged(ui, cx, listed),
                    _ => take_in(ui, cx, listed),
                }
            });
        }
        match self.query.show {
            Show::Unanswered => unanswered::unanswered(ui, cx, listed),
            _ if listed.shown.is_empty() => self.none(ui, cx, listed),
            _ => self.table(ui, cx, listed),
        }
    }

    fn chips(&mut self, ui: &mut Ui, cx: &Cx<'_>, listed: &Listed) {
        let language = cx.language;
        if let Some((common, returns)) = &self.query.only {
            let words = returns_in_words(cx, common, returns.len());
            let words = tr!(language, "returns-only", words = words.as_str());
            let chip = Chip::new(words).chosen(true).closes();
            if ui.add(chip).clicked() {
                self.query.only = None;
            }
            panel::divider(ui);
        }
        let (counts, show) = (listed.counts, &mut self.query.show);
        let chip = |ui: &mut Ui, show: &mut Show, kind, words, count| {
            list::chip(ui, show, kind, words, count);
        };
        chip(
            ui,
            show,
            Show::All,
            tr!(language, "returns-all"),
            counts.all,
        );
        chip(
            ui,
            show,
            Show::Valid,
            tr!(language, "returns-counted"),
            counts.valid,
        );
        chip(
            ui,
            show,
            Show::Open,
            tr!(language, "returns-open"),
            self.rows.waiting.returns(),
        );
        chip(
            ui,
            show,
            Show::Void,
            tr!(language, "returns-void"),
            counts.void,
        );
        let flagged = listed.flagged();
        if flagged > 0 || *show == Show::Flagged {
            let words = tr!(language, "returns-flagged");
            list::chip(ui, show, Show::Flagged, words, flagged);
        }
        let apart = listed.apart();
        if apart > 0 || *show == Show::Apart {
            let words = tr!(language, "returns-apart");
            list::chip(ui, show, Show::Apart, words, apart);
        }
        panel::divider(ui);
        let missing = listed.unanswered.len();
        let words = tr!(language, "returns-unanswered");
        chip(ui, show, Show::Unanswered, words, missing);
        if self.query.show == Show::Unanswered && missing > 0 {
            panel::at_right(ui, "unanswered", |ui| {
                let words = tr!(language, "returns-export-unanswered");
                let button = Button::icon_only(icons::ICON_DOWNLOAD, words);
                if ui.add(button).clicked() {
                    cx.ask(Action::Export(Export::Unanswered));
                }
            });
        }
    }

    fn table(&mut self, ui: &mut Ui, cx: &Cx<'_>, listed: &Listed) {
        let chosen = self.chosen.get().and_then(|id| listed.row_of(id));
        let taken = List::new("returns", listed.columns(cx.language))
            .sorted(&mut self.query.order)
            .chosen(chosen, self.chosen.reveal())
            .show(ui, listed.shown.len(), |at| listed.row(at));
        if let Some(row) = taken.chosen {
            self.chosen.choose(row.returned.id);
            self.waiting.choose(cx, &self.rows, row.returned.id);
        }
        if let Some(row) = taken.opened {
            cx.ask(Action::Go(Place::Return(row.returned.id)));
        }
    }

    /// Nothing passes, or nothing came yet.
    fn none(&mut self, ui: &mut Ui, cx: &Cx<'_>, listed: &Listed) {
        let language = cx.language;
        if listed.counts.all > 0 {
            let title = tr!(language, "returns-none-pass");
            if list::none_pass(ui, &title, &tr!(language, "returns-show-all")) {
                self.query.show_all();
            }
            return;
        }
        start::no_returns(cx).show(ui, cx);
    }
}

/// The ways to make flagged returns void, all of a kind at once.
fn void_flagged(ui: &mut Ui, cx: &Cx<'_>, listed: &Listed) {
    let language = cx.language;
    for flag in Flag::ALL {
        let returns = listed.flagged_so(flag);
        if returns.is_empty() {
            continue;
        }
        let reason = flag::name(language, flag);
        let words = tr!(
            language,
            "returns-void-flagged",
            words = reason.as_str(),
            count = returns.len()
        );
        let button = Button::secondary(words).small();
        if ui.add_enabled(!cx.stale, button).clicked() {
            cx.edit(Intent::VoidAll(returns, reason));
        }
    }
}

/// The ways to let returns that stand apart count.
fn take_in(ui: &mut Ui, cx: &Cx<'_>, listed: &Listed) {
    let (language, Some(wave)) = (cx.language, cx.wave) else {
        return;
    };
    let late = cx.view.map_or(0, |view| view.whole.ledger.apart.late);
    if late > 0 {
        let words = tr!(language, "returns-count-late", count = late);
        let button = Button::secondary(words).small();
        if ui.add_enabled(!cx.stale, button).clicked() {
            cx.edit(Intent::CountLate(wave.id));
        }
    }
    let customers = listed.standing_so(&[Standing::OffList, Standing::NotIssued]);
    if !customers.is_empty() {
        let words = tr!(language, "returns-add", count = customers.len());
        let button = Button::secondary(words).small();
        if ui.add_enabled(!cx.stale, button).clicked() {
            cx.edit(Intent::TakeIn(wave.id, customers));
        }
    }
}
