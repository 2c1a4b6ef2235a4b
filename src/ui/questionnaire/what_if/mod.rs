//! What the rules make of the shown wave, at the right of the page they are chosen on: sets of
//! rules side by side, and below them what every other choice would make.

mod contents;

use std::sync::Arc;

use egui::{Align, Align2, Frame, Layout, Ui};

use super::{QuestionnaireTab, View, preview};
use crate::model::{Rules, SurveyId};
use crate::report::{Cell, Rank, hidden};
use crate::theme::tokens;
use crate::tr;
use crate::ui::missing::Missing;
use crate::ui::ready::Wanted;
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{Button, Cells, Column, Table, icons, menu, panel, text};
use crate::ui::{Action, Cx, chart_menu};

use contents::{Choice, Set};
pub use contents::{RulesContents, RulesQuery};

/// Sets that can be kept beside what the wave is scored by and what is edited.
const MOST: usize = 2;

/// Of a column of figures.
const FIGURE: f32 = 74.0;

/// What the panel remembers.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// Sets of rules kept beside each other, and of which survey.
    kept: Vec<Rules>,
    of: Option<SurveyId>,
    /// What is drawn; `None` while something else is.
    asked: Option<RulesQuery>,
}

impl Beside {
    /// What is needed to go on with.
    pub fn wants(&self, cx: &Cx<'_>) -> Option<Wanted> {
        let query = self.asked.as_ref()?;
        let fits = cx.ready.rules().is_some_and(|it| it.fits(cx, query));
        let wanted = Wanted::rules(query.clone());
        (missing(cx).is_none() && !fits).then_some(wanted)
    }

    /// Something else is drawn in its place.
    pub fn rest(&mut self) {
        self.asked = None;
    }

    fn keep(&mut self, rules: &Rules) {
        if self.kept.len() < MOST {
            self.kept.push(rules.clone());
        }
    }
}

/// What there are no figures for. Rules hold for all returns, whatever the filter.
fn missing(cx: &Cx<'_>) -> Option<Missing> {
    Missing::of(cx).filter(|it| *it != Missing::Passing)
}

impl QuestionnaireTab {
    /// Draws the panel at the right.
    pub(super) fn what_if(&mut self, ui: &mut Ui, view: &View<'_>) {
        let cx = view.cx;
        let beside = &mut self.beside;
        let survey = Some(view.revision.survey);
        if beside.of != survey {
            (beside.of, beside.kept) = (survey, Vec::new());
        }
        let query = RulesQuery {
            revision: view.revision.id,
            kept: beside.kept.clone(),
            language: cx.language,
        };
        let made = cx.ready.rules().filter(|_| missing(cx).is_none());
        let made = made.filter(|it| it.is_about(cx, &query)).map(Arc::clone);
        let fits = made.as_ref().is_some_and(|it| it.fits(cx, &query));
        beside.asked = Some(query);
        panel::right(ui, cx.language, preview::PANEL, preview::width(ui), |ui| {
            head(ui, cx, beside, made.as_deref(), fits);
            if let Some(missing) = missing(cx) {
                return missing.show(ui, cx);
            }
            let Some(made) = made else {
                return;
            };
            panel::scrolled(ui, "what if", |ui| {
                side_by_side(ui, &made);
                panel::padded(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = tokens().space.unit;
                    ui.add_space(tokens().space.control_gap);
                    apart(ui, cx, beside, &made.sets);
                    ui.add_space(tokens().space.group_gap);
                    text::section(ui, tr!(cx.language, "what-if-choices"));
                    text::weak(ui, tr!(cx.language, "what-if-choices-about"));
                });
                choices(ui, cx, beside, &made);
                ui.add_space(tokens().space.section_gap);
            });
        });
    }
}

