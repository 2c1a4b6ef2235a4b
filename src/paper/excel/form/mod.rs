//! The form of one customer as a workbook they fill in: the blocks of the printed form on one
//! sheet, locked but for the answers, and behind it a sheet nobody sees that says whose it is.
//!
//! It holds nothing of any other customer. What its places are called is known by
//! [`FormSpot`](crate::model::FormSpot), so that they are found again wherever they were moved.
//! Whose form it is stands twice, for a program that saves it may drop one: in a cell of the
//! hidden sheet and in the properties of the document.

mod block;
mod hidden;
mod look;
mod page;

use rust_xlsxwriter::{DocProperties, Workbook};

use self::hidden::Lists;
use self::look::Look;
use self::page::{Columns, Page};
use crate::i18n::Language;
use crate::model::{Customer, FormPage, FormSpot, Questionnaire};
use crate::paper::PaperError;
use crate::paper::mark::MAKER;
use crate::report::{Block, Report};
use crate::tr;

/// Whose form is written, and what it asks.
#[derive(Clone, Copy, Debug)]
pub struct FormBook<'a> {
    /// The printed form.
    pub report: &'a Report,
    /// What it asks, for what a page does not tell of an item.
    pub asked: &'a Questionnaire,
    pub company: &'a str,
    pub language: Language,
}

impl FormBook<'_> {
    /// The workbook for a customer.
    ///
    /// # Errors
    /// [`PaperError::Workbook`] when it cannot be packed.
    pub fn of(&self, customer: &Customer, form: FormPage) -> Result<Vec<u8>, PaperError> {
        let mut workbook = Workbook::new();
        let properties = DocProperties::new()
            .set_author(self.company)
            .set_title(&self.report.title)
            .set_comment(MAKER)
            .set_custom_property(FormPage::PROPERTY, form.to_string());
        workbook.set_properties(&properties);
        let look = Look::of(self.language);
        let mut lists = Lists::default();
        let name = tr!(self.language, "file-form");
        let mut page = Page::new(&name, &look, Columns::of(&self.report.blocks))?;
        for block in &self.report.blocks {
            match block {
                Block::FormHead(head) => block::head(&mut page, self, head, customer)?,
                Block::Grid(grid) => block::grid(&mut page, self, grid)?,
                Block::Question(question) => {
                    block::question(&mut page, &mut lists, self, question)?;
                }
                _ => {}
            }
        }
        let (sheet, mut spots) = page.finish(self)?;
        let hidden = lists.sheet(&form, self.company)?;
        spots.push((FormSpot::Identity, hidden::identity()));
        workbook.push_worksheet(sheet);
        workbook.push_worksheet(hidden);
        for (spot, cells) in spots {
            workbook.define_name(spot.to_string(), &cells)?;
        }
        Ok(workbook.save_to_buffer()?)
    }
}
