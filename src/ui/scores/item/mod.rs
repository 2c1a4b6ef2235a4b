//! The page of one item: who is unhappy and what they wrote, next to the shares.

mod comments;
mod contents;
mod head;
mod low;
mod order;
mod shares;
mod splits;

use std::sync::Arc;

use egui::{Rect, Stroke, Ui, pos2};

use super::overview::Look;
use crate::analysis::SegmentKey;
use crate::model::LineageId;
use crate::theme::tokens;
use crate::tr;
use crate::ui::missing::Missing;
use crate::ui::ready::Wanted;
use crate::ui::style::palette;
use crate::ui::widgets::{Button, empty, icons, panel};
use crate::ui::{Action, Cx, Place, Tab};

pub use contents::{ItemContents, ItemQuery};
pub(super) use low::customer_name;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct ItemPage {
    /// What customers are split by; `None`: the first there is.
    split: Option<SegmentKey>,
    /// What the comments are searched for, while they are.
    search: Option<String>,
    /// The item drawn last, while the page stays in sight.
    drawn: Option<LineageId>,
}

impl ItemPage {
    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, item: LineageId, overview: &mut Look) {
        let missing = Missing::of(cx);
        let made = cx.ready.item().map(Arc::as_ref);
        // The page of the item before stands until this one's is there, all of it or nothing.
        let stays = |made: &&ItemContents| !cx.busy && self.drawn == Some(made.item());
        let made = made.filter(|made| made.item() == item || stays(made));
        let item = made.map_or(item, ItemContents::item);
        self.drawn = made.map(ItemContents::item);
        panel::work(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            order::bar(ui, cx, item, overview);
            if let Some(missing) = missing {
                missing.show(ui, cx);
            } else if !asked(cx, item) {
                not_asked(ui, cx);
            } else if let Some(made) = made {
                self.page(ui, cx, made);
            }
        });
    }

    /// What it needs to be made to go on with.
    pub fn wants(&self, cx: &Cx<'_>, item: LineageId) -> Option<Wanted> {
        let query = ItemQuery {
            item,
            split: self.split.clone(),
            language: cx.language,
        };
        let fits = cx.ready.item().is_some_and(|made| made.fits(cx, &query));
        let known = Missing::of(cx).is_none() && asked(cx, item);
        (known && !fits).then(|| Wanted::item(query))
    }

    /// Another page is in sight.
    pub fn leave(&mut self) {
        self.drawn = None;
    }

    fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, made: &ItemContents) {
        head::show(ui, cx, made);
        panel::rule(ui);
        let [left, middle, right] = thirds(ui, made.splits.is_some());
        column(ui, "shares", left, |ui| shares::show(ui, cx, made));
        if let Some(splits) = &made.splits {
            column(ui, "splits", middle, |ui| {
                splits::show(ui, cx, made.item(), splits, &mut self.split);
            });
        }
        column(ui, "customers", right, |ui| {
            low::show(ui, cx, made.low.as_ref());
            comments::show(ui, cx, &made.comments, &mut self.search);
        });
    }
}

/// Shares, segments if there are any, customers, with hairlines between them.
fn thirds(ui: &mut Ui, segments: bool) -> [Rect; 3] {
    let room = ui.available_rect_before_wrap();
    let side = (room.width() * 0.245).clamp(290.0, 400.0).round();
    let first = room.left() + side;
    let second = if segments { first + side } else { first };
    let line = Stroke::new(tokens().stroke.hairline, palette(ui).line);
    for x in [first, second] {
        ui.painter().vline(x, room.y_range(), line);
    }
    let between = |left: f32, right: f32| {
        Rect::from_min_max(pos2(left, room.top()), pos2(right, room.bottom()))
    };
    [
        between(room.left(), first),
        between(first + 1.0, second),
        between(second + 1.0, room.right()),
    ]
}

fn column(ui: &mut Ui, name: &str, place: Rect, content: impl FnOnce(&mut Ui)) {
    panel::scrolled(&mut panel::part(ui, name, place), name, content);
}

/// The wave asks it.
fn asked(cx: &Cx<'_>, item: LineageId) -> bool {
    let figures = cx.view.and_then(|view| view.figures.item(item));
    figures.is_some()
}

/// The wave asked something else.
fn not_asked(ui: &mut Ui, cx: &Cx<'_>) {
    let title = tr!(cx.language, "item-not-asked");
    let next = tr!(cx.language, "item-not-asked-next");
    empty(ui, icons::ICON_BAR_CHART, &title, &next, |ui| {
        let back = Button::primary(tr!(cx.language, "item-to-scores"));
        if ui.add(back).clicked() {
            cx.ask(Action::Go(Place::Tab(Tab::Scores)));
        }
    });
}
