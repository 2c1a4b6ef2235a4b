//! The rules the survey is scored by.

use egui::Ui;

use super::{Field, QuestionnaireTab, View};
use crate::edit::Revise;
use crate::i18n::{Language, number};
use crate::model::{
    Band, Bound, IndexRule, Normalisation, NotApplicable, PeriodKind, Rules, Weighting,
};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{
    Button, Column, Select, Table, TextField, Tone, icons, labelled, note, text,
};

impl QuestionnaireTab {
    /// Draws the page.
    pub(super) fn rules(&mut self, ui: &mut Ui, view: &View<'_>) {
        let language = view.cx.language;
        let color = palette(ui).text;
        let title = tr!(language, "questionnaire-rules");
        text::say(ui, Face::Heading, color, title);
        self.lock(ui, view);
        let rules = &view.revision.questionnaire.rules;
        let mut changed = rules.clone();
        self.target(ui, view, &mut changed);
        choices(ui, view, &mut changed);
        self.answered(ui, view, &mut changed);
        self.bands(ui, view, &mut changed);
        if changed != *rules {
            view.revise(Revise::Rules(Box::new(changed)));
        }
    }

    fn target(&mut self, ui: &mut Ui, view: &View<'_>, rules: &mut Rules) {
        let language = view.cx.language;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.group_gap;
            let name = tr!(language, "scoring-target-rule");
            pick(
                ui,
                view,
                &name,
                120.0,
                &mut rules.target_rule,
                bounds(language),
            );
            labelled(ui, &tr!(language, "scoring-target"), |ui| {
                let field = TextField::new("").width(96.0).right();
                (self.field(ui, view, &Field::Target, field), ())
            });
            let name = tr!(language, "scoring-period");
            let kinds = [
                (PeriodKind::Half, tr!(language, "scoring-period-half")),
                (PeriodKind::Year, tr!(language, "scoring-period-year")),
                (PeriodKind::Quarter, tr!(language, "scoring-period-quarter")),
                (PeriodKind::Month, tr!(language, "scoring-period-month")),
            ];
            pick(ui, view, &name, 160.0, &mut rules.period, kinds);
        });
    }

    fn answered(&mut self, ui: &mut Ui, view: &View<'_>, rules: &mut Rules) {
        let language = view.cx.language;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.group_gap;
            labelled(ui, &tr!(language, "scoring-min-answered"), |ui| {
                let field = TextField::new("").width(160.0).right();
                (self.field(ui, view, &Field::MinAnswered, field), ())
            });
            let name = tr!(language, "scoring-na");
            let ways = [
                (NotApplicable::Exclude, tr!(language, "scoring-na-exclude")),
                (NotApplicable::Include, tr!(language, "scoring-na-include")),
            ];
            pick(ui, view, &name, 240.0, &mut rules.na, ways);
        });
    }

    fn bands(&mut self, ui: &mut Ui, view: &View<'_>, rules: &mut Rules) {
        let language = view.cx.language;
        ui.add_space(tokens().space.control_gap);
        text::section(ui, tr!(language, "scoring-bands"));
        let name = tr!(language, "scoring-bands-rule");
        pick(
            ui,
            view,
            &name,
            240.0,
            &mut rules.bands_rule,
            bounds(language),
        );
        if view.revision.questionnaire.rules.bands_rule == Bound::Above {
            above_note(ui, view, rules);
        }
        let mut columns = vec![
            Column::number(tr!(language, "scoring-band-from"), 100.0),
            Column::words(tr!(language, "scoring-band-name"), 200.0).stretch(1.0),
        ];
        if view.editable {
            columns.push(Column::number("", 48.0));
        }
        let gone = self.band_rows(ui, view, &columns);
        if let Some(row) = gone {
            rules.bands.remove(row);
        }
        if view.editable {
            let button = Button::quiet(tr!(language, "scoring-band-add")).icon(icons::ICON_ADD);
            if ui.add(button).clicked() {
                let lowest = rules.bands.last().map_or(100.0, |band| band.from);
                rules.bands.push(Band {
                    from: (lowest - 10.0).max(0.0),
                    name: String::new(),
                });
            }
        }
    }

    /// The bands as a table that is typed in; `Some` when one is to go.
    fn band_rows(&mut self, ui: &mut Ui, view: &View<'_>, columns: &[Column<'_>]) -> Option<usize> {
        let language = view.cx.language;
        let mut gone = None;
        let count = view.revision.questionnaire.rules.bands.len();
        ui.scope(|ui| {
            Table::new("bands", columns, count)
                .inset(0.0)
                .plain()
                .show(ui, |row, cells| {
                    let position = row + 1;
                    let from = Field::BandFrom(row);
                    let name = format!("{} {position}", tr!(language, "scoring-band-from"));
                    cells.ui_said(&from.current(view.revision), |ui| {
                        let drawn = TextField::new(name).bare().right();
                        self.field(ui, view, &from, drawn);
                    });
                    let field = Field::BandName(row);
                    let name = format!("{} {position}", tr!(language, "scoring-band-name"));
                    cells.ui_said(&field.current(view.revision), |ui| {
                        self.field(ui, view, &field, TextField::new(name).bare());
                    });
                    let name = tr!(language, "scoring-band-remove", position = position);
                    cells.ui(|ui| {
                        let remove = Button::icon_only(icons::ICON_CLOSE, name);
                        if view.editable && ui.add(remove).clicked() {
                            gone = Some(row);
                        }
                    });
                });
        });
        gone
    }
}

