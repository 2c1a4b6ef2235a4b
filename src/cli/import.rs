//! `manyi import`: files of returns into a wave, each one its own step.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::issues::{issue_told, reports};
use super::json::{FileReport, ImportReport, WrittenReport};
use super::left_out::LeftOut;
use super::{Failure, args, import_forms, marked, output, workspace};
use crate::i18n::{Language, period};
use crate::intake::{Decoding, file};
use crate::jobs::import::{self, Asked, Candidate, SaidBy, Taken};
use crate::jobs::save::OutputFile;
use crate::jobs::{JobError, choose, explain, folder, forms, issues, marking, unpack, wave};
use crate::model::{Format, FormatKind, Issue, IssueId, Period, Progress, RowChoice, WaveId};
use crate::store::Store;
use crate::tr;

pub(super) fn run(words: &args::Import, language: Language) -> Result<(), Failure> {
    let path = words.workspace.as_path();
    // What was typed is settled before the file is opened for writing, and an older one is
    // brought up to date.
    let (store, data) = workspace::read(path)?;
    let mut survey = None;
    if words.wave.is_some() || words.survey.is_some() {
        survey = Some(choose::survey(&data, words.survey.as_deref())?);
    }
    if let (Some(survey), Some(period)) = (survey, words.wave) {
        wave::revision_for(&data, survey, period)?;
    }
    // Whoever says how columns or sheets are read has a table.
    let plain = words.values.is_none() && words.sheets.is_empty();
    let wave = survey.zip(words.wave).filter(|_| plain);
    let wave = wave.and_then(|(survey, period)| data.wave_in(survey.id, period));
    let wanted = forms::Wanted {
        survey: survey.map(|it| it.id),
        period: words.wave,
        filled: wave.map(|it| it.id),
        late: words.late,
    };
    let marked = words.marked.as_deref();
    let marked = marked.map(|blank| marked::read(blank, &data, (survey, words.wave)));
    let marked = marked.transpose()?;
    // What was unpacked lies there until the end.
    let found = unfolded(&words.files)?;
    let files = [&*found.files, &found.scans].concat();
    if files.is_empty() {
        output::complain(&tr!(language, "folder-empty"));
        return Err(Failure::Told);
    }
    let there = there(&files, language);
    let mut refused = there.len() < files.len();
    if words.wave.is_none() {
        let [_, others] = forms::sort(&there, &data, wanted, &Progress::default())?;
        if let Some(file) = others.first() {
            let file = unpack::shown(file);
            let text = tr!(language, "cli-import-which-wave", file = file);
            return Err(Failure::usage(&text, "import", language));
        }
    }
    drop((store, data));
    if let Some(list) = &words.issues {
        list_place(words, list, language)?.check()?;
    }
    let mut report = ImportReport::default();
    if !there.is_empty() {
        let mut store = workspace::write(path)?;
        if !store.others_are_told() {
            output::complain(&tr!(language, "lockless"));
        }
        if let Some(marked) = &marked {
            marked::keep(&mut store, marked, language)?;
        }
        // Whatever comes in from here on has a higher number.
        let since = IssueId(store.fresh_id());
        let told = &mut report;
        let came = import_forms::run(&mut store, &there, wanted, words.json, told, language)?;
        refused |= came.refused;
        for (file, period) in came.others.iter().zip(words.wave.iter().cycle()) {
            let sheets = words.sheets.iter().map(|sheet| Some(sheet.as_str()));
            for sheet in sheets.chain(words.sheets.is_empty().then_some(None)) {
                let asked = (file.as_path(), sheet, *period);
                refused |= !one(&mut store, asked, words, &mut report, language)?;
            }
        }
        if let Some(list) = &words.issues {
            let data = store.load().map_err(JobError::of(&store))?;
            let open = data.issues.iter();
            let open: Vec<&Issue> = open
                .filter(|it| it.id > since && it.settled.is_none())
                .collect();
            let bytes = issues::write(&store, &data, &open, language)?;
            list_place(words, list, language)?.write(bytes)?;
        }
        workspace::tell_copies(&mut store, path, language);
    }
    if words.json {
        output::print_json(&super::json::text(&report))?;
    }
    if refused { Err(Failure::Told) } else { Ok(()) }
}

