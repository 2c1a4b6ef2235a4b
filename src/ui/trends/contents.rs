//! What the tab is made of, kept until the figures, the language or the choice change.

use super::pick::Picked;
use super::{View, Wanted};
use crate::analysis::{Surveyed, TrendLine, TrendPoint, contraries, differences, trend};
use crate::chart::words::{contrary_in_words, told};
use crate::chart::{
    Distribution, Drawable, Ink, Layers, Line, Lines, Multiples, ProcessChart, Trend, drawables,
};
use crate::i18n::Language;
use crate::model::{Kpi, KpiId, Past, Rules, Subject};
use crate::tr;
use crate::ui::Cx;
use crate::ui::scores::filter_in_words;

/// The tab's contents.
#[derive(Debug)]
pub(super) struct TrendContents {
    of: (u64, Language, Picked, Wanted),
    /// Everything a line can be drawn of.
    pub choices: Vec<Drawable>,
    /// The drawn ones, the main one first.
    pub lines: Vec<TrendLine>,
    pub chart: Trend,
    /// The index and all dimensions, each by itself, where that is shown.
    pub multiples: Option<Multiples>,
    /// How the answers to what is drawn were spread, where that is shown.
    pub answers: Vec<(String, Vec<Distribution>)>,
    /// How lines differ from the wave before, drawn or not.
    pub differences: Vec<(Subject, String)>,
    /// Figures of the firm's own.
    pub kpis: Vec<Strip>,
}

impl TrendContents {
    /// From what the window shows.
    pub fn of(cx: &Cx<'_>, picked: &mut Picked, wanted: Wanted) -> Option<Self> {
        let (shown, view, ref pressed) = wanted;
        let survey = cx.survey?;
        let waves = cx.surveyed_all();
        let rules = &waves.last()?.revision.questionnaire.rules;
        let choices = drawables(&waves, cx.language);
        let all: Vec<Subject> = choices
            .iter()
            .map(|choice| choice.subject.clone())
            .collect();
        // A report of the time says nothing of some customers alone.
        let past = cx.data.past_of(survey.id).filter(|_| cx.filter.is_empty());
        let past: Vec<&Past> = past.collect();
        let all = trend(&waves, &cx.data.revisions, &past, &all);
        picked.begin(&all);
        let (lines, colors): (Vec<TrendLine>, Vec<usize>) = picked
            .lines()
            .iter()
            .filter_map(|(subject, color)| {
                let line = all.iter().find(|line| line.subject == *subject)?;
                Some((line.clone(), *color))
            })
            .unzip();
        let of_lines = Lines {
            lines: &lines,
            survey: &survey.name,
            rules,
        };
        let mut chart = Trend::build(&of_lines, shown, cx.language);
        for line in &mut chart.lines {
            let at = lines.iter().position(|known| known.subject == line.subject);
            if let Some(color) = at.and_then(|at| colors.get(at)) {
                line.ink = Ink::Series(*color);
            }
        }
        if shown.same && view == View::Lines {
            let pressed = lines
                .iter()
                .find(|it| Some(&it.subject) == pressed.as_ref());
            mark_same(&mut chart, pressed.or(lines.first()), cx);
        }
        let actions = cx.data.actions.iter().filter(|it| it.survey == survey.id);
        let asked = &waves.last()?.revision.questionnaire;
        let above = |item| asked.item_of(item).and_then(|item| item.dimension.clone());
        chart.mark_actions(actions, above, cx.language);
        let filter = filter_in_words(cx);
        if !filter.is_empty() {
            let comma = tr!(cx.language, "title-comma");
            chart.subtitle = format!("{}{comma}{filter}", chart.subtitle);
        }
        let found = differences(&all);
        let told = found.iter().map(|difference| {
            let subject = difference.subject.clone();
            (subject, told(difference, &all, cx.language))
        });
        Some(Self {
            differences: told.collect(),
            kpis: strips(cx, waves.last()?),
            multiples: (view == View::Multiples)
                .then(|| multiples(&all, (&survey.name, rules), shown, cx.language)),
            answers: match view {
                View::Answers => answers(&waves, &chart, cx.language),
                View::Lines | View::Multiples => Vec::new(),
            },
            of: (cx.version, cx.language, picked.clone(), wanted),
            choices,
            lines,
            chart,
        })
    }