fn head(ui: &mut Ui, cx: &Cx<'_>, beside: &mut Beside, made: Option<&RulesContents>, fits: bool) {
    let language = cx.language;
    let wave = cx
        .wave
        .map(|it| crate::i18n::period::name(language, it.period));
    let title = match wave {
        Some(wave) => tr!(language, "what-if-title", wave = wave),
        None => tr!(language, "what-if-title-no-wave"),
    };
    panel::padded(ui, |ui| {
        panel::section_head(ui, &title, |ui| {
            if !fits && missing(cx).is_none() {
                making(ui, cx, beside);
            }
            let Some(made) = made else {
                return;
            };
            let button = Button::secondary(tr!(language, "what-if-keep")).small();
            let tip = tr!(language, "what-if-keep-tip");
            let edited = &made.base.rules;
            let room = beside.kept.len() < MOST;
            let other = !beside.kept.contains(edited) && *edited != *made.own();
            let wanted = ui.add_enabled(fits && room && other, button.tip(tip));
            if wanted.clicked() {
                beside.keep(edited);
            }
            outputs(ui, cx, made, fits);
        });
    });
    panel::rule(ui);
}

/// It is on its way, or was called off and can be gone on with.
fn making(ui: &mut Ui, cx: &Cx<'_>, beside: &Beside) {
    let language = cx.language;
    let wanted = beside.wants(cx);
    if !wanted.is_some_and(|it| cx.ready.stopped(&it)) {
        text::weak(ui, tr!(language, "what-if-making"));
        return;
    }
    let again = Button::secondary(tr!(language, "what-if-again")).small();
    if ui.add(again).clicked() {
        cx.ask(Action::MakeAgain);
    }
    text::weak(ui, tr!(language, "what-if-stopped"));
}

/// Where all of it can go: pages, the printer, a workbook of its tables.
fn outputs(ui: &mut Ui, cx: &Cx<'_>, made: &RulesContents, fits: bool) {
    let name = tr!(cx.language, "what-if-menu");
    let button = Button::icon_only(icons::ICON_PRINT, name);
    let button = ui.add_enabled(fits, button);
    let to = menu::menu(&button, |ui| chart_menu::table_outputs(ui, cx));
    if let Some(to) = to.flatten()
        && let Some(report) = made.page(cx)
    {
        let report = Box::new(report);
        cx.ask(Action::Report { report, to });
    }
}

/// The sets as columns.
fn side_by_side(ui: &mut Ui, made: &RulesContents) {
    let table = &made.table;
    let names = table.heads.first().map_or("", |it| it.name.as_str());
    let mut columns = vec![Column::words(names, 90.0).stretch(1.0)];
    let sets = made.sets.iter();
    columns.extend(sets.map(|it| Column::number(it.name.as_str(), FIGURE)));
    let height = match made.sets.len() > 1 {
        true => tokens().height.row_chart,
        false => tokens().height.row_dense,
    };
    let rows = table.lines.len();
    let drawn = Table::new("what if", &columns, rows).plain();
    ui.scope(|ui| {
        drawn.row_height(height).show(ui, |row, cells| {
            let Some(line) = table.lines.get(row) else {
                return;
            };
            let (strong, level) = (line.place == Rank::Strong, line.level);
            for (at, cell) in line.cells.iter().enumerate() {
                let rules = made.rules_of(at);
                let words = cell.written(rules);
                match (at, cell) {
                    (0, _) if strong => cells.bold(&words),
                    (0, _) => cells.text(&format!("{}{words}", "\u{2003}".repeat(level))),
                    // Every second one from the third on is a difference.
                    (at, _) if at > 1 && at % 2 == 1 => {}
                    (at, _) => {
                        let moved = line.cells.get(at + 1).filter(|_| at > 1);
                        let moved = moved.filter(|it| **it != Cell::Empty);
                        let moved = moved.map(|it| it.written(rules));
                        figure(cells, (&words, strong), moved.as_deref());
                    }
                }
            }
        });
    });
}

