//! How many customers to ask for the interval wanted, from what the last wave was like.

use egui::{Context, Ui};

use crate::analysis::{PlanWish, plan};
use crate::chart::words::plan_in_words;
use crate::i18n::{number, period};
use crate::model::Wave;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Dialog, TextField, text};

/// Half width that is wanted as a rule.
const HALF: &str = "5";
/// What is taken where no wave tells: the spread of many indices, and seven of ten answering.
const SD: &str = "15";
const RESPONSE: &str = "70";

/// What is typed.
#[derive(Debug)]
pub(super) struct Draft {
    list: String,
    half: String,
    response: String,
    sd: String,
    /// The wave the last two are of.
    from: Option<String>,
}

impl Draft {
    /// From the last other wave whose spread is known; a filter would give that of some alone.
    pub(super) fn of(cx: &Cx<'_>, wave: &Wave) -> Self {
        let waves = cx.waves.iter().rev().filter(|_| cx.filter.is_empty());
        let mut others = waves.filter(|it| it.wave != wave.id && it.figures.index.sd.is_some());
        let last = others.next();
        let named = last.and_then(|it| cx.data.wave(it.wave));
        let figures = last.map(|it| &it.figures);
        let sd = figures.and_then(|it| it.index.sd);
        let response = figures.and_then(|it| {
            let ledger = &it.ledger;
            let answered = ledger.answered.unwrap_or(ledger.valid) as f64;
            let issued = ledger.issued.filter(|issued| *issued > 0)? as f64;
            Some((answered / issued).min(1.0)).filter(|share| *share > 0.0)
        });
        let written = |value: Option<f64>, usual: &str| {
            let rounded = value.map(|value| number::plain((value * 10.0).round() / 10.0));
            rounded.unwrap_or_else(|| usual.to_owned())
        };
        Self {
            list: cx.data.customers.len().to_string(),
            half: HALF.to_owned(),
            response: written(response.map(|share| share * 100.0), RESPONSE),
            sd: written(sd, SD),
            from: named.map(|it| period::of_wave(cx.language, it)),
        }
    }

    /// What is wished; `None` while a field is no number it can be.
    fn wish(&self) -> Option<PlanWish> {
        let read = |text: &str| text.trim().trim_end_matches('%').trim().parse::<f64>().ok();
        let points = |text: &str| read(text).filter(|it| *it > 0.0 && *it <= 100.0);
        Some(PlanWish {
            frame: self
                .list
                .trim()
                .parse()
                .ok()
                .filter(|it| *it <= 1_000_000)?,
            sd: points(&self.sd)?,
            half_width: points(&self.half)?,
            response: points(&self.response)? / 100.0,
        })
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let language = cx.language;
        let gap = tokens().space.group_gap;
        let half = (ui.available_width() - gap) / 2.0;
        let pair = |ui: &mut Ui, fields: [(String, &mut String); 2]| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                for (name, text) in fields {
                    TextField::new(name).width(half).labelled(ui, text);
                }
            });
        };
        let half_width = (tr!(language, "plan-half"), &mut self.half);
        pair(
            ui,
            [
                half_width,
                (tr!(language, "plan-response"), &mut self.response),
            ],
        );
        let sd = (tr!(language, "plan-sd"), &mut self.sd);
        pair(ui, [sd, (tr!(language, "plan-list"), &mut self.list)]);
        if let Some(wave) = &self.from {
            let wave = wave.as_str();
            text::weak(ui, tr!(language, "plan-sd-from", wave = wave));
        }
        let wish = self.wish();
        match wish.and_then(|wish| Some((plan(&wish)?, wish.half_width))) {
            Some((plans, wanted)) => {
                for line in plan_in_words(&plans, wanted, language) {
                    text::body(ui, line);
                }
            }
            None => {
                text::weak(ui, tr!(language, "plan-incomplete"));
            }
        }
    }
}

/// Draws it while it is asked; it changes nothing.
pub(super) fn show(context: &Context, cx: &Cx<'_>, draft: &mut Option<Draft>) {
    let Some(open) = draft else {
        return;
    };
    let (title, close) = (tr!(cx.language, "plan-title"), tr!(cx.language, "close"));
    let dialog = Dialog::new("plan", cx.language, title, close).tells();
    if dialog.show(context, |ui| open.fields(ui, cx)).is_some() {
        *draft = None;
    }
}
