//! A firm's own form marked by hand: opened, kept, and the files that waited for it taken up.

use std::path::PathBuf;

use egui::Context;

use super::dialogs::Purpose;
use super::notice::Notice;
use super::window::Window;
use super::worker::{Command, Job};
use crate::edit::Intent;
use crate::jobs::folder::Unfolded;
use crate::jobs::{JobError, explain, marking};
use crate::model::{Marking, MarkingId};
use crate::tr;
use crate::ui::{Action, Blank, MarkAction, Place, Tab};

impl Window {
    /// What the user wants of a form that is marked.
    pub(super) fn mark(&mut self, context: &Context, action: MarkAction) {
        self.counter += 1;
        let number = self.counter;
        let Some(desk) = &mut self.desk else {
            return;
        };
        let shown = &mut desk.shown;
        let revision = shown.basis.sight().revision().map(|it| it.id);
        let queue = &shown.queue;
        // What is shown already is not read from the disk once more.
        let at_hand = queue.at_hand.clone().filter(|_| queue.shown.is_none());
        let command = match action {
            MarkAction::Leave => return self.unmarked(context),
            MarkAction::Save(id) => return self.save_marked(context, id),
            MarkAction::Keep(marking) => Some(Command::KeepBlank(marking)),
            MarkAction::Open(path) => revision.map(|revision| Command::OpenBlank {
                path: Some(path),
                revision,
                number,
            }),
            MarkAction::AtHand => revision.map(|revision| Command::OpenBlank {
                path: at_hand,
                revision,
                number,
            }),
            MarkAction::Edit(id) => revision.map(|revision| Command::OpenMarking {
                id,
                revision,
                number,
            }),
        };
        if let Some(command) = command {
            self.worker.send(command);
        }
    }

    /// Asks where the form goes, with its marks in its cells.
    fn save_marked(&mut self, context: &Context, id: MarkingId) {
        let language = self.language();
        let desk = self.desk.as_ref();
        let marking = desk.and_then(|desk| desk.shown.data.markings.iter().find(|it| it.id == id));
        let Some(marking) = marking else {
            return;
        };
        let stem = std::path::Path::new(&marking.file).file_stem();
        let stem = stem.unwrap_or_default().to_string_lossy().into_owned();
        let name = tr!(language, "file-marked", file = stem);
        let title = tr!(language, "marks-save");
        let files = (tr!(language, "files-sheets"), vec!["xlsx"]);
        let name = format!("{name}.xlsx");
        self.ask_where(context, Purpose::Marked(id), title, name, files);
    }

    /// The form is there to be marked.
    pub(super) fn blank_opened(&mut self, context: &Context, blank: Blank) {
        if let Some(desk) = &mut self.desk {
            desk.shown.blank = Some(blank);
            self.perform(context, Action::Go(Place::Marks));
        }
    }

    /// Its bytes are kept: the edit is made, and what waited for it is looked at once more.
    pub(super) fn markable(&mut self, context: &Context, marking: Box<Marking>, filled: bool) {
        self.carry_out(context, &Intent::SetMarking(marking));
        let Some(desk) = &mut self.desk else {
            return;
        };
        let shown = &mut desk.shown;
        shown.blank = None;
        let queue = &mut shown.queue;
        let Some(path) = queue.at_hand.take() else {
            return self.perform(context, Action::Go(Place::Marks));
        };
        queue.shown = None;
        let waiting = std::mem::take(&mut queue.waiting);
        // A blank says nothing: it is no return.
        let own = (filled && !queue.reread).then_some(path);
        let files: Vec<PathBuf> = own.into_iter().chain(waiting).collect();
        let wave = shown.wave;
        self.worker.send(Command::Leave);
        self.perform(context, Action::Go(Place::Tab(Tab::Returns)));
        if files.is_empty() {
            return;
        }
        if wave.is_none() {
            return self.queue(&files);
        }
        let unfolded = Unfolded {
            files,
            ..Unfolded::default()
        };
        self.worker.send(Command::Arrive {
            unfolded,
            filled: wave,
            late: false,
        });
    }

    /// It is left: back to the file it was opened from, to the next one, or to the list.
    fn unmarked(&mut self, context: &Context) {
        let Some(desk) = &mut self.desk else {
            return;
        };
        desk.shown.blank = None;
        let queue = &desk.shown.queue;
        match (queue.at_hand.is_some(), queue.shown.is_some()) {
            (true, true) => self.perform(context, Action::Go(Place::Mapping)),
            (true, false) => self.incoming_failed(context),
            (false, _) => self.perform(context, Action::Back),
        }
    }

    /// Offers to mark a file of returns that is not understood; the files behind it wait. `false`
    /// where it can be no form.
    pub(super) fn offers_marking(&mut self, job: Job, error: &JobError) -> bool {
        let language = self.language();
        let Some(desk) = self.desk.as_ref().filter(|desk| desk.shown.writable) else {
            return false;
        };
        let queue = &desk.shown.queue;
        let waits = queue.at_hand.is_some() && queue.shown.is_none() && !queue.reread;
        if job != Job::Look || !waits || !marking::may_help(error) {
            return false;
        }
        let first = explain(error, language);
        // What was marked already says itself what to do.
        let words = match marking::was_marked(error) {
            true => first,
            false => {
                let second = tr!(language, "mark-offered");
                tr!(language, "sentences", first = first, second = second)
            }
        };
        let title = tr!(language, "failed-look");
        self.notices.push_back(Notice::Unknown { title, words });
        true
    }
}
