//! The dialog for the backups of a workspace: which there are, how much room they may take,
//! where else they go, and one of them restored.

mod restore;
mod rules;

use std::path::{Path, PathBuf};

use egui::{Context, Layout, Ui, vec2};

use crate::i18n::{Language, copy};
use crate::model::{CopyRules, CopyState, KeptCopy};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Outbox;
use crate::ui::widgets::dialog::{Answer, Reason};
use crate::ui::widgets::tag::Tone;
use crate::ui::widgets::{Cells, Column, Dialog, Table, text};

/// Wide enough for a line of the list in either language.
const WIDTH: f32 = 640.0;

/// Rows in sight at once.
const ROWS: usize = 8;

/// What is known of the backups and how they are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownCopies {
    /// Newest first.
    pub copies: Vec<KeptCopy>,
    pub rules: CopyRules,
}

/// The dialog and what was chosen in it.
#[derive(Clone, Debug)]
pub struct CopiesDialog {
    path: PathBuf,
    /// Whether the workspace may be replaced.
    writable: bool,
    /// `None` while they are being read.
    known: Option<KnownCopies>,
    chosen: Option<usize>,
    /// This one is to be restored: is it meant?
    asking: Option<KeptCopy>,
}

impl CopiesDialog {
    /// Of the workspace at a path, which need not be open.
    pub fn new(path: &Path, writable: bool) -> Self {
        Self {
            path: path.to_owned(),
            writable,
            known: None,
            chosen: None,
            asking: None,
        }
    }

    /// Whose backups it shows.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// They were read.
    pub fn learn(&mut self, known: KnownCopies) {
        self.chosen = self.chosen.filter(|at| *at < known.copies.len());
        self.known = Some(known);
    }

    /// Asks while it is open.
    pub fn ask(open: &mut Option<Self>, context: &Context, language: Language, outbox: &Outbox) {
        let Some(dialog) = open else {
            return;
        };
        let ended = if dialog.asking.is_some() {
            dialog.restore(context, language, outbox)
        } else {
            dialog.show(context, language, outbox)
        };
        if ended {
            *open = None;
        }
    }

    /// True when it is closed.
    fn show(&mut self, context: &Context, language: Language, outbox: &Outbox) -> bool {
        let file = self.path.file_name().unwrap_or_default().to_string_lossy();
        let title = tr!(language, "copies-title", file = file.into_owned());
        let answer = Dialog::new("copies", language, title, tr!(language, "copies-verb"))
            .closes()
            .width(WIDTH)
            .unless(self.wanted(language))
            .show(context, |ui| self.content(ui, language, outbox));
        if answer == Some(Answer::Done) {
            self.asking = self.wanted(language).ok();
        }
        answer == Some(Answer::Cancelled)
    }

    /// The chosen one, if it can be restored.
    fn wanted(&self, language: Language) -> Result<KeptCopy, Reason> {
        if !self.writable {
            return Err(tr!(language, "copies-read-only").into());
        }
        let known = self.known.as_ref().zip(self.chosen);
        match known.and_then(|(known, at)| known.copies.get(at)) {
            None => Err(tr!(language, "copies-choose").into()),
            Some(copy) if copy.state == CopyState::Damaged => {
                Err(tr!(language, "copies-damaged").into())
            }
            Some(copy) => Ok(copy.clone()),
        }
    }

    fn content(&mut self, ui: &mut Ui, language: Language, outbox: &Outbox) {
        let Some(known) = self.known.clone() else {
            return;
        };
        ui.add_space(tokens().space.group_gap);
        if known.copies.is_empty() {
            text::body(ui, tr!(language, "copies-none"));
        } else {
            self.list(ui, language, &known.copies);
        }
        ui.add_space(tokens().space.group_gap);
        text::weak(ui, tr!(language, "copies-kept"));
        ui.add_space(tokens().space.group_gap);
        rules::rules(ui, language, &known, outbox);
    }

    fn list(&mut self, ui: &mut Ui, language: Language, copies: &[KeptCopy]) {
        let columns = [
            Column::words(tr!(language, "copy-time"), 150.0),
            Column::words(tr!(language, "copy-state"), 110.0),
            Column::words(tr!(language, "copy-reason"), 200.0).stretch(1.0),
            Column::number(tr!(language, "copy-size"), 90.0),
        ];
        let rows = copies.len().min(ROWS) as f32;
        let height = tokens().height.table_head + rows * tokens().height.row_dense;
        let size = vec2(ui.available_width(), height);
        let layout = Layout::top_down(egui::Align::Min);
        let answer = ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_size(size);
            Table::new("copies", &columns, copies.len())
                .row_height(tokens().height.row_dense)
                .inset(0.0)
                .chosen(self.chosen)
                .show(ui, |row, cells| {
                    if let Some(kept) = copies.get(row) {
                        line(cells, language, kept);
                    }
                })
        });
        let answer = answer.inner;
        if let Some(row) = answer.chosen.or(answer.opened) {
            self.chosen = Some(row);
        }
        if answer.opened.is_some() {
            self.asking = self.wanted(language).ok();
        }
    }
}

fn line(cells: &mut Cells<'_>, language: Language, kept: &KeptCopy) {
    cells.text(&copy::time(kept));
    let tone = match kept.state {
        CopyState::Sound => Tone::Positive,
        CopyState::Unknown => Tone::Neutral,
        CopyState::Damaged => Tone::Negative,
    };
    cells.status(tone, &copy::state(language, kept));
    cells.weak(&copy::reason(language, kept));
    cells.text(&copy::size(kept.bytes));
}