/// A figure, and how far it is from the first below it.
fn figure(cells: &mut Cells<'_>, (words, strong): (&str, bool), moved: Option<&str>) {
    let face = match strong {
        true => Face::TableBold,
        false => Face::Table,
    };
    let said = match moved {
        Some(moved) => format!("{words} ({moved})"),
        None => words.to_owned(),
    };
    cells.ui_said(&said, |ui| {
        let (colors, room) = (palette(ui), ui.max_rect());
        let Some(moved) = moved else {
            text::paint(ui, room, Align2::RIGHT_CENTER, (face, colors.text), words);
            return;
        };
        let (above, below) = room.split_top_bottom_at_fraction(0.5);
        text::paint(ui, above, Align2::RIGHT_BOTTOM, (face, colors.text), words);
        let weak = (Face::Small, colors.text_weak);
        text::paint(ui, below, Align2::RIGHT_TOP, weak, moved);
    });
}

/// How each set differs from what the wave is scored by; those kept can go.
fn apart(ui: &mut Ui, cx: &Cx<'_>, beside: &mut Beside, sets: &[Set]) {
    let language = cx.language;
    if sets.iter().any(|it| it.outcome.below() > Some(0)) {
        text::weak(ui, tr!(language, "what-if-mark"));
    }
    if let Some(words) = hidden(sets.iter().map(|it| &it.outcome), language) {
        text::weak(ui, words);
    }
    for set in sets.iter().skip(1) {
        let (name, rules) = (set.name.as_str(), set.apart.as_str());
        let words = match rules.is_empty() {
            true => tr!(language, "what-if-same", name = name),
            false => tr!(language, "what-if-apart", name = name, rules = rules),
        };
        let remove = tr!(language, "what-if-remove", name = name);
        let gone = set.kept.filter(|at| *at < beside.kept.len());
        let button = gone.map(|_| (true, Button::icon_only(icons::ICON_CLOSE, remove)));
        let pressed = line(ui, button, |ui| {
            text::table(ui, words);
        });
        if let Some(at) = gone.filter(|_| pressed) {
            beside.kept.remove(at);
        }
    }
}

/// Words, and at their right end a button that may be pressed; true when it was.
fn line(ui: &mut Ui, button: Option<(bool, Button<'_>)>, words: impl FnOnce(&mut Ui)) -> bool {
    let right = Layout::right_to_left(Align::Min);
    let shown = ui.with_layout(right, |ui| {
        let pressed = button.is_some_and(|(can, it)| ui.add_enabled(can, it.small()).clicked());
        ui.with_layout(Layout::top_down(Align::Min), words);
        pressed
    });
    shown.inner
}

/// A line each choice that is not the one made, under the rule it is of.
fn choices(ui: &mut Ui, cx: &Cx<'_>, beside: &mut Beside, made: &RulesContents) {
    let mut before = None;
    for (at, choice) in made.choices.iter().enumerate() {
        if before.replace(choice.made.rule) != Some(choice.made.rule) {
            ui.add_space(tokens().space.control_gap);
            panel::padded(ui, |ui| text::weak(ui, choice.named.as_str()));
        }
        ui.push_id(at, |ui| one(ui, cx, beside, (choice, made)));
    }
}

fn one(ui: &mut Ui, cx: &Cx<'_>, beside: &mut Beside, (choice, made): (&Choice, &RulesContents)) {
    let colors = palette(ui);
    let (rule, chosen) = (choice.named.as_str(), choice.chosen.as_str());
    let effect = choice.effect.as_str();
    let name = tr!(
        cx.language,
        "what-if-keep-choice",
        rule = rule,
        chosen = chosen
    );
    let can = beside.kept.len() < MOST && !made.holds(&choice.made.outcome.rules);
    let button = Button::icon_only(icons::ICON_ADD, name);
    let inset = margin(tokens().space.panel_margin, 2.0);
    let frame = Frame::NONE.inner_margin(inset);
    let shown = frame.show(ui, |ui| {
        line(ui, Some((can, button)), |ui| {
            if choice.tells {
                text::table(ui, chosen);
                text::say(ui, Face::Small, colors.text, effect);
            } else {
                let words = tr!(
                    cx.language,
                    "what-if-rule-is",
                    name = chosen,
                    chosen = effect
                );
                text::say(ui, Face::Table, colors.text_weak, words);
            }
        })
    });
    if shown.inner {
        beside.keep(&choice.made.outcome.rules);
    }
}
