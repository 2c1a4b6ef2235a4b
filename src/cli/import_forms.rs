//! `manyi import` of forms of our own that came back: all of them one step.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use super::issues::{issue_told, reports};
use super::json::{FileReport, ImportReport, WrittenReport};
use super::{Failure, output};
use crate::i18n::Language;
use crate::i18n::beside::beside;
use crate::jobs::forms::{self, Arrived, TakenForm, Wanted};
use crate::jobs::{JobError, explain, missing_pages, unpack};
use crate::model::{Data, Progress, Target, WaveId};
use crate::store::Store;
use crate::tr;

/// Issues told one by one; more are in the review list of the window.
const SHOWN: usize = 20;

/// What came of files.
#[derive(Debug, Default)]
pub(super) struct Came {
    /// Those that are no forms.
    pub others: Vec<PathBuf>,
    /// Some were refused.
    pub refused: bool,
}

/// Takes in the forms among files and says what came of them.
pub(super) fn run(
    store: &mut Store,
    files: &[PathBuf],
    wanted: Wanted,
    json: bool,
    report: &mut ImportReport,
    language: Language,
) -> Result<Came, Failure> {
    let begun = Instant::now();
    let data = store.load().map_err(JobError::of(store))?;
    let arrived = forms::take(store, &data, files, wanted, &Progress::default());
    let arrived = match arrived {
        Ok(arrived) => arrived,
        Err(error) => {
            output::complain(&explain(&error, language));
            return Ok(Came {
                others: Vec::new(),
                refused: true,
            });
        }
    };
    for (_, error) in &arrived.refused {
        output::complain(&explain(error, language));
    }
    for words in late(&arrived, &data, language) {
        output::complain(&words);
    }
    for words in missing_pages(&arrived, language) {
        output::complain(&words);
    }
    for words in left_out(&arrived.taken, language) {
        output::complain(&words);
    }
    let each = begun.elapsed().as_secs_f64() / files.len() as f64;
    let taken = arrived.taken.iter().map(|form| FileReport {
        file: unpack::shown(&form.path),
        sha256: form.sha256.clone(),
        returns: form.import.returns as usize,
        valid: form.import.returns as usize - form.void,
        void: form.void,
        issues: reports(&form.issues, language),
        unused_columns: unused(form),
        written_beside: form
            .import
            .mapping
            .beside()
            .map(WrittenReport::of)
            .collect(),
        seconds: each,
        ..FileReport::default()
    });
    let taken: Vec<FileReport> = taken.collect();
    let any = !(taken.is_empty() && arrived.refused.is_empty() && arrived.late.is_empty());
    if any && !json {
        output::print(&told(&arrived, &taken, language))?;
    }
    report.files.extend(taken);
    let kept_out = arrived.late.iter().map(|late| FileReport {
        file: late
            .files
            .first()
            .map(|it| unpack::shown(it))
            .unwrap_or_default(),
        error: closed(&data, late.wave, language),
        ..FileReport::default()
    });
    report.files.extend(kept_out);
    Ok(Came {
        refused: !(arrived.refused.is_empty() && arrived.late.is_empty()),
        others: arrived.others,
    })
}

/// What stands on a form and goes nowhere.
fn unused(form: &TakenForm) -> Vec<String> {
    let mapping = &form.import.mapping;
    let titles = mapping.columns_of(Target::Ignore);
    let titles = titles.filter_map(|at| mapping.columns.get(at));
    titles.map(|it| it.title.clone()).collect()
}

/// The same in sentences, one for all forms of which it is the same.
fn left_out(taken: &[TakenForm], language: Language) -> Vec<String> {
    let comma = tr!(language, "cli-comma");
    let mut left: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    for form in taken {
        let file = unpack::shown(&form.path);
        let written = form.import.mapping.beside();
        let written = written.map(|it| beside(language, it)).collect();
        left.entry(written).or_default().push(file);
    }
    left.remove(&Vec::new());
    let said = left.into_iter().map(|(columns, files)| {
        let (files, columns) = (files.join(&comma), columns.join(&comma));
        tr!(language, "cli-left-beside", file = files, said = columns)
    });
    said.collect()
}

/// What came to closed waves and was not said to be late: a sentence for each wave.
fn late(arrived: &Arrived, data: &Data, language: Language) -> Vec<String> {
    let waves = data.waves.iter().filter_map(|wave| {
        let late = arrived.late.iter().filter(|it| it.wave == wave.id);
        let count: usize = late.map(|it| it.returns).sum();
        let reason = closed(data, wave.id, language).filter(|_| count > 0)?;
        Some(tr!(
            language,
            "cli-import-late",
            count = count,
            reason = reason
        ))
    });
    waves.collect()
}

/// That a wave is closed, and what to do then.
fn closed(data: &Data, wave: WaveId, language: Language) -> Option<String> {
    let wave = data.wave(wave)?;
    let error = JobError::WaveClosed {
        period: wave.period,
        closing: wave.closed()?.clone(),
    };
    Some(explain(&error, language))
}

fn told(arrived: &Arrived, taken: &[FileReport], language: Language) -> String {
    let all = || {
        taken
            .iter()
            .flat_map(|file| file.issues.iter().map(move |it| (file, it)))
    };
    let (count, issues) = (taken.len(), all().count());
    let refused: usize = arrived.refused.len() + arrived.late.len();
    let mut text = tr!(
        language,
        "cli-import-forms",
        count = count,
        refused = refused,
        issues = issues
    );
    text.push('\n');
    for (file, issue) in all().take(SHOWN) {
        text += &format!("  {}: {}\n", file.file, issue_told(issue, language));
    }
    if issues > SHOWN {
        let more: usize = issues - SHOWN;
        let more = tr!(language, "cli-import-more", count = more);
        text += &format!("  {more}\n");
    }
    text
}
