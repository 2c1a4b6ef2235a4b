//! Files written for the user: charts and workbooks.

use std::path::Path;

use egui::ColorImage;

use super::Event;
use super::bench::Bench;
use crate::chart::{Chart, Measure, Size, layout};
use crate::i18n::Language;
use crate::jobs::{JobError, export, save};
use crate::model::{Progress, SurveyId, WaveId};
use crate::paper::{Document, Format, Pixels, figure, figure_page};
use crate::ui::{Export, Output};

/// A chart as a picture of its own, in logical pixels.
const SIZE: Size = Size::new(960.0, 440.0);

/// Pixels a point in the clipboard: two a logical pixel, so that documents can enlarge it.
const COPIED: f32 = 2.667;

/// A chart to a file; for the printer a PDF that the system is asked to open.
pub(super) fn chart(
    chart: &Chart,
    to: Output,
    path: &Path,
    progress: &Progress,
) -> Result<Event, JobError> {
    let scene = layout(chart, SIZE, Measure::shared());
    let (scene, title) = match chart {
        Chart::Trend(trend) => (scene.titled(&trend.title, &trend.subtitle), &*trend.title),
        Chart::Scores(_) | Chart::Distribution(_) | Chart::Bars(_) => (scene, ""),
    };
    if to == Output::Clipboard {
        let pixels = figure_page(&scene, title)?.page(0, COPIED);
        let pixels = pixels.ok_or_else(|| JobError::Unexpected("no picture".to_owned()))?;
        return Ok(Event::Picture(picture(&pixels)));
    }
    let lacking = figure_page(&scene, title)?.lacking().to_owned();
    let bytes = figure(&scene, title, format(to))?;
    progress.wanted()?;
    written(&bytes, to, path, lacking)
}

/// Pages to a file; for the printer a PDF that the system is asked to open.
pub(super) fn pages(
    document: &Document,
    to: Output,
    path: &Path,
    progress: &Progress,
) -> Result<Event, JobError> {
    progress.wanted()?;
    let lacking = document.lacking().to_owned();
    let bytes = document.write(format(to))?;
    progress.wanted()?;
    written(&bytes, to, path, lacking)
}

/// A page for the screen.
pub(super) fn picture(pixels: &Pixels) -> ColorImage {
    ColorImage::from_rgba_premultiplied([pixels.width, pixels.height], &pixels.rgba)
}

fn format(to: Output) -> Format {
    match to {
        Output::Pdf | Output::Print | Output::Clipboard => Format::Pdf,
        Output::Svg => Format::Svg,
        Output::Png => Format::Png,
    }
}

fn written(bytes: &[u8], to: Output, path: &Path, lacking: String) -> Result<Event, JobError> {
    if to == Output::Print {
        handed_over(bytes)?;
        return Ok(Event::Printed { lacking });
    }
    save::save(path, bytes)?;
    let path = path.to_owned();
    Ok(Event::Written { path, lacking })
}

/// Printing is the business of the system's own reader, where the user sees what comes out.
/// The file is left to the system's cleaning of temporary files: the reader still needs it.
fn handed_over(pdf: &[u8]) -> Result<(), JobError> {
    let path = std::env::temp_dir().join(format!("manyi-{}.pdf", std::process::id()));
    save::save(&path, pdf)?;
    opener::open(&path).map_err(|error| JobError::Unexpected(error.to_string()))
}

impl Bench {
    /// A workbook of something, to a file.
    pub(super) fn export(
        &mut self,
        what: Export,
        survey: SurveyId,
        wave: Option<WaveId>,
        language: Language,
        path: &Path,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let data = std::sync::Arc::clone(&self.data);
        let store = self.store()?;
        let order = export::Order {
            survey: data.survey(survey).ok_or(JobError::NoSurvey)?,
            wave: wave.and_then(|wave| data.wave(wave)),
            language,
        };
        let bytes = match what {
            Export::Definition => export::definition(&data, order)?,
            Export::Returns => export::returns(store, &data, order, progress)?,
            Export::Scores => export::scores(store, &data, order, progress)?,
            Export::Unanswered => export::unanswered(store, &data, order)?,
        };
        progress.wanted()?;
        save::save(path, &bytes)?;
        let (path, lacking) = (path.to_owned(), String::new());
        Ok(Event::Written { path, lacking })
    }
}
