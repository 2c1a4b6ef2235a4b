//! What customers wrote, on a page of its own: each comment beside the item it belongs to and
//! the answer given there, searched, filtered, and tagged one or several at once.

mod chips;
mod contents;
mod detail;
mod editor;
mod give;
mod list;
mod query;

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Frame, Ui};

use super::way;
use crate::i18n::Language;
use crate::model::Tag;
use crate::theme::tokens;
use crate::tr;
use crate::ui::list::{Chosen, Kept, none_pass};
use crate::ui::missing::Missing;
use crate::ui::ready::Wanted;
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{Button, empty, icons, panel, text};
use crate::ui::{Action, Cx, Place, Tab};

use contents::CommentKey;
pub use contents::CommentsContents;
use editor::Draft;
use query::Query;

/// Width of what explains the chosen comment.
const SIDE: f32 = 340.0;
/// Height of the foot.
const FOOT: f32 = 48.0;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct CommentsPage {
    query: Query,
    shown: Kept<(u64, Language, Query), Vec<usize>>,
    ticked: BTreeSet<CommentKey>,
    chosen: Chosen<CommentKey>,
    draft: Option<Draft>,
}

impl CommentsPage {
    /// What it needs to be made to go on with.
    pub fn wants(cx: &Cx<'_>) -> Option<Wanted> {
        let fits = cx.ready.comments().is_some_and(|made| made.fits(cx));
        (Missing::of(cx).is_none() && !fits).then(Wanted::comments)
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let made = cx.ready.comments().map(Arc::clone);
        let tags: Vec<&Tag> = cx
            .survey
            .map_or_else(Vec::new, |survey| cx.data.tags_of(survey.id).collect());
        let chosen = self.chosen.get();
        let chosen = chosen.filter(|key| made.as_ref().is_some_and(|it| it.row(*key).is_some()));
        if let (Some(key), Some(made)) = (chosen, &made) {
            panel::before_right(ui, "comment", SIDE, |ui| {
                panel::work(ui, |ui| self.page(ui, cx, &tags));
            });
            panel::right(ui, cx.language, "comment", SIDE, |ui| {
                if let Some(row) = made.row(key) {
                    detail::show(ui, cx, row, &tags);
                }
            });
        } else {
            panel::work(ui, |ui| self.page(ui, cx, &tags));
        }
        let frequent = made.as_ref().map_or(&[][..], |made| &made.frequent);
        editor::ask(ui.ctx(), cx, &mut self.draft, frequent);
    }

    fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, tags: &[&Tag]) {
        ui.spacing_mut().item_spacing.y = 0.0;
        self.way(ui, cx, tags);
        if let Some(missing) = Missing::of(cx) {
            return missing.show(ui, cx);
        }
        let Some(made) = cx.ready.comments().map(Arc::clone) else {
            return;
        };
        if made.rows.is_empty() {
            let title = tr!(cx.language, "comments-none");
            let next = tr!(cx.language, "comments-none-next");
            return empty(ui, icons::ICON_CHAT, &title, &next, |_| {});
        }
        let inset = margin(tokens().space.page_margin, tokens().space.control_gap);
        Frame::NONE.inner_margin(inset).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = tokens().space.control_gap;
            ui.horizontal_wrapped(|ui| chips::asked(ui, cx, &made, &mut self.query));
            ui.horizontal_wrapped(|ui| chips::tags(ui, cx, (&made, tags), &mut self.query));
        });
        let asked = (cx.version, cx.language, self.query.clone());
        let shown = self.shown.of(&asked, || self.query.shown(&made));
        // What is not in sight is not tagged.
        let keys: BTreeSet<CommentKey> = shown.iter().map(|at| made.rows[*at].key).collect();
        self.ticked.retain(|key| keys.contains(key));
        panel::before_foot(ui, FOOT, |ui| {
            if shown.is_empty() {
                let title = tr!(cx.language, "comments-none-found");
                let all = tr!(cx.language, "comments-show-all");
                if none_pass(ui, &title, &all) {
                    self.query = Query::default();
                }
                return;
            }
            list::show(
                ui,
                cx,
                (&made, &shown),
                (&mut self.ticked, &mut self.chosen),
            );
        });
        let meant: Vec<CommentKey> = match self.ticked.is_empty() {
            true => self
                .chosen
                .get()
                .into_iter()
                .filter(|key| keys.contains(key))
                .collect(),
            false => self.ticked.iter().copied().collect(),
        };
        panel::foot(ui, "comments foot", FOOT, |ui| {
            give::foot(ui, cx, (&made, tags), &meant);
            self.ticks(ui, cx, &keys);
        });
        give::keys(ui, cx, (&made, tags), &meant);
    }

    /// The way up, and the tags of the survey.
    fn way(&mut self, ui: &mut Ui, cx: &Cx<'_>, tags: &[&Tag]) {
        let language = cx.language;
        panel::bar(ui, "comments way", tokens().height.section_header, |ui| {
            if way::up(ui, cx) {
                cx.ask(Action::Go(Place::Tab(Tab::Scores)));
            }
            text::weak(ui, "›");
            let title = tr!(language, "comments-title");
            text::say(ui, Face::TableBold, palette(ui).text, title);
            if !cx.writable || cx.survey.is_none() {
                return;
            }
            panel::at_right(ui, "comment tags", |ui| {
                give::edit_menu(ui, cx, tags, &mut self.draft);
                let new = Button::secondary(tr!(language, "tag-new"));
                if ui.add(new.icon(icons::ICON_ADD).small()).clicked() {
                    self.draft = Some(Draft::new());
                }
            });
        });
    }

    /// Everything shown is ticked, or nothing.
    fn ticks(&mut self, ui: &mut Ui, cx: &Cx<'_>, keys: &BTreeSet<CommentKey>) {
        panel::at_right(ui, "comment ticks", |ui| {
            let all = tr!(cx.language, "comments-tick-all", count = keys.len());
            let button = Button::secondary(all).small();
            if ui.add_enabled(cx.writable, button).clicked() {
                self.ticked.clone_from(keys);
            }
            let none = Button::secondary(tr!(cx.language, "comments-tick-none")).small();
            if ui.add_enabled(!self.ticked.is_empty(), none).clicked() {
                self.ticked.clear();
            }
        });
    }
}
