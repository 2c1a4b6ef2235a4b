//! Files written for the user: charts and workbooks.

use egui::ColorImage;

use super::bench::{Bench, none_open};
use super::hand_over::HandedOver;
use super::{Command, Destination, Event, Writing};
use crate::chart::{Chart, Measure, Size, layout};
use crate::i18n::Language;
use crate::jobs::save::{OutputFile, Replace};
use crate::jobs::{JobError, export, print};
use crate::model::{Progress, SurveyId, WaveId};
use crate::paper::format::{pdf, xlsx};
use crate::paper::{Pixels, Writer, Written, figure_page};
use crate::ui::{Export, Output};

/// A chart as a picture of its own, in logical pixels.
const SIZE: Size = Size::new(960.0, 440.0);

/// Pixels a point in the clipboard: two a logical pixel, so that documents can enlarge it.
const COPIED: f32 = 2.667;

/// A chart as a picture or a page of its own, and the characters its fonts lack.
fn figured(chart: &Chart, to: Output) -> Result<Product, JobError> {
    let scene = layout(chart, SIZE, Measure::shared());
    let (title, below) = chart.titles();
    let scene = match title {
        "" => scene,
        _ => scene.titled(title, below),
    };
    if to == Output::Clipboard {
        let pixels = figure_page(&scene, title)?.page(0, COPIED);
        let pixels = pixels.ok_or_else(|| JobError::Unexpected("no picture".to_owned()))?;
        return Ok(Product::Picture(picture(&pixels)));
    }
    let Written { bytes, lacking } = to.writer()?.chart(&scene, title)?;
    Ok(Product::File { bytes, lacking })
}

/// What is to go somewhere.
enum Product {
    Picture(ColorImage),
    File { bytes: Vec<u8>, lacking: String },
}

/// A page for the screen.
pub(super) fn picture(pixels: &Pixels) -> ColorImage {
    ColorImage::from_rgba_premultiplied([pixels.width, pixels.height], &pixels.rgba)
}

impl Writing {
    /// What its file has to end in; `None` where it goes to no file.
    fn ending(&self) -> Option<&'static str> {
        match self {
            Self::Workbook { .. } | Self::Marked(_) => Some(xlsx::XLSX.ending),
            Self::Original(_) | Self::Attachment(_) => None,
            Self::Chart(_, to) | Self::Report { to, .. } | Self::Pages { to, .. } => match to {
                Output::File(format) => Some(format.ending),
                Output::Print | Output::Clipboard => None,
            },
        }
    }
}

impl Output {
    /// What writes its file; to the printer goes a PDF.
    fn writer(self) -> Result<&'static Writer, JobError> {
        let ending = match self {
            Self::File(format) => format.ending,
            Self::Print | Self::Clipboard => pdf::PDF.ending,
        };
        let unknown = || JobError::Unexpected("no such format".to_owned());
        Writer::of_ending(ending).ok_or_else(unknown)
    }
}

impl Bench {
    /// Writes it where it is to go; where a file stands in the way the user is asked.
    pub(super) fn write(
        &mut self,
        writing: Writing,
        target: &Destination,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        match self.done(&writing, target, progress) {
            Err(JobError::Occupied { path }) => {
                let replace = true;
                let target = Destination { path, replace };
                let again = Command::Write(writing, target);
                Ok(Event::Occupied(Box::new(again)))
            }
            other => other,
        }
    }

    fn done(
        &mut self,
        writing: &Writing,
        target: &Destination,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        // Refused before the work is done for it.
        let ending = writing.ending();
        if let Some(ending) = ending {
            self.place(target, ending)?.check()?;
        }
        let made = match writing {
            Writing::Chart(chart, to) => figured(chart, *to)?,
            Writing::Report {
                report,
                to,
                language,
            } => {
                let heading = self.heading(*language);
                let Written { bytes, lacking } = print::file(report, &heading, to.writer()?)?;
                Product::File { bytes, lacking }
            }
            Writing::Pages { pages, to } => {
                let (report, language) = self.written(*pages, progress)?;
                progress.wanted()?;
                let heading = self.heading(language);
                let Written { bytes, lacking } = to.writer()?.document(&report, &heading)?;
                Product::File { bytes, lacking }
            }
            Writing::Original(import) => return self.original(*import, target),
            Writing::Attachment(id) => return self.attachment(*id, target),
            Writing::Marked(id) => {
                let bytes = self.marked(*id)?;
                let lacking = String::new();
                Product::File { bytes, lacking }
            }
            Writing::Workbook {
                what,
                survey,
                wave,
                language,
            } => self.export(*what, *survey, *wave, *language, progress)?,
        };
        progress.wanted()?;
        match (made, ending) {
            (Product::Picture(picture), _) => Ok(Event::Picture(picture)),
            (Product::File { bytes, lacking }, Some(ending)) => {
                self.place(target, ending)?.write(bytes)?;
                let path = target.path.clone();
                Ok(Event::Written { path, lacking })
            }
            (Product::File { bytes, lacking }, None) => {
                // The reader has the pages before by now, or never needed them.
                self.handed_over = None;
                self.handed_over = Some(HandedOver::open(&bytes)?);
                Ok(Event::Printed { lacking })
            }
        }
    }

    fn place<'a>(
        &'a self,
        target: &'a Destination,
        ending: &'a str,
    ) -> Result<OutputFile<'a>, JobError> {
        let replace = match target.replace {
            true => Replace::Yes,
            false => Replace::No,
        };
        Ok(OutputFile {
            path: &target.path,
            ending,
            workspace: self.store.as_ref().ok_or_else(none_open)?.path(),
            replace,
        })
    }

    /// A workbook of something.
    fn export(
        &mut self,
        what: Export,
        survey: SurveyId,
        wave: Option<WaveId>,
        language: Language,
        progress: &Progress,
    ) -> Result<Product, JobError> {
        let (engine, from) = self.engine()?;
        let data = from.data;
        let scope = export::BookScope {
            survey: data.survey(survey).ok_or(JobError::NoSurvey)?,
            wave: wave.and_then(|wave| data.wave(wave)),
            language,
        };
        let bytes = match what {
            Export::Definition => export::definition(data, scope)?,
            Export::Returns => export::returns(engine, from, scope, progress)?,
            Export::Scores => export::scores(engine, from, scope, progress)?,
            Export::Unanswered => export::unanswered(engine, from, scope)?,
            Export::Issues => export::issues(from, scope)?,
        };
        let lacking = String::new();
        Ok(Product::File { bytes, lacking })
    }
}
