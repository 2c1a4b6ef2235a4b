//! Waves whose returns are lost, from a sheet of their figures.

use std::collections::BTreeMap;
use std::path::Path;

use super::JobError;
use crate::intake::definition::past::{self, Names};
use crate::intake::{Spreadsheet, file};
use crate::model::{
    Change, Data, Edit, Past, PastFigure, PastId, Period, Progress, Step, StepKind, Subject, Survey,
};
use crate::store::Store;

/// What reading a sheet came to.
#[derive(Clone, Debug)]
pub struct EnteredPast {
    /// Waves with how many figures they have now.
    pub waves: Vec<(Period, usize)>,
    pub step: Step,
}

/// Reads the figures of a survey; nothing is kept yet. What is known of a wave already is
/// replaced figure by figure.
///
/// # Errors
/// As [`past::read`]; [`JobError::WaveHasReturns`] where a wave of the period holds returns.
pub fn read(
    store: &Store,
    data: &Data,
    survey: &Survey,
    path: &Path,
    progress: &Progress,
) -> Result<EnteredPast, JobError> {
    let source = file::read(path, progress)?;
    let mut workbook = Spreadsheet::open(&source.name, &source.bytes, progress)?;
    let found = past::read(&mut workbook, &names(data, survey), progress)?;
    let mut periods: BTreeMap<Period, Vec<PastFigure>> = BTreeMap::new();
    for (period, figure) in found {
        if data.wave_in(survey.id, period).is_some() {
            return Err(JobError::WaveHasReturns { period });
        }
        periods.entry(period).or_default().push(figure);
    }
    let (mut waves, mut changes) = (Vec::new(), Vec::new());
    for (period, figures) in periods {
        let mut before = data.past_of(survey.id).filter(|it| it.period == period);
        let edit = match before.next() {
            Some(before) => {
                let mut after = before.clone();
                let new = |it: &PastFigure| !figures.iter().any(|one| one.subject == it.subject);
                after.figures.retain(new);
                after.figures.extend(figures);
                Edit::changed(before.clone(), after)
            }
            None => Edit::created(Past {
                id: PastId(store.fresh_id()),
                survey: survey.id,
                period,
                figures,
            }),
        };
        let count = edit.after.as_ref().map_or(0, |it| it.figures.len());
        waves.push((period, count));
        changes.push(Change::Past(edit));
    }
    let subject = waves.iter().map(|(period, _)| period.to_string());
    let subject: Vec<String> = subject.collect();
    Ok(EnteredPast {
        waves,
        step: Step::new(StepKind::EnterPast, subject.join(" "), changes),
    })
}

/// Dimensions and items a figure of the survey can be of, by code and by name: of all its
/// revisions, the newest first.
fn names(data: &Data, survey: &Survey) -> Names {
    let mut names = Names::new();
    let revisions: Vec<_> = data.revisions_of(survey.id).rev().collect();
    for code in [true, false] {
        for revision in &revisions {
            let asked = &revision.questionnaire;
            let dimensions = asked.dimensions.iter().map(|it| {
                let name = if code { &it.code } else { &it.name };
                (name.clone(), Subject::Dimension(it.code.clone()))
            });
            let items = asked.items.iter().map(|it| {
                let name = if code { &it.code } else { &it.text };
                (name.clone(), Subject::Item(it.lineage))
            });
            names.extend(dimensions.chain(items));
        }
    }
    names
}
