//! What customers wrote beside the item, searched, each leading to its return.

use egui::{Frame, Stroke, Ui};
use rustc_hash::FxHashMap;

use super::low::customer_name;
use crate::analysis::{self, Evidence, Rating, comments_beside};
use crate::i18n::number;
use crate::model::{LineageId, ReturnId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{Button, Hotspot, TextField, icons, panel, text};
use crate::ui::{Action, Cx, Place, Sight};

/// Comments drawn at once; the search finds the others.
const MOST: usize = 100;

/// One comment.
#[derive(Debug)]
pub(super) struct Comment {
    returned: ReturnId,
    customer: String,
    /// What the same return gave the item.
    score: Option<f64>,
    text: String,
    /// The question it answers, where there are several.
    question: String,
}

/// Those beside the item, or all of the wave where the item has none of its own. The
/// unhappiest come first.
pub(super) fn of(
    cx: &Sight<'_>,
    evidence: &Evidence<'_>,
    item: LineageId,
    (rows, ratings): (&[usize], &[Rating]),
) -> Vec<Comment> {
    let asked = &evidence.current.revision.questionnaire;
    let given: FxHashMap<usize, f64> = ratings.iter().map(|it| (it.row, it.score)).collect();
    let score = |row: usize| given.get(&row).copied();
    let (said, several) = comments_beside(asked, evidence.returns, rows, item, score);
    let one = |said: analysis::Comment| {
        let written = evidence.returns.returns.get(said.row);
        let written = written.map_or("", |returned| returned.customer_text.as_str());
        let question = asked.item_of(said.item).filter(|_| several);
        Comment {
            returned: said.returned,
            customer: customer_name(cx, said.customer, written),
            score: score(said.row),
            text: said.text.trim().to_owned(),
            question: question.map_or_else(String::new, |asked| asked.text.clone()),
        }
    };
    said.into_iter().map(one).collect()
}

/// Draws them under each other.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, comments: &[Comment], search: &mut Option<String>) {
    let wanted = search.as_deref().unwrap_or_default().to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&wanted);
    let passes = |comment: &&Comment| holds(&comment.text) || holds(&comment.customer);
    let shown: Vec<&Comment> = comments.iter().filter(passes).collect();
    panel::page(ui, |ui| head(ui, cx, shown.len(), search));
    panel::rule(ui);
    for (at, comment) in shown.iter().take(MOST).enumerate() {
        ui.push_id(("comment", at), |ui| one(ui, cx, comment));
    }
    let more = shown.len().saturating_sub(MOST);
    let words = match (comments.is_empty(), shown.is_empty(), more) {
        (true, ..) => tr!(cx.language, "comments-none"),
        (false, true, _) => tr!(cx.language, "comments-none-found"),
        (false, false, 0) => return,
        (false, false, more) => tr!(cx.language, "comments-more", count = more),
    };
    let around = margin(tokens().space.page_margin, tokens().space.group_gap);
    Frame::NONE
        .inner_margin(around)
        .show(ui, |ui| text::weak(ui, words));
}

fn head(ui: &mut Ui, cx: &Cx<'_>, count: usize, search: &mut Option<String>) {
    panel::section_head(ui, &tr!(cx.language, "comments-title"), |ui| {
        text::weak(ui, tr!(cx.language, "comments-count", count = count));
        let all = tr!(cx.language, "comments-to-all");
        if text::link(ui, all).clicked() {
            cx.ask(Action::Go(Place::Comments));
        }
        if let Some(typed) = search {
            let name = tr!(cx.language, "comments-search-for");
            TextField::new(name).width(180.0).show(ui, typed);
        }
        let words = tr!(cx.language, "comments-search");
        let icon = if search.is_some() {
            icons::ICON_CLOSE
        } else {
            icons::ICON_SEARCH
        };
        if ui.add(Button::icon_only(icon, words)).clicked() {
            *search = if search.is_some() {
                None
            } else {
                Some(String::new())
            };
        }
    });
}

/// One comment, which leads to its return.
fn one(ui: &mut Ui, cx: &Cx<'_>, comment: &Comment) {
    let colors = palette(ui);
    let ground = ui.painter().add(egui::Shape::Noop);
    let around = margin(tokens().space.page_margin, 8.0);
    let drawn = Frame::NONE.inner_margin(around).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = Face::Small.line_height();
        ui.horizontal(|ui| {
            text::weak(ui, comment.customer.as_str());
            if let Some(score) = comment.score {
                let score = number::plain(score);
                text::weak(ui, tr!(cx.language, "comments-gave", score = score));
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let ink = colors.text_disabled;
                if !comment.question.is_empty() {
                    text::line(ui, Face::Small, ink, comment.question.as_str());
                }
            });
        });
        text::say(ui, Face::Table, colors.text, comment.text.as_str());
    });
    let rect = drawn.response.rect;
    let customer = comment.customer.as_str();
    let hotspot = Hotspot::link(tr!(cx.language, "comments-open", customer = customer));
    let response = hotspot.ring_inside().at(ui, rect, "opens");
    if response.hovered() {
        let fill = egui::Shape::rect_filled(rect, 0.0, colors.hover);
        ui.painter().set(ground, fill);
    }
    let line = Stroke::new(tokens().stroke.hairline, colors.line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
    if response.clicked() {
        cx.ask(Action::Go(Place::Return(comment.returned)));
    }
}