    /// Still what the window shows.
    pub fn fits(&self, cx: &Cx<'_>, picked: &Picked, wanted: &Wanted) -> bool {
        let (version, language, before, known) = &self.of;
        let same = (*version, *language) == (cx.version, cx.language);
        same && before == picked && known == wanted
    }

    /// The point a dot of a drawn line stands for; none of what is known by a report alone.
    pub fn point(&self, line: usize, dot: usize) -> Option<&TrendPoint> {
        let dots = &self.chart.lines.get(line)?.dots;
        let before = dots.get(..dot)?.iter().filter(|dot| !dot.typed).count();
        let points = self.lines.get(line)?.points.iter();
        let mut drawn = points.filter(|point| point.score.is_some());
        drawn
            .nth(before)
            .filter(|_| dots.get(dot).is_some_and(|dot| !dot.typed))
    }
}

/// A figure of the firm's own, and what customers say against it.
#[derive(Clone, Debug)]
pub(super) struct Strip {
    pub kpi: KpiId,
    pub chart: ProcessChart,
    /// Empty where it goes with what customers say, and where nothing is proven.
    pub contrary: String,
}

/// All of them beside the newest wave.
fn strips(cx: &Cx<'_>, newest: &Surveyed<'_>) -> Vec<Strip> {
    let contrary = contraries(&cx.data.kpis, newest);
    let strip = |kpi: &Kpi| {
        let contrary = contrary.iter().find(|it| it.kpi.id == kpi.id);
        Some(Strip {
            kpi: kpi.id,
            chart: ProcessChart::build(kpi, cx.language)?,
            contrary: contrary
                .map_or_else(String::new, |it| contrary_in_words(it, newest, cx.language)),
        })
    };
    cx.data.kpis.iter().filter_map(strip).collect()
}

/// Draws what the same customers said of a line.
fn mark_same(chart: &mut Trend, of: Option<&TrendLine>, cx: &Cx<'_>) {
    let Some(of) = of else { return };
    if !cx.filter.is_empty() {
        let words = tr!(cx.language, "trends-same-filtered");
        return chart.notes.push(words);
    }
    let same = cx.same.iter().find(|it| it.subject == of.subject);
    chart.mark_same(of, same, cx.language);
}

/// The index and all dimensions.
fn multiples(
    all: &[TrendLine],
    (survey, rules): (&str, &Rules),
    shown: Layers,
    language: Language,
) -> Multiples {
    let wanted = |line: &&TrendLine| match line.subject {
        Subject::Index | Subject::Dimension(_) => true,
        Subject::Satisfied | Subject::Item(_) => false,
    };
    let lines: Vec<TrendLine> = all.iter().filter(wanted).cloned().collect();
    let lines = Lines {
        lines: &lines,
        survey,
        rules,
    };
    Multiples::build(&lines, shown, language)
}

/// What is drawn, wave by wave, option by option.
fn answers(
    waves: &[Surveyed<'_>],
    chart: &Trend,
    language: Language,
) -> Vec<(String, Vec<Distribution>)> {
    let of_line = |line: &Line| {
        let tables = Distribution::over_time(waves, &line.subject, language);
        (!tables.is_empty()).then(|| (line.name.clone(), tables))
    };
    let lines = chart.lines.iter();
    let rated = lines.clone().any(|line| line.subject == Subject::Index);
    // The rate is of the same answers as the index.
    lines
        .filter(|line| !(rated && line.subject == Subject::Satisfied))
        .filter_map(of_line)
        .collect()
}
