//! One item to edit: its words, place, kind, weight, and how it is answered.

use egui::Ui;

use super::{Field, QuestionnaireTab, Selected, View, tree};
use crate::chart::Measure;
use crate::edit::{self, Revise};
use crate::i18n::{form, number, preset};
use crate::model::{Item, ItemKind, LineageId, Preset};
use crate::theme::tokens;
use crate::tr;
use crate::ui::form::FormField;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Checkbox, icon, icons, panel, text};

/// How wide fields for codes and weights are.
pub(super) const NARROW: f32 = 96.0;

impl QuestionnaireTab {
    /// Draws the editor of an item.
    pub(super) fn item(&mut self, ui: &mut Ui, view: &View<'_>, lineage: LineageId) {
        let Some(item) = view.revision.questionnaire.item_of(lineage) else {
            return;
        };
        self.item_head(ui, view, item);
        self.lock(ui, view);
        self.relation(ui, view, item);
        let (cx, language) = (view.cx, view.cx.language);
        // What can only be read is shown whole.
        let wide = Measure::shared().width(&item.text, Face::Body.font().size, false);
        let long = !view.editable && wide > ui.available_width() - 24.0;
        let words = view.text(tr!(language, "item-text"), Field::Text(lineage));
        let words = words.look(|look| look.rows(if long { 2 } else { 1 }));
        self.typed.field(ui, cx, words);
        let code = view.text(tr!(language, "item-code"), Field::Code(lineage));
        let share = tree::share_of_item(&view.revision.questionnaire, item);
        let fields = [
            code.width(NARROW),
            dimension_of(view, item),
            kind_of(view, item),
            weight(view, Field::Weight(lineage), share),
        ];
        self.typed.row(ui, cx, fields);
        flags(ui, view, item);
        if item.kind.has_scale() {
            self.scale(ui, view, item);
            self.options(ui, view, item);
        }
        self.more_of_item(ui, view, item);
    }

    /// Where it lies, and the way to those before and after it.
    fn item_head(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let above = |ui: &mut Ui| {
            let colors = palette(ui);
            ui.spacing_mut().item_spacing.x = 4.0;
            let all = &view.revision.questionnaire;
            let dimension = item.dimension.as_deref();
            if let Some(dimension) = dimension.and_then(|code| all.dimension(code)) {
                text::line(ui, Face::Body, colors.text_weak, dimension.name.as_str());
                let arrow = icons::ICON_CHEVRON_RIGHT;
                icon::show(ui, arrow, tokens().icon.small, colors.text_weak);
            }
            text::section(ui, item.code.as_str());
        };
        let height = tokens().height.control;
        panel::head_row(ui, height, above, |ui| self.item_acts(ui, view, item));
    }

    fn item_acts(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let l = view.cx.language;
        let up = Button::icon_only(icons::ICON_KEYBOARD_ARROW_UP, tr!(l, "item-previous"));
        let down = Button::icon_only(icons::ICON_KEYBOARD_ARROW_DOWN, tr!(l, "item-next"));
        for (button, down) in [(up, false), (down, true)] {
            let to = beside(view, item.lineage, down);
            if ui.add_enabled(to.is_some(), button).clicked() {
                self.selected = to.map_or(Selected::Form, Selected::Item);
            }
        }
        if !view.editable {
            return;
        }
        let copy = Button::icon_only(icons::ICON_CONTENT_COPY, tr!(l, "item-copy"));
        if ui.add(copy).clicked() {
            let (item, copy) = (item.lineage, LineageId(view.cx.fresh_id()));
            self.selected = Selected::Item(copy);
            view.revise(Revise::CopyItem { item, copy });
        }
        let remove = Button::icon_only(icons::ICON_DELETE, tr!(l, "item-remove"));
        if ui.add(remove).clicked() {
            self.remove(view, &Selected::Item(item.lineage));
        }
    }

    /// Takes an item or a dimension out; the item beside it is looked at then.
    pub(super) fn remove(&mut self, view: &View<'_>, what: &Selected) {
        let (next, removal) = match what {
            Selected::Item(lineage) => {
                let next = beside(view, *lineage, true).or(beside(view, *lineage, false));
                (next, Revise::RemoveItem(*lineage))
            }
            Selected::Dimension(code) => (None, Revise::RemoveDimension(code.clone())),
            Selected::Form | Selected::Rules | Selected::Checks => return,
        };
        self.selected = next.map_or(Selected::Form, Selected::Item);
        view.revise(removal);
    }

