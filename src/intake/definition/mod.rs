//! A questionnaire as a spreadsheet: survey, dimensions, items, scales, and optionally the
//! customers and the frames of its waves.

mod dimensions;
mod items;
pub mod kpis;
mod page;
pub mod past;
mod people;
mod row;
mod scales;
mod survey;
mod table;
mod validity;

use crate::intake::customers::Listed;
use jiff::civil::Date;

use self::page::{Page, is_named};
use self::table::{Heading, Table};
pub use super::error::Warning;
use super::error::{DefinitionFault, IntakeError, Place};
use super::spreadsheet::Spreadsheet;
use crate::model::{Period, PeriodKind, Progress, Questionnaire};

/// One customer chosen for a wave.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameRow {
    pub period: Period,
    /// Code of a customer of [`Definition::customers`].
    pub customer: String,
    /// `None`: chosen but not issued.
    pub issued: Option<Date>,
    pub channel: String,
}

/// What a definition workbook says.
///
/// Ids are not final: item `i` of the questionnaire has `LineageId(i)`, and every item's origin
/// is `New`. Whoever takes it in gives them their numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The title, or else the name of the file.
    pub survey_name: String,
    /// Document number of the form; empty if the workbook names none.
    pub document: String,
    /// As the firm writes it, e.g. `A/4`; empty if the workbook names none.
    pub revision_label: String,
    pub questionnaire: Questionnaire,
    pub customers: Vec<Listed>,
    pub frame: Vec<FrameRow>,
    pub warnings: Vec<Warning>,
}

const SURVEY: [&str; 2] = ["survey", "调查"];
const DIMENSIONS: [&str; 2] = ["dimensions", "维度"];
const ITEMS: [&str; 2] = ["items", "题项"];
const SCALES: [&str; 2] = ["scales", "量表"];
const CUSTOMERS: [&str; 2] = ["customers", "客户"];
const FRAME: [&str; 2] = ["frame", "名单"];

/// Reads a definition workbook.
///
/// # Errors
/// [`IntakeError::Definition`] with file, sheet and cell of the first thing that cannot be, in
/// [`IntakeError::Warned`] where something was left aside before;
/// whatever [`Spreadsheet::read`] fails with.
pub fn read(workbook: &mut Spreadsheet, progress: &Progress) -> Result<Definition, IntakeError> {
    let mut reader = Reader {
        workbook,
        progress,
        warnings: Vec::new(),
    };
    match of(&mut reader) {
        Ok(definition) => Ok(Definition {
            warnings: reader.warnings,
            ..definition
        }),
        Err(error)
            if matches!(error, IntakeError::Definition { .. }) && !reader.warnings.is_empty() =>
        {
            let (error, warnings) = (Box::new(error), reader.warnings);
            Err(IntakeError::Warned { error, warnings })
        }
        Err(error) => Err(error),
    }
}

/// Whether a workbook has the sheets of a definition.
pub fn defines(workbook: &Spreadsheet) -> bool {
    let has = |names: [&str; 2]| {
        let mut sheets = workbook.sheets().iter();
        sheets.any(|sheet| is_named(&sheet.name, names))
    };
    has(ITEMS) && (has(SURVEY) || has(DIMENSIONS) || has(SCALES))
}

fn of(reader: &mut Reader<'_>) -> Result<Definition, IntakeError> {
    let survey = reader.needed(SURVEY)?;
    let survey = survey::read(&survey, &mut reader.warnings)?;
    let dimensions = reader.needed_table(DIMENSIONS, dimensions::HEADINGS)?;
    let (dimensions, influences) = dimensions::read(&dimensions)?;
    let scales = reader.needed_table(SCALES, scales::HEADINGS)?;
    let scales = scales::read(&scales)?;
    let items = reader.needed_table(ITEMS, items::HEADINGS)?;
    let items = items::read(
        &items,
        &items::Around {
            dimensions: &dimensions,
            scales: &scales,
            rules: &survey.rules,
        },
        &mut reader.warnings,
    )?;
    let (customers, frame) = reader.people(survey.rules.period)?;
    reader.note_unknown_sheets();
    let file = reader.workbook.file();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Ok(Definition {
        survey_name: match survey.title.as_str() {
            "" => stem.to_owned(),
            title => title.to_owned(),
        },
        document: survey.document,
        revision_label: survey.revision,
        questionnaire: Questionnaire {
            title: survey.title,
            rules: survey.rules,
            dimensions,
            items,
            influences,
            ..Questionnaire::default()
        },
        customers,
        frame,
        warnings: Vec::new(),
    })
}

struct Reader<'a> {
    workbook: &'a mut Spreadsheet,
    progress: &'a Progress,
    warnings: Vec<Warning>,
}

impl Reader<'_> {
    /// A sheet the workbook has to have.
    fn needed(&mut self, names: [&str; 2]) -> Result<Page, IntakeError> {
        match Page::open(self.workbook, names, self.progress)? {
            Some(page) => Ok(page),
            None => {
                let place = Place {
                    file: self.workbook.file().to_owned(),
                    sheet: names.join(" "),
                    cell: String::new(),
                };
                let sheets = self.workbook.sheets().iter();
                let found = sheets.map(|sheet| sheet.name.clone()).collect();
                Err(place.defines(DefinitionFault::MissingSheet { found }))
            }
        }
    }

    fn needed_table(
        &mut self,
        names: [&str; 2],
        headings: &'static [Heading],
    ) -> Result<Table, IntakeError> {
        let page = self.needed(names)?;
        Table::new(page, headings, &mut self.warnings, self.workbook.budget())
    }

    /// The two sheets that may be missing. Further columns of customers are attributes, so
    /// they are nothing to warn of.
    fn people(&mut self, kind: PeriodKind) -> Result<(Vec<Listed>, Vec<FrameRow>), IntakeError> {
        let page = Page::open(self.workbook, CUSTOMERS, self.progress)?;
        let customers = match page.filter(|page| page.grid.rows() > 0) {
            Some(page) => {
                let table = Table::new(
                    page,
                    people::CUSTOMER_HEADINGS,
                    &mut Vec::new(),
                    self.workbook.budget(),
                )?;
                people::customers(&table)?
            }
            None => Vec::new(),
        };
        let page = Page::open(self.workbook, FRAME, self.progress)?;
        let frame = match page.filter(|page| page.grid.rows() > 0) {
            Some(page) => {
                let table = Table::new(
                    page,
                    people::FRAME_HEADINGS,
                    &mut self.warnings,
                    self.workbook.budget(),
                )?;
                people::frame(&table, &customers, kind)?
            }
            None => Vec::new(),
        };
        Ok((customers, frame))
    }

    fn note_unknown_sheets(&mut self) {
        let known = [SURVEY, DIMENSIONS, ITEMS, SCALES, CUSTOMERS, FRAME];
        for sheet in self.workbook.sheets() {
            if !known.iter().any(|names| is_named(&sheet.name, *names)) {
                self.warnings.push(Warning::UnknownSheet {
                    place: Place {
                        file: self.workbook.file().to_owned(),
                        sheet: sheet.name.clone(),
                        cell: String::new(),
                    },
                });
            }
        }
    }
}
