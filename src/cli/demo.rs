//! `manyi demo`: the sample company.

use std::path::{Path, PathBuf};

use super::{Failure, args, output, workspace};
use crate::i18n::Language;
use crate::jobs::engine::{Engine, Source};
use crate::jobs::print::{self, PageScope};
use crate::jobs::{JobError, choose, sample};
use crate::model::Progress;
use crate::paper::Heading;
use crate::paper::format::pdf;
use crate::report::Report;
use crate::tr;

/// Folder of the sample where none was named.
const FOLDER: &str = "manyi-demo";

/// What the trend page of the sample shows: the index and two dimensions.
const LINES: [&str; 3] = ["index", "DE", "PR"];

/// Makes the sample and its pages; no window is wanted.
pub(super) fn run(words: &args::Demo, language: Language) -> Result<(), Failure> {
    let workspace = prepare(words.dir.as_deref(), language)?;
    pages(&workspace, language)
}

/// Makes the sample if it is not there and says where it lies.
pub(super) fn prepare(folder: Option<&Path>, language: Language) -> Result<PathBuf, Failure> {
    let folder = folder.unwrap_or(Path::new(FOLDER));
    let workspace = sample::at(folder, &Progress::default())?;
    let path = workspace.display().to_string();
    output::print(&format!(
        "{}\n",
        tr!(language, "cli-demo-workspace", path = path)
    ))?;
    Ok(workspace)
}

/// Writes the two pages beside the workspace.
pub(super) fn pages(workspace: &Path, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(workspace)?;
    let survey = choose::survey(&data, None)?;
    let scope = PageScope {
        survey,
        wave: choose::wave(&data, survey, None)?,
        language,
    };
    let progress = Progress::default();
    let engine = &mut Engine::default();
    let from = Source {
        store: &store,
        data: &data,
    };
    let lines = LINES.map(str::to_owned);
    let trend = print::trend_page(engine, from, scope, &lines, &progress)?;
    let heading = print::heading(&data, language);
    write(&trend, &heading, "trend.pdf", workspace)?;
    let scores = print::score_page(engine, from, scope, &progress)?;
    write(&scores, &heading, "scores.pdf", workspace)
}

fn write(
    report: &Report,
    heading: &Heading<'_>,
    name: &str,
    workspace: &Path,
) -> Result<(), Failure> {
    let path = workspace.with_file_name(name);
    let file = pdf::PDF.document(report, heading).map_err(JobError::from)?;
    output::place(&path, pdf::PDF.ending, workspace, false).write(file.bytes)?;
    Ok(output::written(&path, heading.language)?)
}
