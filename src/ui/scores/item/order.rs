//! Where the item stands: the way up, the item before and the one after.

use egui::{Align, Layout, Ui};

use crate::model::{ItemKind, LineageId, Subject};
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::overview::Overview;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, icon, icons, panel, text};
use crate::ui::{Action, Cx, Place, Tab};

/// Draws the bar.
pub(super) fn bar(
    ui: &mut Ui,
    cx: &Cx<'_>,
    item: LineageId,
    overview: &mut Overview,
) -> Option<Action> {
    let mut action = None;
    panel::bar(ui, "item way", tokens().height.section_header, |ui| {
        let up = Button::icon_only(icons::ICON_ARROW_BACK, tr!(cx.language, "item-to-scores"));
        let mut leads = ui.add(up).clicked();
        leads |= text::link(ui, tr!(cx.language, "tab-scores")).clicked();
        if let Some((code, name)) = dimension(cx, item) {
            chevron(ui);
            if text::link(ui, name).clicked() {
                overview.choose(Subject::Dimension(code));
                leads = true;
            }
        }
        if leads {
            action = Some(Action::Go(Place::Tab(Tab::Scores)));
        }
        chevron(ui);
        let asked = cx
            .revision()
            .and_then(|revision| revision.questionnaire.item_of(item));
        let code = asked.map_or("", |asked| asked.code.as_str());
        let color = palette(ui).text;
        text::say(ui, Face::TableBold, color, code);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            action = action.take().or(neighbours(ui, cx, item));
        });
    });
    action
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

/// Next at the right end, then the one before, then which one this is.
fn neighbours(ui: &mut Ui, cx: &Cx<'_>, item: LineageId) -> Option<Action> {
    let all = shown(cx);
    let at = all.iter().position(|known| *known == item)?;
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    let mut wanted = None;
    for (icon, words, other) in [
        (
            icons::ICON_KEYBOARD_ARROW_DOWN,
            tr!(cx.language, "item-next"),
            all.get(at + 1),
        ),
        (
            icons::ICON_KEYBOARD_ARROW_UP,
            tr!(cx.language, "item-before"),
            before,
        ),
    ] {
        let button = Button::icon_only(icon, words);
        if ui.add_enabled(other.is_some(), button).clicked() {
            wanted = other.copied();
        }
    }
    text::weak(
        ui,
        tr!(cx.language, "item-place", at = (at + 1), all = all.len()),
    );
    wanted.map(|item| Action::Go(Place::Item(item)))
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
