//! The rules the survey is scored by.

use egui::Ui;

use super::{Field, QuestionnaireTab, View};
use crate::edit::Revise;
use crate::i18n::number;
use crate::model::{Band, Bound, PeriodKind, Rule, Rules};
use crate::theme::tokens;
use crate::tr;
use crate::ui::form::Cell;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Column, Table, Tone, icons, note, text};

/// Widest a choice between ways to compute is drawn.
const WIDEST: f32 = 260.0;

impl QuestionnaireTab {
    /// Draws the page.
    pub(super) fn rules(&mut self, ui: &mut Ui, view: &View<'_>) {
        text::heading(ui, tr!(view.cx.language, "questionnaire-rules"));
        self.lock(ui, view);
        self.target(ui, view);
        self.ways(ui, view);
        self.answered(ui, view);
        self.validity(ui, view);
        self.bands(ui, view);
    }

    fn target(&mut self, ui: &mut Ui, view: &View<'_>) {
        let l = view.cx.language;
        let periods = vec![
            (PeriodKind::Half, tr!(l, "scoring-period-half")),
            (PeriodKind::Year, tr!(l, "scoring-period-year")),
            (PeriodKind::Quarter, tr!(l, "scoring-period-quarter")),
            (PeriodKind::Month, tr!(l, "scoring-period-month")),
        ];
        let target = view.text(tr!(l, "scoring-target"), Field::Target);
        let current = view.revision.questionnaire.rules.clone();
        let period = view.choice(
            tr!(l, "scoring-period"),
            current.period,
            periods,
            |period| Revise::Rules(Box::new(Rules { period, ..current })),
        );
        let fields = [
            view.of_rule(Rule::TargetRule).width(120.0),
            target.look(|look| look.right()).width(96.0),
            period.width(160.0),
        ];
        self.typed.row(ui, view.cx, fields);
    }

    /// How percents, dimensions and the index are made.
    fn ways(&mut self, ui: &mut Ui, view: &View<'_>) {
        self.choices(ui, view, [Rule::Normalisation, Rule::Index, Rule::Weights]);
    }

    fn answered(&mut self, ui: &mut Ui, view: &View<'_>) {
        let l = view.cx.language;
        let least = view.text(tr!(l, "scoring-min-answered"), Field::MinAnswered);
        let margin = view.text(tr!(l, "scoring-no-change-within"), Field::NoChangeWithin);
        let fields = [
            least.look(|look| look.right()),
            view.of_rule(Rule::NotApplicable),
            margin.look(|look| look.right()),
        ];
        let fields = fields.map(|field| field.part(1.0 / 3.0, WIDEST));
        self.typed.row(ui, view.cx, fields);
    }

    /// Which returns are flagged, and which are void by rule.
    fn validity(&mut self, ui: &mut Ui, view: &View<'_>) {
        ui.add_space(tokens().space.control_gap);
        text::section(ui, tr!(view.cx.language, "validity"));
        self.choices(ui, view, [Rule::Least, Rule::Alike, Rule::Seconds]);
        self.choices(ui, view, [Rule::Required, Rule::Voids]);
    }

    /// Rules beside each other, a third of the row each.
    fn choices<const N: usize>(&mut self, ui: &mut Ui, view: &View<'_>, rules: [Rule; N]) {
        let fields = rules.map(|it| view.of_rule(it).part(1.0 / 3.0, WIDEST));
        self.typed.row(ui, view.cx, fields);
    }

    fn bands(&mut self, ui: &mut Ui, view: &View<'_>) {
        let l = view.cx.language;
        let rules = &view.revision.questionnaire.rules;
        ui.add_space(tokens().space.control_gap);
        text::section(ui, tr!(l, "scoring-bands"));
        let rule = view.of_rule(Rule::BandsRule);
        self.typed.row(ui, view.cx, [rule.width(240.0)]);
        if rules.bands_rule == Bound::Above {
            above_note(ui, view);
        }
        self.band_rows(ui, view);
        let add = Button::quiet(tr!(l, "scoring-band-add")).icon(icons::ICON_ADD);
        if view.editable && ui.add(add).clicked() {
            let lowest = rules.bands.last().map_or(100.0, |band| band.from);
            let band = Band {
                from: (lowest - 10.0).max(0.0),
                name: String::new(),
            };
            change(view, |rules| rules.bands.push(band));
        }
    }

    /// The bands as a table that is typed in.
    fn band_rows(&mut self, ui: &mut Ui, view: &View<'_>) {
        let l = view.cx.language;
        let (from, name) = (tr!(l, "scoring-band-from"), tr!(l, "scoring-band-name"));
        let mut columns = vec![
            Column::number(from.as_str(), 100.0),
            Column::words(name.as_str(), 200.0).stretch(1.0),
        ];
        if view.editable {
            columns.push(Column::number("", 48.0));
        }
        let count = view.revision.questionnaire.rules.bands.len();
        let table = Table::new("bands", &columns, count).inset(0.0).plain();
        ui.scope(|ui| {
            table.show(ui, |row, cells| {
                let position = row + 1;
                let cell = |name: &str, right: bool| Cell {
                    name: format!("{name} {position}").into(),
                    right,
                    locked: !view.editable,
                };
                let lower = view.typed(Field::BandFrom(row));
                self.typed.cell(cells, view.cx, &lower, cell(&from, true));
                let called = view.typed(Field::BandName(row));
                self.typed.cell(cells, view.cx, &called, cell(&name, false));
                let remove = tr!(l, "scoring-band-remove", position = position);
                cells.ui(|ui| {
                    let remove = Button::icon_only(icons::ICON_CLOSE, remove);
                    if view.editable && ui.add(remove).clicked() {
                        change(view, |rules| {
                            rules.bands.remove(row);
                        });
                    }
                });
            });
        });
    }
}

/// The rules become others.
fn change(view: &View<'_>, change: impl FnOnce(&mut Rules)) {
    let mut rules = view.revision.questionnaire.rules.clone();
    change(&mut rules);
    view.revise(Revise::Rules(Box::new(rules)));
}

fn above_note(ui: &mut Ui, view: &View<'_>) {
    let language = view.cx.language;
    let bands = &view.revision.questionnaire.rules.bands;
    let score = number::plain(bands.first().map_or(0.0, |band| band.from));
    note::note(ui, Tone::Warning, icons::ICON_WARNING, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let color = palette(ui).text;
            let words = tr!(language, "scoring-above-note", score = score);
            text::say(ui, Face::Table, color, words);
            if view.editable && text::link(ui, tr!(language, "scoring-above-fix")).clicked() {
                change(view, |rules| rules.bands_rule = Bound::AtLeast);
            }
        });
    });
}
