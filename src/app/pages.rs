//! Pages to look at, asked for and taken in, and pages to print and to save.

use egui::{ColorImage, Context, TextureFilter, TextureOptions};

use super::desk::Shown;
use super::dialogs::Purpose;
use super::window::Window;
use super::worker::{Command, Destination, Writing};
use crate::i18n::{Language, form, format, period};
use crate::jobs::{JobError, explain};
use crate::tr;
use crate::ui::{Edition, Laid, LineKey, Output, Pages, PagesAction, Preview, Printed, Sheet};

impl Window {
    pub(super) fn pages(&mut self, context: &Context, action: PagesAction) {
        match action {
            PagesAction::LayOut(edition) => self.lay_out(edition),
            PagesAction::Page {
                number,
                page,
                scale,
            } => self.show_page(number, page, scale),
            PagesAction::Save { pages, to } => self.save_pages(context, pages, to),
        }
    }

    fn lay_out(&mut self, edition: Edition) {
        self.counter += 1;
        let number = self.counter;
        let Some(desk) = &mut self.desk else {
            return;
        };
        let preview = match edition.pages {
            Pages::Wave { .. } => &mut desk.shown.preview,
            Pages::Form { .. } => &mut desk.shown.form,
        };
        preview.asked = Some(edition);
        preview.number = number;
        preview.waiting = true;
        preview.failed = None;
        let pages = edition.pages;
        self.worker.send(Command::LayOut { pages, number });
    }

    fn show_page(&mut self, number: u64, page: usize, scale: f32) {
        let laid = |preview: &Preview| preview.laid.as_ref().is_some_and(|it| it.0 == number);
        if let Some(preview) = self.preview(laid).filter(|it| !it.picture_waiting) {
            preview.expect(number, page, scale);
            self.worker.send(Command::Page {
                page,
                scale,
                number,
            });
        }
    }

    /// The pages came, or word why they do not.
    pub(super) fn laid(&mut self, number: u64, laid: Result<Laid, JobError>) {
        let language = self.language();
        let Some(preview) = self.preview(|preview| preview.number == number) else {
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
        let asked = |preview: &Preview| preview.pictures_asked.iter().any(|it| it.0 == number);
        let Some(preview) = self.preview(asked) else {
            return;
        };
        preview.picture_waiting = false;
        if let Some(pixels) = pixels {
            let picture = context.load_texture("page", pixels, TextureOptions::LINEAR);
            preview.take(Sheet {
                number,
                page,
                picture,
            });
        }
    }

    /// The pages of the review material, or those of the form.
    fn preview(&mut self, which: impl Fn(&Preview) -> bool) -> Option<&mut Preview> {
        let Shown { preview, form, .. } = &mut self.desk.as_mut()?.shown;
        [preview, form].into_iter().find(|preview| which(preview))
    }

    /// Fetches a line of a scan, unless it is known or on its way.
    pub(super) fn fetch_line(&mut self, line: LineKey) {
        let Some(desk) = &mut self.desk else {
            return;
        };
        if let Some(wave) = desk.shown.wave.filter(|_| desk.shown.lines.ask(line)) {
            self.worker.send(Command::ScanLine { wave, line });
        }
    }

    /// It came as a picture, or does not come.
    pub(super) fn line_fetched(
        &mut self,
        context: &Context,
        line: LineKey,
        pixels: Option<ColorImage>,
    ) {
        // It is shown smaller than it is.
        let options = TextureOptions::LINEAR.with_mipmap_mode(Some(TextureFilter::Linear));
        let picture = pixels.map(|pixels| context.load_texture("line", pixels, options));
        if let Some(desk) = &mut self.desk {
            desk.shown.lines.take(line, picture);
        }
    }

    /// To the printer, or to a file that is asked for first.
    fn save_pages(&mut self, context: &Context, pages: Pages, to: Output) {
        let format = match to {
            Output::File(format) => format,
            Output::Print | Output::Clipboard => {
                self.print_to(pages, to, Destination::default());
                return;
            }
        };
        let language = self.language();
        let title = match pages {
            Pages::Wave { what, .. } => match what {
                Printed::Review => tr!(language, "save-review"),
                Printed::Trend => tr!(language, "save-trend"),
                Printed::Scores => tr!(language, "save-scores"),
            },
            Pages::Form { .. } => tr!(language, "save-form"),
        };
        let name = self.file_name(pages).unwrap_or_default();
        let files = (format::name(language, format), vec![format.ending]);
        let name = format!("{name}.{}", format.ending);
        self.ask_where(context, Purpose::Pages(pages, to), title, name, files);
    }

    /// What a file of pages is called, in their language.
    fn file_name(&self, pages: Pages) -> Option<String> {
        let data = &self.desk.as_ref()?.shown.data;
        match pages {
            Pages::Wave {
                what,
                wave,
                language,
                ..
            } => {
                let document = document_name(what, language);
                let name = data.wave(wave).map(|it| period::name(language, it.period));
                Some(format!("{document} {}", name.unwrap_or_default()))
            }
            Pages::Form {
                revision,
                otherwise,
            } => {
                let revision = data.revision(revision)?;
                let all = &revision.questionnaire;
                let language = form::language(all).unwrap_or(otherwise);
                let title = match all.title.trim() {
                    "" => tr!(language, "file-form"),
                    title => title.to_owned(),
                };
                Some(format!("{title} {}", revision.label))
            }
        }
    }

    /// Where to is known.
    pub(super) fn print_to(&mut self, pages: Pages, to: Output, target: Destination) {
        let writing = Writing::Pages { pages, to };
        self.worker.send(Command::Write(writing, target));
    }
}

fn document_name(what: Printed, language: Language) -> String {
    match what {
        Printed::Review => tr!(language, "file-review"),
        Printed::Trend => tr!(language, "file-trend"),
        Printed::Scores => tr!(language, "file-score-page"),
    }
}
