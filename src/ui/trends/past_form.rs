//! Figures of a wave whose returns are lost, typed or pasted from an old report.

use egui::{Context, Ui};

use super::contents::TrendContents;
use super::faults;
use crate::edit::{Intent, PastColumn, Refusal, TypedFigure, check_past};
use crate::i18n::{Language, period, refusal};
use crate::model::{Past, PastId, Period, Subject};
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::dialog::Reason;
use crate::ui::widgets::{Column, Dialog, Grid, TextField, text};

const WIDTH: f32 = 720.0;
const HEIGHT: f32 = 320.0;

/// What is typed.
#[derive(Debug)]
pub(super) struct Draft {
    /// `None`: a new one.
    id: Option<PastId>,
    period: String,
    /// What figures can be of, and how each is called.
    subjects: Vec<Subject>,
    names: Vec<String>,
    rows: Vec<[String; 4]>,
    /// Pasted cells that found no place.
    lost: usize,
}

impl Draft {
    /// A new one, of the period before all that is known, or one to be changed.
    pub(super) fn of(cx: &Cx<'_>, made: &TrendContents, past: Option<&Past>) -> Self {
        let rated = |it: &&crate::chart::Drawable| it.subject != Subject::Satisfied;
        let choices = made.choices.iter().filter(rated);
        let mut all: Vec<(Subject, String)> = choices
            .map(|it| (it.subject.clone(), it.name.clone()))
            .collect();
        // What is asked no more keeps its figure.
        for figure in past.iter().flat_map(|it| &it.figures) {
            if !all.iter().any(|(subject, _)| *subject == figure.subject) {
                all.push((figure.subject.clone(), gone(cx, &figure.subject)));
            }
        }
        let typed = |subject: &Subject| {
            let figure = past.and_then(|it| it.figures.iter().find(|it| it.subject == *subject));
            figure.map(TypedFigure::of).unwrap_or_default()
        };
        let rows = all.iter().map(|(subject, _)| typed(subject).into());
        let rows = rows.collect();
        let (subjects, names) = all.into_iter().unzip();
        Self {
            id: past.map(|it| it.id),
            period: match past {
                Some(past) => past.period.to_string(),
                None => before_all(cx).map(|it| it.to_string()).unwrap_or_default(),
            },
            subjects,
            names,
            rows,
            lost: 0,
        }
    }

    /// What a row says, or where it is wrong.
    fn read(&self, at: usize) -> Option<Result<crate::model::PastFigure, (PastColumn, Refusal)>> {
        let typed = TypedFigure::from(self.rows.get(at)?.clone());
        typed.read(self.subjects.get(at)?).transpose()
    }

    /// All that is typed, or why it cannot be kept.
    fn past(&self, cx: &Cx<'_>) -> Result<Past, Reason> {
        let survey = cx.survey.ok_or(Refusal::Gone)?;
        let period = self.period.trim().parse();
        let period = period.map_err(|_| Refusal::BadPeriod)?;
        let mut figures = Vec::new();
        for (at, name) in self.names.iter().enumerate() {
            match self.read(at) {
                Some(Ok(figure)) => figures.push(figure),
                Some(Err((_, refusal))) => {
                    let words = refusal::words(cx.language, &refusal);
                    return Err(Reason::Said(faults::said(cx.language, name, &words)));
                }
                None => {}
            }
        }
        let past = Past {
            id: self.id.unwrap_or_else(|| PastId(cx.fresh_id())),
            survey: survey.id,
            period,
            figures,
        };
        check_past(cx.data, &past)?;
        Ok(past)
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let language = cx.language;
        let typed = self.period.trim();
        let bad = !typed.is_empty() && typed.parse::<Period>().is_err();
        let error = bad.then(|| refusal::words(language, &Refusal::BadPeriod));
        TextField::new(tr!(language, "past-period"))
            .width(200.0)
            .error(error)
            .labelled(ui, &mut self.period);
        text::weak(ui, tr!(language, "past-paste"));
        let heads = heads(language);
        let [score, n, sd, rate] = heads.each_ref().map(String::as_str);
        let columns = [
            Column::words(tr!(language, "past-of"), 240.0).stretch(1.0),
            Column::number(score, 88.0),
            Column::number(n, 88.0),
            Column::number(sd, 88.0),
            Column::number(rate, 88.0),
        ];
        let wrong: Vec<(usize, PastColumn, Refusal)> = (0..self.rows.len())
            .filter_map(|at| match self.read(at) {
                Some(Err((column, refusal))) => Some((at, column, refusal)),
                _ => None,
            })
            .collect();
        let grid = Grid::new("past", &columns, [score, n, sd, rate]).labels(&self.names);
        let lost = grid.height(HEIGHT).show(ui, &mut self.rows, |row, column| {
            let mut wrong = wrong.iter();
            wrong.any(|(at, place, _)| (*at, *place as usize) == (row, column))
        });
        self.lost = lost.unwrap_or(self.lost);
        let told = wrong.iter().filter_map(|(at, column, refusal)| {
            let name = format!("{} {}", self.names.get(*at)?, heads[*column as usize]);
            Some((name, refusal::words(language, refusal)))
        });
        let told: Vec<(String, String)> = told.collect();
        faults::show(ui, language, &told, self.lost);
    }
}

fn heads(language: Language) -> [String; 4] {
    [
        tr!(language, "past-score"),
        tr!(language, "past-n-short"),
        tr!(language, "past-sd-short"),
        tr!(language, "past-rate-percent"),
    ]
}

/// The name of what no wave asks now.
fn gone(cx: &Cx<'_>, subject: &Subject) -> String {
    let revisions = cx.data.revisions.iter();
    match subject {
        Subject::Dimension(code) => code.clone(),
        Subject::Item(item) => revisions
            .filter_map(|it| it.questionnaire.item_of(*item))
            .map(|it| it.text.clone())
            .next()
            .unwrap_or_default(),
        Subject::Index | Subject::Satisfied => tr!(cx.language, "subject-index"),
    }
}

/// The period before the first that anything is known of.
fn before_all(cx: &Cx<'_>) -> Option<Period> {
    let survey = cx.survey?;
    let waves = cx.data.waves_of(survey.id).map(|it| it.period);
    let all = waves.chain(cx.data.past_of(survey.id).map(|it| it.period));
    all.min().map(Period::previous)
}

/// Asks, while there is a draft.
pub(super) fn ask(context: &Context, cx: &Cx<'_>, draft: &mut Option<Draft>) {
    let language = cx.language;
    let Some(known) = draft.as_ref().map(|it| it.id) else {
        return;
    };
    let title = match known.and_then(|id| cx.data.past.iter().find(|it| it.id == id)) {
        Some(past) => {
            let period = period::name(language, past.period);
            tr!(language, "past-edit", period = period)
        }
        None => tr!(language, "past-new"),
    };
    let mut remove = false;
    let words = tr!(language, "past-remove");
    let verb = tr!(language, "past-keep");
    let mut dialog = Dialog::new("past", language, title, verb).width(WIDTH);
    if known.is_some() {
        dialog = dialog.other(&words, &mut remove);
    }
    let wanted = dialog.without_enter().run(
        context,
        draft,
        |ui, draft| draft.fields(ui, cx),
        |draft| draft.past(cx),
    );
    cx.edit(wanted.map(Intent::SetPast));
    if let Some(id) = known.filter(|_| remove) {
        cx.edit(Intent::RemovePast(id));
        *draft = None;
    }
}
