//! Does what the user asked for: a change of the window, or a command for the worker.

use std::sync::Arc;

use egui::{Context, Theme};

use super::dialogs::{Kind, Purpose, Question};
use super::echo;
use super::history::Turn;
use super::notice::Passing;
use super::window::Window;
use super::worker::{Command, Topic};
use crate::analysis::Filter;
use crate::edit::Typed;
use crate::i18n::step;
use crate::model::{Step, StepKind, WaveId};
use crate::theme::tokens;
use crate::ui::action::WorkspaceAction;
use crate::ui::shell::{InfoDialog, NewSurvey};
use crate::ui::welcome::NewDialog;
use crate::ui::{Action, Place, Ready, Wanted};

impl Window {
    /// Does it, or has it done.
    pub(super) fn perform(&mut self, context: &Context, action: Action) {
        match action {
            Action::Workspace(action) => self.workspace(context, action),
            Action::Survey(survey) => self.show(context, |shown| shown.show_survey(Some(survey))),
            Action::NewSurvey(name) => self.add_survey(context, name),
            Action::Wave(wave) => self.show(context, |shown| shown.show_wave(Some(wave))),
            Action::Filter(filter) => self.filter(filter),
            Action::Against(wave) => self.show_against(wave),
            Action::Go(place) => self.go(context, &place, true),
            Action::Look { wave, place } => {
                let from = self.desk.as_ref().and_then(|desk| desk.shown.wave);
                self.show(context, |shown| shown.show_wave(Some(wave)));
                self.go(context, &place, true);
                if let Some(last) = self.desk.as_mut().and_then(|it| it.shown.trail.last_mut()) {
                    last.1 = from.filter(|from| *from != wave);
                }
            }
            Action::Back => {
                let last = self.desk.as_mut().and_then(|desk| desk.shown.trail.pop());
                if let Some((place, wave)) = last {
                    if wave.is_some() {
                        self.show(context, |shown| shown.show_wave(wave));
                    }
                    self.go(context, &place, false);
                }
            }
            Action::Help => {
                let tab = self.desk.as_ref().map(|desk| desk.shown.tab);
                let help = crate::ui::help::Help::at(self.language(), tab);
                self.help = self.help.is_none().then_some(help);
            }
            Action::Search => self.search = Some(crate::ui::search::Search::default()),
            Action::Do(intent) => {
                self.carry_out(context, &intent);
            }
            Action::Undo => self.turn(context, Turn::Undo),
            Action::Redo => self.turn(context, Turn::Redo),
            Action::UndoImport(import) => self.undo_imports(context, &[import]),
            Action::UndoForms(imports) => self.undo_imports(context, &imports),
            Action::Pick(pick) => self.pick(context, pick),
            Action::Incoming(action) => self.incoming(context, action),
            Action::OpenWave(period) => self.open_wave(context, period),
            Action::Take(paths) => self.take(context, &paths),
            Action::Kept(import, kept) => self.of_original(context, import, kept),
            Action::Reread(import) => self.reread(import),
            Action::KeepDraft(typed) => self.worker.send(Command::KeepDraft(typed)),
            Action::Mark(action) => self.mark(context, action),
            Action::Attach(returned, paths) => self.attach(returned, paths),
            Action::SaveAttachment(id) => self.save_attachment(context, id),
            Action::MakeForms(kind, customers) => self.ask_for_forms(context, kind, customers),
            Action::ScanLine(returned, item) => self.fetch_line((returned, item)),
            Action::Chart { chart, to } => self.save_chart(context, chart, to),
            Action::Report { report, to } => self.save_report(context, report, to),
            Action::Export(what) => self.save_export(context, what),
            Action::Pages(action) => self.pages(context, action),
            Action::Cancel => self.worker.cancel(),
            Action::MakeAgain => self.make_again(),
            Action::Backup => self.worker.send(Command::Backup),
            Action::Language(language) => {
                self.settings.language = language;
                if let Some(desk) = &mut self.desk {
                    desk.shown.language = language;
                }
            }
            Action::Dark(dark) => {
                self.settings.dark = dark;
                context.set_theme(if dark { Theme::Dark } else { Theme::Light });
            }
            Action::Say(words) => self.say(context, words, None),
        }
    }

