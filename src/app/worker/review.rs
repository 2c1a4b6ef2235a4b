//! The review material laid out and its pages drawn, away from the window.

use egui::vec2;

use super::Event;
use super::bench::Bench;
use super::write::picture;
use crate::i18n::Language;
use crate::jobs::{JobError, choose, print};
use crate::model::{Progress, SurveyId, WaveId};
use crate::paper::{self, Document, Heading};
use crate::report::Report;
use crate::ui::{Laid, Printed, Section};

/// Lines the trend of the meeting may have.
const LINES: usize = 6;

impl Bench {
    /// Lays the material out and keeps it for [`Bench::page`].
    pub(super) fn review(
        &mut self,
        survey: SurveyId,
        wave: WaveId,
        language: Language,
        number: u64,
        progress: &Progress,
    ) -> Event {
        let document = self
            .report(Printed::Review, survey, wave, language, progress)
            .and_then(|report| {
                progress.wanted()?;
                Ok(paper::pages(&report, &self.heading(language))?)
            });
        let laid = document.map(|document| {
            let laid = laid(&document);
            self.review = Some((number, document));
            laid
        });
        Event::Laid {
            number,
            laid: Box::new(laid),
        }
    }

    /// A page of the material as a picture.
    pub(super) fn page(&self, page: usize, scale: f32, number: u64) -> Event {
        let kept = self.review.as_ref().filter(|(known, _)| *known == number);
        let pixels = kept.and_then(|(_, document)| document.page(page, scale));
        let pixels = pixels.as_ref().map(picture);
        Event::Page {
            number,
            page,
            pixels,
        }
    }

    /// What stands on every page.
    pub(super) fn heading(&self, language: Language) -> Heading<'_> {
        print::heading(&self.data, language)
    }

    /// A document of the wave.
    pub(super) fn report(
        &mut self,
        what: Printed,
        survey: SurveyId,
        wave: WaveId,
        language: Language,
        progress: &Progress,
    ) -> Result<Report, JobError> {
        let (engine, from) = self.engine()?;
        let data = from.data;
        let survey = data.survey(survey).ok_or(JobError::NoSurvey)?;
        let wave = data.wave(wave).ok_or_else(|| JobError::NoWave {
            survey: survey.name.clone(),
        })?;
        let order = print::Order {
            survey,
            wave,
            language,
        };
        match what {
            Printed::Review => print::review(engine, from, order, progress),
            Printed::Scores => print::score_page(engine, from, order, progress),
            Printed::Trend => {
                let asked = &choose::revision(data, wave)?.questionnaire.dimensions;
                let top = asked.iter().filter(|known| known.parent.is_none());
                let codes = top.map(|known| known.code.clone());
                let lines = std::iter::once("index".to_owned()).chain(codes);
                let lines: Vec<String> = lines.take(LINES).collect();
                print::trend_page(engine, from, order, &lines, progress)
            }
        }
    }
}

fn laid(document: &Document) -> Laid {
    let sections = document.sections().into_iter();
    let pages = 0..document.page_count();
    Laid {
        sections: sections
            .map(|known| Section {
                title: known.title,
                page: known.page,
                top: known.top,
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
