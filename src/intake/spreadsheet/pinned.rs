//! Notes that are pinned to the cells of a sheet.

use std::collections::BTreeMap;

use super::Spreadsheet;
use super::dress::Dress;
use super::opened::Content;
use crate::intake::error::IntakeError;
use crate::intake::look::At;

impl Spreadsheet {
    /// Notes pinned to the cells of a sheet.
    pub(in crate::intake) fn notes(
        &self,
        sheet: usize,
    ) -> Result<BTreeMap<At, String>, IntakeError> {
        let parts = match &self.content {
            Content::Excel(workbook) => workbook.parts(),
            Content::Read(_) => return Ok(self.notes.get(sheet).cloned().unwrap_or_default()),
            Content::Document(..) => None,
        };
        let Some(parts) = parts else {
            return Ok(BTreeMap::new());
        };
        let name = self.name(sheet);
        let dress = Dress::new(parts, &name, &self.watch);
        let notes = dress.notes();
        let stopped = dress.stopped();
        stopped.map_err(|stop| stop.named(&self.file, &name))?;
        Ok(notes)
    }
}