    fn workspace(&mut self, context: &Context, action: WorkspaceAction) {
        match action {
            WorkspaceAction::New => {
                self.new = Some(NewDialog::new(self.language(), self.scout.documents()));
            }
            WorkspaceAction::Create(new) => {
                self.leave_tab(context);
                self.worker.send(Command::Create(new));
            }
            WorkspaceAction::Open => self.pick(context, crate::ui::Pick::Workspace),
            WorkspaceAction::OpenPath(path) => {
                self.leave_tab(context);
                let read_only = false;
                self.worker.send(Command::Open { path, read_only });
            }
            WorkspaceAction::OpenReadOnly(path) => {
                self.leave_tab(context);
                let read_only = true;
                self.worker.send(Command::Open { path, read_only });
            }
            WorkspaceAction::Sample => {
                self.leave_tab(context);
                let folder = self.scout.documents().join("manyi-demo");
                self.worker.send(Command::Sample(folder));
            }
            WorkspaceAction::SaveCopy => {
                self.leave_tab(context);
                self.ask_for_copy(context);
            }
            WorkspaceAction::Info => {
                let today = self.today();
                let desk = self.desk.as_ref();
                self.info = desk.map(|desk| InfoDialog::new(&desk.shown.cx(today, None)));
            }
            WorkspaceAction::Copies(path) => self.show_copies(path),
            WorkspaceAction::Restore { path, name } => self.restore(context, path, name),
            WorkspaceAction::Salvage(path) => self.ask_for_rescue(context, path),
            WorkspaceAction::CopyRules(rules) => self.keep_copies_so(rules),
            WorkspaceAction::NewSurvey => self.new_survey = Some(NewSurvey::default()),
            WorkspaceAction::Close => {
                self.leave_tab(context);
                self.worker.send(Command::Close);
            }
            WorkspaceAction::ForgetRecent => self.settings.recent.clear(),
        }
    }

    /// Shows something else of the workspace, after what is typed was kept.
    pub(super) fn show(&mut self, context: &Context, change: impl FnOnce(&mut super::desk::Shown)) {
        self.leave_tab(context);
        if let Some(desk) = &mut self.desk {
            change(&mut desk.shown);
        }
        self.compute();
    }

    fn filter(&mut self, filter: Filter) {
        if let Some(desk) = &mut self.desk {
            desk.shown.filter = filter;
        }
        self.compute();
    }

    fn show_against(&mut self, wave: WaveId) {
        if let Some(desk) = &mut self.desk {
            desk.shown.compare_with(wave);
        }
        self.compute();
    }

    /// Asks for the figures of what is shown.
    pub(super) fn compute(&mut self) {
        self.counter += 1;
        let number = self.counter;
        let Some(desk) = &mut self.desk else {
            return;
        };
        let Some(wave) = desk.shown.wave else {
            return;
        };
        desk.shown.asked = number;
        desk.shown.answered = false;
        desk.shown.keep_against();
        let filter = desk.shown.filter.clone();
        let survey = desk.shown.survey;
        self.worker.send(Command::Figures {
            wave,
            against: desk.shown.against,
            filter: filter.clone(),
            number,
        });
        if let Some(survey) = survey {
            self.worker.send(Command::Waves {
                survey,
                filter,
                number,
            });
        }
    }

    /// Has made what the shown tab wants, unless it is on its way already. Nothing is made for a tab
    /// that was left.
    pub(super) fn want(&mut self, wanted: Option<Wanted>) {
        let number = self.counter + 1;
        let Some(desk) = &mut self.desk else {
            return;
        };
        let shown = &mut desk.shown;
        let Some(wanted) = wanted else {
            if shown.wanted.take().is_some() {
                self.worker.call_off(Topic::Make);
            }
            return;
        };
        let known = shown.wanted.as_ref();
        if known.is_some_and(|(known, of, _)| *of == shown.version && *known == wanted) {
            return;
        }
        self.counter = number;
        shown.wanted = Some((wanted.clone(), shown.version, number));
        shown.ready.go_on();
        self.worker.send(Command::Make {
            wanted,
            basis: Arc::new(shown.basis.clone()),
            number,
        });
    }

