//! `manyi print`: a page as PDF, SVG or PNG.

use std::path::Path;

use super::args::Page;
use super::{Failure, output};
use crate::i18n::Language;
use crate::jobs::print::{self, Order};
use crate::jobs::{JobError, choose, save};
use crate::model::Period;
use crate::paper::Format;
use crate::store::Store;
use crate::tr;

pub(super) struct Asked<'a> {
    pub page: Page,
    pub survey: Option<&'a str>,
    pub period: Option<Period>,
    pub of: &'a [String],
    pub to: &'a Path,
}

pub(super) fn run(workspace: &Path, asked: &Asked<'_>, language: Language) -> Result<(), Failure> {
    let format = Format::of(asked.to).ok_or_else(|| {
        let text = tr!(
            language,
            "error-output-format",
            path = asked.to.display().to_string(),
            formats = ".pdf, .svg, .png"
        );
        Failure::Usage(format!("{text}\n{}", tr!(language, "cli-error-more")))
    })?;
    let store =
        Store::open_read_only(workspace).map_err(|error| JobError::of_file(workspace, error))?;
    let data = store.load().map_err(JobError::of(&store))?;
    let survey = choose::survey(&data, asked.survey)?;
    let order = Order {
        survey,
        wave: choose::wave(&data, survey, asked.period)?,
        language,
    };
    let document = match asked.page {
        Page::Trend => print::trend_page(&store, &data, order, asked.of)?,
        Page::Scores => print::score_page(&store, &data, order)?,
        Page::Review => print::review(&store, &data, order)?,
    };
    let bytes = document.write(format).map_err(JobError::from)?;
    save::save(asked.to, &bytes)?;
    let text = tr!(
        language,
        "cli-written",
        path = asked.to.display().to_string()
    );
    Ok(output::print(&format!("{text}\n"))?)
}
