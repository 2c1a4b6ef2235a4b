//! The review material: its pages asked for and taken in, and what is printed from it.

use egui::{ColorImage, Context, TextureOptions};

use super::dialogs::Purpose;
use super::window::Window;
use super::worker::{Command, Target, Writing};
use crate::i18n::{Language, period};
use crate::jobs::{JobError, explain};
use crate::tr;
use crate::ui::{Edition, Laid, Output, Preview, Printed, ReviewAction, Sheet};

impl Window {
    pub(super) fn review(&mut self, context: &Context, action: ReviewAction) {
        match action {
            ReviewAction::LayOut(edition) => self.lay_out(edition),
            ReviewAction::Page { page, scale } => self.show_page(page, scale),
            ReviewAction::Save { what, to, language } => self.print(context, what, to, language),
        }
    }

    fn lay_out(&mut self, edition: Edition) {
        self.counter += 1;
        let number = self.counter;
        let Some(preview) = self.preview() else {
            return;
        };
        preview.asked = Some(edition);
        preview.number = number;
        preview.waiting = true;
        preview.failed = None;
        self.worker.send(Command::Review {
            survey: edition.survey,
            wave: edition.wave,
            language: edition.language,
            number,
        });
    }

    fn show_page(&mut self, page: usize, scale: f32) {
        let Some(preview) = self.preview() else {
            return;
        };
        let Some((number, _)) = preview.laid else {
            return;
        };
        preview.page_asked = Some((number, page, scale));
        preview.page_waiting = true;
        self.worker.send(Command::Page {
            page,
            scale,
            number,
        });
    }

    /// The pages came, or word why they do not.
    pub(super) fn laid(&mut self, number: u64, laid: Result<Laid, JobError>) {
        let language = self.language();
        let Some(preview) = self.preview().filter(|preview| preview.number == number) else {
            return;
        };
        preview.waiting = false;
        match laid {
            Ok(laid) => preview.laid = Some((number, laid)),
            Err(JobError::Cancelled(_)) => {
                preview.failed = Some(tr!(language, "review-stopped"));
            }
            Err(error) => preview.failed = Some(explain(&error, language)),
        }
    }

    /// A page came as a picture.
    pub(super) fn page(
        &mut self,
        context: &Context,
        number: u64,
        page: usize,
        pixels: Option<ColorImage>,
    ) {
        let Some(preview) = self.preview() else {
            return;
        };
        preview.page_waiting = false;
        if let Some(pixels) = pixels {
            let picture = context.load_texture("review page", pixels, TextureOptions::LINEAR);
            preview.sheet = Some(Sheet {
                number,
                page,
                picture,
            });
        }
    }

    fn preview(&mut self) -> Option<&mut Preview> {
        self.desk.as_mut().map(|desk| &mut desk.shown.preview)
    }

    /// To the printer, or to a file that is asked for first.
    fn print(&mut self, context: &Context, what: Printed, to: Output, language: Language) {
        let ending = match to {
            Output::File(ending) => ending,
            Output::Print | Output::Clipboard => {
                self.print_to(what, to, language, Target::default());
                return;
            }
        };
        let (document, title) = match what {
            Printed::Review => (
                tr!(language, "file-review"),
                tr!(self.language(), "save-review"),
            ),
            Printed::Trend => (
                tr!(language, "file-trend"),
                tr!(self.language(), "save-trend"),
            ),
            Printed::Scores => (
                tr!(language, "file-score-page"),
                tr!(self.language(), "save-scores"),
            ),
        };
        let shown = self.desk.as_ref().map(|desk| &desk.shown);
        let wave = shown.and_then(|shown| shown.data.wave(shown.wave?));
        let name = match wave {
            Some(wave) => format!("{document} {}", period::name(language, wave.period)),
            None => document,
        };
        let files = (ending.to_uppercase(), vec![ending]);
        let purpose = Purpose::Print(what, to, language);
        let name = format!("{name}.{ending}");
        self.ask_where(context, purpose, title, name, files);
    }

    /// Where to is known.
    pub(super) fn print_to(
        &mut self,
        what: Printed,
        to: Output,
        language: Language,
        target: Target,
    ) {
        let Some(desk) = &self.desk else {
            return;
        };
        if let (Some(survey), Some(wave)) = (desk.shown.survey, desk.shown.wave) {
            let writing = Writing::Pages {
                what,
                survey,
                wave,
                language,
                to,
            };
            self.worker.send(Command::Write(writing, target));
        }
    }
}
