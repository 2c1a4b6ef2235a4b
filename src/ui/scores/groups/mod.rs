//! Groups of customers side by side, on a page of their own: crossed with dimensions or items as a
//! table, and as small charts on one axis. The filter applies here too and stays in sight.

mod contents;
mod crossed;

use std::sync::Arc;

use egui::{Frame, Ui};

use super::overview::filter;
use super::way;
use crate::analysis::{Groups, SegmentKey};
use crate::chart::{Chart, Measure};
use crate::i18n::Language;
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::chart_menu;
use crate::ui::list::Kept;
use crate::ui::missing::Missing;
use crate::ui::ready::Wanted;
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{Select, empty, icons, panel, text};
use crate::ui::{Action, Cx, Place, Tab, scene};

use contents::{Drawn, Scope};
pub use contents::{GroupsContents, GroupsQuery};

/// What is drawn, and of what.
type Question = (u64, Language, Option<SegmentKey>, Scope);

/// What the page remembers.
#[derive(Debug, Default)]
pub struct GroupsPage {
    /// What customers are split by; `None`: the first there is.
    by: Option<SegmentKey>,
    scope: Scope,
    drawn: Kept<Question, Option<Drawn>>,
}

impl GroupsPage {
    /// What it needs to be made to go on with.
    pub fn wants(&self, cx: &Cx<'_>) -> Option<Wanted> {
        let query = GroupsQuery {
            by: self.by.clone(),
            language: cx.language,
        };
        let fits = cx.ready.groups().is_some_and(|it| it.fits(cx, &query));
        (Missing::of(cx).is_none() && !fits).then(|| Wanted::groups(query))
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        panel::work(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            way(ui, cx);
            chips(ui, cx);
            if let Some(missing) = Missing::of(cx) {
                return missing.show(ui, cx);
            }
            let made = cx.ready.groups().map(Arc::clone);
            // Nothing rather than what was true of another filter, or said in another language.
            let Some(made) = made.filter(|it| it.of_now(cx)) else {
                return;
            };
            let Some(found) = &made.found else {
                let title = tr!(cx.language, "group-none");
                let next = tr!(cx.language, "group-none-next");
                return empty(ui, icons::ICON_GROUP, &title, &next, |_| {});
            };
            self.choose(ui, cx, &made);
            let key = Some(found.key.clone());
            let question = (cx.version, cx.language, key, self.scope.clone());
            let drawn = self.drawn.of(&question, || made.drawn(cx, &self.scope));
            if let Some(drawn) = drawn.as_ref() {
                panel::scrolled(ui, "groups", |ui| page(ui, cx, found, drawn));
            }
        });
    }

    /// What customers are split by, and what of them is compared.
    fn choose(&mut self, ui: &mut Ui, cx: &Cx<'_>, made: &GroupsContents) {
        let known = |code: &String| made.dimensions.iter().any(|(known, _)| known == code);
        if matches!(&self.scope, Scope::Items(code) if !known(code)) {
            self.scope = Scope::Dimensions;
        }
        let inset = margin(tokens().space.page_margin, tokens().space.unit);
        Frame::NONE.inner_margin(inset).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
                let by = made.found.as_ref().map(|it| it.key.clone());
                let label = tr!(cx.language, "group-split-by");
                text::weak(ui, label.as_str());
                if let Some(by) = by {
                    let select = Select::new(&label, made.by()).width(160.0).small();
                    if let Some(picked) = select.show(ui, &by, &made.names).1 {
                        self.by = Some(picked);
                    }
                }
                ui.add_space(tokens().space.group_gap);
                let label = tr!(cx.language, "group-of");
                text::weak(ui, label.as_str());
                let items = made.dimensions.iter();
                let items = items.map(|(code, _)| Scope::Items(code.clone()));
                let scopes = std::iter::once(Scope::Dimensions).chain(items);
                let scopes = scopes.map(|it| (it.clone(), made.scope_name(&it)));
                let scopes: Vec<(Scope, String)> = scopes.collect();
                let shown = made.scope_name(&self.scope);
                let select = Select::new(&label, &shown).width(220.0).small();
                if let Some(picked) = select.show(ui, &self.scope, &scopes).1 {
                    self.scope = picked;
                }
            });
        });
    }
}

/// The way up.
fn way(ui: &mut Ui, cx: &Cx<'_>) {
    let language = cx.language;
    panel::bar(ui, "groups way", tokens().height.section_header, |ui| {
        if way::up(ui, cx) {
            cx.ask(Action::Go(Place::Tab(Tab::Scores)));
        }
        text::weak(ui, "›");
        let title = tr!(language, "group-page");
        text::say(ui, Face::TableBold, palette(ui).text, title);
    });
}

fn chips(ui: &mut Ui, cx: &Cx<'_>) {
    let inset = margin(tokens().space.page_margin, tokens().space.control_gap);
    Frame::NONE.inner_margin(inset).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = tokens().space.unit;
        ui.horizontal_wrapped(|ui| filter::show(ui, cx));
    });
}

fn page(ui: &mut Ui, cx: &Cx<'_>, found: &Groups, drawn: &Drawn) {
    let charts = &drawn.charts;
    panel::page_section(ui, &charts.title, |ui| {
        chart_menu(ui, cx, &charts.title, || Chart::Groups(charts.clone()));
    });
    crossed::show(ui, cx, found, drawn);
    ui.add_space(tokens().space.group_gap);
    panel::page(ui, |ui| {
        for note in &charts.notes {
            text::weak(ui, note.as_str());
            ui.add_space(tokens().space.control_gap);
        }
        text::weak(ui, charts.subtitle.as_str());
        ui.add_space(tokens().space.control_gap);
        let scene = charts.bare(ui.available_width(), Measure::shared());
        let title = charts.title.as_str();
        let name = tr!(cx.language, "chart-picture", title = title);
        scene::show(ui, &scene, &name);
    });
    ui.add_space(tokens().space.section_gap);
}
