//! The sheet nobody sees: whose form it is, whose firm sent it, and what cells offer to choose
//! from.

use rust_xlsxwriter::{Formula, Worksheet};

use crate::model::FormPage;
use crate::paper::PaperError;

/// What it is called. Programs that know no sheet that is hidden for good show it hidden.
const NAME: &str = "manyi";
/// The first column with something to choose from.
const FIRST_LIST: u16 = 2;

/// Where the text stands that says whose form it is.
pub(super) fn identity() -> String {
    format!("={NAME}!$A$1")
}

/// What cells offer, each list once.
#[derive(Default)]
pub(super) struct Lists(Vec<Vec<String>>);

impl Lists {
    /// What a cell chooses one of refers to.
    pub fn offer(&mut self, options: &[String]) -> Formula {
        let known = self.0.iter().position(|list| list == options);
        let at = known.unwrap_or_else(|| {
            self.0.push(options.to_vec());
            self.0.len() - 1
        });
        let column = super::page::letters(FIRST_LIST + u16::try_from(at).unwrap_or(u16::MAX));
        Formula::new(format!("={NAME}!${column}$1:${column}${}", options.len()))
    }

    pub fn sheet(&self, form: &FormPage, company: &str) -> Result<Worksheet, PaperError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(NAME)?;
        sheet.set_very_hidden(true);
        sheet.protect();
        sheet.write_string(0, 0, form.to_string())?;
        sheet.write_string(1, 0, company)?;
        for (column, list) in (FIRST_LIST..).zip(&self.0) {
            for (row, option) in (0..).zip(list) {
                sheet.write_string(row, column, option)?;
            }
        }
        Ok(sheet)
    }
}
