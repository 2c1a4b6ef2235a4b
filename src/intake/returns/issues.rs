//! Issues as they are found, and in the order they are shown.

use super::{Account, MAX_ISSUES, fault};
use crate::intake::error::{IntakeError, MappingFault};
use crate::intake::sheet::{Sheet, SheetColumn};
use crate::model::{Expected, Issue, IssueId, IssueKind, LineageId, ReturnId, WaveId};

/// Issues as they are found, column by column.
pub(super) struct Issues<'a> {
    account: &'a Account<'a>,
    sheet: &'a Sheet,
    wave: WaveId,
    found: Vec<(u32, Issue)>,
}

impl<'a> Issues<'a> {
    pub fn new(account: &'a Account<'a>, wave: WaveId) -> Self {
        Self {
            account,
            sheet: account.sheet,
            wave,
            found: Vec::new(),
        }
    }

    /// Notes what is wrong with the cell of a return.
    pub fn push(
        &mut self,
        kind: IssueKind,
        returned: usize,
        (column, row): (&SheetColumn, u32),
        item: Option<LineageId>,
        expected: &Expected,
    ) -> Result<(), IntakeError> {
        let found = column.value(row).found();
        self.push_text(kind, returned, (column, row), found, expected)?;
        if let Some((_, issue)) = self.found.last_mut() {
            issue.item = item;
        }
        Ok(())
    }

    /// The same for a field, with what the row says in words of its own.
    pub fn push_text(
        &mut self,
        kind: IssueKind,
        returned: usize,
        (column, row): (&SheetColumn, u32),
        found: String,
        expected: &Expected,
    ) -> Result<(), IntakeError> {
        if self.found.len() as u64 >= MAX_ISSUES {
            let limit = MAX_ISSUES;
            return Err(fault(self.sheet, MappingFault::TooManyIssues { limit }));
        }
        let cell = self.sheet.cell_name(column, row);
        let texts = found.len() + self.sheet.name.len() + cell.len();
        let bytes = size_of::<(u32, Issue)>() * 2 + texts;
        self.account.take(bytes as u64, &cell)?;
        let issue = Issue {
            id: IssueId(0),
            wave: self.wave,
            import: None,
            kind,
            returned: ReturnId(returned as i64),
            item: None,
            sheet: self.sheet.name.clone(),
            cell,
            found,
            expected: expected.clone(),
            settled: None,
        };
        self.found.push((column.index, issue));
        Ok(())
    }

    /// Says of the last one that it is about its whole row.
    pub fn of_row(&mut self, row: u32) {
        if let Some((_, issue)) = self.found.last_mut() {
            issue.cell = self.sheet.row_number(row).to_string();
        }
    }

    /// By return, then in the order of the columns.
    pub fn sorted(mut self) -> Vec<Issue> {
        self.found
            .sort_by_key(|(column, issue)| (issue.returned, *column));
        self.found.into_iter().map(|(_, issue)| issue).collect()
    }
}
