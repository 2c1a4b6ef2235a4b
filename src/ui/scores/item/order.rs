//! Where the item stands: the way up, the item before and the one after.

use egui::Ui;

use crate::model::{ItemKind, LineageId, Subject};
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::overview::Look;
use crate::ui::scores::way;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, icon, icons, panel, text};
use crate::ui::{Action, Cx, Place, Tab};

/// Draws the bar.
pub(super) fn bar(ui: &mut Ui, cx: &Cx<'_>, item: LineageId, overview: &mut Look) {
    panel::bar(ui, "item way", tokens().height.section_header, |ui| {
        let mut leads = way::up(ui, cx);
        if let Some((code, name)) = dimension(cx, item) {
            chevron(ui);
            if text::link(ui, name).clicked() {
                overview.choose(Subject::Dimension(code));
                leads = true;
            }
        }
        if leads {
            cx.ask(Action::Go(Place::Tab(Tab::Scores)));
        }
        chevron(ui);
        let asked = cx.revision();
        let asked = asked.and_then(|revision| revision.questionnaire.item_of(item));
        let color = palette(ui).text;
        let code = asked.map_or("", |asked| asked.code.as_str());
        text::say(ui, Face::TableBold, color, code);
        panel::at_right(ui, "neighbours", |ui| neighbours(ui, cx, item));
    });
}

fn chevron(ui: &mut Ui) {
    let color = palette(ui).text_weak;
    icon::show(ui, icons::ICON_CHEVRON_RIGHT, tokens().icon.small, color);
}

fn dimension(cx: &Cx<'_>, item: LineageId) -> Option<(String, String)> {
    let questionnaire = &cx.revision()?.questionnaire;
    let code = questionnaire.item_of(item)?.dimension.as_deref()?;
    let dimension = questionnaire.dimension(code)?;
    Some((dimension.code.clone(), dimension.name.clone()))
}

/// Which one this is, the one before, the next.
fn neighbours(ui: &mut Ui, cx: &Cx<'_>, item: LineageId) {
    let all = shown(cx);
    let Some(at) = all.iter().position(|known| *known == item) else {
        return;
    };
    let place = tr!(cx.language, "item-place", at = (at + 1), all = all.len());
    text::weak(ui, place);
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    for (icon, words, other) in [
        (
            icons::ICON_KEYBOARD_ARROW_UP,
            tr!(cx.language, "item-before"),
            before,
        ),
        (
            icons::ICON_KEYBOARD_ARROW_DOWN,
            tr!(cx.language, "item-next"),
            all.get(at + 1),
        ),
    ] {
        let button = Button::icon_only(icon, words);
        if ui.add_enabled(other.is_some(), button).clicked() {
            cx.ask(other.map(|item| Action::Go(Place::Item(*item))));
        }
    }
}

/// Every item with a page, in the order of the table: those of dimensions first.
fn shown(cx: &Cx<'_>) -> Vec<LineageId> {
    let Some(revision) = cx.revision() else {
        return Vec::new();
    };
    let figures = cx.view.map(|view| view.figures.dimensions.as_slice());
    let codes = figures.unwrap_or_default().iter();
    let dimensions = codes.map(|dimension| Some(dimension.code.as_str()));
    dimensions
        .chain([None])
        .flat_map(|dimension| revision.questionnaire.items_in(dimension))
        .filter(|item| item.kind != ItemKind::Multi && item.range().is_some())
        .map(|item| item.lineage)
        .collect()
}
