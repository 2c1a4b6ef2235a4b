//! The chosen action: life cycle, evidence, who, cause, measure, history.

use egui::{ScrollArea, Ui};

use super::advance::Advance;
use super::evidence;
use super::{ActionsTab, life_cycle};
use crate::edit::{ActionField as Field, Typed};
use crate::i18n::stage;
use crate::model::{CorrectiveAction, Stage};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::form::FormField;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, TextField, icons, panel, text};

impl ActionsTab {
    pub(super) fn detail(&mut self, ui: &mut Ui, cx: &Cx<'_>, action: &CorrectiveAction) {
        let foot = match cx.writable {
            true => tokens().height.issue_footer,
            false => 0.0,
        };
        panel::before_foot(ui, foot, |ui| {
            ScrollArea::vertical()
                .id_salt(("action", action.id))
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    panel::padded(ui, |ui| self.parts(ui, cx, action));
                });
        });
        if cx.writable {
            self.foot(ui, cx, action);
        }
    }

    fn parts(&mut self, ui: &mut Ui, cx: &Cx<'_>, action: &CorrectiveAction) {
        panel::section_head(ui, &action.number, |ui| {
            let close = Button::icon_only(icons::ICON_CLOSE, tr!(cx.language, "close"));
            if ui.add(close).clicked() {
                self.chosen = None;
            }
        });
        let title = tr!(cx.language, "actions-title");
        let of = |field| Typed::Action(action.id, field);
        let field = TextField::new(title).bold();
        self.typed.text(ui, cx, &of(Field::Title), field);
        ui.add_space(tokens().space.group_gap);
        life_cycle::show(ui, cx, action);
        ui.add_space(tokens().space.group_gap);
        evidence::show(ui, cx, action);
        ui.add_space(tokens().space.group_gap);
        let field = |name, field| FormField::text(name, of(field));
        let due = field(tr!(cx.language, "actions-due"), Field::Due);
        let hint = tr!(cx.language, "date-hint");
        let who = [
            field(tr!(cx.language, "actions-department"), Field::Department),
            field(tr!(cx.language, "actions-owner"), Field::Owner),
            due.look(|look| look.hint(hint)),
        ];
        self.typed.row(ui, cx, who);
        for (field, name, rows) in [
            (Field::Cause, tr!(cx.language, "actions-cause"), 4),
            (Field::Measure, tr!(cx.language, "actions-measure"), 4),
        ] {
            ui.add_space(tokens().space.group_gap);
            text::section(ui, &name);
            let shown = TextField::new(name).rows(rows);
            self.typed.text(ui, cx, &of(field), shown);
        }
        history(ui, cx, action);
        ui.add_space(tokens().space.section_gap);
    }

    fn foot(&mut self, ui: &mut Ui, cx: &Cx<'_>, action: &CorrectiveAction) {
        let height = tokens().height.issue_footer;
        panel::foot(ui, "action foot", height, |ui| {
            panel::at_right(ui, "advance", |ui| {
                let reopen = tr!(cx.language, "actions-reopen");
                if action.stage() >= Stage::Verification
                    && ui.add(Button::secondary(reopen)).clicked()
                {
                    self.advance = Some(Advance::new(cx, action, Stage::Analysis, true));
                }
                if let Some(next) = action.stage().next() {
                    let stage = stage::name(cx.language, next);
                    let words = tr!(cx.language, "actions-advance", stage = stage);
                    if ui.add(Button::primary(words)).clicked() {
                        self.advance = Some(Advance::new(cx, action, next, false));
                    }
                }
            });
        });
    }
}

/// Every step so far, with what was noted.
fn history(ui: &mut Ui, cx: &Cx<'_>, action: &CorrectiveAction) {
    ui.add_space(tokens().space.group_gap);
    text::section(ui, tr!(cx.language, "actions-steps"));
    let colors = palette(ui);
    for step in &action.steps {
        let stage = stage::name(cx.language, step.stage);
        let stage = if step.reopened {
            tr!(cx.language, "actions-reopened-to", stage = stage)
        } else {
            stage
        };
        let line = format!("{}  {}  {}", step.date, stage, life_cycle::who(step));
        text::say(ui, Face::Table, colors.text, line.trim_end());
        if !step.note.is_empty() {
            text::say(ui, Face::Small, colors.text_weak, step.note.clone());
        }
    }
}