fn above_note(ui: &mut Ui, view: &View<'_>, rules: &mut Rules) {
    let language = view.cx.language;
    let highest = rules.bands.first().map_or(0.0, |band| band.from);
    let score = number::plain(highest);
    note::note(ui, Tone::Warning, icons::ICON_WARNING, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let color = palette(ui).text;
            let words = tr!(language, "scoring-above-note", score = score);
            text::say(ui, Face::Table, color, words);
            if view.editable && text::link(ui, tr!(language, "scoring-above-fix")).clicked() {
                rules.bands_rule = Bound::AtLeast;
            }
        });
    });
}

/// How percents, dimensions and the index are made.
fn choices(ui: &mut Ui, view: &View<'_>, rules: &mut Rules) {
    let language = view.cx.language;
    ui.horizontal_top(|ui| {
        let gap = tokens().space.group_gap;
        ui.spacing_mut().item_spacing.x = gap;
        let third = ((ui.available_width() - 2.0 * gap) / 3.0).min(260.0);
        let name = tr!(language, "scoring-normalisation");
        let ways = [
            (Normalisation::OfMaximum, tr!(language, "scoring-norm-max")),
            (Normalisation::MinMax, tr!(language, "scoring-norm-minmax")),
        ];
        pick(ui, view, &name, third, &mut rules.normalisation, ways);
        let name = tr!(language, "scoring-index");
        let ways = [
            (
                IndexRule::ByDimension,
                tr!(language, "scoring-index-dimension"),
            ),
            (IndexRule::Pooled, tr!(language, "scoring-index-pooled")),
        ];
        pick(ui, view, &name, third, &mut rules.index, ways);
        let name = tr!(language, "scoring-weights");
        let ways = [
            (Weighting::Equal, tr!(language, "scoring-weights-equal")),
            (
                Weighting::Turnover,
                tr!(language, "scoring-weights-turnover"),
            ),
        ];
        pick(ui, view, &name, third, &mut rules.weights, ways);
    });
}

fn bounds(language: Language) -> [(Bound, String); 2] {
    [
        (Bound::AtLeast, tr!(language, "scoring-at-least")),
        (Bound::Above, tr!(language, "scoring-above")),
    ]
}

/// A choice with its name above; changes `chosen` when another one is taken.
fn pick<T: PartialEq + Clone>(
    ui: &mut Ui,
    view: &View<'_>,
    name: &str,
    width: f32,
    chosen: &mut T,
    choices: impl AsRef<[(T, String)]>,
) {
    let choices = choices.as_ref();
    let shown = choices.iter().find(|(value, _)| value == chosen);
    let shown = shown.map_or("", |(_, words)| words.as_str());
    let picked = labelled(ui, name, |ui| {
        Select::new(name, shown)
            .width(width)
            .read_only(!view.editable)
            .show(ui, chosen, choices)
    });
    if let Some(picked) = picked {
        *chosen = picked;
    }
}
