//! The window: its state, and one frame of it.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{Context, Theme, Ui};
use jiff::Zoned;
use jiff::civil::Date;

use super::desk::Desk;
use super::dialogs::{Answer, Dialogs};
use super::ended::Ended;
use super::notice::{Notice, Passing};
use super::scout::Scout;
use super::settings::Settings;
use super::worker::{Command, Job, Worker};
use crate::i18n::Language;
use crate::jobs::unpack::Unpacked;
use crate::theme::tokens;
use crate::tr;
use crate::ui::help::Help;
use crate::ui::search::Search;
use crate::ui::shell::{BestDialog, CopiesDialog, InfoDialog, NewSurvey};
use crate::ui::welcome::{Front, NewDialog, welcome};
use crate::ui::widgets::focus;
use crate::ui::{Action, Outbox, Running, shell, style};

/// The program's window.
#[derive(Debug)]
pub struct Window {
    pub(super) settings: Settings,
    /// What of them is on the disk.
    kept: Settings,
    pub(super) dialogs: Dialogs,
    pub(super) worker: Worker,
    pub(super) scout: Scout,
    pub(super) desk: Option<Desk>,
    /// What lay in mails and archives that were let go, as long as a workspace is open.
    pub(super) unpacked: Vec<Unpacked>,
    /// The dialog for a new workspace.
    pub(super) new: Option<NewDialog>,
    /// The dialog for the names of the open one.
    pub(super) info: Option<InfoDialog>,
    /// The dialog for its backups, or those of one that cannot be opened.
    pub(super) copies: Option<CopiesDialog>,
    /// The dialog for another survey in it.
    pub(super) new_survey: Option<NewSurvey>,
    /// The file taken in last as the next revision, and the question which end of its scales is
    /// the best.
    pub(super) revision: Option<PathBuf>,
    pub(super) best: Option<BestDialog>,
    /// The guide beside the page.
    pub(super) help: Option<Help>,
    /// The search over everything.
    pub(super) search: Option<Search>,
    /// What is asked for where no workspace is needed.
    outbox: Outbox,
    /// Shown one after the other.
    pub(super) notices: VecDeque<Notice>,
    pub(super) said: Option<Passing>,
    pub(super) answers: (Sender<Answer>, Receiver<Answer>),
    /// Numbers edits and figures, so that answers find them.
    pub(super) counter: u64,
    /// Fixed in tests.
    today: Option<Date>,
    title: String,
}

impl Window {
    /// A window with the workspace at the path, or the welcome page.
    pub fn new(
        context: &Context,
        settings: Settings,
        dialogs: Dialogs,
        workspace: Option<PathBuf>,
    ) -> Self {
        style::install(context);
        let theme = if settings.dark {
            Theme::Dark
        } else {
            Theme::Light
        };
        context.set_theme(theme);
        let mut worker = Worker::start(context.clone(), settings.copies.clone());
        if let Some(path) = workspace {
            worker.send(Command::Open {
                path,
                read_only: false,
            });
        }
        Self {
            kept: settings.clone(),
            settings,
            dialogs,
            worker,
            scout: Scout::start(context.clone()),
            desk: None,
            new: None,
            info: None,
            copies: None,
            new_survey: None,
            revision: None,
            best: None,
            help: None,
            search: None,
            outbox: Outbox::default(),
            notices: VecDeque::new(),
            said: None,
            unpacked: Vec::new(),
            answers: channel(),
            counter: 0,
            today: None,
            title: String::new(),
        }
    }

    /// The same on a fixed day, for tests.
    #[must_use]
    pub fn on(mut self, today: Date) -> Self {
        self.today = Some(today);
        self
    }

    /// Nothing is on its way: what is shown is how it is.
    pub fn idle(&self) -> bool {
        self.worker.idle() && self.scout.idle()
    }

    /// What a user would ask for by hand, for tests and the command line.
    pub fn ask(&mut self, context: &Context, action: Action) {
        self.perform(context, action);
    }

    pub(super) fn language(&self) -> Language {
        self.settings.language
    }

    pub(super) fn today(&self) -> Date {
        self.today.unwrap_or_else(|| Zoned::now().date())
    }

    /// What runs for so long that it has to be shown.
    fn running(&self) -> Option<Running> {
        let pending = self.worker.working()?;
        let words = self.job_name(pending.job)?;
        let shown_after = tokens().motion.progress_after_ms / 1000.0;
        (pending.since.elapsed().as_secs_f32() >= shown_after).then(|| Running {
            words,
            state: pending.progress.state(),
        })
    }

    fn job_name(&self, job: Job) -> Option<String> {
        let language = self.language();
        Some(match job {
            Job::Edit | Job::Figures | Job::Copies => return None,
            Job::Restore => tr!(language, "job-restore"),
            Job::Salvage => tr!(language, "job-salvage"),
            Job::Open => tr!(language, "job-open"),
            Job::Create => tr!(language, "job-create"),
            Job::Sample => tr!(language, "job-sample"),
            Job::Backup => tr!(language, "job-backup"),
            Job::Look => tr!(language, "job-look"),
            Job::Import => tr!(language, "job-import"),
            Job::Attach => tr!(language, "job-attach"),
            Job::Mark => tr!(language, "job-mark"),
            Job::Forms => tr!(language, "job-forms"),
            Job::Arrive => tr!(language, "job-arrive"),
            Job::Customers => tr!(language, "job-customers"),
            Job::Revision => tr!(language, "job-revision"),
            Job::Pages => tr!(language, "job-pages"),
            Job::Write => tr!(language, "job-write"),
        })
    }