/// Where the review list goes.
fn list_place<'a>(
    words: &'a args::Import,
    list: &'a Path,
    language: Language,
) -> Result<OutputFile<'a>, Failure> {
    let workbooks = |it: &Format| it.kind == FormatKind::Workbook;
    let format = output::format(list, workbooks, "import", language)?;
    Ok(output::place(list, format.ending, &words.workspace, false))
}

/// The files, and those that lie in the folders.
fn unfolded(paths: &[PathBuf]) -> Result<folder::Unfolded, JobError> {
    folder::unfold(paths).map_err(|source| JobError::Read {
        path: paths
            .iter()
            .find(|it| it.is_dir())
            .cloned()
            .unwrap_or_default(),
        source,
    })
}

/// The files that can be opened; of the others is said what they are.
fn there(files: &[PathBuf], language: Language) -> Vec<PathBuf> {
    let mut there = Vec::new();
    for path in files {
        match file::look(path) {
            Ok(()) => there.push(path.clone()),
            Err(error) => output::complain(&explain(&error.into(), language)),
        }
    }
    there
}

/// Takes one file in and says what came of it; `false` when it was refused.
fn one(
    store: &mut Store,
    asked: (&Path, Option<&str>, Period),
    words: &args::Import,
    report: &mut ImportReport,
    language: Language,
) -> Result<bool, Failure> {
    let ((path, _, period), begun) = (asked, Instant::now());
    let mut seen = Seen::default();
    let taken = take_in(store, asked, (words, language), &mut seen);
    let Seen {
        sha256,
        mut left_out,
        other,
    } = seen;
    let mut file = FileReport {
        file: unpack::shown(path),
        sha256,
        unmapped_items: left_out.items.clone(),
        unused_columns: left_out.columns.clone(),
        written_beside: left_out.beside.iter().map(WrittenReport::of).collect(),
        private_columns: left_out.private.clone(),
        seconds: begun.elapsed().as_secs_f64(),
        ..FileReport::default()
    };
    match taken {
        Ok(taken) => {
            left_out.rows.clone_from(&taken.set_aside);
            file.returns = taken.returns;
            file.valid = taken.valid;
            file.void = taken.returns - taken.valid;
            file.issues = reports(&taken.issues, language);
            let mapping = &taken.import.mapping;
            let written = mapping.written.iter().filter_map(|it| mapping.quoted(it));
            left_out.written = written.collect();
            let written = left_out.written.iter().map(WrittenReport::of);
            file.written_beside.extend(written);
            file.remarks = left_out.remarked(language);
            file.set_aside = left_out.aside(|why| !why.is_there());
            file.doubtful.clone_from(&taken.doubtful);
            file.repeats = left_out.repeats(&taken.repeats, words.repeats.map(Into::into));
            if !words.json {
                output::print(&told(&file, language))?;
            }
            left_out.tell(path, language);
            if !taken.doubtful.is_empty() {
                output::complain(&doubtful(path, &taken.doubtful, language));
            }
            if let Some((other, by)) = other {
                output::complain(&other_period(path, period, (other, by), language));
            }
            report.files.push(file);
            Ok(true)
        }
        Err(error) => {
            let words = explain(&error, language);
            if marking::may_help(&error) && !marking::was_marked(&error) {
                let hint = tr!(language, "cli-may-be-marked");
                output::complain(&tr!(
                    language,
                    "cli-and-hint",
                    words = words.as_str(),
                    hint = hint
                ));
            } else {
                output::complain(&words);
            }
            if let JobError::Repeats { returns, .. } = &error {
                file.repeats = left_out.asked(returns);
            }
            file.error = Some(words);
            report.files.push(file);
            Ok(false)
        }
    }
}

/// Rows that came in though they may sum up others.
fn doubtful(path: &Path, rows: &[u32], language: Language) -> String {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let rows: Vec<String> = rows.iter().map(u32::to_string).collect();
    let rows = rows.join(&tr!(language, "cli-comma"));
    let file = file.as_ref();
    tr!(language, "cli-doubtful", file = file, rows = rows)
}

