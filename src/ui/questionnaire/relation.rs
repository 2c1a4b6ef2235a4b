//! What an item is to the revision before: the same, reworded, or new. It decides whether its
//! line goes on.

use egui::Ui;

use super::{QuestionnaireTab, Selected, View};
use crate::edit::{self, Relation, Revise};
use crate::i18n::{Language, form};
use crate::model::{Item, LineageId, Origin, Revision};
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Icon, MenuItem, Tone, icons, menu, note, text};

impl QuestionnaireTab {
    /// Draws the note over an item of a revision that has one before it.
    pub(super) fn relation(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let Some(before) = view.before else {
            return;
        };
        let earlier = edit::earlier(Some(before), item);
        let language = view.cx.language;
        let Some((tone, icon, words)) = said(language, before, item, earlier) else {
            return;
        };
        let label = before.label.as_str();
        note::note(ui, tone, icon, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let colors = palette(ui);
            text::table(ui, words);
            if let Some(earlier) = earlier.filter(|earlier| earlier.text != item.text) {
                let old = earlier.text.as_str();
                let words = tr!(language, "relation-was", label = label, text = old);
                text::say(ui, Face::Table, colors.text_weak, words);
            }
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                text::table(ui, tr!(language, "relation-is"));
                let words = form::origin_name(language, item.origin);
                text::say(ui, Face::TableBold, colors.text, words);
                if view.editable {
                    let link = text::link(ui, tr!(language, "relation-change"));
                    menu::sized(&link, 320.0, |ui| self.relate(ui, view, item, before));
                }
            });
        });
    }

    /// What it can be instead.
    fn relate(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item, before: &Revision) {
        let (l, label) = (view.cx.language, before.label.as_str());
        let taken = |ui: &mut Ui, words: String, chosen: bool| {
            let entry = MenuItem::new(words).chosen(chosen);
            ui.add(entry).clicked() && !chosen
        };
        let is = |origin| item.origin == origin;
        let relate = |relation| view.revise(Revise::RelateItem(item.lineage, relation));
        if let Some(earlier) = edit::earlier(Some(before), item) {
            let code = earlier.code.as_str();
            let same = tr!(l, "relation-to-same", label = label, code = code);
            if taken(ui, same, is(Origin::Same)) {
                relate(Relation::Same);
            }
            let reworded = tr!(l, "relation-to-reworded", label = label, code = code);
            if taken(ui, reworded, is(Origin::Reworded)) {
                relate(Relation::Reworded);
            }
        }
        if taken(ui, tr!(l, "relation-to-new"), is(Origin::New)) {
            let lineage = LineageId(view.cx.fresh_id());
            self.selected = Selected::Item(lineage);
            relate(Relation::New(lineage));
        }
        for dropped in edit::dropped(Some(before), view.revision) {
            let code = dropped.code.as_str();
            let words = tr!(l, "relation-goes-on", label = label, code = code);
            if taken(ui, words, false) {
                self.selected = Selected::Item(dropped.lineage);
                relate(Relation::GoesOn(dropped.lineage));
            }
        }
    }
}

/// What the note says; nothing where the item is as it was.
fn said(
    language: Language,
    before: &Revision,
    item: &Item,
    earlier: Option<&Item>,
) -> Option<(Tone, Icon, String)> {
    let label = before.label.as_str();
    let code = earlier.map_or("", |earlier| earlier.code.as_str());
    Some(match (item.origin, earlier) {
        (Origin::Reworded, Some(_)) => (
            Tone::Warning,
            icons::ICON_WARNING,
            tr!(language, "relation-reworded", label = label, code = code),
        ),
        (Origin::Same, Some(earlier)) if earlier.text == item.text => return None,
        (Origin::Same, Some(_)) => (
            Tone::Neutral,
            icons::ICON_INFO,
            tr!(language, "relation-same", label = label, code = code),
        ),
        (Origin::New | Origin::Split | Origin::Merged, _)
        | (Origin::Same | Origin::Reworded, None) => (
            Tone::Neutral,
            icons::ICON_INFO,
            tr!(language, "relation-new", label = label),
        ),
    })
}
