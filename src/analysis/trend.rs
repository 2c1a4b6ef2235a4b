//! Lines over the waves of a survey.

use super::change::Surveyed;
use super::measure::{RuleField, rules_changed};
use super::small::small;
use super::wording::{Wording, wording};
use super::{Change, Changes};
use crate::model::{ItemKind, Past, Period, Revision, Rules, Subject, WaveId};

/// One subject over the waves that asked for it, oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendLine {
    pub subject: Subject,
    /// Code of the dimension or item in the newest wave that has it.
    pub code: Option<String>,
    /// Name of the dimension or text of the item there; the languages name the index and the
    /// satisfaction rate.
    pub name: Option<String>,
    pub points: Vec<TrendPoint>,
    /// What reports of the time say of waves whose returns are lost, oldest first.
    pub typed: Vec<TypedPoint>,
}

/// A value without the returns behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedPoint {
    pub period: Period,
    /// In the unit of [`TrendPoint::score`].
    pub value: f64,
    /// Returns it was of, where that is known.
    pub n: Option<u32>,
}

/// One wave on a line.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPoint {
    pub wave: WaveId,
    pub period: Period,
    /// Of the wave; empty for the regular one of its period.
    pub label: String,
    /// As the firm writes the revision the wave asked.
    pub revision: String,
    /// 0–100; 0–1 on the line of the satisfaction rate.
    pub score: Option<f64>,
    /// Returns behind the score: those that answered what it is of.
    pub n: usize,
    /// Valid returns of the wave, whatever they answered.
    pub valid: usize,
    /// 95 % interval, in the unit of `score`.
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// 0–100; the satisfaction rate has none.
    pub target: Option<f64>,
    pub target_met: Option<bool>,
    /// Rules the wave was scored by.
    pub scored_by: Rules,
    /// The line breaks before this point: what it says is not what the point before said.
    pub breaks_before: bool,
    /// What was reworded or dropped since the point before, whether the line breaks or only
    /// carries a mark.
    pub wording: Wording,
    /// Rules of computing that differ from those of the point before, which was not scored anew:
    /// the line breaks.
    pub rules: Vec<RuleField>,
    /// Rules by which the point before was scored anew to go with this one.
    pub restated: Vec<RuleField>,
    /// Since the point before, where that can be told.
    pub change: Option<Change>,
    /// Since earlier ones still, by wave.
    pub since: Vec<(WaveId, Change)>,
    /// Too few customers: see [`Figure::few`](super::Figure::few).
    pub hidden: bool,
}

impl TrendPoint {
    /// Too few returns stand behind it to show more than how many they are.
    pub fn few(&self) -> bool {
        self.hidden || small(self.n)
    }
}

/// The lines of `subjects` over the waves of one survey, in that order. `revisions` are all of
/// the survey. Items are followed by lineage and dimensions by code; a wave that did not ask
/// for a subject has no point on its line. `past` are waves of the survey whose returns are lost;
/// nothing is taken from them where a wave of the period has returns.
pub fn trend(
    waves: &[Surveyed],
    revisions: &[Revision],
    past: &[&Past],
    subjects: &[Subject],
) -> Vec<TrendLine> {
    let mut waves: Vec<&Surveyed> = waves.iter().collect();
    waves.sort_by_key(|surveyed| (surveyed.wave.period, surveyed.wave.label.clone()));
    let answered = |period: Period| {
        let mut waves = waves.iter();
        waves.any(|it| it.wave.period == period && it.figures.counted > 0)
    };
    let mut past: Vec<&Past> = past.to_vec();
    past.retain(|past| !answered(past.period));
    past.sort_by_key(|past| past.period);
    subjects
        .iter()
        .map(|subject| line(&waves, revisions, &past, subject))
        .collect()
}

fn line(
    waves: &[&Surveyed],
    revisions: &[Revision],
    past: &[&Past],
    subject: &Subject,
) -> TrendLine {
    let mut points: Vec<TrendPoint> = Vec::new();
    let mut before: Option<&Surveyed> = None;
    for surveyed in waves {
        let Some(mut point) = point(surveyed, subject) else {
            continue;
        };
        if let Some(before) = before {
            point.wording = wording(revisions, before.revision, surveyed.revision, subject);
            point.breaks_before = point.wording.breaks();
            point.rules = rules_apart(before, surveyed, revisions);
            // Of another measure: no line goes from one to the other.
            point.breaks_before |= !point.rules.is_empty();
            point.change = surveyed
                .figures
                .change_since(before.wave.id, subject)
                .copied();
            let restated = |it: &&Changes| it.since == before.wave.id;
            let changes = surveyed.figures.changes.iter().find(restated);
            point.restated = changes.map_or_else(Vec::new, |it| it.restated.clone());
        }
        points.push(point);
        before = Some(surveyed);
    }
    let names = before.and_then(|newest| names(newest, subject));
    let (code, name) = names.unzip();
    TrendLine {
        subject: subject.clone(),
        code,
        name,
        points,
        typed: past
            .iter()
            .filter_map(|past| typed(past, subject))
            .collect(),
    }
}

