//! One item to edit: its words, place, kind, weight, and how it is answered.

use egui::{Align, Layout, Ui};

use super::tree::{self, Row};
use super::{Field, QuestionnaireTab, Selected, View, checks};
use crate::chart::Measure;
use crate::edit::{self, Revise};
use crate::i18n::{Language, number};
use crate::model::{Item, ItemKind, LineageId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Checkbox, Select, TextField, icon, icons, labelled, panel, text};

impl QuestionnaireTab {
    /// Draws the editor of an item.
    pub(super) fn item(&mut self, ui: &mut Ui, view: &View<'_>, lineage: LineageId) {
        let Some(item) = view.revision.questionnaire.item_of(lineage) else {
            return;
        };
        self.item_head(ui, view, item);
        self.lock(ui, view);
        self.relation(ui, view, item);
        let language = view.cx.language;
        labelled(ui, &tr!(language, "item-text"), |ui| {
            let size = Face::Body.font().size;
            let wide = Measure::shared().width(&item.text, size, false);
            // What can only be read is shown whole.
            let long = !view.editable && wide > ui.available_width() - 24.0;
            let field = TextField::new("").rows(if long { 2 } else { 1 });
            let field = self.field(ui, view, &Field::Text(lineage), field);
            self.name_new(ui, &field, &item.text);
            (field, ())
        });
        self.place(ui, view, item);
        self.flags(ui, view, item);
        if item.kind.has_scale() {
            self.scale(ui, view, item);
            self.options(ui, view, item);
        }
        self.more_of_item(ui, view, item);
    }

