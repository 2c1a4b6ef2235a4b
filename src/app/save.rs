//! Things written out: where to, then by the worker.

use std::path::{Path, PathBuf};

use egui::Context;

use super::dialogs::Purpose;
use super::notice::Notice;
use super::rescue::Rescue;
use super::window::Window;
use super::worker::{Command, Destination, Writing};
use crate::chart::Chart;
use crate::i18n::format;
use crate::jobs::salvage::Salvaged;
use crate::model::{AttachmentId, ImportId, StepKind};
use crate::paper::format::xlsx;
use crate::report::Report;
use crate::tr;
use crate::ui::{Export, Kept, Output};

impl Window {
    /// A chart to a file, the printer or the clipboard.
    pub(super) fn save_chart(&mut self, context: &Context, chart: Box<Chart>, to: Output) {
        let language = self.language();
        let format = match to {
            Output::File(format) => format,
            Output::Print | Output::Clipboard => {
                let target = Destination::default();
                let writing = Writing::Chart(chart, to);
                self.worker.send(Command::Write(writing, target));
                return;
            }
        };
        let name = format!("{}.{}", tr!(language, "file-chart"), format.ending);
        let title = tr!(language, "save-chart");
        let files = (format::name(language, format), vec![format.ending]);
        let purpose = Purpose::Chart(chart, to);
        self.ask_where(context, purpose, title, name, files);
    }

    /// A document to a file or the printer.
    pub(super) fn save_report(&mut self, context: &Context, report: Box<Report>, to: Output) {
        let language = self.language();
        let format = match to {
            Output::File(format) => format,
            Output::Print | Output::Clipboard => {
                return self.report_to(report, to, Destination::default());
            }
        };
        let name = format!("{}.{}", report.title, format.ending);
        let title = tr!(language, "save-report");
        let files = (format::name(language, format), vec![format.ending]);
        self.ask_where(context, Purpose::Report(report, to), title, name, files);
    }

    /// Where to is known.
    pub(super) fn report_to(&mut self, report: Box<Report>, to: Output, target: Destination) {
        let language = self.language();
        let writing = Writing::Report {
            report,
            to,
            language,
        };
        self.worker.send(Command::Write(writing, target));
    }

    /// A workbook of something.
    pub(super) fn save_export(&mut self, context: &Context, what: Export) {
        let language = self.language();
        let name = match what {
            Export::Definition => tr!(language, "file-definition"),
            Export::Returns => tr!(language, "file-returns"),
            Export::Scores => tr!(language, "file-scores"),
            Export::Unanswered => tr!(language, "file-unanswered"),
            Export::Issues => tr!(language, "file-issues"),
        };
        let title = tr!(language, "save-workbook");
        let format = xlsx::XLSX.format();
        let files = (format::name(language, format), vec![format.ending]);
        let purpose = Purpose::Export(what);
        let name = format!("{name}.{}", format.ending);
        self.ask_where(context, purpose, title, name, files);
    }

    /// What is kept of an imported file: saved, or removed.
    pub(super) fn of_original(&mut self, context: &Context, import: ImportId, kept: Kept) {
        let kind = match kept {
            Kept::Save => return self.save_original(context, import),
            Kept::Drop => StepKind::DropOriginal,
            Kept::Forget => StepKind::ForgetImport,
        };
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.shown.writable) else {
            return;
        };
        desk.shown.under_way += 1;
        self.counter += 1;
        let number = self.counter;
        self.worker.send(Command::Remove {
            import,
            kind,
            number,
        });
    }

    /// A file beside a return, under the name it came with.
    pub(super) fn save_attachment(&mut self, context: &Context, id: AttachmentId) {
        let desk = self.desk.as_ref();
        let known = desk.and_then(|desk| desk.shown.data.attachments.iter().find(|it| it.id == id));
        let Some(name) = known.map(|it| it.name.clone()) else {
            return;
        };
        let title = tr!(self.language(), "save-attachment");
        let anything = (String::new(), Vec::new());
        self.ask_where(context, Purpose::Attachment(id), title, name, anything);
    }

    /// Asks where to; the worker gives it the ending of what was kept.
    fn save_original(&mut self, context: &Context, import: ImportId) {
        let language = self.language();
        let known = self.desk.as_ref();
        let Some(known) = known.and_then(|desk| desk.shown.data.import(import)) else {
            return;
        };
        let name = known.file.clone();
        let title = tr!(language, "save-original");
        let files = (tr!(language, "files-sheets"), Vec::new());
        self.ask_where(context, Purpose::Original(import), title, name, files);
    }

    /// The workspace itself, to another place.
    pub(super) fn ask_for_copy(&mut self, context: &Context) {
        let language = self.language();
        let Some(desk) = &self.desk else {
            return;
        };
        // Beside the workspace its own name is taken.
        let name = desk.shown.path.file_stem().unwrap_or_default();
        let name = name.to_string_lossy().into_owned();
        let name = format!("{}.manyi", tr!(language, "file-copy", name = name));
        let title = tr!(language, "workspace-save-copy");
        let files = (tr!(language, "files-workspaces"), vec!["manyi"]);
        self.ask_where(context, Purpose::Copy, title, name, files);
    }

    /// Asks where what can be read of a damaged workspace goes.
    pub(super) fn ask_for_rescue(&mut self, context: &Context, damaged: PathBuf) {
        let language = self.language();
        let stem = damaged.file_stem().unwrap_or_default().to_string_lossy();
        let name = tr!(language, "file-salvaged", file = stem.into_owned());
        let title = tr!(language, "salvage-verb");
        let files = (tr!(language, "files-workspaces"), vec!["manyi"]);
        let purpose = Purpose::Rescue(damaged);
        self.ask_where(context, purpose, title, format!("{name}.manyi"), files);
    }

    /// It is there.
    pub(super) fn salvaged(&mut self, new: &Path, salvaged: &Salvaged) {
        let rescue = Rescue::new(new, salvaged, self.language());
        self.notices.push_back(Notice::Salvaged(Box::new(rescue)));
    }

    /// Where to is known.
    pub(super) fn export_to(&mut self, what: Export, target: Destination) {
        let Some(desk) = &self.desk else {
            return;
        };
        let Some(survey) = desk.shown.survey else {
            return;
        };
        let wave = desk.shown.wave;
        let language = self.language();
        let writing = Writing::Workbook {
            what,
            survey,
            wave,
            language,
        };
        self.worker.send(Command::Write(writing, target));
    }
}