    fn draw(&mut self, ui: &mut Ui) {
        let running = self.running();
        if !self.worker.idle() {
            // Progress moves while nobody touches the mouse.
            let soon = std::time::Duration::from_millis(60);
            ui.ctx().request_repaint_after(soon);
        }
        let (language, today) = (self.language(), self.today());
        let dark = self.settings.dark;
        match &mut self.desk {
            Some(desk) => {
                let cx = desk.shown.cx(today, running.as_ref());
                shell::keys(ui.ctx(), cx.outbox, Some(&cx));
                shell::top_line(ui, &cx, dark);
                shell::tab_row(ui, &cx);
                shell::status_line(ui, &cx);
                let wanted = desk.tabs.ui(ui, &cx);
                let sought = self.search.as_ref().and_then(|it| it.wants(&cx));
                let wanted = sought.or(wanted);
                self.want(wanted);
            }
            None => {
                shell::keys(ui.ctx(), &self.outbox, None);
                let front = Front {
                    language,
                    dark,
                    today,
                    recent: &self.settings.recent,
                    running: running.as_ref(),
                    outbox: &self.outbox,
                };
                welcome(ui, &front);
            }
        }
    }

    /// What was asked for since it was taken last.
    fn asked(&self) -> Vec<Action> {
        let of_desk = self.desk.as_ref().map(|desk| desk.shown.outbox.take());
        let mut asked = of_desk.unwrap_or_default();
        asked.extend(self.outbox.take());
        asked
    }

    /// Dialogs and the toast, over everything.
    fn draw_over(&mut self, context: &Context) {
        let language = self.language();
        self.draw_forms(context);
        let tab = self.desk.as_ref().map(|desk| desk.shown.tab);
        if let Some(help) = &mut self.help
            && help.show(context, language, tab)
        {
            self.help = None;
        }
        if let Some(notice) = self.notices.front_mut()
            && let Some(ended) = notice.show(context, language)
        {
            self.notices.pop_front();
            match ended {
                Ended::Closed => {}
                Ended::Wish(action) => self.outbox.ask(action),
                Ended::StepOver(stuck) => self.step_over(context, &stuck),
                Ended::Paths(question, paths) => {
                    self.answered(context, *question, &paths, false);
                }
                Ended::Again(command) => self.worker.send(*command),
            }
        }
        if let Some(said) = &self.said
            && let Some(ended) = said.show(context, language)
        {
            self.said = None;
            self.outbox.ask(ended);
        }
    }

    /// The dialogs that ask for names, one at a time.
    fn draw_forms(&mut self, context: &Context) {
        let (language, today) = (self.language(), self.today());
        let working = self.worker.working();
        let creating = working.is_some_and(|pending| pending.job == Job::Create);
        if self.new.is_some() && !creating {
            return NewDialog::ask(&mut self.new, context, language, &self.outbox);
        }
        if let Some((path, best)) = BestDialog::ask(&mut self.best, context, language) {
            return self.next_revision(path, Some(best));
        }
        if self.copies.is_some() {
            return CopiesDialog::ask(&mut self.copies, context, language, &self.outbox);
        }
        let Some(desk) = &self.desk else {
            return;
        };
        let cx = desk.shown.cx(today, None);
        if self.info.is_some() {
            InfoDialog::ask(&mut self.info, context, &cx);
        } else if self.new_survey.is_some() {
            NewSurvey::ask(&mut self.new_survey, context, &cx);
        } else {
            Search::ask(&mut self.search, context, &cx);
        }
    }

    /// Settings go to the disk when they change: the framework's own time for it may never
    /// come once the window is idle.
    fn keep_settings(&mut self, frame: &mut eframe::Frame) {
        if self.settings == self.kept {
            return;
        }
        self.kept = self.settings.clone();
        if let Some(storage) = frame.storage_mut() {
            self.settings.save(storage);
            storage.flush();
        }
    }

    /// The name of the window in the task bar.
    fn entitle(&mut self, context: &Context) {
        let program = tr!(self.language(), "app-name");
        let title = match &self.desk {
            Some(desk) => format!("{} — {program}", desk.shown.data.workspace.company),
            None => program,
        };
        if title != self.title {
            self.title.clone_from(&title);
            context.send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
    }
}

impl eframe::App for Window {
    fn logic(&mut self, context: &Context, _frame: &mut eframe::Frame) {
        self.absorb(context);
        self.entitle(context);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let context = ui.ctx().clone();
        focus::settle(&context);
        self.draw(ui);
        self.held_files(ui);
        let dropped = self.dropped(&context);
        self.outbox.ask(dropped);
        self.draw_over(&context);
        if context.input(|input| input.viewport().close_requested()) {
            self.leave_tab(&context);
        }
        for action in self.asked() {
            self.perform(&context, action);
        }
        self.keep_settings(frame);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        self.settings.save(storage);
    }
}