    /// Where it lies, and the way to those before and after it.
    fn item_head(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let language = view.cx.language;
        let all = &view.revision.questionnaire;
        let height = tokens().height.control;
        let size = egui::vec2(ui.available_width(), height);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            let colors = palette(ui);
            ui.spacing_mut().item_spacing.x = 4.0;
            let dimension = item.dimension.as_deref();
            if let Some(dimension) = dimension.and_then(|code| all.dimension(code)) {
                let words = dimension.name.as_str();
                text::say(ui, Face::Body, colors.text_weak, words);
                let arrow = icons::ICON_CHEVRON_RIGHT;
                icon::show(ui, arrow, tokens().icon.small, colors.text_weak);
            }
            text::section(ui, item.code.as_str());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if view.editable {
                    self.copy_and_remove(ui, view, item);
                }
                let below = tr!(language, "item-next");
                let above = tr!(language, "item-previous");
                for (icon, name, down) in [
                    (icons::ICON_KEYBOARD_ARROW_DOWN, below, true),
                    (icons::ICON_KEYBOARD_ARROW_UP, above, false),
                ] {
                    let to = self.beside(view, item.lineage, down);
                    let button = Button::icon_only(icon, name);
                    if ui.add_enabled(to.is_some(), button).clicked()
                        && let Some(to) = to
                    {
                        self.selected = Selected::Item(to);
                    }
                }
            });
        });
    }

    fn copy_and_remove(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let language = view.cx.language;
        let remove = Button::icon_only(icons::ICON_DELETE, tr!(language, "item-remove"));
        if ui.add(remove).clicked() {
            let to = self.beside(view, item.lineage, true);
            let to = to.or_else(|| self.beside(view, item.lineage, false));
            self.selected = to.map_or(Selected::Form, Selected::Item);
            return view.revise(Revise::RemoveItem(item.lineage));
        }
        let copy = Button::icon_only(icons::ICON_CONTENT_COPY, tr!(language, "item-copy"));
        if !ui.add(copy).clicked() {
            return;
        }
        let copy = LineageId(view.cx.fresh_id());
        self.selected = Selected::Item(copy);
        view.revise(Revise::CopyItem {
            item: item.lineage,
            copy,
        });
    }

    /// The item before or after in the tree.
    fn beside(&self, view: &View<'_>, lineage: LineageId, down: bool) -> Option<LineageId> {
        let rows = tree::rows(&view.revision.questionnaire, &Default::default());
        let items: Vec<LineageId> = rows.iter().filter_map(Row::item).collect();
        let at = items.iter().position(|item| *item == lineage)?;
        let to = if down { at + 1 } else { at.checked_sub(1)? };
        items.get(to).copied()
    }

    /// Code, dimension, kind, weight.
    fn place(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let language = view.cx.language;
        let gap = tokens().space.group_gap;
        let narrow = 96.0;
        let wide = ((ui.available_width() - 2.0 * narrow - 3.0 * gap) / 2.0).max(100.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let code = Field::Code(item.lineage);
            labelled(ui, &tr!(language, "item-code"), |ui| {
                let field = TextField::new("").width(narrow);
                (self.field(ui, view, &code, field), ())
            });
            dimension_of(ui, view, item, wide);
            kind_of(ui, view, item, wide);
            let share = tree::share_of_item(&view.revision.questionnaire, item);
            let weight = Field::Weight(item.lineage);
            self.weight(ui, view, &weight, share, narrow);
        });
    }

    /// A weight: the number that is typed, and the share it makes.
    pub(super) fn weight(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        weight: &Field,
        share: Option<f64>,
        width: f32,
    ) {
        let language = view.cx.language;
        let share = share.map(number::whole_percent);
        let name = tr!(language, "item-weight");
        labelled(ui, &name, |ui| {
            let field = TextField::new("").width(width).right();
            if view.editable {
                let response = self.field(ui, view, weight, field);
                let share = share.unwrap_or_default();
                let words = tr!(language, "item-share", share = share);
                let hint = crate::ui::widgets::tip(response, &words, None);
                (hint, ())
            } else {
                let mut shown = share.unwrap_or_default();
                (field.read_only(true).show(ui, &mut shown), ())
            }
        });
    }

    fn flags(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let language = view.cx.language;
        let mut changed = item.clone();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(tokens().space.section_gap, 0.0);
            let scored = tr!(language, "item-scored");
            let hint = tr!(language, "item-scored-hint");
            let may = view.editable && checks::may_be_scored(item.kind);
            ui.add_enabled(may, Checkbox::new(&mut changed.scored, scored).hint(hint));
            let required = tr!(language, "item-required");
            let hint = tr!(language, "item-required-hint");
            let required = Checkbox::new(&mut changed.required, required).hint(hint);
            ui.add_enabled(view.editable, required);
            let segment = tr!(language, "item-segment");
            let hint = tr!(language, "item-segment-hint");
            let may = view.editable && item.kind.takes_one_option();
            ui.add_enabled(may, Checkbox::new(&mut changed.segment, segment).hint(hint));
        });
        view.set(item, |it| *it = changed);
    }

    /// Headings an import knows it by, and whose importance it states.
    fn more_of_item(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let language = view.cx.language;
        let importance_too = item.kind.takes_one_option() && !item.scored;
        if !view.editable && item.aliases.is_empty() && !importance_too {
            return;
        }
        ui.add_space(tokens().space.control_gap);
        panel::rule(ui);
        let gap = tokens().space.group_gap;
        let half = (ui.available_width() - gap) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            labelled(ui, &tr!(language, "item-aliases"), |ui| {
                let mut field = TextField::new("").width(half);
                if view.editable {
                    field = field.hint(tr!(language, "item-aliases-hint"));
                }
                (
                    self.field(ui, view, &Field::Aliases(item.lineage), field),
                    (),
                )
            });
            if importance_too {
                importance(ui, view, item, half);
            }
        });
    }

    /// What stands in the way of editing, and the way out of it.
    pub(super) fn lock(&mut self, ui: &mut Ui, view: &View<'_>) {
        use crate::ui::widgets::{Tone, note};
        if view.revision.editable() {
            return;
        }
        let language = view.cx.language;
        let label = view.revision.label.as_str();
        note::note(ui, Tone::Accent, icons::ICON_LOCK, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
                let color = palette(ui).text;
                let words = if view.revision.approved() {
                    tr!(language, "questionnaire-locked-approved", label = label)
                } else {
                    tr!(language, "questionnaire-locked-used", label = label)
                };
                text::say(ui, Face::Table, color, words);
                let next = edit::next_label(view.cx.data, view.revision);
                let words = tr!(language, "questionnaire-locked-next", label = next);
                if view.cx.writable && text::link(ui, words).clicked() {
                    self.make_next(view);
                }
                let words = tr!(language, "questionnaire-locked-after");
                text::say(ui, Face::Table, color, words);
            });
        });
    }
}