    /// Headings an import knows it by, and whose importance it states.
    fn more_of_item(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let language = view.cx.language;
        let rates_another = item.kind.takes_one_option() && !item.scored;
        if !view.editable && item.aliases.is_empty() && !rates_another {
            return;
        }
        ui.add_space(tokens().space.control_gap);
        panel::rule(ui);
        let aliases = view.text(tr!(language, "item-aliases"), Field::Aliases(item.lineage));
        let hint = tr!(language, "item-aliases-hint");
        let aliases = aliases
            .look(|look| look.hint(hint))
            .part(0.5, f32::INFINITY);
        match rates_another {
            true => self
                .typed
                .row(ui, view.cx, [aliases, importance(view, item)]),
            false => self.typed.row(ui, view.cx, [aliases]),
        }
    }
}

/// The item before or after in the tree.
fn beside(view: &View<'_>, lineage: LineageId, down: bool) -> Option<LineageId> {
    let items = tree::items(&view.revision.questionnaire, &Default::default());
    let at = items.iter().position(|item| *item == lineage)?;
    let to = if down { at + 1 } else { at.checked_sub(1)? };
    items.get(to).copied()
}

/// A weight: the number that is typed, and the share it makes.
pub(super) fn weight<'a>(view: &View<'a>, field: Field, share: Option<f64>) -> FormField<'a> {
    let language = view.cx.language;
    let name = tr!(language, "item-weight");
    let share = share.map(number::whole_percent).unwrap_or_default();
    if !view.editable {
        let shown = FormField::shown(name, share);
        return shown.look(|look| look.right()).width(NARROW);
    }
    let words = tr!(language, "item-share", share = share.as_str());
    let typed = view.text(name, field).look(|look| look.right());
    let note = match share.as_str() {
        "" => share,
        share => format!("= {share}"),
    };
    typed.width(NARROW).note(note).explained(words)
}

fn flags(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let language = view.cx.language;
    let mut after = item.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(tokens().space.section_gap, 0.0);
        let mut flag = |ticked: &mut bool, may: bool, words: String, hint: String| {
            let flag = Checkbox::new(ticked, words).hint(hint);
            ui.add_enabled(view.editable && may, flag);
        };
        let words = tr!(language, "item-scored");
        let hint = tr!(language, "item-scored-hint");
        flag(&mut after.scored, item.kind.may_be_scored(), words, hint);
        let words = tr!(language, "item-required");
        let hint = tr!(language, "item-required-hint");
        flag(&mut after.required, true, words, hint);
        let words = tr!(language, "item-segment");
        let hint = tr!(language, "item-segment-hint");
        flag(
            &mut after.segment,
            item.kind.takes_one_option(),
            words,
            hint,
        );
    });
    view.set(item, after);
}

fn dimension_of<'a>(view: &View<'a>, item: &Item) -> FormField<'a> {
    let language = view.cx.language;
    let all = &view.revision.questionnaire;
    let named = |code: String| {
        let dimension = all.dimension(&code)?;
        let above = dimension.parent.as_deref().and_then(|it| all.dimension(it));
        let name = match above {
            Some(above) => format!("{} / {}", above.name, dimension.name),
            None => dimension.name.clone(),
        };
        Some((Some(code), name))
    };
    let mut choices: Vec<_> = edit::in_tree_order(all)
        .into_iter()
        .filter_map(named)
        .collect();
    choices.push((None, tr!(language, "item-no-dimension")));
    let (name, item, now) = (
        tr!(language, "item-dimension"),
        item.lineage,
        item.dimension.clone(),
    );
    view.choice(name, now, choices, move |into| Revise::MoveItem {
        item,
        into,
        before: None,
    })
}

fn kind_of<'a>(view: &View<'a>, item: &'a Item) -> FormField<'a> {
    let language = view.cx.language;
    let choices = ItemKind::ALL.map(|kind| (kind, form::kind_name(language, kind)));
    let name = tr!(language, "item-kind");
    let written = view.written_in();
    view.of_item(item, name, item.kind, choices.into(), move |item, kind| {
        let usual = match kind == ItemKind::YesNo {
            true => Preset::YesNo,
            false => Preset::Five,
        };
        item.become_kind(kind, preset::scale(written, usual));
    })
}

fn importance<'a>(view: &View<'a>, item: &'a Item) -> FormField<'a> {
    let language = view.cx.language;
    let scored = view.revision.questionnaire.items.iter();
    let scored = scored.filter(|other| other.scored).map(|other| {
        let name = format!("{} {}", other.code, other.text);
        (Some(other.code.clone()), name)
    });
    let none = (None, tr!(language, "item-importance-none"));
    let choices = std::iter::once(none).chain(scored).collect();
    let (name, now) = (tr!(language, "item-importance"), item.importance_of.clone());
    view.of_item(item, name, now, choices, |item, rated| {
        item.importance_of = rated;
    })
}
