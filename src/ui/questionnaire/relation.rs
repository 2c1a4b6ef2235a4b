//! What an item is to the revision before: the same, reworded, or new. It decides whether its
//! line goes on.

use egui::Ui;

use super::{QuestionnaireTab, View};
use crate::edit::{self, Relation, Revise};
use crate::i18n::Language;
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
        let mut picked = None;
        note::note(ui, tone, icon, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let colors = palette(ui);
            text::say(ui, Face::Table, colors.text, words);
            if let Some(earlier) = earlier.filter(|earlier| earlier.text != item.text) {
                let old = earlier.text.as_str();
                let words = tr!(language, "relation-was", label = label, text = old);
                text::say(ui, Face::Table, colors.text_weak, words);
            }
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let words = tr!(language, "relation-is");
                text::say(ui, Face::Table, colors.text, words);
                let words = origin_name(language, item.origin);
                text::say(ui, Face::TableBold, colors.text, words);
                if view.editable {
                    picked = choose(ui, view, item, before);
                }
            });
        });
        let Some(picked) = picked else {
            return;
        };
        if let Relation::New(lineage) | Relation::GoesOn(lineage) = picked {
            self.selected = super::Selected::Item(lineage);
        }
        view.revise(Revise::RelateItem(item.lineage, picked));
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
        _ => (
            Tone::Neutral,
            icons::ICON_INFO,
            tr!(language, "relation-new", label = label),
        ),
    })
}

fn choose(ui: &mut Ui, view: &View<'_>, item: &Item, before: &Revision) -> Option<Relation> {
    let language = view.cx.language;
    let label = before.label.as_str();
    let link = text::link(ui, tr!(language, "relation-change"));
    let fresh = view.cx.fresh_id();
    menu::sized(&link, 320.0, |ui| {
        let mut picked = None;
        let mut entry = |ui: &mut Ui, words: String, chosen: bool, relation: Relation| {
            if ui.add(MenuItem::new(words).chosen(chosen)).clicked() && !chosen {
                picked = Some(relation);
            }
        };
        if let Some(earlier) = edit::earlier(Some(before), item) {
            let code = earlier.code.as_str();
            let same = tr!(language, "relation-to-same", label = label, code = code);
            entry(ui, same, item.origin == Origin::Same, Relation::Same);
            let reworded = tr!(language, "relation-to-reworded", label = label, code = code);
            let chosen = item.origin == Origin::Reworded;
            entry(ui, reworded, chosen, Relation::Reworded);
        }
        let new = tr!(language, "relation-to-new");
        let chosen = item.origin == Origin::New;
        entry(ui, new, chosen, Relation::New(LineageId(fresh)));
        for dropped in edit::dropped(Some(before), view.revision) {
            let code = dropped.code.as_str();
            let words = tr!(language, "relation-goes-on", label = label, code = code);
            entry(ui, words, false, Relation::GoesOn(dropped.lineage));
        }
        picked
    })
    .flatten()
}

fn origin_name(language: Language, origin: Origin) -> String {
    match origin {
        Origin::Same => tr!(language, "origin-same"),
        Origin::Reworded => tr!(language, "origin-reworded"),
        Origin::New => tr!(language, "origin-new"),
        Origin::Split => tr!(language, "origin-split"),
        Origin::Merged => tr!(language, "origin-merged"),
    }
}