fn dimension_of(ui: &mut Ui, view: &View<'_>, item: &Item, width: f32) {
    let language = view.cx.language;
    let all = &view.revision.questionnaire;
    let none = tr!(language, "item-no-dimension");
    let mut choices: Vec<(Option<String>, String)> = edit::in_tree_order(all)
        .into_iter()
        .filter_map(|code| {
            let dimension = all.dimension(&code)?;
            let above = dimension.parent.as_deref().and_then(|it| all.dimension(it));
            let name = match above {
                Some(above) => format!("{} / {}", above.name, dimension.name),
                None => dimension.name.clone(),
            };
            Some((Some(code), name))
        })
        .collect();
    choices.push((None, none));
    let shown = choices.iter().find(|(code, _)| *code == item.dimension);
    let shown = shown.map_or_else(String::new, |(_, name)| name.clone());
    let name = tr!(language, "item-dimension");
    let picked = labelled(ui, &name, |ui| {
        Select::new(&name, &shown)
            .width(width)
            .read_only(!view.editable)
            .show(ui, &item.dimension, &choices)
    });
    if let Some(into) = picked {
        view.revise(Revise::MoveItem {
            item: item.lineage,
            into,
            before: None,
        });
    }
}

fn kind_of(ui: &mut Ui, view: &View<'_>, item: &Item, width: f32) {
    let language = view.cx.language;
    let choices = ItemKind::ALL.map(|kind| (kind, kind_name(language, kind)));
    let shown = kind_name(language, item.kind);
    let name = tr!(language, "item-kind");
    let picked = labelled(ui, &name, |ui| {
        Select::new(&name, &shown)
            .width(width)
            .read_only(!view.editable)
            .show(ui, &item.kind, &choices)
    });
    if let Some(kind) = picked {
        view.set(item, |item| super::scale::become_kind(item, kind, language));
    }
}

/// A kind of item, as it is called.
pub(super) fn kind_name(language: Language, kind: ItemKind) -> String {
    match kind {
        ItemKind::Rating => tr!(language, "kind-rating"),
        ItemKind::YesNo => tr!(language, "kind-yesno"),
        ItemKind::Single => tr!(language, "kind-single"),
        ItemKind::Multi => tr!(language, "kind-multi"),
        ItemKind::Nps => tr!(language, "kind-nps"),
        ItemKind::Number => tr!(language, "kind-number"),
        ItemKind::Text => tr!(language, "kind-text"),
        ItemKind::Date => tr!(language, "kind-date"),
    }
}

fn importance(ui: &mut Ui, view: &View<'_>, item: &Item, width: f32) {
    let language = view.cx.language;
    let none = tr!(language, "item-importance-none");
    let scored = view.revision.questionnaire.items.iter();
    let scored = scored.filter(|other| other.scored);
    let named = |other: &Item| {
        (
            Some(other.code.clone()),
            format!("{} {}", other.code, other.text),
        )
    };
    let mut choices = vec![(None, none)];
    choices.extend(scored.map(named));
    let shown = choices.iter().find(|(code, _)| *code == item.importance_of);
    let shown = shown.map_or_else(String::new, |(_, name)| name.clone());
    let name = tr!(language, "item-importance");
    let picked = labelled(ui, &name, |ui| {
        Select::new(&name, &shown)
            .width(width)
            .read_only(!view.editable)
            .show(ui, &item.importance_of, &choices)
    });
    if let Some(rated) = picked {
        view.set(item, |item| item.importance_of = rated);
    }
}
