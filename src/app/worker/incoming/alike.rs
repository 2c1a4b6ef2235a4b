//! Files under the same titles: what their columns were holds for those that come later, and in one
//! line what was asked of one is not asked of the next.

use std::sync::Arc;

use super::Looking;
use crate::app::worker::bench::Bench;
use crate::jobs::import;
use crate::model::{ColumnMapping, Mapping, Period, Remark, Revision};
use crate::ui::Incoming;

/// A file of the line that was taken in after somebody had answered what was asked of it.
#[derive(Clone, Debug)]
pub struct Precedent {
    pub file: String,
    pub period: Period,
    pub mapping: Arc<Mapping>,
    /// Columns that were asked about.
    pub asked: Vec<usize>,
    /// What was said of it.
    pub remarks: Vec<Remark>,
}

impl Bench {
    /// The mapping of an earlier import under the same titles, if there is one: what its
    /// columns were, not how their values were read, because a second export under the same
    /// titles may hold numbers where the first held labels.
    pub(super) fn remember(&mut self, revision: &Revision) {
        let Some(looking) = self.looking.as_mut() else {
            return;
        };
        let sheet = &looking.candidate.sheet;
        let earlier = self.data.imports.iter().rev().find_map(|import| {
            sheet.fits(&import.mapping).then(|| {
                let same_file = import.sha256 == looking.candidate.source.sha256;
                let Mapping { columns, rows, .. } = Mapping::clone(&import.mapping);
                (import.file.clone(), columns, rows, same_file)
            })
        });
        if let Some((file, columns, rows, same_file)) = earlier {
            let targets = columns.into_iter().map(|column| column.target);
            if same_file {
                looking.candidate.mapping.rows = rows;
            }
            if looking.use_targets(targets, revision) {
                looking.remembered = Some(file);
            }
        }
    }
}

impl Looking {
    /// Takes the columns for what they were in an earlier file, and what was asked about them for
    /// answered.
    /// False where none of them has these titles.
    pub(super) fn follow(&mut self, precedents: &[Precedent], revision: &Revision) -> bool {
        let mut newest = precedents.iter().rev();
        let Some(before) = newest.find(|it| self.candidate.sheet.fits(&it.mapping)) else {
            return false;
        };
        let targets: Vec<_> = before.mapping.columns.iter().map(|it| it.target).collect();
        self.use_targets(targets.into_iter(), revision);
        let asked = |at: usize| before.asked.contains(&at);
        for at in import::recall(&mut self.candidate.mapping, &before.mapping, asked) {
            self.previews[at] = None;
        }
        self.precedent = Some(before.clone());
        true
    }

    /// Says what it is like, and whether it is the same in everything.
    pub(super) fn beside_precedent(&self, mut incoming: Incoming) -> Incoming {
        if let Some(before) = &self.precedent {
            incoming.alike = self.goes_with(before, &incoming);
            incoming.like = Some(before.file.clone());
        }
        incoming
    }

    /// Whether nothing of it is any different: the file goes the way of the other.
    fn goes_with(&self, before: &Precedent, incoming: &Incoming) -> bool {
        let same = |(one, other): (&ColumnMapping, &ColumnMapping)| {
            one.target == other.target
                && one.reading == other.reading
                && one.numbered == other.numbered
        };
        let columns = &self.candidate.mapping.columns;
        let checks = &incoming.checks;
        incoming.ready()
            && incoming.period == before.period
            && columns.len() == before.mapping.columns.len()
            && columns.iter().zip(&before.mapping.columns).all(same)
            && checks.remarks == before.remarks
            && checks.set_aside.is_empty()
            && checks.doubtful.is_empty()
            && incoming.further.is_empty()
    }
}
