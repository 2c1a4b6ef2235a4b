//! A series of the firm's own, its values typed or pasted month by month.

use egui::{Context, Ui};

use super::faults;
use crate::edit::{Intent, KpiField, Refusal, TypedKpi, check_kpi};
use crate::i18n::refusal;
use crate::model::{Better, Kpi, KpiId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::dialog::Reason;
use crate::ui::widgets::{Checkbox, Column, Dialog, Grid, Select, TextField, text};

const WIDTH: f32 = 560.0;
const HEIGHT: f32 = 240.0;

/// What is typed.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// `None`: a new one.
    id: Option<KpiId>,
    typed: TypedKpi,
    /// Pasted cells that found no place.
    lost: usize,
}

impl Draft {
    pub(super) fn of(kpi: &Kpi) -> Self {
        Self {
            id: Some(kpi.id),
            typed: TypedKpi::of(kpi),
            lost: 0,
        }
    }

    /// The series, or where it is wrong.
    fn read(&self, cx: &Cx<'_>) -> Result<Kpi, (KpiField, Refusal)> {
        let before = cx.data.kpis.iter().find(|it| Some(it.id) == self.id);
        let id = self.id.unwrap_or_else(|| KpiId(cx.fresh_id()));
        let kpi = self.typed.read(id, before)?;
        check_kpi(cx.data, &kpi).map_err(|refusal| (KpiField::Name, refusal))?;
        Ok(kpi)
    }

    fn kpi(&self, cx: &Cx<'_>) -> Result<Kpi, Reason> {
        self.read(cx).map_err(|(_, refusal)| refusal.into())
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let language = cx.language;
        let fault = self.read(cx).err();
        let error = |field: KpiField| {
            let fault = fault.as_ref().filter(|(at, refusal)| {
                // Nothing is wrong yet with what is not typed yet.
                *at == field && *refusal != Refusal::NeedsName
            });
            fault.map(|(_, refusal)| refusal::words(language, refusal))
        };
        let typed = &mut self.typed;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.group_gap;
            let unit = 120.0;
            let name = ui.available_width() - unit - tokens().space.group_gap;
            TextField::new(tr!(language, "kpi-name"))
                .hint(tr!(language, "kpi-name-hint"))
                .width(name)
                .error(error(KpiField::Name))
                .labelled(ui, &mut typed.name);
            TextField::new(tr!(language, "kpi-unit"))
                .hint("%")
                .width(unit)
                .labelled(ui, &mut typed.unit);
        });
        text::weak(ui, tr!(language, "kpi-paste"));
        let heads = [tr!(language, "kpi-period"), tr!(language, "kpi-value")];
        let [period, value] = heads.each_ref().map(String::as_str);
        let columns = [
            Column::number(period, 160.0).stretch(1.0),
            Column::number(value, 160.0).stretch(1.0),
        ];
        let wrong = match &fault {
            Some((KpiField::Point(row, column), _)) => Some((*row, *column)),
            _ => None,
        };
        let grid = Grid::new("kpi", &columns, [period, value]).height(HEIGHT);
        let lost = grid.show(ui, &mut typed.points, |row, column| {
            wrong == Some((row, column))
        });
        self.lost = lost.unwrap_or(self.lost);
        let told = match &fault {
            Some((KpiField::Point(row, column), refusal)) => {
                let name = format!("{} {}", row + 1, heads[*column]);
                vec![(name, refusal::words(language, refusal))]
            }
            Some((KpiField::Points, Refusal::PercentOrShare)) => {
                let words = refusal::words(language, &Refusal::PercentOrShare);
                vec![(value.to_owned(), words)]
            }
            _ => Vec::new(),
        };
        faults::show(ui, language, &told, self.lost);
        ui.horizontal_top(|ui| {
            let gap = tokens().space.group_gap;
            ui.spacing_mut().item_spacing.x = gap;
            let half = (ui.available_width() - gap) / 2.0;
            TextField::new(tr!(language, "kpi-stages"))
                .hint("2026-04")
                .width(half)
                .error(error(KpiField::Stages))
                .labelled(ui, &mut typed.stages);
            TextField::new(tr!(language, "kpi-baseline"))
                .hint(tr!(language, "kpi-baseline-hint"))
                .width(half)
                .error(error(KpiField::Baseline))
                .labelled(ui, &mut typed.baseline);
        });
        acting(ui, cx, typed);
        ui.add(Checkbox::new(
            &mut typed.external,
            tr!(language, "kpi-of-others"),
        ));
    }
}

/// Which way it is better, and which dimension its customers feel it in.
fn acting(ui: &mut Ui, cx: &Cx<'_>, typed: &mut TypedKpi) {
    let language = cx.language;
    let better = [
        (None, tr!(language, "kpi-better-unsaid")),
        (Some(Better::Up), tr!(language, "kpi-better-up")),
        (Some(Better::Down), tr!(language, "kpi-better-down")),
    ];
    let mut acts_on = vec![(None, tr!(language, "kpi-acts-on-none"))];
    let asked = cx.revision().map(|it| &it.questionnaire.dimensions);
    acts_on.extend(asked.into_iter().flatten().map(|it| {
        let name = format!("{} {}", it.code, it.name);
        (Some(it.code.clone()), name)
    }));
    // That of another survey stays what it is.
    if !acts_on.iter().any(|(code, _)| *code == typed.acts_on) {
        let name = typed.acts_on.clone().unwrap_or_default();
        acts_on.push((typed.acts_on.clone(), name));
    }
    ui.horizontal_top(|ui| {
        let gap = tokens().space.group_gap;
        ui.spacing_mut().item_spacing.x = gap;
        let half = (ui.available_width() - gap) / 2.0;
        choose(
            ui,
            half,
            &tr!(language, "kpi-better"),
            &better,
            &mut typed.better,
        );
        choose(
            ui,
            half,
            &tr!(language, "kpi-acts-on"),
            &acts_on,
            &mut typed.acts_on,
        );
    });
}

/// One of some, under its name.
fn choose<T: PartialEq + Clone>(
    ui: &mut Ui,
    width: f32,
    name: &str,
    choices: &[(T, String)],
    chosen: &mut T,
) {
    let shown = choices.iter().find(|(value, _)| value == chosen);
    let shown = shown.map_or("", |(_, words)| words);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        text::weak(ui, name);
        let select = Select::new(name, shown).width(width);
        if let (_, Some(other)) = select.show(ui, chosen, choices) {
            *chosen = other;
        }
    });
}

/// Asks, while there is a draft.
pub(super) fn ask(context: &Context, cx: &Cx<'_>, draft: &mut Option<Draft>) {
    let language = cx.language;
    let Some(known) = draft.as_ref().map(|it| it.id) else {
        return;
    };
    let title = match known {
        Some(_) => tr!(language, "kpi-edit"),
        None => tr!(language, "kpi-new"),
    };
    let mut remove = false;
    let words = tr!(language, "kpi-remove");
    let verb = tr!(language, "past-keep");
    let mut dialog = Dialog::new("kpi", language, title, verb).width(WIDTH);
    if known.is_some() {
        dialog = dialog.other(&words, &mut remove);
    }
    let wanted = dialog.without_enter().run(
        context,
        draft,
        |ui, draft| draft.fields(ui, cx),
        |draft| draft.kpi(cx),
    );
    cx.edit(wanted.map(|kpi| Intent::SetKpi(Box::new(kpi))));
    if let Some(id) = known.filter(|_| remove) {
        cx.edit(Intent::RemoveKpi(id));
        *draft = None;
    }
}
