//! The forms of a wave: made for the customers who are asked, and those that come back.

use std::path::PathBuf;

use egui::Context;

use super::dialogs::{Kind, Purpose, Question};
use super::notice::Notice;
use super::window::Window;
use super::worker::{Arrival, Command};
use crate::i18n::{choice, period};
use crate::jobs::folder::Unfolded;
use crate::jobs::forms::{Arrived, Late, Made};
use crate::jobs::{JobError, explain, missing_pages};
use crate::model::{CustomerId, FormKind, WaveId};
use crate::tr;
use crate::ui::{Action, Place, Tab};

/// Forms that were refused told one by one.
const TOLD: usize = 8;

impl Window {
    /// Asks which folder the forms go into.
    pub(super) fn ask_for_forms(
        &mut self,
        context: &Context,
        kind: FormKind,
        customers: Vec<CustomerId>,
    ) {
        let wave = self.desk.as_ref().and_then(|desk| desk.shown.wave);
        let Some(wave) = wave else { return };
        let question = Question {
            purpose: Purpose::Forms(wave, kind, customers),
            kind: Kind::Folder,
            title: tr!(self.language(), "pick-forms"),
            name: String::new(),
            files: (String::new(), Vec::new()),
        };
        self.question(context, question);
    }

    /// Makes them there.
    pub(super) fn make_forms(
        &mut self,
        wave: WaveId,
        kind: FormKind,
        customers: Vec<CustomerId>,
        folder: PathBuf,
    ) {
        let language = self.language();
        self.worker.send(Command::MakeForms {
            wave,
            kind,
            customers,
            folder,
            language,
        });
    }

    /// They are written.
    pub(super) fn forms_made(&mut self, context: &Context, made: &Made) {
        let words = tr!(
            self.language(),
            "said-forms",
            count = made.files.len(),
            folder = made.folder.display().to_string()
        );
        self.say(context, words, None);
    }

    /// Files came in: the forms among them are taken in already, the others are looked at one
    /// by one.
    pub(super) fn arrived(&mut self, context: &Context, arrival: Arrival) {
        let Arrival {
            arrived,
            fresh,
            beside: written,
            unfolded,
            filled,
        } = arrival;
        let language = self.language();
        let pages = missing_pages(&arrived, language);
        let Arrived {
            taken,
            refused,
            late,
            others,
            step,
            ..
        } = arrived;
        // What only lay in the same folder was no wish of anybody.
        let (others, beside): (Vec<PathBuf>, Vec<PathBuf>) = others
            .into_iter()
            .partition(|path| !unfolded.scans.contains(path));
        let skipped = unfolded.skipped + beside.len();
        let none = taken.is_empty() && late.is_empty() && refused.is_empty();
        if none && others.is_empty() && pages.is_empty() {
            return self.say(context, tr!(language, "folder-empty"), None);
        }
        if let (Some(step), Some(fresh), Some(first)) = (step, fresh, taken.first()) {
            let issues: usize = taken.iter().map(|form| form.issues.len()).sum();
            let words = match issues {
                0 => tr!(language, "said-forms-in", count = taken.len()),
                issues => tr!(
                    language,
                    "said-forms-in-issues",
                    count = taken.len(),
                    issues = issues
                ),
            };
            self.counter += 1;
            let (number, now) = (self.counter, context.input(|input| input.time));
            if let Some(desk) = &mut self.desk {
                desk.shown.history.push(step, None, number, now);
            }
            self.read_again(fresh);
            self.show_whole_wave(context, first.import.wave);
            let act = Action::UndoForms(taken.iter().map(|form| form.import.id).collect());
            self.say(context, words, Some(act));
            if others.is_empty() {
                self.perform(context, Action::Go(Place::Tab(Tab::Returns)));
            }
        }
        self.tell_beside(taken.iter().map(|form| &form.import), written);
        self.tell_refused(&refused);
        self.ask_late(&late, filled);
        if !pages.is_empty() {
            self.notices.push_back(Notice::Failed {
                title: tr!(language, "forms-pages-missing"),
                words: pages.join("\n\n"),
            });
        }
        if !others.is_empty() {
            if unfolded.folders {
                let words = super::take::unfolded(language, others.len(), skipped);
                self.say(context, words, None);
            }
            self.queue(&others);
        }
    }

    /// Says why forms were not taken in.
    fn tell_refused(&mut self, refused: &[(PathBuf, JobError)]) {
        let language = self.language();
        if refused.is_empty() {
            return;
        }
        let told = refused.iter().take(TOLD);
        let mut words: Vec<String> = told.map(|(_, error)| explain(error, language)).collect();
        if refused.len() > TOLD {
            let more: usize = refused.len() - TOLD;
            words.push(tr!(language, "forms-refused-more", count = more));
        }
        self.notices.push_back(Notice::Failed {
            title: tr!(language, "forms-refused", count = refused.len()),
            words: words.join("\n\n"),
        });
    }

    /// Asks whether what came to closed waves is taken in as late; all of them with one question.
    fn ask_late(&mut self, late: &[Late], filled: Option<WaveId>) {
        let language = self.language();
        let Some(desk) = self.desk.as_ref().filter(|_| !late.is_empty()) else {
            return;
        };
        let waves = desk.shown.data.waves.iter();
        let waves = waves.filter(|wave| late.iter().any(|it| it.wave == wave.id));
        let closed = waves.filter_map(|wave| {
            let closing = choice::closing(language, wave.closed()?);
            let period = period::name(language, wave.period);
            Some(tr!(
                language,
                "forms-late-wave",
                period = period,
                closed = closing
            ))
        });
        let mut words: Vec<String> = closed.collect();
        words.push(tr!(language, "forms-late-explained"));
        let count: usize = late.iter().map(|it| it.returns).sum();
        let mut files: Vec<PathBuf> = Vec::new();
        for file in late.iter().flat_map(|it| &it.files) {
            if !files.contains(file) {
                files.push(file.clone());
            }
        }
        let unfolded = Unfolded {
            files,
            ..Unfolded::default()
        };
        self.notices.push_back(Notice::Late {
            title: tr!(language, "forms-late", count = count),
            words: words.join("\n\n"),
            again: Box::new(Command::Arrive {
                unfolded,
                filled,
                late: true,
            }),
        });
    }

    /// Shows a wave, whichever survey it is of.
    fn show_whole_wave(&mut self, context: &Context, id: WaveId) {
        let Some(desk) = &self.desk else { return };
        let shown = &desk.shown;
        let survey = shown.data.wave(id).map(|wave| wave.survey);
        if shown.wave == Some(id) || survey.is_none() {
            return;
        }
        let other = shown.survey != survey;
        self.show(context, |shown| {
            if other {
                shown.show_survey(survey);
            }
            shown.show_wave(Some(id));
        });
    }
}