/// That a file speaks of another period than the wave it went into.
fn other_period(
    path: &Path,
    wave: Period,
    (other, by): (Period, SaidBy),
    language: Language,
) -> String {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let (file, other) = (file.as_ref(), period::name(language, other));
    let wave = period::name(language, wave);
    match by {
        SaidBy::Name => tr!(
            language,
            "cli-other-name",
            file = file,
            other = other,
            wave = wave
        ),
        SaidBy::Dates => tr!(
            language,
            "cli-other-dates",
            file = file,
            other = other,
            wave = wave
        ),
    }
}

/// What was seen of a file until it was taken in or refused.
#[derive(Default)]
struct Seen {
    sha256: String,
    left_out: LeftOut,
    /// The period it speaks of, where that is not the wave's.
    other: Option<(Period, SaidBy)>,
}

fn take_in(
    store: &mut Store,
    (path, sheet, period): (&Path, Option<&str>, Period),
    (words, language): (&args::Import, Language),
    seen: &mut Seen,
) -> Result<Taken, JobError> {
    let progress = Progress::default();
    let data = store.load().map_err(JobError::of(store))?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let revision = wave::revision_for(&data, survey, period)?;
    let asked = Asked {
        questionnaire: &revision.questionnaire,
        customers: &data.customers,
        values: words.values.map(Into::into),
        decoding: words.encoding.map_or(Decoding::Recognised, Decoding::Only),
        markings: &data.markings,
    };
    let mut candidate = import::open(path, asked, &progress)?;
    if let Some(name) = sheet {
        candidate = import::named(candidate, name, asked, &progress)?;
    }
    seen.other = import::other_period(&candidate, period);
    seen.sha256.clone_from(&candidate.source.sha256);
    seen.left_out = LeftOut::of(&candidate, &revision.questionnaire);
    let left_out = &mut seen.left_out;
    left_out
        .sheets
        .retain(|sheet| !words.sheets.contains(sheet));
    if words.encoding.is_some() {
        left_out.guessed = None;
    }
    if sheet.is_none() {
        import::refuse_several(&candidate)?;
    }
    if let Some(decimals) = words.decimals {
        import::decimals(&mut candidate, asked.questionnaire, decimals.into())?;
    }
    for order in &words.orders {
        let needless = import::order(&mut candidate, asked.questionnaire, order)?;
        seen.left_out.needless.extend(needless);
    }
    let open = data.wave_in(survey.id, period);
    let into = import::Into {
        survey: survey.id,
        wave: open.map_or(WaveId(0), |wave| wave.id),
    };
    import::learn_numbers(store, &data, into, &mut candidate, asked, &progress)?;
    candidate.keep_private = words.keep_private;
    candidate.late = words.late;
    candidate.repeats = words.repeats.map(Into::into);
    let file = candidate.source.name.as_str();
    candidate.replaced = tr!(language, "repeat-replaced", file = file);
    candidate.mapping.rows = rows(words, &candidate)?;
    import::take_in(store, &data, survey, period, &candidate, &progress)
}

/// The rows somebody decided on.
fn rows(words: &args::Import, candidate: &Candidate) -> Result<Vec<RowChoice>, JobError> {
    let sheet = &candidate.sheet;
    let kept = words.keep_rows.iter().map(|it| (it, true));
    let named = kept.chain(words.leave_rows.iter().map(|it| (it, false)));
    let mut rows = Vec::new();
    for (named, returned) in named.filter(|(it, _)| it.is_in(&sheet.name)) {
        let row = named.row;
        if sheet.row(row).is_none_or(|at| at >= sheet.rows()) {
            let file = candidate.source.name.clone();
            return Err(JobError::NoRow { file, row });
        }
        rows.push(RowChoice { row, returned });
    }
    Ok(rows)
}

/// A file as a person wants to read it.
fn told(file: &FileReport, language: Language) -> String {
    /// More are in the review list of the window.
    const SHOWN: usize = 20;
    let mut text = tr!(
        language,
        "cli-import-done",
        file = file.file.as_str(),
        returns = file.returns,
        issues = file.issues.len()
    );
    text.push('\n');
    if file.void > 0 {
        let line = tr!(language, "cli-import-void", count = file.void);
        text += &format!("  {line}\n");
    }
    for issue in file.issues.iter().take(SHOWN) {
        text += &format!("  {}\n", issue_told(issue, language));
    }
    if file.issues.len() > SHOWN {
        let more = file.issues.len() - SHOWN;
        text += &format!("  {}\n", tr!(language, "cli-import-more", count = more));
    }
    text
}