fn typed(past: &Past, subject: &Subject) -> Option<TypedPoint> {
    let figure = past.figure(subject)?;
    let value = match subject {
        Subject::Satisfied => figure.rate?,
        Subject::Index | Subject::Dimension(_) | Subject::Item(_) => figure.score?,
    };
    Some(TypedPoint {
        period: past.period,
        value,
        n: figure.n,
    })
}

fn point(surveyed: &Surveyed, subject: &Subject) -> Option<TrendPoint> {
    let figure = surveyed.figure(subject)?;
    let rules = &surveyed.revision.questionnaire.rules;
    let rate = *subject == Subject::Satisfied;
    // Rates go by their own interval; what is tested are means.
    let changes = surveyed.figures.changes.iter().filter(|_| !rate);
    let since = changes.filter_map(|it| Some((it.since, *it.of(subject)?)));
    let met = |score| rules.target_met(score);
    Some(TrendPoint {
        wave: surveyed.wave.id,
        period: surveyed.wave.period,
        label: surveyed.wave.label.clone(),
        revision: surveyed.revision.label.clone(),
        score: if rate { figure.satisfied } else { figure.score },
        n: figure.n,
        valid: surveyed.figures.counted,
        low: if rate {
            figure.satisfied_low
        } else {
            figure.low
        },
        high: if rate {
            figure.satisfied_high
        } else {
            figure.high
        },
        target: (!rate).then_some(rules.target),
        target_met: figure.score.map(met).filter(|_| !rate),
        scored_by: rules.clone(),
        breaks_before: false,
        wording: Wording::default(),
        rules: Vec::new(),
        restated: Vec::new(),
        change: None,
        since: since.collect(),
        hidden: figure.few(),
    })
}

/// The rules of computing two waves were scored by that differ: those of their revisions, or of
/// the one both were scored by anew.
fn rules_apart(before: &Surveyed, now: &Surveyed, revisions: &[Revision]) -> Vec<RuleField> {
    let by = |of: &Surveyed| {
        let anew = of.figures.measure;
        let by = anew.and_then(|by| revisions.iter().find(|it| it.id == by));
        by.unwrap_or(of.revision).questionnaire.rules.clone()
    };
    rules_changed(&by(before), &by(now))
}

/// Code and name of a dimension or item.
fn names(surveyed: &Surveyed, subject: &Subject) -> Option<(String, String)> {
    match subject {
        Subject::Index | Subject::Satisfied => None,
        Subject::Dimension(code) => {
            let dimension = surveyed.figures.dimension(code)?;
            Some((dimension.code.clone(), dimension.name.clone()))
        }
        Subject::Item(lineage) => {
            let item = surveyed.figures.item(*lineage)?;
            Some((item.code.clone(), item.text.clone()))
        }
    }
}

/// What a code means, in the newest wave that knows it: a dimension or an item; `index` and
/// `satisfied` are themselves.
pub fn subject_of(waves: &[Surveyed], code: &str) -> Option<Subject> {
    match code {
        "index" => return Some(Subject::Index),
        "satisfied" => return Some(Subject::Satisfied),
        _ => {}
    }
    let mut waves: Vec<&Surveyed> = waves.iter().collect();
    waves.sort_by_key(|surveyed| std::cmp::Reverse(surveyed.wave.period));
    waves.into_iter().find_map(|surveyed| {
        let questionnaire = &surveyed.revision.questionnaire;
        let dimension = questionnaire.dimension(code);
        let item = questionnaire.item(code);
        dimension
            .map(|dimension| Subject::Dimension(dimension.code.clone()))
            .or_else(|| item.map(|item| Subject::Item(item.lineage)))
    })
}

/// Everything a line can be drawn of, in the order of the newest wave's questionnaire: the
/// index, the satisfaction rate, then each dimension with its items, then items outside the
/// tree that have a score, and last what only older waves asked.
pub fn subjects(waves: &[Surveyed]) -> Vec<Subject> {
    let mut waves: Vec<&Surveyed> = waves.iter().collect();
    waves.sort_by_key(|surveyed| std::cmp::Reverse(surveyed.wave.period));
    let mut subjects = vec![Subject::Index, Subject::Satisfied];
    for surveyed in waves {
        for subject in of_wave(surveyed) {
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
    }
    subjects
}

fn of_wave(surveyed: &Surveyed) -> Vec<Subject> {
    let figures = surveyed.figures;
    let drawn = |dimension: Option<&str>| {
        let items = surveyed.revision.questionnaire.items_in(dimension);
        items
            .filter(|item| item.kind != ItemKind::Multi && item.range().is_some())
            .map(|item| Subject::Item(item.lineage))
            .collect::<Vec<Subject>>()
    };
    let mut subjects = Vec::new();
    for dimension in &figures.dimensions {
        subjects.push(Subject::Dimension(dimension.code.clone()));
        subjects.extend(drawn(Some(&dimension.code)));
    }
    subjects.extend(drawn(None));
    subjects
}