    /// What was called off is wanted after all.
    fn make_again(&mut self) {
        if let Some(desk) = &mut self.desk {
            desk.shown.wanted = None;
        }
    }

    /// What the shown tab wanted is there, if it is what was asked for last.
    pub(super) fn made(&mut self, number: u64, ready: Ready) {
        if let Some(desk) = &mut self.desk
            && let Some((_, _, asked)) = &desk.shown.wanted
            && *asked == number
        {
            let older = desk.shown.ready.take(ready);
            self.forget(None, older);
        }
    }

    fn go(&mut self, context: &Context, place: &Place, remember: bool) {
        self.leave_tab(context);
        let today = self.today();
        let Some(desk) = &mut self.desk else {
            return;
        };
        let shown = &mut desk.shown;
        // A question answered is no place to come back to, what it was asked over is.
        let here = match place {
            Place::OpenWave => Place::Tab(place.tab()),
            place => place.clone(),
        };
        let from = std::mem::replace(&mut shown.here, here);
        // Nor is a file taken in or left out.
        if remember && from != *place && from != Place::Mapping {
            shown.trail.push((from, None));
        }
        shown.tab = place.tab();
        desk.tabs.go(place, &desk.shown.cx(today, None));
    }

    /// Keeps what is typed in the shown tab.
    pub(super) fn leave_tab(&mut self, context: &Context) {
        let today = self.today();
        let Some(desk) = &mut self.desk else {
            return;
        };
        let cx = desk.shown.cx(today, None);
        desk.tabs.leave(&cx);
        for action in desk.shown.outbox.take() {
            self.perform(context, action);
        }
    }

    /// An edit: shown at once, sent to the file, remembered for undo.
    pub(super) fn apply(&mut self, context: &Context, step: Step, field: Option<Typed>) {
        let language = self.language();
        let now = context.input(|input| input.time);
        if let Some(number) = self.send(&step)
            && let Some(desk) = &mut self.desk
        {
            let words = step::done(language, &step);
            let undoable = step.kind.undoable();
            desk.shown.history.push(step, field, number, now);
            if let Some(words) = words {
                self.say(context, words, undoable.then_some(Action::Undo));
            }
        }
    }

    /// Puts a step on its way; `None` when nothing can be written.
    fn send(&mut self, step: &Step) -> Option<u64> {
        let desk = self.desk.as_mut().filter(|desk| desk.shown.writable)?;
        self.counter += 1;
        let number = self.counter;
        echo::apply(Arc::make_mut(&mut desk.shown.data), step);
        desk.shown.version += 1;
        desk.shown.under_way += 1;
        let step = step.clone();
        self.worker.send(Command::Apply { step, number });
        Some(number)
    }

    /// The last step taken back, or the one taken back last done again.
    pub(super) fn turn(&mut self, context: &Context, turn: Turn) {
        if turn == Turn::Undo {
            // What is being typed is the newest edit.
            self.leave_tab(context);
            self.said = None;
        }
        let number = self.counter + 1;
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.shown.writable) else {
            return;
        };
        if let Some(step) = desk.shown.history.turn(turn, number) {
            self.send(&step);
            // What comes or goes with a file is more than one sees.
            if matches!(step.kind, StepKind::UndoImport | StepKind::RestoreImport)
                && let Some(words) = step::done(self.language(), &step)
            {
                self.say(context, words, None);
            }
        }
    }

    /// Says something at the bottom of the window for a while.
    pub(super) fn say(&mut self, context: &Context, words: String, act: Option<Action>) {
        let now = context.input(|input| input.time);
        self.said = Some(Passing {
            words,
            act,
            until: now + f64::from(tokens().motion.toast_s),
        });
        context.request_repaint();
    }

    /// Asks for a file.
    pub(super) fn question(&mut self, context: &Context, question: Question) {
        self.dialogs.ask(question, &self.answers.0, context);
        context.request_repaint();
    }

    /// Asks where to keep something.
    pub(super) fn ask_where(
        &mut self,
        context: &Context,
        purpose: Purpose,
        title: String,
        name: String,
        files: (String, Vec<&'static str>),
    ) {
        let question = Question {
            purpose,
            kind: Kind::Save,
            title,
            name,
            files,
        };
        self.question(context, question);
    }
}
