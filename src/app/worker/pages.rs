//! Pages laid out and drawn, away from the window.

use egui::{ColorImage, Rect, pos2, vec2};

use super::Event;
use super::bench::Bench;
use super::write::picture;
use crate::i18n::Language;
use crate::intake::scan::Cut;
use crate::jobs::{JobError, choose, forms, print};
use crate::model::{LineageId, Progress, WaveId};
use crate::paper::{self, Document, Heading};
use crate::report::Report;
use crate::ui::{Laid, LineKey, Pages, Printed, Section, Spot};

/// Lines the trend of the meeting may have.
const LINES: usize = 6;

impl Bench {
    /// Lays pages out and keeps them for [`Bench::page`].
    pub(super) fn lay_out(&mut self, pages: Pages, number: u64, progress: &Progress) -> Event {
        let document = self
            .written(pages, progress)
            .and_then(|(report, language)| {
                progress.wanted()?;
                Ok(paper::pages(&report, &self.heading(language))?)
            });
        let laid = document.map(|document| {
            let laid = laid(&document);
            let place = match pages {
                Pages::Wave { .. } => &mut self.documents.wave,
                Pages::Form { .. } => &mut self.documents.form,
            };
            *place = Some((number, document));
            laid
        });
        Event::Laid {
            number,
            laid: Box::new(laid),
        }
    }

    /// A page of what was laid out as a picture.
    pub(super) fn page(&self, page: usize, scale: f32, number: u64) -> Event {
        let kept = self.documents.of(number);
        let pixels = kept.and_then(|document| document.page(page, scale));
        let pixels = pixels.as_ref().map(picture);
        Event::Page {
            number,
            page,
            pixels,
        }
    }

    /// A line of a scan as a picture. One that cannot be had is as good as none: the words beside
    /// it say what is wrong.
    pub(super) fn scan_line(&mut self, wave: WaveId, line: LineKey, progress: &Progress) -> Event {
        let cut = self.cut(wave, line, progress).ok().flatten();
        let pixels = cut.map(|cut| ColorImage::from_rgb([cut.width, cut.height], &cut.rgb));
        Event::ScanLine { line, pixels }
    }

    fn cut(
        &mut self,
        wave: WaveId,
        (returned, item): LineKey,
        progress: &Progress,
    ) -> Result<Option<Cut>, JobError> {
        let (engine, from) = self.engine()?;
        let all = engine.returns(from, wave)?;
        let of_line = all.returns.iter().find(|it| it.id == returned);
        let cut = of_line.map(|it| forms::line(from.store, from.data, it, item, progress));
        Ok(cut.transpose()?.flatten())
    }

    /// What stands on every page.
    pub(super) fn heading(&self, language: Language) -> Heading<'_> {
        print::heading(&self.data, language)
    }

    /// The document, and the language it is in.
    pub(super) fn written(
        &mut self,
        pages: Pages,
        progress: &Progress,
    ) -> Result<(Report, Language), JobError> {
        let (engine, from) = self.engine()?;
        let data = from.data;
        let (what, survey, wave, language) = match pages {
            Pages::Wave {
                what,
                survey,
                wave,
                language,
            } => (what, survey, wave, language),
            Pages::Form {
                revision,
                otherwise,
            } => {
                let revision = data.revision(revision).ok_or_else(gone)?;
                return Ok(print::form(revision, otherwise));
            }
        };
        let survey = data.survey(survey).ok_or(JobError::NoSurvey)?;
        let wave = data.wave(wave).ok_or_else(|| JobError::NoWave {
            survey: survey.name.clone(),
        })?;
        let scope = print::PageScope {
            survey,
            wave,
            language,
        };
        let report = match what {
            Printed::Review => print::review(engine, from, scope, progress)?,
            Printed::Scores => print::score_page(engine, from, scope, progress)?,
            Printed::Trend => {
                let asked = &choose::revision(data, wave)?.questionnaire.dimensions;
                let top = asked.iter().filter(|known| known.parent.is_none());
                let codes = top.map(|known| known.code.clone());
                let lines = std::iter::once("index".to_owned()).chain(codes);
                let lines: Vec<String> = lines.take(LINES).collect();
                print::trend_page(engine, from, scope, &lines, progress)?
            }
        };
        Ok((report, language))
    }
}

fn gone() -> JobError {
    JobError::Unexpected("no such revision".to_owned())
}

fn laid(document: &Document) -> Laid {
    let sections = document.sections().into_iter();
    let spots = document.marked().into_iter();
    let pages = 0..document.page_count();
    Laid {
        sections: sections
            .map(|known| Section {
                title: known.title,
                page: known.page,
                top: known.top,
            })
            .collect(),
        spots: spots
            .map(|known| Spot {
                item: LineageId(known.mark),
                page: known.page,
                place: Rect::from_min_max(
                    pos2(known.left, known.top),
                    pos2(known.right, known.bottom),
                ),
            })
            .collect(),
        pages: pages
            .filter_map(|page| {
                let (width, height) = document.page_size(page)?;
                Some((vec2(width, height), document.text(page)))
            })
            .collect(),
    }
}
