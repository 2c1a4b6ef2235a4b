//! The columns of the file at hand: what they are taken for, and what that makes of them.

use rustc_hash::FxHashMap;

use super::{Looking, letters};
use crate::intake::mapping::{self, preview, propose};
use crate::jobs::import::{Asked, Candidate};
use crate::model::{
    Answer, Cancelled, ColumnPreview, Customer, Issue, IssueKind, Mapping, Period, Progress,
    Reading, Revision, RowChoice, SetAside, SurveyId, Target,
};

impl Looking {
    pub(super) fn new(candidate: Candidate, survey: SurveyId, period: Period) -> Self {
        let columns = candidate.mapping.columns.len();
        Self {
            candidate,
            survey,
            period,
            remembered: None,
            previews: vec![None; columns],
            there: None,
            period_sure: false,
            aside: Vec::new(),
            precedent: None,
        }
    }

    /// As titles and values say.
    pub(super) fn anew(&mut self, asked: Asked<'_>, progress: &Progress) -> Result<(), Cancelled> {
        let Asked {
            questionnaire,
            customers,
            values,
            ..
        } = asked;
        let sheet = &self.candidate.sheet;
        let rows = std::mem::take(&mut self.candidate.mapping.rows);
        let proposed = propose(sheet, questionnaire, customers, values, progress)?;
        self.candidate.mapping = Mapping { rows, ..proposed };
        self.there = None;
        self.remembered = None;
        self.previews.fill(None);
        Ok(())
    }

    /// One column taken for something else; its values say how they are read.
    pub(super) fn target(&mut self, at: usize, target: Target, revision: &Revision) {
        let platform = self.candidate.sheet.platform;
        let mapped = self.candidate.mapping.columns.get_mut(at);
        let (Some(mapped), Some(column)) = (mapped, self.candidate.sheet.columns.get(at)) else {
            return;
        };
        let asked = &revision.questionnaire;
        mapped.target = target;
        mapped.candidates.clear();
        mapped.numbered.clear();
        mapped.reading = mapping::reading(column, target, asked, None, platform);
        mapping::tell_crosses(&mut self.candidate.mapping, &self.candidate.sheet);
        self.previews[at] = None;
        self.there = None;
    }

    /// A row that is a return, is none, or is what it looks like.
    pub(super) fn row(&mut self, row: u32, returned: Option<bool>) {
        let rows = &mut self.candidate.mapping.rows;
        rows.retain(|it| it.row != row);
        rows.extend(returned.map(|returned| RowChoice { row, returned }));
    }

    /// Columns read as the user says.
    pub(super) fn reading(&mut self, columns: &[usize], reading: Reading, revision: &Revision) {
        let asked = &revision.questionnaire;
        for at in columns {
            if let Some(column) = self.candidate.mapping.columns.get_mut(*at) {
                let item = column.target.item().and_then(|it| asked.item_of(it));
                column.reading = item.map_or(reading, |item| reading.of(item));
                column.numbered.clear();
                self.previews[*at] = None;
            }
        }
    }

    /// The numbers of a column as the user said which option each means; read once every option
    /// has its own.
    pub(super) fn numbered(&mut self, at: usize, numbered: Vec<Option<u8>>, options: usize) {
        if let Some(column) = self.candidate.mapping.columns.get_mut(at) {
            column.reading = match numbered.iter().flatten().count() >= options {
                true => Reading::OptionNumbers,
                false => Reading::Unordered,
            };
            column.numbered = numbered;
            self.previews[at] = None;
        }
    }

    /// Takes the columns for what they were in an earlier file. False when that is what they
    /// are taken for anyway.
    pub(super) fn use_targets(
        &mut self,
        targets: impl Iterator<Item = Target>,
        revision: &Revision,
    ) -> bool {
        let asked = &revision.questionnaire;
        let still_asked =
            |target: &Target| target.item().is_none_or(|it| asked.item_of(it).is_some());
        let different: Vec<(usize, Target)> = targets
            .zip(&self.candidate.mapping.columns)
            .enumerate()
            .filter(|(_, (target, column))| column.target != *target && still_asked(target))
            .map(|(at, (target, _))| (at, target))
            .collect();
        for (at, target) in &different {
            self.target(*at, *target, revision);
        }
        !different.is_empty()
    }

    /// From now on these rows are no part of what a column comes to.
    pub(super) fn set_aside(&mut self, aside: Vec<SetAside>) {
        if self.aside != aside {
            self.aside = aside;
            self.previews.fill(None);
        }
    }

    /// What each column comes to in the rows that are returns.
    pub(super) fn previews(
        &mut self,
        revision: &Revision,
        customers: &[Customer],
    ) -> Vec<ColumnPreview> {
        let asked = &revision.questionnaire;
        let (sheet, aside) = (&self.candidate.sheet, &self.aside);
        let columns = self.candidate.mapping.columns.iter().enumerate();
        let previews = columns.zip(&mut self.previews).map(|((at, column), kept)| {
            let preview =
                kept.get_or_insert_with(|| preview(sheet, at, column, asked, customers, aside));
            preview.clone()
        });
        previews.collect()
    }

    /// What the cells of options come to is told by their rows, not by each alone: as the checks
    /// say.
    pub(super) fn blame(&self, previews: &mut [ColumnPreview], issues: &[Issue]) {
        let columns = self.candidate.mapping.columns.iter();
        let options = columns
            .zip(previews)
            .filter(|(column, _)| matches!(column.target, Target::ItemOption(..)));
        let mut options: FxHashMap<&str, &mut ColumnPreview> = options
            .map(|(column, preview)| (column.letters(), preview))
            .collect();
        let unreadable = issues
            .iter()
            .filter(|it| it.kind == IssueKind::UnreadableCell);
        for issue in unreadable {
            // What cannot be read by itself is told already.
            if let Some(preview) = options.get_mut(letters(&issue.cell))
                && preview
                    .samples
                    .iter()
                    .any(|it| it.found == issue.found && it.read != Answer::Unreadable)
            {
                mapping::blame(preview, &issue.found);
            }
        }
    }
}
